"""Tables that are staged in pieces, one for each part of their rows.

What belongs here: rows of findings, and how parts become a staged table.  What does not: what is asked of it (tests/warehouse).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.cache import FOLDER, Cache
from edu_pipeline.warehouse.fingerprint import fingerprint
from edu_pipeline.warehouse.pieces import Entry, digest, packed
from edu_pipeline.warehouse.staging import Staging

Rows = list[dict[str, Any]]


def complaint(number: int, source: str | None, **values: Any) -> dict[str, Any]:
    return {
        "finding_id": f"{number:016x}", "check": "soft_bound", "severity": ("error", "warning", "info")[number % 3],
        "table_name": "quantities", "row_id": str(number), "source": source, "message": "Zu viel.", **values,
    }  # fmt: skip


def complaints(*numbers: int) -> Rows:
    sources = ("a.txt", "b.txt", None, "ü.txt", "\U00020bb7.txt")
    return [
        complaint(number, sources[number % 5], **({"start": number % 4, "end": 9} if number % 3 else {}))
        for number in numbers
    ]


PARTS = [complaints(*range(at, at + 5)) for at in range(0, 200, 5)]


def stage(warehouse: Path, number: int, name: str, parts: Sequence[Rows]) -> Staging:
    """The staged table of input `number`."""
    settings = {"input": number}
    staging = Staging(warehouse, fingerprint([], settings))
    staging.begin(settings, [])
    cache = Cache(warehouse / FOLDER, staging.fingerprint)
    with staging.in_pieces(name) as table:
        for part in parts:
            noted, data = packed({name: TABLES[name].from_rows(part)})
            table.add(Entry.made("part", digest(data), noted, data).keep(cache))
    return staging
