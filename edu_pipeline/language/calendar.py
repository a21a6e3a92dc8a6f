"""Days and spans of days: what a year, a month, a quarter, a term or a decade is.

What belongs here: arithmetic on dates, after the rules of the annotation guide (a school year runs from 1 September
to 31 August, a season stands for the day its term opens).  What does not: words and their forms (periods_grammar).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date | None, date | None]
"""First and last day, inclusive; None where the day is not known."""

UNKNOWN: Span = (None, None)
FIRST_YEAR, LAST_YEAR = 1900, 2100

SEASON_OPENS = {"春": (3, 1), "夏": (6, 1), "秋": (9, 1), "冬": (12, 1)}
"""The day that a season's term opens (2023年秋季 is 2023-09-01)."""

SEASON_CLOSES = {"春": (6, 30), "秋": (1, 31)}
"""The day that a term ends, of the year after where it began in autumn (2022年春季学期末 is 2022-06-30)."""

_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○OＯ", "0") | {"两": "2"}
_DIGITS |= {c: str(i) for i, c in enumerate("０１２３４５６７８９")}


def number(text: str) -> int | None:
    """A whole number below a hundred, or digit by digit (十二, 二〇二三, 25, ２５); None when it is none."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if ten:
        head = 1 if not tens else _by_digit(tens)
        tail = 0 if not ones else _by_digit(ones)
        return None if head is None or tail is None or max(head, tail) > 9 else head * 10 + tail
    return _by_digit(text)


def _by_digit(text: str) -> int | None:
    digits = "".join(_DIGITS.get(c, c) for c in text)
    return int(digits) if digits.isdecimal() else None


def day(year: int | None, month: int, of_month: int) -> date | None:
    """The day, or None where the calendar has none such or the year is unknown or out of bounds."""
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    return date(year, month, of_month) if 1 <= of_month <= monthrange(year, month)[1] else None


def twice(on: date | None) -> Span:
    return on, on


def year_span(year: int | None) -> Span:
    return day(year, 1, 1), day(year, 12, 31)


def month_span(year: int | None, first: int, last: int | None = None) -> Span:
    """From the first day of month `first` to the last day of month `last`."""
    last = first if last is None else last
    if year is None or not (1 <= first <= last <= 12) or not FIRST_YEAR <= year <= LAST_YEAR:
        return UNKNOWN
    return day(year, first, 1), day(year, last, monthrange(year, last)[1])


def month_part(year: int | None, month: int, part: str) -> Span:
    """初 and 底 are a day, 上旬, 中旬 and 下旬 a third of the month."""
    first, last = month_span(year, month)
    if part == "初":
        return twice(first)
    if part in ("底", "末"):
        return twice(last)
    if part == "上旬":
        return first, day(year, month, 10)
    if part == "中旬":
        return day(year, month, 11), day(year, month, 20)
    return day(year, month, 21), last


def school_year(first: int | None, term: str | None = None) -> Span:
    """The school year that begins in autumn of `first`; its term where one is named (一/上 or 二/下)."""
    if first is None:
        return UNKNOWN
    if term and term in "一上1":
        return day(first, 9, 1), day(first + 1, 1, 31)
    if term:
        return day(first + 1, 2, 1), day(first + 1, 8, 31)
    return day(first, 9, 1), day(first + 1, 8, 31)


def years_before(on: date | None, years: int) -> date | None:
    """近5年 reaches back from `on` by so many years; 29 February falls on the 28th."""
    if on is None:
        return None
    year = on.year - years
    return day(year, on.month, on.day) or day(year, on.month, on.day - 1)


def months_before(on: date | None, months: int) -> date | None:
    if on is None:
        return None
    index = on.year * 12 + on.month - 1 - months
    year, month = index // 12, index % 12 + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return day(year, month, min(on.day, monthrange(year, month)[1]))


def before(on: date | None) -> date | None:
    return None if on is None or on == date.min else on - timedelta(days=1)


def ordered(span: Span) -> Span:
    """The span, or nothing known where it would end before it begins."""
    first, last = span
    return UNKNOWN if first is not None and last is not None and first > last else span
