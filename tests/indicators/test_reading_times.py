"""What opens a paragraph, a section or a page says when, read from bytes.

What belongs here: the periods of the numbers of small documents.  What does not: bulletins (test_reading_bulletin_times), head
and date of whole documents (tests/test_document_frames), titles and introductions by themselves (test_inherited,
test_introduction).
"""

from __future__ import annotations

import pytest

from edu_pipeline.extract import extract_document

WHOLE_2022 = "2022-01-01..2022-12-31"


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
        ("清河县2023年教育工作总结", "今年以来,新建学校12所。", "清河县教育局", "2023-01-01..2023-12-31"),
        ("清河县2023年教育工作总结", "今年共新建学校12所。", "清河县教育局", "2023-01-01..2023-12-31"),
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
