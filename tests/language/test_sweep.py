"""Sweeps find what `re` finds, in the same order.

What belongs here: language.sweep.  What does not: which patterns are asked at all (test_cues).
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.language import periods_grammar, quantities, units
from edu_pipeline.language.sweep import Sweep, first_of

TEXTS = st.text(
    alphabet="0123年月日至0０９一二三十百万亿个所人%.,，、。以来近五“”十四不低于超过约以上第半数分之成", max_size=60
)
SWEEPS = [
    periods_grammar.words().trigger,
    quantities._arabic_pattern(),
    quantities._chinese_pattern(),
    units.comparator_before(),
    Sweep("(?<!第)[一二三]+(?=所)|半"),
    Sweep("(?=[一半])(?:半数?|.{2})"),
]


@given(TEXTS, st.sampled_from(SWEEPS), st.integers(0, 9), st.integers(0, 60))
def test_what_re_finds(text: str, sweep: Sweep, start: int, end: int) -> None:
    expected = list(sweep.pattern.finditer(text, start, end))
    found = list(sweep.finditer(text, start, end))
    assert [(m.span(), m.lastgroup, m.groups()) for m in found] == [
        (m.span(), m.lastgroup, m.groups()) for m in expected
    ]
    first = sweep.search(text, start, end)
    assert (first.span() if first else None) == (expected[0].span() if expected else None)


@pytest.mark.parametrize(
    ("pattern", "begins", "does_not"),
    [
        ("(?:年底|学期)?[0-9]+", "年学5", "底期一"),
        ("(?<!第)(?P<n>[一二])(?:所|名)", "一二", "第所名"),
        (r"\s?(?:超过|约)", " 超约", "过"),
        ("(?=[甲乙]).", "甲乙", "丙"),
    ],
)
def test_what_a_match_begins_with(pattern: str, begins: str, does_not: str) -> None:
    first = re.compile(first_of(pattern))
    assert all(first.fullmatch(c) for c in begins)
    assert not any(first.fullmatch(c) for c in does_not)


@pytest.mark.parametrize("pattern", ["(?:年)?", "[^一]所", ".所", ""])
def test_what_cannot_be_swept(pattern: str) -> None:
    with pytest.raises(ValueError, match="can"):
        first_of(pattern)
