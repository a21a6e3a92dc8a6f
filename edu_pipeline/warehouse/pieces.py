"""Tables in pieces: what a function made of one part of the documents, kept under the hash of what went in.

What belongs here: an entry of the cache that holds tables, and what of it is known without reading the rows.  What does not:
which parts there are (edu_pipeline.parts), what is made of them (edu_pipeline.mapping), how bytes are kept (cache).

A piece is the rows that one entry has of one table.  Its digest is a hash of its bytes, and stands for its rows wherever
something is made of them.  Pieces of JOINED tables are row groups, which published files are joined from as they are
(row_groups); those of the others are rows that are brought into the table's order first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow as pa

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import row_groups
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.packing import Tables, pack, unpack

JOINED = frozenset([*(table.name for table in TABLES.values() if table.order[0] == "source"), "facts"])
"""Tables whose order is that of their parts."""


class NotKept(LookupError):  # noqa: N818
    """The rows of a piece cannot be had by themselves."""


class Piece(NamedTuple):
    """The rows of one table in one entry: the hash of their bytes, how many they are, and which entry holds them."""

    digest: str
    rows: int
    kind: str = ""
    key: str = ""


def digest(*parts: bytes | memoryview | str) -> str:
    """32 hex digits of some bytes or words; where one ends and the next begins is part of it."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "little"))
        total.update(data)
    return total.hexdigest()[:32]


def encoded(name: str, table: pa.Table) -> bytes:
    """A piece of a table: a row group, or rows as they are; nothing of no rows."""
    if not table.num_rows:
        return b""
    return row_groups.encode(name, table) if name in JOINED else pack({name: table}, compressed=True)


def decoded(name: str, data: bytes | memoryview) -> pa.Table | None:
    """The rows again, in the schema of a table of tables.py; null for no rows of a table that is not there.

    Raises ValueError, pa.ArrowException when the bytes are something else."""
    if name in JOINED:
        return row_groups.decode(name, data)
    if not len(data):
        return TABLES[name].arrow.empty_table() if name in TABLES else None
    (table,) = unpack(bytes(data)).values()
    return table.cast(TABLES[name].arrow) if name in TABLES else table


def packed(tables: Mapping[str, pa.Table]) -> tuple[list[list[Any]], bytes]:
    """Tables as the bytes of an entry, and what it notes of each: name, digest, rows, bytes."""
    parts = {name: encoded(name, table) for name, table in tables.items()}
    noted = [[name, digest(part), tables[name].num_rows, len(part)] for name, part in parts.items()]
    return noted, b"".join(parts.values())


@dataclass
class Entry:
    """What was made of one part; `again` makes it once more when its bytes are broken."""

    kind: str
    key: str
    pieces: dict[str, Piece]
    _spans: dict[str, tuple[int, int]]
    _cache: Cache | None = None
    _data: bytes | None = None
    _again: Callable[[], Entry] | None = None

    @classmethod
    def made(cls, kind: str, key: str, noted: list[list[Any]], data: bytes | None = None) -> Entry:
        """Raises ValueError, TypeError when that is no note of an entry."""
        pieces, spans, at = dict[str, Piece](), dict[str, tuple[int, int]](), 0
        for name, hashed, rows, size in noted:
            pieces[name] = Piece(str(hashed), int(rows), kind, key)
            spans[name] = (at, at + int(size))
            at += int(size)
        return cls(kind, key, pieces, spans, None, data)

    @classmethod
    def found(cls, cache: Cache | None, kind: str, key: str, again: Callable[[], Entry] | None = None) -> Entry | None:
        """An entry by what it notes; its bytes are looked at when they are asked for."""
        note = cache.head(kind, key) if cache is not None else None
        if not isinstance(note, dict):
            return None
        try:
            entry = cls.made(kind, key, note["pieces"])
        except (KeyError, ValueError, TypeError):
            return None
        entry._cache, entry._again = cache, again
        return entry

    def keep(self, cache: Cache | None, **noted: Any) -> Entry:
        """Put it into the cache, with more to note of it."""
        if cache is not None and self._data is not None:
            rows = [[n, p.digest, p.rows, e - s] for (n, p), (s, e) in zip(self.pieces.items(), self._spans.values(), strict=True)]  # fmt: skip
            cache.put(self.kind, self.key, self._data, {"pieces": rows, **noted})
        return self

    def bytes(self, name: str) -> memoryview:
        """The piece of a table.  What was noted of a broken entry is noted anew.  Raises ValueError when it cannot be had."""
        if self._data is None:
            data = self._cache.get(self.kind, self.key) if self._cache is not None else None
            if data is None or len(data) != self._length():
                if self._again is None:
                    raise ValueError(f"the entry {self.kind}/{self.key} is broken")
                made = self._again()
                data, self.pieces, self._spans = made._data, made.pieces, made._spans
            self._data = data
        start, end = self._spans[name]
        return memoryview(self._data or b"")[start:end]

    def table(self, name: str) -> pa.Table | None:
        """Its rows of a table.  Raises ValueError, pa.ArrowException."""
        return decoded(name, self.bytes(name))

    def tables(self) -> Tables:
        """All its tables that have rows or are of tables.py."""
        read = {name: self.table(name) for name in self.pieces}
        return {name: table for name, table in read.items() if table is not None}

    def _length(self) -> int:
        return max((end for _, end in self._spans.values()), default=0)


def kept(cache: Cache | None, name: str, piece: Piece) -> pa.Table | None:
    """The rows of a piece of table `name` out of its entry; null when that is not there, or is of other bytes."""
    try:
        entry = Entry.found(cache, piece.kind, piece.key)
        if entry is None or entry.pieces[name] != piece or digest(entry.bytes(name)) != piece.digest:
            return None
        return entry.table(name)
    except (ValueError, KeyError, pa.ArrowException):
        return None


def kept_together(cache: Cache | None, name: str, pieces: Iterable[Piece]) -> pa.Table:
    """The rows of some pieces of table `name`, one after the other.  Raises NotKept."""
    parts = [kept(cache, name, piece) for piece in pieces]
    if any(part is None for part in parts):
        raise NotKept(name)
    return pa.concat_tables([TABLES[name].arrow.empty_table(), *parts])


def listed(pieces: list[Piece]) -> str:
    """Pieces in writing."""
    return json.dumps([list(piece) for piece in pieces])


def from_list(text: Any) -> list[Piece]:
    """The same read.  Raises ValueError, TypeError."""
    return [Piece(str(d), int(r), str(kind), str(key)) for d, r, kind, key in text]
