"""What a number without a name of its own takes over from what stands before it.

What belongs here: from–to pairs, comments by level or place, list members.  What does not: shares of a count (shares),
changes, gaps and norms (comparing), names and nouns that the number has itself (naming, nouns).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edu_pipeline.indicators import moves
from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.counted_units import noun_unit
from edu_pipeline.indicators.level_words import said_after
from edu_pipeline.indicators.lexicon import Hit, graded
from edu_pipeline.indicators.links import head_words
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.naming import coded, placeless
from edu_pipeline.indicators.nouns import apart, nouns_of
from edu_pipeline.indicators.parting import PART, of_sort
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Record, Thread, in_brackets, is_a_sum
from edu_pipeline.language.edges import Behind
from edu_pipeline.language.places import PlaceMention
from edu_pipeline.reference import any_of


@cache
def _modifier() -> re.Pattern[str]:
    return re.compile(
        r"其中|分别|(?:教育|其他)?部门(?:和集体)?办|(?:[村镇乡]|集体|企业|社会力量|政府|个人)办|自治区(?!级)|中央|总体|整体|[省市县区]级?财政|地方财政|专兼职|专职|兼职|另有|国家级?|[省市县区校乡]级|自治区级|非?营利性"
        rf"|{any_of('linking.yaml', 'sorts')}|城市|郊[县区]|市区|其他|其余|男生?|女生?|少数民族|一级|二级|三级|[一二三四五]类|[一二三四五六]星级?|特等奖|[一二三]等奖|优秀|新建|改建|扩建|改扩建|迁建|续建|完工|在建|已|尚未|未开工|开工|建成"
        r"|学前[一二两三]年|[三五]年(?:制|一贯制)|本科|专科|硕士生?|博士生?|研究生|完小|完全小学|小学|初中|高中|中职|高职|学前|义务教育|[共有计为达约近超余等各及和、,，;；(（]"
    )


_AVERAGE = re.compile(
    r"[且并,，、其中]*(?:逐年增长,)?(?:年平均|年均|平均每年|每年|人均|月均|其中)?(?:达到?|为|约|近|超)*"
)


def heads_of(passage: Passage, number: Number, thread: Thread) -> frozenset[str]:
    """The nouns that later numbers may lean on: its own, or those it leaned on itself."""
    own = nouns_of(passage, number)
    return own if not own.isdisjoint(head_words()) or not thread.records else own | thread.records[-1].heads


_INTO = re.compile("[^,，。;；\\d]{0,12}(?:整合|合并|调整|优化|撤并)[一-鿿]{0,2}[为成到至][近约]?")
_SHRUNK = re.compile(r"[^,，。;；\d]{2,24}(?:压减|减少|压缩|缩减|降低|下降|增加|增长|扩大|发展|调整)[到至为成][近约]?")


def paired(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """由18.6%降至2.1%: the second number states what the first does."""
    if not thread.records or number.index == 0:
        return None
    if len(number.group) > 1:
        return _paired_lists(passage, number, thread)
    record = thread.records[-1]
    before = record.number
    weak = number.quantity.unit == "weak"
    same = (
        record.unit == unit
        or (weak and unit == "item")
        or (weak and before.quantity.unit_text == number.quantity.unit_text)
        or before.quantity.form == number.quantity.form == "ratio"
    )
    if before.index != number.index - 1 or not same:
        return None
    lead = passage.text[before.clause[0] : before.quantity.start]
    shrunk = before.forward and _SHRUNK.fullmatch(passage.text, before.quantity.end, number.quantity.start)
    if shrunk:
        return Linked(
            record.linked.code, "what is left of the number before it", record.level, "level", record.linked.at
        )
    into = _INTO.fullmatch(passage.text, before.quantity.end, number.quantity.start)
    if into and record.unit == "institution":
        return Linked(record.linked.code, "what was merged into fewer", record.level, "level", record.linked.at)
    if not re.search("由|从", lead) or not moves.linking().fullmatch(
        passage.text, before.quantity.end, number.quantity.start
    ):
        return None
    measure = "gap" if record.measure == "gap" else "level"
    return Linked(record.linked.code, "second of a from–to pair", record.level, measure, record.linked.at, record.unit)


def _paired_lists(passage: Passage, number: Number, thread: Thread) -> Linked | None:
    """分别从82.3%、86.1%提高到93.1%、96.2%: the nth number states what the nth before it does."""
    first = passage.numbers[number.group[0]]
    earlier = passage.numbers[first.index - 1] if first.index else None
    if earlier is None or len(earlier.group) != len(number.group):
        return None
    if not moves.linking().fullmatch(passage.text, earlier.quantity.end, first.quantity.start):
        return None
    nth = earlier.group[number.group.index(number.index)]
    record = next((r for r in thread.records if r.number.index == nth), None)
    if record is None:
        return None
    measure = "gap" if record.measure == "gap" else "level"
    return Linked(record.linked.code, "second of a from–to pair", record.level, measure, record.linked.at, record.unit)


_COMMENT = re.compile(
    r"(?:[\s、,，;；:：()（）“”的和及与]|其中|分别|本科生?|专科生?|执行|全[市县区省]|[农乡]村|城[镇区市乡]|公办|民办|所有|阶段|教育|学校|为|是|在|按|达到?|有|均|各|也|则|就读于?|在读|读|已|要|应|须|将|再|又|还|仅有?|只[剩有]|仅剩|含|最大值|最小值|最高值|最低值|开学|秋季|升为|跌破|超过?|约|近|最[高低大小]|平均(?:水平|值)?|高于|低于|比|较|同|略|控制|保持|稳定|力争|突破|确保|计划|预计|目标|标准|上述|指标|各项|综合|继续|始终|一直|在|国家|省定|规定|实际|实有|现为|其余县?[区市]?|其他县?[区市]?|合计|完成|建成|实现|安排|严格|方面|[小中大]班|\d{1,2}(?:[-—–~至到]\d{1,2})?岁(?:年龄)?(?:组|儿童|幼儿|青少年|学生)?|起始年级|毕业班|[一二三四五六七八九](?:[至到、—-][一二三四五六七八九])?年级|不[低少高超大小多][于过]|不得|达标|由|从|到|至|降至|降到|升至|升到|提高|降低|下降|上升|增加|减少|以上|以下|以内)*"
)

_STATES = ("入园", "在园", "随班就读", "送教上门", "入园(班)")
"""Level words that say what children do."""
_PUPILS = re.compile("(?:小学|初中|高中|中职|中小)学?生")
"""小学近视率38%,初中生降到60%: a rate of pupils, at whichever level."""
_OF_GRADE = re.compile("[小中大]班(?!额)|年级|毕业班|标准|实际|实有")


_OF_AGE = re.compile(r"[,，、;；:：]?(?:其中)?[:：]?\d{1,2}(?:[-—–~至到]\d{1,2})?岁")


def comment(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """就近入学比例,小学为100%; 甘州区98.6%,临泽县97.2%; 2020年88%,2025年92%: what was named, of a level, place or time."""
    if number.forward or measure.name != "level" or len(number.group) > 1:
        return None
    start, end = number.left
    levels = passage.hits.levels.within(start, end)
    outer = apart(passage, start, levels) or levels
    places = [m for m in passage.places_in(start, end) if m.end <= end]
    timed = number.lead[0] < start or _OF_GRADE.search(passage.text, start, end) is not None
    timed = timed or (unit == "%" and _OF_AGE.match(passage.text, start, end) is not None)
    degree = unit == "CNY" and _DEGREE.fullmatch(passage.text, start, end) is not None
    if not (levels or places or timed or degree):
        return None
    record = said_of(number, unit, thread, passage.text if levels else "")
    if record is not None and record.linked.code is None and unit == "CNY":
        record = _norm_before(number, thread) or record
    if levels and unit == "institution" and not (record and record.unit == "place"):
        return None
    if timed and unit == "institution" and _names_schools(passage, number.lead[0], start):
        return None  # 撤并22所,小学由年初的131所调整为109所
    word = max(outer, key=lambda h: (h.end, -h.start)).word.text if levels else ""
    last = word[-1:]
    if word in _STATES or last == "率":
        return None  # what children do is no level alone, and 非文盲率 has a name of its own
    pupils = unit == "%" and _PUPILS.fullmatch(word) and record is not None and record.linked.code is not None
    if last and last in "生员师儿长人工" and not pupils and not (record and last == record.label[-1:]):
        return None
    if not _COMMENT.fullmatch(_without(passage.text, start, end, [*levels, *places])):
        return None
    before = passage.numbers[number.index - 1] if number.index else None
    opened = max(number.sentence[0], before.right[1] if before else 0)
    found = coded(passage, opened, number.clause[0], unit, measure.name) or _named_by_total(passage, record, unit)
    if found:
        hit, code, _ = found[-1]
        return Linked(code, f"named before: {hit.word.text}", at=(hit.start, hit.end))
    if record is None or (record.number.sentence != number.sentence and _opens_anew(passage, number)):
        return None
    if (
        is_a_sum(number, record)
        or _is_each_ones(number, unit, record)
        or (record.linked.code is None and record.number.sentence != number.sentence)
    ):
        return None
    level = None if levels else record.level
    return Linked(record.linked.code, "named before the number before it", level, at=record.linked.at, unit=record.unit)


def _names_schools(passage: Passage, start: int, end: int) -> bool:
    return any(h.word.linking and not h.word.verb for h in passage.hits.within(start, end))


def _is_each_ones(number: Number, unit: str | None, record: Record) -> bool:
    """发放贷款1.06亿元。…生活补助,小学1000元: what one pupil gets is no part of a sum that goes into millions."""
    small = number.quantity.magnitude is None and number.quantity.value < _LARGEST_NORM
    sums = record.linked.code != "per_student_expenditure" and record.number.quantity.value >= _LEAST_SUM
    return unit == "CNY" and small and sums and record.number.quantity.magnitude is not None


_LARGEST_NORM, _LEAST_SUM = 10_000, 1_000_000
_DEGREE = re.compile(r"[\s、,，;；:：(（]*(?:其中)?(?:本科|专科|高职)(?:生|院校)?[仅只为达到约近]*")
"""生均拨款水平偏低,本科1.2万元: degrees stand for levels, where money is told of them."""


def _norm_before(number: Number, thread: Thread) -> Record | None:
    """小学600元、初中800元,寄宿生加200元,特教6000元: the norm that the sentence lists, over what the catalogue leaves out."""
    said = reversed(thread.said_in(number.sentence))
    return next((r for r in said if r.linked.code == "per_student_expenditure"), None)


def _named_by_total(passage: Passage, record: Record | None, unit: str | None) -> list[tuple[Hit, str, str | None]]:
    """生均公用经费6150万元,标准为小学870元: the name of a total is that of the average behind it."""
    if record is None or record.linked.code is not None or record.linked.at is None:
        return []
    return coded(passage, *record.linked.at, unit, "level")


_NAMED_AND_OPENED = re.compile(r"[\s\S]*[一-鿿]{4,}[:：]\s*")


def _opens_anew(passage: Passage, number: Number) -> bool:
    """教师本科以上学历占比:幼儿园62.3%: what the sentence before spoke of is over."""
    return _NAMED_AND_OPENED.fullmatch(passage.text, number.sentence[0], number.clause[0]) is not None


def _since(record: Record, number: Number) -> bool:
    """Whether a number stands in the sentence of another or right before it."""
    return record.number.sentence[1] >= number.sentence[0]


def said_of(number: Number, unit: str | None, thread: Thread, text: str = "") -> Record | None:
    """The last number in the same unit of the sentence, or of the one right before it; 个 of 个学位 is no 个 of schools.

    `text`: where what stands in closed brackets does not count: 教职工88人(专任教师76人),小学40人.
    """
    quantity = number.quantity
    for record in reversed(thread.records):
        if not _since(record, number):
            return None
        if record.measure != "level" and not (unit == "%" and record.unit == "pp"):
            continue
        if text and in_brackets(text, record, number):
            continue
        bare = unit is None and number.quantity.form == "arabic"
        same_word = quantity.unit == "weak" and record.number.quantity.unit_text == quantity.unit_text
        if (
            record.unit == unit
            or (record.unit == "CNY/year" and unit == "CNY")
            or bare
            or (unit == "%" and record.unit == "pp")
            or (same_word and record.unit == "place")
        ):
            return record
    return None


def _without(text: str, start: int, end: int, spans: Sequence[Hit | PlaceMention]) -> str:
    """A span's text without the spans in it."""
    rest, at = "", start
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        rest += text[at : max(at, span.start)]
        at = max(at, span.end)
    return rest + text[at:end]


_BARE_RATE = re.compile(
    r"[^,，。;；]{0,4}?(覆盖率|占比|比例|入学率|入园率|巩固率|普及率|参与率|配备率)(?:均|已|也|约|达到?|为|是|超过?)*$"
)


def run_in(passage: Passage, number: Number, unit: str | None, measure: Measure) -> Linked | None:
    """2.公办园在园幼儿占比。57.78%,达标: what the heading that runs into the paragraph names."""
    end = passage.heading
    if not end or unit != "%" or measure.name != "level" or number.sentence[0] < end:
        return None
    own = passage.text[number.clause[0] : number.quantity.start]
    rate = _BARE_RATE.fullmatch(own)
    opens = number.sentence[0] == end and not own.strip("为达是约 ")
    named = coded(passage, 0, end, unit, measure.name)
    if not named or not (opens or (rate and passage.text[: end - 1].endswith(rate[1]))):
        return None
    hit, code, level = named[-1]
    return Linked(code, f"named by the heading: {hit.word.text}", level, at=(hit.start, hit.end))


def _listed_with(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Record | None:
    """The number that a list goes on from: the last of the sentence; after 其中 the last with that unit, also before."""
    if not thread.records:
        return None
    last = thread.records[-1]
    if last.number.sentence == number.sentence and last.unit == unit:
        return last
    if passage.text.startswith("其中", number.sentence[0]):
        before = [r for r in thread.remembered() if _since(r, number) and r.unit == unit]
        return before[-1] if before else None
    return last if last.number.sentence == number.sentence else None


_DETAILS = re.compile(r"\s*(?:其中|包括|(?:各项|分项|具体)(?:明细|构成|情况)?(?:如下)?|明细)[:：]")


def detail(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """资助学生58人次。各项明细:学前资助30人次;励志计划8人次: an item without a known name counts what all before it do."""
    if number.forward or not _DETAILS.match(passage.text, *number.sentence):
        return None
    alike = [r for r in thread.remembered() if r.unit == unit and r.measure == "level" and _since(r, number)]
    listed = [r for r in alike if r.number.sentence == number.sentence]
    codes = {r.linked.code for r in (listed if len(listed) > 1 else alike)}
    code = codes.pop() if len(codes) == 1 else None
    if code is None:
        return None
    own = passage.hits.levels.within(*number.left)
    level = None if own else catalogue().indicators[code].default_level
    return Linked(code, "an item of a list whose items all count the same", level)


def _same_noun(own: str, record: Record) -> bool:
    """新招聘教师600名,其中音体美教师240名: both count the same noun."""
    noun = _BOUNDS.sub("", own)[-2:]
    return len(noun) == 2 and record.label.endswith(noun)


_BOUNDS = re.compile(r"(?:不[少低高超大小多][于过]|至少|超过?|约|近|达到?|有|为|共|数|人数)+$")


def _graded(passage: Passage, number: Number, level: str | None) -> str | None:
    """幼儿园30所,其中省级示范性2所; 普通高中49所,其中四星级11所: schools of a grade that the catalogue counts."""
    words, codes = graded()
    return codes.get(level or "") if words.fullmatch(placeless(passage, *number.left)) else None


_MEASURED = ("CNY", "CNY/year", "CNY/person", "%", "pp", "m2", "m2/person")


def _counted_so(after: Record, number: Number, thread: Thread) -> Record | None:
    """建设项目21项,投资8.9亿元,其中续建9项: what the sentence counted in the same word before its money."""
    words = number.quantity.unit_text
    listed = reversed(thread.said_in(after.number.sentence))
    return next((r for r in listed if r.unit not in _MEASURED and r.number.quantity.unit_text == words), None)


_OVERALL = re.compile("总体|整体")
"""小学36.4%、初中69.8%,总体55.1%: of them all."""
_GOES_ON = Behind("(?:[,，]|(?:其中|包括|内含)[:：])$")


def carried(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """省级示范幼儿园14所、市级87所: a list member without a noun takes the noun before it."""
    record = _listed_with(passage, number, unit, thread)
    if record is None:
        return None
    if number.forward:
        return of_sort(passage, number, unit, record)
    weak = number.quantity.unit == "weak" and unit == "item" and noun_unit(passage, number) is None
    if weak and record.unit in _MEASURED:
        record = _counted_so(record, number, thread)
    if record is None or (record.unit != unit and not weak):
        return None
    own = passage.text[number.left[0] : number.left[1]]
    if _AVERAGE.fullmatch(own):
        return Linked(
            record.linked.code,
            "an average or part of the number before it",
            None if said_after(passage, number) else record.level,
            None,
            record.linked.at,
            record.unit,
        )
    if "其中" in own[:4] and _same_noun(own, record):
        level = None if passage.hits.levels.within(*number.left) else record.level
        return Linked(record.linked.code, PART, level, at=record.linked.at)
    listed = own[:1] in "、和及" or (own[:1] in ",，(（;；" and len(own) <= 8) or "其中" in own[:3]
    listed = listed or (len(own) <= 8 and _GOES_ON.search(passage.text, 0, number.left[0]) is not None)
    if not listed or len(own) > 16:
        return None
    if record.linked.code == "institutions" and (code := _graded(passage, number, record.level)):
        return Linked(code, "a grade of the schools before it", record.level, "level", record.linked.at)
    rest = _modifier().sub("", placeless(passage, *number.left))
    if any(h.word.phrase for h in passage.hits.within(*number.left)) or re.search("[一-鿿]{2,}", rest):
        return None
    told = _OVERALL.search(own) or any(h.word.level for h in passage.hits.within(*number.left))
    return Linked(
        record.linked.code,
        "list: noun of the number before it",
        None if told else record.level,
        record.linked.measure,
        record.linked.at,
        record.unit,
    )
