"""Blanks between digits, which the recogniser leaves out: 165 10 is not 16510.

What belongs here: finding them by how far apart the ink of two digits stands.  What does not: blanks between words, which
change no number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import Any

_RUN = re.compile(r"[0-9][0-9.,:/\-]*[0-9]")
_PITCH = 0.58  # of the way from one Chinese character to the next: the most from one digit to the next
_APART = 1.27  # times the usual way: the least with a blank between
_GAP = 0.5  # of the usual way: the least that is without ink where a blank is
_SPECK = 0.06  # of a Chinese character's width: less is no part of a number
_WIDE = 0.7  # of a Chinese character's width: more is two digits that touch
_FEW = 3  # steps that tell what is usual in a line
_NEAR = 0.3  # of a Chinese character's width: how far the recogniser may be wrong about where a digit stands


def blanks(text: str, lefts: Sequence[float], rights: Sequence[float], line: Any, size: float) -> list[int]:
    """Offsets in a line's text before which a blank is missing.

    lefts, rights: about where each character stands; line: the line's picture, dark on light, from the same zero; size:
    about the width of a Chinese character.  A run whose ink does not come apart into its characters is left alone.
    """
    ink = [(a, b) for a, b in _patches(line) if _SPECK * size <= b - a < _WIDE * size]
    steps: list[tuple[int, float, float]] = []  # offset, way between the middles of two digits, and the gap in it
    for run in _RUN.finditer(text):
        start, end = run.span()
        low, high = lefts[start] - _NEAR * size, rights[end - 1] + _NEAR * size
        near = [patch for patch in ink if low <= sum(patch) / 2 <= high]
        surplus = len(near) - (end - start)
        if not 0 <= surplus <= 2:  # of neighbours on either side
            continue
        at = min(range(surplus + 1), key=lambda n: abs(sum(near[n]) - lefts[start] - rights[start]))
        own = near[at : at + end - start]
        for n, ((a, b), (c, d)) in enumerate(zip(own, own[1:], strict=False), start + 1):
            if text[n - 1].isdigit() and text[n].isdigit():
                steps.append((n, (c + d - a - b) / 2, c - b))
    if not steps:
        return []
    pitch = _PITCH * median(square) if (square := _squares(text, lefts)) else size
    if len(steps) >= _FEW:
        pitch = min(pitch, median(step for _, step, _ in steps))
    return [at for at, step, gap in steps if step >= _APART * pitch and gap >= _GAP * pitch]


def _squares(text: str, lefts: Sequence[float]) -> list[float]:
    """The ways from one Chinese character to the next."""
    pairs = zip(text, text[1:], lefts, lefts[1:], strict=False)
    return [b - a for one, other, a, b in pairs if "\u4e00" <= one <= "\u9fff" and "\u4e00" <= other <= "\u9fff"]


def _patches(line: Any) -> list[tuple[int, int]]:
    """Runs of columns with ink, as half-open offsets."""
    import numpy

    dark = line < (int(line.max()) + int(line.min())) / 2
    columns = numpy.concatenate(([0], (dark.sum(axis=0) > 0).astype("int8"), [0]))
    edges = numpy.diff(columns)
    return list(zip((edges == 1).nonzero()[0].tolist(), (edges == -1).nonzero()[0].tolist(), strict=True))
