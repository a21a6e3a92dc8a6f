"""From one value to another: 由31所优化为22所, 从82%提高到95%.

What belongs here: the forms of such a pair, read from its first number and from its second.  What does not: which time
each is of (timing), what they state (leaning).  The verbs are data: reference/kinds.yaml, `moves`.
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.indicators.measures import one_of

_REACH = 60
_NUMBER = r"\d[\d.．,，]*\s?[余多]?[%％万亿]{0,2}[余多]?(?:平方米|百分点|[一-鿿])?"
_NOTED = r"(?:[一-鿿]{0,2}[(（][^()（）\d]{1,12}[)）])?"
"""713所(含教学点): what is counted along."""
_BESIDE = rf"(?:(?:、|和|及|与){_NUMBER}){{0,3}}"
"""The others of a list that changes together: 由33.5%和29.85%上升为."""
_LISTED = rf"(?:{_NUMBER}(?:、|和|及|与)){{0,3}}"


@cache
def _onward() -> re.Pattern[str]:
    """What follows the first number: 所优化为."""
    return re.compile(rf"{_NOTED}{_BESIDE}[^,，。;；\d]{{0,5}}(?:{one_of('moves')})(?:到|至|为|成)")


@cache
def linking() -> re.Pattern[str]:
    """What stands between the two numbers: 提高到目前的, 减少至2020年的."""
    return re.compile(
        rf"{_NOTED}[^,，。;；\d]{{0,6}}(?:{one_of('moves')})(?:到|至|为|成)[^,，。;；\d]{{0,6}}(?:\d{{4}}年[底末]?的?)?[^,，。;；\d]{{0,2}}"
    )


_STARTS = re.compile(rf"(?:从|由)[^,，。;；\d]{{0,14}}(?:\d{{4}}年[底末]?的?)?{_LISTED}$")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(
        rf"(?:从|由)[^,，。;；\d]{{0,14}}{_NUMBER}{_NOTED}[^,，。;；\d]{{0,5}}(?:{one_of('moves')})(?:到|至|为|成)[^,，。;；\d]{{0,6}}$"
    )


_BEHIND = 26


def may_begin(text: str, at: int) -> bool:
    """Whether 从 or 由 stands near enough before a number."""
    return text.find("由", max(0, at - _BEHIND), at) >= 0 or text.find("从", max(0, at - _BEHIND), at) >= 0


def begins(text: str, start: int, at: int, end: int) -> bool:
    """Whether the number text[at:end] is what a change starts from; `start` is where its clause begins."""
    return (
        may_begin(text, at)
        and _STARTS.search(text, max(start, at - _BEHIND), at) is not None
        and _onward().match(text, end) is not None
    )


def ends(text: str, at: int) -> bool:
    """Whether the number at `at` is what a change led to, from a number in the same clause."""
    return _whole().search(text, max(0, at - _REACH), at) is not None
