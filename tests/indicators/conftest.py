"""What the reading tests share: a document of a few lines, read whole, held against what a careful reader makes of it.

What belongs here: the notation of expected readings and the comparison.  What does not: the sentences (test_reading_*).

An expected reading is a line of words, `indicator level value unit` and then, in any order, what is not the default:
a measure (change growth gap rank), a comparator (ge gt le lt approx), `target`, `@region`, `than:` what it is compared with, `label:` its own words, and when, as `2023`,
`2023-12-31`, `2021-01-01..2025-12-31`, `D` (the document's date, twice), `..D` (up to it; also `2023-01-01..D`) or `?` (unknown).  `_` asks
for nothing in its place, `other` is an indicator that the catalogue does not name, `lo~hi` a range; a space
inside a unit is written `_`.  Region and time
are compared only where they are given.  In a text ¦ is a tab between the cells of a table, and ∣ a bar.  ` + ` joins the readings of one number; a single word is its kind, `nothing` says that it is no number at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from edu_pipeline.extract import extract_document

MEASURES = ("level", "change", "growth", "gap", "rank")
COMPARATORS = ("eq", "ge", "gt", "le", "lt", "approx")
CELLS = str.maketrans({"¦": "\t", "∣": "|"})
"""How a table's cells are set apart in one line of a test, where | parts the sentence from what it states."""
KINDS = ("definition", "identifier", "anecdote", "period", "noise", "observation", "target")
Expected = Sequence[tuple[str, str]]
Reads = Callable[..., None]


def _when(word: str, dated: str | None) -> tuple[str | None, str | None] | None:
    """The period that a word of the notation stands for; None where it is no such word."""
    if word == "?":
        return None, None
    if word in ("D", "..D"):
        return (dated if word == "D" else None), dated
    if re.fullmatch(r"\d{4}", word):
        return f"{word}-01-01", f"{word}-12-31"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        return word, word
    if ".." in word:
        start, _, end = word.partition("..")
        return start or None, dated if end == "D" else end or None
    return None


def _wanted(reading: str, dated: str | None) -> dict[str, Any]:
    """One reading of the notation as columns of `observations_read`."""
    indicator, level, value, unit, *rest = reading.split()
    low, _, high = value.partition("~")
    wanted: dict[str, Any] = {
        "indicator": None if indicator == "other" else indicator,
        "education_level": level,
        "value": low if low == "_" else float(low),
        "value_max": float(high) if high else None,
        "unit": unit if unit == "_" else unit.replace("_", " "),
        "measure": "level",
        "comparator": "eq",
        "nature": "actual",
    }
    for word in rest:
        if word in MEASURES:
            wanted["measure"] = word
        elif word in COMPARATORS:
            wanted["comparator"] = word
        elif word == "target":
            wanted["nature"] = "target"
        elif word.startswith("@"):
            wanted["region_name"] = word[1:]
        elif word.startswith(("than:", "label:")):
            column, _, printed = word.partition(":")
            wanted["reference" if column == "than" else "label"] = printed
        else:
            period = _when(word, dated)
            assert period is not None, f"{word!r} is no word of the notation"
            wanted["period"] = period
    return {column: given for column, given in wanted.items() if given != "_"}


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _differs(wanted: dict[str, Any], row: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Column: (wanted, read), where they are not the same."""
    got = {**row, "period": (_day(row["period_start"]), _day(row["period_end"]))}
    return {
        c: (w, got[c])
        for c, w in wanted.items()
        if (got[c] != pytest.approx(w) if isinstance(w, float) else got[c] != w)
    }


def _compare(
    number: str, reading: str, quantity: dict[str, Any] | None, rows: list[dict[str, Any]], dated: str | None
) -> list[str]:
    if (quantity is None) != (reading == "nothing"):
        return [f"{number}: {quantity['kind'] if quantity else 'not found'}"]
    if quantity is None:
        return []
    if reading in KINDS:
        return [] if quantity["kind"] == reading else [f"{number}: kind {quantity['kind']}, not {reading}"]
    wanted = [_wanted(part, dated) for part in reading.split(" + ")]
    if len(rows) != len(wanted):
        return [f"{number}: {len(rows)} readings, not {len(wanted)} ({quantity['kind']}: {quantity['reason']})"]
    wrong = [
        f"{c} {got!r}, not {w!r}"
        for want, row in zip(wanted, rows, strict=True)
        for c, (w, got) in _differs(want, row).items()
    ]
    return [f"{number}: {'; '.join(wrong)} ({quantity['reason']})"] if wrong else []


def _hold(page: str, at: int, expected: Expected, dated: str | None) -> None:
    """Hold the numbers of a page, from `at` on and in the order they stand, against what is expected of them."""
    rows = extract_document(page.encode(), "reading.txt")
    whole, wrong = rows["documents"][0]["text"], []
    for number, reading in expected:
        found = re.compile(rf"(?<![\d.])(?<!\d,){re.escape(number)}").search(whole, at)
        assert found, f"{number!r} does not stand in the rest of {page!r}"
        start, at = found.span()
        quantity = next((q for q in rows["quantities"] if q["start"] <= start < q["end"]), None)
        stated = [o for o in rows["observations_read"] if quantity and o["quantity_id"] == quantity["quantity_id"]]
        wrong += _compare(number, reading, quantity, stated, dated)
    assert not wrong, "\n".join([page, *wrong])


@pytest.fixture(scope="session")
def reads() -> Reads:
    """reads(text, expected, title=..., dated=...): assert what the numbers of a text state, in the order they stand.

    The text stands below a title and, unless `dated` is None, a date in a document that is read as any other; numbers that `expected` leaves
    out are not looked at.
    """

    def check(
        text: str, expected: Expected, title: str = "2024年张掖市教育事业统计公报", dated: str | None = "2025-09-10"
    ) -> None:
        head = f"{title}\n{dated}\n\n" if dated else f"{title}\n\n"
        _hold(f"{head}{text.translate(CELLS)}\n", len(head), expected, dated)

    return check


@pytest.fixture(scope="session")
def reads_page() -> Reads:
    """reads_page(page, expected, dated): the same of a whole document as it is printed; `dated` is what D stands for."""

    def check(page: str, expected: Expected, dated: str | None) -> None:
        _hold(page, 0, expected, dated)

    return check
