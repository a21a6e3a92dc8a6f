"""Maps extract_document over documents: in this process, or in a pool of processes.

What belongs here: how documents are shared out, and what becomes of one that breaks its reader.  What does not: what is
read from a document (extract), what is kept of earlier runs (shards), which files there are (intake), processes in general
(workers), Dagster.

Documents are read in shards: runs of a few dozen in the order of their names (parts.runs), so that a new file changes one
shard, of which only that file is read.

The rows depend on the bytes and the names of the files alone: not on their order, on how many workers there are, or on
what the cache held.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline import guard
from edu_pipeline.one_document import extract_file, failed, is_plain, most_seconds, unreadable, worker_lost
from edu_pipeline.parts import runs
from edu_pipeline.reading.limits import Limits
from edu_pipeline.shards import KIND, NAMES, Copies, Packs, Shard, copy_of, joined, key
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.packing import Tables, pack, unpack
from edu_pipeline.warehouse.pieces import Entry, packed
from edu_pipeline.warehouse.sources import SourceChanged, SourceFile
from edu_pipeline.workers import Workers, available_workers, shared

Progress = Callable[[int, int], None]
"""Called with documents done and documents in all."""

ALONE_BYTES = 2 << 20
"""Less than this is read in this process: a pool takes longer to start (0.6 s) than the reading."""
TIME_LIMIT = 600.0
"""Seconds that workers may be without any result before they are given up; each document has a limit of its own."""
TRIES = 3
"""Workers that a document may take with it before it is given up."""
SPARE_SECONDS = 60.0
"""Seconds beyond a document's own in which a single worker has to start, read it and answer."""


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


# ------------------------------------------------------------------------------------------------ tables
def _read_guarded(files: Sequence[SourceFile], limits: Limits) -> bytes:
    """What a worker does: the packed tables of some files, each within its limits and without a network."""
    guard.begin_worker()
    return _read(files, limits)


def _as_tables(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Tables:
    return {name: TABLES[name].from_rows(rows.get(name, ())) for name in NAMES}


def _joined(parts: Sequence[Tables]) -> Tables:
    if len(parts) == 1:
        return parts[0]
    empty = {name: [TABLES[name].arrow.empty_table()] for name in NAMES}
    return {
        name: TABLES[name].sorted(pa.concat_tables([*empty[name], *(part[name] for part in parts)])) for name in NAMES
    }


def _read(files: Sequence[SourceFile], limits: Limits) -> bytes:
    """The packed tables of some files."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES}
    for file in files:
        for name, found in extract_file(file, limits).items():
            rows[name] += found
    return pack(_as_tables(rows), compressed=True)


# ------------------------------------------------------------------------------------------------ shards
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
        except BaseException:
            if ahead is not None:
                pool.restart()
            raise

    def _ahead(self, pool: Workers) -> _Ahead | None:
        """Whatever needs a library to be read is read by a worker, however little it is: it can be lost."""
        missing = [file for shard in self._shards for file in shard.missing]
        few = pool.count == 1 or len(missing) == 1 or sum(file.byte_size for file in missing) < ALONE_BYTES
        if missing and not (few and all(map(is_plain, missing))) and pool.can_be_had():
            return _Ahead(pool, [shard.missing for shard in self._shards if shard.missing], self._limits)
        return None

    def _anew(self, shard: Shard) -> Entry:
        """The entry of a shard whose bytes turned out broken."""
        shard.missing = ()
        return self._made(shard, None)

    def _made(self, shard: Shard, ahead: _Ahead | None) -> Entry:
        parts = [*self._kept(shard)]
        if shard.missing:
            data, lost = ahead.next() if ahead is not None else (_read(shard.missing, self._limits), False)
            self._given_up.update(file.sha256 for file in shard.missing if lost)
            parts.append(_from_worker(data))
            self._count(len(shard.missing))
        rows = _joined(parts) if parts else _as_tables({})
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
        data, lost = _one_by_one(files, self._limits)
        self._given_up.update(file.sha256 for file in files if lost)
        self._count(len(files))
        return _from_worker(data)

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


# ------------------------------------------------------------------------------------------------ sharing out
def _from_worker(data: bytes) -> Tables:
    return {name: table.cast(TABLES[name].arrow) for name, table in unpack(data).items()}


class _Ahead:
    """What workers read for the shards to come, in order; what a dying or hanging one lost is read one by one."""

    def __init__(self, workers: Workers, batches: Sequence[tuple[SourceFile, ...]], limits: Limits) -> None:
        self._workers, self._limits = workers, limits
        self._coming = deque(batches)
        self._pending: deque[tuple[tuple[SourceFile, ...], Future[bytes] | None]] = deque()

    def next(self) -> tuple[bytes, bool]:
        """The next batch, and whether a document of it was given up."""
        self._fill()
        batch, future = self._pending.popleft()
        while future is not None and not future.done():
            others = [other for _, other in self._pending if other is not None and not other.done()]
            done, _ = wait([future, *others], self._patience(batch), FIRST_COMPLETED)
            if not done:
                break
        if future is not None and future.done():
            try:
                return future.result(), False
            except BrokenProcessPool:
                pass
        self._workers.restart()
        self._pending = deque((files, had if _whole(had) else None) for files, had in self._pending)
        data, lost = _one_by_one(batch, self._limits)
        self._pending = deque((files, had or self._submitted(files)) for files, had in self._pending)
        return data, lost

    def _patience(self, batch: Sequence[SourceFile]) -> float:
        """Seconds without any result: more where documents of the batch may be scans."""
        return TIME_LIMIT + sum(most_seconds(file, self._limits) - self._limits.max_seconds for file in batch)

    def _fill(self) -> None:
        while self._coming and len(self._pending) < 2 * self._workers.count + 1:
            batch = self._coming.popleft()
            self._pending.append((batch, self._submitted(batch)))

    def _submitted(self, batch: tuple[SourceFile, ...]) -> Future[bytes] | None:
        try:
            return self._workers.submit(_read_guarded, batch, self._limits)
        except BrokenProcessPool:
            return None


def _whole(future: Future[bytes] | None) -> bool:
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


def _one_by_one(files: Sequence[SourceFile], limits: Limits) -> tuple[bytes, bool]:
    """One document at a time in one process, and a new process after each that takes it with it; whether one was given up."""
    alone = Workers(1)
    parts: list[Tables] = []
    lost = False
    try:
        for file in files:
            read, seconds = _alone(alone, file, limits)
            lost = lost or read is None
            parts.append(read or _as_tables({"documents": [worker_lost(file, seconds, limits)]}))
    finally:
        alone.close()
    return pack(_joined(parts), compressed=True), lost


def _alone(alone: Workers, file: SourceFile, limits: Limits) -> tuple[Tables | None, float]:
    """What one document gave, and the seconds of the last try.  It is given up when it takes TRIES workers with it: the
    first may have been killed from outside.  Too long once is too long."""
    seconds, patience = 0.0, most_seconds(file, limits) + SPARE_SECONDS
    for _ in range(TRIES):
        began = time.monotonic()
        try:
            done = alone.submit(_read_guarded, [file], limits).result(patience)
            return _from_worker(done), seconds
        except (BrokenProcessPool, TimeoutError):
            alone.restart()
            seconds = time.monotonic() - began
        if seconds >= most_seconds(file, limits):
            break
    return None, seconds


__all__ = [
    "KIND",
    "NAMES",
    "Counts",
    "SourceChanged",
    "available_workers",
    "extract_all",
    "extract_file",
    "extract_parts",
    "failed",
    "key",
    "unreadable",
]
