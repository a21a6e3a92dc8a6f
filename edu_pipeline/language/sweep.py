"""Patterns that are looked for at every character of a paragraph, made quick.

What belongs here: which characters a match of a pattern can begin or end with, and the search that asks a pattern nowhere
else.  What does not: the patterns themselves.

`re` asks a pattern at each character unless it begins with a plain word, and most of ours begin with one of many.  A
set of characters it finds at a tenth of the cost, and only there the pattern is asked.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any


class Sweep:
    """A pattern, which must not match nothing, with the search of `re.Pattern` that most characters do not hold up.

    `telling`: where a match can begin, there mostly is one.
    """

    __slots__ = ("_gate", "pattern")

    def __init__(self, pattern: str, *, telling: bool = False) -> None:
        self.pattern = re.compile(pattern)
        first = first_of(pattern)
        self._gate = re.compile(first if telling else rf"{first}(?<=(?={pattern})[\s\S])")

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        gate = self._gate.search(text, pos, endpos)
        return None if gate is None else self.pattern.search(text, gate.start(), endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches, in order and without overlap."""
        match, reached = self.pattern.match, pos
        for gate in self._gate.finditer(text, pos, endpos):
            at = gate.start()
            if at >= reached and (found := match(text, at, endpos)) is not None:
                yield found
                reached = found.end()


def first_of(pattern: str) -> str:
    """The class of the characters that a match of the pattern can begin with; a pattern that begins with (?=…) says it.

    Raises ValueError where the pattern can match nothing, or any character.
    """
    parsed = _parser.parse(pattern)
    op, value = parsed[0] if len(parsed) else (None, [])
    return _edge(pattern, value[1] if op is ops.ASSERT and value[0] > 0 else parsed, 1)


def last_of(pattern: str) -> str:
    """The class of the characters that a match can end with, of a pattern that ends with $.

    Raises ValueError where the pattern need not end there, can match nothing, or any character.
    """
    parsed = _parser.parse(pattern)
    if not _ends(parsed):
        raise ValueError(f"does not end with $: {pattern}")
    return _edge(pattern, parsed, -1)


def _ends(items: Any) -> bool:
    """Whether a sequence ends with $."""
    if not len(items):
        return False
    op, value = items[-1]
    if op is ops.BRANCH:
        return all(map(_ends, value[1]))
    return _ends(value[-1]) if op is ops.SUBPATTERN else (op, value) == (ops.AT, ops.AT_END)


def _edge(pattern: str, items: Any, way: int) -> str:
    found: list[str] = []
    if _opens(items, found, way):
        raise ValueError(f"can match nothing: {pattern}")
    return f"[{''.join(dict.fromkeys(found))}]"


def _opens(items: Any, found: list[str], way: int) -> bool:
    """Add what a sequence can begin with (way 1) or end with (-1); whether it can be empty."""
    return all(_one_opens(op, value, found, way) for op, value in list(items)[::way])


def _one_opens(op: Any, value: Any, found: list[str], way: int) -> bool:
    if op is ops.LITERAL:
        found.append(_escaped(value))
    elif op is ops.IN:
        found.extend(_member(member, given) for member, given in value)
    elif op is ops.BRANCH:
        return True in [_opens(branch, found, way) for branch in value[1]]
    elif op is ops.SUBPATTERN:
        return _opens(value[-1], found, way)
    elif op in REPEATS:
        return _opens(value[2], found, way) or value[0] == 0
    elif op in (ops.ASSERT, ops.ASSERT_NOT, ops.AT):
        return True
    else:
        raise ValueError(f"can begin with any character: {op}")
    return False


REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_CATEGORIES = {ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_WORD: r"\w"}


def _member(op: Any, value: Any) -> str:
    """A member of a character class as it is written."""
    if op is ops.LITERAL:
        return _escaped(value)
    if op is ops.RANGE:
        return f"{_escaped(value[0])}-{_escaped(value[1])}"
    if op is ops.CATEGORY and value in _CATEGORIES:
        return _CATEGORIES[value]
    raise ValueError(f"can begin with any character: {op} {value}")


def _escaped(code: int) -> str:
    return re.escape(chr(code))
