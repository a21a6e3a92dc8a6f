"""Asking one address for its document over HTTP.

What belongs here: requests, redirects, time and size limits, tries, the pause between two requests to one host.  What
does not: which hosts may be asked (addresses), what is kept of the answer (kept), several addresses (collect).

Nothing is sent but a GET without cookies or credentials, and no proxy of the environment is used: a proxy would resolve
the name itself, and what was checked here would count for nothing.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, BinaryIO
from urllib.parse import quote, urljoin

import certifi
from urllib3.exceptions import DecodeError, HTTPError, IncompleteRead, SSLError, TimeoutError

from edu_pipeline.sources.addresses import Address, Resolve, parsed, system_resolve
from edu_pipeline.sources.connection import Connect, Deadline, Guard, opened, system_connect
from edu_pipeline.sources.problems import FetchFailed, Refused

_CHUNK = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8"


def _manner(default: Any, description: str) -> Any:
    return field(default=default, metadata={"description": description})


@dataclass(frozen=True, slots=True)
class Manners:
    """How addresses are asked; times in seconds."""

    connect_seconds: float = _manner(10.0, "Seconds to wait for a host to be found and to take a connection.")
    read_seconds: float = _manner(30.0, "Seconds that a server may be silent.")
    total_seconds: float = _manner(120.0, "Seconds that one try of an address may take.")
    tries: int = _manner(3, "Times that an address is asked before it counts as failed.")
    pause_seconds: float = _manner(1.0, "Seconds between two requests to one host.")
    max_redirects: int = _manner(5, "Times that a server may send on to another address.")
    hosts_at_once: int = _manner(4, "Hosts that are asked side by side.")
    user_agent: str = _manner(
        "edu-pipeline/0.1 (reads published school statistics; a GET, now and then)", "What servers are told who asks."
    )
    max_bytes: int = 100 << 20
    back_off_seconds: float = 1.0
    longest_wait_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells a server which version is known already."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address said: whether there is a new version (its bytes are then in the file that was handed in), what
    tells it from others, the Content-Type as it was sent, and the address it came from in the end."""

    new: bool
    validators: Validators
    content_type: str | None
    final_address: str


class Fetcher:
    """Asks addresses; may be used by several threads.  The edges to the system can be replaced in tests."""

    def __init__(
        self,
        manners: Manners | None = None,
        resolve: Resolve = system_resolve,
        connect: Connect = system_connect,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.manners = manners or Manners()
        self._resolve, self._connect, self._sleep = resolve, connect, sleep
        self._free_from: dict[str, float] = {}
        self._lock = threading.Lock()
        self._tls = ssl.create_default_context()
        self._tls.load_verify_locations(certifi.where())

    def get(self, address: str, into: BinaryIO, known: Validators | None = None, allow_private: bool = False) -> Answer:
        """Ask, with as many tries as the manners allow.  `into` is empty or holds the new version afterwards.

        Raises FetchFailed, Refused among it.
        """
        tries = max(1, self.manners.tries)
        for number in range(1, tries + 1):
            try:
                return self._try(address, into, known or Validators(), allow_private)
            except FetchFailed as failure:
                if not failure.again or number == tries:
                    raise
                pause = (
                    failure.after if failure.after is not None else self.manners.back_off_seconds * 2 ** (number - 1)
                )
                if pause > self.manners.longest_wait_seconds:
                    raise
                self._sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _try(self, address: str, into: BinaryIO, known: Validators, allow_private: bool) -> Answer:
        into.seek(0)
        into.truncate()
        with Deadline(self.manners.total_seconds) as deadline:
            at = parsed(address)
            if at.scheme == "s3":
                raise Refused("s3 is not asked over HTTP")
            seen = {at.text}
            for _ in range(self.manners.max_redirects + 1):
                guard = Guard(self._resolve, self._connect, allow_private, len(seen) > 1, deadline)
                onward = self._ask(at, into, known, guard)
                if isinstance(onward, Answer):
                    return onward
                at = onward
                if at.text in seen:
                    raise FetchFailed("the server sends on in a circle")
                seen.add(at.text)
        raise FetchFailed(f"the server sent on more than {self.manners.max_redirects} times")

    def _ask(self, at: Address, into: BinaryIO, known: Validators, guard: Guard) -> Answer | Address:
        """One request: the answer, or where it sends on to."""
        self._wait(at.host)
        headers = {"User-Agent": self.manners.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "identity"}
        try:
            with opened(at, guard, self._tls, self.manners) as pool:
                response = pool.urlopen(
                    "GET", at.target, headers={**headers, **known.headers()},
                    redirect=False, retries=False, preload_content=False, decode_content=True,
                )  # fmt: skip
                try:
                    return self._answered(at, response, into, known, guard.deadline)
                finally:
                    response.close()
        except FetchFailed:
            raise
        except (HTTPError, OSError, ValueError, AttributeError) as error:
            raise self._in_words(error, guard.deadline) from error

    def _answered(
        self, at: Address, response: Any, into: BinaryIO, known: Validators, deadline: Deadline
    ) -> Answer | Address:
        status, headers = response.status, response.headers
        if status in _REDIRECTS and headers.get("Location"):
            return _onward(at, headers["Location"])
        content_type = (headers.get("Content-Type") or "").strip()[:200] or None
        if status == 304 and known.headers():
            return Answer(False, known, content_type, at.text)
        if status not in (200, 203):
            raise FetchFailed(f"the server answered {_named(status)}", status in _AGAIN, _after(headers))
        self._store(response, into, deadline)
        validators = Validators(headers.get("ETag"), headers.get("Last-Modified"))
        return Answer(True, validators, content_type, at.text)

    def _store(self, response: Any, into: BinaryIO, deadline: Deadline) -> None:
        """The body, which is not read further than the limit.  Raises FetchFailed, and what urllib3 raises."""
        most = self.manners.max_bytes
        promised = response.headers.get("Content-Length", "")
        size = 0
        if promised.isascii() and promised.isdigit() and len(promised) < 19 and int(promised) > most:
            raise FetchFailed(_too_large(most))
        for chunk in response.stream(_CHUNK, decode_content=True):
            size += len(chunk)
            if size > most:
                raise FetchFailed(_too_large(most))
            into.write(chunk)
            if deadline.passed:
                break
        if deadline.passed:
            raise FetchFailed(self._too_long(), again=True)
        if size == 0:
            raise FetchFailed("the server sent nothing (0 bytes)", again=True)

    def _wait(self, host: str) -> None:
        """The pause between two requests to one host."""
        with self._lock:
            now = time.monotonic()
            begin = max(now, self._free_from.get(host, now))
            self._free_from[host] = begin + self.manners.pause_seconds
        if begin > now:
            self._sleep(begin - now)

    def _in_words(self, error: Exception, deadline: Deadline) -> FetchFailed:
        if deadline.passed:
            return FetchFailed(self._too_long(), again=True)
        if isinstance(error, (SSLError, ssl.SSLError)):
            return FetchFailed("the connection is not secure: the certificate does not fit or is not trusted")
        if isinstance(error, (TimeoutError, OSError)) and "timed out" in str(error):
            return FetchFailed(f"the server was silent for {self.manners.read_seconds:g} seconds", again=True)
        if isinstance(error, DecodeError):
            return FetchFailed("what the server sent cannot be unpacked (Content-Encoding)")
        if isinstance(error, IncompleteRead) or isinstance(getattr(error, "__cause__", None), IncompleteRead):
            return FetchFailed("the server sent less than it promised", again=True)
        return FetchFailed("the connection broke, or the answer is no HTTP", again=True)

    def _too_long(self) -> str:
        return f"the answer took over {self.manners.total_seconds:g} seconds"


def _too_large(most: int) -> str:
    return f"the document is larger than the limit of {most:,} bytes"


def _onward(at: Address, location: str) -> Address:
    """Where a redirect leads; its bytes outside ASCII are sent on as they came."""
    raw = location.encode("latin-1", "replace").strip()
    target = parsed(urljoin(at.text, quote(raw, safe="%/:?#[]@!$&'()*+,;=-._~")))
    if target.scheme == "s3":
        raise Refused("the server sent on to s3")
    return replace(target, text=target.text.split("#", 1)[0])


def _named(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _after(headers: Any) -> float | None:
    """Seconds that Retry-After asks for."""
    said = (headers.get("Retry-After") or "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None
