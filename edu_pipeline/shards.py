"""Documents that are read together, and what is kept of them.

What belongs here: what the rows of a document depend on, finding them in what earlier runs kept, and files with the bytes of
another.  What does not: reading them (pool, read_ahead), how an entry is kept (warehouse.pieces, warehouse.cache).

The key of a document is a hash of its bytes, of what is known about it, of the suffix of its name, of the code and
reference data of the reading, and of the versions of the libraries; its name is filled in on the way out.  What a shard
gave is one entry of the cache, whose key holds the names too; a shard that changed takes the rows of its old documents out
of the entries that hold them.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.one_document import NAMES, unreadable
from edu_pipeline.reading.limits import Limits
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import fingerprint
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.packing import Tables
from edu_pipeline.warehouse.pieces import Entry
from edu_pipeline.warehouse.sources import SourceFile

KIND = "extraction"
OPEN_PACKS = 4
"""Entries of the cache that are in memory at a time while others are put together from them."""


@functools.cache
def reading(limits: Limits) -> str:
    """16 hex digits of everything but the document that its rows depend on."""
    made_by = {"code": fingerprint.reading_hash(), "versions": fingerprint.versions(), "limits": asdict(limits)}
    return hashlib.sha256(json.dumps(made_by, sort_keys=True).encode()).hexdigest()[:16]


def key(file: SourceFile, limits: Limits = Limits()) -> str:  # noqa: B008  it cannot change
    """What the rows of a document depend on, in one word; its name but for the suffix is not part of it."""
    suffix = PurePosixPath(file.source).suffix.lower()
    parts = [file.sha256, suffix, sorted(file.known.items()), file.notice, reading(limits)]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:32]


@dataclass
class Shard:
    """Files that are read together: `firsts` are those that are no copies, `missing` those that no entry holds.

    `key` is that of its entry, which is null when there is none.
    """

    files: tuple[SourceFile, ...]
    firsts: tuple[SourceFile, ...]
    key: str
    entry: Entry | None = None
    missing: tuple[SourceFile, ...] = ()


class Copies:
    """Files of the same bytes: the first by source is read, the others are rows of documents and nothing else."""

    def __init__(self, files: Sequence[SourceFile], limits: Limits) -> None:
        self._first: dict[str | None, SourceFile] = {}
        self._limits = limits
        self.copied: set[str | None] = set()
        """Hashes of bytes that several files have."""
        for file in files:
            if file.error is None and self._first.setdefault(file.sha256, file) is not file:
                self.copied.add(file.sha256)

    def shard(self, files: Sequence[SourceFile]) -> Shard:
        firsts = tuple(file for file in files if file.error is None and self.first(file) is file)
        said = [self._said(file) for file in files]
        text = json.dumps([fingerprint.writing_hash(), said], ensure_ascii=True)
        return Shard(tuple(files), firsts, hashlib.sha256(text.encode()).hexdigest()[:32])

    def first(self, file: SourceFile) -> SourceFile:
        return self._first[file.sha256]

    def _said(self, file: SourceFile) -> list[Any]:
        """What the row of a file depends on."""
        if file.error is not None:
            return [file.source, file.sha256, file.byte_size, file.error]
        first = self.first(file)
        named = [first.source] if first is not file else []
        return [file.source, file.byte_size, key(first, self._limits), *named]

    def of(self, shard: Shard) -> list[SourceFile]:
        """The files of a shard that are copies of others."""
        return [file for file in shard.files if file.error is None and self.first(file) is not file]


def joined(shard: Shard, rows: Tables, copies: Mapping[str, pa.Table]) -> Tables:
    """The rows of a shard with those of its copies (by source) and of the files that could not be had."""
    documents = [rows["documents"], *copies.values()]
    documents += [
        TABLES["documents"].from_rows([unreadable(file)]) for file in shard.files if file.error is not None
    ]  # fmt: skip
    if len(documents) == 1:
        return rows
    return {**rows, "documents": TABLES["documents"].sorted(pa.concat_tables(documents))}


def copy_of(row: pa.Table, source: str) -> pa.Table:
    """The row of documents of a copy, out of that of the first."""
    status = row["status"][0].as_py()
    return _with(_with(row, "source", source), "status", "duplicate" if status == "ok" else status)


def _with(table: pa.Table, column: str, value: str) -> pa.Table:
    at = table.schema.get_field_index(column)
    return table.set_column(at, table.schema.field(at), pa.array([value] * table.num_rows, table.schema.field(at).type))


@dataclass
class Packs:
    """The entries of the cache that hold documents: which document is in which, and taking them out."""

    cache: Cache | None
    limits: Limits = Limits()
    _open: OrderedDict[str, Tables] = field(default_factory=OrderedDict)

    @functools.cached_property
    def _where(self) -> dict[str, tuple[str, str]]:
        """Key of a document -> entry, and its name there.  Looked for when something is missing, and not before."""
        found = {}
        for name, note in self.cache.notes(KIND) if self.cache else ():
            if isinstance(note, dict) and isinstance(note.get("documents"), dict):
                for document, source in note["documents"].items():
                    found[document] = (name, str(source))
        return found

    def missing(self, files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
        return tuple(file for file in files if key(file, self.limits) not in self._where)

    def one(self, file: SourceFile) -> Tables | None:
        """The rows of one document, under its name of today; null when they are not there, or their entry is broken."""
        name, source = self._where.get(key(file, self.limits), ("", ""))
        found = self._opened(name) if name else None
        if found is None:
            return None
        documents = found["documents"].filter(pc.equal(found["documents"]["source"], source))
        if documents.num_rows != 1:
            return None
        ids = documents["document_id"]
        rows = {name: found[name].filter(pc.equal(found[name]["document_id"], ids[0])) for name in NAMES}
        rows["documents"] = documents
        if source == file.source:
            return rows
        return {n: _with(t, "source", file.source) if "source" in t.column_names else t for n, t in rows.items()}

    def _opened(self, name: str) -> Tables | None:
        if name in self._open:
            self._open.move_to_end(name)
            return self._open[name]
        entry = Entry.found(self.cache, KIND, name)
        try:
            rows = entry.tables() if entry is not None else {}
            rows = {n: rows[n] for n in NAMES}
        except (pa.ArrowException, KeyError, ValueError):
            return None
        self._open[name] = rows
        while len(self._open) > OPEN_PACKS:
            self._open.popitem(last=False)
        return rows

    def keep(self, shard: Shard, entry: Entry) -> None:
        """Make `entry` that of a shard."""
        entry.keep(self.cache, documents={key(file, self.limits): file.source for file in shard.firsts})
