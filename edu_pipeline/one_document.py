"""One source file to its rows, whatever happens to its reader, and rows to tables.

What belongs here: what becomes of a document that breaks its reader or exceeds a limit, which documents may be read in the
process that runs everything, and the tables that the rows of documents make.  What does not: what is read (extract), how
documents are shared out (pool), whether their rows may be published (publishable).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from edu_pipeline import guard
from edu_pipeline.reading.formats import apparent_type, ending_of, may_be_pictures
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.model import Remark
from edu_pipeline.reading.signatures import media_type_of
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.packing import Tables
from edu_pipeline.warehouse.sources import SourceFile

DIED = "The process that read it died (out of memory, or a fault in a library). Split the document, or report it."
NAMES = ("documents", "articles", "quantities", "observations_read")
"""The tables that a document gives rows of."""
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows of those tables, of one document or several."""
_PLAIN = (".txt", ".text")
_HEAD = 4096


def extract_file(file: SourceFile, limits: Limits | None = None) -> dict[str, list[dict[str, Any]]]:
    """One file's rows; whatever breaks its reader becomes a row with status failed.  Raises SourceChanged."""
    from edu_pipeline.extract import extract_document

    limits = limits or Limits()
    data = file.read()
    try:
        with guard.one_document(limits):
            rows = extract_document(data, file.source, file.known, limits=limits)
    except LimitExceeded as error:
        return {"documents": [failed(file, str(error))]}
    except Exception as error:  # noqa: BLE001  one document must not lose the others
        return {"documents": [failed(file, broken_off("The reader", error))]}
    if file.notice:
        row = rows["documents"][0]
        row["remarks"] = [*(row.get("remarks") or ()), Remark("old_version", 0, 0, file.notice).to_json()]
    return rows


def as_tables(rows: Rows) -> Tables:
    """What documents gave, in the schemas and the order of tables.py."""
    return {name: TABLES[name].from_rows(rows.get(name, ())) for name in NAMES}


def broken_off(what: str, error: Exception) -> str:
    """That a fault of the program's own kept a document from being read."""
    return f"{what} broke off ({type(error).__name__}: {str(error)[:300]}). Report it, with the document."


def failed(file: SourceFile, error: str) -> dict[str, Any]:
    """The row of documents of a file that was not read.

    The bytes of one that was not even opened are not known: its hash is that of what is known of it, its name, so that no two
    such files are one document.
    """
    sha256 = file.sha256 or hashlib.sha256(f"not opened: {file.source}".encode()).hexdigest()
    return {
        "source": file.source,
        "document_id": sha256[:16],
        "sha256": sha256,
        "media_type": apparent_type(file.source, _head(file), file.known.get("media_type")),
        "reader": "none",
        "byte_size": file.byte_size,
        "status": "failed",
        "error": error.encode("utf-8", "backslashreplace").decode("utf-8"),  # it may quote what no column takes
    }


def unreadable(file: SourceFile) -> dict[str, Any]:
    """The row of a file whose bytes could not be had."""
    return failed(file, file.error or "It could not be read.")


def worker_lost(file: SourceFile, seconds: float, limits: Limits) -> dict[str, Any]:
    """The row of a document whose worker died or was ended after so many seconds."""
    if seconds >= limits.max_seconds:
        return failed(file, str(LimitExceeded("max_seconds", limits.max_seconds)))
    return failed(file, DIED)


def most_seconds(file: SourceFile, limits: Limits) -> float:
    """How long a file may take: longer where it may be pictures of pages, each of which adds to its time."""
    return limits.most_seconds if may_be_pictures(file.source) else limits.max_seconds


def is_plain(file: SourceFile) -> bool:
    """Whether a file is text that needs no library to read: no other is read in the process that runs everything.

    Its name and its first bytes say so.  A file that cannot be read any more is left for `extract_file` to tell.
    """
    if ending_of(file.source) not in _PLAIN or file.at:
        return False
    return media_type_of(_head(file)) in (None, "text/plain")


def _head(file: SourceFile) -> bytes:
    """The first bytes of a file of its own that was opened before; nothing where they cannot be had any more."""
    if file.at or file.sha256 is None:
        return b""
    try:
        with file.path.open("rb") as handle:
            return handle.read(_HEAD)
    except OSError:
        return b""
