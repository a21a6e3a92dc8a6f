"""Which indicator of the catalogue a number states.

What belongs here: strong aliases, crossed lists, weak words by linking.yaml, and what a number without a noun of
its own takes over from the number before it.  What does not: level of education (schooling), measure (measures),
kind (kinds).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.lexicon import Hit, Link, links_by_unit
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.passage import Number, Passage

_JOINT = re.compile(r"\s?(?:[、/]|和|与|及|以及)\s?(?:其?中?)")
_EACH = re.compile(r"(?:均|都|双双|各|同步|分别均)[一-鿿]{0,4}$")
_RESPECTIVELY = re.compile(r"分别|依次|各为|各达")
_DERIVED = {"CNY/person": ("CNY",), "m2/person": ("m2",), "person/100 students": ("person",), "room/100 students": ("room",), "CNY/year": ("CNY",), "index": (None,), "year": ("year",), "student/teacher": ("student/teacher", None)}


@dataclass(frozen=True, slots=True)
class Linked:
    """What a number is about; `rule` says how it was found."""

    code: str | None
    rule: str
    level: str | None = None
    measure: str | None = None
    at: tuple[int, int] | None = None


@dataclass(slots=True)
class Record:
    """A number that was read, for those after it that lean on it."""

    linked: Linked
    unit: str | None
    level: str | None
    number: Number
    measure: str
    label: str
    heads: frozenset[str] = frozenset()


@dataclass(slots=True)
class Thread:
    """What carries on from number to number within a section: `records` of this paragraph, and what headings say."""

    records: list[Record] = field(default_factory=list)
    heading_level: str | None = None
    heading_topic: str | None = None
    heading_words: frozenset[str] = frozenset()


def fits(code: str, unit: str | None, measure: str) -> bool:
    """Whether an indicator can be stated in a unit."""
    if measure != "level" or unit == "rank":
        return True
    indicator = catalogue().indicators[code]
    return unit in indicator.units_allowed or unit == indicator.unit or unit in _DERIVED.get(indicator.unit, ())


def link(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> list[Linked]:
    """The indicators that a number states: one, several where one number speaks for several, never none.

    A code of None stands for a statistic that the catalogue does not name.
    """
    listed = _from_list(passage, number, unit, measure, thread)
    if listed:
        return [listed]
    aliases = _aliases(passage, number, unit, measure)
    if aliases:
        return aliases
    if measure.name != "level":
        leaning = _antecedent(number, unit, measure, thread)
        if leaning:
            return [leaning]
    weak = _weak(passage, number, unit, thread)
    if weak:
        return [weak]
    carried = _carried(passage, number, unit, thread)
    return [carried or Linked(None, "no indicator of the catalogue fits")]


def _coded(passage: Passage, start: int, end: int, unit: str | None, measure: str) -> list[tuple[Hit, str, str | None]]:
    """Strong aliases that fit the unit, in order."""
    found = []
    for hit in passage.hits.within(start, end):
        for code, level in hit.word.codes:
            if fits(code, unit, measure):
                found.append((hit, code, level))
                break
    return found


def _run(passage: Passage, found: Sequence[tuple[Hit, str, str | None]]) -> list[tuple[Hit, str, str | None]]:
    """The last aliases that are joined by 、 or 和 alone."""
    run = list(found[-1:])
    for item in reversed(found[:-1]):
        gap = passage.text[item[0].end : run[0][0].start]
        if not (_JOINT.fullmatch(gap) or (gap[:1] in "、和与及" and len(gap) <= 12 and not re.search(r"[,，。;；\d]", gap))):
            break
        run.insert(0, item)
    return run


def _from_list(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """公办园占比、普惠率分别达59.96%、95%: the nth number belongs to the nth name."""
    group = number.group
    if len(group) < 2:
        return None
    first = passage.numbers[group[0]]
    position = group.index(number.index)
    lead_start = max(first.sentence[0], passage.numbers[group[0] - 1].quantity.end if group[0] else 0)
    run = _run(passage, _coded(passage, lead_start, first.quantity.start, unit, measure.name))
    lead = passage.text[lead_start : first.quantity.start]
    if len(run) == len(group):
        hit, code, level = run[position]
        return Linked(code, f"list: {hit.word.text}", level, at=(hit.start, hit.end))
    if not run and _RESPECTIVELY.search(lead):
        recent = [r for r in thread.records if r.number.sentence == number.sentence and r.number.index < group[0]]
        if len(recent) >= len(group):
            record = recent[len(recent) - len(group) + position]
            return Linked(record.linked.code, "list: in the order of the numbers before it", record.level, at=record.linked.at)
    if run:
        hit, code, level = run[-1]
        return Linked(code, f"list after {hit.word.text}", level, at=(hit.start, hit.end))
    return None


def _aliases(passage: Passage, number: Number, unit: str | None, measure: Measure) -> list[Linked]:
    if number.forward:
        start, end = number.right if unit not in ("%", "pp", None) else (number.quantity.end, number.clause[1])
        found = _coded(passage, start, end, unit, measure.name)
        if found:
            hit, code, level = found[0] if unit == "%" else found[-1]
            return [Linked(code, f"alias after the number: {hit.word.text}", level, at=(hit.start, hit.end))]
        if unit not in ("CNY", "%", "pp"):
            return []
    found = _coded(passage, *number.left, unit, measure.name)
    if not found and len(number.group) == 1:
        before = passage.numbers[number.index - 1].quantity.end if number.index else 0
        found = _coded(passage, max(before, number.clause[0]), number.quantity.start, unit, measure.name)
    if not found:
        return []
    run = _run(passage, found)
    tail = passage.text[run[-1][0].end : number.quantity.start]
    chosen = run if len(run) > 1 and _EACH.search(tail.rstrip("达到为超过是")) else run[-1:]
    return [Linked(code, f"alias: {hit.word.text}", level, at=(hit.start, hit.end)) for hit, code, level in chosen]


def _antecedent(number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """同比提高9个百分点: a change, growth or gap of what was just stated."""
    for record in reversed(thread.records):
        if number.sentence[0] - record.number.sentence[1] > 0:
            return None
        rate = record.unit in ("%", "pp") and record.measure != "growth"
        if unit == "pp" and not (rate or record.measure == "growth"):
            continue
        if unit in ("%", "pp", "rank") or record.unit == unit:
            return Linked(record.linked.code, "speaks of the number before it", record.level, at=record.linked.at)
    return None


def _words(passage: Passage, start: int, end: int) -> set[str]:
    return {h.word.text.replace("（", "(").replace("）", ")") for h in passage.hits.within(start, end)}


def _weak(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    before = passage.numbers[number.index - 1] if number.index else None
    territory = max(number.sentence[0], before.right[1] if before else 0)
    heads = _words(passage, *(number.right if number.forward else number.left))
    if not heads:
        heads = _words(passage, territory, number.quantity.start) if not number.forward else set()
    near = _words(passage, min(territory, number.clause[0]) if before is None or before.right[1] <= number.clause[0] else before.right[1], number.clause[1])
    verbs = _words(passage, territory, number.quantity.start) | _words(passage, number.clause[0], number.quantity.start)
    after = _words(passage, number.quantity.end, min(number.sentence[1], number.quantity.end + 40))
    topic = topic_at(passage, number.quantity.start, thread)
    inherited = thread.records[-1].heads if thread.records and not any(w in heads for link in links_by_unit().get(unit or "", ()) for w in link.head) else frozenset()
    for candidate in links_by_unit().get(unit or "none", ()):
        if _holds(candidate, heads, verbs, near, after, topic):
            return Linked(candidate.code, _told(candidate, heads, verbs, near), candidate.level, candidate.measure)
        if inherited and candidate.head and candidate.verb and _holds(candidate, set(inherited), verbs, near, after, topic):
            return Linked(candidate.code, "noun of the number before it", candidate.level, candidate.measure)
    return None


def _holds(link: Link, heads: set[str], verbs: set[str], near: set[str], after: set[str], topic: str | None) -> bool:
    return (
        (not link.head or not link.head.isdisjoint(heads))
        and (not link.verb or not link.verb.isdisjoint(verbs))
        and (not link.near or not link.near.isdisjoint(near))
        and (not link.after or not link.after.isdisjoint(after))
        and (not link.topic or topic in link.topic)
        and (not link.unless or (link.unless.isdisjoint(near) and link.unless.isdisjoint(heads)))
    )


def _told(link: Link, heads: set[str], verbs: set[str], near: set[str]) -> str:
    parts = [sorted(asked & there)[0] for asked, there in ((link.verb, verbs), (link.head, heads), (link.near, near)) if asked & there]
    return "words: " + " + ".join([*parts, *sorted(link.topic)[:1]])


def topic_at(passage: Passage, at: int, thread: Thread) -> str | None:
    """What the paragraph speaks of at a number: the nearest topic before it, else the heading's."""
    topic = thread.heading_topic
    for hit in passage.hits:
        if hit.start >= at:
            break
        if hit.word.topic:
            topic = hit.word.topic
    return topic


def _carried(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """省级示范幼儿园14所、市级87所: a list member without a noun takes the noun before it."""
    if not thread.records or number.forward:
        return None
    record = thread.records[-1]
    own = passage.text[number.left[0] : number.left[1]]
    listed = own[:1] in "、和及" or (own[:1] in ",，(（" and len(own) <= 8)
    if record.number.sentence != number.sentence or record.unit != unit or not listed or len(own) > 10:
        return None
    if any(h.word.phrase for h in passage.hits.within(*number.left)) or re.search("[一-鿿]{5,}", own):
        return None
    return Linked(record.linked.code, "list: noun of the number before it", record.level, record.linked.measure, record.linked.at)
