"""When what a row of tasks sets out is due: 新建幼儿园2所 | 10月底 | 教育局 under 目标任务 | 完成时限 | 牵头单位.

What belongs here: the column that says so, and the day it gives the targets of its row.  What does not: columns headed by
a year (grid_prose, grids), due words in the cells themselves (due_times).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from edu_pipeline.indicators.grid_cells import Cell
from edu_pipeline.indicators.inherited import Inherited, Period
from edu_pipeline.indicators.statements import Found
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.periods import find_times

_DUE = re.compile(
    "(?:完成|办结|计划|达成|竣工|工作)?(?:时限|期限|限期)(?:要求)?|(?:计划|预计)?(?:完成|办结|竣工|建成)(?:时间|日期)|时间(?:节点|要求|安排)"
)
_DAY = re.compile(rf"(?P<year>(?:19|20)\d\d年)?[{DIGITS}]{{1,2}}月(?:[{DIGITS}]{{1,2}}日|[底末])?(?:之?前)?")


def due_in_row(row: Sequence[Cell], headers: Sequence[str], year: int | None) -> Period | None:
    """The day that a row's own column gives what it sets out; `year`: that of the plan, for a month without one."""
    columns = zip(row, headers, strict=False)
    told = next((cell.text for cell, header in columns if _DUE.fullmatch(header)), "")
    found = _DAY.fullmatch(told)
    if found is None or not (found["year"] or year):
        return None
    time = next(iter(find_times(told if found["year"] else f"{year}年{told}", None)), None)
    end = (time.nominal_end or time.period_end) if time else None
    return Period(end, end, "inherited") if end else None


def dued(found: Found, due: Period) -> Found:
    """A number of the row whose targets have no day of their own."""
    stated = [
        replace(s, period=due) if s.nature == "target" and s.period.basis != "stated" else s for s in found.statements
    ]
    return replace(found, statements=stated)


def planned_year(year: int | None, inherited: Inherited, on: date | None) -> int | None:
    """The year that a table of tasks is of: its section's, its paper's, or that in which the paper was made."""
    target = inherited.target
    return year or (target.end.year if target and target.end else None) or (on.year if on else None)
