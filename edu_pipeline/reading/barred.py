"""Cells that a page's converter set one below the other, with a bar behind each: 小学 | / 334 | / 8697 |, the bar on the
cell's line or on one of its own.

What belongs here: finding such cells, empty ones too, and which lines each takes.  What does not: how wide the table is
(stacks), the sorts of cells (cells).

Here nothing is lost: two bars with nothing between are an empty cell, and lines without a bar between them are one cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from edu_pipeline.reading.cells import HAN, is_label, is_translation
from edu_pipeline.reading.lines import Line, ends_sentence, holds

_BARS = "|｜│"
_BAR = re.compile(rf"[ \xa0\u3000]*[{_BARS}]$")
_LAST_NUMBER = re.compile(r" \d{1,2}$")
_MAX_CELL = 48
_MAX_LINES = 4
_LEAST_BARS = 6


@dataclass(frozen=True, slots=True)
class Stacked:
    """A cell that takes the lines `index` to `last`; `text` is `text[start:end]` of the document but for line breaks."""

    index: int
    last: int
    start: int
    end: int
    text: str


def barred_cells(lines: Sequence[Line], roles: Sequence[str]) -> list[list[Stacked]]:
    """The runs of such cells, in order; each run of at least six."""
    runs: list[list[Stacked]] = []
    run: list[Stacked] = []
    open_: list[Line] = []
    for line in lines:
        if not _may_belong(line, roles[line.index]) or len(open_) == _MAX_LINES:
            runs.append(run)
            run, open_ = [], []
        elif (bar := _BAR.search(line.text)) and not holds(line.text[: bar.start()], _BARS):
            above = open_ if run else _nearest([one for one in open_ if not roles[one.index]], bar.start())
            run.append(_cell(above, line, bar.start()))
            open_ = []
        else:
            open_.append(line)
    return [_untranslated(r) for r in (*runs, run) if len(r) >= _LEAST_BARS]


def _untranslated(run: Sequence[Stacked]) -> list[Stacked]:
    """The cells without a row of headers that says those above it again, in Latin words: 学校数 | 班数 | Schools | Grade 1."""
    kept: list[Stacked] = []
    latin = [is_translation(_LAST_NUMBER.sub("", cell.text)) for cell in run]
    at = 0
    while at < len(run):
        after = next((i for i in range(at, len(run)) if not latin[i]), len(run))
        names = kept[at - after :] if 1 < after - at <= len(kept) else []
        if names and all(HAN.search(cell.text) and is_label(cell.text) for cell in names):
            kept[-1] = replace(kept[-1], last=run[after - 1].last)
        else:
            kept += run[at:after]
        kept += run[after : after + 1]
        at = after + 1
    return kept


def _may_belong(line: Line, role: str) -> bool:
    return (
        role in ("", "furniture")
        and len(line) <= _MAX_CELL
        and not ends_sentence(line.text)
        and is_label(line.text[:32])
    )


def _nearest(before: Sequence[Line], bar: int) -> Sequence[Line]:
    """The lines above the first cell that belong to it, and not to the text before: none, or the last that is Chinese."""
    if bar or not before:
        return ()
    chinese = next((i for i in range(len(before) - 1, -1, -1) if HAN.search(before[i].text)), len(before) - 1)
    return before[chinese:]


def _cell(before: Sequence[Line], line: Line, bar: int) -> Stacked:
    """The cell that ends at a bar; of a name in two languages, the Chinese lines."""
    parts = [(one.start, one.end, one.text) for one in before]
    if bar:
        parts.append((line.start, line.start + bar, line.text[:bar]))
    index = before[0].index if before else line.index
    if not parts:
        return Stacked(index, line.index, line.start, line.start, "")
    named = next((i for i, (*_, text) in enumerate(parts) if not HAN.search(text)), len(parts))
    between = ""
    if named and all(is_translation(text) for *_, text in parts[named:]):
        parts = parts[:named]
    else:  # figures on several lines are none that a column could take
        between = " "
    return Stacked(index, line.index, parts[0][0], parts[-1][1], between.join(text for *_, text in parts))
