"""What governs the level of a number from further off: the list it stands in, its sentence, paragraph and heading.

What belongs here: which indicators take their level from there, and what opens a list.  What does not: the level that
the number's own words name (schooling), the words (level_words).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from edu_pipeline.indicators.catalogue import Indicator, catalogue
from edu_pipeline.indicators.level_words import is_example, level_run, merged
from edu_pipeline.indicators.lexicon import Hit
from edu_pipeline.indicators.measures import one_of
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Record, Thread, in_brackets, one_level


def ahead(passage: Passage, number: Number) -> str | None:
    """投资5.86亿元,新建中小学…: what money was spent on follows it."""
    start, stop = number.quantity.end, number.clause[1]
    if not passage.text[start:stop].strip(" ,，元"):
        while stop < number.sentence[1] and _MERGES.match(passage.text, stop):
            start = stop = passage.cuts.clause(stop)[1]
        stop = passage.cuts.clause(stop)[1] if stop < number.sentence[1] else stop
    found = [
        h.word.level or "all"
        for h in passage.hits.within(start, min(stop, number.sentence[1]))
        if h.word.level and not h.inner and not is_example(passage, h)
    ]
    return merged(found) if found else None


_MERGES = re.compile("(?:共|先后|累计)?(?:撤并|撤销|撤点并校|整合|合并)")
"""投入7.83亿元,撤并“一师一校”点41个,新建学校9所: no money of what was merged."""
_CONTEXTUAL = (
    "student_teacher_ratio", "class_size", "school_size", "large_class_share", "large_classes", "full_time_teacher_share",
    "teachers_per_100_students", "between_school_variation", "teaching_area_per_student", "sports_area_per_student",
    "per_student_expenditure", "equipment_value_per_student", "multimedia_rooms_per_100_students", "net_enrolment_rate", "retention_rate", "teacher_certification_rate",
    "project_start_rate", "project_completion_rate",
)  # fmt: skip
"""Rates that every level has: the level comes from around the number before it comes from the catalogue."""
_GOVERNED = ("students", "facilities", "finance", "schools", "aid")


def governed(indicator: Indicator) -> bool:
    """Whether the level may come from further off: the word that opens a list, the paragraph's topic, the heading."""
    if indicator.code in _CONTEXTUAL:
        return True
    if indicator.accounting == "rate" or indicator.default_level not in ("all", "none", "k12_and_pre_primary", "k12"):
        return False
    return indicator.group in _GOVERNED or indicator.code in ("staff", "full_time_teachers")


OF_ITS_LEVEL = ("public_budget_education_expenditure", "myopia_rate", "migrant_children_public_school_share")
"""Of the level that the catalogue gives them, unless their own words name one: what a budget spends on education and how
many children are short-sighted, of all; how many 随迁子女 public schools take in, of compulsory schooling."""
WITHIN = {
    "compulsory": ("primary", "lower_secondary"),
    "general_upper_secondary": ("vocational_upper_secondary", "vocational"),
    "upper_secondary": ("pre_primary", "primary", "lower_secondary", "compulsory", "tertiary"),
    "vocational": ("vocational_upper_secondary", "tertiary_vocational"),
}
"""Levels that a number takes from the list it stands in rather than its indicator's default."""


def narrower(indicator: Indicator, default: str, passage: Passage, number: Number, thread: Thread) -> str | None:
    """小学教职工与学生比为1:19,专任教师占比91%: a level within the default, stated just before."""
    said = thread.said_in(number.sentence)
    rate = indicator.accounting == "rate"
    apart = (*_NO_LIST, *_OF_LEAVERS) if indicator.code == "gross_enrolment_ratio" else _NO_LIST
    said = [r for r in said if r.linked.code not in apart]
    counted = [
        r for r in said if r.linked.code or (rate and (r.unit in ("person", "institution") or _own_rate(passage, r)))
    ]
    if not counted:
        if indicator.code == "gross_enrolment_ratio" and _opens_sentence(passage, number):
            level = one_level(thread.records) or thread.section.level
            return level if level in WITHIN.get(default, ()) else None
        return _subject(passage, number) if rate and indicator.group in OF_STAFF else None
    record = counted[-1]
    aside = indicator.group == "aid" and record.number.quantity.start < passage.cuts.segment(number.quantity.start)[0]
    if record.level in WITHIN.get(default, ()) and len(record.number.group) == 1 and not aside:
        return record.level
    if indicator.code in _OF_LEAVERS and record.level in WITHIN["compulsory"]:
        return record.level
    if record.number.quantity.start < passage.cuts.segment(number.quantity.start)[0]:
        return None
    own = passage.text[number.left[0] : number.quantity.start].strip("、,，")
    near = record.number.index == number.index - 1 or indicator.accounting == "rate"
    grouped = indicator.group == "school_groups" == _group_of(record)
    aid = grouped or indicator.group == "aid" and len(own) <= 7 and _group_of(record) in ("aid", "finance")
    rate = (
        rate
        and indicator.default_level == "all"
        and indicator.code not in OF_ITS_LEVEL
        and len(record.number.group) == 1
    )
    staffed = indicator.group in OF_STAFF and record.linked.code in ("staff", "full_time_teachers")
    specific = record.level not in (None, "none", "all") and not (staffed and _a_part(passage, record))
    return record.level if near and (aid or rate or staffed) and specific else None


def _own_rate(passage: Passage, record: Record) -> bool:
    """中职学校“双证书”获取率87%: a rate without a code whose own words name its level; no share (占高中阶段招生的48.9%)."""
    left = passage.text[slice(*record.number.left)]
    return record.unit == "%" and "占" not in left and bool(level_run(passage, *record.number.left))


def _subject(passage: Passage, number: Number) -> str | None:
    """民办幼儿园条件有所改善,教师持证率达84%: the one level that the sentence speaks of before its first number."""
    start, stop = number.sentence[0], number.clause[0]
    if stop <= start or any(c.isdigit() for c in passage.text[start:stop]):
        return None
    run = level_run(passage, start, stop)
    levels = {h.word.level for h in run}
    return levels.pop() if len(levels) == 1 else None


def _opens_sentence(passage: Passage, number: Number) -> bool:
    """普通高校17所,在校生16.9万人。毛入学率27.1%: a name that says nothing of its level, and nothing before it."""
    return passage.text[number.sentence[0] : number.quantity.start].lstrip().startswith("毛入学率")


_NO_LIST = ("schools_merged", "teaching_points")
"""What no list goes on from."""
_OF_LEAVERS = ("admission_rate",)
"""初中475所,毕业生升学率98.9%: of those who leave the schools that were just spoken of."""
OF_STAFF = ("teachers", "teacher_development")


def _group_of(record: Record) -> str | None:
    indicator = catalogue().indicators.get(record.linked.code or "")
    return indicator.group if indicator else None


_TOPICAL = 40
"""How long a paragraph's first sentence may be to name its topic."""


def _bracketed(text: str, segment: int, record: Record, number: Number) -> bool:
    """初中86所(其中九年一贯制学校21所),在校生…: what stands in brackets does not open the list."""
    at = record.number.quantity.start
    lead = text[segment:at]
    opened = max(lead.rfind("("), lead.rfind("（")) > max(lead.rfind(")"), lead.rfind("）"))
    return opened and re.search("[)）]", text[at : number.quantity.start]) is not None


def _a_part(passage: Passage, record: Record) -> bool:
    """新建学校26所,其中幼儿园3所,新增学位…: what a part counts does not open the list."""
    start, end = record.number.clause[0], record.number.quantity.start
    return "其中" in passage.text[start:end]


def _listed_level(passage: Passage, number: Number, records: Sequence[Record], code: str) -> str | None:
    """小学127所,在校生7万人: of the list's opener; 小学17所、初中11所,在校生3万人: of all that the list before it named."""
    segment = max(number.sentence[0], passage.cuts.segment(number.quantity.start)[0])
    records = [r for r in records if r.number.quantity.start >= segment and r.linked.code]
    records = [r for r in records if not _bracketed(passage.text, segment, r, number)]
    records = [r for r in records if r.linked.code != "teaching_points"] or records
    last = records[-1] if records else None
    counted = any(r.linked.code in _OPENED_ALL for r in records)
    if last is None or last.level in (None, "none") or (last.level == "all" and not counted):
        return None
    if _parts_of_all(passage, records):
        return "all"
    together = {r.level or "all" for r in records if r.number.clause == last.number.clause}
    if len(together) < 2 and code != last.linked.code:
        together = {r.level or "all" for r in takewhile(lambda r: r.linked.code == last.linked.code, reversed(records))}
    if len(together) < 2 or last.number.clause == number.clause:
        return last.level
    return merged(together - {"special", "none"})


_MANY = 3


def _parts_of_all(passage: Passage, records: Sequence[Record]) -> bool:
    """学校143所,其中幼儿园96所、小学31所、初中9所,在校生4.9万人: what goes on behind the parts is of the whole."""
    if len(records) <= _MANY or records[0].level != "all" or records[0].linked.code not in _OPENED_ALL:
        return False
    parts = records[1:]
    alike = all(r.linked.code == records[0].linked.code for r in parts) and len({r.level for r in parts}) >= _MANY
    return alike and _a_part(passage, parts[0])


def around(passage: Passage, number: Number, indicator: Indicator | None, thread: Thread) -> str | None:
    """The word that opens the list, then the sentence, the paragraph's topic, the heading."""
    group = indicator.group if indicator else ""
    rated = group in _OPENERS
    run = level_run(passage, number.clause[0], number.quantity.start)
    run = _free(run, _rates(passage, number)) if run and rated else run
    if run:
        return _listed_names(passage, run, number) or merged(h.word.level or "all" for h in run)
    told = thread.said_in(number.sentence)
    records = [r for r in told if _opens(r, group)]
    if rated and "其中" not in passage.text[number.clause[0] : number.quantity.start]:
        records = [r for r in records if not _a_part(passage, r)]
        opened = _opened_schools(passage, number)
        if opened:
            return opened
    told_of = {r.level for r in records if r.linked.code} - {None, "none", "special"}
    if len(told_of) > 1 and _IN_ALL.match(passage.text, number.clause[0]):
        return merged(level or "all" for level in told_of)
    listed = _listed_level(passage, number, records, indicator.code if indicator else "")
    if listed:
        return listed
    segment = max(number.sentence[0], passage.cuts.segment(number.quantity.start)[0])
    run = level_run(passage, segment, number.quantity.start)
    if run:
        rates = _rates(passage, number) if rated else []
        apart = [*_apart(passage, told, group), *_aside(passage, segment, number.quantity.start)]
        run = _free(run, [*rates, *apart])
    if run:
        return _listed_names(passage, run, number) or merged(h.word.level or "all" for h in run)
    if summed := _summed(records) or _all_of_list(records, indicator):
        return summed
    head = next((r for r in records if r.linked.code), None)
    both = {r.level or "all" for r in records if head and r.linked.code == head.linked.code} & set(WITHIN["compulsory"])
    if len(both) > 1 and indicator and (indicator.code in _CONTEXTUAL or group == "aid"):
        return merged(both)  # 生均体育场馆小学6.1㎡、初中8.8㎡;生均设备值4200元
    if head and (head.level not in (None, "none", "all") or (head.level == "all" and head.linked.code in _OPENED_ALL)):
        return head.level
    alike = "works" if group == "facilities" else group
    before = (r for r in reversed(thread.records) if _opens(r, alike))
    said = _of_paragraph(passage, number, before, both=group == "aid") or _of_sentence_before(passage, number, thread)
    said = said or thread.section.level
    return said or _pointed_at(passage, number, thread) or thread.section.paper_level


def _of_sentence_before(passage: Passage, number: Number, thread: Thread) -> str | None:
    """初中94所(含九年一贯制学校61所)。在校生3.9万人: what the sentence before spoke of outside its brackets."""
    before = list(takewhile(lambda r: r.number.sentence[1] == number.sentence[0], reversed(thread.records)))
    if len(before) < 2 or _ANEW.match(passage.text, number.sentence[0]):
        return None
    outside = [r for r in before if not in_brackets(passage.text, r, number)]
    level = one_level(outside) if len(outside) < len(before) else None
    return level if level not in ("all", "none") else None


def _summed(records: Sequence[Record]) -> str | None:
    """小学9所、初中5所,在校学生2.7万人;教学班541个: a new segment goes on with the whole that the list had come to."""
    counted = [r for r in records if r.linked.code]
    parts = {r.level or "all" for r in counted[:-1] if r.linked.code == counted[0].linked.code}
    if len(parts) < 2 or counted[-1].linked.code == counted[0].linked.code:
        return None
    whole = merged(parts - {"special", "none"} or {"all"})
    return whole if whole == counted[-1].level and whole not in parts else None


_OF_ALL_SCHOOLS = ("students", "staff", "full_time_teachers", "classes", "new_entrants", "graduates")


def _all_of_list(records: Sequence[Record], indicator: Indicator | None) -> str | None:
    """幼儿园136所,小学94所,初中22所;在校学生8.37万人: behind a list of schools alone a new segment is of them all."""
    counted = [r for r in records if r.linked.code]
    levels = {r.level or "all" for r in counted} - {"special", "none"}
    schools = all(r.linked.code in ("institutions", "teaching_points") for r in counted)
    if indicator is None or indicator.code not in _OF_ALL_SCHOOLS or not schools or len(levels) < _MANY:
        return None
    if counted[0].level in WITHIN or counted[0].level == "all":
        return None  # 义务教育学校191所:初级中学22所,…: the list is of a whole that is named
    return merged(levels)


_POINTS_BACK = re.compile(
    r"(?:这|该|此|上述)(?:一|两|几)?(?:项|笔|个|些|批)?(?:工程|项目|工作|资金|计划|政策|行动|经费)|[,，]\s?(?:工程|项目)(?:已|共|累计)*(?:完成|总投资|投资)"
)


def _pointed_at(passage: Passage, number: Number, thread: Thread) -> str | None:
    """这笔资金计划新建校舍37万平方米, 截至年底,工程完成投资3亿元: of the level that the paragraph before spoke of."""
    back = thread.section.spoken and _POINTS_BACK.search(passage.text, number.sentence[0], number.quantity.start)
    return thread.section.spoken if back else None


_IN_ALL = re.compile(r"\s*(?:总共|共计|合计|共)(?!青团|同)")
"""规划小学46所,初中28所,普通高中9所,共提供学位14.6万个."""
_OPENED_ALL = ("schools_built", "construction_projects", "institutions", "students", "staff", "full_time_teachers")
"""Counts whose level `all` is one that a list goes on with (各级各类学校), not only what no word says."""
_OPENERS = {
    "facilities": ("facilities", "finance"),
    "works": ("facilities",),
    "finance": ("facilities", "finance", "aid"),
    "aid": ("aid", "finance", "students"),
}
"""`works`: facilities, in an earlier sentence, where no money speaks for them.
Groups whose numbers a list of works, money or aid goes on from: 撤并村小20所,完成投资3500万元 is no money of primary schools."""


def _opens(record: Record, group: str) -> bool:
    if record.linked.code == "schools_merged":
        return False
    works = group in ("facilities", "works")
    if record.linked.code == "classes" and works:
        return True  # 设36个班,提供学位1620个
    if group not in _OPENERS or (record.linked.code == "institutions" and works):
        return True
    if group == "facilities" and record.level in (None, "none", "all") and _group_of(record) == "finance":
        return False
    return _group_of(record) in _OPENERS[group]


def _apart(passage: Passage, told: Sequence[Record], group: str) -> list[Hit]:
    """The level words of numbers that no list of works, money or aid goes on from."""
    spans = [
        (r.number.left[0], r.number.right[1])
        for r in told
        if not _opens(r, group) and (r.linked.code or r.unit != "institution")
    ]
    return [h for span in spans for h in passage.hits.levels.within(*span)]


def _rates(passage: Passage, number: Number) -> list[Hit]:
    """Names of rates before a number: 高中阶段毛入学率达95%,新增学位8万个 are no places of that level."""
    found = passage.hits.names.within(number.sentence[0], number.quantity.start)
    return [h for h in found if catalogue().indicators[h.word.codes[0][0]].unit == "%"]


def _free(run: list[Hit], rates: Sequence[Hit]) -> list[Hit]:
    """Level words that stand in no name of a rate."""
    return [h for h in run if not any(r.start <= h.start and h.end <= r.end for r in rates)]


_CLOSED = re.compile("[(（][^()（）]*[)）]|其中[^,，。;；]*")


def _aside(passage: Passage, start: int, end: int) -> list[Hit]:
    """Level words of parts and in closed brackets: 新建学校5所(小学3所、初中2所),新增学位7920个."""
    spans = [m.span() for m in _CLOSED.finditer(passage.text, start, end)]
    return [h for span in spans for h in passage.hits.levels.within(*span)]


_NAMED_SCHOOLS = re.compile("学校[^,，。;；、]{0,4}[、和及][^,，。;；、]{0,8}$")


def _listed_names(passage: Passage, run: Sequence[Hit], number: Number) -> str | None:
    """湾岭学校、第四幼儿园建成,新增学位: a school of unknown level stands beside the kindergarten."""
    lead = passage.text[number.sentence[0] : run[0].start]
    return "k12_and_pre_primary" if run[0].word.level == "pre_primary" and _NAMED_SCHOOLS.search(lead) else None


@cache
def _in_use() -> re.Pattern[str]:
    return re.compile(rf"(?:相继|陆续|先后|全部|正式|均|已|建成)*(?:{one_of('put_to_use')}|建成)了?[,，]?$")


def _opened_schools(passage: Passage, number: Number) -> str | None:
    """什字中心小学综合楼、县第三幼儿园投入使用,新增学位1260个: of all schools that were named, `all` where one names no level."""
    if not number.clause[0]:
        return None
    clause = passage.cuts.clause(number.clause[0] - 1)
    named = passage.text[slice(*clause)]
    if clause[0] < number.sentence[0] or "、" not in named or re.search(r"\d", named) or not _in_use().search(named):
        return None
    at, levels = clause[0], []
    for name in named.split("、"):
        run = level_run(passage, at, at + len(name))
        levels.append(run[-1].word.level or "all" if run else "all")
        at += len(name) + 1
    return merged(levels) if "all" not in levels else "all"


_ANEW = re.compile(
    r"(?:[^。;；\n]{0,40}[,，])?[\s\u3000“]*(?:目前|现在|截至[^,，]{0,12})?[,，]?(?:全|我|本)[市县区省州旗盟国](?!.{0,3}[小初高中][学中职])"
)


def _of_paragraph(passage: Passage, number: Number, records: Iterable[Record], *, both: bool) -> str | None:
    """The one level that the paragraph speaks of so far, unless its sentence counts the whole place anew (全县共有)."""
    if _ANEW.match(passage.text, number.sentence[0]):
        return None
    said = one_level(records, both=both)
    if said not in (None, "all", "none"):
        return said
    opening = passage.cuts.sentence(0)
    if opening[1] > number.sentence[0] or opening[1] - opening[0] > _TOPICAL:
        return None
    if passage.numbers[0].sentence == opening:
        return None
    return next((h.word.level for h in passage.hits.levels.within(*opening)), None)
