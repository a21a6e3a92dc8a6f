"""The unit that a figure of a table is said with.

What belongs here: where a unit can be printed (cell, header, row, stub, caption), and what the words of row and column count
where none is.  What does not: where these words stand (grid_layout), in which order they are said (grid_sentences).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edu_pipeline.indicators.fitting import fits
from edu_pipeline.indicators.grid_layout import Spot
from edu_pipeline.indicators.grid_words import TO_ONE, bare, counts, growth, only_level, unit_in
from edu_pipeline.indicators.lexicon import find_words
from edu_pipeline.language import units
from edu_pipeline.language.numerals import DIGITS

PLAIN = re.compile(
    r"[-—–·.…/\s]*|[市州县区省盟旗]直[属管]?(?:学校)?|[市州县区省盟旗]本级|(?:城区|城镇|县城|农村|乡村|[全本][市县区省州国旗盟])?[合总小]\s?计|全[市县区省州国]|[本我][市县区省]|序号|单位|备注|项目|(?:主要|评估|监测)?(?:指标|内容|项目)(?:名称)?|名称|类别|内容"
    r"|地区|县区|县[(（]市[、,，]?区?[)）]|学段|年[份度]|数[值量]|金额|绝对(?:数|值|量)|(?:实际)?达到值|指标值|(?:自评|自查|实际|(?:至|到|截[至止])?目前|全年|当年|本年|累计|已)*(?:完成|达到|达成|进展)(?:值|情况|数|量)?|(?:自评|自查)(?:值|情况|结果)|实际(?:值|数|达到)?|现状(?:值)?|基期(?:值)?|本(?:期|学?年)(?:数)?"
    r"|现有(?:数|值)?|规划(?:数|值)?|增减(?:数|情况)?|(?:规划|预期|发展|计划|阶段性?)?目标(?:值)?|(?:国家|省定?|评估|评价|验收|考核|规定|达标)?(?:标准|要求)(?:值)?|(?:年度?|工作)?计划(?:数|值)?|数据|情况|结果"
)
RATE = re.compile(r"[率占]比?[例重]?$|比[例重]$|覆盖面?$|百分比$|[占比]$")
_MONEY_OR_AREA = re.compile(r"经费|支出|投入|资金|工资|收入|面积|藏?书|图书|产值|学费|标准")
_WHO = "人口|就读|送教上门|休学|[缓失辍转]学|免学|免缓入学"
"""适龄人口, 随班就读, 缓学: those who are, or do not come, at school."""
_COUNTED = re.compile(
    rf"(?:{_WHO})$|数$|班$|专业点?$|数量$|人数$|学校$|幼儿园$|[学在][生园]生?$|[男女新]生$|寄宿生$|儿童$|子女$|教师$|教职工$|招生$|毕业生?$|录取$"
)
_TIMES = re.compile(r"人次数?$")
HIRES = re.compile("招[聘录](?:[一-鿿]{0,12}(?:教师|岗位|人员))?计划(?!完成|执行|落实)|计划招[聘录]")
ENROLS = re.compile("^.*招生计划.*$")
PLANNED = re.compile("(.{2,8}?)((?:示范性?|特色|民办|公办)?)(?:招生)?计划(?:数|人数)?")
"""普高计划, 中职计划 under the caption of a plan of enrolment."""
NOTED = re.compile("[(（]([^()（）]{2,6})[)）]")
"""比上年增减(学生): what the change is one of."""
_PERSONS = re.compile(rf"人数$|[员师医]数?$|[{DIGITS}]分及?以[上下]$")
"""保安人数, 校医数, 600分以上: persons, whatever school the row is of."""
_PEOPLE = re.compile(rf"(?:{_WHO}|生|毕业|录取|幼儿|儿童|子女|教师|教职工|人|员|校长|园长)(?:总|人)?数?$")
VARIATION = re.compile("差异系数")
"""The caption of how far schools lie apart in each of what the rows name."""
_ENDS_IN_RATE = re.compile("(?<!频)(?<!效)率$")
_ENDS_IN_SHARE = re.compile("占比$|比例$|比重$|百分比$")
OF_SO_MANY = re.compile(
    "每?[百千万十]*[百千万](?:名?(?:人口?|学生|居民))(?![次均])[中里]?(?=[一-鿿]{2,12}$)(?!.*(?:率|比|费|资金)$)"
)
"""万人本科上线, 每十万人口在校生: persons of so many."""
_LISTS_SCHOOLS = re.compile("(?:学校|校园|园所)(?:基本|办学|分布|布局)*(?:情况|统计|一览|名册|数)")
"""义务教育学校基本情况一览表: 小学 in its header counts primary schools."""
_PAID = re.compile("(?:补助|补贴|津贴|经费|资金|奖补|投入|支出|金额|支付|拨付|拨款|兑付|工资|收入|费)$")
_COUNTED_BY_NOUN = ("class", "room", "weak")
_WOMEN = re.compile("[女男][生性]?$")
_SCHOOLS = re.compile("(?:学校|幼儿园|校|园)(?:个?数|数量)$")
_SUMS_UP = re.compile(r"(?:合|总|小|共)\s*计|总[数额]")
"""公用经费 | 补助 | 合计: in the unit of what it sums up, which stands beside it."""


def units_of(spot: Spot) -> Iterator[str]:
    """The units that the figure can be in: printed in its cell, header, row or stub, else the caption's, else a guess."""
    if ":" in spot.figure.number or "：" in spot.figure.number or "∶" in spot.figure.number:
        yield ""
        return
    if spot.figure.unit:
        yield spot.figure.unit
        if spot.figure.unit not in ("万", "亿"):
            return
    stub = spot.stubs[-1] if spot.stubs else ""
    if TO_ONE.search(spot.header) or TO_ONE.search(stub):
        yield "∶1"
        return
    header, row = bare(spot.header), bare(stub)
    beside = spot.beside if _SUMS_UP.fullmatch(header) else ""
    column = spot.row_unit if spot.row_unit not in "—-" else ""
    above = unit_in(spot.parent[-1]) if spot.parent else ""
    if not unit_in(spot.header) and unit_in(stub) and _SCHOOLS.search(header):
        yield "所"  # 生均校舍面积（㎡） | 不达标校数
        return
    explicit = unit_in(spot.header) or column or unit_in(stub) or above or unit_in(spot.section)
    if explicit:
        yield explicit
        return
    if VARIATION.search(spot.caption):
        yield ""
        return
    if _PAID.search(beside or header) and any("元" in u for u in spot.units):
        yield from (u for u in spot.units if "元" in u)
        return
    if _ENDS_IN_RATE.search(header) and "‰" not in spot.units:
        yield "%"
        return
    if _TIMES.search(header) or _TIMES.search(row):
        yield "人次"
        if any(u.endswith("人次") for u in spot.units):
            return
    if not spot.units and OF_SO_MANY.match(header):
        yield "人"
    if RATE.search(header) or RATE.search(row):
        yield "%"
        if _ENDS_IN_SHARE.search(header) and "%" in spot.units:
            return
    names = [*map(bare, (spot.section, *spot.parent)), row, header]
    counted = beside or (row if only_level(header) else header) or row
    yield from _fitting(spot.units, counted, names, decimal="." in spot.figure.number)
    if len(spot.units) > 1 and not _say_what(names):
        yield from of_caption(spot.caption, spot.units)
        if only_level(header) and "所" in spot.units and _LISTS_SCHOOLS.search(spot.caption):
            yield "所"
        return  # 小学 under 2024年 and 单位：所、人: which of them it is, nothing tells but the caption's noun
    planned = PLANNED.fullmatch(header) if ENROLS.search(spot.caption) else None
    hires = HIRES.search(spot.caption) and only_level(header)
    if not spot.units and (_PERSONS.search(header) or hires or (planned and only_level(planned[1]))):
        yield "人"
        return
    if spot.of_schools and (PLAIN.fullmatch(header) or growth(spot.header)):
        yield "所"
    if len(spot.units) == 1 and (not counts(header) or only_level(header) and spot.units[0][-1:] in ("人", "名")):
        return  # 中等职业学校 under 在校学生数（单位：人） are persons, and so are 小学 and 初中
    if not spot.units and not (spot.row_unit and spot.row_unit in "—-"):
        yield ""
    noted = NOTED.search(spot.header)
    named = [header, row, noted[1] if noted else ""]
    if not _MONEY_OR_AREA.search(row + header) and any(map(_COUNTED.search, named)):
        yield "人" if any(map(_PEOPLE.search, named)) else "个"
    yield ""


def _say_what(names: Sequence[str]) -> bool:
    """Whether a word of a row or a column says what is counted, and not only at which level; women and men are persons."""
    return any(
        (counts(name) and not (only_level(name) or PLAIN.fullmatch(name))) or _WOMEN.search(name) for name in names
    )


_WHOLE = ("所", "个", "人", "名", "间", "位", "班")
"""Units of what has no parts: 84.6 is in the other one of 单位:人、%."""


def _fitting(named: Sequence[str], header: str, names: Sequence[str], *, decimal: bool) -> Iterator[str]:
    """The caption's units, first the ones that fit what is counted: 学校数 in 所, the rest in 万人."""
    if len(named) == 1:
        yield from (u for u in named if u not in "—-")
        return
    if decimal and "%" in named:
        named = sorted(
            (u for u in named if u not in _WHOLE), key=lambda u: (u != "%") != bool(_MONEY_OR_AREA.search(header))
        )
    counted = units.of_column(header) or ""
    fitting = [u for u in named if counted and units.canonical(u) in (counted, counted.removesuffix("/person"))]
    if fitting or counted in _COUNTED_BY_NOUN:
        yield from fitting or ["个"]
        return
    for hit in reversed(list(find_words("".join(names)))):
        for code, _ in hit.word.codes if not hit.swallowed else []:
            yield from (u for u in named if fits(code, units.canonical(u), "level"))
    if _say_what(names):
        yield from sorted(named, key=lambda u: not ("人" in u or "元" in u))


def of_caption(caption: str, named: Sequence[str]) -> list[str]:
    """The ones of several units that the one indicator of a caption is counted in: 生均公用经费(元、%)."""
    codes = {code for hit in find_words(caption) if not hit.swallowed for code, _ in hit.word.codes}
    return [u for u in named if len(codes) == 1 and fits(next(iter(codes)), units.canonical(u), "level")]
