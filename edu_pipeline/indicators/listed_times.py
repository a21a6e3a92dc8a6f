"""A list of times and a list of numbers, one to one: 2021年、2022年分别为A、B.

What belongs here: which place a number has in its list, and the years of a span one by one.  What does not: whether the
lists belong together (timing).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from edu_pipeline.language.calendar import Span, year_span
from edu_pipeline.language.numerals import chinese
from edu_pipeline.language.periods_scan import TimeExpression

_ITEM = re.compile(r"\d[\d.]*(?:,\d{3})*(?:\.\d+)?\s?[^\d、,，;；。和]{0,6}")
_RUN = re.compile(
    r"(?:\d[\d.]*(?:,\d{3})*(?:\.\d+)?\s?[^\d、,，;；。和]{0,6}(?:、|和|,|，)){1,12}\d[\d.]*(?:,\d{3})*(?:\.\d+)?"
)


_AGAIN = re.compile(
    r"(?:[这此]?(?P<count>[两三四五六七八])年(?:来|间)?|各年)(?:分别|依次)[^,，。;；\d]{0,8}(?:\d[^,，。;；]{0,60}、)?$"
)


def named_again(text: str, at: int, earlier: Sequence[TimeExpression]) -> TimeExpression | None:
    """2002-2004年支出分别为A、B、C。其中拨款三年分别为D、E、F: the years that were named before, where there are as many."""
    low = max(0, at - 80)
    each = text.find("分别", low, at) >= 0 or text.find("依次", low, at) >= 0
    found = _AGAIN.search(text, low, at) if each else None
    if found is None:
        return None
    times = (t for t in reversed(earlier) if t.end <= found.start() and (t.kind == "list" or t.rule == "years"))
    time = next(times, None)
    several = 0 if time is None else len(time.parts or years_of(time))
    count = chinese(found["count"]) if found["count"] else several
    return time if several > 1 and several == count else None


def years_of(time: TimeExpression) -> list[Span]:
    """2012至2014年: its years, one by one; 近三年, of as many numbers, the years before that of the paper."""
    first, last = time.period_start, time.period_end
    if time.rule == "last_years" and first is not None and last is not None:
        return [year_span(year) for year in range(first.year, last.year)]
    if first is None or last is None or last.year - first.year > 12:
        return []
    return [year_span(year) for year in range(first.year, last.year + 1)]


def place_in_list(text: str, at: int) -> tuple[int, int]:
    """Which of how many numbers joined by 、 (or 和) the number at `at` is, counted from 0."""
    for run in _RUN.finditer(text, max(0, at - 60), at + 80):
        if run.start() <= at < run.end():
            numbers = [m.start() for m in _ITEM.finditer(text, run.start(), run.end())]
            return max(bisect_right(numbers, at) - 1, 0), len(numbers)
    return 0, 1
