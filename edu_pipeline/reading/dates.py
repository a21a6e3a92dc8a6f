"""Printed dates: 2021-04-12, 2021年4月 1日, 30.08.2017, 2021 06/24 10:33, 2012年/11月/6日, 二〇二一年一月十五日.

What belongs here: reading a full date (year, month, day) that stands alone or after a label.  What does not: times in
running text (language/periods).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from edu_pipeline.reading.lines import has_digit
from edu_pipeline.reading.words import DIGIT, SPACES

_S = rf"{SPACES}{{0,2}}"
_HAN = "[〇○零ＯO0一二三四五六七八九]"
_DAY = "[一二三四五六七八九十廿卅]"
_ARABIC = rf"(?P<y>{DIGIT}{{4}}){_S}(?P<sep>[-/.年－．])(?P<m>{_S}{DIGIT}{{1,2}}){_S}(?:(?P=sep)|月)(?P<d>{_S}{DIGIT}{{1,2}}){_S}(?:日|号)?(?!{DIGIT})"
_DAY_FIRST = rf"(?P<dd>{DIGIT}{{1,2}})\.(?P<dm>{DIGIT}{{1,2}})\.(?P<dy>(?:19|20){DIGIT}{{2}})(?!{DIGIT}|年)"
_YEAR_APART = rf"(?P<ay>(?:19|20){DIGIT}{{2}}){SPACES}{{1,3}}(?P<am>{DIGIT}{{1,2}})/{_S}(?P<ad>{DIGIT}{{1,2}})(?={SPACES}{{1,3}}{DIGIT}{{1,2}}:{DIGIT}{{2}})"
_FILED = rf"(?P<fy>(?:19|20){DIGIT}{{2}})年[/／](?P<fm>{DIGIT}{{1,2}})月[/／](?P<fd>{DIGIT}{{1,2}})日"
"""某某日报/2012年/11月/6日/第002版: as a library of newspapers files its pages."""
_SHORT_YEAR = rf"(?<![-/.])(?P<sy>[0-2]{DIGIT})-(?P<sm>{DIGIT}{{2}})-(?P<sd>{DIGIT}{{2}})(?={SPACES}{{1,3}}{DIGIT}{{1,2}}:{DIGIT}{{2}})"
"""12-07-30 08:51: a year of two digits, where a clock stands behind the day."""
_CHINESE = rf"(?P<hy>[一二]{_HAN}{{3}}){_S}年{_S}(?P<hm>{_DAY}{{1,3}}){_S}月{_S}(?P<hd>{_DAY}{{1,4}}){_S}[日号]"
DATE = re.compile(
    f"(?<!{DIGIT})(?:{_ARABIC}|{_YEAR_APART}|{_FILED}|{_SHORT_YEAR}|{_CHINESE}|(?<![{DIGIT[1:-1]}.]){_DAY_FIRST})"
)
_CLOCK = rf"(?:[T{SPACES[1:-1]}]{{0,3}}{DIGIT}{{1,2}}[:：]{DIGIT}{{2}}(?:[:：]{DIGIT}{{2}})?)?"
_WEEKDAY = r"(?:[ \u3000]*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?"
_LONE = re.compile(
    rf"[(（\[【—\-]{{0,2}}{_S}(?:{DATE.pattern}){_WEEKDAY}{_CLOCK}{_WEEKDAY}{_S}(?:发布|公布|印发)?[)）\]】]?", re.ASCII
)
_OPENS = frozenset("0123456789０１２３４５６７８９一二(（[【—- \t\u3000\xa0")
"""What a line that is a date can begin with."""
_LONE_MONTH = re.compile(
    rf"[(（\[【—\-]{{0,2}}{_S}(?:(?P<y>{DIGIT}{{4}}){_S}年{_S}(?P<m>{DIGIT}{{1,2}}){_S}月"
    rf"|(?P<hy>[一二]{_HAN}{{3}}){_S}年{_S}(?P<hm>{_DAY}{{1,3}}){_S}月){_S}[)）\]】]?"
)
ADDRESS = re.compile(r"https?://[\x21-\x7e]+")
_STAMPED = re.compile(
    rf"[^。,，;；!！?？:：]{{2,36}}[ \u3000|]{DATE.pattern}[ \u3000]{{1,3}}{DIGIT}{{1,2}}[:：]{DIGIT}{{2}}(?:[:：]{DIGIT}{{2}})?(?:[ \u3000]{{1,3}}[一-鿿]{{2,3}})?"
)
"""Also with the place that a post was sent from: 原创 某某教育 2022年1月12日 18:30 甘肃."""
_GIVEN = re.compile(
    rf"[—\-(（ \u3000]*(?:{DATE.pattern})[^。,，]{{0,60}}(?:会议|大会|全会|会)(?:上|(?:文件|材料)[^)）。]{{0,8}})?[)）]?"
)
_HAN_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("○零ＯO0", "0")
FIRST_YEAR, LAST_YEAR = 1949, 2100


def may_hold_date(text: str) -> bool:
    """Whether a text holds what no date lacks."""
    return "年" in text or has_digit(text)


def read_date(text: str) -> date | None:
    """The first date of a text, None when there is none or it is not in the calendar."""
    found = DATE.search(text)
    return _value(found) if found else None


def lone_month(text: str) -> date | None:
    """The last day of the month that a line names and nothing else (二〇一一年十二月): what it says was so by then."""
    found = _LONE_MONTH.fullmatch(text) if len(text) <= 30 else None
    if not found:
        return None
    first = _value(found, 1)
    return None if first is None else first.replace(day=monthrange(first.year, first.month)[1])


def lone_date(text: str) -> date | None:
    """The date of a line that holds nothing else (brackets, a weekday and a clock time are allowed)."""
    if len(text) > 60 or text[:1] not in _OPENS:
        return None
    found = _LONE.fullmatch(text)
    return _value(found) if found else None


def stamped(text: str) -> bool:
    """Whether a short line ends in a date with a clock time and is no prose (原创 某某教育 2022-01-12 18:30)."""
    return len(text) <= 60 and _STAMPED.fullmatch(text) is not None


def given_on(text: str) -> date | None:
    """The date of a line under a report's title that says when it was given (——2021年1月26日在…会议上)."""
    if len(text) > 100 or "月" not in text:
        return None
    found = _GIVEN.fullmatch(text)
    return _value(found) if found else None


def _value(found: re.Match[str], day: int | None = None) -> date | None:
    """`day` stands in for the day of a match without one."""
    names = next(
        (
            n
            for n in (("y", "m", "d"), ("ay", "am", "ad"), ("fy", "fm", "fd"), ("dy", "dm", "dd"), ("sy", "sm", "sd"))
            if found.groupdict().get(n[0])
        ),
        None,
    )
    if names:
        year, month = int(found[names[0]]) + (2000 if names[0] == "sy" else 0), int(found[names[1]])
        day = day or int(found[names[2]])
    else:
        year = int("".join(_HAN_DIGITS[c] for c in found["hy"]))
        month = _han(found["hm"])
        day = day or _han(found["hd"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _han(numeral: str) -> int:
    """A month or a day in Chinese numerals; 0, which no calendar has, when it is none."""
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = numeral.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 0
    digit = {c: i for i, c in enumerate("一二三四五六七八九", 1)}
    return (digit.get(tens, 1 if not tens else 0) * 10 if ten else 0) + digit.get(ones, 0)
