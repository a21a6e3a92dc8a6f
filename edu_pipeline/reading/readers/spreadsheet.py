"""Spreadsheets (xlsx): sheets to tables.

What belongs here: which cells a sheet has, how each is shown, and laying out merged ones.  What does not: what rows mean (rows,
indicators), the archive around the sheets (packed), what only the XML of a sheet says (sheet_part).

Cells are walked as they stand in the file, never as far as a sheet says it reaches.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from edu_pipeline.reading.building import Place, TextBuilder
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.model import ReadDocument, ReadingError, Remark
from edu_pipeline.reading.readers import packed, sheet_part
from edu_pipeline.reading.readers.rows import add_rows, trimmed
from edu_pipeline.reading.readers.sheet_part import Corner
from edu_pipeline.reading.signatures import XLSX

READER = "spreadsheet/1"
_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)\s?\d*", re.I)
_DECIMALS = re.compile(r"0(?:\.(0+))?")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SHOWN = 12
"""Names of cells that a remark lists."""


def read_spreadsheet(data: bytes, limits: Limits) -> ReadDocument:
    """An xlsx file: its sheets in order, each as a table.  ReadingError when it is broken or empty."""
    import openpyxl

    with packed.opened(data, limits) as parts:
        remarks = packed.remarks(parts)
        for name in parts.names:
            if name.endswith((".xml", ".rels")) and not name.startswith("xl/worksheets/sheet"):
                parts.tree(name)  # entities and what is broken are found before openpyxl meets them
        builder = TextBuilder(limits)
        lost: list[str] = []
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = list(book.worksheets)
            for sheet in sheets:
                _add_sheet(builder, sheet, parts, limits, remarks, lost)
        except (ReadingError, LimitExceeded, MemoryError):
            raise
        except Exception as error:
            raise ReadingError(
                f"The spreadsheet is damaged ({type(error).__name__}: {error}).", "Open it, and save it again."
            ) from error
    if lost:
        remarks.append(_without_value(lost))
    text, blocks = builder.finish()
    if not text.strip():
        raise ReadingError("The spreadsheet holds nothing.", "Look into it, or remove it from the sources.")
    return ReadDocument(text, XLSX, READER, None, blocks, remarks=tuple(_once(remarks)))


def _without_value(cells: Sequence[str]) -> Remark:
    listed = ", ".join(cells[:_SHOWN]) + (", …" if len(cells) > _SHOWN else "")
    many = "1 cell holds a formula" if len(cells) == 1 else f"{len(cells)} cells hold formulas"
    said = f"{many} whose result is not stored in the file: {listed}. What they would show was not read; open it in a spreadsheet program, and save it again."
    return Remark("formula_unread", 0, 0, said)


def _add_sheet(
    builder: TextBuilder, sheet: Any, parts: packed.Parts, limits: Limits, remarks: list[Remark], lost: list[str]
) -> None:  # fmt: skip
    """Append a sheet; cells whose formulas have no result are put into `lost`."""
    sheet.reset_dimensions()
    rows = list(_rows(sheet, limits))
    part = parts.read(str(getattr(sheet, "_worksheet_path", "")).lstrip("/")) or b""
    lost += [f"{sheet.title[:60]}!{name}" for name in sheet_part.without_value(part)]
    if not any(any(row) for row in rows):
        return
    if not _DEFAULT_NAME.fullmatch(sheet.title.strip()):
        builder.line(sheet.title, "heading")
    if sheet.sheet_state != "visible":
        said = f"The sheet {sheet.title[:60]} is hidden; it was read as the others are."
        remarks.append(Remark("sheet_hidden", builder.length, builder.length + 1, said))
    elif any(hidden := sheet_part.hidden(part)):
        what = " and ".join(word for word, count in zip(("rows", "columns"), hidden, strict=True) if count)
        said = f"The sheet {sheet.title[:60]} has hidden {what}; they were read as the others are."
        remarks.append(Remark("sheet_hidden", builder.length, builder.length + 1, said))
    merged = sheet_part.merged(part)
    if merged:
        remarks.append(Remark("merged_cells", 0, 0, "Cells are merged: what they say counts for each of their places."))
        _add_merged(builder, rows, merged)
    else:
        add_rows(builder, rows)
    builder.gap()


def _once(remarks: Sequence[Remark]) -> list[Remark]:
    return list({(r.code, r.start, r.end): r for r in reversed(remarks)}.values())[::-1]


def _rows(sheet: Any, limits: Limits) -> Iterator[list[str]]:
    """The rows of a sheet as a person sees them; LimitExceeded after too many cells, empty ones too."""
    walked = 0
    for row in sheet.iter_rows():
        walked += len(row) + 1
        limits.check("max_cells", walked)
        yield trimmed([shown(cell.value, getattr(cell, "number_format", "General")) for cell in row])


def shown(value: Any, number_format: str) -> str:
    """A cell's value as its format shows it: 0.9968 as 99.68%, 12.50 with its digits, dates in full."""
    if value is None:
        return ""
    if isinstance(value, bool | str):
        return (
            "" if isinstance(value, str) and value.startswith("#") and value.endswith(("!", "?", "A")) else str(value)
        )
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime | date):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if not isinstance(value, int | float):
        return str(value)
    return _number(value, number_format)


def _number(value: float, number_format: str) -> str:
    positive = _LITERAL.sub("", number_format.split(";")[0])
    percent = "%" in positive
    number = value * 100 if percent else value
    digits = _DECIMALS.search(positive)
    if digits is None or "E" in positive or "/" in positive:
        text = format(number, ".15g") if abs(number) < 1e15 else str(number)
    else:
        text = f"{number:.{len(digits[1] or '')}f}"
        # a format that hides digits hides them from people too, but a whole number shown of 0.4 says nothing true
        text = format(number, ".15g") if float(text) == 0 and number else text
    return f"{text}%" if percent else text


# ------------------------------------------------------------------------------------------------ merged cells
def _add_merged(builder: TextBuilder, rows: Sequence[list[str]], merged: Sequence[tuple[Corner, Corner]]) -> None:
    """Append the rows of a sheet with merged cells: each cell under a merged one says the same."""
    width = max(len(row) for row in rows)
    over: dict[Corner, Corner] = {}
    for (top, left), (bottom, right) in merged:
        for row in range(top, min(bottom, len(rows) - 1) + 1):
            for column in range(left, min(right, width - 1) + 1):
                if (row, column) != (top, left):
                    over[row, column] = (top, left)
    places: dict[Corner, Place] = {}
    for at, texts in enumerate(rows):
        cells: list[str | int | Place] = []
        for column in range(width):
            origin = over.get((at, column))
            if origin is None:
                cells.append(texts[column] if column < len(texts) else "")
            else:
                cells.append(origin[1] if origin[0] == at else places.get(origin, ""))
        words = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
        if not words and not any(isinstance(cell, tuple) for cell in cells):
            builder.gap()
        elif len(words) == 1 and not any(isinstance(cell, tuple) for cell in cells):
            builder.line(words[0])
        else:
            for column, place in enumerate(builder.row(cells)):
                places[at, column] = place
