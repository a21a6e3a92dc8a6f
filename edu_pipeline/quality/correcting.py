"""What corrections are about, and what they do: rows changed or withdrawn, and what is said of it.

What belongs here: matching corrections with observations, changing rows, and the findings about both.  What does not:
the file that they are written in (corrections), and facts, which follow them (facts).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from edu_pipeline.language.numerals import MAGNITUDES, arabic
from edu_pipeline.quality.corrections import Correction
from edu_pipeline.quality.finding_rows import Finding, finding, on_observation, shown
from edu_pipeline.tables import TABLES

Row = dict[str, Any]

_MAGNITUDE = "[余多几]?(?:" + "|".join(sorted(MAGNITUDES, key=len, reverse=True)) + ")?[余多几]?"


@dataclass(frozen=True)
class Outcome:
    """What became of one correction: the rows that it is about, and why it was not followed (None: it was)."""

    correction: Correction
    rows: tuple[Row, ...]
    refused: str | None = None

    @property
    def followed(self) -> bool:
        return bool(self.rows) and self.refused is None


def outcomes(observations: pa.Table, correct: Sequence[Correction]) -> list[Outcome]:
    """What becomes of each correction.  `observations` may be observations_sound or observations."""
    found = matches(observations, correct)
    return [Outcome(c, tuple(found[c.number]), _refusal(c, found[c.number])) for c in correct]


def matches(observations: pa.Table, correct: Sequence[Correction]) -> dict[int, list[Row]]:
    """Number of a correction -> the rows that it is about; a quote is about the numbers that it holds."""
    if not correct:
        return {}
    ids = {c.observation for c in correct if c.observation}
    sources = {c.source for c in correct if not c.observation}
    by_id: dict[str, Row] = {}
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in _candidates(observations, ids, sources):
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


def _candidates(observations: pa.Table, ids: set[str], sources: set[str | None]) -> list[Row]:
    """Only rows that a correction can be about become Python objects."""
    pairs = zip(observations["observation_id"].to_pylist(), observations["source"].to_pylist(), strict=True)
    wanted = [i for i, (key, source) in enumerate(pairs) if key in ids or source in sources]
    return list(observations.take(pa.array(wanted, pa.int64())).to_pylist())


def _quoted(quote: str, row: Mapping[str, Any]) -> bool:
    """Whether a quote holds the number of a row as printed: its numeral, the magnitude that the value tells, its unit."""
    plain, sentence = "".join(quote.split()), "".join(row["sentence"].split())
    numeral, unit = ("".join((row[name] or "").split()) for name in ("value_text", "unit_text"))
    if plain not in sentence or not (numeral or unit):
        return False
    fitting = re.finditer(rf"(?<![0-9０-９.．,，]){re.escape(numeral)}({_MAGNITUDE}){re.escape(unit)}", plain)
    return any(not m[1] or _magnified(numeral, m[1], abs(row["value"])) for m in fitting)


def _magnified(numeral: str, printed: str, value: float) -> bool:
    """Whether a magnitude turns a numeral into a value: 27.56, 亿 and 2756000000."""
    word = printed.strip("余多几")
    try:
        return math.isclose(arabic(numeral) * MAGNITUDES.get(word, 1.0), value, rel_tol=1e-6)
    except ValueError:  # a ratio, or words: what stands there is taken as it is
        return True


def _refusal(c: Correction, rows: Sequence[Row]) -> str | None:
    """Why a correction cannot be followed, in words."""
    if c.withdraw or not rows:
        return None
    stated = {row["value"]: f"{row['value_text'] or ''}{row['unit_text'] or ''}" for row in rows}
    if len(stated) > 1:
        printed = sorted(set(stated.values()))
        if len(printed) < len(stated):  # 27.56亿元 and 27.56万元
            printed = [shown(value) for value in sorted(stated)]
        return f"its quote holds several numbers ({', '.join(printed)}), and which is meant cannot be told: quote one"
    fixed = TABLES["observations_sound"].from_rows({**row, **dict(c.changes)} for row in rows)
    from edu_pipeline.quality import contracts  # pandera takes long to import, and few runs correct anything

    broken = [b.reason for b in contracts.breaches("observations_sound", fixed) if b.rule != "key"]
    return f"the corrected row would break the data contract: {'; '.join(dict.fromkeys(broken))}" if broken else None


def apply(observations: pa.Table, correct: Sequence[Correction]) -> tuple[pa.Table, frozenset[str]]:
    """`observations` as corrected, without the withdrawn ones, and the ids of those that were changed.

    A later correction of a row wins; what was refused changes nothing.  Columns and types stay as they are.
    """
    changes: dict[str, Row | None] = {}
    for outcome in outcomes(observations, correct):
        c = outcome.correction
        for row in outcome.rows if outcome.followed else ():
            key = row["observation_id"]
            changes[key] = None if c.withdraw else {**(changes.get(key) or {}), **dict(c.changes)}
    if not changes:
        return observations, frozenset()
    keys = observations["observation_id"].to_pylist()
    kept = observations.take(pa.array([i for i, key in enumerate(keys) if key not in changes], pa.int64()))
    touched = observations.take(pa.array([i for i, key in enumerate(keys) if key in changes], pa.int64())).to_pylist()
    rows = [{**row, **change} for row in touched if (change := changes[row["observation_id"]]) is not None]
    arrays = [pa.array([row[f.name] for row in rows], f.type) for f in observations.schema]
    fixed = pa.Table.from_arrays(arrays, schema=observations.schema)
    names = [(name, "ascending") for name in TABLES["observations"].order]
    changed = frozenset(key for key, change in changes.items() if change is not None)
    return pa.concat_tables([kept, fixed]).sort_by(names), changed


def findings(observations: pa.Table, correct: Sequence[Correction]) -> Iterator[Finding]:
    """A finding for each corrected or withdrawn observation, and for each correction that was not followed."""
    for outcome in outcomes(observations, correct):
        c = outcome.correction
        if outcome.followed:
            yield from (_corrected(c, row) for row in outcome.rows)
        elif outcome.refused:
            yield _unfollowed("correction_refused", c, f"was not followed: {outcome.refused}.")
        else:
            yield _unfollowed("correction_unmatched", c, "fits no observation.")


def _corrected(c: Correction, row: Row) -> Finding:
    fields = dict(c.changes)
    what = "withdrawn" if c.withdraw else "set to " + ", ".join(f"{name} {shown(value)}" for name, value in c.changes)
    said = f"{row['label']} {shown(row['value'])} {row['unit']} is {what} by {c.by}: {c.reason}"
    expected = shown(fields["value"]) if fields.get("value") is not None else None
    return on_observation("corrected", row, said, expected=expected, found=shown(row["value"]))


def _unfollowed(check: str, c: Correction, what: str) -> Finding:
    said = f"Correction {c.number} ({c.about}, by {c.by}) {what}"
    # the row_id only tells several corrections apart; there is no such row
    return finding(check, "observations", f"{c.number} {c.about}", said, found=c.about) | {"row_id": None}
