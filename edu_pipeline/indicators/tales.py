"""What is told of one person, one named school or one scene, and is no statistic of a place.

What belongs here: direct speech, somebody's age or years, a sentence or clause whose subject is a named school, the
children of an opening scene.  What does not: counts of papers, meetings and visits (anecdotes).  The words are data
(reference/kinds.yaml).
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.indicators.measures import one_of
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.school_names import is_one, is_sort_of_school, no_name
from edu_pipeline.indicators.school_profiles import profile_of
from edu_pipeline.language import gazetteer
from edu_pipeline.language.cues import Cued
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.places import is_place
from edu_pipeline.reference import words


def is_told(passage: Passage, number: Number) -> bool:
    """Whether a number's sentence speaks of one person or one school, or a scene."""
    if number.said & _TALE.bit and _TALE.search(passage.text, number.clause[0], number.quantity.start):
        return True
    return _one_person(passage, number) or _one_school(passage, number) or _of_a_scene(passage, number)


_SCHOOL_NAME = Cued(
    r"^(?:【[^【】]{1,12}】)?(?:[^,，。;；]{0,8}[,，]|[^,，。;；]{0,14}[,，][^,，。;；]{0,8}[,，]|在[^,，。;；]{2,16}中[,，]|[^,，。;；]{0,14}?(?:在|走进|来到))?\s*"
    r"(?P<name>(?:[一-鿿]{2,14}?(?:大学|学院|(?<=[一-鿿])(?:小学|中学|高中(?!阶段|教育(?!集团)|学业|学段|毛?入学|升学|录取|普及)|幼儿园|学校|完小|中心校)|职教中心|职业中专|[一二三四五六七八九十]中)|[县市区州](?:职[校高中]|职教中心|职业中专|[一二三四五六七八九十]中|职业高级中学))(?:[一-鿿]{2,6}校区)?)"
    r"(?P<then>(?:(?<=幼儿园)|(?<=学)|(?<=校)|(?<=学院)|(?<=完小))[,，](?=占地|园内|校内|校园|园区|孩子|学生们|教室|该[校园])|(?!数|总数|共|合计|文化|学历|毕业|生(?!源)|在[园校]|招生|现有|教师|专任|教职工|数量|个数|就读|入读|上学|寄宿|借读|跟班)[一-鿿\d“])"
)


_PROPER = re.compile(
    r"第[一二三四五六七八九十]+|(?<![省市州国家])[市县区州省](?:[一二三四五六七八九十]|第|直属|实验|职业|高级|特殊)|[一-鿿]{2}(?:大学|学院)|实验(?:小学|中学|学校|幼儿园)|附属|师范|[一二三四五六七八九十]中$|职教中心|职业中专|[一-鿿]{2}(?<!少数民)族(?:小学|中学)|^[县市区州]职[校高中]"
    r"|(?:[县区市镇乡]|街道)[一-鿿]{1,6}(?:小学|中学|幼儿园|完小|(?<!镇)(?<!乡)中心校)|[一-鿿]{2}(?<![乡各个])[镇乡]中心学校"
)


_CITY = Cued(
    r"(?<![是列居])全[市县区省州旗盟系]|(?<!是)我[市县区省州旗]|各[县区地级]|[市县区](?:教育局|教体局|教育系统|委市政府)"
)


_TALE = Cued(
    lambda: (
        rf"(?:(?!(?<=平均)身高[^,，。;；]{{0,4}}(?:增|提高))(?:{one_of('tale_cues')})|(?:{one_of('trips')})(?:一[次趟回])?(?:平均)?[需要])[^,，。;；]{{0,6}}$"
    )
)
_PERSON = Cued(lambda: rf"(?<!代理)(?<!爱心)(?:{one_of('person_cues')})")
"""“代理妈妈” are those who look after children, none of them one's own."""
_TITLED = Cued(
    lambda: (
        rf"[\s“]*[{''.join(words('kinds.yaml', 'family_names'))}][一-鿿]{{0,2}}(?:老师|校长|园长)(?!队伍|们|培训|交流|轮岗|职级|和|、|工作室)"
    )
)
"""李老师从教32年: a person by name and office opens the sentence."""
_SUBJECT = Cued(lambda: rf"(?<![小各类数和、育业过占])(?!本校招生)(?:{one_of('school_subject_cues')})")


_SO_MANY = re.compile(rf"[有共约近达]*\s?[{DIGITS}][{DIGITS},.]*(?:余|多)?所")
"""义务教育阶段学校现有68所: schools are counted, none is the subject."""
_SUMMED_UP = Cued(
    r"(?:学校|小学|中学|高中|幼儿园|学院|大学|校区)等(?![级候待])|[一二三四五六七八九十]中等(?=\d|[两几多]所)"
)
"""某某附属学校等优质学校4所: schools named are but examples."""


_BUILT = Cued(lambda: rf"{one_of('put_to_use')}|{one_of('built_anew')}|[建校]设?(?:工程|项目)|[一二三]期|新校区")


_THIRD = Cued(
    r"(?<![其吉利])[他她](?!们|[乡国山项杀]|[^,，。;；]{0,8}(?:说|介绍|表示|告诉|透露|指出|强调|认为|坦言))[^,，。;；]{0,16}$"
)
_FOR_ONE = Cued(r"[为给帮替]其(?:申请|办理|争取|联系|送去|垫付|捐|解决)[^,，。;；\d]{0,8}$")
_LARGEST_GIFT = 20_000


def _of_him(passage: Passage, number: Number) -> bool:
    """往年这时他得揣上600元, 为其申请助学金2500元: of whom the clause speaks without a name."""
    text, quantity = passage.text, number.quantity
    if number.said & _THIRD.bit and (him := _THIRD.search(text, number.clause[0], quantity.start)):
        return not _CITY.search(text, him.start(), quantity.start)
    gift = number.said & _FOR_ONE.bit and quantity.unit == "CNY" and quantity.value < _LARGEST_GIFT
    return bool(gift) and _FOR_ONE.search(text, number.clause[0], quantity.start) is not None


_SPEAKER = re.compile(r"\s*[\[【]?[一-鿿·]{1,8}某某?[\]】]?\s?[:：]")
"""[高某某]：今年新建3所: who answers for the place, in a talk whose names are left out."""


_OWN_CLASS = Cued("(?:[她他我]们?|自己)的?班[上里]")
"""她班上52个学生,去年平均分提高了11分: one teacher's class."""
_WITH_OTHERS = Cued("(?:校长|园长|支书|书记)(?!教师|助理|培训|团队|队伍|们)[一-鿿]{2,3}(?:和|与|带领|带着)$")
_A_FEW = 20


def _one_person(passage: Passage, number: Number) -> bool:
    """家长刘女士算了笔账,一学期省了6000元: one person's tale, unless its sentence comes to speak of the place."""
    if _of_him(passage, number):
        return True
    if number.around & _OWN_CLASS.bit and _OWN_CLASS.search(passage.text, number.sentence[0], number.quantity.start):
        return not _CITY.search(passage.text, number.sentence[0], number.quantity.start)
    at, few = number.quantity.start, number.quantity.unit == "person" and number.quantity.value < _A_FEW
    if few and number.said & _WITH_OTHERS.bit and _WITH_OTHERS.search(passage.text, number.clause[0], at):
        return True
    if number.around & _TITLED.bit and _TITLED.match(passage.text, number.sentence[0], number.quantity.start):
        return not _CITY.search(passage.text, number.sentence[0], number.quantity.start)
    if not number.around & _PERSON.bit:
        return False
    speaker = _SPEAKER.match(passage.text, number.sentence[0])
    begin = speaker.end() if speaker else number.sentence[0]
    lead = passage.text[max(begin, number.quantity.start - 80) : number.quantity.start]
    found = _PERSON.search(lead)
    if found is None or _CITY.search(lead, found.end()):
        return False
    return not ("账" in found[0] and _OFFICIAL.search(lead, 0, found.start()))


_OFFICIAL = re.compile("(?:[局科股处厅]长|[县市区州]长|主任|书记|负责人|工作人员)[^,，。;；]{0,8}$")
"""Who reckons up (算了一笔账) for the place that he serves, not for his family."""


_OF_PLACE = re.compile(r"[一-鿿][市县区旗州省]$")


_SCENE = Cued(lambda: rf"[^,，。;；\d]{{0,6}}(?:{one_of('scene_cues')})")
_EXTREME = Cued(
    r"(?:最[大小少多远][^,，。;；\d]{0,4}的?(?:一[个所名])?|有一[个所])(?:班|学校|教学点|校点|点|校|园|村小)?[,，]?(?:只|仅|竟|才|却|也)(?:有|剩)?\s?$"
)
_SINGLED = Cued(r"个别(?!化|辅导|教育|指导|训练|谈话|咨询)[^,，。;；\d]{0,16}(?:\d+[名人个位][^,，。;；\d]{0,8})?$")
"""个别教学点出现4名教师教3名学生: what one or two schools are like."""
_OF_ONE = ("person", "weak", "item", None)


def _of_a_scene(passage: Passage, number: Number) -> bool:
    """34个孩子跟着辅导员, 26名学生正通过大屏幕, 学生最少的只有3人, 有一所村小只有8名: what one saw, or one extreme case."""
    quantity = number.quantity
    if quantity.unit not in _OF_ONE or quantity.value >= 300:
        return False
    if (
        (quantity.unit == "person" or passage.text.startswith("班", quantity.end))
        and number.said & _SINGLED.bit
        and _SINGLED.search(passage.text, number.clause[0], quantity.start)
    ):
        return True
    if quantity.unit == "person" and number.around & _EXTREME.bit:
        since = max(number.sentence[0], quantity.start - 24)
        if _EXTREME.search(passage.text, since, quantity.start):
            return True
    scene = number.said & _SCENE.bit and number.forward
    return bool(scene) and _SCENE.match(passage.text, quantity.end, number.clause[1]) is not None


_SITED = Cued(
    r"\s*(?:位于|坐落[在于]|地处)[^,，。;；]{1,16}?的(?P<name>[一-鿿]{2,14}?(?:小学|中学|高中|幼儿园|学校))(?:[一-鿿]{0,4}校区|新[校园])?(?P<opens>[^,，。;；]{0,10}(?:竣工|投用|投入使用|启用|落成|封顶|开学|开园))?[,，]"
)
"""位于某镇的县第三实验小学新校区,用地62亩, 位于城北的阳光小学于9月启用,设24个班: what one campus is like."""
_NEW_SCHOOL = Cued(
    r"[\s“]*(?:(?P<name>[一-鿿]{2,10}(?:小学|中学|初中|高中|幼儿园|学校))”[^,，。、等的和与]|学校(?:规划(?:用地|占地|总|办学)|设计规模|办学规模|总投资|总用地|总建筑面积|按[一-鿿]{2,12}规划))"
)
"""“某某初中”选址已定,占地99亩。学校按九年一贯制规划,设36个班: what one school will be."""


_ATTENDED = Cued(
    r"[^,，。;；\d]{1,12}(?:就读|任教)的(?P<name>[一-鿿]{2,10}(?:小学|中学|高中|幼儿园|学校))(?=[是有占,，])"
)
"""小林就读的思贤实验学校是…,占地118亩: the school of somebody who was told of."""
_TOWNS_OWN = Cued(
    r"\s*(?P<name>[一-鿿]{2,4}(?<![乡全各个])[镇乡]中心(?:小学|学校|幼儿园|校))(?:现有|共有|有)(?=[一-鿿\d])"
)
"""某镇中心学校现有学生73人: the one school of a town by its name."""


_OURS = Cued(r"\s*(?:其中)?(?:我[校园]|该[校园]|本[校园])(?![舍本长])[^,，。;；]*$")
"""全市招聘教师52名,我校9名: a clause of its own on one school, whatever the sentence began with."""


def _one_school(passage: Passage, number: Number) -> bool:
    """A sentence whose subject is one named school: its figures are not the place's."""
    if number.around & _ATTENDED.bit and _is_proper(_ATTENDED.match(passage.text, *number.sentence)):
        return True
    if number.around & _TOWNS_OWN.bit and (town := _TOWNS_OWN.match(passage.text, *number.sentence)):
        return not no_name().search(town["name"][:-4])
    if _is_proper(_named_in_clause(passage, number)) or _describes_school(passage, number):
        return True
    if _listed_school(passage, number):
        return True
    at = number.quantity.start
    if number.said & _RESULTS_OF.bit and _is_named(_RESULTS_OF.match(passage.text, number.clause[0], at)):
        return True
    if number.around & _SINCE_IT_OPENED.bit and _is_named(_SINCE_IT_OPENED.match(passage.text, number.sentence[0], at)):
        return not _CITY.search(passage.text, number.sentence[0], at)
    if number.around & _SITED.bit and _is_sited(_SITED.match(passage.text, *number.sentence)):
        return not _WHOLE_PLACE.search(passage.text, number.sentence[0], number.quantity.start)
    if number.around & _NEW_SCHOOL.bit and _NEW_SCHOOL.match(passage.text, *number.sentence):
        return True
    said = number.around
    if not said & (_SUBJECT.bit | _SCHOOL_NAME.bit):
        return False
    lead = passage.text[number.sentence[0] : at]
    if said & _OURS.bit and _OURS.match(passage.text, number.clause[0], at):
        return True
    own = number.clause[0] - number.sentence[0] if number.quantity.unit == "rank" else len(lead)
    if lead.endswith("等") or (said & _CITY.bit and _CITY.search(lead, 0, own)):
        return False  # 上线率居各县市第2: those among which a rank is told are not spoken of
    if said & _SUBJECT.bit and (found := _SUBJECT.search(lead)):
        counted = _SO_MANY.match(passage.text, number.sentence[0] + found.end())
        if found[0].startswith("学校") and _WHOLE_PLACE.search(passage.text, 0, number.sentence[0]):
            return False  # 全县有学校290所。学校占地面积…: those of the place
        return not counted and not (_OF_PLACE.search(lead) and number.quantity.unit == "institution")
    if (said & _BUILT.bit and _BUILT.search(lead)) or (said & _SUMMED_UP.bit and _SUMMED_UP.search(lead)):
        return False
    if _OTHER_SUBJECT.match(passage.text, number.clause[0]) and number.clause[0] > number.sentence[0]:
        return False
    return _is_proper(_SCHOOL_NAME.match(lead))


def _is_sited(named: re.Match[str] | None) -> bool:
    """Whether what lies somewhere is one school by its name; one that opens needs no more than a name."""
    return _is_named(named) if named is not None and named["opens"] else _is_proper(named)


def _is_named(named: re.Match[str] | None) -> bool:
    """Whether what stands where a school's name does is more than a sort of schools: 阳光小学, not 农村小学."""
    return named is not None and is_one(named["name"])


_OTHER_SUBJECT = re.compile(
    r"\s*(?:全[市县区省州]|各|其他|其它)?(?:中等职业学校|中职学校|职业院校|中小学|义务教育学校|普通高中学校|(?:优质|示范性?)(?:普通)?高中)"
)
"""县职教中心与企业合作,中等职业学校毕业生就业率96%: a clause of its own on all such schools."""
_ITS_SITE = Cued(r"(?:占地|用地)(?:面积)?(?:约|近)?\s?$|(?:设|设有|设置|开设|规模)(?:为)?\s?$")
_OF_THIS = re.compile(
    r"[^,，。;；]{0,6}(?:、[^,，。;；、]{2,12}){0,4}的(?P<name>[一-鿿]{2,14}?(?:小学|中学|高中|幼儿园|学校))"
)


_LISTED = Cued(
    r"\s*[·•●◆■▪-]?\s?(?P<name>[一-鿿]{2,12}(?:小学|中学|高中|幼儿园|学校|实验学校)(?:[一-鿿]{0,3}校区)?)[(（](?:占地|设|共|现有)?$"
)
_CLOSES_LINE = re.compile(r"[一-鿿]{0,2}[)）][。;；、,，]?\s*(?:\n|$)")


def _listed_school(passage: Passage, number: Number) -> bool:
    """磐石小学(36班), on a line of its own: how large one school of a list is."""
    text, begin = passage.text, passage.text.rfind("\n", 0, number.quantity.start) + 1
    found = _LISTED.match(text, begin, number.quantity.start) if number.said & _LISTED.bit else None
    if found is None or not _CLOSES_LINE.match(text, number.quantity.end):
        return False
    named = _PROPER.search(found["name"]) or not no_name().search(found["name"][:-2])
    return bool(named) and not is_sort_of_school(found["name"])


def _describes_school(passage: Passage, number: Number) -> bool:
    """占地21亩、设12个班的海润街道中心幼儿园昨日封顶: how large the site of a named school is, and how many classes it is for."""
    if number.quantity.unit not in ("m2", "class", "weak") or not number.said & _ITS_SITE.bit:
        return False
    if not _ITS_SITE.search(passage.text, number.clause[0], number.quantity.start):
        return False
    return _is_proper(_OF_THIS.match(passage.text, number.quantity.end, number.clause[1]))


def _is_proper(named: re.Match[str] | None) -> bool:
    """Whether what looks like the name of a school is one."""
    if named is None or no_name().search(named["name"][:-2].replace("高级", "")):
        return False
    return _PROPER.search(named["name"]) is not None or _of_a_town(named["name"])


_TOWN_SCHOOL = re.compile("(?P<town>[一-鿿]{2,4}?)(?<![省县市区州旗盟])(?:高中|中学)")


def _of_a_town(name: str) -> bool:
    """平果高中, 高台中学: a county's name in short and what sort of school it is are the name of one."""
    found = _TOWN_SCHOOL.fullmatch(name)
    if found is None or not is_place(found["town"]):
        return False
    return not any(reading.code.endswith("0000") for reading in gazetteer.names()[found["town"]])  # 甘肃高中 are many


_NAMED_SCHOOL = Cued(
    r"\s*(?:其中|而|仅)?(?P<name>[县市区州](?:职[校高中]|职教中心|职业中专)|[一-鿿]{2,12}?(?:大学|学院|小学|中学|高中|幼儿园|学校|职教中心|职业中专|[一二三四五六七八九十]中))(?:有|达|仅|就有|报名|招生)?\s?$"
)
_RESULTS_OF = Cued(
    r"\s*(?:其中|而|仅)?(?P<name>[一-鿿]{2,8}(?:中学|高中))(?:今年|去年|当年)?(?:高考)?(?:[一二]本|本科|本专科|重点|特控)[一-鿿]{0,4}(?:率|人数)[^,，。;；\d]{0,8}$"
)
"""榆林坡中学本科上线率首次突破60%: the results of one school by its name, in a clause of its own."""
_SINCE_IT_OPENED = Cued(
    r"\s*(?P<name>[一-鿿]{4,18}(?:学校|学院|小学|中学|幼儿园|(?:培训|实训)(?:基地|中心)))自(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:开办|创办|开学|开园|办学|建校|成立|建成|投用|启用)(?:以来|至今)"
)
"""某某汽修培训基地自2018年开办以来,培训学员860人: what one institution has done."""
_TOP_UNIVERSITIES = re.compile(r"[^,，。;；]{0,14}(?:清华|北大)")


def _named_in_clause(passage: Passage, number: Number) -> re.Match[str] | None:
    """其中霞浦一中900人: a named school right before its number; those admitted to 清华 and 北大 are the place's."""
    if not number.said & _NAMED_SCHOOL.bit or number.quantity.unit == "institution":
        return None
    if _TOP_UNIVERSITIES.match(passage.text, number.quantity.end):
        return None
    return _NAMED_SCHOOL.match(passage.text, number.clause[0], number.quantity.start)


_SPEECH = re.compile(
    r"“[^”]{12,}?[。!！?？,，]”(?:\d{1,2}月\d{1,2}日[,，])?[^,，。“]{0,30}(?:说|表示|介绍|道|感慨|坦言|告诉|回忆|算了|笑着|称)|(?:说|表示|介绍|告诉记者|坦言)[^。“]{0,8}[:：,，]\s?“[^”]{8,}”"
)


_PRIVATE = re.compile(
    r"我(?!们?[市县区省州]|国|们将|们[要会还共先]|们的教育)|孩子|老师|娃|家里|宿舍|毕业|同学|校园里|食堂|家长|女士|先生|妈妈|奶奶|爸爸|以前|从前|原来|校长说|校长[一-鿿]{1,4}(?:说|表示|介绍)|教师[一-鿿]{2,4}(?:说|表示)"
)


_INTRODUCES_A_SCHOOL = re.compile(r"\s*[●◆◇■★▲▪◎·•▌▍|]?\s*学校(?:简介|概况|介绍)\s*")
_HEADS = re.compile(
    r"\s*[●◆◇■★▲▪◎·•]\s*(?P<name>[一-鿿]{2,12}(?:小学|中学|完小|中心校|幼儿园|实验学校|职教中心))\s?[:：]"
)


def heads_school(heading: str) -> bool:
    """Whether a headline of a row of them is one school's (· 亭旁小学:红色课堂进校园, ◆ 高台一中再创佳绩), or 学校简介."""
    if _INTRODUCES_A_SCHOOL.fullmatch(heading):
        return True
    found = _HEADS.match(heading)
    if found is not None:
        return is_one(found["name"])
    bare = heading.lstrip(" \t\u3000●◆◇■★▲▪◎·•▇▍▌")
    return not _BUILT.search(bare) and not _CITY.search(bare) and _is_proper(_SCHOOL_NAME.match(bare))


def speaks_of_place(passage: Passage, number: Number) -> bool:
    """Whether a number's sentence, up to it, names the city or the province: a school's report beside its place."""
    return _WHOLE_PLACE.search(passage.text, number.sentence[0], number.quantity.start) is not None


_WHOLE_PLACE = re.compile(
    "(?<!面向)(?<![获在居])全[市县区省州国]|自治区|我[市县区省]|省[里定]|国家|[一-鿿]{2}[市县区](?:共有|现有|有|共)|[市县区省]级财政"
    "|[市县区旗州](?:教育|教体|教科)[^,，。;；]{0,6}局(?:已|还)?(?:计划|拟|将|今年|投入|安排|筹集|为)"
)
_EXAMPLE = re.compile(r"以[一-鿿]{2,10}(?:小学|中学|学校|幼儿园|学院)为例")


_AGE = re.compile(
    r"\d{1,2}岁(?:的[一-鿿]{2,4}|就(?!近|读)|那年|出头)"
    r"|(?:孙女|孙子|外孙|外孙女|儿子|女儿|孩子|[一-鿿]{2})(?<!平均)(?<!年龄)(?:[,，]\s?(?:今年)?|今年)\d{1,2}岁[,，](?![一-鿿]{0,4}(?:以上|以下|占))"
)
"""教师何某，54岁，守了31年; 孙女今年5岁，: whose age is told, the rest of the sentence tells of."""


@cache
def _family() -> re.Pattern[str]:
    return re.compile(one_of("private_words"))


def _is_private(said: str) -> bool:
    return (_PRIVATE.search(said) or _family().search(said)) is not None


def spans(text: str) -> list[tuple[int, int]]:
    """Spans that tell of one person: direct speech with its speaker, a sentence that gives somebody's age."""
    spoken = _SPEECH.finditer(text) if "“" in text else ()
    found = [m.span() for m in spoken if _is_private(m[0]) and not _CITY.search(m[0])]
    for match in _AGE.finditer(text) if "岁" in text else ():
        stop = text.find("。", match.end())
        found.append((match.start(), stop if stop >= 0 else len(text)))
    for match in _EXAMPLE.finditer(text) if "为例" in text else ():
        found.append((match.start(), len(text)))
    if profile := profile_of(text):
        found.append(profile)
    return found
