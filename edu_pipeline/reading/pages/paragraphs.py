"""Lines to paragraphs by how they stand on the page.

What belongs here: where a paragraph ends, by indents, gaps, sizes and how far its lines reach.  What does not: what its
words say (blocks, which gets the paragraphs as lines).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from edu_pipeline.reading.lines import begins_item, ends_sentence
from edu_pipeline.reading.pages.rows import Line
from edu_pipeline.reading.pages.writing import width

_SAME = 0.12  # of the size: how much lines of one paragraph may differ in size
_INDENT = 0.8  # of the size, at least
_SLACK = 0.5  # of the size: what justification and hanging marks may take
_LEADING = 1.15  # of the usual distance of lines is a gap
_LARGER = 1.15  # of the usual size is a heading's
_HEADING = 60  # characters, at most
_WIDE = 1.5  # of the size: a gap between cells; there are two, or one twice as wide
_CENTRED = 1.0  # of the size: how far a centred line may be off
_UNIT = r"[“‘（《「『【(\[]*(?:[0-9A-Za-z.,:%+\-/]+|.)[，。、；：！？”’）》」』】)\],.;:!?%％‰]*"
# what no line is broken inside: a character or figure with the marks around it, and what browsers tie to such a mark
_TOKEN = re.compile(rf"{_UNIT}(?:(?<=[,.;:!?“”‘’]){_UNIT}){{0,3}}")
_BLANK = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_CLOSED = re.compile("[。；;！？!?：:)）】〕”]$")
_UNITED = re.compile("[0-9０-９][万亿名人所个元校家座%％]")


@dataclass(frozen=True, slots=True)
class Habits:
    """What the pages have in common: the usual size, the usual distance of lines, whether paragraphs are indented."""

    size: float
    leading: float
    indented: bool


def habits(lines: Sequence[Line]) -> Habits:
    sizes: dict[float, int] = defaultdict(int)
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = max(sizes, key=lambda s: sizes[s], default=10.0)
    body = [line for line in lines if abs(line.size - size) <= _SAME * size]
    pairs = _neighbours(body)
    full = [_is_full(a, b) for a, b in pairs]
    steps = [b.middle - a.middle for a, b in pairs]
    inside = [step for step, goes_on in zip(steps, full, strict=True) if goes_on]
    begun = [b for (_, b), goes_on in zip(pairs, full, strict=True) if not goes_on and len(b.text) >= 15]
    indents = sum(_is_indented(line) for line in begun)
    usual = median(inside or steps or [2 * size])
    return Habits(size, usual, bool(begun) and 2 * indents >= len(begun))


def _neighbours(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    return [
        (a, b) for a, b in zip(lines, lines[1:], strict=False)
        if a.page == b.page and a.column == b.column and 0 < b.middle - a.middle < 6 * a.size
    ]  # fmt: skip


def goes_on(line: Line, following: Line, usual: Habits) -> bool:
    """Whether the paragraph of a line goes on in the next one of the text, maybe on the next column or page."""
    if abs(line.size - following.size) > _SAME * line.size:
        return False
    if _is_spread(line) or _is_spread(following):
        return False
    beside = line.page == following.page and line.column == following.column
    if beside and following.middle - line.middle > _LEADING * max(usual.leading, line.size):
        return False
    if _is_centred(line) and _is_centred(following):
        return line.size >= _LARGER * usual.size and not begins_item(following.text)
    if not _is_full(line, following) or _is_indented(following):
        return False
    if begins_item(following.text) and _CLOSED.search(line.text):
        return False
    if usual.indented:
        return True
    # without indents only the words tell a full last line from one that goes on
    return not ends_sentence(line.text) or beside


def is_heading(lines: Sequence[Line], usual: Habits) -> bool:
    """Whether a paragraph is a heading by its size."""
    text = "".join(line.text for line in lines)
    return (
        lines[0].size >= _LARGER * usual.size
        and len(text) <= _HEADING
        and not ends_sentence(text)
        and not _UNITED.search(text)
    )


def _is_full(line: Line, following: Line) -> bool:
    """Whether what the next line begins with would not have found room on the line."""
    room = line.frame[1] - line.right - _SLACK * line.size
    if room <= 0:
        return True
    token = _TOKEN.match(_BLANK.sub("", following.text[:40]))
    column = max(line.size / 2, (line.right - line.left) / max(width(line.text), 1))  # wider where it is spaced out
    return token is not None and room < width(token.group()[:16]) * column


def _is_spread(line: Line) -> bool:
    """Whether a line is a row of figures or names, wide apart, that is no table with its neighbours."""
    gaps = [b.left - a.right for a, b in zip(line.pieces, line.pieces[1:], strict=False)]
    return sum(gap > _WIDE * line.size for gap in gaps) >= 2 or any(gap > 2 * _WIDE * line.size for gap in gaps)


def _is_indented(line: Line) -> bool:
    return line.left - line.frame[0] >= _INDENT * line.size


def _is_centred(line: Line) -> bool:
    before, after = line.left - line.frame[0], line.frame[1] - line.right
    return before > _INDENT * line.size and abs(before - after) <= _CENTRED * line.size + 1
