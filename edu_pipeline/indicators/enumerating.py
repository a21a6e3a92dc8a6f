"""Lists whose items count parts of what the line above them counts: 计划招聘教师782名。其中: / 1.省统一招聘436名 / 2.特岗196名.

What belongs here: which line opens such a list, how long it goes on, and what the numbers of its items are.  What does
not: parts within one sentence (eliding), when parts of a total were done (totals), whether a list's items are facts or
tasks (outlook).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from edu_pipeline.indicators.dating import YEAR_ENDS
from edu_pipeline.indicators.eliding import elisions
from edu_pipeline.indicators.markers import ITEM
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Thread, Whole
from edu_pipeline.language.edges import Behind
from edu_pipeline.language.periods import find_times

if TYPE_CHECKING:
    from edu_pipeline.indicators.statements import Found

_OPENS = Behind(r"(?:其中|分别(?:为|是)|具体(?:为|是|如下|安排)?|包括)\s?[:：]\s*$")


def goes_on(paragraph: str, whole: Whole | None) -> Whole | None:
    """What the list counts, as long as its items follow each other."""
    return whole if whole and ITEM.match(paragraph) else None


def dated_list(paragraph: str, before: date | None, on: date | None) -> date | None:
    """The day of the figures of a list: of the line that opens it (截至2020年底,共有学校351所。其中:), as long as short lines of
    figures follow."""
    if not _OPENS.search(paragraph, 0, len(paragraph)):
        return before if before and len(paragraph) <= _SHORT and _FIGURE.search(paragraph) else None
    time = next(iter(find_times(paragraph, on)), None)
    opens = time is not None and time.start <= 2 and (time.rule.endswith(":cutoff") or time.rule in YEAR_ENDS)
    return time.period_end if time and opens else None


_SHORT = 40
_FIGURE = re.compile(r"[一-鿿]\s*\d")


def after(paragraph: str, found: Sequence[Found], thread: Thread) -> None:
    """Remember what a line counts that opens a list of parts."""
    if not _OPENS.search(paragraph, 0, len(paragraph)):
        return
    last = next((f.statements[-1] for f in reversed(found) if f.statements), None)
    if last and last.measure == "level" and last.indicator in elisions().parts:
        thread.section = thread.section._replace(whole=Whole(last.indicator, last.unit, last.level))


def enumerated(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """The indicator of the whole, for a number of an item that counts the same and names nothing of its own."""
    whole = thread.section.whole
    if whole is None or number.forward or unit != whole.unit:
        return None
    levels = {h.word.level for h in passage.hits.levels.within(*number.left)}
    return Linked(whole.code, "part of what the line above its list counts", None if levels else whole.level)
