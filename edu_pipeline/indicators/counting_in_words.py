"""Whether an exact number in words counts things: 新建三所, 五家企业, 特级教师一名; not 一个问题, 三个方面, 每月一次.

What belongs here: what must stand beside a small number that is written in characters.  What does not: shares, zero,
places, slogans (numerals_in_words), what the number then states (kinds, linking).  The words are data:
reference/numerals.yaml.
"""

from __future__ import annotations

import re
from functools import cache, partial

from edu_pipeline.indicators import divisions
from edu_pipeline.language import units
from edu_pipeline.language.edges import Behind
from edu_pipeline.language.numerals import CHINESE
from edu_pipeline.language.quantities import Quantity
from edu_pipeline.reference import any_of, words

one_of = partial(any_of, "numerals.yaml")

_ALWAYS = ("institution", "class", "place", "county", "room")
"""Units that nothing but schools, classes, places or rooms is counted in."""
_MEASURED = ("person", "m2")
_THINGS = (*"栋幢台套辆架块片支批枚条门张件份册户笔对例场", "批次", "场次", "课次", "人份")
"""Classifiers of things: they count where a verb or a noun of things stands beside them."""
_HOUSEHOLDS = (*"户辆台套栋座",)
"""What nothing but things is counted in, however they are called, where there are many."""
_OFTEN = (*"次场期轮批",)
_TIMES = (*_OFTEN, "批次", "场次")
_CLOSING = ("", *",，。;；、)）!！\n\t ")


def counts(text: str, quantity: Quantity, before: Quantity | None) -> bool:
    """Whether an exact number counts something; `before` is the one in words that was stated last."""
    unit, printed, value = quantity.unit, quantity.unit_text, quantity.value
    if printed == "倍":
        return value >= 2 or _GROWN.search(text, max(0, quantity.start - 6), quantity.start) is not None
    if unit == "other":
        return False
    if unit == "pp" or (printed == "个编制" and value >= 2):
        return True
    if unit == "CNY":
        return _is_money(text, quantity)
    if unit == "hour" or printed in ("次", "节"):
        return _is_held(text, quantity)
    if _is_moved(text, quantity, before):
        return True
    if value == 1:
        return _counts_one(text, quantity, before)
    if _is_abstract(text, quantity):
        return False
    if unit in _ALWAYS:
        return True
    if unit in _MEASURED and (value >= 10 or _goes_on_in_words(text, quantity)):
        return True
    if value >= 1000 and unit in ("item", "person-time"):
        return True
    return (
        _is_achieved(text, quantity)
        or _is_of_things(text, quantity)
        or _is_named_before(text, quantity)
        or _is_listed(text, quantity, before)
        or _is_held(text, quantity)
    )


def _goes_on_in_words(text: str, quantity: Quantity) -> bool:
    return "一" <= text[quantity.end : quantity.end + 1] <= "鿿"


_GROWN = re.compile("(?:提高|增加|增长|扩大|提升|翻|多|高|上涨|增)[出]?(?:了|近|约)?$")
_PER_PERSON = re.compile(r"每(?:生|人|名学生|个学生)(?:每[天年月]|每学期)?[^,，。;；\d]{0,6}$")


def _is_money(text: str, quantity: Quantity) -> bool:
    """每生每天补一元, 投入五百元; 一元 alone is a word."""
    if _PER_PERSON.search(text, max(0, quantity.start - 16), quantity.start):
        return True
    return quantity.value >= 10 or (quantity.value >= 2 and _goes_on_in_words(text, quantity))


# ------------------------------------------------------------------------------------------------ how often
_PER_TIME = re.compile(
    r"每(?:天|日|周|月|季度|学期|学年|年|人|生)(?:均|坚持|锻炼|[^,，。;；第]{0,12}(?:锻炼|至少|不少于))[^,，。;；]{0,24}$"
)
_LESSONS = re.compile(r"每(?:天|日|周)(?:保证|确保|开设|安排|开足|开齐|上好?|有)?$")


def is_often(text: str, quantity: Quantity) -> bool:
    """每天锻炼两小时, 每天一节体育课; not 每月调度一次."""
    start = quantity.start
    if quantity.unit != "hour" and quantity.unit_text not in ("次", "节"):
        return False
    if _PER_TIME.search(text, max(0, start - 40), start):
        return True
    return quantity.unit_text != "次" and _LESSONS.search(text, max(0, start - 6), start) is not None


@cache
def _holds() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('held')})(?:了|过)?$")


@cache
def _occasion() -> re.Pattern[str]:
    return re.compile(rf"[一-鿿“”]{{0,8}}?(?:{one_of('occasions')})")


@cache
def _occasion_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{one_of('held')})[^,，。;；]{{0,24}}(?:{one_of('occasions')})(?:活动|学习)?(?:共|共计|累计)?$|(?:培训|轮训)[^,，。;；]{{2,12}}$"
    )


def _is_held(text: str, quantity: Quantity) -> bool:
    """开展两次疏散演练, 组织教师赴上海跟岗四批次; not 先后两次召开会议."""
    start, end = quantity.start, quantity.end
    if quantity.value < 2 or quantity.unit_text not in _TIMES:
        return False
    if _holds().search(text, max(0, start - 4), start):
        return _occasion().match(text, end) is not None
    return _occasion_before().search(text, max(0, start - 40), start) is not None


# ------------------------------------------------------------------------------------------------ what stands beside
@cache
def _abstract() -> re.Pattern[str]:
    return re.compile(
        rf"(?:不同|主要|具体|重要|关键|突出|明显|显著|新|大|基本|核心|根本)?的?(?:{one_of('abstract')})|工程|行动|改革"
    )


@cache
def _slogan() -> Behind:
    return Behind(rf"(?:{one_of('slogans')})(?:了|好)?$")


def _is_abstract(text: str, quantity: Quantity) -> bool:
    """三个方面, 抓好五项工程: what a tale or a plan is parted by; 实施五项民生工程 are counted."""
    found = _abstract().match(text, quantity.end)
    if found is None:
        return (
            quantity.unit == "weak" and _slogan().search(text, max(0, quantity.start - 5), quantity.start) is not None
        )
    return quantity.unit in ("weak", "item", "other")


@cache
def _achieves() -> Behind:
    clause = "(?<![^,，。;；、:： \n已将再还又并可新均各先后累计划县市区乡镇校年月来底内中里])"
    return Behind(rf"(?:(?:{one_of('achieved')})|{clause}(?:{one_of('achieved_if_verb')}))[了过好出起]?$")


def _has_achieved(text: str, at: int) -> bool:
    return _achieves().search(text, max(0, at - 8), at) is not None


def _is_achieved(text: str, quantity: Quantity) -> bool:
    """获批两个, 新增三处: right behind a verb that says what was done."""
    counted = quantity.unit == "weak" or quantity.unit == "person" or quantity.unit_text in _THINGS
    return counted and _has_achieved(text, quantity.start)


@cache
def _noun() -> re.Pattern[str]:
    counted = [noun for noun, unit in units.words().nouns.items() if unit != "person"]
    counted += words("numerals.yaml", "things")
    return re.compile(rf"[^,，。;；、:：\d是把让和与]{{0,8}}?(?:{units.alternation(counted)})")


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf"[^,，。;；、:：\d是把让和与]{{0,8}}?(?:{one_of('things')})")


_OF_MANY = re.compile("等$")
_TEAMS = re.compile("[一-鿿]{2,8}?队(?![员长伍])")
_IN_BATCHES = re.compile(rf"[,，、]?(?:共计?|合计|计)?(?:\d[\d,.]*|[{CHINESE}]+)[余多万]*[名人]")
"""五批共八十余名."""


def _is_of_things(text: str, quantity: Quantity) -> bool:
    """三个乡镇, 五家企业, 七栋建筑: right before places or a noun that is counted so, which is no person."""
    printed, end = quantity.unit_text, quantity.end
    if printed == "个" and divisions.counted(text, end):
        return True
    if printed in _HOUSEHOLDS and quantity.value >= 10 and _goes_on_in_words(text, quantity):
        return True
    if quantity.unit == "weak" or (printed == "大" and _OF_MANY.search(text, 0, quantity.start)):
        return _noun().match(text, end) is not None
    if printed in ("支", "批") and (_TEAMS.match(text, end) or _IN_BATCHES.match(text, end)):
        return True
    return printed in _THINGS and _thing().match(text, end) is not None


_AWARDS = "奖|金牌|银牌|铜牌"


@cache
def _named() -> Behind:
    things = units.alternation(
        [*units.words().nouns, *words("numerals.yaml", "things"), *words("numerals.yaml", "persons")]
    )
    return Behind(
        rf"(?:{things}|{_AWARDS})(?:建设|改造|新建|维修)?[”\"）)]?[已将]?(?:仅|共|只|只有|仅有|现有|已有|有|为|各|达|达到|增至|增加到|减至|发展到|扩大到|分别|计|由|从)?[（(]?\s?$"
    )


_MOVES = "(?:减少?|增加?|[升降]|扩大|调整|整合|压减|优化|发展|合并|归并|缩减|精简)[至到为成]"
_MOVED = re.compile(f"^[^,，。;；]{{0,6}}{_MOVES}了?$")


def _is_moved(text: str, quantity: Quantity, before: Quantity | None) -> bool:
    """供餐企业由九家减至四家: the second of two that were counted alike."""
    if before is None or before.unit_text != quantity.unit_text or quantity.start - before.end > 12:
        return False
    return _MOVED.match(text[before.end : quantity.start]) is not None


@cache
def _goes_on_after() -> re.Pattern[str]:
    return re.compile(
        rf"\d|(?:主体|全部|已|均|都|共|分别|相继|正|尚|在建|被|获|陆续|先后)|{_MOVES}|{any_of('kinds.yaml', 'put_to_use')}|{any_of('kinds.yaml', 'built_anew')}"
    )


_REACHED = re.compile("[区数][已将]?(?:达到?|增至|增加到|减至|发展到|有)$")


def _is_named_before(text: str, quantity: Quantity) -> bool:
    """周转房四栋, 一等奖两项, 特级教师一名: what is counted stands before, and nothing or a verb behind."""
    closed, at = text[quantity.end : quantity.end + 1] in _CLOSING, quantity.start
    if quantity.unit_text in _OFTEN and quantity.value < 10:
        return False  # 接待家长三批
    if not closed and _goes_on_after().match(text, quantity.end) is None:
        return False
    if quantity.unit not in ("weak", "person") and quantity.unit_text not in _THINGS:
        return (
            closed and quantity.unit in ("item", "person-time") and quantity.value >= 10 and quantity.unit_text != "大"
        )
    return (
        (closed and quantity.value >= 10)
        or _named().search(text, max(0, at - 14), at) is not None
        or _REACHED.search(text, max(0, at - 8), at) is not None
    )


def _is_listed(text: str, quantity: Quantity, before: Quantity | None) -> bool:
    """三个省级基地、两个市级基地: goes on from one that is counted so."""
    if before is None or before.unit_text != quantity.unit_text or quantity.start - before.end > 18:
        return False
    between = text[before.end : quantity.start]
    return between[-1:] in ("、", "和", "及", "与") and not re.search("[,，。;；]", between)


# ------------------------------------------------------------------------------------------------ one
_ONES = (*"所处座栋幢间名位家",)
_ONES_LISTED = (*"个项条台套辆块片枚张支",)
"""Classifiers that one is counted with only in a list of what there is: 跑道一条、篮球场四块."""
_COUNTED_ONE = "".join((*_ONES, *_ONES_LISTED))
_EACH = "每(?:个|所|县|乡镇|乡|镇|村|校|班|区|街道)(?![年月天日周])"
_EACH_HAS = re.compile(
    rf"{_EACH}[^,，。;；]{{0,24}}(?:有|建|办|设|配)[^,，。;；]{{0,6}}$|{_EACH}[一-鿿]{{0,4}}$|每[^,，。;；]{{1,10}}[就中里]+有$"
)
_FOR_COUNTIES = re.compile("[县区市镇乡旗州)）](?:都|均|要|应|须|各|分别|至少|重点|力争)*(?:办好|建好|办|建成|建)$")
_HAS = re.compile("(?:只有|仅有|现有|共有|设有|建有|拥有)$")
_STILL = re.compile("[还已正尚仍]")
_FROM_ONE = re.compile(r"从一所[一-鿿]{0,10}到[\d二三四五六七八九十百]+所")
"""实现从一所专科学校到四所本科院校的跨越."""
_SORTS = re.compile("[是为属由]")
_HONOURED = re.compile("[一-鿿]{1,10}?(?:荣获|获评|获得|获(?!悉|救|知)|入选|当选|被评为|被命名|被授予|跻身|通过)")
"""我县一名教师荣获特等奖."""
_RECALLED = re.compile("[一-鿿]{1,8}的(?:记忆|愿望|梦想?|历史|时候|日子|承诺|想法|故事|岁月)")
"""只有一所村小的记忆."""


def _counts_one(text: str, quantity: Quantity, before: Quantity | None) -> bool:
    """新建一所, 幼儿园一所, 每县有一所; not 建一所、成一所 nor 龙沙区一所老校."""
    start, end, printed = quantity.start, quantity.end, quantity.unit_text
    if _is_repeated(text, quantity) or _RECALLED.match(text, end):
        return False
    closed = text[end : end + 1] in _CLOSING
    if closed or _STILL.match(text, end):
        named = _named().search(text, max(0, start - 14), start) is not None
        return named and ((printed in _ONES and quantity.unit == "person") or _is_told_of(text, quantity))
    if printed not in _ONES:
        return printed in _THINGS and _has_achieved(text, start) and _thing().match(text, end) is not None
    if quantity.unit in ("institution", "room", "person") and _EACH_HAS.search(text, max(0, start - 40), start):
        return True
    if _HONOURED.match(text, end):
        return True
    if _has_achieved(text, start) or (quantity.unit != "person" and _is_listed(text, quantity, before)):
        return True
    return quantity.unit == "institution" and _is_one_school(text, quantity, before)


def _is_one_school(text: str, quantity: Quantity, before: Quantity | None) -> bool:
    """只有一所, 各县要办好一所; 三所是新办的,一所是集体办的; 三所开工,其中一所明年招生."""
    start, end = quantity.start, quantity.end
    if _FROM_ONE.match(text, max(0, start - 1)):
        return True
    if before is not None and before.unit_text == "所":
        parallel = before.end > start - 20 and _SORTS.match(text, before.end) and _SORTS.match(text, end)
        if parallel or (before.end > start - 40 and text.endswith("其中", 0, start)):
            return True
    return _HAS.search(text, max(0, start - 4), start) is not None or (
        _FOR_COUNTIES.search(text, max(0, start - 12), start) is not None
    )


@cache
def _done_or_counted() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('achieved')}|[\d二三四五六七八九十两][{_COUNTED_ONE}])")


_LISTED_AFTER = re.compile(rf"[,，、][^,，。;；、\d]{{2,12}}[\d二三四五六七八九十两]+[{_COUNTED_ONE}]")


_CLAUSE = re.compile("[^。;；\n]*$")


def _is_told_of(text: str, quantity: Quantity) -> bool:
    """新建六横幼儿园一所: something was done with it, or others are counted before it."""
    if _STILL.match(text, quantity.end) or _LISTED_AFTER.match(text, quantity.end):
        return True
    clause = _CLAUSE.search(text, max(0, quantity.start - 40), quantity.start)
    return clause is not None and _done_or_counted().search(clause[0]) is not None


def _is_repeated(text: str, quantity: Quantity) -> bool:
    """建设一所、达标一所、投用一所: how it is gone about."""
    again = f"一{quantity.unit_text}"
    near = (
        text.find(again, max(0, quantity.start - 9), quantity.start),
        text.find(again, quantity.end, quantity.end + 10),
    )
    bare = text[quantity.end : quantity.end + 1] in _CLOSING
    return bare and any(at >= 0 and text[at + 2 : at + 3] in _CLOSING for at in near)
