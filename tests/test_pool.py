"""Sharing documents out over processes, and the list of files that a run begins with."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline import intake, one_document, parts, pool
from edu_pipeline.reading.limits import Limits
from edu_pipeline.sources.scan import SourcesEmpty, SourcesMissing, scan
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.packing import Tables
from edu_pipeline.warehouse.sources import SourceFile


def lay_out(folder: Path, **files: str) -> list[SourceFile]:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return scan(folder)


def text(number: int) -> str:
    return f"东岭县{2000 + number}年新建学校{number + 3}所,在校生{number * 7 + 1000}人。\n"


def documents(tables: Tables) -> dict[str, dict[str, Any]]:
    return {row["source"]: row for row in tables["documents"].to_pylist()}


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    files = lay_out(tmp_path, **{f"f{n}": text(n) for n in range(6)})
    assert pool.extract_all(files, 1) == pool.extract_all(files[::-1], 1)


def test_nor_does_the_number_of_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = lay_out(tmp_path, **{f"f{n}": text(n) for n in range(6)})
    alone = pool.extract_all(files, 1)
    monkeypatch.setattr(pool, "ALONE_BYTES", 0)
    monkeypatch.setattr(parts, "MOST_FILES", 2)
    seen: list[tuple[int, int]] = []
    shared = pool.extract_all(files, 2, lambda done, total: seen.append((done, total)))
    assert shared == alone
    assert seen[-1] == (6, 6) and [done for done, _ in seen] == sorted(done for done, _ in seen)
    for name in one_document.NAMES:
        assert shared[name].schema.equals(TABLES[name].arrow)


@pytest.mark.parametrize("workers", [1, 2])
def test_one_large_text_has_a_limit_of_time_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    monkeypatch.setattr(pool, "ALONE_BYTES", 1_000)
    files = lay_out(tmp_path, long=text(1) * 3_000)
    row = documents(pool.extract_all(files, workers, limits=Limits(max_seconds=0.2)))["long.txt"]
    assert row["status"] == "failed" and "max_seconds" in row["error"]


def test_of_copies_the_first_by_path_is_read(tmp_path: Path) -> None:
    files = lay_out(tmp_path, c=text(1), a=text(1), b=text(2))
    tables = pool.extract_all(files, 1)
    found = documents(tables)
    assert {source: row["status"] for source, row in found.items()} == {
        "a.txt": "ok", "b.txt": "ok", "c.txt": "duplicate",
    }  # fmt: skip
    assert found["c.txt"] == {**found["a.txt"], "source": "c.txt", "status": "duplicate"}
    assert set(tables["quantities"]["source"].to_pylist()) == {"a.txt", "b.txt"}
    assert tables["articles"].num_rows == 2


def test_copies_of_what_cannot_be_read_have_failed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = lay_out(tmp_path, a=text(1), b=text(1))
    monkeypatch.setattr("edu_pipeline.extract.extract_document", lambda *_, **__: 1 / 0)
    found = documents(pool.extract_all(files, 1))
    assert [row["status"] for row in found.values()] == ["failed", "failed"]
    assert all("ZeroDivisionError" in row["error"] for row in found.values())


def test_a_file_that_cannot_be_taken_is_a_row(tmp_path: Path) -> None:
    lost = [SourceFile(name, tmp_path / name, None, 0, "It may not be read.") for name in ("b.txt", "c.pdf", "leak")]
    found = documents(pool.extract_all([*lay_out(tmp_path, a=text(1)), *lost], 1))
    row = found["b.txt"]
    assert (row["status"], row["error"], row["text"]) == ("failed", "It may not be read.", None)
    # nothing was opened: neither are they one document, nor the empty file
    rows = [found[file.source] for file in lost]
    assert len({row["sha256"] for row in rows} | {hashlib.sha256(b"").hexdigest()}) == 4
    assert all(row["document_id"] == row["sha256"][:16] for row in rows)
    assert [row["media_type"] for row in rows] == ["text/plain", "application/pdf", "application/octet-stream"]


def test_no_file_that_can_be_taken(tmp_path: Path) -> None:
    tables = pool.extract_all([SourceFile("b.txt", tmp_path / "b.txt", None, 0, "no")], 0)
    assert tables["documents"].num_rows == 1 and tables["quantities"].num_rows == 0


@pytest.mark.slow
def test_a_document_that_kills_or_holds_up_its_worker_takes_no_other_with_it(tmp_path: Path) -> None:
    lay_out(tmp_path / "sources", **{f"f{n}": text(n) for n in range(8)}, kills="9", hangs="8", sticks="7")
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import hashlib, os, time\n"
        "import edu_pipeline.extract as module\n"
        "whole = module.extract_document\n"
        "def broken(data, source, known=None, limits=None):\n"
        "    if source == 'kills.txt': os._exit(9)\n"
        "    if source == 'hangs.txt': time.sleep(600)\n"
        "    if source == 'sticks.txt': hashlib.pbkdf2_hmac('sha256', b'', b'', 10**9)\n"
        "    return whole(data, source, known, limits)\n"
        "module.extract_document = broken\n"
    )
    (tmp_path / "program.py").write_text(
        "import json, sys\n"
        "from pathlib import Path\n"
        "from edu_pipeline import parts, pool\n"
        "from edu_pipeline.reading.limits import Limits\n"
        "from edu_pipeline.sources.scan import scan\n"
        "if __name__ == '__main__':\n"
        "    pool.ALONE_BYTES, parts.MOST_FILES = 0, 3\n"
        "    limits = Limits(max_seconds=6)\n"
        "    rows = pool.extract_all(scan(Path(sys.argv[1])), 2, limits=limits)['documents'].to_pylist()\n"
        "    print(json.dumps({row['source']: [row['status'], row['error']] for row in rows}))\n"
    )
    for _ in range(2):  # a library's thread once aborted Python as it ended, after all rows had been told
        done = subprocess.run(
            [sys.executable, tmp_path / "program.py", tmp_path / "sources"],
            env={**os.environ, "PYTHONPATH": str(site)}, capture_output=True, text=True, timeout=240,
        )  # fmt: skip
        if done.returncode != -signal.SIGABRT:
            break
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {source for source, (status, _) in found.items() if status == "failed"} == {
        "kills.txt",
        "hangs.txt",
        "sticks.txt",
    }
    assert "died" in found["kills.txt"][1]
    assert all("max_seconds" in found[name][1] for name in ("hangs.txt", "sticks.txt"))


# ------------------------------------------------------------------------------------------------ intake
def test_files_of_further_folders_are_named_after_them(tmp_path: Path) -> None:
    lay_out(tmp_path / "sources", a="1")
    lay_out(tmp_path / "inbox", a="2")
    (tmp_path / "empty").mkdir()
    folders = [tmp_path / "sources", tmp_path / "empty", tmp_path / "inbox"]
    assert [file.source for file in intake.gather(folders)] == ["a.txt", "inbox/a.txt"]


def test_what_no_folder_list_may_be(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourcesEmpty, match="No document in"):
        intake.gather([tmp_path / "empty", tmp_path / "empty"])
    with pytest.raises(SourcesEmpty, match="--sources"):
        intake.gather([])
    lay_out(tmp_path / "one", a="1")
    with pytest.raises(SourcesMissing):
        intake.gather([tmp_path / "one", tmp_path / "two"])
    lay_out(tmp_path / "one" / "inbox", a="1")
    lay_out(tmp_path / "inbox", a="1")
    with pytest.raises(WarehouseError, match=r"inbox/a\.txt"):
        intake.gather([tmp_path / "one", tmp_path / "inbox"])


def test_an_input_is_found_again(tmp_path: Path) -> None:
    lay_out(tmp_path / "sources", a="1", b="2")
    begun = intake.begin(tmp_path / "warehouse", [tmp_path / "sources"])
    found = intake.current(tmp_path / "warehouse")
    assert found.fingerprint == begun.fingerprint
    assert [file.read() for file in found.files] == [b"1", b"2"]


def test_an_input_that_was_lost_is_told(tmp_path: Path) -> None:
    with pytest.raises(intake.NoInput, match="source_files"):
        intake.current(tmp_path)
    lay_out(tmp_path / "sources", a="1")
    begun = intake.begin(tmp_path, [tmp_path / "sources"])
    (tmp_path / "staging" / begun.fingerprint / intake.FILES).write_text("[{]")
    with pytest.raises(intake.NoInput, match="source_files"):
        intake.current(tmp_path)
