"""Dates in the head and the foot of a page that no label names: a newspaper's line, the line of a printer, a lone date.

What belongs here: which short line around a text says when it was made.  What does not: labelled dates, the lines
under a title and signatures (frontmatter), reading one date (dates).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from edu_pipeline.reading.dates import ADDRESS, DATE, lone_date, lone_month, read_date
from edu_pipeline.reading.lines import STOPS
from edu_pipeline.reading.model import Part
from edu_pipeline.reading.words import DIGIT

_HEAD, _FOOT = 14, 6
_LONGEST = 70
_PROSE = re.compile(
    rf"[{STOPS}]|起|止|截至|至(?!今)|以前|之前|(?<!当)前(?!言)|以来|期间|召开|举行|举办|会议|通过|修订|修正|施行|实施|有效|开学|开幕|开馆|放假|活动|录取|成立|建[校成立]|出生|报名|考试(?!报)|上一篇|下一篇|附件"
)


_WIRE = re.compile(rf"[^。,，;；\d]{{0,16}}{DATE.pattern}\s?(?:电|讯)(?![话子影视])")
_WIRED = re.compile(
    rf"[^。,，;；\d]{{0,12}}(?:[电讯]|消息)[】\]]?\s?(?:[（(][^()（）]{{2,40}}[)）])?\s?{DATE.pattern}(?![日号起止至前])"
)
_PUBLISHED = re.compile(rf"[>\s]*(?:发布|发表|刊发|更新)于\s?{DATE.pattern}")
_TALK = re.compile(rf"(?:访谈|直播|采访|专访|录制|答复|回复|办复)(?:时间|日期)\s?[:：]\s?{DATE.pattern}")
_HELD_ON = re.compile(
    rf"(?<![一-鿿])(?:(?:会议|发布|召开|举行)?时间)\s?[:：]\s?{DATE.pattern}(?!\s?[日号]?[起止至到前])[^。]{{0,24}}(?:地点|主持人?|发布人|嘉宾)\s?[:：]"
)
"""时间:2021年3月5日 10:00　地点:某某厅: of a conference or talk whose record the page is."""
_UPDATED = re.compile(rf"(?:内容|信息|数据|资料|栏目|本页|页面|最近|最后)更新(?:至|到|于)\s?{DATE.pattern}")
_CLOSES = re.compile(rf"[。！!]\s?[（(]\s?{DATE.pattern}\s?[)）]$")
_PRINTED = re.compile(rf"{DATE.pattern}\s?印发$")


def wire_date(parts: Sequence[Part]) -> date | None:
    """新华社兰州2024年9月6日电, 本报讯(记者某某)2022年6月5日, 发布于2024-09-06, 访谈时间:2018年8月24日: a whole date that
    opens the first paragraphs, or closes one in brackets (an editor's note)."""
    for part in parts[:_HEAD]:
        found = next(filter(None, (p.match(part.text) for p in (_WIRE, _WIRED, _PUBLISHED))), None)
        found = (
            found
            or _TALK.search(part.text)
            or _HELD_ON.search(part.text)
            or _UPDATED.search(part.text)
            or _CLOSES.search(part.text)
        )
        if found:
            return read_date(found[0])
        if part.role == "body" and len(part.text) > _LONGEST:
            return None
    return None


_HANDED_ON = re.compile(rf"[^。]*[。][^。，,]{{2,20}}(?:局|厅|委|委员会|政府|办公室)[，, ]?\s?(?:{DATE.pattern})[。]?")


def handed_on(parts: Sequence[Part]) -> date | None:
    """请遵照执行。某市教育局,2022年8月10日。: a notice signed in its own line, before the paper that it hands on."""
    return next((read_date(p.text) for p in parts[:_HEAD] if len(p.text) <= 120 and _HANDED_ON.fullmatch(p.text)), None)


def head_date(parts: Sequence[Part]) -> date | None:
    """The date of a line before the text proper: 2022年09月09日　第03版:要闻; 某县教育局 2016-03-04 浏览:12."""
    for part in parts[:_HEAD]:
        if part.role == "body" and (len(ADDRESS.sub("", part.text)) > _LONGEST or part.text[-1] in STOPS):
            return None
        if found := _only(part):
            return found
    return None


def foot_date(parts: Sequence[Part]) -> date | None:
    """The date of a line after the text: 某市教育局办公室 2021年4月6日印发."""
    for part in reversed(parts[-_FOOT:]):
        if part.role == "body" and len(part.text) > _LONGEST:
            return None
        if _LISTED.match(part.text):
            continue
        if found := _only(part) or _printed(part):
            return found
    return None


_LISTED = re.compile(r"(?:[-–·•■◆]|>{1,2})\s?[^。]{8,}")
"""- 2025-01-15 某路公交怎么走: a page in a list of others."""


def _printed(part: Part) -> date | None:
    """抄送:县政府办。 2021年4月6日印发."""
    found = _PRINTED.search(part.text) if len(part.text) <= _LONGEST else None
    return read_date(found[0]) if found else None


def inner_date(parts: Sequence[Part]) -> date | None:
    """The one date that stands alone on its line below a paragraph: a notice signed before the paper it hands on."""
    first = next((i for i, part in enumerate(parts) if part.role == "body"), len(parts))
    found = [on for part in parts[first + 1 :] if part.text[:1] not in "(（" and (on := lone_date(part.text))]
    return found[0] if len(found) == 1 else None


_NOTICE = re.compile(
    rf"(?:公示|(?:公开)?征求意见)(?:的?起止)?(?:时间|期限?|日期)\s?(?:[:：为是自从]|自即日起?)?\s?(?:{DATE.pattern})(?!\s?[日号前止截])"
)


def notice_date(parts: Sequence[Part]) -> date | None:
    """The first day on which a notice or a draft is put up to be seen: 公示期2024年10月9日至10月15日, 征求意见时间:…."""
    shown = (p.text for p in parts if "公示" in p.text or "征求意见" in p.text)
    return next((read_date(m[0]) for text in shown if (m := _NOTICE.search(text))), None)


_MONTH_DAY = rf"(?P<m>{DIGIT}{{1,2}})月(?P<d>{DIGIT}{{1,2}})日"
_FILED = re.compile(
    rf"\s*(?:[（(【]?(?:本报|本网|本刊|本站|[一-鿿]{{1,6}}(?:社|网|报|台|客户端|发布))[一-鿿]{{0,6}}|[一-鿿]{{2,5}})\s?"
    rf"(?:{_MONTH_DAY}\s?[电讯消]"
    rf"|[电讯][)）】\]]?\s?(?:[（(][^()（）]{{2,20}}[)）])?\s?(?P<m2>{DIGIT}{{1,2}})月(?P<d2>{DIGIT}{{1,2}})日(?![起至前]))"
)
_TOLD = re.compile(
    rf"(?<![到于由从比较自—–\-~～])(?<!(?<!截)至)(?<!力争)(?<!预计)(?<!计划)(?<!{DIGIT})(?P<year>20{DIGIT}{{2}})年"
    rf"(?!度?(?:以来|起|[—–\-~～至到])|底?(?:以?前|将|计划|拟)|{DIGIT}{{1,2}}月{DIGIT}{{1,2}}日前)"
)
"""A year that a report speaks of as over or going on: not the first of a span, one compared with, or one that is due."""
_SINCE = re.compile(rf"(?<!{DIGIT})(?P<year>20{DIGIT}{{2}})年以来")
_NEXT = re.compile(rf"(?<!{DIGIT})(?P<year>20{DIGIT}{{2}})年(?:将|计划|拟)")
_MEETS = re.compile("召开|举行|举办|发布会|座谈会|现场会|推进会")
_HELD = re.compile(
    rf"\s*(?:(?P<year>20{DIGIT}{{2}})年)?{_MONTH_DAY}(?:上午|下午|晚)?(?:{DIGIT}{{1,2}}(?:时|点|[:：]{DIGIT}{{2}}))?[,，]"
    r"[^。]{0,40}?(?:召开|举行|举办)"
)
"""The day of the event that a report's title tells of opens the report."""
_SESSION = re.compile(
    rf"\s*{_MONTH_DAY}(?:上午|下午|晚)?[,，]"
    r"[^。,，\d]{0,30}(?:人大|政协|人民代表大会|常委会|常务会议|全会)[^。,，\d]{0,18}(?:召开|举行|举办|开幕)"
)
"""The first sentence tells of the session of a congress or council: the page reports from it."""
_DAY_ALONE = re.compile(rf"\s*{_MONTH_DAY}\s*")
_LOOKS_BACK = re.compile(r"“?十(?P<plan>[一二三四五])五”?[^。,，;；]{0,20}(?:成就|收官|成果|总体达成|圆满完成)")
_FIVE_YEARS = re.compile("五年来|五”期间|五”以来")
_PLANS = "一二三四五"
_RUNS = re.compile(r"“?十(?P<plan>[一二三四五])五”?以来")
_PLANNED = re.compile(r"“?十(?P<plan>[一二三四五])五”?(?:时期|期间)?[,，]?[^。,，;；]{0,12}?(?:将|计划|拟)")
_PAPER = re.compile(
    rf"(?:方案|规划|计划)[(（](?P<year>20{DIGIT}{{2}})年?\s?[—–\-~～至到]\s?20{DIGIT}{{2}}年?[)）](?=[》”]?[,，])"
)
"""根据《某某行动计划(2024—2026年)》,: a plan by which something is done, so that its first year has begun."""
_SEEN = re.compile(
    rf"(?:^|[。！!”\s]){_MONTH_DAY}(?:上午|中午|下午|傍晚|晚)?[,，](?:本报|本网)?记者(?:在|走进|来到|从)"
)
"""The day on which a reporter saw or heard what the first paragraphs tell."""
_SUMMER, _AUTUMN = 6, 9


def filed_date(parts: Sequence[Part], title: str | None) -> date | None:
    """The day a report was filed (本报8月22日讯), in the last year that its title or text tells of.

    Where it tells of none: in the year since which it speaks, or, filed late in a year, the one before that it plans; else
    in the first year of the plan that it goes by.
    """
    held = _HELD if _MEETS.search(title or "") else _FILED
    filed = next((m for p in parts[:_HEAD] if (m := _FILED.match(p.text) or held.match(p.text))), None)
    filed = filed or _seen(parts) or _in_session(parts)
    if filed is None:
        return None
    stated = {name[:1]: int(n) for name, n in filed.groupdict().items() if n}
    month, day = stated["m"], stated["d"]
    text = "\n".join([title or "", *(p.text for p in parts)])
    told, since, coming = ({int(m["year"]) for m in p.finditer(text)} for p in (_TOLD, _SINCE, _NEXT))
    if month >= _SUMMER:
        told |= _years_of_plans(text)
    later = told and since and max(since) > max(told)  # told of 2015, and of what was done since 2016: of which year?
    year = (
        stated.get("y")
        or (0 if later else max(told | since, default=0))
        or (min(coming) - (month >= _AUTUMN) if coming else 0)
        or max((int(m["year"]) for m in _PAPER.finditer(text)), default=0)
    )
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _seen(parts: Sequence[Part]) -> re.Match[str] | None:
    """11月8日,记者在该校看到: the day of a report that says it is one, where its first paragraphs name no other."""
    head = [p.text for p in parts[:_HEAD] if p.role == "body"][:2]
    found = [m for text in head for m in _SEEN.finditer(text)]
    return found[0] if len(found) == 1 else None


def _in_session(parts: Sequence[Part]) -> re.Match[str] | None:
    """8月2日,某市人大常委会会议召开: as the first sentence of the text; a line of the head that is only 1月24日."""
    head = [p.text for p in parts[:_HEAD]]
    first = next((p.text for p in parts[:_HEAD] if p.role == "body" and len(p.text) > _DAY), "")
    alone = [m for text in head if (m := _DAY_ALONE.fullmatch(text))]
    return _SESSION.match(first) or (alone[0] if len(alone) == 1 else None)


_DAY = 8
"""No line so short is the first sentence."""


def _years_of_plans(text: str) -> set[int]:
    """The last year of the five-year plan that a report looks back on as a whole (“十四五”教育发展成就: 2025), or that still
    runs (“十四五”以来) while the next one is being planned (“十五五”时期,计划)."""
    if _FIVE_YEARS.search(text) is None:
        return set()
    running = {m["plan"] for m in _RUNS.finditer(text)}
    planned = {_PLANS[i] for m in _PLANNED.finditer(text) if (i := _PLANS.index(m["plan"]) - 1) >= 0}
    over = {m["plan"] for m in _LOOKS_BACK.finditer(text)} | (running & planned)
    return {2010 + 5 * _PLANS.index(plan) for plan in over}


def month_date(parts: Sequence[Part]) -> date | None:
    """The last day of a month that stands alone in the head or the foot."""
    around = [*parts[:_HEAD], *parts[-_FOOT:]] if len(parts) > _HEAD else parts
    return next((on for part in around if (on := _month(part.text))), None)


def _month(text: str) -> date | None:
    """The month of a line that holds nothing else, or stands behind a label or the name of an authority."""
    found = None if len(text) > 40 else _LABELLED_MONTH.fullmatch(text.strip()) or _AGENCY_MONTH.fullmatch(text)
    return lone_month(found["month"] if found else text)


_LABELLED_MONTH = re.compile(
    r"[【\[(（]?(?:更新|发布|填报|成文|填表|制表)(?:时间|日期)\s?[:：]\s?(?P<month>(?:19|20)\d\d年\d{1,2}月)[】\])）]?"
)
_AGENCY_MONTH = re.compile(
    r"[(（]?[一-鿿]{3,20}(?:局|厅|委|委员会|政府|办公室|部|处)[\s\u3000]*(?P<month>(?:19|20)\d\d年\d{1,2}月)[)）]?"
)
"""(张掖市教育局 2025年3月)."""


def _only(part: Part) -> date | None:
    """The date of a short line that is no prose and names no other."""
    text = ADDRESS.sub("", part.text)
    if len(text) > _LONGEST or part.role == "caption":
        return None
    found = DATE.findall(text)
    rest = DATE.sub("", text)
    return read_date(text) if len(found) == 1 and not _PROSE.search(rest.replace("印发", "")) else None
