"""When the folders of documents call for a refresh.

What belongs here: noticing new, changed and removed files, and the sensor that asks for a run.  What does not: reading
them (the run does), the daily schedule (definitions).
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import dagster as dg

from edu_pipeline.automation import ONE
from edu_pipeline.resources import PipelineSettings
from edu_pipeline.sources.scan import is_document
from edu_pipeline.warehouse.errors import WarehouseError

INTERVAL = 30
"""Seconds between two looks."""


def state(folders: Sequence[Path]) -> str | None:
    """One word for what lies in the folders (or is a file named there), without opening a file: names, sizes, times of change.  Null when nothing does.

    The times only decide whether to look closer; the run itself goes by the bytes, and publishes nothing when they are
    the same.
    """
    lines = []
    for number, folder in enumerate(folders):
        for path, name in _below(folder):
            try:
                status = path.stat()
                marks = [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
            except OSError:
                marks = []
            lines.append(json.dumps([number, name, *marks]))
    return hashlib.sha256("\n".join(lines).encode("utf-8", "backslashreplace")).hexdigest()[:16] if lines else None


def _below(folder: Path) -> Iterator[tuple[Path, str]]:
    """The sources below a folder, with their names there; a file is its own."""
    if folder.is_file():
        yield folder, folder.name
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        below = path.relative_to(folder)
        if is_document(path.name) and not any(part.startswith(".") for part in below.parts):
            yield path, str(below)


def inbox_sensor(job: Any, interval: int = INTERVAL, on: bool = False) -> dg.SensorDefinition:
    """The sensor; it waits until two looks see the same, so that a file is not read while it is being copied."""

    @dg.sensor(
        name="inbox",
        job=job,
        minimum_interval_seconds=interval,
        default_status=dg.DefaultSensorStatus.RUNNING if on else dg.DefaultSensorStatus.STOPPED,
        description="Starts a refresh when files in the folders of documents are new, changed or removed, once nothing"
        " moves any more." + ONE,
    )
    def inbox(context: dg.SensorEvaluationContext, settings: PipelineSettings) -> dg.SensorResult | dg.SkipReason:
        try:
            now = state(settings.watched())
        except WarehouseError as error:
            return dg.SkipReason(str(error))
        if now is None:
            return dg.SkipReason(f"No document in {', '.join(settings.sources)}.")
        cursor = json.loads(context.cursor or "{}")
        if now == cursor.get("asked"):
            return dg.SkipReason("Nothing has changed since the last refresh was asked for.")
        if now != cursor.get("seen"):
            return dg.SensorResult(
                skip_reason="Files have changed; waiting until they are quiet.",
                cursor=json.dumps({**cursor, "seen": now}),
            )
        # the number keeps the key new when the folder returns to an earlier state
        number = int(cursor.get("number", 0)) + 1
        return dg.SensorResult(
            run_requests=[dg.RunRequest(run_key=f"{number}-{now}")],
            cursor=json.dumps({"asked": now, "seen": now, "number": number}),
        )

    return inbox
