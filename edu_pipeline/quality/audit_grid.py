"""Tables as the audit sees them: rows, columns, what stands at the head of each, and the numbers in their cells.

What belongs here: which rows of an article are one table, and which number is in which cell.  What does not: which lines
are rows and where their cells stand (reading, indicators.grid_cells), what the cells have to do with one another
(audit_tables), and what a number states (indicators, which this does not ask: a number that no header explains is still
a part of its column).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from edu_pipeline.indicators.grid_cells import Cell, rows_of
from edu_pipeline.quality.audit_layout import as_figure
from edu_pipeline.quality.audit_text import Figure, Passage
from edu_pipeline.reading.blocks import find_blocks

_LONE_FIGURE = re.compile(r"\s*[\d.,，]+\s*")
_SPACED_FIGURES = re.compile(r"\d[ \u3000]+[\d,.]+(?:[ \u3000]|$)")
_RULE = re.compile(r"[\s|+:=—―-]*")
_FELL = re.compile(r"\s?[-－−–▼▽↓]\s?\d|下降|减少|降")
_LONGEST = 2000  # rows of one table that are looked at


@dataclass(slots=True)
class Row:
    """One row of a table: its place in the document, its cells, and the numbers by column.

    `section`: how many lines of one cell (按城乡分) stand before it.  `set_in`: blanks stand before its first word.
    """

    start: int
    end: int
    cells: list[Cell]
    figures: dict[int, Figure] = field(default_factory=dict)
    stub: str = ""
    section: int = 0
    set_in: bool = False


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


def grids(article: Mapping[str, Any], text: str, quantities: Sequence[Mapping[str, Any]]) -> Iterator[Grid]:
    """The tables of an article.  `quantities` are its numbers in order of position."""
    body = text[article["start"] : min(article["end"], len(text))]
    if not _may_hold_rows(body):
        return
    numbers = [q for q in quantities if q["kind"] not in ("period", "noise") and q["value"] is not None]
    shown = [block for block in find_blocks(body) if not _RULE.fullmatch(body, block.start, block.end)]
    for is_table, group in groupby(shown, key=lambda block: block.role == "table"):
        blocks = list(group) if is_table else []
        rows = [Row(b.start, b.end, cells) for b, cells in zip(blocks, rows_of(body, blocks), strict=True)]
        _in_sections(body, rows)
        grid = _grid(article, body, [row for row in rows if len(row.cells) > 1][:_LONGEST], numbers)
        if grid is not None:
            yield grid


def _in_sections(body: str, rows: Sequence[Row]) -> None:
    """Tells each row its section, and whether it is set in."""
    section = 0
    for row in rows:
        section += len(row.cells) == 1
        row.section = section
        at = row.cells[0].start if row.cells else row.start
        line = body[body.rfind("\n", 0, at) + 1 : at]
        row.set_in = line != "" and not line.strip(" \u3000")


def _may_hold_rows(body: str) -> bool:
    """Whether two lines look like rows: most articles hold no table, and need not be read for one."""
    found = 0
    for line in body.split("\n"):
        found += "|" in line or "\t" in line or bool(_LONE_FIGURE.fullmatch(line) or _SPACED_FIGURES.search(line))
        if found > 1:
            return True
    return False


def _grid(article: Mapping[str, Any], body: str, run: list[Row], numbers: Sequence[Mapping[str, Any]]) -> Grid | None:
    """The rows as wide as most rows of figures; a row above them that lacks its last cell heads the others."""
    if len(run) < 2:
        return None
    figures = _fill(article["start"], body, run, numbers)
    widths = Counter(len(row.cells) for row in run if row.figures)
    if not widths:
        return None
    width = max(widths, key=lambda w: (widths[w], w))
    rows = [row for row in run if row.figures and len(row.cells) == width]
    above = [row for row in run if row.start < rows[0].start and not row.figures]
    heads = _heads([row for row in above if width - 1 <= len(row.cells) <= width], width)
    for row in rows:
        row.stub = "".join("".join(cell.text.split()) for cell in row.cells[: min(row.figures)])
        for column, figure in row.figures.items():
            figure.left = row.stub or heads.get(column, "")
    first = run[0].start
    passage = Passage(
        article["document_id"], article["article_id"], article["start"] + first, body[first : run[-1].end],
        figures, article["dated_on"], [row.start - first for row in run],
    )  # fmt: skip
    return Grid(passage, rows, heads) if len(rows) > 1 else None


def _fill(offset: int, body: str, run: list[Row], numbers: Sequence[Mapping[str, Any]]) -> list[Figure]:
    """Give the rows the numbers of their cells."""
    starts = [q["start"] - offset for q in numbers]
    figures: list[Figure] = []
    for line, row in enumerate(run):
        for column, cell in enumerate(row.cells):
            at = bisect_left(starts, cell.start)
            if (
                at == len(numbers)
                or numbers[at]["end"] - offset > cell.end
                or not _alone(cell.text, numbers[at]["text"])
            ):
                continue
            figure = as_figure(numbers[at], offset + run[0].start, len(figures))
            figure.sign = -1 if numbers[at]["value"] < 0 or _FELL.match(body, cell.start) else 1
            figure.segment = line
            row.figures[column] = figure
            figures.append(figure)
    return figures


def _alone(cell: str, number: str) -> bool:
    """Whether the cell holds the number and hardly a word more."""
    return len("".join(cell.split())) - len("".join(number.split())) <= 4


def _heads(rows: Sequence[Row], width: int) -> dict[int, str]:
    """The words above each column; an empty cell of any but the last row stands under the word to its left."""
    heads = dict.fromkeys(range(width), "")
    for number, row in enumerate(rows):
        word = ""
        for column in range(width):
            own = row.cells[column].text if column < len(row.cells) else ""
            word = own or (word if number < len(rows) - 1 else "")
            heads[column] += "".join(word.split())
    return heads
