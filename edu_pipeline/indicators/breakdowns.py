"""A count broken down: by level behind a colon (教师4036人:幼儿园882、小学1493), or by what a sentence looks at (从学段看,小学894个).

What belongs here: parts that name nothing but a level or a place, and the count that they are parts of.  What does not: parts
that 其中 or a bracket opens (eliding, leaning), parts by sort (parting).
"""

from __future__ import annotations

from edu_pipeline.indicators.eliding import plain
from edu_pipeline.indicators.parting import PART
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Record, Thread
from edu_pipeline.indicators.totals_of_parts import total_of
from edu_pipeline.language.cues import Cued


def by_level(passage: Passage, number: Number, thread: Thread) -> Linked | None:
    """各段专任教师4036人:幼儿园882、小学1493: bare numbers of levels are parts of the total before the colon."""
    whole = total_of(passage, number)
    record = next((r for r in reversed(thread.records) if r.number is whole), None) if whole else None
    if record is None or record.measure != "level":
        return None
    return Linked(record.linked.code, PART, None, at=record.linked.at, unit=record.unit)


_VIEW = Cued(
    r"\s*(?:从|按|分)[^,，。;；:：\d]{0,8}?(?:学段|分布|地域|区域|类型|城乡|层次|阶段|办学性质|县区|县市区)[^,，。;；:：\d]{0,4}?(?:上?来?看|划分|统计|分)?[,，:：]"
    r"|\s*(?:从|按|分)各?(?:县|市|区|旗|市县|县市|乡镇|地区|校)(?:上?来?看|统计|划分)[,，:：]"
)


def in_view(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """大班额1386个。从学段看,小学894个,初中492个: what the sentence before counted, level by level or place by place."""
    if number.forward or number.quantity.unit == "institution" or not number.around & _VIEW.bit:
        return None  # 小学有127所 are the schools of that level
    if not _VIEW.match(passage.text, *number.sentence):
        return None
    record = _counted(number, unit, thread)
    if record is None or not plain(passage, number):
        return None
    level = None if passage.hits.levels.within(*number.left) else record.level
    return Linked(record.linked.code, PART, level, at=record.linked.at, unit=record.unit)


def _counted(number: Number, unit: str | None, thread: Thread) -> Record | None:
    """The first count of the sentences just before that is counted in the same way."""
    before = [r for r in thread.remembered()[-_NEAR:] if r.number.sentence[1] <= number.sentence[0]]
    alike = [
        r
        for r in before
        if r.measure == "level"
        and r.linked.code is not None
        and (r.unit == unit or r.number.quantity.unit_text == number.quantity.unit_text)
        and r.number.quantity.value >= number.quantity.value
    ]
    return alike[-1] if alike else None


_NEAR = 24
