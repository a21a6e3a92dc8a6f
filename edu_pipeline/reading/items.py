"""News items that one page puts under each other, each with its own source or day.

What belongs here: where such an item begins: the titles that a count announces (报道三则), those that are numbered (【第1篇】), the line of a newspaper
(2010-07-29 某某日报), and the day that a site gives below each title (发布日期：2010-07-29).  What does not:
compilations of papers, sections on places (articles), news that a paragraph goes over to (language/foreground).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edu_pipeline.reading.dates import DATE, read_date
from edu_pipeline.reading.lines import bare, ends_sentence, marker
from edu_pipeline.reading.model import Part

_PROSE = 15
_MIN_TEXT = 40
_ANNOUNCED = re.compile(r"[一-鿿“”]{2,30}?(?P<count>[两二三四五六七八九十]|\d{1,2})则")
_COUNTS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PAPER = re.compile(
    rf"\s*{DATE.pattern}(?:\s?\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?[ \t\u3000]+(?:来源\s?[:：]\s?)?"
    r"[一-鿿]{2,10}(?:报|网|社|台|发布|新闻|客户端)\s*"
)


@dataclass(slots=True)
class Start:
    """Where an article begins (a part), its title, its hint ("" where only its text tells its place) and its own date."""

    part: int
    title: str | None
    hint: str | None
    dated_on: date | None = None


def items(all_parts: Sequence[Part]) -> list[Start]:
    """Where the items of a page of news begin; at least two."""
    return _announced(all_parts) or _by_ordinal(all_parts) or _by_paper(all_parts) or _by_label(all_parts)


def _announced(all_parts: Sequence[Part]) -> list[Start]:
    """The titles below 报道三则, where they are as many as it says."""
    announced = ((i, _ANNOUNCED.fullmatch(p.text)) for i, p in enumerate(all_parts) if p.role == "heading")
    first, found = next(((i, m) for i, m in announced if m), (0, None))
    if found is None:
        return []
    count = _COUNTS.get(found["count"]) or int(found["count"])
    titles = [i for i in range(first + 1, len(all_parts)) if _is_title(all_parts, i)]
    if not len(titles) == count > 1:
        return []
    return [Start(i, all_parts[i].text, all_parts[i].text, _day_below(all_parts, i)) for i in titles]


_ORDINAL = re.compile(
    r"\s*[【\[〔（(]?\s*(?:第\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[篇则]|(?:报道|消息|新闻|动态)(?:\d{1,2}|[一二三四五六七八九十]{1,2}))\s*[】\]〕）)]?\s*"
)


_FRAME = 7
"""How many parts may stand between a title and its text: source, author, day, counter."""


def _by_ordinal(all_parts: Sequence[Part]) -> list[Start]:
    """【第1篇】 / its title / its source and day / its text: what a page that keeps several papers numbers."""
    starts = []
    for i, part in enumerate(all_parts[:-2]):
        title = all_parts[i + 1]
        if not _ORDINAL.fullmatch(part.text) or len(title.text) > _MAX_TITLE or ends_sentence(title.text):
            continue
        under = all_parts[i + 2 : i + 2 + _FRAME]
        first = next((n for n, p in enumerate(under) if p.role == "body" and len(p.text) >= _PROSE), None)
        if first is not None:
            day = next((on for p in under[:first] if (on := read_date(p.text))), None)
            starts.append(Start(i, title.text, title.text, day))
    return starts if len(starts) > 1 else []


def _is_title(all_parts: Sequence[Part], i: int) -> bool:
    """A heading without a number, over text or over the line of its source."""
    below = _below(all_parts, i, 2)
    if all_parts[i].role != "heading" or marker(all_parts[i].text) is not None or below is None:
        return False
    return below.role != "heading" and text_follows(all_parts, i, within=2)


def _below(all_parts: Sequence[Part], i: int, within: int) -> Part | None:
    """What stands below a part, but for the furniture of the page."""
    return next((p for p in all_parts[i + 1 : i + 1 + within] if p.role != "furniture"), None)


def text_follows(all_parts: Sequence[Part], i: int, *, within: int = 3) -> bool:
    """Whether text and not the end of a paper comes below a title or a date line."""
    return any(p.role == "body" and len(p.text) >= _PROSE for p in all_parts[i + 1 : i + 1 + within])


def _day_below(all_parts: Sequence[Part], i: int) -> date | None:
    below = all_parts[i + 1] if i + 1 < len(all_parts) else None
    return read_date(below.text) if below is not None and below.role == "table" else None


def _by_paper(all_parts: Sequence[Part]) -> list[Start]:
    """Lines of newspapers with their day, of different days, each with text below it; a title may stand above one."""
    starts: list[Start] = []
    for i, part in enumerate(all_parts):
        line = part.role in ("heading", "table") and _PAPER.fullmatch(part.text)
        if not line or not text_follows(all_parts, i, within=1):
            continue
        titled = i > 0 and all_parts[i - 1].role == "heading" and marker(all_parts[i - 1].text) is None
        title = all_parts[i - 1].text if titled else None
        starts.append(Start(i - titled, title, title or "", read_date(part.text)))
    return starts if len({s.dated_on for s in starts}) > 1 else []


_LABELLED = re.compile(rf"\s*(?:发布|发表|更新)?(?:日期|时间)\s?[:：]\s?{DATE.pattern}")
_IN_FRAME = re.compile(r"^[【\[（(]\d{1,2}[】\]）)]\s*")
_MAX_TITLE = 60


def _by_label(all_parts: Sequence[Part]) -> list[Start]:
    """Titles over a line with the day they were published, each with text below it; their numbers, if any, are left out.

    Labelled values are parts of the role `table`.  A label says more of the line above it than a bare date does (articles),
    so that any short line may be the title, but a site's frame has such lines too: the text must be right below.
    """
    starts: list[Start] = []
    for i, part in enumerate(all_parts[1:], 1):
        if part.role != "table" or not _LABELLED.match(part.text):
            continue
        above, below = all_parts[i - 1], _below(all_parts, i, 3)
        titled = above.role in ("heading", "body") and len(above.text) <= _MAX_TITLE and not ends_sentence(above.text)
        if not titled or below is None or below.role != "body" or len(below.text) < _MIN_TEXT:
            continue
        title = _IN_FRAME.sub("", bare(above.text))
        starts.append(Start(i - 1, title, title, read_date(part.text)))
    return starts if len({s.title for s in starts}) > 1 else []
