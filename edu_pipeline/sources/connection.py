"""Connections to hosts that were checked, ended when their time is up.

What belongs here: urllib3's pools with a socket of our own below them.  What does not: which hosts are refused
(addresses), what is sent (fetch).
"""

from __future__ import annotations

import os
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import Timeout

from edu_pipeline.sources.addresses import Address, Resolve, checked
from edu_pipeline.sources.problems import FetchFailed

if TYPE_CHECKING:
    from edu_pipeline.sources.fetch import Manners

Connect = Callable[[str, int, float], socket.socket]
"""Numeric address, port and seconds to a connected socket.  Raises OSError."""


def system_connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), seconds)


class Deadline:
    """The end of a try: a connection that is still open then is cut, so that no trickle of bytes outlasts it."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    @property
    def passed(self) -> bool:
        return time.monotonic() >= self._end

    @property
    def left(self) -> float:
        return max(0.001, self._end - time.monotonic())

    def watch(self, connected: socket.socket) -> None:
        # a second handle on the connection: TLS takes the first one over
        self._sockets.append(socket.socket(fileno=os.dup(connected.fileno())))

    def _cut(self) -> None:
        for one in list(self._sockets):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for one in self._sockets:
            one.close()


@dataclass(frozen=True)
class Guard:
    """What a connection goes by; `redirected`: a server, not the registry, named its host."""

    resolve: Resolve
    connect: Connect
    allow_private: bool
    redirected: bool
    deadline: Deadline

    def connected(self, host: str, port: int, seconds: float) -> socket.socket:
        """A socket to one of the host's addresses, all of which were checked.  Raises FetchFailed."""
        seconds = min(seconds, self.deadline.left)
        for address in checked(host, port, self.resolve, self.allow_private, self.redirected, seconds):
            try:
                found = self.connect(address, port, min(seconds, self.deadline.left))
            except OSError:
                continue
            self.deadline.watch(found)
            return found
        raise FetchFailed(f"{host} does not answer", again=True)


def _guarded(kind: Any, guard: Guard, seconds: float) -> Any:
    """A connection class whose sockets the guard gives; name, Host and certificate stay those of the address."""

    class Guarded(kind):
        def _new_conn(self) -> socket.socket:
            found = guard.connected(self.host.strip("[]"), self.port, seconds)
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            found.settimeout(seconds)
            sys.audit("http.client.connect", self, self.host, self.port)
            return found

    return Guarded


@contextmanager
def opened(at: Address, guard: Guard, tls: ssl.SSLContext, manners: Manners) -> Iterator[Any]:
    """A pool for one request to the address."""
    timeout = Timeout(connect=manners.connect_seconds, read=manners.read_seconds)
    host = f"[{at.host}]" if ":" in at.host else at.host
    pool: HTTPConnectionPool
    if at.scheme == "https":
        pool = HTTPSConnectionPool(host, at.port, timeout=timeout, maxsize=1, ssl_context=tls)
        pool.ConnectionCls = _guarded(HTTPSConnection, guard, manners.connect_seconds)
    else:
        pool = HTTPConnectionPool(host, at.port, timeout=timeout, maxsize=1)
        pool.ConnectionCls = _guarded(HTTPConnection, guard, manners.connect_seconds)
    with pool:
        yield pool
