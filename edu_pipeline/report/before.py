"""The release before, beside the one that a report is about.

What belongs here: having the tables of both, and what differs between them.  What does not: what is said of it (overview,
listings), which pages it leaves as they were (kept).

    before_<table>              the rows of the release before
    old_<table>, new_<table>    at least the rows that are in one release alone (warehouse.differing)
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.report.corpus import Corpus
from edu_pipeline.warehouse import differing
from edu_pipeline.warehouse.duck import parquet_literal, quoted
from edu_pipeline.warehouse.errors import WarehouseError

_OWN = {"findings": ["check", "severity", "message", "source", "start"], "facts": ["value", "unit", "indicator"]}
"""Columns that comparing asks for beside the keys."""
TABLES = (
    "documents", "articles", "facts", "findings", "quantities", "observations", "relations", "audits", "quarantine",
)  # fmt: skip


class Before(NamedTuple):
    """The release before: its tables, and the report on them."""

    parquet: Path
    report: Path


def attach(corpus: Corpus, before: Before | None) -> bool:
    """Make the release before known to `corpus`.

    False when there is none, or when its tables have other columns or are damaged, so that they cannot be compared.
    """
    if before is None:
        return False
    try:
        for name in TABLES:
            path = before.parquet / f"{name}.parquet"
            corpus.con.execute(f"CREATE VIEW before_{name} AS FROM read_parquet({parquet_literal(path)})")
            wanted = ", ".join(map(quoted, (*tables.TABLES[name].key, *_OWN.get(name, ()))))
            corpus.con.execute(f"SELECT {wanted} FROM before_{name} LIMIT 0")
            differing.rows(corpus.con, tables.TABLES[name], path, corpus.parquet / path.name)
    except (duckdb.Error, WarehouseError, OSError, pa.ArrowException):
        return False
    return True
