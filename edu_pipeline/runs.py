"""Which runs are alive, and an end for those whose process is gone.

What belongs here: a mark that a run holds as long as its process lives, and what becomes of runs whose mark nobody
holds.  What does not: the lock of the warehouse (warehouse.lock), which a run may still be waiting for.

A mark is a locked file `<warehouse>/.runs/<run id>`: the kernel lets go of it when the process dies, however it dies.
Dagster itself cannot tell a killed run from a long one, and the queue would wait for it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import dagster as dg

from edu_pipeline.warehouse.lock import WarehouseBusy, warehouse_lock

FOLDER = ".runs"
PATIENCE = 600.0
"""Seconds that a run may take before it sets its mark."""
_DAY = 86_400.0
_UNFINISHED = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]
GONE = (
    "Its process ended before the run did (killed, out of memory, or the machine went down). Nothing half-written can be"
    " seen by readers. The daemon begins it anew by itself, up to three times; documents that were read are not read again."
)


@contextmanager
def mark(warehouse: Path, run_id: str) -> Iterator[None]:
    """Show that this process carries out a run.  Raises WarehouseError."""
    with warehouse_lock(warehouse / FOLDER, 0.0, run_id):
        yield
        (warehouse / FOLDER / run_id).unlink(missing_ok=True)


def reconcile(instance: dg.DagsterInstance, warehouse: Path, patience: float = PATIENCE) -> list[str]:
    """End runs that say they run and whose process is gone; their ids.

    A run without a mark counts as gone when it began more than `patience` seconds ago.
    """
    ended = []
    unfinished = instance.get_run_records(dg.RunsFilter(statuses=_UNFINISHED))
    for record in unfinished:
        run = record.dagster_run
        alive = _alive(warehouse, run.run_id)
        if alive is None:
            alive = time.time() - record.create_timestamp.timestamp() < patience
        if not alive:
            if run.status == dg.DagsterRunStatus.CANCELING:
                instance.report_run_canceled(run, GONE)
            else:
                instance.report_run_failed(run, GONE)
            ended.append(run.run_id)
    _tidy(warehouse, {record.dagster_run.run_id for record in unfinished} - set(ended))
    return ended


def _alive(warehouse: Path, run_id: str) -> bool | None:
    """Null when the run has set no mark."""
    if not (warehouse / FOLDER / run_id).exists():
        return None
    try:
        with warehouse_lock(warehouse / FOLDER, 0.0, run_id):
            return False
    except WarehouseBusy:
        return True


def _tidy(warehouse: Path, unfinished: set[str]) -> None:
    """Marks of killed runs, once they are a day old: a younger one may be about to be held."""
    for path in (warehouse / FOLDER).glob("*"):
        with suppress(OSError):
            if path.name not in unfinished and time.time() - path.stat().st_mtime > _DAY:
                path.unlink()
