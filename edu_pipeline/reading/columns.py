"""Tables whose columns are set apart by blanks.

What belongs here: telling rows of such a table from prose with wide blanks, and putting each cell under its header.
What does not: the cells (cells), tables with one cell a line (stacks), what figures state (indicators).

A row is a line of short cells of which the later ones are figures.  Lines are a table where rows of one width follow
each other, under a header; wide gaps need less evidence than single blanks.  Where the columns stand one below the
other, cells go to their column by place, so that an empty cell moves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from edu_pipeline.reading.cells import (
    Place,
    cut,
    is_blank,
    is_figure,
    is_label,
    is_period,
    is_rule,
    is_translation,
    is_unit_cell,
    is_year,
)
from edu_pipeline.reading.lines import Line
from edu_pipeline.reading.words import DIGIT

_MAX_LINE = 240
_MAX_HEADERS = 3
_MAX_SECTION = 24
_MAX_SECTIONS = 2
"""So many lines may head a group of rows: 教育 / 平均每一专任教师负担学生数."""
_WIDE = re.compile(r"\S(?:[ \xa0]{2,}|[ \xa0]*\u3000)")
FIGURES_LAST = re.compile(
    rf"(?:[ \xa0]+[-－−+＋±▲▼↑↓≥≤]?(?:{DIGIT}[^\s，。；]{{0,15}}|[—…/-]{{1,3}})){{2,}}(?:[ \xa0]+[一-鿿、]{{1,10}}){{0,2}}$"
)
"""Figures at the end of a line, behind them at most a remark or two (预期性, 市教育局)."""
_ORDINAL = re.compile(rf"{DIGIT}{{1,2}}[.、]?")
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
"""(2020年12月15日  县教育局): one bracket around all cells is a note under the title, no header."""
_NOTE = re.compile(r"(?:备?注|说明|资料来源|数据来源|来源|单位)\s?\d?\s?[:：]")

_OVER_TABLE = re.compile(
    rf"(?:第[一二三四五六七八九十{DIGIT[1:-1]}]{{1,3}}[章节编]|(?:专栏|附?表)[ \u3000]?[一二三四五六七八九十{DIGIT[1:-1]}]{{1,3}})[ \u3000]"
)
"""第二章　主要目标, 专栏1　发展指标: a title that a wide blank cuts in two is no row of headers."""


@dataclass(slots=True)
class Row:
    """A row: how many lines it takes, and its cells in the document, one a column; none where they cannot be told."""

    lines: int
    cells: tuple[Place, ...]


@dataclass(slots=True)
class _Candidate:
    """A line of a possible table.  kind: data, header, section (one cell, or a name with its unit), page (furniture and
    rules in between), or latin (the rest of a translation)."""

    index: int
    kind: str
    cells: list[Place]
    dated: bool = False


def find_columns(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of the tables of blanks by the index of their line; `roles` are '' where nothing is decided yet."""
    rows: dict[int, Row] = {}
    at = 0
    while at < len(lines):
        single = _may_be_row(lines[at], roles[at])
        if single is None:
            at += 1
            continue
        for mode in (True,) if single else (True, False) if _holds_several(lines[at]) else (False, True):
            block = _block(lines, roles, at, single=mode)
            if _is_table(block, single=mode):
                rows |= _rows(lines, block)
                break
        at = max(at, block[-1].index if block else at) + 1
    return rows


def _may_be_row(line: Line, role: str) -> bool | None:
    """Whether a line ends in figures set apart by single blanks (True) or has wide gaps and figures (False)."""
    if role or len(line) > _MAX_LINE or " " not in line.text and "\u3000" not in line.text:
        return None
    if _WIDE.search(line.text) and _candidate(line, role, single=False).kind == "data":
        return False
    return True if FIGURES_LAST.search(line.text) else None


def _holds_several(line: Line) -> bool:
    """全市 6312  6980  10.58   11047 11533   4.40: whether wide gaps leave two figures in one cell."""
    pieces = (line.text[a:b].split(" ") for a, b in cut(line.text) if not is_figure(line.text[a:b]))
    return any(len(piece) > 1 and all(map(is_figure, piece)) for piece in pieces)


def _candidate(line: Line, role: str, *, single: bool) -> _Candidate:
    """What a line can be in a table; kind '' for none."""
    if not role and is_translation(line.text):
        return _Candidate(line.index, "latin", [(0, len(line.text))])
    if role == "furniture" or role == "table" and is_rule(line.text):
        return _Candidate(line.index, "page", [])
    if role or len(line) > _MAX_LINE:
        return _Candidate(line.index, "", [])
    text = line.text
    cells = cut(text, single=single)
    cells = cells if single else _crowded(text, cells)
    words = [text[a:b] for a, b in cells]
    told = all(map(is_label, words)) or (not single and _of_figures(words))
    if _NOTE.match(text) or _OVER_TABLE.match(text) or _IN_BRACKETS.fullmatch(text) or not told:
        return _Candidate(line.index, "", cells)
    if len(cells) == 1:
        kind = "section" if cells[0][1] - cells[0][0] <= _MAX_SECTION else ""
        return _Candidate(line.index, kind, cells)
    if len(cells) == 2 and not single and is_unit_cell(words[1]):
        return _Candidate(line.index, "section", cells)
    words = _unnumbered(words)
    figures = sum(is_figure(w) and not is_year(w) for w in words[1:])
    years = sum(is_year(w) or is_period(w) for w in words)
    empty = sum(is_blank(w) for w in words[1:])
    if figures and (2 * (figures + empty) >= len(words) - 1 or not single and 3 * figures >= len(words) - 1):
        return _Candidate(line.index, "data", cells, is_year(words[0]) or is_period(words[0]))
    if years and years >= len(words) - 2 - figures and not figures:
        return _Candidate(line.index, "header", cells)
    return _Candidate(line.index, "" if figures and single else "header", cells)


def _of_figures(words: Sequence[str]) -> bool:
    """3 | 某某园 | 12个班，园位360个 | 2150 | 2150: a row with figures in two cells may say things in words in another.

    Not 41 | 所,在校 | 3200: words between two figures are the sentence that both stand in.
    """
    figures = [is_figure(word) for word in words]
    inside = any(a and not b and c for a, b, c in zip(figures, figures[1:], figures[2:], strict=False))
    return (
        len(words) >= _LEAST_APART
        and sum(figures[1:]) > 1
        and not inside
        and all(is_label(_COMMA.sub("", word)) for word in words)
    )


_COMMA = re.compile("[，,]")


def _headers_close(line: Line, candidate: _Candidate, wide: int) -> _Candidate:
    """The line right above the first row of `wide` columns as their header, where single blanks set its words apart."""
    if wide < _LEAST_APART or len(candidate.cells) != 1 or candidate.kind not in ("", "section"):
        return candidate
    cells = cut(line.text, single=True)
    words = [line.text[a:b] for a, b in cells]
    fits = len(words) in (wide, wide - 1) and len(line) <= _MAX_LINE and all(map(is_label, words))
    if not fits or any(is_figure(w) or is_unit_cell(w) for w in words) or _NOTE.match(line.text):
        return candidate
    return _Candidate(line.index, "header", cells)


_LEAST_APART = 4
"""So many columns tell that the words above them, as many, are their names and no sentence."""
_CROWDED = re.compile(rf"[一-鿿（）()]{{2,}}[ \xa0](?={DIGIT})")
"""A name so long that one blank is left before its figure: 某某族某某族自治县 89   59    30."""


def _crowded(text: str, cells: list[Place]) -> list[Place]:
    """The cells of a row of figures whose name took the room before the first of them."""
    name = _CROWDED.match(text, *cells[0]) if len(cells) > 1 else None
    if name is None:
        return cells
    figures = [(name.end(), cells[0][1]), *cells[1:]]
    words = [text[a:b] for a, b in figures]
    if is_year(words[0]) or not all(is_figure(w) or is_blank(w) for w in words):
        return cells
    return [(cells[0][0], name.end() - 1), *figures]


def _unnumbered(words: list[str]) -> list[str]:
    """1 毛入园率 % 99.4 99.6 预期性: a row's number and its name's unit are no evidence against a row of figures."""
    if len(words) < 4 or _ORDINAL.fullmatch(words[0]) is None or is_figure(words[1]) or is_blank(words[1]):
        return words
    return words[1:2] + words[3:] if is_unit_cell(words[2]) else words[1:]


def _block(lines: Sequence[Line], roles: Sequence[str], first: int, *, single: bool) -> list[_Candidate]:
    """The lines from the headers above the first row of figures to the last row of figures."""
    block: list[_Candidate] = []
    wide = 0 if single else len(_candidate(lines[first], roles[first], single=False).cells)
    for line in reversed(lines[max(0, first - _MAX_HEADERS - 1) : first]):
        candidate = _candidate(line, roles[line.index], single=single)
        candidate = _headers_close(line, candidate, wide) if line.index == first - 1 else candidate
        opening = candidate.kind == "section" and first - line.index <= _MAX_SECTIONS
        if candidate.kind != "header" and not opening and not (candidate.kind == "page" and is_rule(line.text)):
            break
        block.insert(0, candidate)
    if block and (block[0].kind == "section" or len(block) > _MAX_HEADERS + (block[-1].kind == "section")):
        block = block[1:]  # a section opens a table only below its header
    pending: list[_Candidate] = []
    for line in lines[first:]:
        candidate = _candidate(line, roles[line.index], single=single)
        if not candidate.kind or sum(c.kind != "latin" for c in pending) >= _MAX_HEADERS:
            break
        pending.append(candidate)
        if candidate.kind == "data":
            if not _goes_on(block, pending):
                break
            block += pending
            pending = []
    return block


def _goes_on(block: Sequence[_Candidate], pending: Sequence[_Candidate]) -> bool:
    """Whether a row belongs to the table above: a lone line between is a section only where the width stays."""
    between = [c for c in pending[:-1] if c.kind not in ("page", "latin")]
    if not between:
        return True
    sections = sum(c.kind == "section" for c in between)
    if sections > _MAX_SECTIONS or (between[0].kind == "section" and len(between) > sections):
        return False
    last = next((c for c in reversed(block) if c.kind == "data"), None)
    units = between[0].kind == "section" and len(between[0].cells) == 2  # the rows below it have none of their own
    return last is not None and len(last.cells) - len(pending[-1].cells) in ((0, 1) if units else (0,))


def _width(block: Sequence[_Candidate]) -> int:
    """How many columns the table has: as the header says where a row agrees, else as most rows have."""
    widths = Counter(len(c.cells) for c in block if c.kind == "data")
    headers = [len(c.cells) for c in block if c.kind == "header" and len(c.cells) in widths]
    return max(headers, default=0) or widths.most_common(1)[0][0]


def _is_table(block: Sequence[_Candidate], *, single: bool) -> bool:
    """Whether there is evidence enough: rows of one width, and a header that fits them."""
    data = [c for c in block if c.kind == "data"]
    if not data:
        return False
    width = _width(block)
    same = sum(len(c.cells) == width for c in data)
    headers = [len(c.cells) for c in block[: block.index(data[0])] if c.kind == "header"]
    fits = width in headers or width - 1 in headers
    if single:
        return width >= 3 and same == len(data) >= 2 and fits
    if width >= 3:
        return same >= 2 or bool(headers) and headers[-1] == width
    if same >= 3 and not headers and all(c.dated for c in data):
        return True  # 2012年 280,600 / 2013年 301,900
    return fits and same >= 2


def _rows(lines: Sequence[Line], block: Sequence[_Candidate]) -> dict[int, Row]:
    """The lines of a table as rows, with empty cells where the place of the others tells that one is missing."""
    width = _width(block)
    full = [c for c in block if len(c.cells) == width]
    # headers may stand aside of their columns
    columns = _edges(lines, full) or _edges(lines, [c for c in full if c.kind == "data"])
    rows = {}
    for i, candidate in enumerate(block):
        if candidate.kind == "page":
            continue
        line, cells = lines[candidate.index], list(candidate.cells)
        if candidate.kind == "data" and len(cells) != width:
            placed = _unit_apart(lines, line, cells, full) if len(cells) == width - 1 else None
            placed = placed or (_placed(line, cells, columns) if columns and len(cells) < width else None)
            cells = placed if placed is not None else [(0, len(line))]  # no row: nothing says which figure is which
        elif candidate.kind == "header" and columns and len(cells) < width:
            last = i + 1 < len(block) and block[i + 1].kind == "data"
            above = i > 0 and block[i - 1].kind == "header"
            each = len(cells) == width - 1 and not last  # one over each column but the corner
            placed = _nearest(line, cells, columns) if last and above or each else None
            placed = placed or _spread(line, cells, columns, last=last)
            cells = placed if placed is not None else cells
        rows[line.index] = row_of(line, cells)
    return rows


def _unit_apart(
    lines: Sequence[Line], line: Line, cells: Sequence[Place], full: Sequence[_Candidate]
) -> list[Place] | None:
    """职业高中、中专在校生 人      9028: a name so long that one blank is left before its unit, where other rows have one there."""
    start, end = cells[0]
    at = max(line.text.rfind(" ", start, end), line.text.rfind("\xa0", start, end))
    units = [lines[c.index].text[slice(*c.cells[1])] for c in full if c.kind == "data"]
    if at < 0 or not units or not all(map(is_unit_cell, [*units, line.text[at + 1 : end]])):
        return None
    return [(start, at), (at + 1, end), *cells[1:]]


def row_of(line: Line, cells: Sequence[Place]) -> Row:
    """A row on one line, its cells at their place in the document."""
    return Row(1, tuple((line.start + a, line.start + b) for a, b in cells))


def _across(line: Line, cells: Sequence[Place]) -> list[Place]:
    """The cells' first and last columns on the page: a Chinese character takes two."""
    widths = [line.indent]
    for c in line.text:
        widths.append(widths[-1] + (2 if c > "\u2000" else 1))
    return [(widths[a], widths[b]) for a, b in cells]


def _edges(lines: Sequence[Line], full: Sequence[_Candidate]) -> list[Place] | None:
    """Where each column begins and ends; None where the columns do not stand one below the other."""
    spans = [_across(lines[c.index], c.cells) for c in full]
    columns = [(min(a for a, _ in cells), max(b for _, b in cells)) for cells in zip(*spans, strict=True)]
    apart = all(left[1] < right[0] for left, right in pairwise(columns))
    return columns if apart and len(full) >= 2 else None


def _placed(line: Line, cells: Sequence[Place], columns: Sequence[Place]) -> list[Place] | None:
    """The cells of a row under the columns that they stand in; None where one stands in none or in two."""
    found: list[Place] = [(0, 0)] * len(columns)
    for (a, b), cell in zip(_across(line, cells), cells, strict=True):
        under = [i for i, (left, right) in enumerate(columns) if a < right and left < b]
        if len(under) != 1 or found[under[0]] != (0, 0):
            return None
        found[under[0]] = cell
    return _filled(found)


def _nearest(line: Line, cells: Sequence[Place], columns: Sequence[Place]) -> list[Place] | None:
    """The cells of a header each over the column nearest to it."""
    found: list[Place] = [(0, 0)] * len(columns)
    for (a, b), cell in zip(_across(line, cells), cells, strict=True):
        i = min(range(len(columns)), key=lambda i: abs(sum(columns[i]) - a - b))
        if found[i] != (0, 0):
            return None
        found[i] = cell
    return _filled(found)


def _spread(line: Line, cells: Sequence[Place], columns: Sequence[Place], *, last: bool) -> list[Place] | None:
    """The cells of an upper header each over the first of its columns: bounds lie half way between two cells."""
    if last:
        return None
    found: list[Place] = [(0, 0)] * len(columns)
    spans = _across(line, cells)
    bounds = [(x + y) / 2 for x, y in pairwise(a + b for a, b in spans)]
    taken = set()
    for i, (a, b) in enumerate(columns):
        if i == 0 and b <= spans[0][0]:
            continue  # nothing stands over the names of the rows
        group = sum(a + b > bound for bound in bounds)
        if group not in taken:
            taken.add(group)
            found[i] = cells[group]
    return _filled(found) if len(taken) == len(cells) else None


def _filled(found: Sequence[Place]) -> list[Place]:
    """Empty cells get the place where they would stand: after the cell before them."""
    at, placed = 0, []
    for a, b in found:
        if b > a:
            at = b
            placed.append((a, b))
        else:
            placed.append((at, at))
    return placed
