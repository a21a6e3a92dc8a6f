"""From a published row back to the characters it was read from, and on to all that was made of it.

What belongs here: collecting, from one release, what belongs to an observation or a fact, and laying it out.  What does
not: reading a document anew (explain does that, with the program of today; this is what was published).
"""

from __future__ import annotations

from contextlib import closing
from typing import Any

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.release import Release

Row = dict[str, Any]
AROUND = 60
"""Characters of the text that are shown on either side of a number."""
LEAST = 4
"""Characters that the beginning of an id must have."""


class NothingTracedError(WarehouseError):
    """The release has no row of that id."""


def trace(release: Release, row_id: str) -> Row:
    """All that a release says about an observation, a fact or a quantity, by its id or the beginning of it.

    `{"fact": row or None, "observations": [...]}`; each observation with `row`, `document`, `article`, `quantity`,
    `context` (before, number, after; null in a release without text), `findings`, `audits`, `relations`, `facts` and
    `quarantine`.  Raises NothingTracedError, WarehouseError.
    """
    with closing(release.connect()) as con:
        kind, key = _find(con, release, row_id)
        fact = _one(con, "SELECT * FROM facts WHERE fact_id = ?", key) if kind == "facts" else None
        if fact:
            ids = fact["evidence"]
        elif kind == "quantities":
            found = _rows(con, "SELECT observation_id FROM observations WHERE quantity_id = ? ORDER BY 1", key)
            ids = [row["observation_id"] for row in found]
        else:
            ids = [key]
        traced = [_observation(con, one) for one in ids]
        if kind == "quantities" and not traced:
            quantity = _one(con, "SELECT * FROM quantities WHERE quantity_id = ?", key)
            traced = [{"row": None, **_read_from(con, quantity or {})}]
        return {"release_id": release.release_id, "fact": fact, "observations": traced}


def _find(con: duckdb.DuckDBPyConnection, release: Release, row_id: str) -> tuple[str, str]:
    """The table and the whole id."""
    if len(row_id) >= LEAST:
        for table, key in (("observations", "observation_id"), ("facts", "fact_id"), ("quantities", "quantity_id")):
            query = f"SELECT {key} FROM {table} WHERE starts_with({key}, ?) ORDER BY 1 LIMIT 3"
            found = [row[0] for row in con.execute(query, [row_id]).fetchall()]
            if len(found) == 1 or row_id in found:
                return table, row_id if row_id in found else found[0]
            if found:
                raise NothingTracedError(f"Several {table} begin with {row_id}: {', '.join(found)}. Give more of it.")
    query = "SELECT array_to_string(reasons, '; ') FROM quarantine WHERE row_id = ?"
    held = con.execute(query, [row_id]).fetchone()
    why = f" It is in quarantine: {held[0]}" if held else ""
    raise NothingTracedError(
        f"Release {release.release_id} has no observation, fact or quantity {row_id}.{why or ' Ids stand in these tables.'}"
    )


def _observation(con: duckdb.DuckDBPyConnection, key: str) -> Row:
    row = _one(con, "SELECT * FROM observations WHERE observation_id = ?", key)
    if row is None:
        raise NothingTracedError(f"The release has no observation {key}, although a fact names it.")
    quantity = _one(con, "SELECT * FROM quantities WHERE quantity_id = ?", row["quantity_id"]) or {}
    return {
        "row": row,
        **_read_from(con, quantity),
        "relations": _rows(con, "SELECT * FROM relations WHERE list_contains(observation_ids, ?) ORDER BY ALL", key),
        "facts": _rows(con, "SELECT * FROM facts WHERE list_contains(evidence, ?) ORDER BY fact_id", key),
        "findings": _findings(con, key, quantity),
    }


def _read_from(con: duckdb.DuckDBPyConnection, quantity: Row) -> Row:
    document = _one(con, "SELECT * FROM documents WHERE source = ?", quantity["source"]) or {}
    text = document.pop("text", None)
    start, end = quantity["start"], quantity["end"]
    context = (text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]) if text else None
    key = quantity["quantity_id"]
    query = (
        "SELECT * FROM audits WHERE claim_quantity_id = ? OR list_contains(operand_quantity_ids, ?) ORDER BY audit_id"
    )
    return {
        "document": document,
        "article": _one(con, "SELECT * FROM articles WHERE article_id = ?", quantity["article_id"]),
        "quantity": quantity,
        "context": context,
        "audits": _rows(con, query, key, key),
        "relations": [],
        "facts": [],
        "findings": _findings(con, key, quantity),
    }


def _findings(con: duckdb.DuckDBPyConnection, key: str, quantity: Row) -> list[Row]:
    """Those about the row, and those about its number's characters."""
    query = """SELECT * FROM findings WHERE row_id IN (?, ?)
        OR (source = ? AND start <= ? AND "end" >= ? AND row_id IS NULL) ORDER BY severity, "check", finding_id"""
    return _rows(con, query, key, quantity["quantity_id"], quantity["source"], quantity["start"], quantity["end"])


def _rows(con: duckdb.DuckDBPyConnection, query: str, *values: Any) -> list[Row]:
    result = con.execute(query, list(values))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _one(con: duckdb.DuckDBPyConnection, query: str, *values: Any) -> Row | None:
    return next(iter(_rows(con, query, *values)), None)


# ------------------------------------------------------------------------------------------------ laying it out
def show(console: Console, traced: Row) -> None:
    """Print it."""
    fact = traced["fact"]
    if fact:
        console.print(Text(f"Fact {fact['fact_id']} of release {traced['release_id']}", "bold"))
        _table(console, fact, leave_out=("fact_id", "evidence"))
        count = len(traced["observations"])
        console.print(Text(f"\nMade of {count} statement{'s' if count > 1 else ''}:"))
    for found in traced["observations"]:
        console.print()
        _show_one(console, found, traced["release_id"])


def _show_one(console: Console, found: Row, release_id: str) -> None:
    row, quantity, article, document = found["row"], found["quantity"], found["article"], found["document"]
    key = f"Observation {row['observation_id']}" if row else f"Quantity {quantity['quantity_id']}: no statistic"
    console.print(Text(f"{key} of release {release_id}", "bold"))
    if row:
        stated = (
            "label",
            "indicator",
            "education_level",
            "measure",
            "nature",
            "comparator",
            "value",
            "value_max",
            "unit",
        )
        _table(
            console,
            row,
            only=(*stated, "region_name", "period_start", "period_end", "period_basis", "reference", "flags"),
        )
    about = ", ".join(str(document[name]) for name in ("title", "publisher", "published_on") if document.get(name))
    lines = [("document", f"{document.get('source')} ({document.get('document_id')}){': ' + about if about else ''}")]
    if article:
        place = article["region_name"] or "place unknown"
        lines.append(("article", f"{article['title'] or '(no title)'} · {place} · {article['dated_on'] or 'no date'}"))
    lines.append(("characters", f"{quantity['start']}–{quantity['end']}: {quantity['text']}"))
    lines += [("sentence", row["sentence"])] if row else []
    lines.append(("why", f"{quantity['kind']}: {quantity['reason']}"))
    _table(console, dict(lines))
    if found["context"]:
        before, number, after = (part.replace("\n", "⏎") for part in found["context"])
        console.print(Text.assemble("  …", before, ("【" + number + "】", "bold reverse"), after, "…"), soft_wrap=True)
    _list(console, "finding", [f"{f['severity']} {f['check']}: {f['message']}" for f in found["findings"]])
    _list(console, "audit", [_audit(audit) for audit in found["audits"]])
    _list(console, "relation", [f"{r['relation']}: {r['note']} ({r['rule']})" for r in found["relations"]])
    _list(console, "fact", [f"{f['fact_id']}: {f['value']:g} {f['unit']}, {f['quality']}" for f in found["facts"]])


def _audit(audit: Row) -> str:
    claimed = "" if audit["claimed"] is None else f"stated {audit['claimed']:g}, "
    why = f" {audit['explanation']}" if audit["explanation"] else ""
    return f"{audit['kind']}, {audit['verdict']}: {claimed}recomputed {audit['computed']:g}.{why}"


def _list(console: Console, word: str, lines: list[str]) -> None:
    for line in lines:
        console.print(Text.assemble((f"{word:11}", "bold"), line), soft_wrap=True)


def _table(console: Console, row: Row, only: tuple[str, ...] = (), leave_out: tuple[str, ...] = ()) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in row.items():
        if value in (None, []) or (only and name not in only) or name in leave_out:
            continue
        words = (
            ", ".join(map(str, value))
            if isinstance(value, list)
            else f"{value:g}"
            if isinstance(value, float)
            else str(value)
        )
        grid.add_row(Text(name), Text(words))
    console.print(grid)
