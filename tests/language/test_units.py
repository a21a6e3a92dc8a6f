"""Multiples and the units of columns, rule by rule: language.quantities and language.units, and near misses.

A line is a text and what a number of it means (value unit), or the name of a column and its unit.

What belongs here: one rule each.  What does not: the units and comparators themselves (test_quantities); the form of
the tables (helpers/rule_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

from edu_pipeline.language.quantities import find_quantities
from edu_pipeline.language.units import of_column

RULES = {
    "language.quantities._GROWN": Rule(
        "增长1.5倍 is a growth of 150 %",
        by=[
            "教育经费增长1.5倍。 | 1.5倍 = 150 %",
            "公办学位增加了近2倍。 | 2倍 = 200 %",
            "在校生规模扩大3倍。 | 3倍 = 300 %",
        ],
        alone=["教育经费是2020年的1.5倍。 | 1.5倍 = 1.5 other", "学位为上年的2倍。 | 2倍 = 2 other"],
    ),
    "language.units._PER_PERSON": Rule(
        "生均 in the name of a column makes its unit one for each",
        by=[
            "生均校舍面积 | column = m2/person",
            "小学生均公用经费 | column = CNY/person",
            "每名学生教辅用房 | column = m2/person",
        ],
        alone=["校舍面积 | column = m2", "学生资助经费 | column = CNY"],
    ),
    "language.units._PER_HUNDRED": Rule(
        "每百名学生 in the name of a column makes its unit one for each hundred",
        by=[
            "每百名学生拥有多媒体教室 | column = room/100 students",
            "小学每百名学生拥有骨干教师 | column = person/100 students",
            "每百学生网络教室 | column = room/100 students",
        ],
        alone=["多媒体教室 | column = room", "百名骨干教师 | column = person"],
    ),
}


@pytest.fixture
def reads() -> Callable[..., None]:
    def check(text: str, expected: list[tuple[str, str]]) -> None:
        for piece, meant in expected:
            if piece == "column":
                assert of_column(text) == meant, f"{text}: {of_column(text)}, not {meant}"
                continue
            at = text.index(piece)
            read = [f"{q.value:g} {q.unit}" for q in find_quantities(text) if q.start == at]
            assert read == [meant], f"{piece} of {text}: {read}, not {meant}"

    return check


test_right, test_missed_without_its_rule = table(RULES)
