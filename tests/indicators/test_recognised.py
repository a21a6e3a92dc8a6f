"""What schools were recognised as, told behind their number.

What belongs here: sentences of our own for indicators/recognised.  What does not: names of such schools beside a number
(test_naming), grades alone (test_leaning).  The notation is conftest's.
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

RECOGNISED: list[Case] = [
    (
        "民乐幼儿园、山丹幼儿园等3所获评省一级示范园。",
        [("3所", "demonstration_kindergartens pre_primary 3 institution")],
    ),
    (
        "全县幼儿园53所，其中8所被认定为市级示范园。",
        [
            ("53所", "institutions pre_primary 53 institution"),
            ("8所", "demonstration_kindergartens pre_primary 8 institution"),
        ],
    ),
    (
        "高台一中等4所学校成功创建为省级示范性高中。",
        [("4所", "demonstration_high_schools general_upper_secondary 4 institution")],
    ),
    ("有2所先后晋升为省级示范幼儿园。", [("2所", "demonstration_kindergartens pre_primary 2 institution")]),
    # what is no such school, or is told of another clause
    ("6所学校被认定为省级足球特色学校。", [("6所", "other _ 6 institution")]),
    (
        "新建幼儿园6所，示范园增至9所。",
        [
            ("6所", "schools_built pre_primary 6 institution"),
            ("9所", "demonstration_kindergartens pre_primary 9 institution"),
        ],
    ),
    ("全县幼儿园53所，均办成示范园。", [("53所", "institutions pre_primary 53 institution")]),
]
FUNDS: list[Case] = [
    (
        "下达改善普通高中办学条件补助资金520万元、现代职业教育质量提升计划资金74万元。",
        [
            ("520万元", "earmarked_education_funds general_upper_secondary 5200000 CNY"),
            ("74万元", "earmarked_education_funds vocational 740000 CNY"),
        ],
    ),
    ("争取中央和省级项目资金2.1亿元。", [("2.1亿元", "earmarked_education_funds _ 210000000 CNY")]),
    ("投入校安工程资金2.1亿元。", [("2.1亿元", "capital_investment _ 210000000 CNY")]),
]
HIRED: list[Case] = [
    ("通过购买服务补足教职工60名。", [("60名", "teachers_recruited _ 60 person")]),
    ("现有教职工60名。", [("60名", "staff _ 60 person")]),
    ("中职招生4700人，其中五年制高职620人。", [("620人", "new_entrants tertiary_vocational 620 person")]),
    ("五年制高职在校生620人。", [("620人", "students tertiary_vocational 620 person")]),
]


@pytest.mark.parametrize("case", [*RECOGNISED, *FUNDS, *HIRED])
def test_recognised(case: Case, reads: Any) -> None:
    reads(*case)
