"""The words by which a Chinese report says how its numbers are joined.

What belongs here: word lists and the patterns made from them.  What does not: what follows from a match (the audit
modules of each kind) and how a paragraph is laid out (audit_text).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


def any_of(words: Iterable[str]) -> str:
    """A regular expression of the words, longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


# -- dimensions: words of one dimension part a whole without overlap -------------------------------------------------
DIMENSIONS: dict[str, tuple[str, ...]] = {
    "level": (
        *("学前教育", "学前", "幼儿园", "义务教育", "小学", "普通初中", "初中", "普通高中", "高中阶段", "高中"),
        *(
            "中等职业学校",
            "中等职业教育",
            "中等职业",
            "中职",
            "职业高中",
            "职高",
            "技工学校",
            "技工",
            "高等职业学校",
            "高等职业",
            "高职",
        ),
        *(
            "普通高校",
            "高等学校",
            "高等教育",
            "高校",
            "本科院校",
            "专科院校",
            "成人高校",
            "开放大学",
            "广播电视大学",
            "大学",
        ),
        *(
            "特殊教育学校",
            "特殊教育",
            "特教学校",
            "特教",
            "专门学校",
            "工读学校",
            "九年一贯制",
            "十二年一贯制",
            "完全中学",
            "完中",
            "高级中学",
        ),
    ),
    "owner": (
        "公办",
        "民办",
        "普惠性民办",
        "普惠民办",
        "民办普惠",
        "公立",
        "私立",
        "部门办",
        "集体办",
        "企业办",
        "国有",
    ),
    "place": (
        "城市",
        "城区",
        "主城区",
        "县城",
        "县镇",
        "镇区",
        "乡镇",
        "乡村",
        "农村",
        "市区",
        "市直",
        "市属",
        "区属",
        "县属",
        "县区",
        "城镇",
    ),
    "grade": (
        "国家级",
        "部级",
        "省级",
        "自治区级",
        "市级",
        "地级",
        "州级",
        "盟市级",
        "县级",
        "区级",
        "旗县级",
        "校级",
        "镇级",
        "片区级",
        "中央",
        "上级",
        "本级",
    ),
    "build": ("新建", "改建", "扩建", "改扩建", "迁建", "续建", "改造", "维修", "修缮", "回购", "租赁", "重建", "加固"),
    "progress": (
        *(
            "已经完工",
            "已完工",
            "完工",
            "已竣工",
            "竣工",
            "已交付",
            "建成",
            "已投用",
            "投入使用",
            "正在建设",
            "在建",
            "已开工",
            "开工建设",
            "主体完工",
        ),
        *(
            "尚未开工",
            "未开工",
            "未动工",
            "待开工",
            "正在施工",
            "前期",
            "剩余",
            "其余",
            "余下",
            "收尾",
            "已完成",
            "未完成",
            "正在办理",
            "正在实施",
        ),
    ),
    "degree": ("博士", "硕士", "研究生", "本科", "专科", "大专", "中专", "高中及以下", "高中学历"),
    "title": ("正高级", "副高级", "高级", "中级", "初级", "未定级", "未评", "特级", "一级", "二级", "三级"),
    "prize": ("特等奖", "一等奖", "二等奖", "三等奖", "优秀奖", "金牌", "银牌", "铜牌"),
    "sex": ("男", "女"),
    "rank": ("优秀", "良好", "及格", "合格", "不及格", "不合格", "基本合格"),
}
"""Dimension -> words, each the name of a part.  Words of two dimensions do not part a whole together."""

COMPLETE: tuple[tuple[str, frozenset[str]], ...] = (
    ("owner", frozenset({"公办", "民办"})),
    ("sex", frozenset({"男", "女"})),
    ("place", frozenset({"城镇", "乡村"})),
    ("place", frozenset({"城市", "农村"})),
    ("place", frozenset({"城镇", "农村"})),
    ("place", frozenset({"城市", "乡村"})),
)
"""Words of a dimension that leave nothing out."""

PLANNED = re.compile(r"计划|目标|任务|应(?!届)")
MOVED_TO = re.compile(r"(?:下降|降低|降|提高|提升|上升|升|增加|减少)[到至为]")
COVER_VERB = re.compile(r"配备|配齐|设立|设置|安装")
"""为38所学校配备校医45名,配备率100%: the rate is of the schools."""
GRADES: tuple[set[str | None], ...] = (
    {"优秀", "良好", "及格", "不及格"},
    {"优秀", "良好", "合格", "不合格"},
)

SORT = re.compile(r"[一-鿿]{2,8}(?:类|型)(?:项目|工程|学校|课程)?(?:共|有|为|\s)*$")
"""校舍建设类103项: the sort of thing is a dimension that needs no list of words."""

SYNONYMS: dict[str, str] = {
    "学前教育": "幼儿园",
    "学前": "幼儿园",
    "普通初中": "初中",
    "中等职业学校": "中职",
    "中等职业教育": "中职",
    "中等职业": "中职",
    "高等职业学校": "高职",
    "高等职业": "高职",
    "特殊教育学校": "特教",
    "特殊教育": "特教",
    "特教学校": "特教",
    "已经完工": "已完工",
    "完工": "已完工",
    "其余": "剩余",
    "余下": "剩余",
    "未开工": "尚未开工",
}

# A column of a breakdown: what is counted, where the unit alone (人) does not tell.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("staff", "教职工|教职员工|教工|职工"),
    ("teacher", "教师|专任|教员|老师"),
    ("entrant", "招生|新生|招收"),
    ("graduate", "毕业"),
    ("student", "在校|在园|在籍|在读|学生|幼儿(?!园)|儿童|学员|生源"),
)

GENERIC_RATE = re.compile(
    r"(?:整体|总体|实际|累计|均|已|总|综合|全市|全县|全区|全省)*(?:完成|完工|竣工|开工|整改|合格|达标|通过|优秀|优良|及格|到位|录取|上线|参与|覆盖|配备|配备到位|达成|办结|办理|化解|执行|使用|支付|拨付|落实|入住|满足|响应|供货|签约|压减|建成|普及|保障|持证|检测|报到|就业|升学|安置|受益){0,2}"
    r"(?:率|比|占比|比例|比重|比率|进度|全覆盖|覆盖面)?"
)
"""A rate that names no subject of its own, so that its base is what stands before it."""

# -- changes and gaps -------------------------------------------------------------------------------------------------
_UP = ("增加", "净增加", "净增", "增长", "增多", "提高", "提升", "上升", "升高", "上涨", "上浮", "扩大", "扩增", "攀升")
_DOWN = ("减少", "净减少", "下降", "降低", "回落", "缩小", "缩减", "下滑", "下调")
_NOUN_UP = ("增幅", "涨幅", "增速", "增长率", "升幅")
_NOUN_DOWN = ("降幅", "减幅", "下降率")
_COMPARED_UP = ("高出", "多出", "高", "多")
_COMPARED_DOWN = ("低", "少")
_FILL = r"(?:了|约|近|超过|超|逾|达|将近|接近|整整|幅度|\s)*"

CHANGE_TAIL = re.compile(
    rf"(?:(?P<up>{any_of(_UP)}|(?<![新递扩倍])增)|(?P<down>{any_of(_DOWN)}|(?<![压裁精删递缩削])减|(?<![升])降)"
    rf"|(?:(?P<noun_up>{any_of(_NOUN_UP)})|(?P<noun_down>{any_of(_NOUN_DOWN)}))(?:为|是)?){_FILL}$"
)
"""At the end of what stands before a number: it is a change.  With 到, 至, 为 or 成 behind the verb it is a level."""

COMPARED_TAIL = re.compile(
    rf"(?<![同环对相占])[比较](?P<than>[^,，;；。]{{1,24}}?)(?:(?P<more>{any_of(_COMPARED_UP)})|(?P<less>{any_of(_COMPARED_DOWN)})){_FILL}$"
)
"""比当地公务员高: a gap, or a change where it is compared with another time."""

NOT_A_CHANGE = re.compile(
    rf"(?:新增|累计增加|共增加|年均|平均|每年|逐年|连续)[^,，;；]{{0,12}}?{_FILL}$|(?:新增|扩增|净增(?![加长了约近]|$))[^,，;；]{{0,10}}$"
)

GAP_TAIL = re.compile(
    rf"(?<!不)(?:(?P<above>高于|高出|超出|超过|领先于?|优于|多于|好于|超)|(?P<below>低于|低出|落后于?|少于|距离?))(?P<than>[^,，;；。]{{0,32}}?){_FILL}$"
)
"""At the end of what stands before a number of points or an amount: a distance to a benchmark."""

TIME_REFERENCE = re.compile(
    r"上一?年|去年|前年|同期|年初|年前|年底|年末|上一?学年|期初|基期|上一?届|上一?期|此前|之前|改革前|\d\s?年|[“\"]?十[一二三四五]+五|上一?轮|历史"
)
BENCHMARK = re.compile(
    r"标准|指标|目标|要求|平均|均值|水平|规定|底线|红线|全国|全省|全市|全区|国家|部颁|省定|国定|省均|国均|计划|任务|预期|当地|公务员"
)
OUTSIDER = re.compile(r"全国|全省|全市平均|省均|国均|当地|公务员|国家|标准")
BENCHMARK_AFTER = re.compile(
    r"^[^,，;；。]{0,8}?(?:的?(?:[^,，;；。]{0,8}?)(?:标准|指标|目标|要求|平均|水平|规定|底线|红线|任务|上限|下限))"
)
COMPARED = re.compile(r"同比|环比|[比较与同][^,，;；。]{1,20}")
AGAINST = re.compile(
    r"同比|环比|(?<![对相])[比较与](?P<when>[^,，;；。的]{1,16}?)(?:相比)?(?:分别|均|各|又|净|共|实际|大幅|平均|已|\s)*$"
)
FALL_SHARE = re.compile(
    r"(?:消除|压减|减少|下降|降低|化解|压缩|关停|裁减)(?:比例|比率|率|幅度)(?:约|为|是|达到?|超过?|高达|\s)*$"
)
"""压减率95.9% behind two levels: by how much of the first they fell."""
SUBJECTLESS = re.compile(
    r"(?:同比|环比|分别|均|各|也|又|已|并|再|还|共|累计|大幅|明显|持续|总体|净|平均|预计|约|其中|同时|实现|年度|当年|今年|两项|双双|名义|实际"
    r"|(?:比|较|与|同|相比|对比|相较于?|超|距)[^,，;；。:：]{0,24}?(?:相比|同期|时期)?|\s|[的,，])*"
)
"""The words that may stand before the verb of a change whose subject is the number before it."""

FROM_WORD = re.compile(r"(?:由|从|自(?=\d|去年|上年|年初|最初|原)|原有的?|原来的?)(?P<then>[^,，;；。]{0,24})$")
TO_LINK = re.compile(
    r"(?:[^,，;；。]{0,16}[,，]?[^,，;；。]{0,12}?(?:增加|增长|增|提高|提升|上升|升高|升|扩大|扩|上调|攀升|跃升|发展|减少|减|下降|降低|降|回落|缩小|缩减|压减|压缩|下调|调整|变)(?:到|至|为|成)|\s?[到至])[^,，;；。]{0,16}"
)
"""Between two levels: a verb of movement, or 到 and 至 alone right behind the first."""
TOWARDS = re.compile(
    r"(?:(?P<up>增加|增长|提高|提升|上升|升高|上调|攀升|跃升|增|升)|(?P<down>减少|下降|降低|回落|缩减|压减|压缩|下调|减|降))(?:到了?|至|为)"
)
"""A verb that says which of two levels is the greater.  扩大到 can name what else is reached, 发展到 no direction."""
UNORDERED = frozenset({"student/teacher", "ratio", "rank", "index", "other"})
"""Units in which a smaller number can be the better one, so that 提升到 need not mean more."""
PLACE_IN_ORDER = re.compile(r"名次|位次|排名|排位|第$|(?<!大)班额|时间|年龄|周期|距离|半径|师生比|生师比")
MARK = re.compile("[,，;；。:：]")
PAST_LEVEL = re.compile(
    r"\s*(?P<when>上一?年|去年|上年同期|去年同期|同期|(?:19|20)\d\d年)(?:同期|年?底|年?末|度)?[^,，;；。\d]{0,8}(?:为|是|达到?)?\s*"
)
"""In a bracket: 上年为, 2022年为."""
YEAR_BEFORE = re.compile(r"上一?年|去年|同期|同比")
OF_ITS_OWN = re.compile(r"(?!以上|以下|左右|以内|之多)[一-鿿]{2}")
"""Behind a number of change: 增加6所寄宿制学校 names what was added, which need not be the whole move."""
PASSES_ON = re.compile(r"升入|考入|考取|录取|进入")
"""初中毕业生9860人,升入高中9672人: a part of a count of another level."""
BARE_RISE = re.compile(
    r"[,，]?\s*(?:[一二三四五六七八九十\d]{1,2}年(?:间|来|内)?)?(?:共|净|累计|总共|一共)*(?:新增|扩增|净增|增)了?约?"
)
YEARLY_GROWTH = re.compile(
    r"(?:年均|年平均|平均每年|每年平均)(?:复合)?(?P<verb>增长|增幅|增速|递增|提高|增加|下降|减少|递减|降幅)[^,，;；。]{0,8}$"
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")

# -- shares -----------------------------------------------------------------------------------------------------------
SHARE_OF = re.compile(
    r"(?:占(?:到|了|有)?|完成了?(?=[^,，;；。]{1,24}的))(?P<whole>[^,，;；。]{0,24}?)(?:的|总数|总量|总人数|总额|比例|比重|比|的比例|的比重)*(?:为|达到?|是|约|近|超过?|仅|高达|\s)*$"
)
SHARE_WORD = re.compile(r"(?:占比|比例|比重|比率|比)(?:分别)?(?:为|达到?|是|约|近|超过?|仅|高达|提高到|提升至|\s)*$")
RATE_TAIL = re.compile(
    r"(?P<stem>[^,，;；。:：()（）]*?)(?P<rate>率|占比|比例|比重|比率|进度|覆盖面|比)?(?:分别|均|都|已经|已|也|全部)*(?:为|是|达到了?|达|实现|高达|控制在了?|保持在|稳定在|超过?|约|近|不足|仅|提高到|提升至|下降到|降至|降到|\s)*$"
)
RATE_WORD = re.compile(r"[一-鿿]{2}率(?=[^率]*$)")
PROPORTIONS_AFTER = re.compile(r"^(?:左右)?的?(?:比例|标准|权重|占比|份额|比重)(?!达|为|不)")
EXHAUSTIVE_SHARES = re.compile(r"分别占|占比分别|比例分别|比重分别|各占|权重分别")

# -- sums -------------------------------------------------------------------------------------------------------------
_DIMENSION = "(?:学段|类别|类型|级别|层次|阶段|区域|城乡|县区|性质|办学类型|学校类别)"
OF_WHICH = re.compile(
    r"其中|(?:分别|具体)(?:是|为|包括)|包括|包含|(?<=[,，;；。(（])(?:含|即)"
    rf"|(?<=[,，;；。(（])(?:[分按从]|按照){_DIMENSION}(?:来?看|划?分|统计)?(?=[,，:：])"
)
OF_WHICH_OPEN = re.compile(r"其中|包括|包含|含")
AMONG_AFTER = re.compile(r"^[^,，;；。]{0,24}?(?:中|当中|里)[,，]")
AMONG_BEFORE = re.compile(
    r"(?P<whole>[^,，;；。]{2,12}?)(?:当中|之中|(?<![初高其集完])中(?![学职等小心央级考专国])|里)[,，]?(?=[^,，;；。]{2,})"
)
"""专任教师中本科及以上学历: the whole is named before the part."""
GRAND_TOTAL = re.compile(
    r"(?:合计|共计|总计|总共|一共|累计共?|总数|总量|总规模|共有?|总投资|合共)(?:[^,，;；。、]{0,14}?)(?:为|达到?|是|约)?\s*$"
)
STRONG_TOTAL = re.compile(r"(?:合计|共计|总计|总共|一共|合共)[^,，;；。、]{0,8}?\s*$")
REST = re.compile(r"其他|其它|其余|其馀|剩余")
REST_UNCOUNTED = re.compile(r"[,，、;；]?(?:其余|其他|其它|余下|剩余)[^,，、;；。\d]{0,10}(?:[,，;；。)）]|$)")
"""Behind a list of parts: 其余为幼儿."""
REMAINDER = re.compile(r"剩余|其余|余下|剩下|另外?有?$|尚有|还有")
BESIDES = re.compile(r"另[有设外]|此外|除此|(?<![其])还有|不含|不包括|不计")
"""What follows stands beside a total, not in it."""
NOT_PARTS = re.compile(r"标准|指标|要求|目标|规定|去年|上年|同期|年初|原为?|全[省国]|平均|不含|不包括|如")
"""In a bracket behind a number: what it is compared with, or what it leaves out."""
SAME_AGAIN = re.compile(r"(?:上述|以上|前述|这|该|此)$")
BASIS = re.compile(r"[^,，;；。]{0,20}?的?基础上")
ON_TOP = re.compile(r"(?:再|又|另)[^,，;；。]{0,16}$")
MASK = re.compile(
    r"(?P<noun>[^,，;；。:：]{2,20}?)(?P<mask>[*＊×✕]+|[XxＸ]{2,})\s?(?P<unit>人次|人|名|所|个|万元|元|间|套)"
)

# -- means and products -----------------------------------------------------------------------------------------------
YEARLY_MEAN = re.compile(
    r"(?:(?:年均|年平均)(?!工资|收入|薪酬|[^,，;；。]{0,4}标准)|平均每年|每年平均)[^,，;；。]{0,10}?(?:为|达到?|是|约|近|超过?|\s)*$"
)
MEAN_PER = re.compile(
    r"(?:平均每(?:个|一)?(?P<each>[^\d\s,，;；。]{1,3})|(?P<per>[人生校园班师户])均|平均(?P<size>班)额|每(?P<scale>[百千万])名?(?P<of>[学在]))[^,，;；。]{0,14}?$"
)
THRESHOLD = re.compile(r"^(?:及|或|含)?以[上下内外](?![,，;；。、:：()（）\s]|$)")
"""Behind a number that only says where a class begins: 56人以上大班额."""
SCALES = {"百": 100.0, "千": 1000.0, "万": 10000.0}
EACH = re.compile(r"每(?:个|一)?(?P<each>生|人|名|位|所|校|园|班|间|户|县|套|台|个|期|场|项)[^,，;；。\d]{0,14}$")
TOGETHER = re.compile(r"共|合计|总计|总额|总数|总量|累计|发放")
REACHED = re.compile(r"(?:受益|惠及|覆盖|资助|补助|新增|减少|增加)[^,，;；。]{0,8}$")
NOT_EACH = re.compile(r"每(?:月|天|日|周|小时|学期|季)")
CLASSIFIER_UNITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("人生名位师", ("person", "person-time")),
    **dict.fromkeys("所校园", ("institution",)),
    "班": ("class",),
    "间": ("room",),
    "县": ("county",),
    **dict.fromkeys("户套台期场项个", ("item", "project", "base", "studio", "group", "class", "county", "institution")),
}

YEARS = re.compile(
    r"(?P<since>20\d\d)年(?:以来|起|至今|开始)|(?:近|过去|这|前|最近)(?P<last>[一二两三四五六七八九十\d]{1,2})年|(?P<span>[一二两三四五六七八九十\d]{1,2})年(?:来|间|内|期间|共|累计)"
    r"|(?P<first>20\d\d)(?:年)?(?:[-－—–~至到]|——)(?P<final>20\d\d)年|[“\"]?十(?P<plan>[二三四五])五[”\"]?(?P<ended>期间|时期|以来)"
)
PLAN_YEARS: dict[str, int] = {"二": 2011, "三": 2016, "四": 2021, "五": 2026}
"""First year of the five-year plan 十N五."""

NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}


@cache
def dimension_pattern() -> re.Pattern[str]:
    """Every word of every dimension, the longest first; `dimension_of` says which."""
    return re.compile(any_of({w for words in DIMENSIONS.values() for w in words}))


@cache
def dimension_of(word: str) -> str:
    """The first dimension that lists the word."""
    return next(name for name, words in DIMENSIONS.items() if word in words)


def spoken(numeral: str) -> int:
    """A small number in digits or Chinese numerals, such as 5, 五 or 十二."""
    if numeral.isdigit():
        return int(numeral)
    tens, _, ones = numeral.rpartition("十")
    if "十" in numeral:
        return (NUMERALS[tens] if tens else 1) * 10 + (NUMERALS[ones] if ones else 0)
    return NUMERALS[numeral[-1]]
