"""What rows say against one another: audits that do not fit, conflicts, repeats, leaps over time, outliers.

What belongs here: complaints that need more than one statement.  What does not: finding the relations and audits
themselves (relations, audits), and single statements (bounds).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.indicators.catalogue import catalogue, standards
from edu_pipeline.quality import same_fact
from edu_pipeline.quality.finding_rows import Finding, few, finding, on_observation, quoted, shown
from edu_pipeline.quality.populations import population
from edu_pipeline.tables import TABLES

Row = Mapping[str, Any]

_KINDS = {"share_sum": "sum of shares", "repeat": "repetition"}
_LEAP = 0.2  # of a stock, within a few years
_LEAP_YEARS = 3.0
_LEAP_POINTS = 15.0
_HALF_A_YEAR = 180
_SMALL = 20  # stocks below change by large shares without meaning
_PLACES = 8  # needed before one of them can be an outlier
_FAR = 6.0  # robust standard deviations
_NEVER_CLOSER = 0.03  # of the median: the least spread that is taken for a standard deviation
LATEST = pa.schema(
    [
        TABLES["observations_sound"].arrow.field(name)
        for name in ("observation_id", "document_id", "source", "start", "end", "region_name", "indicator", "label",
                     "education_level", "value", "unit", "period_end", "measure", "nature")
    ]
)  # fmt: skip
"""What outliers are told from."""


def of_places(relations: pa.Table, observations_sound: pa.Table, articles: pa.Table) -> Iterator[Finding]:
    """Those about statements of one place; all tables may be the rows of some places."""
    related = relations.to_pylist()
    wanted = {i for r in related for i in r["observation_ids"]}
    chosen = pc.is_in(observations_sound["observation_id"], value_set=pa.array(sorted(wanted), pa.string()))
    rows = {row["observation_id"]: row for row in observations_sound.filter(chosen).to_pylist()}
    for relation in related:
        told = [rows[i] for i in relation["observation_ids"] if i in rows]
        if len(told) == len(relation["observation_ids"]):
            yield from _BY_RELATION[relation["relation"]](relation, told)
    yield from _leaps(related, rows)
    yield from _several_values(relations, observations_sound, articles)


# ------------------------------------------------------------------------------------------------ audits
def of_documents(audits: pa.Table, observations: pa.Table, quantities: pa.Table) -> Iterator[Finding]:
    """An audit that does not fit is a finding at the number that the document gives as the result; the tables may be
    the rows of some documents."""
    wrong = audits.filter(pc.equal(audits["verdict"], "inconsistent"))
    if not wrong.num_rows:
        return
    claims = pa.array(wrong["claim_quantity_id"].to_pylist(), pa.string())
    printed = quantities.filter(pc.is_in(quantities["quantity_id"], value_set=claims))
    spans = {q["quantity_id"]: q for q in printed.to_pylist()}
    stated: dict[str, str] = {}
    read = observations.filter(pc.is_in(observations["quantity_id"], value_set=claims)).select(["quantity_id", "observation_id"])  # fmt: skip
    for row in read.to_pylist():
        stated.setdefault(row["quantity_id"], row["observation_id"])
    for audit in wrong.to_pylist():
        yield _inconsistent(audit, spans.get(audit["claim_quantity_id"]), stated.get(audit["claim_quantity_id"]))


def _inconsistent(audit: Row, claim: Row | None, observation_id: str | None) -> Finding:
    why = (
        audit["explanation"]
        or f"{shown(audit['claimed'])} is printed, {shown(round(audit['computed'], 6))} follows from the other numbers"
    )
    said = f"The {_KINDS.get(audit['kind'], audit['kind'])} does not fit: {why}."
    where = claim or audit
    table, row_id = ("observations", observation_id) if observation_id else ("audits", audit["audit_id"])
    return {
        **finding("arithmetic_inconsistent", table, row_id, said, where=where, expected=shown(round(audit["computed"], 6)), found=shown(audit["claimed"])),
        "finding_id": finding("arithmetic_inconsistent", "audits", audit["audit_id"], said)["finding_id"],
    }  # fmt: skip


# ------------------------------------------------------------------------------------------------ relations
def _conflict(relation: Row, told: Sequence[Row]) -> Iterator[Finding]:
    followed = next(row for row in told if row["observation_id"] == relation["resolved_to"])
    values = sorted({(row["value"], row["unit"]) for row in told})
    listed = few([f"{shown(value)} {unit}" for value, unit in values])
    for row in told:
        said = f"{row['label']} of {row['region_name']}: {listed} are stated for one time. The facts follow {shown(followed['value'])} ({relation['note'].rpartition('; ')[2]})."
        yield on_observation("conflict", row, said, expected=shown(followed["value"]), found=shown(row["value"]))


def _several_values(relations: pa.Table, observations_sound: pa.Table, articles: pa.Table) -> Iterator[Finding]:
    """Values that no word, unit or time tells apart, and no conflict joins: whoever reads one must know of the others."""
    for _, clusters in same_fact.groups(observations_sound, articles, same_fact.resolutions(relations)):
        if len(clusters) > 1:
            first = clusters[0][0].row
            listed = few([f"“{quoted(c[0].row['label'])}” {shown(c[0].value)}" for c in clusters])
            said = f"{first['indicator']} of {first['region_name']}: {listed} {first['unit']}, and nothing that is known of them tells which is of what: the parts of something, another time, or a slip."
            for s in (s for c in clusters for s in c):
                yield on_observation("several_values", s.row, said, found=shown(s.value))


def _repeat(relation: Row, told: Sequence[Row]) -> Iterator[Finding]:
    last = told[-1]
    if relation["rule"] == "unchanged":
        if _copied(told):
            newest = max(told, key=lambda row: (str(row["period_end"] or ""), row["observation_id"]))
            yield on_observation("carried_over", newest, f"{relation['note']}.", found=shown(newest["value"]))
    elif len({row["article_id"] for row in told}) < len(told):
        first = told[0]
        said = f"{relation['note']} (first at character {first['start']})."
        yield on_observation("stated_twice", last, said, found=shown(last["value"]))


def _copied(told: Sequence[Row]) -> bool:
    """Whether an unchanged value looks copied: of another document, half a year later, and not round."""
    value = told[0]["value"]
    ends = [row["period_end"] for row in told if row["period_end"] is not None]
    apart = len(ends) < len(told) or (max(ends) - min(ends)).days > _HALF_A_YEAR
    digits = len(shown(value).replace(".", "").rstrip("0"))
    return apart and digits > 1 and value != 100 and len({row["document_id"] for row in told}) > 1


def _target(relation: Row, told: Sequence[Row]) -> Iterator[Finding]:
    target, actual = told[0], told[-1]
    due = target["period_end"]
    if (
        relation["met"] is False
        and due is not None
        and actual["period_end"] is not None
        and actual["period_end"] >= due
    ):
        yield on_observation("target_missed", actual, f"{relation['note']}.", expected=shown(target["value"]), found=shown(actual["value"]))  # fmt: skip


def _standard(relation: Row, told: Sequence[Row]) -> Iterator[Finding]:
    if relation["met"] is False and standards()[relation["standard_code"]].scope == "county":
        wanted = shown(standards()[relation["standard_code"]].value)
        for row in told:
            yield on_observation(
                "below_standard", row, f"{relation['note']}.", expected=wanted, found=shown(row["value"])
            )


def _nothing(relation: Row, told: Sequence[Row]) -> Iterator[Finding]:
    yield from ()


_BY_RELATION = {
    "conflict": _conflict,
    "repeat": _repeat,
    "update": _nothing,
    "target_actual": _target,
    "standard_actual": _standard,
}


# ------------------------------------------------------------------------------------------------ leaps
def _leaps(relations: Sequence[Row], rows: Mapping[str, Row]) -> Iterator[Finding]:
    """A stock that changes by a fifth, or a rate by fifteen points, within three years; what else changed is said."""
    moves: dict[tuple[Any, ...], list[tuple[Row, float, Row]]] = defaultdict(list)
    for relation in relations:
        if relation["relation"] == "update" and relation["difference"] is not None:
            last = rows.get(relation["observation_ids"][-1])
            if last is not None and last["measure"] == "level":
                earlier = last["value"] - relation["difference"]
                key = (last["region_code"], last["region_name"], last["document_id"])
                moves[key].append((last, earlier, relation))
    for key in sorted(moves, key=str):
        for last, earlier, relation in moves[key]:
            if _leapt(last, earlier, relation, rows):
                yield _leap(last, earlier, moves[key])


def _leapt(last: Row, earlier: float, relation: Row, rows: Mapping[str, Row]) -> bool:
    accounting, unit = catalogue()[last["indicator"]].accounting, last["unit"]
    first = rows[relation["observation_ids"][0]]
    if first["article_id"] == last["article_id"]:
        return False  # 由76%提高到100%: the text itself tells the change
    if (
        first["period_end"]
        and last["period_end"]
        and (last["period_end"] - first["period_end"]).days > _LEAP_YEARS * 366
    ):
        return False
    if accounting == "rate" and unit == "%":
        return bool(abs(last["value"] - earlier) > _LEAP_POINTS)
    if accounting == "flow" or earlier <= 0 or max(earlier, last["value"]) < _SMALL:
        return False
    return bool(abs(last["value"] / earlier - 1) > _LEAP)


def _leap(last: Row, earlier: float, others: Sequence[tuple[Row, float, Row]]) -> Finding:
    change = f"{last['value'] / earlier - 1:+.1%}" if last["unit"] != "%" else f"{last['value'] - earlier:+.4g} points"
    said = f"{last['label']} of {last['region_name']} goes from {shown(earlier)} to {shown(last['value'])} {last['unit']} ({change})"
    company = [
        f"{row['label']} {row['value'] / before - 1:+.1%}"
        for row, before, _ in others
        if row is not last and before > 0 and row["unit"] not in ("%", last["unit"]) and catalogue()[row["indicator"]].accounting == "stock"
    ]  # fmt: skip
    if company:
        said += f" in the same time as {', '.join(company[:3])}"
    said += ": a real change, or another scope."
    return on_observation("sudden_change", last, said, expected=f"near {shown(earlier)}", found=shown(last["value"]))


# ------------------------------------------------------------------------------------------------ outliers
def latest(observations_sound: pa.Table) -> pa.Table:
    """The latest value of each rate at each place, of LATEST's columns; the table may be the rows of some places."""
    wanted = pa.array([i.code for i in catalogue() if i.accounting == "rate"])
    mask = pc.and_(
        pc.is_in(observations_sound["indicator"], value_set=wanted), pc.equal(observations_sound["measure"], "level")
    )
    mask = pc.and_(mask, pc.equal(observations_sound["nature"], "actual"))
    told = observations_sound.select(LATEST.names).filter(mask)
    named = zip(*(told[name].to_pylist() for name in ("indicator", "label", "region_name")), strict=True)
    plain = [bool(place) and not population(code, label, place).key for code, label, place in named]
    told = told.filter(pa.array(plain, pa.bool_()))
    return told.take(pa.array(_latest(told).values(), pa.int64())).cast(LATEST)


def _latest(told: pa.Table) -> dict[tuple[str, ...], int]:
    """The row of the latest value of each rate at each place.  By columns: the rows are as many as rates and places."""
    rates = zip(
        *(told[name].to_pylist() for name in ("indicator", "education_level", "unit", "region_name")), strict=True
    )
    times = zip(*(told[name].to_pylist() for name in ("period_end", "source", "start", "observation_id")), strict=True)
    found: dict[tuple[str, ...], tuple[tuple[Any, ...], int]] = {}
    for at, (rate, (end, *where)) in enumerate(zip(rates, times, strict=True)):
        when = (str(end), *where)
        if rate not in found or when >= found[rate][0]:
            found[rate] = when, at
    return {rate: at for rate, (_, at) in found.items()}


def outliers(latest_values: Iterable[pa.Table]) -> Iterator[Finding]:
    """Rates far from those of all other places: median and median distance, of the latest value of each place."""
    told = pa.concat_tables([LATEST.empty_table(), *latest_values])
    found, values = _latest(told), told["value"].to_pylist()
    rates: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key in sorted(found):
        rates[key[:3]].append(found[key])
    for places in rates.values():
        if len(places) >= _PLACES:
            yield from _far_off(told, places, [values[at] for at in places])


def _far_off(told: pa.Table, places: Sequence[int], values: Sequence[float]) -> Iterator[Finding]:
    middle = median(values)
    spread = max(1.4826 * median(abs(v - middle) for v in values), _NEVER_CLOSER * abs(middle))
    far = [at for at, value in zip(places, values, strict=True) if spread > 0 and abs(value - middle) > _FAR * spread]
    if far:
        for row in told.take(pa.array(far)).to_pylist():
            said = f"{row['label']} of {row['region_name']} is {shown(row['value'])} {row['unit']}; half of the {len(places)} places lie near {shown(round(middle, 4))}."
            yield on_observation(
                "outlier", row, said, expected=f"near {shown(round(middle, 4))}", found=shown(row["value"])
            )
