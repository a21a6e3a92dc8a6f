"""How a check is written down, run and shown.

What belongs here: what all modules of checks/ share.  What does not: a check of one table.

A check is a name, a description and a function from the staged tables to what it complains of.  The checks of a table
that need nothing else run in one step, right after it; those that need the findings run after these.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import dagster as dg

from edu_pipeline.presentation import WIDE_CELL, markdown
from edu_pipeline.resources import PipelineSettings, failures_in_words
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import rules_contract, rules_keys
from edu_pipeline.warehouse.rules_base import Views, Violation
from edu_pipeline.warehouse.staging import Staging


@dataclass(frozen=True)
class Check:
    """`find` gives what is complained of.  `severity` None: it only counts, and always passes."""

    name: str
    description: str
    find: Callable[[Views], list[Violation]]
    severity: dg.AssetCheckSeverity | None = dg.AssetCheckSeverity.WARN
    blocking: bool = False


def must(name: str, description: str, find: Callable[[Views], list[Violation]]) -> Check:
    """A broken promise: nothing after this table is made."""
    return Check(name, description, find, dg.AssetCheckSeverity.ERROR, blocking=True)


@dataclass(frozen=True)
class Rows:
    """What several checks of a table ask of: a name for their queries, and the query that is asked once for all."""

    name: str
    query: str


def should(
    name: str, description: str, message: str, query: str, total: str | None = None, rows: Rows | None = None
) -> Check:
    """Rows that a person should look at, by SQL over the staged tables, and over `rows`.

    `{n}` in the message is their number; of grouped rows, the sum of column `total`.
    """

    def find(views: Views) -> list[Violation]:
        if rows is not None:
            views.share(rows.name, rows.query)
        return views.violations(name, message, query, total)

    return Check(name, description, find)


def counts(
    name: str, description: str, message: str, query: str, total: str | None = None, rows: Rows | None = None
) -> Check:
    """Rows that are as they should be and worth counting; it always passes."""
    description += " This check only counts, and always passes."
    return replace(should(name, description, message, query, total, rows), severity=None)


def table_checks(
    table: str, *checks: Check, after: Sequence[str] = (), name: str = "checks"
) -> dg.AssetChecksDefinition:
    """One step that runs `checks` on `table`, after the tables `after` too."""
    by_name = {check.name: check for check in checks}

    @dg.multi_asset_check(
        name=f"{table}_{name}",
        specs=[
            dg.AssetCheckSpec(
                check.name,
                asset=table,
                description=check.description,
                blocking=check.blocking,
                additional_deps=list(after) or None,
            )
            for check in checks
        ],
        can_subset=True,
    )
    def run(context: dg.AssetCheckExecutionContext, settings: PipelineSettings) -> Iterator[dg.AssetCheckResult]:
        wanted = {key.name for key in context.selected_asset_check_keys}
        with failures_in_words(), ExitStack() as stack:
            staging = settings.staging()
            views: Views | None = None
            for check in (by_name[name] for name in by_name if name in wanted):
                found = seen(table, check, staging)
                if found is None:
                    views = views or stack.enter_context(Views(staging))
                    found = look(table, check, views)
                yield result(table, check, staging, found)

    return run


def seen(table: str, check: Check, staging: Staging) -> list[Violation] | None:
    """What the check found when it looked at these very tables before."""
    came = staging.seen(f"{table}.{check.name}", _program())
    return None if came is None else [Violation(**violation) for violation in came]


def look(table: str, check: Check, views: Views) -> list[Violation]:
    """What the check complains of."""
    needed = [problem for problem in views.problems if problem.rows and problem.rows[0].get("table") == table]
    found = needed or check.find(views)
    views.staging.saw(f"{table}.{check.name}", _program(), views.names, [asdict(violation) for violation in found])
    return found


@cache
def _program() -> str:
    """The checks of this process, in one word; the rules behind them are part of the input."""
    total = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def result(table: str, check: Check, staging: Staging, found: list[Violation]) -> dg.AssetCheckResult:
    """What was found, as Dagster shows it: a count that it draws over time, and rows."""
    metadata: dict[str, Any] = {"count": sum(violation.count for violation in found)}
    for violation in found:
        if violation.rows:
            label = "rows" if len(found) == 1 else f"rows of {violation.rule}"
            metadata[label] = dg.MetadataValue.md(markdown(violation.rows, WIDE_CELL))
    if found:
        metadata["table"] = dg.MetadataValue.path(staging.path(table))
    return dg.AssetCheckResult(
        asset_key=table,
        check_name=check.name,
        passed=check.severity is None or not found,
        severity=check.severity or dg.AssetCheckSeverity.WARN,
        description=" ".join(violation.message for violation in found) or "Nothing to complain of.",
        metadata=metadata,
    )


def contract(table: str) -> Check:
    """The rows keep the pandera schema that is derived from tables.py."""
    description = (
        f"Every row of `{table}` keeps the data contract (pandera): columns, types, nulls, vocabularies, bounds. A table"
        " that does not is not worked with any further."
    )
    return must("contract", description, lambda views: rules_contract.of_table(table, views))


def keys(table: str) -> Check:
    """The key is one, and every foreign key names a row that is there, as far as its table is staged by now."""
    return must(
        "keys",
        f"No two rows of `{table}` have one key, and what its foreign keys name is there. Broken keys block a release.",
        lambda views: rules_keys.of_table(views, TABLES[table]),
    )


def about(table: str) -> tuple[Check, Check]:
    """What the findings say about rows of `table`: errors and warnings apart."""
    checks = []
    for severity, meaning in (
        ("error", "not to be trusted as they stand"),
        ("warning", "a person should look at them"),
    ):
        query = f"""SELECT "check", row_id, source, start, message, expected, found FROM findings
            WHERE table_name = '{table}' AND severity = '{severity}'"""
        checks.append(
            should(
                f"no_{severity}s",
                f"No finding of severity {severity} about `{table}` ({meaning}). The rows are published with the finding;"
                " see table `findings`.",
                f"Findings of severity {severity} about {table}: {{n}}.",
                query,
            )
        )
    return checks[0], checks[1]


__all__ = ["Check", "Rows", "about", "contract", "counts", "keys", "must", "should", "table_checks"]
