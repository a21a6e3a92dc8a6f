"""Whether a number is required, planned or hoped for, and not something that is so.

What belongs here: the verbs of intention of a clause, and what the time words of a sentence say of past and future.  The
words are data (reference/outlook.yaml).  What does not: norms (norms), whether a whole paper or section plans (outlook),
and numbers that are no statistic at all (kinds).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edu_pipeline.indicators import dating, moves, norms
from edu_pipeline.indicators.aims import came_of, is_part_of_aim, labelled
from edu_pipeline.indicators.markers import NUMBERED
from edu_pipeline.indicators.measures import SHORT_OF
from edu_pipeline.indicators.outlook import any_of, guarded, turned
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.language.cues import ALL, Cued
from edu_pipeline.language.periods_scan import TimeExpression

_BASE = Cued(r"(?:的|现有)?(?:的)?基础上")
_IN_BRACKETS = Cued(
    r"[比较](?:19|20)\d\d年[底末]?[(（][^()（）\d]{0,12}$|[(（](?:现|目前|今年|去年|上年)[^()（）\d]{0,8}$"
)
_THROUGH = re.compile("通过|利用|依托|借助|实施|按照|纳入")
_ASIDE = Cued(
    lambda: (
        r"完成[^,，。;；]{0,14}(?:目标|计划|任务)任?务?|[为占][^,，。;；\d]{0,4}(?:规划|计划)[^,，。;；\d]{0,8}(?:任务|目标|总量|总数|面积|金额|投资|资金|规模|学校|项目)(?:[(（][^()（）]{0,16}[)）])?[^,，。;；\d]{0,2}的|(?:距离?|离|高于|低于|超过|超出|优于)[^,，。;；]{0,16}目标值?|提前[^,，。;；\d]{0,4}(?:达到|实现)[^,，。;；]{0,16}目标|计划(?:实施|建设|改造|新建)的\d+[个项所栋][一-鿿]{0,6}|《[^》]*》?"
        rf"|“[^”]{{0,16}}”|[由从](?:目前|当前|现在)的?|(?:{any_of('programmes')})计划|计划(?:[内外]|(?:实施|启动|执行)(?:以来|之?前)|(?:完成|执行|达成)率)|预期目标|省定目标|目标任务(?![为是:：])"
    )
)
"""What only names an aim, a programme or where a change begins: 完成目标任务, “国培计划”, 计划内, 由目前的41%."""
_RATE_OF_WORKS = Cued("(?:规划|计划)(?:建设)?项目的?(?=(?:开工|完工|竣工|完成)率)")
"""规划项目开工率98%: of the works that were planned."""
_PERSONS_PROGRAMME = Cued(lambda: rf"(?:{any_of('programmes_of_persons')})计划")
_PLANNED = Cued(lambda: rf"(?:{any_of('planned')})(?:计划|任务)(?:总?数)?(?:[为是共达约:：])*$")
_PROPOSED = Cued(r"(?:提出|决定|明确|部署)[,，]用(?:[一二两三四五]|\d{1,2})年(?:左右)?的?时间[^,，。;；\d]{0,10}$")
"""提出,用3年时间投入18亿元."""
_PLANS_TO = Cued(
    lambda: (
        r"(?:计划|规划|拟)(?:于|在|到|用|自|从)?(?:(?:19|20)\d\d年?(?:\s?[-—–~至]+\s?(?:19|20)\d\d)?年?(?:底|末|前|内|度)*|[两三四五\d]年(?:内|时间)?|年内|今年|明年)?(?:起[,，]?(?:再|共)?(?:利?用|花)[两三四五\d]年的?(?:时间)?[,，]?)?"
        rf"(?:为[^,，。;；]{{1,24}}?)?(?:{any_of('planned_works')})"
    )
)
"""计划2026年再投入3.2亿元, 规划2012—2014年建设386所, 计划今年为6所学校更换锅炉: what is planned, and the clauses after it."""
_AWAITED = Cued(
    lambda: (
        rf"[^,，。;；、]{{0,10}}(?:预计|将于?|计划于?|拟于?|力争|确保|可在|有望)[^,，。;；]{{0,12}}(?:{any_of('awaited')})"
    )
)
_DEED = Cued(
    r"(?:[^,，。;；\d]{0,20}|[^”。;；]{0,40}”[,，]?[^,，。;；\d]{0,6})(?:列为|列入|纳入)[^,，。;；\d]{0,14}(?:实事|民生工程)"
)
"""今年把新建15所幼儿园列入为民办实事项目, “新建15所幼儿园”列入实事: what a government promises for the year."""
_DONE_THEN = Cued(lambda: any_of("awaited"))
"""What follows a number that is still to come: 5个预计年底完工, 3所将于9月投用."""
_PRICE_IS = re.compile("标准[为是]")
"""收费标准为每月380元: a price that is taken is so."""
_PAID = re.compile(
    r"[^,，。;；\d]{0,4}的?标准[,，]?[^,，。;；\d]{0,10}(?:补助|拨付|发放|资助|给予|落实|免除|安排|供餐|补贴|需(?=资金|经费|要)|测算|核算)"
)
"""按每生每年2800元的标准补助: what is paid is so."""
_EXISTING = re.compile(r"(?<![把将对在由从])现有(?!的)")
_FOR_EACH = Cued(
    r"(?<!为)每(?:校|所|间|个?班|名教师|\d+个?班级?|\d+[名个]?[一-鿿]{0,5}?)[^,，。]{0,8}(?:配备|不少于|不小于)[^,，。的占]*$"
)
_BOUNDED = re.compile(r"不[少低高超][于过]$|不超$|至少$|[≥≤]\s?$")
_KEPT = re.compile(
    "(?:均|都|始终|一直|连续[一二三四五六七八九十两\\d]{1,2}年)(?:保持|稳定)?在?(?:不[少低高超][于过]|不超)$"
)
"""2021—2023年…,占比三年均不低于5%: what was so in each of the years."""
_AFTER_OPENING = Cued(r"(?:建成|投用|建成投用|投入使用|完工|竣工|全部建成)(?:后|投用后)[,，]$")


_SHALL = Cued(lambda: guarded("shall"))
_WILL = Cued(lambda: f"将(?:{guarded('will')})")
_SHALL_CARRIED = Cued(lambda: guarded("shall_carried"))
_OPENS_PLAN = Cued(lambda: guarded("opens_plan"))
_RESOLVES = Cued(lambda: guarded("resolves"))
_DONE = Cued(lambda: guarded("done"))
_DONE_IN_REPORTS = Cued(lambda: guarded("done_in_reports"))

_HEADS_LIST = Cued(rf"到(?:(?:19|20)\d\d年|“?十[一二三四五]五”?){dating.HEADS_LIST}")
"""到2030年:1)…;2)…: the year that all items of a list are due by."""
_MAY_CARRY = (
    _AFTER_OPENING.bit
    | _WILL.bit
    | _SHALL_CARRIED.bit
    | _PLANS_TO.bit
    | _OPENS_PLAN.bit
    | _HEADS_LIST.bit
    | _ASIDE.bit
    | _PERSONS_PROGRAMME.bit
)
"""Cues of what holds on, and of what is taken out of a text, so that others come to stand together."""

_REACH = 400
"""How far before a clause what carries on to it is looked for."""
_LOOK_BACK = 16
"""How many time words before a number are looked at, so that an endless sentence costs no more."""


def states_target(passage: Passage, number: Number, plan: bool, on: date | None) -> bool:
    """`plan`: the paper or its section says what shall be; `on`: the day from which it looks back and ahead."""
    if norms.is_norm(passage, number):
        return True
    if number.quantity.unit == "CNY" and not plan and _PAID.match(passage.text, number.quantity.end):
        return False
    if _is_former(passage, number):
        return False
    if number.said & _SHORT_OF.bit and _SHORT_OF.search(passage.text, number.clause[0], number.quantity.start):
        return False
    label = labelled(passage.text, number)
    if label == "done" or (plan and _is_found(passage, number)):
        return False
    if norms.is_required(passage, number):
        return True
    first = passage.numbers[number.group[0]].quantity.start
    clause = _bare(passage.text[number.clause[0] : first], number.said, passage, number)
    if number.quantity.unit == "CNY" and not plan:
        clause.text = _PRICE_IS.sub("", clause.text)
    if "现有" in clause.text and _EXISTING.search(clause.text):
        return False
    shall = clause.says(_SHALL) or clause.says(_WILL) or clause.says(_PLANS_TO) or clause.says(_FOR_EACH)
    if not (plan or shall) and came_of(passage, number):
        return False
    if number.forward and not shall and passage.text.startswith("已", number.right[1]):
        return False  # 两个教联体2023年已交流教师46人, in a plan too
    if _is_done(clause, plan) and not (_is_total(clause) and _carried(passage, number, on)):
        return False
    if _comes_later(passage, number, on):
        return True
    if number.around & _DEED.bit and _DEED.match(passage.text, number.quantity.end):
        return True
    planned = clause.says(_PLANNED) or (
        number.around & _PROPOSED.bit and _PROPOSED.search(passage.text, number.sentence[0], number.quantity.start)
    )
    if planned or (number.around & _AWAITED.bit and _AWAITED.match(passage.text, number.quantity.end)):
        return True
    if label == "aim":
        return True
    timing = _timing(passage, number, plan, on)
    if timing == "over" and not shall and (plan or _has_own_time(passage, number)):
        return False
    if (plan and timing != "over") or timing == "ahead" or shall:
        return True
    if number.quantity.comparator in ("ge", "le") and _BOUNDED.search(passage.text, max(0, first - 3), first):
        return not (_KEPT.search(passage.text, number.clause[0], first) and _looks_back(passage, number, on))
    if norms.bounds_part(passage, number) or _is_due(clause.text, on):
        return True
    return _carried(passage, number, on) or is_part_of_aim(passage, number)


@dataclass(slots=True)
class _Stretch:
    """A clause, or several, and its cues."""

    text: str
    cues: int

    def says(self, pattern: Cued) -> bool:
        return self.cues & pattern.bit != 0 and pattern.search(self.text) is not None


def _bare(text: str, cues: int, passage: Passage, number: Number) -> _Stretch:
    """A stretch of text before a number without what it only mentions (《规划》, 年度计划); 特岗教师计划 is such where it is the
    means or the sentence is of the past."""
    bare = _ASIDE.sub("", text) if cues & _ASIDE.bit else text
    bare = _RATE_OF_WORKS.sub("", bare) if cues & _RATE_OF_WORKS.bit else bare
    if cues & _PERSONS_PROGRAMME.bit and (_THROUGH.search(bare) or _in_the_past(passage, number)):
        bare = _PERSONS_PROGRAMME.sub("", bare)
    return _Stretch(bare, cues if bare == text else ALL)


def _in_the_past(passage: Passage, number: Number) -> bool:
    """Whether the sentence opens with a time that runs up to now: 三年来, 2016年以来."""
    first = bisect_left(passage.times, number.sentence[0], key=lambda t: t.start)
    time = passage.times[first] if first < len(passage.times) else None
    return time is not None and time.start < number.quantity.start and time.text.endswith("来")


def _comes_later(passage: Passage, number: Number, on: date | None) -> bool:
    """剩余1所2024年春季投用: a time right behind the number, ahead of that day, and what will be done then."""
    first = bisect_left(passage.times, number.quantity.end, key=lambda t: t.start)
    time = passage.times[first] if first < len(passage.times) else None
    if time is None or on is None or time.start - number.quantity.end > 6 or time.end > number.clause[1]:
        return False
    if time.period_start is None or time.period_start <= on:
        return False
    end = min(time.end + 12, number.clause[1])
    return number.said & _DONE_THEN.bit != 0 and _DONE_THEN.search(passage.text, time.end, end) is not None


def _has_own_time(passage: Passage, number: Number) -> bool:
    """目标为90%,2012年为91.2%: a clause with a time of its own takes nothing over from the one before."""
    first = bisect_left(passage.times, number.clause[0], key=lambda t: t.start)
    return first < len(passage.times) and passage.times[first].end <= number.quantity.start


_FOUND = Cued(
    rf"^\s*(?:{NUMBERED})?\s*(?:经|据)[^,，。;；\d]{{0,6}}(?:统计|摸底|核查|调查)[^,，。;；\d]{{0,4}}[,，]"
    r"|(?<![对决解绕破])(?<!针对)存在[^。;；\d]{0,30}(?:问题|困难|短板|不足|差距|薄弱环节)[,，:：]"
)
"""经初步统计,…; 但也存在…等问题,…: what a plan says it has found."""


def _is_found(passage: Passage, number: Number) -> bool:
    """Whether the sentence of a plan tells what was counted or what is amiss, up to a word of intention."""
    if not number.around & _FOUND.bit:
        return False
    said = passage.text[number.sentence[0] : number.quantity.start]
    found = _FOUND.search(said)
    return found is not None and _SHALL.search(said, found.end()) is None


_SHORT_OF = Cued(SHORT_OF)
"""距2025年目标还有1.8个百分点: how far it still is."""


def _is_former(passage: Passage, number: Number) -> bool:
    """由2020年的71%提高到, 在上年58%的基础上, 较2022年(46%): where a change begins is no target."""
    text, at, end = passage.text, number.quantity.start, number.quantity.end
    if number.around & _BASE.bit and _BASE.match(text, end):
        return True
    if number.around & _IN_BRACKETS.bit and _IN_BRACKETS.search(text, max(number.sentence[0], at - 24), at):
        return True
    return moves.begins(text, number.clause[0], at, end)


def _is_done(clause: _Stretch, plan: bool) -> bool:
    """Whether the clause says that it is so; what only reports say of the past (累计, 较上年) means nothing in a plan."""
    if clause.says(_RESOLVES):
        return False
    return clause.says(_DONE) or (not plan and clause.says(_DONE_IN_REPORTS))


_TOTAL = re.compile("累计(?!完成|到位)")


def _is_total(clause: _Stretch) -> bool:
    """三年累计投入: a total is of what was said before, done or not; 累计完成 is what came of it."""
    return _TOTAL.search(clause.text) is not None and not clause.says(_DONE)


def _carried(passage: Passage, number: Number, on: date | None) -> bool:
    """What an earlier clause of the same segment says holds on (要新建5所,撤并40所), until something is done."""
    text, at = passage.text, number.quantity.start
    if number.sentence[0] == number.clause[0]:
        return False
    since = max(number.sentence[0], passage.cuts.segment(at)[0], number.clause[0] - _REACH)
    if not number.around & _MAY_CARRY and text.find("到", since, number.clause[0]) < 0:
        return False
    segment = _bare(text[since : number.clause[0]], number.around, passage, number)
    if segment.says(_AFTER_OPENING):
        return True
    opening = _Stretch(text[number.sentence[0] : number.clause[0]], number.around)
    carried = (
        segment.says(_SHALL_CARRIED)
        or segment.says(_WILL)
        or segment.says(_PLANS_TO)
        or opening.says(_OPENS_PLAN)
        or (opening.says(_HEADS_LIST) and _is_due(opening.text, on))
        or _is_due(segment.text, on)
    )
    return carried and not (segment.says(_DONE) or segment.says(_DONE_IN_REPORTS))


def _named_times(passage: Passage, number: Number) -> Sequence[TimeExpression]:
    """The last times that a number's sentence names before it."""
    first = bisect_left(passage.times, number.sentence[0], key=lambda t: t.start)
    end = bisect_left(passage.times, number.quantity.start, key=lambda t: t.start)
    return passage.times[max(first, end - _LOOK_BACK) : end]


def _timing(passage: Passage, number: Number, plan: bool, on: date | None) -> str | None:
    """What the sentence's last time word says of the number: `over` on that day, `ahead` of it, or neither.

    Without that day only what must be done before another (2020年底前) is ahead.  A span that the day lies in (“十四五”期间) is ahead in a paper that plans.
    """
    named = _named_times(passage, number)
    if named and _lies_ahead_in_its_year(passage, number, named[-1], on):
        return "ahead"
    earlier = [
        t
        for t in named
        if t.governs
        and (t.kind != "recurring" or t.end > number.clause[0])
        and not t.rule.startswith(("reported", "now:held"))
        and not (
            (t.kind == "due" or t.text == "明年")  # in the middle of a sentence these reach to the semicolon
            and t.end < passage.cuts.segment(number.quantity.start)[0]
            and t.start > number.sentence[0] + 2
        )
        and not dating.is_base(passage.text, t, number.quantity.start)
        and not (plan and t.rule == "now" and turned(passage.text, t.end, number.quantity.start))
    ]
    last = earlier[-1] if earlier else None
    if last is None or (on is None and last.rule != "last_years"):
        return "ahead" if last is not None and last.kind == "due" and _BEFORE.search(last.text) else None
    if last.rule == "last_years" or on is None or last.rule.endswith(":cutoff"):
        return "over"
    if last.rule == "running":  # 目前…,五年选派233人 looks back, even in a plan
        return "over" if any(t.rule == "now" for t in earlier) else "ahead" if plan else None
    if dating.has_come(last, on):
        return "over"
    if last.rule.endswith(":since") and last.period_start is not None:
        past = last.text.endswith(("以来", "至今")) and last.period_start.year < on.year
        return "ahead" if last.period_start > on else "over" if past else None
    end = last.nominal_end or last.period_end
    if end is None or last.kind in ("recurring", "duration", "vague"):
        return None
    if end < on:
        return "over" if end.year < on.year or last.kind != "due" else None
    if last.period_start is not None and last.period_start > on and last.kind != "season":
        return "ahead"
    if last.rule == "within_years" and (number.quantity.comparator == "ge" or _of_years_to_come(passage, last)):
        return "ahead"  # 两年内占比达到55%以上
    if last.rule == "next_years" or (plan and end > on and last.rule in ("plan", "within_years")):
        return "ahead"
    return "over" if end == on and last.kind != "due" else None


def _of_years_to_come(passage: Passage, time: TimeExpression) -> bool:
    """未来5年,将实施十大工程。其中,5年内,新建幼儿园45所: the years that were named before."""
    at = bisect_left(passage.times, time.start, key=lambda t: t.start)
    before = passage.times[max(0, at - 3) : at]
    return any(t.rule == "next_years" and t.period_end == time.period_end for t in before)


_WORKS = Cued(lambda: any_of("planned_works"))
_INTENDS = Cued("(?:我[市县区省州旗校]|全[市县区省州旗])?(?:还)?(?:将(?!近)|计划(?!内|外)|拟(?!定)|力争|确保)")
_OPENING_MONTHS, _FIRST_MONTHS = 2, 4


def _lies_ahead_in_its_year(passage: Passage, number: Number, time: TimeExpression, on: date | None) -> bool:
    """年内新建学校100所, told in spring, and 今年新建 in January: nearly all of the year is to come.  今年将新建 says so."""
    if number.around & _INTENDS.bit and time.rule == "this_year" and _INTENDS.match(passage.text, time.end):
        done = "已" in passage.text[time.end : number.quantity.start]
        return not done and (on is None or time.period_start is None or time.period_start.year >= on.year)
    if on is None or time.rule != "this_year" or time.period_start is None or time.period_start.year != on.year:
        return False
    if time.text.endswith("年内"):
        return on.month <= _FIRST_MONTHS
    works = number.around & _WORKS.bit and _WORKS.match(passage.text, time.end)
    return time.text.endswith("今年") and on.month <= _OPENING_MONTHS and bool(works)


def _looks_back(passage: Passage, number: Number, on: date | None) -> bool:
    """Whether the sentence names a time that is over before its number."""
    if on is None:
        return False
    return any(t.period_end is not None and t.period_end <= on for t in _named_times(passage, number))


_BEFORE = re.compile("前$")
_DUE = re.compile(r"(?<![降增高升减低大小长加])到\s?((?:19|20)\d\d)\s?年")


def _is_due(text: str, on: date | None) -> bool:
    """到2027年: a year that lies ahead, and is not the end of a change (下降到2023年的)."""
    found = _DUE.search(text) if "到" in text else None
    if found is None:
        return False
    year = int(found[1])
    return on is None or year > on.year or (year == on.year and "末" in text[found.end() : found.end() + 1])
