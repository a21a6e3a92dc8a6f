"""Where a report lies: beside the staged tables until they are published, then in the release.

What belongs here: making the report of staged tables, so that it is published with them, all or nothing; and writing the
pages of a release that lacks them, or a copy elsewhere.  What does not: what is in a report (build).

    <warehouse>/staging/<fingerprint>/report/    written by the asset `report`, published by `release`
    <warehouse>/releases/<release id>/report/    what readers see
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from edu_pipeline import tables
from edu_pipeline.report import build
from edu_pipeline.report.before import Before
from edu_pipeline.report.build import MANIFEST, About
from edu_pipeline.warehouse import keeping, redaction
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import explained
from edu_pipeline.warehouse.release import PARQUET, REPORT, Release, ReleaseMissing, open_release, releases
from edu_pipeline.warehouse.staging import Staging
from edu_pipeline.workers import shared

LIBRARIES = ("itables", "jinja2", "vl-convert-python")


class ReportRefused(WarehouseError):  # noqa: N818
    """There is no such release, or the pages would take the place of something else."""


def staged(staging: Staging, without_text: bool = False) -> Path:
    """The folder of the report on staged tables; it is written, unless it is there already.

    When the current release is of the same input, nothing is going to be published, and its report is this one.
    Raises WarehouseError.
    """
    current = _current(staging.warehouse)
    same = current and (current.fingerprint, current.without_text) == (staging.fingerprint, without_text)
    if current and same and current.complete:
        return for_release(current)
    before = release_before(staging.warehouse, staging.fingerprint, current)
    about = About(staging.fingerprint, without_text, before.release_id if before else None)
    folder = staging.folder / REPORT
    if whole(folder) and (_manifest(folder) or {}).items() >= _wanted(about).items():
        return folder
    for left in staging.folder.glob(f".{REPORT}.*"):
        shutil.rmtree(left, ignore_errors=True)  # of a run that was killed; there is only one at a time
    with _tables(staging, without_text) as found:
        _replace(folder, found, about, before)
    return folder


def for_release(release: Release) -> Path:
    """The folder of a release's report.  A release is not changed: its pages are only written where it has none."""
    folder = release.path / REPORT
    if not whole(folder):
        warehouse = release.path.parent.parent
        _replace(
            folder, release.path / PARQUET, *_about(release, release_before(warehouse, release.fingerprint, release))
        )
    return folder


def write(release: Release, folder: Path) -> Path:
    """The pages of a release as this program makes them, in a folder that is new, empty, or holds an earlier report.

    Raises ReportRefused when it holds something else, WarehouseError.
    """
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not whole(folder))):
        raise ReportRefused(f"{folder} holds something else: name a new folder, or one with a report in it.")
    warehouse = release.path.parent.parent
    before = release_before(warehouse, release.fingerprint, release)
    with explained(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    _replace(folder, release.path / PARQUET, *_about(release, before))
    return folder


def named(warehouse: Path, name: str | None) -> Release:
    """A release by its id or number, else the current one.  Raises ReleaseMissing, ReportRefused."""
    if name is None:
        return open_release(warehouse)
    try:
        return keeping.find(warehouse, name)
    except ReleaseMissing as error:
        raise ReportRefused(str(error)) from error


def release_before(warehouse: Path, fingerprint: str, last: Release | None) -> Release | None:
    """The newest release of another input that is not newer than `last`: what a release is compared with."""
    if last is None:
        return None
    older = [r for r in releases(warehouse) if _number(r) <= _number(last) and r.fingerprint != fingerprint]
    return next((r for r in reversed(older) if r.complete), None)


def whole(folder: Path) -> bool:
    """Whether a report is in a folder: what it says of itself is written last, and holds of how much there is."""
    said = _manifest(folder)
    if said is None:
        return False
    found = sum(os.stat(os.path.join(part, name)).st_size for part, _, names in os.walk(folder) for name in names)
    return found - (folder / MANIFEST).stat().st_size == said.get("bytes")


def manifest(folder: Path) -> dict[str, Any]:
    """What a report says of itself: a `digest` of everything in it, how many `documents`, how many `bytes`.

    Raises WarehouseError when there is none.
    """
    found = _manifest(folder)
    if found is None:
        raise WarehouseError(f"There is no report in {folder}: materialise report.")
    return found


@functools.cache
def program() -> str:
    """16 hex digits of what pages are made by: this package, and the versions of its libraries."""
    total = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".html", ".css", ".js"):
            total.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes())
    total.update(" ".join(importlib.metadata.version(name) for name in LIBRARIES).encode())
    return total.hexdigest()[:16]


# ------------------------------------------------------------------------------------------------ the parts
def _about(release: Release, before: Release | None) -> tuple[About, Release | None]:
    return About(release.fingerprint, release.without_text, before.release_id if before else None), before


def _wanted(about: About) -> dict[str, Any]:
    return {**asdict(about), "program": program()}


def _manifest(folder: Path) -> dict[str, Any] | None:
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and "digest" in content else None


def _current(warehouse: Path) -> Release | None:
    try:
        return open_release(warehouse)
    except ReleaseMissing:
        return None


def _number(release: Release) -> int:
    return int(release.release_id.split("-")[0])


def _replace(folder: Path, found: Path, about: About, before: Release | None) -> None:
    """Write a report under another name and put it in its place, whole."""
    temporary, old = (folder.with_name(f".{folder.name}.{os.getpid()}.{what}") for what in ("new", "old"))
    with explained(folder):
        try:
            earlier = Before(before.path / PARQUET, before.path / REPORT) if before else None
            build.build(temporary, found, about, earlier, program(), shared())
            if folder.exists():
                os.replace(folder, old)
            os.replace(temporary, folder)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _tables(staging: Staging, without_text: bool) -> Iterator[Path]:
    """A folder of the tables as they are going to be published.  Raises StagingError when one is missing."""
    missing = [table.name for table in tables.PUBLISHED if not staging.exists(table.name)]
    if missing:
        staging.read(missing[0])  # says what to do
    if not without_text:
        yield staging.folder
        return
    folder = staging.folder / f".{REPORT}-tables"
    with explained(folder):
        folder.mkdir(exist_ok=True)
    try:
        for table in tables.PUBLISHED:
            redaction.write(staging.staged(table.name), folder / f"{table.name}.parquet")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
