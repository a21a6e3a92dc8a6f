"""How much of a document is read: one place for every limit, and the error of a document that exceeds one.

What belongs here: the limits, their defaults and what each is for.  What does not: keeping to them (each reader, and
for time and memory the process around it).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any

from edu_pipeline.reading.model import ReadingError

MIB = 1 << 20


def _limit(default: Any, description: str) -> Any:
    return field(default=default, metadata={"description": description})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost.  Whoever raises one pays in memory and time."""

    max_bytes: int = _limit(100 * MIB, "bytes of a file, or of one member of an archive")
    max_text_chars: int = _limit(20_000_000, "characters of text that a document gives")
    max_pages: int = _limit(3_000, "pages of a PDF")
    max_pictures: int = _limit(300, "pictures of pages of a document whose text is recognised")
    max_pixels: int = _limit(60_000_000, "pixels of a picture")
    max_cells: int = _limit(1_000_000, "cells of all tables of a document")
    max_depth: int = _limit(256, "elements of a page, or tables of a Word file, inside one another")
    max_expansion: int = _limit(200, "times as large as it is packed that a part of a packed file may be unpacked")
    max_expanded_bytes: int = _limit(500 * MIB, "bytes that the parts of a packed file may have unpacked")
    max_archive_bytes: int = _limit(1_024 * MIB, "bytes of an archive, and of all that is in it unpacked")
    max_members: int = _limit(20_000, "documents in an archive and the archives inside it")
    max_nesting: int = _limit(3, "archives inside one another")
    max_seconds: float = _limit(60.0, "seconds that reading one document may take")
    seconds_per_picture: float = _limit(60.0, "seconds more for each picture of a page whose text is recognised")
    max_memory_bytes: int = _limit(704 * MIB, "bytes of memory that reading one document may take")

    @property
    def most_seconds(self) -> float:
        """How long a document may take that is all pictures of pages."""
        return self.max_seconds + self.max_pictures * self.seconds_per_picture

    @staticmethod
    def descriptions() -> dict[str, str]:
        """What each limit counts, by its name."""
        return {f.name: f.metadata["description"] for f in fields(Limits)}

    def check(self, name: str, found: float) -> None:
        """LimitExceeded when `found` is more than the limit `name`."""
        limit = getattr(self, name)
        if found > limit:
            raise LimitExceeded(name, limit, found)


class LimitExceeded(ReadingError):  # noqa: N818
    """A document that is too much to read: `limit` names which of Limits it exceeds."""

    def __init__(self, name: str, limit: float, found: float | None = None) -> None:
        counts = Limits.descriptions().get(name, name)
        more = f": {_shown(found)}" if found is not None else ""
        super().__init__(
            f"The document exceeds the limit {name} of {_shown(limit)} ({counts}){more}.",
            "Split it, or raise the limit.",
        )
        self.limit, self._args = name, (name, limit, found)

    def __reduce__(self) -> tuple[type[LimitExceeded], Any]:
        return type(self), self._args


def _shown(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.1f}"


_keepers: list[Callable[[float], None]] = []


def take_time(seconds: float) -> None:
    """Tell whoever keeps the time of a document that something in it may take so much longer."""
    for more in _keepers:
        more(seconds)


def keep_time(more: Callable[[float], None]) -> Callable[[], None]:
    """Be told of `take_time`, until the function given back is called."""
    _keepers.append(more)
    return lambda: _keepers.remove(more)
