"""Reading the entries of the YAML files of reference/ key by key, with complaints that name the file and the key.

What belongs here: entries in general, and the notation of words.  What does not: the files (reference), and what an
indicator, a level, a unit or a standard consists of (catalogue).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from itertools import product
from typing import Any

from edu_pipeline.reference import CatalogueError

Range = tuple[float | None, float | None]
"""Lowest and highest value; None where there is no bound."""

_CHOICE = re.compile(r"<([^<>]*)>")


def spellings(text: str) -> list[str]:
    """The plain strings that a written alias stands for: 公办<园|幼儿园> is two, and “ ” are written in three ways.

    Brackets stay ASCII: the lexicon matches full-width ones too.
    """
    parts = _CHOICE.split(text)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    plain = ["".join(chosen) for chosen in product(*choices)]
    if "“" in text:
        plain = [
            w for p in plain for w in (p, p.replace("“", "").replace("”", ""), p.replace("“", '"').replace("”", '"'))
        ]
    return list(dict.fromkeys(plain))


class Entry:
    """One entry of a reference file, read key by key; every complaint names file and key."""

    def __init__(self, file: str, key: str, data: object) -> None:
        self.where = f"{file}: {key}"
        if not isinstance(data, dict):
            raise CatalogueError(f"{self.where}: must be a mapping")
        self.data: dict[str, Any] = data
        self.read: set[str] = set()

    def fail(self, key: str, why: str) -> CatalogueError:
        return CatalogueError(f"{self.where}: {key}: {why}")

    def get(self, key: str) -> Any:
        self.read.add(key)
        return self.data.get(key)

    def text(self, key: str) -> str:
        value = self.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(key, "must be a text that is not empty")
        return value

    def optional(self, key: str) -> str | None:
        return None if self.get(key) is None else self.text(key)

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        value = self.get(key) if self.get(key) is not None else default
        if value not in allowed:
            raise self.fail(key, f"{value!r} is not one of {', '.join(allowed)}")
        return str(value)

    def number(self, key: str) -> float:
        return to_number(self, key, self.get(key))

    def list_(self, key: str) -> list[Any]:
        value = self.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.fail(key, "must be a list")
        return value

    def day(self, key: str) -> date | None:
        value = self.get(key)
        if value is not None and (not isinstance(value, date)):
            raise self.fail(key, f"{value!r} is not a day (YYYY-MM-DD)")
        return value

    def done(self) -> None:
        unknown = sorted(set(self.data) - self.read)
        if unknown:
            raise self.fail(str(unknown[0]), "is not a key that is known here")


def to_number(entry: Entry, key: str, value: object) -> float:
    """A value of a list or mapping in an entry as a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise entry.fail(key, f"{value!r} is not a number")
    return float(value)


def to_range(entry: Entry, key: str, value: object) -> Range:
    """[low, high], either of which may be null; nothing at all is [null, null]."""
    if value is None:
        return (None, None)
    if not isinstance(value, list) or len(value) != 2:
        raise entry.fail(key, "must be [lowest, highest]")
    low, high = (None if v is None else to_number(entry, key, v) for v in value)
    if low is not None and high is not None and low > high:
        raise entry.fail(key, f"lowest {low:g} is above highest {high:g}")
    return (low, high)


def to_mapping(file: str, data: object) -> dict[str, Any]:
    """The content of a file or of a top-level key, which must have entries."""
    if not isinstance(data, dict) or not data:
        raise CatalogueError(f"{file}: must be a mapping with entries")
    return data


def to_words(entry: Entry, key: str) -> list[str]:
    """A list of written words as plain strings, each once."""
    listed = entry.list_(key)
    for word in listed:
        if not isinstance(word, str) or not word:
            raise entry.fail(key, f"{word!r} is not a word (quote it?)")
    return list(dict.fromkeys(w for word in listed for w in spellings(word)))
