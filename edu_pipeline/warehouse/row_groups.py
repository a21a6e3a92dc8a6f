"""Row groups as bytes: a table encoded as one, and many of them joined to a Parquet file without being read.

What belongs here: cutting the row group out of a file that pyarrow wrote, and writing a file out of such groups.  What does
not: how rows are encoded (parquet), which groups make a table (pieces).

A Parquet file is row groups one after the other and a footer that says where they are.  A group's own entry in the footer
holds places in the file, so a group is kept as its bytes, its entry, and where in the entry these places stand.  The entry
is of Thrift's compact protocol (https://github.com/apache/thrift, doc/specs); only as much of it is understood as is needed
to find the places (https://parquet.apache.org/docs/file-format/metadata).
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import parquet

MAGIC = b"PAR1"
_BOOLEANS, _BYTE, _INTEGERS, _DOUBLE, _BINARY, _LISTS, _STRUCT = (1, 2), 3, (4, 5, 6), 7, 8, (9, 10), 12
# fields of FileMetaData, RowGroup, ColumnChunk and ColumnMetaData
_NUM_ROWS, _ROW_GROUPS = 3, 4
_COLUMNS, _GROUP_OFFSET, _ORDINAL = 1, 5, 7
_CHUNK_OFFSET, _META = 2, 3
_PAGE_OFFSETS = (9, 10, 11)


class Group(NamedTuple):
    """A row group: `entry` is its part of the footer, in which each of `places` (start, end, value) is one in the file."""

    rows: int
    entry: bytes
    places: list[tuple[int, int, int]]
    data: memoryview

    def at(self, position: int) -> bytes:
        """The entry of this group when its bytes begin at `position` of a file."""
        parts, last = [], 0
        for start, end, value in self.places:
            parts += [self.entry[last:start], _zigzag(value - len(MAGIC) + position)]
            last = end
        return b"".join([*parts, self.entry[last:]])


def encode(name: str, table: pa.Table) -> bytes:
    """Rows of table `name`, in its order, as one row group; nothing of no rows.  Raises parquet.SchemaMismatch."""
    table = parquet.conform(name, table)
    if not table.num_rows:
        return b""
    data = _file(table)
    footer = _footer(data)
    group = footer.groups[0]
    head = json.dumps({"rows": table.num_rows, "entry": len(group.entry), "places": group.places}).encode("ascii")
    return b"".join([struct.pack("<I", len(head)), head, group.entry, data[len(MAGIC) : footer.start]])


def opened(encoded: bytes | memoryview) -> Group:
    """What `encode` made.  Raises ValueError when it is not that."""
    view = memoryview(encoded)
    try:
        (size,) = struct.unpack_from("<I", view)
        head = json.loads(bytes(view[4 : 4 + size]))
        at = 4 + size + head["entry"]
        return Group(head["rows"], bytes(view[4 + size : at]), [tuple(p) for p in head["places"]], view[at:])
    except (struct.error, KeyError, TypeError) as error:
        raise ValueError(f"not a row group: {error}") from error


def decode(name: str, encoded: bytes | memoryview) -> pa.Table:
    """The rows again.  Raises ValueError, pa.ArrowException."""
    if not len(encoded):
        return TABLES[name].arrow.empty_table()
    sink = io.BytesIO()
    joiner = Joiner(name, sink)
    joiner.add(encoded)
    joiner.close()
    return pq.ParquetFile(pa.BufferReader(sink.getvalue())).read().cast(TABLES[name].arrow)


class Joiner:
    """Writes a Parquet file of table `name` out of its row groups, which come in the table's order."""

    def __init__(self, name: str, handle: BinaryIO) -> None:
        self.rows, self._handle, self._entries = 0, handle, list[bytes]()
        self._before, self._after = _ends(name)
        handle.write(MAGIC)
        self._at = len(MAGIC)

    def add(self, encoded: bytes | memoryview) -> None:
        """The next group; raises ValueError when it is none."""
        if len(encoded):
            group = opened(encoded)
            self._entries.append(group.at(self._at))
            self._handle.write(group.data)
            self._at += len(group.data)
            self.rows += group.rows

    def close(self) -> None:
        count = len(self._entries)
        size = bytes([count << 4 | _STRUCT]) if count < 15 else bytes([0xF0 | _STRUCT]) + _varint(count)
        rows = bytes([0x10 | 6]) + _zigzag(self.rows)  # an i64, one field after the schema
        groups = bytes([0x10 | 9]) + size
        footer = b"".join([self._before, rows, groups, *self._entries, self._after])
        self._handle.write(footer + struct.pack("<I", len(footer)) + MAGIC)


# ------------------------------------------------------------------------------------------------ the footer
class _Footer(NamedTuple):
    start: int
    before: bytes
    groups: list[Group]
    after: bytes


def _file(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    with pq.ParquetWriter(sink, table.schema, **parquet.OPTIONS) as writer:
        if table.num_rows:
            writer.write_table(table, row_group_size=table.num_rows)
    return sink.getvalue()


@cache
def _ends(name: str) -> tuple[bytes, bytes]:
    """What a footer of the table holds before the number of rows, and after the groups."""
    footer = _footer(_file(TABLES[name].arrow.empty_table()))
    return footer.before, footer.after


def _footer(data: bytes) -> _Footer:
    (size,) = struct.unpack_from("<I", data, len(data) - 8)
    start = len(data) - 8 - size
    before, after, groups = start, start, list[Group]()
    for field, kind, at, end in _fields(data, start):
        if field < _NUM_ROWS:
            before = end
        elif field == _ROW_GROUPS:
            after = end
            groups = [_group(data, *ends) for ends in _elements(data, at, kind)]
    return _Footer(start, data[start:before], groups, data[after : start + size])


def _group(data: bytes, start: int, end: int) -> Group:
    places, entry_end = list[tuple[int, int, int]](), end
    for field, kind, at, stop in _fields(data, start):
        if field == _COLUMNS:
            for chunk, _ in _elements(data, at, kind):
                places += _places(data, chunk)
        elif field == _GROUP_OFFSET:
            places.append((at, stop, _integer(data, at)))
        elif field == _ORDINAL:  # the last: groups need not be numbered
            entry_end = at - 1
    entry = data[start:entry_end] + (b"\0" if entry_end != end else b"")
    moved = sorted((at - start, stop - start, value) for at, stop, value in places)
    return Group(0, entry, moved, memoryview(b""))


def _places(data: bytes, chunk: int) -> Iterator[tuple[int, int, int]]:
    for field, _, at, stop in _fields(data, chunk):
        if field == _CHUNK_OFFSET and _integer(data, at):
            yield at, stop, _integer(data, at)
        elif field == _META:
            for inner, _, place, place_end in _fields(data, at):
                if inner in _PAGE_OFFSETS:
                    yield place, place_end, _integer(data, place)


# ------------------------------------------------------------------------------------------------ Thrift's compact protocol
def _fields(data: bytes, at: int) -> Iterator[tuple[int, int, int, int]]:
    """(number, type, start, end) of each field's value in the struct that begins at `at`."""
    number = 0
    while data[at]:
        head, at = data[at], at + 1
        if head >> 4:
            number += head >> 4
        else:
            number, at = _integer(data, at), _after_varint(data, at)
        end = _end(data, at, head & 15)
        yield number, head & 15, at, end
        at = end


def _elements(data: bytes, at: int, kind: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each element of a list."""
    assert kind in _LISTS
    inner, count = data[at] & 15, data[at] >> 4
    at += 1
    if count == 15:
        count, at = _unsigned(data, at), _after_varint(data, at)
    for _ in range(count):
        end = at + 1 if inner in _BOOLEANS else _end(data, at, inner)
        yield at, end
        at = end


def _end(data: bytes, at: int, kind: int) -> int:
    """Where a value ends.  Maps are in no Parquet footer."""
    if kind in _BOOLEANS:
        return at
    if kind == _BYTE:
        return at + 1
    if kind in _INTEGERS:
        return _after_varint(data, at)
    if kind == _DOUBLE:
        return at + 8
    if kind == _BINARY:
        return _after_varint(data, at) + _unsigned(data, at)
    if kind in _LISTS:
        begin = at + 1 if data[at] >> 4 < 15 else _after_varint(data, at + 1)
        return max((end for _, end in _elements(data, at, kind)), default=begin)
    if kind == _STRUCT:
        return max((end for *_, end in _fields(data, at)), default=at) + 1
    raise ValueError(f"a footer with a field of type {kind}")


def _after_varint(data: bytes, at: int) -> int:
    while data[at] & 128:
        at += 1
    return at + 1


def _unsigned(data: bytes, at: int) -> int:
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        if not data[at] & 128:
            return value
        at, shift = at + 1, shift + 7


def _integer(data: bytes, at: int) -> int:
    value = _unsigned(data, at)
    return value >> 1 ^ -(value & 1)


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def _zigzag(value: int) -> bytes:
    return _varint(value << 1 if value >= 0 else (-value << 1) - 1)
