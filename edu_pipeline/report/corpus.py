"""The tables of a release, to ask questions of.

What belongs here: Parquet files as views of a DuckDB connection.  What does not: the questions.
"""

from __future__ import annotations

import copy
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.duck import literal, parquet_literal, quoted
from edu_pipeline.warehouse.errors import WarehouseError

Row = dict[str, Any]


class Corpus:
    """The published tables in a folder of Parquet files; memory is DuckDB's, which spills beside the system's own."""

    def __init__(self, parquet: Path, modest: bool = False) -> None:
        """`modest` is what a worker is.  Raises WarehouseError when a table is not there."""
        self.parquet = parquet
        self._spill = Path(tempfile.mkdtemp(prefix="edu-pipeline-report-"))
        self.con = duck.connect(self._spill, modest)
        try:
            for table in tables.PUBLISHED:
                path = parquet / f"{table.name}.parquet"
                self.con.execute(f"CREATE VIEW {quoted(table.name)} AS FROM read_parquet({parquet_literal(path)})")
        except duckdb.Error as error:
            self.close()
            raise WarehouseError(f"{path} cannot be read ({error}): publish again.") from error

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def beside(self) -> Iterator[Corpus]:
        """The same tables for another thread, with temporary tables of its own."""
        other = copy.copy(self)
        other.con = self.con.cursor()
        try:
            yield other
        finally:
            other.con.close()

    def close(self) -> None:
        self.con.close()
        shutil.rmtree(self._spill, ignore_errors=True)

    def rows(self, query: str, *values: Any) -> list[Row]:
        """The rows of a query by the names of its columns."""
        cursor = self.con.execute(query, values or None)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def table(self, query: str) -> pa.Table:
        """The same as a table, for many rows."""
        return self.con.sql(query).to_arrow_table()

    def count(self, name: str) -> int:
        """The rows of a table; of what is none, 0."""
        return int(self.rows(f"SELECT count(*) AS n FROM {quoted(name)}")[0]["n"]) if name in tables.TABLES else 0

    def pairs(self, query: str) -> dict[Any, Any]:
        """First column -> second."""
        return dict(self.con.execute(query).fetchall())


def rank(column: str, values: Sequence[str]) -> str:
    """SQL that orders rows by a column of a vocabulary."""
    return f"array_position([{', '.join(map(literal, values))}], {column})"
