"""Old releases: naming one, how long they stay, and going back to one.

What belongs here: what is done with releases after they were published.  What does not: publishing (release), when
which was current (history), comparing two (compare).
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from edu_pipeline.warehouse import history
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.lock import warehouse_lock
from edu_pipeline.warehouse.release import (
    CURRENT,
    WAIT,
    Release,
    ReleaseMissing,
    folders,
    open_release,
    point_current_at,
    read,
    releases,
    serial,
)


@dataclass(frozen=True)
class Keep:
    """The newest `number` releases stay, and those that stopped being current less than `days` ago."""

    number: int
    days: float


def find(warehouse: Path, word: str) -> Release:
    """The release that `word` names: its id or the beginning of it, its number, `current`, or `previous`, which is the
    one before the current one.  Raises ReleaseMissing, which lists them."""
    found = releases(warehouse)
    names = [release.release_id for release in found]
    if word == CURRENT:
        return open_release(warehouse)
    if word == "previous":
        place = names.index(open_release(warehouse).release_id)
        if place:
            return found[place - 1]
        raise ReleaseMissing(f"There is no release before the current one, {names[0]}.")
    if word.isdecimal():
        fitting = [release for release in found if serial(release.release_id) == int(word)]
    else:
        fitting = [release for release in found if release.release_id.startswith(word)]
    if len(fitting) != 1:
        raise ReleaseMissing(f"There is no release {word} in {warehouse}. They are {', '.join(names) or 'none'}.")
    return fitting[0]


def roll_back(warehouse: Path, word: str) -> tuple[Release, bool]:
    """Make the release that `word` names the current one; whether it was not before.

    Readers see the one or the other, whole.  The release that was current stays, and the next refresh publishes its
    input anew, under a new number.  Raises ReleaseMissing, WarehouseBusy, WarehouseError.
    """
    with warehouse_lock(warehouse, WAIT, ".publish.lock"):
        wanted = find(warehouse, word)
        if not wanted.complete:
            raise WarehouseError(f"Release {wanted.release_id} lacks files, so readers cannot be sent to it.")
        with suppress(ReleaseMissing):
            if open_release(warehouse / CURRENT).release_id == wanted.release_id:
                return wanted, False
        point_current_at(warehouse, wanted.release_id, "rolled back")
    return wanted, True


def prune(warehouse: Path, keep: Keep, now: datetime | None = None) -> list[str]:
    """Remove releases that need not be kept; their ids.

    The current one always stays, and so does the newest, whose number the next one follows.  A release goes from its
    place at once, before its files do: nobody opens half of it, and who has a file open goes on reading.  What cannot
    be removed stays for the next time.  Raises ReleaseMissing, WarehouseBusy, WarehouseError.
    """
    now = now or datetime.now(UTC)
    removed = []
    with warehouse_lock(warehouse, WAIT, ".publish.lock"):
        current = open_release(warehouse / CURRENT).release_id
        history.note(warehouse, current, "found")
        retired = history.retired(warehouse)
        for folder in folders(warehouse)[: -keep.number]:
            since = retired.get(folder.name) or _published(folder)
            old = since is not None and now - since >= timedelta(days=keep.days)
            if old and folder.name != current and _remove(folder):
                removed.append(folder.name)
    return removed


def _remove(folder: Path) -> bool:
    away = folder.with_name(f"{folder.name}.tmp-{os.getpid()}")
    try:
        os.replace(folder, away)
    except OSError:
        return False
    shutil.rmtree(away, ignore_errors=True)
    return True


def _published(folder: Path) -> datetime | None:
    try:
        return datetime.fromisoformat(read(folder).created)
    except (OSError, ValueError, TypeError):
        return None
