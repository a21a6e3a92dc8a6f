"""The DuckDB file made out of the one before holds what one made from nothing holds.

What belongs here: warehouse.patching.  What does not: of which tables a file made ahead is (test_ahead), whole runs (tests/test_one_more).
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from laid_out import before, lay_out

from edu_pipeline.warehouse import duckdb_file, parquet, patching


def rows(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    with duckdb.connect(str(database), read_only=True) as con:
        names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: sorted(con.execute(f"FROM {name}").fetchall(), key=str) for name in sorted(names)}


def test_random_changes(tmp_path: Path) -> None:
    chance = random.Random(5)
    findings = dict.fromkeys(range(300), "said")
    documents = {number: [f"{chance.random()}" for _ in range(chance.randrange(40))] for number in range(30)}
    last = lay_out(tmp_path / "0", findings, documents)
    assert not duckdb_file.build(tmp_path / "0.duckdb", last)
    for step in range(1, 6):
        for number in chance.sample(sorted(findings), 9):
            findings[number] = f"other {step}"
        for number in chance.sample(sorted(findings), 4):
            del findings[number]
        findings[1000 + step] = "new"
        documents[chance.choice(sorted(documents))] = ["changed", "now"]
        del documents[chance.choice(sorted(documents))]
        documents[100 + step] = [] if step % 2 else ["new"] * step
        now = lay_out(tmp_path / str(step), findings, documents)
        database = tmp_path / f"{step}.duckdb"
        assert duckdb_file.build(database, now, before(last, tmp_path / f"{step - 1}.duckdb"))
        duckdb_file.build(tmp_path / "whole.duckdb", now)
        assert rows(database) == rows(tmp_path / "whole.duckdb")
        assert not list(tmp_path.glob("*.wal"))
        last = now


@pytest.mark.parametrize(
    "why",
    ["altered", "gone", "grown", "another schema", "a damaged page", "nearly all changed", "not what it should be"],
)
def test_else_it_is_made_from_nothing(tmp_path: Path, why: str) -> None:
    findings = dict.fromkeys(range(1500), "said")
    old = lay_out(tmp_path / "old", findings, {1: ["x"]})
    duckdb_file.build(tmp_path / "old.duckdb", old)
    known = before(old, tmp_path / "old.duckdb")
    match why:
        case "altered":
            data = bytearray(known.database.read_bytes())
            data[-5] ^= 1
            known.database.write_bytes(bytes(data))
        case "gone":
            known.database.unlink()
        case "grown":
            known = patching.Before(known.database, old, known.sha256, known.whole_bytes // 2)
        case "another schema":
            parquet.pq.write_table(pa.table({"fact_id": ["x"]}), old / "facts.parquet")
        case "a damaged page":
            data = bytearray((old / "quantities.parquet").read_bytes())
            data[4:40] = bytes(36)
            (old / "quantities.parquet").write_bytes(bytes(data))
        case "nearly all changed":
            findings = dict.fromkeys(findings, "said otherwise")
        case "not what it should be":
            with duckdb.connect(str(known.database)) as con:
                con.execute("DELETE FROM findings WHERE finding_id = 'f00700'")
            known = before(old, known.database)
    now = lay_out(tmp_path / "now", {**findings, 9999: "new"}, {1: ["x"]})
    assert not duckdb_file.build(tmp_path / "now.duckdb", now, known)
    duckdb_file.build(tmp_path / "whole.duckdb", now)
    assert rows(tmp_path / "now.duckdb") == rows(tmp_path / "whole.duckdb")
