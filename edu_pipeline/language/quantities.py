"""Numbers with their magnitude, unit and comparator, wherever they stand in a paragraph.

What belongs here: the grammar of a quantity (1.26万个, 近百名, 1∶19, 3—5所, 百分之九十五) and of lists that share
a unit.  What does not: whether it states a statistic (kinds), dates (periods), names that hold digits
(identifiers).  A quantity spans numeral, magnitude and unit, without its comparator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from edu_pipeline.language import units
from edu_pipeline.language.edges import Behind
from edu_pipeline.language.numerals import CHINESE, DIGITS, MAGNITUDES, arabic, chinese, exact_product, spread
from edu_pipeline.language.sweep import Sweep

NUMBER = rf"[{DIGITS}]{{1,3}}(?:,[{DIGITS}]{{3}})+(?![{DIGITS}])(?:[.．][{DIGITS}]+)?|[{DIGITS}]+(?:[.．][{DIGITS}]+)?"
_THIN = "[ \u2009\u202f\xa0]"
_MAGNITUDE = "个亿|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?!瓦|米)|百(?!分)"
_MORE = "余|多(?!媒|功|样|元化|种|次|个方面)|几"
_TENTHS_END = r"(?=[\s多以左的。,，、;；！!）)”和至到]|用于|被(?!动)|来自|由(?!于)|升入|进入|选择|留在|拥有|具有|持有|跃|提高|上升|增至|降|学生|教师|学校|校舍|初中|小学|高中|幼儿|家长|农村|毕业|村|$)(?!不变)"
"""What may follow 成, a tenth: 九成以上的学生, and not 九成立."""
_RANGE_GAP = re.compile(r"\s?(?:[-－—–~～至到]|——)\s?$")
_RATIO_GAP = re.compile(r"\s?[:：∶比]\s?$")
_LIST_GAP = re.compile(r"\s?[、和及与,，/]\s?$")
_TURN_GAP = re.compile("[、和及与,，](?:上升|提高|提升|增加|增长|下降|降低|减少|回落)了?$")
"""分别上升8.3个和下降4.7个百分点: the one goes up, the other down."""
_TURN = 4


@dataclass(slots=True)
class Quantity:
    """`value` and `value_max` are in base units; `unit` is canonical, `weak` where the noun decides, else None.

    `form`: arabic, chinese, ratio or range.  `more` is the comparator that stands inside it (2万余名: gt).
    """

    start: int
    end: int
    value: float
    unit: str | None
    unit_text: str | None
    form: str
    value_max: float | None = None
    comparator: str = "eq"
    magnitude: str | None = None
    numeral_end: int = 0

    @property
    def bare(self) -> bool:
        return self.unit is None


@cache
def _arabic_pattern(*, set_off: bool = False) -> Sweep:
    """`set_off`: for a text whose numbers blanks set off from words and units alike."""
    unit = units.alternation(dict(units.words().units))
    # 面积55 865平方米: blanks part thousands only between a word and a unit, else they part cells or follow a number in
    # order (项目1 200万元, 小学12 450所)
    group = rf"{_THIN}[{DIGITS}]{{3}}"
    several = rf"(?:(?:{group}){{2,3}}|[\u2009\u202f\xa0][{DIGITS}]{{3}}|{group}(?=[.．][{DIGITS}]|\s?(?:平方米|㎡|人|名|册|元)))"
    before = r"(?<=[一-鿿，,、：:（(])(?<![目段件表图第类级期栏案])"
    if set_off:
        several, before = rf"(?:{group}){{1,3}}", rf"(?<![{DIGITS}.．,，])(?<![目段件表图第类级期栏案] )"
    spaced = rf"{before}[{DIGITS}]{{1,3}}{several}(?![{DIGITS}])(?:[.．][{DIGITS}]+)?(?=\s?[万亿]?(?:{unit}))"
    return Sweep(
        rf"(?P<num>{spaced}|{NUMBER})\s?(?P<m1>{_MORE})?(?P<mag>{_MAGNITUDE})?(?P<m2>{_MORE})?\s?(?:(?P<unit>{unit})|(?P<tenths>成{_TENTHS_END}))?",
        telling=True,
    )


_SET_OFF = re.compile(rf"[一-鿿] [{DIGITS}][{DIGITS}.]*(?: [{DIGITS}]{{3}})*(?:\.[{DIGITS}]+)? (?=[一-鿿])")
_HABIT = 3


def _sets_off(text: str) -> bool:
    """Whether blanks set off a text's numbers: 在校生 59 804 人,其中高中 94 个班."""
    return " " in text and len(_SET_OFF.findall(text, 0, 2_000)) >= _HABIT


_TENTHS_LED = "近|超|逾|约|占|剩下|余下|其余|其中|让|拿出"
"""What says before a tenth that it is one, whatever follows: 近三成由祖辈监护, 剩下一成为外来务工子女."""
_NO_TENTHS = "(?![立长效果绩功员本人熟品都份型风交就套片群年分全双语名])"


@cache
def _chinese_pattern() -> Sweep:
    unit = units.alternation(dict(units.words().units))
    share = rf"百分之(?P<percent>[{CHINESE}]+(?:点[{CHINESE}]+)?)|(?P<of>[{CHINESE}]+)分之(?P<part>[{CHINESE}]+)|(?P<half_of>半数|一半)"
    led = "|".join(f"(?<={word}.成{rest})" for word in _TENTHS_LED.split("|") for rest in ("", "."))
    tenths = rf"(?<![统单])(?P<tenths>[一二三四五六七八九两])成(?:(?P<half>半)|(?P<ones>[一二三四五六七八九])(?![一-鿿]成))?(?:{_TENTHS_END}|(?:{led}){_NO_TENTHS})"
    more = "余|多(?!媒|功|样|元)"
    counted = rf"(?:(?P<low>[{CHINESE}]{{1,3}})[至到])?(?P<num>[{CHINESE}]+)(?:(?P<more>{more})(?P<scale>[万亿])?)?(?P<unit>(?!大关)(?:{unit}))"
    # 学生逾七千七百万, 三千余万学生: so many that the magnitude alone stands behind them
    persons = units.alternation(noun for noun, counts in units.words().nouns.items() if counts == "person")
    many = rf"(?P<many>[{CHINESE}]*[百千万亿])(?:(?P<rather>{more})(?P<magnitude>[万亿]?))?(?=大关|[,，。;；、！!\n]|$|(?:{persons}))"
    # 数百 is some hundreds, 人数一百 a hundred persons
    return Sweep(rf"(?<![第{CHINESE}几])(?:(?<!数)|(?![十百千万亿]))(?:{share}|{tenths}|{counted}|{many})")


def find_quantities(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """All quantities outside the spans `taken` (ordered, apart), in order of position and without overlap."""
    found = _join(text, _arabic(text, list(taken)))
    _share_units(text, found)
    for quantity in found:
        _noted(text, quantity)
        _bound(text, quantity)
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if (
            (right.comparator == "le" or (right.comparator == "ge" and right.unit != "%"))
            and left.comparator == "eq"
            and left.unit == right.unit
            and text[left.end : right.start] in ("、", "和")
        ):
            left.comparator = right.comparator  # 45人、50人以内
    for i, quantity in enumerate(found):
        before = found[i - 1] if i else None
        if (
            before
            and quantity.comparator == "eq"
            and text[before.end : quantity.start] in ("、", "和", "与", "及")
            and before.unit == quantity.unit
        ):
            quantity.comparator = before.comparator if before.comparator in ("le", "ge") else "eq"  # 不超过45人、50人
    return found


_NOTED = Behind(
    r"[一-鿿][(（](?:单位[:：])?(?P<magnitude>[万亿]?)(?P<unit>元|平方米|㎡|人次)[)）][ \t\xa0\u3000]*[:：]?[ \t\xa0\u3000]*[≥≤]?$"
)


def _noted(text: str, quantity: Quantity) -> None:
    """预算数（万元）　2,460.00: a form notes the unit behind the name of what the number is."""
    if quantity.unit is not None or quantity.magnitude or quantity.form != "arabic":
        return
    found = _NOTED.search(text, max(0, quantity.start - 24), quantity.start)
    if found is not None:
        quantity.unit, factor = units.words().units[found["unit"]]
        quantity.unit_text = found["unit"]
        quantity.magnitude = found["magnitude"] or None
        factor *= MAGNITUDES[found["magnitude"]] if found["magnitude"] else 1
        quantity.value = exact_product(text[quantity.start : quantity.numeral_end], factor)


def _arabic(text: str, taken: list[tuple[int, int]]) -> list[Quantity]:
    found: list[Quantity] = []
    pattern = _arabic_pattern(set_off=_sets_off(text))
    edges = iter([*taken, (len(text), len(text))])
    at, (stop, resume) = 0, next(edges)
    while True:
        match = pattern.search(text, at, stop)
        if match:
            found.append(_from_match(match))
            at = match.end()
            continue
        if stop >= len(text):
            return found
        at = max(at, resume)
        stop, resume = next(edges)


def _from_match(match: re.Match[str]) -> Quantity:
    numeral, more, magnitude, more_after, unit_text = match.group("num", "m1", "mag", "m2", "unit")
    if match["tenths"] and arabic(numeral) < 10 and not (more or magnitude or more_after):
        value, end = exact_product(numeral, 10), match.end("tenths")
        return Quantity(match.start(), end, value, "%", "成", "arabic", numeral_end=match.end("num"))
    unit, factor = units.words().units[units.normal(unit_text)] if unit_text else (None, 1.0)
    last = "unit" if unit_text else "m2" if more_after else "mag" if magnitude else "m1" if more else "num"
    return Quantity(
        match.start(),
        match.end(last),
        exact_product(numeral, factor * MAGNITUDES[magnitude] if magnitude else factor),
        unit,
        unit_text,
        "arabic",
        comparator="gt" if more or more_after or (unit_text or "").startswith("个多") else "eq",
        magnitude=magnitude,
        numeral_end=match.end("num"),
    )


def _join(text: str, found: list[Quantity]) -> list[Quantity]:
    """Ranges and ratios: two numbers with one statement."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and quantity.start - before.end <= 3 and before.form == "arabic":
            gap = text[before.end : quantity.start]
            if _RATIO_GAP.fullmatch(gap) and before.bare and before.magnitude is None:
                joined[-1] = _ratio(before, quantity)
                continue
            if _RANGE_GAP.fullmatch(gap) and _same_scale(before, quantity):
                joined[-1] = _range(text, before, quantity)
                continue
        joined.append(quantity)
    return joined


def _ratio(left: Quantity, right: Quantity) -> Quantity:
    """1:19 is 19 students per teacher, and 19:1 too; of two parts of a whole (职普比4.6:5.4) the first is stated."""
    value = right.value if left.value in (0, 1) else left.value
    end = right.end if right.unit is None else right.numeral_end
    return Quantity(left.start, end, value, "ratio", None, "ratio", numeral_end=end)


def _same_scale(left: Quantity, right: Quantity) -> bool:
    if left.unit is None and right.unit is None:  # 差异系数0.21—0.43
        small = left.magnitude is None and right.magnitude is None and 0 < left.value < right.value < 1
        return small and left.comparator == "eq"
    return left.unit in (None, right.unit) and right.unit is not None and left.comparator == "eq"


def _range(text: str, left: Quantity, right: Quantity) -> Quantity:
    """From the smaller end to the larger, in whichever order they are written (每年下降1～0.5个百分点)."""
    low = left.value
    if left.bare:
        factor = right.value / arabic(text[right.start : right.numeral_end]) if right.value else 1.0
        low = round(low * factor, 6) if left.magnitude is None else low
    low, high = sorted((low, right.value))
    return Quantity(
        left.start,
        right.end,
        low,
        right.unit,
        right.unit_text,
        "range",
        high,
        right.comparator,
        right.magnitude,
        right.numeral_end,
    )


def _share_units(text: str, found: list[Quantity]) -> None:
    """59.96、95% and 14.7个、17.4个、17.2个百分点: a list takes unit and magnitude from its last member."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if right.unit is None or right.start - left.end > _TURN:
            continue
        gap = text[left.end : right.start]
        turned = right.unit == "pp" and _TURN_GAP.fullmatch(gap) is not None
        if not turned and not _LIST_GAP.fullmatch(gap):
            continue
        if left.unit_text == "个" and right.unit == "pp":
            left.unit, left.unit_text = "pp", "个"
        elif left.bare and left.form == "arabic" and left.comparator == "eq" and (turned or "," not in gap):
            left.unit, left.unit_text = right.unit, None
            if left.magnitude is None and right.magnitude is not None:
                left.value = exact_product(text[left.start : left.numeral_end], MAGNITUDES[right.magnitude])


_ONE_OF = ("小时", "个小时", "次", "节", "倍", "元", "个月", "个百分点", *"所名位个间处座栋幢项家条台套辆块片枚张支")
"""Units of which one is counted at times (每个乡镇建有一所): the caller decides."""


def find_chinese(text: str, start: int, end: int) -> list[Quantity]:
    """Quantities in Chinese numerals between two offsets; most are words, so the caller decides which state something."""
    found = []
    for match in _chinese_pattern().finditer(text, start, end):
        quantity = _share(match) or _many(match) or _counted(match)
        if quantity is not None:
            _bound(text, quantity)
            found.append(quantity)
    return found


def _counted(match: re.Match[str]) -> Quantity | None:
    """三所, 十五六名 (15 to 16), 一千余人; None for 一 before most units, where it is nearly always an article."""
    numeral, printed = match["num"], match["unit"]
    if numeral is None or (numeral == "一" and printed not in _ONE_OF):
        return None
    value = chinese(numeral)
    low, high = (value, None) if value is not None else spread(numeral) or (None, None)
    first = chinese(match["low"]) if match["low"] else None
    if first is not None and value is not None and first < value:
        low, high = first, value  # 一到两所
    if low is None:
        return None
    unit, factor = units.words().units[units.normal(printed)]
    factor *= MAGNITUDES.get(match["scale"], 1.0)
    return Quantity(
        match.start(),
        match.end(),
        low * factor,
        unit,
        printed,
        "chinese",
        high if high is None else high * factor,
        "gt" if match["more"] else "eq",
        numeral_end=match.end("num"),
    )


def _many(match: re.Match[str]) -> Quantity | None:
    """七千七百万, 三千余万: with its magnitude, and no unit."""
    numeral = match["many"]
    value = chinese(numeral) if numeral else None
    if value is None:
        return None
    magnitude = match["magnitude"] or numeral[-1]
    return Quantity(
        match.start(),
        match.end(),
        value * MAGNITUDES[match["magnitude"]] if match["magnitude"] else value,
        None,
        None,
        "chinese",
        comparator="gt" if match["rather"] else "eq",
        magnitude=magnitude,
        numeral_end=match.end(),
    )


def _share(match: re.Match[str]) -> Quantity | None:
    """百分之九十五, 七成半, 四分之一, 半数."""
    value = _percentage(match)
    if value is None:
        return None
    return Quantity(match.start(), match.end(), value, "%", None, "chinese", numeral_end=match.end())


def _percentage(match: re.Match[str]) -> float | None:
    if match["half_of"]:
        return 50.0
    if match["part"]:
        part, whole = chinese(match["part"]), chinese(match["of"])
        return None if part is None or not whole or part > whole else round(100 * part / whole, 6)
    if match["tenths"]:
        tenths = chinese(match["tenths"])
        ones = chinese(match["ones"]) if match["ones"] else 5.0 * (match["half"] is not None)
        return None if tenths is None else 10 * tenths + (ones or 0)
    return chinese(match["percent"]) if match["percent"] else None


_GROWN = re.compile(r"(?:增长|增加|提高|提升|扩大|上升|增|翻)(?:了|近|约|超过?|逾)*$")


def _as_growth(text: str, quantity: Quantity) -> None:
    """增长1.5倍 is a growth of 150 %; 是2020年的3倍 stays a multiple."""
    if quantity.unit_text == "倍" and _GROWN.search(text, max(0, quantity.start - 6), quantity.start):
        quantity.value, quantity.unit = round(100 * quantity.value, 6), "%"


_ABOUT = re.compile(r"(?:约|大约|将近|接近)占[^,，。;；、\d]{1,20}的\s?$")
"""省一类园约占幼儿园总数的50%."""


_BEHIND_NOUN = re.compile(r"[一-鿿]{1,6}左右(?=[\s,，。;；、)）]|$)")
"""1800个学位左右: behind the noun that is counted."""
_NOUN = 9


def _bound(text: str, quantity: Quantity) -> None:
    """The comparator that stands before or after."""
    _as_growth(text, quantity)
    at, end = quantity.start, quantity.end
    follows = text[end : end + 1]
    if quantity.unit == "%" and follows in ("强", "弱"):
        quantity.comparator = "gt" if follows == "强" else "lt"  # 23%强: a little more
    elif told := units.comparator_after().match(text, end):
        quantity.comparator = units.words().after[units.normal(told[1])]
    elif _ABOUT.search(text, max(0, at - 26), at) or (
        "左右" in text[end : end + _NOUN] and _BEHIND_NOUN.match(text, end)
    ):
        quantity.comparator = "approx"
    elif before := units.comparator_before().search(text, max(0, at - 36), at):
        quantity.comparator = units.words().before[units.normal(before[1] or before[2] or before[3])]
