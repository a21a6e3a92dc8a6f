"""Tables on pages as rows of cells, whatever they were found by.

What belongs here: what a table is, and writing it.  What does not: finding it (grids, aligned).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edu_pipeline.reading.building import Place
from edu_pipeline.reading.pages.model import Piece
from edu_pipeline.reading.pages.rows import rows_of
from edu_pipeline.reading.pages.writing import PageWriter, Run, joined, text_of

_PROSE = 60  # a row of one cell that says more is text between the rows


@dataclass(slots=True)
class Cell:
    """A cell, over how many rows and columns it reaches, and what stands in it."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table of a page: its cells by where they are, every place of the grid filled."""

    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    grid: list[list[Cell]]

    @property
    def merged(self) -> bool:
        return any(cell.rows > 1 or cell.columns > 1 for row in self.grid for cell in row)


def write_table(writer: PageWriter, table: Table, before: Table | None) -> None:
    """Append a table; one that goes on with `before` on the page above does so without its header repeated."""
    goes_on = before is not None and _goes_on(before, table)
    if not goes_on:
        writer.builder.gap()
    places: dict[tuple[int, int], Place] = {}
    heads = [_texts(row) for row in before.grid[:3]] if goes_on and before else []
    for n, row in enumerate(table.grid):
        repeated = n < len(heads) and _texts(row) == heads[n]
        heads = heads if repeated else []
        own = _own(row, n)
        lone = len({id(cell) for cell in row}) == 1 and own
        if lone and len(text_of(_runs(table.page, own[0]))) > _PROSE:
            writer.paragraph([[(table.page, piece) for piece in line] for line in rows_of(own[0].pieces)])
            continue
        _write_row(writer, table.page, n, row, places, "furniture" if repeated else "table")
    writer.builder.gap()


def _write_row(
    writer: PageWriter, page: int, n: int, row: Sequence[Cell], places: dict[tuple[int, int], Place], role: str
) -> None:
    cells: list[list[Run] | int | Place] = []
    for column, cell in enumerate(row):
        if cell.row == n and cell.column == column:
            cells.append(_runs(page, cell))
        elif cell.row == n:
            cells.append(cell.column)
        else:
            cells.append(places[cell.row, cell.column])
    for column, place in enumerate(writer.row(cells, role)):
        if row[column].row == n:
            places[n, column] = place


def _own(row: Sequence[Cell], n: int) -> list[Cell]:
    return list({id(cell): cell for cell in row if cell.row == n}.values())


def _runs(page: int, cell: Cell) -> list[Run]:
    return joined([[(page, piece) for piece in line] for line in rows_of(cell.pieces)])


def _texts(row: Sequence[Cell]) -> list[str]:
    return ["".join("".join(p.text.split()) for line in rows_of(cell.pieces) for p in line) for cell in row]


def _goes_on(before: Table, table: Table) -> bool:
    """Whether the columns of two tables stand at the same places."""
    size = max((p.size for row in table.grid[:1] for cell in row for p in cell.pieces), default=10.0)
    return len(before.edges) == len(table.edges) and all(
        abs(a - b) <= size / 2 for a, b in zip(before.edges, table.edges, strict=True)
    )
