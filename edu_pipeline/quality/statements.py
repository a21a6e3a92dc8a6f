"""Observations as the cross-document rules see them: place, time, population and how exactly the number was printed.

What belongs here: what one observation says, made comparable.  What does not: which statements belong together
(relations, targets), and what readers get of them (facts).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.quality.populations import Population, population
from edu_pipeline.quality.tolerance import Interval, agree, printed_interval, read_print

Span = tuple[date | None, date | None]

_YEAR = re.compile(r"(?<![0-9０-９])((?:19|20)[0-9]{2})年(?!\s*[-—–至到~～])")
_A_YEAR = 366
OPEN_REACH = 0.1
"""How far a value may lie beyond 超过, as a share of it, to be taken for the same."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One observation with an indicator and a place.

    `span` is the period that it is compared by; `dated` says where that comes from: period (its own), title (the one
    year in its article's title), article (unknown: comparable within its article only).  `ordinal` is the number of its
    article in the document.
    """

    row: Mapping[str, Any]
    population: Population
    span: Span
    dated: str
    article_date: date | None
    interval: Interval
    digits: int
    ordinal: int

    @property
    def id(self) -> str:
        return str(self.row["observation_id"])

    @property
    def value(self) -> float:
        return float(self.row["value"])

    @property
    def known(self) -> bool:
        return self.dated != "article"

    @property
    def place(self) -> str:
        return str(self.row["region_code"] or self.row["region_name"])

    @property
    def flow(self) -> bool:
        return catalogue()[self.row["indicator"]].accounting == "flow"

    @property
    def moment(self) -> Span:
        """The period that is compared: stocks and rates of a year (2024年) are those of its last day (2024年底)."""
        start, end = self.span
        if self.known and not self.flow and start and end and (end - start).days <= _A_YEAR:
            return (end, end)
        return self.span

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.row["source"], self.row["start"], self.id)

    def same_value(self, other: Statement) -> bool:
        """Whether both prints can stand for one value: 1.26万 and 12583, 99.7 and 99.68."""
        if self.value == other.value:
            return True
        if not agree(self.interval, other.interval):
            return False
        bounded = self.interval.bounded and other.interval.bounded
        return bounded or abs(self.value - other.value) <= OPEN_REACH * max(abs(self.value), abs(other.value))

    @property
    def clause(self) -> str:
        """The sentence up to the number, from the last semicolon on: what leads a list speaks for its members."""
        before = self.row["sentence"].partition(f"{self.row['value_text'] or ''}")[0]
        return str(re.split(r"[;；。]", before)[-1])

    def contradicts(self, other: Statement) -> bool:
        """Whether no value can be meant by both."""
        return not agree(self.interval, other.interval)


def statements(observations: pa.Table, articles: pa.Table) -> list[Statement]:
    """The statements of a table of observations that name an indicator and a place, in the order of the table."""
    told = articles.select(["article_id", "dated_on", "title", "ordinal"]).to_pylist()
    about = {a["article_id"]: (a["dated_on"], title_year(a["title"]), a["ordinal"]) for a in told}
    known = catalogue().indicators
    found = []
    for row in observations.to_pylist():
        if row["indicator"] in known and (row["region_code"] or row["region_name"]):
            found.append(_statement(row, *about.get(row["article_id"], (None, None, 0))))
    return found


def _statement(row: Mapping[str, Any], dated_on: date | None, year: int | None, ordinal: int) -> Statement:
    span, dated = _span(row, year)
    text = (row["value_text"] or "") + (row["unit_text"] or "")
    return Statement(
        row,
        population(row["indicator"], row["label"], row["region_name"]),
        span,
        dated,
        dated_on,
        printed_interval(text, row["value"], row["unit"], row["comparator"]),
        read_print(text, row["value"], row["unit"]).digits,
        ordinal,
    )


def _span(row: Mapping[str, Any], year: int | None) -> tuple[Span, str]:
    start, end = row["period_start"], row["period_end"]
    flow = catalogue()[row["indicator"]].accounting == "flow"
    if start is not None and end is not None:
        return (start, end), "period"
    if end is not None and not flow:
        return (end, end), "period"
    if start is None and end is None and year is not None and row["nature"] == "actual":
        return (date(year, 1, 1), date(year, 12, 31)), "title"
    return (start, end), "article"


def title_year(title: str | None) -> int | None:
    """The one year that a title names (2023年…自评报告), None when it names none or several."""
    years = {int(y) for y in _YEAR.findall(title or "")}
    return years.pop() if len(years) == 1 else None


def nested(a: Span, b: Span) -> bool:
    """Whether one known span lies within the other."""
    if None in a or None in b:
        return a == b
    assert a[0] and a[1] and b[0] and b[1]
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def days(span: Span) -> int:
    """How many days a known span lasts, less one."""
    return (span[1] - span[0]).days if span[0] and span[1] else 0
