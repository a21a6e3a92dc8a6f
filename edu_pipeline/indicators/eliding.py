"""What a number states whose noun its clause leaves out, because the sentence has said it.

What belongs here: parts of a flow (其中), its beneficiaries and its money, where a count has moved to (累计达到31个).  What does
not: numbers under a heading that names the indicator (headed), changes, norms and comments (comparing, leaning); the words
are data (linking.yaml, `elisions`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from edu_pipeline.indicators import parting
from edu_pipeline.indicators.counted_units import OF_THOSE_THAT
from edu_pipeline.indicators.fitting import fits
from edu_pipeline.indicators.lexicon import verbs_of_staff, verbs_of_works
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.naming import coded, placeless
from edu_pipeline.indicators.passage import Number, Passage, opened_before
from edu_pipeline.indicators.thread import Linked, Record, Thread, is_a_sum, kin
from edu_pipeline.indicators.totals_of_parts import level_of_sum
from edu_pipeline.language.cues import Cued
from edu_pipeline.language.units import normal
from edu_pipeline.reference import alternation, any_of, under

_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_PART = re.compile(r"[\s,，、(（;；]*(?:其中|含|包括|内含)[:：]?")
_SEPARATORS = " ,，、;；:：和及与了的"


@dataclass(frozen=True, slots=True)
class Elisions:
    """`elisions` of linking.yaml, as patterns: words that name no indicator, and those of the ones who benefit."""

    bare: re.Pattern[str]
    benefit: re.Pattern[str]
    sources: re.Pattern[str]
    parts: frozenset[str]
    counterparts: dict[str, str]
    members: dict[str, re.Pattern[str]]


@cache
def elisions() -> Elisions:
    data = under("linking.yaml", "elisions")
    return Elisions(
        re.compile(rf"(?:{alternation(data['bare'])}|[\s,，、;；:：的了“”()（）｜|])*"),
        re.compile(rf"(?:{alternation(data['benefit'])}|[\s,，、;；的了｜|])*"),
        re.compile(rf"(?:{alternation(data['sources'])}|[\s,，、;；和与及的为])*"),
        frozenset(data["parts"]),
        dict(data["counterparts"]),
        {
            code: re.compile(rf"[\s,，、和及与]*(?:其中[:：]?)?(?:{alternation(nouns)})(?:共|各|约)?")
            for code, nouns in data["members"].items()
        },
    )


def last_said(number: Number, thread: Thread) -> Record | None:
    """The number read last, if it stands in the same sentence."""
    record = thread.records[-1] if thread.records else None
    return record if record and record.number.sentence == number.sentence and record.linked.code else None


def _before_share(number: Number, unit: str | None, thread: Thread) -> Record | None:
    """712人,占全省的19.6%,其中理科586人: the number read last, or the count whose share that is."""
    last = thread.records[-1] if thread.records else None
    if last is None or last.unit != "%" or unit == "%" or last.number.sentence != number.sentence:
        return last_said(number, thread)
    return next((r for r in thread.said_in(number.sentence)[:-1][::-1] if r.unit == unit and r.linked.code), None)


def _taken(record: Record, rule: str, level: str | None = None, code: str | None = None) -> Linked:
    return Linked(code or record.linked.code, rule, level, at=record.linked.at, unit=None if code else record.unit)


def _own_level(passage: Passage, number: Number, record: Record) -> str | None:
    """None where the number has a level word of its own, else the record's; a teacher's degree (硕士研究生) is no level."""
    own = {h.word.level for h in passage.hits.levels.within(number.left[0], number.right[1])}
    if (record.linked.code or "").startswith("teachers_"):
        own -= {"tertiary"}
    return None if own else record.level


def part(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """新建公办园5所,其中乡镇中心园4所; 投入3.6亿元,其中市级1.1亿元: a part of what was built, hired, paid."""
    record = last_said(number, thread)
    if record is None or record.linked.code not in elisions().parts:
        return None
    if number.forward:
        return _taken(record, parting.PART, record.level) if _is_assigned(passage, number, record) else None
    if record.unit != unit and not _same_classifier(record, number):
        return None
    opening = _PART.match(passage.text, *number.lead)
    whole = _whole_before(record, thread) if opening is None and _goes_on(passage, number) else record
    if whole is None or (opening is None and whole is record) or record.measure != "level":
        return None
    own = (max(opening.end() if opening else 0, number.left[0]), number.left[1])
    if unit == "CNY" and not elisions().sources.fullmatch(placeless(passage, *own)):
        return None
    verbal = unit != "CNY" and bool(passage.hits.verbs.within(*own))
    if verbal or "占" in passage.text[slice(*own)]:
        return None
    return _taken(whole, parting.PART, _own_level(passage, number, whole))


_ASSIGNED = Cued(r"(?:全部|均|已)?(?:分配|安排|充实|分派|选派|派|投放|下沉|补充)[到至往]")


def _is_assigned(passage: Passage, number: Number, record: Record) -> bool:
    """招聘教师412名,其中263名分配到农村学校: some of them, and where they went."""
    if record.linked.code != "teachers_recruited" or record.unit != "person" or not number.said & _ASSIGNED.bit:
        return False
    told = _PART.fullmatch(passage.text, *number.lead)
    return told is not None and _ASSIGNED.match(passage.text, number.quantity.end) is not None


def _goes_on(passage: Passage, number: Number) -> bool:
    """其中幼儿园60名、音体美等紧缺学科40名: another part of the same whole."""
    own = passage.text[slice(*number.left)]
    return own[:1] in "、和及" and len(own) <= 14 and not passage.hits.names.within(*number.left)


def _whole_before(record: Record, thread: Thread) -> Record | None:
    """The whole that the number read last was a part of."""
    if record.linked.rule != parting.PART:
        return None
    return next((r for r in reversed(thread.records) if r.linked.rule != parting.PART), None)


def _same_classifier(record: Record, number: Number) -> bool:
    """实施项目184个,其中普通高中12个: 个 counts what it counted, whatever noun stands before it."""
    return number.quantity.unit == "weak" and record.number.quantity.unit_text == number.quantity.unit_text


_OPENS = re.compile(r"\s?[(（](?!含|不含|包括|其中含)")


def in_bracket(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """未达标学校18所(小学11所、初中7所): a bracket behind a number tells its parts, whatever they are parts of."""
    text, at = passage.text, number.quantity.start
    opened = opened_before(text, number)
    if opened < 0 or re.search("[)）]", text[opened:at]) or not _OPENS.match(text, opened):
        return None
    whole = next((r for r in reversed(thread.records) if r.number.quantity.end <= opened), None)
    if whole is not None and whole.unit == "project" and whole.number.quantity.end >= opened - 1:
        verbal = passage.hits.verbs.within(*number.left)
        if _same_classifier(whole, number) and not number.forward and not verbal:
            return _taken(whole, parting.PART, _own_level(passage, number, whole))
    if (
        whole is None
        or whole.unit != unit
        or unit not in ("institution", "person", "class", "place")
        or whole.number.quantity.end < opened - 1
    ):
        return None
    own = placeless(passage, opened + 1 if whole.number.index == number.index - 1 else number.left[0], at)
    for hit in sorted(passage.hits.within(*number.left), key=lambda h: h.start - h.end):
        if hit.word.level:
            own = own.replace(hit.word.text, "", 1)
    by_sort = whole.linked.code and parting.sort_alone().fullmatch(own.strip(_SEPARATORS))
    if not by_sort and (whole.linked.code in _STOCKS or not elisions().bare.fullmatch(own)):
        return None
    return _taken(whole, parting.PART, _own_level(passage, number, whole))


_STOCKS = ("institutions", "teaching_points", "demonstration_kindergartens", "demonstration_high_schools")


def member(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """交流教师112名、校长15名; 招聘特岗教师120名,免费师范生5名: the list's verb governs a noun of the same kind."""
    record = _before_share(number, unit, thread)
    if record is None or number.forward or record.unit != unit or record.measure != "level":
        return None
    if _STANDS.search(passage.text, number.clause[0], number.quantity.start):
        return None
    nouns = elisions().members.get(record.linked.code or "")
    own = _ASIDE.sub("", passage.text[slice(*number.left)])
    return (
        _taken(record, "list: verb of the number before it", _own_level(passage, number, record))
        if nouns and nouns.fullmatch(own)
        else None
    )


_STANDS = re.compile("[现共尚仍还]有|保留|剩")
"""撤并小学14所,现有初中26所: what there is goes on with no verb."""


def done(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """学校由186所调整为128所,其中新建12所、撤并76所: a verb alone says what was done to schools.

    So it does under a heading that names a level (二、学前教育 / 投入6.4亿元,新建63所).
    """
    record = last_said(number, thread)
    if number.forward or unit not in ("institution", "item", "person"):
        return None
    own = passage.text[slice(*number.left)].strip(f"{_SEPARATORS}(（").removeprefix("其中").strip(_SEPARATORS)
    own = _THOSE.sub("", own) if number.quantity.unit == "institution" else own
    if unit == "person":
        if _SENT.search(own):
            return Linked("teachers_rotated", f"verb alone: {own}")
        own = _adverbs().sub("", _BY_WAY.sub("", own))
        hired = own in verbs_of_staff() and not _of_others().search(passage.text, *number.sentence)
        of_those = record is not None and record.linked.code == "teachers_recruited"
        level = record.level if record is not None and of_those else None
        return Linked("teachers_recruited", f"verb alone: {own}", level) if hired else None
    if (whole := _projects(passage, number, record, thread)) and _STAGES.fullmatch(own):
        return _taken(whole, f"verb alone: {own}", whole.level)
    code = verbs_of_works().get(normal(own)) or verbs_of_works().get(normal(_adverbs().sub("", own)))
    if code is None:
        return None
    if record is not None and record.unit == "institution":
        return Linked(code, f"verb alone: {own}", record.level, unit="institution")
    opens = record is None or record.unit in ("CNY", "place", "m2")
    level = thread.section.level or thread.section.paper_level
    counted = opens and number.quantity.unit == "institution" and (level or number.quantity.unit_text == "所")
    return Linked(code, f"verb alone: {own}", unit="institution") if counted else None


_THOSE = re.compile("的(?:共?有|达)?$")
"""其中投入使用的有31所: those of which it is told."""
_BY_WAY = re.compile(r"^(?:通过|采取|利用)[^,，。;；\d]{2,20}?(?:渠道|方式|途径|形式)")
"""通过“名校优生”等渠道引进46人."""
_SENT = re.compile(r"(?:从[^,，。;；\d]{1,10})?(?:到|赴|去|前往)[^,，。;；\d]{1,10}(?:支教|轮岗|轮岗交流|交流轮岗)$")
"""从本岛到外岛支教14人: nobody but teachers is sent to teach."""
_STAGES = re.compile(
    "(?:已|均已|未|全部|实际|正在)?(?:续建|新建|改建|扩建|改扩建|新开工|开工|在建|完工|竣工|建成|投用|储备|前期)(?:项目)?"
)


def _projects(passage: Passage, number: Number, record: Record | None, thread: Thread) -> Record | None:
    """实施项目14个,投资3亿元。其中续建6个、前期3个: the projects that the sentence, or the one before 其中, counts in the same way."""
    said = [record] if record else []
    if passage.text.startswith("其中", number.sentence[0]) or not said:
        said += _said(passage, number, thread)
    return next((r for r in said if r.unit == "project" and _same_classifier(r, number)), None)


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of('linking.yaml', 'elisions', 'adverbs')})+")


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(any_of("linking.yaml", "elisions", "other_persons"))


_ADMITS = re.compile("(?:招生|招收|招录|新生)")
"""计划招生12个班、540人: those who fill new classes."""


def persons(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """特殊教育学校3所,27个班,341人: bare persons after schools and classes are their pupils."""
    record = thread.records[-1] if thread.records else None
    if record is None or number.forward or unit != "person" or record.number.sentence != number.sentence:
        return None
    bare = not passage.text[slice(*number.left)].strip(_SEPARATORS)
    if bare and record.unit == "class" and _ADMITS.search(passage.text, record.number.clause[0], number.quantity.start):
        return Linked("new_entrants", "bare persons after classes that are filled", record.level)
    if record.linked.code not in ("institutions", "classes"):
        return None
    return _taken(record, "bare persons after schools", record.level, "students") if bare else None


def of_those(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """摸排培训机构1736家,存在问题的1209家,已整改487家: what tutoring institutions were found to be, or what became of them."""
    record = last_said(number, thread)
    if record is None or number.forward or unit != "institution" or record.linked.code != "tutoring_institutions":
        return None
    own = passage.text[slice(*number.left)].strip(" ,，、;；")
    told = OF_THOSE_THAT.fullmatch(own) or elisions().bare.fullmatch(own)
    return _taken(record, "of the institutions before it", record.level) if told else None


_SO_SMALL = re.compile("(?:[及或]?以[上下内])?的(?:仅|只|尚|还|共|就)*有?")


def of_points(passage: Passage, number: Number, thread: Thread) -> Linked | None:
    """教学点143个,其中学生不足10人的有87个: teaching points told apart by how small they are."""
    bound = passage.numbers[number.index - 1] if number.index else None
    if bound is None or not bound.definition or number.forward:
        return None
    if not _SO_SMALL.fullmatch(passage.text, bound.quantity.end, number.quantity.start):
        return None
    points = (r for r in reversed(thread.said_in(number.sentence)) if r.linked.code == "teaching_points")
    record = next(points, None)
    if record is not None and not _same_classifier(record, number):
        return None
    spoken = record is not None or passage.text.find("教学点", number.sentence[0], bound.quantity.start) >= 0
    return Linked("teaching_points", "teaching points of a size", unit="institution") if spoken else None


def counterpart(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """助学金318万元、2120人次; 补助512万元,受益学生8213人: the persons of the money before them, and the money of the persons."""
    record = last_said(number, thread)
    code = elisions().counterparts.get(record.linked.code or "") if record else None
    if (
        record is None
        or code is None
        or record.unit == unit
        or not fits(code, unit, "level")
        or record.measure != "level"
    ):
        return None
    own = passage.text[slice(*number.left)]
    after = passage.text[slice(*number.right)] if number.forward else ""
    persons = unit in ("person", "person-time")
    said = elisions().benefit.fullmatch(own + after) if persons else elisions().bare.fullmatch(own)
    return _taken(record, "goes with the number before it", record.level, code) if said else None


def moved(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """今年再建6个,累计达到31个; 注销231家、转型84家: verbs and times alone speak of what the sentence named last."""
    own = passage.text[slice(*number.left)]
    if number.forward or measure.name != "level" or not own.strip(_SEPARATORS):
        return None
    if not elisions().bare.fullmatch(own):
        return None
    if "人均" in own:
        return _a_head(passage, number, unit, measure)
    said = _said(passage, number, thread)
    record = next((r for r in said if r.linked.code and _same(r, number, unit) and not is_a_sum(number, r)), None)
    if record and record is said[0]:
        if level := level_of_sum(own, said):
            return _taken(record, "sums up the numbers before it", level)
        return _taken(record, "speaks of the number before it", record.level)
    start = said[0].number.right[1] if said and said[0].linked.code else number.sentence[0]
    named = coded(passage, start, number.clause[0], unit, measure.name)
    if named:
        hit, code, level = named[-1]
        return Linked(code, f"named before: {hit.word.text}", level, at=(hit.start, hit.end))
    return _taken(record, "speaks of a number before it", record.level) if record else None


def _a_head(passage: Passage, number: Number, unit: str | None, measure: Measure) -> Linked | None:
    """教师平均工资水平不低于公务员,2022年人均达10.6万元: a sum a head is what only an average can be."""
    found = coded(passage, number.sentence[0], number.clause[0], unit, measure.name)
    if not found or found[-1][1] != "average_teacher_salary":
        return None
    hit, code, level = found[-1]
    return Linked(code, f"named before: {hit.word.text}", level, at=(hit.start, hit.end))


def _said(passage: Passage, number: Number, thread: Thread) -> list[Record]:
    """The numbers of the sentence that were read, the last first; after 其中 those of the sentence before as well."""
    start = number.sentence[0]
    said = thread.said_in(number.sentence)
    if start and passage.text.startswith("其中", start):
        said = thread.said_in(passage.cuts.sentence(start - 1)) + said
    return said[::-1]


def _same(record: Record, number: Number, unit: str | None) -> bool:
    """Whether two numbers count in the same unit, or with the same weak classifier."""
    weak = number.quantity.unit == "weak" and unit == "item"
    return (
        kin(record.unit, unit)
        or (unit, record.unit) == ("%", "pp")
        or (weak and record.number.quantity.unit_text == number.quantity.unit_text)
    )


_OF_THEM = Cued(r"\s*其[中余](?!他)")
_SHORT = Cued(r"(?:[一-鿿]{0,6}[学园]位)?[\s尚还仍存在有共]*(?:缺口|缺额|缺)(?:约|近|达|为)?\s?$")
"""The number's clause names nothing else: 教师编制缺口120个 are no places."""
_PLACES = re.compile(r"(?:学位|园位|入学需求)[^,，。;；\d]{0,8}[,，]")
"""片区学位较紧张,缺口约240个."""


def of_projects(passage: Passage, number: Number, thread: Thread) -> Linked | None:
    """规划项目128个。其中学前教育37个、义务教育58个: parts, by level alone, of the projects that the sentence before counted."""
    if number.quantity.unit != "weak" or number.forward or not number.around & _OF_THEM.bit:
        return None
    if not _OF_THEM.match(passage.text, *number.sentence) or not passage.hits.levels.within(*number.left):
        return None
    whole = any(
        r.linked.code == "construction_projects" and r.number.sentence[1] == number.sentence[0] for r in thread.records
    )
    return Linked("construction_projects", "part of the projects before it", unit="project") if whole else None


def short_of(passage: Passage, number: Number, thread: Thread) -> Linked | None:
    """现有公办学位4275个,缺口555个: so many places are lacking."""
    if number.quantity.unit != "weak" or number.forward or not number.said & _SHORT.bit:
        return None
    if not _SHORT.match(passage.text, number.left[0], number.quantity.start):
        return None
    places = any(r.unit == "place" for r in thread.remembered()) or _PLACES.search(passage.text, *number.sentence)
    return Linked(None, "short of the places spoken of before it", unit="place") if places else None
