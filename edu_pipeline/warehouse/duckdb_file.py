"""The published tables as one DuckDB file, for readers who ask in SQL.

What belongs here: the file, with types, keys and comments from tables.py.  What does not: queries.

Tables, not views over Parquet, so that the file can be moved alone; in the storage format of DuckDB 1.0, so
that every 1.x can open it.  The bytes of such a file differ from run to run; its contents do not.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import duckdb

from edu_pipeline import tables
from edu_pipeline.tables import Column, Table
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import replacing
from edu_pipeline.warehouse.duck import parquet_literal, quoted

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


def build(path: Path, parquet: Path) -> None:
    """Write the DuckDB file `path` from the folder `parquet`, which holds a file for each published table.

    It appears whole or not at all, and no write-ahead log is left beside it.  Raises WarehouseError.
    """
    with replacing(path) as temporary:
        # left by a killed process of the same number, they would be taken for this database's own
        temporary.unlink(missing_ok=True)
        _log(temporary).unlink(missing_ok=True)
        try:
            with duck.connection(path.with_name(f".{path.name}.{os.getpid()}.spill")) as con:
                con.execute(f"ATTACH {_text(str(temporary))} AS release (STORAGE_VERSION '{STORAGE_VERSION}')")
                con.execute("BEGIN")  # or each comment is written to the disk by itself
                for table in tables.PUBLISHED:
                    _table(con, table, parquet / f"{table.name}.parquet")
                con.execute("COMMIT")
                con.execute("CHECKPOINT release")
                con.execute("DETACH release")
        except duckdb.Error as error:
            # its errors have no number, and a failed checkpoint hides the reason in its words
            if os.strerror(errno.ENOSPC) in str(error):
                raise OSError(errno.ENOSPC, str(error)) from error
            raise WarehouseError(f"{path} cannot be written ({error}): look at the folder and run again.") from error
        finally:
            _log(temporary).unlink(missing_ok=True)


def _table(con: duckdb.DuckDBPyConnection, table: Table, parquet: Path) -> None:
    name = f"release.main.{quoted(table.name)}"
    key = ", ".join(map(quoted, table.key))
    columns = ", ".join(_column(column) for column in table.columns)
    con.execute(f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({key}))")
    names = ", ".join(quoted(column.name) for column in table.columns)
    con.execute(f"INSERT INTO {name} SELECT {names} FROM read_parquet({parquet_literal(parquet)})")
    con.execute(f"COMMENT ON TABLE {name} IS {_text(table.description)}")
    for column in table.columns:
        con.execute(f"COMMENT ON COLUMN {name}.{quoted(column.name)} IS {_text(comment(column))}")


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


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _log(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
