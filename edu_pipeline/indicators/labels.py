"""What a statistic is called in the words of its text (column label).

What belongs here: which piece of the text around a number is kept, and what is trimmed off it.  What does not: the
indicator that it is taken for (linking, naming), and the windows of text (passage).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.markers import without_marker
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked
from edu_pipeline.language.edges import Ahead, Behind

_TRIM_HEAD = Ahead(r"(?:[\s、,，;；。:：和及与]|其中|同时|并|共|还|已|先后|累计)+")
_TRIM_TAIL = Behind(
    r"(?:(?:[提升增压缩降减下上][高升长加减小低降少]|[升降增减]|发展|扩大)[到至为]|不[低少高超大小多][于过]|不得?|至少|最[高低多少]|大于|小于|高于|低于|达到了?|达|现?共?有|共计|共|现|为|有|约|近|超过|超|(?<![生人师校])均|分别|是|在|至|到|或|由|从|以[上下内]|[\s“”\"'(（、:：])++$"
)
"""Possessive: 现有 is one word or two, which a long row of such words must not try in every way."""


_CLOSES = re.compile("[)）]")
_MOVES = (
    "(?:[同环]比|[较比](?:上|去)年(?:同期)?|分别|又|再|实际|净|共)*"
    "(?:增[加长]|减少|提[高升]|上升|下降|降低|升|降|增|减|回落|[多少](?:招|收)?)了?"
)
_ONLY_MOVES = re.compile(_MOVES)
_MOVES_LAST = re.compile(f"{_MOVES}$")
"""增长6%, 同比下降2所: words that need what they are told of."""


def label_of(laid_out: Passage, number: Number, item: Linked) -> str:
    """The indicator in the text's own words: the noun phrase of the number, at most 40 characters."""
    text = laid_out.text
    if item.name:
        return _trimmed(text[slice(*item.name)])[-40:] or "?"
    if number.forward:
        label = text[number.right[0] : number.right[1]].strip(" 的“”")
        verb = _without_head(text[number.left[0] : number.left[1]])
        label = (verb[-12:] if len(verb) <= 12 else "") + label
    else:
        label = text[
            number.left[0] : item.at[1] if item.at and number.left[0] <= item.at[0] < number.left[1] else number.left[1]
        ]
    label = _trimmed(label)
    if label[:1] in "(（" and not _CLOSES.search(label):
        label = _trimmed(label[1:])
    if item.at and (len(label) < 2 or not number.left[0] <= item.at[0] < number.right[1]):
        label = text[item.at[0] : item.at[1]]
    if len(label) < 2:
        label = _trimmed(_before_list(text, number))
    if _ONLY_MOVES.fullmatch(label):
        moved = _MOVES_LAST.sub("", _before_list(text, number))
        label = _trimmed(moved)[-40:] or (item.of.label if item.of else label)
    return label[-40:] or text[number.quantity.start : number.clause[1]].strip()[:40] or "?"


_MEMBER = Behind(r"\d[\d.．]*\s?[^\d、,，。;；（）()]{0,6}(?:[、,，]|和|及|与)\s?$")


_LONGEST_MEMBER = 48
"""Characters that one member of a list has at most."""


def _before_list(text: str, number: Number) -> str:
    """The clause up to its number, without the members of a list that stand before it: 占比分别为65%、67%、63%."""
    start, end = number.clause[0], number.quantity.start
    while member := _MEMBER.search(text, max(start, end - _LONGEST_MEMBER), end):
        end = member.start()
    return text[start:end]


_GRADES = re.compile("[一二三四五六七八九十]、[一二三四五六七八九十]")
"""五、六年级: no marker of an item."""


def _trimmed(label: str) -> str:
    label = _without_head(label if _GRADES.match(label) else without_marker(label))
    tail = _TRIM_TAIL.search(label, 0, len(label))
    return label[: tail.start()] if tail else label


def _without_head(label: str) -> str:
    head = _TRIM_HEAD.match(label, 0)
    return label[head.end() :] if head else label
