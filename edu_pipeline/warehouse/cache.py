"""Results of pure functions, kept under the hash of what went in.

What belongs here: keeping and finding bytes, telling broken ones, and removing what no release of late used.  What does
not: what the bytes mean (packing), what a result depends on (edu_pipeline.shards, edu_pipeline.stages).

    <warehouse>/cache/<kind>/<key>        a line with the SHA-256 of the rest, a note and its SHA-256, then the bytes
    <warehouse>/cache/used/<fingerprint>  the entries that the run for that input used

An entry appears under a temporary name and is then renamed; its checksum is looked at whenever it is read, so that a
torn or altered one is only made again.  Nothing here goes by a clock.  Whatever goes wrong with an entry (a full disk,
a folder that may not be written) costs time and no row: it is then not kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import weakref
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = "cache"
USED = "used"
KEEP = 3
"""Inputs whose entries are kept beside those of the run: so many steps back in the folder of documents cost nothing."""


@dataclass
class Cache:
    """The cache of a warehouse, for the run of one input; who looks at what is gone `marks` nothing as used."""

    folder: Path
    fingerprint: str
    marks: bool = True
    _noted: set[str] = field(default_factory=set, repr=False)
    _log: int | None = field(default=None, repr=False)

    def get(self, kind: str, key: str) -> bytes | None:
        """The bytes that were kept, or null.  A broken entry is removed."""
        path = self._name(kind, key)
        try:
            with open(path, "rb") as handle:
                head, data = _head(handle.readline()), handle.read()
        except OSError:
            return None
        if head is None or hashlib.sha256(data).hexdigest() != head["sha256"]:
            with suppress(OSError):
                os.unlink(path)
            return None
        self.use(kind, key)
        return data

    def put(self, kind: str, key: str, data: bytes, note: Any = None) -> None:
        """Keep bytes; `note` is plain JSON that `notes` finds again without reading them."""
        path = self._path(kind, key)
        head = json.dumps(
            {"sha256": hashlib.sha256(data).hexdigest(), "note": note, "noted": _sum(note)}, ensure_ascii=True
        )
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with temporary.open("wb") as handle:
                handle.write(head.encode() + b"\n")
                handle.write(data)
            os.replace(temporary, path)
            self.use(kind, key)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def head(self, kind: str, key: str) -> Any:
        """The note of an entry without its bytes, or null; that the bytes are whole `get` finds out."""
        try:
            with open(self._name(kind, key), "rb") as handle:
                head = _head(handle.readline())
        except OSError:
            head = None
        if head is None:
            return None
        self.use(kind, key)
        return head["note"]

    def notes(self, kind: str) -> Iterator[tuple[str, Any]]:
        """(key, note) of every entry of a kind."""
        try:
            names = sorted(os.listdir(self.folder / kind))
        except OSError:
            return
        for name in names:
            if not name.startswith("."):
                with suppress(OSError), self._path(kind, name).open("rb") as handle:
                    head = _head(handle.readline())
                    if head is not None:
                        yield name, head["note"]

    def use(self, kind: str, key: str) -> None:
        """Write down that this run used an entry, so that it outlives the next clearing out."""
        word = f"{kind}/{key}\n"
        if word in self._noted or not self.marks:
            return
        self._noted.add(word)
        path = self.folder / USED / self.fingerprint
        with suppress(OSError):
            if self._log is None:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._log = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
                weakref.finalize(self, os.close, self._log)
            os.write(self._log, word.encode("ascii"))

    def prune(self, inputs: Sequence[str]) -> int:
        """Remove every entry that neither this run nor the runs for the last KEEP of `inputs` used; how many."""
        kept = {self.fingerprint, *inputs[-KEEP:]}
        used: set[str] = set()
        for name in kept:
            with suppress(OSError, UnicodeDecodeError):
                used |= set((self.folder / USED / name).read_text(encoding="ascii").splitlines())
        removed = 0
        for kind in _names(self.folder):
            for name in _names(self.folder / kind):
                if name not in kept if kind == USED else f"{kind}/{name}" not in used:
                    with suppress(OSError):
                        (self.folder / kind / name).unlink()
                        removed += kind != USED
        return removed

    def clear(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self._noted.clear()
        self._log = None

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key

    def _name(self, kind: str, key: str) -> str:
        """The same for those who ask ten thousand times: a Path takes as long to make as its file to open."""
        return os.path.join(self.folder, kind, key)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _head(line: bytes) -> dict[str, Any] | None:
    try:
        head = json.loads(line)
    except ValueError:
        return None
    known = (
        isinstance(head, dict) and isinstance(head.get("sha256"), str) and head.get("noted") == _sum(head.get("note"))
    )
    return head if known else None


def _sum(note: Any) -> str:
    """What tells that a note is as it was written."""
    return hashlib.sha256(json.dumps(note, sort_keys=True).encode()).hexdigest()[:16]
