"""A paragraph as it is read: without the page breaks and the marks of footnotes inside it, and the way back.

What belongs here: which characters of a block are left out of what the language reads (line breaks, marks of
footnotes, how a character is said).  What does not: what is read
there (language, indicators).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from edu_pipeline.reading.model import Block

Span = tuple[int, int]

_MARK = re.compile(
    r"(?<=[一-鿿)）”%％])[\[［]注?[\d０-９]{1,2}[\]］](?!\s?号)|(?<=[一-鿿])[①-⑳¹²³⁴-⁹](?=[\d０-９达为共约])"
)
"""The mark of a footnote behind a word: 入园幼儿[2]9.14万人, 毛入园率①达到84.3%."""
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SOUND = re.compile(rf"(?<=[一-鿿])[(（](?=[a-zü]{{0,3}}[{_TONES}])[a-zü{_TONES}]{{1,6}}[)）]")
"""How the character before it is said, in copies of pages: 學(xué)前教育, 2018年(nián)."""
_BRACKETS = "[［"
_RAISED = re.compile("[①-⑳¹²³⁴-⁹]")
_DIGITS = re.compile(r"[\d０-９]+")


class Offsets:
    """From offsets in a paragraph's view to offsets in the document."""

    __slots__ = ("_base", "_shifts", "_where")

    def __init__(self, base: int, gaps: list[tuple[int, int]]) -> None:
        """`gaps`: offset in the view, characters left out there; in order."""
        self._base = base
        self._where = [where for where, _ in gaps]
        self._shifts = [0, *accumulate(width for _, width in gaps)]

    def __call__(self, at: int, *, end: bool = False) -> int:
        if not self._where:
            return self._base + at
        return self._base + at + self._shifts[(bisect_left if end else bisect_right)(self._where, at)]


def view(text: str, block: Block) -> tuple[str, Offsets, list[Span]]:
    """A paragraph's text as it is read, the way back to the document, and where there the numbers of its footnotes are."""
    raw = text[block.start : block.end]
    marks = list(_marks(raw))
    left_out = sorted([*marks, *(_breaks(raw) if "\n" in raw else ())])
    if not left_out:
        return raw, Offsets(block.start, []), []
    parts, gaps, kept, at = [], [], 0, 0
    for start, end in left_out:
        if start < at:
            continue
        parts.append(raw[at:start])
        kept += start - at
        gaps.append((kept, end - start))
        at = end
    parts.append(raw[at:])
    numbers = [m.span() for start, end in marks for m in _DIGITS.finditer(raw, start, end)]
    return "".join(parts), Offsets(block.start, gaps), [(block.start + a, block.start + b) for a, b in numbers]


def unvoiced(text: str) -> str:
    """A title or line without how its characters are said; what is left has offsets of its own."""
    return _SOUND.sub("", text) if "(" in text or "（" in text else text


def _marks(raw: str) -> Iterator[Span]:
    if "(" in raw or "（" in raw:
        yield from (m.span() for m in _SOUND.finditer(raw))
    if any(sign in raw for sign in _BRACKETS) or (not raw.isascii() and _RAISED.search(raw)):
        yield from (m.span() for m in _MARK.finditer(raw))


def _breaks(raw: str) -> Iterator[Span]:
    """Line breaks with the white space around them."""
    at = 0
    while (cut := raw.find("\n", at)) >= 0:
        left = len(raw[at:cut].rstrip()) + at
        at = cut + 1
        while at < len(raw) and raw[at].isspace():
            at += 1
        yield left, at
