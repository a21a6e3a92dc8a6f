"""When the parts of a total were done that follow it: 今年共增加学位300个, / 其中城区90个, or, place by place, 汉滨区 / 新建小学2所.

What belongs here: which paragraph is such a total, how long it goes on, and the time that its parts take over.  What does
not: what the parts count (enumerating, eliding), and numbers that their own paragraph dates (timing).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from edu_pipeline.indicators.accounting import FLOW
from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.thread import Section, Total

if TYPE_CHECKING:
    from edu_pipeline.indicators.statements import Found


def date_with_total(paragraph: str, found: Sequence[Found], section: Section, dated_on: date | None) -> Total | None:
    """Date the parts that nothing else dates as their total is; what is the total for the paragraph below.

    Parts are what a sentence goes on with that the page breaks at each line (共增加学位300个, 其中城区90个), and, of one of
    the places within, what the whole counted as well.
    """
    total, broken_off = section.total, _ENDS.search(paragraph) is None
    continues = total is not None and (total.goes_on or _GOES_ON.match(paragraph) is not None)
    if total is None or not (continues or section.place):
        return _done_as_a_whole(found, broken_off)
    codes = total.codes | _flows() if continues else total.codes
    dated: set[str] = set()
    for statement in (s for f in found for s in f.statements if s.nature == "actual"):
        counted = statement.indicator in codes or (continues and statement.indicator is None)
        if counted and statement.period.start is None and statement.period.end == dated_on:
            statement.period = total.period
            dated |= {statement.indicator} if statement.indicator else set()
    return Total(total.period, total.codes | dated, broken_off)


_GOES_ON = re.compile(r"\s*(?:其中|共|合计|总计)(?![同享有])")
_ENDS = re.compile(r"(?<!其中[:：])(?<=[。.；;！!？?：:”）)])\s*$")


def _done_as_a_whole(found: Sequence[Found], broken_off: bool) -> Total | None:
    """When the flows of a paragraph were done, where it says so: their parts follow place by place (汉滨区 / 新建小学2所)."""
    flows = [s for f in found for s in f.statements if s.indicator in _flows() and s.nature == "actual"]
    stated = [s.period for s in flows if s.measure == "level" and s.period.basis == "stated" and s.period.start]
    if not stated:
        return None
    return Total(
        stated[-1]._replace(basis="inherited"), frozenset(s.indicator for s in flows if s.indicator), broken_off
    )


@cache
def _flows() -> frozenset[str]:
    return frozenset(code for code, one in catalogue().indicators.items() if one.accounting == FLOW)
