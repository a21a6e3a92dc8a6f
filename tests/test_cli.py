"""The command line as its users meet it: what is printed, where, and the exit code."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from edu_pipeline import cli, extract, intake
from edu_pipeline.sources import scan
from edu_pipeline.warehouse import parquet
from edu_pipeline.warehouse.lock import warehouse_lock
from edu_pipeline.warehouse.release import open_release

REPORT = (
    "清川市2024年教育工作总结\n\n2024年,全市共有幼儿园86所,在园幼儿12345人,学前三年毛入园率达103.5%。"
    "九年义务教育巩固率为96.2%。全市投入资金1.2亿元,新增学位2600个。\n\n清川市教育局\n2025年1月15日\n"
)


class Desk:
    """A folder of documents, a warehouse, and the program."""

    def __init__(self, folder: Path) -> None:
        self.sources, self.warehouse = folder / "sources", folder / "warehouse"
        self.sources.mkdir()

    def write(self, name: str, content: str | bytes = REPORT) -> Path:
        path = self.sources / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *options: str) -> Result:
        arguments = ["run", "--sources", str(self.sources), "--warehouse", str(self.warehouse), *options]
        result = CliRunner().invoke(cli.app, arguments)
        assert "Traceback" not in result.output
        return result

    def documents(self) -> dict[str, tuple[str, str | None]]:
        """source -> (status, error)"""
        rows = open_release(self.warehouse).table("documents").to_pylist()
        return {row["source"]: (row["status"], row["error"]) for row in rows}

    @property
    def current(self) -> Path | None:
        link = self.warehouse / "current"
        return link.resolve() if link.is_symlink() else None


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# ------------------------------------------------------------------------------------------------ 0: published
def test_a_run_ends_with_a_summary_and_then_has_nothing_new(desk: Desk) -> None:
    desk.write("report.txt")
    first = desk.run()
    assert first.exit_code == 0, first.output
    for words in ("1 read, 0 copies of another, 0 failed", "observation", "Findings", "duckdb", "Published"):
        assert words in first.stdout
    assert str(desk.current) in first.stdout
    before = desk.current
    second = desk.run()
    assert second.exit_code == 0
    assert "Nothing new" in second.stdout
    assert desk.current == before


def test_json_is_all_that_stands_on_standard_output(desk: Desk) -> None:
    desk.write("report.txt")
    result = desk.run("--json")
    summary = json.loads(result.stdout)
    assert summary["status"] == "published"
    assert summary["documents"] == {"ok": 1}
    assert summary["numbers"]["observation"] >= 5
    assert Path(summary["path"]) == desk.current
    assert result.stderr == ""


def test_quiet_prints_nothing(desk: Desk) -> None:
    desk.write("report.txt")
    result = desk.run("--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_odd_files_are_recorded_and_lose_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.txt")
    desk.write("b copy of a.txt")
    desk.write("binary.txt", bytes(range(256)) * 20)
    desk.write("empty.txt", b"")
    desk.write("old.txt", "东岭县2023年新建学校12所。\n".encode("gb18030"))
    desk.write("secret.txt", "7所")
    hashed = scan.hash_file

    def forbidden(path: Path) -> Any:
        if path.name == "secret.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return hashed(path)

    monkeypatch.setattr(scan, "hash_file", forbidden)  # root may read everything
    result = desk.run()
    assert result.exit_code == 0, result.output
    documents = desk.documents()
    assert {name: status for name, (status, _) in documents.items()} == {
        "a.txt": "ok",
        "b copy of a.txt": "duplicate",
        "binary.txt": "failed",
        "empty.txt": documents["empty.txt"][0],
        "old.txt": "ok",
        "secret.txt": "failed",
    }
    assert documents["empty.txt"][0] in ("ok", "failed")
    assert "permission denied" in str(documents["secret.txt"][1])
    assert documents["binary.txt"][1]
    assert "secret.txt" in result.stdout and "1 copies" in result.stdout
    quantities = open_release(desk.warehouse).table("quantities").to_pylist()
    assert {row["source"] for row in quantities} == {"a.txt", "old.txt"}


def test_a_document_that_breaks_the_reader_is_a_failed_row(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("good.txt")
    desk.write("bad.txt", "坏9")
    whole = extract.extract_document

    def breaks(data: bytes, source: str, known: Any = None, **options: Any) -> Any:
        if source == "bad.txt":
            raise RecursionError("too deep")
        return whole(data, source, known, **options)

    monkeypatch.setattr(extract, "extract_document", breaks)
    assert desk.run().exit_code == 0
    status, error = desk.documents()["bad.txt"]
    assert status == "failed" and "too deep" in str(error)
    assert desk.documents()["good.txt"] == ("ok", None)


def test_several_folders(desk: Desk, tmp_path: Path) -> None:
    desk.write("report.txt")
    inbox = tmp_path / "inbox"
    (inbox / "new").mkdir(parents=True)
    (inbox / "new" / "report.txt").write_text("东岭县2023年新建学校12所。\n", encoding="utf-8")
    assert desk.run("--sources", str(inbox)).exit_code == 0
    assert set(desk.documents()) == {"report.txt", "inbox/new/report.txt"}


# ------------------------------------------------------------------------------------------------ 1: blocked
def test_a_blocked_run_says_which_rule_and_rows_and_where(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.txt", "东岭县2023年新建学校12所。\n")
    assert desk.run().exit_code == 0
    before = desk.current
    desk.write("b.txt")
    whole = extract.extract_document

    def lossy(data: bytes, source: str, known: Any = None, **options: Any) -> dict[str, list[dict[str, Any]]]:
        rows = whole(data, source, known, **options)
        lost = {row["quantity_id"] for row in rows["quantities"] if row["text"] == "86所"}
        return {name: [row for row in found if row.get("quantity_id") not in lost] for name, found in rows.items()}

    monkeypatch.setattr(extract, "extract_document", lossy)
    result = desk.run()
    assert result.exit_code == 1
    assert "all_numbers_accounted" in result.stderr
    assert "86" in result.stderr and "b.txt" in result.stderr
    assert "The rows are in" in result.stderr and "quantities.parquet" in result.stderr
    assert "nothing was published" in result.stderr
    assert desk.current == before
    told = json.loads(desk.run("--json").stdout)
    assert told["status"] == "blocked" and "86" in told["blocked"][0]["rows"]


@pytest.mark.slow
def test_a_folder_that_shrinks_blocks_unless_it_is_meant(desk: Desk) -> None:
    for number in range(10):
        desk.write(f"{number}.txt", f"东岭县{2010 + number}年新建学校{number + 3}所。\n")
    assert desk.run().exit_code == 0
    before = desk.current
    for number in range(1, 10):
        (desk.sources / f"{number}.txt").unlink()
    result = desk.run()
    assert result.exit_code == 1
    assert "shrink" in result.stderr and "--allow-shrink" in result.stderr and "blocked.json" in result.stderr
    assert desk.current == before
    assert desk.run("--allow-shrink").exit_code == 0
    assert desk.current != before


def test_a_full_disk_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.txt")
    assert desk.run().exit_code == 0
    before = desk.current
    desk.write("b.txt", "东岭县2023年新建学校12所。\n")

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(parquet.pq.ParquetWriter, "write_table", full)
    result = desk.run()
    assert result.exit_code == 1
    assert "the disk is full" in result.stderr
    assert desk.current == before


def test_a_warehouse_in_use_is_left_alone(desk: Desk) -> None:
    desk.write("a.txt")
    with warehouse_lock(desk.warehouse):
        result = desk.run()
    assert result.exit_code == 1
    assert "is being written by process" in result.stderr


def test_nobody_s_document_could_be_read(desk: Desk) -> None:
    desk.write("binary.txt", bytes(range(256)) * 20)
    result = desk.run()
    assert result.exit_code == 1
    assert "nothing_read" in result.stderr and "binary.txt" in result.stderr


def test_the_unforeseen_is_told_in_a_line_and_kept_in_a_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.txt")
    monkeypatch.setattr(intake, "begin", lambda *_: 1 / 0)
    result = desk.run()
    assert result.exit_code == 1
    assert "division by zero" in result.stderr
    assert str(desk.warehouse / "error.log") in result.stderr
    assert "Stack Trace" in (desk.warehouse / "error.log").read_text(encoding="utf-8")


# ------------------------------------------------------------------------------------------------ 2: wrong call
def test_an_interrupt_that_comes_where_nothing_can_be_raised_is_not_lost() -> None:
    program = """
import os, signal, time, weakref
from rich.console import Console
from edu_pipeline.commands.shared import words_for_errors
signal.signal(signal.SIGINT, signal.default_int_handler)
class Thing: pass
thing = Thing()
kept = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGINT))
with words_for_errors(Console(stderr=True)):
    del thing
    time.sleep(20)
    print("went on")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert "Interrupted: nothing was published." in done.stderr
    assert "ignored" not in done.stderr and done.stdout == ""


def test_no_such_folder(desk: Desk) -> None:
    desk.sources.rmdir()
    result = desk.run()
    assert result.exit_code == 2
    assert f"There is no folder {desk.sources}" in result.stderr
    assert not desk.warehouse.exists()


def test_a_file_instead_of_a_folder(desk: Desk) -> None:
    desk.sources.rmdir()
    desk.sources.write_text("9")
    result = desk.run()
    assert result.exit_code == 2 and "is not a folder" in result.stderr


def test_a_folder_with_nothing_in_it(desk: Desk) -> None:
    (desk.sources / "song.mp3").write_bytes(b"9")
    result = desk.run()
    assert result.exit_code == 2
    assert "No document in" in result.stderr and ".txt" in result.stderr


def test_a_warehouse_that_cannot_be_written(desk: Desk) -> None:
    desk.write("a.txt")
    desk.warehouse.write_text("a file is in the way")
    result = desk.run()
    assert result.exit_code == 2
    assert str(desk.warehouse) in result.stderr


def test_options_that_are_not_there(desk: Desk) -> None:
    assert desk.run("--no-such-option").exit_code == 2
    assert desk.run("--workers", "-1").exit_code == 2
    assert CliRunner().invoke(cli.app, ["nonsense"]).exit_code == 2


# ------------------------------------------------------------------------------------------------ the other commands
@pytest.mark.slow
def test_releases_are_listed(desk: Desk) -> None:
    nothing = CliRunner().invoke(cli.app, ["releases", "--warehouse", str(desk.warehouse)])
    assert nothing.exit_code == 2
    desk.write("a.txt")
    desk.run()
    desk.write("b.txt", "东岭县2023年新建学校12所。\n")
    desk.run()
    listed = CliRunner().invoke(cli.app, ["releases", "--warehouse", str(desk.warehouse)])
    lines = listed.stdout.splitlines()
    assert listed.exit_code == 0 and len(lines) == 2
    assert lines[0].startswith("  000001-") and lines[1].startswith("* 000002-")
    told = json.loads(CliRunner().invoke(cli.app, ["releases", "--json", "--warehouse", str(desk.warehouse)]).stdout)
    assert [row["documents"] for row in told] == [1, 2]


def test_help_teaches_with_an_example() -> None:
    for arguments in (["--help"], ["run", "--help"], ["ui", "--help"], ["releases", "--help"]):
        result = CliRunner().invoke(cli.app, arguments)
        assert result.exit_code == 0
        assert "edu-pipeline " in result.output and "Example" in result.output


def test_help_is_quick_since_it_imports_nothing_heavy() -> None:
    program = "import sys, edu_pipeline.cli; sys.exit(any(m in sys.modules for m in ('dagster', 'pandas', 'pyarrow')))"
    assert subprocess.run([sys.executable, "-c", program], timeout=60).returncode == 0


@pytest.mark.slow
def test_python_m_is_the_same_program_from_a_cold_start(desk: Desk) -> None:
    desk.write("a.txt")
    command = [sys.executable, "-m", "edu_pipeline", "run", "--sources", str(desk.sources)]
    command += ["--warehouse", str(desk.warehouse)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=desk.sources)
    assert done.returncode == 0, done.stderr
    assert "Published" in done.stdout
    assert "Traceback" not in done.stderr
    assert os.listdir(desk.sources) == ["a.txt"]  # nothing of Dagster's is left where it was called
