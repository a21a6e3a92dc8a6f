"""The page around the text: which lines are furniture.

What belongs here: the grammar of a site's lines (menus, sharing, counters, footers), page numbers and lists of other
pages.  What does not: the words (reference/furniture.yaml), labelled values (labels) and contents pages (contents).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edu_pipeline.reading.lines import Line, ends_sentence, has_digit, has_stop, holds
from edu_pipeline.reading.words import alternatives, one_of, words

_SHORT = 90
_LONG_BODY = 60
_ITEM = 12
_MENU_ENTRY = 10
_DECORATION = " \t\u3000\xa0|·•>»›《》<«[]【】()（）:：↑↓←→▲▼△▽■□◆★☆+…-—_\u200b\ufeff"
_PAGE_NUMBER = re.compile(
    r"[-—–－·~]\s?\d{1,4}\s?[-—–－·~]|第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?|\d{1,4}\s?/\s?\d{1,4}(?:\s?页)?"
    r"|[Pp]age\s?\d{1,4}(?:\s?of\s?\d{1,4})?|共\s?\d{1,4}\s?页|[<(（\[]\s?\d{1,3}\s?[>)）\]]"
    r"|\d{1,3}[ \t\u3000]+[一-鿿]{2,12}年鉴|[一-鿿]{2,12}年鉴[ \t\u3000]+\d{1,3}",
)
"""- 3 -, 第3页, and beside it the name of the book (188　某某年鉴)."""
_URL = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+", re.I)
_WORD = re.compile(r"[^\W_]")
_PAGER = re.compile(
    r"[\[【(（]?(?:(?:[首尾末]页|最后一页|[上下]一?页|原图|跳转|到?第|页|共\s?\d{1,5}\s?[条页篇]|\d{1,4}+(?!\d)|\.{2,}+|…++|[:：/|>»\[\]【】]|[ \t\u3000])){3,40}[\])）】]?"
)
"""1 2 3 ... 17 下一页 末页 共333条, [原图:1 / 3] [下一页]: the way to the other pages of a list.  Each piece has one way to be matched, for
a row of digits or dots is tried in all of them."""
_TO_NEXT = re.compile("[上下]一?页|最后一页|末页")
_DAY_OF_LINK = r"(?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01])"
_LINK = re.compile(
    rf"[·•■◆>»\-]?\s?[\[(（【]{_DAY_OF_LINK}[\])）】]\s?[^。;；]{{4,60}}|[·•■◆>»]\s?[^。;；]{{4,60}}[ \t\u3000]+{_DAY_OF_LINK}"
)
"""[04-01] 某某的通知, ·某某启动 03/10: another page of the site with its day."""
_BARS = re.compile(r"[ \t\u3000|｜┊│丨]+")
_PUBLIC_NOTE = re.compile(r"[(（【\[]\s?此件[^()（）]{0,20}[)）】\]]")
_COUNTER = re.compile(
    r"[(（]?(?:已?有?\d{1,9}\s?[人次](?:阅读|浏览|访问|点击)|(?:(?:今日|昨日|本月|累计|总)?(?:浏览|阅读|点击|访问|点赞|在看|转发|分享|评论|收藏|赞|人气)(?:量|数|次数|人数|总数|总量)?\s?[:：]?\s?\d{1,9}\s?[次万+]*\s*[|丨·]?\s*){1,6})[)）]?"
)

_AT_THE_PAGE = ("正文", "详细内容", "浏览文章")
_TRAIL = re.compile(
    rf"[^>＞。，,;；]{{2,16}}(?:(?:\s?[>＞]{{1,2}}\s?[^>＞。，,;；]{{2,40}})+|(?:\s?[>＞]){{1,3}}\s?{alternatives(_AT_THE_PAGE)})"
)
_COUNTS_BELOW = re.compile(r"(?:浏览|点击|阅读|访问)(?:量|数|次数|率)?\s?[:：]$")
_COUNT = re.compile(r"\d{1,9}\s?[次人]?")


def is_counter(above: str, text: str) -> bool:
    """Whether a line is the number that a page's counter in the line above announces: 浏览: / 1874次."""
    return _COUNT.fullmatch(text) is not None and _COUNTS_BELOW.search(above) is not None


def trail(text: str) -> list[str]:
    """The steps of a line that can be the way to a page: 某省频道 >> 某某教育云 >> 质量监测; none where it cannot."""
    if _TRAIL.fullmatch(text) is None:
        return []
    return [step for part in re.split("[>＞]", text) if (step := part.strip())]


def is_trail(text: str) -> bool:
    """Whether a line can only be the way to a page: 某某网 > 新闻 > 滚动报道, 某某网 > > 正文."""
    steps = trail(text)
    return len(steps) > 2 or (len(steps) > 1 and steps[-1] in _AT_THE_PAGE)


def is_furniture(text: str) -> bool:
    """Whether a line is furniture by itself, wherever it stands."""
    if len(text) > 2 * _SHORT:
        return False
    core = text.strip(_DECORATION)
    if not core or not _WORD.search(core):
        return "*" not in text or not core.strip("*＊ ")
    if core in _lines() or _PAGE_NUMBER.fullmatch(text) or _COUNTER.fullmatch(text) or _is_link(text):
        return True
    if len(text) > _SHORT and "Copyright" not in text and "ICP" not in text:
        return False
    if _has_prose(text):
        return False
    return _starts(text) or _starts(core) or _within().search(text) is not None or _is_address(text) or is_menu(text)


def is_menu(text: str) -> bool:
    """Whether a line is a site's menu: at least four short entries set apart, of which a third are known ones."""
    if has_digit(text) or holds(text, "。,，;；:："):
        return False
    entries = [entry for entry in _BARS.split(text.strip(_DECORATION).replace("首 页", "首页")) if entry]
    known = sum(entry in _menu() for entry in entries)
    return len(entries) >= 4 and max(map(len, entries)) <= _MENU_ENTRY and known >= 2 and 3 * known >= len(entries)


def _is_link(text: str) -> bool:
    """Whether a line only leads to other pages of the site."""
    if not has_digit(text) or len(text) > _SHORT:
        return False
    pager = _TO_NEXT.search(text) is not None and _PAGER.fullmatch(text) is not None
    return pager or _LINK.fullmatch(text) is not None


def is_page_mark(text: str) -> bool:
    """Whether a text can only be the number of a page (- 3 -, 第3页, 3/12)."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def is_rights(text: str) -> bool:
    """Whether a line of at most 300 characters forbids or limits the redistribution of this text."""
    if len(text) > 300:
        return False
    either, plain, forbids, deeds, certain = _rights()
    if not either.search(text):
        return False
    return certain.search(text) is not None or (
        plain.search(text) is not None and forbids.search(text) is not None and deeds.search(text) is not None
    )


def breaks_off(text: str) -> bool:
    """Whether a line says that the rest of the text is kept back (试读已结束, 登录后查看)."""
    return len(text) <= 60 and not ends_sentence(text[:-1]) and _breaks_off().search(text) is not None


def closes(text: str) -> bool:
    """Whether a paragraph, or its last line, stands under a text and is no part of it: 编辑:…, 制表:…  复核:…, (邮箱:…), 老教师:…
    09-09 20:07."""
    if _CREDITS.match(text):
        return True
    line = text.rstrip().rpartition("\n")[2]
    if len(line) > _LONGEST_CLOSING or ends_sentence(line):
        return False
    return _STAMPED.search(line) is not None or any(word in line for word in words("closing"))


_CREDITS = re.compile(
    r"[一-龥]{2,8}\s?[:：]\s?\S{0,24}\s+[一-龥]{2,8}(?:\s?[:：]|\s\d)|\[\d{1,2}\]\s?[^\s\[]"
    r"|(?:[主抄报分发]送|印发|编辑|责编|校对|审核|核稿|签发|联系人|联系电话)\s*[:：]"
)
_LONGEST_CLOSING = 120
_STAMPED = re.compile(r"(?:…|[ \t\u3000\]】])\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d\d)?$")
"""The day of an entry in a list of pages or answers."""


def page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines that are bare numbers and count up by one, at least three of them: the numbers of pages."""
    found: set[int] = set()
    run: list[int] = []
    last = 0
    for line in lines:
        if len(line) > 4 or not (line.text.isascii() and line.text.isdigit()) or line.text.startswith("0"):
            continue  # 01, 02 number sections
        number = int(line.text)
        if run and number == last + 1 and line.index > run[-1] + 2:
            run.append(line.index)
        else:
            run = [line.index]
        last = number
        if len(run) >= 3:
            found.update(run)
    return found


def menus(lines: Sequence[Line]) -> set[int]:
    """Lines of a site's menu: runs of at least four short lines, of which a third are known entries."""
    found: set[int] = set()
    run: list[int] = []
    for line in (*lines, None):
        if (
            line is not None
            and len(line) <= _MENU_ENTRY
            and not (has_digit(line.text) or holds(line.text, "。,，;；:："))
        ):
            run.append(line.index)
            continue
        known = sum(lines[i].text.strip(_DECORATION) in _menu() for i in run)
        if len(run) >= 4 and known >= 2 and 3 * known >= len(run):
            found.update(run)
        run = []
    return found


def tail(lines: Sequence[Line]) -> int:
    """Index of the first line of the tail: a list of other pages after the last paragraph; len(lines) without one."""
    last = max((i for i, line in enumerate(lines) if _is_text(line)), default=-1)
    for line in lines[last + 1 :]:
        if line.text.strip(_DECORATION) in _tail():
            return line.index
    return len(lines)


_STATES = re.compile("[0-9０-９](?:[万亿余多]|百分)*[人名所个元%％校园处家套台项年倍班册米点].*[。；;]$")


def _is_text(line: Line) -> bool:
    """Whether no list of pages has such a line: a long one with a stop, or an item that ends with one and counts something."""
    if len(line) >= _LONG_BODY:
        return has_stop(line.text)
    return len(line) >= _ITEM and line.text[-1] in "。；;" and _STATES.search(line.text) is not None


def _has_prose(text: str) -> bool:
    """Whether a sentence stands in the line: what begins like furniture may go on as text."""
    return "。" in text[:-1] or (text.endswith("。") and (len(text) > 50 or any(c.isdigit() for c in text)))


def _starts(text: str) -> bool:
    match = _start_pattern().match(text.lstrip(" \t\u3000\xa0"))
    if match is None:
        return False
    needed = _only_with().get(match.group())
    return needed is None or needed.search(text) is not None


def _is_address(text: str) -> bool:
    """A line that is little more than a web address."""
    if _PUBLIC_NOTE.fullmatch(text):
        return True
    found = _URL.search(text)
    return found is not None and len(text) - len(found.group()) <= 20


@cache
def _lines() -> frozenset[str]:
    return frozenset(words("lines"))


@cache
def _menu() -> frozenset[str]:
    return frozenset(words("menu")) | _lines()


@cache
def _tail() -> frozenset[str]:
    return frozenset(words("tail"))


@cache
def _start_pattern() -> re.Pattern[str]:
    return re.compile(alternatives((*words("starts"), *_only_with())))


@cache
def _only_with() -> dict[str, re.Pattern[str]]:
    return {key: re.compile(one_of("only_with", key)) for key in words("only_with")}


@cache
def _within() -> re.Pattern[str]:
    return re.compile(one_of("within"))


@cache
def _breaks_off() -> re.Pattern[str]:
    return re.compile(one_of("breaks_off"))


@cache
def _rights() -> tuple[re.Pattern[str], ...]:
    listed = {key: one_of("rights", key) for key in ("plain", "forbids", "deeds", "unambiguous")}
    either = f"{listed['plain']}|{listed['unambiguous']}"
    return tuple(map(re.compile, (either, *listed.values())))
