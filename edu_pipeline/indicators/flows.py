"""From when to when something was counted that happened: 自2012年起实施…,三年来共筹措, 2023年截至10月底.

What belongs here: what a time word that governs a flow means together with the times named before it.  What does not:
which time word governs (timing), and which can date a number at all (dating).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edu_pipeline.indicators.dating import CLAUSE_END, is_campaign
from edu_pipeline.indicators.inherited import Period
from edu_pipeline.language.periods_scan import TimeExpression
from edu_pipeline.reference import any_of

TOTAL = re.compile(r"累计|共计|总计|合计")
_TAKES = re.compile(r"[^,，。;；\d]{0,8}(?:共|约|总|预计)?需(?![求要])")
_UP_TO_NOW = re.compile(r"[^,，。;；\d]{0,10}以来")


@cache
def _founded() -> re.Pattern[str]:
    return re.compile(any_of("times.yaml", "founded"))


def takes(text: str, year: TimeExpression) -> bool:
    """今年全市共需资金612万元: what all of the year takes."""
    return _TAKES.match(text, year.end) is not None


def counted_from(years: TimeExpression, earlier: Sequence[TimeExpression]) -> Period | None:
    """自2012年起实施…,三年来共筹措: the years are counted from then."""
    begun = [t for t in earlier if t.rule == "year:since" and t.end < years.start]
    first, start = years.period_start, begun[-1].period_start if begun else None
    if first is None or start is None or abs(first.year - start.year) > 1:
        return None
    return Period(start, years.period_end, "stated")


def named_before(time: TimeExpression, earlier: Sequence[TimeExpression], told: Period | None) -> Period | None:
    """2014年至2017年…。四年筹措: the years that were named last, in the paragraph or (`told`) before it, where they are as many."""
    if time.text.startswith(("近", "过去", "最近", "这")):
        return None
    named = [Period(t.period_start, t.nominal_end or t.period_end, "stated") for t in earlier if t.rule == "years"]
    whole = named[-1] if named else told
    return whole if is_campaign(time, whole) else None


def since_founding(text: str, year: TimeExpression, clause: int, at: int) -> bool:
    """2022年制定方案,…,累计招生258名: counted since, where an act of that year began it; `clause`: where the number's begins."""
    if year.end >= clause or not TOTAL.search(text, clause, at):
        return False
    first_end = CLAUSE_END.search(text, year.end)
    return first_end is not None and _founded().search(text, year.end, first_end.start()) is not None


def up_to_cutoff(text: str, governor: TimeExpression, earlier: Sequence[TimeExpression]) -> Period | None:
    """截至10月底,2023年共发放 and 2023年截至10月底: from the year's first day to the cut-off; 自2014年以来,至2016年底: from then."""
    since = next((t for t in earlier if t.rule.endswith(":since") and _up_to_now(text, t)), None)
    counted_up = governor.rule == "now" or governor.rule.endswith((":cutoff", ":until"))
    if since is not None and counted_up and since.end < governor.start:
        return Period(since.period_start, governor.period_end, "stated")
    found = _year_and_cutoff(text, governor, earlier)
    return Period(found[0].period_start, found[1].period_end, "stated") if found else None


_BESIDE = re.compile(r"[,，]?\s?(?:[全我][省市县区州旗盟]|[一-鿿]{2,4}[省市县区州旗])?|.{0,2}")
"""截至10月底,全县今年共发放: what may stand between the two times of one phrase."""


def _year_and_cutoff(
    text: str, governor: TimeExpression, earlier: Sequence[TimeExpression]
) -> tuple[TimeExpression, TimeExpression] | None:
    """A year and the day within it that figures go up to, where the governor is one and the time before it the other."""
    previous = earlier[-2] if len(earlier) > 1 and earlier[-1] is governor else None
    if previous is None or _BESIDE.fullmatch(text, previous.end, governor.start) is None:
        return None
    for year, cutoff in ((governor, previous), (previous, governor)):
        first, last = year.period_start, cutoff.period_end
        if year.rule in ("year", "this_year") and cutoff.rule.endswith((":cutoff", ":until")) and first and last:
            return (year, cutoff) if first <= last and first.year == last.year else None
    return None


def cutoff_of(text: str, governor: TimeExpression, earlier: Sequence[TimeExpression]) -> TimeExpression:
    """截至8月底,全县今年实施项目17个,完工率70.6%: how things stand is of the day that the year's figures go up to."""
    found = _year_and_cutoff(text, governor, earlier) if governor.rule == "this_year" else None
    return found[1] if found else governor


def _up_to_now(text: str, time: TimeExpression) -> bool:
    """2014年以来, 自2014年启动以来."""
    return time.text.endswith("以来") or _UP_TO_NOW.match(text, time.end) is not None


MONTHS_BACK = {"quarter_end": 2, "half_end": 5, "months_end": 11}


def part_up_to(point: Period, rule: str) -> Period:
    """一季度末,劝返218人; 前三季度末: what was done in the part of the year that ends then."""
    if point.end is None:
        return point
    return point._replace(start=point.end.replace(month=max(1, point.end.month - MONTHS_BACK[rule]), day=1))


def year_up_to(end: Period) -> Period:
    """年末共有学校6所,招生3527人: what happened is of the year."""
    return end if end.end is None else Period(end.end.replace(month=1, day=1), end.end, end.basis)
