"""How a finding is written down.

What belongs here: one complaint as a row of table findings, short quotations of a text, and numbers as people write
them.  What does not: what is complained of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from edu_pipeline.identity import short_hash
from edu_pipeline.quality.check_list import CHECKS
from edu_pipeline.reference import load

Finding = dict[str, Any]
_QUOTED = 40
_NAMED = 6
"""So many of a list are named in words: what is said of each of many numbers may not grow with the many."""
_LONGEST = 2_000
"""Characters of a message at most."""


def finding(
    check: str,
    table: str,
    row_id: str | None,
    message: str,
    *,
    where: Mapping[str, Any] | None = None,
    start: int | None = None,
    end: int | None = None,
    expected: str | None = None,
    found: str | None = None,
) -> Finding:
    """One complaint of a check of check_list.  `where` is a row with document_id, and source, start, end if it has them;
    `start` and `end` say it closer."""
    where = where or {}
    at = (where.get("start"), where.get("end")) if start is None else (start, end)
    place = (where.get("document_id"), *at) if row_id is None or start is not None else ()
    return {
        "finding_id": short_hash(check, table, row_id, *place),
        "check": check,
        "severity": CHECKS[check].severity,
        "table_name": table,
        "row_id": row_id,
        "document_id": where.get("document_id"),
        "source": where.get("source"),
        "start": at[0],
        "end": at[1],
        "message": message if len(message) <= _LONGEST else f"{message[:_LONGEST]} … (cut)",
        "expected": expected,
        "found": found,
    }


def on_observation(
    check: str, row: Mapping[str, Any], message: str, *, expected: str | None = None, found: str | None = None
) -> Finding:
    """A complaint about one row of observations, at its number."""
    return finding(check, "observations", row["observation_id"], message, where=row, expected=expected, found=found)


def quoted(text: str) -> str:
    """A short quotation in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"


def few(words: Sequence[str]) -> str:
    """a and b; of many: a, b, c, d, e and 743 more (748 in all)."""
    if len(words) <= _NAMED:
        return " and ".join(words)
    named = words[: _NAMED - 1]
    return f"{', '.join(named)} and {len(words) - len(named)} more ({len(words)} in all)"


def counted(number: int, thing: str) -> str:
    """1 place, 2 places."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


@cache
def doubts() -> dict[str, Any]:
    """The words of reference/doubts.yaml."""
    return dict(load("doubts.yaml"))


def shown(value: object) -> str:
    """A number as people write it: 106.98, 500, 1280000000."""
    if isinstance(value, float) and value == value and abs(value) < 1e15:
        return f"{value:.10g}" if value != int(value) else str(int(value))
    return str(value)
