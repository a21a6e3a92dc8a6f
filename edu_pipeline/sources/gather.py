"""All sources of a run in one list: folders, single files, and what addresses gave.

What belongs here: names over several folders, and which entry of the registry speaks for which file.  What does not:
what one folder holds (scan), asking addresses (collect): nothing here needs a network.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from edu_pipeline.reading.archives import ENDING
from edu_pipeline.reading.formats import ending_of
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.names import shown
from edu_pipeline.sources.collect import source_of
from edu_pipeline.sources.kept import Kept
from edu_pipeline.sources.registry import Entry, Known, Registry
from edu_pipeline.sources.scan import SourcesEmpty, SourcesMissing, scan, taken, unpacked
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.sources import SourceFile

_ARCHIVES = ("application/zip", "application/x-zip-compressed", "application/x-zip")


@dataclass(frozen=True)
class Root:
    """A folder to look through; `prefix` stands before its files' names."""

    folder: Path
    prefix: str


def gather(
    folders: Sequence[Path],
    registry: Registry | None = None,
    warehouse: Path | None = None,
    limits: Limits | None = None,
    aside: list[str] | None = None,
) -> list[SourceFile]:
    """The sources of all folders and of the registry, by source.  What is no document is put into `aside` by its name.

    Those of the first folder are named by their path below it; those of each further one after its own name too
    (`inbox/report.txt`); addresses are named by themselves and read from what the warehouse keeps.  An empty folder is
    fine as long as there is another source.

    Raises SourcesMissing when a folder is not there, SourcesEmpty when there is no source at all, WarehouseError when
    two sources would have one name.
    """
    limits = limits or Limits()
    roots = _roots(folders, registry)
    files: list[SourceFile] = []
    empty: list[SourcesEmpty] = []
    aside = [] if aside is None else aside
    for root in roots:
        others: list[str] = []
        try:
            found = scan(root.folder, limits, others)
        except SourcesEmpty as error:
            empty.append(error)
            continue
        finally:
            aside += [root.prefix + name for name in others]
        files += [replace(file, source=root.prefix + file.source) for file in found]
    if registry is not None:
        files = [_told(file, registry) for file in files]
        files += _single(registry, {os.path.abspath(file.path) for file in files}, limits, aside)
        files += _addresses(registry, warehouse, limits, aside)
    if not files:
        raise empty[0] if empty else SourcesEmpty("No source was named: give a folder with --sources.")
    _apart(files)
    return sorted(files, key=lambda file: file.source)


def folders_of(folders: Sequence[Path], registry: Registry | None) -> list[Path]:
    """The folders that are looked through, none inside another."""
    return [root.folder for root in _roots(folders, registry)]


def _roots(folders: Sequence[Path], registry: Registry | None) -> list[Root]:
    named: list[tuple[Path, Entry | None]] = [(Path(folder), None) for folder in folders]
    named += [(entry.path, entry) for entry in (registry.of("folder") if registry else ())]
    paths = [Path(os.path.abspath(folder)) for folder, _ in named]
    roots: list[Root] = []
    for number, (folder, entry) in enumerate(named):
        if registry is not None and entry is not None and not folder.is_dir():
            raise SourcesMissing(
                f"{registry.path}, line {entry.line}: there is no folder {folder}: create it, or correct the entry."
            )
        inside = any(paths[number].is_relative_to(other) for other in paths[:number]) or (
            entry is not None and any(paths[number] != o and paths[number].is_relative_to(o) for o in paths)
        )
        if entry is None or not inside:
            name = entry.name if entry is not None and entry.name else folder.resolve().name if roots else ""
            roots.append(Root(folder, f"{name}/" if name else ""))
    return roots


def _told(file: SourceFile, registry: Registry) -> SourceFile:
    """A file of a folder with what the registry knows of it: of the folders around it, the nearest last, then of itself."""
    path = Path(os.path.abspath(file.path))
    around = [e for e in registry.of("folder") if path.is_relative_to(e.where)]
    around.sort(key=lambda entry: len(Path(entry.where).parts))
    around += [e for e in registry.of("file") if path == Path(os.path.abspath(e.where))]
    known: dict[str, str] = {}
    for entry in around:
        known |= _for_file(entry.known, file)
    return replace(file, known=known) if known else file


def _for_file(known: Known, file: SourceFile) -> dict[str, str]:
    """What is known of an archive holds for what is in it, but for its own media type."""
    return {name: value for name, value in known.as_text().items() if not (file.at and name == "media_type")}


def _single(registry: Registry, met: set[str], limits: Limits, aside: list[str]) -> Iterator[SourceFile]:
    """The files that stand in none of the folders."""
    for entry in registry.of("file"):
        if os.path.abspath(entry.where) not in met:
            for file in taken(entry.path, shown(entry.name or entry.path.name), limits, None, aside):
                yield replace(file, known=_for_file(entry.known, file))


def _addresses(
    registry: Registry, warehouse: Path | None, limits: Limits, aside: list[str]
) -> Iterator[SourceFile]:  # fmt: skip
    kept = Kept(warehouse or Path("."))
    for entry in registry.of("address"):
        file = source_of(entry, kept)
        ending = ending_of(file.source)
        if file.error is not None or not (
            ending == ENDING or (not ending and file.known.get("media_type") in _ARCHIVES)
        ):
            over = file.byte_size > limits.max_bytes
            error = str(LimitExceeded("max_bytes", limits.max_bytes, file.byte_size)) if over else file.error
            yield replace(file, error=error, sha256=None if error else file.sha256)
            continue
        # what follows ? would not be part of the name that a format is told by
        for member in unpacked(file.path, file.source.replace("?", "%3F"), limits, aside):
            known = {name: value for name, value in file.known.items() if name != "media_type"}
            yield replace(member, known=known, notice=file.notice)


def _apart(files: Sequence[SourceFile]) -> None:
    clashes = sorted(name for name, count in Counter(file.source for file in files).items() if count > 1)
    if clashes:
        paths = ", ".join(str(file.path) for file in files if file.source == clashes[0])
        raise WarehouseError(
            f"Several files would be called {clashes[0]} ({paths}): rename the file or the folder that holds it, or give "
            "it a `name` in the registry."
        )
