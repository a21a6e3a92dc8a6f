"""Which rows the tables of the index show, and in which order.

What belongs here: report.listings.  What does not: the files (test_report_scripts), single columns (test_report_files).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from edu_pipeline.report import listings, overview
from edu_pipeline.report.corpus import Corpus


@pytest.mark.parametrize(
    ("most", "shown"),
    [(2, "bd"), (3, "bde"), (5, "bdeac"), (6, "bdeacf"), (9, "bdeacf")],
)
def test_the_gravest_come_first_and_else_as_they_lie(monkeypatch: pytest.MonkeyPatch, most: int, shown: str) -> None:
    """Those of no known gravity last."""
    monkeypatch.setattr(listings, "MOST_ROWS", most)
    with duckdb.connect() as con:
        con.execute("CREATE TABLE t AS FROM (VALUES ('a', 'info'), ('b', 'error'), ('c', 'info'), ('d', 'error'), "
                    "('e', 'warning'), ('f', NULL)) v(name, severity)")  # fmt: skip
        rows = con.execute(listings.gravest("t", "severity", ("error", "warning", "info"), "name")[1:-1]).fetchall()
    assert "".join(name for name, _ in rows) == shown


def test_audits_come_by_verdict_then_as_their_numbers_stand(sample: Any, tmp_path: Path) -> None:
    rows = sample.rows
    (audit,) = rows["audits"]
    first, second, total = (row["quantity_id"] for row in rows["quantities"][:3])
    of_two = sample.quantity(sample.two, "127所")
    rows["audits"] = [
        {**audit, "audit_id": "a3", "verdict": "consistent", "claim_quantity_id": first},
        {**audit, "audit_id": "a2", "verdict": "inconsistent", "document_id": sample.two, "claim_quantity_id": of_two},
        {**audit, "audit_id": "a1", "verdict": "inconsistent", "claim_quantity_id": total},
        {**audit, "audit_id": "a0", "verdict": "inconsistent", "claim_quantity_id": None, "operand_quantity_ids": [second]},
        {**audit, "audit_id": "a4", "verdict": "implied", "claim_quantity_id": None, "operand_quantity_ids": []},
    ]  # fmt: skip
    with Corpus(sample.lay_out(tmp_path / "parquet")) as corpus:
        found = _of("audits").rows(listings.Shown(corpus, overview.documents(corpus)))
    places = [f"documents/{sample.one}.html#q-{second}", f"documents/{sample.one}.html#q-{total}",
              f"documents/{sample.two}.html#q-{of_two}", f"documents/{sample.one}.html", f"documents/{sample.one}.html#q-{first}"]  # fmt: skip
    assert found[listings.LINK].to_pylist() == places
    assert found["verdict"].to_pylist() == ["inconsistent"] * 3 + ["implied", "consistent"]
    assert found["document"].to_pylist() == [sample.hostile] * 5


def test_relations_name_their_first_statement_and_the_values_of_others(sample: Any, tmp_path: Path) -> None:
    rows = sample.rows
    (relation,) = rows["relations"]
    one, other, third = rows["observations"][0], rows["observations"][4], rows["observations"][1]
    other["value"], third["indicator"], third["label"] = 128.0, None, "幼儿园"
    one_id, other_id = (row["observation_id"] for row in (one, other))
    rows["relations"] = [
        {**relation, "relation_id": "r1", "resolved_to": other_id},
        {**relation, "relation_id": "r2", "relation": "repeat", "observation_ids": [third["observation_id"]], "resolved_to": None},
        {**relation, "relation_id": "r0", "relation": "repeat", "observation_ids": ["gone", one_id], "resolved_to": None},
    ]  # fmt: skip
    with Corpus(sample.lay_out(tmp_path / "parquet")) as corpus:
        found = _of("relations").rows(listings.Shown(corpus, overview.documents(corpus)))
    columns = ("relation", "indicator", "first_value", "last_value", "resolved", "statements")
    assert [tuple(row[name] for name in columns) for row in found.to_pylist()] == [
        ("Conflict", sample.hostile, one["value"], 128.0, 128.0, 2),
        ("Told again", "幼儿园", third["value"], None, None, 1),
        ("Told again", None, None, one["value"], None, 2),
    ]


def _of(name: str) -> listings.Listing:
    return next(listing for listing in listings.LISTINGS if listing.name == name)
