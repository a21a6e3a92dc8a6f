"""What the prose of web pages states: lists of details, titles won in a year, sections that look back, schools not named.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the day and the
place of a page (tests/reading, tests/language); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

AID = "2021年全县资助学生3000人次,资金260万元。"
RULES = {
    "indicators.leaning._DETAILS": Rule(
        "an item of a list of details counts what all items before it count",
        by=[
            f"{AID}各项明细:学前资助800人次,40万元;高中助学金600人次,70万元;启明计划90人次,8万元。 | 90人次 = student_aid_recipients all 90 person-time | 8万元 = student_aid_amount all 80000 CNY",
            f"{AID}其中:小学补助500人次,30万元;初中补助400人次,32万元;暖心金120人次,12万元。 | 120人次 = student_aid_recipients all 120 person-time | 12万元 = student_aid_amount all 120000 CNY",
            f"{AID}具体如下:中职免学费300人次,24万元;高中助学金600人次,70万元;春雨行动46人次,3万元。 | 46人次 = student_aid_recipients all 46 person-time | 3万元 = student_aid_amount all 30000 CNY",
        ],
        alone=[
            "学前资助800人次,40万元;高中助学金600人次,70万元;启明计划90人次。 | 90人次 = other _ 90 person-time",
            f"{AID}各项明细:学前资助800人次;教师培训600人次;启明计划90人次。 | 90人次 = other _ 90 person-time",
        ],
    ),
    "indicators.timing._PART_OF": Rule(
        "the details of a sentence are of its time",
        by=[
            "加大资助力度。政策逐项落实。2021年全县资助学生3000人次。各项明细:学前资助800人次;高中助学金600人次。 | 800人次 = student_aid_recipients _ 800 person-time 2021 | 600人次 = student_aid_recipients _ 600 person-time 2021",
            "加大资助力度。政策逐项落实。2020年发放助学金260万元。其中高中助学金70万元。 | 70万元 = student_aid_amount _ 700000 CNY 2020",
            "加大资助力度。政策逐项落实。2019年发放助学金260万元。具体为:高中助学金70万元;中职助学金64万元。 | 64万元 = student_aid_amount _ 640000 CNY 2019",
        ],
        alone=[
            "加大资助力度。政策逐项落实。2021年全县资助学生3000人次。发放高中助学金70万元。 | 70万元 = student_aid_amount _ 700000 CNY ?",
            "加大资助力度。政策逐项落实。2021年全县资助学生3000人次。明确高中助学金70万元。 | 70万元 = student_aid_amount _ 700000 CNY ?",
        ],
        paper={"title": "教育惠民情况", "dated": None},
    ),
    "indicators.dating._TITLES_WON": Rule(
        "the year of a title that was won dates nothing behind its clause",
        by=[
            "我市入选2022年全国托育服务示范城市,托位新增2500个。 | 2500个 = _ _ 2500 place ..D",
            "县一中获评2023年省级绿色学校,全县新增学位320个。 | 320个 = new_places _ 320 place ..D",
            "我市成为2023年国家信息化试点城市,组建教育集团12个。 | 12个 = education_groups _ 12 group D",
        ],
        alone=[
            "我市2022年入选全国示范城市,新增学位2500个。 | 2500个 = new_places _ 2500 place 2022",
            "2022年全市新增学位2500个,入选全国示范城市。 | 2500个 = new_places _ 2500 place 2022",
        ],
        paper={"title": "教育惠民情况", "dated": "2025-09-10"},
    ),
    "indicators.headings._REVIEWS": Rule(
        "a section without a number that looks back is of the year it names",
        by=[
            "2023年工作回顾/新建学校6所。 | 6所 = schools_built _ 6 institution 2023",
            "2022年主要成就回顾/新增学位3200个。 | 3200个 = new_places _ 3200 place 2022",
            "“十三五”主要工作回顾/新建学校46所。 | 46所 = schools_built _ 46 institution 2016-01-01..2020-12-31",
        ],
        alone=["工作回顾/新建学校6所。 | 6所 = schools_built _ 6 institution ..D", "校园安全/新建学校6所。 | 6所 = schools_built _ 6 institution ..D"],
        paper={"title": "清河县教育有大动作", "dated": "2024-01-24"},
    ),
}  # fmt: skip

SAID: list[tuple[str, list[tuple[str, str]]]] = [
    # a kind of kindergarten is no kindergarten's name
    ("目前,甘州区普惠性幼儿园覆盖率95%。", [("95%", "inclusive_kindergarten_coverage pre_primary 95 %")]),
    ("高台县普惠幼儿园覆盖率95%。", [("95%", "inclusive_kindergarten_coverage pre_primary 95 %")]),
    ("甘州区集体办幼儿园保教合格率62%。", [("62%", "other pre_primary 62 %")]),
    ("甘州区东街幼儿园保教合格率62%。", [("62%", "anecdote")]),
    ("甘州区实验小学保教合格率62%。", [("62%", "anecdote")]),
    # a count without a known name says nothing of the next sentence's
    ("这八所公办幼儿园今年增加公办园学位2010个。甘州区公办幼儿园现有27所。", [("27所", "institutions pre_primary 27 institution")]),
    ("有6所民办园停办。山丹县民办幼儿园现有17所。", [("17所", "institutions pre_primary 17 institution")]),
    ("有6所小学受表彰。临泽县小学现有17所。", [("17所", "institutions primary 17 institution")]),
    ("全县器材损坏率12%。初中为9%。", [("9%", "other lower_secondary 9 %")]),
    ("毛入园率93%。甘州区为98%。", [("98%", "gross_enrolment_ratio pre_primary 98 % @甘州区")]),
    # 义教
    ("义教寄宿生补助4578人次380万元。", [("4578人次", "student_aid_recipients compulsory 4578 person-time"), ("380万元", "student_aid_amount compulsory 3800000 CNY")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:24] for text, _ in SAID])
def test_reads(reads: Callable[..., None], text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected)


test_right, test_missed_without_its_rule = table(RULES)
