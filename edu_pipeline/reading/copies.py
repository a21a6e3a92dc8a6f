"""Bodies that stand twice in one text.

What belongs here: finding runs of sentences that repeat an earlier run, in linear time, and making articles of them.
What does not: every other way in which a text divides (articles).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from edu_pipeline.reading.model import Article, ReadDocument

MIN_CHARACTERS = 200
MIN_SENTENCES = 4
_LARGE = 1000
_SENTENCE = re.compile(r"[^。!?！？;；\r\n]*[。!?！？;；\r\n]|[^。!?！？;；\r\n]+\Z")
_MIN_KEY = 10


@dataclass(frozen=True, slots=True)
class Copy:
    """`text[start:end]` repeats the run that begins at `original`."""

    start: int
    end: int
    original: int


def find_copies(text: str, around: Sequence[tuple[int, int]] = ()) -> list[Copy]:
    """Runs of at least 200 characters and four different sentences that stand earlier in the text, blanks not counted.

    around: heads and feet of pages, which may stand anywhere inside.
    """
    starts, ends, sentences = _sentences(text, around)
    first: dict[str, int] = {}
    copies: list[Copy] = []
    j = 0
    while j < len(sentences):
        i = first.get(sentences[j]) if len(sentences[j]) >= _MIN_KEY else None
        length = _length(sentences, i, j) if i is not None else 0
        characters = sum(map(len, sentences[j : j + length]))
        if i is not None and characters >= MIN_CHARACTERS and len(set(sentences[j : j + length])) >= MIN_SENTENCES:
            copies.append(Copy(starts[j], ends[j + length - 1], starts[i]))
        step = max(length, 1)
        for k in range(j, j + step):
            first.setdefault(sentences[k], k)
        j += step
    return copies


def without_copies(document: ReadDocument, articles: Sequence[Article]) -> list[Article]:
    """The articles with repeated bodies as articles of their own, which name the article that they repeat.

    Boundaries stand where blocks begin.  A short repetition inside a long article is left alone.
    """
    copies = _merged(
        find_copies(document.text, [(b.start, b.end) for b in document.blocks if b.role in ("header", "footer")])
    )
    if not copies:
        return list(articles)
    blocks = document.blocks
    text_starts = [b.start for b in blocks if b.role != "furniture"]
    begins = [b.start for b in blocks]
    pieces: list[Article] = []
    origin: dict[int, int] = {}
    nth = 0
    for article in articles:
        at = article.start
        while nth < len(copies) and copies[nth].start < article.end:
            copy = copies[nth]
            begin, stop = max(copy.start, at), min(copy.end, article.end)
            begin, stop = _snapped(document, begins, begin, stop)
            if stop - begin >= MIN_CHARACTERS and (stop - begin >= _LARGE or 5 * (stop - begin) >= article.end - at):
                original = copy.original + begin - copy.start
                begin = at if _between(text_starts, at, begin) <= 2 else begin
                stop = article.end if _between(text_starts, stop, article.end) <= 2 else stop
                pieces += [replace(article, start=at, end=begin)] * (begin > at)
                pieces.append(replace(article, start=begin, end=stop))
                origin[begin] = original
                at = stop
            if copy.end > article.end:
                break
            nth += 1
        pieces += [replace(article, start=at)] * (at < article.end)
    return _numbered(pieces, origin)


def _numbered(pieces: Sequence[Article], origin: dict[int, int]) -> list[Article]:
    """Articles counted anew, the copies with the ordinal of what they repeat."""
    starts = [p.start for p in pieces]
    numbered: list[Article] = []
    for n, piece in enumerate(pieces):
        at = origin.get(piece.start)
        original: int | None = bisect_right(starts, at) - 1 if at is not None else None
        if original is not None and original < n:
            first = numbered[original].duplicate_of
            original = original if first is None else first
        else:
            original = None
        numbered.append(replace(piece, ordinal=n, duplicate_of=original))
    return numbered


def _snapped(document: ReadDocument, begins: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The part of a span that whole blocks fill; its end is where the next block begins."""
    first = bisect_left(begins, start)
    last = bisect_left(begins, end) - 1
    if last >= 0 and document.blocks[last].end > end:
        last -= 1
    if first > last:
        return start, start
    return begins[first], begins[last + 1] if last + 1 < len(begins) else len(document.text)


def _between(starts: Sequence[int], start: int, end: int) -> int:
    """How many blocks of text begin in a span."""
    return bisect_left(starts, end) - bisect_left(starts, start)


def _merged(copies: Sequence[Copy]) -> list[Copy]:
    """Copies with less than a sentence or two between them as one, where the originals lie as close."""
    merged: list[Copy] = []
    for copy in copies:
        last = merged[-1] if merged else None
        drift = (copy.original - last.original) - (copy.start - last.start) if last else 0
        if last and copy.start - last.end < 80 and abs(drift) <= 80:
            merged[-1] = replace(last, end=copy.end)
        else:
            merged.append(copy)
    return merged


def _length(sentences: list[str], i: int, j: int) -> int:
    """How many sentences from j on repeat those from i on, without running into j."""
    length = 0
    limit = min(j - i, len(sentences) - j)
    while length < limit and sentences[i + length] == sentences[j + length]:
        length += 1
    return length


def _sentences(text: str, around: Sequence[tuple[int, int]]) -> tuple[list[int], list[int], list[str]]:
    """Spans and texts without white space of all sentences that hold anything, but for what stands around the text."""
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[str] = []
    edges = [0, *(edge for span in around for edge in span), len(text)]
    stretches = zip(edges[::2], edges[1::2], strict=True)
    for found in (found for start, end in stretches for found in _SENTENCE.finditer(text, start, end)):
        raw = found.group()
        compact = "".join(raw.split())
        if compact:
            starts.append(found.start() + len(raw) - len(raw.lstrip()))
            ends.append(found.start() + len(raw.rstrip()))
            sentences.append(compact)
    return starts, ends, sentences
