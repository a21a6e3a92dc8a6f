"""One writer of a warehouse at a time.

What belongs here: the lock.  What does not: what is done under it.

The lock is a `flock` on a file, never a file with a process number in it: the kernel lets go of it when the
holder dies, however it dies.  What the file says about its holder is for people only.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import explained

_PAUSE = 0.05


class WarehouseBusy(WarehouseError):  # noqa: N818
    """Another process writes to this warehouse."""


@contextmanager
def warehouse_lock(warehouse: Path, wait: float = 0.0, name: str = ".lock") -> Iterator[None]:
    """Hold the warehouse's lock, waiting up to `wait` seconds for it.  Creates the folder.

    Not re-entrant: a second call on the same name waits for the first, in the same process too.  `publish`
    takes a lock of another name for its own short time, so a run may hold this one around it.

    Raises WarehouseBusy when it is still held after `wait`, WarehouseError when no lock can be made there.
    """
    path = Path(warehouse) / name
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        _acquire(handle, path, wait)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)  # lets go of the lock


def _acquire(handle: int, path: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES):
                raise WarehouseError(
                    f"{path} cannot be locked ({os.strerror(error.errno or 0)}): the warehouse has to be on a file "
                    "system with flock; choose another folder with --warehouse."
                ) from error
        if time.monotonic() >= deadline:
            raise WarehouseBusy(
                f"The warehouse {path.parent} is being written by process {_holder(handle)}: wait until that run "
                "has ended, or choose another folder with --warehouse."
            )
        time.sleep(_PAUSE)


def _holder(handle: int) -> str:
    return os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "unknown"
