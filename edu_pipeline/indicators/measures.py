"""Level, change, growth, gap or rank; the sign of a fall; what a change is measured against.

What belongs here: the reading of the words between an indicator and its number, and the word lists of kinds.yaml.  What does not: the indicator
(linking) and its period (timing).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from edu_pipeline.language.cues import ALL, Cued
from edu_pipeline.reference import any_of


@dataclass(slots=True)
class Measure:
    """`sign` is -1 for a decrease or a distance below; `reference` is printed text."""

    name: str
    sign: int
    reference: str | None = None


one_of = partial(any_of, "kinds.yaml")


_YET = re.compile(r"(?:值|以上)?(?:还|仍|尚|相)(?:有|差)(?:近|约)?")
_AWAY = re.compile(r"(?:距离?|离)[^,，。;；]{2,30}$")
"""距目标值95%还有1.8个百分点: how far below."""
SHORT_OF = r"(?:距离?|离)[^,，。;；]{2,24}(?:还|仍|尚|相)(?:有|差)(?:近|约)?$"
_DISTANCE = Cued(
    r"(?:比|较|[与同和](?=[^,，。;；]{2,20}相比))[^,，。;；]{1,22}?(?<![提增升减降])(?P<side>高|低|多|少)出?了?(?:近|约|超)?$|(?P<above>高于|高出|超出|超过|优于|领先|超(?!额完成))[^,，。;；]{1,24}$|(?<!不)(?P<below>低于|落后于?|少于)[^,，。;；]{1,24}$"
    r"|(?P<beyond>高出)了?(?:近|约)?$|(?P<short>" + SHORT_OF + ")"
)
"""比当地公务员高3840元, 高于全省6个百分点, 超全国平均2个百分点, 距标准仍差0.2平方米, 教师高出346元."""


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(
        rf"同比|(?:较|比|与)?(?P<ref>上年(?:同期|度)?|去年(?:同期)?|前年|(?:19|20)\d\d年(?:底|末)?|[“\"]?十[一二三四五]五[”\"]?(?:末|时期|初)?|{one_of('benchmarks')})"
    )


_EARLIER = re.compile("同比|上年|去年|前年|同期|\\d{4}年|五")


_COUNTED = ("person", "institution", "CNY", "m2", "class", "place", "item", None)
_THAN_A_YEAR = re.compile(r"^[高低多少优]于?(?:出|于)?(?:上年|去年|(?:19|20)\d\d年[底末初]?)(?:同期)?(?:近|约)?$")
"""高于2008年1.4万人; 高于2008年的1.4万人 is what it is held against."""
_AIMED = re.compile("目标|标准|要求|规定|预期")
_OPENED = re.compile(r"(?:标准|要求|规定|目标|平均|水平|平均值)值?[(（]$")
"""高于国家标准(85%): the number in brackets is the standard."""
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")


_ADJACENT = Cued(
    lambda: (
        rf"(?P<word>(?<!能力)(?:{one_of('rise')})|{one_of('fall')})(?!(?<=[降减升增少加低])为)(?:了|近|约|超|超过|达|达到|为|在|均|各|共|幅度|分别|(?<!了)[:：])*\s*$"
    )
)
_NAMED_MOVE = Cued(
    r"(?:^(?:共|累计|年内|已|全[市县区省州])*(?=减少|增加)|[较比](?:上年|去年|前年|\d{4}年[底末初]?|[“\"]?十[一二三四五]五[”\"]?末?)|同比)(?P<word>增加|减少|多招|少招|净增|新增)了?[一-鿿]{2,6}(?:约|近|超过?|达)?\s*$"
)
"""较2020年增加教师320人, 减少大班额36个: a verb and the noun that changed, against an earlier time or opening the clause."""
_MINUS = ("-", "－", "−")
_NEGATIVE = re.compile(r"(?:[一-鿿、,，:：]|^)\s?[-－−]$")
_SHORT = re.compile("的(?:缺口|差距)")
_FALLS_SHORT = re.compile("(?:^|还|尚|仍|仅|只|相|[,，]|[距离与][^,，。;；]{2,12})差(?:了|约|近)*$")
"""公办率还差3.1个百分点: the distance to what was asked for."""

_FAR_APART = re.compile(
    r"最[高大多好][^,，。;；\d]{0,14}[与同和跟][^,，。;；\d]{0,8}最[低小少差][^,，。;；\d]{0,8}(?:相差|差距|差)(?:达|约|近|为|了|有|超过?)*$"
)
"""最高的县与最低的相差9个百分点: how far two lie apart, neither of them below the other."""
_SIDE_ENDS = ("高", "低", "多", "少", "出", "了", "近", "约")
_SIDE = re.compile(r"(?:的?[平均]{0,2}(?:水平|值)|[%％])?(?:还|要)?(?P<side>[高低多少])出?了?(?:近|约)?")
_AGAINST_VALUE = re.compile(
    r"[比较与同](?P<than>[^,，。;；\d]{1,16}?)(?:为|的)?[\d０-９][\d０-９.．,]*\s?[%％]?(?:的?平均(?:水平|值)?|的水平)?(?:还|要)?[高低多少]出?了?(?:近|约)?$"
)
"""比全国平均水平91.1%高6.5个百分点: how far apart, beside what it is held against; 比上年的95.3%高2.3个百分点 is a change."""
_LIES = re.compile("(?<![降减提升增走调拉压偏最])(?P<side>[高低])(?:出|了)?(?:约|近)?$")
"""对照全省平均水平,毛入学率仍低1.4个百分点: how far apart it lies, whatever was named before."""
_ITS_DISTANCE = re.compile(r"的[\d０-９.．]+个?百分点")
"""高出全省平均水平95.3%的2.3个百分点: the first number is no distance."""

_APART = re.compile(
    r"[与同和跟比较](?P<than>[^,，。;；\d]{1,14}?)(?:水平|平均)*的?差距(?:已|也|进一步)*(?:由|从|为|仅?有|[缩扩收拉][小大窄](?:到|至|为))[^,，。;；]{0,24}$"
)
"""与全国的差距由2.5个百分点缩小到0.3个百分点: both are how far it lies below."""


@cache
def _benchmark() -> re.Pattern[str]:
    return re.compile(one_of("benchmarks"))


@cache
def _fall() -> re.Pattern[str]:
    return re.compile(one_of("fall"))


_MOVING = _DISTANCE.bit | _ADJACENT.bit | _NAMED_MOVE.bit
_LEVEL = Measure("level", 1)


def measure_of(left: str, unit: str | None, lead: str, after: str = "", said: int = ALL) -> Measure:
    """Read a number's measure.

    `left` is what stands between the last number or clause cut and the number; `lead` the whole clause before it,
    for a list whose later members have no words of their own; `after` what follows it (0.6平方米的缺口); `said` the
    cues of the clause.
    """
    if unit == "rank":
        return Measure("rank", 1)
    if left.endswith(_MINUS) and _NEGATIVE.search(left):  # 分别增长6.2%、-3.3%
        told = measure_of(left[:-1], unit, lead.rstrip("-－−"), after, said)
        return Measure(told.name, -told.sign, told.reference) if told.name in ("change", "growth", "gap") else told
    if left.endswith(("(", "（")) and _OPENED.search(left):
        return _LEVEL
    if unit in ("pp", "%", "year") and "最" in lead and _FAR_APART.search(lead):
        return Measure("gap", 1)
    if unit in ("pp", "%") and (
        ("差" in left and _FALLS_SHORT.search(left)) or (_YET.fullmatch(left) and _AWAY.search(lead))
    ):
        return Measure("gap", -1, "标准")
    if after.startswith("的") and _SHORT.match(after) and unit not in ("%", "CNY", "person", None):
        return Measure("gap", -1, "标准")
    if unit in ("pp", "%", "year") and "差距" in lead and (apart := _APART.search(lead)):
        return Measure("gap", -1, apart["than"])
    if after.startswith("的") and _ITS_DISTANCE.match(after):
        return _LEVEL
    if left.endswith(_SIDE_ENDS) and (side := _SIDE.fullmatch(left)):
        than, sign = _AGAINST_VALUE.search(lead), -1 if side["side"] in "低少" else 1
        if than is not None:
            return Measure("change" if _EARLIER.search(than["than"]) else "gap", sign, than["than"])
        if unit in ("pp", "%"):  # 学生97人,少了14人: than a year ago
            return Measure("gap", sign)
    if left[:1] in ")）":  # 比公务员平均水平(8.2万元)高320元
        return _moved(_ASIDE.sub("", lead), unit)
    if not said & _MOVING and unit != "pp":
        return _LEVEL
    return _moved(left if left.strip("、和及与 ,，)）") else lead, unit)


def _moved(window: str, unit: str | None) -> Measure:
    """The measure by what the words before a number say of rising, falling and lying apart."""
    reference = _reference().search(window)
    against = reference and (reference["ref"] or "上年")
    distance = _DISTANCE.search(window)
    if distance and (
        unit in ("pp", "year")
        or distance["side"]
        or distance["beyond"]
        or distance["short"]
        or (unit in ("%", "CNY", "person", "m2") and _benchmark().search(distance[0]))
        or (unit in _COUNTED and _THAN_A_YEAR.search(distance[0]))
    ):
        below = distance["below"] or distance["short"] or (distance["side"] or "") in "低少" and distance["side"]
        earlier = reference is not None and _EARLIER.search(reference[0]) and not _AIMED.search(distance[0])
        name = "change" if earlier and not distance["short"] else "gap"
        return Measure(name, -1 if below else 1, against or distance[0].strip())
    lies = _LIES.search(window) if unit == "pp" and not (reference and _EARLIER.search(reference[0])) else None
    if lies:
        return Measure("gap", -1 if lies["side"] == "低" else 1, against)
    if unit == "pp":
        return Measure("change", -1 if _fall().search(window) else 1, against)
    adjacent = _ADJACENT.search(window)
    if adjacent:
        sign = -1 if _fall().fullmatch(adjacent["word"]) else 1
        return Measure("growth" if unit == "%" else "change", sign, against)
    named = _NAMED_MOVE.search(window) if unit not in ("%", "pp") else None
    if named:
        return Measure("change", -1 if _fall().fullmatch(named["word"]) else 1, against)
    return _LEVEL
