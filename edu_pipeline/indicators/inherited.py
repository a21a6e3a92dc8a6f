"""What titles, introductions and headings with a time pass on to the text below them.

What belongs here: a period with its basis, and which titles date facts, targets or a plan.  What does not: which
period a number takes (timing), whether a paper plans (headings).  The words are data: reference/times.yaml, `papers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from edu_pipeline.language.calendar import year_span
from edu_pipeline.language.periods import find_times
from edu_pipeline.language.periods_scan import TimeExpression
from edu_pipeline.reference import any_of

_PLAN_OF_YEAR = re.compile(
    r"计划|要点|实事|安排|打算|任务|目标|规划|方案|招生(?:公告|简章|工作)|(?:招聘|招考|招录|选聘|引进)[^,，。;；]{0,10}(?:公告|简章|启事|通告)"
    r"|(?<!决)预算(?!执行|绩效|调整)"
)
_SETS_ASIDE = re.compile(r"招聘|招考|招录|选聘|(?<!决)预算")
"""2024年部门预算, 2024年招聘教师公告: what the year is to spend, or whom it is to hire, is of all of it."""
_CALLS = re.compile(r"关于(?:切实|认真|进一步)?(?:做好|开展|组织|组织开展|实施|加强)")
"""关于做好2013年教师培训工作的通知: what a notice calls for is of its year."""
_WHOLE = frozenset({"year", "this_year", "school_year"})
_PART = frozenset({"half", "quarter", "months", "month", "season"})
_SEVERAL = frozenset({"years", "plan_name"})
_FIVE_YEARS = frozenset({"plan_name", "plan"})
_APART = re.compile(r"(?<=[一-鿿])[ \u3000]+(?=[一-鿿](?:[ \u3000]|$|[(（]))")
_ENROLS = re.compile(r"招生[^,，。;；]{0,8}(?:公示|公告|通告|通知|方案|简章|计划|意见)")
_YEARBOOK = re.compile(
    r"年鉴[^一-鿿\d]{0,2}(?P<after>(?:19|20)\d\d)|(?P<before>(?:19|20)\d\d)年?(?:卷|版)?[^\d，。]{0,8}年鉴"
)


class Period(NamedTuple):
    """First and last day (a point has the same twice; None where unknown) and where they come from.

    `basis`: stated (a time word of its sentence), document (D), inherited (the paragraph's opening, a heading, a
    title), unknown.
    """

    start: date | None
    end: date | None
    basis: str


UNKNOWN = Period(None, None, "unknown")


class Inherited(NamedTuple):
    """What titles and headings say for the text below them: the time of its facts, of its targets, of its plan.

    `stock`: of how things stand, `flow`: of what happened, where nothing else dates it.  `campaign` is what 规划期内
    and 攻坚期间 mean there, `accounts` the year of its money per head (2022年履行教育职责自评报告).  `above`: what opened a
    paragraph above, in the same section of a paper without a date.  `named`: the years that the text named last, from one
    to another (2014年至2017年).
    """

    stock: Period | None = None
    flow: Period | None = None
    target: Period | None = None
    campaign: Period | None = None
    accounts: Period | None = None
    above: Period | None = None
    named: Period | None = None


NOTHING = Inherited()


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(any_of("times.yaml", "papers", kind))


def whole_year(year: int) -> Period:
    """A calendar year that a title or heading gives."""
    return Period(date(year, 1, 1), date(year, 12, 31), "inherited")


def year_of(period: Period | None) -> int | None:
    """The year that a period is, where it is one."""
    if period is None or period.start is None or period.end is None:
        return None
    return period.start.year if period == whole_year(period.start.year) else None


def inherited_from(heading: str, dated_on: date | None = None) -> Inherited:
    """What a title or heading with a time passes on.

    2024年工作要点 gives its targets the year; 2023年教育事业统计公报 gives its facts the year, 年鉴(2015) the year before;
    2021年工作总结 and 2020年上半年工作情况 say when things were done, as “十二五”工作总结 does.  A plan of several years
    (2021—2025年) dates nothing by itself but says what 规划期 means.  The year of any other report (2023年自评报告)
    passes on nothing.
    """
    plain = _APART.sub("", heading.replace("《", " ").replace("》", " "))
    if yearbook := _YEARBOOK.search(plain):
        told = whole_year(int(yearbook["after"] or yearbook["before"]) - 1)
        return Inherited(stock=told, flow=told)
    found = find_times(plain, dated_on)
    times = [t for t in found if _counts(t)]
    if not times:
        return Inherited(flow=_of(found[0])) if _is_since(plain, found) else NOTHING
    time = times[-1]
    period = _of(time)
    calls = _CALLS.search(plain, 0, time.start) is not None and plain.rstrip().endswith("通知")
    plans = calls or _PLAN_OF_YEAR.search(plain, time.end) is not None or _names_plan(time, plain)
    if time.rule == "plan_name":
        return Inherited(campaign=period) if plans else Inherited(flow=_so_far(period, dated_on))
    if time.rule == "plan":
        return Inherited(flow=_so_far(period, dated_on)) if _words("reviews").search(plain, time.end) else NOTHING
    if time.rule == "years":
        return Inherited(campaign=period)
    if _words("bulletins").search(plain) and time.rule in _WHOLE:
        return Inherited(stock=period, flow=period)
    if _words("appraisals").search(plain) and time.rule in _WHOLE:
        return Inherited(period, period, period)
    if time.rule == "season" and _ENROLS.search(plain, time.end):
        return Inherited(period, period, period)
    stock, flow = _reviewed(plain, times, dated_on)
    plans = plans and time.rule in _WHOLE
    over = dated_on is not None and period.end is not None and period.end < dated_on
    accounts = period if over and time.rule in _WHOLE and _words("accounts").search(plain, time.end) else None
    planned = period if plans else None
    if flow is None and planned and (sets_aside := _SETS_ASIDE.search(plain, time.end)):
        flow = planned
        accounts = planned if sets_aside[0] == "预算" else accounts  # what a pupil is given in that year
    if flow is None and time.rule in _WHOLE and _pays_out(plain, time):
        flow = period
    return Inherited(stock, flow, planned, planned, accounts)


def _is_since(plain: str, found: Sequence[TimeExpression]) -> bool:
    """2021年以来 as a line of its own, over what was done since."""
    return len(found) == 1 and found[0].text == plain.strip(" \u3000,，:：") and found[0].rule.endswith(":since")


_HANDS_OUT = re.compile("(?:下达|拨付|分配|分解|清算|安排)$")
_FUNDS = re.compile(
    r"度?[^,，。;；]{2,40}(?:资金|经费)(?:[(（][^()（）]{1,8}[)）])?(?:预算|指标|计划)?的?(?:通知|公示|公告)\s*$"
)


def _pays_out(plain: str, time: TimeExpression) -> bool:
    """关于下达2020年中央和省级教育专项资金的通知: what it pays out is of that year."""
    return _HANDS_OUT.search(plain, 0, time.start) is not None and _FUNDS.match(plain, time.end) is not None


def _names_plan(time: TimeExpression, plain: str) -> bool:
    """“十二五”规划纲要 names a plan, “十二五”规划实施情况 a report on one."""
    return time.rule == "plan_name" and time.text.endswith("划") and not _words("on_a_plan").search(plain, time.end)


def _counts(time: TimeExpression) -> bool:
    return (time.governs and time.rule in _WHOLE | _PART | _SEVERAL) or time.rule in _FIVE_YEARS


def _of(time: TimeExpression) -> Period:
    return Period(time.period_start, time.nominal_end or time.period_end, "inherited")


def _reviewed(plain: str, times: Sequence[TimeExpression], on: date | None) -> tuple[Period | None, Period | None]:
    """The time that a title looks back on (2021年工作总结暨2022年打算): of its facts, and of what was done in it."""
    stops = [*(t.start for t in times[1:]), len(plain)]
    for time, stop in zip(times, stops, strict=True):
        reviews = _words("term_reviews" if time.rule == "season" else "reviews")
        found = reviews.search(plain, time.end, stop) if time.rule != "years" else None
        if found:
            told = _of(time)
            over = on is not None and told.end is not None and told.end < on
            back = over and time.rule in _WHOLE and _words("looks_back").search(plain, time.end, stop)
            return (told if back else None), told if found[0] in _WHOLE_YEAR else _so_far(told, on)
    return None, None


_WHOLE_YEAR = frozenset({"资金安排", "资金分配", "经费安排"})
"""What a year's funds are set aside for is of the whole year, whenever that is told."""


def _so_far(told: Period, on: date | None) -> Period | None:
    """A year that a paper looks back on before it is over, or nearly over; none of one that has not begun."""
    if on is not None and told.start is not None and told.start > on:
        return None
    several = told.start is not None and told.end is not None and told.end.year > told.start.year
    inside = on is not None and told.end is not None and on < told.end and (several or on.month < 12)
    return Period(told.start, on, told.basis) if inside else told


def nearly_over(flow: Period | None, began: date | None, on: date | None) -> bool:
    """Whether 今年以来, told in the last days of the year that a title looks back on or by a summary without a date, is that
    whole year."""
    year = year_of(flow)
    if year is None or began != date(year, 1, 1):
        return False
    return on is None or date(year, 12, 25) <= on <= date(year, 12, 31)


_CENSUS = (9, 1)


def as_at(inherited: Inherited, day: date) -> Inherited:
    """The figures are those of a day (截至7月31日): how things stood then, and what was done up to then.

    On 1 September schools are counted; pupils who entered or left in the year of a bulletin did so in all of it.
    """
    flow = inherited.flow
    if (day.month, day.day) == _CENSUS and year_of(flow) == day.year:
        return inherited._replace(stock=Period(day, day, "inherited"))
    begun = flow.start if flow is not None and flow.start is not None and flow.start <= day else None
    return inherited._replace(stock=Period(day, day, "inherited"), flow=Period(begun, day, "inherited"))


def five_years(time: TimeExpression, on: date | None, inherited: Inherited) -> Period | None:
    """五年来 in a paper on a five-year plan is the plan that is over; any such span without D is what the title says."""
    if on is None:
        return inherited.flow or UNKNOWN
    first, flow, campaign = time.period_start, inherited.flow, inherited.campaign
    if first is None or on.year - first.year != 5:
        return None
    if flow is not None and flow.start and flow.end and flow.end.year - flow.start.year == 4:
        if flow.end <= on:
            return flow
        campaign = campaign or flow
    if time.rule == "running" or campaign is None or campaign.start is None or campaign.end is None:
        return None
    opens = campaign.end.year - campaign.start.year == 4 and abs(on.year - campaign.start.year) <= 1
    before = campaign.start.year - 1
    return Period(year_span(before - 4)[0], year_span(before)[1], "inherited") if opens else None
