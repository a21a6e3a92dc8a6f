"""Times that lie ahead: whether a target can be of one, and when it is due by it.

What belongs here: one time expression, asked for by its own form, the document's date D and the campaign that the paper
plans for.  What does not: which of a paragraph's times a target takes (timing), and whether a number is one (targets).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from edu_pipeline.indicators import dating
from edu_pipeline.indicators.dating import AHEAD
from edu_pipeline.indicators.inherited import UNKNOWN, Period
from edu_pipeline.language.calendar import months_before, number
from edu_pipeline.language.periods_scan import TimeExpression

_NEVER_AHEAD = frozenset({"last_years", "running", "ago", "now", "now:held"})


def lies_ahead(time: TimeExpression, dated_on: date | None, campaign: Period | None) -> bool:
    """Whether a target can be of this time: not over at D, or, D unknown, any day that is named."""
    if time.rule == "campaign":
        return campaign is not None
    if time.kind in ("vague", "recurring", "duration", "list") or time.rule in _NEVER_AHEAD:
        return False
    if time.rule.endswith(":since"):
        began = time.period_start
        ahead = dated_on is not None and began is not None and began.year >= dated_on.year
        return ahead and not time.text.endswith("来")
    last = time.nominal_end or time.period_end
    if last is None or time.rule.endswith(":cutoff"):
        return False
    if time.rule == "season":
        last = months_before(last, -1) or last  # a term that has just begun
    return dated_on is None or last >= dated_on


_LASTING = re.compile(
    r"[,，]?(?:再|共)?(?:利?用|花|历时)(?P<years>[\d一二两三四五六七八九十]{1,2})年(?:左右)?的?(?:时间)?(?![前底])"
)


def lasting(text: str, time: TimeExpression) -> Period | None:
    """自今年起用3年, 从2019年起再用两年时间: all of these years."""
    found = _LASTING.match(text, time.end) if time.rule.endswith(":since") and time.text.endswith("起") else None
    start = time.period_start
    years = number(found["years"]) if found else None
    if start is None or not years:
        return None
    return Period(start, date(start.year + years - 1, 12, 31), "stated")


_STAGE = re.compile(r"第[一二三四五][阶步期批]段?\s?[（(]$")
_STAGED = re.compile(r"[)）]\s?[:：,，。]")


def stage(text: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """第二阶段(2019—2020年):…。…: the last stage that a paragraph has come to, of its times before a number."""
    named = (t for t in reversed(times) if _STAGED.match(text, t.end))
    return next((t for t in named if _STAGE.search(text, max(0, t.start - 7), t.start)), None)


def due(time: TimeExpression, campaign: Period | None) -> Period:
    """The days by which a target is due that is of this time."""
    if time.rule == "campaign":
        whole = campaign or UNKNOWN
        return Period(whole.end if time.kind == "due" else whole.start, whole.end, "inherited")
    if time.rule in AHEAD and dating.is_campaign(time, campaign):
        return campaign or UNKNOWN
    if time.rule == "within_years":
        last = time.nominal_end or time.period_end
        return Period(last, last, "stated")  # 力争三年内降至15:1
    if time.rule == "year:since" and time.period_start is not None:
        return Period(time.period_start, time.period_start.replace(month=12, day=31), "stated")  # 2026年起提高到
    if time.rule.endswith(":since"):
        return Period(time.period_start, time.period_start, "stated")
    return Period(time.period_start, time.nominal_end or time.period_end, "stated")
