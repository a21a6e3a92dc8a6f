"""A DuckDB file made ahead is published only with the tables that it was made of.

What belongs here: warehouse.ahead.  What does not: what the file holds (test_patching), whole runs (tests/test_one_more).
"""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from laid_out import before, finding, lay_out

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import ahead, duckdb_file, parquet
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.staging import Staging


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
