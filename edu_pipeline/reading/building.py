"""A text put together from the pieces that a reader finds, with the offsets right by construction.

What belongs here: lines, rows of cells and their places while a text grows, for every reader whose format knows them.
What does not: what a line means that no markup explains (blocks), and any one format (readers).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edu_pipeline.reading.blocks import find_blocks
from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import Block

Place = tuple[int, int]
"""A piece of the text as half-open offsets; of no width where it is empty."""

# what str.splitlines breaks at, and the marks that only a page's own markup needs
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


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

    def row(self, cells: Sequence[str | Place | None], role: str = "table") -> list[Place]:
        """Append a table row as `| a | b |` and tell where each cell stands.

        A place in `cells` is that of an earlier cell that is merged over this one too, None stands for a cell that the one
        on its left is merged over: their text is not written again.
        """
        self._cells += len(cells)
        self._limits.check("max_cells", self._cells)
        texts = [clean(cell) if isinstance(cell, str) else "" for cell in cells]
        places: list[Place] = []
        at = self.length + 2
        for cell, text in zip(cells, texts, strict=True):
            if cell is None and places:
                places.append(places[-1])
            else:
                places.append(cell if isinstance(cell, tuple) else (at, at + len(text)))
            at += len(text) + 3
        if not any(texts):
            return [cell if isinstance(cell, tuple) else (self.length, self.length) for cell in cells]
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


def clean(text: str) -> str:
    """A piece of text as one line: no line breaks, no control characters, no white space around it."""
    return _CONTROL.sub("", _BREAKS.sub(" ", text)).strip()
