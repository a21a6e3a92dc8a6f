"""The rules of the data contract that join several columns, or that need the catalogue: one list per table.

What belongs here: a rule as a test over columns and as words about one row.  What does not: what tables.py says of a
single column (contracts derives that), keys of other tables (warehouse.rules_keys), and rules whose breach is worth a
finding only (bounds).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.indicators import fitting
from edu_pipeline.indicators.catalogue import catalogue, standards, units
from edu_pipeline.language import gazetteer
from edu_pipeline.quality import limits
from edu_pipeline.quality.finding_rows import shown
from edu_pipeline.quality.limits import Columns
from edu_pipeline.quality.tolerance import SLACK

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Rule:
    """`kept` gives true or null for each row that keeps it; `words` complains of one row that does not."""

    code: str
    needs: tuple[str, ...]
    kept: Callable[[Columns], Any]
    words: Callable[[Row], str]


@cache
def rules(table: str) -> tuple[Rule, ...]:
    """The rules of a table of tables.py."""
    return tuple(_RULES.get(table, ()))


# ------------------------------------------------------------------------------------------------ building blocks
def _at_most(low: str, high: str, what: str, strict: bool = False) -> Rule:
    compare = pc.less if strict else pc.less_equal
    than = "does not lie before" if strict else "lies after"
    return Rule(
        f"{low}_{high}",
        (low, high),
        lambda c: compare(c(low), c(high)),
        lambda r: f"{what}: {low} {shown(r[low])} {than} {high} {shown(r[high])}",
    )


def _at_least(column: str, least: float) -> Rule:
    return Rule(
        f"{column}_low",
        (column,),
        lambda c: pc.greater_equal(c(column), least),
        lambda r: f"{column} is {shown(r[column])}, less than {shown(least)}",
    )


def _finite(column: str) -> Rule:
    return Rule(
        f"{column}_finite",
        (column,),
        lambda c: pc.is_finite(c(column)),
        lambda r: f"{column} is {r[column]}, which is no number; what is not known is null",
    )


def _one_of(column: str, values: Callable[[], frozenset[str]], what: str) -> Rule:
    return Rule(
        f"{column}_known",
        (column,),
        lambda c: _known(c(column), _set_of(values)),
        lambda r: f"{column} {r[column]!r} is not in the table {what}",
    )


@cache
def _set_of(values: Callable[[], frozenset[str]]) -> pa.Array:
    """Made once: it is asked for with every document."""
    return pa.array(sorted(values()), pa.string())


def _known(column: Any, values: pa.Array) -> Any:
    return pc.or_(pc.is_null(column), pc.is_in(column, value_set=values))


def _matches(column: str, pattern: str, what: str) -> Rule:
    return Rule(
        f"{column}_form",
        (column,),
        lambda c: pc.match_substring_regex(c(column), pattern),
        lambda r: f"{column} {r[column]!r} is not {what}",
    )


def _together(first: str, second: str) -> Rule:
    return Rule(
        f"{first}_with_{second}",
        (first, second),
        lambda c: pc.equal(pc.is_null(c(first)), pc.is_null(c(second))),
        lambda r: f"{first} and {second} are given together or not at all, not {r[first]!r} and {r[second]!r}",
    )


def _filled(column: str, least: int = 1) -> Rule:
    return Rule(
        f"{column}_filled",
        (column,),
        lambda c: pc.greater_equal(pc.list_value_length(c(column)), least),
        lambda r: f"{column} holds {len(r[column])} elements, fewer than {least}",
    )


# ------------------------------------------------------------------------------------------------ codes that exist
def _indicators() -> frozenset[str]:
    return frozenset(catalogue().indicators)


def _units() -> frozenset[str]:
    return frozenset(units())


@cache
def _regions() -> frozenset[str]:
    return frozenset(str(row["region_code"]) for row in gazetteer.divisions())


_INDICATOR = _one_of("indicator", _indicators, "indicators")
_UNIT = _one_of("unit", _units, "units")
_REGION = _one_of("region_code", _regions, "regions")
_SPAN = (_at_least("start", 0), _at_most("start", "end", "The characters are in the wrong order", strict=True))
_FIRST, _LAST = date(1900, 1, 1), date(2100, 12, 31)


def _in_our_time(column: str) -> Rule:
    """A date before or after any that such a document can mean is a misreading."""
    return Rule(
        f"{column}_time",
        (column,),
        lambda c: pc.and_(pc.greater_equal(c(column), _FIRST), pc.less_equal(c(column), _LAST)),
        lambda r: f"{column} {r[column]} is not a date that a document can mean ({_FIRST.year} to {_LAST.year})",
    )


_TIMES = (_in_our_time("period_start"), _in_our_time("period_end"))
_PERIOD = _at_most("period_start", "period_end", "The period ends before it begins")
_VALUES = (_finite("value"), _finite("value_max"), _at_most("value", "value_max", "The range is upside down"))


# ------------------------------------------------------------------------------------------------ values
def _fits(columns: Columns) -> Any:
    return pa.array(limits.unit_fits(columns) != fitting.IMPOSSIBLE)


def _misfit(row: Row) -> str:
    code, measure, unit = row["indicator"], row["measure"], row["unit"]
    if unit not in units():
        return f"unit {unit!r} is not in the table units"
    wanted = catalogue()[code].allowed(measure) if code in catalogue().indicators else fitting.usual_units(measure)
    return f"a {measure} of {code or 'anything'} cannot be in {unit}: it is in {' or '.join(wanted)}"


def _within(columns: Columns) -> Any:
    return pa.array(~limits.outside(columns, *limits.hard_bounds(columns)))


def _out_of_bounds(row: Row) -> str:
    low, high = (
        bound[0] for bound in limits.hard_bounds(lambda name: pa.array([row[name]], _TYPES.get(name, pa.string())))
    )
    about = catalogue().indicators.get(row["indicator"] or "")
    span = f"{'any' if np.isnan(low) else shown(float(low))} to {'any' if np.isnan(high) else shown(float(high))}"
    values = " to ".join(shown(v) for v in (row["value"], row["value_max"]) if v is not None)
    source = (
        f" ({about.bounds_source.removeprefix('edu_pipeline: ')})" if about is not None and about.bounds_source else ""
    )
    return f"a {row['measure']} of {row['indicator'] or 'this'} of {values} {row['unit']} is not possible: hard bounds {span}{source}"


_TYPES = {"value": pa.float64(), "value_max": pa.float64()}
_OBSERVATION = (
    *_SPAN,
    *_VALUES,
    _PERIOD,
    *_TIMES,
    _INDICATOR,
    _REGION,
    Rule("unit_fits", ("indicator", "measure", "unit"), _fits, _misfit),
    Rule("hard_bound", ("indicator", "measure", "unit", "value", "value_max"), _within, _out_of_bounds),
)


# ------------------------------------------------------------------------------------------------ other tables
def _implies(code: str, needs: tuple[str, str], kept: Callable[[Any, Any], Any], words: str) -> Rule:
    first, second = needs
    return Rule(code, needs, lambda c: kept(c(first), c(second)), lambda r: words.format(**r))


def _same_start(long: Any, short: Any) -> Any:
    return pc.equal(pc.utf8_slice_codeunits(long, 0, 16), short)


def _only_where(word: str) -> Callable[[Any, Any], Any]:
    return lambda kind, other: pc.equal(pc.equal(kind, word), pc.is_valid(other))


def _conflicts(relation: Any, resolved: Any) -> Any:
    return pc.equal(pc.equal(relation, "conflict"), pc.is_valid(resolved))


def _as_level(columns: Columns) -> Columns:
    """The columns of a fact as those of an observation, which it is a level of."""
    rows = len(columns("value"))
    given = {"measure": pa.array(["level"] * rows), "value_max": pa.nulls(rows, pa.float64())}
    return lambda name: given[name] if name in given else columns(name)


_FACT = (
    Rule("unit_fits", ("indicator", "unit", "value"), lambda c: _fits(_as_level(c)), lambda r: _misfit({**r, "measure": "level"})),
    Rule("hard_bound", ("indicator", "unit", "value"), lambda c: _within(_as_level(c)), lambda r: _out_of_bounds({**r, "measure": "level", "value_max": None})),
)  # fmt: skip


def _standards() -> frozenset[str]:
    return frozenset(standards())


def _joins_two(relation: Any, joined: Any) -> Any:
    """All but a standard beside an actual value join at least two statements."""
    alone = pc.equal(relation, "standard_actual")
    return pc.or_(alone, pc.greater_equal(pc.list_value_length(joined), 2))


def _among(joined: Any, resolved: Any) -> Any:
    """Row by row: conflicts are few."""
    pairs = zip(joined.to_pylist(), resolved.to_pylist(), strict=True)
    return pa.array([one is None or one in (ids or ()) for ids, one in pairs], pa.bool_())


def _tolerated(columns: Columns) -> Any:
    """A claim that is called consistent lies within the tolerance; one that is implied is no claim."""
    claimed, computed, tolerance = (limits.numbers(columns(n)) for n in ("claimed", "computed", "tolerance"))
    verdict = columns("verdict")
    slack = SLACK * np.maximum(1.0, np.abs(claimed))
    with np.errstate(invalid="ignore"):
        off = np.abs(claimed - computed) > tolerance + slack
    said = {word: np.asarray(pc.fill_null(pc.equal(verdict, word), False)) for word in ("consistent", "implied")}
    return pa.array(~((said["consistent"] & off) | (said["implied"] & ~np.isnan(claimed))))


def _says_of_what(columns: Columns) -> Any:
    """A comparison that does not hold (6.2%, 低于5%的标准) prints no result of its own."""
    told = pc.or_(pc.is_valid(columns("claimed")), pc.is_valid(columns("explanation")))
    return pc.or_(pc.not_equal(columns("verdict"), "inconsistent"), told)


def _is_json(column: Any) -> Any:
    """Row by row: quarantine is small."""
    return pa.array([_parsed(text) for text in column.to_pylist()], pa.bool_())


def _parsed(text: str | None) -> bool:
    try:
        return text is None or isinstance(json.loads(text), dict)
    except ValueError:
        return False


_STATISTIC = pa.array(["observation", "target"])
_RULES: dict[str, tuple[Rule, ...]] = {
    "documents": (
        _matches("sha256", "^[0-9a-f]{64}$", "a SHA-256 in hexadecimal"),
        _at_least("byte_size", 0),
        _implies("document_id_hash", ("sha256", "document_id"), _same_start, "document_id {document_id} does not begin the SHA-256 {sha256}"),
        _implies("error_of_failed", ("status", "error"), _only_where("failed"), "a document is {status}, and its error is {error}: just failed ones have one"),
        _implies("text_of_read", ("status", "text"), lambda s, t: pc.or_(pc.equal(s, "failed"), pc.is_valid(t)), "a document is {status} and has no text"),
    ),
    "articles": (
        _at_least("ordinal", 0),
        _at_least("start", 0),
        _at_most("start", "end", "The characters are in the wrong order"),
        _REGION,
        _implies("own_copy", ("article_id", "duplicate_of"), pc.not_equal, "article {article_id} repeats itself"),
    ),
    "quantities": (
        *_SPAN,
        *_VALUES,
        _UNIT,
        _implies("value_of_statistic", ("kind", "value"), lambda k, v: pc.or_(pc.invert(pc.is_in(k, value_set=_STATISTIC)), pc.is_valid(v)), "a number of kind {kind} has no value"),
    ),
    "observations_read": _OBSERVATION,
    "observations_sound": _OBSERVATION,
    "observations": _OBSERVATION,
    "relations": (
        _filled("observation_ids"),
        _one_of("standard_code", _standards, "standards"),
        _implies("joins_two", ("relation", "observation_ids"), _joins_two, "a {relation} joins two statements or more, not {observation_ids}"),
        _implies("resolved_among", ("observation_ids", "resolved_to"), _among, "it is resolved to {resolved_to}, which is none of {observation_ids}"),
        _finite("difference"),
        _implies("standard", ("relation", "standard_code"), _only_where("standard_actual"), "a {relation} with standard {standard_code}: just standard_actual names one"),
        _implies("resolution", ("relation", "resolved_to"), _conflicts, "a {relation} resolved to {resolved_to}: just conflicts are resolved"),
        _implies("met", ("relation", "met"), lambda r, m: pc.or_(pc.is_null(m), pc.match_substring(r, "_actual")), "a {relation} cannot be met"),
    ),
    "facts": (_finite("value"), _PERIOD, *_TIMES, _INDICATOR, _UNIT, _REGION, _filled("evidence"), _at_least("n_documents", 1), *_FACT),
    "audits": (
        _finite("claimed"),
        _finite("computed"),
        _at_least("tolerance", 0),
        _filled("operand_quantity_ids"),
        Rule("verdict_true", ("claimed", "computed", "tolerance", "verdict"), _tolerated, lambda r: f"{shown(r['claimed'])} is called {r['verdict']} with {shown(r['computed'])} and a tolerance of {shown(r['tolerance'])}"),
        _implies("claim_printed", ("claim_quantity_id", "claimed"), lambda q, c: pc.or_(pc.is_null(q), pc.is_valid(c)), "the claim {claim_quantity_id} has no value"),
        Rule("inconsistent_of_what", ("verdict", "claimed", "explanation"), _says_of_what, lambda r: f"a verdict {r['verdict']} on no claim, without a word of what does not hold"),
    ),
    "findings": (_at_least("start", 0), _at_most("start", "end", "The characters are in the wrong order"), _together("start", "end")),
    "quarantine": (
        _filled("reasons"),
        Rule("row_json", ("row",), lambda c: _is_json(c("row")), lambda r: "row is not the row as a JSON object"),
    ),
    "indicators": (
        _UNIT,
        _at_most("soft_min", "soft_max", "The soft bounds are upside down"),
        _at_most("hard_min", "hard_max", "The hard bounds are upside down"),
        _at_most("hard_min", "soft_min", "The soft bounds reach beyond the hard ones"),
        _at_most("soft_max", "hard_max", "The soft bounds reach beyond the hard ones"),
    ),
    "regions": (
        _matches("region_code", "^[1-9][0-9]{5}$", "a code of six digits"),
        _at_most("valid_from", "valid_to", "It ends before it begins"),
    ),
}  # fmt: skip
