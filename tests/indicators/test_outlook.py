"""Whether papers, headings and paragraphs look back or ahead; the sentences are our own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from rule_tables import Rule, table

from edu_pipeline.indicators.outlook import nature_of, opened, plans, turns_ahead
from edu_pipeline.indicators.thread import Section, Thread
from edu_pipeline.language.periods import find_times

D = date(2024, 2, 20)


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("青禾县“十四五”教育发展规划", True),
        ("青禾县教育局2024年工作要点", True),
        ("青禾县特殊教育提升计划(2024—2026年)", True),
        ("关于印发《青禾县学前教育实施方案》的通知", True),
        ("青禾县教育局2024年重点工作任务清单", True),
        ("关于印发《2024年青禾县教育工作任务分解表》的通知", True),
        ("青禾县2024年教育实事项目清单", True),
        ("青禾县教育局2024年任务清单完成情况", False),
        ("青禾县教育局问题清单", False),
        ("青禾县“十四五”教育发展规划中期评估报告", False),
        ("青禾县教育局2023年工作总结", False),
        ("新三年攻坚助推青禾教育高质量发展", False),
        ("青禾县实施营养改善计划成效显著", False),
        ("青禾县特殊教育提升行动自查表", False),
        ("青禾县2023年实事进展及2024年计划", False),
        ("青禾县接受省政府督导评估反馈意见", False),
        ("关于青禾县学前教育普及普惠县核查情况的反馈意见", False),
        ("《青禾县学前教育行动方案（2024—2026年）》政策解读", True),
        ("一图读懂：《关于推进青禾县特殊教育发展的若干措施》", True),
        ("图解｜《青禾县“十四五”教育规划》", True),
        ("《青禾县教育局2023年工作总结》解读", False),
        ("《青禾县教育条例》解读", False),
        ("青禾县教育局解读今年重点工作进展", False),
        ("青禾县义务教育优质均衡督导反馈报告", False),
        ("关于印发青禾县学前教育实施意见的通知", True),
        ("青禾县教育局上半年工作小结及下半年工作安排", False),
        (None, False),
    ],
)
def test_papers(title: str | None, meant: bool) -> None:
    assert plans(title, "累计投入1亿元。已建成学校3所。") is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("开工新建校舍5959平方米。新增多媒体教室160间。", True),
        ("来源：青禾县教育局 累计次数：12\n开工新建校舍5959平方米。", True),
        ("累计访问：12次。新增多媒体教室160间。", True),
        ("累计新建校舍5959平方米，已完成投资2800万元。", False),
        ("累计新增学位2800个。", False),
    ],
)
def test_what_is_done_for_the_people_is_planned_where_nothing_is_done_yet(text: str, meant: bool) -> None:
    assert plans("青禾县教育局2024年为民办实事", text) is meant


@pytest.mark.parametrize("kind", ["建设工程", "提升行动", "宿舍建设", "资助工作"])
def test_a_notice_on_works_plans_where_its_text_looks_ahead(kind: str) -> None:
    title = f"青禾县人民政府关于加快推进农村学校{kind}的通知"
    assert plans(title, "力争10月底开工率达到100%。落实资金3120万元。")
    assert not plans(title, "截至10月底开工率100%,已完成投资3120万元。")


@pytest.mark.parametrize("title", ["关于农村学校建设工程的介绍", "关于农村学校宿舍建设的报道"])
def test_other_papers_on_works_do_not(title: str) -> None:
    assert not plans(title, "力争10月底开工率达到100%。落实资金3120万元。")


def test_what_is_announced_now_is_no_intention(reads: Any) -> None:
    text = "2021年全县中考录取工作已经结束,现将录取数据公示如下。\n县区|普高录取率%\n甘州区|61.4\n临泽县|58.7"
    reads(text, [("61.4", "admission_rate _ 61.4 %")], title="关于2021年中考录取数据的公示", dated="2021-10-12")


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("一、发展现状", ("report", True)),
        ("（一）现有基础", ("report", True)),
        ("二、2023年工作回顾", ("report", True)),
        ("四、面临的挑战", ("report", True)),
        ("【过去五年工作回顾】", ("report", True)),
        ("二、2023年重点工作任务完成情况", ("report", True)),
        ("三、2025年工作安排", ("plan", True)),
        ("三、2024年重点工作", ("plan", True)),
        ("【今年重点任务】", ("plan", True)),
        ("三、下一步打算", ("plan", True)),
        ("二、主要目标", ("plan", True)),
        ("四、存在问题和下步打算", (None, True)),
        ("青禾县教育局2023年工作总结暨2024年工作思路", (None, True)),
        ("三、重点任务", (None, True)),
        ("二、资金安排", (None, True)),
        ("附表：各乡镇项目安排情况", (None, True)),
        ("三、招生计划安排", ("plan", True)),
        ("（二）经费分配表", (None, True)),
        ("二、项目进展情况", ("report", True)),
        ("（三）破解突出问题", (None, False)),
        ("（二）夯实教育基础", (None, False)),
        ("二、学前教育", (None, False)),
    ],
)
def test_headings(heading: str, meant: tuple[str | None, bool]) -> None:
    assert nature_of(heading, D) == meant


PARAGRAPHS = [
    ("2024年，我们将新建学校5所。", False, "plan"),
    ("今年，全县要建成幼儿园3所。", False, "plan"),
    ("2025年，新建学校5所。", False, "plan"),
    ("下一步，县教育局新建学校5所。", False, "plan"),
    ("明年，新建学校5所。", False, "plan"),
    ("（二）主要目标。到2026年底，毛入园率达到95%。", False, "plan"),
    ("一、现状。全县有幼儿园41所。", True, "report"),
    ("2022年，全县有幼儿园41所。毛入园率达91%。", True, "report"),
    ("“十三五”期间，新建幼儿园12所。", True, "report"),
    ("目前，全县有幼儿园41所。", True, "report"),
    ("2023年，新建学校5所。", False, None),
    ("今年以来，新建学校5所。", False, None),
    ("近年来，要素保障不断加强，新建学校5所。", False, None),
    ("（二）学前教育。全县有幼儿园41所。", True, None),
    ("全年培训教师3200人次。", True, None),
    ("“十四五”期间，新建幼儿园12所。", True, None),
    ("第一期学前教育提升计划实施以来，全县新建幼儿园12所。", True, "report"),
    ("全省教育大会召开以来，全县新建幼儿园12所。", True, "report"),
    ("方案自印发之日起实施，新建幼儿园12所。", True, None),
]


@pytest.mark.parametrize(("paragraph", "plan", "meant"), PARAGRAPHS)
def test_openings(paragraph: str, plan: bool, meant: str | None) -> None:
    thread = Thread()
    opened(paragraph, thread, D, plan)
    assert thread.section.opened == meant


@pytest.mark.parametrize(
    ("paragraph", "on", "meant"),
    [
        ("下半年，新建学校5所。", date(2023, 7, 3), "plan"),
        ("下半年，新建学校5所。", date(2023, 6, 28), "plan"),
        ("今年下半年，县教育局新建学校5所。", date(2023, 7, 30), "plan"),
        ("下半年，新建学校5所。", date(2023, 12, 20), None),
        ("上半年，新建学校5所。", date(2023, 7, 3), None),
    ],
)
def test_the_second_half_of_a_year_that_is_half_over(paragraph: str, on: date, meant: str | None) -> None:
    thread = Thread()
    opened(paragraph, thread, on, False)
    assert thread.section.opened == meant


@pytest.mark.parametrize(
    ("paragraph", "plan", "turns"),
    [
        ("“十三五”末，毛入园率98%。到“十四五”末，普惠率达95%。", True, "到“十四五”末"),
        ("2023年，毛入园率98%。到2027年，普惠率达95%。", True, "到2027年"),
        ("目前毛入园率98%；至2026年，普惠率达95%。", True, "至2026年"),
        ("2023年，毛入园率98%。到2027年，普惠率达95%。", False, None),
        ("2018年，毛入园率92%。到2023年，普惠率达95%。", True, None),
        ("2023年，毛入园率98%，到2027年普惠率达95%。", True, None),
        ("现有学校52所；下一步新建学校5所。", False, "下一步"),
        ("现有学校52所。下阶段我县将安排资金800万元。", False, "下阶段"),
        ("现有学校52所；明年计划招聘教师60名。", False, "明年"),
        ("现有学校52所。下一步工作方案已报批。", False, None),
        ("现有学校52所，下一步新建学校5所。", False, None),
    ],
)
def test_where_a_paragraph_of_a_plan_turns_ahead(paragraph: str, plan: bool, turns: str | None) -> None:
    at = turns_ahead(paragraph, find_times(paragraph, D), D, plan)
    expected = None if turns is None else paragraph.index(turns) + (len(turns) if turns[0] in "下明" else 1)
    assert at == expected


def test_a_list_keeps_what_its_opening_says() -> None:
    thread = Thread()
    opened("2025年，我们将做好以下工作：", thread, D, False)
    for item in ("一是新建学校5所。", "2.招聘教师80名。"):
        opened(item, thread, D, False)
        assert thread.section.opened == "plan"
        assert thread.section.opened_due is not None
        assert thread.section.opened_due.end == date(2025, 12, 31)
    opened("全县有小学88所。", thread, D, False)
    assert thread.section.opened is None


@pytest.mark.parametrize("marker", ["→ ", "1.", "（一）"])
def test_the_first_item_of_a_list_of_one_sentence_says_when_all_are_due(marker: str) -> None:
    thread = Thread()
    opened(f"{marker}到2027年，毛入园率保持96%以上；", thread, D, True)
    opened(f"{marker}普惠率达95%；", thread, D, True)
    assert thread.section.opened_due is not None
    assert thread.section.opened_due.end == date(2027, 12, 31)
    opened("全县有小学88所。", thread, D, True)
    assert thread.section.opened_due is None


@pytest.mark.parametrize("item", ["→ 到2027年，毛入园率保持96%以上。", "→ 2023年，毛入园率96%；"])
def test_other_items_say_nothing_of_the_next(item: str) -> None:
    thread = Thread()
    opened(item, thread, D, True)
    opened("→ 普惠率达95%；", thread, D, True)
    assert thread.section.opened_due is None


LISTS = [
    ("“十三五”以来，全县教育取得明显成效：", "report"),
    ("去年以来教育工作有以下进展：", "report"),
    ("会议强调，今年要抓好以下工作：", "plan"),
    ("各乡镇要着力做好三个方面：", "plan"),
    ("一年来重点抓了以下工作：", None),
    ("一年来按照要抓重点的思路，做了以下工作：", None),
    ("现将有关情况报告如下：", None),
    ("教育工作取得明显成效。", None),
]


@pytest.mark.parametrize(("line", "meant"), LISTS)
def test_a_line_that_opens_a_list(line: str, meant: str | None) -> None:
    thread = Thread()
    opened(line, thread, None, False)
    assert thread.section.opened == meant
    opened("◆新建学校5所；", thread, None, False)
    assert thread.section.opened == meant


def test_an_inline_heading_holds_for_its_paragraph_alone() -> None:
    thread = Thread(section=Section())
    opened("（一）现状。全县有幼儿园41所。", thread, D, True)
    assert thread.section.opened == "report"
    opened("（二）经费。投入1亿元。", thread, D, True)
    assert thread.section.opened is None


READ: list[tuple[str, list[tuple[str, str]], dict[str, Any]]] = [
    (
        "2018年，全县教育工作取得新成绩。\n一是控辍保学。小学14所，在校生5118名。\n\n2019年，要实现净入学率稳定在99.9%以上，再建幼儿园6所。",
        [
            ("14所", "institutions primary 14 institution ?"),
            ("5118名", "students primary 5118 person ?"),
            ("99.9%", "net_enrolment_rate _ 99.9 % target ge 2019"),
            ("6所", "_ pre_primary 6 institution target 2019"),
        ],
        {"title": "肃南县教育局2018年工作总结暨2019年工作思路", "dated": None},
    ),
    (
        "一、现状。截至2016年底，全县共有幼儿园112所，其中农村87所，毛入园率74.6%。\n二、目标。到2017年底，毛入园率达到80%，普通话水平达标率达到100%。",
        [
            ("112所", "institutions pre_primary 112 institution 2016-12-31"),
            ("87所", "institutions pre_primary 87 institution 2016-12-31"),
            ("74.6%", "gross_enrolment_ratio pre_primary 74.6 % 2016-12-31"),
            ("80%", "gross_enrolment_ratio pre_primary 80 % target 2017-12-31"),
            ("100%", "_ _ 100 % target 2017-12-31"),
        ],
        {"title": "肃南县学前免费教育行动计划（2017—2020年）", "dated": None},
    ),
    (
        "去年新建基地9个，今年再建6个，累计达到31个。高考本科上线率较上年提升3个百分点左右。\n目前已聘任法治副校长87名。",
        [
            ("6个", "_ _ 6 _ target"),
            ("31个", "_ _ 31 _ target"),
            ("3个百分点", "bachelor_line_rate _ 3 pp change target approx"),
            ("87名", "_ _ 87 person"),
        ],
        {"title": "甘州区教育局2025年工作要点", "dated": "2025-02-20"},
    ),
    (
        "2024年，全县要新建农村寄宿制学校5所，撤并教学点40所。",
        [("5所", "schools_built _ 5 institution target 2024"), ("40所", "schools_merged _ 40 institution target 2024")],
        {"title": "甘州区教育工作总结", "dated": "2024-01-20"},
    ),
    (
        "三、存在的问题及下一步打算\n公办园占比仅41.2%。下一步，新建公办园3所。",
        [("41.2%", "_ _ 41.2 %"), ("3所", "_ _ 3 institution target")],
        {"title": "甘州区教育局2022年工作总结", "dated": "2022-12-28"},
    ),
    (
        "目标任务：改造运动场12片。完成情况：改造运动场13片。",
        [("12片", "_ _ 12 item target"), ("13片", "_ _ 13 item")],
        {"title": "甘州区2024年民生实事办理情况", "dated": "2024-11-05"},
    ),
    (
        "但也存在一些问题：公办园占比为37.5%。\n从2022年起，每年安排经费300万元。\n下半年新建学校3所。",
        [
            ("37.5%", "_ _ 37.5 %"),
            ("300万元", "_ _ 3000000 _ target"),
            ("3所", "_ _ 3 institution target 2022-07-01..2022-12-31"),
        ],
        {"title": "甘州区教育局2022年工作要点", "dated": "2022-02-20"},
    ),
    (
        "三、“十四五”主要指标\n1.学前教育：净入园率99%以上。\n四、重点工程\n现有省级骨干教师31名，新增12名。把现有学校整合为9所。",
        [
            ("99%", "_ _ 99 % target ge 2025-12-31"),
            ("31名", "_ _ 31 person"),
            ("9所", "_ _ 9 institution target"),
        ],
        {"title": "甘州区教育“十四五”规划", "dated": "2021-09-20"},
    ),
    (
        "截至2021年底，全区有学校83所。巩固率96.04%。",
        [("83所", "_ _ 83 institution 2021-12-31"), ("96.04%", "retention_rate _ 96.04 % 2021-12-31")],
        {"title": "甘州区教育提质行动计划（2022—2024年）", "dated": None},
    ),
    (
        "年底前覆盖学校86所。去年配备教师113名。",
        [("86所", "_ _ 86 institution target 2023-12-31"), ("113名", "_ _ 113 person 2022")],
        {"title": "甘州区教育局2023年工作要点", "dated": None},
    ),
    (
        "制定办法，将建强思政课教师队伍纳入工程，2023年招录教师17名。",
        [("17名", "teachers_recruited _ 17 person 2023")],
        {"title": "甘州区教育工作总结", "dated": "2024-01-20"},
    ),
]


@pytest.mark.parametrize(("text", "expected", "paper"), READ)
def test_numbers(text: str, expected: list[tuple[str, str]], paper: dict[str, Any], reads: Any) -> None:
    reads(text, expected, **paper)


HEADLINES = [
    (
        "青禾县教育局上半年工作小结及下半年安排",
        "一、布局调整\n新建学校6所，开工率86%。\n二、下半年主要目标\n新增示范园2所。",
        [("6所", "observation"), ("86%", "observation"), ("2所", "target")],
    ),
    (
        "在2024年全县教育工作会议上的报告",
        "一、过去一年\n补充教师124人。\n二、2024年重点任务\n招聘教师60名。",
        [("124人", "observation"), ("60名", "target")],
    ),
    (
        "青禾教育一周要闻",
        "●县教育局：下达明年工作安排\n补充教师60名。\n●清溪镇：体质监测\n优良率36.2%，近视率51.7%。",
        [("60名", "target"), ("36.2%", "observation"), ("51.7%", "observation")],
    ),
    (
        "青禾县教育局2023年工作总结",
        "三、下一步打算\n新建学校6所。\n四、队伍建设\n招聘教师60名。",
        [("6所", "target"), ("60名", "target")],
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), HEADLINES)
def test_titles_and_headlines(title: str, text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    """A title opens no section, a headline speaks for itself alone, a numbered section for those after it too."""
    reads(text, expected, title=title, dated="2024-01-20")


RULES = {
    "language.periods_scan._AIMED_AT": Rule(
        "the aims of a year are due on its last day",
        by=[
            "2024年毛入园率达95%，巩固率98%。2027年主要目标：毛入园率96%，巩固率99%。 | 95% = gross_enrolment_ratio _ 95 % 2024 | 98% = retention_rate _ 98 % 2024 | 96% = gross_enrolment_ratio _ 96 % target 2027-12-31 | 99% = retention_rate _ 99 % target 2027-12-31",
            "毛入园率94%；2026年预期目标为：毛入园率95%。 | 94% = gross_enrolment_ratio _ 94 % | 95% = gross_enrolment_ratio _ 95 % target 2026-12-31",
            "附：职业教育行动计划2027年目标值（部分）——双师型教师比例90%。 | 90% = double_qualified_teacher_share _ 90 % target 2027-12-31",
        ],
        alone=[
            "2025年目标任务：毛入园率95%。 | 95% = gross_enrolment_ratio _ 95 % target 2025",
            "2025年计划新建幼儿园2所，目标明确。 | 2所 = schools_built pre_primary 2 institution target 2025",
        ],
        paper={"title": "张掖市教育工作情况", "dated": "2025-02-10"},
    ),
    "indicators.outlook._AIMS_OF": Rule(
        "what follows the aims of a year is a target of its last day, and what stands before them is none",
        by=[
            "现有公办园38所。2026年主要目标如下：/1.毛入园率95%。/2.公办园45所。/全县现有小学22所。 | 38所 = institutions pre_primary 38 institution | 95% = gross_enrolment_ratio _ 95 % target 2026-12-31 | 45所 = institutions pre_primary 45 institution target 2026-12-31 | 22所 = institutions primary 22 institution",
            "现有公办园38所。2026年目标：1.毛入园率95%。/2.公办园45所。 | 38所 = institutions pre_primary 38 institution | 95% = gross_enrolment_ratio _ 95 % target 2026-12-31 | 45所 = institutions pre_primary 45 institution target 2026-12-31",
            "毛入园率94%。2026年预期目标为：/1.毛入园率95%。 | 94% = gross_enrolment_ratio _ 94 % | 95% = gross_enrolment_ratio _ 95 % target 2026-12-31",
        ],
        alone=[
            "2026年目标：普惠率95%，公办园占比60%。/（二）保障条件。现有公办园38所。 | 95% = inclusive_kindergarten_coverage _ 95 % target 2026-12-31 | 60% = public_kindergarten_enrolment_share _ 60 % target 2026-12-31 | 38所 = institutions pre_primary 38 institution",
            "2024年目标任务完成情况：毛入园率95%。 | 95% = gross_enrolment_ratio _ 95 %",
            "2024年全县毛入园率达95%。 | 95% = gross_enrolment_ratio _ 95 % 2024",
        ],
        paper={"title": "张掖市教育工作情况", "dated": "2025-02-10"},
    ),
    "indicators.outlook._FUTURE": Rule(
        "a paper whose title leaves it open plans where it speaks more of what shall be",
        by=[
            "新建幼儿园8所。/已建成信息平台。加强管理，推进改革，落实责任。 | 8所 = schools_built pre_primary 8 institution target",
            "农村公办园占比60%。/各校已完成登记。确保安全，力争优质，推进改革。 | 60% = public_kindergarten_enrolment_share _ 60 % target",
            "撤并教学点12个。/已达标学校不动。建立机制，加强督导。 | 12个 = schools_merged primary 12 institution target",
        ],
        alone=[
            "新建幼儿园8所。/已建成信息平台，累计投入大，截至目前运行良好。 | 8所 = schools_built pre_primary 8 institution",
            "新建幼儿园8所。/已建成信息平台。加强管理。 | 8所 = schools_built pre_primary 8 institution",
        ],
        paper={"title": "张掖市学校布局调整意见", "dated": "2025-05-12"},
    ),
    "indicators.outlook._YEARS_WORK": Rule(
        "a paragraph that opens with this year's work plans it, in the first half of the year",
        by=[
            "今年全市教育工作，概括起来是：再投入10亿元，招聘教师380名。 | 380名 = teachers_recruited _ 380 person target 2025",
            "2025年教育工作重点：招聘教师380名，新建学校9所。 | 380名 = teachers_recruited _ 380 person target 2025 | 9所 = schools_built _ 9 institution target 2025",
            "今年我市教育工作安排如下：新建学校9所。 | 9所 = schools_built _ 9 institution target 2025",
        ],
        alone=[
            "今年全市已招聘教师380名。 | 380名 = teachers_recruited _ 380 person",
            "2024年全市教育工作重点突出，招聘教师380名。 | 380名 = teachers_recruited _ 380 person 2024",
        ],
        paper={"title": "张掖市教育工作情况", "dated": "2025-02-10"},
    ),
    "indicators.outlook._TROUBLES": Rule(
        "a paragraph that opens with what is wanting tells, in a plan too, what is",
        by=[
            "全县教育还面临不少挑战，城区大班额46个。 | 46个 = large_classes _ 46 class D",
            "县域教育发展存在明显短板。本科以上学历教师占62%，小学班额51人。 | 51人 = class_size primary 51 person D",
            "教育发展还有一些薄弱环节。小学巩固率98%。 | 98% = retention_rate primary 98 % D",
        ],
        alone=[
            "着力补齐短板。小学巩固率98%。 | 98% = retention_rate primary 98 % target",
            "小学班额50人，着力解决存在的问题。 | 50人 = class_size primary 50 person target",
        ],
        paper={"title": "张掖市“十四五”教育发展规划", "dated": "2021-03-05"},
    ),
    "indicators.outlook._DID": Rule(
        "a list of what was done, however much its opening intends",
        by=[
            "我们将安全摆在首位，完成了以下任务：/一是新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution",
            "为确保质量，我们已落实以下措施：/一是新增学位1200个。 | 1200个 = new_places _ 1200 place",
            "我们力争上游，采取了以下举措：/一是改扩建学校8所。 | 8所 = schools_built all 8 institution",
        ],
        alone=[
            "围绕目标，我们努力做好以下工作：/一是新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution target",
            "我们抓好以下工作：/一是新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution",
        ],
        paper={"title": "张掖市2024年教育工作总结", "dated": "2024-12-10"},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
