"""Staged tables: the same bytes from the same rows, whole or not at all, and nothing but the schema."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import parquet, sorting
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.parquet import SchemaMismatch
from edu_pipeline.warehouse.staging import Staging, StagingError

UNITS = [{"unit": u, "name_zh": u, "name_en": u, "dimension": "count"} for u in ("person", "%", "class")]


@pytest.fixture
def staging(warehouse: Path) -> Staging:
    return Staging(warehouse, "0" * 16)


def plain_table(rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows)


def test_a_footer_is_read_once_until_the_file_is_another(staging: Staging, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    plain = pq.read_metadata
    monkeypatch.setattr(parquet.pq, "read_metadata", lambda path: read.append(path) or plain(path))
    path = staging.write("units", TABLES["units"].from_rows(UNITS))
    assert [parquet.footer(path).num_rows for _ in range(3)] == [3, 3, 3] and len(read) == 1
    staging.write("units", TABLES["units"].from_rows(UNITS[:2]))
    assert parquet.footer(path).num_rows == 2 and len(read) == 2


def test_same_rows_same_bytes(staging: Staging, rows: dict[str, list[dict[str, Any]]]) -> None:
    for name, table in TABLES.items():
        whole = table.from_rows(rows[name])
        first = staging.write(name, whole).read_bytes()
        backwards = whole.take(list(range(whole.num_rows - 1, -1, -1)))
        chunks = pa.concat_tables([backwards.slice(i, 1) for i in range(backwards.num_rows)] or [backwards])
        assert staging.write(name, chunks).read_bytes() == first
        assert staging.read(name).equals(whole)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(order=st.permutations(range(3)))
def test_rows_come_in_order(staging: Staging, order: list[int]) -> None:
    staging.write("units", plain_table([UNITS[i] for i in order]))
    assert staging.read("units").column("unit").to_pylist() == ["%", "class", "person"]


def test_schema_with_descriptions_and_without_pandas(staging: Staging) -> None:
    frame = plain_table(UNITS).to_pandas()
    staging.write("units", pa.Table.from_pandas(frame))
    schema = pq.read_schema(staging.path("units"))
    assert schema.equals(TABLES["units"].arrow, check_metadata=True)
    assert b"pandas" not in (schema.metadata or {})


def test_casts_without_loss(staging: Staging) -> None:
    table = TABLES["articles"].from_rows(
        [
            {
                "article_id": "a",
                "document_id": "d",
                "ordinal": 0,
                "start": 0,
                "end": 1,
                "complete": True,
                "dated_on": date(2020, 1, 2),
            }
        ]
    )
    at = table.schema.get_field_index("ordinal")
    staging.write("articles", table.set_column(at, "ordinal", pa.array([7], pa.int64())))
    assert staging.read("articles").column("ordinal").to_pylist() == [7]
    with pytest.raises(SchemaMismatch, match="ordinal"):
        staging.write("articles", table.set_column(at, "ordinal", pa.array([1 << 40], pa.int64())))


@pytest.mark.parametrize(
    ("name", "rows", "why"),
    [
        ("units", [{**UNITS[0], "unit": None}], "1 of 1 rows are null"),
        ("units", [{k: v for k, v in UNITS[0].items() if k != "unit"}], "missing columns .'unit'."),
        ("units", [{**UNITS[0], "extra": 1}], "unknown columns .'extra'."),
        ("units", [{**UNITS[0], "unit": ["a"]}], "does not cast"),
        ("unit", UNITS, "There is no table unit"),
    ],
)
def test_what_is_refused(staging: Staging, name: str, rows: list[dict[str, Any]], why: str) -> None:
    with pytest.raises(SchemaMismatch, match=why):
        staging.write(name, plain_table(rows))
    assert not staging.exists(name)


@pytest.mark.parametrize(
    ("code", "why"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only"), (errno.EIO, "look at")]
)
def test_a_disk_that_refuses(staging: Staging, monkeypatch: pytest.MonkeyPatch, code: int, why: str) -> None:
    before = staging.write("units", plain_table(UNITS)).read_bytes()

    def half(*given: object, **options: object) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(parquet.pq.ParquetWriter, "write_table", half)
    with pytest.raises(WarehouseError, match=why) as caught:
        staging.write("units", plain_table(UNITS[:1]))
    assert "units.parquet" in str(caught.value)
    assert sorted(path.name for path in staging.folder.iterdir()) == ["units.digest", "units.parquet"]
    assert staging.intact("units")
    assert staging.path("units").read_bytes() == before


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "w").write_text("")
    with pytest.raises(WarehouseError, match="is a file"):
        Staging(tmp_path / "w", "0" * 16).write("units", plain_table(UNITS))


def test_reading_what_is_not_there(staging: Staging) -> None:
    with pytest.raises(StagingError, match="materialise"):
        staging.read("units")
    staging.folder.mkdir(parents=True)
    staging.path("units").write_bytes(b"PAR1")
    with pytest.raises(WarehouseError, match="not a whole Parquet file"):
        staging.read("units")


def test_texts_lie_in_small_row_groups(staging: Staging) -> None:
    document = {
        "document_id": "d", "sha256": "s", "media_type": "text/plain", "reader": "t", "byte_size": 1, "text": "", "status": "ok",
    }  # fmt: skip
    staging.write("documents", TABLES["documents"].from_rows([{**document, "source": f"{i:04}"} for i in range(600)]))
    assert pq.ParquetFile(staging.path("documents")).num_row_groups == 3


def test_begin_refuses_another_input(staging: Staging, stage: Callable[..., Staging], rows: Any) -> None:
    with pytest.raises(StagingError, match="input changed"):
        staging.begin({}, [])
    made = stage(rows)
    assert (made.input() or {})["fingerprint"] == made.fingerprint


def test_a_sort_begins_without_what_a_killed_one_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "IN_MEMORY", 0)
    table = TABLES["units"]
    row = {
        column.name: column.name if pa.types.is_string(table.arrow.field(column.name).type) else None
        for column in table.columns
    }
    spill = tmp_path / ".units.sorted"
    killed = sorting.Sorter("units", spill)
    for number in range(3):
        killed.add(table.from_rows([{**row, "unit": f"left {number}"}]))
    with sorting.sorting("units", spill) as sorter:
        sorter.add(table.from_rows([{**row, "unit": "own"}]))
        rows = pa.concat_tables(sorter.parts())
    assert rows.column("unit").to_pylist() == ["own"]
