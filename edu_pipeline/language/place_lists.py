"""Lists of places, and which of their places a number is about.

What belongs here: places that links join (甲县、乙县), numbers that follow them in their order (分别, 依次), and numbers
that are told of each.  What does not: finding the mentions (places), numbers of one place (place_scope).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from edu_pipeline.language import gazetteer
from edu_pipeline.language.gazetteer import Region
from edu_pipeline.language.quantities import NUMBER
from edu_pipeline.reference import alternation

if TYPE_CHECKING:
    from edu_pipeline.language.places import PlaceMention

_LINKS = ("、", "和", "及", "与", "以及")
_FIGURE = re.compile(NUMBER)
_COUNTED_OFF = re.compile(
    rf"(?:{NUMBER})[^、，,。;；\d和与及]{{0,8}}(?:(?:{alternation(_LINKS)})(?=\d)|(?=[，,。;；]|$))"
)
_RESPECTIVE = re.compile(r"[^、，,。;；]{0,24}(?:[，,]\s?)?分别")
_BY_TURNS = re.compile(r"[^、和与及\d]{0,20}(?:分别|依次)[^、\d]{0,8}?(?=\d)")


def are_joined(text: str, before: PlaceMention, after: PlaceMention) -> bool:
    """Whether nothing but a link stands between two places."""
    return text[before.end : after.start] in _LINKS


def in_turn(text: str, at: int, near: Sequence[PlaceMention]) -> Region | None:
    """The place whose turn it is where the list that ends with the last place and a list of numbers are joined by 分别."""
    first = len(near) - 1
    while first and are_joined(text, near[first - 1], near[first]):
        first -= 1
    listed = near[first:]
    joint = _RESPECTIVE.match(text, listed[-1].end, at)
    if joint is None:
        return None
    position, _ = _turn(text, joint.end(), at)
    return listed[position].region if position < len(listed) else None


def in_turn_again(text: str, segment: int, clause: int, at: int, told: Iterable[PlaceMention]) -> Region | None:
    """甲县95%、乙县93%,巩固率依次为98%、97%: as many numbers as places before them, of its segment where that names several,
    are of these in their order."""
    joint = _BY_TURNS.match(text, clause, at + 1)
    if joint is None:
        return None
    named = list(told)
    here = [m for m in named if m.start >= segment]
    near = here if len(here) > 1 else named
    if not near or near[-1].start >= clause:
        return None
    regions = [m.region for m in near if m.kind != "here"]
    position, count = _turn(text, joint.end(), at)
    if not (position < count == len(regions) == len(set(regions)) and count > 1):
        return None
    return regions[position]


def _turn(text: str, start: int, at: int) -> tuple[int, int]:
    """How many figures stand before the one at `at`, and how many are counted off one after another, from a place on."""
    count, end = 0, start
    while found := _COUNTED_OFF.match(text, end):
        count, end = count + 1, found.end()
    return sum(1 for _ in _FIGURE.finditer(text, start, at)), count


def regions_of(
    text: str, at: int, sentence: tuple[int, int], mentions: Sequence[PlaceMention], home: Region | None, rate: bool
) -> tuple[Region, ...]:
    """The places of a list that a rate is told of, each for itself (甘州区、临泽县入园率超过95%); none where there is no list.

    Counts are told of such a list together, and are read as the home's, but for 甘州区、临泽县各建成1个.
    """
    if not rate and text.find("各", sentence[0], at) < 0:
        return ()
    last = bisect_left(mentions, at, key=lambda m: m.start)
    if last < 2 or mentions[last - 2].start < sentence[0]:
        return ()
    clause = max(text.rfind(mark, sentence[0], at) for mark in "，,；;：:。") + 1 or sentence[0]
    listed = [m for m in mentions[bisect_left(mentions, clause, key=lambda m: m.start) : last] if m.end <= at]
    if len(listed) < 2 or any(m.in_name or gazetteer.relation(m.region, home) != "within" for m in listed):
        return ()
    joined = all(are_joined(text, before, after) for before, after in pairwise(listed))
    opens = joined and _OPENS_LIST.fullmatch(text, clause, listed[0].start)
    of_each = opens and (_SHARED if rate else _OF_EACH).fullmatch(text, listed[-1].end, at)
    return tuple(m.region for m in listed) if of_each else ()


_OF_EACH = re.compile(
    r"(?:还|也|将|要|均|已|计划|分别)*各(?=[建新有配设安投创开改招选增拨成完派])[^\d，。；,;、（）()]{1,24}$"
)
_OPENS_LIST = re.compile(r"\s*(?:其中|目前|截至目前|如|而|全[市省州]的?)?")
_SHARED = re.compile(r"(?!等|分别|之|[^，。；]{0,20}(?:分别|依次|总|合计|共))[^\d，。；,;、（）()]{2,30}")
