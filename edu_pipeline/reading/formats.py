"""The formats that can be read: which ending of a name, which media type, which reader.

What belongs here: one entry a format.  What does not: how a format is read (a module of its own for each).

To add a format: write `reading/<format>.py` with a function `bytes -> ReadDocument` that raises ReadingError, and
enter it in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from edu_pipeline.reading.model import ReadDocument, ReadingError
from edu_pipeline.reading.text import read_text


@dataclass(frozen=True, slots=True)
class Format:
    """One format: endings in lower case with the dot."""

    media_type: str
    endings: tuple[str, ...]
    read: Callable[[bytes], ReadDocument]


FORMATS: tuple[Format, ...] = (Format("text/plain", (".txt", ".text"), read_text),)

_BY_ENDING = {ending: format_ for format_ in FORMATS for ending in format_.endings}


def endings() -> tuple[str, ...]:
    """Every ending of a name that can be read, sorted."""
    return tuple(sorted(_BY_ENDING))


def format_of(source: str) -> Format:
    """The format of a source by the ending of its name; ReadingError when no reader knows it."""
    path = source.split("?", 1)[0].split("#", 1)[0] if "://" in source else source
    ending = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    found = _BY_ENDING.get(ending)
    if found is None:
        named = f"names ending in {ending}" if ending else "names without an ending"
        raise ReadingError(f"No reader for {named}.", f"Convert the document to one of: {', '.join(endings())}.")
    return found


def read(data: bytes, source: str) -> ReadDocument:
    """Turn a source's bytes into text and blocks.  `source` is only used for the ending of its name."""
    return format_of(source).read(data)
