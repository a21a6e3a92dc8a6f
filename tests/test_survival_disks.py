"""Full and read-only disks, and a clock that jumps: readers keep what they have, and the next run goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from edu_pipeline import cli, open_release
from edu_pipeline.settings import CHECKOUT
from edu_pipeline.warehouse import release

pytestmark = pytest.mark.slow

SAMPLES = CHECKOUT / "data" / "sources"


def run(sources: Path, warehouse: Path) -> Result:
    result = CliRunner().invoke(
        cli.app, ["run", "-q", "--allow-shrink", "--sources", str(sources), "--warehouse", str(warehouse)]
    )
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLES, tmp_path / "sources")
    return tmp_path / "sources"


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True)
    if done.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("size", ["256k", "1m", "3m", "5m"])
def test_a_full_disk(tmp_path: Path, sources: Path, size: str) -> None:
    """Too small for a first release; with room made, the next run publishes."""
    disk = tmp_path / "disk"
    with mounted(disk, f"size={size}"):
        result = run(sources, disk)
        if result.exit_code == 0:
            pytest.skip("the release fits")
        assert result.exit_code == 1
        assert "disk is full" in result.stderr or "No space left" in result.stderr, result.stderr
        assert not (disk / "current").exists()
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        assert run(sources, disk).exit_code == 0
        assert open_release(disk).complete


def test_a_disk_that_fills_up_leaves_readers_their_release(tmp_path: Path, sources: Path) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, "size=200m"):
        assert run(sources, disk).exit_code == 0
        before = open_release(disk)
        free = shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(bytes(free - 200_000))
        (sources / "more.txt").write_text("金昌市2024年有幼儿园97所。\n", encoding="utf-8")
        assert run(sources, disk).exit_code == 1
        assert open_release(disk) == before and before.complete
        (disk / "ballast").unlink()
        assert run(sources, disk).exit_code == 0
        assert open_release(disk).release_id.startswith("000002-")


def test_a_read_only_warehouse(tmp_path: Path, sources: Path) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, "size=200m"):
        assert run(sources, disk).exit_code == 0
        before = open_release(disk)
        (sources / "more.txt").write_text("金昌市2024年有幼儿园97所。\n", encoding="utf-8")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        result = run(sources, disk)
        assert result.exit_code == 2 and "read-only" in result.stderr
        assert open_release(disk).table("facts").num_rows == before.counts["facts"]


def test_a_clock_that_jumps(tmp_path: Path, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Releases follow each other by number, whatever their times say, and none is removed too early."""
    warehouse = tmp_path / "warehouse"
    days = iter([0, -400, 300])

    class Jumping(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime.now(UTC) + timedelta(days=offset)

    monkeypatch.setattr(release, "datetime", Jumping)
    for number in range(3):
        offset = next(days)
        (sources / f"{number}.txt").write_text(f"金昌市2024年有幼儿园{90 + number}所。\n", encoding="utf-8")
        assert run(sources, warehouse).exit_code == 0
    found = release.releases(warehouse)
    assert [one.release_id[:7] for one in found] == ["000001-", "000002-", "000003-"]
    assert found[1].created < found[0].created < found[2].created
    assert open_release(warehouse).release_id == found[2].release_id


def test_a_program_that_was_stopped_with_ctrl_c_publishes_nothing(tmp_path: Path, sources: Path) -> None:
    import signal
    import time

    command = [sys.executable, "-m", "edu_pipeline", "run", "-q", "--sources", str(sources)]
    command += ["--warehouse", str(tmp_path / "warehouse")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(2.5)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=120)
    assert process.returncode in (0, 1, 130), told
    assert b"Traceback" not in told
    assert run(sources, tmp_path / "warehouse").exit_code == 0
