"""Lines to blocks: logical paragraphs with a role, page breaks healed.

What belongs here: what role a line plays beside its neighbours, and which lines are one paragraph.  What does not:
what can be told from one line (lines, furniture, labels), contents pages (contents).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from edu_pipeline.reading.columns import Row
from edu_pipeline.reading.contents import find_contents
from edu_pipeline.reading.dates import DATE, given_on, lone_date, stamped
from edu_pipeline.reading.furniture import breaks_off, is_counter, is_furniture, is_rights, menus, page_numbers, tail
from edu_pipeline.reading.labels import Item, key_of, read_items
from edu_pipeline.reading.lines import (
    COMMAS,
    ENDS,
    Line,
    begins_item,
    ends_open,
    ends_sentence,
    has_digit,
    has_stop,
    holds,
    is_title,
    is_unclosed,
    marker,
    split_lines,
)
from edu_pipeline.reading.model import Block
from edu_pipeline.reading.plain_tables import mark_tables
from edu_pipeline.reading.words import alternatives, one_of, words

_HEADING_MAX = 45
_CAPTION_MAX = 60
_PROSE_MIN = 40
_CUT_MIN = 28
_HEAD_LINES = 40
_UNITS = "名人所个万亿元园校处家座间套台辆项次年月日倍户班册米吨%％"
_STATES = re.compile(rf"[\d０-９]\s?[{_UNITS}]")
_STATED = re.compile(rf"[\d０-９]\s?[万亿]?[{_UNITS}]?(?:以上|左右)?$")
_YEAR_ENDS = re.compile(r"[一-鿿][—－-]?(?:19|20)\d\d$")
_WANTS_FIGURE = re.compile(r"(?:共有|现有|达到?|为|至|新增|新建|投入|[约占近超余有]|增加|减少|提高|下降|增长)$")
_COUNTS_ON = re.compile(rf"[\d０-９][\d０-９.． ]*[万亿]?(?![年月日])[{_UNITS}][,，、;；。(（]")
_DATED_NOUN = re.compile(r"(?:截[至止]|目前|(?:19|20)\d\d年)[^,，。;；:：]{0,10}[,，][^,，。;；:：\d]{6,16}$")
_NOUN_AND_FIGURE = re.compile(r"[一-鿿]{1,4}(?:共?[有达为]|约)?(?!(?:19|20)\d\d年)\d")
"""截至2014年底，全州中小学校舍建筑 | 面积231.6万平方米."""
_CANNOT_BEGIN = re.compile(
    rf"[,，、。;；:：!?！？)）」』》〉%％‰]|以[内上下][,，。;；、]|元[,，。;；、]|[余多]?[万亿]|余[{_UNITS}]|[的了着们]"
)
_TABLE_TITLE = re.compile(
    r"(?:附?[表图]|Table|Figure)\s?[\d一二三四五六七八九十][\d\-—.．]*[、:：\s\u3000]?|\d{1,2}[-—–]\d{1,2}[\s\u3000]+[一-鿿]"
)
_UNIT_LINE = re.compile(rf"单位\s?[:：]\s?[{_UNITS}平方分百点均生时\s、,，/及和]{{1,24}}[)）\]】]?$")
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


@dataclass(slots=True)
class _Page:
    """What the lines have in common: see `_habits`."""

    wrapped: int
    indented: bool
    gap: int


def find_blocks(text: str, given: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The blocks of a text: in order, without overlap, covering every character that is not white space.

    given: what a reader knows from markup, each exactly one line of the text without the white space around; the other
    lines are told as those of plain text are.
    """
    lines = split_lines(text)
    by_start = {block.start: block for block in given}
    known = {line.index: by_start[line.start] for line in lines if line.start in by_start}
    page = _habits([line for line in lines if line.index not in known])
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


def _habits(lines: Sequence[Line]) -> _Page:
    """The page's width in columns where lines are broken at it (else 0), indents, and the usual blank lines between."""
    long = [line for line in lines if 30 <= len(line) <= 120]
    broken = [line.width for line in long if not ends_sentence(line.text) and not begins_item(line.text)]
    wrapped = 0
    if len(broken) >= 4 and 2 * len(broken) >= len(long):
        widest = sorted(broken)[int(0.9 * (len(broken) - 1))]
        if sum(widest - 8 <= w <= widest + 4 for w in broken) >= 0.6 * len(broken):
            wrapped = widest
    paragraphs = [line for line in lines if len(line) >= 30]
    indents = sum(line.indent > 0 for line in paragraphs)
    indented = 0.2 * len(paragraphs) <= indents < len(paragraphs) if wrapped else 2 * indents > len(paragraphs)
    gaps = Counter(line.blank for line in lines[1:])
    return _Page(wrapped, indented, min(gaps, key=lambda g: (-gaps[g], g), default=0))


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
    if furniture or tail_ and len(text) <= 80 and not (has_stop(text) and len(text) > 40):
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


def bars(text: str) -> str:
    """The sign that sets a line's cells apart, where it stands often enough; else nothing."""
    for bar in "|｜│":
        if text.count(bar) >= 2:
            return bar
    return "／" if text.count("／") >= 3 and not has_stop(text) else ""


def _is_dateline(text: str) -> bool:
    """A newspaper's line over the text: who wrote it, and at its end the day (某某网讯(记者 某某)2021-11-03 07:33)."""
    found = _DATE_AT_END.search(text) if len(text) <= 70 else None
    if found is None and holds(text, ":：") and len(text) <= 100 and _SOURCED.fullmatch(text):
        return True
    return stamped(text) or (
        found is not None and _BYLINE.search(text, 0, found.start()) is not None and not has_stop(text[: found.start()])
    )


def _is_labelled(text: str, head: bool) -> bool:
    return holds(text, ":：|\t】]") and bool(read_items(text, head=head))


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
        and not _STATES.search(text)
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
    items: list[Item] = read_items(line.text, head=index < _HEAD_LINES)
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
    lines: Sequence[Line], roles: Sequence[str], pages: dict[int, int | None], page: _Page, at: int, blocks: list[Block]
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
    while _is_cut(lines, i, page, joined=i > at or continues):
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
        if following >= len(lines) or following in pages or roles[following] or not _goes_on(lines, i, following, page):
            break
        if inside:
            blocks += [Block(start, end, "body", continues), *inside]
            start, continues = lines[following].start, True
        end, i = lines[following].end, following
    blocks.append(Block(start, end, "body", continues))
    return i + 1


def _is_heading(lines: Sequence[Line], roles: Sequence[str], at: int, page: _Page) -> bool:
    line = lines[at]
    text = line.text
    if text.startswith("#"):
        return True
    if _asks(lines, roles, at):
        return True
    if ends_open(text) or ends_sentence(text) or "。" in text:
        return False
    if _ANNEX.fullmatch(text):
        return True
    if at + 1 < len(lines) and not roles[at + 1] and _CANNOT_BEGIN.match(lines[at + 1].text):
        return False
    if at + 1 < len(lines) and not roles[at + 1] and _awaits(text, lines[at + 1].text):
        return False
    if marker(text):
        return len(text) <= _HEADING_MAX
    if _STATED.search(text) and not (
        _YEAR_ENDS.search(text) or _opens_title(lines, at) or _is_headline(lines, roles, at)
    ):
        return False
    if is_unclosed(text):
        return False
    if len(text) > 60 or (len(text) > _CUT_MIN and holds(text, ",，;；") and not is_title(text)):
        return False
    if page.wrapped and line.width >= page.wrapped - 8 and not is_title(text):
        return False
    listing = _STATES.search(text) and holds(text, ",，、;；")
    return is_title(text) and not holds(text, ";；") or (not listing and len(text) <= _PROSE_MIN)


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
        and 6 <= len(text) <= _CUT_MIN
        and not has_stop(text[:-1])
        and not text.startswith(("问", "答"))
        and (all(roles[:at]) or (text[-1] in "?？" and marker(text) is not None))
    )


def _awaits(text: str, following: str) -> bool:
    """Whether a figure and what it belongs to came apart: 共有 | 12 | 所; 年末,全县设教学点 | 13 个,有学校 290 所."""
    if following[:1].isdigit():
        clause = holds(text, ",，") and not begins_item(text) and "一" <= text[-1:] <= "鿿" and not is_title(text)
        return _WANTS_FIGURE.search(text[-4:]) is not None or (clause and _COUNTS_ON.match(following) is not None)
    if _DATED_NOUN.match(text) and _NOUN_AND_FIGURE.match(following):
        return True
    return text.isascii() and text.replace(".", "").isdigit() and following[:1] in _UNITS and len(following) > 3


def _is_picture(lines: Sequence[Line], roles: Sequence[str], at: int, page: _Page) -> bool:
    """A caption by its place: one short sentence without figures, set off by more blank lines than the page's usual."""
    line = lines[at]
    return (
        line.blank >= page.gap + 2
        and len(line) <= _CAPTION_MAX
        and line.text.endswith("。")
        and not has_stop(line.text[:-1])
        and not has_digit(line.text)
    )


_LAST_CELL = re.compile(r"[\s/|｜][0-9０-９][0-9０-９.,，]*$")
"""A figure that blanks or a stroke set apart, as at the end of a table's row."""


def _is_cut(lines: Sequence[Line], at: int, page: _Page, *, joined: bool) -> bool:
    """Whether a body line breaks off inside a sentence."""
    line = lines[at]
    text = line.text
    if ends_open(text):
        return True
    if page.wrapped and line.width >= page.wrapped - 8:
        return True
    if ends_sentence(text):
        return False
    if at + 1 < len(lines) and (_CANNOT_BEGIN.match(lines[at + 1].text) or _awaits(text, lines[at + 1].text)):
        return True
    return (
        joined
        or has_stop(text)
        or is_unclosed(text)
        or (len(text) >= _CUT_MIN and not is_title(text))
        or (text[-1:].isdigit() and not _LAST_CELL.search(text))
    )


def _goes_on(lines: Sequence[Line], at: int, following: int, page: _Page) -> bool:
    """Whether the paragraph that breaks off at one line goes on at another."""
    line, next_ = lines[at], lines[following]
    if _CANNOT_BEGIN.match(next_.text):
        return not ends_sentence(line.text) or next_.text[0] in ENDS + COMMAS
    if _awaits(line.text, next_.text):
        return True
    if next_.text.startswith("#") or next_.blank >= page.gap + 3:
        return False
    opens = page.indented and next_.indent > 0
    if ends_sentence(line.text):
        return (
            bool(page.wrapped)
            and page.indented
            and not opens
            and next_.blank <= page.gap
            and not begins_item(next_.text)
        )
    if ends_open(line.text):
        return not (begins_item(next_.text) and next_.text[0] != "其")
    if opens or begins_item(next_.text):
        return False
    if page.wrapped:
        return next_.blank <= page.gap
    ended = ends_sentence(next_.text)
    if _STATES.search(line.text[-12:]) and _STATES.search(line.text[-3:]):
        return ended and has_stop(line.text)
    return ended or len(next_) >= _CUT_MIN
