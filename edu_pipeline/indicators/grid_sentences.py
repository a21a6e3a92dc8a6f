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
from edu_pipeline.indicators.grid_units import (
    ENROLS,
    HIRES,
    NOTED,
    PLAIN,
    PLANNED,
    RATE,
    VARIATION,
    of_caption,
    units_of,
)
from edu_pipeline.indicators.grid_words import (
    A_SCHOOL,
    AND_CHANGE,
    EXAMINED,
    GROWTH,
    PERIOD,
    ZONE,
    bare,
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
_CHANGED = re.compile(rf"(?:{GROWTH.pattern})[率值幅]?")
_FALLING = re.compile(r"下降|减少|降低|降幅")
_TITLE = re.compile(
    r"^\s*\d{1,2}(?:[-—–]\d{1,2}){1,2}[\s\u3000]+|^.{0,12}?[表图]\s?[\d一二三四五六七八九十]{0,3}(?:[-—–.．]\d+)?[、:：\s\u3000]+|单位\s?[:：].*$|[(（][^()（）]*[)）]|各?(?:县区|区县|县[(（]?市[、区)）]*|地区?|学段|乡镇)|基本|分布|(?:学历|职称|年龄)(?:结构|情况|构成|分布)?|结构|主要|办学(?:基本)?(?=情况|数据)|统计?(?:表|资料|数据)|(?:基本)?数据$|一览表?|对比|情况|规模|(?:发展)?指标|[如见]下(?:表)?|表$|[:：]"
)
_SUM = re.compile(rf"(?:合计|共计?|总计|总数|为)*[{DIGITS}][{DIGITS}.,]*[万亿]?[人名所个元]*$")
"""在校学生合计95263人: the sum whose parts the table gives."""
_HOW_MANY = ("人数", "计划人数", "名额")
_DEGREE = re.compile(
    r"(?:博士|硕士|研究生|本科|专科|大专|高中|中专|高中阶段|中师)(?:研究生|毕业|学历)?(?:、?(?:中专|中师))?(?:[及或]?以[上下])?"
)
_STAFF = re.compile("教师[^,，。]{0,6}(?:学历|职称|年龄)|(?:学历|职称|年龄)[^,，。]{0,4}教师")
"""The caption of a table of teachers by degree: 研究生 and 专科 are what they have, not whom they teach."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` holds the figure's number at `at`."""

    text: str
    at: int


def sentences(spot: Spot) -> Iterator[Sentence]:
    """What a figure may stand for, the likeliest first: with its own words, those it leans on, the caption's noun."""
    unit_choices = list(dict.fromkeys(units_of(spot)))
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


_POINTS_AMONG = re.compile("学校(?:个?数)?[(（]教学点[)）]")
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
    own = [bare(name) for name in (spot.section, *spot.stubs, spot.header)]
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
    if _POINTS_AMONG.fullmatch(own[-1]):
        own[-1] = "教学点"
    named = any(names_indicator(bare(stub)) for stub in spot.stubs) and not _counted_above(spot)
    above = list(map(bare, spot.parent))
    if above and only_level(own[-2]) and all(map(only_level, above)):
        above = []  # 普通中学 / 其中：高中
    if not named or (above and all(map(only_level, above))):  # 小学 | #在校生
        own = [own[0], *above, *own[1:]]
    if (
        _AIM.fullmatch(own[-1])
        and spot.beside
        and not any(map(counts, own[:-1]))
        and counts(aimed_at := bare(spot.beside))
    ):
        own[-1] = aimed_at  # 2020年近视率 | 2021年目标
    if _DEGREE.fullmatch(own[-1]) and _STAFF.search(spot.caption + spot.section):
        yield [*own[:-1], f"教师{own[-1]}学历"]
        return
    if PLAIN.fullmatch(own[-1]) and _STAFF.search(spot.caption) and any(map(only_level, own[1:-1])):
        yield [*own, "专任教师"]
        return
    if VARIATION.search(spot.caption) and not VARIATION.search("".join(own)) and not spot.figure.bound:
        yield [*own, "差异系数"]
        return
    if HIRES.search(spot.caption):
        posts = [_SORT_OF_POST.sub("", n) for n in own]  # 小学 | 其中：特岗
        if any(map(only_level, posts[1:])) and all(_of_posts(n) or is_place(n) for n in posts[1:]):
            yield [*(n for n in posts if only_level(n)), "计划招聘教师"]
            return
    if ENROLS.search(spot.caption) and (level := PLANNED.fullmatch(own[-1])) and only_level(level[1]):
        yield [*own[:-1], f"{level[1]}{level[2]}计划招生"]
        return
    aid = any(map(_AID.search, (*above, *own[1:-1])))
    if aid and _RECIPIENTS.fullmatch(own[-1]):
        yield [own[0], *(n for n in above if n not in own), *own[1:-1], f"受益{own[-1]}"]
    if (given := _PROGRAMMES.search(spot.caption)) and _GIVEN.match(own[-1]):
        if aid:
            yield own
        yield [*own[:-1], given[0], own[-1]]
        return
    noun = _noun_of(spot, own) if spot.units and only_level(bare(_CHANGED.sub("", spot.header))) else None
    if noun and of_caption(noun, spot.units):
        yield [*own, noun]  # 普通小学 under 生均教育事业费（元）: no schools are counted
    yield own
    if _ALLOTTED.search(spot.caption) and (_PAID_FOR.search(own[-1]) or PLAIN.fullmatch(own[-1])):
        yield [*own, "专项补助资金"]
    if noun := _noun_of(spot, own) if noun is None else noun:
        yield [*(n for n in own if n not in _HOW_MANY), noun]


def _noun_of(spot: Spot, own: Sequence[str]) -> str:
    """What the caption counts, where the words of row and column only say of what, or that it changed; else nothing."""
    unsaid = all(
        is_place(n) or PLAIN.fullmatch(n) or only_level(n) or n in _HOW_MANY or only_growth(n)
        for n in (*own[1:-1], bare(_CHANGED.sub("", spot.header)) if growth(spot.header) else own[-1])
        if n
    )
    if not (unsaid or EXAMINED.fullmatch(own[-1]) or _OF_CAPTION.fullmatch(own[-1])):
        return ""
    caption = AND_CHANGE.sub("", PERIOD.sub("", spot.caption))
    noun = _SUM.sub("", _TITLE.sub("", _without_place(caption)).strip("*# \u3000"))
    noun = noun if growth(spot.header) else noun.removesuffix("增长")
    noun = _TREATED.sub("", noun)
    noun = "视力不良率" if _SIGHT.search(noun) and "%" in "".join(spot.units).replace("％", "%") else noun
    noun = "计划招聘教师" if HIRES.search(noun) else ENROLS.sub("计划招生", noun)
    if any(name and only_level(name) for name in own[1:]):
        noun = without_levels(noun)  # 小学 under the caption 中小学在校生 is 小学在校生
    return noun if noun and len(noun) <= 30 and counts(noun) else ""


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
    codes = {code for hit in find_words(bare(spot.stubs[-1])).names if not hit.swallowed for code, _ in hit.word.codes}
    return bool(unit and codes) and not any(fits(code, units.canonical(unit), "level") for code in codes)


_AIM = re.compile("(?:规划|预期|工作|年度)?(?:目标|任务|计划|预期)[值数]?")
_BUILT = re.compile("新建|改建|扩建|改扩建|新改扩建|迁建|迁扩建|新建(?:、|和)?改扩建|撤并|撤销|合并|裁撤|撤减")
_SCHOOLS = re.compile("幼儿园|中小学|小学|初中|普通高中|高中|学校")
_SUBJECT = re.compile(
    "语文|数学|英语|外语|俄语|物理|化学|生物|政治|思政|思想政治|道德与法治|历史|地理|音乐|体育|美术|科学|信息(?:技术|科技)?|计算机|通用技术|心理(?:健康)?(?:教育)?|劳动|综合实践|音体美|其[他它](?:学科)?"
)

_SORT_OF_POST = re.compile(
    "(?:特设?岗|公费师范生?|免费师范生?|优师|定向(?:培养)?|人才引进|银龄|三支一扶)(?:教师|岗位?|计划)?$"
)


def _of_posts(name: str) -> bool:
    """Whether a header or stub of a plan of posts says only of which school or which subject they are."""
    return not name or only_level(name) or PLAIN.fullmatch(name) is not None or _SUBJECT.fullmatch(name) is not None


_SIGHT = re.compile("(?:学生|儿童|青少年)视力$")
"""学生视力情况（单位：%）: the share of those who see badly."""
_TREATED = re.compile("(?<=机构)(?:压减|整治|治理|监管|清理|排查)+$")
"""学科类培训机构压减情况: the institutions are counted, whatever is done with them."""
_OF_CAPTION = re.compile("(?:[年期]初|调整后?|全年|本年|上年|当年)?(?:预算|决算)[数额]?")
"""What was to be spent of what the caption counts, and what was (年初预算 | 决算数)."""
_PROGRAMMES = re.compile("营养(?:改善计划|餐|膳食)|学生资助|助学金|助学贷款")
_AID = re.compile(rf"{_PROGRAMMES.pattern}|(?:生活|营养|膳食|保教费)补助")
_RECIPIENTS = re.compile("人次数?|人数")
"""营养改善计划 | 资金 | 人次: a row that names a programme, and so many who got it."""
_GIVEN = re.compile("(?:补助|受益|惠及|享受|供餐|资助|资金)")
"""补助学生（人）, 资金（万元） under 营养改善计划实施情况: those who get meals, and what these cost."""
_ALLOTTED = re.compile(
    r"(?:下达|拨付|安排|分配)[^,，。;；]{0,24}?(?:补助|专项|奖补|转移支付)[一-鿿]{0,4}(?:经费|资金)"
    r"|(?:补助|专项|奖补|转移支付)[一-鿿]{0,4}(?:经费|资金)(?:[(（][^()（）]{1,40}[)）])?[^,，。;；]{0,12}(?:分配|安排|下达|拨付)"
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


def _say(spot: Spot, names: Sequence[str], unit: str) -> Sentence:
    header, figure = spot.header, spot.figure
    changes = growth(header) or (figure.moved and not header)
    latest = max((y for y in spot.years if y[-5:-1].isdigit() or y[:4].isdigit()), default="") if changes else ""
    own = "" if changes and spot.years else period_in(header)
    stubs = next((p for stub in spot.stubs if (p := period_in(stub))), "")
    period = own or stubs or latest or period_in(spot.section) or _of_caption(spot.caption) or _alone(spot.years)
    place = next((n for n in names if n and is_place(n)), "")
    words = [n for n in names if n and n != place and not PLAIN.fullmatch(n)]
    move, limit = "", figure.limit
    if changes:
        words = [w for w in words if w != bare(header)] or ([] if counts(spot.beside) else words)
        inner = NOTED.search(header)
        words += (
            [inner[1]]
            if inner and counts(inner[1]) and not any(counts(w) and w != inner[1] and not only_level(w) for w in words)
            else []
        )
        rest = "" if only_growth(header) else _CHANGED.sub("", re.sub(r"[(（].*?[)）]", "", header))
        noun = bare(PERIOD.sub("", rest)).strip("±+-%％ ")
        noun = noun if counts(noun) else bare(spot.beside)
        words += [noun] if counts(noun) and not any(counts(w) and not only_level(w) for w in words) else []
        words = [noun, *words] if only_level(noun) and noun not in words else words  # 普通小学增长率
        relative, unit = _relative(header, unit, figure.unit, rate=_is_rate(spot) or RATE.search(noun) is not None)
        fell = figure.fell or (_FALLING.search(header) is not None and "增" not in header and "升" not in header)
        move = ("下降" if fell else "增长") if relative else ("比上年减少" if fell else "比上年增加")
    lead = f"{period}," if period else ""
    lead += f"{place}," if place else ""  # else 甘州区初中学校 might be the name of one
    bound = figure.bound or bound_in(header) or (bound_in(spot.stubs[-1]) if spot.stubs else "")
    zones = [w for w in words if ZONE.fullmatch(w)]  # 幼儿园 of the column 城区 is 城区幼儿园
    lead += "".join([*zones, *_levels_first([w for w in words if w not in zones])]) + move + bound
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
    return (spot.row_unit or unit_in(stub)) in ("%", "％") or RATE.search(bare(stub)) is not None


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
