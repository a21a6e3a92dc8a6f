"""Pages of positioned text, as a PDF's text layer or the recognition of a picture gives them.

What belongs here: the data classes that a reader of pages fills in, and what it gets back.  What does not: how pieces
become text (lay_out and what it calls).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from edu_pipeline.reading.model import Block, Box


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters on one line of a page, at most the whole line; in tables and columns it ends at a wide gap.

    The edges are distances from the left and the top of the page, in points or pixels.  `size`: the height of the type
    in the same unit, which is the width of a Chinese character.  `confidence`: how sure a recognition is, from 0 to 1;
    None where the text is given.  `stops`: where characters inside begin, as (offset in `text`, distance from the left),
    rising; what is known of the numbers is enough, the rest is reckoned.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    confidence: float | None = None
    stops: tuple[tuple[int, float], ...] = ()

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, of the frame of a table or under a heading."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it is horizontal."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(slots=True)
class Page:
    """A page: its number from 1, its size, and what stands on it in any order; `aslant`: what is no line of its text."""

    number: int
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    aslant: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The text of pages in reading order, its blocks, and where it stands.

    `pieces[i]` is what `boxes[i]` was made from: a piece that blanks were taken out of, or that has stops, makes several.
    `merged`: whether a table has merged cells.
    """

    text: str
    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...]
    pieces: tuple[Piece, ...]
    merged: bool
