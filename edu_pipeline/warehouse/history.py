"""Which release was current when: a line for each time that `current` was pointed elsewhere.

What belongs here: <warehouse>/history.jsonl, written and read.  What does not: pointing `current` anywhere (release).

    {"at": "2026-03-01T22:00:04+00:00", "release": "000007-…", "why": "published"}

It is for people, and for the age of releases.  Order is that of the lines, never that of `at`: clocks jump.  A line
that a killed process left half is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from edu_pipeline.warehouse.files import explained

FILE = "history.jsonl"
Why = Literal["published", "rolled back", "found"]


@dataclass(frozen=True)
class Entry:
    """`release` was current from `at` on (ISO 8601, UTC).  `found`: it was when somebody looked, and nobody had
    written down why."""

    at: str
    release: str
    why: str


def note(warehouse: Path, release_id: str, why: Why) -> None:
    """Write down that `release_id` is current now, unless the last line says so.  Raises WarehouseError."""
    last = list(entries(warehouse))[-1:]
    if last and last[0].release == release_id:
        return
    entry = Entry(datetime.now(UTC).isoformat(timespec="seconds"), release_id, why)
    path = warehouse / FILE
    with explained(path), path.open("ab+") as handle:
        if handle.tell():
            handle.seek(-1, 2)
            torn = handle.read(1) != b"\n"
        else:
            torn = False
        handle.write((b"\n" if torn else b"") + json.dumps(asdict(entry)).encode() + b"\n")


def entries(warehouse: Path) -> Iterator[Entry]:
    """All lines, the oldest first."""
    try:
        lines = (warehouse / FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            yield Entry(**json.loads(line))
        except (ValueError, TypeError):
            continue


def retired(warehouse: Path) -> dict[str, datetime]:
    """When each release stopped being current the last time; those that never were are not in it."""
    found: dict[str, datetime] = {}
    lines = list(entries(warehouse))
    for entry, following in zip(lines, lines[1:], strict=False):
        try:
            found[entry.release] = datetime.fromisoformat(following.at)
        except ValueError:
            continue
    return found
