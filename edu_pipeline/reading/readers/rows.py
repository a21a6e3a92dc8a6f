"""Tables without a page around them: the rows of a sheet or of a file of separated values.

What belongs here: which rows are the table, and which stand above or below it.  What does not: where the rows come from
(delimited, spreadsheet).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edu_pipeline.reading.building import Place, TextBuilder

Row = Sequence[str | Place | None]
_NOTE = 40  # a lone cell below a table that is longer is a note, not a section


def add_rows(builder: TextBuilder, rows: Iterable[Sequence[str]]) -> None:
    """Append rows: lone cells above the table are lines (title, unit), within it sections, long ones notes."""
    begun = False
    for row in rows:
        filled = [cell for cell in row if cell.strip()]
        if not filled:
            if begun:
                builder.gap()
            begun = False
        elif len(filled) == 1 and (not begun or len(filled[0]) > _NOTE):
            builder.line(filled[0])
        else:
            builder.row(row)
            begun = True


def trimmed(row: Sequence[str]) -> list[str]:
    """A row without the empty cells at its end."""
    cells = list(row)
    while cells and not cells[-1].strip():
        cells.pop()
    return cells
