"""The DuckDB file made out of the one before holds what one made from nothing holds.

What belongs here: warehouse.patching, and of which tables a file made ahead is (warehouse.ahead).  What does not: whole runs (tests/test_one_more).
"""

from __future__ import annotations

import random
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from edu_pipeline import tables
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import ahead, duckdb_file, parquet, patching, row_groups
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.sources import hash_file
from edu_pipeline.warehouse.staging import Staging


def finding(number: int, message: str) -> dict[str, Any]:
    return {
        "finding_id": f"f{number:05}", "check": "conflict", "severity": "info", "table_name": "facts",
        "message": message, "source": f"{number % 9}.txt",
    }  # fmt: skip


def quantity(document: int, number: int, text: str) -> dict[str, Any]:
    return {
        "quantity_id": f"{document:04}-{number:04}", "document_id": "d", "source": f"{document:04}.txt",
        "article_id": "a", "start": number, "end": number + 1, "text": text, "kind": "noise", "reason": "r",
        "box": [1.0, 2.0] if number % 3 else None,
    }  # fmt: skip


def lay_out(folder: Path, findings: dict[int, str], documents: dict[int, list[str]]) -> Path:
    folder.mkdir(parents=True)
    for table in tables.PUBLISHED:
        parquet.write(table.name, table.arrow.empty_table(), folder / f"{table.name}.parquet")
    said = TABLES["findings"].from_rows(finding(*item) for item in findings.items())
    parquet.write("findings", said, folder / "findings.parquet")
    parts = [
        TABLES["quantities"].from_rows(quantity(document, at, text) for at, text in enumerate(texts))
        for document, texts in sorted(documents.items())
    ]
    with (folder / "quantities.parquet").open("wb") as handle:
        joiner = row_groups.Joiner("quantities", handle)
        for part in parts:
            joiner.add(row_groups.encode("quantities", part))
        joiner.close()
    return folder


def before(folder: Path, database: Path) -> patching.Before:
    return patching.Before(database, folder, hash_file(database)[0], database.stat().st_size)


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


@pytest.mark.parametrize("altered", ["never", "while it is made", "afterwards"])
def test_a_file_made_ahead_is_that_of_the_bytes_it_was_made_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, altered: str
) -> None:
    findings = dict.fromkeys(range(100), "said")
    old = lay_out(tmp_path / "old", findings, {1: ["x"]})
    duckdb_file.build(tmp_path / "old.duckdb", old)
    known = before(old, tmp_path / "old.duckdb")
    staging = Staging(tmp_path, "0" * 16)  # no table has a digest: each is by another hand
    lay_out(staging.folder, {**findings, 7: "otherwise"}, {1: ["x"]})

    def alter() -> None:
        said = TABLES["findings"].from_rows([finding(8, "another")])
        parquet.write("findings", said, staging.path("findings"))

    if altered == "while it is made":
        build = duckdb_file.build
        monkeypatch.setattr(duckdb_file, "build", lambda *given, **named: (build(*given, **named), alter()))
    with ahead.beside(staging, known):
        pass
    if altered == "afterwards":
        alter()
    made = ahead.take(staging, tmp_path / "new.duckdb")
    assert (made is not None) == (altered == "never")


@pytest.mark.parametrize(
    ("error", "told"), [(WarehouseError("full"), False), (OSError("gone"), False), (TypeError("a mistake"), True)]
)
def test_what_went_wrong_ahead_is_told_where_publishing_would_not_tell_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: bool
) -> None:
    old = lay_out(tmp_path / "old", {1: "said"}, {1: ["x"]})
    duckdb_file.build(tmp_path / "old.duckdb", old)
    known = before(old, tmp_path / "old.duckdb")
    staging = Staging(tmp_path, "0" * 16)
    lay_out(staging.folder, {1: "otherwise"}, {1: ["x"]})

    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(duckdb_file, "build", failing)
    with pytest.raises(type(error)) if told else nullcontext(), ahead.beside(staging, known):
        pass
    assert ahead.take(staging, tmp_path / "new.duckdb") is None
