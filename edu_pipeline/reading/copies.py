"""Bodies that stand twice in one text.

What belongs here: finding runs of sentences that repeat an earlier run, in linear time.  What does not: what becomes of
them (articles).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MIN_CHARACTERS = 200
MIN_SENTENCES = 4
_SENTENCE = re.compile(r"[^。!?！？;；\r\n]*[。!?！？;；\r\n]|[^。!?！？;；\r\n]+\Z")
_MIN_KEY = 10


@dataclass(frozen=True, slots=True)
class Copy:
    """`text[start:end]` repeats the run that begins at `original`."""

    start: int
    end: int
    original: int


def find_copies(text: str) -> list[Copy]:
    """Runs of at least 200 characters and four sentences that stand earlier in the text, blanks not counted."""
    starts, ends, sentences = _sentences(text)
    first: dict[str, int] = {}
    copies: list[Copy] = []
    j = 0
    while j < len(sentences):
        i = first.get(sentences[j]) if len(sentences[j]) >= _MIN_KEY else None
        length = _length(sentences, i, j) if i is not None else 0
        characters = sum(map(len, sentences[j : j + length]))
        if i is not None and length >= MIN_SENTENCES and characters >= MIN_CHARACTERS:
            copies.append(Copy(starts[j], ends[j + length - 1], starts[i]))
        step = max(length, 1)
        for k in range(j, j + step):
            first.setdefault(sentences[k], k)
        j += step
    return copies


def _length(sentences: list[str], i: int, j: int) -> int:
    """How many sentences from j on repeat those from i on, without running into j."""
    length = 0
    limit = min(j - i, len(sentences) - j)
    while length < limit and sentences[i + length] == sentences[j + length]:
        length += 1
    return length


def _sentences(text: str) -> tuple[list[int], list[int], list[str]]:
    """Spans and texts without white space of all sentences that hold anything."""
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[str] = []
    for found in _SENTENCE.finditer(text):
        raw = found.group()
        compact = "".join(raw.split())
        if compact:
            starts.append(found.start() + len(raw) - len(raw.lstrip()))
            ends.append(found.start() + len(raw.rstrip()))
            sentences.append(compact)
    return starts, ends, sentences
