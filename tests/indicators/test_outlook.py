"""Whether papers, headings and paragraphs look back or ahead; the sentences are our own.

What belongs here: titles, headings and openings by themselves.  What does not: the numbers below them
(test_reading_outlook).
"""

from __future__ import annotations

from datetime import date

import pytest

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
    ("“十三五”教育发展回顾 全县有幼儿园41所,在园幼儿9120人,毛入园率达91%,普惠率达88%。", True, "report"),
    ("现有基础　“全县一盘棋”推进,有幼儿园41所,在园幼儿9120人,毛入园率达91%。", True, "report"),
    ("总体目标 全县有幼儿园41所,在园幼儿9120人,毛入园率达91%,普惠率达88%。", False, "plan"),
    ("回顾过去五年发展 全县有幼儿园41所,在园幼儿9120人,毛入园率达91%。", True, None),
    ("“十三五”回顾 有幼儿园41所。", True, None),
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
