"""Full and read-only disks, and a clock that jumps: readers keep what they have, and the next run goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
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
    folder = tmp_path / "sources"
    folder.mkdir()
    write(folder, 2020)
    return folder


def write(folder: Path, year: int) -> None:
    """A document more."""
    (folder / f"{year}.txt").write_text(f"金昌市{year}年有幼儿园97所。\n", encoding="utf-8")


@pytest.fixture(scope="module")
def release_of_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with the release of what `sources` holds at first."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "sources").mkdir()
    write(folder / "sources", 2020)
    assert run(folder / "sources", folder / "warehouse").exit_code == 0
    return folder / "warehouse"


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


def test_a_full_disk(tmp_path: Path) -> None:
    """Too small for a first release, whatever it is that finds no room; with room made, the next run publishes."""
    disk, full = tmp_path / "disk", 0
    with mounted(disk, "size=256k"):
        for size in ("256k", "1m", "3m", "5m"):
            subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)
            result = run(SAMPLES, disk)
            if result.exit_code == 0:
                break
            full += 1
            assert result.exit_code == 1
            assert "disk is full" in result.stderr or "No space left" in result.stderr, result.stderr
            assert not (disk / "current").exists()
        assert full >= 3
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        assert run(SAMPLES, disk).exit_code == 0
        assert open_release(disk).complete


def test_a_disk_that_fills_up_leaves_readers_their_release(tmp_path: Path, sources: Path, release_of_one: Path) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, "size=200m"):
        shutil.copytree(release_of_one, disk, symlinks=True, dirs_exist_ok=True)
        before = open_release(disk)
        free = shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(bytes(free - 200_000))
        write(sources, 2021)
        assert run(sources, disk).exit_code == 1
        assert open_release(disk) == before and before.complete
        (disk / "ballast").unlink()
        assert run(sources, disk).exit_code == 0
        assert open_release(disk).release_id.startswith("000002-")


def test_a_read_only_warehouse(tmp_path: Path, sources: Path, release_of_one: Path) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, "size=200m"):
        shutil.copytree(release_of_one, disk, symlinks=True, dirs_exist_ok=True)
        before = open_release(disk)
        write(sources, 2021)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        result = run(sources, disk)
        assert result.exit_code == 2 and "read-only" in result.stderr
        assert open_release(disk).table("facts").num_rows == before.counts["facts"]


def test_a_clock_that_jumps(
    tmp_path: Path, sources: Path, release_of_one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Releases follow each other by number, whatever their times say, and none is removed too early."""
    warehouse = tmp_path / "warehouse"
    shutil.copytree(release_of_one, warehouse, symlinks=True)

    class Jumping(datetime):
        days = 0

        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime.now(UTC) + timedelta(days=cls.days)

    monkeypatch.setattr(release, "datetime", Jumping)
    for number, days in enumerate((-400, 300)):
        Jumping.days = days
        write(sources, 2021 + number)
        assert run(sources, warehouse).exit_code == 0
    found = release.releases(warehouse)
    assert [one.release_id[:7] for one in found] == ["000001-", "000002-", "000003-"]
    assert found[1].created < found[0].created < found[2].created
    assert open_release(warehouse).release_id == found[2].release_id


def test_a_program_that_was_stopped_with_ctrl_c_publishes_nothing(tmp_path: Path, sources: Path) -> None:
    warehouse = tmp_path / "warehouse"
    command = [sys.executable, "-m", "edu_pipeline", "run", "-q", "--sources", str(sources)]
    process = subprocess.Popen(
        [*command, "--warehouse", str(warehouse)], stderr=subprocess.PIPE, start_new_session=True
    )
    while process.poll() is None and not list(warehouse.glob("staging/*")):  # it is at work, and has not come far
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=120)
    assert process.returncode == 130, told
    assert b"nothing was published" in told and b"Traceback" not in told
    assert not (warehouse / "current").exists()
    assert run(sources, warehouse).exit_code == 0
