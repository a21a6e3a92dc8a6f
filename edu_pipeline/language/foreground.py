"""The place that a heading or the opening of a paragraph puts before the article's own.

What belongs here: sections and paragraphs about one place within the article's home (▍谯城区:…, 利川市今年…).  What
does not: which place one number is about (place_scope), sections that are articles of their own (reading.articles).
"""

from __future__ import annotations

import re
from datetime import date

from edu_pipeline.language import gazetteer
from edu_pipeline.language.gazetteer import Region
from edu_pipeline.language.places import PlaceMention, begins_with_place, find_places

_MARK = re.compile(
    r"(?:[—–-]{2,}\s?\d{1,2}\s?[—–-]{2,}|[\s#*>▍▌▎■□◆◇●○▲△★☆▶►•·—–-]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s?|第[一二三四五六七八九十]{1,3}[章节部分篇]{1,2})*"
)
_TAG = re.compile(r"[【\[〖](?P<inner>[^】\]〗]{1,12})[】\]〗]\s*")
_CLOSED = re.compile(
    r"\s*(?:$|[:：|｜(（—–\-·\s]|(?:教育局|教体局|教育体育局|教育和体育局|教育科技局|人民政府|县委|区委|市委)(?:$|[:：\s]))"
)
_GOES_ON = re.compile(r"[、和与及等]|以及|(?:召开|举行|举办|承办)|(?:[一二三四五六七八九十两几多\d]+[个县市区])")
_SUBORDINATE = re.compile(r"\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．)）]|[①-⑳])")
_HEAD = 40


def of_heading(heading: str, home: Region | None, on: date | None = None) -> Region | None:
    """The place within `home` that a heading names, alone or before what it tells of it."""
    text = heading[_MARK.match(heading).end() :]  # type: ignore[union-attr]
    if tag := _TAG.match(text):
        text = tag["inner"] + ":" if _opening(tag["inner"], home, on) else text[tag.end() :]
    mention = _opening(text, home, on)
    return mention.region if mention is not None and _CLOSED.match(text, mention.end) else None


def ends_section(heading: str, opener: str) -> bool:
    """Whether a heading ends what another began: not one of the parts below it."""
    return _SUBORDINATE.match(heading) is None or _SUBORDINATE.match(opener) is not None


def of_paragraph(paragraph: str, home: Region | None, on: date | None = None) -> Region | None:
    """The place within `home` that a paragraph opens with and goes on about: no other place is named in it."""
    begin = _MARK.match(paragraph).end()  # type: ignore[union-attr]
    mention = _opening(paragraph[begin : begin + _HEAD], home, on)
    if mention is None or _GOES_ON.match(paragraph, begin + mention.end):
        return None
    rest = find_places(paragraph[begin + mention.end :], home, on)
    others = [m for m in rest if not m.in_name and m.region.code not in (mention.region.code, None)]
    return None if any(_rivals(m.region, mention.region, home) for m in others) else mention.region


def _rivals(other: Region, place: Region, home: Region | None) -> bool:
    """Whether another place is the home or one within it, and not the one that a paragraph opened with."""
    return (
        home is not None and home.code in gazetteer.lineage(other) and other.code not in gazetteer.chain(place.code)[:1]
    )


def _opening(text: str, home: Region | None, on: date | None) -> PlaceMention | None:
    """The place within `home` that a text begins with."""
    if home is None or home.code is None or not begins_with_place(text):
        return None
    first = next(iter(find_places(text[:_HEAD], home, on)), None)
    if first is None or first.start or first.in_name or first.kind == "here":
        return None
    within = home.code in (
        gazetteer.chain(first.region.code)[1:] if first.region.code else gazetteer.lineage(first.region)
    )
    return first if within else None
