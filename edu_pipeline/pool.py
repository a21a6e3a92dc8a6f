"""Maps extract_document over documents: in this process, or in a pool of processes.

What belongs here: which documents have to be read, and their rows shard by shard.  What does not: how workers read them and
what becomes of those that one lost (read_ahead), what is read from a document (extract), what is kept of earlier runs
(shards), which files there are (intake), processes in general (workers), Dagster.

Documents are read in shards: runs of about 16 in the order of their names (parts.runs), so that a new file changes one
shard, of which only that file is read.

The rows depend on the bytes and the names of the files alone: not on their order, on how many workers there are, or on
what the cache held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.one_document import NAMES, as_tables, is_plain
from edu_pipeline.parts import runs
from edu_pipeline.read_ahead import Ahead, from_worker, one_by_one, put_together, read
from edu_pipeline.reading.limits import Limits
from edu_pipeline.shards import KIND, Copies, Packs, Shard, copy_of, joined
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.packing import Tables
from edu_pipeline.warehouse.pieces import Entry, packed
from edu_pipeline.warehouse.sources import SourceFile
from edu_pipeline.workers import Workers, shared

Progress = Callable[[int, int], None]
"""Called with documents done and documents in all."""

ALONE_BYTES = 2 << 20
"""Less plain text than this is read in this process: a pool takes longer to start (0.6 s) than the reading.  More is for
workers, however few: only there a document has a limit of time and memory."""


@dataclass
class Counts:
    """What was done for the documents of a run: `extracted` were read, `kept` were taken from the cache."""

    extracted: int = 0
    kept: int = 0


def extract_all(
    files: Sequence[SourceFile],
    workers: int = 0,
    progress: Progress | None = None,
    cache: Cache | None = None,
    limits: Limits | None = None,
) -> Tables:
    """Tables documents, articles, quantities and observations_read of all files, in their schema and order."""
    parts = [entry.tables() for entry in extract_parts(files, workers, progress, cache, limits=limits)]
    tables = {name: pa.concat_tables([TABLES[name].arrow.empty_table(), *(p[name] for p in parts)]) for name in NAMES}
    return {name: TABLES[name].sorted(table).combine_chunks() for name, table in tables.items()}


def extract_parts(
    files: Sequence[SourceFile],
    workers: int = 0,
    progress: Progress | None = None,
    cache: Cache | None = None,
    counts: Counts | None = None,
    limits: Limits | None = None,
) -> Iterator[Entry]:
    """The tables of all files part by part, by source: an entry for each part, which the cache may hold.

    `workers` 0 means one for each processor.  A document that breaks its reader is a row with status failed, and so
    is a file that could not be read.  Of files with the same bytes the first by source is read; the others are rows
    of documents with status duplicate (failed, if the first is) and nothing else.  `counts` is filled on the way.

    Raises SourceChanged when a file is not the one that was looked at, since the input would not be one input.
    """
    files = sorted(files, key=lambda file: file.source)
    reading = _Reading(files, workers, cache, counts if counts is not None else Counts(), limits or Limits())
    done = 0
    for shard, entry in reading.entries():
        yield entry
        done += len(shard.files)
        if progress is not None:
            progress(done, len(files))


class _Reading:
    """Each shard with the entry that holds its rows, in order; what is missing is read a few shards ahead."""

    def __init__(
        self, files: Sequence[SourceFile], workers: int, cache: Cache | None, counts: Counts, limits: Limits
    ) -> None:  # fmt: skip
        self._cache, self._counts, self._limits = cache, counts, limits
        self._known = Packs(cache, limits)
        self._copies = Copies(files, limits)
        self._workers = workers
        self._given_up: set[str | None] = set()
        """Hashes of documents that a dying or hanging worker left undone."""
        self._rows: dict[str, pa.Table] = {}
        """Rows of documents that copies have, by source."""
        self._shards = [self._copies.shard(run) for run in runs((f.source, f.byte_size, f) for f in files)]
        for shard in self._shards:
            shard.entry = Entry.found(cache, KIND, shard.key, partial(self._anew, shard))
            if shard.entry is None:
                shard.missing = self._known.missing(shard.firsts)

    def entries(self) -> Iterator[tuple[Shard, Entry]]:
        pool = shared(self._workers)
        ahead = self._ahead(pool)
        try:
            for shard in self._shards:
                self._counts.kept += len(shard.firsts)
                yield shard, shard.entry or self._made(shard, ahead)
        finally:
            if ahead is not None:
                pool.restart()  # others do the rest: what these remember of the reading is two fifths of their memory

    def _ahead(self, pool: Workers) -> Ahead | None:
        """Whatever needs a library to be read, or much time, is read by a worker, which can be lost."""
        missing = [file for shard in self._shards for file in shard.missing]
        few = sum(file.byte_size for file in missing) < ALONE_BYTES
        if missing and not (few and all(map(is_plain, missing))) and pool.can_be_had():
            return Ahead(pool, [shard.missing for shard in self._shards if shard.missing], self._limits)
        return None

    def _anew(self, shard: Shard) -> Entry:
        """The entry of a shard whose bytes turned out broken."""
        shard.missing = ()
        return self._made(shard, None)

    def _made(self, shard: Shard, ahead: Ahead | None) -> Entry:
        parts = [*self._kept(shard)]
        if shard.missing:
            data, lost = ahead.next() if ahead is not None else (read(shard.missing, self._limits), False)
            self._given_up.update(file.sha256 for file in shard.missing if lost)
            parts.append(from_worker(data))
            self._count(len(shard.missing))
        rows = put_together(parts) if parts else as_tables({})
        self._hold(shard, rows["documents"])
        copies = {file.source: copy_of(self._row(file), file.source) for file in self._copies.of(shard)}
        noted, data = packed(joined(shard, rows, copies))
        entry = Entry.made(KIND, shard.key, noted, data)
        # what a dying or hanging worker left undone may succeed another time
        if self._given_up.isdisjoint(file.sha256 for file in shard.files):
            self._known.keep(shard, entry)
        return entry

    def _kept(self, shard: Shard) -> Iterator[Tables]:
        """The rows of the documents that entries hold; those of a broken entry are read again."""
        broken = []
        for file in shard.firsts:
            if file not in shard.missing:
                rows = self._known.one(file)
                if rows is None:
                    broken.append(file)
                else:
                    yield rows
        if broken:
            yield self._again(broken)

    def _again(self, files: Sequence[SourceFile]) -> Tables:
        data, lost = one_by_one(files, self._limits)
        self._given_up.update(file.sha256 for file in files if lost)
        self._count(len(files))
        return from_worker(data)

    def _hold(self, shard: Shard, documents: pa.Table) -> None:
        for file in shard.firsts:
            if file.sha256 in self._copies.copied:
                self._rows[file.source] = documents.filter(pc.equal(documents["source"], file.source))

    def _row(self, file: SourceFile) -> pa.Table:
        """The row of documents of the first file of these bytes, whose shard comes before that of the copy."""
        first = self._copies.first(file)
        if first.source not in self._rows:
            rows = self._known.one(first)
            self._rows[first.source] = (rows if rows is not None else self._again([first]))["documents"]
        return self._rows[first.source]

    def _count(self, read: int) -> None:
        self._counts.extracted += read
        self._counts.kept -= read
