"""What may differ between a table of two releases.

What belongs here: leaving out the row groups that both files have.  What does not: comparing rows (patching, report.kept).

Of files whose row groups are those of parts (pieces.JOINED) nearly all are the same bytes after a small change, and need
not be decoded; of others all rows are looked at.
"""

from __future__ import annotations

import hashlib
import mmap
from itertools import pairwise
from pathlib import Path

from edu_pipeline.tables import Table
from edu_pipeline.warehouse.duck import Connection, parquet_literal
from edu_pipeline.warehouse.parquet import footer, row_groups
from edu_pipeline.warehouse.pieces import JOINED

_TAIL = 8
"""Bytes at the end of a Parquet file: how long the footer is, and four letters."""
MOST_GROUPS = 64
"""Row groups that are held in memory; of more, all rows are looked at where they lie."""


def rows(con: Connection, table: Table, old: Path, new: Path) -> tuple[str, str]:
    """Names of what holds at least the rows that are in one file alone: of the old file, and of the new one.

    Once a table and connection.  Raises OSError, WarehouseError, pa.ArrowException.
    """
    names = f"old_{table.name}", f"new_{table.name}"
    groups = [_groups(path) if table.name in JOINED else [] for path in (old, new)]
    for name, path, own, other in zip(names, (old, new), groups, reversed(groups), strict=True):
        there = set(other)
        numbers = [number for number, group in enumerate(own) if group not in there]
        if table.name not in JOINED or len(numbers) > MOST_GROUPS:
            con.execute(f"CREATE TEMP VIEW {name} AS FROM read_parquet({parquet_literal(path)})")
            continue
        con.register("_given", row_groups(path, numbers))
        con.execute(f"CREATE TEMP TABLE {name} AS FROM _given")
        con.unregister("_given")
    return names


def _groups(path: Path) -> list[bytes]:
    """A hash of the bytes of each row group; they lie one after the other, and the footer after the last."""
    said = footer(path)
    first = (said.row_group(number).column(0) for number in range(said.num_row_groups))
    starts = [column.dictionary_page_offset or column.data_page_offset for column in first]
    with path.open("rb") as handle:
        data = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
        end = len(data) - _TAIL - int.from_bytes(data[-_TAIL : -_TAIL + 4], "little")
        with memoryview(data) as view:
            return [hashlib.sha256(view[one:other]).digest() for one, other in pairwise([*starts, end])]
