"""What keeps one document from costing more than it may, in a worker process that can be lost.

What belongs here: the time, the memory and the network of the process that reads documents.  What does not: limits that
a reader keeps to itself (reading), which worker reads what, and what becomes of a document whose worker died (pool).

Time is kept twice.  An alarm interrupts Python code, regular expressions among it, and only the document fails.  Code
that no alarm reaches (a library that holds the interpreter) is ended with its process by a watchdog thread that needs
no interpreter.  Memory is what the process may allocate beyond what it has when the document begins; a MemoryError fails the
document, a library that cannot cope dies with the process.
"""

from __future__ import annotations

import faulthandler
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from edu_pipeline.reading.limits import LimitExceeded, Limits, keep_time

GRACE = 5.0
"""Seconds after its time in which a document may still end by itself before its process is ended."""

_nowhere: IO[str] | None = None


class _OutOfTime(BaseException):
    """Not an Exception: a reader that goes on after any error must not go on after this."""


def begin_worker() -> None:
    """Make this process one that reads documents: for its whole life, it has no network."""
    global _nowhere
    if _nowhere is not None:
        return
    _nowhere = open(os.devnull, "w")  # noqa: SIM115  the watchdog writes to it as long as the process lives
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    signal.signal(signal.SIGALRM, _alarmed)
    sys.addaudithook(_without_network)


def is_worker() -> bool:
    return _nowhere is not None


@contextmanager
def one_document(limits: Limits) -> Iterator[None]:
    """Within it, one document is read.  Does nothing in a process that is no worker.

    Raises LimitExceeded for its time or memory; when neither alarm nor error ends it, its process ends.
    """
    if _nowhere is None:
        yield
        return
    memory = resource.getrlimit(resource.RLIMIT_DATA)
    try:
        if sys.platform == "linux":  # elsewhere the limit on data is not kept
            most = _lowest(_data_bytes() + limits.max_memory_bytes, *memory)
            resource.setrlimit(resource.RLIMIT_DATA, (most, memory[1]))
        _more_time(limits.max_seconds)
        forget = keep_time(_more_time)
        try:
            yield
        finally:
            forget()
            signal.setitimer(signal.ITIMER_REAL, 0)
            faulthandler.cancel_dump_traceback_later()
            resource.setrlimit(resource.RLIMIT_DATA, memory)
    except _OutOfTime:
        raise LimitExceeded("max_seconds", limits.max_seconds) from None
    except MemoryError:
        raise LimitExceeded("max_memory_bytes", limits.max_memory_bytes) from None


def _more_time(seconds: float) -> None:
    """Put off both ends of the time, or set them where none runs."""
    assert _nowhere is not None
    left = signal.getitimer(signal.ITIMER_REAL)[0] + seconds
    faulthandler.dump_traceback_later(left + GRACE, exit=True, file=_nowhere)
    signal.setitimer(signal.ITIMER_REAL, left)


def _alarmed(*_: Any) -> None:
    raise _OutOfTime


def _lowest(*limits: int) -> int:
    return min(one for one in limits if one != resource.RLIM_INFINITY)


def _data_bytes() -> int:
    """Bytes that this process has allocated."""
    with open("/proc/self/status", encoding="ascii", errors="replace") as status:
        for line in status:
            if line.startswith("VmData:"):
                return int(line.split()[1]) * 1024
    return 0


def _without_network(event: str, arguments: tuple[Any, ...]) -> None:
    """No document has business elsewhere: what it refers to is never fetched, whichever library would."""
    if event == "socket.getaddrinfo" or (event == "socket.connect" and isinstance(arguments[1], tuple)):
        raise PermissionError("a process that reads documents has no network")
