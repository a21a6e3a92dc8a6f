"""What a picture of a page shows beside the lines that were read: drawn lines, and ink that looks like text.

What belongs here: telling both from photographs, stamps and specks by their shape.  What does not: reading anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

_USUAL = 24.0  # pixels: the height of a line where none was read
_RULE = 2.5  # lines of text: a stroke that is longer is drawn
_THIN = 0.3  # of a line's height: a stroke that is wider is no rule
_GROWN = 0.15  # of a line's height: how far the ink of a read line may reach over its edges
_SMALL, _LARGE = 0.35, 2.2  # of a line's height: what a character may measure
_FULL = 0.95  # of its box: a patch with more ink is a filled shape, if it is as large as a character


class Area(NamedTuple):
    """Edges as distances from the left and the top."""

    left: float
    top: float
    right: float
    bottom: float


def left_over(grey: Any, read: Sequence[Area]) -> tuple[list[Area], list[Area]]:
    """The rules of a page, and the areas whose ink may be text that no line of `read` covers; both from top to bottom."""
    import cv2

    heights = sorted(area.bottom - area.top for area in read)
    line = heights[len(heights) // 2] if heights else _USUAL
    ink = _ink(grey)
    rules: list[Area] = []
    for horizontal in (True, False):
        rules += _rules(ink, line, horizontal=horizontal)
    for area in rules:
        ink[int(area.top) : int(area.bottom) + 2, int(area.left) : int(area.right) + 2] = 0
    grown = _GROWN * line
    for area in read:
        top, left = max(0, int(area.top - grown)), max(0, int(area.left - grown))
        ink[top : int(area.bottom + grown) + 1, left : int(area.right + grown) + 1] = 0
    kept = _characters(ink, line)
    joined = cv2.dilate(
        kept, cv2.getStructuringElement(cv2.MORPH_RECT, (max(3, int(line)) | 1, max(3, int(line / 4)) | 1))
    )
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    areas = []
    for n in range(1, count):
        x, y, wide, high = (int(v) for v in stats[n][:4])
        rows, columns = (kept[y : y + high, x : x + wide] * (labels[y : y + high, x : x + wide] == n)).nonzero()
        if len(rows):
            areas.append(Area(x + int(columns.min()), y + int(rows.min()), x + int(columns.max()) + 1, y + int(rows.max()) + 1))  # fmt: skip
    return sorted(rules, key=lambda a: (a.top, a.left)), sorted(areas, key=lambda a: (a.top, a.left))


def _ink(grey: Any) -> Any:
    """1 where a pixel is clearly darker than the paper around it."""
    import cv2

    paper = cv2.medianBlur(cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA), 21)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return (cv2.subtract(paper, grey) > 60).astype("uint8")


def _rules(ink: Any, line: float, *, horizontal: bool) -> list[Area]:
    """Thin strokes that are longer than any of a character."""
    import cv2

    long = max(8, int(_RULE * line))
    shape = (long, 1) if horizontal else (1, long)
    found = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
    count, _, stats, _ = cv2.connectedComponentsWithStats(found)
    areas = []
    for n in range(1, count):
        x, y, wide, high = (int(v) for v in stats[n][:4])
        if (high if horizontal else wide) <= max(2, _THIN * line):
            areas.append(Area(x, y, x + wide, y + high))
    return areas


def _characters(ink: Any, line: float) -> Any:
    """The ink of patches that are as large as characters or their parts."""
    import cv2
    import numpy

    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    wide, high, area = stats[:, 2], stats[:, 3], stats[:, 4]
    keep = (numpy.maximum(wide, high) >= _SMALL * line) & (numpy.maximum(wide, high) <= _LARGE * line)
    keep &= ~((area > _FULL * wide * high) & (numpy.minimum(wide, high) > _SMALL * line))
    keep[0] = False
    return keep[labels].astype("uint8")
