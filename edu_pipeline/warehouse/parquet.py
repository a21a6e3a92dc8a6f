"""A table as the same bytes every time.

What belongs here: casting to the schema of tables.TABLES, and the writer's fixed options.  What does not:
where a file lies (staging, release).
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from edu_pipeline import tables
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import replacing

ROWS = 65_536
ROWS_WITH_TEXT = 256
"""Rows of a row group; fewer where a row holds a whole text, so that a reader needs one group in memory."""


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
    table = conform(name, table)
    rows = ROWS_WITH_TEXT if pa.large_string() in table.schema.types else ROWS
    with replacing(path) as temporary, temporary.open("wb") as handle:
        # every option that a library could change its mind about is given
        pq.write_table(
            table,
            handle,
            row_group_size=rows,
            version="2.6",
            data_page_version="1.0",
            compression="zstd",
            compression_level=3,
            use_dictionary=True,
            write_statistics=True,
            store_schema=True,
            data_page_size=1 << 20,
            write_batch_size=1024,
        )


def read(path: Path) -> pa.Table:
    """The table in a Parquet file.  Raises WarehouseError when it is none."""
    try:
        return pq.ParquetFile(path).read()
    except (OSError, pa.ArrowException) as error:
        raise WarehouseError(f"{path} is not a whole Parquet file ({error}): materialise the table again.") from error
