"""Which of a sentence's time expressions can date a number at all.

What belongs here: times that only begin a change, only open a list, only tell the day of the news, lie ahead or stand
behind the number.  What does not: which of those left governs, and what it means for a stock or a flow (timing, flows).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from edu_pipeline.indicators.inherited import UNKNOWN, Period
from edu_pipeline.language.calendar import number
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.periods_scan import TimeExpression
from edu_pipeline.reference import any_of

CLAUSE_END = re.compile(r"[,，;；:：。!！?？]")
NUMBER = re.compile(r"\d[\d.．,，]*\s?[%％万亿]?")
YEAR_ENDS = frozenset({"reported_year_end", "year_end"})
AHEAD = frozenset({"next_years", "within_years"})


@cache
def _news() -> re.Pattern[str]:
    return re.compile(any_of("times.yaml", "reported"))


_WIRED = re.compile(r"\s?(?:电|讯|消息)(?![话子影视教])")
_HONOURS = re.compile(r"表彰|颁发|授予|签约|揭牌")
_EACH_YEAR = re.compile("每[生人]每?[年月天]?")
_RATIO = re.compile(r"(?:占|配|师生|生师|性别)比$")
"""占比2025年底达80%: what a ratio is called ends in 比 as well."""
_BASED_ON = re.compile(r"的?基础上")
_STARTED = re.compile(r"[^,，。;；]{0,8}(?:启动|实施|施行|出台|印发|开始)")
_ITEM_OF_YEAR = re.compile(r"[^,，。;；、\d]{0,6}\d[\d.,]*[^,，。;；、\d]{0,5}、")
_REACH = 300
"""How far from its time a number is looked for, so that an endless sentence costs no more."""
SEMICOLON = re.compile("[;；]")
_AT = re.compile(r"(?:于|均在|已在|都在)$")
_BRACKET = re.compile(r"[^,，。;；、\d(（]{0,8}[(（](?:截至|截止)?$")


_TITLES_WON = re.compile(r"(?:入选|获评|获批|列入|列为|荣获|荣膺|上榜|跻身|获|成为|创成|评为)(?:了|为)?[“‘《]?$")
_TITLE = re.compile(
    r"(?:度)?(?:第?[一二三四五六七八九十]{1,3}批)?(?:中国|全国|国家|全省|[一-鿿]{0,3}[省市级区])[一-鿿“”]{2,24}[,，;；。]"
)


def names_title(text: str, time: TimeExpression, at: int) -> bool:
    """入选2024年全国示范城市,新增2500个: the year of a title dates nothing behind its clause."""
    if time.rule not in ("year", "school_year") or CLAUSE_END.search(text, time.end, at) is None:
        return False
    before = _TITLES_WON.search(text, max(0, time.start - 6), time.start)
    return before is not None and _TITLE.match(text, time.end) is not None


_IN_ITS_BRACKET = re.compile(r"[^()（）。]*\d[^()（）。]*(?<![:：;；]\d)(?<![:：;；]\d\d)[)）]")
"""(2017年为72.4%),新组建2个: a bracket with a figure of its own keeps its time."""


_PROMISED = re.compile(r"(?:列入|纳入|列为)$")
_PROMISES = re.compile(r"[^,，。;；\d]{0,10}(?:实事|民生工程)的")


def names_promise(text: str, time: TimeExpression) -> bool:
    """列入今年省、州实事的幼儿园8所已竣工: the year is that of the promise, not of what was done."""
    return (
        _PROMISED.search(text, max(0, time.start - 2), time.start) is not None
        and _PROMISES.match(text, time.end) is not None
    )


def is_end_of_change(text: str, time: TimeExpression, at: int) -> bool:
    """由2019年的2.36万人降到2023年的1.61万人;在园幼儿2.9万人: where a change ends dates its own segment alone."""
    ends = text[max(0, time.start - 1) : time.start] in ("到", "至") and text.startswith("的", time.end)
    return ends and SEMICOLON.search(text, time.end, at) is not None


_EVENT = re.compile(
    r"(?:[全我][市县区州旗])?(?:顺利|率先|高标准|正式|一次性|成功)*(?:通过|接受|获评|荣获|被评为|被命名为|创建|创成)[^;；。\d]{2,40}[;；]"
)


def is_event(text: str, time: TimeExpression, at: int) -> bool:
    """2019年通过国家认定;净入学率99.9%: the year of what happened once dates no figure behind its segment."""
    event = _EVENT.match(text, time.end, at) if time.rule == "year" and time.kind == "point" else None
    return event is not None and at - event.end() <= _REACH


def is_of_object(text: str, time: TimeExpression, at: int) -> bool:
    """对去年开展的评估进行汇总,评出五星级学校7所: what was done to something of that time is not of it."""
    before = text[max(0, time.start - 1) : time.start]
    return before in _TAKES and _OF.match(text, time.end) is not None and bool(CLAUSE_END.search(text, time.end, at))


_TAKES = ("对", "将", "把")
_OF = re.compile("[一-鿿]{0,8}的")


def is_base(text: str, time: TimeExpression, at: int) -> bool:
    """由2018年的12.3%下降到…, 比2015年提高…: what a change starts from dates only the number right after it."""
    if (
        is_built_on(text, time, at)
        or is_of_old(text, time, at)
        or is_of_aim(text, time, at)
        or _IN_ITS_BRACKET.match(text, time.end, at)
    ):
        return True
    before = text[max(0, time.start - 1) : time.start]
    if before in _AT_PEAK and (peak := _PEAK.search(text, max(0, time.start - 12), time.start)):
        before = peak[0][0]
    if time.rule.endswith(":since"):
        return False  # 从2012年起
    if before in ("距", "离"):  # 距2025年目标值95%还有1.8个百分点
        return any(c.isdigit() or c in ",，。;；" for c in text[time.end : at])
    if before in ("与", "同", "和") and _SET_BESIDE.match(text, time.end):
        return True
    if before == "以" and text.startswith("为基", time.end):  # 以2025年为基数(46.7%),三年累计下降3个百分点
        return any(c.isdigit() or c in ",，。;；" for c in text[time.end : at])
    if before == "比" and _RATIO.search(text, max(0, time.start - 3), time.start):
        return False
    if before not in ("由", "从", "比", "较") and not (
        before == "到" and time.rule == "this_year" and text.startswith("的", time.end)
    ):
        return False
    if at - time.end > _REACH:
        return True
    following = _EACH_YEAR.sub("", text[time.end : at])
    compared = before in ("比", "较")
    return compared or len(following) > 4 or any(c in following for c in ",，。;；")


_PEAK = re.compile(
    "[比较](?:处于)?(?:历史)?(?:高峰|峰值|顶峰|最高|最多|最低|最少|低谷)(?:时期|年份|时|期|年|点)?[的即]?$"
)
_AT_PEAK = frozenset("峰值高多低少谷时期年份点的即")
"""比峰值时的2018年少3400人: what a change is held against, with what is said of its time."""
_SET_BESIDE = re.compile("(?:同期)?(?:相比|比较|(?:基本|大体|大致)?(?:持平|相当|一致))")
"""与上年基本持平。其中普通高中8941人: those counted are of the year that is told, not of the one it is set beside."""


def is_built_on(text: str, time: TimeExpression, at: int) -> bool:
    """在2020年建成12所的基础上."""
    before = text[max(0, time.start - 1) : time.start]
    return before == "在" and _BASED_ON.search(text, time.end, at) is not None


_AIM = re.compile(r"\s?(?:\d[\d.]*\s?[%％万亿]?[一-鿿]{0,2})?的?[一-鿿]{0,4}(?:目标|任务)")
_OF_AIM = re.compile(r"(?:完成|实现|达到|超过)[^,，。;；\d]{0,4}$")
_SET_OFF = re.compile(r"[比较与][^,，。;；\d()（）]{1,8}[(（]$")


def is_of_aim(text: str, time: TimeExpression, at: int) -> bool:
    """已完成2015年83%的规划目标;毛入园率51.8%: the year of an aim that was met dates nothing behind it, nor does that of a base in
    brackets: 较基期(2010年)下降0.4个百分点."""
    if text.startswith((")", "）"), time.end) and _SET_OFF.search(text, max(0, time.start - 12), time.start):
        return True
    aim = _AIM.match(text, time.end)
    if aim is None or aim.end() > at or time.rule != "year":
        return False
    return _OF_AIM.search(text, max(0, time.start - 8), time.start) is not None


@cache
def _of_old() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('times.yaml', 'of_old')})的")


def is_of_old(text: str, time: TimeExpression, at: int) -> bool:
    """更换2015年以前配备的一体机420套: it tells which ones, not when."""
    return time.rule.endswith(":before") and at - time.end <= _REACH and _of_old().match(text, time.end, at) is not None


_IN_PLACE = re.compile(r"(?:全部|均|陆续|正式)?(?:到岗|到位|到校|报到|入职|上岗|返校)")


def is_start(text: str, time: TimeExpression, at: int) -> bool:
    """计划于3月启动,惠及2.7万人, 均于8月25日前到岗;选派146名: the day something began or was in place dates only its own clause."""
    base = time.rule.partition(":")[0]
    if text[max(0, time.start - 1) : time.start] != "于" or base not in ("day", "month", "month_part"):
        return False
    if _IN_PLACE.match(text, time.end) is not None:
        return CLAUSE_END.search(text, time.end, at) is not None
    if time.rule != base:
        return False
    return _STARTED.match(text, time.end) is not None and CLAUSE_END.search(text, time.end, at) is not None


_PER_HEAD = re.compile("(?:每[生人位名]|人均|生均)$")


def is_each(text: str, time: TimeExpression, at: int, done: bool) -> bool:
    """每生每年1000元;拨付2576万元, 按每生每天4元安排,惠及2.1万人: each year of the one, not of the other that was `done`."""
    if done and _PER_HEAD.search(text, max(0, time.start - 2), time.start) and time.kind == "recurring":
        return CLAUSE_END.search(text, time.end, at) is not None
    return SEMICOLON.search(text, time.end, at) is not None


def is_closed(text: str, time: TimeExpression, at: int) -> bool:
    """2017年起,免除学杂费;改造投入6.2亿元: when something begins dates only its own segment."""
    return time.rule.endswith(":since") and (at - time.end > _REACH or SEMICOLON.search(text, time.end, at) is not None)


def is_aside(text: str, time: TimeExpression, at: int) -> bool:
    """经费所占比例,2025年达到5%;每年安排200万元: a time within a segment says nothing of the next, nor does 5年内 there."""
    if SEMICOLON.search(text, time.end, at) is None:
        return False
    before = _MEASURED if time.rule != "within_years" else _ANYTHING
    return before.search(text, max(0, time.start - 8), time.start) is not None


HEADS_LIST = r"[底末]?[^,，。;；:：\d]{0,12}[:：]"
_HEADS_LIST = re.compile(HEADS_LIST)


def heads_list(text: str, time: TimeExpression) -> bool:
    """到2030年:1)…,2028年通过评估;2)…: the time that a list is due by, whatever times its items name."""
    return time.kind == "due" and _HEADS_LIST.match(text, time.end) is not None


_MEASURED = re.compile(r"(?:率|比例|[占比]比|比重|[人校园班]数|规模|标准|经费|面积)\s?[,，]\s?$")
"""What a segment measures, with its time behind it."""
_ANYTHING = re.compile(r"[^。;；:：!！?？\n][,，]\s?$")


def is_future(time: TimeExpression, on: date | None) -> bool:
    """What lies ahead of D dates no fact, but for the term that is about to open (今年秋季又有7所投用, told in August)."""
    if on is None or time.period_start is None:
        return False
    if time.rule in AHEAD:
        return True
    if has_come(time, on):
        return False
    if time.rule == "season" and time.period_start <= on + timedelta(days=_TERM_IS_NEAR):
        return False
    return time.period_start > on and time.kind != "list"


def has_come(time: TimeExpression, on: date) -> bool:
    """至8月底, told on 29 August: what is so at the end of a month that is as good as over."""
    end = time.period_end
    if time.rule != "month_part:until" or end is None:
        return False
    return (end.year, end.month) == (on.year, on.month) and (end - on).days <= _LAST_DAYS


_TERM_IS_NEAR = 31
_LAST_DAYS = 5


def is_newsday(text: str, time: TimeExpression, at: int) -> bool:
    """9月10日,记者获悉 and 3月2日,全市大会召开: the day of the news, not of what it tells (but for what it honours)."""
    if time.rule == "day" and _WIRED.match(text, time.end):
        return True
    if time.rule not in ("day", "iso_date") or _HONOURS.search(text, time.end, at):
        return False
    return _news().search(text, time.end, min(time.end + 40, at)) is not None


def in_brackets(text: str, at: int, later: list[TimeExpression]) -> TimeExpression | None:
    """A time in brackets right after the number: 93%(2023年)."""
    number = NUMBER.match(text, at) if later else None
    if number is None or later[0].start - number.end() > 12:
        return None
    return later[0] if _BRACKET.fullmatch(text, number.end(), later[0].start) else None


_OF_A_START = re.compile(
    r"(?:从|由)[^,，。;；]{0,14}\d[\d.．,，]*\s?[%％万亿]?[^,，。;；、\d(（]{0,8}[(（](?:截至|截止)?$"
)


def of_start_alone(text: str, time: TimeExpression, at: int) -> bool:
    """由61%（2022年）提高到84%: the year in brackets behind what a change starts from dates nothing else."""
    if text[time.end : time.end + 1] not in ("）", ")") or at <= time.end:
        return False
    return _OF_A_START.search(text, max(0, time.start - 40), time.start) is not None


def happened(text: str, at: int, later: list[TimeExpression]) -> TimeExpression | None:
    """两县于2011年通过验收: the day of what is said of them, in their own clause and before another number."""
    if not later or not _AT.search(text, at, later[0].start):
        return None
    return None if CLAUSE_END.search(text, at, later[0].start) else later[0]


def itemised(text: str, times: Sequence[TimeExpression]) -> set[int]:
    """Where the years stand that have a number each: 2022年24所、2023年22所、2024年14所."""
    listed: set[int] = set()
    for one, other in zip(times, times[1:], strict=False):
        if other.start - one.end <= 16 and _ITEM_OF_YEAR.fullmatch(text, one.end, other.start):
            listed |= {one.start, other.start}
    return listed


def holds(time: TimeExpression, campaign: Period | None, bare: bool = False) -> bool:
    """Whether a time goes on to the end of its paragraph: the day that figures go up to, the year a plan sets out from.

    In a plan of one year it does so where its own sentence is `bare` of figures (2023年,工作取得进展。).
    """
    if time.rule.endswith(":cutoff"):
        return True
    if campaign is None or campaign.start is None or campaign.end is None or time.period_end is None:
        return False
    return campaign.start.year - 1 == time.period_end.year and (bare or campaign.start.year < campaign.end.year)


def of_works(text: str, named: Sequence[TimeExpression]) -> TimeExpression | None:
    """截至8月底,全市2022年教育项目83个,开工79个: the year is part of what the works are called; the cut-off governs."""
    if len(named) < 2 or named[-1].rule != "year" or not named[-2].rule.endswith(":cutoff"):
        return None
    cutoff, year = named[-2:]
    first, last, day = year.period_start, year.period_end, cutoff.period_end
    if first is None or last is None or day is None or not first <= day <= last:
        return None
    return cutoff if _WORKS.match(text, year.end) else None


def names_works(text: str, time: TimeExpression, stock: Period | None) -> bool:
    """2024年列入市级调度的项目46个 in a paper whose figures go up to a day of that year: the year only names the works."""
    day = stock.end if stock is not None and stock.start == stock.end else None
    if day is None or time.rule not in ("year", "this_year") or time.period_start is None or time.period_end is None:
        return False
    return time.period_start <= day and time.period_start.year == day.year and _WORKS.match(text, time.end) is not None


def is_promise(text: str, time: TimeExpression, on: date | None) -> bool:
    """2025年省十件民生实事开工率100%, told in that year: its works stand so at D; the year is part of what they are called."""
    if on is None or time.rule not in ("year", "this_year") or time.period_start is None:
        return False
    return time.period_start.year == on.year and _PROMISE.match(text, time.end) is not None


_PROMISE = re.compile(
    r"(?:度)?(?:全?[国省市县区州]级?)?(?:[一二三四五六七八九十\d]{1,3}[件项大])?(?:为民办?|惠民)?(?:民生)?(?:实事|民生工程)"
)
_WORKS = re.compile(r"(?:度|列入)?[一-鿿、]{0,16}(?:\d{1,4}[个项])?(?:项目|工程|任务|实事)")


def is_over(time: TimeExpression, campaign: Period | None) -> bool:
    """“十三五”期间 in a paper without a date that plans for 2021—2025: all of those years."""
    begins = campaign.start if campaign else None
    return begins is not None and time.period_end is None and time.nominal_end is not None and time.nominal_end < begins


def is_campaign(time: TimeExpression, whole: Period | None) -> bool:
    """三年内 in a plan of three years is the plan's own time."""
    if whole is None or whole.start is None or whole.end is None:
        return False
    return whole.end.year - whole.start.year + 1 == length_of(time)


_LENGTH = re.compile(rf"([{DIGITS}]{{1,2}}|[一二三四五六七八九十两]{{1,2}})年")


def length_of(time: TimeExpression) -> int | None:
    """How many years a time like 三年来 or 五年间 takes."""
    if time.period_start and time.period_end:
        return time.period_end.year - time.period_start.year
    told = _LENGTH.search(time.text)
    return number(told[1]) if told else None


def this_year(time: TimeExpression, on: date | None) -> Period:
    """全年, 年底 of a target: D's year, where the year that the paper reports on is over."""
    first, last = time.period_start, time.nominal_end or time.period_end
    if on is not None and first is not None and last is not None and last < on:
        first, last = first.replace(year=on.year), last.replace(year=on.year)
    return Period(first, last, "stated") if last is not None else UNKNOWN
