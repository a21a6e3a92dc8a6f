"""What may differ between a table of two releases.

What belongs here: leaving out the row groups that both files have.  What does not: comparing rows (patching, report.kept).

Of files whose row groups are those of parts (pieces.JOINED) nearly all are the same bytes after a small change, and need
not be decoded; of others all rows are looked at.
"""

from __future__ import annotations

import mmap
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from edu_pipeline.schema import Table
from edu_pipeline.warehouse.duck import Connection, parquet_literal
from edu_pipeline.warehouse.parquet import footer, row_groups
from edu_pipeline.warehouse.pieces import JOINED

_TAIL = 8
"""Bytes at the end of a Parquet file: how long the footer is, and four letters."""
MOST_GROUPS = 64
"""Row groups that are held in memory; of more, all rows are looked at where they lie."""


def rows(con: Connection, table: Table, old: Path, new: Path) -> tuple[str, str]:
    """Names of what holds at least the rows that are in one file alone: of the old file, and of the new one.

    Both leave out the same rows, those of row groups that both files have, or none, so that they can be joined.
    Once a table and connection.  Raises OSError, WarehouseError, pa.ArrowException.
    """
    names = f"old_{table.name}", f"new_{table.name}"
    alone = _alone(old, new) if table.name in JOINED else ([], [])
    few = table.name in JOINED and all(len(numbers) <= MOST_GROUPS for numbers in alone)
    for name, path, numbers in zip(names, (old, new), alone, strict=True):
        if not few:
            con.execute(f"CREATE TEMP VIEW {name} AS FROM read_parquet({parquet_literal(path)})")
            continue
        con.register("_given", row_groups(path, numbers))
        con.execute(f"CREATE TEMP TABLE {name} AS FROM _given")
        con.unregister("_given")
    return names


def _alone(old: Path, new: Path) -> tuple[list[int], list[int]]:
    """The row groups that one file has and the other has not, byte by byte; few are as long as another."""
    with _mapped(old) as old_data, _mapped(new) as new_data:
        coming = defaultdict(list)
        for number, (start, end) in enumerate(_spans(old, len(old_data))):
            coming[end - start].append((number, start, end))
        more = []
        for number, (start, end) in enumerate(_spans(new, len(new_data))):
            data = new_data[start:end]
            same = next((one for one in coming[end - start] if old_data[one[1] : one[2]] == data), None)
            if same is None:
                more.append(number)
            else:
                coming[end - start].remove(same)
        return sorted(number for left in coming.values() for number, *_ in left), more


@contextmanager
def _mapped(path: Path) -> Iterator[mmap.mmap]:
    with path.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield data


def _spans(path: Path, size: int) -> Iterator[tuple[int, int]]:
    """Where the row groups lie: one after the other, and the footer after the last."""
    said = footer(path)
    first = (said.row_group(number).column(0) for number in range(said.num_row_groups))
    starts = [column.dictionary_page_offset or column.data_page_offset for column in first]
    return pairwise([*starts, size - _TAIL - said.serialized_size])
