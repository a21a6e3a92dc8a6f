"""Shares that should make up a whole: 分别占…, 按照…的比例, four grades, a run of shares that ends with 其他.

What belongs here: which percentages are shares of one whole, and whether they come to 100.  What does not: a share against
its part and whole (audit_shares).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_parts import complete, parted
from edu_pipeline.quality.audit_text import Figure, Passage, bigrams
from edu_pipeline.quality.audit_trial import Log, Trial, plain
from edu_pipeline.quality.tolerance import Interval, agree, exact, total

_WHOSE = re.compile(r"公办|民办|公立|私立|男|女|城镇|城市|农村|乡村|其他|其它|其余")
_APART = 3.0  # percentage points by which shares of one whole may miss 100 and still be meant to reach it
_OVER = 20.0  # the same over 100, of two parts that leave nothing out: 公办园占56.4%,民办园占53.6%


def find(passage: Passage, log: Log) -> set[int]:
    """Shares that make up a whole.  Returns the heads of the lists that were tried."""
    tried: set[int] = set()
    lists: dict[int, list[Figure]] = {}
    for figure in passage.figures:
        if figure.unit == "%":
            lists.setdefault(figure.head, []).append(figure)
    for head, members in lists.items():
        announced = words.PROPORTIONS_AFTER.match(members[-1].right) or words.EXHAUSTIVE_SHARES.search(members[0].left)
        if len(members) >= 2 and members[0].index == head and announced:
            tried.add(head)
            _sum_to_hundred(passage, members, True, log)
    for grades in _grades(passage):
        _sum_to_hundred(passage, grades, True, log)
    run: list[Figure] = []
    for figure in passage.figures:
        shared = figure.unit == "%" and figure.role == "share" and figure.head not in tried
        if run and (not shared or figure.sentence != run[-1].sentence) and figure.unit == "%":
            _close(passage, run, log)
            run = []
        if shared:
            run.append(figure)
    _close(passage, run, log)
    return tried


def _grades(passage: Passage) -> Iterator[list[Figure]]:
    """优秀率…、良好率…、及格率…、不及格率…: four grades leave nothing out."""
    rates = [f for f in passage.figures if f.unit == "%"]
    for first in range(len(rates) - 3):
        four = rates[first : first + 4]
        if four[0].sentence == four[3].sentence and {f.names.get("rank") for f in four} in words.GRADES:
            yield four


def _close(passage: Passage, run: list[Figure], log: Log) -> None:
    if len(run) >= 2 and run[0].sentence == run[-1].sentence:
        _sum_to_hundred(passage, run, False, log)


def _sum_to_hundred(passage: Passage, members: list[Figure], announced: bool, log: Log) -> None:
    parts = total([f.span for f in members])
    apart = announced or parted(members)
    closed = announced or complete(members) or bool(words.REST.search(members[-1].left))
    whole = exact(100.0)
    if not parts.bounded:
        log.skip("share_sum", "a share is printed as an open bound")
    elif agree(whole, parts) and (len(members) >= 3 or (apart and _of_one_thing(*members))):
        log.add(_of_hundred(passage, members, parts, "consistent", "together they make the whole"))
    elif _meant(members, apart, closed, parts.value):
        off = f"the shares add up to {plain(parts.value)}, {plain(abs(parts.value - 100))} {'over' if parts.value > 100 else 'short of'} 100"
        log.add(_of_hundred(passage, members, parts, "inconsistent", off))
    else:
        log.skip("share_sum", "the shares need not make up one whole")


def _meant(members: list[Figure], apart: bool, closed: bool, value: float) -> bool:
    """Whether shares that miss 100 by a little are meant to reach it."""
    if complete(members) and _of_one_thing(*members[:2]) and _APART < value - 100 <= _OVER:
        return len(members) == 2
    near = abs(value - 100) <= _APART
    return near and (
        (closed and (len(members) > 2 or _of_one_thing(*members))) or (apart and len(members) >= 3 and value > 100)
    )


def _of_one_thing(first: Figure, second: Figure) -> bool:
    """公办园占56%,民办园占44%; 公办园占51%,民办园在园幼儿占48% are shares of two things."""
    one, other = (bigrams(_WHOSE.split(f.left)[-1]) for f in (first, second))
    return first.head == second.head or len(one & other) >= 0.6 * max(len(one), len(other))


def _of_hundred(passage: Passage, members: list[Figure], parts: Interval, verdict: str, note: str) -> Trial:
    return Trial(passage, "share_sum", None, tuple(members), 100.0, parts.value, parts.radius, verdict, note)
