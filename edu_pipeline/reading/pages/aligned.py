"""Tables without drawn lines: rows whose cells stand below one another.

What belongs here: which lines of a column of the page are a table, and their cells.  What does not: tables with lines
(grids).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edu_pipeline.reading.pages.model import Piece
from edu_pipeline.reading.pages.rows import Line
from edu_pipeline.reading.pages.tables import Cell, Table
from edu_pipeline.reading.pages.writing import edge_at

_ROWS = 3  # at least
_ABOVE = 3
_WRAPPED = 1.5  # of the size: lines of one cell are no further apart
_NEARER = 0.85  # of the distance of rows
_WIDE = 16.0  # of the size: no cell but those of names and headers is wider
_LONG = 30  # characters: no cell holds more
_APART = 0.3  # of the size: columns stand at least so far apart
_CUT = 0.4  # of the size: a gap beside a figure that may part two cells
_LEADING = 4.5  # of the size: rows are no further apart
_PROSE = re.compile(r"[。；;！？]|[，,](?!\d{3})|[.…·]{4}|(?<!其中)[：:].")
_CAPTION = re.compile(r"(?:附?[表图]|Table)\s?[\d一二三四五六七八九十]|单位")
_BLANK = re.compile(r"[ \u3000\xa0]+")
_DIGIT = re.compile("[0-9０-９]")


def with_tables(lines: Sequence[Line]) -> Iterator[Line | Table]:
    """The lines of a page, runs of rows taken together as tables; the first rows of a run may stand above its table."""
    at = 0
    cells = [_cells(line) for line in lines]
    while at < len(lines):
        end = _run(lines, cells, at)
        for start in range(at, min(at + _ABOVE, end - _ROWS) + 1):
            table = _table(lines[start:end], cells[start:end])
            if table is not None:
                yield from lines[at:start]
                yield table
                break
        else:
            end = max(end, at + 1)
            yield from lines[at:end]
        at = end


def _cells(line: Line) -> list[Piece]:
    """The pieces of a row, cut at blanks beside figures; none for a line that is no row."""
    if _PROSE.search(line.text) or _CAPTION.match(line.text) or len(line.text) > 200:
        return []
    for figures in (True, False):  # headers of several columns may be one piece
        cells = [cell for piece in line.pieces for cell in cut(piece, _CUT, figures=figures)]
        if len(cells) >= 2 and all(c.right - c.left <= _WIDE * c.size and len(c.text) <= _LONG for c in cells):
            return cells
    return []


def cut(piece: Piece, gap: float, *, figures: bool = False) -> Iterator[Piece]:
    """A piece cut at its blanks that are wider than a part of its size, or only at those beside figures."""
    begin = 0
    for blank in _BLANK.finditer(piece.text):
        a, b = blank.span()
        if not 0 < a < b < len(piece.text):
            continue
        beside = _DIGIT.match(piece.text[a - 1]) or _DIGIT.match(piece.text[b])
        if (beside or not figures) and edge_at(piece, b) - edge_at(piece, a) >= gap * piece.size:
            yield _part(piece, begin, a)
            begin = b
    yield piece if begin == 0 else _part(piece, begin, len(piece.text))


def _part(piece: Piece, start: int, end: int) -> Piece:
    stops = tuple((at - start, left) for at, left in piece.stops if start < at < end)
    left, right = edge_at(piece, start), edge_at(piece, end)
    return replace(piece, text=piece.text[start:end], left=left, right=right, stops=stops)


def _run(lines: Sequence[Line], cells: Sequence[Sequence[Piece]], at: int) -> int:
    """The end of the run of rows that begins at a line; `at` without one.

    A name may stand alone in a row, and what finds no room in a cell stands below it.
    """
    end = at
    for i in range(at, len(lines)):
        if i > at and not 0 < lines[i].middle - lines[i - 1].middle <= _LEADING * lines[i].size:
            break
        if cells[i] or i > at and _wraps(lines, cells, i, at):
            end = i + 1 if cells[i] or end == i else end
        elif i == at or end < i or not _is_name(lines[i], lines[at:end]):
            break
    return end


def _wraps(lines: Sequence[Line], cells: Sequence[Sequence[Piece]], i: int, at: int) -> bool:
    """Whether a line goes on with cells of the row above: it stands nearer to it than rows stand to one another."""
    step = lines[i].middle - lines[i - 1].middle
    if (
        cells[i]
        and len(cells[i]) >= len(cells[i - 1])
        or step > _WRAPPED * lines[i].size
        or _CAPTION.match(lines[i].text)
    ):
        return False
    steps = [lines[n].middle - lines[n - 1].middle for n in range(max(at + 1, i - 12), i + 1) if cells[n]]
    return bool(steps) and step < _NEARER * max(steps) and all(len(p.text) <= _LONG for p in lines[i].pieces)


def _is_name(line: Line, above: Sequence[Line]) -> bool:
    """Whether a lone piece may be the name of a section, or of the first column."""
    left = min(row.left for row in above)
    return (
        len(line.pieces) == 1
        and not _CAPTION.match(line.text)
        and len(line.text) <= _LONG // 2
        and line.left - left <= 2 * line.size
    )


def _table(lines: Sequence[Line], cells: Sequence[Sequence[Piece]]) -> Table | None:
    columns = _columns(cells)
    if len(columns) < 2 or not _has_figures(cells, len(columns)):
        return None
    columns = _widened(columns, lines)
    grid: list[list[Cell]] = []
    for n, line in enumerate(lines):
        row = _row(len(grid), line, columns)
        if grid and _wraps(lines, cells, n, 0) and all(cell.columns == 1 for cell in row):
            for above, cell in zip(grid[-1], row, strict=True):
                above.pieces += cell.pieces
        else:
            grid.append(row)
    filled = Counter(sum(1 for c in {id(c): c for c in row}.values() if c.pieces) for row in grid)
    if filled[1] > len(lines) / 2:
        return None
    edges = tuple(left for left, _ in columns)
    return Table(lines[0].page, lines[0].pieces[0].top, lines[-1].pieces[0].bottom, edges, grid)


def _columns(cells: Sequence[Sequence[Piece]]) -> list[tuple[float, float]]:
    """From where to where each column reaches, by the rows with the usual number of cells; none where they overlap."""
    counts = Counter(len(row) for row in cells if any(_DIGIT.match(c.text) for c in row))
    if not counts:
        return []
    usual = max(counts, key=lambda n: (counts[n], n))
    rows = [row for row in cells if len(row) == usual and any(_DIGIT.match(c.text) for c in row)]
    columns: list[tuple[float, float]] = []
    for column in zip(*rows, strict=True):
        left, right = min(c.left for c in column), max(c.right for c in column)
        if columns and left < columns[-1][1] + _APART * column[0].size:
            return []
        columns.append((left, right))
    return columns if len(rows) >= 2 else []


def _widened(columns: Sequence[tuple[float, float]], lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Columns as wide as what stands over each alone in rows that fill them all, headers among them."""
    wide = list(columns)
    for line in lines:
        pieces = [part for whole in line.pieces for part in _fitted(whole, columns)]
        if len(pieces) >= len(columns) - 1:
            for piece in pieces:
                over = _over(piece, columns)
                if len(over) == 1:
                    left, right = wide[over[0]]
                    wide[over[0]] = min(left, piece.left), max(right, piece.right)
    apart = all(one[1] <= other[0] for one, other in zip(wide, wide[1:], strict=False))
    return wide if apart else list(columns)


def _row(n: int, line: Line, columns: Sequence[tuple[float, float]]) -> list[Cell]:
    row = [Cell(n, column) for column in range(len(columns))]
    for piece in (part for whole in line.pieces for part in _fitted(whole, columns)):
        over = _over(piece, columns)
        cell = row[over[0]]
        cell.pieces.append(piece)
        for column in over[1:]:
            if not row[column].pieces and row[column] is not cell:
                row[column] = cell
                cell.columns += 1
    return row


def _fitted(piece: Piece, columns: Sequence[tuple[float, float]]) -> Iterator[Piece]:
    """A piece cut at the blanks between which its parts stand in different columns."""
    parts = list(cut(piece, _APART))
    held = parts[0]
    for part in parts[1:]:
        if _over(held, columns)[-1] < _over(part, columns)[0]:
            yield held
            held = part
        else:
            held = replace(held, text=f"{held.text} {part.text}", right=part.right, stops=())
    yield held


def _over(piece: Piece, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The columns that a piece stands over, or the nearest."""
    over = [i for i, (left, right) in enumerate(columns) if piece.left < right and piece.right > left]
    middle = (piece.left + piece.right) / 2
    return over or [min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle))]


def _has_figures(cells: Sequence[Sequence[Piece]], columns: int) -> bool:
    """Whether figures stand in the rows: after a name in most of them, in a table of many columns in some."""
    rows = [row for row in cells if row]
    with_figures = sum(any(_DIGIT.match(c.text) for c in row[1:]) for row in rows)
    return with_figures >= max(2, len(rows) / (2 if columns == 2 else 3))
