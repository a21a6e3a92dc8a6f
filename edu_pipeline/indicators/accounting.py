"""How a count is accounted: as a stock that stands, a rate, or a flow that happened.

What belongs here: what the measure and the words around a number change about the catalogue's default.  What does not:
which time a stock or flow is of (timing).  The words are data: reference/times.yaml, `accounting`.
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.language.cues import ALL, Cued
from edu_pipeline.language.sweep import Sweep
from edu_pipeline.reference import any_of, guarded

STOCK, RATE, FLOW, EVENT_RATE, YEARLY = "stock", "rate", "flow", "event rate", "yearly"
"""An event rate (升学率, 上线率) is of what happened in a span where one is named, else a rate as any other; a yearly one
(生均教育支出) is of the year that the paper accounts for."""

_AGAINST = re.compile(r"同比|环比|[比较](?:上|去|前|19|20|[“\"])|[与同](?:19|20)\d\d年[底末]?相比")
_ONCE = re.compile(
    r"\d[\d.,]*\s?[余多几]?(?:千万|百万|十万|[十百千万亿])?[余多]?(?:元|人次|场次?|次|枚|届|期(?!间)|堂|节(?!点)|万人次)"
)
_CLOSED = Cued(lambda: rf"(?:{any_of('times.yaml', 'accounting', 'closed')})[^,，。;；至到为]{{0,14}}$")
_RISEN_TO = Cued(r"(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|[升降增减])[到至为][^,，。;；\d]{0,4}$")
_BUILDING = re.compile(
    r"[\d.,]+[万余多]*[所栋幢座间套个]?[^,，。;；]{0,10}(?:宿舍|周转房|公租房|食堂|教学楼|操场|厕所)"
)
_ERECTED = Cued(r"建成[^,，。;；\d]{0,14}(?:宿舍|周转房|公租房|校舍|食堂|教学楼|操场|厕所)[^。;；]{0,24}$")
_EQUIPPED = Cued(r"(?:投入|投资)[^。]{0,60}配备[^,，。;；\d]{0,14}$")
_THINGS = re.compile(r"\d[\d.,]*万?[余多]?[套台件册张架辆块]")
"""投入资金620万元,配备多媒体设备96套: what was bought with it; teachers that schools are provided with stand."""
_PRICE = Cued(
    r"(?:收费|补助|补贴|资助|经费)标准[^,，。;；]{0,24}$|(?:每[生人月年天学期]{1,3}|[生人]均|标准(?!化)|收费|保[教育]费|学费|住宿费|补贴|津贴|月)[^,，。;；\d]{0,10}$"
)  # what is paid each time is a rule that stands
_SUM = re.compile(r"\d[\d.,]*\s?[余多]?[万亿]")
_PER_HEAD = re.compile(r"(?:[生人]均|每[生人校班]|工资|收入|标准)[^,，。;；\d]{0,10}$")
"""兑现补贴3210万元 is a sum that was paid, 年均工资9.8万元 is none."""
_HELD_VALUE = Cued(
    r"(?:总值|设备值|固定资产|原值|资产|余额|欠债|尚欠|欠款|(?<!偿还)(?<!化解)(?<!归还)债务)[^,，。;；\d]{0,6}$"
)
_STANDING = re.compile(r"基地|示范|实验[校区]|试点|工作室|特色校|学校$|[校园]$")
_SCHOOLS = re.compile(r"\d[\d.,]*\s?[余多]?所[一-鿿]{0,14}(?:学校|小学|中学|幼儿园|[校园])")
"""998所义务教育学校全部开展: schools that do something are counted as they stand."""
_SMALL_SUM = re.compile(r"(?:\d{1,4}|\d,\d{3})(?:\.\d+)?\s?元")
"""人均每月520元、460元: so little is paid each time, a rule that stands."""
_PERSONS = re.compile(r"\d[\d.,]*\s?[余多]?万?[余多]?[人名](?!次)")
_SERVICE = re.compile(r"(?:课后|延时|托管)服务[^。]{0,24}$")
"""课后服务,参与学生9.8万人: who takes part in what goes on."""
_ENTERS = re.compile(r"\d[\d.,]*万?[余多]?[人名](?:[一-鿿]{0,4})(?:报名|报考|应考|赴考|参加高考|参加中考)")
"""共有7.62万名考生报名: an event, though one has them."""
_AREA = re.compile(r"\d[\d.,]*\s?[余多]?万?[余多]?(?:平方米|平米|亩|㎡)")
"""招生2220人;园舍15.82万平方米: what was done in a segment before builds nothing."""
_SEGMENT = re.compile("[;；]")
_AWARDS = Cued(
    r"获得?(?:了|得)?[^,，。;；\d]{0,10}(?:奖励|奖项|奖|表彰|表扬)(?:\d+[项个次][,，、][^,，。;；\d]{0,8}(?:奖励|奖项|奖|表彰|表扬|共))*$"
)
"""获省级奖励4项、市级奖励6项: awards are won, a status is held."""
_NOT_YET = re.compile(
    r"\d[\d.,]*[万余多]*\s?(?:所|个|处|项|栋|人|名)?[一-鿿]{0,8}?(?:尚|还|仍|均)?(?:未(?!来|成年|必|经)|没有?)"
    r"(?:能|如期|全面|正式|完全)?(?:开工|动工|竣工|完工|启动|建成|投用|投入使用|完成|达标|到位|整改|落实|实施)"
)
"""还有14个项目未开工: what was not done stands as it is."""
_ELECTED = Cued(r"(?:评选|推选)(?!结果|办法|标准|条件)[^,，。;；]{0,30}$")
"""评选市级骨干教师150人、教学能手300人: titles that were given then; 拥有骨干教师150人 are held."""
_CHOSEN = Cued(r"(?:评选|推选|确定)[^,，。;；]{0,30}$")


_SOME_OF = re.compile(r"\d[\d.,]*[余多]?[个所][^,，。;；\d]{2,14}(?<![初高])中[,，]?(?:已|仅|只|尚|还|目前)*有\s?\d")
"""21个中心园中有8个创成省优质园: those of which some are told stand as they are."""


@cache
def _verbs() -> tuple[Sweep, Sweep]:
    return (
        Sweep(guarded("times.yaml", "accounting", "done")),
        Sweep(guarded("times.yaml", "accounting", "held")),
    )


def accounting_of(
    default: str, measure: str = "level", context: str = "", after: str = "", share: bool = False, said: int = ALL
) -> str:
    """stock, rate, flow or event rate, where the measure or the words around the number change the catalogue's `default`.

    default: stock, rate, flow, or anything else where nothing is known.  context: the sentence up to the number, some
    60 characters; after: the number itself and what follows it in its clause; share: it is per cent; said: the cues of
    the sentence.  A count that is new (新增8所) is a flow;
    one that is set against an earlier time (比上年增加) and a status that holds (创建, 认定, 建成) is a stock.  Rates
    stay rates.
    """
    if measure == "rank":
        return STOCK
    if default == FLOW and share:
        return EVENT_RATE
    if default == RATE:
        return RATE
    if measure == "change":
        return STOCK if default != FLOW and _AGAINST.search(context) and "新增" not in context else FLOW
    if _NOT_YET.match(after):
        return STOCK
    if default == STOCK and said & _CLOSED.bit and _CLOSED.search(context):
        return FLOW
    if default == STOCK and said & _ELECTED.bit and _PERSONS.match(after) and _ELECTED.search(context):
        return FLOW
    if default in (STOCK, FLOW):
        return default
    if (
        (said & _HELD_VALUE.bit and _HELD_VALUE.search(context))
        or (said & _PRICE.bit and _is_price(context, after))
        or (said & _RISEN_TO.bit and _RISEN_TO.search(context))
    ):
        return STOCK
    if _SMALL_SUM.match(after):
        return STOCK
    if said & _AWARDS.bit and _AWARDS.search(context):
        return FLOW
    if _PERSONS.match(after):
        if _SERVICE.search(context):
            return STOCK
        if _ENTERS.search(after):
            return FLOW
        context = _SEGMENT.split(context)[-1]
    if _AREA.match(after):
        context = _SEGMENT.split(context)[-1]
    return FLOW if _ONCE.match(after) else _by_verb(context, after, said)


def _is_price(context: str, after: str) -> bool:
    """Whether what is paid each time is named, and no sum of it."""
    return _PRICE.search(context) is not None and not (_SUM.match(after) and not _PER_HEAD.search(context))


def _by_verb(context: str, after: str, said: int) -> str:
    """The last telling word before the number decides, else the first after it: 培训 is done, 建成 holds."""
    done, held = _verbs()
    last_done = max((m.end() for m in done.finditer(context)), default=-1)
    last_held = max((m.end() for m in held.finditer(context)), default=-1)
    if (said & _ERECTED.bit and _ERECTED.search(context)) or (context.endswith("建成") and _BUILDING.match(after)):
        return FLOW
    if said & _EQUIPPED.bit and _EQUIPPED.search(context) and _THINGS.match(after):
        return FLOW
    if "中" in after[:24] and _SOME_OF.match(after):
        return STOCK
    if last_done == last_held == -1:
        if _SCHOOLS.match(after):
            return STOCK
        first_done, first_held = done.search(after), held.search(after)
        if first_done is None or (first_held is not None and first_held.start() <= first_done.start()):
            return STOCK
        return FLOW
    if said & _CHOSEN.bit and _CHOSEN.search(context) and _STANDING.search(after):
        return STOCK
    return FLOW if last_done > last_held else STOCK


_ACCOUNTS = frozenset({"per_student_expenditure", "average_teacher_salary"})
_NORM = re.compile("标准|定额")


def is_yearly(code: str | None, context: str) -> bool:
    """Whether money per head is what a year's accounts come to, and no norm that stands."""
    return code in _ACCOUNTS and _NORM.search(context) is None
