"""Rows that say of each thing what it was and what it is: 幼儿园　68所 → 149所, under 左为2012年，右为2021年.

What belongs here: finding such rows, and the line above them that names the two times.  What does not: columns that blanks set
apart (columns), and what a figure states (indicators).

The evidence asked for: two such rows that follow each other, and the two times right above them: without those nothing tells
of when the first figure is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from edu_pipeline.reading.cells import Place, is_figure
from edu_pipeline.reading.columns import Row, row_of
from edu_pipeline.reading.lines import Line, holds
from edu_pipeline.reading.words import CENTURY, DIGIT

_LEAST_ROWS = 2
_MAX_LINE = 60
_SIGNS = "→➔➜⇒>"
_ARROW = r"\s?(?:[→➔➜⇒]|-+>|—+>)\s?"
_ROW = re.compile(
    rf"(?P<name>[一-鿿“”()（）]{{2,24}})[\s:：]*(?P<was>[^\s→➔➜⇒>]{{1,16}}){_ARROW}(?P<is>[^\s→➔➜⇒>]{{1,16}})"
)
_TIME = rf"{CENTURY}{DIGIT}{{2}}年(?:[底末]|{DIGIT}{{1,2}}月[底末]?)?"
_TIMES = re.compile(
    rf"[(（【]?(?:指标|项目)?\s*(?:左(?:[边侧栏]|列)?[为是:：])?(?P<was>{_TIME})(?:[,，、;；\s]*右(?:[边侧栏]|列)?[为是:：]|{_ARROW})(?P<is>{_TIME})[)）】]?"
)


def find_arrows(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """The rows of such tables and the line of their times, by the index of their line."""
    rows: dict[int, Row] = {}
    run: dict[int, Row] = {}
    for line in lines:
        cells = _cells(line) if roles[line.index] == "" else []
        if cells:
            run[line.index] = row_of(line, cells)
            continue
        rows |= _under_times(lines, run)
        run = {}
    return rows | _under_times(lines, run)


def _cells(line: Line) -> list[Place]:
    found = _ROW.fullmatch(line.text) if len(line) <= _MAX_LINE and holds(line.text, _SIGNS) else None
    if found is None or not (is_figure(found["was"]) and is_figure(found["is"])):
        return []
    return [found.span(name) for name in ("name", "was", "is")]


def _under_times(lines: Sequence[Line], run: Mapping[int, Row]) -> dict[int, Row]:
    """The run with the line of times above it; nothing where none stands there, or the run is too short."""
    first = min(run, default=0)
    times = _TIMES.fullmatch(lines[first - 1].text) if first and len(run) >= _LEAST_ROWS else None
    if times is None:
        return {}
    heads = [(0, 0), times.span("was"), times.span("is")]
    return {first - 1: row_of(lines[first - 1], heads), **run}
