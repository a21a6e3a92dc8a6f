"""The daemon by itself: what is dropped in the folder is published without a person, whatever is killed meanwhile."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from dagster_ui import Server, serving, wait_until

from edu_pipeline import open_release
from edu_pipeline.warehouse.errors import WarehouseError

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1200),
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the processes in Linux's /proc"),
]
PATIENCE = 300.0  # the machine may be busy with other things
SHORT = 5.0
HASTY = f"from edu_pipeline import cli, ui; ui.LOOK, ui.SHORT = 2.0, {SHORT}; cli.main()"
"""The program, that looks oftener whether all is well, and sooner starts again what ended."""
NEWS = "金昌市{}年有幼儿园97所,在园幼儿11234人,专任教师1405人。\n"


def published(server: Server) -> set[str]:
    """The names of the documents that readers see."""
    with suppress(WarehouseError):
        return set(open_release(server.warehouse).table("documents")["source"].to_pylist())
    return set()


def running(server: Server, words: str) -> list[int]:
    """The processes of a server whose command line says so, the oldest first."""
    assert server.process is not None
    found, at = [server.process.pid], 0
    while at < len(found):
        for task in Path(f"/proc/{found[at]}/task").glob("*/children"):
            with suppress(OSError):
                found += map(int, task.read_text().split())
        at += 1
    return sorted(pid for pid in found if words in _command(pid))


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(errors="replace").replace("\0", " ")
    except OSError:
        return ""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("daemon")
    (folder / "sources").mkdir()
    for number in range(6):  # so many that one less is no shrinking
        (folder / "sources" / f"{number}.txt").write_text(NEWS.format(2020 + number), encoding="utf-8")
    more = {"EDU_PIPELINE_REFRESH_BY": "inbox", "EDU_PIPELINE_SENSOR_INTERVAL": "2"}
    with serving(folder, folder / "sources", ("-c", HASTY), **more) as found:
        yield found


def quiet(server: Server) -> None:
    """Whatever was asked for is done."""
    wait_until("an end of all runs", PATIENCE, lambda: set(server.runs().values()) <= {"SUCCESS", "FAILURE"})


def begun(server: Server) -> str:
    """A run that is at work."""

    def look() -> str | None:
        for run, status in server.runs().items():
            if status == "STARTED" and (server.warehouse / ".runs" / run).exists():
                return run
        return None

    return str(wait_until("a run", PATIENCE, look))


def test_a_folder_is_followed_without_a_person(server: Server) -> None:
    names = {path.name for path in server.sources.glob("*.txt")}
    wait_until("a first release", PATIENCE, lambda: published(server) == names)
    quiet(server)

    before, looks = server.runs(), len(server.looks("inbox"))
    wait_until("three more looks", PATIENCE, lambda: len(server.looks("inbox")) >= looks + 3)
    assert server.looks("inbox")[:3] == ["Nothing has changed since the last refresh was asked for."] * 3
    assert server.runs() == before

    (server.sources / "dropped.txt").write_text(NEWS.format(2024), encoding="utf-8")
    wait_until("the dropped file", PATIENCE, lambda: published(server) == names | {"dropped.txt"})
    quiet(server)
    (server.sources / "dropped.txt").unlink()
    wait_until("its end", PATIENCE, lambda: published(server) == names)
    quiet(server)
    assert len(server.runs()) == len(before) + 2
    assert set(server.runs().values()) == {"SUCCESS"}


def test_whatever_is_killed_the_folder_is_followed(server: Server) -> None:
    began = time.monotonic()
    wait_until("a first release", PATIENCE, lambda: published(server))

    # the run itself: it does not say for ever that it runs, and begins anew
    quiet(server)
    (server.sources / "a.txt").write_text(NEWS.format(2015), encoding="utf-8")
    run = begun(server)
    for pid in running(server, "multiprocessing.spawn"):
        os.kill(pid, signal.SIGKILL)
    wait_until("its failure", PATIENCE, lambda: server.runs()[run] == "FAILURE")
    wait_until("a file of a killed run", PATIENCE, lambda: "a.txt" in published(server))

    # the code server, which Dagster leaves in error
    quiet(server)
    for pid in running(server, "dagster api grpc"):
        os.kill(pid, signal.SIGKILL)
    (server.sources / "c.txt").write_text(NEWS.format(2017), encoding="utf-8")
    wait_until("a file after the code server was killed", PATIENCE, lambda: "c.txt" in published(server))

    # the daemon, which Dagster takes all else down with
    quiet(server)
    time.sleep(max(0.0, began + SHORT - time.monotonic()))  # who ends sooner is not started again
    (killed,) = running(server, "dagster._daemon run")
    os.kill(killed, signal.SIGKILL)
    (server.sources / "d.txt").write_text(NEWS.format(2018), encoding="utf-8")
    wait_until("a file after the daemon was killed", PATIENCE, lambda: "d.txt" in published(server))
    assert running(server, "dagster._daemon run") != [killed]

    # all of it during a run, as when the machine goes down
    quiet(server)
    (server.sources / "e.txt").write_text(NEWS.format(2019), encoding="utf-8")
    run = begun(server)
    assert server.process is not None
    for pid in running(server, ""):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    server.process.wait()
    server.start()
    assert server.runs()[run] == "FAILURE"
    wait_until("a file after all was killed", PATIENCE, lambda: "e.txt" in published(server))
    quiet(server)
    assert not list((server.warehouse / "releases").glob("*.tmp*"))
