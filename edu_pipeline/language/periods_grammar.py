"""The forms a time expression can take: the patterns that find one, built from reference/times.yaml.

What belongs here: characters, words and patterns (which words are data, which forms are patterns).  What does not:
which days an expression means (periods, calendar).

`trigger` finds where an expression may begin; each of its branches begins with a literal or a character class, so
that little is asked where there is none (sweep).  The other patterns are then matched at that place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from edu_pipeline.language.sweep import Sweep
from edu_pipeline.reference import alternation, load

D = "[0-9０-９]"
W = "[ \\t\\r\\n\u3000\u00a0]{0,3}"
_CN = "一二三四五六七八九"
_YEAR_END = rf"[0-9０-９〇零○OＯ{_CN}]{{2}}"
YEAR = rf"(?:[2２二][0０〇零○OＯ]|[1１一][9９九]){_YEAR_END}"
_MONTH = rf"(?:[1１][0-2０-２](?!{D})|[0０]?[1-9１-９](?!{D})|十[一二]?|[{_CN}])"
_DAY = rf"(?:(?:[12１２]{D}|[3３][01０１]|[0０]?[1-9１-９])(?!{D})|[二三]?十[{_CN}]?|[{_CN}])"
SEP = rf"{W}(?:[-－—–―~～]{{1,2}}|至|到){W}"
_HHMM = rf"(?:[01０１]?{D}|[2２][0-4０-４])[:：∶][0-5０-５]{D}(?:[:：][0-5０-５]?{D})?(?!{D}|[.．:：∶]{D})"
_OCLOCK = rf"{D}{{1,2}}{W}(?:时(?!代|期|候|段|间|常|尚)|点(?!多|名|位|个|燃|亮|击))(?:{W}(?:{D}{{1,2}}分|半|整|[0-5]{D}(?=[-—–~～至到]{D}{{1,2}}[点时:：])))?"

_RELATION = (
    "(?:(?:启动|开始|实施|开展|推行|施行|试点)(?=以来|至今))?(?P<rel>以来|来(?=[,，、])|至今|开始(?!曲)|起(?![到来始点草步底重伏源床航动诉名])|以后|之后|后(?![期备勤续进])|以前|之前"
    "|前(?![三两一二四0-9０-９后期往来去几十沿景瞻途])|期间|间(?![隔断])|以内|之内|内(?![部容地涵外蒙设控])"
    "|的(?=[近约]?(?:[0-9０-９.．]{1,5}倍|[一二三四五六七八九两][成倍](?:多|半|以上|左右|[,，。;；])))|同期(?:水平)?(?:相比)?|(?:的)?(?:水平)?相比(?:较)?|比(?=[,，])|(?:的)?基础上)?"
)
"""What follows a time and relates it to what is told; 2011年秋季启动以来: since then, whatever was begun."""
_TAIL = rf"""(?:{W}(?:
    (?P<m>{_MONTH}){W}(?:月份?)?(?:{SEP}|、)(?P<m2>{_MONTH}){W}月份?
  | (?P<m3>{_MONTH}){W}月份?{W}(?P<d>{_DAY}){W}[日号]?{SEP}(?:(?P<m4>{_MONTH}){W}月{W})?(?P<d2>{_DAY}){W}[日号]
  | (?P<m5>{_MONTH}){W}月份?(?:{W}(?P<d5>{_DAY}){W}[日号]|年?(?P<part>[上中下]旬|底|末|初(?![中一二三级高等小])))?
  | (?P<cut>{D}{{1,2}}(?={W}[(（]略[)）]))
  | 前(?P<first>{D}{{1,2}}|[{_CN}两十]{{1,2}})个?(?P<firstunit>月|季度)
  | 第?(?P<quarter>[一二三四1-4１-４])季度(?P<quarterend>[末底](?![考了]))? | (?P<half>[上下])半年 | 全年
  | 年?(?P<end>底|末|终) | 年?(?P<begin>初(?![中一二三级高等步始小]))
  | (?P<season>[春秋])(?:季(?:新?学[期段](?P<over>期?末|结束)?)?(?:开学)?|新?学期(?P<over2>期?末|结束)?|(?=[,，、。]))
  | (?P<holiday>[寒暑])[假期]
))?"""

ISO = re.compile(
    rf"(?P<y>{YEAR}){W}(?P<sep>[-/.．－]){W}(?P<m>{_MONTH})(?P=sep){W}(?P<d>{_DAY})(?!{D}|[-/.．]{D})"
    rf"(?:日?(?:T|[ \t\u3000\u00a0]{{0,3}}){_HHMM}(?:{SEP}{_HHMM})?)?"
)
YEAR_APART = re.compile(
    rf"(?P<y>{YEAR})[ \t\u3000\u00a0]{{1,3}}(?P<m>{_MONTH})/{W}(?P<d>{_DAY})[ \t\u3000\u00a0]{{1,3}}{_HHMM}"
)
"""2021 06/ 24 10:33:48: a page's clock prints its year, its day and its time apart."""
DAY_FIRST = re.compile(
    rf"(?P<d>{_DAY})[.](?P<m>{_MONTH})[.](?P<y>{YEAR})(?!{D}|{W}年)(?:[ \t\u3000\u00a0]{{0,3}}{_HHMM})?"
)
"""30.08.2017 11:50, as a page's clock prints it."""
BARE_YEAR = re.compile(
    rf"(?:(?<=[丨｜|·])|(?:(?<![\s\S])|(?<=\n)))(?P<y>{YEAR})(?=[,，、]?{W}(?:我们|你好|再见|一起|再出发|这一年))"
)
"""丨2024,我们这样走过: a year by its number alone, which a post calls by name."""
SHORT_YEAR = re.compile(
    rf"(?P<y>[0-2]{D})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]{D}|3[01])[ \t\u3000\u00a0]{{1,3}}{_HHMM}"
)
"""12-07-30 08:51: a year of two digits, where a clock stands behind the day."""
ISO_MONTH = re.compile(rf"(?P<y>{YEAR})[-/](?P<m>[0０][1-9１-９]|[1１][0-2０-２])(?!{D}|[-/.．号]|{W}学?年)")
SCHOOL_YEAR = re.compile(
    rf"(?P<y>{YEAR}){W}年?(?:(?:{SEP}|/|、)(?P<y2>{YEAR}|{D}{{2}}){W}年?)?{W}学年度?"
    rf"{W}(?:第?(?P<term>[一二上下])(?:学?期|学段)|(?P<season>[春秋])季?学期)?{_RELATION}"
)
SCHOOL_YEARS = re.compile(
    rf"(?:{YEAR}{W}年?{SEP}{YEAR}{W}(?:学?年)?度?(?:、|[和及与]|以及)){{1,6}}{YEAR}{W}年?{SEP}{YEAR}{W}[三两{_CN}]?个?学年度?"
)
RANGE = re.compile(
    rf"""(?P<y>{YEAR}){W}(?:
      (?:年度?)?{SEP}(?P<y2>{YEAR}){W}(?:年度?[底末]?(?!{W}{_MONTH}{W}月)|(?=[)）〕\]》]|规划|行动|计划|方案|三年|五年))
    | [年.．]{W}(?P<m>{_MONTH}){W}月?(?:{W}(?P<d>{_DAY}){W}日)?{SEP}(?P<y3>{YEAR}){W}[年.．]{W}(?P<m2>{_MONTH}){W}
      (?:月(?:份|底|末)?(?:{W}(?P<d2>{_DAY}){W}日)?|(?!{D}|[.．年月]))
    )(?:{W}[两{_CN}]个?年间|期间|间(?![隔断]))?""",
    re.X,
)
LIST = re.compile(
    rf"{YEAR}{W}年?(?:(?:、|[和及与]|以及|(?<={D})[,，])(?={YEAR}){YEAR}{W}年?){{0,12}}"
    rf"(?:、|[和及与]|以及|(?<={D})[,，]){YEAR}{W}(?:年度?(?!{W}{_MONTH}{W}月)|(?=[两{_CN}]个?年)[两{_CN}]个?年)(?!级)"
)
YEARS_IN_LIST = re.compile(YEAR)
_UNSAID = "(?=(?:[全我][县市区省州旗]|[县市区省州旗]委?)(?:教育|教体|教科))"
"""2020县教育局工作总结, 2023我市教育…: titles leave 年 out."""
COHORT = re.compile(rf"(?P<y>{YEAR})(?P<what>届|级(?![别联])|版|卷(?=[)）》]|[ \u3000])|新版|行动|(?=[》”]|远景|愿景))")
RELATIVE = "今年|本年|去年|上年|上一年|前年|明年|下年|下一年|后年|当年|同年|该年|次年|翌年"
SINGLE = re.compile(
    rf"(?:(?P<y>{YEAR})(?:{W}年|{_UNSAID})|(?P<word>(?<!基础)(?:{RELATIVE}))(?![级龄均段限青]))(?:{W}度(?![过假]))?{_TAIL}{_RELATION}",
    re.X,
)
MONTH = re.compile(
    rf"(?={_MONTH}{W}(?:月|{SEP}{_MONTH}{W}月))(?!十[一二]?月|[{_CN}]月(?!份|[底末初]|[上中下]旬|{_DAY}日)){_TAIL}"
    rf"(?![龄薪均嫂租票饼刊供]){_RELATION}",
    re.X,
)
REDACTED = re.compile(rf"[12１２]{D}{{0,3}}(?:年{D}{{1,2}})?(?={W}[(（]略[)）])|[12１２]{D}{{1,2}}[*＊×xXＸ]{{1,2}}年")

_COUNT = rf"(?:{D}{{1,3}}|[{_CN}两十几数百半]{{1,4}})"
_UNIT = "学年|学期|周年|年|月|季度|星期|周|工作日|天|日"
_LENGTH_END = (
    "以来|来(?![源自到临访])|间(?![隔断])|里(?![程面])|以内|之内|内(?![部容涵])|以前|之前|前(?![三两])|之后|以后|后(?![备勤续进])"
    "|左右(?:的)?时间|的?时间|期间|一个?周期|一轮|人均|如一日|教龄|工龄"
)
LENGTH = re.compile(
    rf"(?P<n>{_COUNT})(?P<more>[多余来几])?(?:{W}(?:个?(?:{_UNIT}))?{SEP}(?P<n2>{_COUNT}))?(?P<more2>[多余几])?"
    rf"{W}个?(?P<unit>{_UNIT})(?P<more3>多)?(?P<end>{_LENGTH_END})?"
)
DAY = re.compile(
    rf"(?<![0-9０-９月.．])(?P<d>{_DAY})[日号](?=[,，]|(?:早晨|清晨|上午|中午|下午|傍晚|晚|凌晨|从|在|向|举行|召开|发布|介绍|电[(（,，]|讯|起|至{D}))"
)
"""A day that names no month: 教育部23日举行新闻发布会."""
_MONTH_DAY = rf"(?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]{D}|3[01])"
LISTED_DAY = re.compile(
    rf"(?<=[(（]){_MONTH_DAY}(?=[)）](?:\s|$))|(?<=[ \t\u3000][\[【]){_MONTH_DAY}(?=[\]】]\s*(?:\n|$))|(?<=[\[【]){_MONTH_DAY}(?=[\]】]\s?[一-鿿“《])|(?:(?<=[一-鿿”》]{{4}}[ \t\u3000])|(?<=[\]】][ \t\u3000])){_MONTH_DAY}(?=\s*(?:\n|$))"
    rf"|(?<=[ \t\u3000]){_MONTH_DAY}[ \t\u3000]{_HHMM}(?=\s*(?:\n|$))"
)
"""The day of a page in a list of links: 某小学举行开学典礼 (09-04), [09-04] 某小学举行开学典礼, 某小学举行开学典礼 09/04; of a post, with its time, at the
end of a line."""

SEASONS = re.compile(
    rf"(?P<y>{YEAR}){W}年(?P<s>[春秋])季?(?:学期)?{SEP}(?:(?P<y2>{YEAR}){W}年|(?P<next>次年|翌年))(?P<s2>[春秋])季?(?:学期)?"
)
"""2019年秋至2020年春: from the first day of one term to the last of another."""

FIVE_YEARS = re.compile("[五5５]年(?:以来|来(?![源自到临访])|间(?![隔断])|(?=累计|共|合计))")
PAST_YEAR = re.compile("一年(?:以)?来(?![源自到临访])")

LENGTH_PREFIX = re.compile(
    r"(?:(?P<past>最近|近|过去的?|过往|这)|(?P<future>未来|今后的?|接下来的?)|(?P<run>连续(?:第)?)"
    r"|(?P<use>利用|用|为期|历时|历经|再过|耗时|从教|任教|执教|从业|入职|坚守|扎根|支教|工作|教龄)(?:已|了|已有|已经|满|近|超|超过|约)?"
    r"|(?P<each>每|一个)|(?P<part>(?<![学提之以])前|(?<![今以之最])后|头|第))$"
)

PER_LENGTH = re.compile(rf"(?:不少于|不低于|累计)?{W}{D}+(?:个)?(?:学时|课时)")
_STEP = r"(?:(?!翻)[\u4e00-\u9fff]){1,5}"  # 5年翻两番 states a growth
SLOGAN = re.compile(rf"(?:{D}{{1,2}}年{_STEP}[、，,]){{1,8}}{D}{{1,2}}年(?={_STEP})")
CLOCK = re.compile(
    rf"(?:{_HHMM}|(?<=[午晨晚早日上中]){_OCLOCK}|{_OCLOCK}(?={SEP}{D}|整|许|才)|{D}{{1,2}}{W}[时点]{W}{D}{{1,2}}{W}分(?![钟之数制值]))(?:{SEP}(?:次日|下午|晚上?)?(?:{_HHMM}|{_OCLOCK}))?"
)
CLOCK_CONTEXT = re.compile(
    r"(?:[上下中]午|凌晨|早晨|早上|晚上|晚|早|夜里?|[日号)）]|时间[:：为]?|截至|截止|[早午晚]餐|[早晚]自[习修]|[早晚]读|午[休睡]|[上放]学|[入离]园|到校|第[一二三四五六七八]节|起床|就寝|熄灯|结束|(?:[写学忙熬睡]|(?:作业|功课)做)[到至]|(?:延时|延长|开放|持续|服务)[到至])[ \t\u3000]?$"
)
WEEKLY_CLOCK = re.compile(
    rf"(?:[一二三四五六日天])?(?:[上下中]午|早上|晚上|晚)?{_OCLOCK}|[一二三四五六日天](?:[上下]午)?"
)

PREFIX = re.compile(
    r"(?P<cutoff>截至到?|截止到?|截至至)$"
    r"|(?:^|[^高升降加长达大少得前迟遇看提来伸跃想谈回溯碰直])(?P<until>到|至)$"
    r"|(?:^|[^来出各亲独私擅])(?P<since>自从?|从)$"
    r"|(?P<than>(?:^|[^占配备生师重班别成均])比|较|相比于?|相较于?|对比|同比|高于|低于|优于|好于|多于|少于|超过)(?:于)?$"
)
"""What may stand before a date and say how it is meant; matched against the few characters before it."""

CAMPAIGN = re.compile("(?:规划|计划|攻坚|行动|实施)期(?:间|内|(?P<end>末))")
"""The time of the plan that a document is; only the document says which."""

AIMS = r"(?:主要|具体|预期|总体|工作|发展){0,2}目标值?(?:[(（][^()（）]{1,6}[)）])?(?:为|如下)?\s?(?:[:：]|—{1,2})"
"""2025年目标值(部分):, 2025年主要目标如下：: the year is the one on whose last day shall be so what follows."""
REPORTED = re.compile(
    r"(?:全|过去的?一)年(?![级龄均段限青]|按|在校)(?:度(?![过假]))?|(?:[年岁]末|年[底终])(?=[,，、“]|[\u4e00-\u9fff])(?![考奖])(?P<end>)"
    r"|年内(?![部容涵外])(?P<within>)|年初(?![中一二三级步]|(?:既定|设定|确定|下达)?的?(?:目标|预算|计划|任务))(?P<begin>)(?P<rel>(?:水平)?相比(?:较)?)?"
)
"""全年, 年末, 年内, 年初: of the year that a paper reports on, which only its title, a heading or an opening says."""

YEAR_WORD_BARRED = frozenset("以过今之最已")
HELD = frozenset({"现有", "现存", "现保留"})
NOW_BARRED = frozenset("发出实表呈体涌展兑再")


@dataclass(frozen=True)
class Words:
    """reference/times.yaml, looked up by the word as printed."""

    kind: Mapping[str, str]
    relative: Mapping[str, int]
    relative_to_report: frozenset[str]
    carried: Mapping[str, int]
    plans: Mapping[str, int]
    events: Mapping[str, date]
    running: re.Pattern[str]
    trigger: Sweep
    plan: re.Pattern[str]
    event: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists and the patterns made of them; read once."""
    data = load("times.yaml")
    kind = {word: name for name in ("now", "vague", "recurring", "comparison") for word in data[name]}
    events = {name: on if isinstance(on, date) else date.fromisoformat(str(on)) for name, on in data["events"].items()}
    plans = {str(name): int(year) for name, year in data["plans"].items()}
    return Words(
        kind=kind,
        relative=data["relative_years"],
        relative_to_report=frozenset(data["relative_to_report"]),
        carried=data["carried_years"],
        plans=plans,
        events=events,
        running=re.compile(
            rf"(?:共|累计|总计|一共|合计|间|全[市县区省州])?(?:面向[一-鿿]{{2,3}})?(?:公开)?[,，]?(?:共|累计|规划|计划)?总?(?:{alternation(data['running'])})"
        ),
        trigger=Sweep(_trigger(kind, events)),
        plan=_plan_pattern(plans),
        event=re.compile(
            f"(?P<event>{alternation(events)})(?:胜利)?(?:召开|精神)?"
            "(?P<rel>以来|至今|以后|之后|后(?![期备勤续])|之前|以前|前夕|前(?![后期])|之时|时(?![代期候常刻段间]))"
        ),
    )


def _trigger(kind: Iterable[str], events: Iterable[str]) -> str:
    """Branches end in an empty group whose name says what begins here; none begins with a group."""
    numbers = rf"(?={W}(?:个?(?:周?年|月|季度|星期|学[年期]|周|工作日)|[多余来几]|[天日时点]|[-－—–―~～至到:：∶]|/[0-3]{D}(?:[\s)）\]】]|$)))"
    quoted = '[“"‘「『](?=[一二三四五六七八九十]{1,3}五[”"’」』]|[一二三四六七八九十]五)'
    branches = [
        rf"[12１２一二][09０９九〇零○OＯ]{_YEAR_END}(?P<year>)",
        rf"[2２]{D}{{0,2}}(?={W}[(（]略[)）]|[*＊×xXＸ]{{1,2}}年)(?P<redacted>)",
        rf"{D}{{1,2}}(?=[.]{D}{{1,2}}[.]{YEAR}(?!{D}|{W}年))(?P<dayfirst>)",
        rf"{D}{{1,3}}{numbers}(?P<number>)",
        "[前第一二三四](?=[一二三四]?个?季度)(?P<quarter>)",
        rf"[{_CN}两十几数百半]{{1,4}}(?=[多余]?个?(?:年|月|学[年期]|季度))(?P<number_zh>)",
        rf"{quoted}(?P<plan>)",
        "十[一二三四五]五(?=期间|以来|时期|末|期末|规划|收官|开局)(?P<plan_bare>)",
        "[今去上前明后本当同次翌该下](?=一?年)(?P<relative>)",
        "[本上下新秋春](?=季?学[年期]|季[拟将]|季计划|季预计)(?P<term>)",
        "[上下](?=半年)(?P<half>)",
        "[12１２上本](?=[0-9０-９]?世纪)(?P<century>)",
        "以来(?P<since>)",
        "年(?=底前|末前|底[完实达建力全])(?P<year_end>)",
        "[全年岁](?=年|末|底|终)(?P<reported1>)",
        "过去的?一(?=年)(?P<reported2>)",
        "年(?=[内初])(?P<reported3>)",
        "今(?=[春秋](?!天))(?P<season>)",
        "[规计攻行实](?=[划坚动施]期[间内末])(?P<campaign>)",
        *(f"{word}(?P<word{i}>)" for i, word in enumerate(_grouped(kind))),
        *(f"{word}(?P<event{i}>)" for i, word in enumerate(_grouped(events))),
    ]
    return rf"(?!(?:截?至|迄)今年)(?:{'|'.join(branches)})"  # 截至今年9月 holds no 至今


def _grouped(items: Iterable[str]) -> list[str]:
    """One branch for each first character, longest word first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in items:
        by_first[word[0]].append(word[1:])
    return [f"{first}(?:{alternation(rest)})" for first, rest in by_first.items()]


def _plan_pattern(plans: Mapping[str, int]) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<open>[“\"‘「『])?(?P<plan>{alternation(plans)})(?(open)[”\"’」』])"
        "(?:规划)?(?P<rel>以来|期间|时期|时间|期末|末期|期内|末|收官之年|开局之年|初(?![步中])|(?:前|头)(?P<first>[一二三四两])年)?"
    )


CENTURY = re.compile(
    rf"(?:(?P<c>{D}{{2}}|[二十一]{{2,3}})世纪|(?P<rel>上|本)世纪)(?P<decade>[2-9２-９][0０]|[{_CN}]十)年代"
)
THIS_SEASON = re.compile("今(?P<season>[春秋])(?:季?(?:新?学[期段]))?(?:开学)?(?![风雨耕收播游种粮])")
TERM = re.compile(
    r"(?:(?P<which>本|上一?|下一?|新)(?P<unit>学年|学期)|(?P<season>[秋春])(?:季?学期|季(?=[拟将]|计划|预计)))(?P<rel>(?:同期)?相比(?:较)?)?(?!间)"
)
HALF = re.compile(rf"(?:(?P<half>[上下])半年|(?:前(?P<first>[{_CN}两])个?|第?(?P<quarter>[一二三四1-4１-４]))季度)")
