"""What goes on from number to number: the numbers read before, and what headings say.

What belongs here: the records that later rules lean on.  What does not: how they are used (linking, schooling).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.passage import Number

_DERIVED = {
    "CNY/person": ("CNY",),
    "m2/person": ("m2",),
    "person/100 students": ("person",),
    "room/100 students": ("room",),
    "CNY/year": ("CNY",),
    "index": (None,),
    "year": ("year",),
    "student/teacher": ("student/teacher", None),
}


@dataclass(frozen=True, slots=True)
class Linked:
    """What a number is about; `rule` says how it was found."""

    code: str | None
    rule: str
    level: str | None = None
    measure: str | None = None
    at: tuple[int, int] | None = None
    unit: str | None = None


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
    section: str | None = None


def fits(code: str, unit: str | None, measure: str) -> bool:
    """Whether an indicator can be stated in a unit."""
    if measure != "level" or unit == "rank":
        return True
    indicator = catalogue().indicators[code]
    return unit in indicator.units_allowed or unit == indicator.unit or unit in _DERIVED.get(indicator.unit, ())
