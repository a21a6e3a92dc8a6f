"""Parts of a count that are told by what they take of it, or by their sort alone.

What belongs here: 小班占800个, 81所民办, behind what they are parts of.  What does not: parts that a list goes on with (leaning),
parts of what was built, hired or paid (eliding).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.naming import coded
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Record, Thread
from edu_pipeline.language.edges import Behind

PART = "part of the number before it"


_TAKES = re.compile(
    r"[,，;；、(（]?(?:其中)?(?:[小中大]班|公办|民办|普惠性?|农村|乡村|城[区镇乡]|县城|镇区|[男女][生性]?|小学|初中|高中|中职|学前|[一-鿿]{0,2}学科)[^,，。;；\d]{0,3}占$"
)


def takes(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """新增学位2010个,小班占800个: so many of what was just counted."""
    record = thread.records[-1] if thread.records else None
    if record is None or number.forward or record.unit != unit or record.number.sentence != number.sentence:
        return None
    if (
        unit in ("%", "pp")
        or coded(passage, *number.left, unit, "level")
        or not _TAKES.fullmatch(passage.text, record.number.quantity.end, number.quantity.start)
    ):
        return None
    level = None if passage.hits.levels.within(*number.left) else record.level
    return Linked(record.linked.code, PART, level, record.measure, record.linked.at)


SORT = re.compile(
    "[是为]?(?:公办|民办|公立|私立|普惠性?(?:民办)?|城[区镇乡]|农村|乡[镇村]|县[城镇直]|[省市县区]直|镇区)的?[、和及]?"
)
_OF_WHICH = Behind("(?:[(（](?:其中|含)?|其中[:：]?)有?$")


def of_sort(passage: Passage, number: Number, unit: str | None, record: Record) -> Linked | None:
    """幼儿园173所(81所民办): what stands behind a number only sorts what the number before it counts."""
    text, at = passage.text, number.quantity.start
    whole = text.startswith("其中", number.sentence[0]) or "其中" in text[slice(*number.lead)]
    opened = whole or _OF_WHICH.search(text, max(number.sentence[0], at - 6), at) is not None
    in_turn = record.linked.rule == PART and text[at - 1] in "、，,和"
    alike = unit == "county" or (unit == "project" and text.startswith("项目", number.right[0]))
    sort = (alike and whole) or (opened or in_turn) and SORT.fullmatch(text, *number.right)
    if not sort or unit != record.unit:
        return None
    return Linked(record.linked.code, PART, record.level, at=record.linked.at)
