"""Registry, addresses and archives in whole runs of the command line, against a real server."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from edu_pipeline import cli
from edu_pipeline.warehouse.release import open_release

BULLETIN = "东岭县2024年有小学47所，在校生1200人。\n".encode()


class Desk:
    """A registry in a folder of its own, and the command line; addresses of loopback are allowed."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.warehouse = folder, folder / "warehouse"
        for name, value in {"TRIES": "1", "PAUSE_SECONDS": "0", "READ_SECONDS": "2"}.items():
            monkeypatch.setenv(f"EDU_PIPELINE_FETCH_{name}", value)

    def registry(self, text: str) -> None:
        (self.folder / "sources.yaml").write_text("sources:\n" + text, encoding="utf-8")

    def call(self, command: str, *options: str) -> Result:
        named = ["--registry", str(self.folder / "sources.yaml"), "--warehouse", str(self.warehouse)]
        return CliRunner().invoke(cli.app, [command, *named, *options])

    def documents(self) -> dict[str, dict[str, Any]]:
        rows = open_release(self.warehouse).table("documents").to_pylist()
        return {row["source"]: row for row in rows}

    def findings(self, check: str) -> list[str]:
        rows = open_release(self.warehouse).table("findings").to_pylist()
        return [row["message"] for row in rows if row["check"] == check]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


@pytest.mark.slow
def test_an_address_over_several_runs(desk: Desk, site: Any) -> None:
    url, gone = site.url("/bulletin.txt"), site.url("/gone.txt")
    desk.registry(
        f"  - address: {url}\n    allow_private: true\n    date: 2025-03-01\n    place: 甘州区\n    publisher: 教育局\n"
        f"  - address: {gone}\n    allow_private: true\n  - address: {site.url('/private.txt')}\n"
    )
    site.pages["/private.txt"] = lambda h: h.give(BULLETIN)
    site.pages["/bulletin.txt"] = lambda h: (
        h.give(b"", 304) if h.headers.get("If-None-Match") == '"1"' else h.give(BULLETIN, ETag='"1"')
    )
    first = desk.call("run", "--quiet")
    assert first.exit_code == 0, first.output
    documents = desk.documents()
    assert documents[url]["status"] == "ok" and documents[url]["publisher"] == "教育局"
    assert "404" in documents[gone]["error"]
    assert "private or loopback" in documents[site.url("/private.txt")]["error"] and not site.requests["/private.txt"]
    assert any("date of 1" in said for said in desk.findings("from_registry"))
    current = (desk.warehouse / "current").resolve()

    # nothing new: conditional, and the release stays
    assert desk.call("run", "--quiet").exit_code == 0
    assert site.requests["/bulletin.txt"][1]["If-None-Match"] == '"1"'
    assert (desk.warehouse / "current").resolve() == current

    # it fails: the last version is read, and that is said
    site.pages["/bulletin.txt"] = lambda h: h.give(b"", 500)
    assert desk.call("run", "--quiet").exit_code == 0
    assert desk.documents()[url]["text"] == BULLETIN.decode()
    assert "500 (Internal Server Error)" in desk.findings("old_version")[0]

    # offline asks nobody
    asked = len(site.requests["/bulletin.txt"])
    assert desk.call("run", "--quiet", "--offline").exit_code == 0
    assert len(site.requests["/bulletin.txt"]) == asked

    listed = json.loads(desk.call("sources", "--json").stdout)
    states = {row["address"]: row for row in listed["addresses"]}
    assert states[url]["versions"] == 1 and "500" in states[url]["reason"]
    assert states[gone]["versions"] == 0 and "404" in states[gone]["reason"]
    said = desk.call("sources").stdout
    assert url in said and "failing since" in said


@pytest.mark.slow
def test_folders_and_archives_of_a_registry(desk: Desk) -> None:
    folder = desk.folder / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(BULLETIN)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("b.txt", BULLETIN + "另有教师90人。\n".encode())
        archive.writestr("copy of a.txt", BULLETIN)
        archive.writestr("../up.txt", b"1")
    (folder / "old.zip").write_bytes(buffer.getvalue())
    desk.registry("  - folder: in\n    publisher: 东岭县教育局\n")
    run = desk.call("run", "--quiet")
    assert run.exit_code == 0, run.output
    assert {source: row["status"] for source, row in desk.documents().items()} == {
        "a.txt": "ok", "old.zip/b.txt": "ok", "old.zip/copy of a.txt": "duplicate", "old.zip/../up.txt": "failed",
    }  # fmt: skip
    assert "climbs out" in desk.documents()["old.zip/../up.txt"]["error"]
    assert {row["publisher"] for row in desk.documents().values() if row["status"] == "ok"} == {"东岭县教育局"}


def test_wrong_calls(desk: Desk) -> None:
    for command in ("run", "sources"):
        assert "There is no file of sources" in desk.call(command).stderr
        desk.registry("  - folder: nowhere\n")
        result = desk.call(command)
        assert result.exit_code == 2 and "line 2" in result.stderr
        desk.registry("  - titel: x\n")
        assert desk.call(command).exit_code == 2
        (desk.folder / "sources.yaml").unlink()
