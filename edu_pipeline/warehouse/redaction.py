"""Tables without the words of the documents, for a release that is to be passed on (`--without-text`).

What belongs here: which columns hold a document's sentences, and what stands there instead.  What does not:
when a release is made so (release).
"""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa

from edu_pipeline.warehouse import parquet
from edu_pipeline.warehouse.staging import Staged

LEFT_OUT = "(left out)"
"""Stands for a sentence, which may not be null."""


def write(staged: Staged, path: Path) -> None:
    """Write a staged table to `path` without the words, part by part.  Raises WarehouseError."""
    with parquet.writing(staged.name, path) as writer:
        for batch in staged.batches():
            writer.write(without_text(staged.name, batch))


def without_text(name: str, table: pa.Table) -> pa.Table:
    """Table `name` with document texts null and sentences replaced by LEFT_OUT, also inside quarantined rows."""
    if name == "documents":
        table = _set(table, "text", [None] * table.num_rows)
    if "sentence" in table.column_names:
        table = _set(table, "sentence", [LEFT_OUT] * table.num_rows)
    if name == "quarantine":
        table = _set(table, "row", [_row(row) for row in table.column("row").to_pylist()])
    return table


def _row(row: str) -> str:
    try:
        content = json.loads(row)
    except ValueError:
        return json.dumps(LEFT_OUT)
    if isinstance(content, dict) and "sentence" in content:
        content["sentence"] = LEFT_OUT
    return json.dumps(content, ensure_ascii=False)


def _set(table: pa.Table, name: str, values: list[str | None]) -> pa.Table:
    field = table.schema.field(name)
    return table.set_column(table.schema.get_field_index(name), field, pa.array(values, field.type))
