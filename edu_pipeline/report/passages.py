"""A document's text in pieces, its numbers marked where they stand.

What belongs here: cutting a text at the offsets of its numbers and findings.  What does not: what stands behind a number
(details), how it looks (templates).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from edu_pipeline.report import words


@dataclass(frozen=True)
class Passage:
    """One article: what is known of it, and its text as markup."""

    article: Mapping[str, Any]
    body: Markup


def passages(
    text: str,
    articles: Sequence[Mapping[str, Any]],
    numbers: Sequence[Mapping[str, Any]],
    flags: Sequence[Mapping[str, Any]] = (),
) -> list[Passage]:
    """`text` by article, in their order; what lies outside of all is a passage of an article without a name.

    `numbers` (in order of `start`, without overlap) and `flags` (findings that point at words, not at a number) hold
    their position in `n`; offsets are code points of `text`.
    """
    found, at = [], 0
    for article in sorted(articles, key=lambda row: int(row["start"])):
        start, end = max(at, int(article["start"])), min(len(text), int(article["end"]))
        if text[at:start].strip():
            found.append(Passage({}, _body(text, at, start, numbers, flags)))
        found.append(Passage(article, _body(text, start, end, numbers, flags)))
        at = max(at, end)
    if text[at:].strip():
        found.append(Passage({}, _body(text, at, len(text), numbers, flags)))
    return found


def _body(
    text: str, start: int, end: int, numbers: Sequence[Mapping[str, Any]], flags: Sequence[Mapping[str, Any]]
) -> Markup:
    return Markup().join(_pieces(text, start, end, numbers, flags))


def _pieces(
    text: str, start: int, end: int, numbers: Sequence[Mapping[str, Any]], flags: Sequence[Mapping[str, Any]]
) -> Iterator[Markup]:
    """Text, marks and flags between two offsets.  A flag stands before the number that it would cut."""

    def first(of: int) -> int:
        return bisect_left(numbers, of, key=lambda row: int(row["start"]))

    marks = [(int(row["start"]), 1, row) for row in numbers[first(start) : first(end)]]
    marks += [(_before(int(row["start"]), numbers), 0, row) for row in flags if start <= row["start"] < end]
    at = start
    for position, is_number, row in sorted(marks, key=lambda found: found[:2]):
        yield escape(text[at:position])
        at = position
        if is_number:
            at = int(row["end"])
            yield mark(row, text[position:at])
        else:
            yield flag(row)
    yield escape(text[at:end])


def _before(position: int, numbers: Sequence[Mapping[str, Any]]) -> int:
    at = bisect_left(numbers, position, key=lambda row: int(row["start"])) - 1
    return int(numbers[at]["start"]) if at >= 0 and position < numbers[at]["end"] else position


def mark(row: Mapping[str, Any], text: str) -> Markup:
    """A number in its place; what it is and how grave its findings are is said in words, too, by reference."""
    severity = row.get("severity") if row.get("severity") in words.SEVERITIES else None
    kind = row["kind"] if row["kind"] in words.KINDS else "noise"
    said = f"kind-{kind}" + (f" severity-{severity}" if severity else "")
    return Markup(
        f'<mark class="k-{kind}{f" s-{severity}" if severity else ""}" id="q-{escape(row["quantity_id"])}"'
        f' data-n="{row["n"]:d}" tabindex="0" role="button" aria-describedby="{said}">{escape(text)}</mark>'
    )


def flag(row: Mapping[str, Any]) -> Markup:
    """A finding on words."""
    severity = row["severity"] if row["severity"] in words.SEVERITIES else "info"
    return Markup(
        f'<a class="flag s-{severity}" id="f-{row["n"]:d}" data-f="{row["n"]:d}" href="#f-{row["n"]:d}" role="button"'
        f' aria-label="{severity}: {escape(row["check"])}"></a>'
    )
