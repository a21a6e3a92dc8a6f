"""A table as the same bytes every time.

What belongs here: casting to the schema of tables.TABLES, the writer's fixed options, and reading part by part.  What
does not: where a file lies (staging, release), bringing rows into order (sorting), joining files of pieces (row_groups).

A table is written in parts, so that it need not be in memory.  The writer cuts row groups by the number of rows alone: the
same rows give the same bytes, in however many parts they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from edu_pipeline import tables
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import replacing, stamp

ROWS = 65_536
ROWS_WITH_TEXT = 256
"""Rows of a row group; fewer where a row holds a whole text, so that a reader needs one group in memory."""
OPTIONS: dict[str, Any] = {
    "version": "2.6",
    "data_page_version": "1.0",
    "compression": "zstd",
    "compression_level": 3,
    "use_dictionary": True,
    "write_statistics": True,
    "store_schema": True,
    "data_page_size": 1 << 20,
    "write_batch_size": 1024,
}
"""Of the writer: every one that a library could change its mind about."""


class SchemaMismatch(WarehouseError):  # noqa: N818
    """A table is not of the schema that tables.py gives it."""


def conform(name: str, table: pa.Table) -> pa.Table:
    """`table` in the schema and order of tables.TABLES[name], in one piece.

    Columns may stand in another order and be of a type that casts without loss.  Raises SchemaMismatch when a
    column is missing or unknown, cannot be cast, or holds a null that it may not hold.
    """
    if name not in tables.TABLES:
        raise SchemaMismatch(f"There is no table {name}: the tables are {', '.join(tables.TABLES)}.")
    wanted = tables.TABLES[name]
    schema = wanted.arrow
    missing = [n for n in schema.names if n not in table.column_names]
    unknown = [n for n in table.column_names if n not in schema.names]
    if missing or unknown or len(table.column_names) != len(schema):
        raise SchemaMismatch(
            f"Table {name}: missing columns {missing}, unknown columns {unknown} (tables.py says what it has)."
        )
    columns = [_cast(name, table.column(field.name), field) for field in schema]
    return wanted.sorted(pa.Table.from_arrays(columns, schema=schema)).combine_chunks()


def _cast(name: str, column: pa.ChunkedArray, field: pa.Field) -> pa.ChunkedArray:
    if column.type != field.type:
        try:
            column = pc.cast(column, field.type, safe=True)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise SchemaMismatch(
                f"Table {name}, column {field.name}: {column.type} does not cast to {field.type} ({error})."
            ) from error
    if column.null_count and not field.nullable:
        raise SchemaMismatch(
            f"Table {name}, column {field.name}: {column.null_count} of {len(column)} rows are null, and none may be."
        )
    return column


def write(name: str, table: pa.Table, path: Path) -> None:
    """Write table `name` to `path`: the same rows give the same bytes.  Raises SchemaMismatch, WarehouseError."""
    with writing(name, path) as writer:
        writer.write(table)


@contextmanager
def writing(name: str, path: Path, durable: bool = True) -> Iterator[Writer]:
    """A writer of table `name` part by part; `path` is there, whole, when the body is through (files.replacing).

    Raises SchemaMismatch, WarehouseError.
    """
    with replacing(path, durable) as temporary, temporary.open("wb") as handle:
        writer = Writer(name, handle)
        try:
            yield writer
            writer.close()
        except BaseException:
            writer.abandon()
            raise


class Writer:
    """Takes the parts of a table in the table's order; each part may be in any order within itself."""

    def __init__(self, name: str, handle: Any) -> None:
        if name not in tables.TABLES:
            raise SchemaMismatch(f"There is no table {name}: the tables are {', '.join(tables.TABLES)}.")
        self.rows = 0
        self._table = tables.TABLES[name]
        schema = self._table.arrow
        self._size = ROWS_WITH_TEXT if pa.large_string() in schema.types else ROWS
        self._left: list[pa.Table] = []
        self._last: tuple[Any, ...] | None = None
        self._writer = pq.ParquetWriter(handle, schema, **OPTIONS)

    def write(self, part: pa.Table) -> None:
        """Add rows, none of which lies before those that were added.  Raises SchemaMismatch."""
        part = conform(self._table.name, part)
        if not part.num_rows:
            return
        self._in_order(part)
        self.rows += part.num_rows
        self._left.append(part)
        if sum(table.num_rows for table in self._left) >= self._size:
            self._whole_groups()

    def _in_order(self, part: pa.Table) -> None:
        ends = part.select(list(self._table.order)).take(pa.array([0, part.num_rows - 1]))
        first, last = self._table.places(ends)
        if self._last is not None and first < self._last:
            raise SchemaMismatch(f"Table {self._table.name}: parts do not come in the order of the table.")
        self._last = last

    def _whole_groups(self) -> None:
        rows = pa.concat_tables(self._left)
        at = 0
        while rows.num_rows - at >= self._size:
            self._group(rows.slice(at, self._size))
            at += self._size
        self._left = [rows.slice(at)] if at < rows.num_rows else []

    def _group(self, rows: pa.Table) -> None:
        self._writer.write_table(rows.combine_chunks(), row_group_size=self._size)

    def close(self) -> None:
        if self._left or not self.rows:
            self._group(pa.concat_tables(self._left) if self._left else self._table.arrow.empty_table())
        self._writer.close()

    def abandon(self) -> None:
        """Write nothing more, not even when this is collected."""
        self._writer.is_open = False


def footer(path: Path) -> pq.FileMetaData:
    """What a Parquet file says of itself.  With many row groups it is long, so it is read once until the file is touched.

    Raises OSError, pa.ArrowException.
    """
    return _footer(path, *stamp(path))


@lru_cache(maxsize=24)
def _footer(path: Path, *stamp: int) -> pq.FileMetaData:
    return pq.read_metadata(path)


def read(path: Path) -> pa.Table:
    """The table in a Parquet file.  Raises WarehouseError when it is none."""
    try:
        return pq.ParquetFile(path).read()
    except (OSError, pa.ArrowException) as error:
        raise WarehouseError(f"{path} is not a whole Parquet file ({error}): materialise the table again.") from error


def batches(path: Path, rows: int = ROWS, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
    """The rows of a Parquet file as they lie, up to `rows` in memory at a time.  Raises WarehouseError."""
    try:
        with pq.ParquetFile(path, metadata=footer(path)) as file:
            for batch in file.iter_batches(batch_size=rows, columns=list(columns) if columns else None):
                yield pa.Table.from_batches([batch])
    except (OSError, pa.ArrowException) as error:
        raise WarehouseError(f"{path} is not a whole Parquet file ({error}): materialise the table again.") from error


def first(path: Path, rows: int) -> pa.Table:
    """The first rows of a Parquet file, up to `rows` of them, out of its first row group.  Raises WarehouseError."""
    try:
        with pq.ParquetFile(path, metadata=footer(path)) as file:
            groups = range(min(file.num_row_groups, 1))
            batch = next(file.iter_batches(batch_size=rows, row_groups=list(groups)), None) if groups else None
            return pa.Table.from_batches([batch] if batch is not None else [], file.schema_arrow)
    except (OSError, pa.ArrowException) as error:
        raise WarehouseError(f"{path} is not a whole Parquet file ({error}): materialise the table again.") from error


def row_groups(path: Path, numbers: Sequence[int]) -> pa.Table:
    """Some row groups of a Parquet file.  Raises WarehouseError."""
    try:
        with pq.ParquetFile(path, metadata=footer(path)) as file:
            return file.read_row_groups(list(numbers))
    except (OSError, pa.ArrowException) as error:
        raise WarehouseError(f"{path} is not a whole Parquet file ({error}): materialise the table again.") from error
