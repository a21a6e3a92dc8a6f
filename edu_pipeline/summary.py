"""What a person wants to know at the end of a run.

What belongs here: counting a release, and printing it.  What does not: running (refresh), which options there are (cli).
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from edu_pipeline.warehouse.release import REPORT, open_release

Summary = dict[str, Any]
FAILED_SHOWN = 5
CHECKS_SHOWN = 8

_QUERIES = {
    "documents": "SELECT status, count(*) FROM documents GROUP BY status",
    "numbers": "SELECT kind, count(*) FROM quantities GROUP BY kind ORDER BY count(*) DESC, kind",
    "statistics": """SELECT coalesce(indicator_group, 'not in the catalogue'), count(*)
        FROM observations LEFT JOIN indicators USING (indicator)
        GROUP BY indicator_group ORDER BY indicator_group IS NULL, count(*) DESC, indicator_group""",
    "findings": """SELECT severity, count(*) FROM findings
        GROUP BY severity ORDER BY array_position(['error', 'warning', 'info'], severity)""",
    "findings_by_check": """SELECT severity || ' ' || "check", count(*) FROM findings WHERE severity <> 'info'
        GROUP BY ALL ORDER BY min(array_position(['error', 'warning'], severity)), count(*) DESC, 1""",
    "facts": "SELECT quality, count(*) FROM facts GROUP BY quality ORDER BY count(*) DESC, quality",
    "failed": "SELECT source, error FROM documents WHERE status = 'failed' ORDER BY source",
    "quarantined": "SELECT 'rows', count(*) FROM quarantine",
}


def summarise(path: Path) -> Summary:
    """The release in `path` counted: documents by status, numbers by kind, statistics by indicator group, findings by
    severity and check, facts by quality.  Raises WarehouseError when there is no such release."""
    release = open_release(path)
    connection = release.connect()
    try:
        counted: Summary = {name: dict(connection.execute(query).fetchall()) for name, query in _QUERIES.items()}
    finally:
        connection.close()
    counted["release_id"] = release.release_id
    counted["path"] = str(release.path)
    report = release.path / REPORT / "index.html"
    counted["report"] = str(report) if report.is_file() else None
    return counted


def show(console: Console, summary: Summary, warehouse: Path, new: bool, seconds: float) -> None:
    """Print it."""
    documents, numbers = summary["documents"], summary["numbers"]
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column()
    grid.add_row("Documents", _documents(documents))
    for source, error in list(summary["failed"].items())[:FAILED_SHOWN]:
        grid.add_row("", Text(f"failed: {source}: {error}", style="red"))
    if len(summary["failed"]) > FAILED_SHOWN:
        grid.add_row("", Text(f"… and {len(summary['failed']) - FAILED_SHOWN} more (table documents)", style="red"))
    grid.add_row("Numbers", _listed(numbers))
    grid.add_row("Statistics", _listed(summary["statistics"]))
    grid.add_row("Facts", _listed(summary["facts"]))
    if summary["quarantined"]["rows"]:
        grid.add_row(
            "Quarantine", f"{summary['quarantined']['rows']:,} rows that may not be published (table quarantine)"
        )
    grid.add_row("Findings", _listed(summary["findings"]) if summary["findings"] else "none")
    by_check = summary["findings_by_check"]
    for name, count in list(by_check.items())[:CHECKS_SHOWN]:
        severity, _, check = name.partition(" ")
        grid.add_row("", Text(f"{severity} {check}: {count:,}", style="red" if severity == "error" else "yellow"))
    if len(by_check) > CHECKS_SHOWN:
        grid.add_row("", Text(f"… and {len(by_check) - CHECKS_SHOWN} checks more (table findings)", style="yellow"))
    console.print(grid)
    console.print()
    said = "[green]Published[/green]" if new else "[green]Nothing new[/green]: the current release is"
    console.print(f"{said} [bold]{escape(summary['path'])}[/bold] in {seconds:.1f} s", soft_wrap=True)
    if summary["report"]:
        console.print(Text(f"  Report to read in a browser: {summary['report']}"), soft_wrap=True)
    for line in how_to_open(warehouse):
        console.print(Text(f"  {line}"), soft_wrap=True)


def how_to_open(warehouse: Path) -> list[str]:
    """Two lines to copy into a shell."""
    database = str(warehouse / "current" / "education.duckdb")
    query = "FROM facts LIMIT 10"
    program = f"import duckdb; print(duckdb.connect({database!r}, read_only=True).sql({query!r}))"
    plain = not set(database) & set("\"'$`\\!")
    return [
        f'duckdb -readonly {shlex.quote(database)} "{query}"',
        f'python -c "{program}"' if plain else f"python -c {shlex.quote(program)}",
    ]


def _documents(counts: dict[str, int]) -> str:
    read, copies, failed = (counts.get(status, 0) for status in ("ok", "duplicate", "failed"))
    return f"{read:,} read, {copies:,} copies of another, {failed:,} failed"


def _listed(counts: dict[str, int]) -> str:
    total = sum(counts.values())
    parts = ", ".join(f"{name} {count:,}" for name, count in counts.items())
    return f"[bold]{total:,}[/bold]{': ' if parts else ''}{escape(parts)}"
