"""Places of administration that a number counts: 六个苏木镇, 2个县新建小学, 都安、大化两县, 两县三区.

What belongs here: divisions behind a number or its 个, those that a numeral in words stands right before, together with
schools that are counted so (三园改建), and whether places that are named only do something.  What does not: the towns of a
table's column (grid_columns), ranks among counties (kinds), how many counties passed (linking), places by their names
(language/places).  The words are data: divisions of reference/numerals.yaml.
"""

from __future__ import annotations

import re
from functools import cache, partial

from edu_pipeline.language.numerals import chinese
from edu_pipeline.language.quantities import Quantity
from edu_pipeline.language.sweep import Sweep
from edu_pipeline.reference import alternation, any_of, words

one_of = partial(any_of, "numerals.yaml")


# ------------------------------------------------------------------------------------------------ behind a number
_GOES_ON = "[级属直]|[小中]学|[一二三四五六]中|(?<=[县市区旗州])[域城委政长中里内外间]"
"""What makes another word of it: 5个县级示范园, 3区属学校, 2个乡镇中学, 三个县域共同体."""
_BRACKET = "(?:[(（][^()（）]{1,5}[)）])?"


def all_sorts() -> str:
    """A pattern of the words of all of them."""
    groups = ("county", "bare", "classified")
    return alternation(word for group in groups for word in words("numerals.yaml", "divisions", group))


def _whole_word() -> str:
    return rf"(?>{all_sorts()})(?!{_GOES_ON}){_BRACKET}"


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(_whole_word())


@cache
def _sort_of() -> re.Pattern[str]:
    return re.compile(rf"个?[一-鿿]{{0,5}}?{_whole_word()}")


_CLASSIFIER = re.compile(r"\s?个?")


def counted(text: str, at: int) -> bool:
    """Whether a division stands behind a number, or behind its 个: 个乡镇, 县（区）."""
    classifier = _CLASSIFIER.match(text, at)
    return _behind().match(text, classifier.end() if classifier else at) is not None


def named(text: str, at: int) -> int | None:
    """Where the divisions behind a number end, of whatever sort they are: 个民族县, 个易地搬迁区."""
    found = _sort_of().match(text, at)
    return found.end() if found else None


# ------------------------------------------------------------------------------------------------ named places that act
_JOINED = re.compile(r"[一-鿿]{2}[、和与][一-鿿]{1,8}等?$")
_STATUS = re.compile(
    r"(?:[^,，。;；\d]|(?:19|20)\d\d年){0,24}?(?:通过|认定|命名|启动|申报|达到|达标|消除|实现|入选|获评|获批|列为|列入|确定|摘帽|脱贫|完成|创建|创成|建成|验收|未达|达不到|超过|低于|高于|不足)"
)
_SUMS = re.compile("(?:[县市区旗]{1,3})?(?:合计|共计|之和|总和|加起来)")
"""四县市区合计占77.8%: those of which the figures before it tell."""
_DOES = re.compile(r"(?![^,，。;；\d]{0,4}分别)[^,，。;；\d]{2,24}\d")
_STANDS_OUT = re.compile(r"(?:[(（][^()（）]{1,5}[)）])?(?:尤为|最为|较为|更为|特别|比较|合计|共计|的|因|受|由于|人口)")


def only_act(text: str, start: int, end: int) -> bool:
    """都安、大化两县新建学校13所, 宜州、金城江两区尤为突出: places that are named do something; 两县通过认定 is what is told of them."""
    if _SUMS.match(text, end):
        return True
    if not _JOINED.search(text, max(0, start - 40), start):
        return False
    return _STATUS.match(text, end) is None and (
        _DOES.match(text, end) is not None or _STANDS_OUT.match(text, end) is not None
    )


# ------------------------------------------------------------------------------------------------ behind a bare numeral
_COMPOUND = Sweep(
    r"(?<![一-十第])([一二三四五六七八九十两])([县市区旗乡镇])([一二三四五六七八九十两])([县市区旗乡镇])(?![一二三四五六七八九十两第])"
)


def find_divisions(text: str) -> list[Quantity]:
    """Those that a numeral in words stands right before."""
    return [*_compounds(text), *_in_apposition(text)]


def _compounds(text: str) -> list[Quantity]:
    """两县三区 is five, 两乡一镇 three."""
    found, county = [], words("numerals.yaml", "divisions", "county")
    for match in _COMPOUND.finditer(text):
        values = chinese(match[1]), chinese(match[3])
        if values[0] and values[1] and match[2] != match[4]:
            start, end = match.span()
            counties = match[2] in county and match[4] in county
            unit, numeral_end = ("county", end) if counties else ("item", match.end(1))
            found.append(Quantity(start, end, values[0] + values[1], unit, None, "chinese", numeral_end=numeral_end))
    return found


@cache
def _division() -> Sweep:
    number = "(?<![第一二三四五六七八九十百千万两几数])(?<![一二三四五六七八九十两][县市区旗乡镇])(?P<n>[一二三四五六七八九两]|[二三四五六七八九]?十[一二三四五六七八九]?)"
    divisions = alternation(words("numerals.yaml", "divisions", "county") + words("numerals.yaml", "divisions", "bare"))
    place = rf"(?P<place>(?!县)(?:{divisions})){_BRACKET}(?![一二三四五六七八九十两级域委直])"
    return Sweep(rf"{number}(?:{place}|(?P<school>{one_of('schools')})(?P<made>(?={one_of('done')}))?)")


_SUMMED = re.compile(r"[一-鿿]{2}[、和][一-鿿]{1,8}等?$|(?:[全我]|[一-鿿]{2,6})[市县区州旗盟]$")
"""东台、大丰两市; 七地州 alone may be part of a name."""
_MORE_SCHOOLS = re.compile("[二三四五六七八九十两][园校][一-鿿]{2,4}[、,，和]$")
_THEIR_SCHOOLS = re.compile(
    "(?:的|[一-鿿]{0,2})(?:初中|小学|中学|学校|幼儿园|中心校|中心园|教学点)(?=并入|迁入|撤并|全部|均|都|已|统一|实现|开学)"
)
"""两镇初中并入县三中."""
_NAMED_SCHOOLS = re.compile("[一-鿿]{2}[学校园中][、和][一-鿿]{2,10}[学校园中]等?$")
"""舟曲一中、城关小学两校; 两校 alone may be any two."""


_IN_A_ROW = re.compile("[镇乡][、和]$")
"""龙王镇、五十镇中心小学: a town in a row of them, whose name begins as a number does."""


def _in_apposition(text: str) -> list[Quantity]:
    """东台、大丰两市, 木鱼、松柏、阳日三镇: places behind their names; 两园新建: schools of which something was made."""
    found = []
    for match in _division().finditer(text):
        value, place, (start, end) = chinese(match["n"]), match["place"], match.span("n")
        told = _SUMMED if place else None if match["made"] is not None else _NAMED_SCHOOLS
        told = _MORE_SCHOOLS if match["n"] == "一" else told
        theirs = place is not None and _THEIR_SCHOOLS.match(text, match.end()) is not None
        if value is None or (told and not theirs and not told.search(text, max(0, start - 40), start)):
            continue
        if place and _IN_A_ROW.search(text, max(0, start - 2), start):
            continue
        if place and not theirs and only_act(text, start, match.end()):
            continue
        county = place in words("numerals.yaml", "divisions", "county")
        unit = "institution" if not place else "county" if county else "item"
        found.append(Quantity(start, match.end(), value, unit, None, "chinese", numeral_end=end))
    return found
