"""From a form to its days: what each matched expression means.

What belongs here: one small function for each form of periods_grammar, with the rules of the annotation guide.
What does not: finding forms, and the state of a paragraph (periods).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from edu_pipeline.language import periods_grammar as grammar
from edu_pipeline.language.calendar import (
    SEASON_CLOSES,
    SEASON_OPENS,
    UNKNOWN,
    Span,
    day,
    month_part,
    month_span,
    months_before,
    number,
    ordered,
    school_year,
    twice,
    year_span,
    years_before,
)

_SINCE = ("以来", "来", "至今", "开始", "起", "以后", "之后", "后")
_BEFORE = ("以前", "之前", "前")
_COMPARED = re.compile("^比$|相比|基础|同期|^的$")
_DIGIT = re.compile(grammar.D)


class Meaning(NamedTuple):
    """`end` is where the expression ends; `reach_back` how many characters before its trigger belong to it.

    `year` is the year that the text then speaks of, for months that name none.
    """

    end: int
    kind: str
    rule: str
    span: Span = UNKNOWN
    governs: bool = True
    definition: bool = False
    nominal_end: date | None = None
    parts: tuple[Span, ...] = ()
    year: int | None = None
    reach_back: int = 0


def since(span: Span, word: str, on: date | None) -> Span:
    """From the first day on (以来, 起), or from the day after the last (以后), until D; open where that lies ahead."""
    first, last = span
    if word in ("以后", "之后", "后"):
        first = last + timedelta(days=1) if last is not None and last < date.max else None
    return first, (on if on is None or first is None or first <= on else None)


def related(meaning: Meaning, lead: str, relation: str | None, on: date | None) -> Meaning:
    """The meaning as what stands before (截至, 到, 自, 较) and after it (以来, 前, 相比) change it."""
    prefix = grammar.PREFIX.search(lead)
    if (prefix and prefix["than"]) or (relation and _COMPARED.search(relation)):
        end = meaning.end - (relation == "的")
        return meaning._replace(end=end, kind="comparison", rule=f"{meaning.rule}:than", governs=False)
    last = meaning.nominal_end or meaning.span[1]
    if prefix and prefix["cutoff"] and relation not in _SINCE:
        last = min(last, on) if last is not None and on is not None else last
        back = len(prefix["cutoff"])
        return meaning._replace(kind="point", rule=f"{meaning.rule}:cutoff", span=twice(last), reach_back=back)
    if relation in _SINCE:
        span = since(meaning.span, relation, on)
        return meaning._replace(kind="span", rule=f"{meaning.rule}:since", span=span, nominal_end=None)
    if relation in _BEFORE:
        return meaning._replace(kind="due", rule=f"{meaning.rule}:before", span=twice(last), nominal_end=None)
    if prefix and prefix["until"] and meaning.kind != "list":
        return meaning._replace(kind="due", rule=f"{meaning.rule}:until", span=twice(last), nominal_end=None)
    if prefix and (prefix["since"] or "").startswith("自") and meaning.kind == "point":
        span = since(meaning.span, "起", on)
        return meaning._replace(kind="span", rule=f"{meaning.rule}:since", span=span, nominal_end=None)
    return meaning


def iso_meaning(m: re.Match[str]) -> Meaning:
    year = number(m["y"])
    if year is not None and year < 100:
        year += 2000  # 12-07-30 08:51
    on = day(year, number(m["m"]) or 0, number(m["d"]) or 0)
    return Meaning(m.end(), "point", "iso_date", twice(on), year=year)


def iso_month_meaning(m: re.Match[str]) -> Meaning:
    year = number(m["y"])
    return Meaning(m.end(), "point", "month", month_span(year, number(m["m"]) or 0), year=year)


def school_year_meaning(m: re.Match[str]) -> Meaning:
    first = number(m["y"])
    season = {"秋": "上", "春": "下"}.get(m["season"] or "")
    return Meaning(m.end(), "school_year", "school_year", school_year(first, m["term"] or season), year=first)


def range_meaning(m: re.Match[str]) -> Meaning:
    first = number(m["y"])
    if m["y2"]:
        last = number(m["y2"])
        span = ordered((year_span(first)[0], year_span(last)[1]))
        return Meaning(m.end(), "span", "years", span, year=last)
    last = number(m["y3"])
    month, month2 = number(m["m"]) or 0, number(m["m2"]) or 0
    begin = day(first, month, number(m["d"]) or 0) if m["d"] else month_span(first, month)[0]
    end = day(last, month2, number(m["d2"]) or 0) if m["d2"] else month_span(last, month2)[1]
    return Meaning(m.end(), "span", "months", ordered((begin, end)), year=last)


def seasons_meaning(m: re.Match[str]) -> Meaning:
    """2019年秋至2020年春: a term opens in its season and ends before the next one opens."""
    first = number(m["y"])
    last = number(m["y2"]) if m["y2"] else (first + 1 if first else None)
    begin = day(first, *SEASON_OPENS[m["s"]])
    end = school_year(last, "上")[1] if m["s2"] == "秋" else day(last, 8, 31)
    return Meaning(m.end(), "span", "months", ordered((begin, end)), year=last)


def list_meaning(m: re.Match[str]) -> Meaning:
    years = [number(y) for y in grammar.YEARS_IN_LIST.findall(m.group())]
    parts = tuple(year_span(y) for y in years)
    firsts = [p[0] for p in parts if p[0] is not None]
    lasts = [p[1] for p in parts if p[1] is not None]
    span = (min(firsts), max(lasts)) if firsts and lasts else UNKNOWN
    return Meaning(m.end(), "list", "years_listed", span, parts=parts, year=years[-1])


def school_years_meaning(m: re.Match[str]) -> Meaning:
    """2021—2022、2022—2023学年: school years one by one."""
    years = [number(y) for y in grammar.YEARS_IN_LIST.findall(m.group())][::2]
    parts = tuple(school_year(y) for y in years)
    return Meaning(m.end(), "list", "school_years_listed", (parts[0][0], parts[-1][1]), parts=parts, year=years[-1])


def cohort_meaning(m: re.Match[str]) -> Meaning:
    """2024届 dates a statistic (a graduating class); 2018级, 2022年版 only name."""
    year = number(m["y"])
    return Meaning(m.end(), "point", "cohort", year_span(year), governs=m["what"] == "届")


def single_meaning(m: re.Match[str], year: int | None, on: date | None, current: bool = False) -> Meaning:
    """A year (or 今年, 去年 …) with what follows it: 2024年, 2024年9月, 去年底, 今年上半年, 2023年秋季."""
    if m["season"] and (m["over"] or m["over2"]):
        closes = day(year + (m["season"] == "秋"), *SEASON_CLOSES[m["season"]]) if year is not None else None
        return Meaning(m.end(), "point", "term_end", twice(closes), year=year)
    if m["season"]:
        return Meaning(m.end(), "season", "season", twice(day(year, *SEASON_OPENS[m["season"]])), year=year)
    if m["cut"]:
        return Meaning(m.end(), "vague", "redacted", governs=False, year=year)
    rule, span = _tail(m, year)
    if rule == "year" and current:
        first, last = span
        return Meaning(m.end(), "span", "this_year", (first, on), nominal_end=last, year=year)
    kind = "span" if rule in ("months", "days", "half", "quarter", "holiday") else "point"
    return Meaning(m.end(), kind, rule, ordered(span), year=year)


def month_meaning(m: re.Match[str], year: int | None) -> Meaning:
    rule, span = _tail(m, year)
    return Meaning(m.end(), "span" if rule in ("months", "days") else "point", rule, ordered(span))


def _tail(m: re.Match[str], year: int | None) -> tuple[str, Span]:
    """What follows a year: the name of the form and its days; the whole year where nothing does."""
    if m["m"]:
        return "months", month_span(year, number(m["m"]) or 0, number(m["m2"]) or 0)
    if m["m3"]:
        month, month2 = number(m["m3"]) or 0, number(m["m4"] or m["m3"]) or 0
        return "days", (day(year, month, number(m["d"]) or 0), day(year, month2, number(m["d2"]) or 0))
    if m["m5"]:
        month = number(m["m5"]) or 0
        if m["d5"]:
            return "day", twice(day(year, month, number(m["d5"]) or 0))
        return ("month_part", month_part(year, month, m["part"])) if m["part"] else ("month", month_span(year, month))
    if m["first"]:
        months = (number(m["first"]) or 0) * (3 if m["firstunit"] == "季度" else 1)
        return "months", month_span(year, 1, months) if 1 <= months <= 12 else UNKNOWN
    if m["quarter"]:
        span = quarter_span(year, m["quarter"])
        return ("quarter_end", twice(span[1])) if m["quarterend"] else ("quarter", span)
    if m["half"]:
        return "half", month_span(year, *((1, 6) if m["half"] == "上" else (7, 12)))
    if m["end"]:
        return "year_end", twice(day(year, 12, 31))
    if m["begin"]:
        return "year_start", twice(day(year, 1, 1))
    if m["holiday"]:
        return "holiday", month_span(year, *((7, 8) if m["holiday"] == "暑" else (1, 2)))
    return "year", year_span(year)


def quarter_span(year: int | None, quarter: str) -> Span:
    last = 3 * (number(quarter) or 1)
    return month_span(year, last - 2, last) if last <= 12 else UNKNOWN


_END = re.compile("[末底](?![考了])")


def half_meaning(m: re.Match[str], year: int | None, on: date | None) -> Meaning:
    """上半年, 前三季度, 一季度 of the year spoken of, else of the last one that had begun at D."""
    if m["half"]:
        rule, months = "half", ((1, 6) if m["half"] == "上" else (7, 12))
    elif m["first"]:
        rule, months = "months", (1, 3 * (number(m["first"]) or 1))
    else:
        rule, months = "quarter", (3 * (number(m["quarter"]) or 1) - 2, 3 * (number(m["quarter"]) or 1))
    if year is None and on is not None:
        year = on.year if months[0] <= on.month else on.year - 1
    span = month_span(year, *months) if months[1] <= 12 else UNKNOWN
    if _END.match(m.string, m.end()):  # 第三季度末
        return Meaning(m.end() + 1, "point", f"{rule}_end", twice(span[1]))
    return Meaning(m.end(), "span", rule, span)


def decade_meaning(m: re.Match[str]) -> Meaning:
    century = number(m["c"]) if m["c"] else (20 if m["rel"] == "上" else 21)
    first = ((century or 0) - 1) * 100 + (number(m["decade"]) or 0)
    return Meaning(m.end(), "span", "decade", (day(first, 1, 1), day(first + 9, 12, 31)))


def now_meaning(end: int, held: bool, on: date | None) -> Meaning:
    """held: 现有, which says that something stands, not when something was done."""
    return Meaning(end, "point", "now:held" if held else "now", twice(on))


def word_meaning(end: int, kind: str, on: date | None) -> Meaning:
    if kind == "vague":
        return Meaning(end, kind, "vague", (None, on))
    return Meaning(end, kind, kind, governs=kind == "recurring")


def campaign_meaning(m: re.Match[str]) -> Meaning:
    """规划期内, 攻坚期间: days that only the document's own title can give."""
    return Meaning(m.end(), "due" if m["end"] else "span", "campaign")


def reported_meaning(m: re.Match[str], year: int | None, on: date | None) -> Meaning:
    """全年, 年末, 年初: the year that was reported on, its last or first day; up to D where it is not nearly over."""
    first, last = year_span(year)
    if m["begin"] is not None:
        return Meaning(m.end(), "point", "reported_year_start", twice(first), year=year)
    if m["end"] is not None:
        return Meaning(m.end(), "point", "reported_year_end", twice(last), year=year)
    if on is not None and year == on.year and (on.month < 11 or m["within"] is not None):
        return Meaning(m.end(), "span", "this_year", (first, on), nominal_end=last, year=year)
    return Meaning(m.end(), "point", "reported_year", (first, last), year=year)


def past_year_meaning(m: re.Match[str], year: int | None) -> Meaning | None:
    """一年来 in a report on one year is that year; None where no year is spoken of."""
    return None if year is None else Meaning(m.end(), "span", "reported_year", year_span(year), year=year)


def season_meaning(m: re.Match[str], year: int | None) -> Meaning:
    return Meaning(m.end(), "season", "season", twice(day(year, *SEASON_OPENS[m["season"]])), year=year)


def year_end_meaning(end: int, year: int | None) -> Meaning:
    """年底前 without a year is the end of D's, or of the year that the paper is about."""
    return Meaning(end, "due", "year_end:before", twice(day(year, 12, 31)))


def reported_end_meaning(end: int, year: int | None) -> Meaning:
    """年底 in what reports on a year that is over."""
    return Meaning(end, "point", "reported_year_end", twice(day(year, 12, 31)), year=year)


def event_meaning(m: re.Match[str], happened: date, on: date | None) -> Meaning:
    """党的二十大以来 runs from its opening day to D; 改革开放前 is what was known at its beginning; 新中国成立时 is its day, and
    新中国成立前夕 the year that led up to it."""
    if m["rel"] in _SINCE:
        return Meaning(m.end(), "span", "event:since", since((happened, happened), "起", on))
    if m["rel"].endswith("时"):
        return Meaning(m.end(), "point", "event", twice(happened))
    if m["rel"] == "前夕":
        return Meaning(m.end(), "point", "event", year_span(happened.year), year=happened.year)
    return Meaning(m.end(), "point", "event:before", (None, happened))


def plan_meaning(m: re.Match[str], first: int, lead: str, on: date | None) -> Meaning:
    """“十四五”期间 is cut off at D where that lies within it; the bare name dates nothing."""
    begin, end = day(first, 1, 1), day(first + 4, 12, 31)
    relation, named = m["rel"] or "", Meaning(m.end(), "span", "plan_name", (begin, end), governs=False)
    prefix = grammar.PREFIX.search(lead)
    if prefix and prefix["than"]:
        return named._replace(kind="comparison", rule="plan:than")
    if lead.endswith(("与", "同", "和")) and relation.endswith("末"):  # 与“十二五”末相比
        return named._replace(kind="comparison", rule="plan:than", span=twice(end))
    if m["first"]:
        years = (number(m["first"]) or 1) - 1
        return Meaning(m.end(), "span", "plan", (begin, day(first + years, 12, 31)))
    if relation == "以来":
        return Meaning(m.end(), "span", "plan:since", since((begin, end), relation, on))
    if relation.endswith("末") or relation.startswith(("末", "收官")):
        due = "due" if prefix and prefix["until"] else "point"
        return Meaning(m.end(), due, "plan:end", twice(end))
    if relation in ("初", "开局之年"):
        span = twice(begin) if relation == "初" else year_span(first)
        return Meaning(m.end(), "point", "plan:start", span)
    if not relation:
        return named
    reported = end if on is not None and end is not None and end <= on else on
    if on is not None and begin is not None and on < begin:
        reported = end
    return Meaning(m.end(), "span", "plan", (begin, reported), nominal_end=end)


def term_meaning(m: re.Match[str], year: int | None, on: date | None) -> Meaning:
    """本学期, 本学年 up to D; 秋季学期 the day it opens; 上学年 the one before (in August the one just over); 新学期 is left open."""
    if m["season"]:
        year = year if year is not None else (on.year if on else None)
        return Meaning(m.end(), "season", "season", twice(day(year, *SEASON_OPENS[m["season"]])))
    if m["which"].startswith("上") and m["unit"] == "学年" and on is not None:
        return Meaning(m.end(), "school_year", "school_year", school_year(on.year - (1 if on.month >= 8 else 2)))
    if m["which"] != "本" or on is None:
        return Meaning(m.end(), "vague", "term", (None, on if m["which"] == "本" else None))
    autumn = on.year if on.month >= 9 else on.year - 1
    in_spring = m["unit"] == "学期" and 2 <= on.month <= 8
    return Meaning(m.end(), "span", "term", (day(on.year, 2, 1) if in_spring else day(autumn, 9, 1), on))


def length_meaning(m: re.Match[str], prefix: re.Match[str] | None, per: bool, on: date | None) -> Meaning | None:
    """近5年, 三年来, 连续9年, 用3年时间, 40年前, 5年一周期; a bare 15年 is no time."""
    end, unit = m["end"] or "", m["unit"]
    lead = prefix.lastgroup if prefix else None
    back = len(prefix.group()) if prefix else 0
    base = Meaning(m.end(), "duration", "length", governs=False, reach_back=back)
    if per or end.endswith(("周期", "轮", "人均")) or (lead == "each" and _DIGIT.search(m.group())):
        return base._replace(kind="recurring" if lead == "each" else "duration", definition=True)
    if unit == "周年":
        return base._replace(rule="anniversary", reach_back=0)
    count = None if m["more"] or m["more2"] or m["more3"] or m["n2"] else number(m["n"])
    if lead == "future":
        ahead = None if on is None or count is None or unit != "年" else day(on.year + count, on.month, min(on.day, 28))
        return base._replace(kind="span", rule="next_years", span=(on if ahead else None, ahead), governs=True)
    if lead == "past" or end in ("以来", "来", "间", "里"):
        vague = count is None and m["n"] != "半"
        return base._replace(
            kind="vague" if vague else "span",
            rule="last_years",
            span=_back(on, 0, "半") if m["n"] == "半" else (None, on) if vague else _back(on, count or 0, unit),
            governs=True,
        )
    if not lead and unit == "年" and end in ("内", "之内", "以内") and on is not None and count and 1 < count <= 10:
        ahead = day(on.year + count, on.month, min(on.day, 28))
        return base._replace(kind="span", rule="within_years", span=(on, ahead), governs=True)
    if lead == "run":
        return base._replace(
            rule="consecutive", span=_back(on, count or 0, unit) if count else (None, on), governs=True
        )
    if end in _BEFORE and unit in ("年", "月") and not lead:
        past = year_span(on.year - count) if on and count and unit == "年" else UNKNOWN
        return base._replace(kind="point" if past[0] else "vague", rule="ago", span=past, governs=True)
    if lead == "part" and _DIGIT.search(m["n"]) and unit == "年":
        return base._replace(reach_back=1)
    if lead == "use" or end.endswith(("时间", "内", "如一日", "龄")) or end in ("之后", "以后", "后", *_BEFORE):
        return base
    return None


def running_meaning(m: re.Match[str], on: date | None) -> Meaning:
    """三年新建28所: the years up to D; a plan means its own years (indicators.timing)."""
    return Meaning(m.end(), "span", "running", _back(on, number(m["n"]) or 0, "年"))


def _back(on: date | None, count: int, unit: str) -> Span:
    if on is None:
        return UNKNOWN
    if unit in ("年", "学年"):
        return years_before(on, count), on
    months = {"月": count, "季度": 3 * count, "半": 6}.get(unit)
    if months is not None:
        return months_before(on, months), on
    days = count * (7 if unit in ("周", "星期") else 1)
    return on - timedelta(days=min(days, 3650)), on
