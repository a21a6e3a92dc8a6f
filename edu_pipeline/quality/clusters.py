"""Statements of one thing by the value that they state.

What belongs here: which of them say the same value, told in the time that sorting takes.  What does not: which statements
are of one thing (relations, facts), and when two prints can stand for one value (statements, tolerance).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from math import inf

from edu_pipeline.quality.statements import OPEN_REACH, Statement

Cluster = list[Statement]
"""Statements of one value, the exactest first: each agrees with that one."""

_DUST = 1e-8
"""More than the share by which prints that agree may differ for binary fractions."""


def by_value(members: Iterable[Statement]) -> list[Cluster]:
    """The exactest statements first, each joins the first cluster that it agrees with."""
    clusters: list[Cluster] = []
    heads = _Heads()
    for s in sorted(members, key=lambda s: (s.row["comparator"] != "eq", -s.digits, s.order)):
        home = next((n for n in heads.near(s) if clusters[n][0].same_value(s)), None)
        if home is None:
            heads.add(s, len(clusters))
            clusters.append([s])
        else:
            clusters[home].append(s)
    return clusters


class _Heads:
    """The first statements of clusters, to be found by value."""

    def __init__(self) -> None:
        self._values: list[tuple[float, int]] = []
        self._radius = 0.0
        self._open = False

    def add(self, s: Statement, number: int) -> None:
        insort(self._values, (s.value, number))
        self._radius = max(self._radius, _radius(s))
        self._open |= not s.interval.bounded

    def near(self, s: Statement) -> list[int]:
        """Numbers of all clusters that `s` may agree with, and perhaps of some more."""
        reach = _radius(s) + self._radius
        if self._open or not s.interval.bounded:
            reach = max(reach, abs(s.value) * OPEN_REACH / (1 - OPEN_REACH))
        reach += _DUST * max(1.0, abs(s.value), reach)
        first = bisect_left(self._values, (s.value - reach, 0))
        last = bisect_right(self._values, (s.value + reach, inf))
        return sorted(number for _, number in self._values[first:last])


def _radius(s: Statement) -> float:
    return s.interval.radius if s.interval.bounded else 0.0
