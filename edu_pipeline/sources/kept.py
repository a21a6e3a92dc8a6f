"""What addresses gave: every version under its hash, and what is known of each address.

What belongs here: the folder `fetched` of a warehouse.  What does not: asking (fetch), when to ask (collect).

    <warehouse>/fetched/versions/<sha256>           the bytes of one version
    <warehouse>/fetched/addresses/<hash>.json       an address: its versions, validators, and why it fails now

A version is kept for good: releases were made from it.  A file that is damaged is as one that is not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from edu_pipeline.identity import hash_stream
from edu_pipeline.sources.fetch import Answer, Validators
from edu_pipeline.warehouse.files import explained, replacing, write_text
from edu_pipeline.warehouse.sources import hash_file

FOLDER = "fetched"


@dataclass(frozen=True)
class Version:
    """One content of an address and the moment it was first had (UTC, as 2026-11-28T06:00:00Z)."""

    sha256: str
    byte_size: int
    fetched_at: str


@dataclass(frozen=True)
class Failure:
    """Why an address gives nothing now, since when, and how many runs have found it so."""

    reason: str
    since: str
    runs: int


@dataclass(frozen=True)
class State:
    """One address: its versions, the newest last, and what was said with that one."""

    address: str
    versions: tuple[Version, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    final_address: str | None = None
    asked_at: str | None = None
    failure: Failure | None = None

    @property
    def last(self) -> Version | None:
        return self.versions[-1] if self.versions else None

    @property
    def validators(self) -> Validators:
        return Validators(self.etag, self.last_modified)

    def summary(self) -> dict[str, str | int | None]:
        """The state in plain values, for people."""
        last, failure = self.last, self.failure
        return {
            "fetched_at": last.fetched_at if last else None,
            "versions": len(self.versions),
            "bytes": last.byte_size if last else None,
            "content_type": self.content_type,
            "asked_at": self.asked_at,
            "failing_since": failure.since if failure else None,
            "reason": failure.reason if failure else None,
        }

    @property
    def media_type(self) -> str | None:
        """The Content-Type without its parameters."""
        return (self.content_type or "").split(";")[0].strip().lower() or None


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Kept:
    """The versions and states of a warehouse; may be used by several threads, each with an address of its own."""

    def __init__(self, warehouse: Path) -> None:
        self.folder = Path(warehouse) / FOLDER

    def path(self, version: Version) -> Path:
        return self.folder / "versions" / version.sha256

    def whole(self, version: Version) -> bool:
        """Whether the version's bytes are there as they were fetched."""
        try:
            return hash_file(self.path(version)) == (version.sha256, version.byte_size)
        except OSError:
            return False

    def state(self, address: str) -> State:
        """What is known of an address; of one that was never asked, or whose file cannot be read, nothing."""
        try:
            content = json.loads(self._state_path(address).read_bytes())
            versions = tuple(Version(**version) for version in content.pop("versions"))
            failure = content.pop("failure")
            state = State(**content, versions=versions, failure=Failure(**failure) if failure else None)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return State(address)
        return state if state.address == address else State(address)

    def usable(self, address: str) -> State:
        """The state up to the newest version whose bytes are there; without validators if a newer one was lost."""
        state = self.state(address)
        versions = state.versions
        while versions and not self.whole(versions[-1]):
            versions = versions[:-1]
        if versions == state.versions:
            return state
        return replace(state, versions=versions, etag=None, last_modified=None)

    @contextmanager
    def incoming(self) -> Iterator[BinaryIO]:
        """A file to fetch into, gone afterwards unless it was stored.  Raises WarehouseError."""
        folder = self.folder / "versions"
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".incoming-", dir=folder)
        try:
            with os.fdopen(handle, "w+b") as file:
                yield file
        finally:
            with suppress(OSError):
                os.unlink(name)

    def store(self, state: State, answer: Answer, file: BinaryIO) -> State:
        """The state after an answer, written down; a new version's bytes are those of `file`.  Raises WarehouseError."""
        at = now()
        versions = state.versions
        if answer.new:
            version = self._keep(file, at)
            if state.last is None or version.sha256 != state.last.sha256:
                versions = (*versions, version)
        after = replace(
            state,
            versions=versions,
            etag=_short(answer.validators.etag),
            last_modified=_short(answer.validators.last_modified),
            content_type=answer.content_type if answer.new else state.content_type,
            final_address=answer.final_address,
            asked_at=at,
            failure=None,
        )
        return self._write(after)

    def fail(self, state: State, reason: str) -> State:
        """The state after a failure, written down.  Raises WarehouseError."""
        at = now()
        before = state.failure
        same = before is not None and before.reason == reason
        since = before.since if before is not None else at
        runs = before.runs + 1 if same and before is not None else 1
        return self._write(replace(state, asked_at=at, failure=Failure(reason, since, runs)))

    def _keep(self, file: BinaryIO, at: str) -> Version:
        file.seek(0)
        version = Version(*hash_stream(file), at)
        if not self.whole(version):
            file.seek(0)
            with replacing(self.path(version)) as temporary, temporary.open("wb") as target:
                shutil.copyfileobj(file, target)
        return version

    def _write(self, state: State) -> State:
        path = self._state_path(state.address)
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, json.dumps(asdict(state), ensure_ascii=False, indent=1) + "\n")
        return state

    def _state_path(self, address: str) -> Path:
        name = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self.folder / "addresses" / f"{name}.json"


def _short(value: str | None) -> str | None:
    """A validator of reasonable length, in characters that can be sent back."""
    return value if value and len(value) <= 500 and value.isascii() and value.isprintable() else None
