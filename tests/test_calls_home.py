"""Nothing calls home, and nothing listens where others can reach it: every connection of a refresh and of the UI.

Python's audit events tell of each socket that any process of the pipeline or of Dagster binds or connects, and of each
name that it looks up; the browser tells what a page loads.  Dagster's gRPC between daemon and code server is C and uses
Unix sockets (`--socket` in its command line), which is looked at.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
from ast import literal_eval
from pathlib import Path
from typing import Any

import pytest
from dagster_ui import BROWSER, DRIVER, Server, browsing, serving, wait_until

from edu_pipeline.settings import CHECKOUT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
RECORDER = """
import os, sys
def record(event, given):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        address = given[1] if event in ("socket.connect", "socket.bind", "socket.sendto") else (given[0], 0)
        with open(os.environ["RECORDED_CONNECTIONS"], "a") as file:
            file.write(f"{(event, os.getpid(), address)!r}\\n")
sys.addaudithook(record)
"""
SHOWN = "return document.body.innerText.trim().length > 50"
PAGES = ("/", "/assets", "/assets/observations", "/asset-groups", "/automation", "/runs", "/deployment")


def leaves_the_machine(address: Any) -> bool:
    if isinstance(address, (str, bytes)):
        return False  # a Unix socket
    host = address[0].decode() if isinstance(address[0], bytes) else address[0]
    if host in (None, "", "localhost"):
        return host == ""  # a socket that is bound to all addresses
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return True  # a name that is looked up


@pytest.mark.parametrize(
    ("address", "leaves"),
    [
        (("127.0.0.1", 80), False),
        (("::1", 80, 0, 0), False),
        ("/tmp/x.sock", False),
        ((b"localhost", 0), False),
        (("0.0.0.0", 80), True),
        (("", 80), True),
        (("192.0.2.1", 443), True),
        (("telemetry.example", 0), True),
    ],
)
def test_what_leaves_the_machine(address: Any, leaves: bool) -> None:
    assert leaves_the_machine(address) is leaves


def test_nothing_calls_home(tmp_path: Path) -> None:
    record = tmp_path / "connections"
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(RECORDER, encoding="utf-8")
    path = os.pathsep.join(filter(None, [str(tmp_path / "site"), os.environ.get("PYTHONPATH")]))
    shutil.copytree(CHECKOUT / "data" / "sources", tmp_path / "sources")
    more = {"PYTHONPATH": path, "RECORDED_CONNECTIONS": str(record)}
    with serving(tmp_path / "ui", tmp_path / "sources", **more) as server:
        server.refresh(600)
        assert (server.warehouse / "current" / "release.json").is_file()
        loaded = pages(server, tmp_path / "profile") if BROWSER and DRIVER else []
    events = [literal_eval(line) for line in record.read_text(encoding="utf-8").splitlines()]
    assert ("socket.bind", ("127.0.0.1", server.port)) in {(event, address) for event, _, address in events}
    assert len({process for _, process, _ in events}) >= 2, "the webserver, and whoever asks it"
    assert [event for event in events if leaves_the_machine(event[2])] == []
    assert [address for address in loaded if not address.startswith((server.url, "file:", "data:", "blob:"))] == []


def pages(server: Server, profile: Path) -> list[str]:
    """The addresses of all that the pages of UI and report load."""
    found: list[str] = []
    entries = "return performance.getEntries().map(entry => entry.name).filter(name => name.includes(':'))"
    with browsing(profile) as browser:
        for address in (*(server.url + page for page in PAGES), report(server)):
            browser.get(address)
            wait_until(f"{address} to be there", 120, lambda: browser.execute_script(SHOWN))
            found += browser.execute_script(entries)
    assert any(address.endswith(".js") for address in found)
    return found


def report(server: Server) -> str:
    return (server.warehouse / "current" / "report" / "index.html").resolve().as_uri()
