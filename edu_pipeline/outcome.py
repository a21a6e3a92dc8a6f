"""What came of a run, in plain values, from the events that Dagster recorded.

What belongs here: reading events of a run, in this process or from Dagster's records.  What does not: running (refresh),
words for the terminal (cli), the file that an operator reads (incidents).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dagster as dg

from edu_pipeline.presentation import SHOWN_ROWS, WIDE_CELL, markdown


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
    steps: list[str] = field(default_factory=list)
    """The steps that failed."""
    incident: Path | None = None
    """The file that says so to an operator."""


def outcome(events: Iterable[dg.DagsterEvent], warehouse: Path) -> Outcome:
    """What the events of one run come to."""
    events = list(events)
    found = Outcome(blocked=[b for event in events if (b := _failed_check(event, warehouse))])
    for event in events:
        if event.is_step_failure:
            found.steps.append(event.step_key or "")
            _add_failure(found, event.step_failure_data)
    failed = [event for event in events if event.is_failure]
    if failed and not (found.blocked or found.problems or found.crashes):
        # the last is the most telling: a run that was ended from outside has nothing else
        found.crashes.extend(str(event.message) for event in failed)
    metadata = _release_metadata(events)
    if metadata is None or found.blocked or found.problems or found.crashes:
        return found
    return Outcome(Path(str(_value(metadata, "path"))), bool(_value(metadata, "new")))


def _failed_check(event: dg.DagsterEvent, warehouse: Path) -> Broken | None:
    if event.event_type != dg.DagsterEventType.ASSET_CHECK_EVALUATION:
        return None
    evaluation: Any = event.event_specific_data
    if evaluation.passed or evaluation.severity != dg.AssetCheckSeverity.ERROR:
        return None
    return Broken(
        f"{evaluation.asset_key.to_user_string()}.{evaluation.check_name}",
        evaluation.description or "",
        int(_value(evaluation.metadata, "count") or 0),
        "\n\n".join(str(value.value) for name, value in evaluation.metadata.items() if name.startswith("rows")),
        Path(str(_value(evaluation.metadata, "table") or warehouse)),
    )


def _add_failure(found: Outcome, failure: Any) -> None:
    told = failure.user_failure_data
    if told is not None and "blocked" in told.metadata:
        found.blocked.extend(_from_release(Path(str(_value(told.metadata, "blocked")))))
    elif told is not None:
        found.problems.append(told.description or "No reason was given.")
    elif failure.error is not None and failure.error.cls_name != "DagsterAssetCheckFailedError":
        found.crashes.append(_root_first(failure.error))


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


def _release_metadata(events: Iterable[dg.DagsterEvent]) -> Any:
    for event in events:
        if event.event_type == dg.DagsterEventType.ASSET_MATERIALIZATION and event.asset_key == dg.AssetKey("release"):
            return event.step_materialization_data.materialization.metadata
    return None


def _value(metadata: Any, name: str) -> Any:
    return metadata[name].value if name in metadata else None
