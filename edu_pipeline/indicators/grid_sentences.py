"""The sentence that a figure of a table stands for.

What belongs here: the order in which a figure's headers, stubs, section and caption are said, with which unit, and what a
column of growth or of targets makes of it.  What does not: where the words stand (grid_layout), and how a sentence is
read (statements).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from edu_pipeline.indicators.fitting import fits
from edu_pipeline.indicators.grid_layout import Spot
from edu_pipeline.indicators.grid_words import (
    A_SCHOOL,
    EXAMINED,
    GROWTH,
    PERIOD,
    TO_ONE,
    UNIT,
    bound_in,
    counts,
    growth,
    leans,
    names_indicator,
    only_growth,
    only_level,
    period_in,
    unit_in,
    without_levels,
)
from edu_pipeline.indicators.headings import named_level
from edu_pipeline.indicators.lexicon import find_words
from edu_pipeline.language import units
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.places import find_places, is_place
from edu_pipeline.reference import any_of

_RELATIVE = re.compile(r"[%％]|增?幅|增速|增长率")
_FALLING = re.compile(r"下降|减少|降低|降幅")
_PLAIN = re.compile(
    r"[-—–·.…/\s]*|[市州县区省盟旗]直[属管]?(?:学校)?|[市州县区省盟旗]本级|(?:城区|城镇|县城|农村|乡村|[全本][市县区省州国旗盟])?[合总小]\s?计|全[市县区省州国]|[本我][市县区省]|序号|单位|备注|项目|(?:主要|评估|监测)?(?:指标|内容|项目)(?:名称)?|名称|类别|内容"
    r"|地区|县区|县[(（]市[、,，]?区?[)）]|学段|年[份度]|数[值量]|金额|绝对(?:数|值|量)|(?:实际)?达到值|指标值|(?:自评|自查|实际|(?:至|到|截[至止])?目前|全年|当年|本年|累计|已)*(?:完成|达到|达成|进展)(?:值|情况|数|量)?|(?:自评|自查)(?:值|情况|结果)|实际(?:值|数|达到)?|现状(?:值)?|基期(?:值)?|本(?:期|学?年)(?:数)?"
    r"|现有(?:数|值)?|规划(?:数|值)?|增减(?:数|情况)?|(?:规划|预期|发展|计划|阶段性?)?目标(?:值)?|(?:国家|省定?|评估|评价|验收|考核|规定|达标)?(?:标准|要求)(?:值)?|(?:年度?|工作)?计划(?:数|值)?|数据|情况|结果"
)
_RATE = re.compile(r"[率占]比?[例重]?$|比[例重]$|覆盖面?$|百分比$|[占比]$")
_MONEY_OR_AREA = re.compile(r"经费|支出|投入|资金|工资|收入|面积|藏?书|图书|产值|学费|标准")
_WHO = "人口|就读|送教上门|休学|[缓失辍转]学|免学|免缓入学"
"""适龄人口, 随班就读, 缓学: those who are, or do not come, at school."""
_COUNTED = re.compile(
    rf"(?:{_WHO})$|数$|班$|专业点?$|数量$|人数$|学校$|幼儿园$|[学在][生园]生?$|[男女新]生$|寄宿生$|儿童$|子女$|教师$|教职工$|招生$|毕业生?$|录取$"
)
_TIMES = re.compile(r"人次数?$")
_ORDINAL = re.compile(
    rf"^[\s#*·•—-]+|^(?:其中|[(（]?[一二三四五六七八九十]+[)）]?[、.．]|[(（](?:[一二三四五六七八九十]+|[{DIGITS}]{{1,2}})[)）]|[①-⑳]|[{DIGITS}]{{1,2}}[、.．](?![{DIGITS}]))\s?[:：]?|[\s:：*＊#①-⑳]+$"
)
_TITLE = re.compile(
    r"^\s*\d{1,2}(?:[-—–]\d{1,2}){1,2}[\s\u3000]+|^.{0,12}?[表图]\s?[\d一二三四五六七八九十]{0,3}(?:[-—–.．]\d+)?[、:：\s\u3000]+|单位\s?[:：].*$|[(（][^()（）]*[)）]|各?(?:县区|区县|县[(（]?市[、区)）]*|地区?|学段|乡镇)|基本|分布|(?:学历|职称|年龄)(?:结构|情况|构成|分布)?|结构|主要|办学(?:基本)?(?=情况|数据)|统计?(?:表|资料|数据)|(?:基本)?数据$|一览表?|对比|情况|规模|(?:发展)?指标|[如见]下(?:表)?|表$|[:：]"
)
_SUM = re.compile(rf"(?:合计|共计?|总计|总数|为)*[{DIGITS}][{DIGITS}.,]*[万亿]?[人名所个元]*$")
"""在校学生合计95263人: the sum whose parts the table gives."""
_HOW_MANY = ("人数", "计划人数", "名额")
_HIRES = re.compile("招[聘录]计划|计划招[聘录]")
_ENROLS = re.compile("^.*招生计划.*$")
_PLANNED = re.compile("(.{2,8}?)((?:示范性?|特色|民办|公办)?)(?:招生)?计划(?:数|人数)?")
"""普高计划, 中职计划 under the caption of a plan of enrolment."""
_DEGREE = re.compile(
    r"(?:博士|硕士|研究生|本科|专科|大专|高中|中专|高中阶段|中师)(?:研究生|毕业|学历)?(?:、?(?:中专|中师))?(?:[及或]?以[上下])?"
)
_STAFF = re.compile("教师[^,，。]{0,6}(?:学历|职称|年龄)|(?:学历|职称|年龄)[^,，。]{0,4}教师")
"""The caption of a table of teachers by degree: 研究生 and 专科 are what they have, not whom they teach."""
_HALF_YEAR = re.compile("^([上下]半年|[一二三四]季度|前三季度)(?:实际|累计|已)?(?:完成|达到)(?:值|情况|数|量)?$")
_NOTED = re.compile("[(（]([^()（）]{2,6})[)）]")
"""比上年增减(学生): what the change is one of."""
_PERSONS = re.compile(r"人数$|[员师医]数?$")
"""保安人数, 校医数: persons, whatever school the row is of."""
_PEOPLE = re.compile(rf"(?:{_WHO}|生|毕业|录取|幼儿|儿童|子女|教师|教职工|人|员|校长|园长)(?:总|人)?数?$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` holds the figure's number at `at`."""

    text: str
    at: int


def sentences(spot: Spot) -> Iterator[Sentence]:
    """What a figure may stand for, the likeliest first: with its own words, those it leans on, the caption's noun."""
    unit_choices = list(dict.fromkeys(_units(spot)))
    for names in map(_of_one_level, _names(spot)):
        for unit in unit_choices:
            yield _say(spot, names, unit)


_GRADES = re.compile(
    "(?P<sum>[小合总]?计)?[(（]?[一二三四五六](?:[至到、—~-][二三四五六])?(?(sum)(?:年级)?|年级)[)）]?(?:小计|合计)?"
)
"""四年级, 小计（四至六）: rows of a table on primary schools, or on compulsory ones."""
_A_SCHOOL = re.compile(A_SCHOOL)
_BUILDS = re.compile("项目|工程|建设")
_OF_WORKS = re.compile("建设(?:规模|内容)|投资")
"""The columns of a table of projects, of which a school by its name may be one."""
_AND_KINDERGARTENS = re.compile("[(（][校园][)）]")


@cache
def _large() -> re.Pattern[str]:
    """其中：56人以上, below 教学班: the classes that are too large."""
    return re.compile(f"(?:{any_of('linking.yaml', 'large_class_from')})人及?以上")


@cache
def _large_classes() -> re.Pattern[str]:
    """班额56人以上班数: a row that counts the classes that are too large."""
    return re.compile(
        f"(?:班额|班级|教学班)?(?:{any_of('linking.yaml', 'large_class_from')})人及?以上的?(?:班|班级|教学班)(?:个?数)?"
    )


_SCHOOLS_IN_ALL = re.compile("学校(?:个?数)?")
"""教学点 | 学校数: so many teaching points, no schools."""


def _of_one_level(names: list[str]) -> list[str]:
    """学校（园）数 of the column 小学 is 小学学校数: what one name says of all levels, another says of one."""
    whole = [_AND_KINDERGARTENS.search(name) is not None for name in names]
    if not any(whole) or not any(named_level(n) for n, w in zip(names, whole, strict=True) if n and not w):
        return names
    return [_AND_KINDERGARTENS.sub("", name) for name in names]


def _names(spot: Spot) -> Iterator[list[str]]:
    """The words of the sentence: section, stub and header, with the stub or the caption that completes them."""
    own = [_bare(name) for name in (spot.section, *spot.stubs, spot.header)]
    if spot.stubs and (spot.of_schools or (spot.row_unit == "所" and only_level(own[-2]))):
        own[-2] += ("学校" if own[-2].endswith("制") else "") + ("数" if growth(spot.header) else "")  # 九年制
    if spot.stubs and _GRADES.fullmatch(own[-2]) and named_level(spot.caption) in (None, "primary", "compulsory"):
        own[-2] = f"小学{own[-2]}"
    if spot.stubs and _A_SCHOOL.fullmatch(own[-2]) and _OF_WORKS.search(own[-1]) and _BUILDS.search(spot.caption):
        own[-2] = f"建设{own[-2]}"
    if schools := _schools_of(spot, own[-1]):
        own.append(schools)
    if spot.stubs and _large().fullmatch(own[-2]) and any("班" in name for name in (spot.section, *spot.parent)):
        own[-2] += "大班额"
    if spot.stubs and _large_classes().fullmatch(own[-2]):
        own[-2] = "大班额数"
    if spot.stubs and own[-2] == "教学点" and _SCHOOLS_IN_ALL.fullmatch(own[-1]):
        own[-1] = ""
    named = any(names_indicator(_bare(stub)) for stub in spot.stubs) and not _counted_above(spot)
    above = list(map(_bare, spot.parent))
    if not named or (above and all(map(only_level, above))):  # 小学 | #在校生
        own = [own[0], *above, *own[1:]]
    if (
        _AIM.fullmatch(own[-1])
        and spot.beside
        and not any(map(counts, own[:-1]))
        and counts(aimed_at := _bare(spot.beside))
    ):
        own[-1] = aimed_at  # 2020年近视率 | 2021年目标
    if _DEGREE.fullmatch(own[-1]) and _STAFF.search(spot.caption + spot.section):
        yield [*own[:-1], f"教师{own[-1]}学历"]
        return
    if _PLAIN.fullmatch(own[-1]) and _STAFF.search(spot.caption) and any(map(only_level, own[1:-1])):
        yield [*own, "专任教师"]
        return
    if _VARIATION.search(spot.caption) and not _VARIATION.search("".join(own)) and not spot.figure.bound:
        yield [*own, "差异系数"]
        return
    if _HIRES.search(spot.caption) and any(map(only_level, own[1:])) and all(map(_of_posts, own[1:])):
        yield [*(n for n in own if only_level(n)), "计划招聘教师"]
        return
    if _ENROLS.search(spot.caption) and (level := _PLANNED.fullmatch(own[-1])) and only_level(level[1]):
        yield [*own[:-1], f"{level[1]}{level[2]}计划招生"]
        return
    if (given := _PROGRAMMES.search(spot.caption)) and _GIVEN.match(own[-1]):
        yield [*own[:-1], given[0], own[-1]]
        return
    yield own
    if _ALLOTTED.search(spot.caption) and (_PAID_FOR.search(own[-1]) or _PLAIN.fullmatch(own[-1])):
        yield [*own, "专项补助资金"]
    if (
        all(
            is_place(n) or _PLAIN.fullmatch(n) or only_level(n) or n in _HOW_MANY or only_growth(n)
            for n in (*own[1:-1], spot.header if only_growth(spot.header) else own[-1])
            if n
        )
        or EXAMINED.fullmatch(own[-1])
        or _OF_CAPTION.fullmatch(own[-1])
    ):
        noun = _SUM.sub("", _TITLE.sub("", _without_place(PERIOD.sub("", spot.caption))).strip("*# \u3000"))
        noun = noun if growth(spot.header) else noun.removesuffix("增长")
        noun = _TREATED.sub("", noun)
        noun = "计划招聘教师" if _HIRES.search(noun) else _ENROLS.sub("计划招生", noun)
        if any(name and only_level(name) for name in own[1:]):
            noun = without_levels(noun)  # 小学 under the caption 中小学在校生 is 小学在校生
        if noun and len(noun) <= 30 and counts(noun):
            yield [*(n for n in own if n not in _HOW_MANY), noun]


def _schools_of(spot: Spot, done: str) -> str:
    """新建(所) of a table on 幼儿园建设, 撤并(个) beside 撤并前校点(个): what was built or merged there; empty for none."""
    unit = unit_in(spot.header) if _BUILT.fullmatch(done) else ""
    if unit == "所" and (schools := _SCHOOLS.search(spot.caption)):
        return schools[0]
    return "校点" if unit in ("所", "个") and _POINTS.search(spot.beside) else ""


_POINTS = re.compile("校点|学校|教学点|村小")


def _counted_above(spot: Spot) -> bool:
    """招生数（人） | 其中：示范性高中: a part whose name would count schools is counted in the unit of what it is a part of."""
    unit = unit_in(spot.parent[-1]) if spot.parent and not unit_in(spot.stubs[-1]) else ""
    codes = {code for hit in find_words(_bare(spot.stubs[-1])).names if not hit.swallowed for code, _ in hit.word.codes}
    return bool(unit and codes) and not any(fits(code, units.canonical(unit), "level") for code in codes)


_AIM = re.compile("(?:规划|预期|工作|年度)?(?:目标|任务|计划|预期)[值数]?")
_VARIATION = re.compile("差异系数")
"""The caption of how far schools lie apart in each of what the rows name."""
_BUILT = re.compile("新建|改建|扩建|改扩建|新改扩建|迁建|迁扩建|新建(?:、|和)?改扩建|撤并|撤销|合并|裁撤|撤减")
_SCHOOLS = re.compile("幼儿园|中小学|小学|初中|普通高中|高中|学校")
_SUBJECT = re.compile(
    "语文|数学|英语|外语|俄语|物理|化学|生物|政治|思政|思想政治|道德与法治|历史|地理|音乐|体育|美术|科学|信息(?:技术|科技)?|计算机|通用技术|心理(?:健康)?(?:教育)?|劳动|综合实践|音体美|其[他它](?:学科)?"
)


def _of_posts(name: str) -> bool:
    """Whether a header or stub of a plan of posts says only of which school or which subject they are."""
    return not name or only_level(name) or _PLAIN.fullmatch(name) is not None or _SUBJECT.fullmatch(name) is not None


_TREATED = re.compile("(?<=机构)(?:压减|整治|治理|监管|清理|排查)+$")
"""学科类培训机构压减情况: the institutions are counted, whatever is done with them."""
_OF_CAPTION = re.compile("(?:[年期]初|调整后?|全年|本年|上年|当年)?(?:预算|决算)[数额]?")
"""What was to be spent of what the caption counts, and what was (年初预算 | 决算数)."""
_PROGRAMMES = re.compile("营养(?:改善计划|餐|膳食)|学生资助|助学金|助学贷款")
_GIVEN = re.compile("(?:补助|受益|惠及|享受|供餐|资助|资金)")
"""补助学生（人）, 资金（万元） under 营养改善计划实施情况: those who get meals, and what these cost."""
_ALLOTTED = re.compile(
    r"(?:下达|拨付|安排|分配)[^,，。;；]{0,24}?(?:补助|专项|奖补|转移支付)[一-鿿]{0,4}(?:经费|资金)"
    r"|(?:补助|专项|奖补|转移支付)[一-鿿]{0,4}(?:经费|资金)[^,，。;；]{0,12}(?:分配|安排|下达|拨付)"
)
"""The caption of what a fund is paid out for: its columns are parts of that fund."""
_PAID_FOR = re.compile(
    r"(?:经费|补助|资金|改善|奖补|免除|免费|维修|改造|办学条件|(?:质量|能力|素质)提升|提升计划)(?:资金|经费)?$"
)


@lru_cache(maxsize=64)
def _without_place(caption: str) -> str:
    """A caption without the places that it names: each row has its own."""
    for mention in reversed(find_places(caption, None, None)):
        caption = caption[: mention.start] + caption[mention.end :]
    return caption


def _units(spot: Spot) -> Iterator[str]:
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
    header, row = _bare(spot.header), _bare(stub)
    beside = spot.beside if _SUMS_UP.fullmatch(header) else ""
    column = spot.row_unit if spot.row_unit not in "—-" else ""
    above = unit_in(spot.parent[-1]) if spot.parent else ""
    explicit = unit_in(spot.header) or column or unit_in(stub) or above or unit_in(spot.section)
    if explicit:
        yield explicit
        return
    if _VARIATION.search(spot.caption):
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
    if _RATE.search(header) or _RATE.search(row):
        yield "%"
    names = [*map(_bare, (spot.section, *spot.parent)), row, header]
    yield from _fitting(spot.units, beside or (row if only_level(header) else header) or row, names)
    if len(spot.units) > 1 and not _say_what(names):
        yield from _of_what(spot.caption, spot.units)
        return  # 小学 under 2024年 and 单位：所、人: which of them it is, nothing tells but the caption's noun
    planned = _PLANNED.fullmatch(header) if _ENROLS.search(spot.caption) else None
    hires = _HIRES.search(spot.caption) and only_level(header)
    if not spot.units and (_PERSONS.search(header) or hires or (planned and only_level(planned[1]))):
        yield "人"
        return
    if spot.of_schools and (_PLAIN.fullmatch(header) or growth(spot.header)):
        yield "所"
    if len(spot.units) == 1 and (not counts(header) or only_level(header) and spot.units[0][-1:] in ("人", "名")):
        return  # 中等职业学校 under 在校学生数（单位：人） are persons, and so are 小学 and 初中
    if not spot.units and not (spot.row_unit and spot.row_unit in "—-"):
        yield ""
    noted = _NOTED.search(spot.header)
    named = [header, row, noted[1] if noted else ""]
    if not _MONEY_OR_AREA.search(row + header) and any(map(_COUNTED.search, named)):
        yield "人" if any(map(_PEOPLE.search, named)) else "个"
    yield ""


_ENDS_IN_RATE = re.compile("(?<!频)(?<!效)率$")
_PAID = re.compile("(?:补助|补贴|津贴|经费|资金|奖补|投入|支出|金额|支付|拨付|拨款|兑付|工资|收入|费)$")
_COUNTED_BY_NOUN = ("class", "room", "weak")


def _say_what(names: Sequence[str]) -> bool:
    """Whether a word of a row or a column says what is counted, and not only at which level; women and men are persons."""
    return any((counts(name) and not only_level(name)) or _WOMEN.search(name) for name in names)


_WOMEN = re.compile("[女男][生性]?$")


_SUMS_UP = re.compile(r"(?:合|总|小|共)\s*计|总[数额]")
"""公用经费 | 补助 | 合计: in the unit of what it sums up, which stands beside it."""


def _fitting(named: Sequence[str], header: str, names: Sequence[str]) -> Iterator[str]:
    """The caption's units, first the ones that fit what is counted: 学校数 in 所, the rest in 万人."""
    if len(named) == 1:
        yield from (u for u in named if u not in "—-")
        return
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


def _of_what(caption: str, named: Sequence[str]) -> Iterator[str]:
    """The one of several units that what a caption names is counted in: 生均公用经费(元、%)."""
    codes = {code for hit in find_words(caption) if not hit.swallowed for code, _ in hit.word.codes}
    yield from (u for u in named if len(codes) == 1 and fits(next(iter(codes)), units.canonical(u), "level"))


def _say(spot: Spot, names: Sequence[str], unit: str) -> Sentence:
    header, figure = spot.header, spot.figure
    changes = growth(header) or (figure.moved and not header)
    latest = max((y for y in spot.years if y[-5:-1].isdigit() or y[:4].isdigit()), default="") if changes else ""
    own = "" if changes and spot.years else period_in(header)
    stubs = next((p for stub in spot.stubs if (p := period_in(stub))), "")
    period = own or stubs or latest or period_in(spot.section) or _of_caption(spot.caption) or _alone(spot.years)
    place = next((n for n in names if n and is_place(n)), "")
    words = [n for n in names if n and n != place and not _PLAIN.fullmatch(n)]
    move, limit = "", figure.limit
    if changes:
        words = [w for w in words if w != _bare(header)] or ([] if counts(spot.beside) else words)
        inner = _NOTED.search(header)
        words += (
            [inner[1]]
            if inner and counts(inner[1]) and not any(counts(w) and w != inner[1] and not only_level(w) for w in words)
            else []
        )
        rest = "" if only_growth(header) else GROWTH.sub("", re.sub(r"[(（].*?[)）]", "", header))
        noun = _bare(PERIOD.sub("", rest)).strip("±+-%％ ")
        noun = noun if counts(noun) else _bare(spot.beside)
        words += [noun] if counts(noun) and not any(counts(w) and not only_level(w) for w in words) else []
        relative, unit = _relative(header, unit, figure.unit, rate=_is_rate(spot) or _RATE.search(noun) is not None)
        fell = figure.fell or (_FALLING.search(header) is not None and "增" not in header and "升" not in header)
        move = ("下降" if fell else "增长") if relative else ("比上年减少" if fell else "比上年增加")
    lead = f"{period}," if period else ""
    lead += f"{place}," if place else ""  # else 甘州区初中学校 might be the name of one
    bound = figure.bound or bound_in(header) or (bound_in(spot.stubs[-1]) if spot.stubs else "")
    lead += "".join(_levels_first(words)) + move + bound
    return Sentence(f"{lead}{figure.number}{unit}{limit}", len(lead))


def _of_caption(caption: str) -> str:
    """The time of a caption; what 第二步,到2015年: leads up to is due then."""
    period = period_in(caption)
    return f"到{period}" if period and f"到{period}" in caption else period


def _alone(years: Sequence[str]) -> str:
    """2023年 | 比上年增长 | 占比: the one time that a column is headed by is that of the columns without one."""
    return years[0] if len(set(years)) == 1 else ""


def _is_rate(spot: Spot) -> bool:
    """Whether the row itself is in per cent: what is added to it is percentage points, whatever the header says."""
    stub = spot.stubs[-1] if spot.stubs else ""
    return (spot.row_unit or unit_in(stub)) in ("%", "％") or _RATE.search(_bare(stub)) is not None


def _relative(header: str, unit: str, printed: str, *, rate: bool) -> tuple[bool, str]:
    """Whether a change is in per cent of what was before, and its unit."""
    if printed and printed not in "%％":
        return False, printed
    if rate and not printed:
        return False, "个百分点"
    if "百分点" in header or unit in ("个百分点", "百分点"):
        return False, "个百分点"
    if printed or _RELATIVE.search(header):
        return True, "%"
    if unit in ("%", "％"):
        return False, "个百分点"
    return ("增长" in header, "%") if "增长" in header else (False, unit)


def _links(word: str) -> bool:
    return any(h.word.linking for h in find_words(word))


def _levels_first(words: Sequence[str]) -> list[str]:
    """学校数 of the column 小学 is 小学学校数: what only names a level comes before what is counted."""
    named = (i for i, w in enumerate(words) if not leans().fullmatch(w) and (names_indicator(w) or _links(w)))
    noun = next(named, None)
    if noun is None or noun + 1 >= len(words) or named_level(words[noun]):
        left_out = any(
            h.word.uncatalogued for w in words for h in find_words(w)
        )  # 图书藏量 | 小学: no school is counted
        levels = [w for w in words if only_level(w)] if left_out else []
        return [*levels, *(w for w in words if w not in levels)]
    moved = [w for w in words[noun + 1 :] if named_level(w)]
    return [*words[:noun], *moved, *(w for w in words[noun:] if w not in moved)] if moved else list(words)


_OF_ITS_YEAR = re.compile("^本年度?(?=收入|支出|收支)")
"""本年支出合计: of the year that heads the column, whichever it is."""
_WITHOUT = re.compile("[(（](?:不含|不包括|未含|未计)[^()（）]{1,16}[)）]")
"""小学（不含教学点）: what is left out is not what is counted."""


def _bare(name: str) -> str:
    """A header or stub without its unit, year and numbering."""
    name = TO_ONE.sub("", PERIOD.sub("", _WITHOUT.sub("", _OF_ITS_YEAR.sub("", name))))
    name = UNIT.sub(lambda m: "" if unit_in(m[0]) else m[0], name)
    name = _HALF_YEAR.sub(r"\1", _ORDINAL.sub("", _ORDINAL.sub("", name)).strip())
    return re.sub(r"[\s\u3000]+", "", name)
