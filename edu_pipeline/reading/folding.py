"""Every way to fold cells that follow each other into rows, and what speaks for it.

What belongs here: finding the width from the period at which words and figures follow each other: header, corner,
sections, rows that merged cells made shorter.  What does not: the lines that the cells stand in (stacks), what a cell
alone is (cells).

The evidence asked for: at least two rows in which words and figures stand at the same places, below as many header
cells as a row has (or one less, where the corner is empty), and nothing left over that is a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from edu_pipeline.reading.cells import (
    CORNERS,
    is_blank,
    is_figure,
    is_sum_in_words,
    is_unit_cell,
    is_year,
    squeezed,
)

_MAX_WIDTH = 20
_WORDS_FIRST = 3
_SURE = 6
"""Rows with a name each that show what a table is, though cells of several lines come behind them."""
_MAX_GAP = 6
"""How many rows' worth of cells may lie between rows that are alike."""
_COUNTS = re.compile("[数率]$|[数率生师校园][(（][^()（）]{1,4}[)）]$")
_MEASURED = re.compile(r"[(（]([^()（）]{1,4})[)）]$")
"""公办园占比(%): a header of a column, and no section."""
_PART = re.compile("其中|[合小总]?计$|[男女][性生]?$")
"""What a second row of headers parts the first into: no section."""
_SUM = re.compile("[合总小]?计")
_WHOLE = re.compile("[合总共]计|总[数计]|全[国省市州县区盟旗]")
_STUB = re.compile(rf"(?:{CORNERS}|单位(?!\s?[:：])|县[（(]?市)(?!总?数)")


def kind_of(text: str) -> str:
    """W word, F figure, S sums in words, Y what may be a year, E empty: E and Y fit everywhere but in a stub, which is W or Y."""
    if is_year(text):
        return "Y"
    if is_blank(text):
        return "E"
    return "F" if is_figure(text) else "S" if is_sum_in_words(text) else "W"


class Run(NamedTuple):
    """Cells that follow each other, their kinds, and whether empty ones are among them."""

    cells: Sequence[str]
    kinds: Sequence[str]
    exact: bool


class Span(NamedTuple):
    """A row, a section of one cell, or (not `told`) cells in between that are no row like the others."""

    first: int
    after: int
    told: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a run: cells [top, body) are the header, `spans` the rows and sections from there on."""

    top: int
    body: int
    width: int
    spans: list[Span]
    score: tuple[int, ...]

    def rows(self, run: Run) -> Iterator[tuple[int, int, list[int]]]:
        """First cell, the cell after the last, and the cells by column; -1 for an empty one, no cells where nothing
        tells which is which."""
        groups = _groups(run.cells, self.body, self.width)
        if groups:
            corner = self.body - self.width - len(groups)
            upper = [corner]
            for i, columns in enumerate(groups, corner + 1):
                upper += [i, *[-1] * (columns - 1)]
            below = corner + 1 + len(groups)
            yield corner, below, upper
            yield below, self.body, [-1, *range(below, self.body)]
        else:
            missing = self.width - (self.body - self.top)
            yield self.top, self.body, [*[-1] * missing, *range(self.top, self.body)]
        for first, after, told in self.spans:
            units = [-1] if first == self.body and after - first == self.width - 1 > 1 else []  # below the corner
            row = [*units, *range(first, after)] if told and run.cells[first] else []
            if row and (after - first, run.kinds[first:after]) == (2, ["W", "F"]) and self.width > 3:
                row.insert(1, -1)  # a ratio, which has no unit
            yield first, after, row


def _groups(cells: Sequence[str], body: int, width: int) -> tuple[int, ...]:
    """How many columns stand under each header of the row above the last, where the last shows it: by the same again
    (学段 2022年 2023年 / 学校数 班数 学校数 班数), or by a sum that opens each (学校数 班数 / 合计 小学 教学点 合计 一年级)."""
    below = list(cells[max(0, body - width + 1) : body])
    if len(below) < width - 1 or not any(below):
        return ()
    for groups in range(2, min(4, width - 1) + 1):
        each = (width - 1) // groups
        if (width - 1) % groups == 0 and below == below[:each] * groups:
            return (each,) * groups if all(cells[max(0, body - width - groups + 1) : body - width + 1]) else ()
    sums = [i for i, cell in enumerate(below) if _SUM.fullmatch(squeezed(cell))]
    above = cells[max(0, body - width - len(sums) + 1) : body - width + 1]
    if len(sums) < 2 or sums[0] or len(sums) > len(above) or not all(map(_counts, above)):
        return ()
    return tuple(b - a for a, b in pairwise([*sums, len(below)]))


def readings(run: Run, low: int, first: int) -> Iterator[Reading]:
    """Every way to read a run that accounts for its figures, with what speaks for it."""
    cells = run.cells
    for words in range(min(_WORDS_FIRST, first - low) + 1):
        body = first - words
        if "F" in run.kinds[body:first] or not words and cells[first] not in ("1", "01"):
            continue
        for width in range(max(2, words + 1), min(_MAX_WIDTH, body - low + 1) + 1):
            headers = {lead: _header(run, low, body - lead, width) for lead in _leads(run, body, width)}
            if (
                all(top is None for top in headers.values())
                or _twice(run, body, width)
                or (spans := _rows(run, body, width)) is None
            ):
                continue
            stubs = [cells[s.first] for s in spans if s.told and s.after - s.first == width]
            if len(stubs) > 2 and all(map(is_unit_cell, stubs)):
                continue  # the unit of a row is not its name
            end = spans[-1].after
            for lead, top in headers.items():
                if top is None:
                    continue
                if lead == 1 and not _is_stub(cells[top]) and all(s.after - s.first == width for s in spans):
                    continue  # a section may open the table where others part it, or its header names its rows
                opening = [Span(body - lead, body)] if lead else []
                score = (
                    2 * _is_stub(cells[top])
                    + (end == len(cells))
                    + (len(set(stubs)) == len(stubs))
                    - (not all(s.told for s in spans)),
                    sum(s.after - s.first for s in spans if s.told),
                    lead == 1 and body - lead - top == width,
                    -words,
                    -width,
                )
                yield Reading(top, body - lead, width, opening + spans, score)


def _twice(run: Run, body: int, width: int) -> bool:
    """Whether a row of this width would be two rows: words and figures repeat, and what stands above them does not."""
    half = width // 2
    row, above = run.kinds[body : body + width], run.cells[body - width : body]
    return width % 2 == 0 and half > 1 and row[:half] == row[half:] and above[:half] != above[half:]


def _leads(run: Run, body: int, width: int) -> tuple[int, ...]:
    """How many cells a section above the first row may take: one, or a row that is empty but for its first cell; or a row
    of units, with none below the corner."""
    if not run.exact:
        units = width > 2 and all(map(is_unit_cell, run.cells[max(0, body - width + 1) : body]))
        return (width - 1,) if units else (0,) if _heads_column(run.cells[body - 1]) else (0, 1)
    row = run.kinds[max(0, body - width) : body]
    return (0, width) if len(row) == width and row[0] == "W" and set(row[1:]) == {"E"} else (0,)


def _heads_column(cell: str) -> bool:
    """Whether the cell above the first row belongs to the header: it says of what a row is part, or in what unit."""
    unit = _MEASURED.search(cell)
    return _PART.match(cell) is not None or (unit is not None and is_unit_cell(unit[1]))


def _is_stub(cell: str) -> bool:
    return _STUB.match(squeezed(cell)) is not None


def _header(run: Run, low: int, stop: int, width: int) -> int | None:
    """Where the header that ends before `stop` begins: as wide as a row, or one less; None where none stands there.

    None too where a corner stands right above it: merged headers are more than the columns.
    Where empty cells are among the cells a header has all of them, and its corner names what stands below it, or is
    empty; below a corner further up headers of two rows would stand over the wrong columns.
    """
    top = max(low, stop - width)
    if run.exact:
        if _groups(run.cells, stop, width):
            return top
        whole = stop - top == width and all(k in "WYE" for k in run.kinds[top:stop])
        corner = _is_stub(run.cells[top]) or not run.cells[top] and not any(map(_is_stub, run.cells[low:top]))
        return top if whole and corner else None
    wider = not _is_stub(run.cells[top]) and any(map(_is_stub, run.cells[max(low, top - 2) : top]))
    wider = wider or (top > low and _counts(run.cells[top]) and not _counts(run.cells[top - 1]) and stop - top == width)
    wider = wider and not _groups(run.cells, stop, width)
    whole = stop - top >= width - 1 and all(k in "WY" for k in run.kinds[top:stop])
    return top if whole and not wider else None


def _counts(cell: str) -> bool:
    """Whether a header says what is counted (学校数, 入园率, 在校生（人）), as no corner does."""
    return _COUNTS.search(squeezed(cell)) is not None


def _rows(run: Run, body: int, width: int) -> list[Span] | None:
    """The rows and sections below a header; None where they are too few or a figure is left over after them."""
    kinds = run.kinds
    pattern = kinds[body : body + width]
    figures = sum(k == "F" for k in pattern)
    if len(pattern) < width or 2 * figures < width - 2:
        return None
    spans = [Span(body, body + width)]
    while True:
        at = spans[-1].after
        if _is_row(kinds, at, pattern):
            spans.append(Span(at, at + width))
        elif _is_section(kinds, at, pattern):
            spans += [Span(at, at + 1), Span(at + 1, at + 1 + width)]
        elif short := _below_merged(run, at, pattern) or _only_whole(run, body, at, pattern):
            spans.append(Span(at, at + short))
        elif again := _goes_on(kinds, at, pattern):
            spans.append(Span(at, again, told=False))
        else:
            break
    stubs = [run.cells[s.first] for s in spans if s.told and s.after - s.first == width]
    if "F" in kinds[at : at + width] and (len(stubs) < _SURE or len(set(stubs)) < len(stubs)):
        return None
    return spans if len(stubs) >= (2 if width > 2 else 3) else None


def _is_row(kinds: Sequence[str], at: int, pattern: Sequence[str]) -> bool:
    """Whether a row like the first stands here: its stub is a word, a year or a number in order."""
    row = kinds[at : at + len(pattern)]
    return (
        len(row) == len(pattern)
        and (row[0] in "WY" or pattern[0] == row[0])
        and all(
            k == like or k in "EY" or like in "EY" or {k, like} == {"F", "S"}
            for k, like in zip(row, pattern, strict=True)
        )
    )


def _below_merged(run: Run, at: int, pattern: Sequence[str]) -> int:
    """How many cells a row takes whose first stub is merged with the one above; none where the second is a unit."""
    short = len(pattern) - 1
    merged = "".join(pattern) == "WW" + "F" * (short - 1) and run.kinds[at : at + short] == pattern[1:]
    return short if merged and short > 2 and not any(map(is_unit_cell, run.cells[at - short : at + 1])) else 0


def _only_whole(run: Run, body: int, at: int, pattern: Sequence[str]) -> int:
    """小学净入学率 | % | 99.94 under 指标 | 单位 | 合计 | 城区 | 镇区 | 乡村: how many cells a row takes that was told of the whole
    alone, and lost the empty cells of its parts; none where its one figure may be another column's."""
    whole = run.cells[body - len(pattern) + 2] if body >= len(pattern) else ""
    if len(pattern) < 4 or "".join(pattern) != "WW" + "F" * (len(pattern) - 2) or not _WHOLE.fullmatch(squeezed(whole)):
        return 0
    for row in (["W", "W", "F"], ["W", "F"]):
        own = run.kinds[at : at + len(row)] == row and run.kinds[at + len(row) : at + len(row) + 1] in (["W"], [])
        if own and (len(row) == 2 or is_unit_cell(run.cells[at + 1])):
            return len(row)
    return 0


def _is_section(kinds: Sequence[str], at: int, pattern: Sequence[str]) -> bool:
    return at < len(kinds) and kinds[at] == "W" and _is_row(kinds, at + 1, pattern)


def _goes_on(kinds: Sequence[str], at: int, pattern: Sequence[str]) -> int:
    """Where rows like the first follow again, behind one that merged cells made of another form; 0 for nowhere.

    Two rows are asked for, or the last, and no words in between that could head another table.
    """
    width = len(pattern)
    if width < 3 or kinds[at : at + 1] == ["F"]:
        return 0  # a figure right behind a row is one more of that row's
    for again in range(at + 2, min(at + _MAX_GAP * width, len(kinds) - width) + 1):
        between = kinds[at:again]
        if "F" not in between or _headed(kinds[at : again + 1], width) or not _is_row(kinds, again, pattern):
            continue
        next_ = again + width
        if next_ == len(kinds) or _is_row(kinds, next_, pattern) or _is_section(kinds, next_, pattern):
            return again
    return 0


def _headed(kinds: Sequence[str], width: int) -> bool:
    """Whether as many words follow each other as a header has."""
    return any(set(kinds[i : i + width]) == {"W"} for i in range(len(kinds) - width + 1))


def headless_width(kinds: Sequence[str]) -> int:
    """The width of rows of a word and figures that make up the whole run; 0 where they do not."""
    width = next((i for i, k in enumerate(kinds[1:], 1) if k == "W"), 0)
    whole = width > 2 and len(kinds) % width == 0 and len(kinds) >= 3 * width
    alike = all((k == "W") == (i % width == 0) and k in "WFY" for i, k in enumerate(kinds)) if whole else False
    return width if alike else 0
