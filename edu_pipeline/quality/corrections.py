"""Corrections of a person: one observation overridden or withdrawn, with a reason and a name.

What belongs here: reading data/corrections.yaml, and what an entry must be.  What does not: what a correction is about
and does to a row (correcting), and which tables are corrected: observations keep what was read, `facts` follows.

    - observation: 9f2c…                  # by id, or by source and quoted text:
      source: reports/2023.txt
      quote: 巩固率达到106.98%             # stands in the document's sentence and holds the number as printed
      set: {value: 99.98}                 # fields of the observation; or
      withdraw: true
      reason: 教育局 confirmed a misprint
      by: A. Person, 2025-10-01
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from edu_pipeline.indicators.catalogue import catalogue, units
from edu_pipeline.language import gazetteer
from edu_pipeline.quality.finding_rows import quoted
from edu_pipeline.schema import Column
from edu_pipeline.tables import TABLES

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
    return from_data(entries, path.name)


def from_data(entries: object, file: str) -> tuple[Correction, ...]:
    """The corrections of a file's entries, as YAML or JSON gives them.  Raises CorrectionError."""
    if not isinstance(entries, list):
        raise CorrectionError(f"{file} must be a list of corrections, each beginning with “- ”")
    return tuple(_entry(file, number, entry) for number, entry in enumerate(entries, 1))


def as_data(correct: Sequence[Correction]) -> list[dict[str, Any]]:
    """Corrections in plain values, so that JSON can keep them: `from_data` makes them again."""
    return [
        {
            **({"observation": c.observation} if c.observation else {"source": c.source, "quote": c.quote}),
            **({"withdraw": True} if c.withdraw else {"set": {n: v.isoformat() if isinstance(v, date) else v for n, v in c.changes}}),
            "reason": c.reason,
            "by": c.by,
        }
        for c in correct
    ]  # fmt: skip


def _entry(file: str, number: int, entry: object) -> Correction:
    where = f"{file}, correction {number}"
    if not isinstance(entry, dict) or set(entry) - _KEYS:
        raise CorrectionError(f"{where}: may only have the keys {', '.join(sorted(_KEYS))}")
    by_id, by_text = entry.get("observation"), (entry.get("source"), entry.get("quote"))
    if not by_id and not all(by_text):
        raise CorrectionError(f"{where}: name an observation, or a source and a quote")
    for name, named in (("observation", by_id), ("source", by_text[0]), ("quote", by_text[1])):
        if named is not None and not isinstance(named, str):
            raise CorrectionError(f"{where}: {name} {named!r} was read as a number or list: put it in quotation marks")
    if by_id and any(by_text):
        raise CorrectionError(f"{where}: name either an observation, or a source and a quote, not both")
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
    if column.type == "string" and isinstance(value, str) and value:
        allowed = column.values or _codes(name)
        if not allowed or value in allowed:
            return value
        raise CorrectionError(f"{where}: {value!r} cannot be {name}: {_instead(name, column)}")
    raise CorrectionError(f"{where}: {value!r} cannot be {name}")


def _codes(name: str) -> Mapping[str, Any] | frozenset[str] | None:
    """The codes that a column may hold, where a reference table lists them."""
    match name:
        case "indicator":
            return catalogue().indicators
        case "unit":
            return units()
        case "region_code":
            return frozenset(str(row["region_code"]) for row in gazetteer.divisions())
    return None


def _instead(name: str, column: Column) -> str:
    if column.values:
        return f"use one of {', '.join(column.values)}"
    return f"the table {name.removesuffix('_code')}s of a release lists the codes"
