"""The formats that can be read: which media type, which endings of a name, which reader.

What belongs here: one entry a format, and choosing among them.  What does not: how a format is read (readers, a module
of its own for each).

To add a format: write `reading/readers/<format>.py` with a function `(bytes, Limits) -> ReadDocument` that raises
ReadingError, and enter it in FORMATS; if its first bytes give it away, enter them in signatures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import ReadDocument, ReadingError, Remark
from edu_pipeline.reading.readers.delimited import read_delimited
from edu_pipeline.reading.readers.html import read_html
from edu_pipeline.reading.readers.old_word import DOC, read_old_word
from edu_pipeline.reading.readers.pdf import PDF, read_pdf
from edu_pipeline.reading.readers.picture import PICTURE_ENDINGS, PICTURES, read_picture
from edu_pipeline.reading.readers.spreadsheet import read_spreadsheet
from edu_pipeline.reading.readers.text import read_markdown, read_text
from edu_pipeline.reading.readers.word import read_word
from edu_pipeline.reading.signatures import (
    DOCX,
    EPUB,
    GZIP,
    LOCKED,
    NAMES,
    OFD,
    PPTX,
    RAR,
    RTF,
    SEVEN_ZIP,
    UNKNOWN,
    XLS,
    XLSX,
    ZIP,
    is_whole_archive,
    media_type_of,
)
from edu_pipeline.reading.traditional import simplified, turned


@dataclass(frozen=True, slots=True)
class Format:
    """One format: endings in lower case with the dot.

    `more`: other media types that the same reader reads; `signed`: whether its files give themselves away by their
    first bytes, so that one that does not is damaged or something else; `pictured`: whether its text may have to be
    recognised.
    """

    media_type: str
    endings: tuple[str, ...]
    read: Callable[[bytes, Limits], ReadDocument]
    more: tuple[str, ...] = ()
    signed: bool = False
    pictured: bool = False


FORMATS: tuple[Format, ...] = (
    Format("text/plain", (".txt", ".text"), read_text),
    Format("text/markdown", (".md", ".markdown"), read_markdown),
    Format("text/csv", (".csv", ".tsv"), read_delimited),
    Format("text/html", (".html", ".htm", ".xhtml", ".shtml"), read_html, ("application/xhtml+xml",)),
    Format(DOCX, (".docx", ".docm"), read_word, signed=True),
    Format(DOC, (".doc",), read_old_word, signed=True),
    Format(PDF, (".pdf",), read_pdf, signed=True, pictured=True),
    Format(XLSX, (".xlsx", ".xlsm"), read_spreadsheet, signed=True),
    Format(PICTURES[0], PICTURE_ENDINGS, read_picture, PICTURES[1:], signed=True, pictured=True),
)


@dataclass(frozen=True, slots=True)
class Foreign:
    """Documents that no reader takes, and what a person can do."""

    endings: tuple[str, ...]
    remedy: str
    media_types: tuple[str, ...] = ()


_AS_PDF = "Save or print it as .pdf."
_AS_WORD = "Save it as .docx or .pdf."
_UNPACK = "Unpack it, or pack it anew as .zip."
FOREIGN: tuple[Foreign, ...] = (
    Foreign((".xls", ".xlt", ".xlsb", ".et", ".ett", ".ods"), "Save it as .xlsx.", (XLS,)),
    Foreign((".wps", ".wpt", ".odt", ".rtf", ".dot"), _AS_WORD, (RTF,)),
    Foreign((".ppt", ".pptx", ".pps", ".ppsx", ".dps", ".odp"), _AS_PDF, (PPTX,)),
    Foreign((".ofd", ".ceb", ".cebx", ".caj", ".xps", ".epub"), _AS_PDF, (OFD, EPUB)),
    Foreign((".mht", ".mhtml"), "Open it in a browser, and save it as .html or print it as .pdf."),
    Foreign((".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"), _UNPACK, (GZIP, RAR, SEVEN_ZIP)),
)
"""Common formats of documents without a reader: each file of them becomes a failed row, and is not passed over.  What a file
of such a name holds is told by its bytes all the same: many an .xls is a web page."""
_LOCKED = "Open it with its password, and save it without one."

_BY_ENDING = {ending: format_ for format_ in FORMATS for ending in format_.endings}
_BY_TYPE = {type_: format_ for format_ in FORMATS for type_ in (format_.media_type, *format_.more)}


def endings() -> tuple[str, ...]:
    """Every ending of a name that can be read, sorted."""
    return tuple(sorted(_BY_ENDING))


def known_endings() -> tuple[str, ...]:
    """The same, and those of documents that no reader takes."""
    return tuple(sorted({*_BY_ENDING, *(ending for sort in FOREIGN for ending in sort.endings)}))


def ending_of(source: str) -> str:
    """The ending of a source's name, in lower case with the dot; of an address without its query."""
    path = source.split("?", 1)[0].split("#", 1)[0] if "://" in source else source
    return PurePosixPath(path.replace("\\", "/")).suffix.lower()


def may_be_pictures(source: str) -> bool:
    """Whether a source's name is of a format whose text may have to be recognised."""
    named = _BY_ENDING.get(ending_of(source))
    return named is not None and named.pictured


def apparent_type(source: str, data: bytes = b"", media_type: str | None = None) -> str:
    """The media type of a file that no reader may have taken: by its first bytes, else by its name, else as it was sent."""
    sort = media_type_of(data)
    if sort is not None:
        return sort
    named = _BY_ENDING.get(ending_of(source))
    if named is not None and (not named.signed or not data):
        return named.media_type
    return media_type or UNKNOWN


def format_of(source: str, data: bytes = b"", media_type: str | None = None) -> Format:
    """The format of a source: by what its first bytes are, else by the ending of its name, else by the media type that
    it was sent with.  ReadingError when no reader knows it.
    """
    ending = ending_of(source)
    named = _BY_ENDING.get(ending)
    sort = media_type_of(data)
    if sort is not None and sort != "text/plain":
        found = _BY_TYPE.get(sort)
        if found is None:
            raise _unread(sort, ending, named, data)
        return found
    if named is not None and not named.signed:
        return named
    sent = _BY_TYPE.get((media_type or "").split(";")[0].strip().lower())
    if named is None and sent is not None and not sent.signed:
        return sent
    if named is not None and not data:
        return named
    if named is not None:
        raise ReadingError(
            f"The name ends in {ending}, and the file does not begin as {NAMES[named.media_type]} does: it is damaged "
            "or something else.",
            "Fetch it again, or give it the ending of its format.",
        )
    names = f"names ending in {ending}" if ending else "names without an ending"
    raise ReadingError(f"No reader for {names}.", _remedy(None, ending))


def read(data: bytes, source: str, limits: Limits | None = None, media_type: str | None = None) -> ReadDocument:
    """Turn a source's bytes into text and blocks.

    source: only used for the ending of its name; media_type: what a server called it, for names without one that is
    known.  Raises ReadingError, LimitExceeded among them.
    """
    limits = limits or Limits()
    if not data:
        raise ReadingError("The file is empty (0 bytes).", "Fetch it again, or remove it from the sources.")
    limits.check("max_bytes", len(data))
    format_ = format_of(source, data, media_type)
    document = format_.read(data, limits)
    limits.check("max_text_chars", len(document.text))
    return _renamed(_in_simplified(document), ending_of(source), format_)


def _in_simplified(document: ReadDocument) -> ReadDocument:
    """With its words in simplified characters, which its blocks were told by, and a remark."""
    text = simplified(document.text)
    if text == document.text:
        return document
    stated = document.stated
    stated = replace(stated, title=turned(stated.title or "") or None, publisher=turned(stated.publisher or "") or None)
    said = "The text is in traditional characters. It was read in simplified ones, each in the place of the other."
    remarks = (*document.remarks, Remark("traditional_script", 0, 0, said))
    return replace(document, text=text, stated=stated, remarks=remarks)


def _renamed(document: ReadDocument, ending: str, format_: Format) -> ReadDocument:
    """With a remark where the name promises another format than the bytes hold."""
    named = _BY_ENDING.get(ending)
    if named is None or named is format_:
        return document
    said = f"The name ends in {ending}, and the file is {NAMES[format_.media_type]}: it was read as that."
    return replace(document, remarks=(*document.remarks, Remark("ending_differs", 0, 0, said)))


def _unread(sort: str, ending: str, named: Format | None, data: bytes) -> ReadingError:
    """Why a file of a sort that no reader takes is not read."""
    if sort == LOCKED:
        return ReadingError(f"The file is {NAMES[sort]}.", _LOCKED)
    if sort == ZIP and named is not None and named.media_type in (DOCX, XLSX):
        called = NAMES[named.media_type]
        if is_whole_archive(data):
            reason = f"The name ends in {ending}, and the file is a ZIP archive that holds no part of {called}."
            return ReadingError(reason, "If it holds documents, let its name end in .zip; else fetch it again.")
        reason = f"The name ends in {ending}, and the file only begins as {called} does: it is cut off or damaged."
        return ReadingError(reason, "Fetch it again, or open it where it was made and save it again.")
    return ReadingError(f"The file is {NAMES[sort]}, and there is no reader for it.", _remedy(sort, ending))


def _remedy(sort: str | None, ending: str) -> str:
    """What to do with a file that no reader takes: by what it is, else by its name."""
    by_sort = next((one.remedy for one in FOREIGN if sort in one.media_types), None)
    by_name = next((one.remedy for one in FOREIGN if ending in one.endings), None)
    return by_sort or by_name or f"Convert the document to one of: {', '.join(endings())}."
