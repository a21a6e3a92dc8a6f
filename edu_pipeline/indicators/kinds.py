"""What a quantity is: an observation, a target, a definition or an anecdote, and why.

What belongs here: the order in which that is asked, before the number's indicator is known.  What does not: the
shapes themselves (definitions, anecdotes, tales, targets), digits that name or date something (language), the indicator
(linking).
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from edu_pipeline.indicators import divisions
from edu_pipeline.indicators.anecdotes import anecdote
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.tales import is_told
from edu_pipeline.indicators.targets import states_target
from edu_pipeline.language.cues import Cued
from edu_pipeline.language.edges import Behind


class Kind(NamedTuple):
    """`kind` is one of schema.KINDS; `reason` the rule in words."""

    kind: str
    reason: str


def kind_of(passage: Passage, number: Number, *, plan: bool, tale: bool, on: date | None = None) -> Kind:
    """The kind of a quantity with a unit.

    `plan`: the paper states what shall be, so an unmarked clause is a target.  `tale`: the paragraph is about one
    named school or person.  `on`: the day from which the paper looks back and ahead (outlook).
    """
    if number.definition or _is_measured_by(passage, number):
        return Kind("definition", "belongs to the definition of what is counted")
    if order := _bounds_an_order(passage, number):
        return Kind(order, "a bound in an order")
    if _is_of_a_calendar(passage, number):
        return Kind("period", "a day of the month or days of office")
    if clauses := _counts_clauses(passage, number):
        return Kind(clauses, "counts the clauses of a paper")
    if reason := anecdote(passage, number):
        return Kind("anecdote", reason)
    if tale or is_told(passage, number):
        return Kind("anecdote", "speaks of one named school or person")
    if states_target(passage, number, plan, on):
        number.aimed = True
        return Kind("target", "stands in a clause that says what shall be")
    return Kind("observation", "states a statistic")


_TOP = Behind(r"(?<![学目提之以年月天])前$")
"""进入全省前10名: the bound of an order; 学前66名 and 五年前81.4% count."""


def _bounds_an_order(passage: Passage, number: Number) -> str | None:
    """前10名: of 9人进入全省前10名 another number of the clause carries the statement."""
    quantity = number.quantity
    text, at = passage.text, quantity.start
    if quantity.unit_text not in ("名", "位") and quantity.unit != "%":
        return None
    if not _TOP.search(text, max(0, at - 3), at):
        return None
    counted = number.index and passage.numbers[number.index - 1].quantity.start >= number.clause[0]
    return "definition" if counted else "anecdote"


_OVERDUE = Behind("(?:年|滞后|拖欠|欠了?|发放|岁零?|满)[近约达了]?$")
"""拨付滞后2个月, 欠了7个月: how late money was, which is told of; 推迟4个月, 建设周期14个月 are spans."""
_OFFICE_DAYS = ("工作日", "个工作日")
_UNTIL = re.compile(r"[至到—–~-]\s?$")


def _is_of_a_calendar(passage: Passage, number: Number) -> bool:
    """公示5个工作日, 4月21日9:00至27日17:00."""
    text, quantity = passage.text, number.quantity
    if text.startswith(_OFFICE_DAYS, quantity.numeral_end):
        return True
    if quantity.unit_text == "个月" and quantity.form == "arabic":
        return _OVERDUE.search(text, max(0, quantity.start - 6), quantity.start) is None
    return quantity.unit_text == "日" and _UNTIL.search(text, max(0, quantity.start - 2), quantity.start) is not None


_LINES = re.compile(r"[一-鿿]{0,6}[线路道廊街渠]")
_OF_LINES = re.compile("(?:线路|专线|公交线|航线)(?!图)")
"""校车接送线路从12条优化为9条."""
_QUOTED = re.compile(r"[“《][^”》]{0,12}$")


def _counts_clauses(passage: Passage, number: Number) -> str | None:
    """27条措施 are clauses, as the short name of a paper (“30条”) a name; 76条校车专线 are counted."""
    quantity = number.quantity
    if quantity.unit_text != "条":
        return None
    if _OF_LINES.search(passage.text, number.clause[0], quantity.start):
        return None
    noun = passage.text[slice(*number.noun_at)]
    if _LINES.match(noun) if number.forward else noun[-1:] in "线路道廊街渠" and noun:
        return None
    return "identifier" if _QUOTED.search(passage.text, max(0, quantity.start - 14), quantity.start) else "anecdote"


_RANKED = Cued(lambda: rf"个?(?:{divisions.all_sorts()})(?:[(（][市县区、]{{1,3}}[)）])?区?中?[排列居位名]*第")
_MET = Cued(
    "(?:及?以[上下])?(?:资源配置)?(?:指标)?(?:全部|均|都|综合)?[未不]?达标|(?:及?以[上下])?(?:资源配置)?(?:指标)?(?:全部|均|都)?达到(?:标准|要求)"
)


def _is_measured_by(passage: Passage, number: Number) -> bool:
    """居全省14市第12: how many were ranked; 21所学校有1项未达标: the schools are counted, by the norms that they meet."""
    quantity = number.quantity
    if number.around & _RANKED.bit and _RANKED.match(passage.text, quantity.numeral_end):
        return True
    met = quantity.unit_text == "项" and number.around & _MET.bit
    return bool(met) and _MET.match(passage.text, quantity.end) is not None
