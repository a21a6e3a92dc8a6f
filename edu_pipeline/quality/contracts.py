"""The data contract: one pandera schema per table, and the split of rows into sound ones and quarantine.

What belongs here: schemas derived from tables.py, running them over a table, and what a breach makes of a row.  What does
not: rules over several columns (contract_rules), keys of other tables and everything that blocks (warehouse.rules_keys),
and complaints about rows that are published all the same (bounds).

A schema works on pandas frames whose columns are Arrow arrays (`frame` makes one), so that nulls stay nulls.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pan
import pyarrow as pa
import pyarrow.compute as pc
from pandera.errors import SchemaErrors

from edu_pipeline.identity import short_hash
from edu_pipeline.quality.contract_rules import Rule, rules
from edu_pipeline.quality.finding_rows import shown
from edu_pipeline.schema import ARROW_TYPES, Column, Table
from edu_pipeline.tables import TABLES

BATCH = 200_000
"""Rows that are validated at a time: keeps the memory of a frame flat."""


class ContractError(ValueError):
    """A table does not have the columns of tables.py, so that no row of it can be judged.  The message names them."""


@dataclass(frozen=True)
class Breach:
    """One rule that one row breaks: `row` counts from 0, `rule` is a code, `reason` the complaint in words."""

    row: int
    rule: str
    reason: str


@contextmanager
def _without(module: str) -> Iterator[None]:
    """As if a module that is not loaded yet were not installed."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]


# pandera makes up rows with hypothesis where it is installed: loading it takes longer than checking a part, and nobody asks
with _without("hypothesis"):
    import pandera.strategies.pandas_strategies  # noqa: F401


# ------------------------------------------------------------------------------------------------ schemas
@cache
def schema(name: str) -> pan.DataFrameSchema:
    """The pandera schema of a table of tables.py: types, nulls, vocabularies, empty strings, key, and the rules of
    contract_rules.  It takes what `frame` gives.  KeyError when there is no such table."""
    table = TABLES[name]
    return pan.DataFrameSchema(
        {column.name: _column(column) for column in table.columns},
        checks=[_frame_check(rule) for rule in rules(name)],
        strict=True,
        ordered=True,
        unique=list(table.key),
        report_duplicates="all",
        name=name,
        description=table.description,
    )


def _column(column: Column) -> pan.Column:
    checks: list[pan.Check] = []
    if column.values:
        checks.append(pan.Check(_is_in(column.values), name="vocabulary", error="vocabulary"))
    elif column.type == "string":
        checks.append(pan.Check(_not_empty, name="empty", error="empty"))
    return pan.Column(
        pd.ArrowDtype(ARROW_TYPES[column.type]), checks, nullable=column.nullable, description=column.description
    )


def _is_in(values: tuple[str, ...]) -> Callable[[pd.Series], pd.Series]:
    words = pa.array(values)
    return lambda series: _series(pc.is_in(_arrow(series), value_set=words), series.index)


def _not_empty(series: pd.Series) -> pd.Series:
    return _series(pc.not_equal(_arrow(series), ""), series.index)


def _frame_check(rule: Rule) -> pan.Check:
    def kept(data: pd.DataFrame) -> pd.Series:
        return _series(rule.kept(lambda name: _arrow(data[name])), data.index)

    return pan.Check(kept, name=rule.code, error=rule.code, ignore_na=False)


def _arrow(series: pd.Series) -> pa.ChunkedArray | pa.Array:
    return pa.array(series)  # the series' own Arrow array: nothing is copied


def _series(kept: Any, index: pd.Index) -> pd.Series:
    flat = kept.combine_chunks() if isinstance(kept, pa.ChunkedArray) else kept
    return pd.Series(pc.fill_null(flat, True).to_numpy(zero_copy_only=False).astype(bool), index=index)


def frame(name: str, table: pa.Table) -> pd.DataFrame:
    """A table as the frame that its schema takes, rows numbered from 0; ContractError when columns or types differ."""
    wanted = TABLES[name].arrow
    missing = [f.name for f in wanted if f.name not in table.column_names]
    strange = [n for n in table.column_names if n not in wanted.names]
    wrong = [f"{f.name} is {table.schema.field(f.name).type} instead of {f.type}" for f in wanted if f.name not in missing and table.schema.field(f.name).type != f.type]  # fmt: skip
    if missing or strange or wrong:
        said = [*(f"{n} is missing" for n in missing), *(f"{n} is not one of its columns" for n in strange), *wrong]
        raise ContractError(f"Table {name} does not fit tables.py: {'; '.join(said)}.")
    return table.select(wanted.names).to_pandas(types_mapper=pd.ArrowDtype)


# ------------------------------------------------------------------------------------------------ validation
def breaches(name: str, table: pa.Table) -> list[Breach]:
    """Every rule that every row breaks, by row; each once.  Raises ContractError when the columns do not fit."""
    found: dict[tuple[int, str], Breach] = {}
    for first in range(0, table.num_rows, BATCH):
        part = table.slice(first, BATCH)
        for row, rule, column in _failures(schema(name), frame(name, part)):
            found.setdefault((first + row, f"{column}:{rule}"), Breach(first + row, rule, column))
    for row in _duplicates(TABLES[name], table):
        found.setdefault((row, "key"), Breach(row, "key", ""))
    if not found:
        return []
    wanted = sorted({breach.row for breach in found.values()})
    rows = dict(zip(wanted, table.take(pa.array(wanted)).to_pylist(), strict=True))
    words = {rule.code: rule.words for rule in rules(name)}
    said = [Breach(b.row, b.rule, _words(TABLES[name], words, b, rows[b.row])) for b in found.values()]
    return sorted(said, key=lambda b: (b.row, b.rule, b.reason))


def _failures(checked: pan.DataFrameSchema, data: pd.DataFrame) -> Iterable[tuple[int, str, str]]:
    """(row, rule, column) of every failure; a frame-level check repeats a row for every column, the key is left to
    `_duplicates`, since a batch sees only part of the keys."""
    try:
        checked.validate(data, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        for context, column, check, index in zip(cases["schema_context"], cases["column"], cases["check"], cases["index"], strict=True):  # fmt: skip
            if index is None or pd.isna(index):
                raise ContractError(f"Table {checked.name}: {column} breaks {check}.") from error
            rule = "null" if check == "not_nullable" else str(check)
            if rule != "multiple_fields_uniqueness":
                yield int(index), rule, str(column) if context == "Column" else ""


def _duplicates(table: Table, data: pa.Table) -> list[int]:
    """Rows whose key is not theirs alone."""
    key = list(table.key)
    if data.group_by(key).aggregate([]).num_rows == data.num_rows:
        return []
    counts = Counter(zip(*(data[name].to_pylist() for name in key), strict=True))
    return [i for i, k in enumerate(zip(*(data[name].to_pylist() for name in key), strict=True)) if counts[k] > 1]


def _words(
    table: Table, words: Mapping[str, Callable[[Mapping[str, Any]], str]], breach: Breach, row: Mapping[str, Any]
) -> str:
    column = breach.reason
    match breach.rule:
        case "null":
            return f"{column} is null and may not be"
        case "empty":
            return f"{column} is an empty string; what is not known is null"
        case "vocabulary":
            return f"{column} is {row[column]!r}, which is none of {', '.join(table.column(column).values or ())}"
        case "key":
            key = ", ".join(f"{name} {shown(row[name])}" for name in table.key)
            return f"another row has the same key ({key}); which of them is right cannot be told"
    return words[breach.rule](row)


# ------------------------------------------------------------------------------------------------ the split
def split(observations_read: pa.Table) -> tuple[pa.Table, pa.Table]:
    """(observations_sound, quarantine): a row that breaks any rule goes to quarantine, whole, once, with every reason.

    The rows of both together are the rows read.  Raises ContractError when the columns do not fit.
    """
    reasons: dict[int, list[str]] = {}
    for breach in breaches("observations_read", observations_read):
        reasons.setdefault(breach.row, []).append(breach.reason)
    sound = TABLES["observations_sound"]
    if not reasons:
        return sound.sorted(observations_read.select(sound.arrow.names).cast(sound.arrow)), _no_rows("quarantine")
    kept = [i for i in range(observations_read.num_rows) if i not in reasons]
    good = observations_read.select(sound.arrow.names).take(pa.array(kept, pa.int64()))
    bad = observations_read.take(pa.array(sorted(reasons), pa.int64())).to_pylist()
    rows = _quarantined(bad, [reasons[i] for i in sorted(reasons)])
    return sound.sorted(good.cast(sound.arrow)), TABLES["quarantine"].from_rows(rows)


def _quarantined(rows: list[dict[str, Any]], reasons: list[list[str]]) -> Iterable[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for row, said in zip(rows, reasons, strict=True):
        row_id = str(row["observation_id"])
        seen[row_id] += 1
        again = () if seen[row_id] == 1 else (seen[row_id],)
        yield {
            "quarantine_id": short_hash("observations", row_id, *again),
            "table_name": "observations",
            "row_id": row_id,
            "row": as_json(row),
            "reasons": sorted(set(said)),
            "document_id": row["document_id"] or None,
        }


def as_json(row: Mapping[str, Any]) -> str:
    """A row as JSON: Chinese as it is, dates in ISO form, numbers that JSON does not know (nan, inf) as strings."""
    return json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value


def _no_rows(name: str) -> pa.Table:
    return TABLES[name].from_rows([])
