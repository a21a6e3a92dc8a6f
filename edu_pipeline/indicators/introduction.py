"""What the paragraphs before an article's first figures say of the time of all that follows.

What belongs here: an introduction that opens with a time (今年以来,在县委领导下…现将情况报告如下), and a note that says
of which day the figures are (以下数据截至6月30日).  What does not: titles (inherited) and headings (headings).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from edu_pipeline.indicators.inherited import Inherited, Period, as_at, inherited_from, nearly_over
from edu_pipeline.indicators.markers import CHAPTER
from edu_pipeline.language.edges import Ahead
from edu_pipeline.language.periods import find_times
from edu_pipeline.language.periods_scan import TimeExpression

_FIRST = 12
"""How many lines of an article are read to find its introduction."""
_LEAST, _LONGEST = 15, 120
_COLON = (":", "：")
_SENTENCE = re.compile(r"[。:：;；]$")
_NUMBERED = re.compile(rf"\s*(?:[(（]?[一二三四五六七八九十]{{1,3}}[)）、.．]|{CHAPTER}|\d{{1,2}}[.、．](?!\d))")
_TABLE = re.compile(r"附?表\s?[\d一二三四五六七八九十]{1,2}[\s\u3000:：、]")
"""表一 幼儿园建设情况(截至8月底): a table's title speaks of the table alone."""
_DIGIT = re.compile(r"\d")
_OPENS = frozenset({"year", "this_year", "half", "quarter", "months", "plan", "last_years", "school_year"})
_AFTER = re.compile(r"[,，]|是|为")
_NUMBER = re.compile(r"[〔\[(（【]\s?(?:19|20)\d\d\s?[〕\])）】]\s?\d*号?")
_AS_OF = re.compile(
    r"(?:数据|统计|情况|进展|进度|口径|时点)[^,，。;；\d]{0,8}(?=截[至止])"
    r"|(?=截[至止][^,，。;；]{2,30}(?:情况|进展|进度|数据)[^,，。;；]{0,20}(?:如下|通报|公布|公示))"
    r"|^[(（](?=(?:截[至止][^()（）]{2,20}|(?:19|20)\d\d年(?:\d{1,2}月)?[底末])[)）]$)"
)
"""(数据截至4月30日), 现将截至7月31日…进展情况通报如下, and a line that is (截至2017年12月31日)."""
_PUBLISHED = re.compile(
    r"(?:(?:发布|公布|通报|印发|出炉)了?|^关于)《?(?P<name>(?:[^,，。;；《》]{0,12}?)(?:19|20)\d\d[^,，。;；《》]{4,30}(?:快报|公报|统计公告|统计资料|统计数据))"
)
_ACCOUNTS = re.compile(
    r"(?:就|将|把|总结|汇报)(?P<what>[^,，。;；就将把]{2,30}(?:工作|情况)[^,，。;；]{0,12}(?:汇报|报告|总结|通报|述职|回顾|如下))"
)
_REPORTS = re.compile("总结|汇报|报告|情况|回顾|述职|发布会")
"""Titles of papers that account for what was done; a newspaper's feature opens with whatever it likes."""
_AS_FOLLOWS = re.compile(r"如下[。:：]$")
_NOTE = Ahead(r"[(（]?(?:注|说明|备注|附注)[:：]")


def introduced(inherited: Inherited, title: str, body: str, dated_on: date | None) -> Inherited:
    """What the title passes on, with what the introduction says of when things were done and how far figures go."""
    lines = list(_introduction(body))
    reports = _REPORTS.search(title) is not None
    told = (line for line in lines if reports or _AS_FOLLOWS.search(line))
    opening = next(filter(None, (_opening(line, dated_on) for line in told)), None)
    opening = opening or next(filter(None, (_accounted(line, dated_on) for line in lines)), None)
    if opening is not None and nearly_over(inherited.flow, opening.start, dated_on):
        opening = None
    if opening is not None and (inherited.flow is None or _within(opening, inherited.flow)):
        inherited = inherited._replace(flow=opening)
    if published := next(filter(None, (_bulletin(line, dated_on) for line in lines)), None):
        inherited = inherited._replace(stock=published.stock, flow=published.flow)
    notes = (line for line in map(str.strip, body.splitlines()) if _NOTE.match(line, 0))
    day = next(filter(None, (_as_of(line, dated_on) for line in (*lines, *notes))), None)
    if day is None and dated_on is None and inherited.stock is None and inherited.campaign is None:
        first = next(filter(None, map(_undated, lines)), None)
        return inherited if first is None else inherited._replace(stock=Period(first, first, "inherited"))
    return inherited if day is None else as_at(inherited, day)


def _introduction(body: str) -> Iterator[str]:
    """The lines before the first heading and the first figures."""
    for line in body.split("\n", _FIRST)[:_FIRST]:
        line = line.strip()
        if _NUMBERED.match(line) or _TABLE.match(line):
            return
        yield line


def _bulletin(line: str, on: date | None) -> Inherited | None:
    """What a bulletin is of whose publication a report opens with (省教育厅发布2022年教育事业统计快报)."""
    found = _PUBLISHED.search(line)
    named = inherited_from(found["name"], on) if found else None
    return named if named is not None and named.stock is not None else None


def _opens(time: TimeExpression) -> bool:
    """Whether a time is one that an introduction opens with."""
    return time.governs and time.rule.removesuffix(":since") in _OPENS


def leads(paragraph: str, on: date | None) -> Period | None:
    """When the things were done that a list tells of: 会议指出,“十四五”期间成效明显: before its items."""
    if len(paragraph) > _LONGEST or not paragraph.rstrip().endswith(_COLON):
        return None
    times = [t for t in find_times(paragraph, on) if t.governs]
    if len(times) != 1 or not _opens(times[0]) or _DIGIT.search(_without(paragraph, times)):
        return None
    start, end = times[0].period_start, times[0].nominal_end or times[0].period_end
    if start is None or end is None or (on is not None and start > on):
        return None
    return Period(start, end if on is None else min(end, on), "inherited")


def _accounted(line: str, on: date | None) -> Period | None:
    """The time that a speaker accounts for: 我就2023年工作作简要汇报, 现将上半年工作情况报告如下."""
    found = _ACCOUNTS.search(line)
    time = next(iter(find_times(found["what"], on)), None) if found else None
    if time is None or time.start or not _opens(time) or time.period_end is None:
        return None
    start = time.period_start
    return None if on and start and start > on else Period(start, time.period_end, "inherited")


def _opening(line: str, on: date | None) -> Period | None:
    """The time that opens a paragraph without figures, if it is over or goes on up to D."""
    if len(line) < _LEAST or not _SENTENCE.search(line):
        return None
    times = find_times(line, on)
    time = times[0] if times else None
    if time is None or time.start or not _opens(time):
        return None
    if not _AFTER.match(line, time.end) or _DIGIT.search(_without(line, times)):
        return None
    end = time.period_end
    if end is None or (on is not None and time.period_start is not None and time.period_start > on):
        return None
    return Period(time.period_start, end, "inherited")


def _without(line: str, times: list[TimeExpression]) -> str:
    for time in reversed(times):
        line = line[: time.start] + line[time.end :]
    return _NUMBER.sub("", line)


def _within(inner: Period, outer: Period) -> bool:
    """Whether an introduction says more exactly what the title says (今年以来, of 2023年工作总结)."""
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _undated(line: str) -> date | None:
    """The day of the first figures of a page without a date: 至2024学年末,全县有教育机构118家."""
    time = next(iter(find_times(line, None)), None) if line.startswith(("截", "至")) else None
    if time is None or time.start > 1 or time.kind not in ("point", "due"):
        return None
    return time.period_end


def _as_of(line: str, on: date | None) -> date | None:
    """The day that an introduction or a note gives for all figures."""
    found = _AS_OF.search(line)
    times = find_times(line[found.end() : found.end() + 20], on) if found else []
    day = times[0].period_end if times and not times[0].start else None
    return day if day is not None and (on is None or day <= on) else None
