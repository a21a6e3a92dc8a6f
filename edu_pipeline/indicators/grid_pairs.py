"""Cells that hold several figures, each of which its header or stub names.

What belongs here: figures set apart by blanks under headers set apart likewise (计划   完成 over 41000  40628), two with a
slash between or the second in brackets under a name that is made so (小学（班/人） over 142/6390, 合格率（优良率） over 94.1%（37.8%）), or
beside the columns of the two levels that they are for, and figures behind their levels (小学78.4；初中96.2).  What does not: the figures themselves (grid_cells), and
what the rows are for (grid_layout).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from edu_pipeline.indicators.grid_cells import Cell, figure_of
from edu_pipeline.indicators.grid_layout import Layout, Spot
from edu_pipeline.indicators.grid_words import counts, names_indicator
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


_FIGURE = rf"(?:[≥≤><＞＜≧≦]|不[低少高超][于过])?\s?[{DIGITS}][{DIGITS},.]*\s?[%％]?(?:及?以[上下])?"
_FIGURES = re.compile(rf"{_FIGURE}(?:\s?[/／]\s?{_FIGURE}){{1,4}}")
_ONE = re.compile(_FIGURE)
_WITH_PART = re.compile(rf"({_FIGURE})\s?[(（]\s?({_FIGURE})\s?[)）]")
_OF_LEVELS = re.compile(
    rf"(?P<level>学前|幼儿园|小学|初中|普通高中|普高|高中|中职)\s?[:：为]?\s?(?P<figure>(?:[≥≤><＞＜≧≦])?\s?[{DIGITS}][{DIGITS},.]*)(?:\s?[；;、,，/／\s]\s?|$)"
)
_NAMES = re.compile(r"[^\s\d/／()（）:：、]{1,14}(?:[/／][^\s\d/／()（）:：、]{1,14}){1,4}")
_SLASH = re.compile("[/／]")
_NAMED_WITH_PART = re.compile(r"([^()（）/／]{2,16})[(（]([^()（）/／]{2,8})[)）]")
_NAMED_BEHIND = re.compile(r"(?P<noun>[^:：]{2,16})[:：](?P<part>[^:：]{1,8})")
_SHARED = 8
"""So many characters of the first name may belong to the second as well."""

Side = tuple[int, int, str]
"""One figure of a cell: where it stands in the cell, and the level that the cell says before it, if it does."""


def taken(layout: Layout, row: Sequence[Cell]) -> list[Spot]:
    """What a layout takes of a row; of several figures in one cell, each with its part of the name or its level."""
    names = [cell.text for cell in row if not figure_of(cell.text)]
    sides = {i: by_level for i, cell in enumerate(row) if (by_level := _by_level(cell.text, names))}
    if not sides:
        sides = {i: _apiece(cell.text) for i, cell in enumerate(row) if _FIGURES.fullmatch(cell.text)}
        if sides and (of_levels := _of_levels(layout, row, sides)):
            return of_levels
        if not sides or not any(map(_NAMES.search, (*names, *map(layout.above, sides)))):
            both = {i: _apiece(c.text) for i, c in enumerate(row) if _WITH_PART.fullmatch(c.text)}
            told = both and any((found := _NAMED_WITH_PART.fullmatch(name)) and counts(found[2]) for name in names)
            sides = both if told else {}
    if not sides:
        return layout.take(row)
    spots = _take_side(layout, row, sides, 0)
    whole = layout.before  # the row with all its figures is what the next one leans on
    for side in range(1, max(map(len, sides.values()))):
        spots += _take_side(layout, row, sides, side)
    layout.before = whole
    return spots


def _apiece(text: str) -> list[Side]:
    return [(*one.span(), "") for one in _ONE.finditer(text)]


def _by_level(text: str, names: Sequence[str]) -> list[Side]:
    """小学78.4；初中96.2 beside a name that counts: the figures of the levels, without units of their own."""
    found = list(_OF_LEVELS.finditer(text)) if text[:1] in "学幼小初普高中" else []
    whole = len(found) > 1 and "".join(one[0] for one in found) == text
    if not whole or not any(counts(name) and name != text for name in names):
        return []
    return [(*one.span("figure"), one["level"]) for one in found]


_SET = re.compile("(?:[国省市]家?定?|评估|基本|达标|规定)?(?:标准|指标|要求|目标)(?:值|要求)?")
_LEVELS = ("小学", "初中")
_OF_LEVEL = re.compile(
    "(小学|初中)(?:阶段|学校)?(?:达标情况|达成情况|达标值|达到值|现状值?|实际值?|数值|情况|平均值?)?"
)
"""小学, 初中达标情况: the column of what was found in one level."""


def _of_levels(layout: Layout, row: Sequence[Cell], sides: Mapping[int, Sequence[Side]]) -> list[Spot]:
    """标准 | 小学 | 初中 over 4.2/5.3 | 6.81 | 9.04: what is asked of the two levels that other columns are headed by."""
    names = layout.names()
    of_each = [found[1] for name in names if (found := _OF_LEVEL.fullmatch(name))]
    if tuple(of_each) != _LEVELS or not all(i < len(names) and _SET.fullmatch(names[i]) for i in sides):
        return []
    if any(len(figures) != len(_LEVELS) for figures in sides.values()):
        return []
    of = {i: [(a, b, of_) for (a, b, _), of_ in zip(found, _LEVELS, strict=True)] for i, found in sides.items()}
    spots = [spot for side in range(len(_LEVELS)) for spot in _take_side(layout, row, of, side)]
    layout.before = [cell.text for cell in row]
    return spots


def _take_side(layout: Layout, row: Sequence[Cell], sides: Mapping[int, Sequence[Side]], side: int) -> list[Spot]:
    """The row with one figure of each cell that holds several; figures that stand alone go with the first."""
    cells = []
    levels: dict[Cell, str] = {}
    for i, cell in enumerate(row):
        if i in sides and side < len(sides[i]):
            start, end, level = sides[i][side]
            cells.append(Cell(cell.start + start, cell.start + end, cell.text[start:end]))
            levels[cells[-1]] = level
        else:
            again = i in sides or side and figure_of(cell.text) is not None
            cells.append(Cell(cell.start, cell.start, "") if again else cell)
    found = layout.take(cells)
    return [_of_side(s, side, levels[s.cell]) if s.cell in levels else s for s in found]


def _of_side(spot: Spot, side: int, level: str) -> Spot:
    if level:
        return replace(spot, header=f"{level}{spot.header}")
    return replace(spot, header=_half(spot.header, side), stubs=tuple(_half(n, side) for n in spot.stubs))


def _half(name: str, side: int) -> str:
    """在校生（人）：普高/中职 is 普高在校生（人） or 中职在校生（人）; 学生体质健康合格率（优良率） the one rate or the other."""
    with_part = _NAMED_WITH_PART.fullmatch(name)
    whole = with_part.groups() if with_part else _SLASH.split(name) if _NAMES.fullmatch(name) else []
    if whole and all(map(counts, whole)) and side < len(whole):
        return _completed(whole[side], whole[0]) if side else whole[0]
    half = _NAMES.sub(lambda m: [*_SLASH.split(m[0]), *[m[0]] * side][side], name, count=1)
    behind = _NAMED_BEHIND.fullmatch(half) if half != name else None
    return f"{behind['part']}{behind['noun']}" if behind else half


def _completed(name: str, first: str) -> str:
    """学生参与率 behind 课后服务学校覆盖率 is 课后服务学生参与率: with so much of the first name that it names an indicator."""
    leads = (first[:length] for length in range(min(len(first), _SHARED) + 1))
    return next((lead + name for lead in leads if names_indicator(lead + name)), name)
