"""One total told twice, once or both times in parts.

What belongs here: two ways to divide one total in one sentence (新建27所、改扩建15所; 27所完工、12所在建、3所未开工), and a total
that an article later tells in parts, beside a number that comes again with both.  What does not: parts and totals that
the text itself adds up (audits), and equal statements (relations).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from edu_pipeline.quality.finding_rows import shown
from edu_pipeline.quality.populations import division
from edu_pipeline.quality.statements import Statement

_ANCHOR_DIGITS = 3
_MOST_PARTS = 12


def rows(found: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    """Rows of `relations` (without their key): repeats of a total in parts."""
    articles: dict[str, list[Statement]] = defaultdict(list)
    for s in found:
        if s.row["nature"] == "actual" and s.row["measure"] == "level":
            articles[s.row["article_id"]].append(s)
    for article in sorted(articles):
        members = sorted(articles[article], key=lambda s: s.order)
        yield from _divided_twice(members)
        yield from _beside_an_anchor(members)


def _counted(s: Statement) -> tuple[Any, ...]:
    row = s.row
    return (s.place, row["indicator"], row["unit"])


# ------------------------------------------------------------------------------------------------ two divisions
def _divided_twice(members: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    def alike(s: Statement) -> tuple[Any, ...]:
        return (s.row["sentence"], *_counted(s), s.row["education_level"])

    for _, together in groupby(members, key=alike):
        runs = [(way, list(run)) for way, run in groupby(together, key=lambda s: division(s.row["label"]))]
        for (one, first), (other, second) in zip(runs, runs[1:], strict=False):
            if one and other and one != other and len(first) > 1 and len(second) > 1:
                totals = (math.fsum(s.value for s in first), math.fsum(s.value for s in second))
                if totals[0] == totals[1] and len(first) + len(second) <= _MOST_PARTS:
                    note = (
                        f"{_sum(first)} and {_sum(second)} are both {shown(totals[0])}: one total, divided in two ways"
                    )
                    yield _repeat([*first, *second], "two_divisions", note)


# ------------------------------------------------------------------------------------------------ an anchor
def _beside_an_anchor(members: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    """A number of three or more digits that comes again: what stands before it in its two sentences is one fact."""
    by_value: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    sentences: dict[str, list[Statement]] = defaultdict(list)
    for s in members:
        sentences[s.row["sentence"]].append(s)
        if s.digits >= _ANCHOR_DIGITS:
            by_value[(*_counted(s), s.value)].append(s)
    for told in by_value.values():
        for first, second in zip(told, told[1:], strict=False):
            if first.row["sentence"] != second.row["sentence"]:
                yield from _retold(_before(sentences[first.row["sentence"]], first), _before(sentences[second.row["sentence"]], second))  # fmt: skip


def _before(sentence: Sequence[Statement], anchor: Statement) -> dict[tuple[Any, ...], list[Statement]]:
    """The statements of a sentence before a number, those next to it first, by what they count."""
    found: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for s in sentence:
        if s.order < anchor.order and _counted(s) != _counted(anchor):
            found[_counted(s)].append(s)
    return found


def _retold(
    first: dict[tuple[Any, ...], list[Statement]], second: dict[tuple[Any, ...], list[Statement]]
) -> Iterator[dict[str, Any]]:
    for key in sorted(first.keys() & second.keys()):
        whole, parts = sorted((first[key], second[key]), key=len)
        total = math.fsum(s.value for s in parts)
        if len(whole) == 1 and 1 < len(parts) <= _MOST_PARTS and whole[0].value == total:
            note = f"{shown(whole[0].value)} is told again as {_sum(parts)}, with the same number after it"
            yield _repeat([*whole, *parts], "told_in_parts", note)


def _sum(parts: Sequence[Statement]) -> str:
    return " + ".join(shown(s.value) for s in parts)


def _repeat(members: Sequence[Statement], rule: str, note: str) -> dict[str, Any]:
    return {
        "relation": "repeat",
        "observation_ids": list(dict.fromkeys(s.id for s in members)),
        "rule": rule,
        "note": note,
    }
