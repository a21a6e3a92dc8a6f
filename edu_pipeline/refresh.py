"""One refresh in this process: all assets and checks of the definitions, from the files to the release.

What belongs here: running the job that the UI runs, without a UI, and what came of it in plain values.  What does not:
the assets (assets/), words for the terminal (cli, summary).
"""

import atexit
import gc
import logging
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import dagster as dg
from dagster import DagsterExecutionInterruptedError

from edu_pipeline import incidents
from edu_pipeline.logs import JsonLines
from edu_pipeline.outcome import Outcome, outcome
from edu_pipeline.resources import PipelineSettings
from edu_pipeline.unchanged import still_current

_NEW_OBJECTS = 50_000
"""After so many, the garbage collector looks through the young ones."""


@dataclass(frozen=True)
class Step:
    """What is going on: steps done and in all, and a line of words."""

    done: int
    total: int
    text: str


def refresh(
    settings: PipelineSettings, watch: Callable[[Step], None] | None = None, json_lines: bool = False
) -> Outcome:
    """Materialise everything, run every check, publish.  Raises nothing that a run can report, and KeyboardInterrupt.

    `watch` is told of each step; `json_lines` writes the run's log on standard error, one JSON object a line.  Where nothing
    is new and nobody reads a log, no job is run (unchanged).
    """
    with _collecting_seldom():
        found = None if json_lines else still_current(settings)
        if found is None:
            return _by_job(settings, watch, json_lines)
        published, files = found
        if watch is not None:
            watch(Step(1, 1, f"0 documents read, {files} as they were before"))
        return Outcome(published.path, published.new)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """What is loaded by now stays: to look through it again and again was a tenth of a run with nothing new.  Nor need it be
    looked through once more when this process ends, which takes half a second."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _by_job(settings: PipelineSettings, watch: Callable[[Step], None] | None, json_lines: bool) -> Outcome:
    from edu_pipeline.definitions import build

    definitions = dg.Definitions.merge(
        build(settings, lock_wait=0.0), dg.Definitions(loggers={"watch": _logger(watch, json_lines)})
    )
    job = definitions.resolve_job_def("refresh")
    with (
        tempfile.TemporaryDirectory(prefix="edu-pipeline-") as folder,
        dg.DagsterInstance.ephemeral(folder, settings={"telemetry": {"enabled": False}}) as instance,
    ):
        total = len(job.graph.nodes)
        result = job.execute_in_process(
            instance=instance,
            raise_on_error=False,
            run_config={"loggers": {"watch": {"config": {"total": total}}}},
        )
    found = outcome(result.all_events, settings.warehouse_path)
    if found.release is None:
        if _interrupted(result.all_events):
            raise KeyboardInterrupt
        path = incidents.try_to_write(settings.warehouse_path, result.run_id, found)
        found = replace(found, incident=path)
    return found


def _interrupted(events: Iterable[dg.DagsterEvent]) -> bool:
    """Whether Ctrl-C came, which Dagster takes for a failure of the step that was at work."""
    for event in events:
        error = event.step_failure_data.error if event.is_step_failure else None
        while error is not None:
            if error.cls_name == DagsterExecutionInterruptedError.__name__:
                return True
            error = error.cause
    return False


def _logger(watch: Callable[[Step], None] | None, json_lines: bool) -> dg.LoggerDefinition:
    """Dagster's log, told to `watch` and as JSON where it is wanted, and else printed nowhere."""

    @dg.logger(config_schema={"total": int})
    def to_watch(context: dg.InitLoggerContext) -> logging.Logger:
        logger = logging.Logger("edu_pipeline.refresh", logging.DEBUG)
        logger.addHandler(_Watching(watch, context.logger_config["total"]) if watch else logging.NullHandler())
        if json_lines:
            logger.addHandler(JsonLines())
        return logger

    return to_watch


class _Watching(logging.Handler):
    def __init__(self, watch: Callable[[Step], None], total: int) -> None:
        super().__init__()
        self._watch, self._total, self._done = watch, total, 0

    def emit(self, record: logging.LogRecord) -> None:
        meta: dict[str, Any] = getattr(record, "dagster_meta", {})
        event = meta.get("dagster_event")
        if event is None and record.levelno == logging.INFO:
            self._watch(Step(self._done, self._total, str(meta.get("orig_message", ""))))
        elif event is not None and event.event_type_value == "STEP_START":
            self._watch(Step(self._done, self._total, _words(event.step_key)))
        elif event is not None and event.event_type_value in ("STEP_SUCCESS", "STEP_FAILURE"):
            self._done += 1


def _words(step: str) -> str:
    """extraction -> extraction, observations_checks -> checking observations"""
    for ending in ("_checks", "_findings"):
        if step.endswith(ending):
            return f"checking {step.removesuffix(ending)}"
    return step
