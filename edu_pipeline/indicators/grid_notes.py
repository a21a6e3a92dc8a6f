"""The time of a table in a paper without one, for the notes below it and the tables that go on from it.

What belongs here: which time that is, and which lines below a table are its notes.  What does not: the time of a figure
(grid_sentences), papers that have a date or a year in their title (inherited).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edu_pipeline.indicators.inherited import Period
from edu_pipeline.indicators.statements import Found, Setting

_NOTE = re.compile(r"\s*[(（]?(?:附?注|说明|备注|附注|表注)(?:\s?\d{1,2})?\s?[:：.．、]")


def time_of(found: Sequence[Found]) -> Period | None:
    """The one time that the figures of a table are of; None where they have several, or none."""
    periods = {(s.period.start, s.period.end) for one in found for s in one.statements if s.nature == "actual"}
    start, end = periods.pop() if len(periods) == 1 else (None, None)
    return Period(start, end, "inherited") if start and end else None


def under(setting: Setting, table: Period | None) -> Setting:
    """What an article without a time gives its paragraphs below a table that has one."""
    given = setting.inherited
    if table is None or setting.dated_on is not None or given.stock is not None or given.flow is not None:
        return setting
    return setting._replace(inherited=given._replace(stock=table, flow=table))


def notes_go_on(paragraph: str, role: str, before: bool) -> bool:
    """Whether a paragraph is a note of the table above it (注:…), or follows one (2.小学学校数中含教学点29个)."""
    return role != "heading" and (before or _NOTE.match(paragraph) is not None)
