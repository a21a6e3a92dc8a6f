"""Whatever is killed of Dagster's processes, what is dropped in the folder is published: by the daemon alone, without a person.

A server of its own, beside that of the UI (test_ui): each takes minutes.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from dagster_ui import Server, wait_until
from followed import NEWS, PATIENCE, SHORT, begun, following, published, quiet, running, served

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the processes in Linux's /proc")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with following(tmp_path) as found:
        yield found


@served
@needs_proc
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
