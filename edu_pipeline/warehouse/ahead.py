"""The DuckDB file of the release that is about to be published, made while other work is done.

What belongs here: making it of the staged tables before these are verified, and handing it to the release of these very
tables.  What does not: how it is made (duckdb_file, patching), what is published (release).

    <staging>/education.duckdb        the file
    <staging>/education.duckdb.json   which tables it holds, by their SHA-256, and what a release notes of it

Only a file that is patched is made ahead: making it from nothing takes memory that the work beside it needs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from edu_pipeline import tables
from edu_pipeline.warehouse import duckdb_file
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import write_text
from edu_pipeline.warehouse.patching import Before, NotPatched
from edu_pipeline.warehouse.staging import Staging, file_hash

DATABASE = "education.duckdb"


@contextmanager
def beside(staging: Staging, before: Before | None) -> Iterator[None]:
    """While the body runs, the file is made out of the one `before`; the end waits for it, also when the body fails.

    What cannot be read or written is in the way of publishing too, which tells of it.
    """
    with ThreadPoolExecutor(1, "database") as thread:
        making = thread.submit(_make, staging, before) if before is not None and _noted(staging) is None else None
        yield
        if making is not None:
            with suppress(WarehouseError, OSError):
                making.result()


def _make(staging: Staging, before: Before) -> None:
    path, digests = staging.folder / DATABASE, _digests(staging)
    try:
        duckdb_file.build(path, staging.folder, before, from_nothing=False)
    except NotPatched:
        return
    if digests != _digests(staging):
        return  # of which tables the file is cannot be told
    note = {"tables": digests, "sha256": file_hash(path), "whole_bytes": before.whole_bytes}
    write_text(_note(staging), json.dumps(note) + "\n", durable=False)


def take(staging: Staging, target: Path) -> dict[str, Any] | None:
    """Move the file to `target`; what the release notes of it, or null when it is not there or not of the staged tables."""
    note = _noted(staging)
    if note is None:
        return None
    os.replace(staging.folder / DATABASE, target)
    _note(staging).unlink(missing_ok=True)
    return {name: note[name] for name in ("sha256", "whole_bytes")}


def _noted(staging: Staging) -> dict[str, Any] | None:
    """What is noted of the file, when it is as it was made and of the tables as they are."""
    try:
        note = dict(json.loads(_note(staging).read_bytes()))
        whole = note["sha256"] == file_hash(staging.folder / DATABASE) and note["tables"] == _digests(staging)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return note if whole and "whole_bytes" in note else None


def _digests(staging: Staging) -> dict[str, str]:
    """Of the bytes that lie there, whether or not they are as they were written.  Raises OSError."""
    return {table.name: file_hash(staging.path(table.name)) for table in tables.PUBLISHED}


def _note(staging: Staging) -> Path:
    return staging.folder / f"{DATABASE}.json"
