"""What the words around a number say it counts, by linking.yaml.

What belongs here: which words stand around a number (its noun, its verb, what is near it), and which entry of
linking.yaml they fit.  What does not: the words (reference files), names that stand for one indicator alone (naming).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property

from edu_pipeline.indicators.lexicon import Hit
from edu_pipeline.indicators.links import Link, links_by_unit
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Thread

_BRACKETS = re.compile(r"[(（][^()（）]*[)）]?")


class Words:
    """The words around a number, by what links ask of them, each looked up when it is first asked for.

    `heads`: its nouns; `territory`: where the words begin that no number before it has used.
    """

    def __init__(self, passage: Passage, number: Number, heads: AbstractSet[str], territory: int) -> None:
        self._passage, self._number = passage, number
        self.heads, self.territory = heads, territory

    @cached_property
    def verbs(self) -> AbstractSet[str]:
        return verbs(self._passage, self._number, self.territory)

    @cached_property
    def near(self) -> AbstractSet[str]:
        return _spelled(self._around)

    @cached_property
    def outer(self) -> AbstractSet[str]:
        """Those near it that no longer word holds."""
        return outer(self._around)

    @cached_property
    def after(self) -> AbstractSet[str]:
        end = self._number.quantity.end
        return _spelled(self._passage.hits.within(end, min(self._number.sentence[1], end + 40)))

    def topic(self, thread: Thread) -> str | None:
        return _topic(self._passage, self._number) or thread.section.topic or thread.section.paper_topic

    @cached_property
    def _around(self) -> list[Hit]:
        return self._passage.hits.within(self.territory, _near_end(self._passage, self._number))


def _spelled(hits: Iterable[Hit]) -> set[str]:
    return {h.word.text for h in hits}


def outer(hits: Iterable[Hit]) -> set[str]:
    """The words of a window that no longer linking word of the same window holds, unless they are its last part."""
    kept, reach = set(), -1
    for hit in hits:
        if hit.end >= reach:
            kept.add(hit.word.text)
        if hit.word.linking or hit.word.uncatalogued:
            reach = max(reach, hit.end)
    return kept


_INCLUDING = re.compile(r"[(（](?:含|包括|不含)[^()（）]*$")


def apart(passage: Passage, start: int, hits: list[Hit]) -> list[Hit]:
    """Without the words that only say what is counted along: 小学(含教学点)302所 counts primary schools."""
    if not passage.including:
        return hits
    return [h for h in hits if not _INCLUDING.search(passage.text, max(start, h.start - 20), h.start)]


def nouns_of(passage: Passage, number: Number) -> frozenset[str]:
    """The nouns of a number's own phrase."""
    if number.nouns is None:
        number.nouns = frozenset(outer(passage.hits.within(*number.noun_at)))
    return number.nouns


def weak(passage: Passage, number: Number, unit: str | None, thread: Thread, *, firm: bool = False) -> Linked | None:
    choice = links_by_unit(firm).get(unit or "none")
    if choice is None:
        return None
    if not firm and _uncatalogued(passage, number):
        return Linked(None, "a name that the catalogue leaves out")
    if number.gathered is None:
        number.gathered = _gather(passage, number)
    words: Words = number.gathered
    for candidate in choice.asked_of(words.heads):
        if _holds(candidate, words, words.heads, thread) and _placed(candidate, passage, number):
            return Linked(candidate.code, _told(candidate, words), candidate.level, candidate.measure)
    if firm or choice.knows(words.heads) or not thread.records:
        return None
    last = thread.records[-1]
    if last.number.sentence != number.sentence and (last.unit != unit or unit == "CNY"):
        return None
    for candidate in links_by_unit(None)[unit or "none"].asked_of(last.heads):
        told = candidate.head and (candidate.verb or candidate.near)
        if told and _holds(candidate, words, last.heads, thread):
            alike = last.linked.code == candidate.code and not passage.hits.levels.within(*number.left)
            level = candidate.level or (last.level if alike else None)
            return Linked(candidate.code, "noun of the number before it", level, candidate.measure)
    return None


def _before(passage: Passage, number: Number) -> Number | None:
    """The number before that is no mere definition."""
    index = number.index - 1
    while index >= 0 and passage.numbers[index].definition:
        index -= 1
    return passage.numbers[index] if index >= 0 else None


_SAID = 6
"""So much behind a noun says something of it."""


def _gather(passage: Passage, number: Number) -> Words:
    before = _before(passage, number)
    territory = max(number.sentence[0], before.right[1] if before else 0)
    alike = before and before.forward and number.forward and before.quantity.unit_text == number.quantity.unit_text
    if alike and number.clause[1] - number.right[1] >= _SAID:
        territory = max(territory, number.clause[0])  # 58个县通过普及普惠评估,21个县通过…: what is said of those before
    hits, (start, end) = passage.hits, number.noun_at
    heads = outer(apart(passage, start, hits.within(start, end))) if passage.including else nouns_of(passage, number)
    if not heads and not number.forward:
        heads = outer(hits.within(territory, number.quantity.start))
    return Words(passage, number, heads, territory)


def _near_end(passage: Passage, number: Number) -> int:
    """How far words stand near a number: in its clause, before the next one; a mark right behind it closes them off."""
    end = number.quantity.end
    if number.forward:
        return number.clause[1]
    if passage.text[end : end + 1] in ",，、;；。(（)）":
        return end
    if number.index + 1 < len(passage.numbers):
        following = passage.numbers[number.index + 1].quantity.start
        return min(number.clause[1], max(following, number.right[1]))
    return number.clause[1]


def _topic(passage: Passage, number: Number) -> str | None:
    """特殊教育学校1所。小学在校生1.5万人,入学率…: a list of ordinary pupils has left the special ones behind."""
    at = number.quantity.start
    topic = passage.hits.topic_before(at)
    if topic != "special":
        return topic
    since = max(passage.hits.topic_start(at), number.sentence[0], passage.cuts.segment(at)[0])
    opened = passage.hits.levels.within(since, number.clause[0])
    return None if any(h.word.level in _ORDINARY for h in opened) else topic


_ORDINARY = ("pre_primary", "primary", "lower_secondary", "general_upper_secondary")


def verbs(passage: Passage, number: Number, territory: int) -> set[str]:
    """The verb that governs a number: the last of its clause, with those joined to it; a list of names reaches further."""
    at = number.quantity.start
    lead = passage.text[number.clause[0] : at]
    starts = [number.clause[0]]
    if (
        "、" in lead
        or number.clause[0] < territory
        or (number.forward and re.search("(?:等|学校|幼儿园|[小中]学)$", lead))
    ):
        starts.append(territory)
    for start in starts:
        found = passage.hits.verbs.within(start, at)
        if found:
            found = [h for h in found if h.word.text not in _MONEY] or found
            chosen = [found[-1]]
            for hit in reversed(found[:-1]):
                if chosen[-1].start - hit.end > 2:
                    break
                chosen.append(hit)
            return _spelled(chosen)
    return set()


_MONEY = ("资金", "经费", "专款")
"""下达“全面改薄”资金: nouns that stand for a verb (资金1200万元) only where there is none."""


def _uncatalogued(passage: Passage, number: Number) -> bool:
    """Whether the number's noun is a name that the catalogue knows to have no code."""
    start, end = number.noun_at
    last = max((h.end for h in passage.hits.within(start, end) if h.word.uncatalogued and not h.swallowed), default=-1)
    return last >= 0 and not passage.text[last:end].strip("共计为达约近超过总数量到有、的(（人 ")


def _holds(link: Link, words: Words, heads: AbstractSet[str], thread: Thread) -> bool:
    return (
        (not link.head or not link.head.isdisjoint(heads))
        and (not link.verb or not link.verb.isdisjoint(words.verbs))
        and (not link.near or not link.near.isdisjoint(words.near))
        and (not link.after or not link.after.isdisjoint(words.after))
        and (not link.topic or words.topic(thread) in link.topic)
        and (not link.unless or (link.unless.isdisjoint(words.outer) and link.unless.isdisjoint(heads)))
    )


def _placed(link: Link, passage: Passage, number: Number) -> bool:
    """Which side the noun stands on, and, for a stock, that nothing is said of it but that it exists."""
    if number.forward and link.code == "certified_counties" and _out_of(passage, number):
        return False
    if link.code.startswith("student_aid") and of_teachers(passage, number):
        return False
    if link.way and link.way != ("right" if number.forward else "left"):
        return False
    if link.beside and not passage.hits.spell(link.beside):
        return False
    if link.code == "schools_built" and number.forward and _builds_other(passage, number, link):
        return False
    if link.code == "floor_area_built" and link.beside and _stands(passage, number):
        return False
    if not link.stock:
        return True
    text = passage.text
    if number.forward:
        last = max((h.end for h in passage.hits.within(*number.right) if h.word.text in link.head), default=-1)
        if served(passage, number) or _COVERS.search(text, number.clause[0], number.quantity.start):
            return False
        if _whole(passage, number, last):
            return True
        rest = text[last : number.right[1]].strip(" “”的")
        return exists(passage, number) and (not rest or (rest in _AND and _list_of_what_is(passage, number)))
    start, end = number.left
    if _COVERS.search(text, number.clause[0], number.quantity.start):
        return False
    if link.way and not _plain(passage, start, end, link):
        return False
    last = max((h.end for h in passage.hits.within(start, end) if h.word.text in link.head), default=start)
    return not re.search(
        r"[一-鿿]{2}",
        _BRACKETS.sub("", text[last:end]).strip(
            "共计为达约近超过总数量到有现存分别各增加升减少降至展发仅由从原来的最初当"
        ),
    )


_PLAIN = re.compile(
    r"(?:[\s、,，;；:：()（）“”的含]|包括|其中|现有|共有|还有|另有|全[市县区省州旗国]|[农乡]村|城[镇区市乡]|各级|各类|目前|现在|全部|普通|公办|民办|在岗|在职|在编)*"
)


def _plain(passage: Passage, start: int, end: int, link: Link) -> bool:
    """Whether a noun stands by itself, or with a place or a level: 学前幼儿, 农村教师, and not 培养学生."""
    heads = [h for h in passage.hits.within(start, end) if h.word.text in link.head]
    head = min((h.start for h in heads if h.end == max(h.end for h in heads)), default=start)
    spans = [(h.start, h.end) for h in passage.hits.levels.within(start, head)]
    spans += [(p.start, p.end) for p in passage.places_in(start, head) if p.end <= head]
    rest, at = "", start
    for begin, stop in sorted(spans):
        rest += passage.text[at : max(at, begin)]
        at = max(at, stop)
    return _PLAIN.fullmatch(rest + passage.text[at:head]) is not None


def of_teachers(passage: Passage, number: Number) -> bool:
    """乡村教师生活补助每月300元,惠及2860人: those who are paid are no students."""
    said = passage.text[passage.cuts.segment(number.quantity.start)[0] : number.right[1]]
    return "教师" in said or ("教职工" in said and not any(who in said for who in ("学生", "幼儿")))


def _out_of(passage: Passage, number: Number) -> bool:
    """11个县区中仅有2个通过评估, 全州8县市力争有3个通过: the number after it says how many did."""
    following = passage.numbers[number.index + 1] if number.index + 1 < len(passage.numbers) else None
    return following is not None and following.clause == number.clause and following.quantity.unit == "weak"


_SERVED = re.compile("(?:[^数率额量计均作成视列称]|^)[为给对向与][近约]?$")


def served(passage: Passage, number: Number) -> bool:
    """为38所学校配备校医: those for whom something is done, not those that there are."""
    return _SERVED.search(passage.text, number.left[0], number.quantity.start) is not None


def exists(passage: Passage, number: Number) -> bool:
    """Whether nothing is said of what follows the number but that it is there (12所公办幼儿园。837所中小学的…)."""
    text, end = passage.text, number.right[1]
    following = (
        passage.numbers[number.index + 1].quantity.start if number.index + 1 < len(passage.numbers) else len(text)
    )
    said = _BRACKETS.sub("", text[end : min(number.clause[1], following)]).strip(" ,，。;；、()（）“”和及与")
    return not said or text.startswith(("的", "、"), end)  # 一年级214个班、七年级206个班: the next one's name


_AND = ("、", "和", "及", "与", "以及")
_THERE_ARE = re.compile(
    r"(?:[一-鿿]{2,6}[市县区州省旗盟]|全[市县区州省旗盟国]|我[市县区州省])?(?:目前|现|共|总共|已|下)*(?:有|设有|辖)?"
)


_LONGEST_LIST = 20
"""How many numbers a list is followed back over, so that an endless one costs no more."""


def _list_of_what_is(passage: Passage, number: Number) -> bool:
    """全县1所完全中学、2所初级中学和9所村小: a list that says of all its parts no more than that they are there."""
    first = number
    for _ in range(min(first.index, _LONGEST_LIST)):
        before = passage.numbers[first.index - 1]
        gap = passage.text[before.quantity.end : first.quantity.start]
        if not before.forward or before.clause != first.clause or not gap.endswith(_AND):
            break
        first = before
    return _THERE_ARE.fullmatch(passage.text, first.clause[0], first.quantity.start) is not None


_COVERS = re.compile("(?:覆盖|惠及|涉及|涵盖)[^,，。;；]*$")
"""午餐工程覆盖学校28所、学生1.2万人: not all that there are."""
_STANDING = re.compile(
    r"[\s\u3000]*(?:目前|现在|现有|全[市县区州省旗盟国]|我[市县区]|[一-鿿]{2,6}[市县区州旗])?(?:中小学校?|小学|初中|高校|中职|学校|义务教育学校|各级各类学校|幼儿园)?校舍(?:总|总建筑|建筑)?面积(?:共|达到?|为|有|约|近)*"
)


def _stands(passage: Passage, number: Number) -> bool:
    """全州中小学校舍建筑面积412.6万平方米,其中当年新建…: what opens its sentence with no verb of building is what there is."""
    opened = passage.cuts.clause(number.quantity.start)[0]
    before = passage.text[number.sentence[0] : opened]
    if before and "占地" not in before:
        return False
    return _STANDING.fullmatch(passage.text, opened, number.quantity.start) is not None


_OTHER_BUILT = re.compile(
    r"(?:已|均|都|全部)?(?:建成|新建|改造|建设|建立)了?(?!改?扩建|改建|投用|投入|招生|开学|开园|运行|启用|使用|交付|后|并|或|[,，。;；、“]|\d|$)"
)


def _builds_other(passage: Passage, number: Number, link: Link) -> bool:
    """133所中小学建成人工智能实验室: what the schools built, not schools that were."""
    last = max((h.end for h in passage.hits.within(*number.right) if h.word.text in link.head), default=-1)
    return last >= 0 and _OTHER_BUILT.match(passage.text, last) is not None


_ALL = re.compile(r"(?:全[市县区省州旗盟国]|现有|[市县区州旗省](?:域内|内|范围内))的?(?:近|约)?$")
_NOT_ALL = re.compile(r"没有|缺|尚|仍|未|不|获|评为|被|入选|参加|成为|存在|超过|创建|其中|试点|只|仅")


def _whole(passage: Passage, number: Number, last: int) -> bool:
    """全市187所义务教育学校中…, 全县52所学校全部搬进新校舍: all of a place, whatever is said of them."""
    text, at = passage.text, number.quantity.start
    if not _ALL.search(text, number.clause[0], at) and not _of_a_place(passage, at):
        return False
    told = text[last : number.clause[1]]
    return _SAID_OF_ALL.match(told) is not None and not _NOT_ALL.search(told)


_SAID_OF_ALL = re.compile("中(?!心)|的|全部|均|都|已全部|共|实现|实行|开展|落实|推行")


def _of_a_place(passage: Passage, at: int) -> bool:
    """疏勒县186所农村幼儿园中的一所."""
    return any(p.end == at for p in passage.places)


def _told(link: Link, words: Words) -> str:
    asked = ((link.verb, words.verbs), (link.head, words.heads), (link.near, words.near))
    parts = [sorted(wanted & there)[0] for wanted, there in asked if wanted & there]
    return "words: " + " + ".join([*parts, *sorted(link.topic)[:1]])
