"""Separated values (CSV, TSV): rows to a table.

What belongs here: telling what separates the values.  What does not: encodings, and what rows mean (rows, indicators).
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from edu_pipeline.reading.building import TextBuilder
from edu_pipeline.reading.encodings import decode
from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import ReadDocument, ReadingError
from edu_pipeline.reading.readers.rows import add_rows, trimmed

READER = "delimited/1"
SEPARATORS = (",", "\t", ";", "|")
_LOOKED_AT = 50  # lines


def read_delimited(data: bytes, limits: Limits) -> ReadDocument:
    """A CSV file; ReadingError when it is none."""
    text, encoding = decode(data)
    limits.check("max_text_chars", len(text))
    builder = TextBuilder(limits)
    add_rows(builder, _rows(text, limits))
    read, blocks = builder.finish()
    return ReadDocument(read, "text/csv", READER, encoding, blocks)


def _rows(text: str, limits: Limits) -> Iterator[list[str]]:
    csv.field_size_limit(limits.max_text_chars)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), skipinitialspace=True):
            yield trimmed(row)
    except csv.Error as error:
        raise ReadingError(f"The rows cannot be told apart ({error}).", "Save the table again as CSV.") from error


def separator(text: str) -> str:
    """What separates the values: what stands equally often in the most lines; a comma where nothing tells."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    best, most = ",", 0
    for mark in SEPARATORS:
        counts = Counter(count for line in lines if (count := line.count(mark)))
        alike = max(counts.values(), default=0)
        if alike > most:
            best, most = mark, alike
    return best
