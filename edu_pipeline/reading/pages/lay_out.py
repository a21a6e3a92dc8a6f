"""From pages of pieces to a text with blocks and boxes.

What belongs here: the order of the steps, and writing what they found.  What does not: the steps.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.lines import ends_sentence
from edu_pipeline.reading.pages.aligned import with_tables
from edu_pipeline.reading.pages.grids import ruled_tables
from edu_pipeline.reading.pages.model import LaidOut, Page, Piece
from edu_pipeline.reading.pages.paragraphs import Habits, goes_on, habits, is_heading
from edu_pipeline.reading.pages.rows import Line, set_frames
from edu_pipeline.reading.pages.running import running
from edu_pipeline.reading.pages.side_by_side import lines_in_order
from edu_pipeline.reading.pages.tables import Table, write_table
from edu_pipeline.reading.pages.writing import PageWriter

Rows = list[list[Piece]]


def lay_out(pages: Sequence[Page], limits: Limits) -> LaidOut:
    """The text of all pages, in reading order.

    What pages repeat around their text stands between paragraphs that end, not between a title and what belongs to it.
    """
    around = running(pages)
    elements = [element for page in pages for element in _elements(page, around[page.number])]
    lines = [element for element in elements if isinstance(element, Line)]
    set_frames(lines, {page.number: page.width for page in pages})
    usual = habits(lines)
    writer = PageWriter(limits)
    furniture = _Furniture(writer, around, pages)
    merged, before, ended = False, None, True
    for element in _paragraphs(elements, usual):
        if isinstance(element, Table):
            if before is None:
                furniture.before(element.page)
            write_table(writer, element, before)
            merged, before = merged or element.merged, element
        else:
            if before is not None or ended:
                furniture.before(element[0].page)
            paragraph = [[(line.page, piece) for piece in line.pieces] for line in element]
            writer.paragraph(paragraph, "heading" if is_heading(element, usual) else None)
            before, ended = None, ends_sentence(element[-1].text)
    furniture.rest()
    text, blocks = writer.builder.finish()
    return LaidOut(text, blocks, tuple(writer.boxes), tuple(writer.pieces), merged)


def _elements(page: Page, around: tuple[Rows, Rows]) -> Iterator[Line | Table]:
    """The lines and tables of a page in reading order, without what runs around them."""
    taken = {id(piece) for rows in around for row in rows for piece in row}
    own = replace(page, pieces=[piece for piece in page.pieces if id(piece) not in taken])
    tables, pieces = ruled_tables(own)
    tables.sort(key=lambda table: table.top)
    for table in [*tables, None]:
        above = [p for p in pieces if table is None or p.middle < table.top]
        pieces = [p for p in pieces if table is not None and p.middle >= table.top]
        yield from with_tables(lines_in_order(page.number, above))
        if table is not None:
            yield table


def _paragraphs(elements: Sequence[Line | Table], usual: Habits) -> Iterator[list[Line] | Table]:
    held: list[Line] = []
    for element in elements:
        if isinstance(element, Line) and held and goes_on(held[-1], element, usual):
            held.append(element)
            continue
        if held:
            yield held
        held = [element] if isinstance(element, Line) else []
        if isinstance(element, Table):
            yield element
    if held:
        yield held


class _Furniture:
    """Writes the heads and feet of pages, and what stands aslant, when the text has reached them."""

    def __init__(self, writer: PageWriter, around: dict[int, tuple[Rows, Rows]], pages: Sequence[Page]) -> None:
        self._writer = writer
        self._waiting = deque(
            (page.number + at, page.number, row, role)
            for page in pages
            for at, rows, role in (
                (0, around[page.number][0], "header"),
                (1, around[page.number][1], "footer"),
                (1, [[piece] for piece in page.aslant], "furniture"),
            )
            for row in rows
        )

    def before(self, page: int) -> None:
        """Everything that stands before what begins on a page."""
        while self._waiting and self._waiting[0][0] <= page:
            self._write()

    def rest(self) -> None:
        while self._waiting:
            self._write()

    def _write(self) -> None:
        _, page, row, role = self._waiting.popleft()
        self._writer.paragraph([[(page, piece) for piece in row]], role)
