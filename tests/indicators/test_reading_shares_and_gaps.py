"""Shares that name most of what they are of, distances told as such, and awards: sentences of our own.

What belongs here: sentences and what they state; the notation (conftest).  What does not: thresholds (test_kinds_definitions),
changes (test_reading_comparisons).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

MOST: list[Case] = [
    ("90%以上的学校达到省标准化要求。", [("90%", "_ _ 90 % ge")]),
    ("85%以上的幼儿园通过验收。", [("85%", "_ pre_primary 85 % ge")]),
    ("70%以上的农村小学开设了编程课。", [("70%", "_ primary 70 % ge")]),
    ("500人以上的学校建成标准食堂。", [("500人", "definition")]),
    ("6个班以上的幼儿园通过验收。", [("6个", "definition")]),
]

APART: list[Case] = [
    ("毛入园率与全国的差距由2.5个百分点缩小到0.3个百分点。", [("2.5", "_ _ -2.5 pp gap"), ("0.3", "_ _ -0.3 pp gap")]),
    ("九年巩固率与全省平均水平的差距为1.4个百分点。", [("1.4", "retention_rate compulsory -1.4 pp gap")]),
    ("高中阶段毛入学率与全市差距缩小到3个百分点。", [("3个", "gross_enrolment_ratio upper_secondary -3 pp gap")]),
    ("城乡差距逐步缩小，毛入园率提高2.5个百分点。", [("2.5", "gross_enrolment_ratio pre_primary 2.5 pp change")]),
    ("与全国差距明显缩小，毛入园率达到91%。", [("91%", "gross_enrolment_ratio pre_primary 91 %")]),
]

YEARS: list[Case] = [
    (
        "学前一年毛入园率98.7%、学前二年90.1%、学前三年76.4%。",
        [
            ("98.7%", "gross_enrolment_ratio pre_primary 98.7 %"),
            ("90.1%", "gross_enrolment_ratio pre_primary 90.1 %"),
            ("76.4%", "gross_enrolment_ratio pre_primary 76.4 %"),
        ],
    ),
    ("幼儿园21所，专任教师持证率90%。", [("90%", "teacher_certification_rate pre_primary 90 %")]),
    ("普通高中教师持证率100%。", [("100%", "teacher_certification_rate general_upper_secondary 100 %")]),
    ("教师持证率97%。", [("97%", "teacher_certification_rate compulsory 97 %")]),
]

TOGETHER: list[Case] = [
    (
        "新建公办幼儿园21所共3.2万平方米。",
        [("21所", "schools_built pre_primary 21 institution"), ("3.2万", "floor_area_built pre_primary 32000 m2")],
    ),
    ("改建小学8所共约1.1万平方米。", [("8所", "schools_built primary 8 institution")]),
    ("新建12所共享实训中心。", [("12所", "_ _ 12 institution")]),
]

AWARDS: list[Case] = [
    ("今年获省级奖励4项、市级奖励6项。", [("4项", "_ _ 4 item 2023-01-01..D"), ("6项", "_ _ 6 item 2023-01-01..D")]),
    ("今年获得市级表彰12次。", [("12次", "_ _ 12 _ 2023-01-01..D")]),
    ("今年来，全县有省级示范校12所。", [("12所", "_ _ 12 institution D")]),
    ("获评省级示范校12所。", [("12所", "_ _ 12 institution D")]),
]


@pytest.mark.parametrize("case", [*MOST, *APART, *YEARS, *TOGETHER, *AWARDS], ids=lambda c: c[0][:16])
def test_what_is_stated(case: Case, reads: Any) -> None:
    reads(*case, title="金昌市2023年教育工作情况汇报", dated="2023-12-06")
