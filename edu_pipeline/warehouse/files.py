"""Files that appear whole or not at all, and errors of the file system in words.

What belongs here: writing beside and replacing, making names durable, saying what a full or read-only disk
means.  What does not: what is written.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from edu_pipeline.warehouse.errors import WarehouseError

_REMEDIES = {
    errno.ENOSPC: ("the disk is full", "make room on it, or choose another folder with --warehouse, and run again"),
    errno.EDQUOT: ("the disk quota is used up", "make room, or choose another folder with --warehouse, and run again"),
    errno.EACCES: ("permission denied", "give this user the right to write there, or choose another folder"),
    errno.EPERM: ("permission denied", "give this user the right to write there, or choose another folder"),
    errno.EROFS: ("the file system is read-only", "choose a folder that can be written with --warehouse"),
    errno.ENOTDIR: ("a part of this path is a file", "choose a folder with --warehouse"),
    errno.EEXIST: ("a file of this name is in the way", "move it away, or choose another folder"),
    errno.EISDIR: ("a folder of this name is in the way", "move it away, or choose another folder"),
}


def stamp(path: Path) -> tuple[int, ...]:
    """What is another when a file was touched.  Raises OSError."""
    return stamp_of(path.stat())


def stamp_of(status: os.stat_result) -> tuple[int, ...]:
    """The same of what is known of a file."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an OSError on `path` into a WarehouseError that names it and says what can be done."""
    try:
        yield
    except OSError as error:
        raise write_error(path, error) from error


def write_error(path: Path, error: OSError) -> WarehouseError:
    """What `error` means for the writing of `path`, in words."""
    why, remedy = _REMEDIES.get(error.errno or 0, (str(error), "look at the folder and run again"))
    return WarehouseError(f"{path} cannot be written: {why}. Nothing half-written was left; {remedy}.")


@contextmanager
def replacing(path: Path, durable: bool = True) -> Iterator[Path]:
    """A temporary name beside `path`; what was written there replaces `path` at the end, durably.

    Not `durable` is what may be lost with the power, since it is told from what was written whole (by a digest) and is
    made again: it is whole after any kill of the process all the same.  When the body raises, the temporary file is removed and `path` stays as it was.  An OSError becomes a
    WarehouseError.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with explained(path):
            yield temporary
            if durable:
                sync(temporary)
            os.replace(temporary, path)
            if durable:
                sync(path.parent)
    finally:
        with suppress(OSError):
            temporary.unlink()


def write_text(path: Path, text: str, durable: bool = True) -> None:
    """Write UTF-8 text, whole or not at all.  Raises WarehouseError."""
    with replacing(path, durable) as temporary:
        temporary.write_bytes(text.encode("utf-8"))


def sync(path: Path | str) -> None:
    """Make a file's bytes, or a folder's names, outlive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems cannot sync a folder
            raise
    finally:
        os.close(handle)


def link_or_copy(source: Path | str, target: Path | str) -> None:
    """The same bytes under a second name: a hard link where the file system can, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
        sync(target)


def link_tree(source: Path, target: Path) -> None:
    """The files of a folder and of those in it under second names."""
    target.mkdir()
    with os.scandir(source) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                link_tree(Path(entry.path), target / entry.name)
            else:
                link_or_copy(entry.path, os.path.join(target, entry.name))
