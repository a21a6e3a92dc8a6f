"""`kill -9` of a whole run at random moments, while others read: no mixture, and the next run puts things right.

EDU_TEST_KILLS is the number of kills (default 6; 50 for the long form).
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from edu_pipeline import cli, open_release
from edu_pipeline.settings import CHECKOUT
from edu_pipeline.tables import PUBLISHED

sys.path.insert(0, str(CHECKOUT / "benchmarks"))
import corpus  # noqa: E402

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]

KILLS = int(os.environ.get("EDU_TEST_KILLS", "6"))
SAMPLES = [CHECKOUT / "data" / "sources" / f"{name}.txt" for name in ("henan-three-cities", "wuwei-feature")]


def start(sources: Path, warehouse: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "edu_pipeline", "run", "-q", "--workers", "2", "--allow-shrink"]
    return subprocess.Popen(
        [*command, "--sources", str(sources), "--warehouse", str(warehouse)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def run(sources: Path, warehouse: Path) -> float:
    began = time.monotonic()
    process = start(sources, warehouse)
    _, told = process.communicate(timeout=300)
    assert process.returncode == 0, told.decode()
    return time.monotonic() - began


def run_here(sources: Path, warehouse: Path) -> None:
    """The same in this process."""
    arguments = ["run", "-q", "--allow-shrink", "--sources", str(sources), "--warehouse", str(warehouse)]
    result = CliRunner().invoke(cli.app, arguments)
    assert result.exit_code == 0, result.output


def lay_out(sources: Path) -> None:
    sources.mkdir()
    for path in SAMPLES:
        shutil.copy(path, sources)


def kill(process: subprocess.Popen[bytes]) -> None:
    """The process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def contents(warehouse: Path) -> dict[str, bytes]:
    """The Parquet files of the current release."""
    folder = open_release(warehouse).path / "parquet"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


class Readers:
    """Four threads that read `current` as outsiders do: at once when it leads elsewhere, and now and then anyway.

    Whole states are known by their counts of rows."""

    LOOK, AGAIN = 0.02, 0.3

    def __init__(self, warehouse: Path) -> None:
        self.warehouse = warehouse
        self.seen: set[tuple[int, ...]] = set()
        self.reads = 0
        self.troubles: list[str] = []
        self._stop = threading.Event()
        ways: list[Callable[[Path], tuple[int, ...]]] = [self._duckdb, self._parquet, self._duckdb, self._manifest]
        self._threads = [threading.Thread(target=self._read, args=(way,)) for way in ways]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self, way: Callable[[Path], tuple[int, ...]]) -> None:
        read, led_to = 0.0, ""
        while not self._stop.wait(self.LOOK):
            leads_to = os.path.realpath(self.warehouse / "current")  # of what is not there, the link itself
            if leads_to == led_to and time.monotonic() < read + self.AGAIN:
                continue
            read, led_to = time.monotonic(), leads_to
            for attempt in range(3):
                try:
                    self.seen.add(way((self.warehouse / "current").resolve(strict=True)))
                    self.reads += 1
                    break
                except Exception as error:  # noqa: BLE001  a retry has to cure whatever it is
                    if attempt == 2:
                        self.troubles.append(repr(error))

    @staticmethod
    def _duckdb(folder: Path) -> tuple[int, ...]:
        with duckdb.connect(str(folder / "education.duckdb"), read_only=True) as con:
            return tuple(con.execute(f'SELECT count(*) FROM "{t.name}"').fetchall()[0][0] for t in PUBLISHED)

    @staticmethod
    def _parquet(folder: Path) -> tuple[int, ...]:
        return tuple(pq.ParquetFile(folder / "parquet" / f"{t.name}.parquet").read().num_rows for t in PUBLISHED)

    @staticmethod
    def _manifest(folder: Path) -> tuple[int, ...]:
        counts = json.loads((folder / "release.json").read_bytes())["counts"]
        return tuple(counts[t.name] for t in PUBLISHED)


def test_killed_at_any_moment_nobody_sees_a_mixture(tmp_path: Path) -> None:
    sources, warehouse, undisturbed = tmp_path / "sources", tmp_path / "warehouse", tmp_path / "undisturbed"
    lay_out(sources)
    run_here(sources, warehouse)
    extra = sources / "extra.txt"
    states: dict[bool, dict[str, bytes]] = {}
    whole: set[tuple[int, ...]] = set()
    for there in (True, False):  # what each state of the folder looks like when nobody disturbs it
        if there:
            extra.write_text("金昌市2024年有幼儿园97所,在园幼儿11234人,专任教师1405人。\n", encoding="utf-8")
        else:
            extra.unlink()
        length = run(sources, undisturbed)  # the last is one that goes on from another, as those that are killed do
        states[there] = contents(undisturbed)
        whole.add(Readers._manifest((undisturbed / "current").resolve()))
    chance = random.Random(20260301)
    with Readers(warehouse) as readers:
        for number in range(KILLS):
            there = number % 2 == 0
            if there:
                extra.write_text("金昌市2024年有幼儿园97所,在园幼儿11234人,专任教师1405人。\n", encoding="utf-8")
            else:
                extra.unlink(missing_ok=True)
            process = start(sources, warehouse)
            # spread over the whole length, each moment somewhere in its own slice of it
            time.sleep(length * (number + chance.random()) / KILLS)
            kill(process)
            open_release(warehouse).table("facts")
            if number % 3 == 2 or number == KILLS - 1:
                run_here(sources, warehouse)
                assert contents(warehouse) == states[there]
    assert readers.troubles == []
    assert readers.reads > KILLS
    assert readers.seen <= whole
    assert not list(warehouse.glob("releases/*.tmp*"))


def test_a_killed_worker_costs_no_document(tmp_path: Path) -> None:
    """Web pages, since whatever needs a library is read by workers, however little it is."""
    sources, calm, hit = tmp_path / "sources", tmp_path / "calm", tmp_path / "hit"
    sources.mkdir()
    for number in range(40):
        path, text = corpus.document(number, share=0.3)
        lines = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
        page = f"<!doctype html><html><head><title>{Path(path).stem}</title></head><body>{lines}</body></html>"
        (sources / f"{Path(path).stem}.html").write_text(page, encoding="utf-8")
    run_here(sources, calm)
    process = start(sources, hit)
    killed: set[int] = set()
    while process.poll() is None and len(killed) < 3:
        for child in _workers(process.pid) - killed:
            with suppress(OSError):
                os.kill(child, signal.SIGKILL)
                killed.add(child)
        time.sleep(0.2)
    _, told = process.communicate(timeout=300)
    assert killed, "workers were met"
    assert process.returncode == 0, told.decode()
    assert contents(hit) == contents(calm)


def _workers(pid: int) -> set[int]:
    """The processes that the fork server of a run has started."""
    found = set()
    for child in _descendants(pid):
        with suppress(OSError):
            words = Path(f"/proc/{child}/cmdline").read_bytes()
            if b"forkserver" in words and _parent(child) != pid:
                found.add(child)
    return found


def _descendants(pid: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            if os.getpgid(int(folder.name)) == pid:
                found.append(int(folder.name))
    return found


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def test_two_refreshes_at_once(tmp_path: Path) -> None:
    sources, warehouse = tmp_path / "sources", tmp_path / "warehouse"
    lay_out(sources)
    both = [start(sources, warehouse) for _ in range(2)]
    told = [process.communicate(timeout=300)[1].decode() for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 1], [0, 0])  # the second says so, unless the first was done by then
    if codes == [0, 1]:
        assert "is being written by process" in "".join(told)
    assert len(list((warehouse / "releases").iterdir())) == 1
    assert open_release(warehouse).complete
