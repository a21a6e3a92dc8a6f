"""Which files a run reads, and the one input that all its tables are made from.

What belongs here: the input that was looked through last, and the guard that tables of different inputs or codes are
not mixed.  What does not: which files there are (edu_pipeline.sources), where tables lie (warehouse.staging), Dagster.

    <warehouse>/staging/current_input            fingerprint of the input that was looked through last
    <warehouse>/staging/<fingerprint>/files.json where its files lie on this machine
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from edu_pipeline.quality import corrections
from edu_pipeline.quality.corrections import Correction, CorrectionError
from edu_pipeline.reading.limits import Limits
from edu_pipeline.sources.gather import gather
from edu_pipeline.sources.registry import Registry
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import write_text
from edu_pipeline.warehouse.fingerprint import PACKAGE, code_hash, fingerprint, tree_hash
from edu_pipeline.warehouse.sources import SourceFile
from edu_pipeline.warehouse.staging import FOLDER, Staging

POINTER = "current_input"
FILES = "files.json"
CORRECTIONS = "corrections"


class NoInput(WarehouseError):  # noqa: N818
    """No folder was looked through yet, or what was found does not fit the program any more."""


class ProgramChanged(WarehouseError):  # noqa: N818
    """The code was edited or updated during the run."""


@dataclass(frozen=True)
class Intake:
    """One input: its files, by source, the limits of reading them, and the fingerprint that its tables are staged under.

    `aside` are the names of what is no document, and is no part of the input.  Of the settings only the limits can change a row.
    """

    fingerprint: str
    files: tuple[SourceFile, ...]
    limits: Limits = Limits()
    aside: tuple[str, ...] = ()


def read_corrections(path: Path | None) -> tuple[Correction, ...]:
    """The corrections of a file; none without a file.  Raises WarehouseError, which names file and entry."""
    try:
        return corrections.load(path) if path is not None else ()
    except CorrectionError as error:
        raise WarehouseError(f"{error}. Mend the file {path}; docs/corrections.md shows what an entry is.") from error


def current_corrections(warehouse: Path) -> tuple[Correction, ...]:
    """The corrections of the input that was looked through last.  Raises NoInput."""
    settings = (current_staging(warehouse).input() or {}).get("settings", {})
    return corrections.from_data(settings.get(CORRECTIONS, []), "input.json")


def begin(
    warehouse: Path,
    folders: Sequence[Path],
    corrected: Path | None = None,
    registry: Registry | None = None,
    limits: Limits | None = None,
) -> Intake:
    """Look through the folders and the registry, and make what is there the input that tables are staged for.

    `corrected` is the file of corrections: what it says is part of the input, its comments are not.
    Raises what `gather` and `read_corrections` raise, and WarehouseError when it cannot be written down.
    """
    limits = limits or Limits()
    aside: list[str] = []
    files = gather(folders, registry, warehouse, limits, aside)
    entries = corrections.as_data(read_corrections(corrected))
    settings: dict[str, object] = {"limits": asdict(limits), **({CORRECTIONS: entries} if entries else {})}
    intake = Intake(fingerprint(files, settings), tuple(files), limits, tuple(aside))
    staging = Staging(warehouse, intake.fingerprint)
    staging.begin(settings, files)
    rows = [{**vars(file), "known": dict(file.known), "path": os.path.abspath(file.path)} for file in files]
    write_text(staging.folder / FILES, json.dumps(rows, ensure_ascii=True) + "\n")
    write_text(warehouse / FOLDER / POINTER, intake.fingerprint + "\n")
    return intake


def current_staging(warehouse: Path) -> Staging:
    """The staged tables of the input that was looked through last.

    Raises NoInput when there is none, or when code or libraries changed since: what is staged now would mix tables
    that different programs made.
    """
    try:
        name = (warehouse / FOLDER / POINTER).read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise NoInput("No folder was looked through yet: materialise source_files first.") from error
    staging = Staging(warehouse, name)
    if not staging.of_this_program():
        raise NoInput(
            "The program changed since the folders were looked through: materialise source_files, and all that "
            "follows from it, again."
        )
    return staging


def same_program() -> None:
    """The code on the disk is still what was hashed when this process began.

    Modules are loaded when they are needed, in several processes: an edit in between would make tables that their
    fingerprint does not stand for.  Raises ProgramChanged.
    """
    if tree_hash(PACKAGE) != code_hash():
        raise ProgramChanged(
            "The program was changed while it ran, so what was made may come from either: run it again"
            " (in the UI: reload the definitions first)."
        )


def current(warehouse: Path) -> Intake:
    """The input that was looked through last.  Raises NoInput."""
    staging = current_staging(warehouse)
    try:
        rows = json.loads((staging.folder / FILES).read_bytes())
        files = tuple(SourceFile(**{**row, "path": Path(row["path"]), "at": tuple(row["at"])}) for row in rows)
        limits = Limits(**(staging.input() or {})["settings"]["limits"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise NoInput("What was found in the folders is not known any more: materialise source_files again.") from error
    return Intake(staging.fingerprint, files, limits)
