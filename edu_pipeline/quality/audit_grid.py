"""Tables as the audit sees them: rows, columns, what stands at the head of each, and the numbers in their cells.

What belongs here: which lines of an article are rows of one table, where their cells stand, and which number is in which
cell.  What does not: what the cells have to do with one another (audit_tables), and what a number of a table states
(indicators, which this does not ask: a number that no header explains is still a part of its column).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from edu_pipeline.quality.audit_layout import as_figure
from edu_pipeline.quality.audit_text import Figure, Passage

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"[\s|+:=—―─-]+")
_NUMERIC = re.compile(r"[-－−+＋▲▼↑↓]?\s?[\d０-９][\d０-９,，.．:：∶]*\s?[^\s\d]{0,3}|[-—－/…]+")
_FELL = re.compile(r"\s?[-－−–▼▽↓]\s?\d|下降|减少|降")
_FEWEST_ROWS = 3  # of figures, where only blanks part the cells
_LONGEST = 2000  # rows of one table that are looked at

Place = tuple[int, int]


@dataclass(slots=True)
class Row:
    """One line of a table; `cells` are places in the document, `figures` the numbers by column."""

    start: int
    end: int
    cells: list[Place]
    figures: dict[int, Figure] = field(default_factory=dict)
    stub: str = ""


@dataclass(slots=True)
class Grid:
    """A table: its rows of figures, and by column the words of the rows above them."""

    passage: Passage
    rows: list[Row]
    heads: dict[int, str]

    @property
    def columns(self) -> list[int]:
        """The columns that hold figures."""
        return sorted({column for row in self.rows for column in row.figures})

    def column(self, number: int) -> list[tuple[Row, Figure]]:
        """The figures of a column from the top."""
        return [(row, row.figures[number]) for row in self.rows if number in row.figures]


def grids(article: Mapping[str, Any], text: str, quantities: Sequence[Mapping[str, Any]]) -> Iterator[Grid]:
    """The tables of an article.  `quantities` are its numbers in order of position."""
    numbers = [q for q in quantities if q["kind"] not in ("period", "noise") and q["value"] is not None]
    starts = [q["start"] for q in numbers]
    for run in _runs(text, article["start"], min(article["end"], len(text))):
        grid = _grid(article, text, run[:_LONGEST], numbers, starts)
        if grid is not None:
            yield grid


# ------------------------------------------------------------------------------------------------ lines and cells
def _runs(text: str, start: int, end: int) -> Iterator[list[Row]]:
    """Neighbouring lines cut into as many cells by the same sign."""
    run: list[Row] = []
    sign, last = "", start
    for match in _LINE.finditer(text, start, end):
        line = match[0]
        if "|" in line and _RULE.fullmatch(line):
            last = match.end()
            continue
        found = "|" if line.count("|") >= 2 else "\t" if "\t" in line.strip() else " "
        cells = _cut(text, match.start(), match.end(), found)
        apart = "\n\n" in text[last : match.start()]
        if run and (apart or found != sign or len(cells) != len(run[0].cells)):
            yield from _checked(text, run, sign)
            run = []
        sign, last = found, match.end()
        if len(cells) >= (2 if found != " " else 3):
            run.append(Row(match.start(), match.end(), cells))
    yield from _checked(text, run, sign)


def _checked(text: str, run: list[Row], sign: str) -> Iterator[list[Row]]:
    """Lines that blanks alone cut are a table only when most of their cells are numbers."""
    if sign == " ":
        full = [i for i, row in enumerate(run) if _numeric(text, row) >= len(row.cells) - 1]
        if len(full) < _FEWEST_ROWS or full != list(range(full[0], full[-1] + 1)):
            return
        run = run[max(0, full[0] - 1) : full[-1] + 1]
    if len(run) >= 2:
        yield run


def _numeric(text: str, row: Row) -> int:
    return sum(_NUMERIC.fullmatch(text[a:b]) is not None for a, b in row.cells)


def _cut(text: str, start: int, end: int, sign: str) -> list[Place]:
    if sign == " ":
        return [m.span() for m in re.compile(r"[^\s\u3000]+").finditer(text, start, end)]
    places: list[Place] = []
    at = start
    for part in text[start:end].split(sign):
        stripped = part.strip()
        begin = at + len(part) - len(part.lstrip()) if stripped else at
        places.append((begin, begin + len(stripped)))
        at += len(part) + 1
    if sign == "|":  # | a | b | begins and ends with a sign
        places = places[1:] if places[0][0] == places[0][1] else places
        places = places[:-1] if places and places[-1][0] == places[-1][1] else places
    return places


# ------------------------------------------------------------------------------------------------ the table
def _grid(
    article: Mapping[str, Any], text: str, run: list[Row], numbers: Sequence[Mapping[str, Any]], starts: list[int]
) -> Grid | None:
    offset = run[0].start
    figures: list[Figure] = []
    for line, row in enumerate(run):
        for column, (start, end) in enumerate(row.cells):
            at = bisect_left(starts, start)
            if at < len(numbers) and numbers[at]["end"] <= end and _alone(text[start:end], numbers[at]["text"]):
                figure = as_figure(numbers[at], offset, len(figures))
                figure.sign = -1 if numbers[at]["value"] < 0 or _FELL.match(text, start) else 1
                figure.segment = line
                row.figures[column] = figure
                figures.append(figure)
    body = [i for i, row in enumerate(run) if row.figures]
    if len(body) < 2:
        return None
    heads: dict[int, str] = {}
    for row in run[: body[0]]:
        for column, (start, end) in enumerate(row.cells):
            heads[column] = heads.get(column, "") + text[start:end]
    for row in (run[i] for i in body):
        first = min(row.figures)
        row.stub = "".join("".join(text[a:b].split()) for a, b in row.cells[:first])
        for column, figure in row.figures.items():
            figure.left = row.stub or heads.get(column, "")
    until = run[-1].end
    passage = Passage(
        article["document_id"], article["article_id"], offset, text[offset:until], figures, article["dated_on"],
        [row.start - offset for row in run],
    )  # fmt: skip
    return Grid(passage, [run[i] for i in body], heads)


def _alone(cell: str, number: str) -> bool:
    """Whether the cell holds the number and hardly a word more."""
    return len("".join(cell.split())) - len("".join(number.split())) <= 4
