"""The log of a run as JSON, one object a line, for programs that collect logs.

What belongs here: what a line says.  What does not: words for a person at the terminal (cli), which events there are.

    {"time": "2026-03-01T22:00:04.123+00:00", "level": "info", "run_id": "…", "step": "facts", "event":
     "ASSET_MATERIALIZATION", "message": "…", "asset": "facts", "rows": 206}

`event` is Dagster's name of it (STEP_START, STEP_SUCCESS with `seconds`, ASSET_MATERIALIZATION with `asset` and `rows`,
ASSET_CHECK_EVALUATION with `asset`, `check`, `passed` and `count`, STEP_FAILURE with `error`, RUN_SUCCESS and RUN_FAILURE
with the `seconds` of the run), or "log" for a line that an asset wrote.
"""

import json
import logging
import time
from datetime import UTC, datetime
from typing import Any

_TOLD = (
    "RUN_START",
    "STEP_START",
    "STEP_SUCCESS",
    "STEP_FAILURE",
    "STEP_SKIPPED",
    "STEP_UP_FOR_RETRY",
    "ASSET_MATERIALIZATION",
    "ASSET_CHECK_EVALUATION",
    "RUN_SUCCESS",
    "RUN_FAILURE",
    "RUN_CANCELED",
)


class JsonLines(logging.StreamHandler[Any]):
    """Writes Dagster's records, and others, as JSON lines on its stream (standard error)."""

    def __init__(self, stream: Any = None) -> None:
        super().__init__(stream)
        self._began: float | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Records of Dagster's own inner workings are left out."""
        meta: dict[str, Any] = getattr(record, "dagster_meta", {})
        event = meta.get("dagster_event")
        name = event.event_type_value.replace("PIPELINE_", "RUN_") if event is not None else "log"
        if name == "RUN_START":
            self._began = time.monotonic()
        if name in _TOLD or (event is None and record.levelno >= logging.INFO):
            super().emit(record)

    def format(self, record: logging.LogRecord) -> str:
        meta: dict[str, Any] = getattr(record, "dagster_meta", {})
        event = meta.get("dagster_event")
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "run_id": meta.get("run_id"),
            "step": meta.get("step_key"),
            "event": "log" if event is None else event.event_type_value.replace("PIPELINE_", "RUN_"),
            "message": meta.get("orig_message") or record.getMessage(),
            **(self._more(event) if event is not None else {}),
        }
        return json.dumps({name: value for name, value in line.items() if value is not None}, ensure_ascii=False)

    def _more(self, event: Any) -> dict[str, Any]:
        kind = event.event_type_value
        if kind == "STEP_SUCCESS":
            return {"seconds": round(event.step_success_data.duration_ms / 1000, 3)}
        if kind == "ASSET_MATERIALIZATION":
            found = event.step_materialization_data.materialization
            rows = found.metadata.get("dagster/row_count")
            return {"asset": found.asset_key.to_user_string(), "rows": rows.value if rows else None}
        if kind == "ASSET_CHECK_EVALUATION":
            check = event.event_specific_data
            count = check.metadata.get("count")
            asset = check.asset_key.to_user_string()
            severity = check.severity.value.lower()
            told = {"asset": asset, "check": check.check_name, "passed": check.passed, "severity": severity}
            return {**told, "count": count.value if count else None}
        if kind == "STEP_FAILURE":
            told = event.step_failure_data.user_failure_data
            error = event.step_failure_data.error
            return {"error": told.description if told else error.message.strip() if error else None}
        if kind in ("PIPELINE_SUCCESS", "PIPELINE_FAILURE", "PIPELINE_CANCELED") and self._began is not None:
            return {"seconds": round(time.monotonic() - self._began, 3)}
        return {}
