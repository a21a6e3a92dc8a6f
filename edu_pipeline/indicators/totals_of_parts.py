"""Totals and the parts that stand before or behind them, of one level each: 专任教师4036人：幼儿园882、小学1493、初中985;
小学43所、初中12所，合计55所.

What belongs here: telling such a list, and the level of a total behind it.  What does not: what the total counts (breakdowns,
eliding).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from edu_pipeline.indicators import level_words
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Record


@cache
def _parts() -> re.Pattern[str]:
    level = level_words.alone()
    return re.compile(rf"\s?[:：]\s?(?:其中)?(?:{level}\s?[\d,，.]*\d[、,，;；]\s?)*{level}\s?")


_CLOSES = re.compile(r"\s?(?:[、,，;；。)）]|$)")
_MOST = 10
"""How many parts a total has at most."""
_TOTALS = ("person", "institution", "class", "weak")


def total_of(passage: Passage, number: Number) -> Number | None:
    """The number with a unit, right before a colon, behind which stand this one and others, each with a level alone."""
    quantity = number.quantity
    if quantity.unit is not None or quantity.form != "arabic" or quantity.magnitude or number.forward:
        return None
    if not _CLOSES.match(passage.text, quantity.end):
        return None
    before = reversed(passage.numbers[max(0, number.index - _MOST) : number.index])
    whole = next((n for n in before if n.quantity.unit is not None), None)
    if whole is None or whole.sentence != number.sentence or whole.quantity.unit not in _TOTALS:
        return None
    listed = _parts().fullmatch(passage.text, whole.quantity.end, quantity.start)
    return whole if listed and quantity.value <= whole.quantity.value else None


_SUMS_UP = re.compile(r"[\s,，;；、]*(?:以上)?(?:合计|总计|共计|一共|总共|共|总数)(?:有|为|达|是)?")
_COUNTS = frozenset({"institutions", "teaching_points"})
"""Schools and teaching points are summed up as one."""


def level_of_sum(own: str, said: Sequence[Record]) -> str | None:
    """The level of a total behind parts of several levels (小学43所、初中12所、幼儿园61所，合计116所), all of them together.

    `own`: the words between the total and the number before it; `said`: what its sentence was read as, the last first.
    """
    if not said or not _SUMS_UP.fullmatch(own):
        return None
    last = said[0]
    codes = _COUNTS if last.linked.code in _COUNTS else {last.linked.code}
    parts = list(
        takewhile(lambda r: r.linked.code in codes and r.unit == last.unit and r.measure == last.measure, said)
    )
    levels = {part.level for part in parts if part.level}
    return level_words.merged(levels) if len(levels) > 1 and "all" not in levels else None
