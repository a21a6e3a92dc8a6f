"""The rows of headers above a table's figures, put over its columns.

What belongs here: headers over several columns, rows that lost cells, the corner, names that lean on each other, parts of the column
before.  What does not: what the other rows are for (grid_layout), and single words (grid_words).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from edu_pipeline.indicators.grid_words import (
    PERIOD,
    UNIT,
    counts,
    is_unit,
    leans,
    names_indicator,
    only_level,
    without_levels,
)
from edu_pipeline.indicators.headings import named_level
from edu_pipeline.language import units
from edu_pipeline.reading.cells import CORNERS

CORNER = re.compile(
    rf"{CORNERS}|编号|指标名称|县[(（]?市.{{0,4}}|旗县?[市区]*|[盟州]市|市州|学校名称|学校类别|单位名称|"
    r"(?:评估|评价|监测|主要)(?:内容|指标|项目)|类型|各级各类学校"
)
UNIT_HEADER = re.compile(r"(?:计量)?单位")
CHILD = re.compile(r"^(?:其中|#|＃|——|[-—–]\s?|其?中\s?[:：])\s?[:：]?\s?")


def width_of(names: Sequence[str]) -> int:
    """How many columns a row takes without the empty cells at its end."""
    return max((i + 1 for i, n in enumerate(names) if n), default=0)


def moved_up(rows: list[list[str]], width: int) -> list[list[str]]:
    """地区 | 学校数 | 教职工数 | (nothing) / (所) | #专任教师: a second row that lost the cells which the first spans starts
    at the left.  Its names belong over the columns that the first leaves without one; its units go with those names."""
    if len(rows) != 2:
        return rows
    above, below = ([*row[:width], *[""] * (width - len(row))] for row in rows)
    names = [n for n in below if n and not is_unit(n)]
    empty = [i for i, n in enumerate(above) if not n and i]
    named = [n for n in below if n]
    at_left = below[: len(named)] == named and bool(named) and (is_unit(named[0]) or CHILD.match(named[0]))
    if not at_left or len(names) != len(empty):
        return rows
    for i, name in zip(empty, names, strict=True):
        above[i] = name
    for unit in (n for n in named if n not in names):
        over = next((i for i, n in enumerate(above) if units.of_column(n) == units.canonical(unit)), None)
        if over is not None:
            above[over] += f"({unit.strip('()（）')})"
    return [above]


def spread(names: list[str], width: int, *, last: bool) -> list[str]:
    """A row of headers over `width` columns: a header over several stands over each of them.

    names: as printed, with or without the empty cells below a merged one.  Unknown columns are empty.
    """
    cells = list(names)
    while len(cells) > width and not cells[-1]:
        cells.pop()
    if len(cells) < width:
        cells = _stretched(cells, width)
    if last:
        return cells[:width]
    for i in range(2, len(cells)):  # the corner spreads over nothing
        if not cells[i] and not CORNER.fullmatch(cells[i - 1]) and not UNIT_HEADER.fullmatch(cells[i - 1]):
            cells[i] = cells[i - 1]
    return cells[:width]


def _stretched(cells: list[str], width: int) -> list[str]:
    """Headers that are fewer than the columns: the corner is missing, or each stands over as many columns.

    Where an empty cell stands among them, merged cells are printed empty, and those at the end of the line were lost.
    """
    corner = bool(cells) and (CORNER.fullmatch(cells[0]) is not None or not cells[0])
    missing = width - len(cells)
    if "" in cells[1:]:
        return [*cells, *[""] * missing]
    if corner and len(cells) > 1 and (width - 1) % (len(cells) - 1) == 0:
        each = (width - 1) // (len(cells) - 1)
        return [cells[0], *(c for cell in cells[1:] for c in [cell] * each)]
    if corner and len(cells) > 1:
        return [*cells, *[""] * missing] if missing == 1 else [""] * width
    if cells and (width - 1) % len(cells) == 0:
        each = (width - 1) // len(cells)
        return ["", *(c for cell in cells for c in [cell] * each)]
    return [""] * width


_BEGUN = re.compile("(?:已|未|新)?(?:开工|竣工|完工|在建|建成|投用)数?")
_BUILDS = re.compile("开工|竣工|完工|投资|面积|资金")
_PROJECTS = re.compile("(?:建设|教育|列入|规划|计划|安排|纳入|实施|储备)?项目(?:个?数|总数)?")


def of_projects(name: str, row: Sequence[str]) -> str:
    """开工 beside 项目 counts the projects that were begun, and 项目 beside 开工 or 资金 those that are built, their area and
    their cost."""
    bare = UNIT.sub("", name)
    unit, others = name[len(bare) :], [UNIT.sub("", n) for n in row]
    projects = any(map(_PROJECTS.fullmatch, others)) or any(map(sorts_works, others))
    if _BEGUN.fullmatch(bare) and projects:
        return f"{bare.removesuffix('数')}项目{unit}"
    if _PROJECTS.fullmatch(bare) and any(map(_BUILDS.search, others)):
        return f"建设项目{unit}"
    return f"{_OF_PROJECTS[bare]}{unit}" if projects and bare in _OF_PROJECTS else name


_OF_PROJECTS = {
    "面积": "建设面积",
    "建筑面积": "建设建筑面积",
    "学位": "新增学位",
    "学位数": "新增学位",
    "资金": "投资",
    "资金额": "投资",
}


def sorts_works(name: str) -> bool:
    """Whether a column says of each row whether it is built anew or enlarged, so that the row is a project."""
    return _SORT_OF_WORKS.fullmatch(name) is not None


_SORT_OF_WORKS = re.compile("建设(?:性质|类型|类别|方式)|工程(?:性质|类型)")


@dataclass(slots=True)
class Column:
    """What stands above a column: its headers from the top, and the unit that a row of units gives.

    part: it is a part of what a column before it counts.  portion: that of one year (总投资 | 其中：2024年), which dates no
    other column.
    """

    headers: list[str] = field(default_factory=list)
    unit: str = ""
    part: bool = False
    portion: bool = False

    @property
    def name(self) -> str:
        return "".join(dict.fromkeys(h for h in self.headers if h))


_ENTER = re.compile("(?:其中)?(?:招生|毕业生?|新生|入园|离园)(?:人?数)?")
_OF_PLAN = re.compile("(.{2,8}?)(?:招生)?计划(?:数|人数)?")


def complete(column: Column, before: Column, whole: str) -> str:
    """园数 | 其中：公办, 招生数 | 其中：普通高中 | 职业高中 | 民办: what the header before the parts counts, of each part.

    whole: what the column before is a part of; returned for the next one, empty where this is no part.
    """
    if len(column.headers) > 1 and _ENTER.fullmatch(column.headers[-1]):
        column.headers = column.headers[-1:]  # 学生数 | 招生
    name = column.headers[-1] if column.headers else ""
    child = CHILD.match(name)
    part = name[child.end() :] if child else name
    if child and not before.part:
        if (of_plan := _OF_PLAN.fullmatch(before.name)) and only_level(of_plan[1]):
            column.headers[-1], column.part = f"{of_plan[1]}{part}计划", True  # 普高计划 | 其中:示范性
            return ""
        whole = before.headers[-1] if before.headers and counts(before.name) else ""
    level = only_level(part) and not names_indicator(part)  # 在园幼儿 counts itself
    sort = leans().fullmatch(part) is not None and part[0] not in "男女"
    if not whole or not (child or level or sort):
        return ""
    column.part = True
    column.portion = child is not None and PERIOD.fullmatch(part) is not None
    if (level and names_indicator(whole)) or sort or column.portion:
        own = without_levels(whole) if level else whole  # 义务教育班级总数 | 其中：初中
        column.headers[-1] = part + (own if counts(own) else whole)
    elif child and only_level(whole) and not named_level(part):
        column.headers[-1] = whole + part  # 小学 | 其中：特岗
    return whole
