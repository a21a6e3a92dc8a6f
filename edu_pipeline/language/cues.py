"""Patterns with their cues: words of which every match of a pattern holds one.

What belongs here: which words those are, and what the cues found in a paragraph say of its clauses.  What does not: the
patterns (the modules that ask them), and the one pass over a paragraph that finds cues beside the words of the lexicon
(indicators.lexicon).

A number is looked at by a hundred rules, of which few have to do with its clause.  The words of a paragraph are
therefore looked up once, and a pattern is asked only in a clause or sentence where one of its words stands:

    _SAMPLED = Cued("(?:受访|抽样)…")
    if number.said & _SAMPLED.bit and _SAMPLED.search(text, start, end): …
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import reduce
from itertools import product
from operator import or_
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from edu_pipeline.language.sweep import REPEATS

_MOST = 120
"""How many words a pattern may have as its cues."""
_METHODS = ("search", "match", "fullmatch", "finditer", "sub")
_Matching = Callable[..., re.Match[str] | None]
_cued: list[Cued] = []


ALL = -1
"""The cues of a text that was not looked at: every pattern is asked."""


class Cued:
    """A pattern that is asked where one of its cues stands; `bit` is its own among those that `Cues` gives.

    `pattern` may be a function, for words of a reference file are read when a pattern is first needed.
    """

    __slots__ = ("_pattern", "bit", *_METHODS)
    search: _Matching
    match: _Matching
    fullmatch: _Matching
    finditer: Callable[..., Iterator[re.Match[str]]]
    sub: Callable[..., str]

    def __init__(self, pattern: str | Callable[[], str]) -> None:
        self._pattern = pattern
        self.bit = 1 << len(_cued)
        _cued.append(self)

    def __getattr__(self, name: str) -> Any:
        """The methods of the pattern, when one of them is first asked for."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.written)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)

    @property
    def written(self) -> str:
        return self._pattern if isinstance(self._pattern, str) else self._pattern()

    def cache_clear(self) -> None:
        """Read the words again when the pattern is next asked."""
        for method in _METHODS:
            with suppress(AttributeError):
                delattr(self, method)


class Cues:
    """The cues of one text: where they end, in order, and the bits of the patterns that they belong to."""

    __slots__ = ("_bits", "_ends", "_known")

    def __init__(self, ends: Sequence[int], bits: Sequence[int]) -> None:
        self._ends, self._bits = ends, bits
        self._known: dict[tuple[int, int], int] = {}

    def within(self, span: tuple[int, int]) -> int:
        """The bits of the patterns of which a cue ends in a clause or sentence."""
        bits = self._known.get(span)
        if bits is None:
            first = bisect_left(self._ends, span[0])
            last = bisect_left(self._ends, span[1], first)
            bits = self._known[span] = reduce(or_, self._bits[first:last], 0)
        return bits


def patterns_made() -> int:
    """How many patterns there are by now: what was made of their cues before the last of them is out of date."""
    return len(_cued)


def bits_of_words() -> dict[str, int]:
    """The cues of all patterns with the bits of those that they belong to."""
    bits: dict[str, int] = {}
    for cued in _cued:
        for word in cues_of(cued.written):
            bits[word] = bits.get(word, 0) | cued.bit
    return bits


def cues_of(pattern: str) -> frozenset[str]:
    """Words of which every match of a pattern holds one.  Raises ValueError where there are none."""
    found = _needed(_parser.parse(pattern))
    if not found:
        raise ValueError(f"no words that every match holds: {pattern}")
    return frozenset(word for word in found if not any(other in word for other in found - {word}))


def _needed(items: Any) -> frozenset[str] | None:
    """The best set of words of which a sequence always holds one: of its parts, or of parts that follow each other."""
    best: frozenset[str] | None = None
    run = frozenset({""})
    for op, value in items:
        if op in (ops.ASSERT, ops.ASSERT_NOT, ops.AT):
            continue
        spelled = _spelled(op, value)
        joined = _joined(run, spelled) if spelled is not None else None
        if joined is None:
            best = _better(best, run)
            run = spelled or frozenset({""})
            best = _better(best, _within(op, value)) if spelled is None else best
        else:
            run = joined
    return _better(best, run)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The set whose shortest word is longer, else the smaller set."""
    able = [s for s in (one, other) if s and "" not in s and len(s) <= _MOST]
    return max(able, key=lambda s: (min(map(len, s)), -len(s)), default=None)


def _within(op: Any, value: Any) -> frozenset[str] | None:
    """Words of which a part that cannot be spelled out always holds one."""
    if op is ops.SUBPATTERN:
        return _needed(value[-1])
    if op is ops.BRANCH:
        needed = [_needed(branch) for branch in value[1]]
        return None if None in needed else frozenset().union(*(n for n in needed if n))
    if op in REPEATS and value[0] > 0:
        return _needed(value[2])
    return None


def _spelled(op: Any, value: Any) -> frozenset[str] | None:
    """All texts that a part can match, where they are few."""
    if op is ops.LITERAL:
        return frozenset({chr(value)})
    if op is ops.IN and all(member is ops.LITERAL for member, _ in value):
        return frozenset(chr(code) for _, code in value)
    if op is ops.SUBPATTERN:
        return _spelled_all(value[-1])
    if op is ops.BRANCH:
        spelled = [_spelled_all(branch) for branch in value[1]]
        return None if None in spelled else frozenset().union(*(s for s in spelled if s))
    if op in REPEATS and value[1] == 1:
        once = _spelled_all(value[2])
        return once | {""} if once is not None and value[0] == 0 else once
    return None


def _spelled_all(items: Any) -> frozenset[str] | None:
    run: frozenset[str] | None = frozenset({""})
    for op, value in items:
        if run is None or op in (ops.ASSERT, ops.ASSERT_NOT, ops.AT):
            continue
        spelled = _spelled(op, value)
        run = _joined(run, spelled) if spelled is not None else None
    return run


def _joined(left: frozenset[str], right: frozenset[str]) -> frozenset[str] | None:
    return frozenset(a + b for a, b in product(left, right)) if len(left) * len(right) <= _MOST else None
