"""A sorted table out of the one that was staged for an earlier input: what is gone taken out, what is new put in.

What belongs here: which pieces two tables have in common, and merging.  What does not: sorting rows that come in any
order (sorting), where the earlier table lies (staging).

The rows are those of all pieces and their order is one alone, so the bytes of the file do not depend on how it was made.
Wherever the earlier table is of no use, all pieces are sorted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.pieces import Entry, NotKept, Piece, kept_together
from edu_pipeline.warehouse.sorting import Sorter

_FEW = 4
"""Merging is worth it when at most one row in so many is another."""


class Earlier(Protocol):
    """A staged table whose file is the sorted rows of its pieces."""

    @property
    def num_rows(self) -> int: ...
    def pieces(self) -> list[Piece]: ...
    def batches(self, rows: int = ..., columns: Any = ...) -> Iterator[pa.Table]: ...


class Merger:
    """Takes the entries of table `name` part by part; those whose rows the earlier table has are not opened."""

    def __init__(self, name: str, sorter: Sorter, cache: Cache, earlier: Earlier | None) -> None:
        self._table, self._sorter, self._cache = TABLES[name], sorter, cache
        pieces = [piece for piece in earlier.pieces() if piece.rows] if earlier else []
        whole = earlier is not None and earlier.num_rows == sum(piece.rows for piece in pieces)
        self._earlier = earlier if whole else None
        self._pieces = {piece.digest: piece for piece in pieces}
        self._left = Counter(piece.digest for piece in pieces) if whole else Counter[str]()
        self._same = list[Entry]()
        self._new = 0

    def add(self, entry: Entry) -> None:
        """Raises ValueError."""
        piece = entry.pieces[self._table.name]
        if self._left[piece.digest] > 0:
            self._left[piece.digest] -= 1
            self._same.append(entry)
        elif piece.rows:
            self._sorter.add(entry.table(self._table.name))
            self._new += piece.rows

    def parts(self) -> Iterator[pa.Table]:
        """All rows in the table's order, part by part; within a part they may stand in any."""
        gone = self._gone()
        if self._earlier is None or gone is None:
            for entry in self._same:
                self._sorter.add(entry.table(self._table.name))
            yield from self._sorter.parts()
        else:
            yield from self._merged(self._earlier, gone)

    def _gone(self) -> pa.Array | None:
        """The keys of the rows that are no more; null where the earlier table is of no use."""
        if self._earlier is None or self._new * _FEW > self._earlier.num_rows:
            return None
        pieces = [self._pieces[digest] for digest in self._left.elements()]
        (key,) = self._table.key
        try:
            keys = kept_together(self._cache, self._table.name, pieces)[key].combine_chunks()
        except NotKept:
            return None
        there = sum(_of(rows[key], keys) for rows in self._earlier.batches(columns=[key]))
        return keys if there == len(keys) else None  # or another piece has a row of this key too

    def _merged(self, earlier: Earlier, gone: pa.Array) -> Iterator[pa.Table]:
        new = pa.concat_tables([self._table.arrow.empty_table(), *self._sorter.parts()])
        places, at = self._table.places(new), 0
        (key,) = self._table.key
        for batch in earlier.batches():
            rows = batch.filter(pc.invert(pc.is_in(batch[key], value_set=gone))).cast(self._table.arrow)
            if rows.num_rows:
                end = bisect_right(places, self._table.places(rows.slice(rows.num_rows - 1))[0])
                yield pa.concat_tables([rows, new.slice(at, end - at)])
                at = end
        if at < new.num_rows:
            yield new.slice(at)


def one_ahead(items: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """The same items: while one is worked on, the next is made by a thread."""
    with ThreadPoolExecutor(1, "ahead") as thread:
        coming = thread.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = thread.submit(next, items, None)
            yield item


def _of(column: pa.ChunkedArray, keys: pa.Array) -> int:
    return int(pc.sum(pc.is_in(column, value_set=keys)).as_py() or 0)
