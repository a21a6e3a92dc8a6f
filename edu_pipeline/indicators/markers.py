"""Markers that begin the items of a list and the headings of sections: ●, (一), 3., ①, 一是, 第二章.

What belongs here: their spelling, as parts of patterns and as the pattern of an item.  What does not: which of them makes
a line a heading (reading.lines), and what an item or a heading says (outlook, enumerating, headings).
"""

from __future__ import annotations

import re

BULLETS = "—–·●•■◆★▲◎▪→➤►-"
"""For a class of characters."""
NUMBERED = r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]"
RINGED = "[①-⑳]"
FIRSTLY = "[一二三四五六七八九十]是"
CHAPTER = "第[一二三四五六七八九十]{1,3}(?:[章节]|部分)"

ITEM = re.compile(rf"\s*(?:[{BULLETS}]|{NUMBERED}|{RINGED}|{FIRSTLY})")
LEAD = rf"\s*(?:[{BULLETS}]+|{NUMBERED}|{RINGED}|{FIRSTLY})?\s*"
"""What may stand before the first word of a paragraph."""
_LEAD = re.compile(LEAD)


def without_marker(text: str) -> str:
    """An item or a heading without its marker."""
    return _LEAD.sub("", text, count=1)
