"""Publishing: all or nothing, once for each input, and what readers then see."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from edu_pipeline.schema import SCHEMA_VERSION
from edu_pipeline.tables import PUBLISHED, TABLES
from edu_pipeline.warehouse import datapackage, duckdb_file, files, release
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.release import ReleaseBlocked, ReleaseMissing, open_release, publish, releases
from edu_pipeline.warehouse.staging import Staging

Rows = dict[str, list[dict[str, Any]]]
Stage = Callable[..., Staging]


@pytest.fixture
def no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what comes after the rules, which take a while."""
    monkeypatch.setattr(release, "verify", lambda *_: [])


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of pages, as `publish` is given it."""
    for name in ("index.html", "documents/a.html"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "pages"


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_release_has_all_its_files(rows: Rows, stage: Stage, warehouse: Path, pages: Path) -> None:
    staging = stage(rows)
    published = publish(staging, report=lambda: pages)
    assert published.new
    assert published.release_id == f"000001-{staging.fingerprint}"
    assert below(published.path) == sorted(
        ["datapackage.json", "education.duckdb", "release.json", "report/index.html", "report/documents/a.html"]
        + [f"parquet/{table.name}.parquet" for table in PUBLISHED]
    )
    assert os.readlink(warehouse / "current") == f"releases/{published.release_id}"
    for table in PUBLISHED:
        name = f"parquet/{table.name}.parquet"
        assert (published.path / name).read_bytes() == staging.path(table.name).read_bytes()
    manifest = json.loads((published.path / "release.json").read_text())
    assert manifest["fingerprint"] == staging.fingerprint
    assert manifest["schema_version"] == SCHEMA_VERSION
    assert manifest["counts"] == {table.name: len(rows[table.name]) for table in PUBLISHED}
    assert not list(warehouse.glob("**/*.tmp*"))


@pytest.mark.usefixtures("no_rules")
def test_nothing_new_leaves_current_alone(rows: Rows, stage: Stage, warehouse: Path) -> None:
    first = publish(stage(rows))
    before = os.lstat(warehouse / "current")
    again = publish(stage(rows))
    assert (again.release_id, again.path, again.new) == (first.release_id, first.path, False)
    after = os.lstat(warehouse / "current")
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def _emptied(path: Path) -> None:
    path.unlink()  # the staged table is the same file under another name
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data[:-1])


@pytest.mark.parametrize(
    ("name", "harm"),
    [("parquet/observations.parquet", _emptied), ("education.duckdb", _cut), ("datapackage.json", Path.unlink)],
)
def test_a_damaged_release_is_published_anew(rows: Rows, stage: Stage, name: str, harm: Callable[[Path], None]) -> None:
    first = publish(stage(rows))
    whole = (first.path / name).stat().st_size
    harm(first.path / name)
    assert open_release(first.path).damaged == (name,)
    again = publish(stage(rows))
    assert (again.new, again.release_id[:7], again.damaged) == (True, "000002-", (name,))
    assert (again.path / name).stat().st_size == whole
    assert open_release(again.path).complete
    assert open_release(again.path).table("observations").num_rows == len(rows["observations"])
    assert not publish(stage(rows)).new


@pytest.mark.usefixtures("no_rules")
def test_a_release_that_does_not_say_how_large_it_was_is_damaged_when_a_file_is_empty(rows: Rows, stage: Stage) -> None:
    first = publish(stage(rows))
    manifest = json.loads((first.path / "release.json").read_text())
    del manifest["sizes"]
    (first.path / "release.json").write_text(json.dumps(manifest))
    _cut(first.path / "education.duckdb")
    assert open_release(first.path).complete
    _emptied(first.path / "parquet/facts.parquet")
    assert open_release(first.path).damaged == ("parquet/facts.parquet",)


@pytest.mark.usefixtures("no_rules")
def test_a_new_input_and_back(rows: Rows, stage: Stage, warehouse: Path) -> None:
    first = publish(stage(rows, limit=1))
    second = publish(stage(rows, limit=2))
    third = publish(stage(rows, limit=1))
    assert [p.release_id[:7] for p in (first, second, third)] == ["000001-", "000002-", "000003-"]
    assert third.release_id[7:] == first.release_id[7:]
    assert [r.release_id for r in releases(warehouse)] == [p.release_id for p in (first, second, third)]
    assert open_release(warehouse).path == third.path
    for name in ("quantities", "documents"):
        assert open_release(first.path).table(name).equals(open_release(third.path).table(name))
    # only the staged tables of the last input are kept
    assert [path.name for path in (warehouse / "staging").iterdir()] == [third.release_id[7:]]


def test_blocked_leaves_current_and_says_where_the_rows_are(rows: Rows, stage: Stage, warehouse: Path) -> None:
    first = publish(stage(rows))
    del rows["quantities"][0]
    rows["articles"][1]["end"] = 2
    with pytest.raises(ReleaseBlocked) as caught:
        publish(stage(rows, limit=2))
    assert {violation.rule for violation in caught.value.violations} == {"digits", "cover", "foreign_key"}
    assert str(warehouse / "blocked.json") in str(caught.value)
    assert "digits: 1 runs of digits" in str(caught.value)
    written = json.loads((warehouse / "blocked.json").read_text())
    shown = {violation["rule"]: violation["rows"] for violation in written["violations"]}
    assert shown["digits"][0]["text"] == "２０２5"
    assert open_release(warehouse).release_id == first.release_id
    assert len(list((warehouse / "releases").iterdir())) == 1
    # tables of the same input as the current release are not trusted either
    with pytest.raises(ReleaseBlocked):
        publish(stage(rows))


def test_blocked_json_goes_with_the_next_good_release(rows: Rows, stage: Stage, warehouse: Path) -> None:
    with pytest.raises(ReleaseBlocked):
        publish(stage(rows, leave_out=("facts",)))
    assert (warehouse / "blocked.json").exists()
    assert not (warehouse / "current").exists()
    publish(stage(rows))
    assert not (warehouse / "blocked.json").exists()


def test_shrinking_has_to_be_meant(rows: Rows, stage: Stage) -> None:
    publish(stage(rows))
    gone = rows["observations_read"][0]["observation_id"]
    for name in ("observations_read", "observations_sound", "observations"):
        rows[name] = [row for row in rows[name] if row["observation_id"] != gone]
    rows["quantities"][1]["kind"] = "anecdote"
    rows["relations"], rows["facts"] = [], []
    with pytest.raises(ReleaseBlocked, match="3 observations instead of 4.*--allow-shrink"):
        publish(stage(rows, limit=2))
    assert publish(stage(rows, limit=2), allow_shrink=True).new


@pytest.mark.usefixtures("no_rules")
@pytest.mark.parametrize("step", ["duckdb_file.build", "datapackage.build", "link_tree", "point_current_at"])
def test_killed_between_steps(
    rows: Rows, stage: Stage, warehouse: Path, pages: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    first = publish(stage(rows))

    class Killed(BaseException):
        """Nothing of ours catches it to go on."""

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(f"edu_pipeline.warehouse.release.{step}", killed)
        # as after SIGKILL, nobody tidies up
        patch.setattr(release.shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(Killed):
            publish(stage(rows, limit=2), report=lambda: pages)
    assert open_release(warehouse).release_id == first.release_id
    (warehouse / ".current.1.tmp").symlink_to("releases")
    folder = stage(rows, limit=2).folder
    (folder / ".facts.parquet.1.tmp").write_bytes(b"half")
    for name in (".education.duckdb.1.spill", ".findings.sorted", ".places.parts", ".sought"):
        (folder / name).mkdir()
        (folder / name / "0.parquet").write_bytes(b"half")
    second = publish(stage(rows, limit=2))
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]
    assert open_release(warehouse).release_id == second.release_id
    assert not list(warehouse.glob("**/*tmp*"))
    assert open_release(warehouse).complete


@pytest.mark.usefixtures("no_rules")
def test_a_full_disk(rows: Rows, stage: Stage, warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish(stage(rows))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(WarehouseError, match="disk is full"):
        publish(stage(rows, limit=2))
    monkeypatch.undo()
    assert open_release(warehouse).release_id == first.release_id
    assert [path.name for path in (warehouse / "releases").iterdir()] == [first.release_id]


@pytest.mark.usefixtures("no_rules")
def test_without_hard_links_the_files_are_copied(rows: Rows, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr(files.os, "link", refuse)
    staging = stage(rows)
    path = publish(staging).path / "parquet" / "facts.parquet"
    assert path.read_bytes() == staging.path("facts").read_bytes()
    assert path.stat().st_nlink == 1


@pytest.mark.usefixtures("no_rules")
def test_a_release_outlives_its_staging(rows: Rows, stage: Stage) -> None:
    staging = stage(rows)
    path = publish(staging).path
    before = (path / "parquet/facts.parquet").read_bytes()
    staging.write("facts", TABLES["facts"].from_rows([]))
    assert (path / "parquet/facts.parquet").read_bytes() == before


@pytest.mark.usefixtures("no_rules")
def test_an_incomplete_current_release_is_published_again(rows: Rows, stage: Stage) -> None:
    first = publish(stage(rows))
    (first.path / "education.duckdb").unlink()
    assert publish(stage(rows)).new


@pytest.mark.usefixtures("no_rules")
def test_without_text(rows: Rows, stage: Stage, warehouse: Path) -> None:
    publish(stage(rows))
    published = publish(stage(rows), without_text=True)
    assert published.new
    assert not publish(stage(rows), without_text=True).new
    opened = open_release(warehouse)
    assert opened.without_text
    assert opened.table("documents").column("text").null_count == 2
    assert set(opened.table("observations").column("sentence").to_pylist()) == {"(left out)"}
    for path in published.path.rglob("*"):
        if path.is_file():
            assert "全县有学校若干所".encode() not in path.read_bytes()
    with opened.connect() as con:
        assert con.execute("SELECT count(text) FROM documents").fetchone() == (0,)
        assert "若干" not in str(con.execute("SELECT * FROM quarantine").fetchall())


@pytest.mark.usefixtures("no_rules")
def test_opening(rows: Rows, stage: Stage, warehouse: Path, tmp_path: Path) -> None:
    for empty in (warehouse, tmp_path):
        with pytest.raises(ReleaseMissing, match="Nothing is published"):
            open_release(empty)
    assert releases(warehouse) == []
    first = publish(stage(rows))
    opened = open_release(warehouse)
    publish(stage(rows, limit=2))
    # resolved once: it goes on reading the release it was opened on
    assert opened.path == first.path
    assert opened.table("facts").num_rows == 1
    assert open_release(warehouse / "current") == open_release(str(warehouse)) != opened
    assert open_release(first.path) == opened
    with pytest.raises(WarehouseError, match="has no table observations_read"):
        opened.table("observations_read")
    (first.path / "release.json").write_text("{")
    with pytest.raises(ReleaseMissing, match="not a whole release"):
        open_release(first.path)
    assert len(releases(warehouse)) == 1


@pytest.mark.usefixtures("no_rules")
def test_the_duckdb_file(rows: Rows, stage: Stage, warehouse: Path) -> None:
    published = publish(stage(rows))
    assert not (published.path / "education.duckdb.wal").exists()
    with open_release(warehouse).connect() as con:
        comments = dict(con.execute("SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal").fetchall())
        assert comments == {table.name: table.description for table in PUBLISHED}
        columns = con.execute(
            "SELECT table_name, column_name, comment, is_nullable FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
        assert len(columns) == sum(len(table.columns) for table in PUBLISHED)
        for table, name, said, nullable in columns:
            column = TABLES[table].column(name)
            assert said == duckdb_file.comment(column)
            assert nullable == column.nullable
        for table in PUBLISHED:
            rows_there = con.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
            assert rows_there == (len(rows[table.name]),)
        assert con.execute('SELECT text, "end" - start FROM quantities LIMIT 1').fetchall() == [("２０２5年", 5)]
        storage = con.execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchall()
        assert "v1.0" in str(storage)
        with pytest.raises(duckdb.Error):
            con.execute("DELETE FROM facts")


def test_duckdb_that_cannot_be_written(rows: Rows, stage: Stage, tmp_path: Path) -> None:
    staging = stage(rows, leave_out=("facts",))
    with pytest.raises(WarehouseError, match="education.duckdb cannot be written"):
        duckdb_file.build(tmp_path / "education.duckdb", staging.folder)
    assert not [path for path in tmp_path.iterdir() if "education" in path.name]


def test_duckdb_on_a_full_disk(rows: Rows, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise duckdb.IOException('Could not write file "x": No space left on device')

    monkeypatch.setattr(duckdb_file, "_table", full)
    with pytest.raises(WarehouseError, match="disk is full"):
        duckdb_file.build(tmp_path / "education.duckdb", stage(rows).folder)
    assert not [path for path in tmp_path.iterdir() if "education" in path.name]


@pytest.mark.usefixtures("no_rules")
def test_the_data_package(rows: Rows, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    frictionless = pytest.importorskip("frictionless")
    rows["facts"].append({**rows["facts"][0], "fact_id": "f2", "region_code": None, "region_name": None})
    rows["findings"].append({**rows["findings"][0], "finding_id": "w2", "start": 1, "end": 2, "source": None})
    path = publish(stage(rows)).path
    described = json.loads((path / "datapackage.json").read_text())
    for resource, table in zip(described["resources"], PUBLISHED, strict=True):
        assert resource["schema"]["primaryKey"] == list(table.key)
        assert [field["name"] for field in resource["schema"]["fields"]] == [column.name for column in table.columns]
        assert all(field["description"] for field in resource["schema"]["fields"])
    monkeypatch.chdir(path)
    checked = frictionless.validate("datapackage.json")
    assert checked.valid, checked.flatten(["type", "message"])


def test_the_data_package_says_keys_and_vocabularies() -> None:
    schema = datapackage.schema(TABLES["regions"])
    assert schema["foreignKeys"] == [
        {"fields": ["parent_code"], "reference": {"resource": "", "fields": ["region_code"]}}
    ]
    kind = next(field for field in datapackage.schema(TABLES["quantities"])["fields"] if field["name"] == "kind")
    assert kind["constraints"] == {"required": True, "enum": list(TABLES["quantities"].column("kind").values or ())}
    relations = datapackage.schema(TABLES["relations"])["foreignKeys"]
    assert [key["fields"] for key in relations] == [["resolved_to"]]


@pytest.mark.usefixtures("no_rules")
def test_same_rows_same_parquet_bytes_in_two_warehouses(rows: Rows, stage: Stage, tmp_path: Path) -> None:
    first = publish(stage(rows)).path
    other = Staging(tmp_path / "other", stage(rows).fingerprint)
    for name, table in TABLES.items():
        other.write(name, table.from_rows(list(reversed(rows[name]))))
    for table in PUBLISHED:
        published = first / "parquet" / f"{table.name}.parquet"
        assert published.read_bytes() == other.path(table.name).read_bytes()
        schema = pq.read_schema(published)
        assert schema.equals(table.arrow)
        assert schema.metadata == table.arrow.metadata
        assert [field.metadata for field in schema] == [field.metadata for field in table.arrow]


@pytest.mark.usefixtures("no_rules")
def test_a_warehouse_that_cannot_be_written(rows: Rows, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    staging = stage(rows)
    real = os.open

    def read_only(path: Any, flags: int, *args: Any, **options: Any) -> int:
        if flags & os.O_CREAT:
            raise OSError(30, "Read-only file system")
        return real(path, flags, *args, **options)

    monkeypatch.setattr("edu_pipeline.warehouse.lock.os.open", read_only)
    with pytest.raises(WarehouseError, match="read-only"):
        publish(staging)
