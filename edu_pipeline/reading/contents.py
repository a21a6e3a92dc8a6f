"""The contents page: a list of titles with the numbers of their pages.

What belongs here: finding the lines of a contents page, their titles and their page numbers.  What does not: what the
titles say about the articles (articles).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edu_pipeline.reading.lines import Line, bare, ends_sentence, marker
from edu_pipeline.reading.words import words

_MAX_ENTRY = 90
_MAX_HEADINGS = 5
_LEADERS = re.compile(
    r"(?P<leader>(?:[.．·…‥_—\-]{2,}|\.(?:\s\.){2,}|[\s\u3000]+)[.·…\s\u3000]*)?[(（]?(?P<page>\d{1,4})[)）]?$"
)
_PRINTED_DOTS = re.compile(r"[.．·…‥_]{3,}|(?:\.\s){3,}")
_BLANKS = re.compile(r"[\s\u3000]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a contents page: `page_at` is where its page number (with the leader) begins, relative to the line."""

    line: int
    title: str
    page: int | None
    page_at: int | None


def key(title: str) -> str:
    """A title as it is compared: without marker and blanks."""
    return "".join(bare(title).split())


def find_contents(lines: Sequence[Line]) -> list[Entry]:
    """The entries of the contents pages, in order; empty when there is none.

    Titles with dotted leaders are entries by themselves.  A glued page number (综述12) only counts in a run of at least
    four that do not fall, whose titles are numbered, or stand again in the text, or follow the word 目录.
    """
    entries: list[Entry] = []
    repeated: set[str] | None = None
    told = [_entry(line) for line in lines]
    at = headings = 0
    while at < len(lines):
        run, after = _run(lines, told, at) if any(told[at : at + _UNPAGED + 1]) else ([], at + 1)
        paged = [e for e in run if e.page is not None]
        if len(paged) >= 4 or (len(paged) >= 2 and _under_heading(lines, at)):
            if repeated is None:
                repeated = _repeated(lines)
            if _is_contents(lines, at, run, repeated):
                entries.extend(run)
        elif headings < _MAX_HEADINGS and _is_heading(lines[at]):
            headings += 1
            run, after = _unpaged(lines, at + 1)
            entries.extend(run)
        at = max(after, at + 1)
    return entries


_UNPAGED = 2
"""How many chapter titles without a page stand between two entries at most."""


def _run(lines: Sequence[Line], told: Sequence[Entry | None], at: int) -> tuple[list[Entry], int]:
    """Entries from a line on, chapter titles without a page between them included; and the line after."""
    run: list[Entry] = []
    last_paged = 0
    last_page = 0
    i = at
    while i < len(lines):
        line = lines[i]
        entry = told[i]
        if entry is not None and entry.page is not None and entry.page >= last_page:
            last_page = entry.page
            run.append(entry)
            last_paged = len(run)
        elif len(line) <= 40 and not ends_sentence(line.text) and len(run) - last_paged < _UNPAGED:
            run.append(Entry(i, line.text, None, None))
        else:
            break
        i += 1
    run = run[:last_paged]
    while run and run[0].page is None and marker(run[0].title) is None:
        run.pop(0)
    return run, (run[-1].line + 1 if run else at + 1)


def _entry(line: Line) -> Entry | None:
    text = line.text
    if len(text) > _MAX_ENTRY or not text[-1:].strip(")）").isdigit() and not text[-2:-1].isdigit():
        return None
    found = _LEADERS.search(text)
    if found is None:
        return None
    title = text[: found.start()]
    if (
        len(bare(title)) < 4
        or ends_sentence(title)
        or any(c in title for c in "。|\t")
        or title[-1] in "第年月.:：/-〔["
        or title[-1].isdigit()
    ):
        return None
    if found["leader"] is None and not _glued(title):
        return None
    return Entry(line.index, title.strip(), int(found["page"]), found.start())


def _glued(title: str) -> bool:
    """Whether a number right behind a title can be the number of a page: a title says something."""
    return len(bare(title)) >= 5


def _is_heading(line: Line) -> bool:
    return len(line) <= 8 and _BLANKS.sub("", line.text).strip("[]【】《》:：") in words("contents")


def _under_heading(lines: Sequence[Line], at: int) -> bool:
    return any(_is_heading(lines[i]) for i in range(max(0, at - 2), min(at + 2, len(lines))))


def _is_contents(lines: Sequence[Line], at: int, run: Sequence[Entry], repeated: set[str]) -> bool:
    paged = [e for e in run if e.page is not None]
    dotted = sum(_PRINTED_DOTS.search(lines[e.line].text) is not None for e in paged)
    if 2 * dotted >= len(paged) or _under_heading(lines, at):
        return True
    again = sum(key(e.title) in repeated for e in paged)
    numbered = sum(marker(e.title) is not None for e in paged)
    rising = paged[-1].page != paged[0].page
    return rising and (again >= max(1, len(paged) // 10)) and (again + numbered) * 2 >= len(paged)


def _unpaged(lines: Sequence[Line], at: int) -> tuple[list[Entry], int]:
    """Titles after 目录 until the first of them stands again."""
    first = key(lines[at].text) if at < len(lines) else ""
    run: list[Entry] = []
    for line in lines[at : at + 300]:
        if len(line) > 60 or ends_sentence(line.text):
            return [], at
        if run and key(line.text) == first:
            return run, line.index
        run.append(Entry(line.index, line.text, None, None))
    return [], at


def _repeated(lines: Sequence[Line]) -> set[str]:
    """Titles as they are compared of all short lines that do not end in a number."""
    return {key(line.text) for line in lines if len(line) <= _MAX_ENTRY and not line.text[-1:].isdigit()}
