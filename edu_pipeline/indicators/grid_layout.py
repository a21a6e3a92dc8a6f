"""Where the words of a table stand that a figure needs: its headers, stubs, section, unit and caption.

What belongs here: what each row is for (header, section, figures), headers over several columns or rows, stubs that
lean on the one above.  What does not: cells (grid_cells), and the sentence that the words make (grid_sentences).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from edu_pipeline.indicators.grid_cells import Cell, Figure, figure_of
from edu_pipeline.indicators.grid_columns import in_place, town_under
from edu_pipeline.indicators.grid_headers import (
    CHILD,
    CORNER,
    UNIT_HEADER,
    Column,
    complete,
    moved_up,
    of_projects,
    sorts_works,
    spread,
    width_of,
)
from edu_pipeline.indicators.grid_words import (
    EXAMINED,
    PERIOD,
    SEVERAL,
    TOLD,
    caption_units,
    counts,
    growth,
    is_part,
    is_plain_number,
    is_unit,
    is_year,
    leans,
    names_indicator,
    only_growth,
    only_level,
    period_in,
    unit_in,
    verb_of,
    without_sum,
)
from edu_pipeline.indicators.headings import named_level
from edu_pipeline.indicators.lexicon import find_words
from edu_pipeline.indicators.school_names import is_sort_of_school
from edu_pipeline.reading.dates import lone_date

_SAYS = re.compile(r"[一-鿿]|\d")
_SERIAL = re.compile(
    r"序\s?号|编号|代码|编码|(?:咨询|监督|报名|举报|办公|招生)?电话|联系电话|联系方式|手机.?|邮编|邮政编码|学号|班次|页码|位次|排序|(?:字段|数据|类型)?长度|小数位数?|精度|NO\.?",
    re.I,
)
_SCHOOLS = re.compile("(?:学校|幼儿园|园所|院校|校[（(]园[)）])(?:全?名称?)?|单位名称|[校园]名")
_ONE_SCHOOL = re.compile("(?<![小大])[一-鿿](?:小学|中学|学校|幼儿园|学院)$")
_OF_SCHOOLS = re.compile("学校|幼儿园|园所|[校园][)）]")
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}[、.．]")
_SORTS = re.compile("(?:学校|办学|园所|校园)(?:类[别型]|性质|层次|学段)")
_YEARS = re.compile("年[份度]|时间|学年")
_FORM = re.compile(r"[一-鿿]{2,6}(?<!单位)(?<!其中)\s?[:：]\s?\S|(?:填[报表]|制表|编制|审核)[一-鿿]{0,4}\s?[:：]")
"""填报日期：2011年: a blank of the form that was filled in, no header."""
_TOTAL = re.compile("[一-鿿]{0,4}[合总小]计|总[数计]|全[市县区省州国旗盟]|[本我][市县区州]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure of a table with all the words that belong to it; from the outermost: section, stubs, header.

    `units`: units that a column of units or the caption names; `parent`: the stubs that its own leans on; `years`: the
    times that head the columns; `school`: whether the row is of one school by name; `beside`: the header of the column
    before that tells of no change; `of_schools`: whether the rows are sorts of schools; `town`: the town or street that a
    column of such says the row is of, whose stub is left empty.
    """

    cell: Cell
    figure: Figure
    section: str
    stubs: tuple[str, ...]
    header: str
    row_unit: str
    units: tuple[str, ...]
    parent: tuple[str, ...]
    caption: str
    years: tuple[str, ...]
    school: bool
    beside: str = ""
    of_schools: bool = False
    town: str = ""


@dataclass(slots=True)
class Layout:
    """What holds for a table while its rows are read from the top.

    `caption`: the lines above it; `columns`: what heads each; `section`: the last row of one cell; `parent`: the last
    stubs that stand by themselves; `before`: the row above; `schools`: whether its rows are schools by name;
    `level`: what the last numbered stub says of its schools; `parts`: the row above gave one level's part of a sum
    (在校学生总数 / #小学), so that 初中 gives the next; `told`: the last stub that tells of no change; `times`: the
    times that the stubs named.
    """

    caption: str = ""
    units: tuple[str, ...] = ()
    columns: list[Column] = field(default_factory=list)
    section: str = ""
    parent: tuple[str, ...] = ()
    read: bool = False
    pending: list[list[str]] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    schools: bool = False
    level: str = ""
    parts: bool = False
    told: str = ""
    times: tuple[str, ...] = ()

    def take(self, row: Sequence[Cell]) -> list[Spot]:
        """The figures of a row; a row without any is learnt."""
        if not any(_SAYS.search(c.text) for c in row):
            return []
        row = self._turned(self._merged(row))
        names = [c.text for c in row]
        figures = self._figures(names)
        if not figures:
            self._learn(names)
            return []
        if self.pending:
            self._head(max(width_of(n) for n in (names, *self.pending) if len(n) <= len(row)), min(figures))
        self.read = True
        spots = self._spots(row, names, figures)
        self.before = names
        return spots

    def _merged(self, row: Sequence[Cell]) -> Sequence[Cell]:
        """A row with the stubs that stand only once for it and rows above: they are empty here, or left out."""
        above = self.before
        stubs = next((i for i, n in enumerate(above) if figure_of(n)), 0)
        if stubs < 2 or self.pending or not row:
            return row
        if len(row) < len(above):
            shape = [figure_of(n) is not None for n in above]
            own = [figure_of(c.text) is not None for c in row]
            missing = len(above) - len(row)
            if missing <= stubs and own != shape[: len(row)] and own == shape[-len(row) :]:
                return [*(Cell(row[0].start, row[0].start, n) for n in above[:missing]), *row]
            return row
        split = not row[0].text and len(row) > 2 and row[1].text and not figure_of(row[1].text)
        if split and any(figure_of(c.text) for c in row):
            return [Cell(row[0].start, row[0].start, above[0]), *row[1:]]
        return row

    def _turned(self, row: Sequence[Cell]) -> Sequence[Cell]:
        """A figure with its name behind it, under no header: the name first."""
        made_up = len(row) == 3 and row[2].text.startswith(("(", "（"))
        alone = len(row) == 2 or made_up
        figure = figure_of(row[0].text) if alone and not (self.columns or self.pending) else None
        if figure is None or figure_of(row[1].text):
            return row
        name = _BLANK.split(row[1].text)[0]
        told = figure.unit or not figure.number.isdigit()
        named = name and (told or counts(name) or unit_in(name))
        return [replace(row[1], text=name), row[0], *row[2:]] if named else row

    def _figures(self, names: Sequence[str]) -> dict[int, Figure]:
        """The figures among the cells of a row, by column."""
        found = {i: f for i, n in enumerate(names) if (f := figure_of(n))}
        years = [i for i, n in enumerate(names) if is_year(n)]
        known = bool(self.columns or self.pending)
        words = [n for i, n in enumerate(names) if n and i not in found]
        if years and set(years) == set(found) and (not known or len(years) > 1 and not self.read and len(words) <= 2):
            return {}  # years at the head of columns
        first = self._whole(names, found) and known
        return {i: f for i, f in found.items() if (i or first) and not self._is_stub(i, names[i])}

    def _whole(self, names: Sequence[str], found: dict[int, Figure]) -> bool:
        """Whether the row has no stub: all cells are figures, and the first counts something that its header names."""
        corner = (
            (self.columns[0].name if self.columns else self.pending[-1][0] if self.pending else "") if names else ""
        )
        return len(found) == len(names) > 1 and bool(corner) and not CORNER.fullmatch(corner) and not is_year(names[0])

    def _is_stub(self, column: int, text: str) -> bool:
        """Whether a bare year stands in a column of years."""
        return is_year(text) and _YEARS.search(self.above(column)) is not None

    def names(self) -> list[str]:
        """The headers of the columns; of a table that has had no figures, the first row of words."""
        return [column.name for column in self.columns] or [*(self.pending or [[]])[0]]

    def above(self, column: int) -> str:
        """The header of a column, as far as it is known."""
        if self.pending:
            row = self.pending[-1]
            return row[column] if column < len(row) else ""
        return self.columns[column].name if column < len(self.columns) else ""

    def _beside(self, column: int) -> str:
        """The header of the nearest column before that tells of no change, nor of a part (其中：普通中专 | 职业高中); that of
        the stubs is none."""
        told = [c for c in self.columns[1:column] if not growth(c.name)]
        whole = [c for c in told if not c.part] or told
        return whole[-1].name if whole else ""

    def _counted_before(self, column: int) -> tuple[str, ...]:
        """原有机构数(家) | 注销 | 保留: the unit of the nearest column before that prints one, of its parts too."""
        printed = (unit_in(c.name) for c in reversed(self.columns[1:column]))
        return next(((unit,) for unit in printed if unit and unit not in "%％‰"), ())

    def _learn(self, names: list[str]) -> None:
        """A row without figures: units, a section, a header, or only words."""
        filled = [n for n in names if n]
        if named := caption_units(" ".join(filled)):
            self.units = named
        filled = self._titled(filled) if named else filled
        if len(filled) == 1:
            if self.columns or self.pending:
                self.section = "" if _TOTAL.fullmatch(filled[0]) or named else filled[0]
                self.parent = ()
            elif not lone_date(filled[0]) and (named or not re.search("[:：]", filled[0])):
                self.caption = f"{self.caption} {filled[0]}".strip()
            return
        if self.read and len(filled) == 2 and is_unit(filled[1]) and not is_unit(filled[0]):
            self.section, self.parent = f"{filled[0]}（{filled[1]}）", ()
            return
        if self.read and not self._is_header(names) or all(_FORM.match(n) for n in filled):
            return
        if any(map(SEVERAL.fullmatch, filled)):
            return
        if self.read and not self.pending:
            before = [c.headers[-1] if c.headers else "" for c in self.columns]
            if [n for n in names if n] != [n for n in before if n]:
                self.units, self.caption = (), ""
            self.section, self.parent = "", ()
        self.pending.append(names)

    def _titled(self, filled: list[str]) -> list[str]:
        """资金分配表 | 单位:万元: a title over the header, with the unit beside it."""
        others = [n for n in filled if not caption_units(n)]
        if len(others) != 1 or self.columns or self.pending or CORNER.fullmatch(others[0]):
            return filled
        self.caption = f"{self.caption} {others[0]}".strip()
        return [n for n in filled if n not in others]

    def _is_header(self, names: Sequence[str]) -> bool:
        """Whether a row of words below rows of figures heads another table."""
        if CORNER.fullmatch(names[0]) or (self.columns and names[0] and names[0] == self.columns[0].name):
            return True
        if any(map(TOLD.search, names[1:])):
            return False  # 大班额 | 控制在5%以内 | 小学3.2%: a row that says its figures in words
        return sum(bool(PERIOD.search(n) or unit_in(n) or counts(n)) for n in names[1:]) >= 2

    def _head(self, width: int, first: int) -> None:
        """The rows of words above the first figures become the headers of the columns; `first`: that of figures."""
        pending = moved_up(self.pending, width)
        rows = [spread(row, width, last=i + 1 == len(pending)) for i, row in enumerate(pending)]
        self.columns = [Column() for _ in range(width)]
        for above, names in zip([[""] * width, *rows], rows, strict=False):
            own = ["" if name == over else name for over, name in zip(above, names, strict=True)]
            units = [n for n in own if n]
            if len(rows) > 1 and units and all(is_unit(n) for n in units):
                for column, name in zip(self.columns, own, strict=True):
                    column.unit = name.strip("()（）")
                continue
            for column, name in zip(self.columns, names, strict=False):
                column.headers.append(name)
        whole = ""
        for before, column in zip(self.columns, self.columns[1:], strict=False):
            whole = complete(column, before, whole)
        names = [column.name for column in self.columns]
        told = [*(name for name in names[:first] if sorts_works(name)), *names[first:]]  # 项目 may only head the stubs
        for column in self.columns[first:]:
            column.headers = [of_projects(name, told) for name in column.headers]
        self.pending = []

    def _spots(self, row: Sequence[Cell], names: Sequence[str], figures: dict[int, Figure]) -> list[Spot]:
        headed = len(self.columns) >= max(i for i, n in enumerate(names) if n) + 1
        first = min(figures)
        words = {
            i: n
            for i, n in enumerate(names)
            if n and i not in figures and not (is_plain_number(n) or SEVERAL.fullmatch(n))
        }
        in_column = next((n for i, n in words.items() if i and headed and UNIT_HEADER.fullmatch(self.above(i))), "")
        row_unit = in_column or next(
            (n for i, n in words.items() if 0 < i < first and is_unit(n) and (headed or n != "项目")), ""
        )
        own = {i: verb_of(n) if i and headed and TOLD.search(n) else n for i, n in words.items() if i < first}
        stubs = [n for n in own.values() if n and n != row_unit]
        if not headed and stubs:
            stubs[-1] = of_projects(stubs[-1], list(words.values()))
        self._numbered(stubs)
        last, parent = self._stubs(stubs)
        towns = {n: town for i, n in words.items() if i < first and headed and (town := town_under(self.above(i), n))}
        town = next(iter(towns.values()), "")
        last = tuple("" if n in towns else n for n in last)
        turned = len(last) == 1 and only_growth(last[0])
        if last and not turned:
            self.told = last[-1]
            self.times += (period_in(last[-1]),) if period_in(last[-1]) else ()
        school = any(headed and self._names_school(i, n) for i, n in words.items() if i < first)
        above = [column.name for column in self.columns[first:]]
        in_order = in_place(above, self.units, stubs) if headed else len(figures) == len(self.units) > 1
        years = tuple(p for c in self.columns if not c.portion and (p := period_in(c.name)))
        spots = []
        for i, figure in sorted(figures.items()):
            if not headed and (between := words.get(i - 1)) and i - 1 > first and between != row_unit:
                # 甘州区|幼儿园|412所|在园幼儿|43276人
                last = (*stubs[:-1], of_projects(between, list(words.values())))
            column = self.columns[i] if i < len(self.columns) and headed else Column()
            if _SERIAL.fullmatch(column.name if headed or not last else last[-1]):
                continue
            units = (column.unit,) if column.unit else self.units
            if in_order and not column.unit and i - first < len(units):
                units = (units[i - first],)  # 单位：万元、个
            if not units and headed and EXAMINED.fullmatch(column.name):
                units = self._counted_before(i)
            section = self.section or self.level
            section = "" if _contradicts(section, "".join(last)) else section
            spot = Spot(
                row[i],
                figure,
                section,
                last,
                column.name,
                row_unit,
                units,
                parent,
                self.caption,
                years,
                school,
                self._beside(i),
                headed and _SORTS.fullmatch(self.columns[0].name) is not None,
                town,
            )
            spots.append(self._of_change(spot) if turned and headed and not growth(column.name) else spot)
        return spots

    def _of_change(self, spot: Spot) -> Spot:
        """A row 增长率（%）: its cells are to the row above what the cells of such a column are to the column before, in the
        unit of that row (学校数（所） / 比上年增减) unless it has its own."""
        times = () if period_in(spot.header) else self.times
        unit = unit_in(self.told)
        return replace(spot, stubs=(spot.header,), header=spot.stubs[0], beside=self.told, years=times, row_unit=unit)

    def _numbered(self, stubs: Sequence[str]) -> None:
        """二、小学数: what a numbered stub says of its schools holds for those without a number below it."""
        if stubs and _NUMBERED.match(stubs[0]):
            if _NUMBERED.match(self.section):
                self.section = ""  # a row 二、中等教育 ends what the line 一、高等教育 headed
            levels = [h.word.text for h in find_words(stubs[0]) if h.word.level]
            self.level = max(levels, key=len, default="") if named_level(stubs[0]) else ""

    def _names_school(self, column: int, name: str) -> bool:
        """Whether a stub is one school's name: its column says so, and it is no sort of school."""
        above = self.above(column)
        listed = above in ("名称", "单位") and _OF_SCHOOLS.search(self.caption) is not None
        if not (listed or _SCHOOLS.fullmatch(above)) or _TOTAL.fullmatch(name):
            return False
        if self.schools and _ONE_SCHOOL.search(name):
            return True  # 民族中学 below 第三小学
        one = not is_sort_of_school(name)
        self.schools = self.schools or one
        return one

    def _stubs(self, printed: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The stubs of a row without 其中, and the stubs above that they lean on."""
        if not printed:
            return (), ()
        child = CHILD.match(printed[-1])
        stubs = (*printed[:-1], printed[-1][child.end() :] if child else printed[-1])
        goes_on = self.parts and only_level(stubs[0])
        if len(stubs) == 1 and (
            child or goes_on or leans().fullmatch(stubs[0]) or (not self.columns and is_part(stubs[0], self.parent))
        ):
            whole = "".join(self.parent)
            one = only_level(stubs[0]) and (child is not None or goes_on)
            self.parts = one and counts(whole) and named_level(whole) is None
            return stubs, tuple(without_sum(name) for name in self.parent)
        self.parts = False
        counted = not self.columns and names_indicator(stubs[-1])  # 专任教师合计
        self.parent = () if _TOTAL.fullmatch(stubs[-1]) and not counted else stubs
        return stubs, ()


_BLANK = re.compile(r"[ \t\u3000\xa0]+(?=[^ ]*\d)")
"""总体近视率 下降1.3个百分点: where more is told behind a name."""


def _contradicts(section: str, stub: str) -> bool:
    """Whether a stub names a level or an indicator of its own, so that the section does not speak of it."""
    if not section:
        return False
    level, own = named_level(section), named_level(stub)
    return bool(level and own and level != own) or (names_indicator(section) and names_indicator(stub))
