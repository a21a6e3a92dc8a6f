"""Tables as bytes, for other processes and for the cache.

What belongs here: tables of the fixed schemas, and plain ones, as one piece of bytes and back.  What does not: where
bytes are kept (cache), what is published (parquet).
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

Tables = dict[str, pa.Table]
_PLAIN = pa.ipc.IpcWriteOptions(use_threads=False)
_COMPRESSED = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
_READ = pa.ipc.IpcReadOptions(use_threads=False)
"""Of some kilobytes: handing columns to other threads takes longer than the columns do."""


def pack(tables: Mapping[str, pa.Table], compressed: bool = False) -> bytes:
    """The tables, in their order, as bytes: the same rows in the same chunks give the same bytes."""
    options = _COMPRESSED if compressed else _PLAIN
    parts = []
    for name, table in tables.items():
        sink = pa.BufferOutputStream()
        whole = table.combine_chunks().replace_schema_metadata({"name": name})
        with pa.ipc.new_stream(sink, whole.schema, options=options) as writer:
            writer.write_table(whole)
        part = sink.getvalue()
        parts += [len(part).to_bytes(8, "little"), part]
    return b"".join(parts)


def unpack(data: bytes) -> Tables:
    """What `pack` made bytes of, but for the schemas' descriptions.  Raises pa.ArrowInvalid when it is not that."""
    found: Tables = {}
    view = memoryview(data)
    while view:
        size = int.from_bytes(view[:8], "little")
        table = pa.ipc.open_stream(pa.py_buffer(view[8 : 8 + size]), options=_READ).read_all()
        found[(table.schema.metadata or {}).get(b"name", b"").decode()] = table
        view = view[8 + size :]
    return found


def apart(part: pa.Table) -> pa.Table:
    """Rows out of a longer table without what is left of it, so that the same rows are packed as the same bytes."""
    return part.take(pa.array(range(part.num_rows), pa.int64()))
