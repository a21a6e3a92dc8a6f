"""The place that a heading or the opening of a paragraph puts before the article's own, and the day of its news.

What belongs here: sections and paragraphs about one place within the article's home (▍谯城区:…, 利川市今年…), and news of
another place or day that a paragraph goes over to (山东:…, 又讯…, (2019-12-25)…).  What does not: which place one number is about
(place_scope), sections that are articles of their own (reading.articles).
"""

from __future__ import annotations

import re
from datetime import date

from edu_pipeline.language import gazetteer
from edu_pipeline.language.gazetteer import Region
from edu_pipeline.language.periods import find_times
from edu_pipeline.language.places import PlaceMention, begins_with_place, find_places, is_place
from edu_pipeline.reading.lines import DAY_APART, LISTED

_MARK = re.compile(
    r"(?:[—–-]{2,}\s?\d{1,2}\s?[—–-]{2,}|[\s#*>▍▌▎■□◆◇●○▲△★☆▶►•·—–-]|[(（](?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?[)）]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s?|第[一二三四五六七八九十]{1,3}[章节部分篇]{1,2})*"
)
_TAG = re.compile(r"[【\[〖](?P<inner>[^】\]〗]{1,12})[】\]〗]\s*")
_CLOSED = re.compile(
    r"\s*(?:$|[:：|｜(（—–\-·\s]|(?:教育局|教体局|教育体育局|教育和体育局|教育科技局|人民政府|县委|区委|市委)(?:$|[:：\s]))"
)
_GOES_ON = re.compile(r"[、和与及等]|以及|(?:召开|举行|举办|承办)|(?:[一二三四五六七八九十两几多\d]+[个县市区])")
_SUBORDINATE = re.compile(r"\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．)）]|[①-⑳])")
_HEAD = 40


def of_heading(heading: str, home: Region | None, on: date | None = None) -> Region | None:
    """The place within `home` that a heading names, alone or before what it tells of it."""
    text = heading[_MARK.match(heading).end() :]  # type: ignore[union-attr]
    if tag := _TAG.match(text):
        text = tag["inner"] + ":" if _opening(tag["inner"], home, on) else text[tag.end() :]
    mention = _opening(text, home, on)
    if mention is None:
        return None
    told = _CLOSED.match(text, mention.end) or (mention.kind == "full" and _HEADLINE_OF.match(text, mention.end))
    return mention.region if told else None


_HEADLINE_OF = re.compile(r"“[^”]{2,12}”[^,，。;；:：\d]{4,30}$")
"""吴起县“三个到位”守护学生餐桌: the headline of a report from a county, on the page of its city."""


def ends_section(heading: str, opener: str) -> bool:
    """Whether a heading ends what another began: not one of the parts below it."""
    return _SUBORDINATE.match(heading) is None or _SUBORDINATE.match(opener) is not None


def of_paragraph(paragraph: str, home: Region | None, on: date | None = None) -> Region | None:
    """The place that a paragraph is about, if that is not `home`.

    It is a place within `home` that the paragraph opens with and goes on about, so that no other is named in it; the
    province above, named so; or, wherever it lies, one that the paragraph sets before its news or goes over to.
    """
    if other := _set_before(paragraph, on) or _handed_over(paragraph, home, on) or _told_by(paragraph, home, on):
        return other
    begin = _MARK.match(paragraph).end()  # type: ignore[union-attr]
    if wider := _wider(paragraph[begin:], home, on):
        return wider
    late = _past_time(paragraph[begin : begin + _HEAD], on)
    begin += late
    mention = _opening(paragraph[begin : begin + _HEAD], home, on)
    if mention is not None and late and not _SAID_OF_IT.match(paragraph, begin + mention.end):
        return None
    if mention is None or _GOES_ON.match(paragraph, begin + mention.end):
        return None
    rest = find_places(paragraph[begin + mention.end :], home, on, [mention])
    others = [m for m in rest if not m.in_name and m.region.code not in (mention.region.code, None)]
    return None if any(_rivals(m.region, mention.region, home) for m in others) else mention.region


_SAID_OF_IT = re.compile(r"[^,，。;；:：\d]{2,24}[,，]")
"""A whole clause without figures that is said of a place."""
_PAUSE = re.compile(r"[,，]\s?")


def _past_time(opening: str, on: date | None) -> int:
    """How many characters the time and the comma take that open a paragraph: “十二五”以来,某州坚持…"""
    first = next(iter(find_times(opening, on)), None)
    pause = _PAUSE.match(opening, first.end) if first is not None and not first.start else None
    return pause.end() if pause else 0


_ORGAN = re.compile(
    "[、和与及]|[一-鿿]{0,6}?(?:厅|局|委|政府|财政|人大|政协|党组|办公室|领导|[省市]级|下达|拨付|下拨|安排|召开|[学院校])"
)
_OWN = re.compile("[全我本该][市县区旗州盟]")


def _wider(paragraph: str, home: Region | None, on: date | None) -> Region | None:
    """某省2009年起实施…: the place above, in a paragraph that opens with its full name and speaks of no other."""
    if home is None or home.code is None or _OWN.search(paragraph):
        return None
    found = find_places(paragraph[:_HEAD], home, on) if begins_with_place(paragraph) else []
    first = found[0] if found else None
    if first is None or first.start or first.in_name or first.kind != "full" or _ORGAN.match(paragraph, first.end):
        return None
    if first.region.level != "province" or first.region.code not in gazetteer.chain(home.code)[1:]:
        return None
    others = {m.region.code for m in find_places(paragraph, home, on) if m.kind != "here"}
    return first.region if others == {first.region.code} else None


_NAMED = re.compile(r"[\s●◆■★▲·•—–-]*(?P<place>[一-鿿]{2,11})[:：](?=.)")


def _set_before(paragraph: str, on: date | None) -> Region | None:
    """山东:2020年底前增加…: the place, and nothing else, that a colon sets before its own news, wherever it lies."""
    named = _NAMED.match(paragraph)
    if named is None or not is_place(named["place"]):
        return None
    found = find_places(named["place"], None, on)
    return found[0].region if len(found) == 1 and found[0].region.code else None


def is_set_apart(paragraph: str) -> bool:
    """Whether a paragraph is the news of a place that a colon sets before it."""
    return _set_before(paragraph, None) is not None


_NEXT = re.compile(
    r"\s*(?:[又另]讯|另据(?:了解|悉)?(?P<source>[^,，:：。;；\d]{2,20}?)(?:消息|报道|介绍|统计|通报))[,，:：\s]*(?P<rest>[^,，。;；]*)"
)


def _handed_over(paragraph: str, home: Region | None, on: date | None) -> Region | None:
    """又讯 2018年某经开区启动…, 另据某省教育厅消息:…: the place whose news a paragraph goes over to."""
    over = _NEXT.match(paragraph)
    told = [over["source"] or "", over["rest"]] if over else []
    named = (m for part in told for m in find_places(part, home, on) if m.kind != "here")
    return next((m.region for m in named), None)


_TOLD_BY = re.compile(
    r"据(?P<who>[一-鿿]{2,12}?[县区市旗](?:教育|教体|教育体育|教育和体育)局)[^,，。;；:：]{0,24}[:：,，]\s?[全我该](?P<kind>[县区市旗])"
)


def _told_by(paragraph: str, home: Region | None, on: date | None) -> Region | None:
    """◆据某县教育局统计:全县…: what the office of a place within `home` tells of it, to the end of the paragraph."""
    told = _TOLD_BY.match(paragraph, _MARK.match(paragraph).end())  # type: ignore[union-attr]
    if told is None or home is None:
        return None
    found = [m.region for m in find_places(told["who"], home, on) if m.kind != "here"]
    able = len(found) == 1 and found[0].name.endswith(told["kind"]) and home.code in gazetteer.lineage(found[0])[1:]
    return found[0] if able else None


_DATED = re.compile(r"\s*(?:[一-鿿]{2,11}[:：]\s?)?(?P<open>[(（]?)(?=(?:19|20)\d\d[-./])")


_LISTED_DAY = re.compile(rf"[^。；;\n]{{6,}}{DAY_APART}")


def _listed_day(headline: str, on: date | None) -> date | None:
    """The day behind a headline of a list of pages, one without a year in the year before D: 某县新建小学6所    (05/28)."""
    found = _LISTED_DAY.fullmatch(headline) if len(headline) <= LISTED else None
    if found is None or (found["y"] is None and on is None):
        return None
    month, day = int(found["m"]), int(found["d"])
    year = int(found["y"] or (on.year if on else 0))
    year -= found["y"] is None and on is not None and (month, day) > (on.month, on.day)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of_paragraph(paragraph: str, on: date | None = None) -> date | None:
    """The day that a piece of news puts before itself: (2019-12-25)某区未来3年…, 某市:2021-06-25 今年又有…; or that a list of
    pages puts behind it."""
    if listed := _listed_day(paragraph, on):
        return listed
    begins = _DATED.match(paragraph)
    time = next(iter(find_times(paragraph[begins.end() : begins.end() + 30], None)), None) if begins else None
    if begins is None or time is None or time.start or time.rule != "iso_date":
        return None
    closed = paragraph[begins.end() + time.end :][:1]
    return time.period_start if closed in (")）" if begins["open"] else " \t\u3000") and closed else None


_INTENDS = re.compile("计划|规划|目标|力争|预计|将[要于达有新在]|确保")
_UP_TO = re.compile(r"截[至止]到?\s?(20\d\d)\s?年")


def outruns(paragraph: str, on: date | None) -> bool:
    """Whether a paragraph's figures go up to a year after the day of its page (截至2011年底, on a page of 2010): that day is
    not the paragraph's."""
    later = on is not None and any(int(year) > on.year for year in _UP_TO.findall(paragraph))
    return later and _INTENDS.search(paragraph) is None


def _rivals(other: Region, place: Region, home: Region | None) -> bool:
    """Whether another place is the home or one within it, and not the one that a paragraph opened with."""
    return (
        home is not None and home.code in gazetteer.lineage(other) and other.code not in gazetteer.chain(place.code)[:1]
    )


def _opening(text: str, home: Region | None, on: date | None) -> PlaceMention | None:
    """The place within `home` that a text begins with."""
    if home is None or home.code is None or not begins_with_place(text):
        return None
    first = next(iter(find_places(text[:_HEAD], home, on)), None) or _everyday(text, home)
    if first is None or first.start or first.in_name or first.kind == "here":
        return None
    within = home.code in (
        gazetteer.chain(first.region.code)[1:] if first.region.code else gazetteer.lineage(first.region)
    )
    return first if within else None


_WHEN = re.compile(r"今年|去年|明年|未来|近[\d一二三四五六七八九十两]|目前|(?:19|20)\d\d[年-]")


def _everyday(text: str, home: Region) -> PlaceMention | None:
    """盐田未来3年…: a short name that is an everyday word as well, where it opens the text, before a time, within `home`."""
    start, end, readings = next(iter(gazetteer.scan(text[:_HEAD])), (0, 0, None))
    if start or not isinstance(readings, tuple) or not _WHEN.match(text, end):
        return None
    within = [r.code for r in readings if r.form == "short" and home.code in gazetteer.chain(r.code)[1:]]
    return PlaceMention(0, end, text[:end], gazetteer.region(within[0]), kind="short") if len(within) == 1 else None
