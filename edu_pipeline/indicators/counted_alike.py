"""The unit of a number that is counted like another number of its sentence.

What belongs here: classes level by level, places beside their schools, who paid how much of a sum.  What does not: units that
a noun tells, and the order in which units are looked for (counted_units, which hands in how it tells another number's).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from edu_pipeline.indicators.passage import Number, Passage, opened_before
from edu_pipeline.reference import any_of

UnitOf = Callable[[Passage, Number], str | None]
PARTED_BY = re.compile(r"\s?(?:[、,，。;；)）]|$)")
"""What stands behind a bare number of a list."""


def number_before(passage: Passage, number: Number) -> Number | None:
    """The number before it in its sentence."""
    before = passage.numbers[number.index - 1] if number.index else None
    return before if before is not None and before.sentence == number.sentence else None


def classes_by_level(passage: Passage, number: Number, unit_of: UnitOf) -> bool:
    """小学56人以上班级604个,占13.5%;初中218个: at another level the same is counted in the same word."""
    own = passage.text[slice(*number.left)].strip(",，、;； ")
    if number.forward or not any(h.word.level and h.word.text == own for h in passage.hits.within(*number.left)):
        return False
    before = reversed(passage.numbers[: number.index])
    told = (n for n in before if n.sentence == number.sentence and not n.definition)
    last = next((n for n in told if n.quantity.unit_text not in ("%", "％")), None)
    return (
        last is not None and last.quantity.unit_text == number.quantity.unit_text and unit_of(passage, last) == "class"
    )


def beside_schools(passage: Passage, number: Number, unit_of: UnitOf) -> bool:
    """新增学位3780个(新建6所1980个,改扩建3所540个): the places of the schools right before, in a bracket of places."""
    before = number_before(passage, number)
    if before is None or before.quantity.end != number.quantity.start or unit_of(passage, before) != "institution":
        return False
    words, opened = number.quantity.unit_text, opened_before(passage.text, number)
    whole = next((n for n in reversed(passage.numbers[: number.index]) if n.quantity.end == opened), None)
    return whole is not None and whole.quantity.unit_text == words and unit_of(passage, whole) == "place"


@cache
def _payers() -> re.Pattern[str]:
    payer = rf"(?:{any_of('linking.yaml', 'elisions', 'sources')}){{1,3}}"
    return re.compile(rf"[(（,，、;；:：]?(?:其中)?[:：]?{payer}$")


def paid_by(passage: Passage, number: Number, unit_of: UnitOf) -> str | None:
    """总投资1236万元(国债930万,地方配套306万): who paid how much of a sum is told without 元."""
    before = number_before(passage, number)
    if before is None or before.quantity.magnitude is None:
        return None
    if not _payers().fullmatch(passage.text, before.quantity.end, number.quantity.start):
        return None
    return "CNY" if unit_of(passage, before) == "CNY" and PARTED_BY.match(passage.text, number.quantity.end) else None
