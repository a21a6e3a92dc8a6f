"""Maps extract_document over documents: in this process, or in a pool of processes.

What belongs here: how documents are shared out, what becomes of one that breaks its reader, and copies of one file.
What does not: what is read from a document (extract), which files there are (intake), Dagster.

The rows depend on the bytes and the names of the files alone: not on their order, nor on how many workers there are.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pyarrow as pa

from edu_pipeline import guard
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.model import Remark
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.sources import SourceChanged, SourceFile

NAMES = ("documents", "articles", "quantities", "observations_read")
Tables = dict[str, pa.Table]
Progress = Callable[[int, int], None]
"""Called with documents done and documents in all."""

ALONE_BYTES = 2 << 20
"""Less than this is read in this process: a pool takes longer to start (0.6 s) than the reading."""
BATCH_BYTES = 1 << 20
BATCH_FILES = 64
TIME_LIMIT = 600.0
"""Seconds without any batch done after which the workers are given up; a batch takes about two."""


def available_workers() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(files: Sequence[SourceFile], workers: int = 0, progress: Progress | None = None) -> Tables:
    """Tables documents, articles, quantities and observations_read of all files, in their schema and order.

    `workers` 0 means one for each processor.  A document that breaks its reader is a row with status failed, and so
    is a file that could not be read.  Of files with the same bytes the first by source is read; the others are rows
    of documents with status duplicate (failed, if the first is) and nothing else.

    Raises SourceChanged when a file is not the one that was looked at, since the input would not be one input.
    """
    files = sorted(files, key=lambda file: file.source)
    readable = [file for file in files if file.error is None]
    firsts: dict[str | None, SourceFile] = {}
    for file in readable:
        firsts.setdefault(file.sha256, file)
    report = _counting(len(files), len(files) - len(firsts), progress)
    unique = list(firsts.values())
    workers = workers or available_workers()
    alone = workers == 1 or len(unique) < 2 or sum(file.byte_size for file in unique) < ALONE_BYTES
    parts = list(_here(unique, report) if alone else _pooled(unique, workers, report))
    parts.append(_as_tables({"documents": [unreadable(file) for file in files if file.error is not None]}))
    tables = {name: pa.concat_tables([part[name] for part in parts]) for name in NAMES}
    copies = [(firsts[file.sha256].source, file.source) for file in readable if firsts[file.sha256] is not file]
    tables["documents"] = _with_copies(tables["documents"], copies)
    return {name: TABLES[name].sorted(table).combine_chunks() for name, table in tables.items()}


def extract_file(file: SourceFile, limits: Limits | None = None) -> dict[str, list[dict[str, Any]]]:
    """One file's rows; whatever breaks its reader becomes a row with status failed.  Raises SourceChanged."""
    from edu_pipeline.extract import extract_document

    limits = limits or Limits()
    data = file.read()
    try:
        with guard.one_document(limits):
            rows = extract_document(data, file.source, file.known, limits=limits)
    except LimitExceeded as error:
        return {"documents": [failed(file, str(error))]}
    except Exception as error:  # noqa: BLE001  one document must not lose the others
        why = f"The reader broke off ({type(error).__name__}: {str(error)[:300]}). Report it, with the document."
        return {"documents": [failed(file, why)]}
    if file.notice:
        row = rows["documents"][0]
        row["remarks"] = [*(row.get("remarks") or ()), Remark("old_version", 0, 0, file.notice).to_json()]
    return rows


def failed(file: SourceFile, error: str) -> dict[str, Any]:
    """The row of documents of a file that was not read."""
    sha256 = file.sha256 or hashlib.sha256(b"").hexdigest()
    return {
        "source": file.source,
        "document_id": sha256[:16],
        "sha256": sha256,
        "media_type": "text/plain",
        "reader": "none",
        "byte_size": file.byte_size,
        "status": "failed",
        "error": error,
    }


def unreadable(file: SourceFile) -> dict[str, Any]:
    """The row of a file whose bytes could not be had.  Its hash is that of the bytes that were: none."""
    return failed(file, file.error or "It could not be read.")


def _as_tables(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Tables:
    return {name: TABLES[name].from_rows(rows.get(name, ())) for name in NAMES}


def _batch(files: Sequence[SourceFile]) -> Tables:
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES}
    for file in files:
        for name, found in extract_file(file).items():
            rows[name] += found
    return _as_tables(rows)


def _with_copies(documents: pa.Table, copies: Sequence[tuple[str, str]]) -> pa.Table:
    """Rows of documents for copies: (source of the first, source of the copy)."""
    if not copies:
        return documents
    at = {source: row for row, source in enumerate(documents["source"].to_pylist())}
    rows = documents.take(pa.array([at[first] for first, _ in copies]))
    statuses = ["duplicate" if status == "ok" else status for status in rows["status"].to_pylist()]
    for name, values in (("source", [copy for _, copy in copies]), ("status", statuses)):
        index = rows.schema.get_field_index(name)
        rows = rows.set_column(index, rows.schema.field(index), pa.array(values, pa.string()))
    return pa.concat_tables([documents, rows])


def _counting(total: int, done: int, progress: Progress | None) -> Callable[[int], None]:
    def report(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(done, total)

    return report


def _here(files: Sequence[SourceFile], report: Callable[[int], None]) -> Iterator[Tables]:
    for batch in _batches(files):
        rows: list[Tables] = []
        for file in batch:
            rows.append(_batch([file]))
            report(1)
        yield {name: pa.concat_tables([part[name] for part in rows]) for name in NAMES}


def _batches(files: Sequence[SourceFile]) -> Iterator[list[SourceFile]]:
    batch: list[SourceFile] = []
    size = 0
    for file in files:
        if batch and (size + file.byte_size > BATCH_BYTES or len(batch) == BATCH_FILES):
            yield batch
            batch, size = [], 0
        batch.append(file)
        size += file.byte_size
    if batch:
        yield batch


def _pooled(files: Sequence[SourceFile], workers: int, report: Callable[[int], None]) -> Iterator[Tables]:
    """Batches over a pool; what a dying or hanging worker lost is read again, one document at a time."""
    lost: list[SourceFile] = []
    others = multiprocessing.active_children()
    with _executor(workers) as executor:
        if not _starts(executor):
            yield from _here(files, report)
            return
        pending: dict[Future[Tables], list[SourceFile]] = {}
        for batch in _batches(files):
            try:
                pending[executor.submit(_batch, batch)] = batch
            except BrokenProcessPool:
                lost += batch
        while pending:
            done, _ = wait(pending, TIME_LIMIT, FIRST_COMPLETED)
            if not done:
                _kill_workers(others)  # their futures break, and the next round collects them
            for future in done:
                batch = pending.pop(future)
                try:
                    yield future.result()
                    report(len(batch))
                except BrokenProcessPool:
                    lost += batch
    yield from _one_by_one(lost, report)


def _starts(executor: ProcessPoolExecutor) -> bool:
    """Whether workers can be had at all: those of a script without a main guard begin the script again, and die."""
    try:
        executor.submit(int).result(TIME_LIMIT)
    except (BrokenProcessPool, OSError):
        return False
    return True


def _one_by_one(files: Sequence[SourceFile], report: Callable[[int], None]) -> Iterator[Tables]:
    """One document at a time in one process, and a new process after each that takes it with it: that one has failed."""
    left = list(files)
    while left:
        others = multiprocessing.active_children()
        with _executor(1) as executor:
            broken = False
            while left and not broken:
                file = left.pop(0)
                future = executor.submit(_batch, [file])
                done, _ = wait([future], TIME_LIMIT)
                if not done:
                    _kill_workers(others)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    broken = True
                    yield _as_tables({"documents": [failed(file, _DIED if done else _TOO_LONG)]})
                report(1)


_TOO_LONG = f"Reading took over {TIME_LIMIT:.0f} seconds and was given up. Split the document, or report it."
_DIED = "The process that read it died (out of memory, or a fault in a library). Split the document, or report it."


def _executor(workers: int) -> ProcessPoolExecutor:
    # a fork of a process with threads (gRPC, Arrow) can hang; a forkserver has none
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["edu_pipeline.pool", "edu_pipeline.extract"])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """Each worker: leave Ctrl-C to the process that started it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _kill_workers(others: Sequence[multiprocessing.process.BaseProcess]) -> None:
    for process in multiprocessing.active_children():
        if process not in others:
            process.kill()


__all__ = ["NAMES", "SourceChanged", "available_workers", "extract_all", "extract_file", "failed", "unreadable"]
