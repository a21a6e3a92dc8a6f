"""Corrections of a person: one observation overridden or withdrawn, with a reason and a name.

What belongs here: reading data/corrections.yaml, finding what a correction is about, and what it does to a row.  What does
not: which tables are corrected: observations keep what was read, `facts` follows the correction.

    - observation: 9f2c…                  # by id, or by source and quoted text:
      source: reports/2023.txt
      quote: 巩固率达到106.98%             # stands in the document's sentence and holds the number as printed
      set: {value: 99.98}                 # fields of the observation; or
      withdraw: true
      reason: 教育局 confirmed a misprint
      by: A. Person, 2025-10-01
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from edu_pipeline.quality.contract_rules import shown
from edu_pipeline.quality.finding_rows import Finding, finding, on_observation, quoted
from edu_pipeline.tables import TABLES, Column

CORRECTABLE = (
    "region_code", "region_name", "indicator", "education_level", "measure", "nature", "comparator", "value",
    "value_max", "unit", "period_start", "period_end",
)  # fmt: skip
_KEYS = {"observation", "source", "quote", "set", "withdraw", "reason", "by"}


class CorrectionError(ValueError):
    """A corrections file is not what it must be; the message names the file and the entry."""


@dataclass(frozen=True)
class Correction:
    """One entry.  Either `observation` or both `source` and `quote` say what it is about; `withdraw` or `changes` what
    becomes of it."""

    number: int
    observation: str | None
    source: str | None
    quote: str | None
    changes: tuple[tuple[str, Any], ...]
    withdraw: bool
    reason: str
    by: str

    @property
    def about(self) -> str:
        return (
            f"observation {self.observation}" if self.observation else f"“{quoted(self.quote or '')}” in {self.source}"
        )


def load(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file; none when it is not there or empty.  Raises CorrectionError."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionError(f"{path.name} cannot be read: {error}") from error
    try:
        entries = yaml.safe_load(text) or []
    except yaml.YAMLError as error:
        raise CorrectionError(f"{path.name} is not readable as YAML: {error}") from error
    if not isinstance(entries, list):
        raise CorrectionError(f"{path.name} must be a list of corrections")
    return tuple(_entry(path.name, number, entry) for number, entry in enumerate(entries, 1))


def _entry(file: str, number: int, entry: object) -> Correction:
    where = f"{file}, correction {number}"
    if not isinstance(entry, dict) or set(entry) - _KEYS:
        raise CorrectionError(f"{where}: may only have the keys {', '.join(sorted(_KEYS))}")
    by_id, by_text = entry.get("observation"), (entry.get("source"), entry.get("quote"))
    if not by_id and not all(by_text):
        raise CorrectionError(f"{where}: name an observation, or a source and a quote")
    for needed in ("reason", "by"):
        if not isinstance(entry.get(needed), str) or not entry[needed].strip():
            raise CorrectionError(f"{where}: {needed} is missing")
    changes, withdraw = entry.get("set") or {}, entry.get("withdraw") is True
    if not isinstance(changes, dict) or bool(changes) == withdraw:
        raise CorrectionError(f"{where}: give either set, with fields, or withdraw: true")
    fixed = tuple(sorted((name, _value(where, name, value)) for name, value in changes.items()))
    return Correction(number, str(by_id) if by_id else None, *by_text, fixed, withdraw, entry["reason"].strip(), entry["by"].strip())  # fmt: skip


def _value(where: str, name: str, value: object) -> Any:
    if name not in CORRECTABLE:
        raise CorrectionError(f"{where}: {name} cannot be set; these can: {', '.join(CORRECTABLE)}")
    column: Column = TABLES["observations"].column(name)
    if value is None and column.nullable:
        return None
    if column.type == "float64" and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if column.type == "date32" and isinstance(value, date | str):
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError as error:
            raise CorrectionError(f"{where}: {name} {value!r} is no date") from error
    if column.type == "string" and isinstance(value, str) and value and (not column.values or value in column.values):
        return value
    raise CorrectionError(f"{where}: {value!r} cannot be {name}")


# ------------------------------------------------------------------------------------------------ matching
def matches(observations: pa.Table, correct: Sequence[Correction]) -> dict[int, list[dict[str, Any]]]:
    """Number of a correction -> the rows that it is about; a quote is about the numbers that it holds."""
    if not correct:
        return {}
    ids = {c.observation for c in correct if c.observation}
    sources = {c.source for c in correct if not c.observation}
    by_id: dict[str, dict[str, Any]] = {}
    by_source: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in observations.to_pylist():
        if row["observation_id"] in ids:
            by_id[row["observation_id"]] = row
        if row["source"] in sources:
            by_source[row["source"]].append(row)
    found = {}
    for c in correct:
        if c.observation:
            found[c.number] = [by_id[c.observation]] if c.observation in by_id else []
        else:
            found[c.number] = [row for row in by_source[c.source or ""] if _quoted(c.quote or "", row)]
    return found


def _quoted(quote: str, row: Mapping[str, Any]) -> bool:
    plain, sentence = "".join(quote.split()), "".join(row["sentence"].split())
    printed = "".join(f"{row['value_text'] or ''}{row['unit_text'] or ''}".split())
    return plain in sentence and bool(printed) and printed in plain


def apply(observations: pa.Table, correct: Sequence[Correction]) -> tuple[pa.Table, frozenset[str]]:
    """`observations` as corrected, without the withdrawn ones, and the ids of those that were changed.

    A later correction of a row wins.  Columns and types stay as they are.
    """
    found = matches(observations, correct)
    changes: dict[str, dict[str, Any] | None] = {}
    for c in correct:
        for row in found[c.number]:
            changes[row["observation_id"]] = None if c.withdraw else {**(changes.get(row["observation_id"]) or {}), **dict(c.changes)}  # fmt: skip
    if not changes:
        return observations, frozenset()
    rows = []
    for row in observations.to_pylist():
        change = changes.get(row["observation_id"], {})
        if change is not None:
            rows.append({**row, **change})
    arrays = [pa.array([row[f.name] for row in rows], f.type) for f in observations.schema]
    return pa.Table.from_arrays(arrays, schema=observations.schema), frozenset(
        k for k, v in changes.items() if v is not None
    )


def findings(observations: pa.Table, correct: Sequence[Correction]) -> Iterator[Finding]:
    """A finding for each corrected or withdrawn observation, and for each correction that is about none."""
    found = matches(observations, correct)
    for c in correct:
        for row in found[c.number]:
            what = "withdrawn" if c.withdraw else "set to " + ", ".join(f"{name} {shown(value)}" for name, value in c.changes)  # fmt: skip
            said = f"{row['label']} {shown(row['value'])} {row['unit']} is {what} by {c.by}: {c.reason}"
            yield on_observation("corrected", row, said, expected=dict(c.changes).get("value") and shown(dict(c.changes)["value"]), found=shown(row["value"]))  # fmt: skip
        if not found[c.number]:
            said = f"Correction {c.number} ({c.about}, by {c.by}) fits no observation."
            yield finding("correction_unmatched", "observations", None, said, start=None, found=c.about) | {
                "finding_id": finding("correction_unmatched", "observations", c.about, said)["finding_id"],
                "source": None,
            }
