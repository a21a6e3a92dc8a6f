"""The level of education that a number is about.

What belongs here: where the level is looked for (the number's own noun phrase, its clause, the word that opens its
list, its section) and how two levels are one (小学和初中: compulsory).  What does not: the words (levels.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from edu_pipeline.indicators.catalogue import Indicator, catalogue
from edu_pipeline.indicators.lexicon import Hit
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Record, Thread, one_level

_JOINT = re.compile(r"(?:教育|学校|阶段|学生|在校生|教师)?\s?(?:[、/]|和|与|及|以及|或)\s?(?:公办|民办|普惠性)?")
_SCHOOL = ("primary", "lower_secondary", "compulsory")
_SENIOR = ("general_upper_secondary", "vocational_upper_secondary", "upper_secondary")


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


def level_run(passage: Passage, start: int, end: int, *, single: bool = False) -> list[Hit]:
    """The last level words of a span that are joined by 、 or 和; `single` leaves out words that name two."""
    found = passage.hits.levels.within(start, end)
    if single:
        found = [h for h in found if not _COMPOUND.search(h.word.text)]
    if passage.including:
        found = [h for h in found if not _INCLUDED.search(passage.text, max(start, h.start - 18), h.start)]
    if len(found) < 2:
        return found
    found = [
        h
        for i, h in enumerate(found)
        if i == 0 or h.start >= found[i - 1].end or h.end <= found[i - 1].end or h.start == found[i - 1].start
    ]
    found = [
        h
        for h in found
        if not any(
            o is not h and o.start <= h.start and h.end <= o.end and len(o.word.text) > len(h.word.text) for o in found
        )
    ]
    run = found[-1:]
    for hit in reversed(found[:-1]):
        gap = passage.text[hit.end : run[0].start]
        if not _JOINT.fullmatch(gap):
            break
        run.insert(0, hit)
    return run


def distributed(passage: Passage, number: Number) -> str | None:
    """小学、初中分别达到4.5和5.8: the level of the nth number of a list."""
    group = number.group
    if len(group) < 2:
        return None
    first = passage.numbers[group[0]]
    before = passage.numbers[group[0] - 1].quantity.end if group[0] else 0
    run = level_run(passage, max(first.sentence[0], before), first.quantity.start, single=True)
    run = run or _run_before(passage, first, len(group))
    return run[group.index(number.index)].word.level if len(run) == len(group) else None


def _run_before(passage: Passage, number: Number, count: int) -> list[Hit]:
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


def level_of(passage: Passage, number: Number, linked: Linked, thread: Thread) -> list[str]:
    """The levels that a number is about; more than one where it speaks for several (小学、初中均大于1人)."""
    if linked.level and linked.rule.startswith("list: in the order"):
        return [linked.level]
    nth = distributed(passage, number)
    if nth:
        return [nth]
    bracketed = passage.text.startswith(("(", "（"), number.quantity.end)
    noted = _NOTED.match(passage.text, number.quantity.end) if bracketed else None
    run = level_run(passage, *noted.span(1)) if noted else []
    if run:
        return [merged(h.word.level or "all" for h in run)]
    told = _told_before(passage, number, thread)
    if told:
        return [told]
    indicator = catalogue().indicators.get(linked.code or "")
    if linked.code == "teaching_points" and not linked.level and _PRIMARY.search(passage.text, *number.sentence):
        return ["primary"]
    own = _own(passage, number, linked)
    if (linked.code or "").startswith("teachers_"):
        own = [h for h in own if not _DEGREE.search(h.word.text)]
    levels = [h.word.level or "all" for h in own]
    if len(set(levels)) > 1 and indicator and indicator.accounting == "rate" and _each(passage, own[0], number):
        return levels
    if linked.level and not (own and (_widens(own, linked) or _of_trade(own, linked))):
        return [linked.level]
    spoken = _spoken_for(passage, number, indicator) if not own else []
    if spoken:
        return spoken
    if own:
        return [_of_paper(merged(levels), own[0].word.text, thread)]
    default = indicator.default_level if indicator else "all"
    if default == "all" or (indicator and indicator.group == "teachers" and indicator.accounting == "rate"):
        default = thread.section.paper_level or default
    if indicator and not _governed(indicator):
        return [_narrower(indicator, default, passage, number, thread) or default]
    ahead = _ahead(passage, number) if indicator and indicator.unit == "CNY" else None
    return [ahead or _around(passage, number, indicator, thread) or default]


def _spoken_for(passage: Passage, number: Number, indicator: Indicator | None) -> list[str]:
    """小学、初中的A分别为7.0、7.9;B均超过1.1: of both levels that the sentence has distributed."""
    lead = passage.text[number.left[0] : number.quantity.start]
    if indicator is None or indicator.accounting != "rate" or len(number.group) > 1 or not _BOTH.search(lead):
        return []
    return [h.word.level or "all" for h in _run_before(passage, number, 2)]


_NOTED = re.compile(r"[(（](?!含|不含|包括|其中)([^()（）\d,，。;；]{2,8})[)）]")
"""45人(小学)、50人(初中): the level that a bracket notes."""
_BOTH = re.compile(r"(?<![生人平])(?:均|都)[^均都]{0,4}$")


def _of_trade(own: Sequence[Hit], linked: Linked) -> bool:
    """职教高考本科录取: the exam is that of vocational schools."""
    return linked.level == "general_upper_secondary" and own[-1].word.level == "vocational_upper_secondary"


_DEGREE = re.compile("研究生|大学生|本科|专科")
"""What degree a teacher has is no level of school."""
_PRIMARY = re.compile("(?<!中)小学|完小")
"""Teaching points counted beside primary schools are of them."""


def _of_paper(level: str, word: str, thread: Thread) -> str:
    """职教专项资金 in a paper on 中等职业教育: 职教 is what the paper is about, 职业院校 are not."""
    paper = thread.section.paper_level
    return paper if paper and word.startswith("职教") and paper in _WITHIN["vocational"] else level


def _told_before(passage: Passage, number: Number, thread: Thread) -> str | None:
    """8所中小学和6所公办园投用,分别新增学位7200个、1980个: the nth number is of the nth level just counted."""
    group = number.group
    if len(group) < 2 or not group[0]:
        return None
    first = passage.numbers[group[0]]
    lead = passage.text[first.lead[0] : first.quantity.start]
    said = [r for r in thread.said_in(number.sentence) if r.number.index < group[0]]
    said = said[-len(group) :]
    levels = [r.level for r in said]
    apart = len(said) == len(group) and len(set(levels)) == len(levels) and None not in levels
    if not apart or "分别" not in lead or level_run(passage, *first.lead):
        return None
    return levels[group.index(number.index)]


def _widens(own: Sequence[Hit], linked: Linked) -> bool:
    """职业高中招生, 新建幼儿园和小学: the words of the level reach beyond the name that they overlap (高中招生, 新建幼儿园)."""
    if linked.at is None or (linked.level == "general_upper_secondary" and own[0].word.level == "tertiary"):
        return False  # 普通本科上线率 is of those who leave senior school
    begins = own[0].start < linked.at[0] < own[0].end
    return begins or own[0].start < linked.at[1] < own[-1].end


def _ahead(passage: Passage, number: Number) -> str | None:
    """投资5.86亿元,新建中小学…: what money was spent on follows it."""
    stop = number.clause[1]
    if not passage.text[number.quantity.end : stop].strip(" ,，元"):
        stop = passage.cuts.clause(stop)[1] if stop < number.sentence[1] else stop
    found = [
        h.word.level or "all"
        for h in passage.hits.levels.within(number.quantity.end, min(stop, number.sentence[1]))
        if not h.inner
    ]
    return merged(found) if found else None


_CONTEXTUAL = (
    "student_teacher_ratio", "class_size", "school_size", "large_class_share", "large_classes", "full_time_teacher_share",
    "teachers_per_100_students", "between_school_variation", "teaching_area_per_student", "sports_area_per_student",
    "per_student_expenditure", "equipment_value_per_student", "multimedia_rooms_per_100_students", "net_enrolment_rate", "retention_rate",
)  # fmt: skip
"""Rates that every level has: the level comes from around the number before it comes from the catalogue."""
_GOVERNED = ("students", "facilities", "finance", "schools", "aid")


def _governed(indicator: Indicator) -> bool:
    """Whether the level may come from further off: the word that opens a list, the paragraph's topic, the heading."""
    if indicator.code in _CONTEXTUAL:
        return True
    if indicator.accounting == "rate" or indicator.default_level not in ("all", "none", "k12_and_pre_primary", "k12"):
        return False
    return indicator.group in _GOVERNED or indicator.code in ("staff", "full_time_teachers")


_WITHIN = {
    "compulsory": ("primary", "lower_secondary"),
    "general_upper_secondary": ("vocational_upper_secondary", "vocational"),
    "upper_secondary": ("pre_primary", "primary", "lower_secondary", "compulsory", "tertiary"),
    "vocational": ("vocational_upper_secondary", "tertiary_vocational"),
}
"""Levels that a number takes from the list it stands in rather than its indicator's default."""


def _narrower(indicator: Indicator, default: str, passage: Passage, number: Number, thread: Thread) -> str | None:
    """小学教职工与学生比为1:19,专任教师占比91%: a level within the default, stated just before."""
    said = thread.said_in(number.sentence)
    rate = indicator.accounting == "rate"
    counted = [r for r in said if r.linked.code or (rate and r.unit in ("person", "institution"))]
    if not counted:
        return None
    record = counted[-1]
    if record.level in _WITHIN.get(default, ()) and len(record.number.group) == 1:
        return record.level
    own = passage.text[number.left[0] : number.quantity.start].strip("、,，")
    near = record.number.index == number.index - 1 or indicator.accounting == "rate"
    grouped = indicator.group == "school_groups" == _group_of(record)
    aid = grouped or indicator.group == "aid" and len(own) <= 7 and _group_of(record) in ("aid", "finance")
    rate = rate and indicator.default_level == "all" and len(record.number.group) == 1
    specific = record.level not in (None, "none", "all")
    return record.level if near and (aid or rate) and specific else None


def _group_of(record: Record) -> str | None:
    indicator = catalogue().indicators.get(record.linked.code or "")
    return indicator.group if indicator else None


def _each(passage: Passage, hit: Hit, number: Number) -> bool:
    return bool(re.search(r"(?<![生人])均|都|所有|各", passage.text[max(0, hit.start - 6) : number.quantity.start]))


def _own(passage: Passage, number: Number, linked: Linked) -> list[Hit]:
    if number.forward:
        run = level_run(passage, *number.right)
        if run:
            return run
    run = level_run(passage, *number.left)
    if not run and linked.at and not (number.left[0] <= linked.at[0] and linked.at[1] <= number.quantity.start):
        run = level_run(passage, max(0, linked.at[0] - 12), linked.at[1])
    return run


_TOPICAL = 40
"""How long a paragraph's first sentence may be to name its topic."""


def _bracketed(text: str, segment: int, record: Record, number: Number) -> bool:
    """初中86所(其中九年一贯制学校21所),在校生…: what stands in brackets does not open the list."""
    at = record.number.quantity.start
    lead = text[segment:at]
    opened = max(lead.rfind("("), lead.rfind("（")) > max(lead.rfind(")"), lead.rfind("）"))
    return opened and re.search("[)）]", text[at : number.quantity.start]) is not None


def _listed_level(passage: Passage, number: Number, records: Sequence[Record]) -> str | None:
    """小学127所,在校生7万人: of the list's opener; 小学17所、初中11所,在校生3万人: of all that the list before it named."""
    segment = max(number.sentence[0], passage.cuts.segment(number.quantity.start)[0])
    records = [r for r in records if r.number.quantity.start >= segment and r.linked.code]
    records = [r for r in records if not _bracketed(passage.text, segment, r, number)]
    last = records[-1] if records else None
    counted = any(r.linked.code in _OPENED_ALL for r in records)
    if last is None or last.level in (None, "none") or (last.level == "all" and not counted):
        return None
    together = {r.level or "all" for r in records if r.number.clause == last.number.clause}
    if len(together) < 2 or last.number.clause == number.clause:
        return last.level
    return merged(together - {"special", "none"})


def _around(passage: Passage, number: Number, indicator: Indicator | None, thread: Thread) -> str | None:
    """The word that opens the list, then the sentence, the paragraph's topic, the heading."""
    group = indicator.group if indicator else ""
    rates = _rates(passage, number) if group in _OPENERS else []
    run = _free(level_run(passage, number.clause[0], number.quantity.start), rates)
    if run:
        return _listed_names(passage, run, number) or merged(h.word.level or "all" for h in run)
    told = thread.said_in(number.sentence)
    records = [r for r in told if _opens(r, group)]
    listed = _listed_level(passage, number, records)
    if listed:
        return listed
    segment = max(number.sentence[0], passage.cuts.segment(number.quantity.start)[0])
    rates += _apart(passage, told, group)
    rates += _aside(passage, segment, number.quantity.start)
    run = _free(level_run(passage, segment, number.quantity.start), rates)
    if run:
        return merged(h.word.level or "all" for h in run)
    head = next((r for r in records if r.linked.code), None)
    if head and (head.level not in (None, "none", "all") or (head.level == "all" and head.linked.code in _OPENED_ALL)):
        return head.level
    before = (r for r in reversed(thread.records) if _opens(r, group))
    return _of_paragraph(passage, number, before) or thread.section.level or thread.section.paper_level


_OPENED_ALL = ("schools_built", "construction_projects", "institutions", "students", "staff", "full_time_teachers")
"""Counts whose level `all` is one that a list goes on with (各级各类学校), not only what no word says."""
_OPENERS = {
    "facilities": ("facilities",),
    "finance": ("facilities", "finance", "aid"),
    "aid": ("aid", "finance", "students"),
}
"""Groups whose numbers a list of works, money or aid goes on from: 撤并村小20所,完成投资3500万元 is no money of primary schools."""


def _opens(record: Record, group: str) -> bool:
    if group not in _OPENERS or (record.linked.code == "institutions" and group == "facilities"):
        return True
    return _group_of(record) in _OPENERS[group]


def _apart(passage: Passage, told: Sequence[Record], group: str) -> list[Hit]:
    """The level words of numbers that no list of works, money or aid goes on from."""
    spans = [(r.number.left[0], r.number.right[1]) for r in told if not _opens(r, group)]
    return [h for span in spans for h in passage.hits.levels.within(*span)]


def _rates(passage: Passage, number: Number) -> list[Hit]:
    """Names of rates before a number: 高中阶段毛入学率达95%,新增学位8万个 are no places of that level."""
    found = passage.hits.names.within(number.sentence[0], number.quantity.start)
    return [h for h in found if catalogue().indicators[h.word.codes[0][0]].unit == "%"]


def _free(run: list[Hit], rates: Sequence[Hit]) -> list[Hit]:
    """Level words that stand in no name of a rate."""
    return [h for h in run if not any(r.start <= h.start and h.end <= r.end for r in rates)]


_CLOSED = re.compile("[(（][^()（）]*[)）]")


def _aside(passage: Passage, start: int, end: int) -> list[Hit]:
    """Level words in brackets that are closed: 新建学校5所(小学3所、初中2所),新增学位7920个."""
    spans = [m.span() for m in _CLOSED.finditer(passage.text, start, end)]
    return [h for span in spans for h in passage.hits.levels.within(*span)]


_NAMED_SCHOOLS = re.compile("学校[^,，。;；、]{0,4}[、和及][^,，。;；、]{0,8}$")


def _listed_names(passage: Passage, run: Sequence[Hit], number: Number) -> str | None:
    """湾岭学校、第四幼儿园建成,新增学位: a school of unknown level stands beside the kindergarten."""
    lead = passage.text[number.sentence[0] : run[0].start]
    return "k12_and_pre_primary" if run[0].word.level == "pre_primary" and _NAMED_SCHOOLS.search(lead) else None


_ANEW = re.compile(
    r"(?:[^。;；\n]{0,40}[,，])?[\s\u3000“]*(?:目前|现在|截至[^,，]{0,12})?[,，]?(?:全|我|本)[市县区省州旗盟国](?!.{0,3}[小初高中][学中职])"
)


def _of_paragraph(passage: Passage, number: Number, records: Iterable[Record]) -> str | None:
    """The one level that the paragraph speaks of so far, unless its sentence counts the whole place anew (全县共有)."""
    if _ANEW.match(passage.text, number.sentence[0]):
        return None
    said = one_level(records)
    if said not in (None, "all", "none"):
        return said
    opening = passage.cuts.sentence(0)
    if opening[1] > number.sentence[0] or opening[1] - opening[0] > _TOPICAL:
        return None
    if passage.numbers[0].sentence == opening:
        return None
    return next((h.word.level for h in passage.hits.levels.within(*opening)), None)
