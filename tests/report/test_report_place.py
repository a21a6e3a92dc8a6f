"""Where reports lie: staged with their tables, published with them, and not written over anything else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from report_files import contents
from typer.testing import CliRunner

from edu_pipeline import cli
from edu_pipeline.report import build, place
from edu_pipeline.tables import PUBLISHED, TABLES
from edu_pipeline.warehouse import release
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.release import open_release, publish
from edu_pipeline.warehouse.staging import Staging, StagingError

Stage = Callable[[str], Staging]


@pytest.fixture
def stage(sample: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Stage the sample's rows as they are now, under an input of that letter.  Rules are not what is tested here."""
    monkeypatch.setattr(release, "verify", lambda *_: [])

    def staged(letter: str) -> Staging:
        staging = Staging(tmp_path / "warehouse", letter * 16)
        for table in PUBLISHED:
            staging.write(table.name, TABLES[table.name].from_rows(sample.rows[table.name]))
        return staging

    return staged


def publish_all(staging: Staging, without_text: bool = False) -> Path:
    return publish(staging, without_text=without_text, report=lambda: place.staged(staging, without_text)).path


def test_a_report_is_published_with_its_tables(stage: Stage, sample: Any) -> None:
    staging = stage("a")
    folder = place.staged(staging)
    assert folder == staging.folder / "report"
    path = publish_all(staging)
    assert contents(path / "report") == contents(folder)
    assert f"documents/{sample.one}.html" in contents(path / "report")
    assert not [p for p in staging.warehouse.rglob("*") if ".tmp" in p.name or ".old" in p.name]


def test_a_report_with_a_damaged_page_is_not_whole(stage: Stage, sample: Any) -> None:
    path = publish_all(stage("a"))
    before, page = contents(path / "report"), path / "report" / "documents" / f"{sample.one}.html"
    assert place.whole(path / "report")
    page.write_bytes(b"")  # under its other name, beside the staged tables, it is empty too
    assert not place.whole(path / "report")
    assert place.for_release(open_release(path)) == path / "report"
    assert contents(path / "report") == before


def test_a_report_of_a_damaged_release_is_compared_with_the_one_before(stage: Stage) -> None:
    first = publish_all(stage("a"))
    second = publish_all(stage("b"))
    table = second / "parquet" / "facts.parquet"
    table.unlink()
    table.write_bytes(b"")
    third = publish_all(stage("b"))
    assert third != second
    about = json.loads((third / "report" / "report.json").read_text())
    assert about["compared_with"] == first.name


def test_what_is_staged_is_not_made_again_for_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    staging = stage("a")
    place.staged(staging)
    monkeypatch.setattr(build, "build", lambda *_: pytest.fail("made again"))
    place.staged(staging)
    published = publish_all(staging)
    # with nothing new, the report is that of the current release
    assert place.staged(staging) == published / "report"


def test_a_staged_report_follows_the_release_that_it_is_compared_with(stage: Stage, sample: Any) -> None:
    first = place.staged(stage("a"))
    assert json.loads((first / "report.json").read_bytes())["compared_with"] is None
    publish_all(stage("b"))
    again = place.staged(stage("a"))
    assert json.loads((again / "report.json").read_bytes())["compared_with"] == f"000001-{'b' * 16}"
    path = publish_all(stage("a"))
    assert f"Compared with release <code>000001-{'b' * 16}</code>" in (path / "report/index.html").read_text("utf-8")
    # the same input with and without texts is not compared with itself
    redacted = publish_all(stage("a"), without_text=True)
    assert json.loads((redacted / "report/report.json").read_bytes())["compared_with"] == f"000001-{'b' * 16}"


def test_without_text_no_page_holds_any(stage: Stage, sample: Any) -> None:
    sample.rows["articles"][0]["title"] = None
    path = publish_all(stage("a"), without_text=True)
    for name, content in contents(path / "report").items():
        assert "有小学".encode() not in content, name
    assert not list((stage("a").folder).glob(".report*"))


def test_a_report_that_breaks_off_leaves_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch, sample: Any) -> None:
    staging = stage("a")
    whole = place.staged(staging)
    before = contents(whole)
    monkeypatch.setattr(place, "program", lambda: "another")  # so that it has to be made again

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build._Writer, "finish", full)
    with pytest.raises(WarehouseError, match="the disk is full"):
        place.staged(staging)
    assert contents(whole) == before
    assert [p.name for p in staging.folder.iterdir() if p.suffix not in (".parquet", ".digest")] == ["report"]


def test_a_table_that_was_not_staged_is_named(stage: Stage) -> None:
    staging = stage("a")
    staging.path("facts").unlink()
    with pytest.raises(StagingError, match="Table facts was not staged"):
        place.staged(staging)


def test_a_release_before_the_current_one(stage: Stage) -> None:
    for letter in "abc":
        publish_all(stage(letter))
    found = {r.release_id[:6]: r for r in release.releases(stage("c").warehouse)}
    warehouse = stage("c").warehouse
    assert place.release_before(warehouse, "c" * 16, found["000003"]) == found["000002"]
    assert place.release_before(warehouse, "d" * 16, found["000003"]) == found["000003"]
    # after going back to the first, what follows is compared with that
    assert place.release_before(warehouse, "d" * 16, found["000001"]) == found["000001"]
    assert place.release_before(warehouse, "a" * 16, found["000001"]) is None


# ------------------------------------------------------------------------------------------------ the command
def call(staging: Staging, *options: str) -> Any:
    return CliRunner().invoke(cli.app, ["report", "--warehouse", str(staging.warehouse), *options])


def test_the_command_says_where_the_pages_are_and_changes_nothing(stage: Stage) -> None:
    path = publish_all(stage("a"))
    before = {p: p.stat().st_mtime_ns for p in path.rglob("*")}
    done = call(stage("a"))
    assert done.exit_code == 0, done.output
    assert Path(done.stdout.strip()) == path / "report/index.html"
    assert {p: p.stat().st_mtime_ns for p in path.rglob("*")} == before


def test_a_release_without_pages_gets_those_it_would_have_had(stage: Stage, tmp_path: Path) -> None:
    publish_all(stage("b"))
    wanted = contents(publish_all(stage("a")) / "report")
    again = publish(stage("c"))
    assert again.new and not (again.path / "report").exists()
    assert call(stage("c")).exit_code == 0
    assert (again.path / "report/index.html").is_file()
    done = call(stage("c"), "--release", "2", "--output", str(tmp_path / "deep/pages"))
    assert done.exit_code == 0, done.output
    assert contents(tmp_path / "deep/pages") == wanted
    # a report may take the place of a report, and of nothing else
    assert call(stage("c"), "--output", str(tmp_path / "deep/pages")).exit_code == 0
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("x")
    refused = call(stage("c"), "--output", str(tmp_path / "mine"))
    assert refused.exit_code == 2 and "holds something else" in refused.stderr
    assert os.listdir(tmp_path / "mine") == ["letter.txt"]


def test_wrong_calls_and_an_empty_warehouse(stage: Stage, tmp_path: Path) -> None:
    assert call(stage("a")).exit_code == 1
    publish_all(stage("a"))
    missing = call(stage("a"), "--release", "9")
    assert missing.exit_code == 2 and "000001-aaaa" in missing.stderr
    nowhere = CliRunner().invoke(cli.app, ["report", "--warehouse", str(tmp_path / "nowhere")])
    assert nowhere.exit_code == 2 and "--warehouse" in nowhere.stderr
    assert open_release(stage("a").warehouse).complete
