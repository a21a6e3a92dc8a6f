"""What is counted but is no statistic of a place's schooling: papers, meetings, inspections, samples, the county itself.

What belongs here: the words around a number that say so.  What does not: what is told of one person or school (tales),
marks, copies and papers to hand in (formalities), thresholds and weights (definitions).  The words are data
(reference/kinds.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from edu_pipeline.indicators import formalities
from edu_pipeline.indicators.measures import one_of
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.ranks_in_words import CONTEST
from edu_pipeline.language.cues import Cued
from edu_pipeline.language.edges import Ahead, Behind
from edu_pipeline.reference import words


def anecdote(passage: Passage, number: Number) -> str | None:
    """Why a number is an anecdote; None where it is none.  One that goes on from it may be told by `Number.told`."""
    if _is_unmeasured(passage, number):
        return f"counts {number.quantity.unit_text}"
    for holds, reason in _asked_of(number.quantity.unit, number.quantity.unit_text):
        if holds(passage, number):
            number.told = True
            return reason
    return None


def _is_unmeasured(passage: Passage, number: Number) -> bool:
    """90分钟, 3.2公里: units that hardly ever measure schooling, unless a mean, a rule (不超过60分钟) or something built."""
    quantity = number.quantity
    if quantity.unit_text not in words("kinds.yaml", "anecdote_units"):
        return False
    lead = passage.text[number.sentence[0] : quantity.start]
    ruled = (quantity.comparator in ("ge", "le") or lead.endswith("课间")) and quantity.unit_text in ("分钟", "天")
    return not (ruled or _MEAN.search(lead) or _built_length().search(lead))


_MEAN = re.compile(
    "平均[^,，。;；]{0,8}(?:年龄|身高|体重|时间|时长)|(?:年龄|身高|体重|时间|时长)[^,，。;；]{0,12}(?:平均|人均)"
)


@cache
def _built_length() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('built_in_metres')})[^,，。;；\d]{{0,4}}$")


@cache
def _told_noun() -> re.Pattern[str]:
    """A noun of papers and duties right behind its number, whatever is said of it then (7项指标达标情况)."""
    return re.compile(rf"(?:{one_of('duties')})(?!学|校(?!际)|生)")


_ATTENDS = Cued(
    r"[^,，。;；]{0,20}(?:参加了?(?:本次|此次|这次)?(?:会议|大会|座谈|仪式|活动$|发布会|培训会)|参会|出席|与会|网友参与|(?:作|发表)了?(?:交流|典型|主旨)?发言)"
)


_AT_ONCE = ("参加", "参会", "出席", "与会")
"""各校校长等120余人参加会议: right behind the number, whatever stands before it."""


def _attends(passage: Passage, number: Number) -> bool:
    """200余名校长参加会议, 9名代表作了发言."""
    return (
        number.said & _ATTENDS.bit != 0
        and (number.forward or passage.text.startswith(_AT_ONCE, number.quantity.end))
        and _ATTENDS.match(passage.text, number.quantity.end, number.clause[1]) is not None
    )


_SAMPLED = Cued(
    r"[^,，。;；]{0,16}(?:监测显示|体检显示|抽检|受访|抽样|抽测|随机抽查|问卷(?:调查|显示)|调查(?:显示|表明))"
)


_LISTED = r"[^,，。;；\d]{0,14}(?:\d[\d.,]*+[万余多]*[所名个人份卷家园校次场件处条]?[^,，。;；\d]{0,8})*$"
"""The number right after the verb, or a later one of its list: 抽查乡镇6个、学校24所、幼儿园8所."""


_VISITS = Cued(
    lambda: (
        rf"(?:(?:调研|督导)(?:学校|园所)?$|(?:{one_of('visits')})(?<!咨询(?=[室师员中站点]))(?<!听课(?=师生|学生|教师|人))(?:{_LISTED}))"
    )
)


_WENT = Cued(rf"(?:先后(?:到(?![位岗])|赴|前往|深入)|分赴|奔赴|赶赴)(?:{_LISTED})")
_RESEARCHED = re.compile("(?:专题)?(?:研究|听取|调度|部署|督办)|入户|上门|登门")
_RESEARCHES = re.compile("(?:专题研究|听取|调度|部署|督办)[^,，。;；\\d]{0,14}$")
"""5次听取汇报, 专题研究8次: what leaders met over; 3次入户: how often somebody was called on."""


@cache
def _group_before() -> re.Pattern[str]:
    return re.compile(rf"(?:人大|政协|部分|市县|县级|党)?(?:代表|委员|{one_of('visitors')})(?:一行)?\s?$|一行\s?$")


@cache
def _group_after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:组成)?的?(?:{one_of('visitors')})|(?:媒体)?记者(?!站)|代表(?:走进|来到|参观|观摩|齐聚|汇聚|参加|出席)"
    )


_SALUTED = Ahead(r"(?:人大|政协)?(?:代表|委员)\s?[:：]")
"""某某等5位代表: those to whom an answer is addressed."""


def _told_of_visits(passage: Passage, number: Number) -> bool:
    """走访学校24所, 参加会议120余人, 一行12人: an inspection or a meeting, no statistic."""
    text, quantity = passage.text, number.quantity
    if quantity.unit in ("%", "pp", "CNY"):
        return False
    if quantity.unit == "person" and (
        _group_before().search(text, max(number.clause[0], quantity.start - 10), quantity.start)
        or _group_after().match(text, quantity.end)
        or _SALUTED.match(text, quantity.end)
    ):
        return True
    if number.said & _VISITS.bit and _VISITS.search(text, number.clause[0], quantity.start):
        return True
    if quantity.unit_text in ("次", "场") and (
        _RESEARCHED.match(text, quantity.end) or _RESEARCHES.search(text, number.clause[0], quantity.start)
    ):
        return True
    if _goes_on_visiting(passage, number):
        return True
    if number.said & _WENT.bit and quantity.unit != "person" and _WENT.search(text, number.clause[0], quantity.start):
        return True
    visited = number.around & _VISITED.bit and _VISITED.match(text, quantity.start, number.sentence[1])
    return bool(visited) and "对" in text[number.clause[0] : quantity.start]


_AND = re.compile("[,，]\\s?[一-鿿]{2,10}")


def _goes_on_visiting(passage: Passage, number: Number) -> bool:
    """随机抽取小学6所、初中4所,九年一贯制学校2所: a name alone behind the comma goes on with those that were visited."""
    before = passage.numbers[number.index - 1] if number.index else None
    if before is None or not before.told or not before.said & _VISITS.bit or before.sentence != number.sentence:
        return False
    if before.quantity.unit_text != number.quantity.unit_text or number.forward:
        return False
    named = _AND.fullmatch(passage.text, before.quantity.end, number.quantity.start)
    return named is not None and not passage.hits.verbs.within(*number.left)


_GOES_TO = Behind("(?:到|赴|来到|深入|走进|前往)(?:了|辖区|所属|基层)?$")
_THERE = re.compile("[一-鿿]{1,12}?(?:调研|检查|督导|督查|视察|看望|慰问|走访|考察)")
_CAME = re.compile(r"[一-鿿、]{0,8}的\d*[余多]?[名位]?[一-鿿]{0,6}(?:代表|选手|运动员|队伍|代表队|嘉宾|专家)")
_BODY = Cued(r"(?:组|专班|委员会|(?<!集)团|团队|小队)由[^,，。;；]{0,24}$")
_MAKES_UP = re.compile("[^,，。;；]{0,30}组成")


def _tells_of_a_body(passage: Passage, number: Number) -> bool:
    """一行到3所学校调研, 督导组由3名专家和2名督学组成, 来自12个县市区的130名代表: where somebody went, and who went."""
    text, quantity = passage.text, number.quantity
    if text.startswith("来自", max(0, quantity.start - 2)) and _CAME.match(text, quantity.end):
        return True
    if _GOES_TO.search(text, max(number.clause[0], quantity.start - 6), quantity.start):
        return _THERE.match(text, quantity.end) is not None
    made_of = number.said & _BODY.bit and _BODY.search(text, number.clause[0], quantity.start)
    return bool(made_of) and _MAKES_UP.match(text, quantity.end) is not None


_VISITED = Cued(
    r"[^,，。;；]{0,50}(?:进行|开展)了?(?:全面|专项|集中|重点|实地|全覆盖|随机)?(?:的)?(?:专项)?(?:督导|检查|督查|调研|巡查|暗访|视导|抽查)"
)
"""对全县46所中小学进行了专项督导."""


def _is_anecdote(passage: Passage, number: Number) -> bool:
    if number.quantity.unit not in ("weak", "item", "institution") or number.quantity.magnitude:
        return False
    following = passage.numbers[number.index + 1] if number.index + 1 < len(passage.numbers) else None
    if number.quantity.unit_text in ("大类", "类") and following and following.quantity.start == number.quantity.end:
        return _is_anecdote(passage, following)  # 4大类23项指标
    if number.quantity.unit_text == "批" and following and following.quantity.start == number.quantity.end:
        return following.quantity.unit == "person"  # 7批96人
    start, end = number.noun_at
    if number.forward and number.quantity.unit != "institution" and _told_noun().match(passage.text, start):
        return True
    phrase = passage.text[start:end].rstrip("共计为达约近超过总数有、的各(（ ")
    if number.quantity.unit_text == "件":
        phrase = phrase.rstrip("中")  # 10件民生实事中
    if number.quantity.unit == "institution" and _SCHOOLS_PLANNED.search(phrase):
        return False
    if number.forward and (phrase.startswith("的") and number.left[1] - number.left[0] > 2 or _WORKS.search(phrase)):
        return False
    if _of_those(passage, number):
        return False
    return phrase.endswith(words("kinds.yaml", "anecdote_nouns"))


_THOSE = re.compile(r"(?:存在|发现|有)[^,，。;；\d]{0,6}(?:问题|隐患)的$")


def _of_those(passage: Passage, number: Number) -> bool:
    """摸排培训机构1736家,发现存在问题的1209家: institutions that have problems, no problems."""
    institutions = number.quantity.unit_text in ("家", "所")
    return institutions and _THOSE.search(passage.text, number.clause[0], number.quantity.start) is not None


_SCHOOLS_PLANNED = re.compile("(?:学校|幼儿园|小学|中学|高中|[校园])规划$")
"""配套学校规划42所: schools, not plans."""
_WORKS = re.compile("(?:学校|幼儿园|小学|中学|校舍|宿舍|周转房|食堂|厕所)[^,，。;；、]{0,8}(?:任务|工作)$")
"""教师宿舍1656套的建设任务, 17所学校达标工作: schools and buildings are counted, not duties."""


def _scores(number: Number) -> bool:
    return number.quantity.unit_text == "分" or number.quantity.form == "ratio"


def _goes_on(passage: Passage, number: Number) -> bool:
    """发现问题37个,整改完成35个: without a noun of its own, it counts what the anecdote before it counts."""
    before = passage.numbers[number.index - 1] if number.index else None
    if before is not None and before.told and number.quantity.unit == "rank" and _scores(before):
        return (before.clause if before.quantity.form != "ratio" else before.sentence) == (
            number.clause if before.quantity.form != "ratio" else number.sentence
        )  # 考生以651分居全省第7名; 以61:64惜败,获全市第2名
    if before is None or not before.told or number.forward or number.quantity.unit not in ("weak", "item"):
        return False
    if before.quantity.unit_text != number.quantity.unit_text or before.sentence != number.sentence:
        return False
    if number.quantity.unit_text == "件":
        return True  # 12件实事中,涉及教育的4件
    return not any(h.word.linking and not h.word.verb for h in passage.hits.within(*number.left))


# ------------------------------------------------------------------------------------------------ occasions and courses


_OCCASION = Cued(r"(?:^|[,，。;；])\s*(?:(?:活动|仪式)?(?:当天|当日|现场)|(?:活动|仪式)上)[^,，。;；\d]{0,12}$")
_GIVEN = re.compile(r"[^,，。;；\d]{0,12}(?:送去|送上|赠送|捐赠|颁发|发放)")


def _is_given(passage: Passage, number: Number) -> bool:
    """当天为120名留守儿童送去书包: what was given on one occasion."""
    if not (number.around & _OCCASION.bit and number.forward):
        return False
    lead = passage.text[max(0, number.clause[0] - 1) : number.quantity.start]
    return _OCCASION.search(lead) is not None and _GIVEN.match(passage.text, number.quantity.end) is not None


def _is_routine(passage: Passage, number: Number) -> bool:
    return (
        number.said & _ROUTINE.bit != 0
        and _ROUTINE.search(passage.text, number.clause[0], number.quantity.start) is not None
    )


_ROUTINE = Cued(r"每(?:个?[月周年天日餐晚]|季度|半年|学[期年])(?!至少)[^,，。至]{0,6}(?<!不少于)(?<!不低于)$")


_COURSES = Cued(r"(?:培训|培训班|研修班|训练班|讲习班)\s?$")
_OF_ADULTS = Cued("农民|农牧|社区|老年|扫盲|职工|劳动力|居民|群众")


def _is_course(passage: Passage, number: Number) -> bool:
    """举办教师培训班9期: courses are meetings; those for farmers or the old are schooling of adults."""
    text, clause, at = passage.text, number.clause[0], number.quantity.start
    if not number.said & _COURSES.bit or not _COURSES.search(text, clause, at):
        return False
    return not (number.said & _OF_ADULTS.bit and _OF_ADULTS.search(text, clause, at))


_PARTED = Behind(r"分(?:为|成|作)?$")
_GREAT = Ahead(r"(?:工程|行动|计划|举措|板块|体系|战略|攻坚)")


def _is_division(passage: Passage, number: Number) -> bool:
    """培训班分4期, 部署了5大工程: the parts that a course or a plan is divided into."""
    text, quantity = passage.text, number.quantity
    if quantity.unit_text == "大":
        return _GREAT.match(text, quantity.end) is not None
    return _PARTED.search(text, max(0, quantity.start - 2), quantity.start) is not None


def _is_sampled(passage: Passage, number: Number) -> bool:
    return (
        number.around & _SAMPLED.bit != 0
        and number.forward
        and number.quantity.unit not in ("%", "pp")
        and _SAMPLED.match(passage.text, number.quantity.end) is not None
    )


# ------------------------------------------------------------------------------------------------ the county itself
_GOVERNS = Cued(r"(?:下辖|管辖|辖(?!区)|现辖|(?<!建)设有?)[^,，。;；]{0,24}$")
_PARTS = re.compile(
    r"\s?个?(?:(?:民族)?[镇乡旗县区市](?!级|[一-鿿]{0,3}(?:学校|小学|中学|幼儿园|学))|苏木|嘎查|街道|办事处|社区|行政村|自然村|建制村|村(?!小)|居委会|团场|农场)"
)
_POPULATION = Cued(
    r"(?:^|[,，、。;；:：(（]|[县市区州省旗镇乡盟国][内]?)(?:年末|年底|现有|共有|有|现)?(?:总|户籍总?|常住总?|农业|城镇|乡村|流动|外来|少数民族|农村|出生)?人口(?:总数|总量|规模|密度[^,，。;；\d]{0,8})?(?:为|约|近|达到?|超过?|有|是|只有|共|突破|仅)*\s?$"
)
_INHABITANTS = re.compile(r"[余多万]*(?:总|常住|户籍)?人口(?![以规率的之]|大县|大市)")
_OCCUPIED = re.compile("占地|用地|园区|校区|规划面积")
_AREA_UNITS = ("平方公里", "平方千米", "km2", "km²")


def _introduces_place(passage: Passage, number: Number) -> bool:
    """总面积3130平方公里,辖4镇15乡,总人口47.6万人: what a county's introduction tells of it."""
    text, quantity = passage.text, number.quantity
    if quantity.unit_text in _AREA_UNITS:
        return _OCCUPIED.search(text, number.clause[0], quantity.start) is None
    if quantity.unit in ("%", "pp", "CNY", "m2"):
        return False
    lead = text[number.clause[0] : quantity.start]
    if number.said & _GOVERNS.bit and _PARTS.match(text, quantity.numeral_end) and _GOVERNS.search(lead):
        return True
    if quantity.unit not in ("person", None) or not number.said & _POPULATION.bit:
        return False
    return _POPULATION.search(lead) is not None or (
        quantity.magnitude is not None
        and _INHABITANTS.match(text, quantity.numeral_end) is not None
        and not lead.endswith("每")
    )


_STRENGTH = Ahead(r"(?:级|级以上)(?:的)?(?:强|大)?(?:地震|强震|台风|大风|余震)")
_WON = re.compile(r"(?:的?(?:比分|成绩))?(?:惜败|战胜|击败|力克|险胜|完胜|大胜|小胜|获胜|取胜|负于|不敌|逆转)")


def _is_strength(passage: Passage, number: Number) -> bool:
    """6.8级地震: how strong it was."""
    return _STRENGTH.match(passage.text, number.quantity.numeral_end) is not None


def _is_score(passage: Passage, number: Number) -> bool:
    """以61:64惜败: how a match ended."""
    return number.quantity.form == "ratio" and _WON.match(passage.text, number.quantity.end) is not None


_CONTEST = Behind(CONTEST + "$")


def _is_of_a_contest(passage: Passage, number: Number) -> bool:
    """获女子组第三名: how a contest ended."""
    start = number.quantity.start
    return (
        passage.text.startswith("名", number.quantity.end)
        and _CONTEST.search(passage.text, max(0, start - 10), start) is not None
    )


_COUNTED = ("weak", "item", "institution")
_REASONS: tuple[tuple[Callable[[Passage, Number], bool], str, frozenset[str | None] | None], ...] = (
    (formalities.is_mark, "marks of a person or of a paper's items", frozenset({"分"})),
    (formalities.is_full_mark, "marks to be had in an examination", frozenset({"分"})),
    (formalities.is_part_of_full_mark, "marks to be had in an examination", frozenset({"分"})),
    (formalities.is_item_of_exam, "items of an examination", frozenset({"weak", "item"})),
    (formalities.is_scope, "divisions that a paper's figures are of", frozenset({"county", "item", "weak", None})),
    (formalities.is_named_place, "places that are named, and only do something", frozenset({"county", "weak"})),
    (formalities.is_handed_in, "counts what has to be handed in", frozenset({"item", "weak"})),
    (formalities.is_proverbial, "as often as it happens", frozenset({"起"})),
    (formalities.is_item_mark, "marks of a person or of a paper's items", frozenset({None})),
    (_is_strength, "how strong a quake or a storm was", frozenset({"级"})),
    (_is_score, "how a match ended", frozenset({"ratio"})),
    (_is_of_a_contest, "how a contest ended", frozenset({"rank"})),
    (formalities.is_copies, "copies or pages of a paper", None),
    (_is_given, "what was given on one occasion", frozenset({"person", "item"})),
    (_is_routine, "how often something is done", frozenset({"次", "场", "期"})),
    (_is_course, "counts courses that were held", frozenset({"期"})),
    (_is_division, "parts of what is done or planned", frozenset({"期", "批", "轮", "大"})),
    (_attends, "counts those who attend or speak", frozenset({"person", *_COUNTED})),
    (_is_sampled, "counts what was sampled", None),
    (_told_of_visits, "counts what was visited, met or asked", None),
    (_tells_of_a_body, "counts what was visited, or who inspects", frozenset({"institution", "person", "weak"})),
    (_introduces_place, "tells of the place itself, not of its schooling", None),
    (_is_anecdote, "counts papers, meetings, duties or a tale", frozenset(_COUNTED)),
    (_goes_on, "goes on from an anecdote", frozenset({"rank", "weak", "item"})),
)
"""Each with the units, canonical or printed, that it is asked of; None where it may be any."""


@cache
def _asked_of(unit: str | None, printed: str | None) -> list[tuple[Callable[[Passage, Number], bool], str]]:
    return [
        (holds, reason) for holds, reason, units in _REASONS if units is None or not units.isdisjoint((unit, printed))
    ]
