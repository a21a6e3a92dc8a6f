"""A release's DuckDB file out of that of the release before.

What belongs here: which rows changed between two releases' Parquet files, and bringing a copy of the older DuckDB file up to
date.  What does not: making the file from nothing (duckdb_file).

The file before is only worked with when its bytes are those that were published.  Of tables whose parts or pieces are known
only those that differ are looked at (differing).  At the end each table holds the keys of its Parquet file,
or the file is made from nothing.
"""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.schema import Table
from edu_pipeline.warehouse import differing
from edu_pipeline.warehouse.duck import literal, parquet_literal, quoted
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import sync
from edu_pipeline.warehouse.parquet import footer
from edu_pipeline.warehouse.sources import hash_file

MOST_CHANGED = 0.2
"""More of a table than this is quicker written anew."""
MOST_GROWN = 1.3
"""What is left of removed rows makes the file larger: beyond this it is made from nothing."""


class NotPatched(Exception):  # noqa: N818
    """The file cannot be made out of the one before."""


@dataclass(frozen=True)
class Before:
    """The release before: its files, the SHA-256 of its DuckDB file, and how large that was when it was made whole."""

    database: Path
    parquet: Path
    sha256: str
    whole_bytes: int


def patched(con: duckdb.DuckDBPyConnection, path: Path, parquet: Path, before: Before) -> bool:
    """Write the DuckDB file of the tables in `parquet` to `path`; false when it has to be made from nothing."""
    try:
        if before.database.stat().st_size > MOST_GROWN * before.whole_bytes:
            return False
        if not all(_comparable(table, parquet, before) for table in tables.PUBLISHED):
            return False
        if _copied(before.database, path) != before.sha256:
            return False
    except (OSError, pa.ArrowException):
        return False
    con.execute(f"ATTACH {literal(str(path))} AS release")
    try:
        con.execute("BEGIN")
        whole = all(_patch(con, table, parquet, before) for table in tables.PUBLISHED)
        con.execute("COMMIT" if whole else "ROLLBACK")
        if whole:
            con.execute("CHECKPOINT release")
    except (duckdb.Error, WarehouseError, OSError, pa.ArrowException):
        # a damaged older release; what is in the way of writing, making it from nothing will meet too
        with suppress(duckdb.Error):
            con.execute("ROLLBACK")
        whole = False
    con.execute("DETACH release")
    return whole


def _comparable(table: Table, parquet: Path, before: Before) -> bool:
    """Whether the table was the same in all but its rows."""
    old, new = (
        footer(folder / f"{table.name}.parquet").schema.to_arrow_schema() for folder in (before.parquet, parquet)
    )
    return bool(old.equals(new, check_metadata=True))


def _copied(source: Path, target: Path) -> str:
    """Copy a file and make its bytes durable; their SHA-256, which is taken meanwhile."""
    with ThreadPoolExecutor(1) as beside:
        hashed = beside.submit(hash_file, source)
        shutil.copyfile(source, target)
        sync(target)
        return hashed.result()[0]


def _patch(con: duckdb.DuckDBPyConnection, table: Table, parquet: Path, before: Before) -> bool:
    """Bring a table up to date; whether it holds what it should now."""
    old, new = before.parquet / f"{table.name}.parquet", parquet / f"{table.name}.parquet"
    if old.samefile(new) or (old.stat().st_size == new.stat().st_size and old.read_bytes() == new.read_bytes()):
        return True
    key, name = ", ".join(map(quoted, table.key)), f"release.main.{quoted(table.name)}"
    same = " AND ".join(f"a.{quoted(k)} = b.{quoted(k)}" for k in table.key)
    held = differing.rows(con, table, old, new)
    # each row is read once, by its words once more when it is new
    for side, rows in zip(("old", "new"), held, strict=True):
        con.execute(f"CREATE OR REPLACE TEMP TABLE {side}_hash AS SELECT {key}, hash(r) AS _hash FROM {rows} r")
    for what, one, other in (("gone", "old_hash", "new_hash"), ("more", "new_hash", "old_hash")):
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE {what} AS
                SELECT {key} FROM {one} a ANTI JOIN {other} b ON {same} AND a._hash = b._hash"""
        )
    rows = footer(new).num_rows
    changed = sum(con.execute(f"SELECT count(*) FROM {what}").fetchall()[0][0] for what in ("gone", "more"))
    if changed > MOST_CHANGED * rows + 100:
        return False
    con.execute(f"DELETE FROM {name} a USING gone b WHERE {same}")
    con.execute(f"INSERT INTO {name} BY NAME SELECT a.* FROM {held[1]} a SEMI JOIN more b ON {same}")
    counted = f"SELECT count(*), sum(hash({key})::HUGEINT) FROM"
    return bool(
        con.execute(f"{counted} {name}").fetchall()
        == con.execute(f"{counted} read_parquet({parquet_literal(new)})").fetchall()
    )
