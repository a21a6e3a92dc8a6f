"""The total that bare numbers of levels are parts of: 专任教师4036人：幼儿园882、小学1493、初中985.

What belongs here: telling such a list, from the numbers alone.  What does not: what the total counts (breakdowns).
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.indicators import level_words
from edu_pipeline.indicators.passage import Number, Passage


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
