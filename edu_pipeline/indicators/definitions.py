"""Numbers that only say what is counted or how: thresholds of a group, weights of a score, terms of service.

What belongs here: the shapes in which a number delimits, so that another one carries the statement.  What does not:
norms and targets (targets), a length of time that measures something (timing).  The words are data
(reference/kinds.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edu_pipeline.indicators.measures import one_of
from edu_pipeline.language.edges import Ahead, Behind
from edu_pipeline.language.quantities import Quantity

_AFTER = Ahead(
    r"\s?(?:分(?:以上|及以上|以下)|个(?:教学)?班(?:及)?以[上下]的?(?:学校|小学|初中|幼儿园|教学点)|[万余]*(?:人口)?(?:及?以[上下])(?:人口)?的(?:县|乡镇|乡|镇|城市|村)|口(?:及?以[上下])(?:、[^,，。;；、\d]{2,10}的)?的?(?:县|市|区|旗|城市|乡镇|乡|镇|村|社区|街道)|[人名]?(?:及?以上|以下)的?(?:超?大班额|超?大班|班额(?=[^,，。;；\d]{0,6}(?:消除|清零|化解|归零|清除))|中小学|小学|初中|普通高中|高中|幼儿园|学校|大?规模|寄宿制学校|九年一贯制学校|乡镇学校|小规模|教学点|班级|的班|[^,，。;；、\d]{2,10}的[^,，。;；、\d]{0,6}(?:学校|幼儿园|中小学))"
    r"|[人名](?:及?以[上下内])?的(?:学校|小学|初中|幼儿园|班级)?(?:共?有|仅|占)(?=[近约]?(?:\d|[一二三四五六七八九]成))"
    r"|[名人个]?学生?的(?:乡村|农村|小规模|教学点)|年\d+(?:学时|课时)|周岁|岁(?:以上|以下|以内|至|到|婴幼儿|婴儿|儿童|幼儿|[男女][生童](?:的)?(?:平均|身高|体重|肺活量)|适龄|残疾|青壮年|年龄段|组|人口|及)|年一(?:周期|轮|次)|年为一)"
)
_BY_WHICH = "消除|化解|新增|增加|减少|新建|建成|创建|引进|培养|招收|完成|超|差|缺"
"""按每消除1个超大班额奖补5万元: what is paid for, or counted, by so many."""
_PER_SO_MANY = Behind(rf"(?:每(?:满|生|花|投入|{_BY_WHICH})?|不足)\s?$")
_EACH = re.compile(rf"每(?:{_BY_WHICH})?\s?$")


@cache
def _selects() -> re.Pattern[str]:
    return re.compile(
        rf"\s?人?(?:及?以[上下内])?的(?:大?规模|九年一贯制|寄宿制|完全|乡镇|农村|城区|乡村)?(?:{one_of('selected')})"
    )


_LIMIT = re.compile(r"\s?[人名]?(?:及以上|以上|及以下|以下|以内|含以上)[)）]")
_BOUNDED_BY = re.compile(r"(?:及|含)?以[上下]")

_OF_A_GROUP = ("person", "weak", "m2", "CNY", "other", None)
_GROUP_FOLLOWS = r"(?:[及含]?以[上下内])(?:[(（]含[)）])?[”」]?的?[“「]?"
_PERSONS = "教师|学生|校长|园长|师生|干部|负责人|代表|家长|儿童|幼儿|在校"
_OVER = Behind(r"(?:不足|不到|不满|少于|超过|低于|高于|大于|小于|超|过|未达到?|达不到|未满)\s?$")
_OF_THEM = re.compile(r"\s?[”」]?的?(?=[共仅有约近达]{0,2}\d)")
_BOUND = re.compile(r"[及含]?以[上下内]")
_FALLS_SHORT = re.compile(
    r"[^,，。;；、\d]{0,10}(?<!共有)(?<!共计)(?<!总数)(?<!总计)(?<!合计)(?<!总量)(?:不足|不到|不满|少于|低于|未达到?|达不到|未满|未超过)\s?$"
)
_GOES_BEYOND = re.compile(r"[^,，。;；、\d]{0,10}(?:超过|高于|大于|超)\s?$")
_ALL_OF_THEM = re.compile("均|都|全部|平均|总|共|累计|合计|投入|新增")
_SOME = re.compile(r"(?:有|仅|尚|仍|还|另|其中)\s?$")
_WITHIN = re.compile(r"[^,，。;；、\d]{0,10}(?:在|为|是)?\s?$")
_CLOSES = re.compile(r"\s?(?:[,，。;；、)）]|$)")
_COUNTS_PLACES = ("institution", "class", "county", "group", "project", "base")
"""20所以上学校 are counted, 20人以上的学校 selected."""
_GATHERED = ("institution", "class", "county", "weak", "group", "project", "base")

_FORMULA = re.compile(r"[×xX*＊]\s?$")
_FULL_MARKS = re.compile(r"(?:满分|合格(?:分数)?线|及格线|合格分数)(?:均|各|值|都)?(?:为|是|:|：)?\s?$")
_DAYS_COUNTED = re.compile(r"(?:按(?:照)?|以)(?:每[学年期]+|全年|一年)?\s?$")
_RECKONED = re.compile(r"\s?(?:计算?|核算|测算|核拨|拨付)(?![划])")
_THAT_MANY = re.compile(
    r"(?:[及]?以?[上下内])?(?:、[一-鿿]{2,8}\d+(?:小时|分钟)以?[上下内])?(?:完成)?的(?:中?小?学生|教师|儿童|幼儿)?(?:比例|占比|比率|占(?=\d)|不足|超过)"
)
_SHORTLISTED = re.compile(r"\s?(?:的)?(?:比例)?[^,，。;；\d]{0,6}(?:入闱|面试|进入|体检|考察|开考|复审|人选)")
_TO_OPEN = re.compile(
    r"(?:(?:开考|入闱|面试|报考|报名|招考|竞争)比例?|开考线)[^,，。;；\d]{0,6}$"
    r"|(?:面试|入闱|体检|考察)(?:人选|人员|对象|名单)(?:按照?|以)(?:(?:招聘|招录|录用|计划)?(?:岗位|职位|计划|人|名额)数?的?)?$"
    r"|成绩(?:[和与、][一-鿿]{2,6}成绩)?(?:分别|各)?(?:按照?|以)$"
)
_TRAINED_FOR = re.compile(r"(?:及)?以[上下内]的?[^,，。;；\d]{0,6}(?:培训|进修|研修|跟岗|挂职|支教|实习)")
_SHARE_OF = re.compile(r"占(?:到|了)?(?:全[市县区省州旗国])?(?:现有|总计)?\s?$")
_THEN_SHARE = re.compile(r"[^,，。;；\d]{0,14}(?<=[)）县区市镇乡校园])的[近约超]?\d[\d.]*\s?[%％]")
_TRAINING_OF = re.compile(r"的?(?:[一-鿿]{0,4}(?:培训|研修|轮训)(?=\d)|(?:培训)?制度)")
"""90学时培训1105人, 5年360学时制度."""
_AMONG = re.compile(r"(?:在|列|居)(?:全[市县区省州旗国])?的?\s?$")
_THEN_RANK = re.compile(
    r"[^,，。;；\d]{0,16}中(?:的)?(?:并?列|居|位居|位列|排名?|排在|名列|综合排名)(?:第|首位|前)|[市县区州省旗盟]{1,3}第\s?[一二三四五六七八九十\d]{1,3}+(?![.．]?\d)(?!\s?[批届次期个轮年中小实])"
)
"""在13个省份中居第一, 居全省18个市县第9位: those among which one is told its place."""
_SOME_OF_THEM = re.compile(
    r"(?![县区市旗州盟])[一-鿿]{0,6}(?:[(（][一-鿿、]{1,12}[)）])?中[,，]?(?:已|仅|只|尚|还|目前)*有\s?\d"
)
"""6间中仅有4间: those of which some are told; counties (11个县区中有9个通过) are counted as well."""
_SERVED = re.compile(
    r"(?:从教|任教|执教|教龄|工龄|从事[一-鿿]{2,6}|工作|使用)(?:年限)?(?:已|均)?(?P<over>满|超过|达)?\s?$"
)
_YEARS = re.compile(r"\d+年")
_OF_SERVICE = re.compile(
    r"(?:及)?以[上下](?:的)?(?:[一-鿿]{0,4}教龄|工龄|任教|[一-鿿]{0,6}教师|经历)?|的?教龄(?:补贴|津贴|教师)?|(?:的(?:乡村|农村)?)?教师(?=\d)"
)


def defines(text: str, quantity: Quantity, forward: bool, before: Sequence[Quantity], clause: int) -> bool:
    """Whether a number belongs to the definition of what is counted, so that another number carries the statement.

    `before`: the numbers before it; `clause`: where its clause begins.
    """
    return (
        _delimits(text, quantity, forward)
        or _bounds_a_group(text, quantity)
        or _is_of_a_rule(text, quantity)
        or _tells_the_counted(text, quantity, before, clause)
    )


_MOST_OF = re.compile(
    r"(?:及?以上)的(?:[一-鿿]{0,6}(?:学校|幼儿园|中小学|小学|初中|高中|教学点|乡镇|村|街道|[县市区旗]{1,3})(?:[(（][^()（）]{1,8}[)）])?)[^,，。;；\d]{0,8}"
    r"(?:达到|达标|通过|实现|建成|完成|开展|配备|建有|开设|成为|创建|纳入|接入|符合|具备|拥有|开通|设立|建立)"
)
"""90%以上的学校达到标准: so many of them do, which is a share and no threshold."""


_COVERS = Behind("(?:覆盖|惠及|涵盖|占)(?:了|到|率达?)?$")
"""覆盖80%以上的学校食堂: how many of them."""


_OPENED = re.compile("[(（](?:[小中大]班)?$")
"""大班额（大班36人以上）."""


_FEWER = re.compile("[(（](?:不足|不到|少于|低于|超过|不满)$")
"""小规模学校（不足100人）."""


_INCLUDED = Ahead(r"\s?[(（]含[)）](?=[及或]?以[上下内])")


def _past_included(text: str, end: int) -> int:
    """56人(含)以上: where the bound of a number stands whose own value counts."""
    included = _INCLUDED.match(text, end)
    return included.end() if included else end


def _delimits(text: str, quantity: Quantity, forward: bool) -> bool:
    at, end = quantity.numeral_end, _past_included(text, quantity.end)
    if quantity.unit == "%" and _COVERS.search(text, max(0, quantity.start - 6), quantity.start):
        return False
    if _AFTER.match(text, at) or (quantity.unit not in _COUNTS_PLACES and _AFTER.match(text, end)):
        return quantity.unit != "%" or _MOST_OF.match(text, end) is None
    lead = text[max(0, quantity.start - 4) : quantity.start]
    if _OPENED.search(lead) and _LIMIT.match(text, end) or _FEWER.search(lead) and text[end : end + 1] in ("）", ")"):
        return True
    each = quantity.unit not in ("%", "pp") and _PER_SO_MANY.search(lead, 0, len(lead))
    if each and (forward or _EACH.search(lead)):
        return True
    if (
        quantity.unit == "person"
        and quantity.value <= 5000
        and _selects().match(text, end)
        and (quantity.form == "range" or re.search("超过|在|不足|大于|少于|低于|满|达|[一-鿿]$", lead))
    ):
        return True
    if lead.endswith("指") and _BOUNDED_BY.match(text, end):
        return True
    return quantity.unit == "hour" and (
        (lead.rstrip().endswith("年") and text.startswith(("培训", "教师", "全员"), end))
        or _TRAINING_OF.match(text, end) is not None
    )


@cache
def _group() -> Ahead:
    return Ahead(rf"\s?{_GROUP_FOLLOWS}(?:[一-鿿]{{0,6}}(?:{one_of('delimited')}))(?![一-鿿]{{0,2}}(?:{_PERSONS}))")


_SO_LARGE = Ahead(
    r"(?:及?以[上下])(?:的(?=[共仅有约近达]{0,2}\d[\d.]*[个所])|、(?:小学|初中|高中|普通高中)\d+人(?:及?以[上下])的?(?:超?大班|班额))"
)
"""教学点138个,10人以下的31个; 小学46人以上、初中51人以上大班74个."""


def _bounds_a_group(text: str, quantity: Quantity) -> bool:
    """100人以下“麻雀校”61所, 4000人以上的行政村, 56人以上、65人以下(含)的班级, 超过66人的3217个, 过600分217人."""
    if quantity.unit not in _OF_A_GROUP:
        return False
    at, end = quantity.start, _past_included(text, quantity.end)
    if quantity.unit == "person" and (_group().match(text, end) or _SO_LARGE.match(text, end)):
        return True
    if not _OVER.search(text, max(0, at - 4), at):
        return False
    of_them = _OF_THEM.match(text, end)
    if of_them is None:
        return False
    return quantity.unit_text == "分" or (quantity.unit == "person" and "的" in of_them[0])


def _is_of_a_rule(text: str, quantity: Quantity) -> bool:
    """满分100分, 笔试占60%, 按200天计算, 按1:1.5比例入闱, ÷总数×100%, 3个月以上的长期培训, 占全市12个县的66.7%."""
    at, end = quantity.start, quantity.end
    lead = text[max(0, at - 24) : at]
    if quantity.unit_text == "倍":
        return _SO_MANY_TIMES.search(lead) is not None and _THOSE_OF_THAT.match(text, end) is not None
    if quantity.unit == "%" and "色" in lead and _LEGEND.search(lead):
        return True
    if quantity.unit == "%" and _MAY_EXCEED.search(text, max(0, at - 8), at):
        return True
    if quantity.unit == "%":
        return _FORMULA.search(lead) is not None or _weight().search(lead) is not None
    if quantity.form == "ratio":
        return _SHORTLISTED.match(text, end) is not None or _TO_OPEN.search(lead) is not None
    if quantity.unit_text in ("天", "日", "个月", "月", "周"):
        counted = _DAYS_COUNTED.search(lead) or _RECKONED.match(text, end)
        return counted is not None or _TRAINED_FOR.match(text, end) is not None
    if quantity.unit in ("county", "institution") and _NOT_HERE.match(text, end):
        return "其" in lead[-3:] or "数" in text[end : end + 8]
    if quantity.unit == "hour" or quantity.unit_text in ("分钟", "公里"):
        return _THAT_MANY.match(text, end) is not None
    if quantity.unit == "year":
        return of_service(text, at, end) == "definition"
    if quantity.unit_text == "分" or quantity.unit_text is None:
        return _FULL_MARKS.search(lead) is not None
    if quantity.unit == "person" and "班" in lead and _BY_CLASS.search(lead) and _RECKONED_SO.match(text, end):
        return True
    if quantity.value <= _FEW and _ONLY_ONE.search(lead):
        return True
    if _AMONG.search(lead) and _THEN_RANK.match(text, end):
        return True
    if quantity.unit in ("room", "weak", "item") and _SOME_OF_THEM.match(text, end):
        return True
    return "占" in lead and _SHARE_OF.search(lead) is not None and _THEN_SHARE.match(text, end) is not None


_NOT_HERE = re.compile(
    r"[县市区旗州、（()）]{0,8}(?:的?(?:数据|情况|名单|计划)?[,，]?(?:详?见附|另行|另表|另附|从略|略[)）。]|未列|不再列)|[)）]\s*(?:\n|$))"
)
"""其他12县（市、区）另行公布, 合计（含其余6县）, 四县数据另表: places of which the paper tells nothing here."""
_SO_MANY_TIMES = re.compile(r"(?:低于|高于|超过|超出|不足|不超过?)[^,，。;；\d]{0,12}$")
_THOSE_OF_THAT = re.compile("(?:[及]?以[上下内])?的(?=[一-鿿])(?!标准|要求|规定|目标|比例|水平|速度|增速|增幅)")
"""收费低于公办园1.3倍的民办园: which ones are meant."""
_MAY_EXCEED = Behind(r"可能(?:会|要)?(?:大于|超过|高于|超出|突破)\s?$")
"""毛入学率可能大于100%: how a rate is to be read."""
_BY_CLASS = re.compile(r"每个?班额?(?:均|各|都)?按照?\s?$")
_RECKONED_SO = re.compile(r"[^。;；]{0,16}(?:计算|测算|核算)")
"""小学每班按45人、初中每班按50人计算: how places were reckoned."""
_LEGEND = re.compile(r"[红橙黄蓝绿]色(?:预警)?(?:为|指|是|表示|代表|[:：])[^,，。;；\d]{0,10}$")
"""红色为超计划15%以上: what the sign of a table stands for."""
_ONLY_ONE = re.compile(
    r"(?:年内|同一[^,，。;；\d]{0,4}(?:房|住宅|[住地]址|门牌|产权|户籍)|每[套户][^,，。;；\d]{0,8}|一[套户处][^,，。;；\d]{0,8})[^,，。;；\d]{0,8}(?:[只仅](?:能|可|允许|准|限)?|限|[最至]多)"
    r"(?:能|可)?(?:接收|安排|享受|提供|招收?|使用|解决|(?<=能)有|办理|申请|认定|登记|录取|注册|保障|入读)[^,，。;；\d]{0,6}$"
)
_FEW = 3
"""同一套房6年内只接收1户, 每套住房最多安排2名学生: a rule of admission."""


@cache
def _weight() -> re.Pattern[str]:
    """The weight of a part in a score, alone or as second of a list: 笔试成绩占60%、面试占40%; 两项各占50%."""
    part = rf"(?:{one_of('scored')})(?:总?成绩|得分)?"
    return re.compile(
        rf"{part}[(（]?(?:各|分别)?(?:占|按|权重为?)(?:总成绩|总分)?的?\s?(?:\d[\d.]*\s?[%％](?:[、和与及,，]|以及)\s?)*$"
    )


def _tells_the_counted(text: str, quantity: Quantity, before: Sequence[Quantity], clause: int) -> bool:
    """9所小学学生不足50人, 38个教学点在20人以下, 其中2个镇未达80%: it says which ones the number before it counts."""
    counted = before[-1] if before else None
    if counted is None or counted.start < clause or counted.unit not in _GATHERED or counted.magnitude:
        return False
    if quantity.unit not in ("person", "%", "m2", "m2/person") or quantity.magnitude:
        return False
    said = text[counted.end : quantity.start]
    if not said or _ALL_OF_THEM.search(said) or not _CLOSES.match(text, _bound_end(text, quantity.end)):
        return False
    if _FALLS_SHORT.fullmatch(said):
        return True
    some = _SOME.search(text, clause, counted.start) is not None
    if _GOES_BEYOND.fullmatch(said):
        return some
    return _BOUND.match(text, quantity.end) is not None and _WITHIN.fullmatch(said) is not None and quantity.unit != "%"


def _bound_end(text: str, end: int) -> int:
    bound = _BOUND.match(text, end)
    return bound.end() if bound else end


_TAUGHT = ("从教", "任教", "执教")


def of_service(text: str, start: int, end: int) -> str | None:
    """What kind of number a span of years is as a term of service: one that selects is a definition (从教满30年的教师,
    15年以上教龄, 30年教龄补贴), that of one person an anecdote (从教22年); None for other spans."""
    years = _YEARS.search(text, start, end)
    if years is None:
        return None
    follows = _OF_SERVICE.match(text, years.end())
    served = _SERVED.search(text, max(0, years.start() - 12), years.start())
    if served:
        selects = bool(served["over"]) or (
            follows is not None and (follows[0][:1] in "以及" or follows[0].endswith("教师"))
        )
        return "definition" if selects else "anecdote" if served[0].startswith(_TAUGHT) else None
    selects = follows is not None and any(word in follows[0] for word in ("教龄", "工龄", "任教"))
    return "definition" if selects else None
