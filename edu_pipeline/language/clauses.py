"""A paragraph cut into sentences, segments and clauses.

What belongs here: where they begin and end.  What does not: what they say.  A sentence ends with 。!? or a line
break, a segment also with a semicolon, a clause also with a comma or colon.
"""

from __future__ import annotations

import re
from bisect import bisect_right

STOP = r"[。!?！？…]|(?<=[一-鿿%％)）”])[.．](?=[一-鿿\s“”(（]|$)"
"""What ends a sentence, a line break apart; a full point does between Chinese characters."""
_SENTENCE = re.compile(rf"(?:{STOP}|\n)+[”’」』）)\"]*")
_SEGMENT = re.compile(r"[;；]")
_CLAUSE = re.compile(r"[,，]|[:：](?!\s?[\d０-９])")


class Cuts:
    """The cuts of one text; each method gives the span that holds the character at `at`."""

    __slots__ = ("_clauses", "_length", "_segments", "_sentences")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._sentences = [0, *(m.end() for m in _SENTENCE.finditer(text))]
        self._segments = sorted({*self._sentences, *(m.end() for m in _SEGMENT.finditer(text))})
        inner = (m.end() for m in _CLAUSE.finditer(text) if not _inside_number(text, m.start()))
        self._clauses = sorted({*self._segments, *inner})

    def sentence(self, at: int) -> tuple[int, int]:
        return self._span(self._sentences, at)

    def segment(self, at: int) -> tuple[int, int]:
        return self._span(self._segments, at)

    def clause(self, at: int) -> tuple[int, int]:
        return self._span(self._clauses, at)

    def _span(self, starts: list[int], at: int) -> tuple[int, int]:
        i = bisect_right(starts, at)
        return starts[i - 1], starts[i] if i < len(starts) else self._length


def _inside_number(text: str, at: int) -> bool:
    """A comma or colon between two digits is a thousands separator or a ratio."""
    return 0 < at < len(text) - 1 and text[at] in ",:：" and text[at - 1].isdigit() and text[at + 1].isdigit()
