"""What a quantity is: an observation, a target, a definition or an anecdote, and why.

What belongs here: the rules that look at the words around a number, before its indicator is known.  What does not:
digits that name or date something (language), the indicator (linking).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from edu_pipeline.indicators.measures import one_of, words
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.targets import states_target
from edu_pipeline.language.cues import Cued


class Kind(NamedTuple):
    """`kind` is one of tables.KINDS; `reason` the rule in words."""

    kind: str
    reason: str


_SCHOOL_NAME = Cued(
    r"^(?:[^,，。;；]{0,8}[,，]|[^,，。;；]{0,14}?(?:在|走进|来到))?\s*"
    r"(?P<name>[一-鿿]{2,14}?(?:大学|学院|(?<=[一-鿿])(?:小学|中学|高中|幼儿园|学校)|职教中心|职业中专|[一二三四五六七八九十]中)(?:[一-鿿]{2,6}校区)?)"
    r"(?P<then>(?:(?<=幼儿园)|(?<=学)|(?<=校)|(?<=学院))[,，](?=占地|园内|校内|校园|园区|孩子|学生们|教室|该[校园])|(?!数|总数|共|合计|在[园校]|招生|现有|教师|专任|教职工|数量|个数)[一-鿿\d“])"
)
_NO_NAME = re.compile(
    r"有|县域|市域|区域|域内|新建|改|扩建|建设|建成|城[镇区乡]|乡[镇村]|农村|民办|公办|普通|义务|中等|高等|中小|大中|[全各所名个等的把将对为以与和使让从向]|优质|示范|特色|寄宿|一贯|推|创|实施|加[强大快]|支持|学生|教师"
    r"|坚持|开展|组织|实现|提[高升]|完善|落实|通过|聚焦|深化|促进|小学$|初中|每|具有|目前|其中|随着|针对|制定|出台|印发|设立|[一二三四五六七八九十两]所|学前|特殊教育学校|[市县]直|级|类|结对|职业学校|职业院校|在校|入学|就读"
)
_PROPER = re.compile(
    r"第[一二三四五六七八九十]+|(?<![省市州国家])[市县区州省](?:[一二三四五六七八九十]|第|直属|实验|职业|高级|特殊)|[一-鿿]{2}(?:大学|学院)|实验(?:小学|中学|学校|幼儿园)|附属|师范|[一二三四五六七八九十]中$|职教中心|职业中专"
    r"|[县区市镇乡][一-鿿]{1,6}(?:小学|中学|幼儿园)"
)
_CITY = Cued(r"全[市县区省州旗盟系]|我[市县区省州旗]|各[县区地级]|[市县区](?:教育局|教体局|教育系统|委市政府)")


@cache
def _anecdote_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('anecdote_nouns')})$")


@cache
def _told_noun() -> re.Pattern[str]:
    """A noun of papers and duties right behind its number, whatever is said of it then (7项指标达标情况)."""
    return re.compile("(?:指标|任务|措施|举措|制度|要求|隐患|问题|环节|清单|会议)(?!学|校(?!际)|生)")


_TALE = Cued(lambda: rf"(?:{one_of('tale_cues')})[^,，。;；]{{0,6}}$")
_PERSON = Cued(lambda: one_of("person_cues"))
_TITLED = Cued(
    lambda: (
        rf"[\s“]*[{words()['family_names']}][一-鿿]{{0,2}}(?:老师|校长|园长)(?!队伍|们|培训|交流|轮岗|职级|和|、|工作室)"
    )
)
"""李老师从教32年: a person by name and office opens the sentence."""
_SUBJECT = Cued(lambda: rf"(?<![小各类数和、育业])(?:{one_of('school_subject_cues')})")


def kind_of(passage: Passage, number: Number, *, plan: bool, tale: bool, on: date | None = None) -> Kind:
    """The kind of a quantity with a unit.

    `plan`: the paper states what shall be, so an unmarked clause is a target.  `tale`: the paragraph is about one
    named school or person.  `on`: the day from which the paper looks back and ahead (outlook).
    """
    text, quantity = passage.text, number.quantity
    if number.definition:
        return Kind("definition", "belongs to the definition of what is counted")
    if quantity.unit_text in words()["anecdote_units"] and not re.search(
        "平均[^,，。;；]{0,8}(?:年龄|身高|体重|时间|时长)", text[number.sentence[0] : quantity.start]
    ):
        return Kind("anecdote", f"counts {quantity.unit_text}")
    if quantity.unit_text == "分" and text[max(0, quantity.start - 1) : quantity.start] == "以":
        return Kind("anecdote", "one person's score")
    if text.endswith(("满分", "满分为"), 0, quantity.start):
        return Kind("definition", "the highest score that can be had")
    if (quantity.unit_text in ("名", "位") or quantity.unit == "%") and _TOP.search(
        text, max(0, quantity.start - 3), quantity.start
    ):
        return Kind(
            "definition" if number.index and _counts_before(passage, number) else "anecdote", "a bound in an order"
        )
    if quantity.unit_text == "条" and not re.search(
        r"[线路道]$", text[slice(*(number.right if number.forward else number.left))]
    ):
        return Kind(
            "identifier"
            if re.search(r"[“《][^”》]{0,12}$", text[max(0, quantity.start - 14) : quantity.start])
            else "anecdote",
            "counts the clauses of a paper",
        )
    if quantity.unit_text in ("次", "场", "期") and re.search(
        r"每(?:个?[月周年]|季度|半年|学[期年])(?!至少)[^,，。至]{0,6}$", text[number.clause[0] : quantity.start]
    ):
        return Kind("anecdote", "how often something is done")
    if _attends(passage, number):
        return Kind("anecdote", "counts those who attend or speak")
    if number.around & _RANKED.bit and _RANKED.match(text, quantity.numeral_end):
        return Kind("definition", "among how many it is ranked")
    if quantity.unit_text == "项" and number.around & _MET.bit and _MET.match(text, quantity.end):
        return Kind("definition", "how many of the norms were met")
    sampled = number.around & _SAMPLED.bit and number.forward and quantity.unit not in ("%", "pp")
    if sampled and _SAMPLED.match(text, quantity.end):
        return Kind("anecdote", "counts what was sampled")
    if _told_of_visits(passage, number):
        return Kind("anecdote", "counts what was visited, met or asked")
    if (
        _is_anecdote(passage, number)
        or _goes_on(passage, number)
        or (number.said & _TALE.bit and _TALE.search(text, number.clause[0], quantity.start))
    ):
        number.told = True
        return Kind("anecdote", "counts papers, meetings, duties or a tale")
    if tale or _one_person(passage, number) or _one_school(passage, number):
        return Kind("anecdote", "speaks of one named school or person")
    if states_target(passage, number, plan, on):
        return Kind("target", "stands in a clause that says what shall be")
    return Kind("observation", "states a statistic")


_TOP = re.compile(r"(?<![学目提之以年月天])前$")
"""进入全省前10名: the bound of an order; 学前66名 and 五年前81.4% count."""


def _counts_before(passage: Passage, number: Number) -> bool:
    """9人进入全省前10名: another number of the clause carries the statement."""
    return passage.numbers[number.index - 1].quantity.start >= number.clause[0]


_ATTENDS = Cued(
    r"[^,，。;；]{0,20}(?:参加了?(?:本次|此次|这次)?(?:会议|大会|座谈|仪式|活动$|发布会|培训会)|参会|出席|与会|(?:作|发表)了?(?:交流|典型|主旨)?发言)"
)


def _attends(passage: Passage, number: Number) -> bool:
    """200余名校长参加会议, 9名代表作了发言."""
    return (
        number.said & _ATTENDS.bit != 0
        and number.forward
        and number.quantity.unit in ("person", "weak", "item", "institution")
        and _ATTENDS.match(passage.text, number.quantity.end, number.clause[1]) is not None
    )


_RANKED = Cued(
    "个?(?:市州|州市|县市区?|县区|区县|地市|[市县区旗州盟])(?:[(（][市县区、]{1,3}[)）])?区?中?(?:[排列居位名]|排名|列居|位列|位居)*第"
)
"""居全省14市第12: how many were ranked."""
_MET = Cued(
    "(?:及?以[上下])?(?:资源配置)?(?:指标)?(?:全部|均|都|综合)?[未不]?达标|(?:及?以[上下])?(?:资源配置)?(?:指标)?(?:全部|均|都)?达到(?:标准|要求)"
)
"""21所学校有1项未达标: the schools are counted, by the norms that they meet."""
_SAMPLED = Cued(r"[^,，。;；]{0,16}(?:受访|抽样|抽测|随机抽查|问卷调查)")
_VISITS = Cued(
    r"(?:调研|督导)(?:学校|园所)?$|(?:查看|走访|抽查|访谈|座谈|暗访|实地察看|参加会议|参会|出席|收回|回收|有效问卷|听课(?!师生|学生|教师|人)|查阅|调阅|翻阅|发放问卷|问卷发放|问卷调查|受访|共印|印发?|来信来访|来访|接待|检查|咨询(?!室|师|中心|站|点)|投诉|举报|信访|执法|巡查|督查)[^,，。;；]{0,12}$"
)


def _told_of_visits(passage: Passage, number: Number) -> bool:
    """走访学校24所, 参加会议120余人: an inspection or a meeting, no statistic."""
    if number.quantity.unit in ("%", "pp", "CNY"):
        return False
    text, at = passage.text, number.quantity.start
    if number.said & _VISITS.bit and _VISITS.search(text, number.clause[0], at):
        return True
    visited = number.around & _VISITED.bit and _VISITED.match(text, at, number.sentence[1])
    return bool(visited) and "对" in text[number.clause[0] : at]


_VISITED = Cued(
    r"[^,，。;；]{0,50}(?:进行|开展)了?(?:全面|专项|集中|重点|实地|全覆盖|随机)?(?:的)?(?:专项)?(?:督导|检查|督查|调研|巡查|暗访|视导|抽查)"
)
"""对全县46所中小学进行了专项督导."""


def _is_anecdote(passage: Passage, number: Number) -> bool:
    if number.quantity.unit not in ("weak", "item", "institution"):
        return False
    following = passage.numbers[number.index + 1] if number.index + 1 < len(passage.numbers) else None
    if number.quantity.unit_text in ("大类", "类") and following and following.quantity.start == number.quantity.end:
        return _is_anecdote(passage, following)  # 4大类23项指标
    start, end = number.right if number.forward else number.left
    if number.forward and number.quantity.unit != "institution" and _told_noun().match(passage.text, start):
        return True
    phrase = passage.text[start:end].rstrip("共计为达约近超过总数有、的(（ ")
    return _anecdote_noun().search(phrase) is not None


_SUMMED_UP = Cued(r"(?:学校|小学|中学|高中|幼儿园|学院|大学|校区)等(?![级候待])")
"""某某附属学校等优质学校4所: schools named are but examples."""
_BUILT = Cued("建成招生|建成使用|扩建|新建|改建|迁建|[建校]设?(?:工程|项目)|投入使用|投用|启用|竣工|开工|动工")


def _one_person(passage: Passage, number: Number) -> bool:
    """家长刘女士算了笔账,一学期省了6000元: one person's tale, unless its sentence comes to speak of the place."""
    if number.around & _TITLED.bit and _TITLED.match(passage.text, number.sentence[0], number.quantity.start):
        return not _CITY.search(passage.text, number.sentence[0], number.quantity.start)
    if not number.around & _PERSON.bit:
        return False
    lead = passage.text[max(number.sentence[0], number.quantity.start - 80) : number.quantity.start]
    found = _PERSON.search(lead)
    return found is not None and not _CITY.search(lead, found.end())


_OF_PLACE = re.compile(r"[一-鿿][市县区旗州省]$")


def _one_school(passage: Passage, number: Number) -> bool:
    """A sentence whose subject is one named school: its figures are not the place's."""
    said = number.around
    if not said & (_SUBJECT.bit | _SCHOOL_NAME.bit):
        return False
    lead = passage.text[number.sentence[0] : number.quantity.start]
    if lead.endswith("等") or (said & _CITY.bit and _CITY.search(lead)):
        return False
    if said & _SUBJECT.bit and _SUBJECT.search(lead):
        return not (_OF_PLACE.search(lead) and number.quantity.unit == "institution")
    if (said & _BUILT.bit and _BUILT.search(lead)) or (said & _SUMMED_UP.bit and _SUMMED_UP.search(lead)):
        return False
    named = _SCHOOL_NAME.match(lead)
    return named is not None and not _NO_NAME.search(named["name"][:-2]) and _PROPER.search(named["name"]) is not None


def _goes_on(passage: Passage, number: Number) -> bool:
    """发现问题37个,整改完成35个: without a noun of its own, it counts what the anecdote before it counts."""
    before = passage.numbers[number.index - 1] if number.index else None
    if before is None or not before.told or number.forward or number.quantity.unit not in ("weak", "item"):
        return False
    same = before.quantity.unit_text == number.quantity.unit_text and before.sentence == number.sentence
    return same and not any(h.word.linking and not h.word.verb for h in passage.hits.within(*number.left))


_SPEECH = re.compile(
    r"“[^”]{12,}?[。!！?？,，]”[^,，。“]{0,20}(?:说|表示|介绍|道|感慨|坦言|告诉|回忆|算了|笑着|称)|(?:说|表示|介绍|告诉记者|坦言)[^。“]{0,8}[:：,，]\s?“[^”]{8,}”"
)
_PRIVATE = re.compile(
    r"我(?!们?[市县区省州]|国|们将|们[要会还共先]|们的教育)|孩子|老师|娃|家里|宿舍|毕业|同学|校园里|食堂|家长|女士|先生|妈妈|奶奶|爸爸|校长[一-鿿]{1,4}(?:说|表示|介绍)|教师[一-鿿]{2,4}(?:说|表示)"
)
_EXAMPLE = re.compile(r"以[一-鿿]{2,10}(?:小学|中学|学校|幼儿园|学院)为例")
_AGE = re.compile(r"\d{1,2}岁(?:的[一-鿿]{2,4}|就(?!近|读)|那年|出头)")


@cache
def _family() -> re.Pattern[str]:
    return re.compile(one_of("private_words"))


def _is_private(said: str) -> bool:
    return (_PRIVATE.search(said) or _family().search(said)) is not None


def tales(text: str) -> list[tuple[int, int]]:
    """Spans that tell of one person: direct speech with its speaker, a sentence that gives somebody's age."""
    spoken = _SPEECH.finditer(text) if "“" in text else ()
    spans = [m.span() for m in spoken if _is_private(m[0]) and not _CITY.search(m[0])]
    for match in _AGE.finditer(text) if "岁" in text else ():
        stop = text.find("。", match.end())
        spans.append((match.start(), stop if stop >= 0 else len(text)))
    for match in _EXAMPLE.finditer(text) if "为例" in text else ():
        spans.append((match.start(), len(text)))
    return spans
