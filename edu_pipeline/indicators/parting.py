"""Parts of a count that are told by what they take of it, by who keeps them, or by their sort alone.

What belongs here: 小班占800个, 81所民办, 公办、民办分别为64所和125所, behind what they are parts of.  What does not: parts that a list goes on with (leaning),
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


_KEEPER = "(?:教育部门|其他部门|集体|(?:地方)?企业|事业单位|部队|社会力量|个人|私人|公|民)办(?:园|学校)?"
_KEPT_IN_TURN = re.compile(rf"[,，、;；(（]?(?:其中)?{_KEEPER}(?:[、和与]{_KEEPER}){{1,3}}(?:各?分别|依次)(?:为|有)?")


def kept_in_turn(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """幼儿园189所,其中公办、民办分别为64所和125所: parts of a count by who keeps them, one after the other."""
    if unit != "institution" or len(number.group) < 2:
        return None
    first = passage.numbers[number.group[0]]
    record = next((r for r in reversed(thread.records) if r.number.index < first.index), None)
    if record is None or record.unit != unit or record.number.sentence != number.sentence:
        return None
    if record.linked.code is None or not _KEPT_IN_TURN.fullmatch(passage.text, *first.left):
        return None
    return Linked(record.linked.code, PART, record.level, record.linked.measure, record.linked.at)


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
