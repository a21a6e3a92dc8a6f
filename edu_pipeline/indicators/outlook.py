"""Whether a paper, a section or a paragraph tells what was done or says what shall be.

What belongs here: what titles, headings and the openings of paragraphs say about that.  The words are data
(reference/outlook.yaml).  What does not: the kind of one number (kinds), and which period it takes (timing).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from edu_pipeline import reference
from edu_pipeline.indicators.inherited import Inherited, Period, whole_year
from edu_pipeline.indicators.markers import CHAPTER, ITEM, LEAD, NUMBERED, RINGED
from edu_pipeline.indicators.thread import Section, Thread
from edu_pipeline.language.periods import find_times
from edu_pipeline.language.periods_grammar import AIMS
from edu_pipeline.language.periods_scan import TimeExpression

PLAN, REPORT = "plan", "report"


any_of = partial(reference.any_of, "outlook.yaml")
guarded = partial(reference.guarded, "outlook.yaml")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    last = f"|(?:{any_of(name + '_last')})$" if name + "_last" in reference.load("outlook.yaml") else ""
    return re.compile(f"(?:{any_of(name)}){last}")


# ------------------------------------------------------------------------------------------------------- papers
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
    if _pattern("report_titles").search(title) or _CARRIED_OUT.match(title):
        return False
    if _plan_title().search(title):
        return True
    future, done = len(_FUTURE.findall(text)), len(_DONE.findall(text))
    return _pattern("likely_plan_titles").search(title) is not None and future >= 2 * done


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


# ----------------------------------------------------------------------------------------------------- headings
_MARK = rf"\s*(?:[【\[《〖]|{NUMBERED}[)）、.．]*|{CHAPTER})?\s*"
_YEARLY = re.compile(r"(?P<when>今|明|20\d\d)年(?:度|的)?[^,，。]{0,8}(?:安排|任务|目标|工作|要点|重点|思路|计划)")

_ALLOTS = re.compile(r"(?:项目|资金|经费|任务|名额)(?:安排|分配|分解)(?:情况|表|一览表|方案)?$")
"""资金安排, 附表:各乡镇项目安排情况: what is set aside is so in a report and shall be in a plan."""

_FOLLOWS = re.compile("(?:按照|根据|依据|按)(?!要求)")
"""按照全年工作安排: the beginning of a sentence that a page broke, no heading."""


@cache
def _task() -> re.Pattern[str]:
    return re.compile(f"{_MARK}(?:{any_of('tasks')}|以(?!来))")


_SEE_TABLE = re.compile(r"[(（]详?见?[^()（）]{0,4}[附下][件表][^()（）]{0,4}[)）]$")
"""二、目标（见下表）."""
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def nature_of(heading: str, on: date | None) -> tuple[str | None, bool]:
    """plan, report or None (the paper decides), and whether the heading says anything about it.

    `on`: the day the paper stands on.  A heading that is both (总结暨思路, 问题和打算) leaves it to the paper.
    """
    bare = _SEE_TABLE.sub("", heading.strip(" \u3000【】[]〖〗").translate(_WIDE))
    if _ALLOTS.search(bare):
        return None, True
    if _FOLLOWS.match(bare):
        return None, False
    ahead, told = _pattern("foresees").search(bare), _pattern("tells").search(bare)
    if yearly := _YEARLY.search(bare):
        lies = _lies_ahead(yearly["when"], on)
        if lies is True and not (told and told.start() > yearly.start() and told[0] not in ("主要工作", "问题")):
            return PLAN, True
        if lies is False and not ahead:
            return REPORT, True
    if told and (_task().match(bare) or (ahead and told[0] == "主要工作")):
        told = None
    if ahead and told:
        return (REPORT if told.start() > ahead.start() and told[0].endswith("情况") else None), True
    if ahead or told:
        return (PLAN if ahead else REPORT), True
    return None, _pattern("leaves_open").search(bare) is not None


def _lies_ahead(when: str, on: date | None) -> bool | None:
    """Whether a year in a heading is to come for a paper of that day; of its own year the first months decide."""
    if when == "明":
        return True
    if on is None:
        return None
    year = on.year if when == "今" else int(when)
    return on.month <= 4 if year == on.year else year > on.year


# --------------------------------------------------------------------------------------------------- paragraphs
_INLINE = re.compile(
    rf"(?:{_MARK}|\s*◎)(?P<head>[一-鿿〇、和与及]{{2,14}})[。:：]|\s*【(?P<named>计划|目标|打算|安排)】"
)
_SET_OFF = re.compile(r"\s*(?P<head>[^,，。;；:：\s\d]{4,20})[ \u3000]+(?=[一-鿿“][^。]{20})")
"""“十三五”教育发展回顾 截至2020年底,…: a heading that only a blank sets off from its paragraph."""
OF_YEAR = re.compile(r"\s*[【〖](?P<of>(?P<year>20\d\d)年(?:度)?[^】〗]{2,12})[】〗]")
"""【2025年工作回顾】, 【2026年任务】: a tag that says of what year its paragraph tells or plans."""
_GOES_ON = tuple(",，:：")
_DATED = re.compile(
    LEAD + r"(?P<until>到|至)?(?P<when>今|20\d\d)年(?:度|(?P<end>底|末))?(?!以来|来|[^,，。]{0,3}(?:以来|期间))"
)
_SECOND_HALF = re.compile(LEAD + r"(?:今年)?下半年[^,，:：。\d]{0,6}[,，:：]")
_TROUBLES = re.compile(r"[^。;；\d]{0,30}(?:存在|面临|还有)[^。;；\d]{0,20}(?:问题|困难|短板|不足|挑战|差距|薄弱环节)")
_YEARS_WORK = re.compile(r"[的,，]?(?:全[市县区省州旗]|我[市县区局])?的?(?:教育|教育体育)?(?:工作|任务|目标|重点)")
_SINCE = re.compile(
    r"[^,，。;；:：\d]{2,40}(?:实施|召开|启动|开展|推进|成立|颁布|印发|创建|通过)[^,，。;；:：\d]{0,4}以来[,，]"
)
_PASSED = frozenset({"now", "now:held"})


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"{LEAD}(?:据(?:介绍|悉|了解)[,，])?(?:{any_of('opens_ahead')})[^,，:：。\d]{{0,6}}[,，:：]")


@cache
def _turn() -> re.Pattern[str]:
    words = [w for w in reference.words("outlook.yaml", "opens_ahead") if not w.startswith(("未来", "展望"))]
    works = rf"(?:[我全][市县区州旗])?(?:还?[将要]|计划|拟|着力|重点)?(?:{any_of('planned_works')})"
    return re.compile(rf"[。；;!！]\s*(?:{reference.alternation(words)})(?:[^,，:：。\d]{{0,6}}[,，:：]|(?={works}))")


def turns_ahead(
    paragraph: str, times: Sequence[TimeExpression] = (), on: date | None = None, plan: bool = False
) -> int | None:
    """Where a paragraph that tells what is so turns to what shall be: at a sentence that opens with 下一步, in a plan
    also with a day to come (到2025年).
    """
    found = _turn().search(paragraph)
    turns = [found.end()] if found else []
    if plan and on is not None:
        turns += [t.start for t in times if t.kind == "due" and _opens_to_come(paragraph, t, on)][:1]
    return min(turns, default=None)


def turned(paragraph: str, start: int, end: int) -> bool:
    """Whether a paragraph turns to what shall be between two places: 目前…；下一步新建5所."""
    return _turn().search(paragraph, start, end) is not None


def _opens_to_come(paragraph: str, time: TimeExpression, on: date) -> bool:
    end = time.nominal_end or time.period_end
    return end is not None and end > on and _UNTIL.search(paragraph, max(0, time.start - 3), time.start) is not None


_UNTIL = re.compile(r"[。；;]\s?[到至]$")


@cache
def _modal() -> re.Pattern[str]:
    return re.compile(f"(?!{any_of('modals_not')})(?<![即需主重必首概纲现])(?:{any_of('modals')})")


def is_item(paragraph: str) -> bool:
    """Whether a paragraph is an item of a list."""
    return ITEM.match(paragraph) is not None


def opened(paragraph: str, thread: Thread, on: date | None, plan: bool) -> None:
    """What a paragraph's opening says of it, and of the list that it opens, until a paragraph is no item of it."""
    section = thread.section._replace(opened_at=0)
    item = ITEM.match(paragraph)
    sort = _sort(item[0]) if item else ""
    if not section.holds or not item or (sort and sort == section.opened_by):
        section = section._replace(opened=None, opened_due=None, holds=False)
    planned = section.nature == PLAN or (plan and not section.nature)
    first = _first_due(paragraph, on)
    opening = _list_due(paragraph, on) or first or _opening(paragraph, on, planned) or _list_opened(paragraph)
    if opening is not None:
        sort = "" if first else sort
        leads_on = paragraph.rstrip().endswith(_GOES_ON)
        listing = opening.nature == PLAN and _FIRST_OF_LIST.search(paragraph) is not None
        holds = opening.holds or listing or (leads_on and not (plan and _LAYS_DOWN.search(paragraph)))
        section = section._replace(
            opened=opening.nature, opened_due=opening.due, holds=holds, opened_by=sort, opened_at=opening.at
        )
    thread.section = section


_FIRST_OF_LIST = re.compile(r"[。:：]\s*一是(?!否)")
"""四、下一步。一是…;三是….: a list that the next paragraph may go on with (四是…)."""


def _sort(marker: str) -> str:
    """What sort of list marker this is: what 6、 opens is over at 7、, and goes on at —— or (1)."""
    return _COUNTER.sub("0", marker.strip())


_COUNTER = re.compile(rf"[一二三四五六七八九十]+|\d+|{RINGED}")


_LAYS_DOWN = re.compile(
    r"(?:提出|制定|出台|采取|明确)[^。；;,，]{0,6}(?:如下|以下)[^。；;]{0,4}(?:措施|意见|举措|任务|要求|方案)[^。；;]*[:：]\s*$"
)
"""近年来…。为…,提出如下措施: what follows is what the paper lays down, though its introduction looks back."""


class _Opening(NamedTuple):
    """The nature that a paragraph's first words give it, the year its targets are of, whether a list holds both, and where in
    the paragraph it begins."""

    nature: str
    due: Period | None = None
    holds: bool = False
    at: int = 0


def _list_due(paragraph: str, on: date | None) -> _Opening | None:
    """到2027年, at the end of a paragraph is the due day of the list that follows."""
    if "目标" in paragraph and (aims := _AIMS_OF.search(paragraph)):
        last = date(int(aims[1]), 12, 31)
        if on is not None and last < on:
            return None
        rest = paragraph[aims.end() :]
        return _Opening(PLAN, Period(last, last, "inherited"), not rest.strip() or is_item(rest), aims.end())
    if "到" not in paragraph or not paragraph.rstrip().endswith(_GOES_ON):
        return None
    dues = [t for t in find_times(paragraph, on) if t.kind == "due" and t.period_end is not None]
    if not dues or (on is not None and (dues[-1].period_end or on) < on):
        return None
    return _Opening(PLAN, Period(dues[-1].period_start, dues[-1].period_end, "inherited"), True)


_FIRST_DUE = re.compile(LEAD + r"[^,，。;；\d]{0,4}[到至](?P<year>20\d\d)年(?:年?底|末)?[,，]")


def _first_due(paragraph: str, on: date | None) -> _Opening | None:
    """→ 到2027年，…； the first item of a list that is one sentence says when the others are due as well."""
    item = is_item(paragraph) and paragraph.rstrip().endswith(("；", ";"))
    first = _FIRST_DUE.match(paragraph) if item else None
    if first is None or (on is not None and int(first["year"]) < on.year):
        return None
    last = date(int(first["year"]), 12, 31)
    return _Opening(PLAN, Period(last, last, "inherited"), True)


_AIMS_OF = re.compile(rf"(20\d\d)年{AIMS}(?!\d+(?:\.\d+)?\s?(?![\d.．、)）]))")
"""附：某某计划2025年目标值（部分）——: the aims of that year; 2025年目标：95% is one aim, 目标：1.… opens a list."""


@cache
def _list_of_facts() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('lists_of_facts')})[:：]$")


@cache
def _list_of_tasks() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('lists_of_tasks')})[:：]$")


def _list_opened(paragraph: str) -> _Opening | None:
    """取得明显成效: opens a list of facts, 要抓好以下工作: one of tasks, whatever the section is."""
    line = paragraph.rstrip()
    if line[-1:] not in (":", "："):
        return None
    last = re.split("[。!！?？]", line)[-1]
    if _list_of_facts().search(last):
        return _Opening(REPORT, None, True)
    if _list_of_tasks().search(last) and _modal().search(last) and not _DID.search(last):
        return _Opening(PLAN, None, True)
    return None


_DID = re.compile("[了已过]")


def _opening(paragraph: str, on: date | None, plan: bool) -> _Opening | None:
    inline = _INLINE.match(paragraph)
    if inline and inline["named"]:
        return _Opening(PLAN)
    if (tag := OF_YEAR.match(paragraph)) and (nature := nature_of(tag["of"], on)[0]):
        return _Opening(nature, whole_year(int(tag["year"])) if nature == PLAN else None)
    if inline and ITEM.match(paragraph):
        nature, said = nature_of(inline["head"], on)
        if said and nature is not None:
            return _Opening(nature)
    if (apart := _SET_OFF.match(paragraph)) and (nature := _named_last(apart["head"], on)):
        return _Opening(nature)
    if plan and _TROUBLES.match(paragraph):
        return _Opening(REPORT)
    if on is not None and 6 <= on.month <= 8 and _SECOND_HALF.match(paragraph):
        return _Opening(PLAN, Period(date(on.year, 7, 1), date(on.year, 12, 31), "inherited"), True)
    if _ahead().match(paragraph):
        return _Opening(PLAN, _whole(on.year + 1 if on is not None and "明年" in paragraph[:8] else None), True)
    dated = _DATED.match(paragraph)
    if dated:
        year = int(dated["when"]) if dated["when"] != "今" else on.year if on else None
        modal = _modal().search(paragraph[dated.end() : dated.end() + 24].split("。")[0])
        if modal is None and on is not None and on.month <= 6:
            modal = _YEARS_WORK.match(paragraph, dated.end())
        ahead = year is not None and on is not None and year > on.year
        if ahead or (modal and (year is None or on is None or year >= on.year)):
            last = date(year, 12, 31) if year is not None and (dated["until"] or dated["end"]) else None
            return _Opening(PLAN, Period(last, last, "inherited") if last else _whole(year), True)
    return _Opening(REPORT) if plan and _looks_back(paragraph, on) else None


def _named_last(head: str, on: date | None) -> str | None:
    """The nature of a heading whose last word gives it one."""
    last = any(m.end() == len(head) for name in ("tells", "foresees") for m in _pattern(name).finditer(head))
    return nature_of(head, on)[0] if last else None


def _looks_back(paragraph: str, on: date | None) -> bool:
    """Whether a paragraph of a plan opens with a time that is over, or with today, and a comma, and intends nothing."""
    lead = re.match(LEAD, paragraph)
    start = lead.end() if lead else 0
    if _SINCE.match(paragraph, start):
        return True
    head = paragraph[start : start + 160].split("。")[0]
    if on is None or _modal().search(head):
        return False
    first = next(iter(find_times(paragraph[start : start + 40], on)), None)
    if first is None or first.start > 2 or first.rule.startswith("reported"):
        return False
    if paragraph[start + first.end : start + first.end + 1] not in (",", "，"):
        return False
    if first.rule.endswith(":since") and first.period_start is not None:
        return first.period_start.year < on.year
    if first.rule in _PASSED or first.rule.endswith((":cutoff", ":since")) or first.kind == "vague":
        return True
    end = first.nominal_end or first.period_end
    return first.governs and end is not None and end < on and end.year < on.year + (first.kind != "due")


def _whole(year: int | None) -> Period | None:
    return None if year is None else whole_year(year)


def section_after(heading: str, before: Section, on: date | None) -> tuple[str | None, bool]:
    """The nature of the section under a heading, and whether it is still that of the section before."""
    nature, said = nature_of(heading, on)
    return (nature, False) if said else (before.nature, True)
