"""What is wrong with a document as a document.

What belongs here: flaws that the reading itself can see: missing sections, redactions, page breaks, bad characters.
What does not: what they do to the numbers (quality), and flaws of single values.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edu_pipeline.reading.contents import find_contents, key
from edu_pipeline.reading.frontmatter import parts
from edu_pipeline.reading.lines import marker, split_lines
from edu_pipeline.reading.model import Article, Part, ReadDocument

_REDACTED = re.compile(
    r"[(（]略[)）]|(?<=[一-龥)）])[*＊×]{1,6}(?=[一-龥,，。、;；])|[□■▇█]{2,}|[XxＸ×]{2,4}(?=[省市县区镇乡年])"
)
_EXCERPT = re.compile(r"[(（][^()（）]{0,6}(?:节选|摘选|摘录|节录|摘编|摘要)[)）]$")
"""第三部分 决算情况说明（节选）: that the rest is left out is said."""
_COLUMN = re.compile("【[^【】]+】")
"""【数据通报】 6月主要指标: in the text the column stands alone."""
_SIGN = re.compile(r"^[▍▎▌█◇◆●○■□▲△▼▽★☆※◎►▶➢·•\s]+")
_BREAK = re.compile(r"[^\W_](?P<gap>\s+)(?=[^\W_])")
_BROKEN = re.compile("\ufffd+")
_RANK = {"chapter": 0, "part of a chapter": 1, "han": 2, "paren": 3, "digit": 4}
_HAN = {c: i for i, c in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class Defect:
    """One flaw: a code, the characters it is about, and the complaint in words."""

    code: str
    start: int
    end: int
    message: str


def defects(document: ReadDocument, articles: Sequence[Article]) -> list[Defect]:
    """Every flaw of a document, in order of position; those of a repeated body are left out but for the repetition.

    Codes: contents_unfulfilled, breaks_off, repeated_body, redaction, page_break, interrupted_sentence,
    missing_section, broken_characters.
    """
    starts = [b.start for b in document.blocks]
    originals = [a for a in articles if a.duplicate_of is None]
    all_parts = parts(document)
    found = [*_contents(document, all_parts), *_of_articles(articles), *_characters(document)]
    for article in originals:
        section = all_parts[bisect_left(starts, article.start) : bisect_left(starts, article.end)]
        found += [*_redactions(section), *_breaks(section), *_sections(section)]
        found += [
            Defect("interrupted_sentence", b.start, b.end, "The sentence began before what stands above it.")
            for b in document.blocks[bisect_left(starts, article.start) : bisect_left(starts, article.end)]
            if b.continues
        ]
    return sorted(found, key=lambda d: (d.start, d.end, d.code))


def _contents(document: ReadDocument, all_parts: Sequence[Part]) -> Iterator[Defect]:
    lines = split_lines(document.text)
    entries = find_contents(lines)
    if not entries:
        return
    after = lines[max(e.line for e in entries)].end
    headings = [p.text for p in all_parts if p.start >= after and len(p.text) <= 90]
    if any(map(_EXCERPT.search, headings)):
        return
    printed = set(map(_titled, headings)) - {""}
    for entry in entries:
        column = _COLUMN.match(entry.title)
        if entry.page is not None and printed.isdisjoint({_titled(entry.title), _titled(column[0] if column else "")}):
            line = lines[entry.line]
            yield Defect(
                "contents_unfulfilled",
                line.start,
                line.end,
                f"The contents page lists {entry.title}, which the text does not hold.",
            )


def _titled(heading: str) -> str:
    """A heading as contents and text have it in common: without a sign before it."""
    return key(_SIGN.sub("", heading))


def _of_articles(articles: Sequence[Article]) -> Iterator[Defect]:
    for article in articles:
        if article.duplicate_of is not None:
            yield Defect(
                "repeated_body", article.start, article.end, f"Repeats article {article.duplicate_of} of this document."
            )
        elif not article.complete:
            yield Defect(
                "breaks_off", article.start, article.end, "The text breaks off, or its contents page promises more."
            )


def _characters(document: ReadDocument) -> Iterator[Defect]:
    for found in _BROKEN.finditer(document.text):
        yield Defect("broken_characters", found.start(), found.end(), "Bytes that the encoding does not know.")


def _redactions(section: Sequence[Part]) -> Iterator[Defect]:
    for part in section:
        if part.role != "furniture":
            for found in _REDACTED.finditer(part.text):
                yield Defect(
                    "redaction", part.start + found.start(), part.start + found.end(), "Something was taken out here."
                )


def _breaks(section: Sequence[Part]) -> Iterator[Defect]:
    for part in section:
        if part.role == "body" and ("\n" in part.text or "\r" in part.text):
            for found in _BREAK.finditer(part.text):
                if not any(c in found["gap"] for c in "\r\n"):
                    continue
                yield Defect(
                    "page_break",
                    part.start + found.start("gap"),
                    part.start + found.end("gap"),
                    "A line break stands inside a sentence.",
                )


def _sections(section: Sequence[Part]) -> Iterator[Defect]:
    """Numbers of headings that jump: 2. is followed by 4."""
    last: dict[int, int] = {}
    for part in section:
        found = marker(part.text) if part.role in ("heading", "body") else None
        if found is None or found[0] not in _RANK:
            continue
        rank = _RANK["part of a chapter" if found[1].endswith("节") else found[0]]
        number = _number(found[1])
        before = last.get(rank)
        if before is not None and number is not None and before + 1 < number <= before + 3:
            yield Defect(
                "missing_section", part.start, part.start + len(found[1]), f"Number {number} follows number {before}."
            )
        last = {r: n for r, n in last.items() if r < rank}
        if number is not None:
            last[rank] = number


def _number(printed: str) -> int | None:
    """The number of a marker in Arabic or Chinese numerals below one hundred."""
    arabic = re.search(r"\d{1,3}", printed)
    if arabic:
        return int(arabic.group())
    numeral = "".join(c for c in printed if c in "一二三四五六七八九十")
    tens, ten, ones = numeral.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or not numeral:
        return None
    return (_HAN.get(tens, 1) * 10 if ten else 0) + _HAN.get(ones, 0)
