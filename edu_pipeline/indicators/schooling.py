"""The level of education that a number is about.

What belongs here: the order in which a level is looked for, and the number's own words.  What does not: what governs
it from further off (governing), runs of level words (level_words), the words themselves (levels.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edu_pipeline.indicators.catalogue import Indicator, catalogue
from edu_pipeline.indicators.governing import OF_ITS_LEVEL, OF_STAFF, WITHIN, ahead, around, governed, narrower
from edu_pipeline.indicators.level_words import distributed, level_run, merged, run_before, said_after
from edu_pipeline.indicators.lexicon import Hit
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Thread
from edu_pipeline.language.edges import Ahead


def level_of(passage: Passage, number: Number, linked: Linked, thread: Thread) -> list[str]:
    """The levels that a number is about; more than one where it speaks for several (小学、初中均大于1人)."""
    if linked.level and linked.rule.startswith(("list: in the order", "second of")):
        return [linked.level]
    if told := distributed(passage, number) or _noted(passage, number) or _told_before(passage, number, thread):
        return [told]
    indicator = catalogue().indicators.get(linked.code or "")
    if indicator and indicator.code in _ALWAYS:
        return [indicator.default_level]
    if _of_examples(passage, number, linked):
        return [thread.section.level or thread.section.paper_level or "all"]
    if apiece := _apiece(passage, number):
        return apiece
    own = _own(passage, number, linked)
    levels = [h.word.level or "all" for h in own]
    if len(set(levels)) > 1 and _of_each(passage, own, number, indicator):
        return levels
    if _of_trade_exam(passage, number, linked):
        return ["vocational_upper_secondary"]
    if both := _of_both_sorts(number, own, thread):
        return [both]
    if linked.level and not (own and (_widens(own, linked) or _of_trade(own, linked) or _narrows(own, linked))):
        return [linked.level]
    if own:
        return [_of_paper(merged(levels), own[0].word.text, thread)]
    if spoken := _spoken_for(passage, number, indicator):
        return spoken
    if linked.name and level_run(passage, linked.name[1], number.left[1]):
        return [thread.section.level or (indicator.default_level if indicator else "all")]
    return [said_after(passage, number) or _from_further_off(passage, number, linked, indicator, thread)]


def _from_further_off(
    passage: Passage, number: Number, linked: Linked, indicator: Indicator | None, thread: Thread
) -> str:
    """The level of a number that has no level word of its own."""
    default = indicator.default_level if indicator else "all"
    if linked.code in OF_ITS_LEVEL or _of_every_sort(passage, number, indicator):
        return default
    if default in ("all", "k12") or (indicator and indicator.group == "teachers" and indicator.accounting == "rate"):
        rural = (
            indicator and indicator.group in OF_STAFF and _RURAL.search(passage.text, number.left[0], number.right[1])
        )
        default = thread.section.paper_level or ("k12" if rural else default)
    if linked.code == "student_teacher_ratio" and _of_all_just_counted(thread):
        default = "all"
    if indicator and not governed(indicator):
        return narrower(indicator, default, passage, number, thread) or default
    spent = ahead(passage, number) if indicator and indicator.unit == "CNY" else None
    level = spent or around(passage, number, indicator, thread) or default
    if linked.code == "net_enrolment_rate" and level not in _OF_PUPILS:
        return "primary" if _THEN_THE_NEXT.match(passage.text, number.quantity.end) else default
    of_kindergartens = "pre_primary" in (thread.section.paper_level, thread.section.level)
    large = linked.code in ("large_classes", "large_class_share") and level in ("k12_and_pre_primary", "pre_primary")
    return default if large and not of_kindergartens else level


def _of_all_just_counted(thread: Thread) -> bool:
    """在校学生2894人,教职工517人。生师比为5.6:1: of all of them."""
    last = thread.records[-1] if thread.records else None
    return last is not None and last.level == "all" and last.linked.code in ("students", "staff", "full_time_teachers")


_OF_PUPILS = ("primary", "lower_secondary", "compulsory", "special")
"""What the rate of enrolment at the official age is told of: never of kindergartens or senior schools."""
_THEN_THE_NEXT = re.compile(r"[,，、;；]\s?(?:初中|初级中学)[^,，。;；\d]{0,4}入学率")
"""适龄儿童入学率98.8%,初中毛入学率97%: the first is of primary schools."""
_EVERY_SORT = re.compile("各级?各?类(?:学生)?(?:资助|助学|奖助|补助|奖补)[^,，。;；]{0,6}$")


def _of_every_sort(passage: Passage, number: Number, indicator: Indicator | None) -> bool:
    """发放各类助学金186万元: aid of every sort is for pupils of every level, whatever stood before it."""
    if indicator is None or indicator.group != "aid":
        return False
    return _EVERY_SORT.search(passage.text, number.clause[0], number.quantity.start) is not None


def _noted(passage: Passage, number: Number) -> str | None:
    """45人(小学)、50人(初中): the level that a bracket notes."""
    noted = _NOTED.match(passage.text, number.quantity.end)
    run = level_run(passage, *noted.span(1)) if noted else []
    return merged(h.word.level or "all" for h in run) if run else None


def _of_examples(passage: Passage, number: Number, linked: Linked) -> bool:
    """城关小学、县二中扩建等4个项目: the schools named are but examples."""
    if linked.code != "construction_projects" or not _EXAMPLES.search(passage.text, *number.left):
        return False
    return not level_run(passage, *number.right)


def _spoken_for(passage: Passage, number: Number, indicator: Indicator | None) -> list[str]:
    """小学、初中的A分别为7.0、7.9;B均超过1.1: of both levels that the sentence has distributed."""
    lead = passage.text[number.left[0] : number.quantity.start]
    if indicator is None or indicator.accounting != "rate" or len(number.group) > 1 or not _BOTH.search(lead):
        return []
    return [h.word.level or "all" for h in run_before(passage, number, 2)]


_BOTH_SORTS = re.compile("在校(?:[(（]园[)）]|、?在园)")
_K12_AND_KINDERGARTENS = {"k12", "pre_primary", "k12_and_pre_primary"}


def _of_both_sorts(number: Number, own: Sequence[Hit], thread: Thread) -> str | None:
    """中小学63所、幼儿园92所,在校(园)学生5.6万人: of all schools just counted, where these are no more than both sorts."""
    if len(own) != 1 or not _BOTH_SORTS.match(own[0].word.text):
        return None
    said = {r.level for r in thread.said_in(number.sentence) if r.linked.code == "institutions"}
    return "k12_and_pre_primary" if said and said != {"pre_primary"} and said <= _K12_AND_KINDERGARTENS else None


_NOTED = Ahead(r"[(（](?!含|不含|包括|其中|[与和同由设原附挂并])([^()（）\d,，。;；]{2,8})[)）]")
_BOTH = re.compile(r"(?<![生人平])(?:均|都)[^均都]{0,4}$")


_TRADE_EXAM = re.compile(
    "(?<![含除])(?:高职高考|职教高考|职业高考|对口(?:高考|升学|招生)|春季高考|三校生|单招)(?![^(（]{0,12}[)）])"
)


def _of_trade_exam(passage: Passage, number: Number, linked: Linked) -> bool:
    """参加高职高考3288人,本科上线142人: what the segment calls the exam holds for all its results."""
    if linked.level != "general_upper_secondary" or not (linked.code or "").startswith("bachelor_"):
        return False
    start = max(passage.cuts.segment(number.quantity.start)[0], number.sentence[0])
    return _TRADE_EXAM.search(passage.text, start, number.quantity.start) is not None


def _of_trade(own: Sequence[Hit], linked: Linked) -> bool:
    """职教高考本科录取: the exam is that of vocational schools."""
    return linked.level == "general_upper_secondary" and own[-1].word.level == "vocational_upper_secondary"


_RURAL = re.compile("(?:乡村|农村)[^,，。;；]{0,6}(?:教师|名师|校长)")
"""乡村教师 teach in primary and secondary schools, where no level is named."""
_ALWAYS = frozenset({
    "teaching_points", "high_score_students", "quota_allocation_share", "student_loan_amount", "student_loan_recipients"
})  # fmt: skip
"""Indicators of their default level alone, whatever words stand around them (考上清华大学, 名额分配到初中)."""
_GRADUATES = re.compile("[^,，、。;；]{0,8}(?:毕业生|师范生|硕士|研究生|人才|生教师)")
"""部属师范大学公费师范生 come from there to teach in schools."""
_DEGREE = re.compile("(?:全日制|优秀)?(?:博士|硕士|研究生|本科|专科|大专)(?:研究生|生|学历)?")
"""引进硕士研究生60名: the degree that those have who are hired."""
_ADDRESSED = re.compile("(?:面向|赴|到|从)(?:全国|省内外?|国内外?|各大?|省属|部属|重点|知名|师范|“双一流”|双一流)*$")
_SOUGHT = re.compile("(?:公开|校园|毕业生)*(?:招聘|引进|选聘|招录|招考|引才)")
_EXAMPLES = re.compile("等[^、,，。;；]{0,6}$")


def _of_paper(level: str, word: str, thread: Thread) -> str:
    """职教专项资金 in a paper on 中等职业教育: 职教 is what the paper is about, 职业院校 are not."""
    paper = thread.section.paper_level
    return paper if paper and word.startswith("职教") and paper in WITHIN["vocational"] else level


_IN_ORDER = re.compile("分别|依次")


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
    if not apart or not _IN_ORDER.search(lead) or level_run(passage, *first.lead):
        return None
    return levels[group.index(number.index)]


def _widens(own: Sequence[Hit], linked: Linked) -> bool:
    """职业高中招生, 新建幼儿园和小学: the words of the level reach beyond the name that they overlap (高中招生, 新建幼儿园)."""
    if linked.at is None or (linked.level == "general_upper_secondary" and own[0].word.level == "tertiary"):
        return False  # 普通本科上线率 is of those who leave senior school
    begins = own[0].start < linked.at[0] < own[0].end
    joined = linked.rule.startswith("alias: ") and own[0].end <= linked.at[0] <= own[-1].start
    return begins or joined or own[0].start < linked.at[1] < own[-1].end


def _narrows(own: Sequence[Hit], linked: Linked) -> bool:
    """寄宿生生活补助小学1000元: a level within that of the name, between it and its number."""
    behind = linked.at is not None and own[0].start >= linked.at[1]
    return behind and {h.word.level for h in own} <= set(WITHIN.get(linked.level or "", ()))


def _of_each(passage: Passage, own: Sequence[Hit], number: Number, indicator: Indicator | None) -> bool:
    """小学、初中班额均为45人, 小学、初中教师合格率均达100%: of each of the levels, not of all together."""
    at = number.quantity.start
    rate = indicator.accounting == "rate" if indicator else number.quantity.unit == "%"
    return rate and _EACH.search(passage.text, max(0, own[0].start - 6), at) is not None


_EACH = re.compile("(?<![生人])均|都|双双|所有|各")
_APIECE = re.compile(r"\s?各(?![级类项校界自])[一-鿿]{0,4}")


def _apiece(passage: Passage, number: Number) -> list[str]:
    """新建小学、幼儿园各2所: the levels that so many are told of each."""
    if passage.text.find("各", number.left[0], number.quantity.start) < 0:
        return []
    run = level_run(passage, *number.left, single=True)
    if len(run) < 2 or not _APIECE.fullmatch(passage.text, run[-1].end, number.quantity.start):
        return []
    return [h.word.level or "all" for h in run]


_AND_OTHERS = re.compile(r"、[^,，。;；、]{2,14}等(?:共)?$")


def _named_examples(passage: Passage, number: Number) -> list[Hit]:
    """第三小学、城关镇第二幼儿园等4所学校: kindergartens and schools together, where each names its level."""
    start, at = number.clause[0], number.quantity.start
    lead = passage.text[start:at]
    if "等" not in lead[-2:] or not _AND_OTHERS.search(lead):
        return []
    named: list[Hit] = []
    for name in lead.split("、"):
        run = level_run(passage, start, start + len(name))
        if not run:
            return []
        named.append(run[-1])
        start += len(name) + 1
    return named if any(h.word.level == "pre_primary" for h in named) else []


def _own(passage: Passage, number: Number, linked: Linked) -> list[Hit]:
    """The level words of the number's own phrase or name; of teachers who were hired, not where they graduated."""
    own = _in_phrase(passage, number, linked)
    if linked.code != "teachers_recruited":
        return own
    text = passage.text
    return [
        h
        for h in own
        if h.word.level != "tertiary"
        or not (_DEGREE.fullmatch(h.word.text) or _GRADUATES.match(text, h.end) or _is_sought_in(text, h))
    ]


def _is_sought_in(text: str, hit: Hit) -> bool:
    """面向全国高校公开招聘教师: where those are sought who will teach in schools."""
    return (
        _SOUGHT.match(text, hit.end) is not None
        and _ADDRESSED.search(text, max(0, hit.start - 8), hit.start) is not None
    )


def _in_phrase(passage: Passage, number: Number, linked: Linked) -> list[Hit]:
    if number.forward:
        run = level_run(passage, *number.right)
        if run:
            return run
        named = _named_examples(passage, number)
        if named:
            return named
    if linked.name:
        return level_run(passage, min(number.left[0], linked.name[0]), linked.name[1])
    run = level_run(passage, *number.left)
    if not run and linked.at and not (number.left[0] <= linked.at[0] and linked.at[1] <= number.quantity.start):
        run = level_run(passage, max(passage.cuts.segment(linked.at[0])[0], linked.at[0] - 12), linked.at[1])
    return run
