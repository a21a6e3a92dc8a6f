"""The words above a table that say what its figures are.

What belongs here: which of the paragraphs above a table head it.  What does not: what the words of a caption say
(grid_words), and how a figure is read under it (grids).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edu_pipeline.indicators.grid_words import counts
from edu_pipeline.indicators.markers import NUMBERED
from edu_pipeline.language.numerals import DIGITS

_MAX_CAPTION = 90
_TABLE_TITLE = re.compile(
    r"\s*(?:附?表\s?[\d一二三四五六七八九十][-—.\d]*(?:[、:：\s\u3000]|$)|\d{1,2}(?:[-—–]\d{1,2}){1,2}[、\s\u3000]+(?![年月日岁周人])[一-鿿])"
)
"""表3-1 在校生, and in a yearbook 18-3 教育事业主要指标: what stands above is the heading of more than this table."""


def caption_of(above: Sequence[str]) -> str:
    """The lines that head a table: back to the last sentence, which counts where it leads up to the table."""
    lines: list[str] = []
    for paragraph in reversed(above):
        if summed := _summed(paragraph):
            lines.insert(0, summed)
            break
        line = _leading_up(paragraph).strip("*#")
        if _LABELLED.fullmatch(line):
            continue
        if len(line) > _MAX_CAPTION or line.rstrip().endswith(("。", "；", ";")):
            break
        lines.insert(0, line)
        if _TABLE_TITLE.match(line):
            break
    return " ".join(lines) or _pointing_below(above) or _planned_below(above)


_LABELLED = re.compile(r"\s*[一-鿿]{2,6}编?号\s?[:：]\s?[\w〔〕\[\]()（）-]{2,30}\s*")
"""公开编号:RZJY-2018-017, below a table's title."""


def _pointing_below(above: Sequence[str]) -> str:
    """现将建设项目安排如下。, at the end of the paragraph right over a table without a title."""
    found = _POINTS_WITH_STOP.search(above[-1].rstrip()) if above else None
    return found["what"] if found else ""


_POINTS_WITH_STOP = re.compile(
    r"(?:^|[。;；,，])\s*(?:现?将)?(?P<what>[^,，。;；]{4,24}(?:如下表?|见下表))(?:所示)?。$"
)


def _planned_below(above: Sequence[str]) -> str:
    """一、招聘计划, over a paragraph that sums up the table below it: the heading that says what its figures are."""
    headings = (_PLANS_OF.fullmatch(p) for p in reversed(above[-_SECTION:]))
    return next((found["what"] for found in headings if found), "")


_PLANS_OF = re.compile(rf"\s*{NUMBERED}[、.．\s]*(?P<what>[一-鿿]{{0,10}}(?:招聘|招录|招生)计划)\s*")
_SECTION = 4
"""How many paragraphs may stand between such a heading and its table."""


def _leading_up(line: str) -> str:
    """The last sentence of a paragraph that leads up to a table with a colon, or its last part where that points to it
    (支出14亿元;生均支出见下表:)."""
    if not line.rstrip().endswith((":", "：")):
        return line
    last = line.rstrip("。；; ").split("。")[-1]
    return _PARTS.split(last)[-1] if _POINTS_BELOW.search(last) else last


_PARTS = re.compile("[;；]")
_POINTS_BELOW = re.compile(r"(?:见|如)下表?(?:[(（][^()（）]{1,12}[)）])?\s?[:：]\s*$")


def _summed(paragraph: str) -> str:
    """The sum whose parts a table gives, before words that count nothing (学生4.79万人,…。其中:); empty for none."""
    *before, last = paragraph.rstrip().split("。")
    if not before or not last.endswith((":", "：")) or counts(last):
        return ""
    found = _SUMMED.match(before[-1])
    return f"{last[:-1].removeprefix('其中')} {found[0]}".strip() if found else ""


_SUMMED = re.compile(rf"\s*[^,，;；{DIGITS}]{{2,20}}[{DIGITS}][{DIGITS},.]*[万亿]?[人名所个元](?=[,，;；]|$)")
"""在校学生4.79万人(,比上年…): a sum that opens a sentence."""
