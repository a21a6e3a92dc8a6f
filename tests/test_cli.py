"""The command line as its users meet it: what is printed, where, and the exit code."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from edu_pipeline import cli, extract, intake, publishable
from edu_pipeline.sources import scan
from edu_pipeline.warehouse import parquet
from edu_pipeline.warehouse.lock import warehouse_lock
from edu_pipeline.warehouse.release import open_release

REPORT = (
    "清川市2024年教育工作总结\n\n2024年,全市共有幼儿园86所,在园幼儿12345人,学前三年毛入园率达103.5%。"
    "九年义务教育巩固率为96.2%。全市投入资金1.2亿元,新增学位2600个。\n\n清川市教育局\n2025年1月15日\n"
)


OLD = "东岭县2023年新建学校12所。\n"


class Desk:
    """A folder of documents, a warehouse, and the program."""

    def __init__(self, folder: Path, like: Desk | None = None) -> None:
        self.sources, self.warehouse = folder / "sources", folder / "warehouse"
        if like is None:
            self.sources.mkdir()
        else:
            shutil.copytree(like.sources.parent, folder, symlinks=True, dirs_exist_ok=True)

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


@dataclass(frozen=True)
class Done:
    """A run that several tests look at, and none changes: what it said, and the desk it was called from."""

    desk: Desk
    said: Any


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """`python -m edu_pipeline` in a process of its own, on a report."""
    desk = Desk(tmp_path_factory.mktemp("cold"))
    desk.write("report.txt")
    command = [sys.executable, "-m", "edu_pipeline", "run", "--sources", str(desk.sources)]
    command += ["--warehouse", str(desk.warehouse)]
    return Done(desk, subprocess.run(command, capture_output=True, text=True, timeout=240, cwd=desk.sources))


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """Two old documents."""
    desk = Desk(tmp_path_factory.mktemp("quiet"))
    desk.write("old.txt", OLD)
    desk.write("older.txt", "东岭县2022年新建学校9所。\n")
    return Done(desk, desk.run("--quiet"))


@pytest.fixture(scope="module")
def grown(quiet: Done, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A report beside them, and the summary as JSON."""
    desk = Desk(tmp_path_factory.mktemp("grown"), quiet.desk)
    desk.write("report.txt")
    return Done(desk, desk.run("--json"))


@pytest.fixture
def published(quiet: Done, tmp_path: Path) -> Desk:
    """The two old documents and their release, to go on from."""
    return Desk(tmp_path, quiet.desk)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """Files of all kinds in two folders, one of which may not be opened and one of which breaks the reader."""
    desk = Desk(tmp_path_factory.mktemp("odd"))
    desk.write("a.txt")
    desk.write("b copy of a.txt")
    desk.write("binary.txt", bytes(range(256)) * 20)
    desk.write("empty.txt", b"")
    desk.write("old.txt", OLD.encode("gb18030"))
    desk.write("secret.txt", "7所")
    desk.write("bad.txt", "坏9")
    inbox = desk.sources.with_name("inbox")
    (inbox / "new").mkdir(parents=True)
    (inbox / "new" / "a.txt").write_text("东岭县2021年新建学校8所。\n", encoding="utf-8")
    hashed, whole = scan.hash_once, extract.extract_document

    def forbidden(path: Path, status: os.stat_result) -> Any:
        if path.name == "secret.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return hashed(path, status)

    def breaks(data: bytes, source: str, known: Any = None, **options: Any) -> Any:
        if source == "bad.txt":
            raise RecursionError("too deep")
        return whole(data, source, known, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "hash_once", forbidden)  # root may read everything
        patch.setattr(extract, "extract_document", breaks)
        return Done(desk, desk.run("--sources", str(inbox)))


# ------------------------------------------------------------------------------------------------ 0: published
def test_a_run_ends_with_a_summary(cold: Done) -> None:
    assert cold.said.returncode == 0, cold.said.stderr
    for words in ("1 read, 0 copies of another, 0 failed", "observation", "Findings", "duckdb", "Published"):
        assert words in cold.said.stdout
    assert str(cold.desk.current) in cold.said.stdout


def test_python_m_is_the_same_program_from_a_cold_start(cold: Done) -> None:
    assert "Published" in cold.said.stdout
    assert "Traceback" not in cold.said.stderr
    assert os.listdir(cold.desk.sources) == ["report.txt"]  # nothing of Dagster's is left where it was called


def test_a_second_run_has_nothing_new(published: Desk) -> None:
    before = published.current
    second = published.run()
    assert second.exit_code == 0
    assert "Nothing new" in second.stdout
    assert published.current == before


def test_json_is_all_that_stands_on_standard_output(grown: Done) -> None:
    summary = json.loads(grown.said.stdout)
    assert summary["status"] == "published"
    assert summary["documents"] == {"ok": 3}
    assert summary["numbers"]["observation"] >= 5
    assert Path(summary["path"]) == grown.desk.current
    assert grown.said.stderr == ""


def test_quiet_prints_nothing(quiet: Done) -> None:
    assert (quiet.said.exit_code, quiet.said.output) == (0, "")
    assert quiet.desk.current


def test_odd_files_are_recorded_and_lose_nothing(odd: Done) -> None:
    assert odd.said.exit_code == 0, odd.said.output
    documents = odd.desk.documents()
    assert {name: status for name, (status, _) in documents.items()} == {
        "a.txt": "ok",
        "b copy of a.txt": "duplicate",
        "bad.txt": "failed",
        "binary.txt": "failed",
        "empty.txt": documents["empty.txt"][0],
        "inbox/new/a.txt": "ok",
        "old.txt": "ok",
        "secret.txt": "failed",
    }
    assert documents["empty.txt"][0] in ("ok", "failed")
    assert "permission denied" in str(documents["secret.txt"][1])
    assert documents["binary.txt"][1]
    assert "secret.txt" in odd.said.stdout and "1 copies" in odd.said.stdout
    quantities = open_release(odd.desk.warehouse).table("quantities").to_pylist()
    assert {row["source"] for row in quantities} == {"a.txt", "old.txt", "inbox/new/a.txt"}


def test_a_document_that_breaks_the_reader_is_a_failed_row(odd: Done) -> None:
    status, error = odd.desk.documents()["bad.txt"]
    assert status == "failed" and "too deep" in str(error)
    assert odd.desk.documents()["a.txt"] == ("ok", None)


def test_several_folders(odd: Done) -> None:
    assert {"a.txt", "inbox/new/a.txt"} < set(odd.desk.documents())


# ------------------------------------------------------------------------------------------------ 1: blocked
def test_a_blocked_run_says_which_rule_and_rows_and_where(published: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = published.current
    published.write("b.txt")
    whole = extract.extract_document

    def lossy(data: bytes, source: str, known: Any = None, **options: Any) -> dict[str, list[dict[str, Any]]]:
        rows = whole(data, source, known, **options)
        lost = {row["quantity_id"] for row in rows["quantities"] if row["text"] == "86所"}
        return {name: [row for row in found if row.get("quantity_id") not in lost] for name, found in rows.items()}

    monkeypatch.setattr(extract, "extract_document", lossy)
    monkeypatch.setattr(publishable, "complaint", lambda *_: None)  # or the document alone would fail
    result = published.run()
    assert result.exit_code == 1
    assert "all_numbers_accounted" in result.stderr
    assert "86" in result.stderr and "b.txt" in result.stderr
    assert "The rows are in" in result.stderr and "quantities.parquet" in result.stderr
    assert "nothing was published" in result.stderr
    assert published.current == before
    told = json.loads(published.run("--json").stdout)
    assert told["status"] == "blocked" and "86" in told["blocked"][0]["rows"]


@pytest.mark.slow
def test_a_folder_that_shrinks_blocks_unless_it_is_meant(published: Desk) -> None:
    before = published.current
    (published.sources / "older.txt").unlink()
    result = published.run()
    assert result.exit_code == 1
    assert "shrink" in result.stderr and "--allow-shrink" in result.stderr and "blocked.json" in result.stderr
    assert "1 document of the current release is gone (older.txt)" in result.stderr
    assert published.current == before
    assert published.run("--allow-shrink").exit_code == 0
    assert published.current != before


def test_a_full_disk_loses_nothing(published: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = published.current
    published.write("b.txt")

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(parquet.pq.ParquetWriter, "write_table", full)
    result = published.run()
    assert result.exit_code == 1
    assert "the disk is full" in result.stderr
    assert published.current == before


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
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=240, check=False)
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
    assert "No document in" in result.stderr and ".txt" in result.stderr and "1 .mp3 (song.mp3)" in result.stderr


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
def test_releases_are_listed(grown: Done, tmp_path: Path) -> None:
    nothing = CliRunner().invoke(cli.app, ["releases", "--warehouse", str(tmp_path / "warehouse")])
    assert nothing.exit_code == 2
    listing = ["releases", "--warehouse", str(grown.desk.warehouse)]
    listed = CliRunner().invoke(cli.app, listing)
    lines = listed.stdout.splitlines()
    assert listed.exit_code == 0 and len(lines) == 2
    assert lines[0].startswith("  000001-") and lines[1].startswith("* 000002-")
    told = json.loads(CliRunner().invoke(cli.app, [*listing, "--json"]).stdout)
    assert [row["documents"] for row in told] == [2, 3]


def test_help_teaches_with_an_example() -> None:
    for arguments in (["--help"], ["run", "--help"], ["ui", "--help"], ["releases", "--help"]):
        result = CliRunner().invoke(cli.app, arguments)
        assert result.exit_code == 0
        assert "edu-pipeline " in result.output and "Example" in result.output


def test_help_is_quick_since_it_imports_nothing_heavy() -> None:
    program = "import sys, edu_pipeline.cli; sys.exit(any(m in sys.modules for m in ('dagster', 'pandas', 'pyarrow')))"
    assert subprocess.run([sys.executable, "-c", program], timeout=240).returncode == 0
