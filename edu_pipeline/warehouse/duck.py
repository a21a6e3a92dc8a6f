"""DuckDB as this package uses it: bounded memory, room to spill, nothing loaded from elsewhere.

What belongs here: connections, the rows of a query part by part, names and paths as SQL takes them.  What does not: queries.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import duckdb
import pyarrow as pa

Connection = duckdb.DuckDBPyConnection
MEMORY = "512MB"
"""What a connection may hold before it spills: the pipeline's own share beside it stays as it is."""
MODEST = {"memory_limit": "256MB", "threads": "1"}
"""The same beside workers, which have the processors and their own share of the memory: a sort by one thread is content
with half as much, however many processors there are."""
ROWS = 65_536


@contextmanager
def connection(spill: Path, modest: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in memory that spills into the folder `spill`, which is removed at the end."""
    con = connect(spill, modest)
    try:
        yield con
    finally:
        con.close()
        shutil.rmtree(spill, ignore_errors=True)


def connect(spill: Path, modest: bool = False) -> duckdb.DuckDBPyConnection:
    """The same, closed and cleaned up by the caller."""
    given = MODEST if modest else {"memory_limit": MEMORY}
    con = duckdb.connect(config={"temp_directory": str(spill), "autoinstall_known_extensions": "false", **given})
    con.execute("SET enable_progress_bar = false")  # it would be drawn in the log of a long query
    # the footer of a file of many row groups is long; without GLOBAL no cursor would know of it
    con.execute("SET GLOBAL parquet_metadata_cache = true")
    return con


class Tenant:
    """A connection with tables of its own to an instance that others of the same spill folder use too: to start one takes
    longer than most queries, and so does reading the footers of files that it knows."""

    def __init__(self, spill: Path) -> None:
        if spill not in _instances:
            leave()
            _instances[spill] = connect(spill)
        self._spill, self._name = spill, f"own_{next(_numbers)}"
        self.con = _instances[spill].cursor()
        try:
            self.con.execute(f"ATTACH ':memory:' AS {self._name}")
            self.con.execute(f"USE {self._name}")
        except BaseException:
            self.con.close()
            raise
        _tenants[spill] += 1

    def cursor(self) -> Connection:
        """Another connection to the same tables."""
        cursor = self.con.cursor()
        cursor.execute(f"USE {self._name}")
        return cursor

    def close(self) -> None:
        _tenants[self._spill] -= 1
        with suppress(duckdb.Error):  # whoever asked and did not hear all of it; it goes with the instance
            self.con.execute("USE memory")
            self.con.execute(f"DETACH {self._name}")
        self.con.close()


_instances: dict[Path, Connection] = {}
_tenants: Counter[Path] = Counter()
_numbers = count()


def leave() -> None:
    """Give back the memory of shared instances that nobody is connected to; the next who is starts another."""
    for spill in [spill for spill in _instances if not _tenants[spill]]:
        _instances.pop(spill).close()
        shutil.rmtree(spill, ignore_errors=True)


def parts(con: duckdb.DuckDBPyConnection, query: str, rows: int = ROWS) -> Iterator[pa.Table]:
    """The rows of a query, about `rows` in memory at a time."""
    cursor = con.cursor()
    try:
        for batch in cursor.sql(query).to_arrow_reader(rows):
            yield pa.Table.from_batches([batch])
    finally:
        cursor.close()


def table(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """A table of a connection and its cursors out of rows in memory."""
    con.register("_given", rows)
    con.execute(f"CREATE OR REPLACE TABLE {name} AS FROM _given")
    con.unregister("_given")


def quoted(name: str) -> str:
    """A name as SQL takes it: `end` and `check` are columns here and words there."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL takes it."""
    return "'" + text.replace("'", "''") + "'"


def parquet_literal(path: Path) -> str:
    """A path as an SQL string for read_parquet, which would take `[` or `*` in it for a pattern."""
    escaped = "".join(f"[{c}]" if c in "[*?" else c for c in str(path))
    return literal(escaped)
