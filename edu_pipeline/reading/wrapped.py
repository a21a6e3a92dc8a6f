"""Tables of blanks whose header cells were wrapped over several lines.

What belongs here: putting such a header together again, of one row or of two, over rows of a name and figures.  What does
not: headers that keep their line (columns), tables of one cell a line (stacks), the cells (cells).

    园所个数（所）    班数                 the unit of a cell may stand in the next line
    （个）
    教职工数 （人）   小学附设学前班        a group, over the last cells of the second row
    # 专任教师 班数（个）   幼儿数 （人）   # or 其中: a part of the cell before the group
    全市合计        158 1243 3946 2249 61 1098

The evidence asked for: rows of one width, and above them as many names as the rows have figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from edu_pipeline.reading.cells import HAN, Place, cut, is_blank, is_figure, is_label, is_period, is_unit_cell
from edu_pipeline.reading.columns import FIGURES_LAST, Row, row_of
from edu_pipeline.reading.lines import Line, ends_sentence, has_digit

_LEAST_FIGURES = 3
_LEAST_ROWS = 3
_MAX_HEADERS = 10
_MAX_LINE = 120
_MAX_SECTION = 16
_UNIT = re.compile(r"[(（][^()（）]{1,6}[)）]$")
_OF_WHICH = re.compile(r"[#＃]|其中[:：]?")


class _Name(NamedTuple):
    """A cell of the header; `part`: 其中 stands before it; `line`: the line that it begins in."""

    place: Place
    text: str
    part: bool
    line: int


def find_wrapped(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of the tables with wrapped headers, by the index of their first line; `roles` are '' where nothing is decided."""
    rows: dict[int, Row] = {}
    at = 0
    while at < len(lines):
        cells = _figures(lines[at], roles[at])
        body = _body(lines, roles, at, len(cells)) if cells else {}
        header = _header(lines, roles, at, len(cells) - 1) if body else {}
        if header:
            rows |= header | _without_group(lines, body, header, len(cells))
        at = max(body, default=at) + 1
    return rows


def _figures(line: Line, role: str) -> list[Place]:
    """The cells of a line that holds a name and figures; none where it is another."""
    if role or len(line) > _MAX_LINE or FIGURES_LAST.search(line.text) is None:
        return []
    cells = cut(line.text, single=True)
    words = [line.text[a:b] for a, b in cells]
    figures = all(is_figure(w) or is_blank(w) for w in words[1:])
    named = len(words) > _LEAST_FIGURES and HAN.search(words[0]) is not None and is_label(words[0])
    return cells if named and figures and not is_period(words[0]) else []


def _body(lines: Sequence[Line], roles: Sequence[str], first: int, width: int) -> dict[int, Row]:
    """The rows from a line on, with the sections between them; none where fewer than three are as wide as the first."""
    rows: dict[int, Row] = {}
    whole, last = 0, first
    for i in range(first, len(lines)):
        line = lines[i]
        cells = _figures(line, roles[i])
        section = not roles[i] and len(line) <= _MAX_SECTION and is_label(line.text)
        if not cells and not (section and not has_digit(line.text) and i - last < 2):
            break
        if cells:
            whole, last = whole + (len(cells) == width), i
        told = cells if len(cells) == width else [(0, len(line))]
        rows[i] = row_of(line, told)
    rows = {i: row for i, row in rows.items() if i <= last}
    return rows if whole >= _LEAST_ROWS else {}


def _header(lines: Sequence[Line], roles: Sequence[str], first: int, figures: int) -> dict[int, Row]:
    """The one or two rows of names above a line, as many as it has figures; none where they are not as many."""
    for top in range(first - 1, max(-1, first - _MAX_HEADERS - 1), -1):
        line = lines[top]
        names = len(line) <= _MAX_LINE and not has_digit(line.text) and not ends_sentence(line.text)
        if roles[top] or not names or not all(map(is_label, line.text.split())):
            break
        above = _names(lines[top:first])
        if first - top < 2 or not above or above[0].line != top or _UNIT.fullmatch(above[0].text):
            continue
        if len(above) == figures:
            return {top: Row(first - top, (_empty(above[0]), *(n.place for n in above)))}
        if rows := _of_two(above, top, first, figures):
            return rows
    return {}


def _without_group(lines: Sequence[Line], body: dict[int, Row], header: dict[int, Row], width: int) -> dict[int, Row]:
    """The rows, those among them that have no cell of the group at the end (an office without classes in schools)."""
    if len(header) < 2:
        return body
    upper = header[min(header)].cells
    named = [i for i, (start, end) in enumerate(upper) if end > start]
    under = len(upper) - named[-1]
    told = dict(body)
    for i in body:
        cells = _figures(lines[i], "")
        if len(cells) == width - under:
            places = [(lines[i].start + a, lines[i].start + b) for a, b in cells]
            end = places[-1][1]
            told[i] = Row(1, (*places, *[(end, end)] * under))
    return told


def _names(lines: Sequence[Line]) -> list[_Name]:
    """The cells of some lines of a header, each with its unit, wherever that stands."""
    names: list[_Name] = []
    part = False
    for line in lines:
        for a, b in cut(line.text, single=True):
            text, place = line.text[a:b], (line.start + a, line.start + b)
            if _OF_WHICH.fullmatch(text):
                part = True
            elif names and not part and is_unit_cell(text) and text[0] in "(（" and not _UNIT.search(names[-1].text):
                names[-1] = names[-1]._replace(place=(names[-1].place[0], place[1]), text=names[-1].text + text)
            else:
                names.append(_Name(place, text, part, line.index))
                part = False
    return names


def _of_two(names: Sequence[_Name], top: int, first: int, figures: int) -> dict[int, Row]:
    """A header whose last line is a second row: parts (#) under the cell before the group, the others under the group."""
    upper, lower = [n for n in names if n.line < first - 1], [n for n in names if n.line == first - 1]
    parts = sum(n.part for n in lower)
    group = upper[-1] if upper else None
    grouped = group is not None and not _UNIT.search(group.text) and all(_UNIT.search(n.text) for n in upper[:-1])
    in_order = all(n.part for n in lower[:parts]) and len(lower) - parts > 1
    if group is None or not grouped or not in_order or len(upper) - 1 + len(lower) != figures:
        return {}
    gap = (upper[-2].place[1],) * 2 if len(upper) > 1 else _empty(upper[0])
    over = (*(n.place for n in upper[:-1]), *[gap] * parts, group.place)
    under = _empty(lower[0])
    return {
        top: Row(first - 1 - top, (_empty(upper[0]), *over, *[(group.place[1],) * 2] * (len(lower) - parts - 1))),
        first - 1: Row(1, (under, *[under] * (len(upper) - 1), *(n.place for n in lower))),
    }


def _empty(name: _Name) -> Place:
    """A cell of no width before a name."""
    return name.place[0], name.place[0]
