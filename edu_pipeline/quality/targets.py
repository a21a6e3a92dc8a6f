"""Targets and national standards beside the actual values that they concern.

What belongs here: which actual value a target or standard is held against, the distance, and whether it is met.  What
does not: the standards themselves (reference/standards.yaml) and relations between actual values (relations).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from edu_pipeline.indicators.catalogue import Standard, standards
from edu_pipeline.quality.finding_rows import shown
from edu_pipeline.quality.populations import Population
from edu_pipeline.quality.statements import Statement

_SLACK = 1e-9
_MOST_PARTS = 12
"""Undated values of a flow that are taken for the parts of one target."""


def rows(found: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    """Rows of `relations` (without their key): target_actual and standard_actual."""
    told: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for s in found:
        if s.row["nature"] == "actual" and s.row["measure"] == "level":
            told[_key(s)].append(s)
    actual = {key: _Actual(members) for key, members in told.items()}
    for s in found:
        if s.row["nature"] == "target" and s.row["measure"] == "level" and _key(s) in actual:
            yield from _target(s, actual[_key(s)])
    for key in sorted(actual, key=str):
        yield from _standards(actual[key].members)


def _key(s: Statement) -> tuple[str, str, str, str]:
    return (s.place, s.row["indicator"], s.row["education_level"], s.row["unit"])


# ------------------------------------------------------------------------------------------------ targets
def _at(s: Statement) -> tuple[date, tuple[Any, ...]]:
    return s.span[1] or s.article_date or date.min, s.order


class _Actual:
    """The actual values of one key by time, to be found for many targets without looking at all of them for each."""

    def __init__(self, members: list[Statement]) -> None:
        self.members = sorted(members, key=_at)
        self._by_people: dict[Population, list[Statement]] = defaultdict(list)
        for s in self.members:
            self._by_people[s.population].append(s)
        self._comparable: dict[tuple[Population, bool], _Comparable] = {}

    def beside(self, target: Statement) -> _Comparable:
        """Those of the population that a target speaks of."""
        key = target.population, target.flow
        if key not in self._comparable:
            same = (told for people, told in self._by_people.items() if _same_people(target, people))
            self._comparable[key] = _Comparable(sorted((s for told in same for s in told), key=_at))
        return self._comparable[key]


class _Comparable:
    """Actual values by time: those of a known time, and by article those that are known within it alone."""

    def __init__(self, members: Sequence[Statement]) -> None:
        self.known = [s for s in members if s.known]
        self.undated: dict[str, list[Statement]] = defaultdict(list)
        for s in members:
            if not s.known:
                self.undated[s.row["article_id"]].append(s)


def _target(target: Statement, actual: _Actual) -> Iterator[dict[str, Any]]:
    """The actual value nearest to the day that the target is due: the first from then on, else the latest before."""
    beside, due = actual.beside(target), target.row["period_end"]
    ways = (beside.known, beside.undated.get(target.row["article_id"], []))
    for s in _parts(target, *ways) or _nearest(target, ways, due):
        yield _held_against(target, s, due)


def _parts(target: Statement, known: Sequence[Statement], undated: Sequence[Statement]) -> list[Statement]:
    """The parts of a flow stand beside their target together; very many are none."""
    if not target.flow or any(_concerns(target, s) for s in known):
        return []
    parts = list(islice((s for s in undated if _concerns(target, s)), _MOST_PARTS + 1))
    return parts if len(parts) <= _MOST_PARTS else []


def _nearest(target: Statement, ways: Iterable[Sequence[Statement]], due: date | None) -> list[Statement]:
    after: list[Statement] = []
    before: list[Statement] = []
    for told in ways:
        if due:
            from_then_on = islice(told, bisect_left(told, due, key=lambda s: _at(s)[0]), None)
            after += _first(target, (s for s in from_then_on if s.span[1]))
        before += _first(target, reversed(told))
    return [min(after, key=_at)] if after else [max(before, key=_at)] if before else []


def _first(target: Statement, told: Iterable[Statement]) -> list[Statement]:
    found = next((s for s in told if _concerns(target, s)), None)
    return [] if found is None else [found]


def _concerns(target: Statement, s: Statement) -> bool:
    if s.row["article_id"] == target.row["article_id"]:
        comparable = s.row["quantity_id"] != target.row["quantity_id"]
    else:
        # an undated actual value is known within its article alone
        comparable = s.known and not (target.row["period_end"] is None and _before(s, target))
    if target.flow:  # numbers of one sentence are parts of something, or what remains of it
        comparable = comparable and s.row["sentence"] != target.row["sentence"]
    return comparable


def _before(s: Statement, target: Statement) -> bool:
    """Whether an actual value was overtaken before the undated target was set."""
    return bool(target.article_date and s.span[1] and (target.article_date - s.span[1]).days > 3 * 366)


def _same_people(target: Statement, people: Population) -> bool:
    mine = target.population
    return mine.agrees(people) and (target.flow or mine.rest == people.rest or not (mine.rest and people.rest))


def _held_against(target: Statement, s: Statement, due: date | None) -> dict[str, Any]:
    when = f"due {due}" if due else "without a date"
    note = f"{target.row['label']}: target {_bound(target.row['comparator'])} {shown(target.value)} {target.row['unit']}, {when}; actual {shown(s.value)}"  # fmt: skip
    comparable = not target.flow or (s.known and target.span == s.span)
    if not comparable:
        note += "; what was counted, or the time it took, differs, so no rate of completion follows"
    met = _meets(s, target.row["comparator"], target.value) if comparable else None
    return {
        "relation": "target_actual",
        "observation_ids": [target.id, s.id],
        "rule": "same_indicator" if comparable else "scope_differs",
        "difference": round(s.value - target.value, 9) if comparable else None,
        "met": met,
        "note": note + _verdict(met),
    }


# ------------------------------------------------------------------------------------------------ standards
def _standards(members: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    """Every standard of the indicator and level, beside each actual value that was stated while it was in force."""
    code, level = members[0].row["indicator"], members[0].row["education_level"]
    for standard in standards().values():
        if standard.indicator == code and standard.level in (level, "all") and standard.unit == members[0].row["unit"]:
            told: set[tuple[Any, ...]] = set()
            for s in members:
                telling = (s.span if s.known else s.row["article_id"], s.value)
                if _in_force(standard, s) and _of_whom(standard, s) and telling not in told:
                    told.add(telling)
                    yield _beside(standard, s)


def _in_force(standard: Standard, s: Statement) -> bool:
    at = s.span[1] or s.article_date
    if at is None:
        return standard.valid_to is None
    return standard.valid_from <= at and (standard.valid_to is None or at <= standard.valid_to)


def _of_whom(standard: Standard, s: Statement) -> bool:
    """Standards of a narrower population (体育、艺术专任教师) need its words in the label; others a label that adds none."""
    narrow = _narrow(standard)
    if narrow:
        return any(word in s.row["label"] for word in narrow)
    return not s.population.rest and not s.population.words


def _narrow(standard: Standard) -> list[str]:
    note = standard.note or ""
    if standard.indicator not in ("teachers_per_100_students", "teacher_training_fund_share", "student_teacher_ratio"):
        return []
    return {
        "高于规定学历教师": ["高于规定学历"],
        "县级以上骨干教师": ["骨干"],
        "体育、艺术(美术、音乐)专任教师": ["体育", "艺术", "音乐", "美术"],
        "占公用经费": ["公用经费"],
        "教职工编制": ["教职工"],
    }.get(note, [note] if note else ["专任教师", "师幼比", "生师比", "师生比"])


def _beside(standard: Standard, s: Statement) -> dict[str, Any]:
    met = _meets(s, standard.comparator, standard.value)
    note = f"{standard.name} ({standard.source}); {s.row['region_name']} {shown(s.value)} {s.row['unit']}"
    if standard.scope == "school":
        note += "; it binds every school, which a mean cannot show"
        met = None
    elif standard.scope == "country":
        note += "; it is set for the country"
    return {
        "relation": "standard_actual",
        "observation_ids": [s.id],
        "standard_code": standard.code,
        "rule": f"standard_of_{standard.scope}",
        "difference": round(s.value - standard.value, 9),
        "met": met,
        "note": note + _verdict(met),
    }


# ------------------------------------------------------------------------------------------------ met
def _meets(s: Statement, comparator: str, wanted: float) -> bool | None:
    """Whether an actual value, as bounded as it was printed, meets `comparator` `wanted`; None when it may or may not."""
    value, high = s.value, s.row["value_max"] if s.row["value_max"] is not None else s.value
    printed = s.row["comparator"]
    low_open, high_open = printed in ("le", "lt"), printed in ("ge", "gt")
    match comparator:
        case "ge" | "gt" | "eq" | "approx":
            strict = comparator == "gt" and printed != "gt"
            enough = value > wanted + _SLACK if strict else value >= wanted - _SLACK
            if enough:
                return None if low_open else True
            return None if high_open else False
        case _:
            strict = comparator == "lt" and printed != "lt"
            few = high < wanted - _SLACK if strict else high <= wanted + _SLACK
            if few:
                return None if high_open else True
            return None if low_open else False


def _bound(comparator: str) -> str:
    return {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than", "approx": "about"}.get(
        comparator, "of"
    )


def _verdict(met: bool | None) -> str:
    return "" if met is None else "; met" if met else "; not met"
