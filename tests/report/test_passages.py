"""A text cut at its numbers and put together again."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.report.passages import passages

TEXTS = st.text(alphabet="清川市2024年<>&\"'/ \n\U00020bb7\u0301", max_size=60)


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """A text with articles that do not overlap, numbers within them, and findings anywhere."""
    text = draw(TEXTS)
    offsets = st.integers(0, len(text))
    edges = sorted(draw(st.lists(offsets, max_size=6, unique=True)))
    articles = [{"start": a, "end": b} for a, b in zip(edges[::2], edges[1::2], strict=False)]
    numbers = []
    for article in articles:
        inner = sorted(draw(st.lists(st.integers(article["start"], article["end"]), max_size=6, unique=True)))
        numbers += [{"start": a, "end": b} for a, b in zip(inner[::2], inner[1::2], strict=False)]
    for n, number in enumerate(numbers):
        number |= {"n": n, "quantity_id": f"{n:x}", "kind": "observation", "severity": None}
    flags = [{"start": at, "n": n, "severity": "info", "check": "x"} for n, at in enumerate(draw(st.lists(offsets, max_size=4)))]  # fmt: skip
    return text, articles, numbers, flags


@given(cuts())
def test_nothing_of_the_text_is_lost_or_moved(
    given_: tuple[str, list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    text, articles, numbers, flags = given_
    found = passages(text, articles, numbers, flags)
    body = "".join(passage.body for passage in found)
    assert [unescape(mark) for mark in re.findall(r"<mark[^>]*>(.*?)</mark>", body, re.DOTALL)] == [
        text[number["start"] : number["end"]] for number in numbers
    ]
    plain = unescape(re.sub(r"</?(?:mark|a)\b[^>]*>", "", body))
    covered = "".join(text[article["start"] : article["end"]] for article in articles)
    # what lies outside of all articles is left out where it is blank, and only there
    assert "".join(plain.split()) == "".join(text.split())
    assert len(plain) >= len(covered)


def test_a_finding_inside_a_number_stands_before_it() -> None:
    number = {"start": 1, "end": 4, "n": 0, "quantity_id": "a", "kind": "target", "severity": "error"}
    flag = {"start": 2, "n": 0, "severity": "warning", "check": "number_across_break"}
    (passage,) = passages("共12\n所", [{"start": 0, "end": 5}], [number], [flag])
    assert re.sub(r' (?:id|href|data-\w|role|tabindex|aria-\w+)="[^"]*"', "", passage.body) == (
        '共<a class="flag s-warning"></a><mark class="k-target s-error">12\n</mark>所'
    )


def test_what_an_unknown_word_says_is_not_taken_for_a_class() -> None:
    number = {"start": 0, "end": 1, "n": 0, "quantity_id": '"><b>', "kind": 'x" onclick="y', "severity": '"><script>'}
    (passage,) = passages("1", [{"start": 0, "end": 1}], [number])
    assert 'class="k-noise"' in passage.body
    assert "<script" not in passage.body and "onclick" not in passage.body and "<b>" not in passage.body
