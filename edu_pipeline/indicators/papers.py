"""Whether a paper reports or plans, by its title, and the day from which it looks back and ahead.

What belongs here: what titles say of that, and the one year that a title or heading names.  What does not: headings and paragraphs (outlook), which period a title passes on
(inherited).  The words are data (reference/outlook.yaml).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from edu_pipeline.indicators.inherited import Inherited
from edu_pipeline.indicators.outlook import any_of, pattern
from edu_pipeline.language.periods import find_times
from edu_pipeline.language.periods_scan import TimeExpression

_DONE = re.compile(r"已(?:经)?(?:建|完|达|实|新)|累计(?!次数|访问|浏览|阅读|点击)|截至|较上年|同比")
_FUTURE = re.compile(r"确保|力争|到20\d\d年|达到|加强|推进|落实|建立")


@cache
def _plan_title() -> re.Pattern[str]:
    """规划(2021—2025年), 方案》的通知: the name of a plan ends the title but for what belongs to it; so do tasks that a notice
    hands out (关于分解下达2024年民生实事任务的通知)."""
    return re.compile(
        rf"(?:{any_of('plan_titles')}|(?:分解|下达)[^,，。;；]{{2,30}}(?:任务|目标|指标))"
        rf"[》”]?(?:\s?[(（][^()（）]*[)）])*[》”]?(?:的?(?:通知|公告|通告|公示|意见))?\s*$"
    )


@cache
def _explained() -> re.Pattern[str]:
    """《…行动方案（2024—2027年）》政策解读, 一图读懂：《…若干措施》: what a plan says, told by those who made it."""
    plan = rf"《[^《》]*(?:{any_of('plan_titles')})(?:\s?[(（][^()（）]*[)）])*(?:的?通知)?》"
    return re.compile(rf"{plan}[^《》，。]{{0,8}}(?:解读|图解|问答)|(?:解读|图解|读懂)[^《》，。]{{0,8}}{plan}")


_CARRIED_OUT = re.compile(r"\s*(?:实施|启动|落实|贯彻落实|推进|推动)[^,，。;；]{2,30}(?:计划|规划|方案|行动)\s*$")
"""实施第三期学前教育行动计划: a headline on what is done with a plan."""


def plans(title: str | None, text: str) -> bool:
    """Whether a paper states what shall be: its title names a plan and no report; where it only may, the text decides."""
    if not title:
        return False
    if _explained().search(title):
        return True
    if pattern("report_titles").search(title) or _CARRIED_OUT.match(title):
        return False
    if _plan_title().search(title):
        return True
    future, done = len(_FUTURE.findall(text)), len(_DONE.findall(text))
    return pattern("likely_plan_titles").search(title) is not None and future >= 2 * done


def stands_on(title: str | None, dated_on: date | None, plan: bool, inherited: Inherited) -> date | None:
    """The day from which a paper looks back and ahead: D; without it the beginning of what it plans, or the end of the
    year it reports on.  A plan passed in the year before it begins (2010年12月, “十二五”规划) looks back on all of that
    year.  It tells past from future and dates nothing.
    """
    if dated_on is not None:
        begins = inherited.campaign.start if plan and inherited.campaign is not None else None
        eve = begins is not None and begins.year == dated_on.year + 1
        return date(dated_on.year, 12, 31) if eve else dated_on
    if plan and inherited.campaign is not None and inherited.campaign.start is not None:
        return inherited.campaign.start
    if inherited.flow is not None and inherited.flow.end is not None:
        return inherited.flow.end
    year = reported_year(title, None)
    return None if year is None else date(year, 1, 1) if plan else date(year, 12, 31)


def reported_year(title: str | None, dated_on: date | None) -> int | None:
    """The year that a title names (2019年统计公报, 2024年工作要点): 全年 and 年末 are of it; that of a term (2013年秋季学期) where
    nothing else tells."""
    plain = (title or "").replace("《", " ").replace("》", " ")
    times = find_times(plain, dated_on)
    terms = {t.period_start.year for t in times if t.rule in ("season", "half") and t.period_start is not None}
    return only_year(times) or (terms.pop() if dated_on is None and len(terms) == 1 else None)


def only_year(times: list[TimeExpression]) -> int | None:
    """The year that a title or heading names, if it names one alone."""
    years = {t.period_start.year for t in times if t.rule in ("year", "this_year") and t.period_start is not None}
    return years.pop() if len(years) == 1 and not any(t.rule == "years" for t in times) else None
