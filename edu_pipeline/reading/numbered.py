"""Tables that came out with one cell a line, whose rows are numbered.

What belongs here: finding such a table by its numbers in order (序号 … 1 … 2 … 3).  What does not: tables without them
(stacks), the cells (cells), what a figure states (indicators).

The numbers are all the evidence that is needed: a header that opens with 序号, and 1, 2, 3 … each as many lines after the
one before as the header has cells.  So cells may be as long as they like and hold sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edu_pipeline.reading.columns import Row
from edu_pipeline.reading.lines import Line
from edu_pipeline.reading.words import DIGIT

_CORNER = re.compile(r"序\s?号|编\s?号|NO\.?", re.I)
_NUMBER = re.compile(rf"0?({DIGIT}{{1,3}})[.、]?")
_WIDTHS = range(3, 16)
_MAX_HEADER = 32
_MAX_CELL = 200
_LEAST_ROWS = 2


def find_numbered(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of numbered tables with one cell a line, by the index of their first line."""
    rows: dict[int, Row] = {}
    at = 0
    while at < len(lines):
        width, count = _table(lines, roles, at) if _CORNER.fullmatch(lines[at].text) else (0, 0)
        for row in range(count + 1 if count else 0):
            first = at + row * width
            cells = tuple((line.start, line.end) for line in lines[first : first + width])
            rows[first] = Row(width, cells)
        at += (count + 1) * width if count else 1
    return rows


def _table(lines: Sequence[Line], roles: Sequence[str], at: int) -> tuple[int, int]:
    """Cells of a row and rows below the header that begins at a line; (0, 0) where no table begins."""
    for width in _WIDTHS:
        if at + width < len(lines) and _order(lines[at + width].text) == 1:
            header = all(len(line) <= _MAX_HEADER for line in lines[at : at + width])
            count = 0
            while _is_row(lines, roles, at + (count + 1) * width, width, count + 1):
                count += 1
            return (width, count) if header and count >= _LEAST_ROWS else (0, 0)
    return 0, 0


def _is_row(lines: Sequence[Line], roles: Sequence[str], at: int, width: int, number: int) -> bool:
    return (
        at + width <= len(lines)
        and _order(lines[at].text) == number
        and all(
            len(line) <= _MAX_CELL and role != "contents"
            for line, role in zip(lines[at : at + width], roles[at : at + width], strict=True)
        )
    )


def _order(text: str) -> int | None:
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else None
