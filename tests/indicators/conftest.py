"""Reading a sentence or a small document and comparing it with what a careful reader would write down.

What belongs here: the notation in which the tests of this folder say what a number states, and the fixtures that read
a text and check it.  What does not: any sentence or rule.

An expectation is a pair (number as printed, meaning).  A meaning is a kind alone (`anecdote`, `definition`,
`identifier`, `period`, `observation`, `target`), `nothing` (no statistic may stand there), or a statement

    [target] indicator level value unit [key=value ...]

with `other` for an uncatalogued indicator, `*` for a field that does not matter, a value that may carry a comparator
(>=90 >90 <=3 <3 ~100), and the keys measure, region, on (2023-12-20, from..to, ..to, none).  A measure other than level
must be named.  Several statements of one number are joined by ` & `; each must be there, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.indicators.headings import sectioned
from edu_pipeline.indicators.linking import Thread
from edu_pipeline.indicators.statements import Setting, Statement, read_paragraph
from edu_pipeline.language.places import home_place

Expected = Sequence[tuple[str, str]]

COMPARATORS = (("ge", ">="), ("le", "<="), ("gt", ">"), ("lt", "<"), ("approx", "~"))
STATISTIC = ("observation", "target")
KINDS = (*STATISTIC, "anecdote", "definition", "identifier", "period", "noise")


@dataclass
class Number:
    """One number as it was read: its span, kind, and each statement as fields."""

    start: int
    end: int
    kind: str
    statements: list[dict[str, str]] = field(default_factory=list)


@pytest.fixture
def reads() -> Callable[..., None]:
    """reads(text, expected, place=, on=, plan=, heading=): read one paragraph of an article and check its numbers."""

    def check(
        text: str,
        expected: Expected,
        place: str = "泾川县",
        on: date | None = date(2023, 12, 20),
        plan: bool = False,
        heading: str | None = None,
    ) -> None:
        thread = Thread()
        if heading:
            sectioned(heading, thread)
        found = read_paragraph(text, Setting(home_place(f"{place}教育工作总结", [], None), on, plan), thread)
        _compare(text, expected, [Number(f.start, f.end, f.kind, [_said(s) for s in f.statements]) for f in found])

    return check


@pytest.fixture
def reads_document() -> Callable[[str, Expected], None]:
    """reads_document(text, expected): the same for a whole document."""

    def check(text: str, expected: Expected) -> None:
        rows = extract_document(text.encode(), "made-up.txt")
        numbers = {q["quantity_id"]: Number(q["start"], q["end"], q["kind"]) for q in rows["quantities"]}
        for row in rows["observations_read"]:
            numbers[row["quantity_id"]].statements.append(_row(row))
        _compare(rows["documents"][0]["text"], expected, sorted(numbers.values(), key=lambda n: n.start))

    return check


def _said(statement: Statement) -> dict[str, str]:
    place, period = statement.region, statement.period
    return {
        "indicator": statement.indicator or "other",
        "level": statement.level,
        "value": _value(statement.comparator, statement.value, statement.value_max),
        "unit": statement.unit,
        "measure": statement.measure,
        "region": place.name if place else "none",
        "on": _span(period.start, period.end),
    }


def _row(row: dict[str, Any]) -> dict[str, str]:
    return {
        "indicator": row["indicator"] or "other",
        "level": row["education_level"],
        "value": _value(row["comparator"], row["value"], row["value_max"]),
        "unit": row["unit"],
        "measure": row["measure"],
        "region": row["region_name"] or "none",
        "on": _span(row["period_start"], row["period_end"]),
    }


def _value(comparator: str, value: float, value_max: float | None) -> str:
    bound = f"{value:.12g}" if value_max is None else f"{value:.12g}..{value_max:.12g}"
    return dict(COMPARATORS).get(comparator, "") + bound


def _span(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return "none"
    return str(end) if start == end else f"{start or ''}..{end or ''}"


def _compare(text: str, expected: Expected, numbers: Sequence[Number]) -> None:
    """Find each expected number in turn and collect every difference, so that one run shows them all."""
    wrong, at = [], 0
    for printed, meaning in expected:
        at = _find(text, printed, at)
        read = next((n for n in numbers if n.start < at + len(printed) and at < n.end), None)
        wrong += [f"{printed}: {fault}" for fault in _faults(meaning, read)]
        at += len(printed)
    assert not wrong, "\n".join([text, *wrong])


def _find(text: str, printed: str, at: int) -> int:
    """Where a number stands, not inside a longer one (2所 in 12所)."""
    at = text.index(printed, at)
    while at and text[at - 1].isdigit() and printed[0].isdigit():
        at = text.index(printed, at + 1)
    return at


def _faults(meaning: str, read: Number | None) -> list[str]:
    if meaning == "nothing":
        return [f"read as {read.kind}"] if read and read.kind in STATISTIC else []
    if read is None:
        return ["not read"]
    kind = meaning.split()[0]
    if meaning in KINDS:
        return [] if read.kind == kind else [f"{read.kind}, not {kind}"]
    wanted = [_fields(part) for part in meaning.split(" & ")]
    nature = "target" if kind == "target" else "observation"
    faults = [] if read.kind == nature else [f"{read.kind}, not {nature}"]
    if len(read.statements) != len(wanted):
        return [*faults, f"states {len(read.statements)} things, not {len(wanted)}: {read.statements}"]
    if len(wanted) == 1:
        return faults + _differences(wanted[0], read.statements[0])
    missing = [w for w in wanted if all(_differences(w, s) for s in read.statements)]
    return faults + [f"nothing says {m}; read {read.statements}" for m in missing]


def _fields(meaning: str) -> dict[str, str]:
    indicator, level, value, unit, *more = meaning.removeprefix("target ").split()
    fields = {"indicator": indicator, "level": level, "value": value, "unit": unit, "measure": "level"}
    fields.update(pair.split("=", 1) for pair in more)
    return {key: value for key, value in fields.items() if value != "*"}


def _differences(wanted: dict[str, str], read: dict[str, str]) -> list[str]:
    return [f"{key} {read[key]}, not {value}" for key, value in wanted.items() if read[key] != value]
