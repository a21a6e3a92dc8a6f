"""What titles and headings with a year pass on to the text below them.

What belongs here: a period with its basis, and which titles date facts, targets or a plan.  What does not: which
period a number takes (timing), whether a paper plans (headings).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from edu_pipeline.language.periods import find_times

_PLAN_OF_YEAR = re.compile(r"计划|要点|安排|打算|任务|目标|规划|方案")
_REPORT_OF_YEAR = re.compile(
    r"统计公报|统计快报|统计年鉴|统计资料|统计数据|统计信息|事业统计|年鉴|统计简报|统计公告|统计报告|统计表|执行情况"
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


@dataclass(frozen=True, slots=True)
class Inherited:
    """What titles and headings say for the text below them: the time of its facts, of its targets, of its plan.

    `flow`: of what happened, where nothing else dates it.  `campaign` is what 规划期内 and 攻坚期间 mean there.
    """

    actual: Period | None = None
    flow: Period | None = None
    target: Period | None = None
    campaign: Period | None = None


NOTHING = Inherited()


def inherited_from(heading: str, dated_on: date | None = None) -> Inherited:
    """What a title or heading with a year passes on.

    2024年工作要点 gives its targets the year; 2023年教育事业统计公报 gives its facts the year; a plan of several years
    (2021—2025年) dates nothing by itself but says what 规划期 means, and “十二五”工作总结 when things were done.  A report's year (2023年自评报告) passes on nothing.
    """
    plain = heading.replace("《", " ").replace("》", " ")
    times = [
        t
        for t in find_times(plain, dated_on)
        if (t.governs or t.rule == "plan_name") and t.rule in ("years", "year", "this_year", "plan_name", "school_year")
    ]
    if not times:
        return NOTHING
    time = times[-1]
    period = Period(time.period_start, time.nominal_end or time.period_end, "inherited")
    if time.rule == "plan_name":
        return Inherited(campaign=period) if _PLAN_OF_YEAR.search(plain, time.end) else Inherited(flow=period)
    if time.rule == "years":
        return Inherited(campaign=period)
    if _REPORT_OF_YEAR.search(plain):
        return Inherited(actual=period)
    return Inherited(target=period, campaign=period) if _PLAN_OF_YEAR.search(plain, time.end) else NOTHING
