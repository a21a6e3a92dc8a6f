"""What was aimed for and what came of it, label by label: 目标：毛入学率88%。完成：88.6%。, and items whose progress is told below.

What belongs here: the labels, what a number behind the second of them, or above them, is, and the task that a number
fulfils.  What does not: intention that a clause says in words (targets), columns of a table (grids).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import takewhile

from edu_pipeline.indicators.leaning import said_of
from edu_pipeline.indicators.markers import ITEM
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Thread
from edu_pipeline.language.cues import Cued
from edu_pipeline.reference import any_of

_OPENS = r"(?:^|(?<=[。;；,，、\n(（)）\s.．]))\s*(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．])?\s*"
_LABEL = Cued(
    lambda: (
        rf"{_OPENS}(?:(?P<aim>(?![一-鿿]{{0,4}}?(?:{any_of('outlook.yaml', 'programmes')})计划)[一-鿿]{{0,4}}(?:目标任务|任务目标|目标|任务|计划)值?)"
        r"|(?P<done>(?:目前|实际|已)?(?:完成|落实|执行|达成|实现|进展)(?:情况|结果|数|值)?|实际(?:情况|数|值)?|结果|现状))[:：]"
    )
)
_LOOK_BACK = 240


def labelled(text: str, number: Number) -> str | None:
    """`aim` or `done`: the last label before a number in its sentence; None where none stands there.

    `aim` as well for an item whose progress the next sentence tells.
    """
    last = _last(text, number)
    if last is None and number.sentence[0] == 0 and _PROGRESS.match(text, number.sentence[1]) and ITEM.match(text):
        return "aim"
    return last.lastgroup if last else None


_WHO = "责任(?:单位|部门|领导|人)|牵头(?:单位|部门|领导)|配合单位|承办单位|实施单位|主办单位|完成时限"
_PROGRESS = re.compile(
    r"\s*(?:目前|工作|项目|具体|截至[^,，。;；:：]{2,8})?(?:进展|完成|落实|推进|办理|实施)(?:情况|进度|结果)[:：](?!\s*$)"
)
_LABELLED = re.compile(rf"\s*(?:{_WHO})\s?[:：]")
_BETWEEN = 3
"""How many lines on who is to do it stand between an item and its progress at most."""


def told_below(lines: Sequence[str]) -> set[int]:
    """Which lines are items whose progress is told below them: 一、新建学校5所 / 责任单位：… / 进展情况：….

    What such an item counts was promised, whatever came of it.
    """
    found = set()
    for i, line in enumerate(lines):
        if not _PROGRESS.match(line):
            continue
        first = next(j for j in range(i - 1, -2, -1) if j < 0 or i - j > _BETWEEN or not _LABELLED.match(lines[j]))
        if first >= 0 and ITEM.match(lines[first]) and "。" not in lines[first][:-1]:
            found.add(first)
    return found


def _last(text: str, number: Number) -> re.Match[str] | None:
    if not number.around & _LABEL.bit:
        return None
    at = number.quantity.start
    labels = _LABEL.finditer(text, max(number.sentence[0], at - _LOOK_BACK), at)
    return next(iter(deque(labels, maxlen=1)), None)


def reached(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """完成:88.6%: without a noun of its own, the value of what was aimed for."""
    text = passage.text
    label = _last(text, number)
    if label is None or label.lastgroup != "done" or text[label.end() : number.quantity.start].strip(" 达到为约近已"):
        return None
    aimed = [r for r in thread.remembered() if r.unit == unit and labelled(text, r.number) == "aim"]
    if not aimed:
        return None
    last = aimed[-1]
    return Linked(last.linked.code, "what came of the aim before it", last.level, at=last.linked.at)


_CAME_OF = Cued(
    r"(?:上半年|前[一二三]?个?季度|月份?底?|截至|目前|至今)[^,，。;；\d]{0,4}(?:完成|到位|支付|拨付|支出)(?:投资|资金)?(?:约|近)?$"
    r"|占(?:全年|年度|年初|当年|总)?(?:计划|任务|目标)(?:任务|投资|数)?的$"
)
"""计划总投资23.7亿元,上半年完成13.1亿元,占年度计划的55.3%: what came of a plan goes on with none of it."""


def came_of(passage: Passage, number: Number) -> bool:
    """Whether a number tells what came of a plan so far, or how much of it."""
    first = passage.numbers[number.group[0]].quantity.start
    return bool(number.said & _CAME_OF.bit) and _CAME_OF.search(passage.text, number.clause[0], first) is not None


_SET = Cued(
    r"(?:完成|超过|超出|高于)[^,，。;；\d]{0,10}(?:下达|分配|核定|确定|安排|规定|交办)的?$"
    r"|完成了?(?:国家|自治区|[全本]?[省市州盟县区旗][定级]?|年初|年度|全年)+的?$"
)
_TASK = Cued(r"的?[^,，。;；\d]{0,6}(?:任务|计划|目标|指标)")


def task(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """招生2.98万人,超额完成国家下达2.8万人的任务: what was to be reached by the number before it."""
    text, quantity = passage.text, number.quantity
    if not number.said & _SET.bit or not number.said & _TASK.bit or _TASK.match(text, quantity.end) is None:
        return None
    record = said_of(number, unit, thread) if _SET.search(text, number.clause[0], quantity.start) else None
    if record is None or record.number.sentence != number.sentence:
        return None
    return Linked(
        record.linked.code, "the task of the number before it", record.level, at=record.linked.at, unit=record.unit
    )


_OF_WHICH = Cued(r"\s*其[中余](?!他)")
_PARTS = re.compile(
    r"[,，;；(（]\s*其中[:：]?(?:[^,，。;；\d]{1,16}\d[\d,.]*\s?[一-鿿]{1,3}[、,，和])*[^,，。;；\d]{1,16}$"
)
"""新增学位6320个,其中小学4760个、初中360个: up to the number of a part."""
_COMPARED = re.compile(r"[比较](?:上|去|前|同|20\d\d)")


def is_part_of_aim(passage: Passage, number: Number) -> bool:
    """规划建设项目128个。其中学前教育37个: the parts of what is planned are planned."""
    if not number.around & _OF_WHICH.bit:
        return False
    unit, begins = number.quantity.unit_text, number.sentence[0]
    if parts := _PARTS.search(passage.text, begins, number.quantity.start):
        return _last_is_aimed(passage, number, parts.start())
    if _OF_WHICH.match(passage.text, *number.sentence) is None:
        return False
    if passage.cuts.segment(number.quantity.start)[0] > begins:
        return False  # behind a semicolon something else is told
    earlier = reversed(passage.numbers[: number.index])
    before = takewhile(lambda n: n.sentence[1] >= begins, earlier)
    whole = [n for n in before if n.sentence[1] == begins and n.quantity.unit_text == unit]
    return bool(whole) and all(n.aimed for n in whole)


def _last_is_aimed(passage: Passage, number: Number, parts: int) -> bool:
    """Whether what the parts are of is planned: the last number of their unit before 其中 that tells of no change."""
    for whole in reversed(passage.numbers[: number.index]):
        if whole.sentence != number.sentence:
            return False
        alike = whole.quantity.end <= parts and whole.quantity.unit_text == number.quantity.unit_text
        if alike and not _COMPARED.search(passage.text, whole.clause[0], whole.quantity.start):
            return whole.aimed
    return False
