"""Documents read by workers, ahead of the shards that need them.

What belongs here: what a worker does with some files, how many are under way, and what becomes of those that a dying or
hanging worker lost: they are read one by one.  What does not: which documents have to be read, and the entries that keep
them (pool), what becomes of one document (one_document), processes in general (workers).
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool

import pyarrow as pa

from edu_pipeline import guard
from edu_pipeline.one_document import (
    NAMES,
    Rows,
    as_tables,
    broken_off,
    extract_file,
    failed,
    most_seconds,
    worker_lost,
)
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.packing import Tables, pack, unpack
from edu_pipeline.warehouse.sources import SourceFile
from edu_pipeline.workers import Workers

TIME_LIMIT = 600.0
"""Seconds that workers may be without any result before they are given up; each document has a limit of its own."""
TRIES = 3
"""Workers that a document may take with it before it is given up."""
SPARE_SECONDS = 60.0
"""Seconds beyond a document's own in which a single worker has to start, read it and answer."""


def _read_guarded(files: Sequence[SourceFile], limits: Limits) -> bytes:
    """What a worker does: the packed tables of some files, each within its limits and without a network."""
    guard.begin_worker()
    return read(files, limits)


def put_together(parts: Sequence[Tables]) -> Tables:
    if len(parts) == 1:
        return parts[0]
    empty = {name: [TABLES[name].arrow.empty_table()] for name in NAMES}
    return {
        name: TABLES[name].sorted(pa.concat_tables([*empty[name], *(part[name] for part in parts)])) for name in NAMES
    }


def read(files: Sequence[SourceFile], limits: Limits) -> bytes:
    """The packed tables of some files."""
    return pack(_checked(files, [extract_file(file, limits) for file in files], limits), compressed=True)


def _checked(files: Sequence[SourceFile], found: Sequence[Rows], limits: Limits) -> Tables:
    """The tables of some files; one whose rows may not be published, or break the rules themselves, is failed.

    They are checked together, which takes as long as one alone, and one by one only when a rule is broken.
    """
    from edu_pipeline.publishable import UnfitError, checked

    try:
        with guard.one_document(limits):
            return checked({name: [row for rows in found for row in rows.get(name, ())] for name in NAMES})
    except (LimitExceeded, UnfitError) as error:
        why = str(error)
    except Exception as error:  # noqa: BLE001  one document must not lose the others
        why = broken_off("A check", error)
    if len(files) == 1:
        return as_tables({"documents": [failed(files[0], why)]})
    return put_together([_checked([file], [rows], limits) for file, rows in zip(files, found, strict=True)])


def from_worker(data: bytes) -> Tables:
    return {name: table.cast(TABLES[name].arrow) for name, table in unpack(data).items()}


class Ahead:
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
        data, lost = one_by_one(batch, self._limits)
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


def one_by_one(files: Sequence[SourceFile], limits: Limits) -> tuple[bytes, bool]:
    """One document at a time in one process, and a new process after each that takes it with it; whether one was given up."""
    alone = Workers(1)
    parts: list[Tables] = []
    lost = False
    try:
        for file in files:
            read, seconds = _alone(alone, file, limits)
            lost = lost or read is None
            parts.append(read or as_tables({"documents": [worker_lost(file, seconds, limits)]}))
    finally:
        alone.close()
    return pack(put_together(parts), compressed=True), lost


def _alone(alone: Workers, file: SourceFile, limits: Limits) -> tuple[Tables | None, float]:
    """What one document gave, and the seconds of the last try.  It is given up when it takes TRIES workers with it: the
    first may have been killed from outside.  Too long once is too long."""
    seconds, patience = 0.0, most_seconds(file, limits) + SPARE_SECONDS
    for _ in range(TRIES):
        began = time.monotonic()
        try:
            done = alone.submit(_read_guarded, [file], limits).result(patience)
            return from_worker(done), seconds
        except (BrokenProcessPool, TimeoutError):
            alone.restart()
            seconds = time.monotonic() - began
        if seconds >= most_seconds(file, limits):
            break
    return None, seconds
