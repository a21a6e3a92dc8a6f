"""Maps extract_document over documents: in this process, or in a pool of processes.

What belongs here: how documents are shared out, what becomes of one that breaks its reader, copies of one file, and what
is kept of earlier runs.  What does not: what is read from a document (extract), which files there are (intake),
processes in general (workers), Dagster.

Documents are read in shards: runs of a few dozen in the order of their names (parts.runs), so that a new file changes one
shard.  What a shard gave is one entry of the cache, with the keys of its documents; a shard that changed takes the rows of
its old documents out of the entries that hold them, and only the new ones are read.  The key of a document is a hash of its bytes, of what is known about it, of the suffix of its name, of
the code and reference data of the reading, and of the versions of the libraries; its name is filled in on the way out.

The rows depend on the bytes and the names of the files alone: not on their order, on how many workers there are, or on
what the cache held.
"""

from __future__ import annotations

import functools
import hashlib
import json
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline import guard
from edu_pipeline.one_document import extract_file, failed, is_plain, most_seconds, unreadable, worker_lost
from edu_pipeline.parts import runs
from edu_pipeline.reading.limits import Limits
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import fingerprint
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.packing import Tables, pack, unpack
from edu_pipeline.warehouse.sources import SourceChanged, SourceFile
from edu_pipeline.workers import Workers, available_workers, shared

NAMES = ("documents", "articles", "quantities", "observations_read")
KIND = "extraction"
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
OPEN_PACKS = 4
"""Entries of the cache that are in memory at a time while others are put together from them."""


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
    parts = list(extract_parts(files, workers, progress, cache, limits=limits))
    tables = {name: pa.concat_tables([TABLES[name].arrow.empty_table(), *(p[name] for p in parts)]) for name in NAMES}
    return {name: TABLES[name].sorted(table).combine_chunks() for name, table in tables.items()}


def extract_parts(
    files: Sequence[SourceFile],
    workers: int = 0,
    progress: Progress | None = None,
    cache: Cache | None = None,
    counts: Counts | None = None,
    limits: Limits | None = None,
) -> Iterator[Tables]:
    """The tables of all files part by part, by source, each in its schema and (but for articles) in its order.

    `workers` 0 means one for each processor.  A document that breaks its reader is a row with status failed, and so
    is a file that could not be read.  Of files with the same bytes the first by source is read; the others are rows
    of documents with status duplicate (failed, if the first is) and nothing else.  `counts` is filled on the way.

    Raises SourceChanged when a file is not the one that was looked at, since the input would not be one input.
    """
    files = sorted(files, key=lambda file: file.source)
    counts = counts if counts is not None else Counts()
    copied = _Copies(files)
    known = Packs(cache, limits or Limits())
    done = 0
    shards = [_Shard(tuple(run), copied.firsts(run)) for run in runs((f.source, f.byte_size, f) for f in files)]
    for shard, rows in _shards_read(shards, known, workers):
        part = copied.joined(shard, rows)
        counts.extracted += len(shard.missing)
        counts.kept += len(shard.firsts) - len(shard.missing)
        yield part
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
@dataclass
class _Shard:
    """Files that are read together: `firsts` are those that are no copies, `missing` those that no entry holds."""

    files: tuple[SourceFile, ...]
    firsts: tuple[SourceFile, ...]
    missing: tuple[SourceFile, ...] = ()
    whole: bool = True


class _Copies:
    """Files of the same bytes: the first by source is read, and its row is kept until the last of the others."""

    def __init__(self, files: Sequence[SourceFile]) -> None:
        self._first: dict[str | None, str] = {}
        self._left: Counter[str | None] = Counter()
        self._rows: dict[str | None, pa.Table] = {}
        for file in files:
            if file.error is None and self._first.setdefault(file.sha256, file.source) != file.source:
                self._left[file.sha256] += 1

    def firsts(self, files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
        return tuple(file for file in files if file.error is None and self._first[file.sha256] == file.source)

    def joined(self, shard: _Shard, rows: Tables) -> Tables:
        """The rows of a shard with those of its copies and of the files that could not be had."""
        documents = [rows["documents"]]
        for file in shard.firsts:
            if self._left[file.sha256]:
                self._rows[file.sha256] = rows["documents"].filter(pc.equal(rows["documents"]["source"], file.source))
        for file in shard.files:
            if file.error is not None:
                documents.append(TABLES["documents"].from_rows([unreadable(file)]))
            elif self._first[file.sha256] != file.source:
                documents.append(self._copy(file))
        if len(documents) == 1:
            return rows
        return {**rows, "documents": TABLES["documents"].sorted(pa.concat_tables(documents))}

    def _copy(self, file: SourceFile) -> pa.Table:
        row = self._rows[file.sha256]
        self._left[file.sha256] -= 1
        if not self._left[file.sha256]:
            del self._rows[file.sha256]
        status = row["status"][0].as_py()
        return _with(_with(row, "source", file.source), "status", "duplicate" if status == "ok" else status)


def _with(table: pa.Table, column: str, value: str) -> pa.Table:
    at = table.schema.get_field_index(column)
    return table.set_column(at, table.schema.field(at), pa.array([value] * table.num_rows, table.schema.field(at).type))


# ------------------------------------------------------------------------------------------------ the cache
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
class Packs:
    """The entries of the cache that hold documents: which document is in which, and taking them out."""

    cache: Cache | None
    limits: Limits = Limits()
    _where: dict[str, tuple[str, str]] = field(default_factory=dict)
    _open: OrderedDict[str, Tables] = field(default_factory=OrderedDict)

    def __post_init__(self) -> None:
        for name, note in self.cache.notes(KIND) if self.cache else ():
            if isinstance(note, dict):
                for document, source in note.items():
                    self._where[document] = (name, str(source))

    def missing(self, files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
        return tuple(file for file in files if key(file, self.limits) not in self._where)

    def whole(self, files: Sequence[SourceFile]) -> Tables | None:
        """The rows of a shard whose entry is there."""
        return self._opened(self._pack_key(files)) if self.cache else None

    def one(self, file: SourceFile) -> Tables | None:
        """The rows of one document, under its name of today; null when the entry is broken."""
        name, source = self._where[key(file, self.limits)]
        found = self._opened(name)
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
        data = self.cache.get(KIND, name) if self.cache else None
        if data is None:
            return None
        try:
            found = unpack(data)
            rows = {n: found[n].cast(TABLES[n].arrow) for n in NAMES}
        except (pa.ArrowException, KeyError, ValueError):
            return None
        self._open[name] = rows
        while len(self._open) > OPEN_PACKS:
            self._open.popitem(last=False)
        return rows

    def _pack_key(self, files: Sequence[SourceFile]) -> str:
        named = [[key(file, self.limits), file.source] for file in files]
        return hashlib.sha256(json.dumps(named).encode()).hexdigest()[:32]

    def keep(self, files: Sequence[SourceFile], rows: Tables, data: bytes | None = None) -> None:
        """Make an entry of a shard."""
        if self.cache is not None:
            note = {key(file, self.limits): file.source for file in files}
            self.cache.put(KIND, self._pack_key(files), data or pack(rows, compressed=True), note)


# ------------------------------------------------------------------------------------------------ sharing out
def _shards_read(shards: Sequence[_Shard], known: Packs, workers: int) -> Iterator[tuple[_Shard, Tables]]:
    """Each shard with the rows of its documents, in order; what is missing is read a few shards ahead.

    Whatever needs a library to be read is read by a worker, however little it is: it can be lost.
    """
    for shard in shards:
        shard.missing = known.missing(shard.firsts)
    missing = [file for shard in shards for file in shard.missing]
    pool = shared(workers)
    few = pool.count == 1 or len(missing) == 1 or sum(file.byte_size for file in missing) < ALONE_BYTES
    ahead = None
    if missing and not (few and all(map(is_plain, missing))) and pool.can_be_had():
        ahead = _Ahead(pool, [shard.missing for shard in shards if shard.missing], known.limits)
    try:
        for shard in shards:
            yield shard, _shard_rows(shard, known, ahead)
    except BaseException:
        if ahead is not None:
            pool.restart()
        raise


def _shard_rows(shard: _Shard, known: Packs, ahead: _Ahead | None) -> Tables:
    if not shard.firsts:
        return _as_tables({})
    if not shard.missing:
        whole = known.whole(shard.firsts)
        if whole is not None:
            return whole
    kept, broken = [], []
    for file in shard.firsts:
        if file not in shard.missing:
            rows = known.one(file)
            if rows is None:
                broken.append(file)
            else:
                kept.append(rows)
    data, lost = None, False
    if shard.missing:
        data, lost = ahead.next() if ahead is not None else (_read(shard.missing, known.limits), False)
        kept.append(_from_worker(data))
    if broken:
        kept.append(_from_worker(_one_by_one(broken, known.limits)[0]))
        shard.missing = tuple(file for file in shard.firsts if file in shard.missing or file in broken)
    rows = _joined(kept)
    if not lost:  # what a dying or hanging worker left undone may succeed another time
        known.keep(shard.firsts, rows, data if len(kept) == 1 else None)
    return rows


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
    "NAMES",
    "Counts",
    "SourceChanged",
    "available_workers",
    "extract_all",
    "extract_file",
    "extract_parts",
    "failed",
    "unreadable",
]
