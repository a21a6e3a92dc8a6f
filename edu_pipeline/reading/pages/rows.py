"""Pieces side by side: the rows of a page.

What belongs here: which pieces stand on one line, and the lines as the other modules pass them on.  What does not:
columns, tables, paragraphs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from edu_pipeline.reading.pages.model import Piece, Rule

_APART = 0.45  # of the size: how far the middles of two pieces of one line may differ
_HANGING = "，。、；：！？”’）》」』】)],.;:!?"
_FEW = 3  # lines that tell nothing about the edges of their column but their own
_SHARE = 0.04  # of the lines reach an edge that is one
_TOUCHES = 0.12  # of the size: a gap that is narrower is none
_NEAR = 0.6  # of the size: lines that begin or end no further apart do so at one place


@dataclass(slots=True)
class Line:
    """A line of a column of a page (0: the whole page); `frame`: the left and the right edge of its column."""

    page: int
    pieces: list[Piece]
    column: int = 0
    frame: tuple[float, float] = (0.0, 0.0)
    left: float = field(init=False)
    right: float = field(init=False)
    middle: float = field(init=False)
    size: float = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        first = self.pieces[0]
        self.left, self.right, self.middle = first.left, self.pieces[-1].right, first.middle
        self.size = max(piece.size for piece in self.pieces)
        self.text = " ".join(piece.text for piece in self.pieces)


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces by row from the top, each row from the left."""
    rows: list[list[Piece]] = []
    middle = size = 0.0
    for piece in sorted(pieces, key=lambda p: p.top + p.bottom):
        if rows and piece.middle - middle <= _APART * max(size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            middle, size = piece.middle, piece.size
    for row in rows:
        row.sort(key=lambda p: p.left)
    return rows


def united(pieces: Iterable[Piece], upright: Sequence[Rule] = ()) -> list[Piece]:
    """Pieces that touch as one: programs that make PDFs may place every character by itself."""
    found: list[Piece] = []
    for row in rows_of(pieces):
        held = row[0]
        for piece in row[1:]:
            gap = piece.left - held.right
            size = max(held.size, piece.size)
            if -_NEAR * size < gap < _TOUCHES * size and not parted(upright, held.right, piece.left, piece.middle):
                held = _one(held, piece)
            else:
                found.append(held)
                held = piece
        found.append(held)
    return found


def _one(left: Piece, right: Piece) -> Piece:
    at = len(left.text)
    stops = (*left.stops, (at, right.left), *((at + stop, edge) for stop, edge in right.stops))
    sure = [c for c in (left.confidence, right.confidence) if c is not None]
    return Piece(
        left.text + right.text, left.left, min(left.top, right.top), right.right, max(left.bottom, right.bottom),
        max(left.size, right.size), min(sure, default=None), stops,
    )  # fmt: skip


def parted(upright: Sequence[Rule], right: float, left: float, middle: float) -> bool:
    """Whether an upright line stands in the gap between what ends at `right` and what begins at `left`."""
    return any(right - 1 <= (r.left + r.right) / 2 <= left + 1 and r.top <= middle <= r.bottom for r in upright)


def set_frames(lines: Sequence[Line], widths: dict[int, float]) -> None:
    """Give every line the edges of its column: what lines reach, few of them left out, on all pages of one width."""
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault((line.column, round(widths[line.page])), []).append(line)
    for held in columns.values():
        size = sorted(line.size for line in held)[len(held) // 2]
        left = _edge([line.left for line in held], _NEAR * size)
        right = -_edge([-_end(line) for line in held], _NEAR * size)
        for line in held:
            line.frame = left, right


def _end(line: Line) -> float:
    """Where a line ends without the marks that may hang over the edge of the column."""
    marks = len(line.text) - len(line.text.rstrip(_HANGING))
    return line.right - marks * line.size


def _edge(places: list[float], near: float) -> float:
    """The least place where lines begin, but for a few that stick out."""
    places.sort()
    least = 1 if len(places) <= _FEW else max(2, _SHARE * len(places))
    for i, place in enumerate(places):
        if bisect_right(places, place + near) - i >= least:
            return place
    return places[0]
