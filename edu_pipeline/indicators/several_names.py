"""Names that one number speaks for: 识别率、知晓率均超过95%.

What belongs here: where the names of a number stand that are joined before it, and what says that it is of each of them.
What does not: which indicator a name is of (naming), the levels that one name is of (schooling), lists of as many numbers
as names (naming.from_list).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.passage import Number, Passage

_JOINT = re.compile(r"以及|[、和/／]|(?<!参)与(?!法治|健康)|(?<!普)及(?!格)")
_PER_HEAD = re.compile("每[百千万]|[生师人]均")
_NUMERALS = {"两": 2, "双": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_SUMMED = rf"[{''.join(_NUMERALS)}]"
_EACH = re.compile(
    rf"(?:[“\"]?(?P<count>{_SUMMED})[项个大][一-鿿]{{0,4}}[”\"]?)?(?P<apart>[,，:：])?\s?"
    r"(?P<each>(?:(?<![生人师校班平])均(?![衡等值分])|(?<![成首])都|双双|同步|一律|全部)(?:[比较][一-鿿\d]{1,8})?[一-鿿]{0,8}|各[一-鿿]{0,4})$"
    rf"|(?:实现|达到|保持)?[“\"]?(?P<times>{_SUMMED})个?[“\"]?$"
)
"""率均达, 率双双比上年提高, 率两项指标均为, 率，均达到, 率“三个: what follows the names, up to their number."""
_REACHES = re.compile(
    r"(?:始终|一直|继续|持续)?(?:稳定|保持|维持|控制|提[高升]|上升)?[达到在至为超过是约近了]{0,4}[:：]?\s?$"
)
_RATE = re.compile(r"(?:率|比例|占比|比重)(?:[(（][^()（）]*[)）])?$")
_MOST = 4
"""Names that one number speaks for at most."""

Span = tuple[int, int]


def names_of_one(passage: Passage, number: Number, unit: str | None) -> list[Span]:
    """Where the names stand that one number speaks for; nothing where it speaks for one alone."""
    if number.forward or len(number.group) > 1:
        return []
    start, end = _phrase(passage, number)
    if not _JOINT.search(passage.text, start, end):
        return []
    each = _EACH.search(passage.text, start, end)
    names = _named(passage, start, each.start() if each else _names_end(passage.text, start, end))
    if not 1 < len(names) <= _MOST or not _counted(each, len(names)):
        return []
    if len({_PER_HEAD.search(passage.text, a, b) is None for a, b in names}) > 1:
        return []  # 每百名学生拥有体育、艺术教师数: both are of the one ratio
    rates = unit in ("%", "pp") and all(_RATE.search(passage.text, a, b) for a, b in names)
    if each is None:
        return names if rates and unit == "%" else []
    alone = each["each"] is not None and each["apart"] is None and all(b - a >= 2 for a, b in names)
    return names if rates or alone else []


def _names_end(text: str, start: int, end: int) -> int:
    """Where names end that their number follows without a further word: 率为, 率稳定在, 率：."""
    found = _REACHES.search(text, max(start, end - 12), end)
    return found.start() if found else end


def _phrase(passage: Passage, number: Number) -> Span:
    """The number's own phrase, with a time that it is held against (均较上年提高); and the clause before it where it opens with
    均: 巩固率、升学率，均达到98%."""
    start, end = number.left
    if number.lead[0] < start and (each := _EACH.search(passage.text, number.lead[0], end)) and each.start() < start:
        before = (t.end for t in passage.times if number.lead[0] <= t.start and t.end <= each.start())
        return max(before, default=number.lead[0]), end
    if start != number.clause[0] or start <= number.sentence[0] or not _OPENS.match(passage.text, start, end):
        return start, end
    before_it = passage.numbers[number.index - 1].quantity.end if number.index else 0
    above = passage.cuts.clause(start - 1)[0]
    return (max(above, number.sentence[0]), end) if before_it <= above else (start, end)


_OPENS = re.compile(r"\s?(?:均|都|双双|各|同步|一律)")


def _named(passage: Passage, start: int, stop: int) -> list[Span]:
    """The names that joints part; a place, a level or an area among them is of the name behind it."""
    text = passage.text
    asides = [m.span() for m in _BRACKET.finditer(text, start, stop)]
    cuts = [m.span() for m in _JOINT.finditer(text, start, stop)]
    cuts = [cut for cut in cuts if not any(a < cut[0] < b for a, b in asides)]
    spans = zip([start, *(end for _, end in cuts)], [*(at for at, _ in cuts), stop], strict=True)
    placed = {m.text for m in passage.places_in(start, stop)}
    levels = {h.word.text for h in passage.hits.levels.within(start, stop)}
    names: list[Span] = []
    opened = None
    for a, b in spans:
        begin, name = a if opened is None else opened, text[a:b]
        opened = begin if name in placed or _is_only_level(name, levels) or _AREA.search(name) else None
        if opened is None:
            names.append((begin, b))
    return names


_BRACKET = re.compile("[(（][^()（）]*[)）]")
_AREA = re.compile("(?:城[区镇乡]|县城|农村|乡[镇村]|[公民]办)$")


def _is_only_level(name: str, levels: set[str]) -> bool:
    """小学、初中规模均不超过2000人: 小学 is a level of the one name, no name; 毛入园率 is one, though it tells a level."""
    return not _RATE.search(name) and any(name.endswith(level) and len(name) - len(level) <= 2 for level in levels)


def _counted(each: re.Match[str] | None, names: int) -> bool:
    """Whether 三项指标, 两个 tell of as many names as there are, if anything does."""
    told = (each["count"] or each["times"]) if each else None
    return told is None or _NUMERALS[told] == names
