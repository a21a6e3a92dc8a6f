"""Edges: a pattern that is asked at one place never matches where another character stands than those it names.

What belongs here: language.edges, over patterns of our own and of the package.  What does not: patterns that are looked for
along a text (test_sweep, test_cues).
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline import indicators, language
from edu_pipeline.language.edges import Ahead, Behind


@pytest.mark.parametrize(
    ("pattern", "first"), [(r"(?:个|工作)日", "个工"), ("(?:及)?以上(?!的)", "及以"), ("[a-c]所", "abc")]
)
def test_what_stands_ahead(pattern: str, first: str) -> None:
    assert Ahead(pattern).firsts == set(first)


@pytest.mark.parametrize(
    ("pattern", "last"),
    [
        ("(?:不足|满(?:了|达)?)$", "足满了达\n"),
        ("约$|超过?$", "约过超\n"),
        ("(?<!学)前$", "前\n"),
        ("(?:现?有|共)++$", "有共\n"),
    ],
)
def test_what_stands_behind(pattern: str, last: str) -> None:
    assert Behind(pattern).lasts == set(last)


def test_blanks_are_characters() -> None:
    assert set(" \t\n\u3000前") <= Behind(r"前\s?$").lasts


@pytest.mark.parametrize("pattern", ["[一-鿿]所", "[^所]", r"\s*", r"\d人"])
def test_what_is_no_edge_ahead(pattern: str) -> None:
    with pytest.raises(ValueError, match="can|too many"):
        Ahead(pattern)


@pytest.mark.parametrize("pattern", ["不足", "不足$|约", "[^前]$", r"\s*$"])
def test_what_is_no_edge_behind(pattern: str) -> None:
    with pytest.raises(ValueError, match="can|end"):
        Behind(pattern)


@cache
def _of_the_package() -> list[Ahead | Behind]:
    modules = [
        importlib.import_module(f"{package.__name__}.{m.name}")
        for package in (indicators, language)
        for m in pkgutil.iter_modules(package.__path__)
    ]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, (Ahead, Behind))]
    assert any(isinstance(edge, Ahead) for edge in found)
    assert any(isinstance(edge, Behind) for edge in found)
    return found


@given(
    st.text(
        alphabet="前每满不足超过低于从由共各印份:： 其中含注说明备以上下内的人年岁个分及比较占为约到至和、\n12",
        max_size=24,
    )
)
def test_patterns_are_not_kept_from_what_they_match(text: str) -> None:
    for edge in _of_the_package():
        if isinstance(edge, Ahead):
            assert text[:1] in edge.firsts or not edge.pattern.match(text)
        else:
            assert text[-1:] in edge.lasts or not edge.pattern.search(text)
