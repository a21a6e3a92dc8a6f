"""Writing what stands on pages into a text, with the place on its page for every character of it.

What belongs here: lines, paragraphs and rows of cells as runs of pieces, blanks closed.  What does not: which pieces
make a paragraph or a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from edu_pipeline.reading.building import Place, TextBuilder, clean
from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import Box
from edu_pipeline.reading.pages.closing import between, stray_blanks
from edu_pipeline.reading.pages.model import Piece

_NARROW = re.compile("[\0-\u2000]")

Paged = tuple[int, Piece]
"""A piece with the number of its page."""


@dataclass(frozen=True, slots=True)
class Run:
    """`piece.text[start:end]`, or the blank between two pieces where there is none."""

    page: int
    piece: Piece | None
    start: int = 0
    end: int = 1

    @property
    def text(self) -> str:
        return self.piece.text[self.start : self.end] if self.piece else " "


class PageWriter:
    """A TextBuilder that remembers which piece each character came from."""

    def __init__(self, limits: Limits) -> None:
        self.builder = TextBuilder(limits)
        self.boxes: list[Box] = []
        self.pieces: list[Piece] = []

    def paragraph(self, lines: Iterable[Sequence[Paged]], role: str | None = None) -> None:
        """Append lines that are one paragraph."""
        runs = joined(lines)
        place = self.builder.line(text_of(runs), role)
        if place is not None:
            self._place(runs, place[0])

    def row(self, cells: Sequence[list[Run] | int | Place], role: str = "table") -> list[Place]:
        """Append a row of a table; see TextBuilder.row for cells that another is merged over."""
        places = self.builder.row([text_of(c) if isinstance(c, list) else c for c in cells], role)
        for cell, place in zip(cells, places, strict=True):
            if isinstance(cell, list) and place[1] > place[0]:
                self._place(cell, place[0])
        return places

    def _place(self, runs: Sequence[Run], at: int) -> None:
        for run in runs:
            if run.piece is not None:
                for start, end, left, right in _parts(run.piece, run.start, run.end):
                    piece, moved = run.piece, at - run.start
                    self.boxes.append(
                        Box(start + moved, end + moved, run.page, left, piece.top, right, piece.bottom)
                    )  # fmt: skip
                    self.pieces.append(piece)
            at += run.end - run.start


def text_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def joined(lines: Iterable[Sequence[Paged]]) -> list[Run]:
    """Lines as runs: line ends and stray blanks taken out."""
    runs: list[Run] = []
    before = ""
    for line in lines:
        for n, (page, piece) in enumerate(line):
            piece = _cleaned(piece)
            if not piece.text:
                continue
            blank = between(before, piece.text) if n == 0 else " "
            if blank and before:
                runs.append(Run(page, None))
            runs.append(Run(page, piece, 0, len(piece.text)))
            before = piece.text
    stray = stray_blanks(text_of(runs))
    return list(_without(runs, stray)) if stray else runs


def _cleaned(piece: Piece) -> Piece:
    text = clean(piece.text.replace("\t", " "))
    return piece if text == piece.text else replace(piece, text=text, stops=())


def _without(runs: Iterable[Run], spans: Sequence[tuple[int, int]]) -> Iterable[Run]:
    """Runs without some places of their text."""
    at, i = 0, 0
    for run in runs:
        start, length = run.start, run.end - run.start
        while i < len(spans) and spans[i][0] < at + length:
            stop = spans[i][0] - at + run.start
            if stop > start:
                yield Run(run.page, run.piece, start, stop)
            start = spans[i][1] - at + run.start
            if spans[i][1] > at + length:
                break
            i += 1
        if start < run.end:
            yield Run(run.page, run.piece, start, run.end)
        at += length


def _parts(piece: Piece, start: int, end: int) -> Iterable[tuple[int, int, float, float]]:
    """The part of a piece cut at its stops: offsets and edges."""
    cuts = [start, *(at for at, _ in piece.stops if start < at < end), end]
    for a, b in zip(cuts, cuts[1:], strict=False):
        if a < b:
            yield a, b, edge_at(piece, a), edge_at(piece, b)


def edge_at(piece: Piece, at: int) -> float:
    """Where character `at` of a piece begins: by its stops, and between them by the widths of the characters."""
    first, left, last, right = 0, piece.left, len(piece.text), piece.right
    for stop, edge in piece.stops:
        if stop <= at:
            first, left = stop, edge
        else:
            last, right = stop, edge
            break
    if at <= first or at >= last:
        return left if at <= first else right
    return left + (right - left) * width(piece.text[first:at]) / width(piece.text[first:last])


def width(text: str) -> int:
    """Columns of a text: a Chinese character takes two."""
    return len(text) if text.isascii() else 2 * len(text) - len(_NARROW.findall(text))
