"""Rows in which every figure follows its own name: 福鼎市 项目9 开工9 完成投资12860 完成率81.2.

What belongs here: finding such rows by the names that come back at the same places.  What does not: columns that are
named once, above (columns), and what a figure states (indicators).

The evidence asked for: two lines that follow each other and name the same things in the same order, or all of them
places, nothing else on them but what opens the line, and a figure without a unit: with units, such a line is read as any
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edu_pipeline.reading.cells import Place, is_blank, is_figure, is_label
from edu_pipeline.reading.columns import Row, row_of
from edu_pipeline.reading.lines import Line, has_digit
from edu_pipeline.reading.words import CENTURY, DIGIT

_MAX_LINE = 160
_LEAST_NAMES = 2
_NAME = r"[一-鿿“”（）()]{1,14}?"
_FIGURE = rf"[-－−+＋↑↓▲▼≥≤]?(?:{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}})+|{DIGIT}+)(?:[.．]{DIGIT}+)?(?:[%％‰]|[万亿]?[一-鿿]{{1,3}}(?=[\s,，;；、。|｜]|$))?"
_PAIR = re.compile(
    rf"(?P<name>{_NAME})(?:[ \xa0\u3000]?[:：=＝]?[ \xa0\u3000]?)(?P<figure>{_FIGURE}|[—－-]{{1,2}}(?=\s|$))"
)
_GAP = re.compile(r"[ \xa0\u3000\t]*[,，;；、|｜/／]?[ \xa0\u3000\t]*")
_HEAD = re.compile(
    rf"(?P<head>[一-鿿“”（）()·、]{{2,20}}?|{CENTURY}{DIGIT}{{2}}(?:[-—~至]{DIGIT}{{2,4}})?学?年[度末底]?)(?:[ \xa0\u3000\t]*[:：|｜][ \xa0\u3000\t]*|[ \xa0\u3000\t]+)(?=[一-鿿“])"
)
_BARE = re.compile(r"[^%％‰一-鿿]*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that may be such a row: its names, and its cells, the head first."""

    line: Line
    names: tuple[str, ...]
    cells: tuple[Place, ...]
    bare: bool


def find_paired(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of names and figures in turn, by the index of their line."""
    rows: dict[int, Row] = {}
    run: list[_Line] = []
    for line in lines:
        found = _taken_apart(line) if roles[line.index] in ("", "table") else None
        if run and (found is None or not _alike(run[-1].names, found.names)):
            rows |= _rows(run)
            run = []
        if found is not None:
            run.append(found)
    return rows | _rows(run)


_PLACE = re.compile("[一-鿿]{1,11}[市县区旗州盟]")


def _alike(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether two lines name the same things, or each nothing but places, one for each figure."""
    return above == below or all(map(_PLACE.fullmatch, (*above, *below)))


def _rows(run: Sequence[_Line]) -> dict[int, Row]:
    if len(run) < 2 or not any(found.bare for found in run):
        return {}
    return {f.line.index: row_of(f.line, f.cells) for f in run}


def _taken_apart(line: Line) -> _Line | None:
    """The names and figures of a line that holds nothing else; None where it holds more."""
    text = line.text.rstrip("。；;,，|｜ ")
    if len(text) > _MAX_LINE or not has_digit(text):
        return None
    head = _HEAD.match(text)
    at = head.end() if head else 0
    cells: list[Place] = [head.span("head")] if head else []
    names: list[str] = []
    bare = False
    while at < len(text):
        at = _GAP.match(text, at).end() if names else at  # type: ignore[union-attr]
        pair = _PAIR.match(text, at)
        figure = pair["figure"] if pair else ""
        if pair is None or not (is_figure(figure) or is_blank(figure)) or not is_label(pair["name"]):
            return None
        names.append(pair["name"])
        cells += [pair.span("name"), pair.span("figure")]
        bare |= _BARE.fullmatch(figure) is not None
        at = pair.end()
    return _Line(line, tuple(names), tuple(cells), bare) if len(set(names)) == len(names) >= _LEAST_NAMES else None
