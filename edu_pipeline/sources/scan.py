"""The files below a folder.

What belongs here: which files are sources, their names, sizes and hashes, and why one cannot be taken.
What does not: what is in them (reading), which folders there are (registry, intake).
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from edu_pipeline.reading.archives import ENDING, Broken, members
from edu_pipeline.reading.formats import ending_of, endings, known_endings
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.names import is_companion, shown
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.sources import SourceFile, hash_once, why

SUFFIXES = (*known_endings(), ENDING)
"""Of documents: those that no reader takes are taken too, so that each is a failed row that says what to do."""
_NAMED = 3
"""Names of each ending that are told of what was passed over."""


class SourcesMissing(WarehouseError):  # noqa: N818
    """There is no such folder."""


class SourcesEmpty(WarehouseError):  # noqa: N818
    """The folder holds no file that could be read."""


def scan(folder: Path, limits: Limits | None = None, aside: list[str] | None = None) -> list[SourceFile]:
    """Every source below `folder`, by path; archives give one for each document in them.

    Hidden files and folders, READMEs and other companions are left out; links that lead out are refused.  The names of
    what is no document are put into `aside`.  Raises SourcesMissing when there is no such folder, SourcesEmpty when
    nothing in it is a source.
    """
    aside = [] if aside is None else aside
    folder = Path(folder)
    if not folder.exists():
        raise SourcesMissing(
            f"There is no folder {folder}: create it and put documents there, or name another with --sources."
        )
    if not folder.is_dir():
        raise SourcesMissing(f"{folder} is not a folder: name the folder that holds the documents with --sources.")
    root = folder.resolve()
    files = sorted(_below(folder, "", root, limits or Limits(), aside), key=lambda file: file.source)
    if not files:
        raise SourcesEmpty(
            f"No document in {folder}: put files ending in {', '.join((*endings(), ENDING))} there (hidden files and "
            f"READMEs are left out), or name another folder with --sources. {passed_over(aside)}".strip()
        )
    return files


def is_document(name: str) -> bool:
    """Whether a file of that name is a source: by its ending; companions and what is said about a folder are not."""
    return name.lower().endswith(SUFFIXES) and not is_companion(name) and not _is_readme(name)


def _is_readme(name: str) -> bool:
    return name.partition(".")[0].lower() == "readme"


def passed_over(names: Sequence[str]) -> str:
    """What is to be said of files that are no documents: how many of each ending, with some names; nothing of none."""
    by_ending = defaultdict(list)
    for name in sorted(names):
        by_ending[ending_of(name) or "without an ending"].append(name)
    groups = [
        f"{len(those)} {ending} ({', '.join(those[:_NAMED])}{', …' if len(those) > _NAMED else ''})"
        for ending, those in sorted(by_ending.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return f"Passed over, since their names are of no document: {'; '.join(groups)}." if groups else ""


def _below(directory: Path, prefix: str, root: Path, limits: Limits, aside: list[str]) -> Iterator[SourceFile]:
    """The sources in a folder and in those below it; `prefix` stands before their names."""
    try:
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        reason = f"The folder {why(error)}. Give this user the right to read it."
        yield refused(directory, _named(prefix.rstrip("/") or "."), reason)
        return
    for entry in entries:
        if is_companion(entry.name):
            continue
        path, name, is_link = Path(entry.path), _named(prefix + entry.name), entry.is_symlink()
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, f"{prefix}{entry.name}/", root, limits, aside)
        elif is_link and path.is_dir():
            yield from _linked_folder(path, name, root)
        elif is_document(entry.name):
            # what is no link lies where it was met
            yield from taken(path, name, limits, root if is_link else None, aside)
        elif not _is_readme(entry.name):
            aside.append(name)


def _linked_folder(path: Path, name: str, root: Path) -> Iterator[SourceFile]:
    """A link to a folder is not followed: what is inside the sources folder is met under its own name."""
    target = path.resolve()
    if not target.is_relative_to(root):
        error = "The link leads outside the sources folder. Copy the files there instead."
        yield refused(path, name, error)
    elif any(part.startswith(".") for part in target.relative_to(root).parts):
        yield refused(path, name, "The link leads to a hidden folder. Copy the files out of it instead.")


def taken(
    path: Path, source: str, limits: Limits, root: Path | None = None, aside: list[str] | None = None
) -> Iterator[SourceFile]:  # fmt: skip
    """A file as a source, or the documents in the archive that it is, whose other members' names are put into `aside`.

    With `root`, nothing outside of it is read.
    """
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
            yield from unpacked(path, source, limits, aside)
        elif status.st_size > limits.max_bytes:
            # it is not even hashed: a sparse file can be larger than any disk
            error = str(LimitExceeded("max_bytes", limits.max_bytes, status.st_size))
            yield SourceFile(source, path, None, status.st_size, error)
        else:
            yield SourceFile(source, path, *hash_once(target, status))
    except (OSError, RuntimeError) as error:
        yield refused(path, source, f"It {why(error)}. Give this user the right to read it, or take it away.")


def unpacked(path: Path, source: str, limits: Limits, aside: list[str] | None = None) -> Iterator[SourceFile]:
    """The documents in the archive at `path`, which is called `source`.  Raises OSError."""
    others: list[str] = []
    try:
        for member in members(path, SUFFIXES, limits, others):
            name = f"{source}/{member.name}" if member.name else source
            yield SourceFile(name, path, member.sha256, member.byte_size, member.error, at=member.at)
    except (Broken, LimitExceeded) as error:
        yield refused(path, source, str(error))
    if aside is not None:
        aside += [f"{source}/{name}" for name in others]


def refused(path: Path, source: str, error: str) -> SourceFile:
    return SourceFile(source, path, None, 0, error)


def _named(name: str) -> str:
    # a name in GBK out of an old archive is not UTF-8, and a table cannot hold it as it is
    return shown(os.fsencode(name).decode("utf-8", "backslashreplace"))
