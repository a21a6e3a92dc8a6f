"""Columns of text: pages whose lines are to be read down one side before the other.

What belongs here: finding the gutter between columns of prose, and reading order.  What does not: the columns of a table
(aligned, grids).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from edu_pipeline.reading.pages.model import Piece
from edu_pipeline.reading.pages.rows import Line, rows_of

_JOIN = 1.0  # of the size: pieces that stand no further apart are one stretch of a line
_FAR = 0.6  # of the size: how exactly the lines of a column begin below one another
_LINES = 3  # that each side of a gutter has at least
_LONG = 8.0  # of the size: lines of prose are longer; cells are shorter
_FULL = 0.7  # of the longest lines of a column is what its full ones reach
_COLUMNS = 3  # how often a page is divided
_MOST = 5_000  # stretches: a page with more is no page of prose
_GAP = 2.5  # of the size: lines of a column are no further apart


@dataclass(slots=True)
class _Stretch:
    """Pieces of one line of one column."""

    pieces: list[Piece]
    left: float
    right: float
    size: float
    middle: float


def lines_in_order(number: int, pieces: Sequence[Piece]) -> list[Line]:
    """The lines of a page, columns one after the other, each line with the edges of its column."""
    rows = rows_of(pieces)
    return list(_ordered(number, [s for row in rows for s in _stretches(row)], _COLUMNS, 0))


def _stretches(row: Sequence[Piece]) -> Iterator[_Stretch]:
    """A row cut where a gap is wide enough for a gutter."""
    begin = 0
    for i in range(1, len(row) + 1):
        if i == len(row) or row[i].left - row[i - 1].right > _JOIN * row[i].size:
            first = row[begin]
            yield _Stretch(list(row[begin:i]), first.left, row[i - 1].right, first.size, first.middle)
            begin = i


def _ordered(number: int, stretches: Sequence[_Stretch], depth: int, column: int) -> Iterator[Line]:
    """Lines in reading order; `stretches` from the top."""
    band = _band(stretches) if depth else None
    if band is None:
        yield from _lines(number, stretches, column)
        return
    beside = {id(stretch) for side in band for stretch in side}
    top, bottom = min(side[0].middle for side in band), max(side[-1].middle for side in band)
    others = [stretch for stretch in stretches if id(stretch) not in beside]
    yield from _ordered(number, [s for s in others if s.middle < top], depth - 1, column)
    for n, side in enumerate(band):
        yield from _ordered(number, side, depth - 1, 2 * column + n + 1)
    yield from _ordered(number, [s for s in others if top <= s.middle <= bottom], 0, column)
    yield from _ordered(number, [s for s in others if s.middle > bottom], depth - 1, column)


def _band(stretches: Sequence[_Stretch]) -> tuple[list[_Stretch], list[_Stretch]] | None:
    """The left and the right one of two columns of prose that stand side by side."""
    if not 2 * _LINES <= len(stretches) <= _MOST:
        return None
    lefts = sorted((s.left, s.size) for s in stretches)
    first = lefts[0][0]
    begin = 0
    for i in range(1, len(lefts) + 1):
        if i < len(lefts) and lefts[i][0] - lefts[i - 1][0] <= _FAR * lefts[i][1]:
            continue
        at, size = lefts[begin]
        if i - begin >= _LINES and at - first > _LONG * size:
            band = _beside(stretches, at)
            if band is not None:
                return band
        begin = i
    return None


def _beside(stretches: Sequence[_Stretch], gutter: float) -> tuple[list[_Stretch], list[_Stretch]] | None:
    """The longest run of lines on both sides of a gutter that none crosses."""
    best: tuple[list[_Stretch], list[_Stretch]] | None = None
    left: list[_Stretch] = []
    right: list[_Stretch] = []
    for stretch in [*stretches, None]:
        if stretch is not None and stretch.left >= gutter - _FAR * stretch.size:
            right.append(stretch)
        elif stretch is not None and stretch.right <= gutter:
            left.append(stretch)
        else:
            level = _level(left, right)
            if level is not None and (best is None or len(level[1]) > len(best[1])):
                best = level
            left, right = [], []
    return best


def _level(left: list[_Stretch], right: list[_Stretch]) -> tuple[list[_Stretch], list[_Stretch]] | None:
    """The lines of the left column from where the right one begins, where one is prose, and the other has lines of it."""
    if len(right) < _LINES:
        return None
    start = right[0].middle - right[0].size
    beside = [stretch for stretch in left if stretch.middle >= start]
    for i in range(1, len(beside)):
        if beside[i].middle - beside[i - 1].middle > _GAP * beside[i].size and beside[i].middle > right[-1].middle:
            del beside[i:]
            break
    full = _full(beside), _full(right)
    prose = full[0] > len(beside) / 2 or full[1] > len(right) / 2
    return (beside, right) if prose and min(full) >= 2 else None


def _full(side: Sequence[_Stretch]) -> int:
    """How many lines of a column are as long as prose, and about as long as its longest."""
    if len(side) < _LINES:
        return 0
    longest = sorted(s.right - s.left for s in side)[int(0.9 * (len(side) - 1))]
    return sum(s.right - s.left >= max(_LONG * s.size, _FULL * longest) for s in side)


def _lines(number: int, stretches: Iterable[_Stretch], column: int) -> Iterator[Line]:
    for row in rows_of(piece for stretch in stretches for piece in stretch.pieces):
        yield Line(number, row, column)
