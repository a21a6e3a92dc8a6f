"""Tables that came out with one cell a line.

What belongs here: finding the width of such a table from the period at which words and figures follow each other.  What
does not: the cells (cells), and what figures state (indicators).

The evidence asked for: at least two rows in which words and figures stand at the same places, below as many header
cells as a row has (or one less, where the corner is empty), and nothing left over that is a figure.  Anything less
stays as it was.  The header may have kept its line, with its cells apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edu_pipeline.reading.cells import Place, cut, is_blank, is_figure, is_label, is_period, is_year
from edu_pipeline.reading.columns import Row
from edu_pipeline.reading.lines import Line

_MAX_CELL = 32
_LEAST_CELLS = 6
_MAX_HEADERS = 80
_MAX_WIDTH = 20
_WORDS_FIRST = 3
_SAYS_UNIT = re.compile(r"单位\s?[:：]")
_ENDS = "。；;，,、！!？?"
_STUB = re.compile(
    "(?:指标|项目|地区|县区|区县|区域|年[份度]|学段|类别|名称|学校|单位|序号|内容|乡镇|层次|阶段|县[（(]?市)"
)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands alone on a line, or is one of the headers that share the line `index`."""

    index: int
    start: int
    end: int
    text: str


def find_stacks(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of the tables with one cell a line, by the index of their first line."""
    rows: dict[int, Row] = {}
    run: list[_Cell] = []
    units: list[Line] = []
    captioned = False
    for i, line in enumerate(lines):
        if headers := _headers(line, roles[i]):
            run += headers
        elif _may_be_cell(line, roles[i]):
            run.append(_Cell(i, line.start, line.end, line.text))
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


def _may_be_cell(line: Line, role: str) -> bool:
    if len(line) > _MAX_CELL or role not in ("", "furniture"):
        return False
    if role == "furniture":  # page numbers and signs, as far as a line alone tells
        return is_figure(line.text) or is_blank(line.text) or line.text in "%％‰"
    return line.text[-1] not in _ENDS and is_label(line.text)


def _headers(line: Line, role: str) -> list[_Cell]:
    """The cells of a line of headers that blanks or tabs set apart; none where the line is another one."""
    tabs = role == "table" and "\t" in line.text
    if len(line) > _MAX_HEADERS or not (tabs or role == ""):
        return []
    places = [(m.start(), m.end()) for m in re.finditer(r"[^\t]+", line.text)] if tabs else cut(line.text)
    words = [line.text[a:b].strip() for a, b in places]
    if len(words) < 2 or not all(is_period(w) or is_label(w) and _kind(w) == "W" for w in words):
        return []
    return [_Cell(line.index, line.start + a, line.start + b, w) for (a, b), w in zip(places, words, strict=True)]


def _fold(lines: Sequence[_Cell], rows: dict[int, Row], *, captioned: bool) -> None:
    """Add the tables that lie in a run of short lines, of which a line that only says the unit is none.

    captioned: the line above says the units, so that a table needs no header.
    """
    if len(lines) < _LEAST_CELLS:
        return
    cells = [line.text for line in lines]
    begins = [i == 0 or line.index != lines[i - 1].index for i, line in enumerate(lines)] + [True]
    kinds = [_kind(text) for text in cells]
    if captioned and (width := _headless(kinds)):
        rows |= {
            lines[a].index: Row(width, tuple((c.start, c.end) for c in lines[a : a + width]))
            for a in range(0, len(lines), width)
        }
        return
    low = at = 0
    while True:
        first = next((i for i in range(at, len(kinds)) if kinds[i] == "F"), None)
        if first is None:
            return
        readings = (r for r in _readings(cells, kinds, low, first) if begins[r.top] and begins[r.body])
        best = max(
            readings, key=lambda r: (r.score[0], begins[r.top : r.body].count(False), *r.score[1:]), default=None
        )
        if best is None:
            at = first + 1
            continue
        found = list(best.rows(cells))
        high = [lines[b - 1].index - lines[a].index + 1 for a, b, _ in found]
        whole = all(begins[a] and begins[b] for a, b, _ in found)  # no row ends within a line
        if whole and all(h == sum(begins[a:b]) for h, (a, b, _) in zip(high, found, strict=True)):
            for h, (a, _, row) in zip(high, found, strict=True):
                places = [(lines[i].start, lines[i].end) if i >= 0 else None for i in row]
                rows[lines[a].index] = Row(h, _with_empty(places, lines[a].start))
        low = at = best.spans[-1][1]


def _headless(kinds: Sequence[str]) -> int:
    """The width of rows of a word and figures that make up the whole run; 0 where they do not."""
    width = next((i for i, k in enumerate(kinds[1:], 1) if k == "W"), 0)
    whole = width > 2 and len(kinds) % width == 0 and len(kinds) >= 3 * width
    alike = all((k == "W") == (i % width == 0) and k in "WFY" for i, k in enumerate(kinds)) if whole else False
    return width if alike else 0


def _with_empty(places: Sequence[Place | None], start: int) -> tuple[Place, ...]:
    """Cells in order; an empty one has no width and stands after the one before it."""
    found: list[Place] = []
    for place in places:
        at = found[-1][1] if found else start
        found.append(place or (at, at))
    return tuple(found)


def _kind(text: str) -> str:
    """W word, F figure, Y what may be a year, E empty: E and Y fit everywhere but in a stub, which is W or Y."""
    if is_year(text):
        return "Y"
    if is_blank(text):
        return "E"
    return "F" if is_figure(text) else "W"


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a run: cells [top, body) are the header, `spans` the rows and sections from there on."""

    top: int
    body: int
    width: int
    spans: list[tuple[int, int]]
    score: tuple[int, ...]

    def rows(self, cells: Sequence[str]) -> Iterator[tuple[int, int, list[int]]]:
        """First cell, the cell after the last, and the cells by column; -1 for an empty one."""
        groups = _groups(cells, self.body, self.width)
        if groups:
            each = (self.width - 1) // groups
            corner = self.body - self.width - groups
            upper = [corner]
            for group in range(groups):
                upper += [corner + 1 + group, *[-1] * (each - 1)]
            yield corner, corner + 1 + groups, upper
            yield corner + 1 + groups, self.body, [-1, *range(corner + 1 + groups, self.body)]
        else:
            missing = self.width - (self.body - self.top)
            yield self.top, self.body, [*[-1] * missing, *range(self.top, self.body)]
        for a, b in self.spans:
            yield a, b, list(range(a, b))


def _groups(cells: Sequence[str], body: int, width: int) -> int:
    """How often the same headers stand side by side, under as many groups: 学段 2022年 2023年 / 学校数 班数 学校数 班数."""
    below = list(cells[max(0, body - width + 1) : body])
    for groups in range(2, min(4, width - 1) + 1):
        each = (width - 1) // groups
        if (width - 1) % groups == 0 and len(below) == groups * each and below == below[:each] * groups:
            return groups if body - width - groups >= 0 else 0
    return 0


def _readings(cells: Sequence[str], kinds: Sequence[str], low: int, first: int) -> Iterator[_Reading]:
    """Every way to read a run that accounts for its figures, with what speaks for it."""
    for words in range(min(_WORDS_FIRST, first - low) + 1):
        body = first - words
        if not words and cells[first] not in ("1", "01"):
            continue
        for width in range(max(2, words + 1), min(_MAX_WIDTH, body - low + 1) + 1):
            headers = {lead: _header(kinds, low, body - lead, width) for lead in (0, 1)}
            if all(top is None for top in headers.values()) or (spans := _rows(kinds, body, width)) is None:
                continue
            stubs = [cells[a] for a, b in spans if b - a == width]
            end = spans[-1][1]
            for lead, top in headers.items():
                if top is None or lead and all(b - a == width for a, b in spans):
                    continue  # a section may open the table, where sections part it
                opening = [(body - 1, body)] if lead else []
                score = (
                    2 * (_STUB.match(cells[top]) is not None) + (end == len(cells)) + (len(set(stubs)) == len(stubs)),
                    end - body,
                    lead and body - lead - top == width,
                    -words,
                    -width,
                )
                yield _Reading(top, body - lead, width, opening + spans, score)


def _header(kinds: Sequence[str], low: int, stop: int, width: int) -> int | None:
    """Where the header that ends before `stop` begins: as wide as a row, or one less; None where none stands there."""
    top = max(low, stop - width)
    return top if stop - top >= width - 1 and all(k in "WY" for k in kinds[top:stop]) else None


def _rows(kinds: Sequence[str], body: int, width: int) -> list[tuple[int, int]] | None:
    """The rows and sections below a header; None where they are too few or a figure is left over after them."""
    pattern = kinds[body : body + width]
    figures = sum(k == "F" for k in pattern)
    if len(pattern) < width or 2 * figures < width - 2:
        return None
    spans = [(body, body + width)]
    while True:
        at = spans[-1][1]
        if _is_row(kinds, at, pattern):
            spans.append((at, at + width))
        elif at < len(kinds) and kinds[at] == "W" and _is_row(kinds, at + 1, pattern):
            spans += [(at, at + 1), (at + 1, at + 1 + width)]
        else:
            break
    full = sum(b - a == width for a, b in spans)
    return spans if full >= (2 if width > 2 else 3) and "F" not in kinds[at : at + width] else None


def _is_row(kinds: Sequence[str], at: int, pattern: Sequence[str]) -> bool:
    """Whether a row like the first stands here: its stub is a word, a year or a number in order."""
    row = kinds[at : at + len(pattern)]
    return (
        len(row) == len(pattern)
        and (row[0] in "WY" or pattern[0] == "F" == row[0])
        and all(k == like or k in "EY" or like in "EY" for k, like in zip(row, pattern, strict=True))
    )
