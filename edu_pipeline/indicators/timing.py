"""Which time a statistic is of.

What belongs here: the choice among a paragraph's time expressions, after the rules of the annotation guide for
stocks, rates, flows and targets, and the word that says where the period comes from.  What does not: which times lie
ahead and what they mean for a target (due_times), finding time expressions (language.periods), and how a number is
accounted (accounting, the catalogue): that comes as an argument.

The rules, in short.  A time word governs what follows it in its sentence until the next one.  Comparisons, titles in
《》 and clock times never govern.  A stock or rate takes a point and, under a span or nothing, the document's date D, or, where D is unknown, what opens its paragraph.
A flow takes a span as well, else the word that opens its paragraph, else whatever happened up to D.  A target takes
the day that it is due, never a time gone by.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from edu_pipeline.indicators import dating, due_times, flows, moves
from edu_pipeline.indicators.accounting import EVENT_RATE, FLOW, YEARLY
from edu_pipeline.indicators.dating import CLAUSE_END, NUMBER
from edu_pipeline.indicators.inherited import NOTHING, UNKNOWN, Inherited, Period, five_years, nearly_over, year_of
from edu_pipeline.indicators.listed_times import named_again, place_in_list, years_of
from edu_pipeline.indicators.openings import dates_what_stands, opener, opening_time, sentence_at
from edu_pipeline.language.calendar import year_span, years_before
from edu_pipeline.language.clauses import STOP
from edu_pipeline.language.edges import Ahead
from edu_pipeline.language.periods_scan import TimeExpression

_SENTENCE_END = re.compile(rf"(?:{STOP})+[”’」』）)\"]*")
_EACH = re.compile("分别|依次|逐年为")
_PART_OF = Ahead(
    r"\s*(?:其[中余他它]|含|(?:各项|分项|具体|有关)?(?:明细|构成|分布)(?:情况)?(?:如下|[为是])?[:：,，]|(?:具体|分别)(?:情况)?(?:如下|[为是])?[:：]|分别(?=[较比高低多少提增上下减])|从[一-鿿]{0,6}(?:分布|构成|结构|类型|区域|县区|学段)[一-鿿]{0,3}看[,，:：])"
)


_FIGURE = re.compile(r"\d")
_SET_AGAINST = re.compile("[与同和]$")
_BRACKETED = re.compile(r"的|[(（][^()（）]{0,12}")
_LOOK_BACK = 16
"""How many time expressions before a number are looked at, so that an endless sentence costs no more."""
_WITHIN_A_YEAR = frozenset({"months", "days", "half", "quarter", "holiday"})
_PASSING = _WITHIN_A_YEAR | {"month", "month_part"}
"""Times in which something happens, not ones of which a stock is told."""
_HOURS = re.compile(r"\d+\s?个?(?:学时|课时|小时)")


class Timeline:
    """One paragraph's time expressions, made ready to be asked for many numbers.

    text: the paragraph; times: its expressions in order; dated_on: D; sentences: where sentences begin, if known.
    """

    __slots__ = (
        "_itemised",
        "_opener",
        "_stands",
        "_starts",
        "_than",
        "_than_ends",
        "_times",
        "dated_on",
        "inherited",
        "sentences",
        "text",
    )

    def __init__(
        self,
        text: str,
        times: Sequence[TimeExpression],
        dated_on: date | None,
        inherited: Inherited = NOTHING,
        sentences: Sequence[int] | None = None,
    ) -> None:
        self.text = text
        self.dated_on = dated_on
        self.inherited = inherited
        self.sentences = sentences or [0, *(m.end() for m in _SENTENCE_END.finditer(text))]
        self._times = [t for t in times if t.governs]
        self._starts = [t.start for t in self._times]
        self._than = [t for t in times if t.kind == "comparison" and t.period_start is not None]
        self._than_ends = [t.end for t in self._than]
        self._itemised = dating.itemised(self.text, self._times)
        self._stands = False  # whether how things stand was told of the time that opens the paragraph
        self._opener = opener(self.text, self._times, self.sentences, self._itemised)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that holds the character at `at`.  A line break does not end one: pages break sentences."""
        return sentence_at(at, self.sentences, self.text)

    def assign(
        self,
        at: int,
        accounting: str,
        nature: str = "actual",
        measure: str = "level",
        sentence: tuple[int, int] | None = None,
    ) -> Period:
        """The period of the number that begins at `at`; `accounting` is stock, rate or flow."""
        start, end = sentence or self.sentence(at)
        compared = self._compared(at)
        if compared is not None:
            return compared
        if start and nature != "target" and _PART_OF.match(self.text, start):
            start = self.sentence(start - 1)[0]
        earlier, later = self._between(start, at), self._between(at, min(end, at + 200))
        if nature == "target":
            return self._target(at, earlier, later)
        listed = self._listed(at, earlier)
        if listed is not None:
            return listed
        governor = (
            self._governor(at, earlier, accounting)
            or dating.in_brackets(self.text, at, later)
            or dating.happened(self.text, at, later)
        )
        moved = self._moved(start, at, governor, later) if measure == "level" else None
        if moved is not None:
            return moved
        if accounting == YEARLY and self.inherited.accounts and (governor is None or governor.kind == "recurring"):
            return self.inherited.accounts
        spans = governor is not None and governor.kind not in ("duration", "recurring", "vague")
        if accounting == FLOW or (accounting == EVENT_RATE and (spans or (governor is None and self._is_told()))):
            return self._flow(at, governor, earlier)
        self._stands = self._stands or (governor is self._opener is not None and accounting in ("stock", "rate"))
        return self._stock(at, governor, (start, end))

    def _is_told(self) -> bool:
        """Whether the paragraph's opening or the title says when things happened."""
        flow = self.inherited.flow
        return self._opener is not None or (flow is not None and flow.start is not None)

    def _compared(self, at: int) -> Period | None:
        """比上年的822.54亿元: what is compared with is of that time."""
        i = bisect_left(self._than_ends, at - 14)
        for time in self._than[i : i + 2]:
            if (
                _BRACKETED.fullmatch(self.text, time.end, max(at, time.end))
                and self.text[max(0, time.start - 1)] in "比较"
            ):
                return Period(time.period_start, time.period_end, "stated")
        return None

    def _between(self, start: int, end: int) -> list[TimeExpression]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._times[max(first, last - _LOOK_BACK) : last]

    def _stock(self, at: int, governor: TimeExpression | None, sentence: tuple[int, int]) -> Period:
        if governor is None:
            if held := self._held(at) or self._set_against(at, sentence):
                return held
            goes_on = self._stands and dates_what_stands(self.text, self._opener, self.dated_on)
            passes = self._opener is not None and self._opener.rule in _PASSING
            opened = None if (self.dated_on and not goes_on) or passes else self._opened(at)
            return self.inherited.stock or opened or self.inherited.above or self._document()
        unknown = governor.period_end is None and governor.period_start is None
        if self.inherited.stock and (unknown or governor.rule == "now:held"):
            return self.inherited.stock  # 本学年初, 现有 of a bulletin
        if dating.is_promise(self.text, governor, self.dated_on):
            return self._document()
        if governor.rule in _WITHIN_A_YEAR or governor.kind not in ("span", "vague", "recurring", "duration"):
            return self._stated(governor)
        long_over = years_before(self.dated_on, 3)
        if governor.kind == "span" and governor.period_end and long_over and governor.period_end < long_over:
            return self._stated(governor)
        return self._document()

    def _set_against(self, at: int, sentence: tuple[int, int]) -> Period | None:
        """2022年,监测3.8万人。近视率49%,比2021年下降1个百分点: what is set against the year before the one that opened the
        paragraph is of that one."""
        opened = self._opened(at) if self._opener is not None and self._opener.rule == "year" else None
        year = year_of(None if opened is None else Period(opened.start, opened.end, "inherited"))
        if year is None:
            return None
        i = bisect_left(self._than, sentence[0], key=lambda t: t.start)
        told = (t for t in self._than[i : i + 4] if t.start < sentence[1] and t.digits)
        before = Period(date(year - 1, 1, 1), date(year - 1, 12, 31), "inherited")
        return opened if any((t.period_start, t.period_end) == before[:2] for t in told) else None

    def _held(self, at: int) -> Period | None:
        """截至6月底,全市有园168所。规范园97所: the point that opened a sentence before, where it goes on."""
        last = bisect_left(self._starts, at)
        points = (t for t in reversed(self._times[max(0, last - 4) : last]) if t.kind == "point" or self._sets_out(t))
        time = next((t for t in points if not dating.is_base(self.text, t, at)), None)
        if time is None:
            return None
        if self.sentence(time.start)[0] < time.start - 2 and self.text[time.start - 1] not in ":：":
            return None
        if time.rule in dating.YEAR_ENDS and year_of(self.inherited.stock):
            return self._stated(time)  # 年末, of a bulletin
        bare = time.start < 8 and not _FIGURE.search(self.text, time.end, self.sentence(time.start)[1])
        return self._stated(time) if dating.holds(time, self.inherited.campaign, bare) else None

    def _sets_out(self, time: TimeExpression) -> bool:
        """到2020年底, in a plan that begins in 2021: the day that it sets out from."""
        whole, day = self.inherited.campaign, time.period_end
        return time.kind == "due" and day is not None and whole is not None and bool(whole.start and day < whole.start)

    def _flow(self, at: int, governor: TimeExpression | None, earlier: list[TimeExpression]) -> Period:
        if governor is None:
            if opened := self._opened(at):
                if self._opener and self._opener.rule in flows.MONTHS_BACK:
                    return flows.part_up_to(opened, self._opener.rule)
                return flows.year_up_to(opened) if self._opener and self._opener.rule in dating.YEAR_ENDS else opened
            return self.inherited.flow or self.inherited.above or self._up_to_document()
        if governor.kind in ("vague", "recurring"):
            return self._up_to_document()
        if governor.rule == "last_years" and (since := flows.counted_from(governor, earlier)):
            return since
        if governor.rule in ("last_years", "running") and (
            named := flows.named_before(governor, self._between(0, governor.start), self.inherited.named)
        ):
            return named
        if governor.rule in ("last_years", "running") and (
            whole := five_years(governor, self.dated_on, self.inherited)
        ):
            return whole
        if governor.rule == "this_year" and flows.takes(self.text, governor):
            return Period(governor.period_start, governor.nominal_end or governor.period_end, "stated")
        if governor.rule == "reported_year_end" and governor.period_end is not None:
            return flows.year_up_to(self._stated(governor))
        if governor.rule in flows.MONTHS_BACK and governor.period_end is not None:
            return flows.part_up_to(self._stated(governor), governor.rule)
        if governor.rule == "year" and flows.since_founding(self.text, governor, self._clause_start(at), at):
            return Period(governor.period_start, self.dated_on, "stated")
        return flows.up_to_cutoff(self.text, governor, earlier) or self._stated(governor)

    def _opened(self, at: int) -> Period | None:
        """The time that opens the paragraph, for what stands after it."""
        if self._opener is None or self._opener.end > at or self._opener.kind == "vague":
            return None
        opened = self._stated(self._opener)
        return Period(opened.start, opened.end, "unknown" if opened == UNKNOWN else "inherited")

    def _target(self, at: int, earlier: list[TimeExpression], later: list[TimeExpression]) -> Period:
        campaign = self.inherited.campaign
        listed = self._listed(at, [*earlier, *later])
        if listed is not None:
            due = any(t.kind == "list" and self.text[max(0, t.start - 1) : t.start] == "到" for t in earlier)
            return Period(listed.end, listed.end, "stated") if due else listed
        head = next((t for t in earlier if dating.heads_list(self.text, t)), None)
        for time in reversed(earlier):
            if head is not None and time is not head and dating.SEMICOLON.search(self.text, time.end, at):
                continue
            if time.rule == "within_years" and _HOURS.match(self.text, at):
                continue  # 5年内不少于360学时: how often, not when
            if time.rule.startswith("reported_year"):
                return dating.this_year(time, self.dated_on)
            if (
                self._is_spent(time, at)
                or dating.is_closed(self.text, time, at)
                or dating.is_aside(self.text, time, at)
            ):
                continue
            if time.rule == "running" and dating.is_campaign(time, campaign):
                return campaign or UNKNOWN
            if self._lies_ahead(time) and not dating.is_base(self.text, time, at):
                return due_times.lasting(self.text, time) or due_times.due(time, campaign)
        if later and not CLAUSE_END.search(self.text, at, later[0].start):
            time = later[0]
            if time.rule == "month_part" and "年" not in time.text and not self._lies_ahead(time):
                return dating.this_year(time, self.dated_on)  # 改造食堂6个 | 8月底: none gone by
            if time.kind == "due" or self._lies_ahead(time) or time.rule in ("year_end", "month_part"):
                return due_times.due(time, campaign)
        stage = due_times.stage(self.text, self._between(0, at))
        if stage is not None and self._lies_ahead(stage):
            return due_times.due(stage, campaign)
        first = opening_time(self.text, self._times, self.sentences)
        if first is None or first.end > at or self._is_spent(first, at):
            return self.inherited.target or UNKNOWN
        if self._lies_ahead(first) and first.kind in ("due", "point"):
            return due_times.due(first, campaign)
        return self.inherited.target or UNKNOWN

    def _lies_ahead(self, time: TimeExpression) -> bool:
        return due_times.lies_ahead(time, self.dated_on, self.inherited.campaign)

    def _governor(self, at: int, earlier: list[TimeExpression], accounting: str) -> TimeExpression | None:
        """The nearest expression before the number; 每年, 连续9年 give way to one that names a time."""
        earlier = [
            t
            for t in earlier
            if not (
                dating.is_future(t, self.dated_on)
                or dating.is_newsday(self.text, t, at)
                or dating.is_base(self.text, t, at)
                or dating.names_title(self.text, t, at)
                or dating.is_event(self.text, t, at)
                or dating.of_start_alone(self.text, t, at)
                or dating.is_of_object(self.text, t, at)
                or dating.names_promise(self.text, t)
                or dating.is_end_of_change(self.text, t, at)
                or dating.is_start(self.text, t, at)
                or self._is_spent(t, at)
                or dating.names_works(self.text, t, self.inherited.stock)
            )
        ]
        if accounting == FLOW:
            earlier = [t for t in earlier if t.rule != "now:held"]
        named = [t for t in earlier if t.kind not in ("recurring", "duration")]
        if not named:
            near = earlier[-1] if earlier else None
            return None if near is None or dating.is_each(self.text, near, at, accounting == FLOW) else near
        if len(named) > 1 and named[-1].rule == "now:held" and named[-2].rule.endswith(":cutoff"):
            named.pop()  # 截至9月底,我区现有
        nearest = dating.of_works(self.text, named) or named[-1]
        if accounting == FLOW and nearest.rule == "year" and len(named) > 1 and named[-2].kind in ("span", "vague"):
            # 多年来,…,2025年达到X元,累计Y人次: the total is of the whole time
            clause = self._clause_start(at)
            if nearest.end < clause and flows.TOTAL.search(self.text, clause, at):
                return named[-2]
        return nearest if accounting == FLOW else flows.cutoff_of(self.text, nearest, named)

    def _is_spent(self, time: TimeExpression, at: int) -> bool:
        """其中2022年24所、2023年22所,新增园位1.26万个: years with one number each date no number after their list."""
        return time.start in self._itemised and CLAUSE_END.search(self.text, time.end, at) is not None

    def _listed(self, at: int, times: list[TimeExpression]) -> Period | None:
        """2021年、2022年分别为A、B: the periods of a list and the numbers of a list, one to one."""
        again = named_again(self.text, at, self._between(0, at))
        time = again or next(
            (t for t in reversed(times) if t.kind == "list" or t.rule in ("years", "last_years")), None
        )
        if time is None:
            return None
        begin, end = min(time.start, at), max(time.end, at)
        if not again and (end - begin > 160 or not _EACH.search(self.text, max(0, begin - 40), end)):
            return None
        parts = time.parts or years_of(time)
        place, count = place_in_list(self.text, at)
        return Period(*parts[place], "stated") if count == len(parts) else None

    def _moved(
        self, start: int, at: int, governor: TimeExpression | None, later: list[TimeExpression]
    ) -> Period | None:
        """由12所减至9所, 2018至2023年由12所减至9所: the two values of a change are of the two ends of its time."""
        whole = governor if governor is not None and governor.rule == "years" else None
        from_before = moves.may_begin(self.text, at)
        near = governor is not None and at - governor.end <= 2
        number = NUMBER.match(self.text, at) if (whole or from_before) and not near else None
        if number is None:
            return None
        if from_before and (noted := dating.in_brackets(self.text, at, later)):
            return self._stated(noted)
        if from_before and moves.begins(self.text, self._clause_start(at), at, number.end()):
            return self._year_of(whole.period_start) if whole else self._base_of(start, at)
        if whole and moves.ends(self.text, at):
            return self._year_of(whole.period_end)
        return None

    def _year_of(self, on: date | None) -> Period:
        return UNKNOWN if on is None else Period(*year_span(on.year), "stated")

    def _base_of(self, start: int, at: int) -> Period:
        """与“十二五”末相比,…由80.2%提高到; 由2015年的98所减至41所,初中由18所: the time that is compared with, or that the change before began with."""
        i = bisect_right(self._than_ends, at)
        time = self._than[i - 1] if i else None
        if (
            time is not None
            and time.start >= start
            and _SET_AGAINST.search(self.text, max(start, time.start - 2), time.start)
        ):
            return self._stated(time)
        earlier = [t for t in self._between(start, at) if self.text[max(0, t.start - 1) : t.start] in ("由", "从")]
        if earlier:
            return self._stated(earlier[-1])
        aims = any(t.kind == "due" and dating.is_future(t, self.dated_on) for t in self._between(start, at))
        return self._document() if aims else UNKNOWN

    def _clause_start(self, at: int) -> int:
        low = max(0, at - 120)
        return max((m.end() for m in CLAUSE_END.finditer(self.text, low, at)), default=low)

    def _stated(self, time: TimeExpression) -> Period:
        if time.rule == "campaign":
            whole, on = self.inherited.campaign, self.dated_on
            if whole is None or (on is not None and whole.start is not None and whole.start > on):
                return self._up_to_document()
            return Period(
                whole.start, whole.end if on is None or whole.end is None else min(whole.end, on), "inherited"
            )
        flow = self.inherited.flow  # 今年以来 of a summary signed in the year's last days
        if flow and time.rule.startswith("this_year") and nearly_over(flow, time.period_start, self.dated_on):
            return Period(flow.start, flow.end, "stated")
        if flow and time.rule == "plan" and time.period_end is None and time.period_start == flow.start:
            return Period(flow.start, flow.end, "stated")  # “十三五”期间, of a paper on it without a date
        if time.rule == "plan" and dating.is_over(time, self.inherited.campaign):
            return Period(time.period_start, time.nominal_end, "stated")
        known = (time.period_start, time.period_end) != (None, None)
        return Period(time.period_start, time.period_end, "stated") if known else UNKNOWN

    def _document(self) -> Period:
        return UNKNOWN if self.dated_on is None else Period(self.dated_on, self.dated_on, "document")

    def _up_to_document(self) -> Period:
        return UNKNOWN if self.dated_on is None else Period(None, self.dated_on, "document")
