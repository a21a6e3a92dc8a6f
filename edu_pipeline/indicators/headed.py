"""What a number states whose noun its clause leaves out, because the heading over it has said it.

What belongs here: numbers of levels, places and times alone under a heading that names one indicator, those to be hired.  What
does not: what a heading passes on (headings), nouns that the sentence has said (eliding).
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.eliding import elisions, last_said
from edu_pipeline.indicators.fitting import fits
from edu_pipeline.indicators.lexicon import counted_under
from edu_pipeline.indicators.markers import without_marker
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.naming import coded, placeless
from edu_pipeline.indicators.nouns import nouns_of
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Thread
from edu_pipeline.reference import under


def hired_under(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """一、招聘岗位及人数 / 高中教师42名: teachers under a heading that speaks of hiring are those to be hired."""
    if unit != "person" or thread.section.topic != "posts":
        return None
    if not nouns_of(passage, number) & _teachers() or _IN_SERVICE.search(passage.text, *number.clause):
        return None
    return Linked("teachers_recruited", "hired, says the heading")


@cache
def _teachers() -> frozenset[str]:
    return frozenset(under("linking.yaml", "classes", "teacher")) | {"初中教师", "小学教师", "高中教师"}


_IN_SERVICE = re.compile("骨干|特级|名师|带头人|现有|共有|已有|在[职岗编]|专任教师|离退休|缺|评委|考官|面试")


def headed(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """三、生均公用经费 / 全国普通小学为2732元,我省3718元: levels, places and times under a heading that names one indicator."""
    end = passage.heading
    found = coded(passage, 0, end, unit, measure.name) if end and number.sentence[0] >= end else []
    if measure.name != "level" and last_said(number, thread) is not None:
        return None  # 新生1287人,比去年减少214人: of what was just stated
    code = found[-1][1] if found else counted_under(passage.text[:end]) or thread.section.listed or thread.section.code
    if code is None or number.forward or not fits(code, unit, measure.name):
        return None
    if not plain(passage, number, _without_norm(placeless(passage, *number.left))):
        return None
    leveled = passage.hits.levels.within(*number.left)
    before = thread.records[-1] if thread.records else None
    if before and before.linked.code == code and not leveled and passage.text.startswith("其中", number.sentence[0]):
        return Linked(code, "named by the heading", before.level)  # 全省小学为9128元。其中,农村为8227元
    rate = catalogue()[code].accounting == "rate" and not leveled
    level = found[-1][2] if found else thread.section.level
    return Linked(code, "named by the heading", level if rate else None)


def _without_norm(own: str) -> str:
    """标准为85%, 我县目标值95%: the value that a heading's indicator is held against says no more than that it is one."""
    return _NORM_OF.sub("", own)


_NORM_OF = re.compile(
    "(?:国家|国定|[省市县]定|[省市县]级|部颁|评估|验收|认定|考核|规定|基本|创建)*(?:标准|要求|目标|指标|规定|底线)(?:值|数)?"
    "(?:是|为|[:：])?(?:不[低少高超小大][于过])?$"
)


def plain(passage: Passage, number: Number, own: str | None = None) -> bool:
    """Whether a number's own words (`own`, where some do not count) are levels, places, times and verbs alone."""
    text = without_marker(placeless(passage, *number.left) if own is None else own)
    for hit in sorted(passage.hits.levels.within(*number.left), key=lambda h: h.start - h.end):
        text = text.replace(hit.word.text, "", 1)
    return elisions().bare.fullmatch(text) is not None
