"""Numbers that stand in the words of a table's cells: years, document numbers, figures with words of their own.

What belongs here: reading such a cell as a paragraph, with the place of its row and the time that heads its column.  What
does not: cells that are a figure and nothing else (grids).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from edu_pipeline.indicators.grid_cells import Cell, figure_of
from edu_pipeline.indicators.grid_words import A_SCHOOL, PERIOD, TO_ONE, counts, only_level, period_in
from edu_pipeline.indicators.statements import Found, Setting, read_paragraph
from edu_pipeline.indicators.thread import Section, Thread
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.places import find_places, is_place
from edu_pipeline.reading.cells import is_sum_in_words, is_year

Context = tuple[str, Setting]
"""What a cell's column, its row's stub or the school built there says, in words that may stand before the cell's, and the
setting with its row's place."""

_THRESHOLD = re.compile(
    rf"(?:其中\s?[:：]?)?\s?(?:班额|班级|教学班)?[{DIGITS}]{{1,4}}[人名]?(?:[-—–~～至][{DIGITS}]{{1,4}}[人名])?(?:(?:及?以[上下]|以内)的?(?:(?:班|班级|大班额|学校|教学点)数?)?|(?<=[-—–~～至][{DIGITS}]{{2}}[人名])的?(?:班|班级|大班额|学校|教学点)(?:数|个数)?)"
)
"""其中：56人以上: a stub that only says which ones are counted."""
_DIGITS = re.compile(rf"[{DIGITS}]+(?:[.．][{DIGITS}]+)?")


def years_of(row: Sequence[Cell]) -> dict[int, str]:
    """县（区） | 2022年 | 2023年: the times that head the columns, by column, where nothing else does."""
    heads = {i: cell.text for i, cell in enumerate(row) if i and cell.text}
    return heads if len(heads) > 1 and all(map(PERIOD.fullmatch, heads.values())) else {}


def contexts(row: Sequence[Cell], years: dict[int, str], setting: Setting) -> dict[Cell, Context]:
    """What the cells of a row of words take from the years that head their columns, and from the place that the row is of."""
    if not years or any(figure_of(cell.text) for cell in row):
        return {}
    mentions = find_places(row[0].text, setting.home, setting.dated_on) if is_place(row[0].text) else []
    own = setting._replace(home=mentions[0].region) if len(mentions) == 1 else setting
    return {cell: (f"{years[i]}，", own) for i, cell in enumerate(row) if i in years}


_HELD_TO = re.compile("(?:评价|评估|验收|考核|国家|省定?|达标|指标|目标)?(?:标准|要求|目标)值?")
_HELD = re.compile("(?:实际|自评|自查|目前|当前)?(?:达成|达到|完成|实现|实际|自评|自查|现状)(?:情况|结果|值)?")


def held_to(row: Sequence[Cell], headers: Sequence[str], setting: Setting) -> dict[Cell, Context]:
    """大班额比例 | 控制在5%以内 | 小学3.2%、初中4.4%: what a row of an appraisal asks of what its stub names, and finds of it;
    or what it was in a year, and shall be in another (2022年完成情况 | 2023年目标值)."""
    plain = [PERIOD.sub("", header) for header in headers]
    if not any(map(_HELD_TO.fullmatch, plain)):
        return {}
    stub = next((cell.text for cell in row if counts(cell.text)), "")
    if not stub or _DIGITS.search(stub[-3:]):
        return {}
    columns = [(c, h, period_in(full)) for c, h, full in zip(row, plain, headers, strict=False) if c.text != stub]
    asked = {cell: (stub, setting._replace(plan=True)) for cell, h, _ in columns if _HELD_TO.fullmatch(h)}
    found = {cell: (f"{time}，{stub}" if time else stub, setting) for cell, h, time in columns if _HELD.fullmatch(h)}
    return asked | found


_TO_BUILD = re.compile("建设(?:规模|内容|任务)|主要内容")
_SCHOOL = re.compile(A_SCHOOL + "(?:[一-鿿]{0,3}(?:新建|扩建|迁建|改造|建设)(?:工程|项目)?)?")


def built_there(row: Sequence[Cell], headers: Sequence[str], setting: Setting) -> dict[Cell, Context]:
    """精武镇第三小学 | 36个班: what a row's 建设规模 says is built at the school that the row is of."""
    if not any(map(_TO_BUILD.search, headers)):
        return {}
    name = next((cell.text for cell in row if cell.text and _SCHOOL.fullmatch(cell.text)), "")
    if not name:
        return {}
    columns = zip(row, headers, strict=False)
    return {cell: (f"建设{name}，", setting) for cell, header in columns if _TO_BUILD.search(header)}


_WHOLE = re.compile(
    rf"\s*(?P<noun>[一-鿿()（）]{{2,12}})\s?[:：]?\s?(?:共|合计)?[{DIGITS}][{DIGITS},.]*\s?(?P<unit>万?[人名])\s*"
)
_PART = re.compile(rf"(?P<name>[一-鿿]{{2,8}})\s?[:：]?\s?[{DIGITS}][{DIGITS},.]*\s?(?P<unit>万?[人名])")


def parts_of(row: Sequence[Cell], above: Sequence[str], setting: Setting) -> dict[Cell, Context]:
    """在校生 9812人 over 学前 1406人｜小学 4127人: what the line above counts, of the levels that a row is made of."""
    whole = _WHOLE.fullmatch(above[-1]) if above else None
    if whole is None or not counts(whole["noun"]):
        return {}
    parts = [_PART.fullmatch(cell.text) for cell in row if cell.text]
    alike = all(part and part["unit"][-1] == whole["unit"][-1] and only_level(part["name"]) for part in parts)
    return {cell: (whole["noun"], setting) for cell in row if cell.text} if alike and len(parts) > 1 else {}


def made_up_of(row: Sequence[Cell], setting: Setting) -> dict[Cell, Context]:
    """194所 | 各级各类学校 | (幼儿园83 小学58): what a bracket says the figure of a card is made up of."""
    if len(row) != 3 or not figure_of(row[0].text) or not row[2].text.startswith(("(", "（")):
        return {}
    return {row[2]: (f"{row[1].text}{row[0].text}", setting)}


_EACH = re.compile("(?:生均|人均|补助|资助|发放|收费|每生)标准")


def paid_to_each(row: Sequence[Cell], headers: Sequence[str], setting: Setting) -> dict[Cell, Context]:
    """高中国家助学金 | 平均1000元 under 资助标准: what each gets of that which the row is of, in words of its own."""
    columns = list(zip(row, headers, strict=False))[1:]
    sums = [(cell, header) for cell, header in columns if _EACH.fullmatch(header) and is_sum_in_words(cell.text)]
    return {cell: (f"{row[0].text}{header}", setting) for cell, header in sums if not _DIGITS.search(row[0].text)}


def read_words(row: Sequence[Cell], known: dict[Cell, Context], setting: Setting, section: Section) -> list[Found]:
    """The numbers that stand in the words of the cells of a row."""
    found: list[Found] = []
    for cell in row:
        whole = cell.end - cell.start == len(cell.text)
        if is_year(cell.text) and whole:
            span = (cell.start, cell.end)
            found.append(Found(*span, "period", "a year that heads a row or column", sentence=span))
        elif whole and (_THRESHOLD.fullmatch(cell.text) or _only_to_one(cell.text)):
            found += [_defines(m, cell) for m in _DIGITS.finditer(cell.text)]
        elif cell.text and cell.end > cell.start:
            lead, own = known.get(cell, ("", setting))
            asks = own.plan and own is not setting
            above = section._replace(nature=None, opened=None) if asks else section
            read = read_paragraph(lead + cell.text, own, Thread(section=above))
            found += [_moved(one, cell.start - len(lead), cell.start) for one in read if one.start >= len(lead)]
    return found


def _defines(digits: re.Match[str], cell: Cell) -> Found:
    start, end = cell.start + digits.start(), cell.start + digits.end()
    return Found(start, end, "definition", "says what is counted", sentence=(cell.start, cell.end))


def _only_to_one(text: str) -> bool:
    """Whether the one number of a stub is the second part of its row's ratios: 生师比（∶1）."""
    return TO_ONE.search(text) is not None and _DIGITS.search(TO_ONE.sub("", text)) is None


def _moved(found: Found, by: int, start: int) -> Found:
    """A number of a cell's text at its place in the document, its sentence without the words set before the cell's."""
    first, last = found.sentence
    return replace(
        found,
        start=found.start + by,
        end=found.end + by,
        value_end=found.value_end + by,
        sentence=(max(start, first + by), last + by),
    )
