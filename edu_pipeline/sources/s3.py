"""Asking an object store (s3://bucket/key) by fsspec.

What belongs here: s3 alone.  What does not: http and https (fetch), what is kept (kept).

Credentials and another endpoint are taken from the environment or AWS's own files, never from the registry.  Needs the
extra `s3` (pip install .[s3]).
"""

from __future__ import annotations

import threading
import time
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from edu_pipeline.sources.addresses import checked, parsed, system_resolve
from edu_pipeline.sources.fetch import Answer, Manners, Validators
from edu_pipeline.sources.problems import FetchFailed, Refused
from edu_pipeline.sources.registry import Entry

_CHUNK = 1 << 20


def get(entry: Entry, into: BinaryIO, known: Validators | None, manners: Manners) -> Answer:
    """The object's newest version, if it is another than the one whose ETag is known.  Raises FetchFailed."""
    try:
        import s3fs  # noqa: F401
    except ImportError as error:
        raise Refused("s3 needs the extra: pip install .[s3]") from error
    parsed(entry.where)
    found: list[Answer | Exception] = []

    def work() -> None:
        try:
            found.append(_get(entry, into, known or Validators(), manners))
        except Exception as error:  # noqa: BLE001  of several libraries; put in words below
            found.append(error)

    # what is below has no limit on the whole; a thread that outlasts ours is left behind
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(manners.total_seconds)
    if not found:
        raise FetchFailed(f"the answer took over {manners.total_seconds:g} seconds", again=True)
    if isinstance(found[0], Exception):
        raise _in_words(found[0]) from found[0]
    return found[0]


def _get(entry: Entry, into: BinaryIO, known: Validators, manners: Manners) -> Answer:
    system = _system(entry, manners)
    info = system.info(entry.where)
    etag = str(info["ETag"]) if info.get("ETag") else None
    kind = str(info.get("ContentType") or "") or None
    if etag is not None and etag == known.etag:
        return Answer(False, known, kind, entry.where)
    if int(info.get("size") or 0) > manners.max_bytes:
        raise FetchFailed(f"the document is larger than the limit of {manners.max_bytes:,} bytes")
    size, end = 0, time.monotonic() + manners.total_seconds
    with system.open(entry.where, "rb") as source:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > manners.max_bytes:
                raise FetchFailed(f"the document is larger than the limit of {manners.max_bytes:,} bytes")
            if time.monotonic() > end:
                raise FetchFailed("the time is up", again=True)
            into.write(chunk)
    if size == 0:
        raise FetchFailed("the object is empty (0 bytes)")
    return Answer(True, Validators(etag), kind, entry.where)


def _system(entry: Entry, manners: Manners) -> Any:
    """The file system; its endpoint is checked as a host of an address is."""
    import fsspec

    times = {"connect_timeout": manners.connect_seconds, "read_timeout": manners.read_seconds}
    system = fsspec.filesystem(
        "s3", anon=entry.anonymous, skip_instance_cache=True, use_listings_cache=False,
        config_kwargs={**times, "retries": {"max_attempts": manners.tries}, "user_agent_extra": "edu-pipeline"},
    )  # fmt: skip
    system.connect()
    endpoint = urlsplit(str(system._s3.meta.endpoint_url))
    port = endpoint.port or (443 if endpoint.scheme == "https" else 80)
    checked(
        endpoint.hostname or "", port, system_resolve, entry.allow_private, redirected=False,
        seconds=manners.connect_seconds,
    )  # fmt: skip
    return system


def _in_words(error: Exception) -> FetchFailed:
    if isinstance(error, FetchFailed):
        return error
    if isinstance(error, FileNotFoundError):
        return FetchFailed("there is no such object")
    if isinstance(error, PermissionError) or "Credentials" in type(error).__name__:
        return FetchFailed("the object may not be read with these credentials (anonymous: true asks without any)")
    return FetchFailed(f"the object store gave no answer that could be used ({type(error).__name__})")
