"""What titles and introductions say of the time of the facts below them."""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.indicators.inherited import NOTHING, Inherited, inherited_from
from edu_pipeline.indicators.introduction import introduced

D = date(2024, 3, 20)


def told(title: str, on: date | None = D) -> tuple[str, str]:
    """The time of how things stand and of what was done, as far as a title says."""
    found = inherited_from(title, on)
    stock, flow = (f"{p.start}..{p.end}" if p else "" for p in (found.stock, found.flow))
    return stock, flow


WHOLE_2022 = "2022-01-01..2022-12-31"


@pytest.mark.parametrize(
    "title",
    [
        "2022年清河县教育事业统计公报",
        "2022年全国教育事业发展情况(教育部发展规划司  2023年3月21日)",
        "清河县2022年各级各类教育基本情况表",
        "清河县教育局2022年教育统计快讯",
        "清河市2022年度教育现代化发展水平监测结果通报",
        "2022年清河县教育事业概况",
        "清河县2022年教育经费执行情况",
        "二〇二二年清河省教育事业发展概况",
        "清河年鉴(2023)·教育",
        "清 河 年 鉴(2023)·教 育",
        "清河教育年鉴2023卷",
        "2023年清河年鉴",
    ],
)
def test_a_bulletin_and_a_yearbook_are_of_their_year(title: str) -> None:
    assert told(title) == (WHOLE_2022, WHOLE_2022)


@pytest.mark.parametrize(
    ("title", "flow"),
    [
        ("清河县教育局2022年工作总结", WHOLE_2022),
        ("清河县教育局关于2022年工作总结及2023年工作打算的报告", WHOLE_2022),
        ("清河县2022年度教育工作小结", WHOLE_2022),
        ("2022年度目标任务完成情况自查报告", WHOLE_2022),
        ("清河县教育局局长2022年度述职报告", WHOLE_2022),
        ("清河县教育局2022年上半年工作总结", "2022-01-01..2022-06-30"),
        ("清河县教育局2022年第三季度工作小结", "2022-07-01..2022-09-30"),
        ("关于2022年1—4月全市教育重点项目进展情况的通报", "2022-01-01..2022-04-30"),
        ("清河县“十三五”教育工作总结", "2016-01-01..2020-12-31"),
        ("关于清河州2022年教育项目资金安排的公示", WHOLE_2022),
        ("关于2022年秋季开学专项督导情况的通报", "2022-09-01..2022-09-01"),
    ],
)
def test_a_review_says_when_things_were_done_and_not_how_they_stand(title: str, flow: str) -> None:
    assert told(title) == ("", flow)


def test_an_enrolment_notice_is_of_the_term_it_enrols_for() -> None:
    autumn = "2022-09-01..2022-09-01"
    assert told("关于2022年秋季中小学、幼儿园招生工作的公示") == (autumn, autumn)
    assert told("2022年秋季招生热点问答") == ("", "")


def test_funds_set_aside_are_of_the_whole_year_and_work_done_of_the_year_so_far() -> None:
    assert told("关于清河州2024年教育项目资金安排的公示")[1] == "2024-01-01..2024-12-31"
    assert told("清河县教育局2024年工作总结")[1] == "2024-01-01..2024-03-20"


def test_a_look_back_on_a_year_that_is_over_is_of_that_year() -> None:
    assert told("2022年清河省教育工作回顾") == (WHOLE_2022, WHOLE_2022)
    assert told("2024年清河省教育工作回顾")[0] == ""


@pytest.mark.parametrize(
    "title",
    [
        "清河县2022年履职情况自评报告",
        "清河县教育局2022年工作要点",
        "清河县2022年教育工作实施方案",
        "在2022年全县教育工作会议上的讲话",
        "清河县教育事业发展规划(2021—2025年)",
        "关于2022年秋季校服采购的公告",
        "清河县教育工作总结",
    ],
)
def test_titles_that_date_no_facts(title: str) -> None:
    assert told(title) == ("", "")


def flow_of(title: str, *lines: str, on: date | None = D) -> str:
    flow = introduced(inherited_from(title, on), title, "\n".join([title, *lines, ""]), on).flow
    return f"{flow.start}..{flow.end}" if flow else ""


HEAD = "一、主要工作"


@pytest.mark.parametrize(
    ("line", "flow"),
    [
        ("今年以来,在县委、县政府坚强领导下,全县教体系统完成了年度任务。", "2024-01-01..2024-03-20"),
        ("2023年,我县教育系统各项工作平稳推进。现将情况报告如下:", "2023-01-01..2023-12-31"),
        ("“十四五”以来,全县坚持教育优先发展,现将有关工作汇报如下。", "2021-01-01..2024-03-20"),
        ("2023年以来,我县狠抓落实,取得明显成效。", "2023-01-01..2024-03-20"),
        ("近年来,我县坚持教育优先发展,取得明显成效。", ""),
        ("2023年,全县新建学校4所,增加学位3000个。", ""),
        ("根据2023年工作安排,现将情况报告如下。", ""),
        ("2025年是规划收官之年,现将情况报告如下。", ""),
        ("按照会议安排,我就2023年工作作简要汇报,请批评指正。", "2023-01-01..2023-12-31"),
        ("现将今年以来教育工作情况汇报如下:", "2024-01-01..2024-03-20"),
        ("下面,我就2025年工作安排作简要汇报。", ""),
        ("各乡镇要将2023年工作做实做细。", ""),
    ],
)
def test_an_introduction_without_figures_says_when_things_were_done(line: str, flow: str) -> None:
    assert flow_of("清河县教育工作情况汇报", line, HEAD) == flow


def test_an_introduction_says_more_exactly_what_the_title_says() -> None:
    line = "今年以来,全县教体系统完成了年度任务。"
    assert flow_of("清河县教育局2023年工作总结", line, HEAD, on=date(2023, 12, 18)) == "2023-01-01..2023-12-18"
    assert flow_of("清河县教育局2022年工作总结", line, HEAD, on=date(2023, 12, 18)) == WHOLE_2022


def test_a_feature_and_a_later_section_introduce_nothing() -> None:
    line = "今年以来,全县教体系统完成了年度任务。"
    assert flow_of("山乡学校的春天", line) == ""
    assert flow_of("清河县教育工作情况汇报", HEAD, line) == ""


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("现将2024年1—2月推进情况通报如下(数据截至2月29日)。", date(2024, 2, 29)),
        ("现将截至2月15日全县教育重点项目进展情况通报如下。", date(2024, 2, 15)),
        ("(截至2023年12月31日)", date(2023, 12, 31)),
        ("注:以上数据截至2023年12月31日。", date(2023, 12, 31)),
        ("说明:统计时点截止2024年1月10日。", date(2024, 1, 10)),
        ("截至2023年底,全县有小学41所。", None),
        ("报名截至2月15日,情况良好。", None),
    ],
)
def test_the_day_of_which_all_figures_are(line: str, day: date | None) -> None:
    stock = introduced(NOTHING, "进展情况通报", f"进展情况通报\n{line}\n一、总体情况\n", D).stock
    assert (stock.end if stock else None) == day


def test_what_was_done_up_to_the_day_of_the_figures_began_with_the_title() -> None:
    title = "关于2024年1—2月全县教育项目进展情况的通报"
    found = introduced(
        inherited_from(title, D), title, f"{title}\n(数据截至2月20日)\n现将情况通报如下(数据截至2月20日)。\n", D
    )
    assert found.flow is not None
    assert (found.flow.start, found.flow.end) == (date(2024, 1, 1), date(2024, 2, 20))
    assert introduced(Inherited(), "", "", None) == NOTHING


def test_facts_of_a_summary_from_its_bytes() -> None:
    text = "清河县教育局2022年工作总结\n全县有小学41所。招聘教师120名。\n清河县教育局\n2022年12月20日\n"
    periods = {
        o["value"]: (str(o["period_start"]), str(o["period_end"]))
        for o in extract_document(text.encode(), "a.txt")["observations_read"]
    }
    assert periods == {41: ("2022-12-20", "2022-12-20"), 120: ("2022-01-01", "2022-12-31")}


def periods(text: str) -> dict[float, str]:
    return {
        o["value"]: f"{o['period_start'] or ''}..{o['period_end'] or ''}"
        for o in extract_document(text.encode(), "a.txt")["observations_read"]
    }


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("截至2024年2月29日,全县有幼儿园168所。规范化幼儿园97所。", "2024-02-29..2024-02-29"),
        ("全县重视学前教育。截至2024年2月底,在园幼儿4680人。规范化幼儿园97所。", "2024-02-29..2024-02-29"),
        ("截至2024年2月底,在园幼儿4680人。目前,规范化幼儿园97所。", "2024-03-20..2024-03-20"),
        ("投入资金320万元,截至2月底拨付300万元。规范化幼儿园97所。", "2024-03-20..2024-03-20"),
        ("2022年,全县有幼儿园168所。规范化幼儿园97所。", "2024-03-20..2024-03-20"),
    ],
)
def test_a_day_that_figures_go_up_to_holds_to_the_end_of_a_paragraph(paragraph: str, meaning: str) -> None:
    assert periods(f"清河县学前教育调研\n2024-03-20\n\n{paragraph}\n")[97] == meaning


@pytest.mark.parametrize(
    ("title", "paragraph", "meaning"),
    [
        ("清河县“十四五”教育事业发展规划", "2020年,全县有小学41所。在校生8124人。", "2020-01-01..2020-12-31"),
        ("清河县“十四五”教育事业发展规划", "“十三五”末,全县有小学41所。在校生8124人。", "2020-12-31..2020-12-31"),
        ("清河县“十四五”教育事业发展规划", "2019年,全县有小学41所。在校生8124人。", "2022-01-17..2022-01-17"),
        ("清河县教育工作总结", "2020年,全县有小学41所。在校生8124人。", "2022-01-17..2022-01-17"),
    ],
)
def test_the_year_that_a_plan_sets_out_from_holds_to_the_end_of_a_paragraph(
    title: str, paragraph: str, meaning: str
) -> None:
    assert periods(f"{title}\n2022-01-17\n\n一、发展基础\n{paragraph}\n")[8124] == meaning


@pytest.mark.parametrize(
    ("title", "line", "signed", "meaning"),
    [
        ("清河县2023年教育工作总结", "今年以来,新建学校12所。", "2023-12-30", "2023-01-01..2023-12-31"),
        ("清河县2023年教育工作总结", "今年累计新建学校12所。", "2023-12-30", "2023-01-01..2023-12-31"),
        ("清河县2023年教育工作总结", "截至11月底,新建学校12所。", "2023-12-30", "2023-11-30..2023-11-30"),
        ("清河县2023年教育工作总结", "今年以来,新建学校12所。", "2023-12-05", "2023-01-01..2023-12-05"),
        ("清河县教育新闻", "今年以来,新建学校12所。", "2023-12-30", "2023-01-01..2023-12-30"),
        ("清河县2022年教育工作总结", "今年以来,新建学校12所。", "2023-12-30", "2023-01-01..2023-12-30"),
    ],
)
def test_this_year_in_the_last_days_of_the_year_that_is_reviewed(
    title: str, line: str, signed: str, meaning: str
) -> None:
    assert periods(f"{title}\n{signed}\n\n{line}\n")[12] == meaning


@pytest.mark.parametrize(
    ("line", "signed", "meaning"),
    [
        ("2021年以来，建成学校34所。今年秋季又有7所新学校投用。", "2023-08-17", "2023-09-01..2023-09-01"),
        ("2021年以来，建成学校34所。今年秋季又有7所新学校投用。", "2023-09-17", "2023-09-01..2023-09-01"),
        ("2021年以来，建成学校34所，7所新学校投用。", "2023-08-17", "2021-01-01..2023-08-17"),
        ("2021年以来，建成学校34所。今年秋季又有7所新学校投用。", "2023-03-17", "2021-01-01..2023-03-17"),
    ],
)
def test_a_term_about_to_open_dates_what_opens_with_it(line: str, signed: str, meaning: str) -> None:
    assert periods(f"清河县教育情况\n{signed}\n\n{line}\n")[7] == meaning


@pytest.mark.parametrize(
    ("title", "paragraph", "meaning"),
    [
        ("清河县2024年教育工作要点", "2023年，全县教育工作取得新进展。小学入学率99.7%。", "2023-01-01..2023-12-31"),
        ("清河县2024年教育工作要点", "2023年，全县招生312人。小学入学率99.7%。", "2024-03-20..2024-03-20"),
        ("清河县2024年教育工作要点", "2021年，全县教育工作取得新进展。小学入学率99.7%。", "2024-03-20..2024-03-20"),
        ("清河县2024年教育工作要点", "2023年，教育工作有进展。目前，小学入学率99.7%。", "2024-03-20..2024-03-20"),
        ("清河县教育情况", "2023年，全县教育工作取得新进展。小学入学率99.7%。", "2024-03-20..2024-03-20"),
    ],
)
def test_the_year_before_a_years_plan_holds_behind_a_sentence_without_figures(
    title: str, paragraph: str, meaning: str
) -> None:
    assert periods(f"{title}\n2024-03-20\n\n{paragraph}\n")[99.7] == meaning


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("会上通报，今年全县新招聘教师88名。发放补助31万元。", "2024-01-01..2024-03-20"),
        ("据通报，2023年全县新招聘教师88名。发放补助31万元。", "2023-01-01..2023-12-31"),
        ("教师在会上发言，2023年全县新招聘教师88名。发放补助31万元。", "..2024-03-20"),
        ("2020年招生3105人，去年招生2264人。投入资金31万元。", "..2024-03-20"),
        ("2023年招生3105人，其中农村2264人。投入资金31万元。", "2023-01-01..2023-12-31"),
        ("2023年招生3105人，占57.9%，分别比去年增加3人。投入资金31万元。", "2023-01-01..2023-12-31"),
        ("2023年招生3105人，比2022年多3人。投入资金31万元。", "2023-01-01..2023-12-31"),
    ],
)
def test_what_opens_a_paragraph_for_its_later_sentences(paragraph: str, meaning: str) -> None:
    assert periods(f"清河县教育情况\n2024-03-20\n\n{paragraph}\n")[310000] == meaning


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("清河县教育局2022年度部门整体支出绩效自评(节选)", WHOLE_2022),
        ("清河县2022年度教育专项资金绩效评价报告", WHOLE_2022),
        ("清河县教育局绩效自评", ""),
        ("清河县2022年学校绩效考核办法", ""),
    ],
)
def test_an_appraisal_of_a_years_spending_is_of_that_year_with_its_aims(title: str, meaning: str) -> None:
    for on in (None, D):
        found = inherited_from(title, on)
        assert [f"{x.start}..{x.end}" if x else "" for x in (found.stock, found.flow, found.target)] == [meaning] * 3


@pytest.mark.parametrize(
    ("heading", "rate", "count"),
    [
        ("附:2023年主要指标完成情况", "2023-01-01..2023-12-31", "2023-01-01..2023-12-31"),
        ("2023年各项目标完成情况(供参考)", "2023-01-01..2023-12-31", "2023-01-01..2023-12-31"),
        ("2024年主要指标完成情况", "2024-03-20..2024-03-20", "..2024-03-20"),
        ("附:主要指标完成情况", "2024-03-20..2024-03-20", "..2024-03-20"),
        ("附:2023年指标说明", "2024-03-20..2024-03-20", "..2024-03-20"),
    ],
)
def test_the_outcome_of_the_aims_of_a_year_that_is_over_is_of_that_year(heading: str, rate: str, count: str) -> None:
    text = f"清河县教育情况\n2024-03-20\n\n{heading}\n义务教育巩固率99.2%；新招聘教师124人。\n"
    assert periods(text) == {99.2: rate, 124: count}


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("一、“十四五”全县教育迈上新台阶", "2021-01-01..2024-03-20"),
        ("二、“十三五”时期教育事业发展成就", "2016-01-01..2020-12-31"),
        ("(一)“十四五”以来主要工作", "2021-01-01..2024-03-20"),
        ("一、2023年工作回顾", "2023-01-01..2023-12-31"),
        ("一、全县教育迈上新台阶", "..2024-03-20"),
    ],
)
def test_a_section_on_a_plan_that_runs_or_is_over_says_when_things_were_done(heading: str, meaning: str) -> None:
    text = f"清河县教育工作报告\n2024-03-20\n\n{heading}\n补充教师124人。\n二、今后打算\n"
    assert periods(text)[124] == meaning


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("本刊讯 9日,省教育厅发布2022—2023学年初教育事业统计快报。", "2022-09-01..2023-08-31"),
        ("近日,市教育局公布了《清河市2022年教育事业统计公报》。", WHOLE_2022),
        ("近日,市教育局公布了2022年工作要点。", ""),
        ("近日,市教育局公布了统计公报。", ""),
    ],
)
def test_a_report_on_a_bulletin_is_of_its_year(line: str, meaning: str) -> None:
    found = introduced(NOTHING, "清河教育信息", f"清河教育信息\n{line}\n", None)
    assert [f"{p.start}..{p.end}" if p else "" for p in (found.stock, found.flow)] == [meaning, meaning]


def test_a_time_that_cannot_be_told_is_that_of_the_bulletin() -> None:
    text = "清河教育信息\n\n省教育厅发布2022—2023学年初教育事业统计快报。\n\n小学本学年初为5611所。全省有初中2274所。\n"
    assert periods(text) == {5611: "2022-09-01..2023-08-31", 2274: "2022-09-01..2023-08-31"}


def test_what_comes_of_an_examination_is_of_the_year_that_is_reviewed() -> None:
    text = "清河县教育局2022年工作总结\n2022-12-28\n\n高考本科上线率64.8%。九年义务教育巩固率98.1%。\n"
    assert periods(text) == {64.8: WHOLE_2022, 98.1: "2022-12-28..2022-12-28"}


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("小学教育  2009年,有小学31所。净入学率99.6%。", "2009-01-01..2009-12-31"),
        ("【概况】 2009年,有小学31所。净入学率99.6%。", "2009-01-01..2009-12-31"),
        ("小学教育:2009年,有小学31所。净入学率99.6%。", "2009-01-01..2009-12-31"),
        ("建校最早的是一中,2009年有小学31所。净入学率99.6%。", ".."),
    ],
)
def test_a_year_behind_a_paragraphs_own_heading_opens_it(paragraph: str, meaning: str) -> None:
    assert periods(f"走进清河\n\n教  育\n{paragraph}\n")[99.6] == meaning


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("截至2月底,全县2024年教育建设项目83个,开工率95.2%。", "2024-02-29..2024-02-29"),
        ("截至2月底,2024年列入调度的重点工程83个,开工率95.2%。", "2024-02-29..2024-02-29"),
        ("截至2月底开工,2023年全县开工率95.2%。", "2023-01-01..2023-12-31"),
        ("2023年全县教育建设项目83个,开工率95.2%。", "2023-01-01..2023-12-31"),
    ],
)
def test_a_year_that_names_works_gives_way_to_the_day_that_figures_go_up_to(paragraph: str, meaning: str) -> None:
    assert periods(f"清河县教育工作\n2024-03-20\n\n{paragraph}\n")[95.2] == meaning


def test_a_year_that_names_works_gives_way_to_the_day_of_all_figures() -> None:
    head = "关于2024年教育项目进展情况的通报\n2024-03-20\n\n现将截至2月29日进展情况通报如下。\n一、总体情况\n"
    assert periods(f"{head}2024年列入调度的项目83个,开工率95.2%。\n")[95.2] == "2024-02-29..2024-02-29"
    assert periods(f"{head}2023年列入调度的项目83个,开工率95.2%。\n")[95.2] == "2023-01-01..2023-12-31"


@pytest.mark.parametrize(
    ("lead", "meaning"),
    [
        ("会议指出,“十四五”期间全县教育发展取得明显成效:", "2021-01-01..2024-03-20"),
        ("五年来,全县教育面貌一新:", "2019-03-20..2024-03-20"),
        ("2023年,我们主要做了以下工作:", "2023-01-01..2023-12-31"),
        ("会议指出,“十四五”期间全县教育发展取得明显成效。", "..2024-03-20"),
        ("会议指出,“十四五”期间建成幼儿园3所,成效明显:", "..2024-03-20"),
        ("会议指出,全县教育发展取得明显成效:", "..2024-03-20"),
    ],
)
def test_a_paragraph_that_leads_to_a_list_says_when_its_items_were_done(lead: str, meaning: str) -> None:
    text = f"全县教育工作会议召开\n2024-03-20\n\n{lead}\n◆普惠——招聘教师97名;\n◆均衡——培训教师311名。\n全县资助学生52名。\n"
    found = periods(text)
    assert (found[97], found[311], found[52]) == (meaning, meaning, "..2024-03-20")


@pytest.mark.parametrize(
    ("title", "line", "meaning"),
    [
        ("清河教育概况", "至2024学年末,清河县有教育机构118家。", "2025-08-31..2025-08-31"),
        ("清河教育概况", "截至2023年底,清河县有教育机构118家。", "2023-12-31..2023-12-31"),
        ("清河教育概况", "清河县有教育机构118家,截至2023年底有幼儿园31所。", ".."),
        ("清河县教育三年行动计划(2024—2026年)", "截至2023年底,清河县有教育机构118家。", ".."),
    ],
)
def test_a_page_without_a_date_stands_on_the_day_of_its_first_figures(title: str, line: str, meaning: str) -> None:
    assert periods(f"{title}\n\n{line}\n\n全县有小学27所。\n")[27] == meaning


@pytest.mark.parametrize(
    ("title", "paragraph", "meaning"),
    [
        ("清河县人民政府关于2022年度履行教育职责情况的自评报告", "小学生均公用经费1265元。", WHOLE_2022),
        ("清河县人民政府关于2022年履职情况的自查报告", "义务教育教师年平均工资9.12万元。", WHOLE_2022),
        (
            "清河县人民政府关于2022年度履行教育职责情况的自评报告",
            "小学生均公用经费标准为1265元。",
            "2023-08-12..2023-08-12",
        ),
        (
            "清河县人民政府关于2022年度履行教育职责情况的自评报告",
            "2021年,小学生均公用经费1265元。",
            "2021-01-01..2021-12-31",
        ),
        ("清河县教育事业发展情况汇报", "小学生均公用经费1265元。", "2023-08-12..2023-08-12"),
        ("清河县人民政府关于2022年度履行教育职责情况的自评报告", "全县有小学31所。", "2023-08-12..2023-08-12"),
    ],
)
def test_money_per_head_is_of_the_year_that_a_self_evaluation_accounts_for(
    title: str, paragraph: str, meaning: str
) -> None:
    (period,) = periods(f"{title}\n2023-08-12\n\n{paragraph}\n").values()
    assert period == meaning
