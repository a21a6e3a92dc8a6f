"""What titles and headings say about the numbers below them.

What belongs here: whether a paper plans or reports, and the level and topic that a heading gives its section.  What
does not: finding headings (reading).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from edu_pipeline.indicators.inherited import Inherited, Period, inherited_from
from edu_pipeline.indicators.lexicon import Hit, find_words
from edu_pipeline.indicators.measures import one_of
from edu_pipeline.indicators.thread import Section, Thread
from edu_pipeline.language.periods import TimeExpression, find_times


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(one_of("plan_titles"))


@cache
def _report() -> re.Pattern[str]:
    return re.compile(one_of("report_titles"))


def plans(title: str | None, text: str) -> bool:
    """Whether a paper states what shall be: its title names a plan and no report, and it speaks in the future."""
    if not title or not _plan().search(title) or _report().search(title):
        return False
    done = len(re.findall(r"已(?:经)?(?:建|完|达|实|新)|累计|截至|较上年|同比", text))
    future = len(re.findall(r"确保|力争|到20\d\d年|达到|加强|推进|落实|建立", text))
    return future >= 2 * done


_YEARS_LINE = re.compile(r"^\s*[(（](?:19|20)\d\d年?\s?[-—–~至]+\s?(?:19|20)\d\d年?[)）]\s*$", re.M)
_CAMPAIGN = re.compile(r"《[^《》]*[(（](?:19|20)\d\d年?\s?[-—–~至]+\s?(?:19|20)\d\d年?[)）][^《》]*》")


def passed_on(title: str | None, text: str, dated_on: date | None) -> Inherited:
    """What a title, or a plan of several years that the text names, says of its targets and of 规划期 and 攻坚期间.

    The year of a bulletin or report passes nothing on to facts without a time word: theirs is the document's date.
    """
    named = inherited_from(title or "", dated_on)
    if named.campaign is None and (campaign := _CAMPAIGN.search(text)):
        named = replace(named, campaign=inherited_from(campaign[0], dated_on).campaign)
    if named.campaign is None and (years := _YEARS_LINE.search(text[:400])):
        named = replace(named, campaign=inherited_from(f"{title}{years[0].strip()}", dated_on).campaign)
    return replace(named, actual=None)


_REPORTS = re.compile(
    r"(?:现有|发展|工作|改革|办学)基础|基础(?:$|[与和及、])|现状|成就|(?:成效|成绩)(?:$|[与和及、(（])|回顾|问题|形势|总结|完成情况|工作情况|进展情况|主要工作|取得"
)
_TASKS = re.compile(
    r"\s*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?\s*)?(?:着力|进一步|持续|全面|大力|切实)?(?:提升|强化|提高|增强|夯实|筑牢|打牢|破解|解决|聚焦|化解|补齐|以(?!来))"
)
_AHEAD = re.compile(
    r"打算|工作思路|工作计划|下一?步|工作展望|(?:工作|发展|总体|主要|具体)目标|(?:20\d\d|明)年[^,，]{0,6}(?:安排|任务|目标|工作重点|重点工作)"
)
_MEASURES = re.compile("任务|举措|措施|安排|指标|重点|保障|要求|原则")


_TITLE_VOCATIONAL = re.compile("(?<![在专兼任入述履辞])职教(?![师工员职研])")
_MIDDLE = re.compile("中职|中等职业|职业高中|职高|职业中专|中专")
_HIGHER = re.compile("高职院校|高等职业|职业技术学院|高职学院|职业本科")


def paper_level(title: str, text: str) -> str | None:
    """The level that a title names; of 职教 and 职业教育 the upper secondary one where the text knows no other."""
    level = named_level(title) or ("vocational" if _TITLE_VOCATIONAL.search(title) else None)
    if level == "vocational" and _MIDDLE.search(text) and not _HIGHER.search(text):
        return "vocational_upper_secondary"
    return level


def named_level(title: str) -> str | None:
    """The one level that a title or caption names; None where it names none or several."""
    found = [h for h in find_words(title) if h.word.level]
    longest = [h for h in found if not any(o.start <= h.start and h.end <= o.end and o is not h for o in found)]
    levels = {h.word.level for h in longest if not h.inner}
    return levels.pop() if len(levels) == 1 and not levels & {"all", "basic", "k12", "k12_and_pre_primary"} else None


def sectioned(heading: str, thread: Thread, dated_on: date | None) -> None:
    """Begin a section: level, topic and day of its heading hold until the next heading, nature and year longer."""
    hits = list(find_words(heading))
    levels = [h.word.level for h in hits if h.word.level]
    topics = [h.word.topic for h in hits if h.word.topic]
    before, nature = thread.section, thread.section.nature
    if _AHEAD.search(heading):
        nature = "plan"
    elif _REPORTS.search(heading) and not _TASKS.match(heading):
        nature = "report"
    elif _MEASURES.search(heading):
        nature = None
    times = find_times(heading, dated_on) if _DATED.search(heading) else []
    named = _only_year(times)
    year = named or (before.year if nature == before.nature else None)
    due = before.due if nature == before.nature and not before.listed else None
    if named and nature == "plan":
        due = Period(date(named, 1, 1), date(named, 12, 31), "inherited")
    if year is None and nature == "plan" and dated_on is not None:
        year = dated_on.year + (dated_on.month > 10)
    as_of = next((t.period_end for t in times if t.rule.endswith(":cutoff")), None)
    thread.section = Section(
        levels[0] if levels else None, topics[-1] if topics else None, before.paper_level, nature, year, as_of, due,
        code=_only_code(hits),
    )  # fmt: skip


def _only_code(hits: Sequence[Hit]) -> str | None:
    """The one indicator that a heading names."""
    codes = {h.word.codes[0][0] for h in hits if h.word.codes and not h.swallowed}
    return codes.pop() if len(codes) == 1 else None


_ITEM = re.compile(r"\s*(?:[—–\-·●•■◆★▲]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[一二三四五六七八九十]是)")
_GOES_ON = re.compile(r"[,，:：]\s*$")


def listed(paragraph: str, thread: Thread, dated_on: date | None) -> None:
    """到2027年, at the end of a paragraph is the due day of the list that follows, until a paragraph is no item."""
    section = thread.section
    if _GOES_ON.search(paragraph) and "到" in paragraph:
        dues = [t for t in find_times(paragraph, dated_on) if t.kind == "due" and t.period_end is not None]
        if dues and (dated_on is None or (dues[-1].period_end or dated_on) >= dated_on):
            due = Period(dues[-1].period_start, dues[-1].period_end, "inherited")
            thread.section = replace(section, due=due, listed=True)
    elif section.listed and not _ITEM.match(paragraph):
        thread.section = replace(section, due=None, listed=False)


_DATED = re.compile("年|截至|截止")
_OPENING_YEAR = re.compile(r"\s*(20\d\d)年(?:度|以?来)?[,，](?!.{0,30}(?:将|力争|确保))")


def _only_year(times: Sequence[TimeExpression]) -> int | None:
    """The year that a title or heading names, if it names one alone."""
    years = {t.period_start.year for t in times if t.rule in ("year", "this_year") and t.period_start is not None}
    return years.pop() if len(years) == 1 and not any(t.rule == "years" for t in times) else None


def reported_year(title: str | None, dated_on: date | None) -> int | None:
    """The year that a title names (2019年统计公报, 2024年工作要点): 全年 and 年末 are of it."""
    return _only_year(find_times((title or "").replace("《", " ").replace("》", " "), dated_on))


def opening_year(paragraph: str, dated_on: date | None) -> int | None:
    """The year that opens a paragraph, where it is D's or the one before (2019年,面对…)."""
    found = _OPENING_YEAR.match(paragraph)
    if found is None or dated_on is None:
        return None
    return int(found[1]) if 0 <= dated_on.year - int(found[1]) <= 1 else None
