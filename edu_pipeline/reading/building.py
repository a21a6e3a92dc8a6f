"""A text put together from the pieces that a reader finds, with the offsets right by construction.

What belongs here: lines, rows of cells and their places while a text grows, for every reader whose format knows them.
What does not: what a line means that no markup explains (blocks), and any one format (readers).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edu_pipeline.reading.blocks import find_blocks
from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import Block

Place = tuple[int, int]
"""A piece of the text as half-open offsets; of no width where it is empty."""

# what str.splitlines breaks at, and the marks that only a page's own markup needs
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


_WIDEST = 1000  # columns that browsers let a cell reach over


@dataclass(frozen=True, slots=True)
class Span:
    """A cell as markup gives it: its text, and over how many columns and rows it reaches."""

    text: str
    columns: int = 1
    rows: int = 1


class TextBuilder:
    """Takes lines and rows in reading order; gives the text and its blocks."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[str] = []
        self._given: list[Block] = []
        self._cells = 0
        self.length = 0

    def line(self, text: str, role: str | None = None) -> Place | None:
        """Append a line; None where nothing is on it.  A role says what the markup knows; without one the words decide."""
        text = clean(text)
        if not text:
            return None
        place = self._append(text)
        if role is not None:
            self._given.append(Block(*place, role))
        return place

    def table(self, rows: Iterable[Sequence[Span]], role: str = "table") -> bool:
        """Append a table by its cells as markup gives them, each once; whether any is merged."""
        over: dict[int, tuple[Place, int]] = {}  # by column: the cell that reaches down to it, and for how many rows
        merged = False
        for row in rows:
            cells: list[str | int | Place] = []
            down: dict[int, tuple[int, int]] = {}
            for span in (*row, None):
                while (above := over.get(len(cells))) is not None:
                    cells.append(above[0])
                if span is None:
                    break
                first = len(cells)
                width = min(max(span.columns, 1), _WIDEST)
                cells += [span.text, *[first] * (width - 1)]
                merged = merged or width > 1 or span.rows > 1
                for column in range(first, first + width) if span.rows > 1 else ():
                    down[column] = first, span.rows - 1
            places = self.row(cells, role)
            over = {c: (p, left - 1) for c, (p, left) in over.items() if left > 1}
            over |= {column: (places[first], left) for column, (first, left) in down.items()}
        return merged

    def row(self, cells: Sequence[str | int | Place], role: str = "table") -> list[Place]:
        """Append a table row as `| a | b |` and tell where each cell stands.

        A cell that another is merged over is given as the place of that one in an earlier row, or as its index in this
        one: its text is not written again.
        """
        self._cells += len(cells)
        self._limits.check("max_cells", self._cells)
        texts = [clean(cell) if isinstance(cell, str) else "" for cell in cells]
        if not any(texts):
            return [cell if isinstance(cell, tuple) else (self.length, self.length) for cell in cells]
        places: list[Place] = []
        at = self.length + 2
        for cell, text in zip(cells, texts, strict=True):
            own = places[cell] if isinstance(cell, int) else (at, at + len(text))
            places.append(cell if isinstance(cell, tuple) else own)
            at += len(text) + 3
        start, end = self._append(f"| {' | '.join(texts)} |")
        self._given.append(Block(start, end, role, cells=tuple(places) if role == "table" else ()))
        return places

    def gap(self) -> None:
        """An empty line, where something (a table, a picture, a page) ended."""
        if self._parts:
            self._parts.append("\n")
            self.length += 1

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks."""
        text = "".join(self._parts)
        return text, find_blocks(text, self._given)

    def _append(self, text: str) -> Place:
        start = self.length
        self._parts.append(text + "\n")
        self.length += len(text) + 1
        self._limits.check("max_text_chars", self.length)
        return start, start + len(text)


_RAISED = str.maketrans("0123456789０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_MARK = 8
_MARK = re.compile(r"[\[(（〔【]?([0-9０-９]{1,2}(?:[,，、][0-9０-９]{1,2}){0,3})[\])）〕】]?")


def raised(text: str) -> str:
    """Superscript text: the number of a footnote as ¹, so that it is not taken for digits of what stands before it."""
    mark = _MARK.fullmatch(text.strip())
    if mark:
        return re.sub(r"\D", "", mark[1]).translate(_RAISED)  # a comma between two would end the clause
    return text.translate(_RAISED) if len(text) <= _LONGEST_MARK else text


def clean(text: str) -> str:
    """A piece of text as one line: no line breaks, no control characters, no white space around it."""
    return _CONTROL.sub("", _BREAKS.sub(" ", text)).strip()
