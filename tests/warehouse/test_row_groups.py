"""Parquet files joined out of row groups are files like any other.

What belongs here: warehouse.row_groups.  What does not: whole runs (tests/test_one_more).
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from laid_out import joined

from edu_pipeline.quality import reference_tables
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import parquet, row_groups
from edu_pipeline.warehouse.parquet import SchemaMismatch


def quantities(many: int, document: int = 0) -> pa.Table:
    rows: list[dict[str, Any]] = [
        {
            "quantity_id": f"{document:04}{number:06}", "document_id": "d", "source": f"{document:04}.txt",
            "article_id": "a", "start": number * 9, "end": number * 9 + 3, "text": f"{number}所" * (1 + number % 40),
            "kind": "observation", "value": None if number % 7 == 0 else number / 3, "reason": "counted",
            "box": [1.0, float(number)] if number % 5 == 0 else None,
        }
        for number in range(many)
    ]  # fmt: skip
    return TABLES["quantities"].from_rows(rows)


@pytest.mark.parametrize("sizes", [[], [0], [1], [5, 0, 3000, 1, 70_000], [2] * 14, [2] * 15, [1] * 300])
def test_every_reader_finds_the_rows(tmp_path: Path, sizes: list[int]) -> None:
    parts = [quantities(size, number) for number, size in enumerate(sizes)]
    wanted = pa.concat_tables([TABLES["quantities"].arrow.empty_table(), *parts]).combine_chunks()
    path = joined(tmp_path / "quantities.parquet", parts)
    read = pq.read_table(path)
    assert read.combine_chunks() == wanted
    parquet.write("quantities", wanted, tmp_path / "plain.parquet")
    assert read.schema.equals(pq.read_schema(tmp_path / "plain.parquet"), check_metadata=True)
    assert pq.read_metadata(path).num_row_groups == sum(size > 0 for size in sizes)
    assert pq.read_metadata(path).num_rows == wanted.num_rows
    asked = duckdb.sql(f"SELECT quantity_id FROM read_parquet('{path}') WHERE start >= 9").fetchall()
    assert [row[0] for row in asked] == [r["quantity_id"] for r in wanted.to_pylist() if r["start"] >= 9]
    assert polars.read_parquet(path, columns=["value"])["value"].to_list() == wanted["value"].to_pylist()


def test_statistics_are_those_of_the_group(tmp_path: Path) -> None:
    path = joined(tmp_path / "q.parquet", [quantities(10, 1), quantities(20, 2)])
    metadata = pq.read_metadata(path)
    at = metadata.schema.names.index("source")
    found = [metadata.row_group(number).column(at).statistics for number in range(2)]
    assert [(each.min, each.max) for each in found] == [("0001.txt",) * 2, ("0002.txt",) * 2]


def test_a_group_is_the_same_bytes_wherever_it_stands(tmp_path: Path) -> None:
    one, two = quantities(50, 1), quantities(60, 2)
    alone, together = (joined(tmp_path / f"{len(p)}.parquet", p).read_bytes() for p in ([two], [one, two]))
    data = row_groups.opened(row_groups.encode("quantities", two)).data
    assert bytes(data) in alone and bytes(data) in together
    assert row_groups.decode("quantities", row_groups.encode("quantities", two)) == two


def test_other_tables_too(tmp_path: Path) -> None:
    table = reference_tables.indicators()
    path = joined(tmp_path / "indicators.parquet", [table], "indicators")
    assert pq.read_table(path) == TABLES["indicators"].sorted(table)


def test_what_is_no_row_group() -> None:
    whole = row_groups.encode("quantities", quantities(9))
    for broken in (whole[:3], whole[:40], b"\0" * 90, hashlib.sha256(whole).digest()):
        with pytest.raises(ValueError):  # noqa: PT011  whatever it says: the cache's checksum has said so before
            row_groups.decode("quantities", broken)
    with pytest.raises(SchemaMismatch):
        row_groups.encode("quantities", pa.table({"x": [1]}))
