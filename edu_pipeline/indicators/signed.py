"""Changes printed as a sign behind the value that changed: 优良率53.8%(↑2.6), 教学点55个（-13）.

What belongs here: telling that a number is such a change, its sign and its unit.  What does not: changes in words
(measures), columns of changes (grids).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Record, Thread

_SINCE = "(?:同比|环比|[比较](?:上|去)(?:一?学?年|年同期))"
_SIGNED = re.compile(rf"\s?(?P<open>[(（\[【])?\s?(?P<since>{_SINCE})?[:：]?\s?(?P<sign>[↑↓▲▼△▽⬆⬇+＋\-－−])\s?")
_BEHIND = re.compile(r"\s?(?:[%％]|个?百分点|[一-鿿]{1,2})?\s?(?P<arrow>[↑↓▲▼⬆⬇])")
_OPENED = re.compile(rf"\s?[(（\[【]\s?{_SINCE}?[:：]?\s?")
_CLOSED = re.compile(r"[^()（）\[\]【】,，。;；]{0,8}?[)）\]】]")
_FALLEN = frozenset("↓▼▽⬇-－−")
_ARROWS = frozenset("↑↓▲▼△▽⬆⬇")
_SIGNS = _ARROWS | frozenset("+＋-－−")
_FARTHEST = 16
"""Characters that stand between a value and its change at most."""


def changed(passage: Passage, number: Number, thread: Thread) -> tuple[Measure, str, Linked] | None:
    """Measure, unit and indicator of a change behind its value; None where the number is none."""
    if in_turn := _in_turn(passage, number, thread):
        return in_turn
    before = passage.numbers[number.index - 1] if number.index else None
    record = thread.records[-1] if thread.records else None
    if before is None or record is None or record.number is not before or record.unit in (None, "rank"):
        return None
    sign = _sign(passage.text, before.quantity.end, number)
    return None if sign is None else _change_of(record, number, sign)


def _change_of(record: Record, number: Number, sign: int) -> tuple[Measure, str, Linked] | None:
    """The change of a value by so much; None where it can be none of it."""
    printed, unit = number.quantity.unit, record.unit
    if printed == "%":
        measure, unit = "growth", "%"
    elif printed not in (None, "weak", unit) and not (printed == "pp" and unit == "%"):
        return None
    else:
        measure, unit = "change", "pp" if unit == "%" else unit
    if unit == "pp" and number.quantity.value > 100:
        return None
    linked = Linked(record.linked.code, "a change behind its value", record.level, measure, record.linked.at)
    return Measure(measure, sign, "上年"), unit or "", linked


_CHANGE = r"[+＋\-－−↑↓▲▼]\s?\d[\d.,]*\s?(?:[%％]|个?百分点|[一-鿿])?"
_LISTED = re.compile(rf"分别{_SINCE}\s?(?P<before>(?:{_CHANGE}[、,，和])*)(?P<sign>[+＋\-－−↑↓▲▼])\s?")
_MORE = re.compile(rf"(?:[%％]|个?百分点|[一-鿿])?(?P<after>(?:[、,，和]{_CHANGE})*)")
_ONE = re.compile(_CHANGE)
_BACK = 60


def _in_turn(passage: Passage, number: Number, thread: Thread) -> tuple[Measure, str, Linked] | None:
    """小学招生1.46万人,初中1.38万人,分别较上年-4.6%、+7.9%: the nth change is that of the nth value before the list."""
    text, at = passage.text, number.quantity.start
    if text[at - 1 : at] not in _SIGNS:
        return None
    begin = text.rfind("分别", max(number.sentence[0], at - _BACK), at)
    listed = _LISTED.fullmatch(text, begin, at) if begin >= 0 else None
    if listed is None:
        return None
    nth, after = len(_ONE.findall(listed["before"])), _MORE.match(text, number.quantity.numeral_end)
    count = nth + 1 + len(_ONE.findall(after["after"] if after else ""))
    values = [r for r in thread.said_in(number.sentence) if r.number.quantity.start < begin and r.measure == "level"]
    if count < 2 or len(values) < count or len({r.unit for r in values[-count:]}) > 1:
        return None
    return _change_of(values[-count:][nth], number, -1 if listed["sign"] in _FALLEN else 1)


def _sign(text: str, end: int, number: Number) -> int | None:
    """-1 or 1 as the sign between a value and its change says; a dash needs a bracket, else it parts a range."""
    at, behind_it = number.quantity.start, number.quantity.numeral_end
    if at - end > _FARTHEST:
        return None
    ahead = None if _SIGNS.isdisjoint(text[end:at]) else _SIGNED.fullmatch(text, end, at)
    if ahead:
        boxed = ahead["open"] and _CLOSED.match(text, behind_it)
        told = boxed or ahead["since"] or ahead["sign"] in _ARROWS
        return (-1 if ahead["sign"] in _FALLEN else 1) if told else None
    if _ARROWS.isdisjoint(text[behind_it : behind_it + _FARTHEST]):
        return None
    behind = _BEHIND.match(text, behind_it)
    if behind and _OPENED.fullmatch(text, end, at):
        return -1 if behind["arrow"] in _FALLEN else 1
    return None
