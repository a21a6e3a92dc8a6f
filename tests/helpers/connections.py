"""Which sockets the Python processes of a server bind and connect, and which names they look up.

What belongs here: recording that, and what leaves the machine.  What does not: what is asked of a server.
"""

from __future__ import annotations

import ipaddress
import os
from ast import literal_eval
from pathlib import Path
from typing import Any

_RECORDER = """
import os, sys
def record(event, given):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        address = given[1] if event in ("socket.connect", "socket.bind", "socket.sendto") else (given[0], 0)
        with open(os.environ["RECORDED_CONNECTIONS"], "a") as file:
            file.write(f"{(event, os.getpid(), address)!r}\\n")
sys.addaudithook(record)
"""


def recording(folder: Path) -> dict[str, str]:
    """What the environment of a process says so that it, and all that it starts, record into `folder`."""
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(_RECORDER, encoding="utf-8")
    path = os.pathsep.join(filter(None, [str(folder / "site"), os.environ.get("PYTHONPATH")]))
    return {"PYTHONPATH": path, "RECORDED_CONNECTIONS": str(folder / "connections")}


def connections(folder: Path) -> list[tuple[str, int, Any]]:
    """What was recorded: the event, the process, the address."""
    lines = (folder / "connections").read_text(encoding="utf-8").splitlines()
    return [literal_eval(line) for line in lines]


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
