"""A paragraph cut into sentences, segments and clauses.

What belongs here: where they begin and end.  What does not: what they say.  A sentence ends with 。!? or a line
break, a segment also with a semicolon, a clause also with a comma or colon, in a headline with a blank.  What goes on
without end is cut all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort

STOP = r"[。!?！？…]|(?<=[一-鿿%％)）”])[.．](?=[一-鿿\s“”(（]|$)"
"""What ends a sentence, a line break apart; a full point does between Chinese characters."""
_SENTENCE = re.compile(rf"(?:{STOP}|\n)+[”’」』）)\"]*")
_MARK = re.compile(r"[,，:：;；。!?！？…\n.．]")
_COLON = re.compile(r"[:：](?!\s?[\d０-９])")

LONGEST = 2_000
"""Characters that a sentence has at most: rules look through a number's sentence, and no reader holds more than that."""
_ASIDE = 30
_ASIDE_OPENS = re.compile(r"[一-鿿][(（][^()（）。；;\d]*$")
_ASIDE_ENDS = re.compile(rf"[^()（）。；;\d]{{1,{_ASIDE}}}[)）]\s?(?=\d[\d,.]*\s?[万亿]?[所个人名])")
"""各级各类学校（不含成人学校，下同）2247所."""
_SEAM = re.compile(r"(?<![\d０-９.．,，])(?![\d０-９.．,，%％])")

_HEADLINE = 80
"""Characters that a headline has at most."""
_BLANK = re.compile(r"(?<=[一-鿿%％])[ \u3000]+(?=[一-鿿“]{4})")
_COUNTED = re.compile(r"[\d０-９][余多]?[万亿]?[余多]?\s?(?:[个所名人元项班间处家次成位套亩]|百分点|[%％])")


class Cuts:
    """The cuts of one text; each method gives the span that holds the character at `at`.

    `sentences`: where they begin.
    """

    __slots__ = ("_clauses", "_length", "_segments", "sentences")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self.sentences, self._segments, self._clauses = [0], [0], [0]
        for mark in _MARK.finditer(text):
            at, sign = mark.start(), mark[0]
            if sign in ",，:：":
                if _cuts_clause(text, at, sign):
                    self._clauses.append(at + 1)
            elif sign in ";；":
                self._segments.append(at + 1)
                self._clauses.append(at + 1)
            elif at >= self.sentences[-1] and (stop := _SENTENCE.match(text, at)):
                for cuts in (self.sentences, self._segments, self._clauses):
                    cuts.append(stop.end())
        if len(self._segments) == 1 and len(text) <= _HEADLINE:
            self._cut_headline(text)
        self._cut_endless(text)

    def _cut_headline(self, text: str) -> None:
        """Cuts a line without stops at the blanks that part what it counts (新增学位3万个 消除大班额620个)."""
        for blank in _BLANK.finditer(text):
            if _COUNTED.search(text, self._clauses[bisect_right(self._clauses, blank.start()) - 1], blank.start()):
                insort(self._clauses, blank.end())

    def _cut_endless(self, text: str) -> None:
        """Cuts sentences that are longer than LONGEST: before a clause if there is one, else beside no number."""
        i = 0
        while i < len(self.sentences):
            start = self.sentences[i]
            end = self.sentences[i + 1] if i + 1 < len(self.sentences) else self._length
            i += 1
            if end - start <= LONGEST:
                continue
            at = self._clauses[bisect_right(self._clauses, start + LONGEST) - 1]
            seam = at if at > start else _seam(text, start + LONGEST, end)
            if seam >= end:
                continue
            self.sentences.insert(i, seam)
            for cuts in (self._segments, self._clauses):
                if cuts[bisect_right(cuts, seam) - 1] != seam:
                    insort(cuts, seam)

    def sentence(self, at: int) -> tuple[int, int]:
        return self._span(self.sentences, at)

    def segment(self, at: int) -> tuple[int, int]:
        return self._span(self._segments, at)

    def clause(self, at: int) -> tuple[int, int]:
        return self._span(self._clauses, at)

    def _span(self, starts: list[int], at: int) -> tuple[int, int]:
        i = bisect_right(starts, at)
        return starts[i - 1], starts[i] if i < len(starts) else self._length


def _seam(text: str, at: int, end: int) -> int:
    """The next place that no number spans."""
    found = _SEAM.search(text, at, end)
    return found.start() if found else end


def _cuts_clause(text: str, at: int, sign: str) -> bool:
    """Not where a comma or colon between two digits is a thousands separator or a ratio, nor within a bracket that stands
    between a noun and its number."""
    if sign in ",，" and _ASIDE_ENDS.match(text, at) and _ASIDE_OPENS.search(text, max(0, at - _ASIDE), at):
        return False
    if sign == "，":
        return True
    if sign != "," and not _COLON.match(text, at):
        return False
    return not (0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit())
