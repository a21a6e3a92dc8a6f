"""The words of education levels before a number, and how two levels are one (小学和初中: compulsory).

What belongs here: runs of level words that are joined, those that stand alone before the numbers of a list, and which of a
run the nth number takes.  What does not: where the level of a number is looked for (schooling), what governs it from
further off (governing).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from edu_pipeline.indicators.lexicon import Hit, campaigns
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.reference import any_of

_JOINT = re.compile(
    r"(?:教育|学校|阶段|学生|在校生|教师)?\s?(?:[、/]|和|与|及|以及|或)\s?(?:公办|民办|普惠性|第[一二三四五六七八九十]{1,3})?"
)
_SCHOOL = ("primary", "lower_secondary", "compulsory")
_SENIOR = ("general_upper_secondary", "vocational_upper_secondary", "upper_secondary")


@cache
def alone() -> str:
    """A pattern of a level that stands alone before each number of a list: 专任教师4036人：幼儿园882、小学1493."""
    sort = "普通|公办|民办|全[市县区省州]"
    return f"(?:(?:{sort})?(?:{any_of('linking.yaml', 'levels_alone')})(?:阶段)?)"


def merged(levels: Iterable[str]) -> str:
    """One level that covers several."""
    found = set(levels)
    if len(found) == 1:
        return found.pop()
    if "all" in found:
        return "all"
    if found <= set(_SCHOOL):
        return "compulsory"
    if found <= set(_SENIOR):
        return "upper_secondary"
    if "pre_primary" in found:
        return "all" if found & {"tertiary", "tertiary_vocational"} else "k12_and_pre_primary"
    if found <= {*_SCHOOL, *_SENIOR, "k12"}:
        return "k12"
    if found <= {*_SENIOR, "vocational", "tertiary_vocational"}:
        return "vocational" if "general_upper_secondary" not in found else "upper_secondary"
    return "all"


_COMPOUND = re.compile("[、和及与]")
_INCLUDED = re.compile("[(（](?:含|包括|不含)[^()（）]{0,14}$")
"""高中阶段(含中职): what is included changes no level."""


def _is_included(text: str, hit: Hit, start: int, end: int) -> bool:
    """Whether a level stands in a bracket of what is counted along; 初中52所(含九年制11所) counts it by itself."""
    opened = _INCLUDED.search(text, max(start, hit.start - 18), hit.start)
    return opened is not None and _CLOSED.search(text, hit.end, end) is not None


_CLOSED = re.compile("[)）]")
_BESIDE = re.compile("、|”“")
_BEFORE = len("、“全面")
"""How far before a word (改薄) the mark may stand that opens the whole name."""
_AMONG_OTHERS = re.compile(r"[^,，。;；]{0,24}等")


_OTHER_WORKS = re.compile(r"[^,，。;；]{0,30}等(?![级候待])[^,，。;；、]{0,10}(?:项目|工程)[,，]")
_LISTED = 2
"""So many 、 make a list of works."""


def _named_among_works(passage: Passage, hit: Hit) -> bool:
    """校安工程、危房改造、高中教育等项目,总投资…: a level named among works of no level stands for none behind its clause."""
    text = passage.text
    closed = _OTHER_WORKS.match(text, hit.end) if "等" in text[hit.end : hit.end + 32] else None
    if closed is None:
        return False
    begin = max(text.rfind(stop, 0, hit.start) for stop in ",，。;；") + 1
    listed = text[begin : closed.end()].split("、")
    levels = {h.word.text for h in passage.hits.levels.within(begin, closed.end())} - campaigns()
    return len(listed) > _LISTED and not all(any(level in name for level in levels) for name in listed)


_OTHER_SCHOOLS = re.compile(
    r"[^,，。;；、\d]{0,8}(?P<others>(?:、[^,，。;；、\d]{2,14}){0,4})(?<![高中])等(?:\d{1,3}[所个])?(?:在建|续建|新建)?(?:中小学|学校|项目)"
)
_NAMES_LEVEL = re.compile(
    r"(?:小学|中学|初中|高中|幼儿园|完小)(?:[(（][^()（）]{1,8}[)）]|[一-鿿]{0,3}校区|[一-鿿]{0,2}[扩改迁]建)?$"
)
_BY_NAME = re.compile(r"[一-鿿]{2,}学校(?:[(（][^()（）]{1,8}[)）]|[一-鿿]{0,3}校区|[一-鿿]{0,2}[扩改迁]建)?$")


def _named_among_schools(passage: Passage, hit: Hit) -> bool:
    """新建第五小学、湖东学校等学校3所: one of the schools named is of a level that not all of them have."""
    text = passage.text
    closed = _OTHER_SCHOOLS.match(text, hit.end) if "等" in text[hit.end : hit.end + 72] else None
    if closed is None:
        return False
    begin = max(text.rfind(stop, max(0, hit.start - 60), hit.start) for stop in ",，。;；：:") + 1
    before = text[begin : hit.start].split("、")[:-1]
    after = [name for name in closed["others"].split("、") if name]
    return any(_BY_NAME.search(n) for n in before) or any(not _NAMES_LEVEL.search(n) for n in after)


_NEED = "脱贫|贫困|低保|建档立卡|困难|特困|移民|孤儿|烈士|优抚|留守|监测|随迁"
_PERSONS_IN_NEED = re.compile(rf"(?:{_NEED}|残疾人|事实无人抚养)[^,，。;；、]{{0,8}}[、和及]$")
_THEN_IN_NEED = re.compile(rf"[、和及][^,，。;；、]{{0,6}}(?:{_NEED})")


def _named_among_persons(passage: Passage, hit: Hit) -> bool:
    """免除移民、残疾学生等学费: disabled pupils among others who are in need stand for no level."""
    if hit.word.level != "special" or not hit.word.text.startswith("残"):
        return False
    before = _PERSONS_IN_NEED.search(passage.text, max(0, hit.start - 16), hit.start)
    return before is not None or _THEN_IN_NEED.match(passage.text, hit.end) is not None


_SLOGAN = re.compile(r"“[^“”、,，\d]{3,10}(?:[、,，][^“”、,，\d]{3,10}){1,4}”")
_LONGEST_SLOGAN = 48


def _in_slogan(passage: Passage, hit: Hit) -> bool:
    """“小学就近、初中进城、高中集中”: levels of a slogan, of which something is said in the same number of characters each."""
    opened = passage.text.rfind("“", max(0, hit.start - _LONGEST_SLOGAN), hit.start + 1)
    slogan = _SLOGAN.match(passage.text, opened) if opened >= 0 else None
    if slogan is None or slogan.end() < hit.end:
        return False
    items = re.split("[、,，]", slogan[0].strip("“”"))
    alike = len({len(item) for item in items}) == 1
    return alike and all(len(item) > len(hit.word.text) for item in items)


def is_example(passage: Passage, hit: Hit) -> bool:
    """实施改薄、校安工程等项目63个: a campaign named among others stands for no level."""
    if _named_among_works(passage, hit) or _named_among_schools(passage, hit) or _named_among_persons(passage, hit):
        return True
    if _in_slogan(passage, hit):
        return True
    if hit.word.text not in campaigns():
        return False
    listed = _BESIDE.search(passage.text, max(0, hit.start - _BEFORE), min(hit.end + 12, len(passage.text)))
    return listed is not None and _AMONG_OTHERS.match(passage.text, hit.end) is not None


_LONGEST = 24
"""Characters that a level word has at most."""


def _within_longer(found: list[Hit], i: int) -> bool:
    """Whether a longer word covers the ith of the words, which stand in the order of where they begin."""
    hit = found[i]
    first, last = i, i + 1
    while first and found[first - 1].start > hit.start - _LONGEST:
        first -= 1
    while last < len(found) and found[last].start == hit.start:
        last += 1
    return any(
        o.start <= hit.start and hit.end <= o.end and len(o.word.text) > len(hit.word.text) for o in found[first:last]
    )


def level_run(passage: Passage, start: int, end: int, *, single: bool = False) -> list[Hit]:
    """The last level words of a span that are joined by 、 or 和; `single` leaves out words that name two."""
    asked = ("level_run", start, end, single)
    run: list[Hit] | None = passage.known.get(asked)
    if run is None:
        found = passage.hits.levels.within(start, end)
        run = passage.known[asked] = _last_run(passage, found, (start, end), single=single) if found else found
    return run


def _last_run(passage: Passage, found: list[Hit], span: tuple[int, int], *, single: bool) -> list[Hit]:
    if single:
        found = [h for h in found if not _COMPOUND.search(h.word.text)]
    if passage.including:
        found = [h for h in found if not _is_included(passage.text, h, *span)]
    found = [h for h in found if not is_example(passage, h)]
    if len(found) < 2:
        return found
    own = [h for h in found if not _BOTH.fullmatch(passage.text, h.start, h.end)]
    found = own if len(own) > 1 else found
    found = [
        h
        for i, h in enumerate(found)
        if i == 0 or h.start >= found[i - 1].end or h.end <= found[i - 1].end or h.start == found[i - 1].start
    ]
    found = [h for i, h in enumerate(found) if not _within_longer(found, i)]
    run = found[-1:]
    for hit in reversed(found[:-1]):
        gap = passage.text[hit.end : run[0].start]
        if not _JOINT.fullmatch(gap):
            break
        run.insert(0, hit)
    return run


_BOTH = re.compile("在?校[（(]园[)）](?:学?生)?")
"""幼儿园、小学在校（园）生: no level beside those named."""
_THRESHOLD = re.compile("及?以[上下]")


def distributed(passage: Passage, number: Number) -> str | None:
    """小学、初中分别达到4.5和5.8: the level of the nth number of a list."""
    group = number.group
    if len(group) < 2:
        return None
    first = passage.numbers[group[0]]
    ends = (n.quantity.end for n in reversed(passage.numbers[: group[0]]))
    before = next((end for end in ends if not _THRESHOLD.match(passage.text, end)), 0)
    run = level_run(passage, max(first.sentence[0], before), first.quantity.start, single=True)
    run = run or run_before(passage, first, len(group))
    return run[group.index(number.index)].word.level if len(run) == len(group) else None


def run_before(passage: Passage, number: Number, count: int) -> list[Hit]:
    """小学、初中的A分别为1、2,B为3、4: the levels that the sentence gave as many numbers before."""
    for earlier in reversed(passage.numbers[: number.index]):
        if earlier.sentence != number.sentence:
            break
        if earlier.index != earlier.group[0] or len(earlier.group) != count:
            continue
        before = passage.numbers[earlier.index - 1].quantity.end if earlier.index else 0
        run = level_run(passage, max(earlier.sentence[0], before), earlier.quantity.start, single=True)
        if run:
            return run if len(run) == count else []
    return []


_PASSES = re.compile(r"(?:以上)?的|没有|(?:已|均|都|全部|顺利|率先|先后|成功)*(?:通过|达到|实现|创成|创建|完成)")


def said_after(passage: Passage, number: Number) -> str | None:
    """80%的县域达到义务教育均衡发展目标, 21个通过义务教育国家督导: what the clause of a share or a count of counties goes on to say."""
    if number.quantity.unit not in ("%", "county", "weak") or not _PASSES.match(passage.text, number.quantity.end):
        return None
    following = passage.numbers[number.index + 1 : number.index + 2]
    stop = min([number.clause[1], *(n.quantity.start for n in following)])
    run = level_run(passage, number.quantity.end, stop)
    return merged(h.word.level or "all" for h in run) if run else None
