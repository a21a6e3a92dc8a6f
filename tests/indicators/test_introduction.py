"""What an introduction says of the time of the facts below it.

What belongs here: indicators.introduction.  What does not: titles alone (test_inherited), what comes of it in whole documents
(test_reading_times).
"""

from __future__ import annotations

from datetime import date

import pytest
from rule_tables import Rule, table

from edu_pipeline.indicators.inherited import NOTHING, Inherited, inherited_from
from edu_pipeline.indicators.introduction import introduced

D = date(2024, 3, 20)
WHOLE_2022 = "2022-01-01..2022-12-31"


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


RULES = {
    "indicators.introduction._NUMBER": Rule(
        "the number of a paper is no figure of the introduction",
        by=[
            "今年以来，全市认真落实国发〔2023〕12号文件精神，各项工作平稳推进。/新建学校4所。 | 4所 = schools_built _ 4 institution 2025-01-01..D",
            "今年以来，我市按照（2024）8号文件要求狠抓落实，成效明显。/招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2025-01-01..D",
            "2024年，我市认真贯彻教基〔2023〕5号通知，教育工作平稳推进。/招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2024",
        ],
        alone=[
            "今年以来，全市狠抓落实，成效明显。/新建学校4所。 | 4所 = schools_built _ 4 institution 2025-01-01..D",
            "今年以来，全市投入300万元用于改造。/新建学校4所。 | 4所 = schools_built _ 4 institution ..D",
        ],
        paper={"title": "张掖市教育工作情况汇报"},
    ),
    "indicators.introduction._AS_FOLLOWS": Rule(
        "a paper whose title says nothing may say that it reports",
        by=[
            "2024年，我市教育工作平稳推进，现将有关事项通报如下：/新建学校4所。 | 4所 = schools_built _ 4 institution 2024",
            "今年以来，我市狠抓落实，成效明显，主要做法如下：/招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2025-01-01..D",
            "“十四五”以来，我市坚持优先发展，成效如下。/新建学校4所。 | 4所 = schools_built _ 4 institution 2021-01-01..D",
        ],
        alone=[
            "2024年，是难忘的一年，变化令人感叹。/新建学校4所。 | 4所 = schools_built _ 4 institution ..D",
            "学校的变化如下：/新建学校4所。 | 4所 = schools_built _ 4 institution ..D",
        ],
        paper={"title": "张掖教育新篇章"},
    ),
    "indicators.introduction._NOTE": Rule(
        "a note says of which day the figures above it are",
        by=[
            "一、基本情况/学校126所。/注：以上数据截至2025年6月30日。 | 126所 = institutions _ 126 institution 2025-06-30",
            "一、基本情况/在校生3.2万人。/备注:数据截至2025年3月31日。 | 3.2万人 = students _ 32000 person 2025-03-31",
            "一、基本情况/在校生3.2万人。/（说明：统计截至2025年6月30日） | 3.2万人 = students _ 32000 person 2025-06-30",
        ],
        alone=[
            "一、基本情况/学校126所。/注：数据由各县提供。 | 126所 = institutions _ 126 institution D",
            "一、基本情况/学校126所。/报名截至2025年6月30日。 | 126所 = institutions _ 126 institution D",
        ],
        paper={"title": "张掖市教育基本情况"},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
