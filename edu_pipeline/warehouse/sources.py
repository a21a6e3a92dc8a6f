"""One source file, as an input is made of them.

What belongs here: a file's name, size and hash, what is known about it, and having its bytes.  What does not: which
files there are (edu_pipeline.sources), what is in them (reading).
"""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from edu_pipeline.identity import hash_stream
from edu_pipeline.reading.archives import Broken, member_bytes
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import stamp_of

SETTLED = 10_000_000_000
"""Nanoseconds after which a file's times tell that it was touched again, however coarse the clock of its file system is."""


class SourceChanged(WarehouseError):  # noqa: N818
    """A file is not what it was when the folder was looked through."""


@dataclass(frozen=True)
class SourceFile:
    """One source: a file below a folder, a member of an archive, or what an address gave.

    `source` is its name in the tables.  `sha256` is null and `error` says why when it cannot be taken; such a file
    becomes a row of documents with status failed.  `known` is what the registry and the server say about it, in JSON's
    types (title, publisher, published_on as 2024-05-01, place as a region code, rights, media_type); `notice` is what
    is to be said about how its bytes were had.  Both are part of the input, as the bytes are.  `at` is its position in
    the archive at `path`, empty for a file of its own.
    """

    source: str
    path: Path
    sha256: str | None
    byte_size: int
    error: str | None = None
    known: Mapping[str, str] = field(default_factory=dict, hash=False)
    notice: str | None = None
    at: tuple[int, ...] = ()

    def read(self) -> bytes:
        """Its bytes, the ones that were hashed.  Raises SourceChanged when they are not there any more."""
        if self.error is not None:
            raise SourceChanged(f"{self.source}: {self.error}")
        try:
            data = member_bytes(self.path, self.at, self.byte_size) if self.at else _bytes(self.path, self.byte_size)
        except OSError as error:
            raise SourceChanged(f"{self.source} was there and now {why(error)}: run again.") from error
        except Broken as error:
            raise SourceChanged(f"{self.source} was in {self.path.name}. {error} Run again.") from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise SourceChanged(f"{self.source} changed while the pipeline ran: wait until it is whole and run again.")
        return data


def _bytes(path: Path, size: int) -> bytes:
    """A file's bytes, one more than `size` at most: it may have grown beyond all limits."""
    with path.open("rb") as handle:
        return handle.read(size + 1)


def hash_file(path: Path) -> tuple[str, int]:
    """SHA-256 in hexadecimal, and size in bytes.  Raises OSError."""
    with open(path, "rb", buffering=0) as handle:
        return hash_stream(handle)


def hash_once(path: Path, status: os.stat_result) -> tuple[str, int]:
    """The same of a file with this status; in this process one that has not been touched for SETTLED is read once: a run
    that may have nothing new looks through the folders before it begins.  Raises OSError."""
    touched = max(status.st_mtime_ns, status.st_ctime_ns)
    if time.time_ns() - touched < SETTLED:  # touched again, it may bear the same times
        return hash_file(path)
    return _hash_of(path, *stamp_of(status))


@lru_cache(maxsize=1 << 17)
def _hash_of(path: Path, *stamp: int) -> tuple[str, int]:
    return hash_file(path)


def why(error: Exception) -> str:
    """Fixed words, since they go into a table: the system's own depend on its language."""
    code = getattr(error, "errno", None)
    if code in (errno.EACCES, errno.EPERM):
        return "may not be read (permission denied)"
    if code == errno.ENOENT:
        return "is not there (a link to nothing, or removed meanwhile)"
    if code == errno.ELOOP or isinstance(error, RuntimeError):
        return "is a link that leads back to itself"
    return f"cannot be read ({errno.errorcode.get(code or 0, 'unknown error')})"
