"""The files below a folder.

What belongs here: which files are sources, their names, sizes and hashes, and why one cannot be taken.
What does not: what is in them (reading), which folders there are (registry, intake).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from edu_pipeline.reading.archives import ENDING, Broken, members
from edu_pipeline.reading.formats import endings
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.names import shown
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.sources import SourceFile, hash_file, why

SUFFIXES = (*endings(), ENDING)


class SourcesMissing(WarehouseError):  # noqa: N818
    """There is no such folder."""


class SourcesEmpty(WarehouseError):  # noqa: N818
    """The folder holds no file that could be read."""


def scan(folder: Path, limits: Limits | None = None) -> list[SourceFile]:
    """Every source below `folder`, by path; archives give one for each document in them.

    Hidden files and folders are left out; links that lead out are refused.  Raises SourcesMissing when there is no such
    folder, SourcesEmpty when nothing in it is a source.
    """
    folder = Path(folder)
    if not folder.exists():
        raise SourcesMissing(
            f"There is no folder {folder}: create it and put documents there, or name another with --sources."
        )
    if not folder.is_dir():
        raise SourcesMissing(f"{folder} is not a folder: name the folder that holds the documents with --sources.")
    root = folder.resolve()
    files = sorted(_below(folder, folder, root, limits or Limits()), key=lambda file: file.source)
    if not files:
        raise SourcesEmpty(
            f"No document in {folder}: put files ending in {', '.join(SUFFIXES)} there (names that begin with a dot "
            "are left out), or name another folder with --sources."
        )
    return files


def _below(directory: Path, folder: Path, root: Path, limits: Limits) -> Iterator[SourceFile]:
    try:
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        yield refused(
            directory, _name(directory, folder), f"The folder {why(error)}. Give this user the right to read it."
        )
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, folder, root, limits)
        elif entry.is_symlink() and path.is_dir():
            yield from _linked_folder(path, folder, root)
        elif entry.name.lower().endswith(SUFFIXES):
            yield from taken(path, _name(path, folder), limits, root)


def _linked_folder(path: Path, folder: Path, root: Path) -> Iterator[SourceFile]:
    """A link to a folder is not followed: what is inside the sources folder is met under its own name."""
    target = path.resolve()
    if not target.is_relative_to(root):
        error = "The link leads outside the sources folder. Copy the files there instead."
        yield refused(path, _name(path, folder), error)
    elif any(part.startswith(".") for part in target.relative_to(root).parts):
        yield refused(path, _name(path, folder), "The link leads to a hidden folder. Copy the files out of it instead.")


def taken(path: Path, source: str, limits: Limits, root: Path | None = None) -> Iterator[SourceFile]:
    """A file as a source, or the documents in the archive that it is.  With `root`, nothing outside of it is read."""
    try:
        target = path.resolve(strict=True)
        if root is not None and not target.is_relative_to(root):
            yield refused(path, source, "The link leads outside the sources folder. Copy the file there instead.")
            return
        status = target.stat()
        # a pipe or device would be waited on for ever
        if not stat.S_ISREG(status.st_mode):
            yield refused(path, source, "It is not a regular file. Put the document itself there.")
        elif source.lower().endswith(ENDING):
            yield from unpacked(path, source, limits)
        elif status.st_size > limits.max_bytes:
            # it is not even hashed: a sparse file can be larger than any disk
            error = str(LimitExceeded("max_bytes", limits.max_bytes, status.st_size))
            yield SourceFile(source, path, None, status.st_size, error)
        else:
            yield SourceFile(source, path, *hash_file(target))
    except (OSError, RuntimeError) as error:
        yield refused(path, source, f"It {why(error)}. Give this user the right to read it, or take it away.")


def unpacked(path: Path, source: str, limits: Limits) -> Iterator[SourceFile]:
    """The documents in the archive at `path`, which is called `source`.  Raises OSError."""
    try:
        for member in members(path, SUFFIXES, limits):
            name = f"{source}/{member.name}" if member.name else source
            yield SourceFile(name, path, member.sha256, member.byte_size, member.error, at=member.at)
    except (Broken, LimitExceeded) as error:
        yield refused(path, source, str(error))


def refused(path: Path, source: str, error: str) -> SourceFile:
    return SourceFile(source, path, None, 0, error)


def _name(path: Path, folder: Path) -> str:
    # a name in GBK out of an old archive is not UTF-8, and a table cannot hold it as it is
    return shown(os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace"))
