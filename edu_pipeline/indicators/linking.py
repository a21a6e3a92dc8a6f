"""Which indicator of the catalogue a number states.

What belongs here: strong aliases, crossed lists, weak words by linking.yaml, and what a number without a noun of
its own takes over from the number before it.  What does not: level of education (schooling), measure (measures),
kind (kinds).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.lexicon import Hit, Link, head_words, links_by_unit, parts, shares, yielding
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.passage import Number, Passage, noun_unit

_JOINT = re.compile(r"\s?(?:[、/]|和|与|及|以及)\s?(?:其?中?)")
_EACH = re.compile(r"(?:均|都|双双|各|同步|分别均)[一-鿿]{0,4}$")
_RESPECTIVELY = re.compile(r"分别|依次|各为|各达")
_ASIDE = re.compile(
    r"[(（][^()（）]*[)）]|累计|总数|总量|总计|合计|规模|人数|数量|稳定|保持|达到|超过|接近|增加|减少|增长|同比|比上年|较上年|分别|已经|共有|现有|其中|目前|[“”的了至为达约近超共计有数量均各到在由从比较\s\d年底末前后]"
)
_OTHER_NOUN = re.compile(r"[一-鿿]{3}")
_NORM = re.compile(r"(?:[及或]?以[上下内])?的(?:标准|要求|规定)")
_STOCKS = ("institutions", "students", "full_time_teachers", "staff", "classes")
_EVERYWHERE = re.compile(r"全[市县区省州旗]|现有|共有|[市县]内")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]?")
_MODIFIER = re.compile(
    r"其中|另有|国家级?|[省市县区校乡]级|[省市县]直|自治区级|公办|民办|普惠性?|城[区市镇乡]|乡[镇村]|农村|县城|其他|其余|男生?|女生?|少数民族|一级|二级|三级|[一二三四五]类|[一二三四五六]星级?|特等奖|[一二三]等奖|优秀|新建|改建|扩建|改扩建|迁建|续建|完工|在建|已|尚未|未开工|开工|建成"
    r"|本科|专科|硕士生?|博士生?|研究生|完小|完全小学|小学|初中|高中|中职|高职|学前|义务教育|[共有计为达约近超余等各及和、,，;；(（]"
)
_RATE_NAME = re.compile(r"(?<!增长)(?:率|[数积值]|比例|占比|人数|经费)(?:均|各)?(?:分别)?[^,，。;；]{0,6}$")
_AVERAGE = re.compile(
    r"[且并,，、其中]*(?:逐年增长,)?(?:年平均|年均|平均每年|每年|人均|月均|其中)?(?:达到?|为|约|近|超)*"
)
_DERIVED = {
    "CNY/person": ("CNY",),
    "m2/person": ("m2",),
    "person/100 students": ("person",),
    "room/100 students": ("room",),
    "CNY/year": ("CNY",),
    "index": (None,),
    "year": ("year",),
    "student/teacher": ("student/teacher", None),
}


@dataclass(frozen=True, slots=True)
class Linked:
    """What a number is about; `rule` says how it was found."""

    code: str | None
    rule: str
    level: str | None = None
    measure: str | None = None
    at: tuple[int, int] | None = None
    unit: str | None = None


@dataclass(slots=True)
class Record:
    """A number that was read, for those after it that lean on it."""

    linked: Linked
    unit: str | None
    level: str | None
    number: Number
    measure: str
    label: str
    heads: frozenset[str] = frozenset()


@dataclass(slots=True)
class Thread:
    """What carries on from number to number within a section: `records` of this paragraph, and what headings say."""

    records: list[Record] = field(default_factory=list)
    heading_level: str | None = None
    heading_topic: str | None = None
    section: str | None = None


def fits(code: str, unit: str | None, measure: str) -> bool:
    """Whether an indicator can be stated in a unit."""
    if measure != "level" or unit == "rank":
        return True
    indicator = catalogue().indicators[code]
    return unit in indicator.units_allowed or unit == indicator.unit or unit in _DERIVED.get(indicator.unit, ())


def link(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> list[Linked]:
    """The indicators that a number states: one, several where one number speaks for several, never none.

    A code of None stands for a statistic that the catalogue does not name.
    """
    paired = _paired(passage, number, unit, thread)
    if paired:
        return [paired]
    listed = _from_list(passage, number, unit, measure, thread)
    if listed:
        return [listed]
    share = _share(passage, number, unit, thread)
    if share:
        return [share]
    if unit == "%" and _STANDARD.search(passage.text, number.lead[0], number.lead[1]):
        leaning = _antecedent(passage, number, unit, measure, thread)
        if leaning:
            return [leaning]
    if (
        unit == "%"
        and _NORM.match(passage.text, number.quantity.end)
        and not _coded(passage, *number.left, unit, measure.name)
    ):
        leaning = _antecedent(passage, number, unit, measure, thread)
        if leaning:
            return [leaning]
    aliases = _aliases(passage, number, unit, measure)
    if measure.name == "level" and (not aliases or aliases[0].code in yielding()):
        firm = _weak(passage, number, unit, thread, firm=True)
        if firm:
            return [firm]
    if aliases:
        return aliases
    comment = _comment(passage, number, unit, measure, thread)
    if comment:
        return [comment]
    if measure.name != "level" and unit not in ("%", "pp", "rank") and _names(passage, number):
        weak = _weak(passage, number, unit, thread)
        if weak:
            return [weak]
    if measure.name != "level":
        leaning = _antecedent(passage, number, unit, measure, thread)
        if leaning:
            return [leaning]
    each = _spoken_for(passage, number, unit)
    weak = _weak(passage, number, unit, thread)
    if each > 1 and not (weak and weak.code):
        return [Linked(None, "one number for several names, none in the catalogue")] * each
    if weak:
        return [weak]
    carried = _carried(passage, number, unit, thread)
    return [carried or Linked(None, "no indicator of the catalogue fits")]


def _names(passage: Passage, number: Number) -> bool:
    """Whether the number has a noun of its own (学位增加19万个), not only a verb (同比增加640人)."""
    if number.forward:
        return True
    return any(h.word.linking and not h.word.verb for h in passage.hits.within(*number.left))


def heads_of(passage: Passage, number: Number, thread: Thread) -> frozenset[str]:
    """The nouns that later numbers may lean on: its own, or those it leaned on itself."""
    own = frozenset(_outer(passage.hits.within(*(number.right if number.forward else number.left))))
    return own if not own.isdisjoint(head_words()) or not thread.records else own | thread.records[-1].heads


def _coded(passage: Passage, start: int, end: int, unit: str | None, measure: str) -> list[tuple[Hit, str, str | None]]:
    """Strong aliases that fit the unit, in order."""
    found = []
    for hit in passage.hits.within(start, end):
        if hit.swallowed:
            continue
        for code, level in hit.word.codes:
            if fits(code, unit, measure):
                found.append((hit, code, level))
                break
    return found


def _run(passage: Passage, found: Sequence[tuple[Hit, str, str | None]]) -> list[tuple[Hit, str, str | None]]:
    """The last aliases that are joined by 、 or 和 alone."""
    run = list(found[-1:])
    for item in reversed(found[:-1]):
        gap = passage.text[item[0].end : run[0][0].start]
        if not (
            _JOINT.fullmatch(gap)
            or (gap and gap[0] in "、和与及" and len(gap) <= 12 and not re.search(r"[,，。;；\d]", gap))
        ):
            break
        run.insert(0, item)
    return run


def _placeless(passage: Passage, start: int, end: int) -> str:
    """A span's text without the places in it."""
    text, at = "", start
    for mention in passage.places:
        if at <= mention.start and mention.end <= end:
            text += passage.text[at : mention.start]
            at = mention.end
    return text + passage.text[at:end]


def _from_list(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """公办园占比、普惠率分别达59.96%、95%: the nth number belongs to the nth name."""
    group = number.group
    if len(group) < 2:
        return None
    first = passage.numbers[group[0]]
    position = group.index(number.index)
    lead_start = max(first.sentence[0], passage.numbers[group[0] - 1].quantity.end if group[0] else 0)
    run = _run(passage, _coded(passage, lead_start, first.quantity.start, unit, measure.name))
    lead = passage.text[lead_start : first.quantity.start]
    if len(run) == len(group):
        hit, code, level = run[position]
        return Linked(code, f"list: {hit.word.text}", level, at=(hit.start, hit.end))
    if not run and _RESPECTIVELY.search(lead) and not _RATE_NAME.search(lead):
        recent = [r for r in thread.records if r.number.sentence == number.sentence and r.number.index < group[0]]
        if len(recent) >= len(group):
            record = recent[len(recent) - len(group) + position]
            return Linked(
                record.linked.code, "list: in the order of the numbers before it", record.level, at=record.linked.at
            )
    if run:
        hit, code, level = run[-1]
        return Linked(code, f"list after {hit.word.text}", level, at=(hit.start, hit.end))
    return None


def _aliases(passage: Passage, number: Number, unit: str | None, measure: Measure) -> list[Linked]:
    if number.forward:
        start, end = number.right if unit not in ("%", "pp", None) else (number.quantity.end, number.clause[1])
        found = _coded(passage, start, end, unit, measure.name)
        if found:
            hit, code, level = found[0] if unit == "%" else found[-1]
            if (
                code in _STOCKS
                and not exists(passage, number)
                and not _verbs(passage, number, number.sentence[0])
                and not _EVERYWHERE.search(passage.text, number.clause[0], number.quantity.start)
            ):
                return []
            return [Linked(code, f"alias after the number: {hit.word.text}", level, at=(hit.start, hit.end))]
        if unit not in ("CNY", "%", "pp"):
            return []
    found = _coded(passage, *number.left, unit, measure.name)
    if not found and len(number.group) == 1:
        before = passage.numbers[number.index - 1].quantity.end if number.index else 0
        found = _coded(passage, max(before, number.clause[0]), number.quantity.start, unit, measure.name)
    if not found and unit == "rank":
        found = _coded(passage, number.clause[0], number.quantity.start, "%", "level")
    if not found:
        return []
    run = _run(passage, found)
    tail = passage.text[run[-1][0].end : number.quantity.start]
    if (
        unit not in ("%", "pp", "CNY", "student/teacher", None)
        and measure.name == "level"
        and _OTHER_NOUN.search(_ASIDE.sub("", _placeless(passage, run[-1][0].end, number.quantity.start)))
    ):
        return []
    if len({code for _, code, _ in run}) == 1 and len(run) > 1:
        from edu_pipeline.indicators.schooling import merged

        hit, code, _ = run[-1]
        return [
            Linked(
                code, f"alias: {hit.word.text}", merged(level or "all" for _, _, level in run), at=(hit.start, hit.end)
            )
        ]
    several = len(run) > 1 and (
        _EACH.search(tail.rstrip("达到为超过是")) or (unit == "%" and len(number.group) == 1 and len(tail) <= 4)
    )
    chosen = run if several else run[-1:]
    named = [Linked(code, f"alias: {hit.word.text}", level, at=(hit.start, hit.end)) for hit, code, level in chosen]
    return named + [Linked(None, "another name that the number speaks for")] * (
        _spoken_for(passage, number, unit) - len(named)
    )


_TO = re.compile(
    r"[^,，。;；\d]{0,6}(?:提高|提升|增长|增加|上升|扩大|下降|降低|减少|压减|缩小|发展|回落|压缩|升|降|增|减)(?:到|至|为|成)[^,，。;；\d]{0,6}(?:\d{4}年[底末]?的?)?[^,，。;；\d]{0,2}"
)


def _paired(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """由18.6%降至2.1%: the second number states what the first does."""
    if not thread.records or number.index == 0:
        return None
    record = thread.records[-1]
    before = record.number
    if before.index != number.index - 1 or record.unit != unit:
        return None
    lead = passage.text[before.clause[0] : before.quantity.start]
    if not re.search("由|从", lead) or not _TO.fullmatch(passage.text, before.quantity.end, number.quantity.start):
        return None
    return Linked(record.linked.code, "second of a from–to pair", record.level, "level", record.linked.at)


_COMMENT = re.compile(
    r"(?:[\s、,，;；:：()（）“”的]|其中|分别|全[市县区省]|[农乡]村|城[镇区市乡]|公办|民办|所有|阶段|教育|学校|为|是|在|按|达到?|有|均|各|也|则|已|要|应|须|超过?|约|近|控制|保持|稳定|不[低少高超大小多][于过]|不得|达标|由|从|到|至|提高|降低|下降|上升|以上|以下|以内)*"
)


def _comment(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """就近入学比例,小学为100%,初中在95%以上: what was named before, said of a level or place."""
    if number.forward or unit == "institution" or measure.name != "level" or len(number.group) > 1:
        return None
    start, end = number.left
    text = passage.text
    levels = [h for h in passage.hits.within(start, end) if h.word.level]
    if not levels:
        return None
    last = max(levels, key=lambda h: (h.end, -h.start)).word.text[-1]
    if last in "生员师儿长人工" and not (thread.records and last == thread.records[-1].label[-1:]):
        return None
    rest, at = "", start
    for hit in levels:
        rest += text[at : max(at, hit.start)]
        at = max(at, hit.end)
    if not _COMMENT.fullmatch(rest + text[at:end]):
        return None
    before = passage.numbers[number.index - 1] if number.index else None
    opened = max(number.sentence[0], before.right[1] if before else 0)
    found = _coded(passage, opened, number.clause[0], unit, measure.name)
    if found:
        hit, code, _ = found[-1]
        return Linked(code, f"named before: {hit.word.text}", at=(hit.start, hit.end))
    record = thread.records[-1] if thread.records else None
    if record and record.number.sentence == number.sentence and record.unit == unit and record.measure == "level":
        return Linked(record.linked.code, "named before the number before it", at=record.linked.at)
    return None


_BASE = re.compile(r"[比较](?:\d{4}年|上年|去年)的$")
_SHARE = re.compile(
    r"[,，;；、(（]?(?:占[^,，。;；\\d]{0,12}的|占比?|比例|占比例|占全部|所占比例)(?:为|达到?|约|近|超过?)*"
)
_STANDARD = re.compile(r"(?:标准|要求|规定)(?:是|为|的)?(?:不[超低高少][于过])?$")


def _share(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """大班额181个,占2.41%: the share that a count is of its whole, where the catalogue names it."""
    if unit != "%" or not thread.records or not _SHARE.fullmatch(passage.text, *number.lead):
        return None
    record = next((r for r in reversed(thread.records) if r.measure == "level" and r.unit != "%"), None)
    if record is None or record.number.sentence != number.sentence:
        return None
    code = shares().get(record.linked.code or "") or _part_of(passage, number, record)
    return Linked(code, "share of the count before it", record.level, at=record.linked.at) if code else None


def _part_of(passage: Passage, number: Number, record: Record) -> str | None:
    """The share that the words of the part and of the whole name together."""
    span = record.number.right if record.number.forward else record.number.left
    part, whole = passage.text[span[0] : span[1]], passage.text[number.lead[0] : number.lead[1]]
    for parts_named, wholes, code in parts():
        if any(w in part for w in parts_named) and any(w in whole for w in wholes):
            return code
    return None


def _antecedent(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """同比提高9个百分点: a change, growth or gap of what was just stated."""
    for record in reversed(thread.records):
        if number.sentence[0] - record.number.sentence[1] > 0:
            return None
        if _BASE.search(passage.text, record.number.clause[0], record.number.quantity.start):
            continue  # 比2020年的1.2亿元增长: what is compared with, not what grew
        rate = record.unit in ("%", "pp") and record.measure != "growth"
        if unit == "pp" and not (rate or record.measure == "growth"):
            continue
        if unit in ("%", "pp", "rank") or record.unit == unit or (number.quantity.unit == "weak" and unit == "item"):
            return Linked(
                record.linked.code,
                "speaks of the number before it",
                record.level,
                at=record.linked.at,
                unit=record.unit,
            )
    return None


@dataclass(frozen=True, slots=True)
class _Words:
    """The words around a number, by what links ask of them; `outer` are those near it that no longer word holds."""

    heads: set[str]
    verbs: set[str]
    near: set[str]
    outer: set[str]
    after: set[str]
    topic: str | None


def _spelled(hits: Iterable[Hit]) -> set[str]:
    return {h.word.text for h in hits}


def _outer(hits: Iterable[Hit]) -> set[str]:
    """The words of a window that no longer linking word of the same window holds, unless they are its last part."""
    kept, reach = set(), -1
    for hit in hits:
        if hit.end >= reach:
            kept.add(hit.word.text)
        if hit.word.linking or hit.word.uncatalogued:
            reach = max(reach, hit.end)
    return kept


def _weak(passage: Passage, number: Number, unit: str | None, thread: Thread, *, firm: bool = False) -> Linked | None:
    candidates = [c for c in links_by_unit().get(unit or "none", ()) if c.firm == firm]
    if not candidates:
        return None
    before = _before(passage, number)
    territory = max(number.sentence[0], before.right[1] if before else 0)
    if not firm and _uncatalogued(passage, number):
        return Linked(None, "a name that the catalogue leaves out")
    if number.gathered is None:
        number.gathered = _gather(passage, number, territory, thread)
    words = number.gathered
    for candidate in candidates:
        if _holds(candidate, words) and _placed(candidate, passage, number):
            return Linked(candidate.code, _told(candidate, words), candidate.level, candidate.measure)
    if firm or any(c.head & words.heads for c in candidates) or not thread.records:
        return None
    inherited = _Words(set(thread.records[-1].heads), words.verbs, words.near, words.outer, words.after, words.topic)
    for candidate in links_by_unit().get(unit or "none", ()):
        if candidate.head and (candidate.verb or candidate.near) and _holds(candidate, inherited):
            return Linked(candidate.code, "noun of the number before it", candidate.level, candidate.measure)
    return None


def _before(passage: Passage, number: Number) -> Number | None:
    """The number before that is no mere definition."""
    index = number.index - 1
    while index >= 0 and passage.numbers[index].definition:
        index -= 1
    return passage.numbers[index] if index >= 0 else None


def _gather(passage: Passage, number: Number, territory: int, thread: Thread) -> _Words:
    hits, at = passage.hits, number.quantity.start
    heads = _outer(hits.within(*(number.right if number.forward else number.left)))
    if not heads and not number.forward:
        heads = _outer(hits.within(territory, at))
    closed = not number.forward and passage.text[number.quantity.end : number.quantity.end + 1] in ",，、;；。(（)）"
    near_end = number.quantity.end if closed else number.clause[1]
    if near_end == number.clause[1] and number.index + 1 < len(passage.numbers):
        near_end = (
            min(near_end, max(passage.numbers[number.index + 1].quantity.start, number.right[1]))
            if not number.forward
            else near_end
        )
    around = list(
        hits.within(min(territory, number.clause[0]) if territory <= number.clause[0] else territory, near_end)
    )
    return _Words(
        heads,
        _verbs(passage, number, territory),
        _spelled(around),
        _outer(around),
        _spelled(hits.within(number.quantity.end, min(number.sentence[1], number.quantity.end + 40))),
        hits.topic_before(at) or thread.heading_topic,
    )


def _verbs(passage: Passage, number: Number, territory: int) -> set[str]:
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
        found = [h for h in passage.hits.within(start, at) if h.word.verb]
        if found:
            chosen = [found[-1]]
            for hit in reversed(found[:-1]):
                if chosen[-1].start - hit.end > 2:
                    break
                chosen.append(hit)
            return _spelled(chosen)
    return set()


def _uncatalogued(passage: Passage, number: Number) -> bool:
    """Whether the number's noun is a name that the catalogue knows to have no code."""
    start, end = number.right if number.forward else number.left
    last = max((h.end for h in passage.hits.within(start, end) if h.word.uncatalogued and not h.swallowed), default=-1)
    return last >= 0 and not passage.text[last:end].strip("共计为达约近超过总数量到有、的(（人 ")


def _holds(link: Link, words: _Words) -> bool:
    return (
        (not link.head or not link.head.isdisjoint(words.heads))
        and (not link.verb or not link.verb.isdisjoint(words.verbs))
        and (not link.near or not link.near.isdisjoint(words.near))
        and (not link.after or not link.after.isdisjoint(words.after))
        and (not link.topic or words.topic in link.topic)
        and (not link.unless or (link.unless.isdisjoint(words.outer) and link.unless.isdisjoint(words.heads)))
    )


def _placed(link: Link, passage: Passage, number: Number) -> bool:
    """Which side the noun stands on, and, for a stock, that nothing is said of it but that it exists."""
    if link.way and link.way != ("right" if number.forward else "left"):
        return False
    if not link.stock:
        return True
    text = passage.text
    if number.forward:
        last = max((h.end for h in passage.hits.within(*number.right) if h.word.text in link.head), default=-1)
        return exists(passage, number) and not text[last : number.right[1]].strip(" “”的")
    start, end = number.left
    last = max((h.end for h in passage.hits.within(start, end) if h.word.text in link.head), default=start)
    return not re.search(r"[一-鿿]{2}", _BRACKETS.sub("", text[last:end]).strip("共计为达约近超过总数量到有现存分别各"))


def exists(passage: Passage, number: Number) -> bool:
    """Whether nothing is said of what follows the number but that it is there (12所公办幼儿园。837所中小学的…)."""
    text, end = passage.text, number.right[1]
    following = (
        passage.numbers[number.index + 1].quantity.start if number.index + 1 < len(passage.numbers) else len(text)
    )
    said = _BRACKETS.sub("", text[end : min(number.clause[1], following)]).strip(" ,，。;；、()（）“”和及与")
    return not said or text.startswith("的", end)


def _told(link: Link, words: _Words) -> str:
    asked = ((link.verb, words.verbs), (link.head, words.heads), (link.near, words.near))
    parts = [sorted(wanted & there)[0] for wanted, there in asked if wanted & there]
    return "words: " + " + ".join([*parts, *sorted(link.topic)[:1]])


def _spoken_for(passage: Passage, number: Number, unit: str | None) -> int:
    """识别率、知晓率超过95%: how many names one number speaks for."""
    if number.forward or len(number.group) > 1:
        return 1
    phrase = passage.text[number.left[0] : number.left[1]].rstrip("达到为超过是约近")
    each = _EACH.search(phrase)
    names = re.split("[、和与及]", phrase[: each.start()] if each else phrase)
    rates = unit == "%" and all(name.endswith(("率", "比例", "占比", "比重")) for name in names)
    return (
        len(names) if 1 < len(names) <= 4 and (rates or (each is not None and all(len(n) >= 2 for n in names))) else 1
    )


def _carried(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """省级示范幼儿园14所、市级87所: a list member without a noun takes the noun before it."""
    if not thread.records:
        return None
    record = thread.records[-1]
    if number.forward:
        parts_of = (
            passage.text.startswith("其中", number.sentence[0])
            or "其中" in passage.text[number.lead[0] : number.lead[1]]
        )
        bare = parts_of and unit == record.unit and unit == "county"
        return (
            Linked(record.linked.code, "part of the number before it", record.level, at=record.linked.at)
            if bare
            else None
        )
    weak = number.quantity.unit == "weak" and unit == "item" and noun_unit(passage, number) is None
    goes_on = passage.text.startswith("其中", number.sentence[0]) and record.number.sentence[1] == number.sentence[0]
    if (record.number.sentence != number.sentence and not goes_on) or (record.unit != unit and not weak):
        return None
    own = passage.text[number.left[0] : number.left[1]]
    if _AVERAGE.fullmatch(own):
        return Linked(
            record.linked.code,
            "an average or part of the number before it",
            record.level,
            None,
            record.linked.at,
            record.unit,
        )
    listed = own[:1] in "、和及" or (own[:1] in ",，(（;；" and len(own) <= 8) or "其中" in own[:3]
    if not listed or len(own) > 14:
        return None
    rest = _MODIFIER.sub("", _placeless(passage, *number.left))
    if any(h.word.phrase for h in passage.hits.within(*number.left)) or re.search("[一-鿿]{2,}", rest):
        return None
    return Linked(
        record.linked.code,
        "list: noun of the number before it",
        record.level,
        record.linked.measure,
        record.linked.at,
        record.unit,
    )
