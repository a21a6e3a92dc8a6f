"""Processes that pure functions are mapped over, on all processors.

What belongs here: starting them, what becomes of one that dies or hangs, and that none outlives this process.  What does
not: what is mapped (pool, stages).

One set of workers serves a whole run, since starting them takes longer than most of their work.  They are started by a
fork server, for a fork of a process with threads (gRPC, Arrow) can hang.
"""

from __future__ import annotations

import atexit
import multiprocessing
import multiprocessing.process
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

PRELOADED = ["edu_pipeline.pool", "edu_pipeline.extract"]
START_LIMIT = 120.0
"""Seconds after which workers that do not answer are not waited for."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def available_workers() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers:
    """Up to `count` processes, started when first needed and again when one took the others with it."""

    def __init__(self, count: int = 0) -> None:
        self.count = count or available_workers()
        self._executor: ProcessPoolExecutor | None = None
        self._cannot = False

    def submit(self, function: Callable[..., Result], *given: Any) -> Future[Result]:
        """Raises BrokenProcessPool when a worker died; `restart` then."""
        if self._executor is None:
            # a forkserver has no threads
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(PRELOADED)
            self._executor = ProcessPoolExecutor(self.count, mp_context=context, initializer=_begin)
        return self._executor.submit(function, *given)

    @property
    def running(self) -> bool:
        return self._executor is not None

    def can_be_had(self) -> bool:
        """Whether workers start at all: those of a script without a main guard begin the script again, and die."""
        if not self._cannot and self._executor is None:
            try:
                self.submit(int).result(START_LIMIT)
            except (BrokenProcessPool, OSError, TimeoutError):
                self._cannot = True
                self.restart()
        return not self._cannot

    def restart(self) -> None:
        """Stop the processes at once, whatever they do; the next `submit` starts others."""
        executor, self._executor = self._executor, None
        if executor is not None:
            for process in list((getattr(executor, "_processes", None) or {}).values()):
                process.kill()
            executor.shutdown(wait=True, cancel_futures=True)

    close = restart


_shared: dict[int, Workers] = {}


def shared(count: int = 0) -> Workers:
    """The workers of this process; 0 means one for each processor."""
    count = count or available_workers()
    if count not in _shared:
        _shared[count] = Workers(count)
    return _shared[count]


@atexit.register
def stop_all() -> None:
    """Stop all shared workers: at the end of a run, and of this process."""
    for workers in list(_shared.values()):
        workers.close()
    _shared.clear()


def in_order(
    workers: Workers,
    function: Callable[[Item], Result],
    items: Iterable[Item],
    alone: Callable[[Item], Result],
    skip: Callable[[Item], bool] = lambda _: False,
) -> Iterator[tuple[Item, Result | None]]:
    """Each item and `function` of it, computed by workers, in the order of the items; few are in memory at a time.

    For items that `skip` is true of nothing is computed.  An item whose worker died is given to `alone` (in this
    process), since others may have died with it for nothing.  When the caller goes away or is interrupted, the workers
    are stopped.
    """
    pending: deque[tuple[Item, Future[Result] | None]] = deque()
    coming = iter(items)
    try:
        while True:
            while len(pending) < 2 * workers.count + 1:
                for item in coming:
                    pending.append((item, None if skip(item) else _given(workers, function, item)))
                    break
                else:
                    break
            if not pending:
                return
            item, future = pending.popleft()
            try:
                result = future.result() if future is not None else None
            except BrokenProcessPool:
                workers.restart()
                result = alone(item)
                pending = deque((other, _again(workers, function, other, had)) for other, had in pending)
            yield item, result
    except BaseException:
        workers.restart()
        raise


def _again(
    workers: Workers, function: Callable[[Item], Result], item: Item, had: Future[Result] | None
) -> Future[Result] | None:
    if had is None or (had.done() and not had.cancelled() and had.exception() is None):
        return had
    return _given(workers, function, item)


def _given(workers: Workers, function: Callable[[Item], Result], item: Item) -> Future[Result]:
    try:
        return workers.submit(function, item)
    except BrokenProcessPool as error:
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


def _begin() -> None:
    """Each worker: leave Ctrl-C to the process that started it, and end when that one does, however it ended."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


__all__ = ["Workers", "available_workers", "in_order", "shared", "stop_all"]
