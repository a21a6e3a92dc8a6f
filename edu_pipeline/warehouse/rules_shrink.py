"""The rule that holds a release against the one before it: it may not be much smaller, unless that is meant.

What belongs here: counting both, and which documents make the difference.  What does not: rules about staged tables alone
(rules).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from edu_pipeline.warehouse.duck import parquet_literal
from edu_pipeline.warehouse.rules_base import SHOWN, Views, Violation

PERCENT = 20
_READ = "status <> 'failed'"
_REMEDY = "If this is meant, run with --allow-shrink."
_GONE, _FAILED, _FEWER = "is gone", "cannot be read any more", "gives fewer statistics"
_PLURAL = {_GONE: "are gone", _FAILED: "cannot be read any more", _FEWER: "give fewer statistics"}
_NAMED = 3
"""Documents that the message names of each kind; the rows list SHOWN."""


def shrink(views: Views, current: Path) -> Iterator[Violation]:
    """Documents read, or observations, fewer by over 20 % than in the current release."""
    for name, condition in (("documents", _READ), ("observations", "true")):
        if not views.have(name):
            continue
        new = int(views.one(f"SELECT count(*) FROM {name} WHERE {condition}"))
        try:
            old = int(views.one(f"SELECT count(*) FROM {_of(current, name)} WHERE {condition}"))
        except duckdb.Error as error:
            message = f"{name} of the current release cannot be compared with ({error}). {_REMEDY}"
            yield Violation("shrink", message, rows=[{"table": name, "path": str(current)}])
            continue
        if new * 100 < old * (100 - PERCENT):
            told, rows = _lost(views, current)
            message = f"{new} {name} instead of {old}: fewer by over {PERCENT} %. {told}{_REMEDY}"
            yield Violation(
                "shrink", message, old - new, rows or [{"table": name, "in_current_release": old, "now": new}]
            )


def _of(current: Path, name: str) -> str:
    return f"read_parquet({parquet_literal(current / 'parquet' / f'{name}.parquet')})"


def _lost(views: Views, current: Path) -> tuple[str, list[dict[str, Any]]]:
    """The documents that gave more in the current release, told in words, and those that lost most as rows."""
    if not views.have("documents", "observations"):
        return "", []
    counted: dict[str, int] = defaultdict(int)
    named: dict[str, list[str]] = defaultdict(list)
    rows: list[dict[str, Any]] = []
    try:
        for source, what, before, now in views.stream(_query(current)):
            counted[what] += 1
            named[what] += [source] if len(named[what]) < _NAMED else []
            if len(rows) < SHOWN:
                rows.append(
                    {"source": source, "problem": what, "statistics_in_current_release": before, "statistics_now": now}
                )
    except duckdb.Error:  # the documents of the current release have other columns, or are damaged
        return "", []
    told = [
        f"{counted[what]} document{'' if counted[what] == 1 else 's'} of the current release"
        f" {what if counted[what] == 1 else _PLURAL[what]}"
        f" ({', '.join(named[what])}{', …' if counted[what] > _NAMED else ''})."
        for what in (_GONE, _FAILED, _FEWER)
        if counted[what]
    ]
    return "".join(f"{sentence} " for sentence in told), rows


def _query(current: Path) -> str:
    """Documents with fewer observations than before, or that were read before and are not now; what was only given another
    name is none of them."""
    return f"""
        WITH old AS (SELECT source, document_id FROM {_of(current, "documents")} WHERE {_READ}),
             old_n AS (SELECT source, count(*) AS n FROM {_of(current, "observations")} GROUP BY source),
             new_n AS (SELECT source, count(*) AS n FROM observations GROUP BY source)
        SELECT source,
               CASE WHEN new.source IS NULL THEN '{_GONE}' WHEN new.status = 'failed' THEN '{_FAILED}'
                    ELSE '{_FEWER}' END AS what,
               coalesce(old_n.n, 0) AS before, coalesce(new_n.n, 0) AS now
        FROM old LEFT JOIN documents new USING (source) LEFT JOIN old_n USING (source) LEFT JOIN new_n USING (source)
        WHERE (new.source IS NOT NULL AND (new.status = 'failed' OR now < before))
           OR (new.source IS NULL AND NOT EXISTS (
                SELECT 1 FROM documents d WHERE d.document_id = old.document_id AND {_READ}))
        ORDER BY before - now DESC, source"""
