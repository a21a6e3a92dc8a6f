"""What a page says about its text in labelled form: 发布日期:2024-05-06, 来源:…, and tables of such cells.

What belongs here: reading labels and their values from a line, and telling which labels a line may carry.  What does
not: choosing between the values (frontmatter), and lines without labels (furniture).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from edu_pipeline.reading.dates import ADDRESS, DATE
from edu_pipeline.reading.words import SPACES, keys, spaced, words

_MAX_LINE = 400
_MAX_VALUE = 90


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled value of a line; offsets are relative to the line's text, the label included in start."""

    key: str
    label: str
    value: str
    start: int
    end: int


@cache
def _labels() -> dict[str, str]:
    """Label without blanks -> key."""
    return {label: key for key in keys("labels") for label in words("labels", key)}


@cache
def _label_pattern() -> re.Pattern[str]:
    names = "|".join(spaced(w) for w in sorted(_labels(), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<![一-龥])[【\[(（]?{SPACES}*(?P<label>{names}){SPACES}*(?:[:：]|】|\](?=\S))", re.ASCII)


_APART = re.compile("(?P<label>[一-龥]{4,8})\u3000+(?P<value>[^\u3000。]{2,60})")
"""办结时间　2024-05-09: a label set apart from its value by wide blanks alone, on a line of its own."""


@cache
def _weak() -> frozenset[str]:
    return frozenset(words("weak_labels"))


def key_of(label: str) -> str | None:
    """The key of a cell that is a label and nothing else (with or without a colon)."""
    return _labels().get(_plain(label))


def _plain(label: str) -> str:
    """A label without blanks, brackets and its colon."""
    return re.sub(r"[\s\u3000]+", "", label).strip(":：【】[]")


def read_items(text: str, *, head: bool) -> list[Item]:
    """The labelled values of a line that consists of such values, else nothing.

    `head`: the line stands before the text proper, where 时间 and 来源 are labels and not words.
    """
    if len(text) > _MAX_LINE:
        return []
    if ("|" in text or "\t" in text) and (cells := _cells(text)):
        return cells
    found = list(_label_pattern().finditer(text))
    if not found and (wide := _APART.fullmatch(text)) and wide["label"] not in _weak() and key_of(wide["label"]):
        return [Item(_labels()[wide["label"]], wide["label"], wide["value"], 0, len(text))]
    if not found or not (_only_date(text[: found[0].start()]) or (len(found) >= 2 and found[0].start() <= 12)):
        return []
    items = []
    for match, stop in zip(found, [*(m.start() for m in found[1:]), len(text)], strict=True):
        label = re.sub(r"[\s\u3000]+", "", match["label"])
        value = text[match.end() : stop].strip(" \t\u3000\xa0】])）|;；•·")
        if len(value) > _MAX_VALUE or "。" in value or value.endswith(("?", "？")):
            return []
        # 字号 is the size of the type on a page and the number of a paper in a law index.
        key = "number" if label == "字号" and value.endswith("号") else _labels()[label]
        items.append(Item(key, label, value, match.start(), stop))
    before = ADDRESS.sub("", text[: found[0].start()]).strip()
    dated = head and DATE.match(before) is not None  # 2024-05-06 10:20 来源:…, however many names follow
    if not dated and all(item.label in _weak() for item in items) and not _weak_holds(items, head):
        return []
    if before and DATE.match(before):
        items.insert(0, Item("published", "", before, 0, found[0].start()))
    return items


def glued_date(text: str) -> str | None:
    """The day of publication at the top of a page that came out as one line: a plain label and its date."""
    head = text[:400]
    for match in _label_pattern().finditer(head):
        label = re.sub(r"[\s\u3000]+", "", match["label"])
        value = head[match.end() : match.end() + 24].lstrip()
        if _labels()[label] == "published" and label not in _weak() and (found := DATE.match(value)):
            return found.group()
    return None


def _weak_holds(items: list[Item], head: bool) -> bool:
    """Ordinary words count as labels in the head, or with a value that could not be prose."""
    if len(items) > 1:
        return True
    item = items[0]
    if item.key in ("published", "signed"):
        return head and DATE.search(item.value) is not None
    if item.key == "attachment":
        return re.search(r"\.(?:pdf|docx?|xlsx?|wps|zip|rar|ofd)\b", item.value, re.I) is not None
    return (
        (head or item.key in ("publisher", "page")) and len(item.value) <= 25 and not re.search("[,，;；]", item.value)
    )


def _only_date(before: str) -> bool:
    """Whether what stands before the first label is nothing, or a date (2024-05-06 10:20 来源:…), behind an address."""
    rest = ADDRESS.sub("", before).strip(" \t\u3000\xa0|[]【】")
    return not rest or (len(rest) <= 32 and DATE.match(rest) is not None)


def _cells(text: str) -> list[Item]:
    """A row of a table in which every other cell is a label."""
    items: list[Item] = []
    label: tuple[str, int] | None = None
    at = 0
    for cell in re.split(r"[|\t]", text):
        stripped = cell.strip()
        key = key_of(stripped)
        if key is not None:
            label = (stripped, at)
        elif label is not None and stripped:
            name = _plain(label[0])
            items.append(Item(_labels()[name], name, stripped, label[1], at + len(cell)))
            label = None
        at += len(cell) + 1
    return items
