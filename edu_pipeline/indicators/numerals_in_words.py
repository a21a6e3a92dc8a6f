"""Chinese numerals that state a statistic (近百名教师, 三所学校, 两县三区), told from the many that form words.

What belongs here: what such a numeral may be (a share, a rate of zero, a doubling, places of administration, so many
things) and what it never is (a slogan, a part of a word).  What does not: its value (numerals), places in an order
(ranks_in_words), whether an exact small number counts things (counting_in_words).  The words are data: reference/numerals.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, partial

from edu_pipeline.indicators import divisions
from edu_pipeline.indicators.counting_in_words import counts, is_often
from edu_pipeline.language import gazetteer, units
from edu_pipeline.language.numerals import CHINESE, chinese
from edu_pipeline.language.periods_scan import TimeExpression
from edu_pipeline.language.quantities import Quantity, find_chinese
from edu_pipeline.reference import any_of

one_of = partial(any_of, "numerals.yaml")


def stated_in_words(text: str, quantities: list[Quantity], times: Sequence[TimeExpression]) -> list[Quantity]:
    """The quantities with those in Chinese numerals that state something, in order."""
    added = [
        *divisions.find_divisions(text),
        *find_doublings(text),
        *find_zeros(text),
        *find_halves(text),
    ]
    taken = sorted([(q.start, q.end) for q in [*quantities, *added]] + [(t.start, t.end) for t in times])
    starts = [start for start, _ in taken]
    before: Quantity | None = None
    for candidate in find_chinese(text, 0, len(text)):
        i = bisect_left(starts, candidate.end)
        if i and taken[i - 1][1] > candidate.start:
            continue
        if _states(text, candidate, before):
            added.append(candidate)
            before = candidate
    return sorted([*quantities, *added], key=lambda q: q.start)


# ------------------------------------------------------------------------------------------------ zero and twice
_RATE_ZERO = re.compile(
    r"(?:率|比例|占比|班额|数|数量|人数)(?:(?:[已均都]?(?:连续[^,，。;；\d]{0,6})?(?:保持|稳定|控制|实现|降低|下降)?(?:为|在|降至|降到了?|降为|至|到))?|[^,，。;；零]{0,20}(?:降[到至为]|压[到至]|压减[到至]|减[到至为])了?)(?P<zero>零)"
    r"(?![星距容起基门增突散差投事跑风缺的辍失流])"
)
"""辍学率为零, 大班额比例降至零, 比例由3.4%压到零."""
_NONE = re.compile(
    r"(?<![清归动为“‘「\"])(?P<zero>零)(?=(?P<persons>辍学|失学|流失)|(?P<items>新增|发生|伤亡|案件|违规|投诉|举报|上访))(?!.{2}[”’」\"])"
)
"""辍学学生零新增, 安全事故零发生; not “零辍学”, a slogan."""
_FROM_ZERO = re.compile(
    r"从(?P<zero>零)(?:发展|增加|增长|跃升|起步|扩大)?[到至](?:了|近|约)?\d[\d.,]*(?P<unit>[所个名人间%])"
)
_PUPILS = re.compile("(?:生|学生|儿童|少年|人员|教师)(?:实现|保持|做到|达到)?$")


def find_zeros(text: str) -> list[Quantity]:
    """辍学率为零, 辍学学生零新增, 从零到187所: rates of 0 %, and none of what is counted."""
    if "零" not in text:
        return []
    found = [(m.span("zero"), "%" if re.search("率|比例|占比", m[0]) else None) for m in _RATE_ZERO.finditer(text)]
    found += [(m.span("zero"), _of_none(text, m)) for m in _NONE.finditer(text)]
    found += [(m.span("zero"), units.words().units[m["unit"]][0]) for m in _FROM_ZERO.finditer(text)]
    return [Quantity(a, b, 0.0, unit, None, "chinese", numeral_end=b) for (a, b), unit in dict(found).items()]


def _of_none(text: str, match: re.Match[str]) -> str:
    persons = match["persons"] or _PUPILS.search(text, max(0, match.start() - 6), match.start())
    return "person" if persons else "item"


_DOUBLED = re.compile(r"翻(?:了|将)?(?P<bound>近|约|超过?|逾)?(?P<times>(?P<n>[一两二三四])?番)")


def find_doublings(text: str) -> list[Quantity]:
    """翻一番, 翻了两番, 翻番: growth of 100, 300, 100 %."""
    found = []
    for match in _DOUBLED.finditer(text) if "番" in text else ():
        start, end = match.span("times")
        times = chinese(match["n"] or "一") or 1
        comparator = {"近": "approx", "约": "approx", None: "eq"}.get(match["bound"], "gt")
        found.append(
            Quantity(start, end, 100 * (2**times - 1), "%", None, "chinese", comparator=comparator, numeral_end=end)
        )
    return found


# ------------------------------------------------------------------------------------------------ shares
_NO_SHARE = re.compile(r"[以]?[上内]?的?(?:时间|精力|精神|课时|力气|功夫|篇幅)")
_OF_HALF = re.compile(
    r"(?:占|超|超过|近|约|逾|达|达到|不足|不到|未|有|减少|压减|下降|降低|减|降|缩减|精简|压缩)(?:了|到|其中|总数的?|全[市县区省州][^,，。;；]{0,6}的?)?$"
)
_HALF_IS = re.compile("是|来自|集中在?|分布在?|由")
"""多出来的,一半是劝回来的."""


def _is_share(text: str, quantity: Quantity) -> bool:
    """占四分之一, 超过半数; not 三分之一的时间 nor a half of anything told."""
    if _NO_SHARE.match(text, quantity.end):
        return False
    if text[quantity.start : quantity.end] in ("半数", "一半"):
        return (
            quantity.comparator != "eq"
            or _OF_HALF.search(text, max(0, quantity.start - 16), quantity.start) is not None
            or (_opens_clause(text, quantity.start) and _HALF_IS.match(text, quantity.end) is not None)
        )
    return True


_PAST_HALF = re.compile(r"(?:率|比例|占比|比重)[^,，。;；\d]{0,8}[过超](?P<half>半)(?!数)")


def find_halves(text: str) -> list[Quantity]:
    """占比首次过半: more than 50 %."""
    spans = [m.span("half") for m in _PAST_HALF.finditer(text)] if "半" in text else []
    return [Quantity(a, b, 50.0, "%", None, "chinese", comparator="gt", numeral_end=b) for a, b in spans]


def _opens_clause(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at] in ("", *",，。;；、:：\n\u3000 ")


# ------------------------------------------------------------------------------------------------ words and slogans
_NOT_AFTER = re.compile(
    r"[一同][组桌室床铺间灯体](?![一-鿿]*[所间]校)|贯?制(?![造药])|[一-鿿]{0,4}工程(?<=名工程)|行必|成虎"
)


@cache
def _place_name() -> re.Pattern[str]:
    """三门峡, 五台县, 七台河: places whose names begin as a counted number does."""
    names = [n for n in gazetteer.names() if n[0] in CHINESE and len(n) > 2]
    return re.compile(units.alternation(names))


def _forms_word(text: str, quantity: Quantity) -> bool:
    """五人制, 两人一铺, 三名工程, 三门峡."""
    if _NOT_AFTER.match(text, quantity.end):
        return True
    return _place_name().match(text, quantity.start) is not None


_OPENED = re.compile(r"[“‘「][^”’」]{0,40}$|《[^》]{0,40}$")
_CLOSED = re.compile(r"[^“”‘’「」\"。!！?？]{0,16}[”’」\"]")
_SHORT, _LONG = 8, 16
"""How many characters a slogan has at most, with digits and without; what is longer is said by somebody."""


def _is_quoted(text: str, quantity: Quantity) -> bool:
    """“三个课堂”, 《十项准则》: a slogan or a title; not what somebody says."""
    opened = _OPENED.search(text, max(0, quantity.start - 42), quantity.start)
    at = (
        opened.start()
        if opened
        else text.rfind('"', 0, quantity.start)
        if text.count('"', 0, quantity.start) % 2
        else -1
    )
    if at < 0:
        return False
    closed = _CLOSED.match(text, quantity.end)
    if text[at] == "《" or closed is None:
        return text[at] == "《"
    said = text[at + 1 : closed.end() - 1]
    return len(said) <= _SHORT or (len(said) <= _LONG and not re.search("[\\d。!！?？]", said))


# ------------------------------------------------------------------------------------------------ what is counted
_WHOLE = re.compile("全[国省市区州]$")
_COUNTIES_ALL = re.compile(
    "(?:[个所家][一-鿿]{1,8}?|[县市区旗校园村镇]{1,3}|乡镇|[市州]{2})(?:[(（][^()（）]{1,8}[)）])?(?=[都均]|已?全[部都]?|也)"
)
"""全省百个县全部通过, 全市千所学校均已联网: a round number of all that there are."""
_LEAST = re.compile("(?:不(?:得|应)?少于|不(?:得|应)?低于|至少)$")
"""不少于两个: a norm, however small the number."""
_OF_ORDER = re.compile("[末头每]$|(?<![之以目年天月])前$|(?<![最之以今先然此])后$")
"""前三所, 每两个; not 最后三所."""
_ROUND = "十百千万亿"


def _states(text: str, quantity: Quantity, before: Quantity | None) -> bool:
    start, unit = quantity.start, quantity.unit
    if _OF_ORDER.search(text, max(0, start - 2), start):
        return False
    if is_often(text, quantity):
        return True
    if _is_quoted(text, quantity) or _forms_word(text, quantity):
        return False
    if unit == "%" and quantity.unit_text is None:
        return _is_share(text, quantity)
    if quantity.unit is None:
        return _is_many(text, quantity)
    if (named := divisions.named(text, quantity.numeral_end)) and divisions.only_act(text, start, named):
        return False
    if quantity.comparator == "eq" and not text[start : quantity.numeral_end].strip(_ROUND[1:]):
        whole = _WHOLE.search(text, max(0, start - 2), start) is not None
        return whole and _COUNTIES_ALL.match(text, quantity.numeral_end) is not None  # not 单位:万人
    if _LEAST.search(text, max(0, start - 4), start):
        return unit not in ("rank", "year")
    if quantity.comparator != "eq" and (quantity.value >= 10 or quantity.unit_text == "倍"):
        return unit not in ("rank", "year", "hour")
    return counts(text, quantity, before)


_GREAT = re.compile("[,，。;；、！!\\n]|$")


def _is_many(text: str, quantity: Quantity) -> bool:
    """学生逾七千七百万, 首破五千大关, 三千学生: with a bound, or right before those who are counted."""
    if _GREAT.match(text, quantity.end):
        return quantity.comparator != "eq"
    return (
        text.startswith("大关", quantity.end)
        or quantity.comparator != "eq"
        or text[quantity.start : quantity.end].strip(_ROUND) != ""
    )
