"""Where on its page a piece of a document's text stands.

What belongs here: from offsets to a page and a box.  What does not: where lines stand (writing).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from edu_pipeline.reading.model import Box
from edu_pipeline.reading.pages.writing import width


@dataclass(frozen=True, slots=True)
class Place:
    """A page, from 1, and the edges of what stands there: left, top, right, bottom."""

    page: int
    edges: tuple[float, float, float, float]


class Places:
    """The places of a document's text."""

    def __init__(self, text: str, boxes: Sequence[Box]) -> None:
        self._text, self._boxes = text, boxes
        self._ends = [box.end for box in boxes]

    def of(self, start: int, end: int) -> Place | None:
        """Around `text[start:end]` on the page that it begins on; None where nothing of it stands on a page."""
        touched: list[Box] = []
        for i in range(bisect_right(self._ends, start), len(self._boxes)):
            box = self._boxes[i]
            if box.start >= end or touched and box.page != touched[0].page:
                break
            touched.append(box)
        if not touched:
            return None
        left = min(self._edge(box, max(start, box.start)) for box in touched)
        right = max(self._edge(box, min(end, box.end)) for box in touched)
        return Place(
            touched[0].page, (left, min(box.top for box in touched), right, max(box.bottom for box in touched))
        )  # fmt: skip

    def _edge(self, box: Box, at: int) -> float:
        """Where a character inside a box begins, reckoned by the widths of those before it."""
        if at in (box.start, box.end):
            return box.left if at == box.start else box.right
        whole = width(self._text[box.start : box.end])
        return box.left + (box.right - box.left) * width(self._text[box.start : at]) / whole
