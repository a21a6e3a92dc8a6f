"""The data contract as a blocking rule: rows of staged tables that break the pandera schema of their table.

What belongs here: running quality.contracts over a staged table batch by batch, and which tables it blocks.  What does not:
the contract itself (quality.contracts), keys of other tables (rules_keys).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.rules_base import BY_DOCUMENT, BY_THEMSELVES, SHOWN, Views, Violation, plain
from edu_pipeline.warehouse.rules_keys import NEVER_QUARANTINED
from edu_pipeline.warehouse.verdicts import by_part, once

BATCH = {"documents": 500}
"""Rows that are validated at a time: documents carry their text."""
_BATCH = 50_000


def check(views: Views) -> Iterator[Violation]:
    """Breaches in tables whose rows cannot be set aside."""
    for table in NEVER_QUARANTINED:
        if views.have(table):
            yield from of_table(table, views)


def of_table(table: str, views: Views) -> list[Violation]:
    """What pandera complains of; parts that kept the contract are not looked at again."""
    rule = f"contract of {table}"
    if table in BY_DOCUMENT or table in BY_THEMSELVES:
        return by_part(views, rule, [table], partial(_of_rows, table))
    return once(views, rule, [table], partial(_of_rows, table))


def _of_rows(table: str, views: Views) -> list[Violation]:
    """The same, batch by batch: how many rules rows break, and the first of the rows with their keys.

    Keys are unique within a batch here; that they are so in the whole table, rules_keys says.
    """
    from edu_pipeline.quality import contracts  # pandera takes a second to import

    count, rows = 0, list[dict[str, Any]]()
    try:
        for batch in views.tables(table, BATCH.get(table, _BATCH)):
            found = contracts.breaches(table, batch)
            count += len(found)
            key = batch.select(list(TABLES[table].key))
            for breach in found[: SHOWN - len(rows)]:
                named = key.slice(breach.row, 1).to_pylist()[0]
                rows.append(
                    {
                        name: plain(value)
                        for name, value in {**named, "rule": breach.rule, "reason": breach.reason}.items()
                    }
                )
    except contracts.ContractError as error:
        return [Violation("contract", str(error), 1, [{"table": table, "problem": str(error)}])]
    message = f"Breaches of the contract of {table}: {count}; the first: {rows[0]['reason']}." if count else ""
    return [Violation("contract", message, count, rows)] if count else []
