"""The release before, beside the one that a report is about.

What belongs here: having the tables of both, and what differs between them.  What does not: what is said of it (overview,
listings), which pages it leaves as they were (kept).

    before_counts               how many rows its tables had, of those that are counted
    before_findings             all its findings
    old_<table>, new_<table>    at least the rows that are in one release alone (warehouse.differing)
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.report.corpus import Corpus
from edu_pipeline.warehouse import differing, duck
from edu_pipeline.warehouse.duck import parquet_literal, quoted
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.parquet import footer

COUNTED = ("documents", "facts", "findings", "quantities", "observations", "audits", "quarantine")
"""Tables of which totals are told."""
TABLES = (*COUNTED, "articles", "relations")
_OWN = {
    "documents": ["document_id", "status"],
    "findings": ["check", "severity", "message", "source", "start"],
    "facts": [
        "value",
        "unit",
        "indicator",
        "region_name",
        "education_level",
        "population",
        "label",
        "period_start",
        "period_end",
    ],
}
"""Columns that are asked of the release before beside the keys, whichever program made it."""

NONE_BEFORE = "There is no release before it to compare with."
NOT_COMPARABLE = "The release before it is not compared: its tables have other columns, or are damaged."
TOO_LARGE = "The release before it is not compared: that took more memory than there was."


class Before(NamedTuple):
    """The release before: its tables, and the report on them."""

    parquet: Path
    report: Path


def attach(corpus: Corpus, before: Before | None) -> str:
    """Make the release before known to `corpus`; empty, or why it cannot be compared, for people."""
    if before is None:
        return NONE_BEFORE
    try:
        for name in TABLES:
            path = before.parquet / f"{name}.parquet"
            old, _ = differing.rows(corpus.con, tables.TABLES[name], path, corpus.parquet / path.name, shared=True)
            wanted = ", ".join(map(quoted, (*tables.TABLES[name].key, *_OWN.get(name, ()))))
            corpus.con.execute(f"SELECT {wanted} FROM {old} LIMIT 0")
        counts = {name: footer(before.parquet / f"{name}.parquet").num_rows for name in COUNTED}
        duck.table(corpus.con, "before_counts", pa.table({"name": list(counts), "n": list(counts.values())}))
        path = before.parquet / "findings.parquet"
        corpus.con.execute(f"CREATE VIEW before_findings AS FROM read_parquet({parquet_literal(path)})")
    except (duckdb.OutOfMemoryException, MemoryError):
        return TOO_LARGE
    except (duckdb.Error, WarehouseError, OSError, pa.ArrowException):
        return NOT_COMPARABLE
    return ""
