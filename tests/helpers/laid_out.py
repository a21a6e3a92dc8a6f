"""Folders of Parquet files as releases have them.

What belongs here: how rows become such a folder, and what is noted of it.  What does not: what is made of it (tests/warehouse).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import parquet, patching, row_groups
from edu_pipeline.warehouse.sources import hash_file


def joined(path: Path, parts: Iterable[pa.Table], name: str = "quantities") -> Path:
    """A file of the row groups of parts."""
    with path.open("wb") as handle:
        joiner = row_groups.Joiner(name, handle)
        for part in parts:
            joiner.add(row_groups.encode(name, part))
        joiner.close()
    return path


def finding(number: int, message: str) -> dict[str, Any]:
    return {
        "finding_id": f"f{number:05}", "check": "conflict", "severity": "info", "table_name": "facts",
        "message": message, "source": f"{number % 9}.txt",
    }  # fmt: skip


def quantity(document: int, number: int, text: str) -> dict[str, Any]:
    return {
        "quantity_id": f"{document:04}-{number:04}", "document_id": "d", "source": f"{document:04}.txt",
        "article_id": "a", "start": number, "end": number + 1, "text": text, "kind": "noise", "reason": "r",
        "box": [1.0, 2.0] if number % 3 else None,
    }  # fmt: skip


def lay_out(folder: Path, findings: dict[int, str], documents: dict[int, list[str]]) -> Path:
    folder.mkdir(parents=True)
    for table in tables.PUBLISHED:
        parquet.write(table.name, table.arrow.empty_table(), folder / f"{table.name}.parquet")
    said = TABLES["findings"].from_rows(finding(*item) for item in findings.items())
    parquet.write("findings", said, folder / "findings.parquet")
    parts = [
        TABLES["quantities"].from_rows(quantity(document, at, text) for at, text in enumerate(texts))
        for document, texts in sorted(documents.items())
    ]
    joined(folder / "quantities.parquet", parts)
    return folder


def before(folder: Path, database: Path) -> patching.Before:
    return patching.Before(database, folder, hash_file(database)[0], database.stat().st_size)
