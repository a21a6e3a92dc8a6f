"""Patterns that are asked at one place: what stands right behind a number, or right before it.

What belongs here: which characters a match can begin with or end with, so that most places are told from one character.
What does not: the patterns (the modules that ask them), patterns that are looked for along a text (sweep, cues).

A number is asked by a hundred rules what stands beside it, and nearly always the character there answers:

    _UNTIL = Behind(r"[至到—]\\s?$")
    if _UNTIL.search(text, at - 2, at): …  # asks the pattern where 至, 到, — or a blank stands before `at`
"""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

from edu_pipeline.language.sweep import first_of, last_of

_BLANKS = "".join(c for c in map(chr, range(0x3001)) if c.isspace())
_MOST = 400
"""How many characters one may ask for; a pattern that any Chinese character can open is no pattern for an edge."""


class Ahead:
    """A pattern that is matched where one of the characters `firsts` stands."""

    __slots__ = ("_match", "firsts", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self._match = self.pattern.match
        self.firsts = _spelled(first_of(pattern))

    def match(self, text: str, pos: int) -> re.Match[str] | None:
        """The match that begins at `pos`."""
        return self._match(text, pos) if text[pos : pos + 1] in self.firsts else None


class Behind:
    """A pattern that ends in $, which is searched up to a place that one of the characters `lasts` stands before."""

    __slots__ = ("_search", "lasts", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self._search = self.pattern.search
        self.lasts = _spelled(last_of(pattern)) | {"\n"}  # before which $ matches as well

    def search(self, text: str, pos: int, endpos: int) -> re.Match[str] | None:
        """The match that begins at `pos` or later and ends at `endpos`."""
        return self._search(text, pos, endpos) if text[endpos - 1 : endpos] in self.lasts else None


def _spelled(written: str) -> frozenset[str]:
    """The characters of a class.  Raises ValueError where they are too many."""
    found: set[str] = set()
    ((kind, members),) = _parser.parse(written)
    for op, value in members if kind is ops.IN else [(kind, members)]:
        if op is ops.LITERAL:
            found.add(chr(value))
        elif op is ops.RANGE and value[1] - value[0] < _MOST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif op is ops.CATEGORY and value is ops.CATEGORY_SPACE:
            found.update(_BLANKS)
        else:
            raise ValueError(f"too many characters: {written}")
    return frozenset(found)
