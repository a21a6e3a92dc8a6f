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
from edu_pipeline.warehouse.sources import SourceFile, hash_once, why

SUFFIXES = (*endings(), ENDING)


class SourcesMissing(WarehouseError):  # noqa: N818
    """There is no such folder."""


class SourcesEmpty(WarehouseError):  # noqa: N818
    """The folder holds no file that could be read."""


def scan(folder: Path, limits: Limits | None = None) -> list[SourceFile]:
    """Every source below `folder`, by path; archives give one for each document in them.

    Hidden files and folders and READMEs are left out; links that lead out are refused.  Raises SourcesMissing when there
    is no such folder, SourcesEmpty when nothing in it is a source.
    """
    folder = Path(folder)
    if not folder.exists():
        raise SourcesMissing(
            f"There is no folder {folder}: create it and put documents there, or name another with --sources."
        )
    if not folder.is_dir():
        raise SourcesMissing(f"{folder} is not a folder: name the folder that holds the documents with --sources.")
    root = folder.resolve()
    files = sorted(_below(folder, "", root, limits or Limits()), key=lambda file: file.source)
    if not files:
        raise SourcesEmpty(
            f"No document in {folder}: put files ending in {', '.join(SUFFIXES)} there (hidden files and READMEs "
            "are left out), or name another folder with --sources."
        )
    return files


def is_document(name: str) -> bool:
    """Whether a file of that name is read: by its ending; hidden files and what is said about a folder (README) are not."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".") and name.partition(".")[0].lower() != "readme"


def _below(directory: Path, prefix: str, root: Path, limits: Limits) -> Iterator[SourceFile]:
    """The sources in a folder and in those below it; `prefix` stands before their names."""
    try:
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        reason = f"The folder {why(error)}. Give this user the right to read it."
        yield refused(directory, _named(prefix.rstrip("/") or "."), reason)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path, name, is_link = Path(entry.path), _named(prefix + entry.name), entry.is_symlink()
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, f"{prefix}{entry.name}/", root, limits)
        elif is_link and path.is_dir():
            yield from _linked_folder(path, name, root)
        elif is_document(entry.name):
            yield from taken(path, name, limits, root if is_link else None)  # what is no link lies where it was met


def _linked_folder(path: Path, name: str, root: Path) -> Iterator[SourceFile]:
    """A link to a folder is not followed: what is inside the sources folder is met under its own name."""
    target = path.resolve()
    if not target.is_relative_to(root):
        error = "The link leads outside the sources folder. Copy the files there instead."
        yield refused(path, name, error)
    elif any(part.startswith(".") for part in target.relative_to(root).parts):
        yield refused(path, name, "The link leads to a hidden folder. Copy the files out of it instead.")


def taken(path: Path, source: str, limits: Limits, root: Path | None = None) -> Iterator[SourceFile]:
    """A file as a source, or the documents in the archive that it is.  With `root`, nothing outside of it is read."""
    try:
        target = path if root is None else path.resolve(strict=True)
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
            yield SourceFile(source, path, *hash_once(target, status))
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


def _named(name: str) -> str:
    # a name in GBK out of an old archive is not UTF-8, and a table cannot hold it as it is
    return shown(os.fsencode(name).decode("utf-8", "backslashreplace"))
