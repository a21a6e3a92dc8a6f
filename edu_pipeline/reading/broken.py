"""Lines that a page broke inside a sentence, and the lines that such a sentence goes on in.

What belongs here: how wide a page is, and whether two lines are one paragraph.  What does not: what role a line plays, and
what may stand between the two (blocks).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from edu_pipeline.reading.lines import (
    COMMAS,
    ENDS,
    Line,
    begins_item,
    ends_open,
    ends_sentence,
    has_stop,
    holds,
    is_dated,
    is_title,
    is_unclosed,
)

CUT_MIN = 28
"""From so many characters on, a line without a stop may be the beginning of a paragraph."""
UNITS = "名人所个万亿元园校处家座间套台辆项次年月日倍户班册米吨%％"
STATES = re.compile(rf"[\d０-９]\s?[{UNITS}]")
"""A number with its unit."""
_WANTS_FIGURE = re.compile(r"(?:共有|现有|达到?|为|至|新增|新建|投入|[约占近超余有]|增加|减少|提高|下降|增长)$")
_COUNTS_ON = re.compile(rf"[\d０-９][\d０-９.． ]*[万亿]?(?![年月日])[{UNITS}][,，、;；。(（]")
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}[ \u3000]+[一-鿿“《]")
_DATED_NOUN = re.compile(r"(?:截[至止]|目前|(?:19|20)\d\d年)[^,，。;；:：]{0,10}[,，][^,，。;；:：\d]{6,16}$")
_NOUN_AND_FIGURE = re.compile(r"[一-鿿]{1,4}(?:共?[有达为]|约)?(?!(?:19|20)\d\d年)\d")
"""截至2014年底，全州中小学校舍建筑 | 面积231.6万平方米."""
_NAME = re.compile("[一-鿿“”（）()]{2,14}(?:学校|[校园生数率师]|学生|幼儿|教师|人员)")
_VALUE = re.compile(r"[\d０-９][\d０-９.．,，]*[万亿]?(?:[所人名个]|[%％])")
"""特殊教育学校 | 16所: a name, and on the line below nothing but its figure with its unit."""
_DATE_LEFT = re.compile(r"年\s?(?:[\d〇一二三四五六七八九十]{1,3}月\s?)?[\d〇一二三四五六七八九十]{1,3}$")
"""二〇一〇年十一月十二 | 日: the last character of a date at the edge of the page."""
_CANNOT_BEGIN = re.compile(
    rf"[,，、。;；:：!?！？)）」』》〉%％‰]|以[内上下][,，。;；、]|元[,，。;；、]|[余多]?[万亿]|余[{UNITS}]|[的了着们]"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What the lines have in common: the width in columns where they are broken at it (else 0), whether paragraphs are
    indented, and the usual blank lines between two."""

    wrapped: int
    indented: bool
    gap: int

    def is_filled(self, line: Line) -> bool:
        """Whether a line reaches the width at which lines are broken."""
        return bool(self.wrapped) and line.width >= self.wrapped - 8


def habits(lines: Sequence[Line]) -> Page:
    """What the lines of a page have in common."""
    long = [line for line in lines if 30 <= len(line) <= 120]
    broken = [line.width for line in long if not ends_sentence(line.text) and not begins_item(line.text)]
    wrapped = 0
    if len(broken) >= 4 and 2 * len(broken) >= len(long):
        widest = sorted(broken)[int(0.9 * (len(broken) - 1))]
        if sum(widest - 8 <= w <= widest + 4 for w in broken) >= 0.6 * len(broken):
            wrapped = widest
    wrapped = wrapped or _narrow(lines)
    paragraphs = [line for line in lines if len(line) >= 30]
    indents = sum(line.indent > 0 for line in paragraphs)
    indented = 0.2 * len(paragraphs) <= indents < len(paragraphs) if wrapped else 2 * indents > len(paragraphs)
    gaps = Counter(line.blank for line in lines[1:])
    return Page(wrapped, indented, min(gaps, key=lambda g: (-gaps[g], g), default=0))


_NARROW, _WIDE = 30, 60
"""Columns: the widths of a page whose lines hold some 15 to 30 characters."""
_RAGGED = 10


def _narrow(lines: Sequence[Line]) -> int:
    """The width of a page of narrow columns, none of whose lines is wider, told by lines of prose that end no sentence."""
    if any(len(line) > _WIDE for line in lines):
        return 0  # the cheaper question: no line takes fewer columns than it has characters
    broken = [line for line in lines if _NARROW <= line.width < _WIDE and _may_be_cut(line)]
    widest = max((line.width for line in broken), default=0)
    if len(broken) < 6 or any(line.width > widest + 2 for line in lines):
        return 0
    prose = sum(line.width >= widest - _RAGGED and holds(line.text, ",，、。;；") for line in broken)
    return widest if 4 * prose >= 3 * len(broken) else 0


def _may_be_cut(line: Line) -> bool:
    return not (ends_sentence(line.text) or begins_item(line.text) or "  " in line.text)


def _awaits(text: str, following: str) -> bool:
    """Whether a figure and what it belongs to came apart: 共有 | 12 | 所; 年末,全县设教学点 | 13 个,有学校 290 所."""
    if following[:1].isdigit():
        if begins_item(text) and _SECTION.match(following):
            return False  # 1.经费投入 | 1.1 经费增长
        if _VALUE.fullmatch(following) and _NAME.fullmatch(text):
            return True
        clause = holds(text, ",，") and not begins_item(text) and "一" <= text[-1:] <= "鿿" and not is_title(text)
        return _WANTS_FIGURE.search(text[-4:]) is not None or (clause and _COUNTS_ON.match(following) is not None)
    if _DATED_NOUN.match(text) and _NOUN_AND_FIGURE.match(following):
        return True
    if following[0] in "月日" and len(following) == 1 and _DATE_LEFT.search(text):
        return True
    return text.isascii() and text.replace(".", "").isdigit() and following[:1] in UNITS and len(following) > 3


_CUT_UNIT = re.compile(r"\d[万亿]?(?:平\n方[米公千]|平方\n[米公千]|个?百\n分点|个?百分\n点|公\n里|千\n米|人\n次)")
"""6.8万平 | 方米: the line ends within a unit."""


_SPEAKER = re.compile(r"[一-鿿·]{2,16}(?:说|说道|表示|介绍|告诉记者|感慨)[。道]?$")


def _is_spoken_by(text: str, following: str) -> bool:
    """“…不用再堵在路上。” | 校长黄某说。: direct speech, and on the line below who said it."""
    return text.endswith("”") and len(following) <= 20 and _SPEAKER.match(following) is not None


def is_torn(text: str, following: str) -> bool:
    """Whether two lines are one by their words: the one below begins as no line can, or brings what the one above waits for."""
    if _CUT_UNIT.search(f"{text[-8:]}\n{following[:3]}"):
        return True
    return _CANNOT_BEGIN.match(following) is not None or _awaits(text, following)


_LAST_CELL = re.compile(r"[\s/|｜][0-9０-９][0-9０-９.,，]*$")
"""A figure that blanks or a stroke set apart, as at the end of a table's row."""


_CONTACT = re.compile(
    r"(?:电话|热线|传真|手机|邮编|邮箱|微信号?|QQ群?)(?:号码?)?\s?[:：]\s?[0-9０-９a-zA-Z@.,、*()（）\-－—]{5,}$"
)
"""联系电话:0936-8250123: where one can ask ends its line."""


_ATTACHED = re.compile(r"附[件表录图]\s?\d{1,2}(?:\s?[-—–.]\s?\d{1,2})?")
"""附件2, over the title of what is attached."""


def is_cut(lines: Sequence[Line], at: int, page: Page, *, joined: bool) -> bool:
    """Whether a body line breaks off inside a sentence."""
    line = lines[at]
    text = line.text
    if is_dated(text):
        return False
    if ends_open(text) or page.is_filled(line):
        return True
    if at + 1 < len(lines) and _is_spoken_by(text, lines[at + 1].text):
        return True
    if _CONTACT.search(text) or _ATTACHED.fullmatch(text):
        return False
    if ends_sentence(text):
        return joined and at + 1 < len(lines) and _runs_on(line, lines[at + 1], page)
    if at + 1 < len(lines) and is_torn(text, lines[at + 1].text):
        return True
    return (
        joined
        or has_stop(text)
        or is_unclosed(text)
        or (len(text) >= CUT_MIN and not is_title(text))
        or (text[-1:].isdigit() and not _LAST_CELL.search(text))
    )


_RAGGED_EDGE, _SENTENCE = 0.7, 16
"""How much of the width a line takes at least that was broken, and how many characters."""


def _runs_on(line: Line, below: Line, page: Page) -> bool:
    """Whether a sentence that ends near a ragged edge is followed by another of its paragraph: on a page that breaks lines and
    indents paragraphs, the line below stands at the margin."""
    if not (page.wrapped and page.indented) or line.width < _RAGGED_EDGE * page.wrapped or len(line) < _SENTENCE:
        return False
    at_margin = below.indent == 0 and line.indent == 0 and below.blank <= page.gap
    return at_margin and not begins_item(below.text) and holds(below.text, ",，。;；")


def goes_on(lines: Sequence[Line], at: int, following: int, page: Page) -> bool:
    """Whether the paragraph that breaks off at one line goes on at another."""
    line, next_ = lines[at], lines[following]
    if _CUT_UNIT.search(f"{line.text[-8:]}\n{next_.text[:3]}"):
        return True
    if _CANNOT_BEGIN.match(next_.text):
        return not ends_sentence(line.text) or next_.text[0] in ENDS + COMMAS
    if _awaits(line.text, next_.text) or _is_spoken_by(line.text, next_.text):
        return True
    if next_.text.startswith("#") or next_.blank >= page.gap + 3:
        return False
    opens = page.indented and next_.indent > 0
    if ends_sentence(line.text):
        return (
            bool(page.wrapped)
            and page.indented
            and not opens
            and next_.blank <= page.gap
            and not begins_item(next_.text)
        )
    if ends_open(line.text):
        return not (begins_item(next_.text) and next_.text[0] != "其")
    if opens or begins_item(next_.text):
        return False
    if page.wrapped:
        return next_.blank <= page.gap
    ended = ends_sentence(next_.text)
    if STATES.search(line.text[-3:]):
        return ended and has_stop(line.text)
    return ended or len(next_) >= CUT_MIN
