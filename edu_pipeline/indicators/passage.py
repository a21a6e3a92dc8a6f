"""One paragraph with everything that was found in it, ready to be linked.

What belongs here: the windows of text around a number (its noun phrase before or after it, its clause, the list it
stands in) and which way it looks for its noun.  What does not: what the number states (linking, measures, kinds).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.definitions import defines
from edu_pipeline.indicators.lexicon import Hits
from edu_pipeline.language import units
from edu_pipeline.language.clauses import Cuts
from edu_pipeline.language.cues import ALL, Cues
from edu_pipeline.language.periods import TimeExpression
from edu_pipeline.language.places import PlaceMention
from edu_pipeline.language.quantities import Quantity

_BOUND = r"(?:[及或]?以[上下内]|左右)?"
_LIST_GAP = re.compile(
    rf"\s?{_BOUND}\s?(?:、|和|及|与|以及)\s?(?:增加|减少|增长|下降|提高|降低|上升)?(?:不[低少高超大小][于过]|均|约|近|超)?\s?[-－−]?"
)
_NOUN_STOP = re.compile(
    r"[,，;；。:：!?！？\n“()（）《》]|、(?=[新增建改扩完培招引发投实开推成获组选资惠覆提创认评打举])(?![新改扩迁续建、]{2,9}(?:项目|工程))|[和及与](?=[\d近约])|以及"
    r"|(?:已|均|都|从|或|被|获|将|正|全部|通过|完成|达到|实现|纳入|入选|荣获|参加|参与|开展|建立|担任|确定|赴|在|用于|提升|进行|接受|享受|对|成立|组成|联合(?!体)|受益|开设|设立|开办|释放|安装|配置|购置|添置|更换|举办|挂牌|领办|承办|参评|推广|签订|配备|交由|没有|持有|采取|创建|打造|形成|覆盖|登录|当选|启动|完工|建成|改成|改为|改造成|改建为|改建成|变成|迎来|走进|返校|升入|考入|超标|未达标|整合为|合并为|合并成|调整为|认真|逐项|逐一|逐条|严格)"
)
_NO_NOUN = re.compile(
    r"\s?(?:$|\d|[、,，;；。:：!?！？\n()（）”…—①-⑳⁰¹²³⁴-⁹†‡*＊\[［]|[.．](?!\d)|[及或]?以[上下内外]|左右|上下|已|均|都|在建|尚|全部|被|将|的(?:标准|要求|比例|规定|目标|速度|水平)|[和及与]|受益|参加|参与|完成|通过|达|用于|支持|建成|并|不等|增加|减少|提高|下降|上升|[猛骤激陡剧锐][增减升降]|跃升|飙升|[掉跌攀压缩][到至]|滑落|攀升|降[到至低为]|升[到至为]|增[到至为]|减[到至为少]|变为|改为|调[整减增]|扩大|[扩涨][到至]|优化|压缩|缩减|精简|压减|回落|发展到|占(?!地)|开工|完工|竣工|招生|毕业|到货|落成|动工|建成|超过|高于|低于|比上|较上|同比|转[型为]|就读|到|赴|前往|中(?=[,，])|撤销|停办|获|入选|因|经|由)"
)

_BOUND_NOUN = re.compile(
    r"左右(?=(?:中小学生?|小学生?|学生|教师|幼儿|儿童|学位|公办|民办)[一-鿿和、])|(?:[及或]?以[上下内]|左右)的(?!标准|要求|比例|规定|目标|速度|水平)(?=[一-鿿])"
)


@dataclass(slots=True)
class Number:
    """A quantity and where its noun phrase stands; `left`, `right` and `lead` are spans of the text.

    `lead` is `left` with the time words that stand in it.  `definition`: it only defines what another number counts.
    `said`, `around`: the cues of its clause and of its sentence.  `told`: it was read as an anecdote (kinds).  `nouns`
    and `gathered` keep the words of its phrase and around it once they were looked up (nouns).
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
    nouns: frozenset[str] | None = None
    gathered: Any = None


@dataclass(slots=True)
class Passage:
    """A paragraph, its words, times and numbers in order of position.

    `including`: a bracket in it says what is counted along (含教学点).  `heading`: the end of a heading that runs into it
    (2.公办园在园幼儿占比。57.78%,达标), or 0.
    """

    text: str
    cuts: Cuts
    hits: Hits
    times: Sequence[TimeExpression]
    numbers: list[Number]
    places: Sequence[PlaceMention] = ()
    including: bool = False
    heading: int = 0


def passage(text: str, hits: Hits, times: Sequence[TimeExpression], quantities: list[Quantity]) -> Passage:
    """Lay out the numbers of a paragraph."""
    cuts, cues = Cuts(text), Cues(text)
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
        forward = explained is not None or _looks_forward(text, quantity)
        right_end = min(clause[1], following)
        noun = _noun_start(text, quantity.end)
        right = (noun, max(noun, _noun_end(text, noun, right_end))) if forward else (quantity.end, quantity.end)
        right = explained or right
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
    return stop.start() if stop else end


_DASH = re.compile(r"\s?(?:——|──|—)\s?(?:截至[^,，。;；]{2,10}[,，]|今年)?(?P<label>[^,，。;；:：(（\d\n]{3,30})")
_BULLETS = " \t\u3000·•●◆■▪◎★—-"


def _explained(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """12——在宜高校数(所): a number that opens its line, a dash, and what it counts."""
    if text[text.rfind("\n", 0, quantity.start) + 1 : quantity.start].strip(_BULLETS):
        return None
    said = _DASH.match(text, quantity.end)
    return said.span("label") if said else None


_BOUND_SHARE = re.compile("[及或]?以上的(?=(?:招生)?(?:名额|计划|指标|学生|教师|家长))")
"""60%以上的招生名额分配到初中, 95%以上的学生."""


def _looks_forward(text: str, quantity: Quantity) -> bool:
    """Whether the noun follows: 12所公办幼儿园, not 幼儿园12所."""
    if quantity.unit is None and quantity.magnitude:
        return not _NO_NOUN.match(text, _noun_start(text, quantity.end))
    if quantity.unit == "rank":
        return False
    if quantity.unit in ("%", "pp", "ratio", None):
        return text.startswith("的", quantity.end) or _BOUND_SHARE.match(text, quantity.end) is not None
    return not _NO_NOUN.match(text, _noun_start(text, quantity.end))


def _group(text: str, numbers: list[Number]) -> None:
    """Lists of numbers with nothing but separators and bounds between them share what stands before the first."""
    group: list[int] = []
    for number in numbers:
        if group:
            before = numbers[group[-1]].quantity
            if not numbers[group[-1]].forward and _LIST_GAP.fullmatch(text, before.end, number.quantity.start):
                group.append(number.index)
                number.group = group
                continue
        group = [number.index]
        number.group = group


def unit_of(passage: Passage, number: Number) -> str | None:
    """The canonical unit; a weak classifier (个, 家, 项) takes it from the noun nearest to the number."""
    unit = number.quantity.unit
    if unit == "ratio":
        if _MACHINES.search(passage.text, *number.left):
            return "other"
        lead = passage.text[max(number.sentence[0], number.quantity.start - 60) : number.quantity.start]
        return (
            "student/teacher"
            if _STAFFING.search(lead) or _STAFFING.search(passage.text, 0, passage.heading)
            else "other"
        )
    if unit == "person" and re.search(r"(?:编制|岗位)$", passage.text[number.right[0] : number.right[1]]):
        return "item"
    if unit is None and number.quantity.value == 0 and _ZERO.search(passage.text, *number.left):
        return "%"
    if unit is None and (told := _in_bracket(passage, number)):
        return told
    if unit == "person" and number.quantity.unit_text == "位" and _MOVED_UP.search(passage.text, *number.left):
        return "rank"
    if unit is None and number.quantity.magnitude and (told := _same_magnitude(passage, number)):
        return told
    if unit is None and (bare := _bare_unit(passage, number) or _unit_told(passage, number)):
        return bare
    if unit is None and number.quantity.magnitude:
        if number.quantity.magnitude == "个亿":
            return "CNY"
        if not number.forward and _PERSONS.search(passage.text, *number.left):
            return "person"
        return noun_unit(passage, number) or (
            None
            if number.forward
            else "CNY"
            if re.search(r"[资金费款额]\s?\S{0,4}$", passage.text[number.left[0] : number.left[1]])
            else None
        )
    if unit != "weak":
        return unit
    return noun_unit(passage, number) or _same_as_before(passage, number) or "item"


_MOVED_UP = re.compile("(?:前移|后移|上升|上移|提升|进位|前进|下降|后退|退后)了?$")
"""毛入园率排全州第11,前移2位: places in an order, no persons."""


_PART_OF = re.compile(
    r"[(（](?:[一-鿿“”]{1,8}[\d,]+[、,，])*(?:其中|含|市直|[省市县区]属|公办|民办|农村|城区|城镇|乡镇|[县区]|[一-鿿]{2,4}语授课|男|女|小学|初中|高中|中职|幼儿园)+$"
)
_PARTED = ("institution", "person", "class")


def _in_bracket(passage: Passage, number: Number) -> str | None:
    """中职校11所(市直4、县区7): bare numbers in a bracket are parts of the number before it."""
    text, at = passage.text, number.quantity.start
    opened = max(text.rfind("(", number.sentence[0], at), text.rfind("（", number.sentence[0], at))
    if opened < 0 or number.quantity.form != "arabic" or not _PART_OF.fullmatch(text, opened, at):
        return None
    if not re.match(r"\s?[、,，)）]", text[number.quantity.end :][:2]):
        return None
    whole = next((n for n in reversed(passage.numbers[: number.index]) if n.quantity.end <= opened), None)
    if whole is None or whole.quantity.end < opened - 1 or number.quantity.value > whole.quantity.value:
        return None
    unit = unit_of(passage, whole)
    return unit if unit in _PARTED else None


def _same_magnitude(passage: Passage, number: Number) -> str | None:
    """在校生总数62.3万:学前10.1万,小学24.6万: members of a list of bare 万 count what its first does."""
    before = passage.numbers[number.index - 1] if number.index else None
    if before is None or before.sentence != number.sentence or number.forward or before.forward:
        return None
    own = passage.text[number.left[0] : number.quantity.start].strip(" ,，、:：;；和")
    alike = before.quantity.unit is None and before.quantity.magnitude == number.quantity.magnitude
    level = any(h.word.level and h.word.text == own for h in passage.hits.within(*number.left))
    return unit_of(passage, before) if alike and level else None


def _same_as_before(passage: Passage, number: Number) -> str | None:
    """去年新建基地9个,今年再建6个: without a noun of its own, a number counts what the one before it in its sentence counts."""
    before = passage.numbers[number.index - 1] if number.index else None
    if before is None or before.sentence != number.sentence or number.forward:
        return None
    lead = passage.text[slice(*number.left)].strip(",，、;； ")
    if before.quantity.unit_text != number.quantity.unit_text or len(lead) > 6 or not _VERBAL.match(lead):
        return None
    return unit_of(passage, before)


_VERBAL = re.compile(
    r"(?:其中|今年|现已|目前|已|再|又|另|还|后|共|累计|均|分别|实际|最终)*(?:录取|录用|聘用|报到|到岗|上岗|入学|毕业|实考|参考|新[建增设]|再建|建成|改[扩造建]?建?|扩建|注销|转型|撤[并销]|关停|完成|竣工|完工|开工|在建|通过|达标|认定|获评|创建|达到?|有|增[至到加]|减[至少]|剩余?|保留|压减)(?:了|至|到|为)?$"
)


_CLOSED_BY = re.compile(
    r"\s?(?:[,，、;；。()（）|｜]|\s?[\u3000■◆●▪★▲◎➤✘✔]|/(?!\d)|(?:左右|上下)[,，、;；。]|(?:减|增|升|降)[至到为])|\s*$"
)
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d$")
_BARE = ("person", "institution", "class", "place", "%")
_LINKS = "达到为至共约近有是仅只尚超过不足逾占 :：\u3000"


def _bare_unit(passage: Passage, number: Number) -> str | None:
    """本科上线4218,上线率28.9%; 岗位需求630: the unit of the name right before a number that has none printed."""
    text, quantity = passage.text, number.quantity
    if quantity.form != "arabic" or number.forward or not _CLOSED_BY.match(text, quantity.end):
        return None
    if _YEAR_LIKE.fullmatch(text, quantity.start, quantity.numeral_end):
        return None
    at = number.left[0] + len(text[number.left[0] : quantity.start].rstrip(_LINKS))
    named = [h for h in passage.hits.names.within(number.left[0], at) if h.end == at]
    found = {catalogue().indicators[code].unit for h in named for code, _ in h.word.codes}
    unit = found.pop() if len(found) == 1 else None if found else _final_noun(text[number.left[0] : at])
    unit = unit or _taken_in(passage, number)
    if unit == "person" and quantity.value < 10 or (unit == "%" and quantity.value > 150):
        return None
    if unit != "%" and quantity.value % 1:
        return None
    return unit if unit in _BARE else _bare_as_before(passage, number) if unit is None else None


_IN_BRACKET = re.compile(r"\s?[(（](?:单位[:：])?(?P<unit>[^()（）\d]{1,4})[)）]")
_MOVED = re.compile(r"(?:[↑↓]|(?:[提升增上降减][高升加长降低少]|[升降])(?:了|约|近)?)$")


def _unit_told(passage: Passage, number: Number) -> str | None:
    """12——在宜高校数(所): the unit in the bracket; 优良率53.8%(↑2.6): points, of the rate before it."""
    text, quantity = passage.text, number.quantity
    if number.forward and (told := _IN_BRACKET.match(text, number.right[1])):
        unit = units.words().units.get(units.normal(told["unit"]), (None, 1.0))[0]
        return unit if unit in _BARE else None
    before = passage.numbers[number.index - 1] if number.index else None
    if before is None or before.quantity.unit != "%" or quantity.magnitude or quantity.value >= 50:
        return None
    near = before.sentence == number.sentence and _CLOSED_BY.match(text, quantity.end) is not None
    return "pp" if near and _MOVED.search(text, before.quantity.end, quantity.start) else None


_OF_RANK = re.compile(r"(?:其中|含)?(?:国家|自治区|[省市县州盟旗区校乡镇])级$")


def _bare_as_before(passage: Passage, number: Number) -> str | None:
    """计划招生1350名,实际报到1287; 省级骨干教师94,市级512: what the number before it in its sentence counts."""
    before = passage.numbers[number.index - 1] if number.index else None
    if before is None or before.sentence != number.sentence or before.quantity.magnitude:
        return None
    lead = passage.text[slice(*number.left)].strip(" ,，、;；")
    if not lead or not (_VERBAL.match(lead) or _OF_RANK.match(lead)):
        return None
    unit = unit_of(passage, before)
    return unit if unit in (*_BARE, "project") and unit != "%" else None


def _taken_in(passage: Passage, number: Number) -> str | None:
    """报名2316人,录取1987: persons, of whom something is said that is said of persons alone."""
    before = passage.numbers[number.index - 1] if number.index else None
    if before is None or before.sentence != number.sentence:
        return None
    own = passage.text[slice(*number.left)].strip(" ,，、;；")
    return "person" if _OF_PERSONS.fullmatch(own) and unit_of(passage, before) == "person" else None


_OF_PERSONS = re.compile(
    "(?:其中|实际|最终|共|已|现)*(?:录取|报到|报名|参考|到岗|到校|招收|招录|聘用|录用|毕业|就业|上线|升学|入学|在岗|返校|退出)"
    "(?:人数)?(?:达到?|为|有|约|近)?"
)


def noun_unit(passage: Passage, number: Number) -> str | None:
    """The unit that the number's own noun gives a weak classifier; None when no such noun is known."""
    if number.forward:
        return _final_noun(passage.text[number.right[0] : number.right[1]], ahead=True)
    text, at = passage.text, number.quantity.start
    return _final_noun(text[number.left[0] : at]) or (
        _final_noun(text[number.clause[0] : at]) if number.left[0] > number.clause[0] else None
    )


_ZERO = re.compile("[率例占比](?:为|是|降至|降到|控制在|保持|达到?|均)*$")
_PERSONS = re.compile("(?:[员师生童口]|子女|幼儿)(?:总数|总量|人数)?(?:达到?|为|有|约|近|超过?|共)*$")
_STAFFING = re.compile("生师|师生|教职工|教师|师幼|幼师|保教|编制|与学生")
_MACHINES = re.compile("机比(?:例|达|为|约|是)*$")
_AFTER_NOUN = re.compile(
    r"(?:\s|[“”\"、(（的]|[(（][^()（）]*[)）]|共计?|总?数量?|达到?了?|为|有|约|近|超过?|已|各|分别|到|至|计|等)+$"
)
_COUNTIES = re.compile(
    r"(?:县(?:级(?=单位))?|旗县?|区县|县区|县市区?|旗县市区?)(?:[(（][^()（）]{1,5}[)）]|市?区?)?(?![一-鿿]{0,2}(?:级|域|城|中(?!仅|有|已|只|还|,|，)|委|直|政府))|区(?![一-鿿])|[市](?=[,，、。]|$)"
)
_NO_VERB = re.compile("[,，;；的和及与、]|[生长任书积费资款金值率例]$")
"""小学校长, 学校面积: the noun goes on, no verb stands behind it."""
_DONE = re.compile(
    "(?:已|均|都|全部|相继|陆续|先后|正式|建设)*(?:竣工|投用|投入使用|完工|开工|动工|启用|落地|封顶|交付|共投入|总投资)"
)
"""4个项目竣工投用: what is said of the noun after the number."""
_DOES = re.compile("(?:上了|考[上取入]|被|在|住|参加|获|升[入学]|报名|返校|辍学|没有?|走进|如期)")
"""5个孩子考上清华: what those counted do."""
_VERB_TAIL = 5
"""How many characters of a verb may stand between a noun and its number: 教育集团组建了6个."""


def _final_noun(phrase: str, *, ahead: bool = False) -> str | None:
    """The unit of the noun that ends a phrase, before the number with a verb between them."""
    if ahead and (counties := _COUNTIES.match(phrase.strip())) and counties[0]:
        return "county"
    phrase = _AFTER_NOUN.sub("", phrase)
    matches = list(units.noun_pattern().finditer(phrase))
    if not matches:
        return None
    if ahead and matches[0].start() == 0 and _DONE.match(phrase, matches[0].end()):
        return units.words().nouns[units.normal(matches[0][0])]
    if ahead and matches[0].start() == 0 and _DOES.match(phrase, matches[0].end()):
        found = units.words().nouns[units.normal(matches[0][0])]
        if found == "person":
            return found
    last = matches[-1]
    tail = phrase[last.end() :]
    if not tail or (not ahead and len(tail) <= _VERB_TAIL and not _NO_VERB.search(tail)):
        return units.words().nouns[units.normal(last[0])]
    return None
