"""The unit of what a number counts, where none is printed or a weak classifier (个, 家, 项) tells too little.

What belongs here: units taken from the noun beside a number, from the number before it, or from a bracket.  What does
not: the windows that such a noun is looked for in (passage), units as the catalogue has them (stated_units), and units
that are printed (language.units).
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.indicators import moves
from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.counted_alike import PARTED_BY, beside_schools, classes_by_level, number_before, paid_by
from edu_pipeline.indicators.measures import one_of
from edu_pipeline.indicators.passage import Number, Passage, opened_before
from edu_pipeline.indicators.totals_of_parts import total_of
from edu_pipeline.language import units
from edu_pipeline.reference import any_of


def unit_of(passage: Passage, number: Number) -> str | None:
    """The canonical unit; a weak classifier (个, 家, 项) takes it from the noun nearest to the number.

    It is looked up once: in a list (录取120,录取121,…) each number asks for that of the one before it, some in two ways.
    """
    if number.counted is None:
        number.counted = (_unit_of(passage, number),)
    return number.counted[0]


def _unit_of(passage: Passage, number: Number) -> str | None:
    unit = number.quantity.unit
    if unit == "ratio":
        return _of_ratio(passage, number)
    if unit == "person":
        return _of_persons_word(passage, number)
    if unit is None:
        return _unprinted(passage, number)
    if unit == "pp" and number.quantity.unit_text == "个点" and not _apart_by(passage, number):
        return "item"
    return _classified(passage, number) if unit == "weak" else unit


_DIFFERS = re.compile("[高低升降增减差涨跌落超多少比]")


def _apart_by(passage: Passage, number: Number) -> bool:
    """提高2个点 are percentage points; 教学光盘播放31个点 are places."""
    first = passage.numbers[number.group[0]] if number.group else number
    return _DIFFERS.search(passage.text, number.clause[0], first.quantity.start) is not None


def _of_ratio(passage: Passage, number: Number) -> str:
    """Pupils to a teacher where staff are spoken of, and not 生机比."""
    if _MACHINES.search(passage.text, *number.left):
        return "other"
    lead = passage.text[max(number.sentence[0], number.quantity.start - 60) : number.quantity.start]
    staff = _STAFFING.search(lead) or _STAFFING.search(passage.text, 0, passage.heading)
    return "student/teacher" if staff else "other"


def _of_persons_word(passage: Passage, number: Number) -> str:
    """名 and 位 count posts and places in an order, too."""
    if _POST.search(passage.text, *number.noun_at):
        return "item"
    ranked = number.quantity.unit_text == "位" and _MOVED_UP.search(passage.text, *number.left)
    return "rank" if ranked else "person"


def _unprinted(passage: Passage, number: Number) -> str | None:
    """The unit of a number with none behind it: that of its name, of a number before it, or money that is paid."""
    quantity = number.quantity
    if quantity.value == 0 and _ZERO.search(passage.text, *number.left):
        return "%"
    if told := _in_bracket(passage, number):
        return told
    if total := total_of(passage, number):
        return unit_of(passage, total)
    if moved := _moved_to(passage, number):
        return moved
    if quantity.magnitude and (told := _same_magnitude(passage, number) or paid_by(passage, number, unit_of)):
        return told
    if quantity.value >= _MANY and _who().match(passage.text, quantity.end) and not _is_year_like(passage, number):
        return "person"
    if told := _bare_unit(passage, number) or _unit_told(passage, number):
        return told
    return _of_magnitude(passage, number) if quantity.magnitude else None


_MANY = 100


@cache
def _who() -> re.Pattern[str]:
    """3000学生告别大班额, 九万学子: those who are counted without a classifier; not 2万学生宿舍."""
    persons = units.alternation(noun for noun, unit in units.words().nouns.items() if unit == "person")
    return re.compile(
        rf"\s?[余多]?(?:{persons})(?!公寓|宿舍|食堂|资助|营养|周转|课桌|活动|服务|实践|体质|用(?!上|餐)|证|卡|之家)"
    )


def _is_year_like(passage: Passage, number: Number) -> bool:
    return _YEAR_LIKE.fullmatch(passage.text, number.quantity.start, number.quantity.numeral_end) is not None


def _of_magnitude(passage: Passage, number: Number) -> str | None:
    """在校生12万, 安排13.5亿改善办学条件: what so many are, where only 万 or 亿 is printed."""
    text, quantity = passage.text, number.quantity
    if quantity.magnitude == "个亿":
        return "CNY"
    if not number.forward and _PERSONS.search(text, *number.left):
        return "person"
    if _PAYS.search(text, *number.left) and _PAID_FOR.match(text, quantity.end):
        return "CNY"
    if told := noun_unit(passage, number):
        return told
    if _PAYS_OUT.search(text, *number.left) and not _NOT_MONEY.match(text, quantity.end):
        return "CNY"
    return "CNY" if not number.forward and _MONEY.search(text, *number.left) else None


def _classified(passage: Passage, number: Number) -> str | None:
    """What a weak classifier counts."""
    words = number.quantity.unit_text
    before = number_before(passage, number)
    if (
        before is not None
        and before.quantity.unit_text == words
        and _OF_THOSE.search(passage.text, before.quantity.end, number.quantity.start)
    ):
        return unit_of(passage, before)
    ranked = not number.forward and _RANKED.search(passage.text, *number.left)
    told = None if ranked else noun_unit(passage, number)
    told = None if told in _NEVER.get(words or "", ()) else told
    if told == "institution" and classes_by_level(passage, number, unit_of):
        return "class"
    if beside_schools(passage, number, unit_of):
        return "place"
    return told or _same_as_before(passage, number) or "item"


_RANKED = re.compile("(?:国家|[省市县区校乡镇])级$")
"""市级工作室60个、县级150个: of which rank, and no counties."""
_NEVER = {"项": ("person", "class", "county", "room"), "处": ("person",), "座": ("person",)}
"""学生资助政策40项: a classifier that no person is counted with."""


_OF_THOSE = re.compile(r"(?:占|(?:余下|剩下|剩余|其余|另外)的?)$")
"""学位2010个,小班占800个; 教学点200个,余下的63个: of what was just counted."""
_POST = re.compile("(?:编制|岗位)$")
_MONEY = re.compile(r"[资金费款额]\s?\S{0,4}$")
_PAYS = re.compile(r"(?:筹措|拨付|下达|支出|追加|安排|争取)(?:了|近|约|超过?|逾|共|至少)*\s?$")
_PAID_FOR = re.compile(
    r"\s?(?:[,，。;；!！?？]|$|用于|用来|改善|改造|支持|建设?|新建|改扩建|扩建|补助|推进|推动|实施|助力|保障|加强|升级|打造|发展|解决|奖励|资助|提升|投向|落实)"
)
"""安排13.5亿改善办学条件: what is paid without a unit is money."""
_PAYS_OUT = re.compile(r"(?:拿出|投入?|斥资|投资|耗资|筹资|拨款|花费?|增拨)(?:了|近|约|超过?|逾|共|至少)*\s?$")
_NOT_MONEY = re.compile(
    r"\s?(?:[人名所册台套间份亩棵株度把张件辆座栋幢块支本条枚盏]|平方?米|[师学考]生|教师|学位|图书|字)"
)
"""今年投4.5亿完善教育, 拿出4.8亿在城区新建学校: whatever it is paid for."""
_MOVED_UP = re.compile("(?:前移|后移|上升|上移|提升|进位|前进|下降|后退|退后)了?$")
"""毛入园率排全州第11,前移2位: places in an order, no persons."""


@cache
def _part_of() -> re.Pattern[str]:
    sort = rf"{any_of('linking.yaml', 'sorts')}|[省市县区]属|[县区]|[一-鿿]{{2,4}}语授课|男|女"
    levels = "学前|小学|初中|中学|普?高中?|中职|职高|特教|高校|幼儿园"
    return re.compile(rf"[(（](?:[一-鿿“”]{{1,8}}[\d,.]+[万亿]?[、,，])*(?:其中|含|{sort}|{levels})+$")


_PARTED = ("institution", "person", "class", "place", "m2", "CNY")


def _in_bracket(passage: Passage, number: Number) -> str | None:
    """中职校11所(市直4、县区7), 面积43万平方米(小学14万、初中21万): bare numbers in a bracket are parts of the number before it."""
    text, at = passage.text, number.quantity.start
    opened = opened_before(text, number)
    if opened < 0 or number.quantity.form != "arabic" or not _part_of().fullmatch(text, opened, at):
        return None
    if not PARTED_BY.match(text, number.quantity.end):
        return None
    whole = next((n for n in reversed(passage.numbers[: number.index]) if n.quantity.end <= opened), None)
    if whole is None or whole.quantity.end < opened - 1 or number.quantity.value > whole.quantity.value:
        return None
    unit = unit_of(passage, whole)
    return unit if unit in _PARTED else None


def _same_magnitude(passage: Passage, number: Number) -> str | None:
    """在校生总数62.3万:学前10.1万,小学24.6万: members of a list of bare 万 count what its first does."""
    before = number_before(passage, number)
    if before is None or number.forward or before.forward:
        return None
    own = passage.text[number.left[0] : number.quantity.start].strip(" ,，、:：;；和")
    alike = before.quantity.unit is None and before.quantity.magnitude == number.quantity.magnitude
    level = any(h.word.level and h.word.text == own for h in passage.hits.within(*number.left))
    return unit_of(passage, before) if alike and level else None


def _moved_to(passage: Passage, number: Number) -> str | None:
    """失学辍学人数由1032人降为0: what a change led to is in the unit of what it began with."""
    before, text = number_before(passage, number), passage.text
    if (
        before is None
        or number.forward
        or before.quantity.unit is None
        or not _CLOSED_BY.match(text, number.quantity.end)
    ):
        return None
    begun = moves.begins(text, before.clause[0], before.quantity.start, before.quantity.end)
    linked = begun and moves.linking().fullmatch(text, before.quantity.end, number.quantity.start)
    return unit_of(passage, before) if linked else None


def _same_as_before(passage: Passage, number: Number) -> str | None:
    """去年新建基地9个,今年再建6个: without a noun of its own, a number counts what the one before it in its sentence counts."""
    before = number_before(passage, number)
    if before is None or number.forward:
        return None
    lead = passage.text[slice(*number.left)].strip(",，、;； ")
    if before.quantity.unit_text != number.quantity.unit_text:
        return None
    elided = len(lead) <= _ELIDED and (_verbal().match(lead) or _RANKED.fullmatch(lead))
    return unit_of(passage, before) if elided or OF_THOSE_THAT.fullmatch(lead) else None


_ELIDED = 6
"""How much stands before a number that leaves its noun out."""
OF_THOSE_THAT = re.compile(r"(?:其中)?(?:发现|存在|有|无|未)[^,，。;；\d]{1,10}的")
"""摸排机构1736家,发现存在问题的1209家."""


@cache
def _verbal() -> re.Pattern[str]:
    return re.compile(
        rf"(?:其中|今年|现已|目前|已|再|又|另|还|后|共|累计|均|分别|实际|最终)*(?:{one_of('became_of_persons')}|{one_of('became_of_works')})(?:了|至|到|为)?$"
    )


_CLOSED_BY = re.compile(
    r"\s?(?:[,，、;；。()（）|｜]|大关|\s?[\u3000■◆●▪★▲◎➤✘✔]|/(?!\d)|(?:左右|上下)[,，、;；。]|(?:减|增|升|降)[至到为])|\s*$"
)
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d$")
_BARE = ("person", "institution", "class", "place", "%")
_REACHED = re.compile("(?:首次|再次|已|均)*(?:突破|首破)$")
_LINKS = "达到为至共约近有是仅只尚超过不足逾占 :：\u3000"


def _bare_unit(passage: Passage, number: Number) -> str | None:
    """本科上线4218,上线率28.9%; 岗位需求630: the unit of the name right before a number that has none printed."""
    text, quantity = passage.text, number.quantity
    if quantity.form not in ("arabic", "chinese") or number.forward or not _CLOSED_BY.match(text, quantity.end):
        return None
    if _is_year_like(passage, number):
        return None
    at = number.left[0] + len(_REACHED.sub("", text[number.left[0] : quantity.start]).rstrip(_LINKS))
    named = [h for h in passage.hits.names.within(number.left[0], at) if h.end == at]
    found = {catalogue().indicators[code].unit for h in named for code, _ in h.word.codes}
    if not quantity.value and "class" in found:
        return "class"  # 超大班额为0
    unit = found.pop() if len(found) == 1 else None if found else _final_noun(text[number.left[0] : at])
    unit = unit or _taken_in(passage, number)
    if unit in (None, "person") and not quantity.value and _HEADCOUNT.search(text, number.left[0], at):
        return "person"  # 失学辍学人数为0
    if unit == "person" and quantity.value < 10 or (unit == "%" and quantity.value > 150):
        return None
    if unit != "%" and quantity.value % 1:
        return None
    return unit if unit in _BARE else _bare_as_before(passage, number) if unit is None else None


_HEADCOUNT = re.compile("(?:学生|辍学|失学|子女|儿童|教师|幼儿)(?:总)?人数$")
_IN_BRACKET = re.compile(r"\s?[(（](?:单位[:：])?(?P<unit>[^()（）\d]{1,4})[)）]")
_MOVED = re.compile(r"(?:[↑↓]|(?:[提升增上降减][高升加长降低少]|[升降])(?:了|约|近)?)$")


def _unit_told(passage: Passage, number: Number) -> str | None:
    """12——在宜高校数(所): the unit in the bracket; 优良率53.8%(↑2.6): points, of the rate before it."""
    text, quantity = passage.text, number.quantity
    if number.forward and (told := _IN_BRACKET.match(text, number.right[1])):
        unit = units.words().units.get(units.normal(told["unit"]), (None, 1.0))[0]
        return unit if unit in _BARE else None
    before = number_before(passage, number)
    if before is None or before.quantity.unit != "%" or quantity.magnitude or quantity.value >= 50:
        return None
    near = _CLOSED_BY.match(text, quantity.end) is not None
    return "pp" if near and _MOVED.search(text, before.quantity.end, quantity.start) else None


_OF_RANK = re.compile(r"(?:其中|含)?(?:(?:国家|自治区|[省市县州盟旗区校乡镇])级|(?:重点|普通)?(?:本科|专科|[一二]本))$")


def _bare_as_before(passage: Passage, number: Number) -> str | None:
    """计划招生1350名,实际报到1287; 省级骨干教师94,市级512; 上线3907人,其中重点本科286: what the number before it in its sentence counts."""
    before = number_before(passage, number)
    if before is None or before.quantity.magnitude:
        return None
    lead = passage.text[slice(*number.left)].strip(" ,，、;；")
    beyond = _REACHED.fullmatch(lead) is not None
    if not lead or not (beyond or _verbal().match(lead) or _OF_RANK.match(lead)):
        return None
    unit = unit_of(passage, before)
    return unit if unit in (*_BARE, "project") and unit != "%" else None


def _taken_in(passage: Passage, number: Number) -> str | None:
    """报名1.2万人,录取1987: persons, of whom something is said that is said of persons alone."""
    before = number_before(passage, number)
    if before is None:
        return None
    own = passage.text[slice(*number.left)].strip(" ,，、;；")
    return "person" if _of_persons().fullmatch(own) and unit_of(passage, before) in _HOLD_PERSONS else None


_HOLD_PERSONS = ("person", "institution", "class")
"""小学51所,招生8127: no schools are admitted."""


@cache
def _of_persons() -> re.Pattern[str]:
    return re.compile(rf"(?:其中|实际|最终|共|已|现)*(?:{one_of('became_of_persons')})(?:人数)?(?:达到?|为|有|约|近)?")


def noun_unit(passage: Passage, number: Number) -> str | None:
    """The unit that the number's own noun gives a weak classifier; None when no such noun is known."""
    if number.forward:
        return _final_noun(passage.text[number.right[0] : number.right[1]], ahead=True)
    text, at = passage.text, number.quantity.start
    found = _final_noun(text[number.left[0] : at]) or (
        _final_noun(text[number.clause[0] : at]) if number.left[0] > number.clause[0] else None
    )
    return None if found == "county" and _names_place(passage, number) else found


def _names_place(passage: Passage, number: Number) -> bool:
    """金安区76家、霍邱县61家: the county has so many, and is not counted."""
    start, at = number.left
    end = start + len(_AFTER_NOUN.sub("", passage.text[start:at]))
    return any(p.end == end for p in passage.places_in(start, at))


_ZERO = re.compile("[率例占比](?:为|是|降至|降到|降为|减至|减为|控制在|保持|达到?|均)*$")
_PERSONS = re.compile("(?:[员师生童口]|子女|幼儿)(?:总数|总量|人数)?(?:达到?|为|有|约|近|超过?|共)*$")
_STAFFING = re.compile("生师|师生|教职工|教师|师幼|幼师|保教|编制|与学生")
_MACHINES = re.compile("机比(?:例|达|为|约|是)*$")
_AFTER_NOUN = re.compile(
    r"(?:\s|[(（][^()（）]*[)）]|[“”\"、(（的]|共计?|总?数量?|达到?了?|为|有|约|近|超过?|已|各|分别|到|至|计|等|[由从]|(?:19|20)\d\d年[底末]?)++$"
)
"""Possessive: 共计 is one word or two, which a long row of such words must not try in every way."""
_COUNTIES = re.compile(
    r"(?:县(?:级(?=单位))?|旗县?|区县|县区|县市区?|旗县市区?)(?:[(（][^()（）]{1,5}[)）]|市?区?)?(?![一-鿿]{0,2}(?:级|域|城|中(?!仅|有|已|只|还|,|，)|委|直|政府))|区(?![一-鿿])|[市](?=[,，、。]|$)"
)
_SUCH_COUNTIES = re.compile(
    r"(?:国家级?|省级|深度)?(?:未?[“\"]?(?:普九|两基)[”\"]?|攻坚|贫困|脱贫|试点|示范|重点|民族|边境|牧业|先行|监测|帮扶)县(?![级域城委直政一])"
)
"""9个攻坚县寄宿制学校建设工程: the counties are counted, not what goes on in them."""
_NO_VERB = re.compile("[,，;；的和及与、]|[生长任书积费资款金值率例]$")
"""小学校长, 学校面积: the noun goes on, no verb stands behind it."""


@cache
def _done() -> re.Pattern[str]:
    """4个项目竣工投用, 4个教育集团共派出教师86人: what is said of the noun after the number."""
    return re.compile(
        rf"(?:已|均|都|全部|相继|陆续|先后|正式|建设)*(?:{one_of('put_to_use')}|总投资|进展)|共(?!建|享|有)|累计|分别|提前|如期|按期"
    )


_DOES = re.compile("(?:上了|考[上取入]|被|在|住|参加|获|升[入学]|报名|返校|辍学|没有?|走进|如期)")
"""5个孩子考上清华: what those counted do."""
_VERB_TAIL = 5
"""How many characters of a verb may stand between a noun and its number: 教育集团组建了6个."""


def _final_noun(phrase: str, *, ahead: bool = False) -> str | None:
    """The unit of the noun that ends a phrase, before the number with a verb between them."""
    if ahead and (_COUNTIES.match(phrase.strip()) or _SUCH_COUNTIES.match(phrase.strip())):
        return "county"
    whole, phrase = phrase, _AFTER_NOUN.sub("", phrase)
    matches = list(units.noun_pattern().finditer(phrase))
    if not matches:
        return None
    if ahead:
        doing = next((m for m in matches if _done().match(whole, m.end())), None)
        first = matches[0] if matches[0].start() == 0 else None
        if doing:
            return _unit_of_noun(doing)
        if first and _unit_of_noun(first) == "person" and _DOES.match(phrase, first.end()):
            return "person"
    last = matches[-1]
    tail = phrase[last.end() :]
    if not tail or (not ahead and len(tail) <= _VERB_TAIL and not _NO_VERB.search(tail)):
        return _unit_of_noun(last)
    return None


def _unit_of_noun(noun: re.Match[str]) -> str:
    return units.words().nouns[units.normal(noun[0])]
