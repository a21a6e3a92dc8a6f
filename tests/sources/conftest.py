"""A real HTTP server on loopback whose pages each test writes, and fetchers that lead names to it."""

from __future__ import annotations

import socket
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from edu_pipeline.sources.fetch import Fetcher, Manners

Page = Callable[["Handler"], None]
PUBLIC = "1.2.3.4"
"""An address of the internet that nothing connects to: the fetchers below lead it to the server."""


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the page of its path."""

    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  the name http.server calls
        self.close_connection = True
        self.server.requests[self.path].append(dict(self.headers.items()))
        self.server.pages.get(self.path, lambda handler: handler.give(b"", 404))(self)

    def give(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in {"Content-Length": str(len(body)), "Content-Type": "text/plain", **given}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Page] = {}
        self.requests: dict[str, list[dict[str, str]]] = defaultdict(list)
        self.port = self.server_address[1]

    def handle_error(self, *_: Any) -> None:
        """Clients that break off are what is tested."""

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()


class World:
    """A fetcher's surroundings: which name leads where, which addresses were connected to, how long it slept."""

    def __init__(self, **manners: Any) -> None:
        self.names: dict[str, list[str]] = {"school.example": [PUBLIC]}
        self.asked: list[str] = []
        self.connected: list[str] = []
        self.slept: list[float] = []
        quick: dict[str, Any] = {"connect_seconds": 9, "read_seconds": 9, "total_seconds": 30, "pause_seconds": 0}
        self.fetcher = Fetcher(Manners(**{**quick, **manners}), self.resolve, self.connect, self.slept.append)

    def resolve(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        if host in self.names:
            return self.names[host]
        return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connected.append(address)
        return socket.create_connection(("127.0.0.1" if address == PUBLIC else address, port), seconds)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def world_with() -> type[World]:
    """To make a world with other manners."""
    return World
