"""The XML of a sheet, for what openpyxl does not tell when it only reads values.

What belongs here: merged areas, formulas whose result was not stored, rows and columns that are hidden.  What does not: the
cells themselves (spreadsheet).

The part may be large and hostile: it is searched with patterns that never look beyond the next tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Corner = tuple[int, int]
"""A cell as (row, column) from 0."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"')
_TAIL = 8 << 20  # merged cells are listed behind the rows: no more than this is searched for them
_FORMULA = re.compile(
    rb"<(?:\w+:)?c(\s[^<>]*)>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*(?:/>|>\s*</(?:\w+:)?v>)\s*)?</(?:\w+:)?c>"
)
"""A cell with a formula and no value, or an empty one."""
_NAME = re.compile(rb'\sr="([A-Z]{1,3}\d{1,7})"')
_OF_TEXT = re.compile(rb'\st="str"')
_HIDDEN = re.compile(rb'<(?:\w+:)?(row|col)\s[^<>]*?\bhidden="(?:1|true)"')


def merged(part: bytes) -> list[tuple[Corner, Corner]]:
    """The merged areas: first and last cell."""
    return [(_corner(a), _corner(b)) for a, b in _MERGED.findall(part[-_TAIL:])]


def _corner(reference: bytes) -> Corner:
    letters = reference.rstrip(b"0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(reference[len(letters) :]) - 1, column - 1


def without_value(part: bytes) -> Iterator[str]:
    """The names of cells whose formula has no stored result (B5).  The result of one may be an empty text, which is stored."""
    if b"<f" not in part and b":f" not in part:
        return  # most sheets hold values alone
    for found in _FORMULA.finditer(part):
        name = _NAME.search(found[1])
        if not (found[2] and _OF_TEXT.search(found[1])):
            yield name[1].decode("ascii") if name else "a cell"


def hidden(part: bytes) -> tuple[int, int]:
    """How many rows are hidden, and how many entries of columns."""
    kinds = [found[1] for found in _HIDDEN.finditer(part)]
    return kinds.count(b"row"), kinds.count(b"col")
