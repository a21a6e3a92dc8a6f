"""Digits that name something instead of counting: document numbers, ordinals, programme codes, list numbers.

What belongs here: the shapes of such names, each with its reason.  What does not: dates (periods), and numbers that
count but state no statistic (kinds).
"""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters
from typing import NamedTuple

from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.sweep import first_of

_D = f"[{DIGITS}]"
_COUNTERS = "点击|点击率|点击数|点击量|浏览|浏览量|浏览数|浏览次数|阅读|阅读量|阅读数|阅读次数|访问|访问量|访问人数|访问次数|提问|参与网友|参与人数|答复|回复|点赞|评论|转发|收藏|赞|在看|留言|有用|没用|有帮助|没帮助|累计浏览|累计访问|累计点击|今日访问|今日浏览|昨日访问|本月访问|编辑次数|发帖数|回帖数|查看|下载|下载量|下载次数|非常满意|满意|基本满意|不满意|参与讨论|跟帖|分享|总访问|总访问量|总浏览量|总点击|我来说两句|网友评论|最新评论|热门评论|支持|反对|网友提问|已回复|全部评论|在线人数"
_PLAIN_UNIT = "[万亿千百个所名人元班间处项家位年月日%％]"
_SHAPES: tuple[tuple[str, str], ...] = (
    (
        "counter of a page",
        rf"(?:(?<=[ \t\u3000|｜·(（\n])|(?<![\s\S]))(?:{_COUNTERS})\s?[:：\u3000 ]\s?[\[【]?{_D}[{DIGITS}.,]*万?(?:次|人次|人|条)?(?![{DIGITS}一-鿿])",
    ),
    (
        "counter of a page",
        rf"(?<![一-鿿])(?:{_COUNTERS})(?:\s?[(（]\s?{_D}{{1,7}}\s?[条人次]?\s?[)）]|(?:(?<=点赞)|(?<=总访问)|(?<=收藏)|(?<=转发)|(?<=评论)|(?<=分享)|(?<=在看)|(?<=点击)|(?<=阅读)|(?<=浏览)){_D}{{1,7}}(?=[ \t\u3000|]|\n|\Z))",
    ),
    (
        "counter of a page",
        rf"已?有\s?{_D}{{1,9}}\s?人(?:阅读|浏览|访问|点击)(?:过)?(?![一-鿿])|(?<=[,，(（]下载){_D}{{1,9}}次(?=\s*(?:[)）]|\n|\Z))",
    ),
    (  # ○很满意(512票 71.6%): the answers of a poll
        "counter of a page",
        rf"(?<=[一-鿿])[(（]{_D}{{1,7}}票(?:[ \u3000,，/、]{{1,2}}{_D}{{1,3}}(?:\.{_D}+)?[%％])?[)）](?=[ \t\u3000]|\n|\Z)",
    ),
    (
        "counter of a page",
        rf"(?:(?<=[ \t\u3000|】\]\n])在线\s?|(?<=共访问)|(?<=已下载)|(?<=跟帖)|(?<=评论)){_D}{{1,9}}[人次条](?=[ \t\u3000)）]|\n|\Z)",
    ),
    (  # 老乡1987  发表于 5分钟前; 手机用户138****0000   2021-06-03 18:47: who wrote a comment, and when
        "name or time of a comment",
        rf"(?:(?<=发表于)|(?<=发表于\s)|(?<=回复于)|(?<=回复于\s)){_D}{{1,2}}(?=\s?(?:分钟|小时|天|个月)前)"
        rf"|(?<=[一-鿿_A-Za-z]){_D}{{1,11}}(?:[*＊]{{2,6}}{_D}{{0,4}})?(?=[ \t\u3000]+(?:发表于|(?:19|20){_D}{{2}}-{_D}{{2}}-{_D}{{2}}[ \t]{_D}{{2}}:))",
    ),
    ("counter of a page", rf"第\s?{_D}+\s?位(?=访客|访问者|浏览者|读者|来访)"),
    ("counter of a page", rf"(?:(?<![\s\S])|(?<=\n))[ \t\u3000]*{_D}{{1,4}}(?:#|楼)(?=[ \t\u3000])"),
    ("counter of a page", rf"{_D}+(?=条[/／]共{_D}+条)|(?:(?<=条/共)|(?<=条／共)){_D}+(?=条)"),
    ("page of a contents line", rf"(?:(?<=……)|(?<=\.\.\.)|(?<=···)|(?<=．．．))[ \t]*{_D}{{1,3}}(?=\s*(?:\n|$))"),
    (
        "page number",
        rf"(?:[\[【]?{_D}{{1,3}}[\]】]?[ \t\u3000|]+){{1,10}}(?=(?:\.\.\.|…)?\s?(?:下一?页|末页|尾页))",
    ),
    (
        "counter of a page",
        rf"(?:(?<=每页)|(?<=每页\s)){_D}{{1,3}}(?=\s?[条篇行封])|(?:(?<=共)|(?<=共\s)){_D}+(?=\s?[条篇封](?:[,，]|\s{{1,4}})\s?(?:每页|(?:当前)?第\s?{_D}))",
    ),
    (
        "counter of a page",
        rf"(?:(?<=[★☆])|(?<=[★☆][(（])){_D}(?:\.{_D})?分|(?<=分[,，]){_D}{{1,7}}人(?=(?:已?参与|已?评[分价]|打分)(?:评[分价])?[)）])|{_D}{{1,3}}(?:秒钟?|分钟|小时|天)前(?=(?:更新|发布|发表|回复)[)）]?(?:\s|\Z))",
    ),
    (
        "registration of a site",
        rf"(?:(?<=网站标识码)|(?<=网站标识码[:：])|(?<=网安备)|(?<=网安备\s)){_D}{{8,}}号?|(?<=ICP备){_D}{{6,}}号?(?:-{_D}+)?",
    ),
    ("page number", rf"(?:\bPage |\bP\.\s?){_D}{{1,4}}(?![{DIGITS}a-zA-Z])"),
    ("page number", rf"(?<=[ \t\u3000]{{2}})[-—–]\s?{_D}{{1,3}}\s?[-—–](?=\s*(?:\n|\Z))"),
    ("page number", rf"第\s?{_D}+(?:[/／]{_D}+)?\s?页(?:\s?[/／]?\s?共\s?{_D}+\s?页)?"),
    ("size of a file", rf"{_D}+(?:\.{_D}+)?\s?[KMGkmg]B(?![a-zA-Z/])(?!\s?(?:以上|带宽|宽带))"),
    ("web address or file name", rf"[(（]{_D}{{1,3}}[张页份][)）](?=[.](?:xlsx?|docx?|pdf|wps|zip|rar))"),
    ("threshold of what is counted", rf"{_D}+(?:\.{_D}+)?\s?[MG](?:bps|B)?(?=(?:及)?以上)"),
    ("year in a name", rf"(?<=[元一二三四五六七八九十]年)[(（](?:前|公元前?)?(?:[3-9]|1{_D}|20){_D}{{2}}年?[)）]"),
    (
        "latitude or longitude",
        rf"(?<=[东西]经|[南北]纬)\s?{_D}{{1,3}}(?:\.{_D}+)?\s?[°º度](?:\s?{_D}{{1,2}}(?:\.{_D}+)?\s?[′'’分](?:\s?{_D}{{1,2}}(?:\.{_D}+)?\s?[″\"”秒])?)?"
        rf"(?:\s?[-—–~～至到]{{1,2}}\s?{_D}{{1,3}}(?:\.{_D}+)?\s?[°º度](?:\s?{_D}{{1,2}}(?:\.{_D}+)?\s?[′'’分](?:\s?{_D}{{1,2}}(?:\.{_D}+)?\s?[″\"”秒])?)?)?",
    ),
    ("year in a name", rf"(?<=[一-鿿])[(（](?:19|20){_D}{{2}}[)）](?!\s?{_D}|[一-鿿]{{0,3}}号)"),
    (
        "number of a table",
        rf"(?<![一-鿿])附?[表图]\s?{_D}{{1,2}}(?!{_D}|[.．]{_D})|(?<=[见如附上下])[表图]\s?{_D}{{1,2}}(?!{_D})",
    ),
    ("web address or file name", rf"{_D}{{1,3}}(?:\.(?:{_D}{{1,3}}|\*)){{2}}\.(?:\*|{_D}{{1,3}}(?!{_D}))"),
    (
        "web address or file name",
        r"(?:https?://|www\.)[!-~]+|[\w./-]*/[\w./-]*\.(?:s?html?|php|aspx?|jsp)\b|[\w.-]+@[\w.-]+",
    ),
    ("index or document number", rf"[〔\[【（(]\s?(?:19|20){_D}{{2}}\s?[〕\]】）)]\s?(?:第\s?)?{_D}+\s?(?:号|期)?"),
    ("row of digits", rf"{_D}{{1,3}}(?:,{_D}{{3}}){{8,}}(?:[.．]{_D}+)?"),  # of 25 and more: nobody counts so far
    ("index or document number", rf"(?:[A-Z0-9]+[A-Z][A-Z0-9]*/|{_D}{{9,}}[A-Z]*/?){_D}*[-—]?{_D}+|{_D}{{12,}}"),
    ("index or document number", rf"{_D}{{5,9}}[-—]{_D}{{4}}[-—]{_D}{{3,8}}(?!{_D})"),  # 索引号：11441500-2024-00318
    ("telephone number", rf"(?<!{_D})(?:0{_D}{{2,3}}[-－—]|1[3-9]{_D}{{9}}(?!{_D})){_D}{{0,8}}"),
    (
        "telephone number",
        rf"(?:(?<=电话|热线|传真)|(?<=(?:电话|热线|传真)[:： \u3000])){_D}{{7,8}}(?!{_D}|[.．,，]{_D}|[%％万亿元人])",
    ),
    ("clock time", rf"(?<=[今昨明])[（(]{_D}{{1,2}}[)）](?=[日天])"),
    (
        "section number",
        rf"(?:(?<![\s\S])|(?<=\n))[ \t\u3000]*{_D}{{1,2}}(?:\.{_D}{{1,2}}){{1,3}}(?=[ \t\u3000]+[一-鿿“《]|[一-鿿]{{2,12}}[。:：])(?!\s*{_PLAIN_UNIT})",
    ),
    (
        "section number",
        rf"(?:^|(?<=\n))[ \t\u3000]*{_D}{{1,2}}(?:\.{_D}{{1,2}}){{0,3}}(?:[.．、](?!{_D}{{1,2}}(?:\s?(?:[%％万亿个所名人元]|\.{_D}|[:：∶/／]{_D})|\s*(?:\n|$)))|[)）]\s?|\.(?=(?:19|20){_D}{{2}}年))",
    ),
    (
        "section number",
        rf"(?:(?<![\s\S])|(?<=\n)){_D}{{1,2}}(?=[ \u3000]+(?!{_PLAIN_UNIT})[一-鿿、和与]{{2,16}}(?:\n|$))",
    ),
    ("section number", rf"(?:^|(?<=[\n。;；:：,，、]))[ \t\u3000]*[(（【\[]{_D}{{1,2}}[)）】\]](?!{_D})"),
    (
        "section number",
        rf"(?<=[。;；]){_D}{{1,2}}[.．、](?!{_D})|(?<=[^{DIGITS}][:：]){_D}{{1,2}}[.．、](?![{DIGITS}一-鿿]{{0,3}}[{DIGITS}])"
        rf"|(?:(?<=[。;；])|(?<=[^{DIGITS}][:：])){_D}{{1,2}}[)）](?=[一-鿿“])",
    ),
    (
        "ordinal",
        rf"第\s?{_D}+(?:\s?[-—至、]\s?(?:第)?{_D}+)*(?:个|次|名|位|届|批|期|号|条|章|节|类|轮|年|所|站|页|季度|阶段|中学|小学|幼儿园)?",
    ),
    (
        "name with letters",
        rf"[A-Za-z]+(?:[-－—]|(?<=PART)[.．]|(?<=Part)[.．])?{_D}+(?:\.{_D}+)?[A-Za-z]*|{_D}+(?:\.{_D}+)?(?!(?:m2|m²|km|kg|cm|mm|GB|MB|Mbps|M)\b)[A-Za-z]+(?:-{_D}+)?",
    ),
    (
        "model or slogan",
        rf"[“\"'‘]?(?:{_D}+|[NXn])(?:\s?[+＋×*]\s?(?:{_D}+|[NXn])(?!{_D}*[.]?{_D}*(?:%|个百分点)))+(?:[+＋][NXn])?[”\"'’]?",
    ),
    ("day in a name", rf"[“‘\"]{_D}{{1,2}}[·•．]{_D}{{1,2}}[”’\"]|{_D}{{1,2}}[·•]{_D}{{1,2}}(?=[一-鿿])"),
    ("model or slogan", rf"[“‘]{_D}{{1,5}}[”’]"),
    (
        "model or slogan",
        rf"“{_D}{{1,2}}[个项大条类][^、，,。”{DIGITS}]{{1,8}}(?:、{_D}{{1,3}}[个项大条类][^、，,。”{DIGITS}]{{1,8}}){{1,6}}”",
    ),
    ("model or slogan", rf"[“‘]{_D}+(?:[·.]{_D}+)?(?=[一-鿿]{{2,10}}[”’])(?![年所个名人万亿元%项月日岁米分小])"),
    ("model or slogan", r"(?<=[个大项类])(?:“)?100[%％](?=[”’])"),
    (
        "name of a programme",
        rf"[“‘]{_D}{{1,3}}(?:分钟|小时|年)(?!来|以来|间|内|以内|期间|前|后|计划|行动)[一-鿿]{{2,8}}[”’]|(?<=落实课间){_D}{{1,2}}分钟|(?<=课间){_D}{{1,2}}分钟(?=”|的?(?:落实|改革|活动|制度|政策|全面|全覆盖))|24小时(?=[一-鿿]{{0,4}}(?:热线|服务|值班|值守|在线|监控|开放|供应|巡查|不间断|自助|响应|应急|心理))",
    ),
    ("number of a village", rf"(?<=[乡镇]){_D}{{1,3}}村(?=[一-鿿])"),
    (
        "model or slogan",
        rf"{_D}{{2,5}}(?=(?![年月日个名人次场所万亿元项岁米分小余多班级家间])[一-鿿]{{1,6}}(?:格局|工程|体系|模式|机制|战略|行动))",
    ),
    ("choice of subjects", rf"{_D}{{1,2}}选{_D}{{1,2}}|{_D}加{_D}"),
    (
        "name of a class, grade or number",
        rf"(?<=年级)[ (（]?{_D}{{1,4}}(?!{_D}|[.．,，]{_D})(?!\s?[万亿]?[人名所个])[)）]?班?|(?<![{DIGITS}万亿.]){_D}{{1,3}}号(?!召)|(?<![{DIGITS}.数计有达设开为共:：]){_D}{{3,4}}班(?=[、和学的,，])|(?<!.)?{_D}{{1,2}}年级|{_D}{{1,2}}[-—至]{_D}{{1,2}}年级",
    ),
    (
        "name of a policy",
        rf"(?<!近)(?<!过去){_D}{{1,2}}年(?:制|(?:免费|公费|一贯|义务|基础|制)(?:教育|制)?)|(?<=普及){_D}{{1,2}}年教育",
    ),
    ("clock time", rf"(?<![{DIGITS}.])(?:[01]?{_D}|2[0-4])[:：][0-5]{_D}(?![{DIGITS}])(?=[以之前后至—\-–~到起止])"),
    (  # alone on its line, as in the cells of a timetable
        "clock time",
        rf"(?:(?<![\s\S])|(?<=\n))(?:[02-9]|[01]{_D}|2[0-4])[:：][0-5]{_D}(?=[ \t\u3000]*(?:\n|\Z))",
    ),
    (  # the hour of a word in a talk that is told live: [15:32] 主持人：…
        "clock time",
        rf"(?:(?<![\s\S])|(?<=\n))[ \t\u3000]*(?:[\[【(（](?:[01]{_D}|2[0-4])[:：][0-5]{_D}(?:[:：][0-5]{_D})?[\]】)）]|(?:[01]{_D}|2[0-4])[:：][0-5]{_D}(?:[:：][0-5]{_D})?(?=[ \t\u3000]+(?:[一-鿿]{{2,12}}\s?[:：]|[\[【][一-鿿]{{2,12}}[\]】])))"
        rf"|(?<=[。！？!?”…][ \t\u3000])\[(?:[01]{_D}|2[0-4])[:：][0-5]{_D}\](?=[ \t\u3000]*(?:\n|\Z))",
    ),
    ("emergency or hotline number", rf"(?<!{_D})(?:110|119|120|122|12345|12388)(?=(?:热线|平台|电话|政务))"),
    ("coordinates of print", rf"(?:字号|行距|版面)\s?{_D}+"),
)
_OPENS = re.compile(
    rf"[{DIGITS}A-Za-z._-]|第(?=\s?{_D})|字(?=号)|行(?=距)|版(?=面)|附(?=[表图])|[表图](?=\s?{_D})"
    rf"|(?<![一-鿿])[点浏阅访提参答回评转收赞在留有没累跟分今昨本编发查下非满基不已总我网最热支反全]|[“‘\"'](?=[{DIGITS}NXn])|[〔\[【(（](?=\s?{_D})|(?<=[ \t\u3000]{{2}})[-—–](?=\s?{_D})|[ \t\u3000]+(?=[(（【\[]?{_D})"
)
"""Nothing else begins a shape."""
_COUNTED = re.compile(rf"(?<=[一-鿿])(?<!级)(?!100[%％]){_D}{{1,8}}(?:[.．]{_D}{{1,8}})?(?=[所人名元个万亿家项%％])")
"""Numbers within a sentence that count: no shape can begin in one of these."""
_WITHIN = re.compile(rf"(?<={_D}){_D}")
"""Within a number, where no shape begins or ends: 5058年义务教育 holds no 58年义务教育, 7加920元 no 7加9."""
_DIGIT = re.compile(_D)


class Identifier(NamedTuple):
    """A span that holds digits and names something; `rule` says what."""

    start: int
    end: int
    rule: str


def find_identifiers(text: str) -> list[Identifier]:
    """Names that hold digits, in order, without overlap; the span is trimmed to what belongs to the name."""
    found = []
    reached = 0
    for opens in _OPENS.finditer(text):
        at = opens.start()
        if at < reached or (at > reached and _WITHIN.match(text, at)):
            continue
        if counted := _COUNTED.match(text, at):
            reached = counted.end()
            continue
        match = _beginning_with(text[at]).match(text, at)
        if match is None or _WITHIN.match(text, match.end()):
            continue
        reached = match.end()
        if _DIGIT.search(match[0]):
            start = at + len(match[0]) - len(match[0].lstrip())
            found.append(Identifier(start, reached, _SHAPES[int((match.lastgroup or "s0")[1:])][0]))
    return found


@cache
def _beginning_with(character: str) -> re.Pattern[str]:
    """The shapes that can begin with a character that opens some, or with one of its sort, tried in their order."""
    sort = next((sort for sort in _SORTS if character in sort), character)
    return _any_of(tuple(i for i, first in enumerate(_firsts()) if any(map(first.match, sort))))


_SORTS = ("0123456789０１２３４５６７８９", ascii_letters)
"""Characters that stand for each other, so that few patterns are made."""


@cache
def _any_of(shapes: tuple[int, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<s{i}>{_SHAPES[i][1]})" for i in shapes) or "(?!)")


@cache
def _firsts() -> list[re.Pattern[str]]:
    """What each shape can begin with."""
    return [re.compile(first_of(shape)) for _, shape in _SHAPES]
