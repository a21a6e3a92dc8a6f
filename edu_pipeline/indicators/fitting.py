"""Which units the level, change, growth, gap or rank of an indicator can be in.

What belongs here: the catalogue's units_allowed, and what stands for them in print.  What does not: what follows from a
misfit (linking asks the next rule, quality quarantines), and bounds of values (quality.limits).
"""

from __future__ import annotations

from functools import lru_cache

from edu_pipeline.indicators.catalogue import Indicator, catalogue, units

USUAL, UNUSUAL, IMPOSSIBLE = 0, 1, 2
"""How a unit fits an indicator and measure: as the catalogue says; possible, but worth a look; of another dimension."""

MONEY = frozenset({"money", "money per person", "money per time"})
AREA = frozenset({"area", "area per person"})
PERSONS = frozenset({"persons", "ratio of persons", "count"})
PLACES = frozenset({"places", "count"})
SCHOOLS = frozenset(
    {
        "institutions", "groups", "projects", "bases", "studios", "classes", "rooms", "places of administration", "count",
        "rooms per person",
    }
)  # fmt: skip
_FAMILIES = (
    frozenset({"share", "share difference", "number", "ratio of persons", "rooms per person"}),
    MONEY,
    AREA,
    PERSONS,
    PLACES,
    SCHOOLS,
    frozenset({"time"}),
    frozenset({"rank", "count"}),
)
"""Dimensions of units.yaml that stand for one another in print: 个 counts anything, 生均 is dropped before 元."""


@lru_cache(maxsize=4096)
def unit_fit(code: str | None, measure: str, unit: str) -> int:
    """How well a unit fits, by catalogue code (None: not catalogued), measure and canonical unit.

    Sources: edu_pipeline.indicators.catalogue.Indicator.allowed; shared data model, "Units".
    """
    if unit not in units():
        return IMPOSSIBLE
    if measure == "growth":
        return USUAL if unit == "%" else UNUSUAL if unit in ("pp", "other") else IMPOSSIBLE
    if measure == "rank":
        return USUAL if unit == "rank" else UNUSUAL if unit in ("item", "other") else IMPOSSIBLE
    if code is None or code not in catalogue().indicators:
        return USUAL
    indicator = catalogue()[code]
    if unit in indicator.allowed(measure):
        return USUAL
    return UNUSUAL if _possible(indicator, measure, unit) else IMPOSSIBLE


def _possible(indicator: Indicator, measure: str, unit: str) -> bool:
    if unit == "other":
        return True
    if measure != "level" and unit in ("%", "pp"):
        return True
    if indicator.unit == "%" and measure != "level":
        return unit == "item"  # 14.7个 for 14.7个百分点
    if unit == "%":  # a share of the whole that the code names
        return indicator.accounting in ("stock", "flow")
    dimension = units()[unit].dimension
    allowed = {units()[other].dimension for other in indicator.units_allowed}
    return any(dimension in family and allowed & family for family in _FAMILIES)


def usual_units(measure: str) -> tuple[str, ...]:
    """Units of a measure, whatever the indicator."""
    return {"growth": ("%",), "rank": ("rank",)}.get(measure, ("its own unit",))


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
"""What is printed where words say for whom or how long (生均8.2平方米)."""


def fits(code: str, unit: str | None, measure: str) -> bool:
    """Whether a name can be that of a number in a printed unit: for a level just its own units, so that names compete."""
    indicator = catalogue().indicators[code]
    if measure == "change" and unit == "pp":
        return indicator.unit in ("%", "index")
    if unit == "rank":
        return True
    if measure != "level":
        return unit is None or unit_fit(code, measure, unit) != IMPOSSIBLE
    return unit in indicator.units_allowed or unit == indicator.unit or unit in _DERIVED.get(indicator.unit, ())


def summed(code: str | None, measure: str, unit: str) -> bool:
    """Whether an indicator is of what all get together, and the number of what one of them gets: 补助资金, 人均430元."""
    indicator = catalogue().indicators.get(code or "")
    return unit == "CNY/person" and measure == "level" and indicator is not None and unit not in indicator.units_allowed
