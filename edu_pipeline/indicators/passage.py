"""One paragraph with everything that was found in it, ready to be linked.

What belongs here: the windows of text around a number (its noun phrase before or after it, its clause, the list it
stands in) and which way it looks for its noun.  What does not: what the number states (linking, measures, kinds).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from edu_pipeline.indicators.definitions import defines
from edu_pipeline.indicators.lexicon import Hits
from edu_pipeline.indicators.markers import BULLETS
from edu_pipeline.language import units
from edu_pipeline.language.clauses import Cuts
from edu_pipeline.language.cues import ALL
from edu_pipeline.language.edges import Ahead
from edu_pipeline.language.periods_scan import TimeExpression
from edu_pipeline.language.places import PlaceMention
from edu_pipeline.language.quantities import Quantity

_BOUND = r"(?:[及或]?以[上下内]|左右)?"
_LIST_GAP = re.compile(
    rf"\s?{_BOUND}\s?(?:、|和|及|与|以及)\s?(?:增加|减少|增长|下降|提高|降低|上升)?(?:不[低少高超大小][于过]|均|约|近|超)?\s?[-－−]?"
    r"|(?<=[%％])\s?[/／]\s?"
)
_LONGEST_GAP = 24
"""Characters that stand between two numbers of a list at most."""
_NOUN_STOP = re.compile(
    r"[,，;；。:：!?！？\n“()（）《》]|、(?=[新增建改扩完培招引发投实开推成获组选资惠覆提创认评打举])(?![新改扩迁续建、]{2,9}(?:项目|工程))|[和及与](?=[\d近约])|与(?=[一-鿿]{2,8}(?:同步|同时|一起|结对|结成|签订|签约|联合))|以及"
    r"|左右(?=[\s,，。;；、)）]|$)|(?:(?:(?<=[校园学中])|(?<=[校园][)）]))[共现]有|已|均|都|从|或|被|获|将|正|全部|通过|完成|达到|实现|纳入|入选|荣获|参加|参与|开展|建立|建有|设有|拥有|担任|确定|赴|在|用于|提升|进行|接受|享受|对|成立|组成|联合(?!体)|受益|开设|设立|开办|释放|安装|配置|购置|添置|更换|举办|挂牌|领办|承办|参评|推广|签订|配备|交由|没有|持有|采取|创建|打造|形成|覆盖|登录|当选|启动|完工|建成|改成|改为|改造成|改建为|改建成|变成|迎来|走进|返校|升入|考入|超标|未达标|新增(?=学位|园位|建筑面积|校舍)|整合为|合并为|合并成|调整为|认真|逐项|逐一|逐条|严格)"
)
_BLANK = re.compile(r"[ \u3000]")
_SET_OFF = re.compile(r"[ \u3000]+(?=[一-鿿]{4}|[一-鿿]{2,3}[ \u3000]*\d)")
"""新建学校12所 改造操场: what a blank parts from a number is not its noun, unless blanks part all words (有 12 所 公办园)."""
_WIDE_BLANK = re.compile(r"(?:\u3000| {2,})[ \u3000]*(?=[一-鿿]{2})")
"""专任教师 1934 人　生师比 5.1∶1: a wider blank than those that part all words."""
_NO_NOUN = re.compile(
    r"\t|\s{2,8}(?:$|[\d(（\[【])|\s?(?:$|\d|[、,，;；。:：!?！？\n()（）”…—①-⑳⁰¹²³⁴-⁹†‡*＊\[［]|[.．](?!\d)|[及或]?以[上下内外]|左右|上下|已|均|都|未列入|不在|单列|另列|在建|尚|[只仅才](?=[完有招到剩占能达])|共(?=[\d约近])|全部|被|将|的(?:标准|要求|比例|规定|目标|速度|水平)|[和及与]|大关|受益|参加|参与|完成|通过|达|用于|支持|建成|并|没有(?![^,，。;；]{1,12}的)|不等|增加|增长(?![点极率])|减少|提高|提升(?=[到至为了])|核[定拨](?=[,，。;；、]|$)|[/／]班|设计(?=[,，。;；、]|$)|扩充|壮大|缩小|回升|下降|上升|[猛骤激陡剧锐][增减升降]|跃升|飙升|[掉跌攀压缩][到至]|滑落|攀升|降[到至低为]|升[到至为]|增[到至为]|减[到至为少]|变为|改为|调[整减增]|扩大|[扩涨][到至]|优化|压缩|缩减|精简|压减|回落|发展到|占(?!地)|开工|完工|竣工|招生|毕业|到货|落成|动工|建成|超过|高于|低于|比上|较上|同比|转[型为]|就读|到|赴|前往|中(?=[,，])|撤销|停办|未[计纳参]入?|不[计含列]入?|计入|获|入选|因|经|由)"
)

_BOUND_NOUN = Ahead(
    r"左右(?=(?:中小学生?|小学生?|学生|教师|幼儿|儿童|学位|公办|民办)[一-鿿和、])|(?:[及或]?以[上下内]|左右)的(?!标准|要求|比例|规定|目标|速度|水平)(?=[一-鿿])"
)


@dataclass(slots=True)
class Number:
    """A quantity and where its noun phrase stands; `left`, `right` and `lead` are spans of the text.

    `lead` is `left` with the time words that stand in it.  `definition`: it only defines what another number counts.
    `said`, `around`: the cues of its clause and of its sentence.  `told`, `aimed`: it was read as an anecdote, as a target (kinds).  `nouns`
    and `gathered` keep the words of its phrase and around it once they were looked up (nouns), `counted` its unit
    (counted_units).
    """

    quantity: Quantity
    index: int
    clause: tuple[int, int]
    sentence: tuple[int, int]
    left: tuple[int, int]
    right: tuple[int, int]
    forward: bool
    lead: tuple[int, int] = (0, 0)
    group: list[int] = field(default_factory=list)
    definition: bool = False
    said: int = ALL
    around: int = ALL
    told: bool = False
    aimed: bool = False
    nouns: frozenset[str] | None = None
    gathered: Any = None
    counted: tuple[str | None] | None = None

    @property
    def noun_at(self) -> tuple[int, int]:
        """Where what it counts is named: behind it or before it."""
        return self.right if self.forward else self.left


def opened_before(text: str, number: Number) -> int:
    """Where the last bracket of its sentence opens before a number; -1 for none."""
    start, at = number.sentence[0], number.quantity.start
    return max(text.rfind("(", start, at), text.rfind("（", start, at))


@dataclass(slots=True)
class Passage:
    """A paragraph, its words, times and numbers in order of position.

    `including`: a bracket in it says what is counted along (含教学点).  `heading`: the end of a heading that runs into it
    (2.公办园在园幼儿占比。57.78%,达标), or 0.  `known`: what several rules ask of the same span, kept while the
    paragraph is read.
    """

    text: str
    cuts: Cuts
    hits: Hits
    times: Sequence[TimeExpression]
    numbers: list[Number]
    places: Sequence[PlaceMention] = ()
    including: bool = False
    heading: int = 0
    known: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def places_in(self, start: int, end: int) -> Sequence[PlaceMention]:
        """The places that begin within a span."""
        first = bisect_left(self.places, start, key=lambda m: m.start)
        return self.places[first : bisect_left(self.places, end, first, key=lambda m: m.start)]


def passage(text: str, hits: Hits, times: Sequence[TimeExpression], quantities: list[Quantity]) -> Passage:
    """Lay out the numbers of a paragraph."""
    cuts, cues = Cuts(text), hits.cues
    numbers: list[Number] = []
    at_time, timed = 0, None
    taken = 0  # how far earlier numbers have used the text
    for i, quantity in enumerate(quantities):
        clause = cuts.clause(quantity.start)
        taken = _batched(text, numbers, quantity, taken)
        following = quantities[i + 1].start if i + 1 < len(quantities) else len(text)
        lead = (min(max(clause[0], taken), quantity.start), quantity.start)
        while at_time < len(times) and times[at_time].end <= quantity.start:
            timed, at_time = times[at_time], at_time + 1
        left_start = max(lead[0], timed.end) if timed and timed.start >= clause[0] else lead[0]
        left = (min(left_start, quantity.start), quantity.start)
        explained = _explained(text, quantity)
        noun = _noun_start(text, quantity.end)
        forward = explained is not None or _looks_forward(text, quantity, noun)
        right_end = min(clause[1], following)
        right = (noun, max(noun, _noun_end(text, noun, right_end))) if forward else (quantity.end, quantity.end)
        right = explained or _towns(text, quantity.end) or right
        sentence = cuts.sentence(quantity.start)
        number = Number(quantity, i, clause, sentence, left, right, forward, lead)
        number.said, number.around = cues.within(clause), cues.within(sentence)
        number.definition = defines(text, quantity, forward, quantities[max(0, i - 1) : i], clause[0])
        if number.definition and numbers and numbers[-1].right[1] == quantity.start:
            numbers[-1].right = _counted_only(text, numbers[-1].right)
        taken = taken if number.definition else right[1]
        numbers.append(number)
    _group(text, numbers)
    heading = _RUN_IN.match(text)
    including = _INCLUDING.search(text) is not None
    return Passage(text, cuts, hits, times, numbers, (), including, heading.end() if heading else 0)


_TOWNS = Ahead(
    r"\s?(?P<counted>(?:乡镇|镇乡|建制镇|民族乡|苏木|街道|社区|行政村|自然村|嘎查)(?:[(（][^()（）]{1,6}[)）])?)[共现都均]?[建设拥]?有"
)


def _towns(text: str, end: int) -> tuple[int, int] | None:
    """8个乡镇共有学校18所: the towns are counted, not what they have."""
    found = _TOWNS.match(text, end)
    return found.span("counted") if found else None


_RUN_IN = re.compile(r"[\s\u3000]*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．]?)?\s*[一-鿿、和]{2,24}。")
_INCLUDING = re.compile("[(（](?:含|包括|不含)")
_BATCH = re.compile("[批期次届轮]")


def _batched(text: str, numbers: list[Number], quantity: Quantity, taken: int) -> int:
    """支教教师5批364人: batches take nothing from the number right after them."""
    before = numbers[-1] if numbers else None
    apart = before is None or before.quantity.end != quantity.start
    if apart or before is None or not _BATCH.fullmatch(text[before.quantity.numeral_end : before.quantity.end]):
        return taken
    return before.left[0]


def _counted_only(text: str, right: tuple[int, int]) -> tuple[int, int]:
    """38个教学点学生数不足20人: what is counted, without what the number after it says of it."""
    noun = units.noun_pattern().search(text, *right)
    return (right[0], noun.end()) if noun else right


def _noun_start(text: str, end: int) -> int:
    """Past the bound between a number and its noun: 25个左右的县."""
    bound = _BOUND_NOUN.match(text, end)
    return bound.end() if bound else end


def _noun_end(text: str, start: int, end: int) -> int:
    """Where the noun phrase after a number ends; a quotation before its noun (13个“三名”工作室) is part of it."""
    stop = _NOUN_STOP.search(text, start + 1, end)
    while stop and stop[0] in "“(（":
        close = text.find({"“": "”", "(": ")", "（": "）"}[stop[0]], stop.end(), end)
        aside = stop[0] != "“" and (close > stop.end() + 4 or not text[close + 1 : close + 2].isalpha())
        if close < 0 or aside or (stop[0] == "“" and units.noun_pattern().search(text, start, stop.start())):
            break
        stop = _NOUN_STOP.search(text, close + 1, end)
    if stop:
        return stop.start()
    if own := _own_noun(text, start, end):
        return own
    joins = end > start + 1 and text[end - 1] in _AND and text[end : end + 1].isdigit()  # 12所小学和8所初中
    return end - 1 if joins else end


def _own_noun(text: str, start: int, end: int) -> int:
    """一年级214个班、七年级206个班: what stands behind the pause right before the next number is that one's name; 0 for none."""
    cut = text.rfind("、", start + 1, end) if text[end : end + 1].isdigit() else -1
    noun = units.noun_pattern().search(text, start, cut) if start < cut < end - 1 else None
    return cut if noun is not None and noun.start() == start else 0


_AND = "和及与"
_DASH = Ahead(
    r"\s?(?:——|──|—)\s?(?:截至[^,，。;；]{2,10}[,，]|今年|20\d\d年(?:以来)?)?(?P<label>(?:县[(（][市区、]{1,3}[)）])?[^,，。;；:：(（\d\n]{3,30})"
)
_NUMBERS = re.compile(r"\d[\d.,]*[^\d、,，。;；\n—]{0,4}")
_IN_TURN = re.compile(r"\s?(?:——|──|—)\s?(?:分别|依次)[为是](?P<names>[^,，。;；:：\d\n]{4,120})")
_NAME = re.compile(r"[^、和与及]+")


def _explained(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """12——在宜高校数(所): a number that opens its line, a dash, and what it counts."""
    if named := _explained_in_turn(text, quantity):
        return named
    said = _DASH.match(text, quantity.end)
    if said is None or text[text.rfind("\n", 0, quantity.start) + 1 : quantity.start].strip(f" \t\u3000{BULLETS}"):
        return None
    return said.span("label")


def _explained_in_turn(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """86.5%、99.9%——分别为毛入园率、净入学率: the nth name is that of the nth number of the line."""
    if "——" not in text[quantity.end : quantity.end + _FAR] and "──" not in text[quantity.end : quantity.end + _FAR]:
        return None
    begin = text.rfind("\n", 0, quantity.start) + 1
    begin += len(text[begin:]) - len(text[begin:].lstrip(f" \t\u3000{BULLETS}"))
    places, at = [], begin
    while found := _NUMBERS.match(text, at):
        places.append(found.start())
        at = found.end() + (text[found.end() : found.end() + 1] == "、")
    said = _IN_TURN.match(text, at)
    names = list(_NAME.finditer(text, *said.span("names"))) if said else []
    if quantity.start not in places or len(places) < 2 or len(names) != len(places):
        return None
    return names[places.index(quantity.start)].span()


_FAR = 80


_BOUND_SHARE = Ahead(
    "[及或]?以上的(?=(?:招生)?(?:名额|计划|指标|学生|教师|家长|学校|幼儿园|中小学|小学|初中|普通高中|乡镇|行政村))"
)
"""60%以上的招生名额分配到初中, 95%以上的学生."""


_SPENT_ON = re.compile("(?:建设|新建|改建|扩建|改扩建|迁建|改造|维修|购置|实施|推进)(?!资金|经费|专款|债券|贷款)")
"""投入1.25亿元建设两所学校等3个项目: what the money was spent on, which has its own number."""


_MONEY = ("CNY", "CNY/person", "CNY/year")
_PAID_OUT = Ahead(
    r"\s?(?:的?标准)?(?:足额|及时|按时|予以)?(?:执行|拨付|核定|核拨|测算|落实|发放|补助(?!资金|经费|标准))|标准(?![化校园])"
)
"""特殊教育按6000元执行, 初中760元足额拨付: what is done with the money is no name of it."""


def _looks_forward(text: str, quantity: Quantity, noun: int) -> bool:
    """Whether the noun, which would begin at `noun`, follows: 12所公办幼儿园, not 幼儿园12所."""
    if quantity.unit is None and quantity.magnitude:
        return not (_NO_NOUN.match(text, noun) or _SET_OFF.match(text, noun))
    if quantity.unit == "rank" or (quantity.unit == "CNY" and _SPENT_ON.match(text, quantity.end)):
        return False
    if quantity.unit in _MONEY and _PAID_OUT.match(text, quantity.end):
        return False
    if quantity.unit in ("%", "pp", "ratio", None):
        return text.startswith("的", quantity.end) or _BOUND_SHARE.match(text, quantity.end) is not None
    blanks = _WIDE_BLANK if _BLANK.search(text, quantity.start, quantity.end) else _SET_OFF
    set_off = blanks.match(text, noun) is not None
    return not set_off and not _NO_NOUN.match(text, noun)


def _group(text: str, numbers: list[Number]) -> None:
    """Lists of numbers with nothing but separators and bounds between them share what stands before the first.

    What a bracket says of one of them (95.2%（上年94.1%）、97.3%) does not end the list.
    """
    group: list[int] = []
    waiting: list[int] = []  # the list that a bracket behind its last number has interrupted
    for number in numbers:
        if number.forward and _explained_in_turn(text, number.quantity):
            group = [number.index]  # each has its own name behind the dash
        elif group and _listed(text, numbers[group[-1]], number.quantity.start):
            group.append(number.index)
        elif waiting and _listed(text, numbers[waiting[-1]], number.quantity.start, aside=True):
            waiting.append(number.index)
            group = waiting
        else:
            if group and text.startswith(("（", "("), numbers[group[-1]].quantity.end):
                waiting = group
            group = [number.index]
        number.group = group


_NOTE = re.compile(r"[(（][^()（）\n]{1,60}[)）]")


def _listed(text: str, before: Number, at: int, *, aside: bool = False) -> bool:
    """Whether the number that begins at `at` goes on from another's list, behind what a bracket says of that one."""
    note = _NOTE.match(text, before.quantity.end) if aside else None
    start = note.end() if note else before.quantity.end
    near = at - start <= _LONGEST_GAP and not before.forward and (note is not None) == aside
    return near and _LIST_GAP.fullmatch(text, start, at) is not None
