"""Lines to blocks: logical paragraphs with a role, page breaks healed.

What belongs here: what role a line plays beside its neighbours, and what stands inside a paragraph.  What does not:
what can be told from one line (lines, furniture, labels), whether a line goes on in another (broken), contents pages
(contents).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

from edu_pipeline.reading.broken import CUT_MIN, STATES, UNITS, Page, goes_on, habits, is_cut, is_torn
from edu_pipeline.reading.columns import Row
from edu_pipeline.reading.contents import find_contents
from edu_pipeline.reading.dates import DATE, given_on, lone_date, stamped
from edu_pipeline.reading.furniture import breaks_off, is_counter, is_furniture, is_rights, menus, page_numbers, tail
from edu_pipeline.reading.labels import Item, key_of, read_items
from edu_pipeline.reading.lines import (
    Line,
    begins_item,
    ends_open,
    ends_sentence,
    has_digit,
    has_stop,
    holds,
    is_dated,
    is_title,
    is_unclosed,
    marker,
    split_lines,
)
from edu_pipeline.reading.model import Block
from edu_pipeline.reading.plain_tables import mark_tables
from edu_pipeline.reading.traditional import simplified
from edu_pipeline.reading.words import alternatives, one_of, words

_HEADING_MAX = 45
_CAPTION_MAX = 60
_PROSE_MIN = 40
_HEAD_LINES = 40
_STATED = re.compile(rf"[\d０-９]\s?[万亿]?[{UNITS}]?(?:以上|左右)?$")
_IN_A_YEAR = re.compile(r"(?:19|20)\d\d学?年度?")
_YEAR_ENDS = re.compile(r"[一-鿿][—－-]?(?:19|20)\d\d$")
_TABLE_TITLE = re.compile(
    r"(?:附?[表图]|Table|Figure)\s?[\d一二三四五六七八九十][\d\-—.．]*[、:：\s\u3000]?|\d{1,2}[-—–]\d{1,2}[\s\u3000]+[一-鿿]"
)
_UNIT_LINE = re.compile(rf"单位\s?[:：]\s?[{UNITS}平方分百点均生时\s、,，/及和]{{1,24}}[)）\]】]?$")
_DATE_AT_END = re.compile(rf"{DATE.pattern}(?:\s*\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?\s*$")
_SOURCED = re.compile(
    rf"[^。;；:：]{{2,40}}{DATE.pattern}(?:\s*\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?\s*(?:来源|稿源|作者|编辑)\s?[:：][^。;；]{{0,40}}"
)
"""某某门户网站 www.gov.cn 2014-06-15 09:56 来源:某省政府网."""
_BYLINE = re.compile(
    r"[讯电]|记者|通讯员|(?:[报网社台]|发布|客户端|公众号|融媒(?:体中心)?|[市县区省]委?办?|教[育体](?:和体育|体育)?[局厅委]|教委|政府(?:办公室)?)\s*$|文/图|来源|作者|编辑"
)
_RULE = re.compile(r"[|+\-=:\s]{3,}")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|zip|rar|ofd|pptx?)\b", re.I)


def find_blocks(text: str, given: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The blocks of a text: in order, without overlap, covering every character that is not white space.

    given: what a reader knows from markup, each exactly one line of the text without the white space around; the other
    lines are told as those of plain text are.
    """
    lines = split_lines(simplified(text))
    by_start = {block.start: block for block in given}
    known = {line.index: by_start[line.start] for line in lines if line.start in by_start}
    page = habits([line for line in lines if line.index not in known])
    pages = {e.line: e.page_at for e in find_contents(lines) if e.line not in known}
    roles, rows = _roles(lines, pages, known)
    blocks: list[Block] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        if i in known:
            blocks.append(known[i])
        elif i in pages:
            blocks += _entry(line, pages[i])
        elif i in rows:
            last = i + rows[i].lines - 1
            blocks.append(Block(line.start, lines[last].end, "table", cells=rows[i].cells))
            i = last
        elif roles[i] == "label":
            blocks += _labelled(line, i)
        elif roles[i] in ("", "heading"):
            i = _paragraph(lines, roles, pages, page, i, blocks)
            continue
        else:
            blocks.append(Block(line.start, line.end, roles[i]))
        i += 1
    return tuple(blocks)


def _roles(
    lines: Sequence[Line], pages: Mapping[int, object], known: Mapping[int, Block]
) -> tuple[list[str], dict[int, Row]]:
    """The role of each line that can be told without paragraphs; '' for text, 'label' for labelled values.

    Also the rows of tables without pipes or tabs, by their first line; no line of `pages` is one.
    """
    furniture = page_numbers(lines) | menus(lines)
    rest = tail(lines)
    roles: list[str] = []
    head = True
    for i, line in enumerate(lines):
        head = (
            head
            and i < _HEAD_LINES
            and not (len(line) > _PROSE_MIN and ends_sentence(line.text) and has_stop(line.text))
        )
        told = known[i].role if i in known else "furniture" if i and is_counter(lines[i - 1].text, line.text) else None
        roles.append(told or _role(line, head, i in furniture, i >= rest, roles[-1] if roles else ""))
    return roles, mark_tables(lines, roles, pages)


def _role(line: Line, head: bool, furniture: bool, tail_: bool, before: str) -> str:
    text = line.text
    if furniture or tail_ and len(text) <= 80 and not (has_stop(text) and len(text) > 40) and not _is_own_news(text):
        return "furniture"
    if len(text) > 400:
        return ""
    if lone_date(text) or given_on(text):
        return "table"
    if _is_labelled(text, head):
        return "label"
    if is_furniture(text) or is_rights(text) and (before == "furniture" or _says_rights(text)) or breaks_off(text):
        return "furniture"
    if bars(text) or "\t" in text and not has_stop(text) or _RULE.fullmatch(text):
        return "table"
    if head and _is_dateline(text):
        return "table"
    if "." in text[-12:] and _FILE.search(text[-12:]) or len(text) <= 12 and key_of(text) and text[-1] in ":：":
        return "table"
    return "caption" if _is_caption(text) else ""


_OWN_NEWS = re.compile(r"[·•●◆▪]?\s?(?:我|全)[市县区州省旗盟](?![一-鿿]{0,4}(?:网|频道))")


def _is_own_news(text: str) -> bool:
    """· 我州今年新建幼儿园86所 (08-02): a headline among the links at the end of a page that states a figure of its place."""
    return _OWN_NEWS.match(text) is not None and STATES.search(text) is not None


def bars(text: str) -> str:
    """The sign that sets a line's cells apart, where it stands often enough; else nothing."""
    for bar in "|｜│":
        if text.count(bar) >= 2:
            return bar
    return "／" if text.count("／") >= 3 and "\t" not in text and not has_stop(text) else ""


def _is_dateline(text: str) -> bool:
    """A newspaper's line over the text: who wrote it, and at its end the day (某某网讯(记者 某某)2021-11-03 07:33)."""
    found = _DATE_AT_END.search(text) if len(text) <= 70 else None
    if found is None and holds(text, ":：") and len(text) <= 100 and _SOURCED.fullmatch(text):
        return True
    return stamped(text) or (
        found is not None and _BYLINE.search(text, 0, found.start()) is not None and not has_stop(text[: found.start()])
    )


_ONLY_DATED = re.compile(rf"(?:日期|时间)\s?[:：]\s?{DATE.pattern}(?:\s*\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?")
"""日期:2017/4/21, below a text too."""


def _is_labelled(text: str, head: bool) -> bool:
    return holds(text, ":：|\t】]\u3000") and bool(_items(text, head))


def _items(text: str, head: bool) -> list[Item]:
    """The labelled values of a line; a date with its label stands below a text too."""
    return read_items(text, head=head or _ONLY_DATED.fullmatch(text) is not None)


def _says_rights(text: str) -> bool:
    """Whether a line that speaks of rights needs no other furniture before it."""
    return len(text) <= 200 and any(w in text for w in ("版权", "原创", "转载", "本站", "本网"))


def _is_caption(text: str) -> bool:
    """A picture's or a table's caption by its words alone."""
    if len(text) > _CAPTION_MAX:
        return False
    if _UNIT_LINE.search(text) and not has_stop(text):
        return True
    if _TABLE_TITLE.match(text) and not ends_sentence(text) and not holds(text, ",，"):
        return True
    starts, ends = _caption_words()
    return (
        (starts.match(text) is not None or ends.search(text) is not None)
        and not STATES.search(text)
        and not has_stop(text.rstrip("。"))
    )


@cache
def _caption_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # 课堂 and the like only close a caption with a full stop: without one they close a heading.
    certain = alternatives(
        w for w in words("captions", "ends") if w.endswith(("摄", "图", "摄影", "图片", "一瞥", "合影"))
    )
    return re.compile(one_of("captions", "starts")), re.compile(
        rf"{one_of('captions', 'ends')}[)）]?。$|{certain}[)）]?$"
    )


def _entry(line: Line, page_at: int | None) -> list[Block]:
    """A line of a contents page: the title, and the number of the page as furniture."""
    if page_at is None:
        return [Block(line.start, line.end, "heading")]
    end = line.start + len(line.text[:page_at].rstrip())
    page = line.start + page_at + len(line.text[page_at:]) - len(line.text[page_at:].lstrip())
    return [Block(line.start, end, "heading"), Block(page, line.end, "furniture")]


def _labelled(line: Line, index: int) -> list[Block]:
    """A line of labelled values: a table, but for what only the page says (浏览次数:12)."""
    if "|" in line.text or "\t" in line.text:
        return [Block(line.start, line.end, "table")]
    items = _items(line.text, index < _HEAD_LINES)
    blocks: list[Block] = []
    for item, stop in zip(items, [*(i.start for i in items[1:]), len(line.text)], strict=True):
        role = "furniture" if item.key == "page" or item.label in words("site_labels") else "table"
        start, end = line.start + item.start, line.start + stop
        if blocks and blocks[-1].role == role:
            blocks[-1] = Block(blocks[-1].start, end, role)
        else:
            blocks.append(Block(start if blocks else line.start, end, role))
    return [_trimmed(b, line) for b in blocks]


def _trimmed(block: Block, line: Line) -> Block:
    raw = line.text[block.start - line.start : block.end - line.start]
    return Block(block.start + len(raw) - len(raw.lstrip()), block.start + len(raw.rstrip()), block.role)


def _paragraph(
    lines: Sequence[Line], roles: Sequence[str], pages: dict[int, int | None], page: Page, at: int, blocks: list[Block]
) -> int:
    """Append the paragraph that begins at a line (and what stands inside its sentence); the line after it."""
    first = lines[at]
    if _is_heading(lines, roles, at, page):
        blocks.append(Block(first.start, first.end, "heading"))
        return at + 1
    if _is_picture(lines, roles, at, page):
        blocks.append(Block(first.start, first.end, "caption"))
        return at + 1
    start, end, continues, i = first.start, first.end, False, at
    while is_cut(lines, i, page, joined=i > at or continues):
        following = i + 1
        inside: list[Block] = []
        while following < len(lines) and following not in pages and len(inside) < 4:
            if roles[following] in ("furniture", "caption") or (
                not roles[following] and _is_picture(lines, roles, following, page)
            ):
                role = "caption" if not roles[following] else roles[following]
                inside.append(Block(lines[following].start, lines[following].end, role))
                following += 1
            else:
                break
        if following >= len(lines) or following in pages or roles[following] or not goes_on(lines, i, following, page):
            break
        if inside:
            blocks += [Block(start, end, "body", continues), *inside]
            start, continues = lines[following].start, True
        end, i = lines[following].end, following
    blocks.append(Block(start, end, "body", continues))
    return i + 1


def _is_heading(lines: Sequence[Line], roles: Sequence[str], at: int, page: Page) -> bool:
    line = lines[at]
    text = line.text
    if text.startswith("#"):
        return True
    if _asks(lines, roles, at):
        return True
    if ends_open(text) or ends_sentence(text) or "。" in text or (is_dated(text) and STATES.search(text)):
        return False
    if _ANNEX.fullmatch(text):
        return True
    if at + 1 < len(lines) and not roles[at + 1] and is_torn(text, lines[at + 1].text):
        return False
    if marker(text):
        return len(text) <= _HEADING_MAX and not _is_cut_item(lines, roles, at, page)
    if at and not roles[at - 1] and not line.blank and lines[at - 1].text.endswith(_LEADS_ON):
        return False
    if _STATED.search(text) and not (
        _YEAR_ENDS.search(text) or _opens_title(lines, at) or _is_headline(lines, roles, at)
    ):
        return False
    if is_unclosed(text):
        return False
    if len(text) <= _HEADING_MAX and all(islice(roles, at)) and at + 1 < len(lines) and stamped(lines[at + 1].text):
        return True
    if len(text) > 60 or (len(text) > CUT_MIN and holds(text, ",，;；") and not is_title(text)):
        return False
    if page.is_filled(line) and not is_title(text):
        return False
    listing = holds(text, ",，、;；") and STATES.search(_IN_A_YEAR.sub("", text))
    return is_title(text) and not holds(text, ";；") or (not listing and len(text) <= _PROSE_MIN)


def _is_cut_item(lines: Sequence[Line], roles: Sequence[str], at: int, page: Page) -> bool:
    """(一)2018年底前,消除超大班额,占比控 | 制在1%以内;: an item of clauses that reaches the edge and whose sentence ends below."""
    line = lines[at]
    if (
        at + 1 >= len(lines)
        or roles[at + 1]
        or len(line) < CUT_MIN
        or not holds(line.text, ",，")
        or is_title(line.text)
    ):
        return False
    below = lines[at + 1]
    if below.blank > page.gap or begins_item(below.text) or below.text[-1] not in "。；;":
        return False
    around = max(one.width for one in lines[max(0, at - _NEAR) : at + _NEAR])
    return page.is_filled(line) or around - _RAGGED <= line.width and around <= _WIDEST


_LEADS_ON = ("的", "、", "按照", "根据", "围绕", "坚持")
"""…向行政村集中”的 | 总体思路: a page of one phrase a line; what such a line leads on to heads nothing."""
_NEAR, _RAGGED, _WIDEST = 12, 8, 90
"""How many lines around tell how wide the page is, how far its lines fall short of that, and how wide pages are at most."""


_ANNEX = re.compile(r"[^,，;；]{2,20}号\s?附[件表]\s?[\d一二三四五]{0,2}\s?[:：]?")
"""某财教〔2020〕63号附件2, over the title of what is annexed."""
_ON_A_YEAR = re.compile(r"关于(?:印发|做好|开展|下达|公布|报送|组织)[^,，。;；]{0,24}(?:19|20|１９|２０)\d\d年度?$")


def _opens_title(lines: Sequence[Line], at: int) -> bool:
    """某县关于印发2017年 | 全面改薄项目建设实施方案的通知: the year belongs to the title that goes on below."""
    return at + 1 < len(lines) and _ON_A_YEAR.search(lines[at].text) is not None and is_title(lines[at + 1].text)


_HEADLINE = re.compile(r"[一-鿿“][^。,，;；:：]{8,}")


def _is_headline(lines: Sequence[Line], roles: Sequence[str], at: int) -> bool:
    """某省营养改善计划实施3年支出63亿元: a headline that ends in a figure, over the line of the date, before all text."""
    below = at + 1 < len(lines) and roles[at + 1] in ("table", "label")
    return (
        below and all(roles[:at]) and len(lines[at]) <= _HEADING_MAX and _HEADLINE.fullmatch(lines[at].text) is not None
    )


def _asks(lines: Sequence[Line], roles: Sequence[str], at: int) -> bool:
    """Whether the first line of the text is a title that asks or calls out (秋季开学在即 资助政策有哪些?), or a numbered
    one is a heading that asks (二、主要目标是什么?)."""
    text = lines[at].text
    return (
        text[-1] in "?？!！"
        and 6 <= len(text) <= CUT_MIN
        and not has_stop(text[:-1])
        and not text.startswith(("问", "答"))
        and (all(roles[:at]) or (text[-1] in "?？" and (marker(text) is not None or _asks_alone(lines, roles, at))))
    )


_QUESTION = re.compile("[^,，:：“”]{0,12}(?:为什么|为何|什么|哪些|哪几|哪里|如何|怎么|怎样|多少|谁)[^,，:：“”]*[?？]")


def _asks_alone(lines: Sequence[Line], roles: Sequence[str], at: int) -> bool:
    """为什么要出台这份文件？ as a line of its own below a blank one, over text: the heading of what answers it."""
    below = at + 1 < len(lines) and not roles[at + 1] and not lines[at + 1].text.endswith(("?", "？"))
    return (
        below
        and (lines[at].blank > 0 or not _is_text(roles, at - 1))
        and _QUESTION.fullmatch(lines[at].text) is not None
    )


def _is_text(roles: Sequence[str], at: int) -> bool:
    return at >= 0 and not roles[at]


def _is_picture(lines: Sequence[Line], roles: Sequence[str], at: int, page: Page) -> bool:
    """A caption by its place: one short sentence without figures, set off by more blank lines than the page's usual."""
    line = lines[at]
    return (
        line.blank >= page.gap + 2
        and len(line) <= _CAPTION_MAX
        and line.text.endswith("。")
        and not has_stop(line.text[:-1])
        and not has_digit(line.text)
    )
