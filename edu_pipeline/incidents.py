"""What an operator needs to know of a run that failed, as a file to read and one for programs.

What belongs here: the words and the files.  What does not: noticing the failure (automation, cli), what is said of a
single problem (where it was raised).

    <warehouse>/incidents/<time>-<run>.md and .json     the newest hundred
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import explained, write_text
from edu_pipeline.warehouse.release import ReleaseMissing, open_release

if TYPE_CHECKING:
    from edu_pipeline.outcome import Outcome

FOLDER = "incidents"
KEPT = 100
_LINE = 300
"""Characters of an unforeseen error that stand in the summary."""

_DO = {
    "blocked": "Look at the rows. If a document is wrong, mend or remove it (or write a correction, docs/corrections.md)"
    " and refresh again. If the program reads it wrongly, report it with the document. Fewer documents on purpose: refresh"
    " with allow_shrink.",
    "problem": "Do what the message says, then refresh again.",
    "crash": "A run of the UI whose process was ended begins anew by itself, at most three times: look at the page Runs"
    " first. Else refresh again: a run that was ended from outside leaves nothing to clean up. If it fails in the same way,"
    " report it with this file.",
}


def write(warehouse: Path, run_id: str, outcome: Outcome) -> Path:
    """Write down why a run failed; the Markdown file.  Raises WarehouseError."""
    now = datetime.now(UTC)
    content = describe(warehouse, run_id, outcome, now)
    folder = warehouse / FOLDER
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{now:%Y%m%dT%H%M%SZ}-{run_id[:8]}.md"
    write_text(path.with_suffix(".json"), json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    write_text(path, "\n".join(_markdown(content)) + "\n")
    _prune(folder)
    return path


def try_to_write(warehouse: Path, run_id: str, outcome: Outcome) -> Path | None:
    """The same where it can be done: on a full or read-only disk there is nowhere to write it."""
    try:
        return write(warehouse, run_id, outcome)
    except WarehouseError:
        return None


def describe(warehouse: Path, run_id: str, outcome: Outcome, now: datetime) -> dict[str, Any]:
    """What is written, as JSON has it."""
    try:
        current = open_release(warehouse)
        readers: dict[str, Any] = {
            "release": current.release_id,
            "published": current.created,
            "path": str(current.path),
        }
    except ReleaseMissing:
        readers = {"release": None}
    blocked = [{**vars(broken), "where": str(broken.where)} for broken in outcome.blocked]
    kinds = [
        kind
        for kind, found in (("blocked", blocked), ("problem", outcome.problems), ("crash", outcome.crashes))
        if found
    ]
    return {
        "run_id": run_id,
        "at": now.isoformat(timespec="seconds"),
        "status": kinds[0] if kinds else "crash",
        "steps": outcome.steps,
        "blocked": blocked,
        "problems": outcome.problems,
        "crashes": outcome.crashes,
        "readers_see": readers,
        "what_to_do": [_DO[kind] for kind in kinds or ["crash"]],
    }


def summary(content: dict[str, Any]) -> str:
    """One line for a log."""
    said = [f"{b['rule']}: {b['message']}" for b in content["blocked"]] + content["problems"]
    said += [crash.splitlines()[0][:_LINE] for crash in content["crashes"] if crash]
    return "; ".join(said) or "The run ended without a reason."


def _markdown(content: dict[str, Any]) -> Iterator[str]:
    yield from (f"# Refresh failed: {content['status']}", "")
    yield f"Run `{content['run_id']}`, {content['at']}."
    if content["steps"]:
        yield f"Steps that failed: {', '.join(f'`{step}`' for step in content['steps'])}."
    yield from ("", "## What failed", "")
    for broken in content["blocked"]:
        yield f"- **{broken['rule']}**: {broken['message']} The rows are in `{broken['where']}`."
    for problem in content["problems"]:
        yield f"- {problem}"
    for crash in content["crashes"]:
        yield f"- {crash.splitlines()[0][:_LINE] if crash else 'no reason was recorded'}"
    if not (content["blocked"] or content["problems"] or content["crashes"]):
        yield "- The run ended without a reason."
    for broken in content["blocked"]:
        if broken["rows"]:
            yield from ("", f"### Rows of {broken['rule']}", "", broken["rows"])
    readers = content["readers_see"]
    seen = f"Release `{readers['release']}` of {readers['published']}, whole." if readers["release"] else "Nothing yet."
    yield from ("", "## What readers see", "", seen, "", "## What to do", "")
    yield from (f"- {line}" for line in content["what_to_do"])
    for crash in content["crashes"]:
        yield from ("", "## Details", "", "```", crash, "```")


def _prune(folder: Path) -> None:
    for path in sorted(folder.glob("*.md"))[:-KEPT]:
        with suppress(OSError):
            path.with_suffix(".json").unlink(missing_ok=True)
            path.unlink()
