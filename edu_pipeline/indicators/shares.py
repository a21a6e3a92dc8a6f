"""The share that a count is of its whole, where the text names neither: 大班额181个,占2.41%.

What belongs here: rates that only the count before them and the word 占 name.  What does not: rates with names of their own
(naming), list members and from–to pairs (leaning).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.level_words import level_run, merged
from edu_pipeline.indicators.lexicon import parts, shares
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Record, Thread

_SHARE = re.compile(
    r"[,，;；、(（]?仅?(?:占[^,，。;；\d]{0,14}的?(?:比例|比重|份额|总数|总额|总班数|班级数|总班级数)|占[^,，。;；\d]{0,14}的|占比?|比例|占比例|占全部|所占比例)(?:为|达到?|约|近|超过?|[降升][到至]|(?:下降|提高|上升|减少)[到至]|[由从])*"
)


def share(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """大班额181个,占2.41%: the share that a count is of its whole, where the catalogue names it."""
    if unit != "%" or not thread.records:
        return None
    migrants = _migrants(passage, number, thread)
    if migrants:
        return migrants
    if _OF_THEM.fullmatch(passage.text, *number.lead):
        return _lies_in(passage, number, thread)
    if taking_part := _taking_part(passage, number, thread):
        return taking_part
    if not _SHARE.fullmatch(passage.text, *number.lead):
        return None
    record = next((r for r in reversed(thread.records) if r.measure == "level" and r.unit != "%"), None)
    if record is None or record.number.sentence != number.sentence:
        return None
    code = shares().get(record.linked.code or "") or _part_of(passage, number, record)
    run = level_run(passage, *number.lead) if record.level in (None, "all", "none") else []
    level = merged(h.word.level or "all" for h in run) if run else record.level
    return Linked(code, "share of the count before it", level, at=record.linked.at) if code else None


_TOOK_PART = re.compile(r"[,，;；、(（]?(?:参与|参加)(?:率|比例)(?:为|是|达到?|约|近|超过?)*")
_SERVICE = re.compile("课后|延时|托管")
_TEACHERS = re.compile("教师|教职工")


def _taking_part(passage: Passage, number: Number, thread: Thread) -> Linked | None:
    """课后服务学生参与率97%;参与教师4320人,参与率95.8%: of the teachers who were just counted."""
    record = thread.records[-1]
    if record.unit != "person" or record.number.sentence != number.sentence:
        return None
    if not _TOOK_PART.fullmatch(passage.text, *number.lead) or not _SERVICE.search(passage.text, 0, number.sentence[1]):
        return None
    noun = passage.text[slice(*record.number.noun_at)]
    if not _TEACHERS.search(noun) or "学生" in noun:
        return None
    return Linked(
        "after_school_teacher_participation", "share of the teachers before it", record.level, at=record.linked.at
    )


_IN_PUBLIC = re.compile(
    r"[^。;；\d]{0,16}(?:公办(?:学校|校|中小学)|公立学校)[^。;；\d]{0,12}(?:占比?|比例|的|率)(?:为|达到?|占|约|是)*\s?"
)


def _migrants(passage: Passage, number: Number, thread: Thread) -> Linked | None:
    """随迁子女2864人,公办校就读占98.7%; 全部安排在公办学校,比例为100%."""
    record = next((r for r in reversed(thread.records[-2:]) if r.unit != "%"), thread.records[-1])
    if record.unit != "person" or record.number.sentence != number.sentence:
        return None
    noun = record.number.noun_at
    if not _MIGRANT.search(passage.text, *noun):
        return None
    since = noun[1] if record.number.forward else record.number.quantity.end
    if record is not thread.records[-1]:
        since = number.clause[0]  # 随迁子女3208人,占在校生的12%,公办学校就读占98%
    told = _IN_PUBLIC.fullmatch(passage.text, since, number.quantity.start)
    return Linked("migrant_children_public_school_share", "share of those just counted", "compulsory") if told else None


_MIGRANT = re.compile("随迁|务工(?:人员|就业)|外来人口子女|农民工")


def _lies_in(passage: Passage, number: Number, thread: Thread) -> Linked | None:
    """随迁子女3.4万人,其中92.6%就读于公办学校: the part is named after its share."""
    record, after = thread.records[-1], passage.text[number.quantity.end : number.clause[1]]
    if record.unit != "person" or record.number.sentence != number.sentence:
        return None
    whole = passage.text[record.number.clause[0] : record.number.right[1]]
    for parts_named, wholes, code in parts():
        if any(w in after for w in parts_named) and any(w in whole for w in wholes):
            level = None if record.level in ("all", "none") else record.level
            return Linked(code, "share of the count before it", level, at=record.linked.at)
    return None


_OF_THEM = re.compile(r"[,，;；、(（]?(?:其中)?(?:有|约|近|超)*")


def _part_of(passage: Passage, number: Number, record: Record) -> str | None:
    """The share that the words of the part and of the whole name together."""
    span = record.number.noun_at
    part, whole = passage.text[span[0] : span[1]], passage.text[number.lead[0] : number.lead[1]]
    if record.unit == "person" and not re.search("[一-鿿]", re.sub("[占比例约近超过达到为的]", "", whole)):
        whole = passage.text[number.sentence[0] : span[1]]  # 占95%: of what the sentence spoke of
    for parts_named, wholes, code in parts():
        if any(w in part for w in parts_named) and any(w in whole for w in wholes):
            return code
    return None
