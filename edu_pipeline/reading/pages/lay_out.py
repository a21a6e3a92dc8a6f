"""From pages of pieces to a text with blocks and boxes.

What belongs here: the order of the steps, and writing what they found.  What does not: the steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from edu_pipeline.reading.building import TextBuilder
from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import Box
from edu_pipeline.reading.pages.model import LaidOut, Page, Piece


def lay_out(pages: Sequence[Page], limits: Limits) -> LaidOut:
    """The text of all pages, in reading order."""
    builder = TextBuilder(limits)
    boxes: list[Box] = []
    pieces: list[Piece] = []
    for page in pages:
        for piece in sorted(page.pieces, key=lambda p: (p.top, p.left)):
            place = builder.line(piece.text)
            if place is not None:
                boxes.append(Box(*place, page.number, piece.left, piece.top, piece.right, piece.bottom))
                pieces.append(piece)
        builder.gap()
    text, blocks = builder.finish()
    return LaidOut(text, blocks, tuple(boxes), tuple(pieces), False)
