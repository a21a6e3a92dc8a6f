"""The lines of a text, with their place.

What belongs here: cutting a text into lines and what can be told from one line alone: its width, whether its sentence
ends, whether it begins a list item, whether it ends as titles do.  What does not: what the line is for (furniture, labels, blocks).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from edu_pipeline.reading.words import one_of

COMMAS = ",，、"
STOPS = "。!?！？…"
ENDS = STOPS + ";；:："

_PAIRS = (("“", "”"), ("《", "》"), ("(", ")"), ("（", "）"), ("「", "」"), ("【", "】"))
_LOOK_BACK = 60
_CLOSERS = "”’』」》】)）]〕\"'"
_REMARK = re.compile(r"[。!?！？;；…][ \u3000]?[(（\[【][^()（）\[\]【】]{1,150}[)）\]】]$")
NUMERAL = "[一二三四五六七八九十百]"
MARKER = re.compile(
    rf"(?P<hash>#{{1,6}})(?=[\s\u3000])|(?P<chapter>第(?:{NUMERAL}{{1,4}}|\d{{1,3}})[章节篇编]|第{NUMERAL}{{1,4}}部分)"
    rf"|(?P<han>{NUMERAL}{{1,3}}[、.．])|(?P<paren>[(（](?:{NUMERAL}{{1,3}}|\d{{1,2}})[)）])"
    r"|(?P<digit>\d{1,2}(?:[.．](?!\d)|[.．](?=(?:19|20)\d\d年)|、)|\d{1,2}[)）])|(?P<ring>[①-⑳])"
)
_ITEM = re.compile(
    rf"(?:\d{{1,3}}[#楼](?=[ \u3000\xa0])|[回答]复[:：]|——|--|[●•■◆▲★※○◎➤►·*]\s?|{NUMERAL}{{1,2}}是(?!否)|(?:第{NUMERAL}|其{NUMERAL})[,，、])"
)


@dataclass(slots=True)
class Line:
    """A line with something on it: its characters without the white space around, `text[start:end]`.

    `blank`: empty lines before it; `indent`: characters of white space it begins with.
    """

    index: int
    start: int
    end: int
    text: str
    blank: int
    indent: int

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def width(self) -> int:
        """Columns on a page: a Chinese character takes two."""
        return 2 * len(self) if len(self) > 400 else sum(2 if c > "\u2000" else 1 for c in self.text)


def split_lines(text: str) -> list[Line]:
    """Every line that is not blank, in order."""
    lines: list[Line] = []
    at = blank = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = at + indent
            lines.append(Line(len(lines), start, start + len(stripped), stripped, blank, indent))
            blank = 0
        else:
            blank += 1
        at += len(raw)
    return lines


def marker(text: str) -> tuple[str, str] | None:
    """Which sort of numbered heading or item a line begins with, and the marker: ('han', '一、')."""
    found = MARKER.match(text)
    return (found.lastgroup or "", found.group()) if found else None


def bare(text: str) -> str:
    """A heading without its marker."""
    found = MARKER.match(text)
    return text[found.end() :].strip() if found else text


def begins_item(text: str) -> bool:
    """Whether a line can only be the beginning of a paragraph."""
    return MARKER.match(text) is not None or _ITEM.match(text) is not None


_ASCII_STOP = re.compile(r"[一-龥%％)）”]\.$")


def ends_sentence(text: str) -> bool:
    """Whether the line's sentence is over; a colon and a semicolon close a line too, and so does 。(…)."""
    tail = text[-200:].rstrip()
    closed = tail.rstrip(_CLOSERS)
    if closed and (closed[-1] in ENDS or (closed[-1] == "." and _ASCII_STOP.search(closed))):
        return True
    return tail.endswith((")", "）", "]", "】")) and _REMARK.search(tail) is not None


def ends_open(text: str) -> bool:
    """Whether the line breaks off at a comma or a dash."""
    return text[-1:] in COMMAS or text.endswith(("—", "－"))


LISTED = 90
"""Characters that a line of a list of pages has at most."""
DAY_APART = r"[ \t\u3000\xa0]{2,}[(（\[]?(?:(?P<y>(?:19|20)\d\d)[-/.])?(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})[)）\]]?"
_DAY_APART = re.compile(f"{DAY_APART}$")


def is_dated(text: str) -> bool:
    """Whether the line is one of a list of pages, which ends in the day of its page: 某县新建小学6所    2024-12-26."""
    return text[-1:] in "0123456789)）]" and len(text) <= LISTED and _DAY_APART.search(text) is not None


def is_unclosed(text: str) -> bool:
    """Whether a quotation, a bracket or a title is opened and not closed at the end of the line."""
    tail = text[-_LOOK_BACK:]
    return any(tail.rfind(opener) > tail.rfind(closer) for opener, closer in _PAIRS)


def is_title(text: str) -> bool:
    """Whether a line ends as the names of papers do."""
    return _title().search(text[-60:]) is not None


@cache
def _title() -> re.Pattern[str]:
    return re.compile(
        rf"{one_of('titles')}[》”]?(?:[(（][^()（）]{{1,40}}[)）]){{0,2}}(?:(?:公开)?征求意见稿|送审稿)?(?:摘登|摘要|摘编|摘录|节选)?$"
    )


_SET_APART = re.compile(r"(?<!\S)\S(?:[ \u3000\xa0]\S){4,}(?!\S)")
_HAN = re.compile("[一-鿿]")


def closed_up(text: str) -> str:
    """A line whose characters are set apart by blanks, as titles are (关 于 开 学 的 通 报), without them."""
    return _SET_APART.sub(lambda m: "".join(m[0].split()) if 3 * len(_HAN.findall(m[0])) > len(m[0]) else m[0], text)


def has_stop(text: str) -> bool:
    """Whether a sentence ends within the line."""
    return holds(text, "。；;") or holds(text[:-1], "!?！？")


def holds(text: str, characters: str) -> bool:
    """Whether one of the characters stands in a text."""
    for character in characters:  # noqa: SIM110  asked of every line, many times: a generator costs thrice as much
        if character in text:
            return True
    return False


def has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
