"""The total that bare numbers of levels are parts of: 专任教师4036人：幼儿园882、小学1493、初中985.

What belongs here: telling such a list, from the numbers alone.  What does not: what the total counts (breakdowns).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.passage import Number, Passage

_LEVEL = "(?:(?:普通|公办|民办)?(?:幼儿园|幼教|学前(?:教育)?|小学|初中|普高|高中|中职|职高|职业高中|中等职业(?:学校|教育)?|高职|高校|特教|特殊教育(?:学校)?|九年一贯制(?:学校)?|完全中学|完中)(?:阶段)?)"
_PARTS = re.compile(rf"\s?[:：]\s?(?:其中)?(?:{_LEVEL}\s?[\d,，.]*\d[、,，;；]\s?)*{_LEVEL}\s?")
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
    listed = _PARTS.fullmatch(passage.text, whole.quantity.end, quantity.start)
    return whole if listed and quantity.value <= whole.quantity.value else None
