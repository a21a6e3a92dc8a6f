"""Two releases held against each other: which rows came, went and changed, by table, indicator and place.

What belongs here: comparing published tables by their keys, which stay the same when a reading improves.  What does
not: naming releases (keeping), printing (commands).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pyarrow.parquet as pq

from edu_pipeline import tables
from edu_pipeline.schema import Table
from edu_pipeline.warehouse.duck import parquet_literal, quoted
from edu_pipeline.warehouse.release import PARQUET, Release
from edu_pipeline.warehouse.rules_base import plain

GROUPED = ("observations", "facts")
"""Tables whose changes are counted by indicator and by place."""
_NO_NAME = {"indicator": "(not in the catalogue)", "region_name": "(place unknown)"}
_WORDS = {"text", "sentence", "row"}
"""Columns that a release without text has nothing in."""
_ANEW = frozenset({"evidence", "observation_ids", "resolved_to", "document_id", "article_id", "row_id", "start", "end"})
"""Columns that name what a row was read from: all of a file's change when one byte of it does."""
_NAMED = {
    "facts": (
        "region_name",
        "indicator",
        "education_level",
        "population",
        "label",
        "period_start",
        "period_end",
        "unit",
    ),
    "observations": ("source", "region_name", "indicator", "label", "period_start", "period_end", "unit"),
    "findings": ("check", "source"),
}
"""Columns that say of a changed row what it is about, beside its key."""


@dataclass(frozen=True)
class Change:
    """What became of a table's rows; `columns` says in how many of the changed rows each column changed, `anew` in how many
    of them nothing did but what they were read from."""

    table: str
    added: int
    removed: int
    changed: int
    columns: dict[str, int] = field(default_factory=dict)
    only_before: list[str] = field(default_factory=list)
    """Columns that only the first release has."""
    only_after: list[str] = field(default_factory=list)
    anew: int = 0

    @property
    def any(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.only_before or self.only_after)


@dataclass(frozen=True)
class Group:
    """The same counts for one indicator or place of a table."""

    table: str
    name: str
    added: int
    removed: int
    changed: int


@dataclass(frozen=True)
class Difference:
    """What is in `after` and was not so in `before`."""

    before: Release
    after: Release
    tables: list[Change]
    by_indicator: list[Group]
    by_place: list[Group]


def compare(before: Release, after: Release) -> Difference:
    """All published tables of two releases, by key.  Raises WarehouseError when a table is not there."""
    with closing(duckdb.connect(config={"autoinstall_known_extensions": "false"})) as con:
        changes: list[Change] = []
        groups: dict[str, list[Group]] = {name: [] for name in _NO_NAME}
        for table in tables.PUBLISHED:
            if not (table.name in before.counts and table.name in after.counts):
                rows_after, rows_before = after.counts.get(table.name, 0), before.counts.get(table.name, 0)
                changes.append(Change(table.name, rows_after, rows_before, 0))
                continue
            columns = _join(con, table, before, after)
            changes.append(_counts(con, table, columns, *_only(table, before, after)))
            if table.name in GROUPED and changes[-1].any:
                for column, found in groups.items():
                    found += _groups(con, table, column)
    return Difference(before, after, changes, groups["indicator"], groups["region_name"])


def rows(before: Release, after: Release, name: str, limit: int) -> list[dict[str, Any]]:
    """Up to `limit` rows of a table that differ, each with `change` (added, removed, changed), its key, and for a changed
    row what it is about and the columns that changed as `old → new`, else the row's own columns.  What says something else
    now comes first, what is only read from elsewhere last."""
    table = tables.TABLES[name]
    with closing(duckdb.connect(config={"autoinstall_known_extensions": "false"})) as con:
        columns = _join(con, table, before, after)
        order = ", ".join(quoted(key) for key in table.key)
        query = f"""FROM joined ORDER BY CASE WHEN change <> 'changed' THEN 1 WHEN {_says_something_else(columns)} THEN 0
            ELSE 2 END, change, {order} LIMIT {int(limit)}"""
        result = con.execute(query)
        names = [column[0] for column in result.description or ()]
        found = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    return [_row(table, columns, row) for row in found]


def _says_something_else(columns: Sequence[str]) -> str:
    """SQL for whether a row that changed does in more than what it was read from."""
    told = (f"{quoted(f'before.{n}')} IS DISTINCT FROM {quoted(f'after.{n}')}" for n in columns if n not in _ANEW)
    return f"({' OR '.join(told) or 'false'})"


def _row(table: Table, columns: Sequence[str], joined: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {"change": joined["change"], **{key: joined[key] for key in table.key}}
    for column in columns:
        old, new = joined[f"before.{column}"], joined[f"after.{column}"]
        if joined["change"] == "changed" and old != new:
            row[column] = f"{plain(old)} → {plain(new)}"
        elif joined["change"] == "changed" and column in _NAMED.get(table.name, ()):
            row[column] = plain(new)
        elif joined["change"] != "changed":
            row[column] = plain(new if joined["change"] == "added" else old)
    return row


def _join(con: duckdb.DuckDBPyConnection, table: Table, before: Release, after: Release) -> list[str]:
    """Make the table `joined` of rows that differ: change, key, before.x and after.x for each further common column.
    Gives these columns."""
    sides = {"before": _names(before, table), "after": _names(after, table)}
    common = [n for n in sides["before"] if n in sides["after"] and n not in table.key]
    if before.without_text != after.without_text:
        common = [n for n in common if n not in _WORDS]
    key = [quoted(name) for name in table.key]
    same = " AND ".join(f"a.{quoted(n)} IS NOT DISTINCT FROM b.{quoted(n)}" for n in common) or "true"
    selected = [f"coalesce(a.{k}, b.{k}) AS {k}" for k in key]
    selected += [
        f"{side}.{quoted(n)} AS {quoted(f'{when}.{n}')}"
        for side, when in (("a", "before"), ("b", "after"))
        for n in common
    ]
    on = " AND ".join(f"a.{k} = b.{k}" for k in key)
    con.execute(f"""CREATE OR REPLACE TEMP TABLE joined AS
        FROM (SELECT CASE WHEN a.{key[0]} IS NULL THEN 'added' WHEN b.{key[0]} IS NULL THEN 'removed'
            WHEN {same} THEN 'same' ELSE 'changed' END AS change, {", ".join(selected)}
        FROM {_file(before, table)} a FULL JOIN {_file(after, table)} b ON {on})
        WHERE change <> 'same'""")
    return common


def _counts(
    con: duckdb.DuckDBPyConnection, table: Table, columns: Sequence[str], only_before: list[str], only_after: list[str]
) -> Change:
    found = dict(con.execute("SELECT change, count(*) FROM joined GROUP BY change").fetchall())
    by_column: dict[str, int] = {}
    anew = 0
    if found.get("changed"):
        differ = (f"{quoted(f'before.{n}')} IS DISTINCT FROM {quoted(f'after.{n}')}" for n in columns)
        asked = (*differ, f"NOT {_says_something_else(columns)}")
        sums = ", ".join(f"count(*) FILTER ({one})" for one in asked)
        *counted, anew = con.execute(f"SELECT {sums} FROM joined WHERE change = 'changed'").fetchall()[0]
        by_column = {name: count for name, count in zip(columns, counted, strict=True) if count}
    added, removed, changed = (int(found.get(change, 0)) for change in ("added", "removed", "changed"))
    return Change(table.name, added, removed, changed, by_column, only_before, only_after, anew)


def _groups(con: duckdb.DuckDBPyConnection, table: Table, column: str) -> list[Group]:
    """A changed row counts for what it is now."""
    counts = ", ".join(f"count(*) FILTER (change = '{change}')" for change in ("added", "removed", "changed"))
    query = f"""SELECT coalesce("after.{column}", "before.{column}", ?) AS name, {counts}
        FROM joined GROUP BY name ORDER BY count(*) DESC, name"""
    return [Group(table.name, *row) for row in con.execute(query, [_NO_NAME[column]]).fetchall()]


def _only(table: Table, before: Release, after: Release) -> tuple[list[str], list[str]]:
    old, new = _names(before, table), _names(after, table)
    return [n for n in old if n not in new], [n for n in new if n not in old]


def _names(release: Release, table: Table) -> list[str]:
    return list(pq.read_schema(release.path / PARQUET / f"{table.name}.parquet").names)


def _file(release: Release, table: Table) -> str:
    return f"read_parquet({parquet_literal(release.path / PARQUET / f'{table.name}.parquet')})"
