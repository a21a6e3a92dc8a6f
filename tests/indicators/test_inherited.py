"""What a title says of the time of the facts below it.

What belongs here: indicators.inherited.  What does not: introductions (test_introduction), what comes of it in whole
documents (test_reading_times).
"""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.indicators.inherited import inherited_from

D = date(2024, 3, 20)
WHOLE_2022 = "2022-01-01..2022-12-31"


def told(title: str, on: date | None = D) -> tuple[str, str]:
    """The time of how things stand and of what was done, as far as a title says."""
    found = inherited_from(title, on)
    stock, flow = (f"{p.start}..{p.end}" if p else "" for p in (found.stock, found.flow))
    return stock, flow


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
        "2022年清河省教育事业发展基本情况",
        "清河县2022年中小学学校基本情况",
        "2022年清河县教育发展基本情况",
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


def test_plans_of_five_years_are_told_of_up_to_the_day_of_the_paper() -> None:
    for day in (date(2020, 12, 18), date(2019, 3, 20), date(2020, 12, 31)):
        assert told("清河市“十三五”教育成就新闻发布会", day)[1] == f"2016-01-01..{day}"
    assert told("清河市“十三五”教育成就新闻发布会", date(2021, 3, 20))[1] == "2016-01-01..2020-12-31"
    assert told("清河县教育局2020年工作总结", date(2020, 12, 18))[1] == "2020-01-01..2020-12-31"


def test_a_budget_says_what_is_paid_for_each_pupil_in_its_year() -> None:
    year = "2024-01-01..2024-12-31"
    found = [
        inherited_from(f"清河县教育局{title}", D).accounts
        for title in ("2024年部门预算公开", "2024年度部门预算说明", "2024年预算")
    ]
    assert [f"{p.start}..{p.end}" if p else "" for p in found] == [year] * 3
    assert inherited_from("清河县教育局2024年招聘教师公告", D).accounts is None
    assert inherited_from("清河县教育局2024年工作要点", D).accounts is None


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


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("清河县教育局2022年度部门整体支出绩效自评(节选)", WHOLE_2022),
        ("清河县2022年度教育专项资金绩效评价报告", WHOLE_2022),
        ("清河县教育局2022年度部门决算公开", WHOLE_2022),
        ("清河县教育局2022年部门决算情况说明", WHOLE_2022),
        ("2022年度清河县第一中学决算公开说明", WHOLE_2022),
        ("清河县教育局决算公开", ""),
        ("清河县教育局绩效自评", ""),
        ("清河县2022年学校绩效考核办法", ""),
    ],
)
def test_an_appraisal_of_a_years_spending_is_of_that_year_with_its_aims(title: str, meaning: str) -> None:
    for on in (None, D):
        found = inherited_from(title, on)
        assert [f"{x.start}..{x.end}" if x else "" for x in (found.stock, found.flow, found.target)] == [meaning] * 3


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("关于下达2022年中央和省级教育专项资金的通知", WHOLE_2022),
        ("清河县财政局关于拨付2022年学生资助补助资金(第二批)的通知", WHOLE_2022),
        ("关于提前下达2022年度学前教育发展资金预算的通知", WHOLE_2022),
        ("关于下达2022年高中招生计划的通知", ""),
        ("关于加强2022年教育专项资金管理的通知", ""),
        ("关于下达教育专项资金的通知", ""),
    ],
)
def test_what_a_notice_pays_out_is_of_its_year(title: str, meaning: str) -> None:
    assert told(title)[1] == meaning


@pytest.mark.parametrize(
    ("title", "flow"),
    [
        ("2021年以来", "2021-01-01..2024-03-20"),
        ("“十四五”以来：", "2021-01-01..2024-03-20"),
        ("今年以来", "2024-01-01..2024-03-20"),
        # a line that says more is told by what else it says
        ("2021年以来的变化", ""),
        ("近年来", ""),
    ],
)
def test_a_line_that_only_says_since_when_dates_what_was_done(title: str, flow: str) -> None:
    assert told(title) == ("", flow)
