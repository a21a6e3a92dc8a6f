"""A paragraph's numbers as rows: what each is, and what the statistics among them state.

What belongs here: the order in which the rules of this package and of language are applied to one paragraph, and the
reason that is kept for each number.  What does not: the rules themselves, and documents (extract).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import NamedTuple, TypeVar

from edu_pipeline.indicators import kinds, leaning, linking, measures, norms, schooling, tales
from edu_pipeline.indicators.accounting import YEARLY, accounting_of, is_yearly
from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.counted_units import unit_of
from edu_pipeline.indicators.definitions import of_service
from edu_pipeline.indicators.fitting import summed
from edu_pipeline.indicators.inherited import NOTHING, Inherited, Period
from edu_pipeline.indicators.labels import label_of
from edu_pipeline.indicators.level_words import merged
from edu_pipeline.indicators.lexicon import find_words
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.mentioned import places_of
from edu_pipeline.indicators.numerals_in_words import stated_in_words
from edu_pipeline.indicators.outlook import PLAN, turns_ahead
from edu_pipeline.indicators.passage import Number, Passage, passage
from edu_pipeline.indicators.ranks_in_words import find_ranks
from edu_pipeline.indicators.signed import changed
from edu_pipeline.indicators.stated_units import stated_unit
from edu_pipeline.indicators.thread import Linked, Record, Thread, one_level
from edu_pipeline.indicators.timing import Timeline
from edu_pipeline.indicators.totals import date_with_total
from edu_pipeline.language.cues import Cued
from edu_pipeline.language.identifiers import Identifier, find_identifiers
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.periods import find_times
from edu_pipeline.language.periods_scan import TimeExpression
from edu_pipeline.language.place_lists import regions_of
from edu_pipeline.language.place_scope import region_of
from edu_pipeline.language.places import PlaceMention, Region
from edu_pipeline.language.quantities import Quantity, find_quantities

_DIGIT = re.compile(f"[{DIGITS}]")
_PRINTED = re.compile(rf"[{DIGITS}]{{1,3}}(?:,[{DIGITS}]{{3}})+(?![{DIGITS}])|[{DIGITS}]+(?:[.．][{DIGITS}]+)?")
_STATISTIC = ("observation", "target")
_AT_LEAST = re.compile("(?:满|超过|不满|不足)$")
_KIND_OF_NAME = {
    "clock time": "period",
    "year in a name": "period",
    "latitude or longitude": "anecdote",
    "threshold of what is counted": "definition",
    "web address or file name": "noise",
    "page number": "noise",
    "page of a contents line": "noise",
    "size of a file": "noise",
    "counter of a page": "noise",
    "name or time of a comment": "noise",
    "registration of a site": "noise",
}
"""What digits in a name are, where they are no identifier."""


class Setting(NamedTuple):
    """What an article gives its paragraphs: its place, its date D, and whether it plans or reports.

    `stands_on`: the day from which it looks back and ahead, D or else what its title tells (outlook).  `one_school`: it is
    a school's own report (tales).  `fund`: what its title says that it pays out (headings).
    """

    home: Region | None
    dated_on: date | None
    plan: bool = False
    inherited: Inherited = NOTHING
    stands_on: date | None = None
    one_school: bool = False
    fund: str = ""


@dataclass(slots=True)
class Statement:
    """One statistic, without the quantity's own columns."""

    indicator: str | None
    label: str
    level: str
    measure: str
    nature: str
    comparator: str
    value: float
    value_max: float | None
    unit: str
    region: Region | None
    period: Period
    reference: str | None
    rule: str


@dataclass(slots=True)
class Found:
    """One number: its span, its kind and reason, and what it states."""

    start: int
    end: int
    kind: str
    reason: str
    value: float | None = None
    value_max: float | None = None
    unit: str | None = None
    unit_text: str | None = None
    comparator: str | None = None
    value_end: int = 0
    sentence: tuple[int, int] = (0, 0)
    statements: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class _Surroundings:
    """What a number's paragraph and article say about it."""

    places: list[PlaceMention]
    timeline: Timeline
    setting: Setting
    thread: Thread
    told: list[tuple[int, int]]
    turn: int | None = None

    def stands_on(self) -> date | None:
        """The day that tells past from future: that of the paper, or the first of the year that its section plans for."""
        section, on = self.thread.section, self.setting.stands_on
        ahead = section.nature == PLAN and section.year is not None and on is not None and section.year > on.year
        return date(section.year, 1, 1) if ahead and section.year else on

    def plans_at(self, at: int) -> bool:
        """Whether an unmarked clause is a target: the paragraph before it or the section says so, else the paper."""
        if self.turn is not None and at >= self.turn:
            return True
        section = self.thread.section
        nature = (section.opened if at >= section.opened_at else None) or section.nature
        return self.setting.plan if nature is None else nature == PLAN


def read_paragraph(text: str, setting: Setting, thread: Thread, *, furniture: bool = False) -> list[Found]:
    """Every number of a paragraph, in order and without overlap; `thread` carries over what headings say."""
    if furniture:
        return _furniture(text)
    ranks, printed = find_ranks(text), _DIGIT.search(text) is not None
    if not printed and not stated_in_words(text, ranks, ()):
        return []
    times = find_times(text, setting.dated_on, thread.section.year)
    dated = [t for t in times if t.digits]
    ranks = _apart(ranks, dated)
    names = _apart(find_identifiers(text) if printed else [], [*dated, *ranks])
    spans: list[TimeExpression | Identifier | Quantity] = [*dated, *names, *ranks]
    taken = sorted((t.start, t.end) for t in spans)
    quantities = _apart(stated_in_words(text, [*find_quantities(text, taken), *ranks], times), [*dated, *names])
    found = [Found(t.start, t.end, _kind_of_time(text, t), f"date or span of time: {t.rule}") for t in dated]
    found += [Found(n.start, n.end, _KIND_OF_NAME.get(n.rule, "identifier"), n.rule) for n in names]
    if quantities:
        found += _read_quantities(text, quantities, times, setting, thread)
    return sorted(found, key=lambda f: f.start)


def _kind_of_time(text: str, time: TimeExpression) -> str:
    """A length of time may be part of what is counted (5年一周期, 从教满30年的教师), or of one person's life (从教31年)."""
    served = of_service(text, time.start, time.end) if time.kind == "duration" else None
    return "definition" if time.definition else served or "period"


def _furniture(text: str) -> list[Found]:
    """Contents pages and site boilerplate: list numbers and dates are what they are, the rest is noise."""
    times = [t for t in find_times(text, None) if t.digits]
    found = [Found(t.start, t.end, "period", f"date or span of time: {t.rule}") for t in times]
    numbered = [
        n
        for n in _apart(find_identifiers(text), times)
        if n.rule in ("section number", "telephone number", "index or document number")
    ]
    found += [Found(n.start, n.end, "identifier", n.rule) for n in numbered]
    at = 0
    for start, end in sorted([*((f.start, f.end) for f in found), (len(text), len(text))]):
        rest = _PRINTED.finditer(text, at, start)  # between what was named: 5.2021年工作总结 is a 5 and a year
        found += [Found(m.start(), m.end(), "noise", "page furniture") for m in rest]
        at = max(at, end)
    return sorted(found, key=lambda f: f.start)


_Named = TypeVar("_Named", Identifier, Quantity)


def _apart(names: list[_Named], dated: Sequence[TimeExpression | Identifier | Quantity]) -> list[_Named]:
    """Names, ranks or quantities that no date, and those that no name or rank touches; all are in order."""
    spans = sorted((d.start, d.end) for d in dated)
    starts = [start for start, _ in spans]
    kept = []
    for name in names:
        i = bisect_left(starts, name.end)
        if not i or spans[i - 1][1] <= name.start:
            kept.append(name)
    return kept


def _read_quantities(
    text: str, quantities: list[Quantity], times: list[TimeExpression], setting: Setting, thread: Thread
) -> list[Found]:
    laid_out = passage(text, find_words(text), times, quantities)
    laid_out.places = places = places_of(laid_out, setting.home, setting.dated_on)
    inherited = thread.section.hands_down(setting.inherited, dated=setting.dated_on is not None)
    sentences = None if "\n" in text else laid_out.cuts.sentences  # a line break ends no sentence for times
    timeline = Timeline(text, times, setting.dated_on, inherited, sentences)
    told, turn = tales.spans(text), turns_ahead(text, times, setting.stands_on, setting.plan)
    thread.records.clear()
    around = _Surroundings(places, timeline, setting, thread, told, turn)
    found = [_read_number(laid_out, number, around) for number in laid_out.numbers]
    years = next((t for t in reversed(times) if t.rule == "years" and t.governs), None)
    named = Period(years.period_start, years.nominal_end or years.period_end, "inherited") if years else None
    total = date_with_total(text, found, thread.section, setting.dated_on)
    thread.section = thread.section._replace(
        spoken=one_level(thread.records), named=named or thread.section.named, total=total
    )
    return found


def _read_number(laid_out: Passage, number: Number, around: _Surroundings) -> Found:
    quantity = number.quantity
    found = Found(
        quantity.start,
        quantity.end,
        "identifier",
        "a bare number that counts nothing named",
        quantity.value,
        quantity.value_max,
        quantity.unit if quantity.unit not in ("weak", "ratio") else None,
        quantity.unit_text,
        quantity.comparator,
        quantity.numeral_end,
        number.sentence,
    )
    moved = changed(laid_out, number, around.thread)
    unit = moved[1] if moved else unit_of(laid_out, number)
    found.unit = unit
    kind = kinds.kind_of(
        laid_out,
        number,
        plan=around.plans_at(quantity.start),
        tale=(bool(around.told) and any(a <= quantity.start < b for a, b in around.told))
        or around.thread.section.citizen
        or (
            ((around.setting.one_school and not around.thread.section.authority) or around.thread.section.school)
            and unit is not None
            and not tales.speaks_of_place(laid_out, number)
        ),
        on=around.stands_on(),
    )
    if kind.kind not in _STATISTIC:
        found.kind, found.reason = kind
        return found
    left = laid_out.text[number.lead[0] : number.lead[1]]
    lead = laid_out.text[number.clause[0] : laid_out.numbers[number.group[0]].quantity.start] if number.group else left
    after = laid_out.text[quantity.end : quantity.end + 8]
    measure = moved[0] if moved else measures.measure_of(left, unit, lead, after, number.said)
    linked = linking.link(laid_out, number, unit, measure, around.thread) if moved is None else [moved[2]]
    unit = found.unit = linked[0].unit_of(number, unit)
    if unit is None and not any(item.code for item in linked):
        return found
    if unit == "year" and not any(item.code for item in linked):
        bounded = _AT_LEAST.search(laid_out.text, max(0, quantity.start - 3), quantity.start)
        found.kind, found.reason = "definition" if bounded else "period", "a span of years that measures nothing named"
        return found
    found.kind, found.reason = kind.kind, f"{kind.reason}; {'; '.join(dict.fromkeys(item.rule for item in linked))}"
    found.statements = _statements(laid_out, number, unit, measure, linked, around, kind.kind)
    return found


def _statements(
    laid_out: Passage,
    number: Number,
    unit: str | None,
    measure: Measure,
    linked: list[Linked],
    around: _Surroundings,
    kind: str,
) -> list[Statement]:
    statements, quantity = [], number.quantity
    comparator = "eq" if norms.bounds_value(laid_out, number) else quantity.comparator
    asked = laid_out.text, quantity.start, number.sentence, around.places, around.setting.home
    each = regions_of(*asked, unit == "%") if len(number.group) == 1 else ()
    regions = each or (region_of(*asked),)
    nature = "target" if kind == "target" else "actual"
    for item in linked:
        levels = schooling.level_of(laid_out, number, item, around.thread)
        record = _record(laid_out, number, unit, item, measure, merged(levels), around.thread)
        name = record.measure
        canonical = stated_unit(laid_out, number, item, unit, name)
        period = around.timeline.assign(quantity.start, record.accounting, nature, name, number.sentence)
        moves = name in ("change", "growth", "gap")
        low, high = _signed(quantity.value, quantity.value_max, measure.sign if moves else 1)
        against = measure.reference if moves else None
        statements += [
            Statement(
                None if summed(item.code, name, canonical) else item.code,
                record.label,
                level,
                name,
                nature,
                comparator,
                low,
                high,
                canonical,
                region,
                period,
                against,
                item.rule,
            )
            for level, region in product(levels, regions)
        ]
        around.thread.records.append(record)
    return statements


def _record(
    laid_out: Passage, number: Number, unit: str | None, item: Linked, measure: Measure, level: str, thread: Thread
) -> Record:
    """What later numbers lean on."""
    name = item.measure or _settled(laid_out, number, item, measure)
    label = label_of(laid_out, number, item)
    heads = leaning.heads_of(laid_out, number, thread)
    return Record(item, unit, level, number, name, label, heads, _accounting(laid_out, number, item, name))


def _signed(value: float, value_max: float | None, sign: int | float) -> tuple[float, float | None]:
    """Value and upper end with their sign: 下降0.5至1个百分点 lies between -1 and -0.5."""
    if value_max is None:
        return sign * value + 0.0, None  # never -0.0
    low, high = sorted((sign * value + 0.0, sign * value_max + 0.0))
    return low, high


_ADDED = Cued(
    r"(?:新增|净增|增设|新设)[^,，。;；达为到至有\d]{0,18}(?:\d[\d.,]*\s?[人名所个位][、和][^,，。;；达到至总累\d]{0,12})*$"
)


def _is_added(laid_out: Passage, number: Number, item: Linked) -> bool:
    """新增省级示范园5所: a stock that grew, as 增加5所 is."""
    indicator = catalogue().indicators.get(item.code or "")
    if indicator is None or indicator.accounting != "stock" or indicator.code in ("schools_built", "new_places"):
        return False
    return _ADDED.search(laid_out.text, number.clause[0], number.quantity.start) is not None


def _settled(laid_out: Passage, number: Number, item: Linked, measure: Measure) -> str:
    """New places and floor area are counted, not changed."""
    if measure.name == "change" and item.code in ("new_places", "floor_area_built", "schools_built"):
        return "level"
    if measure.name == "level" and number.said & _ADDED.bit and _is_added(laid_out, number, item):
        return "change"
    return measure.name


def _in_digits(laid_out: Passage, number: Number) -> str:
    """The number and what follows it in its clause, with a numeral in characters as digits would have it."""
    text, quantity = laid_out.text, number.quantity
    if quantity.form != "chinese":
        return text[quantity.start : number.clause[1]]
    unit = quantity.unit_text or ("人" if unit_of(laid_out, number) == "person" else "")
    return f"{quantity.value:.0f}{unit}{text[quantity.end : number.clause[1]]}"


def _accounting(laid_out: Passage, number: Number, item: Linked, measure: str) -> str:
    """Stock, rate or flow; a change, gap or rank of another number is accounted as that number is."""
    if item.of is not None and item.of.accounting:
        return item.of.accounting
    indicator = catalogue().indicators.get(item.code or "")
    text, at = laid_out.text, number.quantity.start
    if is_yearly(item.code, text[max(number.sentence[0], at - 60) : at]):
        return YEARLY
    return accounting_of(
        indicator.accounting if indicator else ("rate" if number.quantity.unit in ("%", "pp", "ratio") else ""),
        measure,
        text[max(number.sentence[0], at - 60) : at],
        _in_digits(laid_out, number),
        share=indicator is not None and indicator.unit == "%" and measure in ("level", "change", "gap"),
        said=number.around,
    )
