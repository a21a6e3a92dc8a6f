"""The cells of a table row that is set in plain text: where they stand, and what sort of thing each holds.

What belongs here: cutting one line at its blanks, and telling figures, years and words apart by their form.  What does
not: whether lines make a table (columns, stacks), and what a figure states (indicators).
"""

from __future__ import annotations

import re

from edu_pipeline.reading.words import CENTURY, DIGIT

Place = tuple[int, int]
"""A cell as half-open offsets; of no width where it is empty."""

_UNIT = "[名人次所个万亿千百元园校处家座间套台辆项周年月日天小时课倍户班册米吨平方公顷亩生均分点岁学位轮轨/·㎡²]"
_NUMBER = (
    rf"{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}})+(?:[.．]{DIGIT}+)?"
    rf"|{DIGIT}{{1,3}}(?:[ \u2009\xa0]{DIGIT}{{3}})+(?:[.．]{DIGIT}+)?|{DIGIT}{{1,12}}(?:[.．]{DIGIT}+)?"
)
MARK = r"(?:[①-⑳*＊#†‡¹²³⁰⁴-⁹]{1,3}|[\[［]\d{1,2}[\]］])?"
"""The mark of a footnote behind a figure."""
VERDICT = "(?:[(（](?:未|不|已|基本)?(?:达标|达到|合格|完成|实现)[)）])?"
"""What an appraisal says of a figure beside it: 0.47(未达标)."""
_FIGURE = re.compile(
    rf"[\[(（〔【]?(?:[≥≤><＞＜≧≦]|不[低少高超][于过]|达到|下降|上升|增长|增加|减少|提高|降低|约|近)?\s?[-－−–+＋▲▼△▽↑↓±]?\s?"
    rf"(?:{_NUMBER})\s?(?:[%％‰]|(?:个?百分点|{_UNIT}{{1,6}}))?(?:以上|以下|以内|左右|[余多])?[\])）〕】]?{VERDICT}{MARK}"
)
_RATIO = re.compile(
    rf"(?:1\s?[:：∶]\s?{DIGIT}+(?:[.．]{DIGIT}+)?|{DIGIT}+(?:[.．]{DIGIT}+)?\s?[:：∶]\s?(?:1|{DIGIT}|{DIGIT}+[.．]{DIGIT}+)){MARK}"
)
_PAIR = re.compile(
    rf"[≥≤]?{DIGIT}{{1,6}}(?:[.．]{DIGIT}+)?\s?[%％]?[/／]\s?[≥≤]?{DIGIT}{{1,6}}(?:[.．]{DIGIT}+)?[%％]?"
)
"""4.2/5.3: what is asked of primary and of lower secondary schools."""
_NOTHING = re.compile(r"[-—–－·.…/\\*＊]{1,6}|无|空")
_YEAR = re.compile(rf"{CENTURY}{DIGIT}{{2}}")
_PERIOD = re.compile(
    rf"(?:截[至止])?{CENTURY}{DIGIT}{{2}}(?:\s?[-—–~～/至]\s?{CENTURY}?{DIGIT}{{2}})?\s?(?:学年度?|年度?)(?:{DIGIT}{{1,2}}月)?[底末初]?|{DIGIT}{{1,2}}月[底末]?"
)
_RULE = re.compile(r"[|+\-=:_~\s—－─━═┄┈┼├┤]+")
_UNIT_ALONE = re.compile(rf"[(（]?(?:[%％‰]|[万亿千百]?{_UNIT}{{1,3}})[)）]?")
HAN = re.compile("[一-鿿]")
_UNIT_CELL = "人名所个间册台元"
CORNERS = "指标|项目|地区|县区|区县|区域|年[份度]|学段|类别|名称|学校|序号|内容|乡镇|层次|阶段"
"""What a table's corner says of the cells below it."""
_GAPS = re.compile(r"[ \xa0\t]*\u3000[ \u3000\xa0\t]*|[ \xa0]{2,}")
_BLANKS = re.compile(r"[ \xa0\u3000\t]+")
_PROSE = re.compile(r"[。；;！!？?]|[，,](?![0-9０-９]{3})")
_SPACED = re.compile(
    "[合总小]计|小学|初中|高中|单位|指标|名称|地区|[县区][区县]|区域|项目|年[份度]|类别|全[市县省区州]|学[校段]|备注|序号|其中|数量|幼儿|特教|中职|职教|属性|完成|目标"
)


def cut(text: str, *, single: bool = False) -> list[Place]:
    """The cells of a line set apart by wide gaps (two blanks or one of full width), or by any blank (`single`).

    Words that blanks only stretch (合　计) stay one cell.
    """
    places: list[Place] = []
    at = 0
    for gap in (_BLANKS if single else _GAPS).finditer(text):
        if gap.start() > at:
            places.append((at, gap.start()))
        at = gap.end()
    if at < len(text):
        places.append((at, len(text)))
    return _closed(text, _stretched(text, _in_chinese(text, places)))


def _in_chinese(text: str, places: list[Place]) -> list[Place]:
    """The cells without the translation of the name before them: 普通高中 Regular Senior Secondary Schools 62 64."""
    if not places or not HAN.match(text, places[0][0]):
        return places
    kept: list[Place] = []
    reached = 0
    for a, b in places:
        if is_translation(text[a:b]) or (reached and a == reached + 1 and not _SAYS.search(text[a:b])):
            reached = b
        else:
            kept.append((a, b))
    return kept


def is_translation(text: str) -> bool:
    """Whether a cell or line is in Latin words only, as beside a Chinese name; GDP, STEM and N/A are no words."""
    bare = text.strip("()（）")
    return len(bare) > 3 and re.fullmatch(_TRANSLATION, bare, re.ASCII) is not None and not bare.isupper()


def _closed(text: str, places: list[Place]) -> list[Place]:
    """Single characters that make a known word together are one cell, also behind a marker (四、小  学)."""
    joined: list[Place] = []
    for start, end in places:
        if joined and end - start == 1:
            opened = _unmarked(text, joined[-1])
            if joined[-1][1] - opened == 1 and _SPACED.fullmatch(text[opened] + text[start]):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


_MARKED = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,2}[、.．]|[(（][一二三四五六七八九十\d]{1,2}[)）]|#|其中[:：]?|[:：])"
)


def _unmarked(text: str, place: Place) -> int:
    """Where a cell's own words begin: past its number, its # or its 其中."""
    marked = _MARKED.match(text, *place)
    return marked.end() if marked else place[0]


def _stretched(text: str, places: list[Place]) -> list[Place]:
    """九 年 制 6 10: single characters that open a line before its first figure are one name, a unit behind it apart."""
    alone = 0
    while alone < len(places) and places[alone][1] - places[alone][0] == 1 and HAN.match(text, places[alone][0]):
        alone += 1
    if alone > 2 and text[places[alone - 1][0]] in _UNIT_CELL:
        alone -= 1
    follows = places[alone:] and text[slice(*places[alone])]
    if alone < 2 or not follows or not (is_figure(follows) or is_blank(follows) or follows in _UNIT_CELL):
        return places
    return [(places[0][0], places[alone - 1][1]), *places[alone:]]


_SAYS = re.compile(rf"[一-鿿]|{DIGIT}")
_TRANSLATION = r"[A-Za-z][A-Za-z\s.,:;&'’´()/%-]+"
_TRANSLATED = re.compile(rf"(?P<name>[^A-Za-z]*[一-鿿)）])\s*(?=[^一-鿿]*[a-z]{{2}}){_TRANSLATION}")


def squeezed(text: str) -> str:
    """A cell's text without the blanks that only stretch a word, and without the translation of a name (总 计 Total)."""
    text = text.replace("\n", "")
    translated = _TRANSLATED.fullmatch(text)
    text = translated["name"] if translated else text
    word = _BLANKS.sub("", text)
    if len(word) == len(text) or any(c.isdigit() for c in word):
        return text
    known = _SPACED.fullmatch(word, _unmarked(word, (0, len(word))))
    return word if known or len(text) == 2 * len(word) - 1 and not word.isascii() else text


_MARKS = re.compile(rf"{DIGIT}{{3}}分及?以[上下]")
"""600分以上: whom a column counts."""


def is_figure(text: str) -> bool:
    """Whether a cell is a number (with unit, sign, bound or footnote mark) or a ratio; years and dates are none."""
    return (
        len(text) <= 24
        and not text.isalpha()
        and _MARKS.fullmatch(text) is None
        and (
            _RATIO.fullmatch(text) is not None
            or _PAIR.fullmatch(text) is not None
            or (_FIGURE.fullmatch(text) is not None and not is_period(text))
        )
    )


_SUMS_IN_WORDS = re.compile(rf"(?:[一-鿿（）()]{{0,10}}(?:{_NUMBER})元(?:[/每][一-鿿·]{{1,4}})*[、,，;；/]?){{1,4}}")


def is_sum_in_words(text: str) -> bool:
    """Whether a cell is one sum or several with words of their own (500元/学期, 小学500元、初中625元, 平均1,000元)."""
    return len(text) <= 32 and "元" in text and _SUMS_IN_WORDS.fullmatch(text) is not None


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no figure (—, …, /)."""
    return not text or _NOTHING.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether a figure may be a year just as well."""
    return _YEAR.fullmatch(text) is not None


def is_period(text: str) -> bool:
    """Whether a cell is a year or month in words (2019年, 2019—2020学年, 12月)."""
    return _PERIOD.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line only draws a table's rule."""
    return len(text) >= 4 and _RULE.fullmatch(text) is not None


def is_unit_cell(text: str) -> bool:
    """Whether a cell can be a unit and nothing else (万人, %)."""
    return _UNIT_ALONE.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Whether a cell can be a word of a table: short, and no sentence."""
    return len(text) <= 32 and not _PROSE.search(text)
