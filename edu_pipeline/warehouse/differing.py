"""What may differ between a table of two releases.

What belongs here: leaving out the row groups, or the pieces, that both files have.  What does not: comparing rows
(patching, report.kept).

Of files whose row groups are those of parts (pieces.JOINED) nearly all are the same bytes after a small change, and need
not be decoded.  Of a sorted table it is known which pieces it was made of while it is staged, and so it is of the release
before as long as its staged tables lie beside; else all rows are looked at.
"""

from __future__ import annotations

import mmap
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pyarrow as pa

from edu_pipeline.schema import Table
from edu_pipeline.warehouse.cache import FOLDER as CACHE
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.duck import Connection, parquet_literal
from edu_pipeline.warehouse.files import stamp
from edu_pipeline.warehouse.parquet import footer, row_groups
from edu_pipeline.warehouse.pieces import JOINED, NotKept, Piece, kept_together
from edu_pipeline.warehouse.staging import Staged, beside

_TAIL = 8
"""Bytes at the end of a Parquet file: how long the footer is, and four letters."""
MOST_GROUPS = 64
"""Row groups that are held in memory; of more, all rows are looked at where they lie."""
MOST_ROWS = 200_000
"""The same of the rows of pieces."""


def rows(con: Connection, table: Table, old: Path, new: Path, shared: bool = False) -> tuple[str, str]:
    """Names of what holds at least the rows that are in one file alone: of the old file, and of the new one.

    Both leave out the same rows, those of row groups or pieces that both files have, or none, so that they can be joined.
    Once a table and connection; where they are `shared`, once an instance in memory, whose connections all see them.
    Raises OSError, WarehouseError, pa.ArrowException.
    """
    names = f"old_{table.name}", f"new_{table.name}"
    kind = "" if shared else "TEMP"
    held = _of_groups(old, new) if table.name in JOINED else _of_pieces(table.name, old, new)
    for name, path, few in zip(names, (old, new), held or (None, None), strict=True):
        if few is None:
            con.execute(f"CREATE {kind} VIEW {name} AS FROM read_parquet({parquet_literal(path)})")
            continue
        con.register("_given", few)
        con.execute(f"CREATE {kind} TABLE {name} AS FROM _given")
        con.unregister("_given")
    return names


def _of_pieces(name: str, old: Path, new: Path) -> tuple[pa.Table, pa.Table] | None:
    """The rows of the pieces that one sorted table has and the other has not; null where that cannot be told."""
    staging = beside(new)
    try:
        before, now = (staging.holding(name, path) if staging else None for path in (old, new))
    except OSError:  # another run may have taken the folder away: all rows are compared then
        return None
    if staging is None or before is None or now is None:
        return None
    alone = [list(_without(*both)) for both in ((before, now), (now, before))]
    if any(sum(piece.rows for piece in pieces) > MOST_ROWS for pieces in alone):
        return None
    cache = Cache(staging.warehouse / CACHE, staging.fingerprint, marks=False)
    try:
        gone, more = (kept_together(cache, name, pieces) for pieces in alone)
    except NotKept:
        return None
    return gone, more


def _without(one: Staged, other: Staged) -> Iterator[Piece]:
    """The pieces of a table that have rows and are not of another; a digest stands for the rows."""
    left = Counter(piece.digest for piece in other.pieces())
    for piece in one.pieces():
        left[piece.digest] -= 1
        if piece.rows and left[piece.digest] < 0:
            yield piece


def _of_groups(old: Path, new: Path) -> tuple[pa.Table, pa.Table] | None:
    """The row groups that one file has and the other has not; null where they are many."""
    alone = _alone(old, new, stamp(old), stamp(new))
    if any(len(numbers) > MOST_GROUPS for numbers in alone):
        return None
    gone, more = (row_groups(path, numbers) for path, numbers in zip((old, new), alone, strict=True))
    return gone, more


@lru_cache(maxsize=16)
def _alone(old: Path, new: Path, *stamps: tuple[int, ...]) -> tuple[list[int], list[int]]:
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
