"""Tables that came out with one cell a line.

What belongs here: which lines may be the cells of such a table, and its rows where one way to fold them (folding) is the
best; anything less stays as it was.  The header may have kept its line, with its cells apart.  What does not: the width
of the table (folding), the cells (cells), those with a bar behind each (barred), what figures state (indicators).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from edu_pipeline.reading.barred import Stacked, barred_cells
from edu_pipeline.reading.cells import (
    HAN,
    Place,
    cut,
    is_blank,
    is_figure,
    is_label,
    is_period,
    is_sum_in_words,
    is_translation,
    is_unit_cell,
)
from edu_pipeline.reading.columns import Row
from edu_pipeline.reading.folding import Run, headless_width, kind_of, readings
from edu_pipeline.reading.lines import Line

_MAX_CELL = 32
_LEAST_CELLS = 6
_MAX_HEADERS = 80
_SAYS_UNIT = re.compile(r"单位\s?[:：]")
_COMPARES = re.compile("[比较](?:上|去)(?:学?年|年同期)(?:同期)?")
_ENDS = "。；;，,、！!？?"


def find_barred(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of the tables with a bar behind each cell, by the index of their first line."""
    rows: dict[int, Row] = {}
    for cells in barred_cells(lines, roles):
        _fold(cells, rows, captioned=False, exact=True)
    return rows


def find_stacks(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of the tables of bare lines, by the index of their first line."""
    rows: dict[int, Row] = {}
    run: list[Stacked] = []
    units: list[Line] = []
    captioned = False
    for i, line in enumerate(lines):
        if headers := _headers(line, roles[i]):
            run += headers
        elif run and roles[i] == "" and _belongs_above(line, run[-1]):
            run[-1] = replace(run[-1], last=i, end=line.end, text=run[-1].text + line.text)
        elif _may_be_cell(line, roles[i]):
            run.append(Stacked(i, i, line.start, line.end, line.text))
        elif run and roles[i] == "caption" and _SAYS_UNIT.search(line.text):
            units.append(line)
        else:
            _fold(run, rows, captioned=captioned)
            run = []
            captioned = _SAYS_UNIT.search(line.text) is not None and len(line) <= _MAX_HEADERS
    _fold(run, rows, captioned=captioned)
    ends = {i + row.lines for i, row in rows.items()}
    # a unit between the header and the rows is a row of one cell
    return rows | {u.index: Row(1, ((u.start, u.end),)) for u in units if u.index in ends and u.index + 1 in rows}


def _belongs_above(line: Line, cell: Stacked) -> bool:
    """Whether a line is the translation of the name in the cell above, its unit or its end: 地区 | Region, 在园人数 | (人),
    比上年 | 增长(%)."""
    if cell.last != line.index - 1 or not HAN.search(cell.text):
        return False
    unit = line.text[0] in "(（" and is_unit_cell(line.text) and cell.text[-1] not in ")）"
    ends = _COMPARES.fullmatch(cell.text) is not None and is_label(line.text) and not is_figure(line.text)
    return unit or ends or is_translation(line.text)


def _may_be_cell(line: Line, role: str) -> bool:
    if len(line) > _MAX_CELL or role not in ("", "furniture"):
        return False
    if role == "furniture":  # page numbers and signs, as far as a line alone tells
        return is_figure(line.text) or is_blank(line.text) or line.text in "%％‰"
    return line.text[-1] not in _ENDS and (is_label(line.text) or is_sum_in_words(line.text))


def _headers(line: Line, role: str) -> list[Stacked]:
    """The cells of a line of headers that blanks or tabs set apart; none where the line is another one."""
    tabs = role == "table" and "\t" in line.text
    if len(line) > _MAX_HEADERS or not (tabs or role == ""):
        return []
    places = [(m.start(), m.end()) for m in re.finditer(r"[^\t]+", line.text)] if tabs else cut(line.text)
    words = [line.text[a:b].strip() for a, b in places]
    if len(words) < 2 or not all(is_period(w) or is_label(w) and kind_of(w) == "W" for w in words):
        return []
    return [
        Stacked(line.index, line.index, line.start + a, line.start + b, w)
        for (a, b), w in zip(places, words, strict=True)
    ]


def _fold(cells: Sequence[Stacked], rows: dict[int, Row], *, captioned: bool, exact: bool = False) -> None:
    """Add the tables that lie in a run of cells, of which a line that only says the unit is none.

    captioned: the line above says the units, so that a table needs no header.  exact: empty cells are among them.
    """
    if len(cells) < _LEAST_CELLS:
        return
    run = Run([c.text for c in cells], [kind_of(c.text) for c in cells], exact)
    begins = [i == 0 or cell.index != cells[i - 1].index for i, cell in enumerate(cells)] + [True]
    if captioned and (width := headless_width(run.kinds)):
        rows |= {
            cells[a].index: Row(width, tuple((c.start, c.end) for c in cells[a : a + width]))
            for a in range(0, len(cells), width)
        }
        return
    low = at = 0
    while True:
        first = next((i for i in range(at, len(cells)) if run.kinds[i] == "F"), None)
        if first is None:
            return
        whole = (r for r in readings(run, low, first) if begins[r.top] and begins[r.body])
        best = max(whole, key=lambda r: (r.score[0], begins[r.top : r.body].count(False), *r.score[1:]), default=None)
        if best is None:
            at = first + 1
            continue
        rows |= _placed(cells, begins, list(best.rows(run)))
        low = at = best.spans[-1].after


def _placed(
    cells: Sequence[Stacked], begins: Sequence[bool], found: Sequence[tuple[int, int, list[int]]]
) -> dict[int, Row]:
    """The rows of one table by their first line; none where a row ends within a line, or other lines lie between."""
    rows: dict[int, Row] = {}
    for a, b, row in found:
        high = cells[b - 1].last - cells[a].index + 1
        taken = sum(c.last - c.index + 1 for c, new in zip(cells[a:b], begins[a:b], strict=True) if new)
        if not (begins[a] and begins[b]) or high != taken:
            return {}
        places = [(cells[i].start, cells[i].end) if i >= 0 else None for i in row]
        rows[cells[a].index] = Row(high, _with_empty(places, cells[a].start))
    return rows


def _with_empty(places: Sequence[Place | None], start: int) -> tuple[Place, ...]:
    """Cells in order; an empty one has no width and stands after the one before it."""
    found: list[Place] = []
    for place in places:
        at = found[-1][1] if found else start
        found.append(place or (at, at))
    return tuple(found)
