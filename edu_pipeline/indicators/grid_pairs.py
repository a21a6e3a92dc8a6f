"""Cells that hold several figures, each of which its header or stub names.

What belongs here: figures set apart by blanks under headers set apart likewise (计划   完成 over 41000  40628), and two with a
slash between under a name with one (小学（班/人） over 142/6390), or beside the columns of the two levels that they are for.  What does not: the figures themselves (grid_cells), and
what the rows are for (grid_layout).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from edu_pipeline.indicators.grid_cells import Cell, figure_of
from edu_pipeline.indicators.grid_layout import Layout, Spot
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.reading.cells import is_blank, squeezed

_PIECE = re.compile(r"\S+(?:[ \xa0]\S+)*")
"""What two blanks or more set apart."""
_LEAST_ROWS = 2


def parted(text: str, rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows with a column of their own for each figure that stands in a cell, where all rows hold as many there."""
    width = max(map(len, rows), default=0)
    ways = [_ways([row[at] for row in rows if len(row) == width], text) for at in range(width)]
    if all(ways_ == 1 for ways_ in ways):
        return rows
    return [
        [part for cell, into in zip(row, ways, strict=True) for part in _apart(text, cell, into)]
        if len(row) == width
        else row
        for row in rows
    ]


def _pieces(text: str, cell: Cell) -> list[Cell]:
    found = _PIECE.finditer(text, cell.start, cell.end)
    return [Cell(*m.span(), squeezed(m[0])) for m in found]


def _ways(column: Sequence[Cell], text: str) -> int:
    """How many figures stand in each cell of a column below a header of as many words; 1 where they do not."""
    split = [pieces for cell in column if len(pieces := _pieces(text, cell)) > 1]
    figures = [p for p in split if any(figure_of(c.text) for c in p)]
    if len(figures) < _LEAST_ROWS or not all(figure_of(c.text) or is_blank(c.text) for p in figures for c in p):
        return 1
    widths = {len(p) for p in split}
    headed = any(not figure_of(c.text) and not is_blank(c.text) for p in split for c in p)
    return widths.pop() if headed and len(widths) == 1 else 1


def _apart(text: str, cell: Cell, into: int) -> list[Cell]:
    """The cells that one becomes; what is a single word stands over all of them."""
    if into == 1:
        return [cell]
    pieces = _pieces(text, cell)
    if len(pieces) == into:
        return pieces
    return [cell, *(Cell(cell.end, cell.end, "") for _ in range(into - 1))]


_FIGURES = re.compile(rf"([≥≤]?[{DIGITS}][{DIGITS},.]*)\s?[/／]\s?([≥≤]?[{DIGITS}][{DIGITS},.]*)")
_NAMES = re.compile(r"([^\s\d/／()（）:：、]{1,8})[/／]([^\s\d/／()（）:：、]{1,8})")
_NAMED_BEHIND = re.compile(r"(?P<noun>[^:：]{2,16})[:：](?P<part>[^:：]{1,8})")


def taken(layout: Layout, row: Sequence[Cell]) -> list[Spot]:
    """What a layout takes of a row; of two figures with a slash between, each with its half of the name."""
    pairs = {i: found for i, cell in enumerate(row) if (found := _FIGURES.fullmatch(cell.text))}
    names = [cell.text for cell in row if not figure_of(cell.text)]
    if pairs and (of_levels := _of_levels(layout, row, pairs)):
        return of_levels
    if not pairs or not any(map(_NAMES.search, (*names, *map(layout.above, pairs)))):
        return layout.take(row)
    spots = _take_side(layout, row, pairs, 1)
    whole = layout.before  # the row with all its figures is what the next one leans on
    spots += _take_side(layout, row, pairs, 2)
    layout.before = whole
    return spots


_SET = re.compile("(?:[国省市]家?定?|评估|基本|达标|规定)?(?:标准|指标|要求|目标)(?:值|要求)?")
_LEVELS = ("小学", "初中")
_OF_LEVEL = re.compile(
    "(小学|初中)(?:阶段|学校)?(?:达标情况|达成情况|达标值|达到值|现状值?|实际值?|数值|情况|平均值?)?"
)
"""小学, 初中达标情况: the column of what was found in one level."""


def _of_levels(layout: Layout, row: Sequence[Cell], pairs: Mapping[int, re.Match[str]]) -> list[Spot]:
    """标准 | 小学 | 初中 over 4.2/5.3 | 6.81 | 9.04: what is asked of the two levels that other columns are headed by."""
    names = layout.names()
    of_each = [found[1] for name in names if (found := _OF_LEVEL.fullmatch(name))]
    if tuple(of_each) != _LEVELS or not all(i < len(names) and _SET.fullmatch(names[i]) for i in pairs):
        return []
    spots: list[Spot] = []
    for side, level in enumerate(_LEVELS, 1):
        halves = {row[i].start + pair.start(side) for i, pair in pairs.items()}
        taken_ = _take_side(layout, row, pairs, side)
        spots += [replace(s, header=f"{level}{s.header}") if s.cell.start in halves else s for s in taken_]
    layout.before = [cell.text for cell in row]
    return spots


def _take_side(layout: Layout, row: Sequence[Cell], pairs: Mapping[int, re.Match[str]], side: int) -> list[Spot]:
    """The row with one of each two figures; figures that stand alone go with the first."""
    cells = []
    for i, cell in enumerate(row):
        if i in pairs:
            cells.append(Cell(cell.start + pairs[i].start(side), cell.start + pairs[i].end(side), pairs[i][side]))
        else:
            again = side == 2 and figure_of(cell.text) is not None
            cells.append(Cell(cell.start, cell.start, "") if again else cell)
    halves = {cells[i] for i in pairs}
    return [_of_side(s, side) if s.cell in halves else s for s in layout.take(cells)]


def _of_side(spot: Spot, side: int) -> Spot:
    return replace(spot, header=_half(spot.header, side), stubs=tuple(_half(n, side) for n in spot.stubs))


def _half(name: str, side: int) -> str:
    """在校生（人）：普高/中职 is 普高在校生（人） or 中职在校生（人）."""
    half = _NAMES.sub(lambda m: m[side], name, count=1)
    behind = _NAMED_BEHIND.fullmatch(half) if half != name else None
    return f"{behind['part']}{behind['noun']}" if behind else half
