"""Rows that come in any order, in the order of their table.

What belongs here: sorting more rows than memory holds.  What does not: which rows there are, writing them (parquet).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.duck import parquet_literal, quoted
from edu_pipeline.warehouse.files import explained

IN_MEMORY = 50_000
"""Rows that are sorted where they are; more go to the disk first."""


class Sorter:
    """Takes parts of table `name`; what is over IN_MEMORY rows lies in files of the folder `spill` meanwhile."""

    def __init__(self, name: str, spill: Path) -> None:
        self._table, self._spill = TABLES[name], spill
        self._held: list[pa.Table] = []
        self._rows = self._files = 0

    def add(self, part: pa.Table) -> None:
        self._held.append(part)
        self._rows += part.num_rows
        if self._rows > IN_MEMORY:
            self._to_disk()

    def _to_disk(self) -> None:
        with explained(self._spill):
            self._spill.mkdir(parents=True, exist_ok=True)
            path = self._spill / f"{self._files}.parquet"
            pq.write_table(pa.concat_tables(self._held), path, compression="lz4")
        self._held, self._rows, self._files = [], 0, self._files + 1

    def parts(self) -> Iterator[pa.Table]:
        """All rows in the table's order, part by part."""
        if not self._files:
            yield self._table.sorted(pa.concat_tables([self._table.arrow.empty_table(), *self._held]))
            return
        if self._held:
            self._to_disk()
        order = ", ".join(f"{quoted(name)} ASC NULLS LAST" for name in self._table.order)
        columns = ", ".join(quoted(column.name) for column in self._table.columns)
        pattern = parquet_literal(self._spill / "0.parquet").replace("0.parquet", "*.parquet")
        with duck.connection(self._spill / "sort") as con:
            yield from duck.parts(con, f"SELECT {columns} FROM read_parquet({pattern}) ORDER BY {order}")


@contextmanager
def sorting(name: str, spill: Path) -> Iterator[Sorter]:
    """A sorter whose files are removed at the end, and before it begins those that a killed run left."""
    shutil.rmtree(spill, ignore_errors=True)
    try:
        yield Sorter(name, spill)
    finally:
        shutil.rmtree(spill, ignore_errors=True)
