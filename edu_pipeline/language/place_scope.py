"""Which place a number is about.

What belongs here: from the mentions of a sentence to the one that governs a number.  What does not: finding the
mentions (places), whose turn it is in a list of places (place_lists).  Most numbers are about the article's home; another place takes a number only when it stands
right before it (甘州5所), as the subject of its clause (德城区已有7个), or as the measure it is held against
(全国平均87%, 省定5%).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from edu_pipeline.language import gazetteer
from edu_pipeline.language.edges import Behind
from edu_pipeline.language.gazetteer import COUNTRY, Region
from edu_pipeline.language.place_lists import are_joined, in_turn, in_turn_again
from edu_pipeline.language.sweep import Sweep

if TYPE_CHECKING:
    from edu_pipeline.language.places import PlaceMention

_POINTS = re.compile(r"[\d.．,]+\s*个?(?:[、和][\d.．]+\s*个?){0,4}(?:百分点|个点)")
_PART_OF = re.compile(r"[一二三四五六七八九]+分之|半|[\d.]+\s?倍")
_REACH = 400  # no sentence is read farther back than this
_DIRECT = re.compile(
    r"[\s（(:：|—-]*(?:目前|现|已|共|总共|合计|分别|各)?(?:有|建有|设有|拥有|建成|新建|改扩建|新增|完成|达到|达|为|是)?(?:了|到)?(?:约|近|超过|超|逾|不少于|不低于)?[\s（(:：|]*$"
)
_MEASURED = Behind(
    r"(?:高于|低于|高出|超出|超过|超|多于|少于|优于|领先于?|落后于?|比|较|占|居|列|位列|位居|排名|排|相当于)(?:了)?$"
)
_STANDARD = Sweep(
    r"(?P<who>(?<!全)省平均|省均|省定|省级标准(?!化)|省标(?!准化)|国定|国标(?!准化)|国家规定|国家标准(?!化)|国家平均)的?[^，。；、,;\d缺少差超]{0,6}$"
)
_MEETS = re.compile(
    r"(?:(?:达到|符合|达|通过|执行)(?:省定|省级标准|省标|国定|国标|国家规定|国家标准)[^，。；、,;\d]{0,6}的[^，。；、,;\d]{0,4}|(?:高出|超出)[^，。；、,;\d]{2,10})$"
)
"""达到省定标准的128所, 高出省定标准12% are the home's own."""
_BEYOND = re.compile("(?:超|超过|超出|超额)[省国]定(?:任务|计划|指标)数?$")
"""超省定任务37% is by how much the home did more."""
_AVERAGE = re.compile(r"^(?:[^，。；,;、\d]{0,10})平均(?:水平|值|数|线)?(?:的|为|是|达|[（(:：])*[^，。；,;、\d]{0,4}$")
_STATES = re.compile(
    r"^(?:(?:普通|公办|民办)?(?:小学|初中|高中|幼儿园|中职|高校|高职|中等职业学校)为|的?[\u4e00-\u9fff]{0,14}(?:率|占比|比例|总数|人数|数)(?:为|达到|达|是)|(?:现|共|已|累计|总计)+(?:有|建|建成)?)[^，。；,;\d]{0,8}$"
)
_SAID_ALONE = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:率|占比|比例)"
    r"|(?:各级各类|学历教育|普通|公办|民办|小学|初中|高中|中职|义务教育|学前教育|高等教育|阶段|学校|的)*(?:在校(?:学生|生)|在园(?:幼儿|儿童)|专任教师|教职工)(?:总?人?数|总数)?(?:为|达到?|共|约|近|超过?)*"
)
"""全市毛入学率93%, 全国在校学生2.9亿人: what a place above states in a clause of its own."""
_AWAY = re.compile(
    r"(?:赴|到|去|往|与|同|和|跟|向|从|由|自|对接|依托|利用|借助|来自|参加|学习|借鉴|支援|帮扶|援助|对口|引进|联合|携手)$"
)
_HELPS = re.compile(r"^[\u4e00-\u9fff]{0,4}(?:派出|派驻|派来|对口|投入|支援|援助|帮扶|资助|捐赠|捐资|选派|援建|援)")
_HELPED = re.compile(r"[^，,。;；]{0,16}(?:援建|援助|支援|帮扶|捐赠|捐建)[^，,。;；]{0,6}")
_OPENS = re.compile(r"(?:^|[，。；：,;:、\s（(”」\n]|其中|包括|如|而|仅|以及|年|月|底|末|的|在|前|对|为|将|使|被)$")
_BREAK = re.compile(r"[，,：:；;]")
_CLAUSE = re.compile(r"[，,：:]")
_GOES_ON = re.compile(r"(?:完成|实现|人均|平均|每[年月生人]|[达为占有共约近仅超是只已高低多]|达到|仅为|超过|只有)*")
"""肇源县最低,仅为62.9%: a clause without words of its own."""
_GROUP = re.compile(r"等(?![级候待])|、")
_AWAY_TO = re.compile(r"(?:赴|前往|来自)$")
_AMONG = re.compile(r"[^，。；,;\n]{0,14}之一")
_ACTS = re.compile(
    r"[\u4e00-\u9fff]{0,3}?(?:通过|把|将|以|按|围绕|聚焦|有|建|创|组|成立|完成|投|开|培|评|获|被|通过|率先|推|实施|坚持|打造|累计|探索|引进|招|聘|新增|改|撤|整合|利用|依托|采取|拿出|筹措|筹集|统筹|安排|设立|出台)"
)
_SUMS_UP = re.compile(r"等(?![级候待])[\u4e00-\u9fff]{0,8}$")
_CLOSED = re.compile(r"[^(（)）]*[)）]")
_PAUSES = frozenset(":：，,")
_ROW = frozenset("\t|｜:： ")


def region_of(
    text: str, at: int, sentence: tuple[int, int], mentions: Sequence[PlaceMention], home: Region | None
) -> Region | None:
    """The place that the number at `at` is about, in an article about `home`.

    `sentence` is the span of its sentence, or of its row in a table; `mentions` are those of the whole text, in order.
    None only where `home` is None and no place stands by the number.
    """
    begin = max(sentence[0], at - _REACH)
    last = bisect_left(mentions, at, key=lambda m: m.start)
    first = bisect_left(mentions, begin, key=lambda m: m.start)
    near = [m for m in mentions[first:last] if not m.in_name and m.end <= at]
    standard = _standard(text, begin, at, home)
    if standard is not None:
        return standard
    if near:
        place = _direct(text, begin, at, near, home) or _measure(text, at, near[-1], home) or _row(text, begin, near)
        if place is not None:
            return place
    return _subject(text, begin, at, near, home) or home


def _standard(text: str, begin: int, at: int, home: Region | None) -> Region | None:
    """省定5%的标准 is a number of the province, 国标 one of the country; a distance from it is the home's own."""
    found = _STANDARD.search(text, max(begin, at - 16), at)
    if found is None or _distance(text, at) or _PART_OF.match(text, at):
        return None
    if _MEETS.search(text, max(begin, found.start() - 4), at) or _BEYOND.search(
        text, max(begin, found.start() - 4), at
    ):
        return None
    if found["who"].startswith("国"):
        return gazetteer.region(COUNTRY)
    codes = [code for code in gazetteer.lineage(home) if gazetteer.region(code).level == "province"]
    return gazetteer.region(codes[0]) if codes else None


def _distance(text: str, at: int) -> bool:
    return _POINTS.match(text, at) is not None


def _direct(text: str, begin: int, at: int, near: Sequence[PlaceMention], home: Region | None) -> Region | None:
    """The place right before the number: 甘州5所, 厦门市33所, 全省21个; not 高于全省6个百分点."""
    mention = near[-1]
    if at - mention.end > 14 or not _DIRECT.match(text, mention.end, at):
        return None
    if _measured(text, mention) and (_in_brackets(text, at) or _is_its_own(text, at)):
        return mention.region
    if _measured(text, mention) or _distance(text, at):
        return _subject(text, begin, at, near[:-1], home) or home
    if _AWAY_TO.search(text, max(0, mention.start - 4), mention.start) or _of_partners(text, at, near):
        return home
    if gazetteer.relation(mention.region, home) == "within" and _grouped(text, mention, near):
        return in_turn(text, at, near) or home
    return mention.region


_PARTNERS = re.compile(
    r"[\d０-９一二三四五六七八九十余多]+\s?(?:家|所|个)[^,，。;；\d]{0,4}(?:企业|公司|高校|大学|院校|医院|科研院所|用人单位)"
)
_WITH = re.compile("(?:与|和|同|联合|对接|引进|引入|面向)$")


def _of_partners(text: str, at: int, near: Sequence[PlaceMention]) -> bool:
    """与西宁、海东6家企业签约: firms elsewhere with which the home does something."""
    if not _PARTNERS.match(text, at):
        return False
    first = len(near) - 1
    while first and are_joined(text, near[first - 1], near[first]):
        first -= 1
    return _WITH.search(text, max(0, near[first].start - 2), near[first].start) is not None


def _measured(text: str, mention: PlaceMention) -> bool:
    at = mention.start
    return _MEASURED.search(text, max(0, at - 4), at) is not None


def _in_brackets(text: str, at: int) -> bool:
    """低于全省(95%): the number in brackets is that of the place that is measured against."""
    return text[at - 1 : at] in ("(", "（")


_OWN_VALUE = re.compile(
    r"[\d０-９.．,，]+\s?(?:[%％‰]|[万亿]?(?:人|元|平方米|册|所|个|年))?(?:的?平均(?:水平|值|数)?|的水平)?(?:还|要)?"
    r"(?:[高低多少](?=[出了近约\d０-９])|的[\d０-９.．]+个?百分点)"
)


def _is_its_own(text: str, at: int) -> bool:
    """比全国平均水平91.1%高6.5个百分点, 高出全省平均95.3%的2.3个百分点: the first number is what is measured against."""
    return _OWN_VALUE.match(text, at) is not None


def _grouped(text: str, mention: PlaceMention, near: Sequence[PlaceMention]) -> bool:
    """Whether the mention ends a list whose places share what follows (甘州区、临泽县新建5所)."""
    if len(near) < 2:
        return False
    return are_joined(text, near[-2], mention) and near[-2].kind != "here"


def _measure(text: str, at: int, mention: PlaceMention, home: Region | None) -> Region | None:
    """全国平均87%, 全省毛入园率为92%, 全国四个试点城市之一 are numbers of the place above; a distance is the home's."""
    if gazetteer.relation(mention.region, home) != "above":
        return None
    between = text[mention.end : at]
    if _AMONG.match(text, at) and not _PART_OF.match(text, at) and not _CLAUSE.search(between):
        return mention.region
    opens = _SAID_ALONE.fullmatch(between) and _opens_clause(text, 0, mention)
    if not (_AVERAGE.match(between) or _STATES.match(between) or opens):
        return None
    own = between.endswith(("(", "（")) or _is_its_own(text, at)
    return home if _distance(text, at) or (_measured(text, mention) and not own) else mention.region


_ROW_MARK = re.compile(r"[\s|｜#*★☆◆◇●○■□▲△▪•·◎→—-]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*")


def _row(text: str, begin: int, near: Sequence[PlaceMention]) -> Region | None:
    """A place that opens a line and is set off from the rest names what the whole line is about."""
    mention = near[0]
    if not _ROW_MARK.fullmatch(text, begin, mention.start) or mention.kind == "here" or len(near) > 1:
        return None
    return (
        mention.region if text[mention.end : mention.end + 1] in _ROW and text[mention.end : mention.end + 1] else None
    )


def _subject(text: str, begin: int, at: int, near: Sequence[PlaceMention], home: Region | None) -> Region | None:
    """The nearest mention before the number that can be what its clause speaks of."""
    if not near:
        return None
    segment = max(text.rfind("；", begin, at), text.rfind(";", begin, at), begin - 1) + 1
    clause = max(segment, *(text.rfind(mark, begin, at) + 1 for mark in "，,：:"))
    told = (m for m in near if not _measured(text, m))  # 分别高于全市7个和5个百分点
    counted_off = in_turn_again(text, segment, clause, at, told)
    if counted_off is not None:
        return counted_off
    if near[-1].start < segment:
        return None
    for i in range(len(near) - 1, -1, -1):
        mention = near[i]
        if mention.start < segment:
            return None
        relation = gazetteer.relation(mention.region, home)
        if _measured(text, mention) and not _in_brackets(text, at):
            continue
        if relation in ("home", "above"):
            if relation == "home":
                return home
            if _told_by_above(text, begin, at, near[: i + 1]):
                return mention.region
            continue
        if _AWAY.search(text, max(begin, mention.start - 4), mention.start) and not _opens_clause(text, begin, mention):
            continue
        if _CLOSED.match(text, mention.end, at):
            continue
        if _leads(text, near, i) or _example(text, at, mention):
            return home
        if _grouped(text, mention, near[: i + 1]):
            return in_turn(text, at, near[: i + 1]) or home
        if relation == "within" and _governs(text, begin, clause, at, near, i):
            return mention.region
        if relation == "elsewhere" and _HELPED.fullmatch(text, mention.end, at):
            return None
        if relation == "elsewhere" and mention.start >= clause and _opens_clause(text, begin, mention):
            return None if _HELPS.match(text[mention.end : mention.end + 10]) else mention.region
    return None


def _told_by_above(text: str, begin: int, at: int, near: Sequence[PlaceMention]) -> bool:
    """据某市教育局统计,全市…: in a county's paper, figures of the city that the sentence has named."""
    mention = near[-1]
    named = any(m.kind != "here" and m.region.code == mention.region.code for m in near[:-1])
    named = named or _TO_ALL.search(text, begin, mention.start) is not None
    return named and mention.kind == "here" and _opens_clause(text, begin, mention) and not _distance(text, at)


_TO_ALL = re.compile(r"各县[(（、]?(?:市|区|各|[,，])")
"""会议要求,各县(市、区)要…,全市年内…: said to all counties of the city, in the paper of one."""


def _governs(text: str, begin: int, clause: int, at: int, near: Sequence[PlaceMention], i: int) -> bool:
    """Whether a place within the home is the subject of the clause that holds the number.

    In its own clause it is, wherever it stands before the number.  Over a comma it stays so while it opened its
    clause, alone, and that clause gave figures of its own: not after 其中甘州区6所、临泽县4所.
    """
    mention = near[i]
    if mention.start >= clause:
        return True
    if _GOES_ON.fullmatch(text, clause, at) and not _CLAUSE.search(text, mention.end, clause - 1):
        return True
    beside = i > 0 and not _BREAK.search(text, near[i - 1].end, mention.start)
    if (
        beside
        or not _opens_clause(text, begin, mention)
        or text[max(begin, mention.start - 2) : mention.start] == "其中"
    ):
        return False
    opens = mention.start - begin <= 1 or _PURPOSE.fullmatch(text, begin, mention.start)
    if i == 0 and opens and (mention.text.startswith("该") or _ACTS.match(text, mention.end)):
        return True
    return text[mention.end : mention.end + 1] in _PAUSES or any(c.isdigit() for c in text[mention.end : clause])


_PURPOSE = re.compile(r"[\s\u3000]*(?:针对|为了?|围绕|面对|根据|按照|随着|聚焦|结合)[^,，。;；:：\d]{2,30}[,，]\s?")
"""针对入园难问题,某县利用闲置校舍,改建8所: what the subject of the sentence does stands behind why it does so."""


def _leads(text: str, near: Sequence[PlaceMention], i: int) -> bool:
    """Whether the mention is an earlier part of a list (凤冈等5县, 甘州区、临泽县)."""
    if _GROUP.match(text, near[i].end):
        return True
    return i + 1 < len(near) and are_joined(text, near[i], near[i + 1])


def _example(text: str, at: int, mention: PlaceMention) -> bool:
    """Whether the place belongs to the examples that a number sums up (小商桥景区、某某馆等6个项目)."""
    if _SUMS_UP.search(text, max(mention.end, at - 10), at) is None:
        return False
    listed = text[mention.start - 1 : mention.start] == "、"
    return listed or (text[at - 1] == "等" and not _ACTS.match(text, mention.end))


def _opens_clause(text: str, begin: int, mention: PlaceMention) -> bool:
    return mention.start == begin or _OPENS.search(text, max(begin, mention.start - 3), mention.start) is not None
