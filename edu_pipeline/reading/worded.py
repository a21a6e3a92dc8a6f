"""Tables of blanks whose cells say things in words: 张家窝镇中学扩建    新增18个班,9600平方米    6740    12月竣工.

What belongs here: finding such rows by their wide gaps, as many in each as in the header above them.  What does not:
columns of figures (columns, wrapped), the cells (cells), what they state (indicators).

The evidence asked for: a header of three names or more without a figure but a year, and below it two lines or more that are parted
into as many short cells, each with a name first and a digit behind it, and none of them a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edu_pipeline.reading.cells import Place, cut, is_label
from edu_pipeline.reading.columns import Row, row_of
from edu_pipeline.reading.lines import Line
from edu_pipeline.reading.words import CENTURY, DIGIT

_LEAST_CELLS, _LEAST_ROWS = 3, 2
_MAX_LINE, _MAX_CELL = 200, 40
_SENTENCE = re.compile("[。；;！!？?：:]")
_FIGURE = re.compile(DIGIT)
_YEAR = re.compile(rf"{CENTURY}{DIGIT}{{2}}(?:年|[-—–])")
_NAME = re.compile(r"[(（]?[一-鿿]{2}")


def find_worded(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of such tables by the index of their line; `roles` are '' where nothing is decided yet."""
    rows: dict[int, Row] = {}
    at = 0
    while at < len(lines):
        header = _cells(lines[at], roles[at])
        below = at + 1
        if _is_header(lines[at], header):
            while below < len(lines) and _is_row(lines[below], roles[below], len(header)):
                below += 1
        if below - at > _LEAST_ROWS:
            rows |= {line.index: row_of(line, _cells(line, "")) for line in lines[at:below]}
        at = below
    return rows


def _cells(line: Line, role: str) -> list[Place]:
    """The cells of a line that wide gaps part; none where it is another line already, or too long."""
    wide = role == "" and len(line) <= _MAX_LINE and ("  " in line.text or "\u3000" in line.text)
    return cut(line.text) if wide else []


def _is_header(line: Line, cells: Sequence[Place]) -> bool:
    words = [line.text[a:b] for a, b in cells]
    named = len(words) >= _LEAST_CELLS and all(map(is_label, words))
    told = any(_SENTENCE.search(w) or _FIGURE.search(_YEAR.sub("", w)) for w in words)
    return named and not told


def _is_row(line: Line, role: str, width: int) -> bool:
    words = [line.text[a:b] for a, b in _cells(line, role)]
    fits = len(words) == width and _NAME.match(words[0]) is not None
    short = all(len(w) <= _MAX_CELL and not _SENTENCE.search(w) for w in words)
    return fits and short and any(map(_FIGURE.search, words[1:]))
