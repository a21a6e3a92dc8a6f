"""What pages of the net showed that papers written for tests do not: read from bytes, in words of our own.

What belongs here: the numbers of small documents whose form (one phrase a line, a table of aims without a date, a page of
school profiles) or whose place or time decides how they are read.  What does not: rules one by one (test_openings and its
like), the place alone (language/test_home).
"""

from __future__ import annotations

import pytest

from edu_pipeline.extract import extract_document


def states(text: str, *columns: str) -> list[tuple[str, ...]]:
    """The statistics of a text as their value and some columns."""
    rows = extract_document(text.encode(), "a.txt")["observations_read"]
    return [
        (f"{row['value']:g}", *(str(row[name] if row[name] is not None else "") for name in columns)) for row in rows
    ]


def test_what_a_line_leads_on_to_heads_nothing() -> None:
    """One phrase a line: 总体思路 is no heading of plans where the line before ends with 的."""
    text = "我市优化学校布局\n我市按照\n“幼儿园向行政村集中”的\n总体思路\n新建小学3所、幼儿园5所\n扩建幼儿园28所\n"
    assert states(text, "nature") == [("3", "actual"), ("5", "actual"), ("28", "actual")]
    plan = text.replace("“幼儿园向行政村集中”的\n", "“幼儿园向行政村集中”。\n")
    assert {nature for _, nature in states(plan, "nature")} == {"target"}


def test_a_year_without_its_word_at_the_head_of_a_title_is_a_year() -> None:
    assert states("2020县教育局工作总结\n全县新建小学3所。\n", "period_start") == [("3", "2020-01-01")]
    assert states("2023全市教育工作总结\n全市新建小学3所。\n", "period_start") == [("3", "2023-01-01")]
    assert ("2020",) in states("甘州区教育\n全省共有县（市、区）2020县区。\n")


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("其中财政拨款三年分别为8820万元、9137万元、10199万元。", ["2002", "2003", "2004"]),
        ("其中招聘教师各年分别为82人、91人、101人。", ["2002", "2003", "2004"]),
        ("招聘教师这三年依次为82人、91人、101人。", ["2002", "2003", "2004"]),
        # as many numbers as years, or none of them is known
        ("招聘教师两年分别为82人、91人。", ["2002", "2002"]),
        ("小学、初中、高中分别为82所、91所、101所。", ["2002", "2002", "2002"]),
    ],
)
def test_years_that_were_named_before(said: str, years: list[str]) -> None:
    text = f"甘州区教育\n2002-2004年教育经费支出分别为13595万元、13563万元、16620万元。{said}\n"
    found = [start[:4] or "" for _, start in states(text, "period_start")[3:]]
    assert found == years if years[-1] == "2004" else "2004" not in found


AIMS = "主要指标表\n指标\n2020年\n2025年\n属性\n毛入园率（%）\n91\n95\n预期性\n巩固率（%）\n97\n98\n约束性\n"


def test_a_table_of_a_plan_s_aims_without_a_date() -> None:
    text = "“十四五”教育事业发展" + AIMS
    assert states(text, "nature", "period_end") == [
        ("91", "actual", "2020-12-31"), ("95", "target", "2025-12-31"),
        ("97", "actual", "2020-12-31"), ("98", "target", "2025-12-31"),
    ]  # fmt: skip
    told = text.replace("主要指标表", "主要指标完成情况表")
    assert {nature for _, nature, _ in states(told, "nature", "period_end")} == {"actual"}


@pytest.mark.parametrize(
    "title", ["甘州区2019—2021年教育主要指标", "2019-2021年全区各级教育基本情况", "甘州区2019至2021年教育统计资料"]
)
def test_years_in_a_title_make_no_plan(title: str) -> None:
    text = f"{title}\n指标\t2019年\t2020年\t2021年\n小学（所）\t12\t13\t14\n初中（所）\t6\t7\t8\n"
    assert {nature for _, nature in states(text, "nature")} == {"actual"}


def test_cells_of_several_lines_behind_a_table_do_not_lose_it() -> None:
    rows = "".join(f"{i}.{name}比例（%）\n{60 + i}\n{70 + i}\n预期性\n" for i, name in enumerate("甲乙丙丁戊己", 1))
    text = f"“十四五”教育发展主要指标表\n指标\n2020年\n2025年\n属性\n{rows}7.标准班额比例（%）\n其中：小学\n初中\n34\n77\n80\n85\n预期性\n"
    assert [value for value, _ in states(text, "nature")][:12] == [f"{x + i}" for i in range(1, 7) for x in (60, 70)]


@pytest.mark.parametrize(
    ("paragraph", "counts"),
    [
        ("清河县第二小学始建于1994年，是县直小学。占地面积17864平方米，现有教学班30个，学生1986名。", 0),
        ("清河县城关镇第一初级中学（原五七中学）位于老城。占地面积7600平方米，教学班22个，学生1700名。", 0),
        ("湖滨幼儿园是一所省级示范园。占地面积7600平方米，在园幼儿320名，教职工45名。", 0),
        # sorts of schools, and a paragraph that comes to speak of the place
        ("农村小学位于山区。占地面积7600平方米，教学班22个，学生1700名。", 3),
        ("我县小学位于城区。占地面积7600平方米，教学班22个，学生1700名。", 3),
        ("清河县第二小学始建于1994年。全县小学占地面积7600平方米，教学班22个，学生1700名。", 3),
    ],
)
def test_a_paragraph_that_begins_as_the_introduction_of_a_school_is_its_profile(paragraph: str, counts: int) -> None:
    assert len(states(f"清河县学校一览\n{paragraph}\n")) == counts


@pytest.mark.parametrize(
    ("said", "nature"),
    [
        ("未来5年里，市区新建学校24所。", "target"),
        ("未来三年间，市区新建学校24所。", "target"),
        ("未来5年，我市实施十大工程。其中，5年内，全市新建学校24所。", "target"),
        ("过去5年里，市区新建学校24所。", "actual"),
        ("5年里，市区新建学校24所。", "actual"),
        ("5年内，全市已新建学校24所。", "actual"),
    ],
)
def test_years_to_come(said: str, nature: str) -> None:
    assert states(f"桂林市教育新闻\n2017-04-21\n\n市教育局日前通报情况。{said}\n", "nature") == [("24", nature)]


@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("日期：2017/4/21\n评论\n阿绿\t2017/4/22\n", "2017-04-21"),
        ("时间:2017-04-21 10:30\n", "2017-04-21"),
        ("填报时间待定\n", ""),
    ],
)
def test_a_date_labelled_below_a_text(below: str, day: str) -> None:
    text = (
        f"学校建设提速\n全市教育系统坚持育人为本，扎实推进各项改革，学校面貌焕然一新。\n桂林市现有小学120所。\n{below}"
    )
    assert states(text, "period_end") == [("120", day)]


def test_a_date_labelled_below_a_long_text() -> None:
    prose = "全市教育系统坚持育人为本，扎实推进各项改革，学校面貌焕然一新。\n" * 60
    assert states(f"学校建设提速\n{prose}桂林市现有小学120所。\n日期：2017/4/21\n", "period_end") == [
        ("120", "2017-04-21")
    ]


@pytest.mark.parametrize(
    ("said", "measure", "value"),
    [
        ("小学生均公用经费增幅为：12.45%。", "growth", "12.45"),
        ("在校生同比增长：2%。", "growth", "2"),
        ("小学、初中在校生增幅分别为：1.2%、1.8%。", "growth", "1.2"),
        ("在校生比上年减少：300人。", "change", "-300"),
        # what is listed behind the colon has a name of its own
        ("提高：巩固率99%。", "level", "99"),
        ("增长点：普惠率91%。", "level", "91"),
    ],
)
def test_a_move_with_a_colon_before_its_number(said: str, measure: str, value: str) -> None:
    assert states(f"甘州区2018年教育公告\n2018年{said}\n", "measure")[0] == (value, measure)


def test_a_headline_on_carrying_out_a_plan_is_of_a_report() -> None:
    body = "全市加强统筹，推进改革，落实责任。\n市区普惠率91%。\n"
    assert states(f"实施第三期学前教育行动计划\n{body}", "nature") == [("91", "actual")]
    assert states(f"清河县第三期学前教育行动计划\n{body}", "nature") == [("91", "target")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "巩固率97.6%，比全国平均水平91.1%高6.5个百分点，比全省94.2%高3.4个百分点。",
            [("97.6", "level", "永昌县"), ("91.1", "level", "全国"), ("6.5", "gap", "永昌县"), ("94.2", "level", "甘肃省"), ("3.4", "gap", "永昌县")],
        ),
        ("巩固率96.1%，较全市97.0%的平均水平低0.9个百分点。", [("96.1", "level", "永昌县"), ("97", "level", "金昌市"), ("-0.9", "gap", "永昌县")]),
        ("巩固率96.1%，全市平均水平为97.0%，低0.9个百分点。", [("96.1", "level", "永昌县"), ("97", "level", "金昌市"), ("-0.9", "gap", "永昌县")]),
        ("巩固率97.6%，高出全省平均水平95.3%的2.3个百分点。", [("97.6", "level", "永昌县"), ("95.3", "level", "甘肃省"), ("2.3", "gap", "永昌县")]),
        # a distance alone is the county's own, and an earlier year is no place above
        ("巩固率97.6%，高于全省平均水平2.3个百分点。", [("97.6", "level", "永昌县"), ("2.3", "gap", "永昌县")]),
        ("巩固率97.6%，比上年的95.3%高2.3个百分点。", [("97.6", "level", "永昌县"), ("95.3", "level", "永昌县"), ("2.3", "change", "永昌县")]),
        ("巩固率97.6%，比全省高2.3个百分点。", [("97.6", "level", "永昌县"), ("2.3", "gap", "永昌县")]),
    ],
)  # fmt: skip
def test_what_is_held_against_the_places_above(said: str, expected: list[tuple[str, str, str]]) -> None:
    text = f"永昌县2023年教育事业统计公报\n2024-03-01\n\n全县{said}\n"
    assert states(text, "measure", "region_name") == expected


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("小学43所、初中12所、高中3所、幼儿园61所，合计119所。", "k12_and_pre_primary"),
        ("小学专任教师149人、初中100人，共249人。", "compulsory"),
        ("小学43所、教学点12个、初中6所，共61所。", "compulsory"),
        ("普通高中学生3000人、中职学生2000人，共计5000人。", "upper_secondary"),
        # parts of one level, and a number with a name of its own
        ("公办幼儿园30所、民办幼儿园31所，共61所。", "pre_primary"),
        ("小学43所、初中12所，共有幼儿3000人。", "pre_primary"),
        ("小学43所、初中12所，高中3所。", "general_upper_secondary"),
    ],
)
def test_a_total_behind_parts_of_several_levels_is_of_all_of_them(said: str, level: str) -> None:
    assert states(f"永昌县2023年教育概况\n全县现有{said}\n", "education_level")[-1][1] == level


@pytest.mark.parametrize(
    ("said", "levels"),
    [
        ("全省普通小学为11128元。其中，农村为11227元。", ["primary", "primary"]),
        ("全省普通高中为13448元。其中，县城为12227元。", ["general_upper_secondary"] * 2),
        ("全省普通小学为11128元。其中，初中为11227元。", ["primary", "lower_secondary"]),
    ],
)
def test_a_part_under_a_heading_is_of_the_level_before_it(said: str, levels: list[str]) -> None:
    text = f"甘肃省2019年教育经费执行情况公告\n【各级教育生均一般公共预算教育经费】\n{said}\n"
    assert [level for _, level in states(text, "education_level")] == levels


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("全国在校学生2.9亿人，居世界首位。", "全国"),
        ("全省小学在校生206万人，逐年减少。", "甘肃省"),
        ("全市专任教师总数约5120人。", "金昌市"),
        # one's own, or what the place above gives
        ("全县在校学生2.9万人。", "永昌县"),
        ("全省优秀教师3名。", "永昌县"),
        ("新增全国青少年校园足球特色学校3所。", "永昌县"),
    ],
)
def test_whose_pupils_and_teachers(said: str, place: str) -> None:
    assert states(f"永昌县2023年教育公报\n2024-03-01\n\n{said}\n", "region_name")[0][1] == place
