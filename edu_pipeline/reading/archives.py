"""The documents inside a ZIP archive, and inside the archives within it.

What belongs here: names, limits and bytes of members; why one is not taken.  What does not: what is in a member
(readers), where the archive came from (edu_pipeline.sources).

Nothing is ever unpacked under a name that an archive gives: members are read by their position.  Each that cannot be
taken is one Member with an error, and the others are read.
"""

from __future__ import annotations

import lzma
import re
import stat
import struct
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import IO

from edu_pipeline.identity import hash_stream
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.names import is_companion, shown

ENDING = ".zip"
DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, struct.error, OverflowError)
_CHUNK = 1 << 18
_IN_MEMORY = 8 << 20
_DIRECTORY_BYTES = 512
"""Bytes of the archive's directory that a member takes at most, on average; a directory is read whole."""
_SMALL = 1 << 20
"""A member that is no larger unpacked is read however well it was packed."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_ABSOLUTE = re.compile(r"/|[A-Za-z]:")
_END = b"PK\x05\x06"
_UNICODE_PATH = 0x7075


@dataclass(frozen=True)
class Member:
    """A document in an archive: `name` with `/` (of an archive inside: `inner.zip/a.txt`; empty for the archive itself),
    `at` its position in the directory of each archive down to it.  `sha256` is null where `error` says why it is not
    taken."""

    name: str
    at: tuple[int, ...]
    sha256: str | None
    byte_size: int
    error: str | None = None


class Broken(Exception):  # noqa: N818
    """An archive or a member that cannot be read; the message is a sentence for a person."""


class _Budget:
    """What all archives inside one file may still give."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.bytes = limits.max_archive_bytes
        self.members = limits.max_members
        self.aside: list[str] = []


def members(
    path: Path, endings: Collection[str], limits: Limits, aside: list[str] | None = None
) -> Iterator[Member]:  # fmt: skip
    """The members whose names end in one of `endings`, and those of the archives inside; companions are left out.

    The names of all others are put into `aside`.  Raises Broken when the file is no archive that can be read, OSError when it cannot be opened.
    """
    with path.open("rb") as file:
        found = False
        budget = _Budget(limits)
        for member in _members(file, (), "", tuple(endings), budget):
            found = True
            yield member
    if aside is not None:
        aside += budget.aside
    if not found:
        held = ", ".join(
            sorted({PurePosixPath(name).suffix.lower() or "without an ending" for name in budget.aside})[:9]
        )
        raise Broken(f"The archive holds no document{f', only names ending in {held}' if held else ''}.")


def member_bytes(path: Path, at: tuple[int, ...], most: int) -> bytes:
    """The bytes of the member at a position, `most` + 1 of them if there are more.  Raises Broken, OSError."""
    status = path.stat()
    archive = _opened(path, status.st_mtime_ns, status.st_size, at[:-1])
    try:
        with archive.open(archive.infolist()[at[-1]]) as source:
            return source.read(most + 1)
    except (*DAMAGED, IndexError, RuntimeError, NotImplementedError) as error:
        raise Broken("The archive is not what it was.") from error


@lru_cache(maxsize=4)
def _opened(path: Path, mtime_ns: int, size: int, at: tuple[int, ...]) -> zipfile.ZipFile:
    """An archive, kept open: the members of one are read one after the other."""
    try:
        if not at:
            return zipfile.ZipFile(path)
        outer = _opened(path, mtime_ns, size, at[:-1])
        with outer.open(outer.infolist()[at[-1]]) as source:
            return zipfile.ZipFile(_spooled(source, Limits().max_archive_bytes))
    except (*DAMAGED, IndexError, RuntimeError, NotImplementedError) as error:
        raise Broken("The archive is not what it was.") from error


def _members(
    file: IO[bytes], at: tuple[int, ...], prefix: str, endings: tuple[str, ...], budget: _Budget
) -> Iterator[Member]:
    with _directory(file, budget.limits) as archive:
        used: Counter[str] = Counter()
        for position, info in enumerate(archive.infolist()):
            name = _name(info)
            if not name or name.endswith("/") or _hidden(name):
                continue
            ending = PurePosixPath(name).suffix.lower()
            if ending not in endings and ending != ENDING:
                budget.aside.append(prefix + shown(name))
                continue
            used[name] += 1
            called = prefix + shown(_numbered(name, used[name]))
            budget.members -= 1
            if budget.members < 0:
                yield Member(prefix.rstrip("/"), (*at, position), None, 0, _too_many(budget.limits))
                return
            yield from _member(archive, info, called, (*at, position), ending, endings, budget)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, at: tuple[int, ...], ending: str,
    endings: tuple[str, ...], budget: _Budget,
) -> Iterator[Member]:  # fmt: skip
    """One member, or those of the archive that it is."""
    try:
        _allow(info, _name(info), budget)
        budget.bytes -= info.file_size
        with archive.open(info) as source:
            if ending != ENDING:
                yield Member(name, at, *hash_stream(source))
                return
            if len(at) >= budget.limits.max_nesting:
                raise LimitExceeded("max_nesting", budget.limits.max_nesting, len(at) + 1)
            with _spooled(source, info.file_size) as inner:
                yield from _members(inner, at, f"{name}/", endings, budget)
    except (Broken, LimitExceeded) as error:
        yield Member(name, at, None, info.file_size, str(error))
    except (*DAMAGED, RuntimeError, NotImplementedError):
        error_ = "The member is damaged or cut off. Fetch the archive again, or pack it anew."
        yield Member(name, at, None, info.file_size, error_)


def _allow(info: zipfile.ZipInfo, name: str, budget: _Budget) -> None:
    """Raises Broken, LimitExceeded."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if _ABSOLUTE.match(name) or ".." in name.split("/"):
        raise Broken("Its path climbs out of the archive. Pack it anew, with plain names.")
    if kind == stat.S_IFLNK:
        raise Broken("It is a link. Put the document itself into the archive.")
    if kind not in (0, stat.S_IFREG):
        raise Broken("It is not a regular file. Put the document itself into the archive.")
    if info.flag_bits & 0x1:
        raise Broken("It is encrypted. Unpack it with its password, and put the document among the sources.")
    if info.compress_type not in _METHODS:
        raise Broken(f"It is packed by a method that is not read ({info.compress_type}). Pack it anew, as plain ZIP.")
    limits = budget.limits
    limits.check("max_bytes", info.file_size)
    if info.file_size > _SMALL and info.file_size > limits.max_expansion * max(1, info.compress_size):
        raise LimitExceeded("max_expansion", limits.max_expansion, info.file_size // max(1, info.compress_size))
    if info.file_size > budget.bytes:
        raise LimitExceeded("max_archive_bytes", limits.max_archive_bytes)


def _directory(file: IO[bytes], limits: Limits) -> zipfile.ZipFile:
    """The archive, if its directory is of a size that can be read.  Raises Broken, LimitExceeded."""
    size = file.seek(0, 2)
    limits.check("max_archive_bytes", size)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or end + 22 > len(tail):
        raise Broken("The archive is damaged, cut off, or no ZIP archive. Fetch it again, or pack it anew as ZIP.")
    count, directory = struct.unpack_from("<HL", tail, end + 10)
    if count == 0xFFFF or directory == 0xFFFFFFFF:  # ZIP64: the true numbers stand before
        wide = tail.rfind(b"PK\x06\x06", 0, end)
        directory = struct.unpack_from("<Q", tail, wide + 40)[0] if wide >= 0 and wide + 56 <= len(tail) else directory
    if directory > _DIRECTORY_BYTES * limits.max_members:
        raise Broken(_too_many(limits))
    file.seek(0)
    try:
        return zipfile.ZipFile(file)
    except (*DAMAGED, NotImplementedError) as error:
        raise Broken("The archive is damaged or cut off. Fetch it again, or pack it anew.") from error


def _spooled(source: IO[bytes], most: int) -> IO[bytes]:
    """An archive inside another, as a file that can be searched."""
    file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  the caller closes it
    size = 0
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        if size > most:
            raise Broken("The member is larger than it says. Fetch the archive again, or pack it anew.")
        file.write(chunk)
    file.seek(0)
    return file


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name with `/`: in UTF-8 where the archive says so, else in what old Chinese programs wrote."""
    name = info.orig_filename
    if not info.flag_bits & 0x800:
        try:
            raw = name.encode("cp437")
            name = _unicode_path(info.extra, raw) or _decoded(raw)
        except UnicodeEncodeError:
            pass
    return name.replace("\\", "/")


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030", "big5"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name that an extra field gives in UTF-8, if it was made for this one."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH and size > 5 and struct.unpack_from("<L", extra, 5)[0] == zlib.crc32(raw):
            try:
                return extra[9 : 4 + size].decode("utf-8")
            except UnicodeDecodeError:
                return None
        extra = extra[4 + size :]
    return None


def _hidden(name: str) -> bool:
    return any(is_companion(part) and part not in (".", "..") for part in name.split("/"))


def _numbered(name: str, times: int) -> str:
    """A name that stood before in the archive gets a number."""
    if times == 1:
        return name
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem} ({times}){path.suffix}"))


def _too_many(limits: Limits) -> str:
    return str(LimitExceeded("max_members", limits.max_members))
