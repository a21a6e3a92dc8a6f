"""Cues: every match of a pattern holds one, and they are found in the clauses where they stand.

What belongs here: language.cues, over patterns of our own and of the package.  What does not: where a match begins (test_sweep).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline import indicators
from edu_pipeline.indicators.lexicon import find_words
from edu_pipeline.language.clauses import Cuts
from edu_pipeline.language.cues import Cued, cues_of

TABLE = [
    ("累计|共计", {"累计", "共计"}),
    ("(?:受访|抽[样测])[^,]{0,6}", {"受访", "抽样", "抽测"}),
    ("[^,]{0,4}(?:走访|座谈)$", {"走访", "座谈"}),
    ("(?<!建)标准(?:是|为)?", {"标准"}),
    (r"\d{4}年度?(?:总结)?", {"年"}),
    ("(?:提高|升)(?:到|至)", {"提高到", "提高至", "升到", "升至"}),
    ("(?:的)?(?:基础)?上", {"上"}),
    ("(?:高于|超)[^,]*?(?:全省|全国)平均", {"全省平均", "全国平均"}),
    ("(?:甲|乙.)丙", {"丙"}),
    ("(?:第一)+名", {"第一"}),
]


@pytest.mark.parametrize(("pattern", "cues"), TABLE)
def test_words_that_every_match_holds(pattern: str, cues: set[str]) -> None:
    assert cues_of(pattern) == cues


@pytest.mark.parametrize("pattern", [r"\d+", "[一-鿿]{2}", "(?:标准)?", "(?:标准|.)", "(?=标准)."])
def test_no_words(pattern: str) -> None:
    with pytest.raises(ValueError, match="no words"):
        cues_of(pattern)


@given(st.from_regex("(?:受访|抽[样测])[^,]{0,6}|(?:的)?(?:国家)?标准(?:是|为)?", fullmatch=True))
def test_a_match_holds_a_cue(text: str) -> None:
    assert any(cue in text for cue in cues_of("(?:受访|抽[样测])[^,]{0,6}|(?:的)?(?:国家)?标准(?:是|为)?"))


@cache
def _patterns() -> list[Cued]:
    modules = [
        importlib.import_module(f"{indicators.__name__}.{m.name}") for m in pkgutil.iter_modules(indicators.__path__)
    ]
    return list({id(v): v for module in modules for v in vars(module).values() if isinstance(v, Cued)}.values())


@given(st.text(alphabet="到由从高于标准要求规定的为是基础上较比增加减少提目达现有累计新全市查看访校长", max_size=40))
def test_patterns_are_not_kept_from_what_they_match(text: str) -> None:
    """Whatever a pattern of the package finds in a text, the text has its cue."""
    cues = find_words(text).cues.within((0, len(text)))
    missed = [cued.written for cued in _patterns() if cued.search(text) and not cues & cued.bit]
    assert not missed


def test_cues_of_clauses() -> None:
    text = "抽查学校3所,走访家长20人。受访者5人"
    visits, sampled = (next(p for p in _patterns() if word in cues_of(p.written)) for word in ("走访", "受访"))
    cuts, cues = Cuts(text), find_words(text).cues
    found = [bool(cues.within(cuts.clause(at)) & pattern.bit) for pattern in (visits, sampled) for at in (4, 11, 17)]
    assert found[:2] == [True, True]
    assert found[3:] == [False, False, True]


def test_words_are_read_when_they_are_needed() -> None:
    asked: list[str] = []

    def pattern() -> str:
        asked.append("read")
        return "甲乙"

    cued = Cued(pattern)
    assert not asked
    assert cued.search("丙甲乙") is not None
    assert cued.match("丙甲乙") is None
    assert asked == ["read"]
    cued.cache_clear()
    assert isinstance(cued.fullmatch("甲乙"), re.Match)
    assert len(asked) == 2
