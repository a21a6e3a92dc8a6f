"""What a number is compared with: bases, norms, changes and gaps of what stands before it.

What belongs here: numbers that say how far something lies from another value, and that other value.  What does not:
from–to pairs, shares and list members (leaning), the words of a change and its sign (measures).
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.indicators.fitting import fits
from edu_pipeline.indicators.leaning import said_of
from edu_pipeline.indicators.level_words import level_run, merged
from edu_pipeline.indicators.lexicon import counts_of_rates
from edu_pipeline.indicators.measures import Measure, one_of
from edu_pipeline.indicators.naming import coded
from edu_pipeline.indicators.norms import NORM_ALONE
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Record, Thread, in_brackets, kin
from edu_pipeline.language.cues import Cued

_NORM = Cued(
    r"(?:[及或]?以[上下内])?[”」’]?的(?:国家|[省州市县区盟旗]定?|既定|规定)?(?:标准|[一-鿿]{0,3}要求|规定|目标|控制线|底线|红线)"
    rf"|(?:[及或]?以[上下])?{NORM_ALONE}"
)
_STANDARD = Cued(
    r"(?:标准|要求|规定|[(（][^()（）,，。;；\d]{0,8}目标值?)(?:是|为|的|[:：])?(?:不[超低高少][于过]|[≤≥<>＜＞])?\s?$"
)
_ANAPHOR = Cued(r"(?:这一|该|此|这个|上述)(?:比例|占比|数字|数据|指标|比率|率|数值)[^,，。;；\d]{0,8}$")


def recalled(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """占95%,这一比例五年前只有81.4%: the number before it in the same unit, of another time or place."""
    if not number.said & _ANAPHOR.bit or not _ANAPHOR.search(passage.text, *number.lead):
        return None
    record = next((r for r in reversed(thread.records) if r.unit == unit), None)
    if record is None:
        return None
    return Linked(record.linked.code, "recalls the number before it", record.level, at=record.linked.at)


def base(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """63亿元,比2018年的59亿元增长7%: what is compared with is the same, of another time."""
    compared = number.said & _COMPARED.bit and _COMPARED.search(passage.text, number.clause[0], number.quantity.start)
    record = said_of(number, unit, thread) if compared else None
    if record is None:
        return None
    return Linked(record.linked.code, "what the number before it is compared with", record.level, at=record.linked.at)


_COMPARED = Cued(r"[比较](?:上年|去年|前年|上学年|同期|上年同期|(?:19|20)\d\d年[底末初]?)的$")


def norm(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """高于85%的标准, 标准为85%: what the number before it is held against, unless the norm has a name of its own."""
    if not number.around & (_STANDARD.bit | _NORM.bit):
        return None
    held = thread.records[-1] if thread.records else None
    same = held is not None and held.unit == unit and held.number.sentence == number.sentence
    if unit != "%" and not same and not (unit is None and number.quantity.unit is None):
        return None
    opened = passage.numbers[number.group[0]] if number.group else number
    closed = passage.numbers[number.group[-1]] if number.group else number
    stated = _STANDARD.search(passage.text, *opened.lead) or (
        _NORM.match(passage.text, closed.quantity.end) and not coded(passage, *number.left, unit, measure.name)
    )
    if not stated:
        return None
    return _nth_before(number, unit, thread) or antecedent(passage, number, unit, measure, thread)


def _nth_before(number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """均小于国家规定的0.50、0.45: the nth norm is what the nth of as many values before it is held against."""
    first, count = number.group[0], len(number.group)
    said = [r for r in thread.said_in(number.sentence) if r.number.index < first][-count:]
    if count < 2 or len(said) < count or any(r.unit != unit for r in said):
        return None
    record = said[number.group.index(number.index)]
    return Linked(
        record.linked.code, "list: in the order of the values held against it", record.level, at=record.linked.at
    )


def antecedent(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """同比提高9个百分点: a change, growth or gap of what was just stated."""
    for record in reversed(thread.records):
        if number.sentence[0] - record.number.sentence[1] > 0:
            return None
        if measure.name == "growth" and _is_share(passage, record):
            continue  # 支出9.12亿元,占财政支出的21.4%,同比增长6.9%
        if measure.name == "gap" and _of_another(passage, number, record, thread):
            continue
        if in_brackets(passage.text, record, number):
            continue  # 小学237所(另有教学点86个),比上年减少19所
        rate = record.unit in ("%", "pp") and record.measure != "growth"
        if unit == "pp" and not (rate or record.measure == "growth"):
            continue
        if _own_name(passage, number):
            return None
        if unit not in ("%", "pp", "rank"):
            last = passage.numbers[number.index - 1] if number.index else record.number
            opened = max(last.quantity.end, last.right[1])
            since = coded(passage, opened, number.clause[0], unit, "level")
            if since and not _OPEN.search(passage.text, opened, since[-1][0].start):
                hit, code, level = since[-1]
                return Linked(code, f"named before: {hit.word.text}", level, at=(hit.start, hit.end))
            if rate:
                if counted := _count_of(record, unit, measure, thread):
                    return counted
                continue
        if unit in ("%", "pp", "rank") or kin(record.unit, unit) or _counted_alike(number, unit, record):
            return Linked(
                record.linked.code,
                "speaks of the number before it",
                _level_since(passage, number, record),
                at=record.linked.at,
                unit=record.unit,
                of=record,
            )
    return None


def _counted_alike(number: Number, unit: str | None, record: Record) -> bool:
    """62家培训机构压减58家: the same weak classifier, or 个, which counts anything."""
    same = number.quantity.unit_text == record.number.quantity.unit_text
    return number.quantity.unit == "weak" and (unit == "item" or same)


def _count_of(rate: Record, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """本科上线1622人,上线率62.7%,比上年增加120人: a change in persons is of those who are counted, not of their rate."""
    code = counts_of_rates().get(rate.linked.code or "")
    if code is None or not fits(code, unit, measure.name):
        return None
    said = reversed(thread.said_in(rate.number.sentence))
    named = next((r for r in said if r.linked.code == code), rate)
    return Linked(code, "count whose rate is the number before it", rate.level, at=named.linked.at)


_COMPARED_NOUN = re.compile(r"[,，\s]*(?P<noun>[一-鿿]{2,6}?)(?:平均)?(?:高出|多出|高|低)了?(?:近|约)?$")


def _of_another(passage: Passage, number: Number, record: Record, thread: Thread) -> bool:
    """教师工资9.4万元,公务员9.3万元,教师高出346元: of the one of the two that the gap names."""
    named = _COMPARED_NOUN.fullmatch(passage.text, *number.left)
    if named is None or named["noun"] in record.label:
        return False
    return any(named["noun"] in r.label and r.unit == record.unit for r in thread.said_in(number.sentence))


@cache
def _own_noun() -> re.Pattern[str]:
    return re.compile(
        rf"[一-鿿“”]{{2,12}}(?:{one_of('measured')})(?:年均|同比|分别|又|均|比上年|较上年|比去年|较去年)*(?:增长|增加|提高|提升|上升|下降|减少|降低)了?(?:约|近|超过|超)?$"
    )


_OPEN = re.compile("[(（][^()（）]*$")


def _is_share(passage: Passage, record: Record) -> bool:
    """Whether a number is only the share of what stands before it."""
    own = passage.text[record.number.lead[0] : record.number.quantity.start].lstrip(" ,，、;；")
    return record.unit == "%" and record.linked.code is None and own.startswith("占")


def _own_name(passage: Passage, number: Number) -> bool:
    """高校科研经费年均增长10%: the growth of what it names itself, which has no code."""
    first = passage.numbers[number.group[0]] if number.group else number
    if any(h.word.uncatalogued and not h.swallowed for h in passage.hits.within(*first.left)):
        return True  # 学业质量监测优良率分别提升7.2个、5.9个百分点
    own = _own_noun().search(passage.text, *number.lead)
    return own is not None and not passage.hits.names.within(*number.lead)


_WHOLE = re.compile("总体|整体")


def _level_since(passage: Passage, number: Number, record: Record) -> str | None:
    """其中,中等职业学校增幅达11.9%: a level that a new sentence names, else the record's."""
    if _WHOLE.search(passage.text, *number.left):
        return None
    if record.number.sentence == number.sentence:
        own = bool(passage.hits.levels.within(*number.left))
        return None if own and record.unit != "%" else record.level
    run = level_run(passage, number.sentence[0], number.quantity.start)
    return merged(h.word.level or "all" for h in run) if run else record.level
