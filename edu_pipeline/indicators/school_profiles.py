"""Papers and paragraphs that introduce one school, and are no statistics of its place.

What belongs here: a title or page that is one school's, a paragraph that begins as a school's profile.  What does not:
sentences and clauses on one school (tales), what is a name (school_names).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.school_names import is_one, is_sort_of_school

_OF_A_SCHOOL = re.compile(
    r"\s*(?:关于)?(?P<name>[一-鿿]{3,20}?(?:大学|学院|中学|小学|幼儿园|(?:职业|技工|技术|实验|外国语|师范|特殊教育|中心|希望)学校|中心校|完小|[一二三四五六七八九十]中|职教中心|职业中专)|[一-鿿]{2}(?:中学|小学|幼儿园|[一二三四五六七八九十]中))[^,，。]{0,20}(?:年度报告|年报|自评报告|工作总结|工作汇报|工作计划|工作情况|简介|概况)"
)
_OF_A_PLACE = re.compile(
    "政府|局|关于|委员会|教委|"
    "教育局|教体局|[县市区省](?:中小学|中学|小学|幼儿园|普通|职业学校|职业院校|高等学校|高校|学校)|各|全[县市区省]|公办|民办|农村|义务教育学校"
)


_SITE_OF_A_SCHOOL = re.compile(
    r"\s*(?P<name>[一-鿿]{4,20}(?:大学|学院|中学|小学|幼儿园|学校|职教中心|职业中专|[一二三四五六七八九十]中))\s*(?:[|｜·—-]{0,2}\s*(?:官方网站|官网|网站|校园网|首页|欢迎您))?\s*"
)
_INTRODUCES_IT = re.compile(r"^[ \t\u3000]*(?:学校|校园|幼儿园|园所|学院|校情)(?:简介|概况|介绍)[ \t\u3000]*$", re.M)
_HEAD = 400


def of_one_school(title: str | None, body: str = "") -> bool:
    """Whether a paper's title says that it is about one school (某市职业技术学院质量年度报告), or the page that holds it is the
    school's own and introduces it (某市第三中学 | 官方网站 / 学校简介)."""
    found = _OF_A_SCHOOL.match(title or "")
    if found is None and _INTRODUCES_IT.search(body, 0, _HEAD):
        found = _SITE_OF_A_SCHOOL.fullmatch(body.lstrip().partition("\n")[0])
    return found is not None and not _OF_A_PLACE.search(found["name"]) and not is_sort_of_school(found["name"])


def profile_of(text: str) -> tuple[int, int] | None:
    """Where a paragraph is the profile of the school that it begins with: up to where it comes to speak of the place."""
    own = _VOCATIONAL_SCHOOL.match(text) or _introduced(text)
    if own is None:
        return None
    turns = _TURNS_TO_PLACE.search(text, own.end())
    return own.start(), turns.start() if turns else len(text)


_VOCATIONAL_SCHOOL = re.compile(
    r"\s*(?:【[^【】]{1,12}】\s*)?(?P<name>(?!全|各|我|该|本|所有|区域)(?:[一-鿿]{2,8})?[县市区旗州]?(?<=[县市区旗州族])(?:第[一二三])?(?:职业中专|职业高中|职教中心|技工学校|中等职业(?:技术)?学校))(?:学校)?"
    r"(?:现有|现在?|共有|有|新上|新开|开设|设有|占地|创办于|始建于|建于)(?!\s?\d+所)"
)
"""清河县职业中专现有在校生3925人,开设专业14个: the one such school of a county is what the paragraph is about."""
_INTRODUCED = re.compile(
    r"\s*(?P<name>(?!全|各|我|该|本|所有|[多少]数|部分|其中)[一-鿿]{2,20}?(?:大学|学院|小学|中学|高中|幼儿园|学校|完小|中心校|[一二三四五六七八九十]中))(?:\s?[(（][^()（）]{2,24}[)）])?[,，]?"
    r"(?:(?:始建|创建|创办|创立|建立|兴建|建|成立)于|(?:位于|坐落|座落|地处)|前身[是为]|是(?:我[市县区省校]|[^,，。;；\d]{0,16}(?:一所|唯一|直属|举办|主管)))"
)


_OF_NAMES = re.compile("[初高]级|城关(?=[镇区街第])")
"""What names hold that read as the words of sorts elsewhere: 县|城关镇, 第一初级|中学."""


def _introduced(text: str) -> re.Match[str] | None:
    """清河县第二小学始建于1994年，…。占地面积17864平方米: a paragraph that begins as the introduction of a school is its profile."""
    found = _INTRODUCED.match(text)
    name = _OF_NAMES.sub("", found["name"]) if found else ""
    return found if name and is_one(name) else None


_TURNS_TO_PLACE = re.compile("(?:全|该|我|本)[县市区旗州]|[县市区旗](?:委|政府|教育局|教体局|财政)")
