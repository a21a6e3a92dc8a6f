"""What a single word of a table says: a time, a unit, that it counts, that it tells of a change, a figure.

What belongs here: headers, stubs and captions looked at by themselves.  What does not: where they stand (grid_layout),
and what they say together (grid_sentences).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edu_pipeline.indicators.grid_cells import known_unit
from edu_pipeline.indicators.lexicon import find_words
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.reading.words import CENTURY
from edu_pipeline.reference import any_of

PERIOD = re.compile(
    rf"(?:截[至止])?{CENTURY}[{DIGITS}]{{2}}(?:\s?[-—–~～/至]\s?{CENTURY}?[{DIGITS}]{{2}}(?![-－{DIGITS}]))?(?:\s?(?:学年度?|年度?))?(?:[{DIGITS}]{{1,2}}月(?:[{DIGITS}]{{1,2}}日)?)?(?:底|末|初(?![中小等级]))?|(?<![比较])(?:上学?年|去年)|今年"
)
A_SCHOOL = "[一-鿿]{2,16}(?:学校|小学|中学|幼儿园|学院)"
"""A school by its name."""
_BOUND = r"不[低少高超大小][于过]"
_CAPTION_UNIT = re.compile(r"单位\s?[:：]\s?(?P<unit>[^)）\]】。;；]{1,24})")
AND_CHANGE = re.compile(
    "[及和与、](?:同期|同比|历年|逐年|年度|比上年|较上年)*(?:变化|增长|增减|变动|升降)(?:情况|率|幅度)?"
)
"""在园幼儿数（万人）及同期变化: what else a caption says that its table tells of what it counts."""
_NOTED_UNIT = re.compile(rf"[(（]([^()（）:：]{{1,6}})[)）](?:{AND_CHANGE.pattern})?[:：]?\s*$")
UNIT = re.compile(
    rf"[(（]\s?(?:单位\s?[:：])?\s?(?P<unit>[^()（）]{{1,10}}?)(?:[,，、]\s?(?P<bound>{_BOUND}))?\s?[)）]|[,，/、]\s?(?P<tail>[%％]|[万亿]?[元人所个])$|(?P<last>[%％‰])$"
)
"""在校生（万人）, also with the bound that all its figures have: “双师型”教师（%，不低于）."""
GROWTH = re.compile(
    r"增长|增幅|增减|增速|升降|同比|环比|[比较](?:上年|去年|20\d\d年)|[与同](?:上一?学?年|去年|20\d\d年)(?:相?比较?)|变化|涨跌|[+±＋]\s?[-－−]?|(?<!质量)(?<!能力)(?<!素质)(?:提高|提升|下降|上升|减少|增加)(?:[(（]|$|幅度|百分)"
)

EXAMINED = re.compile(
    "(?:应|实|参|已|受|抽)[检评查审验]|(?:基本|不|未)?合格|(?:未|不|基本)?达标|整改|注销|暂缓|保留|取缔|关停|关闭|停办|转型|转(?:为)?非?(?:学科类?|营利性?)"
    "|(?:原有?|现有?|摸排|应查)(?:机构|学校|单位|园所)(?:个|总)?数"
)
"""What an inspection found of those that its caption counts, or did with them."""


@cache
def leans() -> re.Pattern[str]:
    """A part of what another word counts (公办, 女生)."""
    return re.compile(f"(?:{any_of('linking.yaml', 'sorts')}|城市|男|女)(?:生|性|教师|学生|园|校|幼儿)?")


def names_indicator(name: str) -> bool:
    """Whether a word of a table is an indicator's own name."""
    return any(h.word.codes for h in find_words(name))


def counts(name: str) -> bool:
    """Whether a word of a table names what is counted or measured."""
    return any(h.word.codes or h.word.linking or h.word.uncatalogued for h in find_words(name))


def only_level(name: str) -> bool:
    """Whether a word of a table says no more than of which schools it speaks (小学, 普通高中)."""
    left = without_levels(name)
    return left != name and left in ("", "阶段", "教育", "学校")


_SUM = re.compile("(?<=[一-鿿]{2})(?:合计|总计|总数|总人数)$")
_NOTED = re.compile("[(（][^()（）]*[)）]")


def without_sum(name: str) -> str:
    """专任教师合计: what is summed up."""
    return _SUM.sub("", name)


def is_part(stub: str, above: Sequence[str]) -> bool:
    """Whether a row without headers gives one level's part of the sum above it: 专任教师合计 3412 / 小学 1180 / 初中 1037."""
    return bool(above) and _SUM.search(above[-1]) is not None and only_level(_NOTED.sub("", stub))


def without_levels(name: str) -> str:
    for word in sorted({h.word.text for h in find_words(name) if h.word.level}, key=len, reverse=True):
        name = name.replace(word, "")
    return name


def period_in(name: str) -> str:
    """The time that a header, stub or caption names, as a sentence says it; empty for none."""
    match = next((m for m in PERIOD.finditer(name) if not _set_against(name, m)), None)
    if not match or re.fullmatch(rf"[{DIGITS}]{{4}}", match[0]) and re.search(r"\d", name[: match.start()][-1:]):
        return ""
    found = re.sub(r"\s(?=学?年)", "", match[0]).replace("年度", "年")
    return found + "年" if re.fullmatch(rf"(?:.*[-—–~～/至]\s?)?[{DIGITS}]{{4}}", found) else found


_AGAINST, _COMPARES = ("与", "同"), ("比", "相比")


def _set_against(name: str, time: re.Match[str]) -> bool:
    """与2020年比(百分点), 比2019年±%: what a change is measured against is no time of its column."""
    before = name[: time.start()][-1:]
    return before in ("比", "较") or (before in _AGAINST and name[time.end() :].lstrip("度年").startswith(_COMPARES))


def caption_units(caption: str) -> tuple[str, ...]:
    """单位:所、万人: the units that the figures of a table are in."""
    found = _CAPTION_UNIT.findall(caption)
    if found and known_unit(found[-1].strip()):
        return (found[-1].strip(),)
    listed = re.split(r"[、,，及和\s]+", found[-1].strip()) if found else []
    parts = [part for item in listed for part in ([item] if known_unit(item) else item.split("/"))]
    return tuple(p for p in parts if p and (known_unit(p) or p in ("万", "亿")))


def title_units(caption: str) -> tuple[str, ...]:
    """The units of a caption, also as its title notes them: 教师学历结构(人)."""
    noted = [u.strip() for listed in _NOTED_UNIT.findall(caption) for u in listed.split("、")]
    return caption_units(caption) or tuple(u for u in noted if known_unit(u) or u in "%％")


def is_unit(name: str) -> bool:
    """Whether a cell is a unit and nothing else."""
    bare = name.strip("()（） ")
    return bare in ("%", "％", "‰", "—", "-", "万", "亿") or bool(bare) and known_unit(bare)


def unit_in(name: str) -> str:
    """The unit that a header or stub prints after its name: (万人), /人, %."""
    for match in reversed(list(UNIT.finditer(name))):
        unit = match["unit"] or match["tail"] or match["last"] or ""
        if unit in ("万", "亿", "%", "％", "‰") or known_unit(unit):
            return unit
    return ""


TO_ONE = re.compile(r"[(（]\s?(?:[:：∶]|(?:专任)?教师\s?[=＝])\s?1\s?[)）]")
"""生师比（∶1）, 生师比（教师=1）: each figure is the first part of a ratio."""
ZONE = re.compile("城区|镇区|乡村|农村|城镇|城市|县城|县镇|城乡结合区|镇乡结合区")
"""Where schools lie: what a column or row of such says stands before the schools that it is of."""


def bound_in(name: str) -> str:
    """The bound that a header or stub prints beside its unit."""
    return next((m["bound"] for m in UNIT.finditer(name) if m["bound"]), "")


def growth(header: str) -> bool:
    """Whether a column tells how much something changed."""
    return GROWTH.search(header) is not None


_ONLY_GROWTH = re.compile(
    r"(?:[一二三四五六七八九十两]年(?:来|间)?)?(?:(?P<than>[同环]比|(?:20\d\d年)?[比较](?:上一?学?年|去年|上年同期|20\d\d年)|[与同](?:上一?学?年|去年|20\d\d年)相?比较?)|年均)*"
    r"(?(than)|(?=增|升|变|[±+＋]))(?:增长|增减|增加|升降|增幅|增速|变化|[±+＋])?(?:率|幅度?|情况|值)?[±+＋-]*\s?(?:[(（][^()（）]{1,6}[)）]|[%％])?"
)


def only_growth(name: str) -> bool:
    """Whether a stub says no more than that its row tells how much the row above it changed (增长率（%）, 比上年±%)."""
    return growth(name) and _ONLY_GROWTH.fullmatch(name) is not None


_ORDINAL = re.compile(
    rf"^[\s#*·•—-]+|^(?:其中|[(（]?[一二三四五六七八九十]+[)）]?[、.．]|[(（](?:[一二三四五六七八九十]+|[{DIGITS}]{{1,2}})[)）]|[①-⑳]|[{DIGITS}]{{1,2}}[、.．](?![{DIGITS}]))\s?[:：]?|[\s:：*＊#①-⑳]+$"
)
_HALF_YEAR = re.compile("^([上下]半年|[一二三四]季度|前三季度)(?:实际|累计|已)?(?:完成|达到)(?:值|情况|数|量)?$")
_OF_ITS_YEAR = re.compile("^本年度?(?=收入|支出|收支)")
"""本年支出合计: of the year that heads the column, whichever it is."""
_WITHOUT = re.compile("[(（](?:不含|不包括|未含|未计)[^()（）]{1,16}[)）]")
"""小学（不含教学点）: what is left out is not what is counted."""


def bare(name: str) -> str:
    """A header or stub without its unit, year and numbering."""
    name = TO_ONE.sub("", PERIOD.sub("", _WITHOUT.sub("", _OF_ITS_YEAR.sub("", name))))
    name = UNIT.sub(lambda m: "" if unit_in(m[0]) else m[0], name)
    name = _HALF_YEAR.sub(r"\1", _ORDINAL.sub("", _ORDINAL.sub("", name)).strip())
    return re.sub(r"[\s\u3000]+", "", name)


# ------------------------------------------------------------------------------------------------ cells between stub and figure
_YEAR = re.compile(rf"{CENTURY}[{DIGITS}]{{2}}\s?(?:年度?)?")


def is_year(name: str) -> bool:
    """Whether a cell is a year and nothing else."""
    return _YEAR.fullmatch(name) is not None


_PLAIN_NUMBER = re.compile(rf"[{DIGITS}]+[.、]?")
SEVERAL = re.compile(rf"(?!{CENTURY})[{DIGITS}]+(?:[ \xa0/／]+[{DIGITS}]+)+")
"""Figures in one cell that nothing tells apart."""


def is_plain_number(name: str) -> bool:
    """A number in order (序号), not a year."""
    return _PLAIN_NUMBER.fullmatch(name) is not None and not is_year(name)


TOLD = re.compile(rf"[{DIGITS}][{DIGITS}.,]*\s?[万亿]?(?:个|所|人|名|间|套|平方米|米|元|亩|张|台|项|栋|[%％])")
"""36个班,2.1万平方米, between a row's name and its figure: a cell that is read by itself, no stub but for its verb."""
_BUILDS = re.compile("(?:新建|改扩建|改建|扩建|迁建|改造|维修|建设|更新|购置|配备)")


def verb_of(told: str) -> str:
    """新建8600平方米: what was done there, without how much of it."""
    found = _BUILDS.match(told)
    return found[0] if found else ""
