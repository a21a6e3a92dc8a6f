"""The indicator that a number's own name says.

What belongs here: aliases of the catalogue before and after a number, several names with one number, names and numbers
in crossed lists.  What does not: nouns that need company (nouns), numbers without a name of their own (leaning).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.fitting import fits
from edu_pipeline.indicators.level_words import level_run, merged
from edu_pipeline.indicators.lexicon import Hit, named
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.nouns import apart, exists, of_teachers, served, verbs
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.several_names import Span
from edu_pipeline.indicators.thread import Linked, Thread, bracketed
from edu_pipeline.language.cues import Cued
from edu_pipeline.reference import any_of

_JOINT = re.compile(r"\s?(?:以及|[、/和与及])[^,，。;；\d]{0,11}")
_AND = re.compile("[、和]|(?<!参)与|(?<!普)及(?!格)")
_RESPECTIVELY = re.compile(r"分别|依次|各为|各达")
_ASIDE = re.compile(
    r"[(（][^()（）]*[)）]|全部|控制|限制|压缩|原则上|累计|总数|总量|总计|合计|规模|人数|数量|[上本]学[期年]|稳定|保持|达到|超过|接近|不[低少高超大小多][于过]|增加|减少|增长|同比|比上年|较上年|分别|已经|共有|现有|其中|目前|高峰时?|峰值|最初|当初|更是|只剩|仅剩|只有|仅有|跌破|可能|预计|[“”的了至为达约近超共计有数量均各到在由从比较\s\d年底末前后]"
)
_OTHER_NOUN = re.compile(r"[一-鿿]{3}")
_ENROLMENT = ("gross_enrolment_ratio", "net_enrolment_rate")
_DISABLED = re.compile("(?:残疾|残障|特殊)(?:适龄)?(?:儿童|少年|学生)[^,，。;；]{0,10}$")
_SHORTAGE = re.compile("缺口|缺额|差额|空编|缺编")
_STOCKS = ("institutions", "students", "full_time_teachers", "staff", "classes")
_EVERYWHERE = re.compile(r"全[市县区省州旗]|现有|共有|[市县]内")
_RATE_NAME = re.compile(r"(?<!增长)(?:率|[数积值]|比例|占比|人数|经费)(?:均|各)?(?:分别)?[^,，。;；]{0,6}$")


def has_noun(passage: Passage, number: Number) -> bool:
    """Whether the number has a noun of its own (学位增加19万个), not only a verb (同比增加640人)."""
    if number.forward:
        return True
    return any(h.word.linking and not h.word.verb for h in passage.hits.within(*number.left))


def coded(passage: Passage, start: int, end: int, unit: str | None, measure: str) -> list[tuple[Hit, str, str | None]]:
    """Strong aliases that fit the unit, in order."""
    asked = ("coded", start, end, unit, measure)
    if asked not in passage.known:
        passage.known[asked] = _coded(passage, start, end, unit, measure)
    found: list[tuple[Hit, str, str | None]] = passage.known[asked]
    return found


def _coded(passage: Passage, start: int, end: int, unit: str | None, measure: str) -> list[tuple[Hit, str, str | None]]:
    found = []
    rate: Hit | None = None
    for hit in apart(passage, start, passage.hits.names.within(start, end)):
        if hit.swallowed and not (rate and hit.start == rate.start):
            continue
        for code, level in hit.word.codes:
            if fits(code, unit, measure) and not _is_whole(passage.text, hit, code, unit):
                special = code in _ENROLMENT and _DISABLED.search(passage.text, max(0, hit.start - 16), hit.start)
                found.append((hit, "special_needs_enrolment_rate" if special else code, level))
                break
        else:
            rate = hit if measure == "change" else None  # 培训机构压减55家: a rate is named after what it is a rate of
    return _outside(passage.text, start, end, found) if len(found) > 1 else found


def _is_whole(text: str, hit: Hit, code: str, unit: str | None) -> bool:
    """五、六年级占了大班额的七成, 骨干教师占专任教师比例: what the share is of, not what is the share of all."""
    if unit != "%" or catalogue()[code].unit != "%":
        return False
    return _TAKES_UP.search(text, max(0, hit.start - 6), hit.start) is not None


_TAKES_UP = re.compile("占(?:到|据|了|去|全[市县区州旗]|现有)*$")
_CLOSED = re.compile(r"[(（][^()（）]*[)）]")


def _outside(
    text: str, start: int, end: int, found: list[tuple[Hit, str, str | None]]
) -> list[tuple[Hit, str, str | None]]:
    """Those that no closed bracket holds, if there are any: 教育拨款(不含教育费附加)为 is the former."""
    asides = [m.span() for m in _CLOSED.finditer(text, start, end)]
    outer = [f for f in found if not any(a < f[0].start and f[0].end < b for a, b in asides)]
    return outer or found


def _run(passage: Passage, found: Sequence[tuple[Hit, str, str | None]]) -> list[tuple[Hit, str, str | None]]:
    """The last aliases that are joined by 、 or 和 alone."""
    run = list(found[-1:])
    for item in reversed(found[:-1]):
        gap = passage.text[item[0].end : run[0][0].start]
        if not _JOINT.fullmatch(gap):
            break
        run.insert(0, item)
    return run


def placeless(passage: Passage, start: int, end: int) -> str:
    """A span's text without the places in it."""
    text, at = "", start
    for mention in passage.places_in(start, end):
        if at <= mention.start and mention.end <= end:
            text += passage.text[at : mention.start]
            at = mention.end
    return text + passage.text[at:end]


def _unnamed(passage: Passage, start: int, end: int) -> str:
    """A span's text without the places and levels in it."""
    text = placeless(passage, start, end)
    for hit in passage.hits.levels.within(start, end):
        text = text.replace(hit.word.text, "", 1)
    return text


def from_list(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """公办园占比、普惠率分别达59.96%、95%: the nth number belongs to the nth name."""
    group = number.group
    if len(group) < 2:
        return None
    first = passage.numbers[group[0]]
    start = max(first.sentence[0], passage.numbers[group[0] - 1].quantity.end if group[0] else 0)
    run = _run(passage, coded(passage, start, first.quantity.start, unit, measure.name))
    if run and _names_part_of_schools(passage, run[-1]):
        run = []
    if named_by := _nth_name(passage, number, start, run, unit, measure):
        return named_by
    lead = passage.text[start : first.quantity.start]
    if _SHORTAGE.search(lead):
        return None
    if run:
        hit, code, level = run[-1]
        return Linked(code, f"list after {hit.word.text}", level, at=(hit.start, hit.end))
    return _nth_again(number, lead, unit, thread) or _nth_before(passage, number, lead, unit, measure, thread)


def _nth_name(
    passage: Passage,
    number: Number,
    start: int,
    run: Sequence[tuple[Hit, str, str | None]],
    unit: str | None,
    measure: Measure,
) -> Linked | None:
    """The nth of as many names, some of which may leave out what they share with another."""
    first, count, position = passage.numbers[number.group[0]], len(number.group), number.group.index(number.index)
    if len(run) == count:
        hit, code, level = run[position]
        return Linked(code, f"list: {hit.word.text}", level, at=(hit.start, hit.end))
    if len(run) > count:
        return None
    if shared := _sharing(passage, start, first, count, unit, measure):
        code, level, at = shared[position]
        return Linked(code, "list: a name that shares its end", level, at=at)
    short = _shortened(passage, run, count, position, first)
    if short is None or not fits(short[0], unit, measure.name):
        return None
    at = (run[0][0].start, run[-1][0].end)
    return Linked(short[0], "list: a name that shares its beginning", short[1] or run[0][2], at=at)


def _nth_again(number: Number, lead: str, unit: str | None, thread: Thread) -> Linked | None:
    """上述两项指标分别不低于98.5%和70%: the nth number is of what the nth of those just given was."""
    if not _THE_SAME.search(lead):
        return None
    count = len(number.group)
    recent = [r for r in thread.records if r.number.index < number.group[0]][-count:]
    if len(recent) < count or not all(r.unit == unit or (r.unit, unit) == ("%", "pp") for r in recent):
        return None
    record = recent[number.group.index(number.index)]
    return Linked(record.linked.code, "list: of the numbers just given", record.level, at=record.linked.at)


def _nth_before(
    passage: Passage, number: Number, lead: str, unit: str | None, measure: Measure, thread: Thread
) -> Linked | None:
    """A、B分别为88.1%、93.6%,分别提高3.2、1.5个百分点: the nth number is of what the nth of the sentence was."""
    group = number.group
    first, count = passage.numbers[group[0]], len(group)
    before = passage.numbers[group[0] - 1] if group[0] else None
    alike = before is not None and len(before.group) == count
    reaches = before is not None and before.quantity.unit == "pp" and _REACHES.fullmatch(lead) is not None
    crossed = alike and (unit == "pp" or (unit == "%" and reaches))
    if not (crossed or _RESPECTIVELY.search(lead)) or _RATE_NAME.search(lead):
        return None
    said = (r for r in thread.said_in(number.sentence) if r.number.index < group[0])
    recent = [r for r in said if bracketed(passage.text, r, first) is None][-count:]
    of_counts = unit == "%" and measure.name == "level" and any(r.unit not in ("%", "pp") for r in recent)
    if len(recent) < count or of_counts:
        return None
    record = recent[group.index(number.index)]
    own = level_run(passage, first.left[0], first.quantity.start)
    level = merged(h.word.level or "all" for h in own) if own else record.level
    return Linked(record.linked.code, "list: in the order of the numbers before it", level, at=record.linked.at)


_THE_SAME = re.compile(
    r"(?:上述|以上|前述|这)[两二三四五六][项个组](?:指标|数据|数字|数值|比例|占比|比率)?[^,，。;；]{0,4}(?:分别|依次)|^\s*(?:这[两二三四五六][项个])?分别(?=[较比高低多少超提增上下减])"
)
"""上述两项指标分别不低于98.5%和70%, 。分别高于2008年1.4万人、5.3万人: of those that the sentence before gave."""
_REACHES = re.compile(r"[\s,，]*(?:均|已|分别)*(?:达到?|为|提高到|提高至|升至|升到|降至|降到)(?:了|约)*\s*")
"""A、B、C分别提高3.2、1.5和2.8个百分点,达到88.1%、93.6%和87.9%."""


_CARES = Cued("(?:慰问|看望|救助|探望)[^,，。;；]{0,10}$")


def _is_cared_for(passage: Passage, number: Number, alias: tuple[Hit, str, str | None]) -> bool:
    """慰问困难教职工176人,资助金额9.5万元: those who are visited are not all there are, and what staff get is no aid of pupils."""
    hit, code, _ = alias
    if code == "student_aid_amount":
        return number.around & _CARES.bit != 0 and of_teachers(passage, number)
    cared = code in _STOCKS and number.said & _CARES.bit
    return bool(cared) and _CARES.search(passage.text, number.clause[0], hit.start) is not None


@cache
def _of_school() -> re.Pattern[str]:
    return re.compile(any_of("linking.yaml", "of_schools"))


def _names_part_of_schools(passage: Passage, alias: tuple[Hit, str, str | None]) -> bool:
    """改建学校食堂58个 counts canteens."""
    hit, code, _ = alias
    return code in ("schools_built", "institutions") and _of_school().match(passage.text, hit.end) is not None


_SPOKEN = re.compile(r"(?:均|已)?(?:分别|依次|各)[一-鿿]{0,6}$|[达为到是约近]+$")


_BETWEEN = re.compile("[、,，]|以及|和|与|及(?!格)")


def _sharing(
    passage: Passage, start: int, first: Number, count: int, unit: str | None, measure: Measure
) -> list[tuple[str, str | None, tuple[int, int]]]:
    """小学净入学率以及初中、高中阶段毛入学率依次是…: the code and level of each name, where a bare level shares the end of
    the name after it; nothing where they are not as many as the numbers.  Names that commas part are looked at behind 分别."""
    text, stop = passage.text, first.quantity.start
    commas = _RESPECTIVELY.search(text, start, stop) is not None
    stop -= len(text[start:stop]) - len(_SPOKEN.sub("", text[start:stop]))
    cuts = [m.span() for m in _BETWEEN.finditer(text, start, stop) if commas or m[0] not in ",，"][-count:]
    if len(cuts) < count - 1:
        return []
    opened = cuts.pop(0)[1] if len(cuts) == count else max(start, passage.cuts.clause(cuts[0][0])[0])
    spans = list(zip([opened, *(end for _, end in cuts)], [*(at for at, _ in cuts), stop], strict=True))
    shared: list[tuple[str, str | None, tuple[int, int]]] = []
    for span in reversed(spans):
        levels = level_run(passage, *span)
        level = levels[-1].word.level if levels else None
        own = coded(passage, *span, unit, measure.name)
        if own and own[-1][0].end >= span[1] - 2:
            shared.insert(0, (own[-1][1], level or own[-1][2], (own[-1][0].start, own[-1][0].end)))
        elif (
            shared and levels and levels[0].start == span[0] and text[levels[-1].end : span[1]] in ("", "阶段", "教育")
        ):
            shared.insert(0, (shared[0][0], level, shared[0][2]))
        else:
            return []
    return shared


def _shortened(
    passage: Passage, run: Sequence[tuple[Hit, str, str | None]], count: int, position: int, first: Number
) -> tuple[str, str | None] | None:
    """课后服务覆盖率、参与率分别为100%、91%: the second name is 课后服务参与率."""
    if not run or not position:
        return None
    full = run[0][0].word.text
    rest = _SPOKEN.sub("", passage.text[run[0][0].end : first.quantity.start])
    names = _AND.split(rest)
    if len(names) != count or names[0]:
        return None
    ends = range(len(full) - 1, 1, -1)
    tried = (full[start:end] + names[position] for end in ends for start in range(end - 1))
    found = next((codes for text in tried if (codes := named(text))), None)
    return found[0] if found else None


def aliases(
    passage: Passage, number: Number, unit: str | None, measure: Measure, names: Sequence[Span]
) -> list[Linked]:
    """`names`: where the names stand that the number speaks for, if for several (several_names)."""
    if unit == "student/teacher" and _STAFF_TO_PUPILS.search(passage.text, *number.left):
        return [Linked("student_teacher_ratio", "so many pupils to one of the staff")]
    if number.forward:
        explained = "—" in passage.text[number.quantity.end : number.right[0]]  # 99.9%——净入学率
        whole = unit in ("%", "pp", None) and not explained
        start, end = (number.quantity.end, number.clause[1]) if whole else number.right
        found = coded(passage, start, end, unit, measure.name)
        if found:
            hit, code, level = found[0] if unit == "%" else found[-1]
            if code in _STOCKS and served(passage, number):
                return []
            if (
                code in _STOCKS
                and not exists(passage, number)
                and not verbs(passage, number, number.sentence[0])
                and not _EVERYWHERE.search(passage.text, number.clause[0], number.quantity.start)
            ):
                return []
            return [Linked(code, f"alias after the number: {hit.word.text}", level, at=(hit.start, hit.end))]
        if unit not in ("CNY", "%", "pp"):
            return []
    if names:
        return _of_each(passage, number, names, unit, measure)
    found = coded(passage, *number.left, unit, measure.name)
    if not found and len(number.group) == 1:
        before = passage.numbers[number.index - 1].quantity.end if number.index else 0
        found = coded(passage, max(before, number.clause[0]), number.quantity.start, unit, measure.name)
    if not found and unit == "rank":
        found = coded(passage, number.clause[0], number.quantity.start, "%", "level") or _surveyed(passage, number)
    if not found:
        return []
    run = _run(passage, found)
    if _names_part_of_schools(passage, run[-1]) or _is_cared_for(passage, number, run[-1]):
        return []
    if run[-1][1] in _STOCKS and _SHORTAGE.match(passage.text, run[-1][0].end):
        return []  # 专任教师缺额330人: those who are lacking are not there
    if (
        unit not in ("%", "pp", "CNY", "student/teacher", "rank", None)
        and measure.name == "level"
        and _OTHER_NOUN.search(_ASIDE.sub("", _unnamed(passage, run[-1][0].end, number.quantity.start)))
    ):
        return []
    hit, code, level = run[-1]
    if len(run) > 1 and len({code for _, code, _ in run}) == 1:
        levels = [level for _, _, level in run if level]
        level = merged(levels) if len(levels) == len(run) else None
    return [Linked(code, f"alias: {hit.word.text}", level, at=(hit.start, hit.end))]


_STAFF_TO_PUPILS = re.compile(
    r"(?:教职工|教师|保教人员)(?:与|和|[:：∶])(?:在园|在校)?(?:幼儿|学生)(?:人数)?(?:按|为|达到?|不低于)?\s?$"
)
"""按教职工与幼儿1∶8的比例."""
_SURVEY = Cued(r"在[^,，。;；\d]{2,24}(?:调查|测评|评价|监测|考核|评估)中[,，]$")


def _surveyed(passage: Passage, number: Number) -> list[tuple[Hit, str, str | None]]:
    """在全省满意度调查中,我市居前三: the place in an order of what was asked about."""
    start, end = number.sentence[0], number.clause[0]
    survey = _SURVEY.search(passage.text, start, end) if number.around & _SURVEY.bit else None
    return coded(passage, survey.start(), survey.end(), "%", "level") if survey else []


def _of_each(
    passage: Passage, number: Number, names: Sequence[Span], unit: str | None, measure: Measure
) -> list[Linked]:
    """What each of several names of one number is of; nothing where the catalogue knows none of them, or not all of what is
    counted."""
    last = passage.text[slice(*names[-1])]
    linked: list[Linked] = []
    for name in names:
        found = coded(passage, *name, unit, measure.name)
        if found and not (_names_part_of_schools(passage, found[-1]) or _is_cared_for(passage, number, found[-1])):
            hit, code, level = found[-1]
            linked.append(Linked(code, f"alias: {hit.word.text}", level, at=(hit.start, hit.end), name=name))
        elif known := _with_end(passage.text[slice(*name)], last, unit, measure):
            linked.append(Linked(known[0], "shares the end of the last name", known[1], name=name))
        else:
            linked.append(Linked(None, "another name that the number speaks for", name=name))
    told = [item.code is not None for item in linked]
    return linked if (any(told) if unit in ("%", "pp") else all(told)) else []


def _with_end(name: str, last: str, unit: str | None, measure: Measure) -> tuple[str, str | None] | None:
    """适龄儿童、残疾儿童入学率均达100%: a name that leaves out the end of the last one."""
    ends = (named(name + last[at:]) for at in range(1, len(last) - 1))
    return next((one for codes in ends for one in codes if fits(one[0], unit, measure.name)), None)
