"""One pass over a paragraph for its time expressions: what was found, and the year that the text speaks of.

What belongs here: the form of a time expression, and what the pass remembers for a later one that names no year.  What
does not: which forms there are and how each is read (periods, periods_grammar), and what they mean (periods_meaning).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from edu_pipeline.language import periods_grammar as grammar
from edu_pipeline.language.calendar import UNKNOWN, Span, number
from edu_pipeline.language.periods_meaning import Meaning

KINDS = (
    "point",
    "span",
    "due",
    "comparison",
    "school_year",
    "season",
    "recurring",
    "duration",
    "clock",
    "vague",
    "list",
)
_DIGIT = re.compile(grammar.D)
_OF_THEN = re.compile("的[0-9０-９]")
_AIMED_AT = re.compile(grammar.AIMS)
_BORN = re.compile(r"(?:期间|之间|间|以前|之前|前|以后|之后|后)?出生(?=[)）,，。;；的]|$)")
"""(2019年9月1日至2020年8月31日出生): which children are counted, not when."""
_TIMES = re.compile(
    r"(?:(?:之?前)?[0-9０-９一二三四五六七八九十]{1,2}年)?(?:[一-鿿]{0,4}(?:总和|之和|总量|总额|总数|合计))?的(?:约|近|超过?|将近)?[0-9０-９.．一二两三四五六七八九十]{1,5}[余多]?倍"
)
_LIST_NUMBER = re.compile(r"\s*[0-9０-９]{1,3}[.．、]\s?$")
_ONE_DAY = re.compile(rf"(?:^|[^至到止—–~～\-\s])\s?(?<!{grammar.D}){grammar.D}{{1,2}}月{grammar.D}{{1,2}}[日号]$")
"""9月1日投入使用, told in August, is at hand; 截至9月1日 has passed."""
_UP_TO = re.compile(rf"[至到止]\s?{grammar.D}{{1,2}}月[^,，。;；]{{0,4}}$")
_CUTOFF = re.compile("截[至止]到?$")
_GOES_ON = tuple("至到止—–-~～")
_OPENS = 3
_FOLLOWING_YEAR = re.compile(rf"[,，]?(?P<y>{grammar.YEAR})年")


@dataclass(slots=True)
class TimeExpression:
    """`text` is exactly text[start:end] of the paragraph; offsets are relative to it.

    `period_start` and `period_end` are the days meant (inclusive; None where unknown); `nominal_end` is the end in the
    calendar where `period_end` was cut off at D (今年, “十四五”期间).  `parts` are the periods of a list, in order.
    `digits`: it holds Arabic digits.  `definition`: it is part of what is measured (5年一周期).  `governs`: it can date
    a statistic (a title in 《》, a comparison, a clock time cannot).  `rule` names the form: base or base:modifier.
    """

    start: int
    end: int
    text: str
    kind: str
    period_start: date | None
    period_end: date | None
    rule: str
    digits: bool = False
    definition: bool = False
    governs: bool = True
    nominal_end: date | None = None
    parts: tuple[Span, ...] = ()


class Scan:
    """One pass over a text: what was found, and the year that the text speaks of."""

    __slots__ = ("reported", "_titles", "dated_on", "end", "found", "of_school_year", "plan", "text", "year")

    def __init__(self, text: str, dated_on: date | None, reported: int | None) -> None:
        self.text = text
        self.dated_on = dated_on
        self.reported = reported
        self.found: list[TimeExpression] = []
        self.end = 0
        self.year: int | None = None
        self.of_school_year = False
        self.plan: Span = UNKNOWN
        self._titles = [m.start() for m in re.finditer("[《》]", text)] if "《" in text else []

    def keep(self, at: int, meaning: Meaning) -> None:
        start, end = max(at - meaning.reach_back, self.end), meaning.end
        quoted = self._in_title(at)
        first, last = meaning.span
        piece = self.text[start:end]
        if meaning.rule in ("year:until", "this_year:until") and _OF_THEN.match(self.text, end) and last is not None:
            first = last.replace(month=1, day=1)  # 由2012年的34%到今年的82%
            last = self.dated_on if meaning.rule == "this_year:until" else last
            meaning = meaning._replace(kind="point", rule=meaning.rule[:-6])
        if meaning.rule == "year" and _AIMED_AT.match(self.text, end) and last is not None:
            first = last
            meaning = meaning._replace(kind="due", rule="year:until")
        born = _BORN.match(self.text, end) is not None
        before = self.found[-1] if self.found else None
        told_again = before and before.kind == "comparison" and self.text[before.end : start] in ("的", "即", "也就是")
        if told_again or _TIMES.match(self.text, end):  # 比“十五”末的2004年, 是2020年的近三倍
            meaning = meaning._replace(kind="comparison", rule=f"{meaning.rule}:than", governs=False)
        self.found.append(
            TimeExpression(
                start,
                end,
                piece,
                meaning.kind,
                first,
                last,
                meaning.rule + (":title" if quoted else ""),
                _DIGIT.search(piece) is not None,
                meaning.definition,
                meaning.governs and not quoted and not born,
                meaning.nominal_end,
                meaning.parts,
            )
        )
        self.end = end
        base = self.text[max(0, start - 1) : start] in ("由", "从")  # what a change starts from is not spoken of on
        if meaning.year is not None and not (quoted or base or born) and meaning.kind != "comparison":
            self.year, self.of_school_year = meaning.year, meaning.kind == "school_year"

    def _in_title(self, at: int) -> bool:
        i = bisect_right(self._titles, at)
        return i > 0 and self.text[self._titles[i - 1]] == "《"

    def before(self, at: int, length: int = 6) -> str:
        return self.text[max(0, at - length, self.end) : at]

    def number_begins(self, at: int) -> bool:
        """No digit and no decimal point before `at`, unless the point closes a list number (1.2025年)."""
        if at == 0:
            return True
        previous = self.text[at - 1]
        if _DIGIT.match(previous):
            return False
        if previous in ".．" and at > 1 and _DIGIT.match(self.text[at - 2]):
            line = max(self.text.rfind(cut, max(0, at - 8), at) for cut in "\n：:；;。") + 1 or max(0, at - 8)
            return _LIST_NUMBER.fullmatch(self.text, line, at) is not None
        return True

    def reported_year(self, *, over: bool = False) -> int | None:
        """The year that the text speaks of, or reports on; else D's, or the one before where that has to be `over`."""
        year = self.year or self.reported
        if year is None and self.dated_on is not None:
            year = self.dated_on.year - (over and self.dated_on.month < 7)
        return year

    def plan_is_over(self) -> bool:
        """Whether the five-year plan spoken of last was over, or nearly over, at D."""
        last, on = self.plan[1], self.dated_on
        return last is not None and (on is None or last.year < on.year or (last.year == on.year and on.month > 10))

    def spoken_year(self) -> int | None:
        """The year that 一年来 means: the one spoken of or reported on, else the one just over or nearly over at D."""
        year, on = self.year or self.reported, self.dated_on
        if on is None or (year is not None and 0 <= on.year - year <= 1):
            return year
        return on.year if on.month > 10 else on.year - 1 if on.month < 3 else None

    def _runs_up_to(self, end: int) -> bool:
        """自2009年启动以来,…至12月中旬: the month that a span goes on to is the last one before D."""
        since = self.found[-1] if self.found and self.dated_on is not None else None
        return since is not None and since.rule.endswith(":since") and _UP_TO.search(self.before(end, 12)) is not None

    def month_year(self, month: int, at: int, end: int) -> int | None:
        """The year of a month that names none: the year that follows at once, the one spoken of, else by D.

        Figures go up to a month that is over (到2025年达80%。截至7月底,已开工3所), whatever year ahead was spoken of.
        """
        follows = _FOLLOWING_YEAR.match(self.text, end)
        if follows:
            return number(follows["y"])
        ahead = self.year is not None and self.dated_on is not None and self.year > self.dated_on.year
        over = (ahead and _CUTOFF.search(self.before(at)) is not None) or self._runs_up_to(end)
        if self.year is not None and not over:
            return self.year
        if self.dated_on is None:
            return self.reported
        if self.reported == self.dated_on.year and self.dated_on.month <= _OPENS:
            return self.reported  # 9月投入使用, in what is planned for a year that has begun
        following = self.text[end : end + 26].split("。")[0]
        awaited = re.search("前|预计|将|力争|计划|拟|要|确保", self.before(end, 14) + following) is not None
        at_hand = month == self.dated_on.month + 1 and _ONE_DAY.search(self.before(end, 12)) is not None
        ahead_of_d = awaited or (at_hand and self.text[end : end + 1] not in _GOES_ON)
        return self.dated_on.year - (1 if month > self.dated_on.month and not ahead_of_d else 0)
