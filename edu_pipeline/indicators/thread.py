"""What goes on from number to number: the numbers read before, and what headings say.

What belongs here: the records that later rules lean on.  What does not: how they are used (linking, schooling).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from edu_pipeline.indicators.inherited import Inherited, Period, as_at
from edu_pipeline.indicators.passage import Number
from edu_pipeline.language.gazetteer import Region


@dataclass(slots=True)
class Linked:
    """What a number is about; `rule` says how it was found, `at` where its name stands, `of` which number a change, gap or
    rank speaks of, `name` which of several names it is that one number speaks for."""

    code: str | None
    rule: str
    level: str | None = None
    measure: str | None = None
    at: tuple[int, int] | None = None
    unit: str | None = None
    of: Record | None = None
    name: tuple[int, int] | None = None

    def unit_of(self, number: Number, unit: str | None) -> str | None:
        """The unit that this gives a number which is printed with none, or with a weak classifier."""
        return self.unit if self.unit and (unit is None or number.quantity.unit == "weak") else unit


@dataclass(slots=True)
class Record:
    """A number that was read, for those after it that lean on it; `accounting`: as a stock, a rate or a flow."""

    linked: Linked
    unit: str | None
    level: str | None
    number: Number
    measure: str
    label: str
    heads: frozenset[str] = frozenset()
    accounting: str = ""


class Whole(NamedTuple):
    """What the line above a list counts, whose parts the items are."""

    code: str
    unit: str
    level: str


class Total(NamedTuple):
    """When what a place did as a whole was done, the indicators that count it, and whether its sentence goes on below."""

    period: Period
    codes: frozenset[str]
    goes_on: bool


class Section(NamedTuple):
    """What headings say of the text below them.

    level, topic and code (the one indicator that it names): of the last heading; paper_level, paper_topic: of the paper's
    title.  nature: report, plan, or None where the whole paper decides.  year: the one reported on or planned for (全年).
    as_of: the day that figures without a time word are of (截至2024年底).  due: when what it plans is due.
    reported: the year of what its heading says was done in it (2018年工作回顾).
    outcome: the year whose aims its heading gives the outcome of (2025年主要指标完成情况).
    opened, opened_due: nature and due day that the opening of this paragraph gives; holds: for the list below it as well;
    opened_by: the sort of its own marker, if it is an item itself; opened_at: where in the paragraph that begins.
    above: behind a heading that speaks for itself alone, the one nature that was before it.
    led: when things were done that a list tells of, after the paragraph that leads to it (五年来,成效明显:).
    spoken: the one level that the paragraph before spoke of (这项工作).
    told: the year that a tagged section of a paper without a date opened with (【教育】2022年), for its paragraphs.
    listed: the one indicator that the line above this list names (各级教育生均支出：).
    total: when what the place did as a whole was done, for its parts place by place below.
    named: the years that the text named last, from one to another (2014年至2017年).
    place: the place within the article's own that the section is about, and place_in: the heading that says so.
    school: a headline names one school (● 亭旁小学:…), of which all below it tells.
    authority: what is read is a paper of an authority, which a school's page hands on.
    citizen: what is read is the letter or post of a citizen, on a page that answers it (voices).
    whole: what the items of this list are parts of; listed_at: the day that the line above them gives.
    """

    level: str | None = None
    topic: str | None = None
    paper_level: str | None = None
    paper_topic: str | None = None
    nature: str | None = None
    year: int | None = None
    as_of: date | None = None
    due: Period | None = None
    reported: Period | None = None
    outcome: Period | None = None
    opened: str | None = None
    opened_due: Period | None = None
    holds: bool = False
    opened_by: str = ""
    opened_at: int = 0
    code: str | None = None
    above: tuple[str | None, ...] = ()
    whole: Whole | None = None
    led: Period | None = None
    listed_at: date | None = None
    spoken: str | None = None
    told: Period | None = None
    listed: str | None = None
    total: Total | None = None
    named: Period | None = None
    place: Region | None = None
    place_in: str = ""
    school: bool = False
    authority: bool = False
    citizen: bool = False

    def hands_down(self, inherited: Inherited, *, dated: bool) -> Inherited:
        """What the article says of times, with what this section says more nearly; `dated`: the paper has a date."""
        as_of = self.listed_at or self.as_of
        inherited = as_at(inherited, as_of) if as_of else inherited
        if done := self.led or self.reported:
            inherited = inherited._replace(flow=done)
        if self.outcome:
            inherited = inherited._replace(stock=self.outcome, flow=self.outcome, target=self.outcome)
        if not dated:
            inherited = inherited._replace(above=self.told)
        if self.named:
            inherited = inherited._replace(named=self.named)
        if due := self.opened_due or self.due:
            inherited = inherited._replace(target=due)
        return inherited


_KEPT = 72


@dataclass(slots=True)
class Thread:
    """What carries on from number to number: `records` of this paragraph, and the section that it stands in."""

    records: list[Record] = field(default_factory=list)
    section: Section = Section()

    def remembered(self) -> list[Record]:
        """The records that later numbers lean on: the first and the last of an endless paragraph."""
        return self.records if len(self.records) <= _KEPT else [*self.records[:8], *self.records[8 - _KEPT :]]

    def said_in(self, sentence: tuple[int, int]) -> list[Record]:
        """What the numbers of a sentence were read as, looking back no further than that sentence."""
        found: list[Record] = []
        for record in reversed(self.records):
            said = record.number.sentence
            if said[1] <= sentence[0]:
                break
            if said == sentence:
                found.append(record)
        return found[::-1]


def one_level(records: Iterable[Record], *, both: bool = False) -> str | None:
    """The level of all that is named, when it is one, or one that holds the others as its parts (高校3所,其中高职2所).

    both: primary and lower secondary schools together are one.
    """
    levels: set[str | None] = set()
    for record in records:
        if record.linked.code:
            levels.add(record.level)
        if len(levels) > _MOST_LEVELS:
            return None  # no level holds so many: an endless paragraph is not read to its other end
    if len(levels) < 2:
        return next(iter(levels), None)
    if both and levels == {"primary", "lower_secondary"}:
        return "compulsory"
    return next((level for level in levels if levels <= {level, *_PARTS.get(level or "", ())}), None)


_PARTS = {"tertiary": ("tertiary_vocational",)}
_MOST_LEVELS = 1 + max(map(len, _PARTS.values()))


def kin(one: str | None, other: str | None) -> bool:
    """Whether two numbers are in the same unit, or both are money."""
    return one == other or bool(one and other and one.startswith("CNY") and other.startswith("CNY"))


_LEAST_SUM = 100_000
"""Yuan: no pupil gets so many, and 1万元 may be a norm."""


def is_a_sum(number: Number, record: Record) -> bool:
    """每生每年200元,今年安排616万元: what all of them cost is no more of what one gets."""
    norm = record.linked.code == "per_student_expenditure" and record.number.quantity.magnitude is None
    return norm and number.quantity.magnitude is not None and number.quantity.value >= _LEAST_SUM


def bracketed(text: str, record: Record, number: Number) -> int | None:
    """Where, in its sentence, the bracket opens that holds a number and closes before another; None if none does."""
    lead, between = (
        text[record.number.sentence[0] : record.number.quantity.start],
        text[record.number.quantity.end : number.quantity.start],
    )
    opened = max(lead.rfind("("), lead.rfind("（"))
    if opened <= max(lead.rfind(")"), lead.rfind("）")) or not any(close in between for close in ")）"):
        return None
    return opened


def in_brackets(text: str, record: Record, number: Number) -> bool:
    """Whether a number stands, with its name, in brackets that close before another."""
    opened = bracketed(text, record, number)
    if opened is None:
        return False
    named = record.linked.at  # 覆盖率比2020年(86.4%)提高4个百分点: the name stands before the bracket
    return named is None or named[1] > record.number.sentence[0] + opened
