"""What pages repeat around their text: running heads and feet, and the numbers of pages.

What belongs here: telling them by their place, by what pages have in common and by how their numbers rise.  What does
not: what a line's words alone give away on any page (furniture, which is asked about the numbers of pages).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from edu_pipeline.reading.furniture import is_page_mark
from edu_pipeline.reading.lines import COMMAS, ends_sentence
from edu_pipeline.reading.pages.model import Page, Piece
from edu_pipeline.reading.pages.rows import rows_of

_ZONE = 0.13  # of the height of a page, at its top and at its bottom
_ROWS = 2  # at most, in each zone
_NEIGHBOURS = 20  # pages before and after that a page is compared with
_SHARE = 0.2  # of these have it: left and right pages may differ, chapters too
_PIECES = 3  # at most: more are a row of a table
_AT = 1.5  # of the size: how far from one another pages may have it
_DIGITS = re.compile(r"[0-9０-９]+")
_ADDRESS = re.compile(r"[a-z]{3,5}://")
_PRINTED = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4},?\s?(?:[上下]午)?\d{1,2}:\d\d")  # a browser's: when it was printed


@dataclass(frozen=True, slots=True)
class _Row:
    page: int
    zone: str
    at: float
    text: str
    pieces: tuple[Piece, ...]

    @property
    def form(self) -> str:
        return _DIGITS.sub("0", self.text)

    @property
    def numbers(self) -> list[int]:
        return [int(n[:9]) for n in _DIGITS.findall(self.text)]


def running(pages: Sequence[Page]) -> dict[int, tuple[list[list[Piece]], list[list[Piece]]]]:
    """By the page's number: the rows of its head and of its foot."""
    zones = [(page.number, zone) for page in pages for zone in _zones(page)]
    alike: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    places: dict[int, int] = {}  # where each row stands among those alike
    for _, rows in zones:
        for row in rows:
            places[id(row)] = len(alike[row.zone, row.form])
            alike[row.zone, row.form].append(row)
    found: dict[int, tuple[list[list[Piece]], list[list[Piece]]]] = {page.number: ([], []) for page in pages}
    for number, rows in zones:
        for row in rows:  # from the edge inwards
            at = places[id(row)]
            near = alike[row.zone, row.form][max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS + 1]
            if not _runs(row, near, min(len(pages), 2 * _NEIGHBOURS)):
                break
            found[number][row.zone == "foot"].append(list(row.pieces))
    return found


def _zones(page: Page) -> tuple[list[_Row], list[_Row]]:
    """The rows at the top and at the bottom of a page, the outermost first."""
    rows = []
    zone = _ZONE * page.height
    near = [p for p in page.pieces if p.middle <= zone or p.middle >= page.height - zone]
    for pieces in rows_of(near):
        text = "".join("".join(p.text.split()) for p in pieces)
        head = pieces[0].middle <= zone
        at = pieces[0].middle if head else page.height - pieces[0].middle
        rows.append(_Row(page.number, "head" if head else "foot", at, text, tuple(pieces)))
    heads = [row for row in rows if row.zone == "head"]
    feet = [row for row in rows if row.zone == "foot"]
    return heads[:_ROWS], feet[::-1][:_ROWS]


def _runs(row: _Row, alike: Sequence[_Row], pages: int) -> bool:
    marks = [is_page_mark(piece.text.strip()) for piece in row.pieces]
    printed = any(marks) and any(_ADDRESS.match(piece.text) for piece in row.pieces)
    if (
        printed
        or is_page_mark(row.text)
        or _PRINTED.match(row.text)
        or row.text == str(row.page)
        and row.zone == "foot"
    ):
        return True
    if ends_sentence(row.text) or row.text[-1:] in COMMAS:
        return False
    size = row.pieces[0].size
    others = [o for o in alike if o.page != row.page and abs(o.at - row.at) <= _AT * size]
    same = [o for o in others if o.text == row.text or _rises(row, o)]
    return len(same) + 1 >= max(2, _SHARE * pages) and len(row.pieces) <= _PIECES


def _rises(row: _Row, other: _Row) -> bool:
    """Whether what differs between two rows is the number of the page."""
    pairs = zip(row.numbers, other.numbers, strict=True)
    steps = {a - b for a, b in pairs if a != b}
    return steps == {row.page - other.page}
