"""The published tables as one DuckDB file, for readers who ask in SQL.

What belongs here: the file, with types and comments from tables.py.  What does not: queries, making it out of
the one before (patching).

Tables, not views over Parquet, so that the file can be moved alone; without indexes, which would make it half as large
again and are not needed to find a row, since the blocking rules have seen that keys are keys; in the storage format of DuckDB 1.0, so
that every 1.x can open it.  The bytes of such a file differ from run to run; its contents do not.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import duckdb

from edu_pipeline import tables
from edu_pipeline.schema import Column, Table
from edu_pipeline.warehouse import duck, patching
from edu_pipeline.warehouse.duck import literal, parquet_literal, quoted
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import replacing
from edu_pipeline.warehouse.patching import Before, NotPatched

STORAGE_VERSION = "v1.0.0"

TYPES = {
    "string": "VARCHAR",
    "large_string": "VARCHAR",
    "int32": "INTEGER",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "bool": "BOOLEAN",
    "date32": "DATE",
    "list<string>": "VARCHAR[]",
    "list<float64>": "DOUBLE[]",
}


def build(path: Path, parquet: Path, before: Before | None = None, from_nothing: bool = True) -> bool:
    """Write the DuckDB file `path` from the folder `parquet`, which holds a file for each published table; whether it was
    made out of the one `before`.

    It appears whole or not at all, and no write-ahead log is left beside it.  Raises WarehouseError; NotPatched where it may
    not be made `from_nothing` and would have to be.
    """
    with replacing(path) as temporary:
        try:
            with duck.connection(path.with_name(f".{path.name}.{os.getpid()}.spill")) as con:
                patched = before is not None and patching.patched(con, temporary, parquet, before)
                if not patched:
                    _clear(temporary)
                    if not from_nothing:
                        raise NotPatched
                    _whole(con, temporary, parquet)
        except duckdb.Error as error:
            # its errors have no number, and a failed checkpoint hides the reason in its words
            if os.strerror(errno.ENOSPC) in str(error):
                raise OSError(errno.ENOSPC, str(error)) from error
            raise WarehouseError(f"{path} cannot be written ({error}): look at the folder and run again.") from error
        finally:
            _log(temporary).unlink(missing_ok=True)
    return patched


def _clear(path: Path) -> None:
    """Left by a killed process of the same number, they would be taken for this database's own."""
    path.unlink(missing_ok=True)
    _log(path).unlink(missing_ok=True)


def _whole(con: duckdb.DuckDBPyConnection, path: Path, parquet: Path) -> None:
    con.execute(f"ATTACH {literal(str(path))} AS release (STORAGE_VERSION '{STORAGE_VERSION}')")
    con.execute("BEGIN")  # or each comment is written to the disk by itself
    for table in tables.PUBLISHED:
        _table(con, table, parquet / f"{table.name}.parquet")
    con.execute("COMMIT")
    con.execute("CHECKPOINT release")
    con.execute("DETACH release")


def _table(con: duckdb.DuckDBPyConnection, table: Table, parquet: Path) -> None:
    name = f"release.main.{quoted(table.name)}"
    columns = ", ".join(_column(column) for column in table.columns)
    con.execute(f"CREATE TABLE {name} ({columns})")
    names = ", ".join(quoted(column.name) for column in table.columns)
    con.execute(f"INSERT INTO {name} SELECT {names} FROM read_parquet({parquet_literal(parquet)})")
    con.execute(f"COMMENT ON TABLE {name} IS {literal(table.description)}")
    for column in table.columns:
        con.execute(f"COMMENT ON COLUMN {name}.{quoted(column.name)} IS {literal(comment(column))}")


def comment(column: Column) -> str:
    """What a column means, with its unit and vocabulary where it has them."""
    parts = [column.description]
    if column.unit:
        parts.append(f"Unit: {column.unit}")
    if column.values:
        parts.append(f"One of: {', '.join(column.values)}")
    return ". ".join(parts)


def _column(column: Column) -> str:
    return f"{quoted(column.name)} {TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}"


def _log(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
