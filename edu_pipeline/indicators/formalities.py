"""What belongs to a paper, an application or an examination: its scope, copies, the papers to hand in, items and marks.

What belongs here: numbers of such formalities, which count nothing that a place has.  What does not: meetings, inspections
and duties (anecdotes), thresholds and weights (definitions), tales (tales).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators import divisions
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.language.cues import Cued
from edu_pipeline.language.edges import Behind

_SCOPE = Cued(r"(?:统计|公报|数据|汇总|调查|公告)范围(?:为|是|包括|涵盖|覆盖|含|[:：])")
_COLLECTED = Cued(r"(?:数据[集表]|本表)(?:共|已)?(?:收录|包含|涵盖|覆盖|反映|汇集)")


def is_scope(passage: Passage, number: Number) -> bool:
    """本公报统计范围为全市6区、3市, 本数据集收录我省9个市: the divisions that a paper's figures are of."""
    said = number.around & (_SCOPE.bit | _COLLECTED.bit)
    if not said or not divisions.counted(passage.text, number.quantity.numeral_end):
        return False
    lead = passage.text[number.sentence[0] : number.quantity.start]
    return (_SCOPE.search(lead) or _COLLECTED.search(lead)) is not None


def is_named_place(passage: Passage, number: Number) -> bool:
    """民乐、山丹2个县新建小学12所: places that are named, and only do something."""
    text, quantity = passage.text, number.quantity
    end = divisions.named(text, quantity.numeral_end)
    return end is not None and divisions.only_act(text, quantity.start, end)


_HANDED_IN = Cued(
    r"(?:申请|申报|报名|报读|证明|提交|入学|办理|办事|审批|审核)[^,，。;；、\d]{0,4}(?:材料|手续|证明|证件|环节|流程|表格)[^,，。;；]{0,12}$"
    r"|(?:材料|手续|证明|证件)[由从](?:\d+[项份个种](?:精简|缩减|压缩|压减|减少|减)[至到为])?$"
)


def is_handed_in(passage: Passage, number: Number) -> bool:
    """将申请材料由7项压减为3项, 凭居住证申请,材料由7项减至3项, 入学手续精简至2个: what has to be handed in or gone through."""
    return (
        number.said & _HANDED_IN.bit != 0
        and _HANDED_IN.search(passage.text, number.clause[0], number.quantity.start) is not None
    )


_ITEM = Behind(r"(?:必考|必测|选考|选测|抽考|抽测|抽选考|任选|自选|限选|二选)$")


def is_item_of_exam(passage: Passage, number: Number) -> bool:
    """采取“必考1项+抽选考3项”: how an examination is made up."""
    at = number.quantity.start
    return _ITEM.search(passage.text, max(0, at - 4), at) is not None


_FULL = Cued(r"(?:总分|满分|分值|卷面)(?:共|各|均)?(?:计|为|是|达)?\s?$")


def is_full_mark(passage: Passage, number: Number) -> bool:
    """体育中考总分40分: how many marks there are to be had; 平均总分512分 were won."""
    return (
        number.said & _FULL.bit != 0
        and _FULL.search(passage.text, number.clause[0], number.quantity.start) is not None
        and "平均" not in passage.text[number.clause[0] : number.quantity.start]
    )


def is_part_of_full_mark(passage: Passage, number: Number) -> bool:
    """总分40分,其中运动技能10分: how they are shared out."""
    before = reversed(passage.numbers[max(0, number.index - _LAST) : number.index])
    marks = next((n for n in before if n.quantity.unit_text == "分"), None)
    lead = passage.text[number.lead[0] : number.quantity.start]
    return (
        marks is not None
        and (marks.told or marks.definition)
        and marks.sentence == number.sentence
        and "均" not in lead
    )


_LAST = 4
"""How many numbers before it are looked at."""


_CHASED = re.compile(
    r"(?:发现|查实|查出|接到|出现)(?P<n>\d{1,2})起[^,，。;；\d]{0,6}(?:查处|处理|问责|曝光|通报|整改|严惩)(?P=n)?起?"
)


def is_proverbial(passage: Passage, number: Number) -> bool:
    """发现1起就要查处1起: as often as it happens."""
    found = _CHASED.search(passage.text, *number.clause)
    return found is not None and found.start() <= number.quantity.start < found.end()


# ------------------------------------------------------------------------------------------------ marks and copies
_MARKED = re.compile(r"(?:(?:扣减?|加|记|计|自评|分值|满分)[^,，。;；\d]{0,6}|最[高低]分(?:为|达|是)?)$")


def is_mark(passage: Passage, number: Number) -> bool:
    """以612分考入, 每起扣1分, (8分): marks of a person or of a paper's items."""
    text, quantity = passage.text, number.quantity
    before, after = text[max(0, quantity.start - 1) : quantity.start], text[quantity.end : quantity.end + 1]
    return (
        before == "以"
        or (before in ("(", "（") and after in (")", "）"))
        or _MARKED.search(text, number.clause[0], quantity.start) is not None
    )


_SCORED = Behind(r"(?:得分|评分|扣分)[ \u3000:：]*$")


def is_item_mark(passage: Passage, number: Number) -> bool:
    """得分　9.5: what an item of an appraisal was given."""
    quantity = number.quantity
    return (
        quantity.unit is None and _SCORED.search(passage.text, max(0, quantity.start - 6), quantity.start) is not None
    )


_COPIES = Behind(r"(?:一式|共|各|印|印数|印发|印制)[:：\s]*$")


def is_copies(passage: Passage, number: Number) -> bool:
    """一式3份, 共64页: copies and pages of a paper."""
    text, quantity = passage.text, number.quantity
    if not _COPIES.search(text, max(0, quantity.start - 5), quantity.start):
        return False
    lead = text[max(0, quantity.start - 4) : quantity.start]
    if "印" in lead or "式" in lead:
        return quantity.unit_text in ("份", "册", "本", None)
    return text.startswith("页", quantity.end)
