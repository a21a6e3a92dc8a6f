"""One refresh in this process: all assets and checks of the definitions, from the files to the release.

What belongs here: running the job that the UI runs, without a UI, and what came of it in plain values.  What does not:
the assets (assets/), words for the terminal (cli, summary).
"""

import json
import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dagster as dg

from edu_pipeline.definitions import build
from edu_pipeline.presentation import SHOWN_ROWS, WIDE_CELL, markdown
from edu_pipeline.resources import PipelineSettings


@dataclass(frozen=True)
class Step:
    """What is going on: steps done and in all, and a line of words."""

    done: int
    total: int
    text: str


@dataclass(frozen=True)
class Broken:
    """A blocking rule that was broken: its name, what is wrong, how often, some rows (Markdown), and where they are."""

    rule: str
    message: str
    count: int
    rows: str
    where: Path


@dataclass(frozen=True)
class Outcome:
    """What came of a refresh; `release` is null when nothing was published.

    `blocked` are broken rules, `problems` what a person can do something about, `crashes` what nobody foresaw.
    """

    release: Path | None = None
    new: bool = False
    blocked: list[Broken] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)


def refresh(settings: PipelineSettings, watch: Callable[[Step], None] | None = None) -> Outcome:
    """Materialise everything, run every check, publish.  Raises nothing that a run can report."""
    definitions = dg.Definitions.merge(
        build(settings, lock_wait=0.0), dg.Definitions(loggers={"watch": _logger(watch)})
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
    return _outcome(result, settings)


def _logger(watch: Callable[[Step], None] | None) -> dg.LoggerDefinition:
    """Dagster's log, told to `watch` and printed nowhere."""

    @dg.logger(config_schema={"total": int})
    def to_watch(context: dg.InitLoggerContext) -> logging.Logger:
        logger = logging.Logger("edu_pipeline.refresh", logging.DEBUG)
        logger.addHandler(_Watching(watch, context.logger_config["total"]) if watch else logging.NullHandler())
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


def _outcome(result: dg.ExecuteInProcessResult, settings: PipelineSettings) -> Outcome:
    blocked = [
        Broken(
            f"{evaluation.asset_key.to_user_string()}.{evaluation.check_name}",
            evaluation.description or "",
            int(_value(evaluation.metadata, "count") or 0),
            "\n\n".join(str(value.value) for name, value in evaluation.metadata.items() if name.startswith("rows")),
            Path(str(_value(evaluation.metadata, "table") or settings.warehouse)),
        )
        for evaluation in result.get_asset_check_evaluations()
        if not evaluation.passed and evaluation.severity == dg.AssetCheckSeverity.ERROR
    ]
    problems: list[str] = []
    crashes: list[str] = []
    for event in result.get_step_failure_events():
        failure = event.step_failure_data
        told = failure.user_failure_data
        if told is not None and "blocked" in told.metadata:
            blocked += _from_release(Path(str(_value(told.metadata, "blocked"))))
        elif told is not None:
            problems.append(told.description or "No reason was given.")
        elif failure.error is not None and failure.error.cls_name != "DagsterAssetCheckFailedError":
            crashes.append(_root_first(failure.error))
    if not result.success and not (blocked or problems or crashes):
        crashes += [str(event.message) for event in result.filter_events(lambda event: event.is_failure)]
    metadata = _release_metadata(result)
    if metadata is None or blocked or problems or crashes:
        return Outcome(None, False, blocked, problems, crashes)
    return Outcome(Path(str(_value(metadata, "path"))), bool(_value(metadata, "new")))


def _root_first(error: Any) -> str:
    """The error at the bottom in one line, then all of it."""
    root = error
    while root.cause is not None:
        root = root.cause
    return f"{root.message.strip()}\n\n{error.to_string()}"


def _from_release(where: Path) -> list[Broken]:
    """The broken rules that the release wrote down.  Raises OSError, ValueError when it could not."""
    violations = json.loads(where.read_bytes())["violations"]
    return [
        Broken(v["rule"], v["message"], v["count"], markdown(v["rows"][:SHOWN_ROWS], WIDE_CELL), where)
        for v in violations
    ]


def _release_metadata(result: dg.ExecuteInProcessResult) -> Any:
    for event in result.get_asset_materialization_events():
        if event.asset_key == dg.AssetKey("release"):
            return event.materialization.metadata
    return None


def _value(metadata: Any, name: str) -> Any:
    return metadata[name].value if name in metadata else None
