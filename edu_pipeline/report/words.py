"""Codes and values in words for people.

What belongs here: how a value, a period or a code is shown on any page.  What does not: where it is shown.
"""

from __future__ import annotations

from datetime import date

KINDS = {
    "observation": ("Statistic", "a fact reported about a place"),
    "target": ("Target", "required, planned or hoped for"),
    "period": ("Period", "part of a date or a span of time"),
    "identifier": ("Identifier", "part of a name, an ordinal or a number of a paper"),
    "definition": ("Definition", "belongs to the definition of what is measured"),
    "anecdote": ("Anecdote", "a quantity that is no statistic of a place"),
    "noise": ("Noise", "the page's own: page numbers, menus, addresses"),
}
"""Kind of a number -> its name and its meaning; each has a look of its own (report.css)."""

SEVERITIES = {
    "error": ("Errors", "not to be trusted as it stands"),
    "warning": ("Warnings", "a person should look at it"),
    "info": ("Notes", "good to know"),
}
MEASURES = {
    "change": "absolute change",
    "growth": "relative change",
    "gap": "distance to another value",
    "rank": "rank",
}
BASES = {
    "stated": "stated beside the number",
    "document": "from the document's date",
    "inherited": "inherited from before",
    "registry": "from the registry",
}
RELATIONS = {
    "repeat": "Told again",
    "update": "Updated",
    "conflict": "Conflict",
    "target_actual": "Target beside actual",
    "standard_actual": "Standard beside actual",
}
_COMPARATORS = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than", "approx": "about"}
_PLAIN_UNITS = {"%": "%", "CNY": "yuan", "item": "", "index": "", "other": "", "rank": ""}


def number(value: float | None) -> str:
    """12345.0 -> 12,345; not more than six digits after the point, which no document prints."""
    if value is None:
        return ""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1e-6 else f"{value:g}"


def units(names: dict[str, str]) -> dict[str, str]:
    """Code of a unit -> what stands after a value; `names` are those of the table units."""
    return {code: name.split(" (")[0] for code, name in names.items()} | _PLAIN_UNITS


def amount(value: float | None, value_max: float | None, comparator: str | None, unit_name: str) -> str:
    """at least 85 %; 10 to 12 institutions"""
    if value is None:
        return ""
    said = number(value) if value_max is None else f"{number(value)} to {number(value_max)}"
    return " ".join(filter(None, (_COMPARATORS.get(comparator or ""), said, unit_name)))


def period(start: date | None, end: date | None) -> str:
    """2024; 2024-05-01; 2021-01-01 to 2024-12-31; up to 2024-12-31; empty when nothing is known."""
    if start is None or end is None:
        known = start or end
        return "" if known is None else f"{'up to' if start is None else 'from'} {known}"
    if start == end:
        return str(end)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    return f"{start} to {end}"


def code(name: str) -> str:
    """lower_secondary -> lower secondary"""
    return name.replace("_", " ")
