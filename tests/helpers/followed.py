"""A folder that the UI's daemon follows: the server that does, what readers see of it, and what is at work.

What belongs here: what the tests of the UI and those that kill its processes share.  What does not: the server's process and
its GraphQL (dagster_ui).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from connections import recording
from dagster_ui import Server, serving, wait_until

from edu_pipeline import open_release
from edu_pipeline.warehouse.errors import WarehouseError


def served(test: Any) -> Any:
    """A test that looks at the server."""
    return pytest.mark.slow(pytest.mark.timeout(1200)(test))


PATIENCE = 300.0  # the machine may be busy with other things
SHORT = 5.0
HASTY = f"from edu_pipeline import cli, ui; ui.LOOK, ui.SHORT = 2.0, {SHORT}; cli.main()"
"""The program, that looks oftener whether all is well, and sooner starts again what ended."""
NEWS = "金昌市{}年有幼儿园97所,在园幼儿11234人,专任教师1405人。\n"
REPORT = (
    "清川市2024年教育工作总结\n\n2024年,全市共有幼儿园86所,在园幼儿12345人,学前三年毛入园率达103.5%。"
    "九年义务教育巩固率为106.2%。全市投入资金1.2亿元,新增学位2600个。\n\n清川市教育局\n2025年1月15日\n"
)


@contextmanager
def following(folder: Path) -> Iterator[Server]:
    """The UI over a folder of its own, whose daemon looks every two seconds what is new there."""
    sources = folder / "sources"
    sources.mkdir()
    (sources / "清川市.txt").write_text(REPORT, encoding="utf-8")
    (sources / "not a text.txt").write_bytes(bytes(range(256)) * 20)
    for number in range(6):  # so many that one less is no shrinking
        (sources / f"{number}.txt").write_text(NEWS.format(2020 + number), encoding="utf-8")
    more = {"EDU_PIPELINE_REFRESH_BY": "inbox", "EDU_PIPELINE_SENSOR_INTERVAL": "2", **recording(folder)}
    with serving(folder, sources, ("-c", HASTY), **more) as found:
        yield found


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
