"""Chinese numerals that state a statistic (近百名教师, 三所学校, 位居全省第一), told from the many that form words.

What belongs here: the conditions under which a numeral in characters counts.  What does not: its value (numerals).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from edu_pipeline.language import units
from edu_pipeline.language.numerals import chinese
from edu_pipeline.language.periods_scan import TimeExpression
from edu_pipeline.language.quantities import Quantity, find_chinese
from edu_pipeline.language.sweep import Sweep

_RANK = re.compile(
    r"(?:成为全[国省市]|(?=全[省国市区州](?:内)?第)|位列|位居|位于|居于?|(?<![系行序])列|排名?|名列|稳居|跃居|跃升至?|上升至?|保持|连续[^,，。]{0,8}居)[^,，。;；第]{0,10}(?:全[省市区国州县]|[省市]内|同类|甘肃省|西部|我省|[一-鿿]{1,3}省)?[^,，。;；第]{0,6}(?P<rank>第\s?(?P<n>[一二三四五六七八九十\d]{1,3}))(?![.．]?\d)(?:名|位)?(?![届批次一-鿿]{0,2}(?:届|批|中学|小学|期)|所|家|座|例|批|次|届|条|份|部)"
)
_FIRST = re.compile(
    r"(?:位列|位居|位于|居于?|名列|稳居|跃居|列|排名?|排在|摘得|登上)[^,，。;；第]{0,14}?(?:榜(?P<top>首)|(?P<first>首)位|之(?P<head>首)|(?P<crown>冠)军?(?=[,，。;；、]|$))"
)
_DOUBLED = re.compile(r"翻(?:了|将)?(?P<bound>近|约|超过?|逾)?(?P<times>(?P<n>[一两二三四])?番)")
_ZERO = re.compile(
    r"(?:率|比例|占比)(?:[已均都]?(?:连续[^,，。;；\d]{0,6})?(?:保持|稳定|控制|实现|降低|下降)?(?:为|在|降至|降到|降为|至|到))?(?P<zero>零)"
    r"(?![星距容起基门增突散差投事跑风缺的])"
)
_SHIFTED = re.compile("(?P<n>[一二三四五六七八九十两]{1,2})(?:个?位次|位|名)(?=[,，。;；、]|$)")
_SHIFTS = re.compile("(?:[前后]移|上升|提升|跃升|前进|下降|下滑)了?$")
_NO_SHARE = re.compile(r"[以]?[上内]?的?(?:时间|精力|精神|课时|力气|功夫|篇幅)")
_OF_HALF = re.compile(
    r"(?:占|超|超过|近|约|逾|达|达到|不足|不到|未|有)(?:了|到|其中|总数的?|全[市县区省州][^,，。;；]{0,6}的?)?$"
)
_THEN = re.compile(r"(?:名|位)?[、和]第\s?(?P<n>[一二三四五六七八九十\d]{1,3})(?=[名位]|[,，。;；])")
_AWARD = re.compile(r"(?:奖|金牌|银牌|铜牌)\s?$")
_EXACT_UNITS = ("institution", "person", "county", "class", "place", "CNY", "m2", "hour")
_NOT_AFTER = re.compile(
    r"一体|一[组桌室床]|[一二三四五六七八九十]?(?:制|贯|级|线|站式|体化|手|起|律|定|样|般|些|直|切|旦|批|系列|把手|面)"
)
_PER_TIME = re.compile(
    r"每(?:天|日|周|月|季度|学期|学年|年|人|生)(?:至少|不少于|均|坚持|锻炼|[^,，。;；第]{0,8}至少)[^,，。;；]{0,24}$"
)
_COUNTIES = re.compile(
    r"(?:开发区|高新区|[县区旗][市区旗县]{1,2}|市州|州市|地市|县[(（][^()（）]{1,5}[)）]|乡镇|[县区旗](?=通过|创建|被|获|入选|完成|达))"
)
_QUOTED = re.compile(r"[“《‘「][^”》’」]{0,40}$")


@cache
def _noun_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"[一-鿿]{{0,6}}?({units.alternation(dict(units.words().nouns))})(?=[,，。;；、)）之的和与及]|入选|获批|获评|列入|被列|提前|全部|均|已|$)"
    )


def stated_in_words(text: str, quantities: list[Quantity], times: Sequence[TimeExpression]) -> list[Quantity]:
    """The quantities with those in Chinese numerals that state something, in order."""
    added = [*_compound_counties(text), *find_doublings(text), *find_zeros(text)]
    taken = sorted([(q.start, q.end) for q in [*quantities, *added]] + [(t.start, t.end) for t in times])
    starts = [start for start, _ in taken]
    for candidate in find_chinese(text, 0, len(text)):
        i = bisect_left(starts, candidate.end)
        if i and taken[i - 1][1] > candidate.start:
            continue
        if _states(text, candidate):
            added.append(candidate)
    return sorted([*quantities, *added], key=lambda q: q.start)


def find_ranks(text: str) -> list[Quantity]:
    """位居全省第一, 成为全国第22个…的省份: places in an order, in characters or digits."""
    found = []
    found += find_firsts(text)
    found += find_shifts(text)
    if "第" in text:
        for match in _RANK.finditer(text):
            value = float(match["n"]) if match["n"].isdigit() else chinese(match["n"])
            if value is not None:
                found.append(
                    Quantity(
                        match.start("n"), match.end("n"), value, "rank", None, "chinese", numeral_end=match.end("n")
                    )
                )
                then = _THEN.match(text, match.end())
                if then:
                    found.append(
                        Quantity(
                            then.start("n"), then.end("n"), float(then["n"]) if then["n"].isdigit() else chinese(then["n"]) or 0,
                            "rank", None, "chinese", numeral_end=then.end("n"),
                        )
                    )  # fmt: skip
    return sorted(found, key=lambda q: q.start)


def find_firsts(text: str) -> list[Quantity]:
    """居全省首位, 名列榜首: the first place by its name."""
    if "首" not in text and "冠" not in text:
        return []
    spans = [m.span(m.lastgroup or 0) for m in _FIRST.finditer(text)]
    return [Quantity(a, b, 1.0, "rank", None, "chinese", numeral_end=b) for a, b in spans]


def find_shifts(text: str) -> list[Quantity]:
    """名次前移两位: by how many places."""
    if "位" not in text and "名" not in text:
        return []
    found = (m for m in _SHIFTED.finditer(text) if _SHIFTS.search(text, max(0, m.start() - 3), m.start()))
    spans = [(*m.span("n"), chinese(m["n"])) for m in found]
    return [Quantity(a, b, float(n), "rank", None, "chinese", numeral_end=b) for a, b, n in spans if n]


def find_zeros(text: str) -> list[Quantity]:
    """辍学率为零, 大班额比例降至零: rates of 0 %."""
    spans = [m.span("zero") for m in _ZERO.finditer(text)] if "零" in text else []
    return [Quantity(a, b, 0.0, "%", None, "chinese", numeral_end=b) for a, b in spans]


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


_COMPOUND = Sweep(
    r"(?<![一-十第])([一二三四五六七八九十两])([县市区旗])([一二三四五六七八九十两])([县市区旗])(?![一二三四五六七八九十两])"
)


def _compound_counties(text: str) -> list[Quantity]:
    """两县三区 is five."""
    found = []
    for match in _COMPOUND.finditer(text):
        values = chinese(match[1]), chinese(match[3])
        if values[0] and values[1] and match[2] != match[4]:
            found.append(
                Quantity(
                    match.start(),
                    match.end(),
                    values[0] + values[1],
                    "county",
                    None,
                    "chinese",
                    numeral_end=match.end(),
                )
            )
    return found


def _is_share(text: str, quantity: Quantity) -> bool:
    """占四分之一, 超过半数; not 三分之一的时间 nor a half of anything told."""
    if _NO_SHARE.match(text, quantity.end):
        return False
    if text[quantity.start : quantity.end] in ("半数", "一半"):
        return (
            quantity.comparator != "eq"
            or _OF_HALF.search(text, max(0, quantity.start - 16), quantity.start) is not None
        )
    return True


_WHOLE = re.compile("全[国省市区州]$")
_COUNTIES_ALL = re.compile(
    "(?:[个所家][一-鿿]{1,8}?|[县市区旗校园村镇]{1,3}|乡镇|[市州]{2})(?:[(（][^()（）]{1,8}[)）])?(?=[都均]|已?全[部都]?|也)"
)
"""全省百个县全部通过, 全市千所学校均已联网: a round number of all that there are."""
_ONE_MORE = re.compile("(?:又|再|新)(?:添|增)(?:加|设|了)?$")
"""某街道又添一所公办幼儿园."""
_LEAST = re.compile("(?:不少于|不低于|至少)$")
"""不少于两个: a norm, however small the number."""
_TEAMS = re.compile("[一-鿿]{2,8}?队(?![员长伍])")
_EACH_HAS = re.compile(
    "每(?:个|所|县|乡镇|乡|镇|村|校|班|区|街道)(?![年月天日周])[^,，。;；]{0,24}(?:有|建|办|设|配)[^,，。;；]{0,6}$"
)


def _is_one_for_each(text: str, quantity: Quantity) -> bool:
    """每个乡镇建有一所中心幼儿园: one, for each of them."""
    return quantity.value == 1 and _EACH_HAS.search(text, max(0, quantity.start - 40), quantity.start) is not None


_PERSONS_NAMED = re.compile(
    "(?:教师|老师|校长|园长|教职工|人员|带头人|名师|教研员|[校园]医|保育员|辅导员|教练员?|[硕博]士|研究生)"
    "(?:仅|共|只|只有|仅有|现有|有|为)*$"
)


def _counts_persons(text: str, quantity: Quantity) -> bool:
    """特级教师一名, 心理健康教师仅两名: persons named before their number, and nothing behind it."""
    closed = text[quantity.end : quantity.end + 1] in ("", *",，。;；、)）\n")
    return closed and _PERSONS_NAMED.search(text, max(0, quantity.start - 8), quantity.start) is not None


def _forms_word(text: str, quantity: Quantity) -> bool:
    """一直, 三级, 两手; 三所直属小学 counts schools."""
    several = quantity.unit_text == "所" and quantity.value >= 2 and text.startswith("直", quantity.end)
    return _NOT_AFTER.match(text, quantity.end) is not None and not several


_LISTED = re.compile(r"(?:[一-鿿]{2,8}、)+[一-鿿]{2,8}$")
_ACHIEVE = re.compile(
    r"(?:于[^,，。;；]{2,10}?)?[一-鿿]{0,4}?(?:[已均都]|全部|通过|创建|获|入选|达标|达到|完成|实现|认定|验收|接受|被)"
)


def _sums_up(text: str, quantity: Quantity) -> bool:
    """清河、威县、临西三县: the numeral only sums up the names, unless what they achieved is told of them."""
    listed = _LISTED.search(text, max(0, quantity.start - 40), quantity.start)
    return listed is not None and listed[0].count("、") + 1 == quantity.value and not _ACHIEVE.match(text, quantity.end)


def _states(text: str, quantity: Quantity) -> bool:
    unit, words = quantity.unit, quantity.unit_text
    if unit == "county" and quantity.comparator == "eq" and _sums_up(text, quantity):
        return False
    if text[max(0, quantity.start - 1) : quantity.start] in ("末", "前", "后", "头", "每"):
        return False
    if unit == "hour" or words == "次":
        return _PER_TIME.search(text, max(0, quantity.start - 40), quantity.start) is not None
    if _QUOTED.search(text, max(0, quantity.start - 40), quantity.start) or _forms_word(text, quantity):
        return False
    if unit == "%" and words is None:
        return _is_share(text, quantity)
    if quantity.comparator == "eq" and not text[quantity.start : quantity.numeral_end].strip("十百千万亿"):
        whole = _WHOLE.search(text, max(0, quantity.start - 2), quantity.start) is not None
        return whole and _COUNTIES_ALL.match(text, quantity.numeral_end) is not None  # not 单位:万人
    if (
        unit == "institution"
        and quantity.value == 1
        and _ONE_MORE.search(text, max(0, quantity.start - 4), quantity.start)
    ):
        return True
    if _LEAST.search(text, max(0, quantity.start - 3), quantity.start):
        return unit in (*_EXACT_UNITS, "weak", "room")
    if unit in ("institution", "room", "person") and _is_one_for_each(text, quantity):
        return True
    if words in ("支", "批") and quantity.value >= 2 and _TEAMS.match(text, quantity.end):
        return True
    if quantity.comparator != "eq":
        return unit not in ("rank", "year") and (quantity.value >= 10 or words == "倍")
    return _counts(text, quantity)


_REACH = re.compile("(?:县|区|学校|幼儿园|集团|中心|基地)(?:数|总数)?[已将]?(?:达到?|增至|增加到|发展到)$")
"""普及普惠县达到三个: what was reached, named before."""


def _counts(text: str, quantity: Quantity) -> bool:
    """Whether an exact number is one of things or persons that are counted: 三所学校, 特级教师一名, not 一个问题."""
    unit, words, value = quantity.unit, quantity.unit_text, quantity.value
    if unit in ("weak", "item") and _AWARD.search(text, max(0, quantity.start - 3), quantity.start):
        return True
    if unit == "other":
        return words == "倍"
    if unit == "person" and _counts_persons(text, quantity):
        return True
    after = text[quantity.end : quantity.end + 1]
    if words == "个" and value >= 2 and after in ("", *",，。;；、)）\n"):
        return value >= 10 or _REACH.search(text, max(0, quantity.start - 10), quantity.start) is not None
    if unit in _EXACT_UNITS and value >= 2:
        return "一" <= after <= "鿿" or value >= 10 or unit in ("institution", "class", "place")
    if unit in ("weak", "item", "person-time") and value >= 10 and after in ",，。;；、)）":
        return True
    if value >= 2 and (unit == "weak" or (words == "大" and text[quantity.start - 1 : quantity.start] == "等")):
        return _counts_things(text, quantity)
    return value >= 1000 and unit in ("item", "person-time")


def _counts_things(text: str, quantity: Quantity) -> bool:
    """三个乡镇, 五个教育集团: behind a weak classifier, counties or a noun of no persons."""
    if quantity.unit_text == "个" and _COUNTIES.match(text, quantity.end):
        return True
    noun = _noun_pattern().match(text, quantity.end)
    return noun is not None and units.words().nouns.get(units.normal(noun[1]), "person") != "person"
