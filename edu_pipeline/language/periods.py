"""Time expressions of a paragraph: where they stand and which days they mean.

What belongs here: what is found and what it means by the document's date D (今年, 近5年, 目前, 9月底).  What does not:
the forms (periods_grammar), the pass that remembers what was found (periods_scan), the arithmetic of days (calendar), and which statistic a time governs (indicators.timing).

A number is part of a time only where its form says so: 2025所, 3年级, 1:19, 〔2025〕20号, 九年一贯制, 15年公费教育 and
平均受教育年限达13年 are none.  Every Arabic digit run inside a time expression is accounted for by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from edu_pipeline.language import gazetteer
from edu_pipeline.language import periods_grammar as grammar
from edu_pipeline.language.calendar import day, number, year_span
from edu_pipeline.language.periods_meaning import (
    Meaning,
    campaign_meaning,
    cohort_meaning,
    decade_meaning,
    event_meaning,
    half_meaning,
    iso_meaning,
    iso_month_meaning,
    length_meaning,
    list_meaning,
    month_meaning,
    now_meaning,
    past_year_meaning,
    plan_meaning,
    range_meaning,
    related,
    reported_end_meaning,
    reported_meaning,
    running_meaning,
    school_year_meaning,
    school_years_meaning,
    season_meaning,
    seasons_meaning,
    since,
    single_meaning,
    term_meaning,
    word_meaning,
    year_end_meaning,
)
from edu_pipeline.language.periods_scan import Scan, TimeExpression

_CLAUSE_END = re.compile(r"[,，。;；:：!！?？\n]")
_DOER = re.compile("(?:财政|[全我][省市县区州旗]|力争|计划)$")
_CLAUSE_CUTS = frozenset(",，。;；:：、!！?？\n\u3000 ")
_COUNTS = "0123456789０１２３４５６７８９一二三四五六七八九十两半"


def find_times(text: str, dated_on: date | None, year: int | None = None) -> list[TimeExpression]:
    """All time expressions of one paragraph, in order and without overlap.

    text: one paragraph of any length.  dated_on: D, the date of the document; None where unknown.  year: the one that
    the paper reports on or plans for (全年, 年末); without it, the last that was over, or nearly over, at D.
    """
    scan = Scan(text, dated_on, year)
    for trigger in grammar.words().trigger.finditer(text):
        at = trigger.start()
        if at < scan.end:
            continue
        family = (trigger.lastgroup or "").rstrip("0123456789")
        found = _READERS[family](scan, at, trigger.end())
        if found is not None:
            scan.keep(at, found)
    return scan.found


def _read_year(scan: Scan, at: int, _: int) -> Meaning | None:
    if not scan.number_begins(at):
        return None
    text, on = scan.text, scan.dated_on
    if m := grammar.ISO.match(text, at) or grammar.YEAR_APART.match(text, at):
        return related(iso_meaning(m), scan.before(at), None, on)
    if (m := grammar.ISO_MONTH.match(text, at)) and not re.match(r"[A-Za-z/\-]", text[at - 1 : at]):
        return related(iso_month_meaning(m), scan.before(at), None, on)
    if m := grammar.BARE_YEAR.match(text, at):
        return Meaning(m.end(), "point", "year", year_span(number(m["y"])), year=number(m["y"]))
    if m := grammar.SCHOOL_YEARS.match(text, at):
        return school_years_meaning(m)
    if m := grammar.SCHOOL_YEAR.match(text, at):
        return related(school_year_meaning(m), scan.before(at), m["rel"], on)
    if m := grammar.SEASONS.match(text, at):
        return seasons_meaning(m)
    if m := grammar.RANGE.match(text, at):
        return related(range_meaning(m), scan.before(at), None, on)
    if m := grammar.LIST.match(text, at):
        return related(list_meaning(m), scan.before(at), None, on)
    if m := grammar.SINGLE.match(text, at):
        return related(single_meaning(m, number(m["y"]), on), scan.before(at), m["rel"], on)
    m = grammar.COHORT.match(text, at)
    return cohort_meaning(m) if m else None


def _read_day_first(scan: Scan, at: int, _: int) -> Meaning | None:
    found = grammar.DAY_FIRST.match(scan.text, at) if scan.number_begins(at) else None
    return related(iso_meaning(found), scan.before(at), None, scan.dated_on) if found else None


def _read_relative(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.SINGLE.match(scan.text, at)
    before = scan.before(at)
    if m is None or not m["word"] or before[-1:] in grammar.YEAR_WORD_BARRED:
        return None
    words, on = grammar.words(), scan.dated_on
    word = m["word"]
    if word in words.relative:
        if word in words.relative_to_report:
            spoken = scan.reported_year()
            year = spoken + words.relative[word] if spoken else None
            return related(single_meaning(m, year, on), before, m["rel"], on)._replace(year=None)
        here = on.year if on else scan.reported
        year = here + words.relative[word] if here is not None else None
        current = words.relative[word] == 0
    else:
        spoken = scan.year or scan.reported
        if spoken is None:
            return None
        year = spoken + words.carried[word]
        current = False
    return related(single_meaning(m, year, on, current), before, m["rel"], on)


def _read_number(scan: Scan, at: int, _: int) -> Meaning | None:
    if not scan.number_begins(at):
        return None
    text, on = scan.text, scan.dated_on
    if m := grammar.SLOGAN.match(text, at):
        return Meaning(m.end(), "duration", "slogan", governs=False)
    if m := grammar.SHORT_YEAR.match(text, at):
        return related(iso_meaning(m), scan.before(at), None, scan.dated_on)
    if (m := grammar.MONTH.match(text, at)) and (named := m["m"] or m["m3"] or m["m5"]):
        month = number(named) or 0
        return related(month_meaning(m, scan.month_year(month, at, m.end())), scan.before(at), m["rel"], on)
    if (m := grammar.CLOCK.match(text, at)) and _is_clock(scan, m):
        return Meaning(m.end(), "clock", "clock", governs=False)
    if m := grammar.LISTED_DAY.match(text, at):
        return Meaning(m.end(), "point", "day", governs=False)
    if m := grammar.CENTURY.match(text, at):
        return decade_meaning(m)
    if m := grammar.HALF.match(text, at):
        return related(half_meaning(m, scan.year or scan.reported, on), scan.before(at), None, on)
    if m := grammar.DAY.match(text, at):
        return Meaning(m.end(), "point", "day", governs=False)
    m = grammar.LENGTH.match(text, at)
    if m is None:
        return None
    past = None if scan.before(at, 1) == "近" else grammar.PAST_YEAR.match(text, at)
    if past and (meant := past_year_meaning(past, scan.spoken_year())):
        return meant
    five = grammar.FIVE_YEARS.match(text, at)
    if five and scan.plan_is_over():
        first, last = scan.plan
        return Meaning(five.end(), "span", "plan", (first, min(last, on) if last and on else last))
    if m["unit"] == "年" and not m["end"] and _may_run(text, at) and _runs(m, text):
        return running_meaning(m, scan.dated_on)
    per = grammar.PER_LENGTH.match(text, m.end()) is not None
    return length_meaning(m, grammar.LENGTH_PREFIX.search(scan.before(at)), per, on)


def _may_run(text: str, at: int) -> bool:
    """三年投入 at the beginning of a clause, or behind the one who does it (区财政三年投入, 甘肃三年新建)."""
    if at == 0 or text[at - 1] in _CLAUSE_CUTS or _DOER.search(text, max(0, at - 3), at) is not None:
        return True
    return any(text[at - length : at] in gazetteer.names() for length in (2, 3, 4) if length <= at)


def _runs(m: re.Match[str], text: str) -> bool:
    count = number(m["n"])
    plain = not (m["more"] or m["more2"] or m["more3"] or m["n2"])
    return plain and count is not None and 1 < count <= 10 and grammar.words().running.match(text, m.end()) is not None


def _is_clock(scan: Scan, m: re.Match[str]) -> bool:
    piece = m.group()
    if piece.count(":") + piece.count("：") == 2 or "时" in piece or "点" in piece:
        return True
    context = grammar.CLOCK_CONTEXT.search(scan.text[max(0, m.start() - 6) : m.start()])
    return context is not None or piece[0] in "0０" or len(re.findall("[:：]", piece)) > 1


def _read_plan(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.words().plan.match(scan.text, at)
    if m is None:
        return None
    first = grammar.words().plans[m["plan"]]
    meaning = plan_meaning(m, first, scan.before(at), scan.dated_on)
    if meaning.kind != "comparison":
        scan.plan = day(first, 1, 1), day(first + 4, 12, 31)
    return meaning


def _read_event(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.words().event.match(scan.text, at)
    return event_meaning(m, grammar.words().events[m["event"]], scan.dated_on) if m else None


def _read_word(scan: Scan, at: int, end: int) -> Meaning | None:
    word = scan.text[at:end]
    kind, before, ahead = grammar.words().kind[word], scan.text[max(0, at - 1) : at], scan.text[end : end + 1]
    if kind == "now":
        barred = word[0] == "现" and (before in grammar.NOW_BARRED or (word == "现共" and ahead in "同享建赢"))
        return None if before and barred else now_meaning(end, word in grammar.HELD, scan.dated_on)
    if (word == "日前" and (before.isdecimal() or before in "节生假今明昨")) or (word == "同比" and ahead == "例"):
        return None
    if word in ("每周", "每星期") and (m := grammar.WEEKLY_CLOCK.match(scan.text, end)):
        return Meaning(m.end(), "recurring", "recurring:clock", governs=False)
    return word_meaning(end, kind, scan.dated_on)


def _read_since(scan: Scan, at: int, end: int) -> Meaning | None:
    """自2022年9月…会召开以来 reaches back to the date named in its clause; otherwise it names no day."""
    last = scan.found[-1] if scan.found else None
    if last is not None and at - last.end <= 40 and not _CLAUSE_END.search(scan.text, last.end, at):
        if last.rule.endswith(":since"):
            return None
        if last.kind in ("point", "season") and last.governs:
            first, final = since((last.period_start, last.period_end), "以来", scan.dated_on)
            scan.found[-1] = replace(
                last, kind="span", period_start=first, period_end=final, rule=f"{last.rule}:since", nominal_end=None
            )
            return None
    return Meaning(end, "vague", "since_event", (None, scan.dated_on))


def _read_term(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.TERM.match(scan.text, at)
    if m is None:
        return None
    year = scan.year or (scan.reported if scan.dated_on is None else None)
    if m["season"] and scan.of_school_year and scan.year is not None:
        year = scan.year + (m["season"] == "春")
    return related(term_meaning(m, year, scan.dated_on), scan.before(at), m["rel"], scan.dated_on)


def _read_half(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.HALF.match(scan.text, at)
    if m is None or scan.before(at)[-1:] in grammar.YEAR_WORD_BARRED:
        return None
    return related(half_meaning(m, scan.year or scan.reported, scan.dated_on), scan.before(at), None, scan.dated_on)


def _read_century(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.CENTURY.match(scan.text, at)
    return decade_meaning(m) if m and scan.number_begins(at) else None


def _read_redacted(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.REDACTED.match(scan.text, at)
    return Meaning(m.end(), "vague", "redacted", governs=False) if m and scan.number_begins(at) else None


def _read_reported(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.REPORTED.match(scan.text, at)
    before = scan.text[max(0, at - 1) : at]
    if m is None or (before and before in f"年月学每成整历几多{_COUNTS}" or before in grammar.YEAR_WORD_BARRED):
        return None
    over = m["within"] is None and m["begin"] is None
    return related(
        reported_meaning(m, scan.reported_year(over=over), scan.dated_on), scan.before(at), m["rel"], scan.dated_on
    )


def _read_season(scan: Scan, at: int, _: int) -> Meaning | None:
    """今秋: the day that this year's autumn term opens."""
    m = grammar.THIS_SEASON.match(scan.text, at)
    return season_meaning(m, scan.dated_on.year if scan.dated_on else scan.reported) if m else None


_DONE_BY_THEN = frozenset("完达建")
"""年底完工26个: what was done by the end of a year; 年底前完工, 年底力争 look ahead."""


_FIRST_MONTHS = 4
"""When papers report on the year before."""


def _read_year_end(scan: Scan, at: int, _: int) -> Meaning | None:
    if scan.text[max(0, at - 1) : at] in ("年", "每"):
        return None
    year = scan.dated_on.year if scan.dated_on else scan.reported
    early = scan.dated_on is not None and scan.dated_on.month <= _FIRST_MONTHS
    over = early and year is not None and scan.reported is not None and scan.reported < year
    if over and scan.text[at + 2 : at + 3] in _DONE_BY_THEN:  # in what reports on the year before
        return reported_end_meaning(at + 2, scan.reported)
    return year_end_meaning(at + (3 if scan.text.startswith("前", at + 2) else 2), year)


def _read_campaign(scan: Scan, at: int, _: int) -> Meaning | None:
    m = grammar.CAMPAIGN.match(scan.text, at)
    return campaign_meaning(m) if m else None


_READERS: dict[str, Callable[[Scan, int, int], Meaning | None]] = {
    "year": _read_year,
    "dayfirst": _read_day_first,
    "relative": _read_relative,
    "number": _read_number,
    "number_zh": _read_number,
    "plan": _read_plan,
    "plan_bare": _read_plan,
    "event": _read_event,
    "word": _read_word,
    "since": _read_since,
    "term": _read_term,
    "half": _read_half,
    "quarter": _read_half,
    "century": _read_century,
    "redacted": _read_redacted,
    "year_end": _read_year_end,
    "reported": _read_reported,
    "season": _read_season,
    "campaign": _read_campaign,
}
