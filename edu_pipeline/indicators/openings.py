"""The time that opens a paragraph, which is that of what was done in it.

What belongs here: which time word opens a paragraph, and which only seem to.  What does not: what such a time means for a
number (timing), words that open a paragraph with what is so or shall be (outlook).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import date

from edu_pipeline.indicators import dating
from edu_pipeline.indicators.dating import CLAUSE_END
from edu_pipeline.indicators.markers import BULLETS, FIRSTLY, NUMBERED
from edu_pipeline.language.periods_scan import TimeExpression

_TOLD = r"(?:记者[^,，。]{2,30}(?:获悉|了解到)|据(?:了解|悉|统计|介绍|通报)|(?:会上|会议)(?:通报|介绍|指出|透露|获悉))"
_OPENING = re.compile(
    rf"[\s“\"{BULLETS}]*(?:[一-鿿]{{0,8}}[讯电]\s*(?:[(（][^()（）]{{1,24}}[)）])?\s*)?(?:(?:(?:昨日|昨天|日前|近日)[,，])?{_TOLD}[,，])?(?:{NUMBERED}|{FIRSTLY})?\s*(?:同时|此外|另外)?[,，]?"
    r"(?:(?:在)?[一-鿿]{2,16}方面[,，:：])?(?:【[^】]{1,16}】|〔[一-鿿、]{2,12}〕|[一-鿿]{2,8}(?:[:：]|[ \u3000]))?\s*"
)
_FIGURE = re.compile(r"\d")
_YEARS = frozenset({"year", "this_year"})
_OPENS_NOTHING = frozenset({"day", "iso_date", "now", "now:held", "ago"})


def sentence_at(at: int, sentences: Sequence[int], text: str) -> tuple[int, int]:
    """The sentence that holds the character at `at`; `sentences`: where they begin."""
    i = bisect_right(sentences, at)
    return sentences[max(i - 1, 0)], sentences[i] if i < len(sentences) else len(text)


def opener(
    text: str, times: Sequence[TimeExpression], sentences: Sequence[int], itemised: Collection[int]
) -> TimeExpression | None:
    """The time word that opens a paragraph, if what was done can be of it.

    `times`: those that govern, in order; `itemised`: where those begin that are items of a list.
    """
    time = opening_time(text, times, sentences)
    if time is None or time.kind in ("duration", "recurring", "due") or time.rule in _OPENS_NOTHING:
        return None
    if time.start in itemised or _is_first_of_series(text, time, times, sentences):
        return None
    return time


_SEGMENT = 120
"""No segment of an event alone is longer."""
_SET_OFF = re.compile("[,，]")


def dates_what_stands(text: str, time: TimeExpression | None, on: date | None) -> bool:
    """2023年,全县毛入园率94.1%。巩固率98.4%, told in 2024: the year before D that opens a paragraph with how things stood then,
    set off there, is that of how things stand in all of it; what 去年 opens is not."""
    if time is None or on is None or time.rule != "year" or not time.digits or time.period_start is None:
        return False
    return time.period_start.year == on.year - 1 and _SET_OFF.match(text, time.end) is not None


def _is_first_of_series(
    text: str, time: TimeExpression, times: Sequence[TimeExpression], sentences: Sequence[int]
) -> bool:
    """2020年招生3105人,去年只有2264人。: a year that its own sentence sets beside another opens no paragraph."""
    if time.rule not in _YEARS:
        return False
    end = sentence_at(time.start, sentences, text)[1]
    others = (t for t in times if time.end <= t.start < end)
    return any(
        t.rule in _YEARS and t.period_start != time.period_start and text[t.start - 1] not in "比较由从" for t in others
    )


def opening_time(text: str, times: Sequence[TimeExpression], sentences: Sequence[int]) -> TimeExpression | None:
    """The time word that opens the paragraph's first sentence, or its second after a headline without any."""
    if not times:
        return None
    time = times[0]
    start, _ = sentence_at(time.start, sentences, text)
    if start > 0 and (sentence_at(start - 1, sentences, text)[0] > 0 or _FIGURE.search(text, 0, start)):
        return None
    clause_end = CLAUSE_END.search(text, time.end)
    if dating.is_event(text, time, min(len(text), time.end + _SEGMENT)):
        return None
    if dating.is_built_on(text, time, clause_end.start() if clause_end else len(text)):
        return None
    opening = _OPENING.match(text, start)
    return time if opening is not None and time.start <= opening.end() + 2 else None
