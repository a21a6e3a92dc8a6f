"""Times that reach further than their own clause, and those that do not: spans named before, lists and their due day,
what a change began with, asides.

What belongs here: the periods of the numbers of small documents.  What does not: what opens a paragraph or a section
(test_reading_times), bulletins (test_reading_bulletin_times).
"""

from __future__ import annotations

import pytest

from edu_pipeline.extract import extract_document


def periods(title: str, body: str, dated: str = "2019-02-12") -> list[str]:
    """The periods of all statistics in order, as start..end."""
    text = f"{title}\n{dated}\n\n{body}\n" if dated else f"{title}\n\n{body}\n"
    rows = extract_document(text.encode(), "a.txt")
    return [f"{o['period_start'] or ''}..{o['period_end'] or ''}" for o in rows["observations_read"]]


FOUR = "2014-01-01..2017-12-31"
NEWS = "金塔县教育发展见闻"


AS_MANY_YEARS = [  # as were named before
    ("2014年至2017年，全县财政投入3.2亿元。四年新建校舍3万平方米。", FOUR),
    ("2014—2017年，全县教育投入3.2亿元。\n四年里，新建运动场46个。", FOUR),
    ("2014年至2017年，全县教育投入3.2亿元。\n二、改善条件\n四年来，培训教师1200人次。", FOUR),
    # another number of years, or years of their own
    ("2014年至2017年，全县教育投入3.2亿元。三年新建校舍3万平方米。", "2016-02-12..2019-02-12"),
    ("2014年至2017年，全县教育投入3.2亿元。近四年新建校舍3万平方米。", "2015-02-12..2019-02-12"),
    ("2014年，全县教育投入3.2亿元。四年里，新建校舍3万平方米。", "2015-02-12..2019-02-12"),
]
EARLIER = [  # what was done to something of an earlier time
    ("对去年开展的学校评估进行汇总，评出五星级学校7所。", "2019-02-12..2019-02-12"),
    ("将2017年编制的规划作了调整，全县小学41所。", "2019-02-12..2019-02-12"),
    ("2017年编制的规划中，全县小学41所。", "2017-01-01..2017-12-31"),
    ("对2017年招聘的86名教师进行了培训。", "2017-01-01..2017-12-31"),
]


@pytest.mark.parametrize(("body", "last"), [*AS_MANY_YEARS, *EARLIER])
def test_the_time_of_the_last_number(body: str, last: str) -> None:
    assert periods(NEWS, body)[-1] == last


PLAN = "金塔县学前教育三年行动计划（2021—2023年）"
THREE = "2021-01-01..2023-12-31"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("三年新建幼儿园6所，其中乡镇5所。", [THREE, THREE]),
        ("三年面向社会公开招聘幼儿教师60名。", [THREE]),
        ("全县三年建成配套园4所。", [THREE]),
        ("两年新建幼儿园6所。", [".."]),  # not the plan's years
        ("2022年，新建幼儿园6所。", ["2022-01-01..2022-12-31"]),
    ],
)
def test_the_years_of_a_plan_without_a_date(body: str, expected: list[str]) -> None:
    assert periods(PLAN, body, "") == expected


OPINION = "金塔县人民政府关于加快教育发展的实施意见"


ITEMS = [  # when the items of a list are due
    (
        "到2022年，教育综合实力居全市前列。\n——学前教育：毛入园率达到95%以上。\n——义务教育：巩固率达到99%。",
        ["2022-12-31..2022-12-31"] * 2,
    ),
    ("2022年底，基本实现教育现代化。\n——学前教育：毛入园率达到95%以上。", ["2022-12-31..2022-12-31"]),
    ("2022年，全面提高质量。\n——学前教育：毛入园率达到95%以上。", ["2022-01-01..2022-12-31"]),
    # an item opens what stands below it, not the next item
    (
        "1、2022年，幼儿园专任教师持证率达到95%以上。\n2、新建小区每万人配建幼儿园1所。",
        ["2022-01-01..2022-12-31", ".."],
    ),
    (
        "（一）到2022年，学前教育加快发展。\n1.毛入园率达到95%以上。\n（二）新建小区每万人配建幼儿园1所。",
        ["2022-12-31..2022-12-31", ".."],
    ),
]
SEGMENTS = [  # a time within a segment is no time of the next
    ("学前教育经费所占比例，2022年达到5%以上；县财政每年安排专项经费200万元。", ["2022-01-01..2022-12-31", ".."]),
    ("2022年，学前教育经费占比达到5%以上；毛入园率达到96%。", ["2022-01-01..2022-12-31"] * 2),
    ("实施改薄工程，三年内投入1.2亿元；新增校舍3万平方米。", ["2022-02-12..2022-02-12", ".."]),
    ("三年内投入1.2亿元；新增校舍3万平方米。", ["2022-02-12..2022-02-12"] * 2),
    ("一是改善条件，2022年新建小学2所；二是补充教师，招聘教师60名。", ["2022-01-01..2022-12-31"] * 2),
    ("总体目标是：到2022年，毛入园率达到96%；巩固率达到99%。", ["2022-12-31..2022-12-31"] * 2),
    ("义务教育巩固率，2022年达到99%以上，毛入园率达到96%。", ["2022-01-01..2022-12-31"] * 2),
]


@pytest.mark.parametrize(("body", "expected"), [*ITEMS, *SEGMENTS])
def test_the_times_of_aims(body: str, expected: list[str]) -> None:
    assert periods(OPINION, f"一、发展目标\n{body}") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "2018年，小学、初中生均校舍面积分别由2015年的4.1平方米、6.3平方米提高到6.4平方米、9.2平方米。",
            ["2015-01-01..2015-12-31"] * 2 + ["2018-01-01..2018-12-31"] * 2,
        ),
        (
            "2018年全县中职招生1386人，比上年增加57人；中职招生占比由33.5%上升为41.4%。",
            ["2018-01-01..2018-12-31", "2018-01-01..2018-12-31", "..", "2018-01-01..2018-12-31"],
        ),
    ],
)
def test_what_a_change_began_with(body: str, expected: list[str]) -> None:
    assert periods(NEWS, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("从2011年秋季启动至今，累计下达补助资金9126万元。", "2011-09-01..2019-02-12"),
        ("项目2014年实施至今，培训教师1200人次。", "2014-01-01..2019-02-12"),
        ("2014年实施以来，累计培训教师1200人次。", "2014-01-01..2019-02-12"),
        ("2016年至今，新建学校12所。", "2016-01-01..2019-02-12"),
        ("2017年启动改造，当年投入300万元。", "2017-01-01..2017-12-31"),
        ("2017年实施营养改善计划，拨付资金300万元。", "2017-01-01..2017-12-31"),
    ],
)
def test_since_something_was_begun(body: str, expected: str) -> None:
    assert periods(NEWS, body) == [expected]


CITY = "金昌市今秋开学"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a sentence that the page breaks at each line
        (
            "全市今年春季新建小学7所\n共增加学位4300个\n其中市区增加学位2600个",
            ["2019-03-01..2019-03-01"] * 3,
        ),
        # parts, place by place, of what the whole counted
        (
            "2018年，全市新建小学7所，新增学位4300个。\n金川区\n新建小学3所，新增学位1800个。\n永昌县\n新建小学4所，新增学位2500个。",
            ["2018-01-01..2018-12-31"] * 6,
        ),
        # what the whole did not count, what stands, and what has a time of its own
        (
            "2018年，全市新建小学7所。\n金川区\n招聘教师30名。现有小学21所。2017年新建小学2所。",
            ["2018-01-01..2018-12-31", "..2019-02-12", "2019-02-12..2019-02-12", "2017-01-01..2017-12-31"],
        ),
        # a paragraph of its own
        ("2018年，全市新建小学7所。\n新增学位1800个。", ["2018-01-01..2018-12-31", "..2019-02-12"]),
        ("2018年，全市新建小学7所。\n一、其他\n新建小学3所。", ["2018-01-01..2018-12-31", "..2019-02-12"]),
    ],
)
def test_parts_are_of_the_time_of_their_total(body: str, expected: list[str]) -> None:
    assert periods(CITY, body) == expected


NOTE = "2018年金塔县教育事业统计公报"


@pytest.mark.parametrize(
    ("day", "stock", "flow"),
    [
        ("9月1日", "2018-09-01..2018-09-01", "2018-01-01..2018-12-31"),
        ("10月31日", "2018-10-31..2018-10-31", "2018-01-01..2018-10-31"),
    ],
)
def test_pupils_enter_in_all_of_the_year_whose_schools_are_counted_in_september(
    day: str, stock: str, flow: str
) -> None:
    assert periods(NOTE, f"全县有小学41所，招生972人。\n注：数据截至2018年{day}。") == [stock, flow]


@pytest.mark.parametrize(
    ("title", "kind", "period"),
    [
        ("局长在2018年秋季学期开学工作会议上的讲话", "target", "2018-12-31..2018-12-31"),
        ("局长在开学工作会议上的讲话", "target", ".."),
    ],
)
def test_the_year_of_a_term_in_the_title_of_a_paper_without_a_date(title: str, kind: str, period: str) -> None:
    rows = extract_document(f"{title}\n\n三、下半年任务\n（一）年底前完成教师周转房32套。\n".encode(), "a.txt")
    (read,) = rows["observations_read"]
    assert (read["nature"], f"{read['period_start'] or ''}..{read['period_end'] or ''}") == (kind, period)


def test_the_beginning_of_a_broken_sentence_plans_nothing() -> None:
    text = "金塔县教育见闻\n2018-11-12\n\n按照全年工作安排\n全县招聘教师86名。\n"
    (read,) = extract_document(text.encode(), "a.txt")["observations_read"]
    assert read["nature"] == "actual"
