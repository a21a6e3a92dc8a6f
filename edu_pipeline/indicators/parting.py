"""Parts of a count that are told by what they take of it, or by their sort alone, and what is left of it.

What belongs here: 小班占800个, 81所民办, behind what they are parts of; 撤并教学点18个,保留44个.  What does not: parts that a list goes on with (leaning),
parts of what was built, hired or paid (eliding).
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.indicators.naming import coded
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Record, Thread
from edu_pipeline.language.cues import Cued
from edu_pipeline.language.edges import Behind
from edu_pipeline.reference import any_of

PART = "part of the number before it"


@cache
def _takes() -> re.Pattern[str]:
    sort = rf"{any_of('linking.yaml', 'sorts')}|[小中大]班|[男女][生性]?|小学|初中|高中|中职|学前|[一-鿿]{{0,2}}学科"
    return re.compile(rf"[,，;；、(（]?(?:其中)?(?:{sort})[^,，。;；\d]{{0,3}}占$")


def takes(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """新增学位2010个,小班占800个: so many of what was just counted."""
    record = thread.records[-1] if thread.records else None
    if record is None or number.forward or record.unit != unit or record.number.sentence != number.sentence:
        return None
    if (
        unit in ("%", "pp")
        or coded(passage, *number.left, unit, "level")
        or not _takes().fullmatch(passage.text, record.number.quantity.end, number.quantity.start)
    ):
        return None
    level = None if passage.hits.levels.within(*number.left) else record.level
    return Linked(record.linked.code, PART, level, record.measure, record.linked.at)


@cache
def sort_alone() -> re.Pattern[str]:
    """A sort of what was counted before, and nothing else."""
    return re.compile(f"[是为]?(?:{any_of('linking.yaml', 'sorts')})的?[、和及]?")


_OF_WHICH = Behind("(?:[(（](?:其中|含)?|其中[:：]?)有?$")


def of_sort(passage: Passage, number: Number, unit: str | None, record: Record) -> Linked | None:
    """幼儿园173所(81所民办): what stands behind a number only sorts what the number before it counts."""
    if unit != record.unit:
        return None
    text, at = passage.text, number.quantity.start
    of_which = text.startswith("其中", number.sentence[0]) or "其中" in text[slice(*number.lead)]
    goes_on = record.linked.rule == PART and text[at - 1] in "、，,和"
    parted = of_which or goes_on or _OF_WHICH.search(text, max(number.sentence[0], at - 6), at) is not None
    alike = unit == "county" or (unit == "project" and text.startswith("项目", number.right[0]))
    if not (of_which and alike) and not (parted and sort_alone().fullmatch(text, *number.right)):
        return None
    return Linked(record.linked.code, PART, record.level, at=record.linked.at)


_KEPT = Cued(r"[,，;；、]?(?:现|仍|尚|还|仅|只|共)?(?:保留|剩余|剩下)(?:了|有|至|为)?$")
_SMALL = re.compile("教学点|校点|村小|村级小学")


def kept(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """撤并教学点18个,保留44个: what stands when others of its sort were merged."""
    if number.forward or not number.said & _KEPT.bit or not _KEPT.fullmatch(passage.text, *number.lead):
        return None
    record = thread.records[-1] if thread.records else None
    if record is None or record.linked.code != "schools_merged" or record.unit not in ("institution", unit):
        return None
    if record.number.sentence != number.sentence:
        return None
    code = "teaching_points" if _SMALL.search(record.label) else "institutions"
    return Linked(code, "left of what was merged before it", record.level, "level", record.linked.at, record.unit)
