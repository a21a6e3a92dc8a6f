"""The files below a folder.

What belongs here: which files are sources, their names, sizes and hashes, and why one cannot be taken.
What does not: what is in them (reading), which folders there are (registry, intake).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.sources import SourceFile, hash_file, why

SUFFIXES = (".txt",)


class SourcesMissing(WarehouseError):  # noqa: N818
    """There is no such folder."""


class SourcesEmpty(WarehouseError):  # noqa: N818
    """The folder holds no file that could be read."""


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
        yield _refused(directory, folder, f"The folder {why(error)}. Give this user the right to read it.")
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
        digest, size = hash_file(target)
    except (OSError, RuntimeError) as error:
        return _refused(path, folder, f"It {why(error)}. Give this user the right to read it, or take it away.")
    return SourceFile(_name(path, folder), path, digest, size)


def _refused(path: Path, folder: Path, error: str) -> SourceFile:
    return SourceFile(_name(path, folder), path, None, 0, error)


def _name(path: Path, folder: Path) -> str:
    # a name in GBK out of an old archive is not UTF-8, and a table cannot hold it as it is
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")
