"""The files below a folder.

What belongs here: which files are sources, their names, sizes and hashes, and why one cannot be taken.
What does not: what is in them (reading).
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from edu_pipeline.reading import endings
from edu_pipeline.warehouse.errors import WarehouseError

SUFFIXES = endings()
"""Endings of the names of files that are sources."""
_CHUNK = 1 << 20


class SourcesMissing(WarehouseError):  # noqa: N818
    """There is no such folder."""


class SourcesEmpty(WarehouseError):  # noqa: N818
    """The folder holds no file that could be read."""


class SourceChanged(WarehouseError):  # noqa: N818
    """A file is not what it was when the folder was looked through."""


@dataclass(frozen=True)
class SourceFile:
    """One file below the sources folder.

    `source` is its path below the folder, with `/`.  `sha256` is null and `error` says why when it cannot be
    taken; such a file becomes a row of documents with status failed.
    """

    source: str
    path: Path
    sha256: str | None
    byte_size: int
    error: str | None = None

    def read(self) -> bytes:
        """Its bytes, the ones that were hashed.  Raises SourceChanged when they are not there any more."""
        if self.error is not None:
            raise SourceChanged(f"{self.source}: {self.error}")
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise SourceChanged(f"{self.source} was there and now {_why(error)}: run again.") from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise SourceChanged(f"{self.source} changed while the pipeline ran: wait until it is whole and run again.")
        return data


def scan(folder: Path) -> list[SourceFile]:
    """Every source below `folder`, by path.  Hidden files and folders are left out; links that lead out are refused.

    Raises SourcesMissing when there is no such folder, SourcesEmpty when nothing in it is a source.
    """
    folder = Path(folder)
    if not folder.exists():
        raise SourcesMissing(
            f"There is no folder {folder}: create it and put documents there, or name another with --sources."
        )
    if not folder.is_dir():
        raise SourcesMissing(f"{folder} is not a folder: name the folder that holds the documents with --sources.")
    root = folder.resolve()
    files = sorted(_below(folder, folder, root), key=lambda file: file.source)
    if not files:
        raise SourcesEmpty(
            f"No document in {folder}: put files ending in {', '.join(SUFFIXES)} there (names that begin with a dot "
            "are left out), or name another folder with --sources."
        )
    return files


def _below(directory: Path, folder: Path, root: Path) -> Iterator[SourceFile]:
    try:
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        yield _refused(directory, folder, f"The folder {_why(error)}. Give this user the right to read it.")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, folder, root)
        elif entry.is_symlink() and path.is_dir():
            yield from _linked_folder(path, folder, root)
        elif entry.name.lower().endswith(SUFFIXES):
            yield _file(path, folder, root)


def _linked_folder(path: Path, folder: Path, root: Path) -> Iterator[SourceFile]:
    """A link to a folder is not followed: what is inside the sources folder is met under its own name."""
    target = path.resolve()
    if not target.is_relative_to(root):
        yield _refused(path, folder, "The link leads outside the sources folder. Copy the files there instead.")
    elif any(part.startswith(".") for part in target.relative_to(root).parts):
        yield _refused(path, folder, "The link leads to a hidden folder. Copy the files out of it instead.")


def _file(path: Path, folder: Path, root: Path) -> SourceFile:
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(root):
            return _refused(path, folder, "The link leads outside the sources folder. Copy the file there instead.")
        # a pipe or device would be waited on for ever
        if not stat.S_ISREG(target.stat().st_mode):
            return _refused(path, folder, "It is not a regular file. Put the document itself there.")
        digest, size = _hash(target)
    except (OSError, RuntimeError) as error:
        return _refused(path, folder, f"It {_why(error)}. Give this user the right to read it, or take it away.")
    return SourceFile(_name(path, folder), path, digest, size)


def _hash(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as handle:
        while chunk := handle.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def _refused(path: Path, folder: Path, error: str) -> SourceFile:
    return SourceFile(_name(path, folder), path, None, 0, error)


def _name(path: Path, folder: Path) -> str:
    # a name in GBK out of an old archive is not UTF-8, and a table cannot hold it as it is
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")


def _why(error: Exception) -> str:
    """Fixed words, since they go into a table: the system's own depend on its language."""
    code = getattr(error, "errno", None)
    if code in (errno.EACCES, errno.EPERM):
        return "may not be read (permission denied)"
    if code == errno.ENOENT:
        return "is not there (a link to nothing, or removed meanwhile)"
    if code == errno.ELOOP or isinstance(error, RuntimeError):
        return "is a link that leads back to itself"
    return f"cannot be read ({errno.errorcode.get(code or 0, 'unknown error')})"
