"""Numbers of a norm, which says what shall be: 标准(85%以上), 国家规定…为4.5平方米, 达到85%以上的要求.

What belongs here: whether a number is laid down by a norm, and whether the bound printed with it is the norm's or what a value
does to it (低于7.5平方米的标准).  What does not: verbs of intention (targets), the value that is held against a norm
(comparing), money for each pupil (per_head).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.language.cues import Cued

NORM_ALONE = "(?:标准|要求)(?![一-鿿])"
"""Behind a number that is the norm itself: 低于7.5平方米标准,不足85%以上要求."""

_IN_STANDARD = Cued(
    r"[(（](?:国家|省定?|评估|规定|上级)?(?:标准|要求|规定|指标)(?:值)?(?:(?:[:：,，]|为|是)[^()（）。]*)?$"
)
_NORM_BEFORE = Cued(r"(?:标准|要求|规定|目标|任务|控制线|底线)值?[(（](?:[:：])?$")
_NORM_LISTED = Cued(r"(?:规定|要求|标准)的$")
_MEETS = re.compile(r"(?:达到|符合|达|通过|执行|高于|优于)[^,，。;；\d]{0,10}的$")
"""达到省定标准的128所: a count of what meets the norm."""
_COUNTED = ("institution", "person", "class", "place", "county", "weak")
_BEYOND = re.compile(r"(?:高出|超出|超过|不及|不足|达不到|未达到?)[^,，。;；\d]{0,8}标准$")
"""高出省定标准12%: how far, not the norm."""
_STANDARD_IS = Cued(r"(?:(?<![生人])标准|(?:指标|目标)值|任务数|计划数)(?:为|是|[:：])?$")
_MEET_STANDARD = re.compile(r"(?:达到?|符合|满足)[^,，。;；\d]{0,10}标准$")
"""达到国家标准286所: those that meet it, not the norm."""
_BY_STANDARD = Cued(r"(?:按照?|依据|根据)[^,，。;；]{0,24}标准[^。;；]{0,4}[,，:：]")


def is_norm(passage: Passage, number: Number) -> bool:
    """标准(85%以上), 规定的45人: the number of a norm."""
    text, at = passage.text, number.quantity.start
    opened = passage.numbers[number.group[0]]
    if not number.around & _OF_NORMS:
        return False
    before = text[number.lead[0] : at]
    listed = _NORM_LISTED.search(text, opened.lead[0], opened.quantity.start)
    return bool(
        (listed and not (number.quantity.unit in _COUNTED and _MEETS.search(text, opened.lead[0], at)))
        or _NORM_BEFORE.search(before)
        or (
            number.quantity.unit not in ("pp", "CNY")
            and _STANDARD_IS.search(before)
            and not _BEYOND.search(before)
            and not (number.quantity.unit in _COUNTED and _MEET_STANDARD.search(before))
        )
        or (number.around & _LAID_DOWN.bit and _LAID_DOWN.search(text, number.sentence[0], at))
        or _IN_STANDARD.search(text, max(number.sentence[0], at - 60), at)
        or (number.around & _LAID_DOWN_FOR.bit and _laid_down_for(passage, number))
        or (number.quantity.form == "ratio" and _BY_STANDARD.match(text, number.sentence[0], at))
    )


_LAID_DOWN_FOR = Cued(r"(?:按照?|依据|根据)[^,，。;；\d]{0,14}(?:规定|要求|核定)的[^,，。;；\d]{0,8}$")
_PROVIDED = re.compile("(?:的?(?:标准|比例))?(?:配备|配置|配齐|核定|核编|设置)")


def _laid_down_for(passage: Passage, number: Number) -> bool:
    """按照自治区规定的师生比1:1000配备: what is laid down for what is provided."""
    told = _LAID_DOWN_FOR.search(passage.text, number.clause[0], number.quantity.start)
    return told is not None and _PROVIDED.match(passage.text, number.quantity.end) is not None


_LAID_DOWN = Cued(
    r"(?:^|[,，;；:：。)）])\s*(?:国家|教育部|自治区|省里?|部颁)(?:规定|要求)(?!的)[^,，。;；\d]{2,30}(?:[为是]|应?达到?|不[低少高超][于过])\s?$"
)
"""国家规定小学生均用房面积为4.5平方米以上."""
_OF_NORMS = (
    _LAID_DOWN.bit
    | _LAID_DOWN_FOR.bit
    | _NORM_LISTED.bit
    | _NORM_BEFORE.bit
    | _STANDARD_IS.bit
    | _IN_STANDARD.bit
    | _BY_STANDARD.bit
)


# ------------------------------------------------------------------------------------------------ around a number
_NORM_AFTER = Cued(
    r"(?:[及或]?以[上下内])?[”」’]?的(?:[一-鿿]{0,4}标准|[一-鿿]{0,3}要求|规定|[一-鿿]{0,4}目标|控制线|底线|红线|比例(?!提))"
    rf"|(?:[及或]?以[上下])?{NORM_ALONE}|(?:[及或]?以[上下内])?的?(?:(?:19|20)\d\d年|年度|全年|年初|既定)?(?:目标|任务)(?!率)"
)


def is_required(passage: Passage, number: Number) -> bool:
    """90%以上的要求, 85%的标准: what stands behind a number, or the last of its list, says that it is a norm."""
    closed = passage.numbers[number.group[-1]]
    return closed.around & _NORM_AFTER.bit != 0 and _NORM_AFTER.match(passage.text, closed.quantity.end) is not None


_AT_LEAST_OF = Cued(
    r"(?:(?:安排|列支|提取|计提|(?:师训|培训)经费)[^,，。;；\d]{0,14}不[少低]于|(?:原则上|一律)[^,，。;；\d]{0,2}不[得少低高超][于过]{0,2})[^,，。;；\d]{2,18}的$"
)
"""每年安排培训经费不低于工资总额的1.5%, 原则上不超过总时长的30%: the bound of a norm, with what it is taken of between."""


def bounds_part(passage: Passage, number: Number) -> bool:
    """Whether a norm bounds what part of something a number is."""
    if not number.around & _AT_LEAST_OF.bit:
        return False
    first = passage.numbers[number.group[0]].quantity.start
    return _AT_LEAST_OF.search(passage.text, number.clause[0], first) is not None


_HELD = Cued(r"(?:[高低优]于|超过|达到|大于|小于)$")
_NORM = re.compile(rf"的(?:国家|省定?|规定)?(?:标准|要求|规定|底线)|{NORM_ALONE}")


def bounds_value(passage: Passage, number: Number) -> bool:
    """低于7.5平方米的标准: the bound is what the value does, the norm is the number itself."""
    if not number.around & _HELD.bit:
        return False
    first, last = (passage.numbers[i].quantity for i in (number.group[0], number.group[-1]))
    at, end = first.start, last.end
    return _HELD.search(passage.text, max(0, at - 3), at) is not None and _NORM.match(passage.text, end) is not None
