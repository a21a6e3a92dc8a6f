"""What titles and headings say about the numbers below them.

What belongs here: the level, topic, year and day that a title or heading gives what stands below it.  What does not:
finding headings (reading), whether a section plans or reports (outlook).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from edu_pipeline.indicators import level_words
from edu_pipeline.indicators.inherited import Inherited, Period, inherited_from, whole_year
from edu_pipeline.indicators.introduction import introduced, leads
from edu_pipeline.indicators.lexicon import Hit, counted_under, find_words
from edu_pipeline.indicators.markers import CHAPTER, NUMBERED
from edu_pipeline.indicators.outlook import OF_YEAR, PLAN, REPORT, is_item, only_year, section_after
from edu_pipeline.indicators.tales import heads_school
from edu_pipeline.indicators.thread import Section, Thread
from edu_pipeline.indicators.voices import answered
from edu_pipeline.language import foreground
from edu_pipeline.language.gazetteer import Region
from edu_pipeline.language.periods import find_times
from edu_pipeline.language.periods_scan import TimeExpression

_YEARS_LINE = re.compile(r"^\s*[(（](?:19|20)\d\d年?\s?[-—–~至]+\s?(?:19|20)\d\d年?[)）]\s*$", re.M)
_CAMPAIGN = re.compile(r"《[^《》]*[(（](?:19|20)\d\d年?\s?[-—–~至]+\s?(?:19|20)\d\d年?[)）][^《》]*》")


def passed_on(title: str | None, text: str, dated_on: date | None) -> Inherited:
    """What a title, or a plan of several years that the text names, says of its targets and of 规划期 and 攻坚期间.

    The year of a report passes nothing on to facts without a time word: theirs is the document's date.  That of a
    bulletin is the year of its facts and of what happened: it reports on that year, whenever it came out.
    """
    named = inherited_from(title or "", dated_on)
    if named.campaign is None and (campaign := _CAMPAIGN.search(text)):
        named = named._replace(campaign=inherited_from(campaign[0], dated_on).campaign)
    if named.campaign is None and (years := _YEARS_LINE.search(text[:400])):
        named = named._replace(campaign=inherited_from(f"{title}{years[0].strip()}", dated_on).campaign)
    return introduced(named, title or "", text, dated_on)


_FUND = re.compile(
    r"(?:下达|拨付|分配|清算)(?P<what>[^,，。;；《》]{2,40}?(?:补助|专项|奖补|转移支付)[一-鿿]{0,4}(?:经费|资金))[^,，。;；]{0,20}通知"
)


def fund_of(title: str) -> str:
    """What a notice pays out (关于下达2017年城乡义务教育补助经费(第二批)预算的通知) or allots (关于下达2024年高中招生计划的通知): its
    tables give the parts of that."""
    found = _FUND.search(title)
    return f"下达{found['what']}" if found else "招生计划" if _ALLOTS.search(title) else ""


_ALLOTS = re.compile("(?:下达|公布|印发|分配|调整)[^,，。;；]{0,30}招生计划(?!编制|申报|管理|备案)")
_TITLE_VOCATIONAL = re.compile("(?<![在专兼任入述履辞])职教(?![师工员职研])")
_TITLE_RURAL = re.compile("(?:乡村|农村)教师")
_TITLE_MEALS = re.compile("^(?!.*(?:资助|助学|贷款)).*(?:营养(?:改善|餐|膳食|午餐)|蛋奶)")
"""Meals are given to pupils of compulsory schools, where no level is named."""
_MIDDLE = re.compile("中职|中等职业|职业高中|职高|职业中专|中专")
_HIGHER = re.compile("(?<!升入)(?<!考入)(?<!升读)(?:高职院校|高等职业|职业技术学院|高职学院|职业本科)")
"""Schools that a paper speaks of, not those that its graduates go on to."""


def paper_level(title: str, text: str) -> str | None:
    """The level that a title names; of 职教 and 职业教育 the upper secondary one where the text knows no other."""
    level = named_level(title) or ("vocational" if _TITLE_VOCATIONAL.search(title) else None)
    level = level or ("k12" if _TITLE_RURAL.search(title) else None)
    level = level or ("compulsory" if _TITLE_MEALS.search(title) else None)
    level = level or _staff_level(title) or _appraised(title, text) or named_level(answered(title, text))
    if level == "vocational" and _MIDDLE.search(text) and not _HIGHER.search(text):
        return "vocational_upper_secondary"
    return level


_HALVES = re.compile(r"[ \u3000]+")
_EDUCATION = re.compile("教育(?!局|厅|部|体育|集团|联盟)|学校|办学")


def _of_two_matters(title: str) -> bool:
    """镇镇都将有中心幼儿园 某市今年投4.5亿完善教育: a headline of two halves, one of which speaks of all education."""
    halves = _HALVES.split(title.strip())
    levels = [bool(_longest(half)) for half in halves]
    return any(levels) and any(
        not level and len(half) > 6 and _EDUCATION.search(half) is not None
        for half, level in zip(halves, levels, strict=True)
    )


def _staff_level(title: str) -> str | None:
    """中小学幼儿园教师培训: the schools whose teachers a title speaks of."""
    named = {
        h.word.level or "" for h in _longest(title) if _STAFF.match(title, h.end) or h.word.text.endswith(_OF_STAFF)
    }
    return named.pop() if len(named) == 1 and named <= {"k12", "k12_and_pre_primary"} else None


_STAFF = re.compile("(?:新任|骨干|专任)?(?:教师|校长|园长|教职工)")
_OF_STAFF = ("教师", "校长", "园长")
_APPRAISES = re.compile("督导|评估|反馈|核查|复查|验收|答复")
_SUBJECT = re.compile(
    r"(?P<level>义务教育|学前教育|特殊教育)(?:阶段)?(?:优质|基本|普及|均衡|普惠|大班额|学校|发展|、)[^,，。;；]{0,24}?(?:情况|工作|评估|督导|验收)"
)


def _appraised(title: str, text: str) -> str | None:
    """The level that an appraisal looked at, where only its introduction says so."""
    told = {m["level"] for m in _SUBJECT.finditer(text[:600])} if _APPRAISES.search(title) else set()
    return named_level(told.pop()) if len(told) == 1 else None


def paper_topic(title: str) -> str | None:
    """The one topic that a title names."""
    topics = {h.word.topic for h in find_words(title) if h.word.topic}
    return topics.pop() if len(topics) == 1 else None


def _longest(title: str) -> list[Hit]:
    """The words of a title that name levels, without those inside another."""
    found = [h for h in find_words(title) if h.word.level]
    return [h for h in found if not any(o.start <= h.start and h.end <= o.end and o is not h for o in found)]


def named_level(title: str) -> str | None:
    """The one level that a title or caption names; None where it names none or several."""
    levels = set() if _of_two_matters(title) else {h.word.level for h in _longest(title)}
    return levels.pop() if len(levels) == 1 and not levels & {"all", "basic", "k12", "k12_and_pre_primary"} else None


def sectioned(
    heading: str, thread: Thread, dated_on: date | None, stands_on: date | None, title: str | None = None
) -> None:
    """Begin a section: level, topic and day of its heading hold until the next heading, nature and year longer.

    `stands_on`: the day from which the paper looks back and ahead (outlook).  The paper's own `title` opens no section
    that plans or reports: what the paper is, is told by `outlook.plans`.
    """
    hits = list(find_words(heading))
    levels = [h.word.level for h in hits if h.word.level]
    topics = [h.word.topic for h in hits if h.word.topic]
    before = thread.section
    titled = bool(title) and _bare(heading) in _bare(title or "")
    above = _above(heading, before)
    governs = before._replace(nature=before.above[0]) if before.above else before
    nature, same = (None, True) if titled else section_after(heading, governs, stands_on)
    if nature == PLAN and title and _COMPLETION.search(title) and _NAMES_AIMS.search(heading):
        nature = None
    times = find_times(heading, dated_on) if _DATED.search(heading) else []
    year = _year_for(before, nature, same or _halves(times), times, dated_on)
    reported = _reported(heading, times, nature, stands_on, titled)
    as_of = next((t.period_end for t in times if t.rule.endswith(":cutoff")), None)
    thread.section = Section(
        level=(levels[0] if levels and not _of_two_matters(heading) else None) or _of_large_classes(heading),
        topic=topics[-1] if topics and (not titled or len(set(topics)) == 1) else None,
        paper_level=before.paper_level,
        paper_topic=before.paper_topic,
        nature=nature,
        year=year,
        as_of=as_of,
        due=_due_of(heading, before, nature, same, times, stands_on),
        reported=reported or (before.reported if same else None),
        outcome=_outcome(heading, times, stands_on),
        code=_only_code(hits) or counted_under(heading),
        above=() if titled else above,
        named=before.named,
        total=before.total,
        school=not titled and heads_school(heading),
        authority=_OF_AUTHORITY.match(heading) is not None
        or (before.authority and _NUMBERED.match(heading) is not None),
    )


_OF_AUTHORITY = re.compile(r"\s*(?:[【\[]?转[发载][】\]]?)?[一-鿿]{2,20}(?:局|厅|委|委员会|政府|办公室)关于")
"""【转发】某县教育局关于…的通报: a paper of an authority, whosever page shows it."""


_LARGE_CLASSES = re.compile("(?:大班额|大班化)[”’」]?(?:的?(?:问题|情况|工作|任务|攻坚|化解|消除|整治)|$)")


def _of_large_classes(heading: str) -> str | None:
    """一、关于消除大班额问题: classes are called too large in compulsory schools."""
    return "compulsory" if _LARGE_CLASSES.search(heading) and not named_level(heading) else None


def _year_for(
    before: Section, nature: str | None, goes_on: bool, times: list[TimeExpression], dated_on: date | None
) -> int | None:
    """The year that a section reports on or plans for: the one its heading names, else that of the section before where it
    goes on about it, else, of a plan, that of its paper or, late in the year, the next."""
    goes_on = goes_on or nature == before.nature or (nature == REPORT and before.nature is None)
    year = only_year(times) or (before.year if goes_on else None)
    if year is None and nature == PLAN and dated_on is not None:
        return dated_on.year + (1 if dated_on.month > 10 else 0)
    return year


def _due_of(
    heading: str, before: Section, nature: str | None, same: bool, times: list[TimeExpression], on: date | None
) -> Period | None:
    """When what a section plans is due: at the end of the one plan whose aims its heading names, in the year that it
    plans for, else when that of the section before is."""
    if nature != REPORT and _AIMS.search(heading):
        named_plans = [t.nominal_end or t.period_end for t in times if t.rule in ("plan", "plan_name")]
        ends = {end for end in named_plans if end is not None and (on is None or end > on)}
        if len(ends) == 1:
            end = ends.pop()
            return Period(end, end, "inherited")
    named = only_year(times)
    if named and nature == PLAN:
        return whole_year(named)
    return before.due if same or nature == before.nature else None


def _halves(times: list[TimeExpression]) -> bool:
    """下半年工作打算: half of the year that was spoken of."""
    return any(t.rule == "half" for t in times)


def _reported(
    heading: str, times: list[TimeExpression], nature: str | None, on: date | None, titled: bool
) -> Period | None:
    """When the things were done that a numbered section tells of: 二、2018年工作回顾, 一、“十四五”迈上新台阶; one without a
    number where it says that it looks back, and is not the `titled` line of the paper itself."""
    if not titled and (span := _OF_YEARS.search(heading)) and on is not None and int(span["last"]) <= on.year:
        over = min(date(int(span["last"]), 12, 31), on)
        return None if nature == PLAN else Period(date(int(span["first"]), 1, 1), over, "inherited")
    if _NUMBERED.match(heading) is None and (titled or _REVIEWS.search(heading) is None):
        return None
    year = only_year(times)
    if year is not None:
        return whole_year(year) if nature == REPORT else None
    spans = {(t.period_start, t.nominal_end or t.period_end) for t in times if t.rule in _PLANS}
    if nature == PLAN or len(spans) != 1:
        return None
    start, end = spans.pop()
    if on is None or start is None or end is None or start > on:
        return None
    return Period(start, min(end, on), "inherited")


_OF_YEARS = re.compile(
    r"(?<!规划)(?<!计划)(?<!方案)(?<!行动)[(（](?P<first>(?:19|20)\d\d)年?\s?[-—–~～至]+\s?(?P<last>(?:19|20)\d\d)年?[)）]\s*$"
)
"""◆ 民生投入（2013—2017）: the years in which what stands below was done; a plan's are its own."""


def _outcome(heading: str, times: list[TimeExpression], on: date | None) -> Period | None:
    """附:2025年主要指标完成情况: what became of the aims of a year that is over is of that year, rates and counts too."""
    year = only_year(times)
    if year is None or on is None or year >= on.year or _OUTCOME.search(heading) is None:
        return None
    return whole_year(year)


_OUTCOME = re.compile(r"(?:指标|目标|任务|要点|计划)\s?(?:完成|实现|达成)(?:情况|值)|(?:情况|任务)回顾\s*$")
_PLANS = frozenset({"plan", "plan_name", "plan:since"})


def _above(heading: str, before: Section) -> tuple[str | None, ...]:
    """The nature that was before a heading that speaks for itself alone: one of a row of headlines (●某县:…, 【招生】), of
    二、招生计划 of a notice, or of a question (为什么要出台？).

    Other sections go on: behind 三、下一步打算 the fourth one plans as well.
    """
    if _ALONE.match(heading) is None:
        return ()
    return before.above or (before.nature,)


_ALONE = re.compile(r"\s*(?:[●◆■★▲▪◎【\[〖#]|[^,，。]{0,8}(?:招生|招聘)计划\s*$|[^,，。]{0,6}(?:为什么|为何))")
_COMPLETION = re.compile("完成情况|自查|自评|进展|办理情况|落实情况|评估报告")
_NAMES_AIMS = re.compile(r"(?<!下步)(?<!工作)(?<!下一步)(?:目标|任务|目标任务)\s*$")
"""二、市定目标: in a paper on what became of aims, a heading that only names them."""


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


_SPACE = re.compile(r"\s+")


_TAGGED = re.compile(r"\s*[【〖]|\s*〔[一-鿿、]{2,12}〕")


def placed(
    text: str, role: str, before: Section, thread: Thread, home: Region | None, on: date | None
) -> Region | None:
    """The place that a heading or a paragraph is about, and the section below a heading goes on about."""
    if role == "heading" or _TAGGED.match(text):
        place = foreground.of_heading(text, home, on)
        opener = text if place else ""
        if place is None and before.place and not foreground.ends_section(text, before.place_in):
            place, opener = before.place, before.place_in
        total = None if place is None and _NUMBERED.match(text) else thread.section.total
        thread.section = thread.section._replace(place=place, place_in=opener, total=total)
    return thread.section.place or foreground.of_paragraph(text, home, on) or home


_ASKS = re.compile(
    r"\s*(?:[\[【(（]?\d\d[:：]\d\d[\]】)）]?\s*)?(?:【[^【】]{0,16}(?:记者|主持人|提问|网友)】|(?:[一-鿿]{0,12}(?:记者|主持人|网友)|问|Q\d?)\s?[:：]|Q\d{1,2}[ \t\u3000.、]+)[^\d]{4,80}$"
)


def asked(text: str, role: str, thread: Thread) -> None:
    """A question without figures says what its answer speaks of: 【某报记者】课后服务老百姓很关心。"""
    if role == "body" and _ASKS.match(text):
        hits = find_words(text)
        level = hits.levels[0].word.level if hits.levels else None
        code = _only_code(list(hits))
        nature, above = _asked_of(text, thread.section)
        thread.section = thread.section._replace(
            level=level, topic=hits.topic_before(len(text)), code=code, nature=nature, above=above
        )


def _asked_of(question: str, before: Section) -> tuple[str | None, tuple[str | None, ...]]:
    """“十五五”有哪些目标？ plans, for its answer alone: the nature below a question, and the one that was before."""
    governs = before.above[0] if before.above else before.nature
    ahead = _AHEAD_OF.search(question) is not None
    return (PLAN, (governs,)) if ahead else (governs, ())


_AHEAD_OF = re.compile(
    r"(?:有(?:哪些|什么)|[的是])?(?:具体|主要|总体|新的?)?(?:目标|打算)(?:是什么|有哪些|如何)?\s*[?？]\s*$"
)


def listed(text: str, role: str, thread: Thread, on: date | None) -> None:
    """A paragraph that leads to a list gives its items the time of what was done, and the one indicator that it names, until
    one is no item of it."""
    led = leads(text, on) if role == "body" else None
    if led is not None or (thread.section.led is not None and not is_item(text)):
        thread.section = thread.section._replace(led=led)
    named = _NAMES.fullmatch(text) if role == "body" else None
    code = _only_code(list(find_words(named["what"]))) if named else None
    goes_on = is_item(text) or _of_a_level().match(text) is not None
    if code is not None or (thread.section.listed is not None and (named or not goes_on)):
        thread.section = thread.section._replace(listed=code)


@cache
def _of_a_level() -> re.Pattern[str]:
    """幼儿园8716.45元,增长6.03%; a line of a list that has no markers."""
    return re.compile(rf"\s*(?:其中[,，:：]?)?{level_words.alone()}(?:为|是|达到?|[:：])?\s?\d")


_NAMES = re.compile(rf"\s*(?:{NUMBERED})?\s*(?P<what>[^\d。；;:：]{{4,40}})[:：]\s*")
"""2.各级教育生均公用经费支出："""


def _only_code(hits: Sequence[Hit]) -> str | None:
    """The one indicator that a heading names."""
    named = [h for h in hits if h.word.codes and not h.swallowed]
    named = [h for h in named if not any(o.start == h.end for o in named)]  # 各级学校生均公用经费: whose they are
    codes = {h.word.codes[0][0] for h in named if not any(o.start < h.end < o.end for o in named)}
    return codes.pop() if len(codes) == 1 else None


_NUMBERED = re.compile(rf"\s*(?:[【\[〖#]|附[:：件表录]|{NUMBERED}|{CHAPTER})")
"""A section's heading, not the title of the whole paper."""
_REVIEWS = re.compile(r"(?:工作|任务|成绩|成就|发展)回顾\s*$")
_DATED = re.compile('年|截至|截止|五[”"’]')
_AIMS = re.compile("目标|指标|时期(?:主要|重点)?任务")
_OPENING_YEAR = re.compile(
    r"\s*(?:[【〖〔][^】〗〕]{1,12}[】〗〕]\s*)?(20\d\d)年(?:度|以?来)?[,，](?!.{0,30}(?:将|力争|确保))"
)


def year_opened(paragraph: str, thread: Thread, dated_on: date | None) -> None:
    """The year that opens a paragraph is that of 全年 and 年末 from there on; of all below it, where D is unknown and a tag
    begins the section (【教育】2022年,…) or the page introduces a place, up to a heading or the next year."""
    if of := OF_YEAR.match(paragraph):
        named = int(of["year"])
        over = dated_on is not None and named < dated_on.year
        thread.section = thread.section._replace(year=named, outcome=whole_year(named) if over else None)
        return
    if year := opening_year(paragraph, dated_on):
        introduces = _TAGGED.match(paragraph) or thread.section.told or _INTRODUCES.match(paragraph)
        told = whole_year(year) if dated_on is None and introduces else None
        thread.section = thread.section._replace(year=year, told=told)


_INTRODUCES = re.compile(
    r"\s*20\d\d年度?[,，]全[市县区省州旗](?:教育系统)?(?:现|共)?有(?:各级|各类|学校|中小学|小学|幼儿园)"
)
"""2012年,全市共有各级各类学校167所: a page that introduces a place goes on with figures of that year."""


def opening_year(paragraph: str, dated_on: date | None) -> int | None:
    """The year that opens a paragraph, where it is D's or the one before (2019年,面对…); any where D is unknown."""
    found = _OPENING_YEAR.match(paragraph)
    if found is None:
        return None
    if dated_on is None:
        return int(found[1])
    return int(found[1]) if 0 <= dated_on.year - int(found[1]) <= 1 else None
