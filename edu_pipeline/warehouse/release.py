"""Publishing what was staged, and opening what was published.

What belongs here: the way from staged tables to a release that readers see, and the reader's side of it.
What does not: what blocks it (rules), how each file of it is made.

    <warehouse>/releases/<release id>/   parquet/ education.duckdb datapackage.json report/ release.json
    <warehouse>/current                  relative link to one of them, replaced atomically
    <warehouse>/history.jsonl            which was current when
    <warehouse>/blocked.json             why the last try did not publish, with the rows

A release is built under a temporary name, synced, renamed, and only then linked: whatever kills the process,
readers see the release before or the one after, whole.  A release is never changed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.schema import SCHEMA_VERSION
from edu_pipeline.warehouse import ahead, datapackage, duck, duckdb_file, history, parquet, redaction
from edu_pipeline.warehouse.ahead import DATABASE
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import explained, link_or_copy, link_tree, sync, write_text
from edu_pipeline.warehouse.lock import warehouse_lock
from edu_pipeline.warehouse.patching import Before
from edu_pipeline.warehouse.rules import Violation, verify
from edu_pipeline.warehouse.sources import hash_file
from edu_pipeline.warehouse.staging import Staging

RELEASES, CURRENT, BLOCKED, MANIFEST = "releases", "current", "blocked.json", "release.json"
PARQUET, PACKAGE, REPORT = "parquet", "datapackage.json", "report"
_FILES = (DATABASE, PACKAGE, *(f"{PARQUET}/{table.name}.parquet" for table in tables.PUBLISHED))
_RELEASE_ID = re.compile(r"(\d{6,})-[0-9a-f]{16}")
LEFT = (".*.spill", ".*.sorted", ".*.parts", ".sought")
"""Folders beside the staged tables that nobody needs once these are staged: rows on their way to be sorted, or found."""
WAIT = 60.0
"""Seconds for another process to finish publishing."""


class ReleaseMissing(WarehouseError):  # noqa: N818
    """Nothing was published there."""


class ReleaseBlocked(WarehouseError):  # noqa: N818
    """The staged tables break a blocking rule, and readers go on seeing the current release.

    `violations` are the broken rules, `path` the file that holds them with their rows.
    """

    def __init__(self, violations: Sequence[Violation], path: Path) -> None:
        self.violations = tuple(violations)
        self.path = path
        lines = [f"  {violation.rule}: {violation.message}" for violation in violations]
        super().__init__(
            "\n".join(["Not published, because blocking rules are broken:", *lines, f"The rows are in {path}."])
        )


@dataclass(frozen=True)
class Published:
    """The release that readers see after `publish`; `new` is false when it was there already.

    `damaged` are files of the one that it takes the place of, where that was of the same input.
    """

    release_id: str
    path: Path
    new: bool
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True)
class Release:
    """One release, its folder resolved: what is read through it is of one release for as long as it is kept."""

    path: Path
    release_id: str
    fingerprint: str
    schema_version: str
    counts: dict[str, int]
    without_text: bool = False
    created: str = field(default="", compare=False)
    database: dict[str, Any] = field(default_factory=dict, compare=False)
    sizes: dict[str, int] = field(default_factory=dict, compare=False)
    """How large each file was when it was published; releases of older programs do not say it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its tables."""
        return tuple(self.counts)

    def table(self, name: str) -> pa.Table:
        """A published table, in its schema.  Raises WarehouseError when there is none of that name."""
        path = self.path / PARQUET / f"{name}.parquet"
        if not path.is_file():
            raise WarehouseError(f"Release {self.release_id} has no table {name}: it has {', '.join(self.counts)}.")
        return parquet.read(path)

    def connect(self) -> duckdb.DuckDBPyConnection:
        """A connection that reads the release's DuckDB file; the caller closes it.  Raises WarehouseError."""
        try:
            return duckdb.connect(str(self.path / DATABASE), read_only=True)
        except duckdb.Error as error:
            raise WarehouseError(f"{self.path / DATABASE} cannot be opened ({error}): publish again.") from error

    @property
    def damaged(self) -> tuple[str, ...]:
        """The files of it that are gone, or no longer as large as they were."""
        return tuple(name for name in _FILES if not _sound(self.path / name, self.sizes.get(name)))

    @property
    def complete(self) -> bool:
        """Whether every file of it is still there, as large as it was."""
        return not self.damaged


def publish(
    staging: Staging,
    *,
    allow_shrink: bool = False,
    without_text: bool = False,
    report: Callable[[], Path] | None = None,
) -> Published:
    """Verify the staged tables and make them the current release; `without_text` leaves the documents' words out.

    `report` gives a folder of pages on these tables, which become part of the release; it is asked for once they are
    verified.

    With nothing new (the current release is of the same input, and undamaged) `current` is not touched.  An input that was
    published before and is not current is published again, under the next number.

    Raises ReleaseBlocked when a blocking rule is broken, WarehouseError when something cannot be written; in
    both cases `current` is what it was.
    """
    warehouse = staging.warehouse
    with warehouse_lock(warehouse, WAIT, ".publish.lock"):
        _sweep(staging)
        current = _current(warehouse)
        same = current is not None and current.fingerprint == staging.fingerprint
        try:
            # of the same input it is of the same rows, and a damaged one could not be compared with
            violations = verify(staging, current.path if current and not same else None, allow_shrink)
        finally:
            duck.leave()  # what is written now needs the memory, and the folder that it spills into may be pruned
        if violations:
            raise ReleaseBlocked(violations, _write_blocked(staging, violations))
        with explained(warehouse / BLOCKED):
            (warehouse / BLOCKED).unlink(missing_ok=True)
        same = same and current is not None and current.without_text == without_text
        damaged = current.damaged if current and same else ()
        if current and same and not damaged:
            published = Published(current.release_id, current.path, new=False)
        else:
            made = _release(staging, without_text, report() if report else None, current)
            published = replace(made, damaged=damaged)
        staging.prune_others()
        return published


def open_release(path: Path | str) -> Release:
    """The current release of a warehouse, or the release in a folder; a link on the way is resolved once, here.

    Raises ReleaseMissing when there is none.
    """
    resolved = Path(path).resolve()
    if not (resolved / MANIFEST).is_file():
        resolved = (resolved / CURRENT).resolve()
    try:
        return read(resolved)
    except FileNotFoundError as error:
        raise ReleaseMissing(
            f"Nothing is published in {path}: run edu-pipeline run, or name another --warehouse."
        ) from error
    except (OSError, ValueError, TypeError) as error:
        raise ReleaseMissing(f"{resolved} is not a whole release ({error}): publish again.") from error


def releases(warehouse: Path | str) -> list[Release]:
    """All releases of a warehouse, the oldest first; what is not a whole release is left out."""
    found = []
    for folder in folders(Path(warehouse)):
        try:
            found.append(read(folder))
        except (OSError, ValueError, TypeError):
            continue
    return found


def read(folder: Path) -> Release:
    """The release in a folder.  Raises FileNotFoundError, OSError; ValueError and TypeError when release.json is not one."""
    manifest = dict(json.loads((folder / MANIFEST).read_bytes()))
    known = {name: manifest[name] for name in Release.__dataclass_fields__ if name in manifest}
    return Release(path=folder.resolve(), **known)


def _sound(path: Path, size: int | None) -> bool:
    """Whether a file is there and of that size; where it is not known, it is not empty."""
    try:
        found = path.stat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and (found.st_size > 0 if size is None else found.st_size == size)


def _current(warehouse: Path) -> Release | None:
    try:
        return open_release(warehouse / CURRENT)
    except ReleaseMissing:
        return None


def folders(warehouse: Path) -> list[Path]:
    """The folders of releases, by number: their times may lie, since clocks jump."""
    folder = warehouse / RELEASES
    found = [path for path in folder.iterdir() if _RELEASE_ID.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(found, key=lambda path: serial(path.name))


def serial(release_id: str) -> int:
    """The number of a release."""
    return int(release_id.split("-")[0])


def _release(staging: Staging, without_text: bool, report: Path | None, before: Release | None) -> Published:
    """Build a release beside the others, give it its name, point `current` at it."""
    others = folders(staging.warehouse)
    number = serial(others[-1].name) + 1 if others else 1
    release_id = f"{number:06d}-{staging.fingerprint}"
    path = staging.warehouse / RELEASES / release_id
    temporary = path.with_name(f"{release_id}.tmp-{os.getpid()}")
    try:
        with explained(path):
            (temporary / PARQUET).mkdir(parents=True)
            _fill(temporary, staging, release_id, without_text, report, before)
            os.replace(temporary, path)
            sync(path.parent)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    point_current_at(staging.warehouse, release_id, "published")
    return Published(release_id, path.resolve(), new=True)


def _fill(
    folder: Path, staging: Staging, release_id: str, without_text: bool, report: Path | None, before: Release | None
) -> None:  # fmt: skip
    """Every file of a release."""
    counts = {}
    # first, since second names touch the tables, and they would be hashed once more
    made = None if without_text else ahead.take(staging, folder / DATABASE)
    for table in tables.PUBLISHED:
        target = folder / PARQUET / f"{table.name}.parquet"
        if without_text:
            redaction.write(staging.staged(table.name), target)
        else:
            link_or_copy(staging.path(table.name), target)
            sync(target)
        counts[table.name] = parquet.footer(target).num_rows
    with ThreadPoolExecutor(1) as beside:
        written = None if made else beside.submit(_database, folder, _known(before, without_text))
        datapackage.build(folder / PACKAGE, folder / PARQUET)
        if report is not None:
            link_tree(report, folder / REPORT)
        database = written.result() if written else made
    manifest: dict[str, Any] = {
        "release_id": release_id,
        "fingerprint": staging.fingerprint,
        "schema_version": SCHEMA_VERSION,
        "without_text": without_text,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "counts": counts,
        "database": database,
        "sizes": {name: (folder / name).stat().st_size for name in _FILES},
    }
    write_text(folder / MANIFEST, json.dumps(manifest, indent=1) + "\n")
    for part, _, _ in os.walk(folder):
        sync(part)


@contextmanager
def preparing(staging: Staging, without_text: bool) -> Iterator[None]:
    """While the body runs, what takes long in publishing the staged tables is made beside, if they can be published."""
    duck.leave()  # what is made now needs the memory
    before = _current(staging.warehouse)
    same = before is not None and before.fingerprint == staging.fingerprint
    with ahead.beside(staging, None if same or without_text else _known(before, without_text)):
        yield


def _known(before: Release | None, without_text: bool) -> Before | None:
    """The release before, when a DuckDB file can be made out of its own."""
    if before and before.without_text == without_text and {"sha256", "whole_bytes"} <= before.database.keys():
        return Before(before.path / DATABASE, before.path / PARQUET, **before.database)
    return None


def _database(folder: Path, known: Before | None) -> dict[str, Any]:
    """Write the DuckDB file; what the next one needs to know."""
    patched = duckdb_file.build(folder / DATABASE, folder / PARQUET, known)
    sha256, size = hash_file(folder / DATABASE)
    return {"sha256": sha256, "whole_bytes": known.whole_bytes if known and patched else size}


def point_current_at(warehouse: Path, release_id: str, why: history.Why) -> None:
    """Make a release the current one, at once.  Call it under the lock of publishing.  Raises WarehouseError."""
    link = warehouse / CURRENT
    temporary = warehouse / f".{CURRENT}.{os.getpid()}.tmp"
    with explained(link):
        temporary.unlink(missing_ok=True)
        temporary.symlink_to(Path(RELEASES) / release_id)
        os.replace(temporary, link)
        sync(warehouse)
    history.note(warehouse, release_id, why)


def _sweep(staging: Staging) -> None:
    """Remove what killed runs left; nobody else is publishing, and all tables are staged by now."""
    for path in (staging.warehouse / RELEASES).glob("*.tmp-*"):
        shutil.rmtree(path, ignore_errors=True)
    for path in (*staging.warehouse.glob(".*.tmp"), *staging.folder.glob(".*.tmp*")):
        path.unlink(missing_ok=True)
    for path in (path for left in LEFT for path in staging.folder.glob(left)):
        shutil.rmtree(path, ignore_errors=True)


def _write_blocked(staging: Staging, violations: Sequence[Violation]) -> Path:
    path = staging.warehouse / BLOCKED
    content = {"fingerprint": staging.fingerprint, "violations": [asdict(violation) for violation in violations]}
    write_text(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return path
