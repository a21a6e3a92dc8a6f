"""Tables set in text: each figure read as the sentence that its row, column and caption make of it.

What belongs here: the way from the rows of a table to what its numbers state.  What does not: cells (grid_cells), what
the rows and columns are for (grid_layout), the sentences (grid_sentences) and their reading (statements), and finding
table rows (reading).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.grid_captions import caption_of
from edu_pipeline.indicators.grid_cells import Cell, figure_of, rows_of, side_by_side
from edu_pipeline.indicators.grid_due import due_in_row, dued, planned_year
from edu_pipeline.indicators.grid_layout import Layout, Spot
from edu_pipeline.indicators.grid_pairs import parted, taken
from edu_pipeline.indicators.grid_places import namesakes
from edu_pipeline.indicators.grid_prose import (
    built_there,
    contexts,
    held_to,
    made_up_of,
    paid_to_each,
    parts_of,
    read_words,
    years_of,
)
from edu_pipeline.indicators.grid_sentences import sentences
from edu_pipeline.indicators.grid_units import OF_SO_MANY
from edu_pipeline.indicators.grid_words import counts, growth, period_in, title_units
from edu_pipeline.indicators.headings import named_level, paper_topic
from edu_pipeline.indicators.inherited import UNKNOWN, Period, whole_year
from edu_pipeline.indicators.outlook import PLAN
from edu_pipeline.indicators.statements import Found, Setting, Statement, read_paragraph
from edu_pipeline.indicators.thread import Section, Thread
from edu_pipeline.language import gazetteer
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.periods import find_times
from edu_pipeline.language.places import Region, find_places, is_place
from edu_pipeline.reading import Block

_TOWN = re.compile("(?!其他|其它|各|全|所有|(?:城|县|乡|集|建制|农村)[镇乡]$)[一-鿿]{1,5}(?:镇|乡|街道|苏木)")
_AIMS = re.compile(
    r"目标|规划|(?:^|年度?|工作|招生)计划(?!生育)|计划(?=[数值完投])|预期|要求|(?<!生均)(?<!补助)(?<!资助)(?<!发放)(?<!收费)标准(?!化)|应达|(?<!执行)预算[数额]?$"
)
_NORM = re.compile(
    r"^(?:小学|初中)?(?:国家|[国省市]家?定|评估|达标|规定)?(?:标准|要求)值?(?:[(（][^()（）]{1,4}[)）])?$"
)
"""国家标准: what is asked of schools whatever the year."""
_OF_PLAN_TABLE = re.compile(
    r"(?:招生|招聘|招录|选聘|建设|投资|培训|发展)(?:[^,，。;；:：\s()（）]{0,14}(?<!完成))?计划(?:汇总|一览|分解|明细)?表?(?:\s|[(（]|$)|任务分解表|项目(?:安排|计划)(?:一览)?(?:表|如下)"
)
"""A caption under which all figures are planned."""
_REACHED = re.compile(r"实际|现有|目前|当前|完成|达到值|现状|基期|基数|达成")
_LOOKS_BACK = re.compile(r"完成|实现|进展|达标|达成|评估|评价|监测|执行|自评|情况|对比")
"""A caption on the aims of a plan that tells how far they are reached: 主要指标完成情况表, 指标中期评估表."""
_ON_HAND = re.compile(r"(?<!招收)(?<!招)(?:应届)?(?:毕业生|考生|生源)(?:总?人?数|总数)?(?:[(（].{1,3}[)）])?$")
"""初中毕业生, beside what a plan of enrolment sets out for them."""
_PART = re.compile(
    r"(?:其中\s?[:：]?\s?)?(?:(?:女|男)(?:性|生|童|教师|学生|幼儿|教职工)?|少数民族.{0,4})(?:[(（].{1,4}[)）])?"
)
_LABEL = 40
"""Characters that a label has at most."""
_UP_TO = re.compile(r"(?<!截)[到至](?:19|20)?\d\d年(?!度)")
"""A caption that says when the plan below it is due."""


def read_table(
    text: str, blocks: Sequence[Block], above: Sequence[str], setting: Setting, thread: Thread
) -> list[Found]:
    """Every number of a table.  blocks: its rows; above: the paragraphs before it, the nearest last."""
    caption = f"{setting.fund} {caption_of(above)}".strip()
    rows = parted(text, rows_of(text, blocks))
    parts = side_by_side(rows)
    counties = namesakes(rows, setting.home, setting.dated_on)
    layouts = [Layout(caption, title_units(caption)) for _ in parts]
    found: list[Found] = []
    years: dict[int, str] = {}
    for block, row in zip(blocks, rows, strict=True):
        if not block.cells and "\n" in text[block.start : block.end]:
            found += _untold(text, block)
            continue
        alone = sum(bool(c.text) for c in row) == 1
        spots = [
            s for layout, part in zip(layouts, parts, strict=True) for s in taken(layout, row if alone else row[part])
        ]
        section = _section(thread.section, layouts[0].caption)
        places = {(spot.cell.start, spot.cell.end) for spot in spots}
        rest = [c for c in row if not any(c.start <= start and end <= c.end for start, end in places)]
        years = years_of(row) or years
        names = layouts[0].names()
        known = contexts(row, years, setting) or built_there(row, names, setting) or held_to(row, names, setting)
        known = known or paid_to_each(row, names, setting) or parts_of(row, above, setting) or made_up_of(row, setting)
        inside = read_words(rest, known, setting, section)
        for spot in {spot.cell: spot for spot in spots}.values():
            span = (block.start, block.end)
            inside += [_read(spot, span, setting, section), *_footnotes(spot, span)]
        inside += _beside_cells(text, block)
        if due := due_in_row(row, names, planned_year(section.year, setting.inherited, setting.dated_on)):
            inside = [dued(one, due) for one in inside]
        found += sorted(_in_row(inside, row, setting.home, counties), key=lambda f: f.start)
    return found


_DIGITS = re.compile(rf"[{DIGITS}]+(?:[.．][{DIGITS}]+)?")


def _untold(text: str, block: Block) -> list[Found]:
    """The numbers of cells that merged ones moved, so that nothing tells which stands under which header."""
    span, reason = (block.start, block.end), "in a row of a table whose cells cannot be told apart"
    return [Found(*m.span(), "identifier", reason, sentence=span) for m in _DIGITS.finditer(text, *span)]


def _beside_cells(text: str, block: Block) -> list[Found]:
    """The numbers of a row that stand in none of its cells: those of a translation that names a header again (Grade 1)."""
    if not block.cells or "\n" not in text[block.start : block.end]:
        return []
    span, reason = (block.start, block.end), "in the translation of a table's headers"
    ends = [block.start, *(end for _, end in block.cells)]
    starts = [*(start for start, _ in block.cells), block.end]
    gaps = [gap for gap in zip(ends, starts, strict=True) if gap[0] < gap[1]]
    return [Found(*m.span(), "identifier", reason, sentence=span) for gap in gaps for m in _DIGITS.finditer(text, *gap)]


def _in_row(
    found: list[Found], row: Sequence[Cell], home: Region | None, counties: Mapping[str, Region]
) -> list[Found]:
    """What a row says of a project or school whose name opens with a county is of that county, not of the paper's place;
    `counties`: those that have the short name of the paper's place."""
    if home is None or not any(s.region == home for one in found for s in one.statements):
        return found
    place = counties.get(row[0].text) or _of_school(
        [cell.text for cell in row if cell.text and not figure_of(cell.text)], home
    )
    return found if place is None else [_moved_to(one, place, home) for one in found]


def _moved_to(found: Found, place: Region, home: Region | None) -> Found:
    within = [replace(s, region=place) if s.region == home else s for s in found.statements]
    return replace(found, statements=within)


def _footnotes(spot: Spot, span: tuple[int, int]) -> list[Found]:
    """The digits of a footnote's number behind a figure (2120[2])."""
    marks = re.finditer(rf"[{DIGITS}]+", spot.cell.text[spot.figure.end :])
    at = spot.cell.start + spot.figure.end
    return [Found(at + m.start(), at + m.end(), "identifier", "the number of a footnote", sentence=span) for m in marks]


def _section(section: Section, caption: str) -> Section:
    """The section of a table: the level of its caption, and the year of the paper's title for what happened.

    What the caption counts is nearer than what headings name.
    """
    if counts(caption):
        section = section._replace(topic=paper_topic(caption), code=None, paper_topic=None)
    level, year = named_level(caption), section.year
    reported = section.reported or (whole_year(year) if year else None)
    return section._replace(level=level or section.level, reported=reported, total=None)


def _read(spot: Spot, span: tuple[int, int], setting: Setting, section: Section) -> Found:
    """What one figure states: the first of its sentences that speaks of an indicator, else the first at all."""
    start, end = spot.cell.start + spot.figure.start, spot.cell.start + spot.figure.end
    read: Found | None = None
    for sentence in sentences(spot):
        given = read_paragraph(sentence.text, setting, Thread(section=section))
        one = next((f for f in given if f.start <= sentence.at < f.end), None)
        if one is None:
            continue
        if read is None or _states(one) > _states(read):
            read = one
        if _states(one) == 2:
            break
    if read is None or (read.kind in ("period", "identifier") and not spot.header):
        return Found(start, end, "identifier", "a bare number in a table", sentence=span)
    if spot.school and read.statements:
        read = replace(read, kind="anecdote", reason="of one named school", statements=[])
    read = _placed(_partial(read, spot), spot, setting)
    read = (
        _aimed_growth(read, spot, setting, section)
        if growth(spot.header)
        else _aimed(_signed(read, spot), spot, setting, section)
    )
    return replace(
        read,
        start=start,
        end=end,
        value_end=spot.cell.start + spot.figure.number_end,
        sentence=span,
        unit_text=spot.figure.unit or read.unit_text,
        reason=f"table: {read.reason}",
    )


def _states(found: Found) -> int:
    """2: an indicator of the catalogue; 1: a statistic; 0: none."""
    return 2 if any(s.indicator for s in found.statements) else 1 if found.statements else 0


def _placed(read: Found, spot: Spot, setting: Setting) -> Found:
    """Rows of townships, which the divisions do not list, rows of places elsewhere, and columns of 全省平均."""
    home = setting.home
    town = spot.town or next((n for n in (*spot.stubs, spot.header) if _TOWN.fullmatch(n)), None)
    if home is not None and town is not None:
        own = Region(None, town, "township", home.code)
        named = [replace(s, region=own, label=f"{spot.town}{s.label}"[-_LABEL:]) for s in read.statements]
        return replace(read, statements=named)
    place = (_compared_with(spot.header, home) if home else None) or _of_row(spot.stubs, home)
    return read if place is None else _moved_to(read, place, home)


def _of_row(stubs: Sequence[str], home: Region | None) -> Region | None:
    """The place that a row is of, though it lies outside the paper's: a table of all provinces, or of neighbours."""
    named = next((n for n in stubs if is_place(n) or n == "全国"), "")
    mentions = find_places(named, home, None) if named else []
    return mentions[0].region if len(mentions) == 1 else None


_MEAN = re.compile(r"(?P<who>全[国省市州盟]|我省|全区)(?:平均|均值|平均值|平均水平|合计)")

_WHOLE = re.compile("(?P<who>全[国省州盟]|我省|全区)")


def _compared_with(header: str, home: Region) -> Region | None:
    """The place above whose mean a column gives."""
    found = _MEAN.search(header) or _WHOLE.fullmatch(header)
    mentions = find_places(found["who"], home, None) if found else []
    return mentions[0].region if mentions else None


def _of_school(stubs: Sequence[str], home: Region) -> Region | None:
    """The district in whose school the row builds (白碱滩区第七中学综合楼)."""
    for stub in stubs:
        first = next(iter(find_places(stub[:20], home, None)), None)
        if (
            first is not None
            and not first.start
            and first.in_name
            and home.code in gazetteer.chain(first.region.code)[1:]
        ):
            return first.region
    return None


def _partial(read: Found, spot: Spot) -> Found:
    """What counts only the women or the men among those that the stub names, gives so many of ten thousand, or tells how
    far a plan is done, is not the stub's indicator."""
    part = next((n for n in (spot.header, *spot.stubs[-1:]) if _PART.fullmatch(n)), None)
    of_so_many = OF_SO_MANY.match(spot.header) and not any(s.indicator == "students_per_100k" for s in read.statements)
    if part is None and not of_so_many and not _of_the_plan(spot):
        return read
    label = "".join((*spot.parent, *spot.stubs, spot.header))[-_LABEL:]
    counted = "person" if part and not spot.figure.unit and not spot.units else None
    stated = [replace(s, indicator=None, label=label, unit=counted or s.unit) for s in read.statements]
    return replace(read, statements=stated, unit=counted or read.unit)


_OF_PLAN = re.compile(
    r"(?:任务|计划|目标|年度|总体|上半年)*(?:完成|达成|进度)(?:率|比例|比|进度)?(?:[(（].{1,3}[)）])?"
)
_WORKS = re.compile("项目|工程|投资|建设|率|占比")


def _of_the_plan(spot: Spot) -> bool:
    """招聘教师 180 126 70%: how much of a plan was done is no share of what it plans."""
    rate = spot.figure.unit in ("%", "％") or "%" in spot.header or "率" in spot.header
    return rate and _OF_PLAN.fullmatch(spot.header) is not None and not _WORKS.search("".join(spot.stubs))


def _signed(read: Found, spot: Spot) -> Found:
    """A negative level: the sentence has the number alone."""
    if not spot.figure.fell:
        return read
    return replace(read, statements=[replace(s, value=-abs(s.value)) for s in read.statements])


def _aimed(read: Found, spot: Spot, setting: Setting, section: Section) -> Found:
    """Columns of a plan: what a year to come shall bring is a target due on its last day, what a past one brought a fact."""
    if not read.statements:
        return read
    named = next((p for name in (spot.header, *spot.stubs) if (p := period_in(name))), "")
    year = _year(named, setting.dated_on)
    today = _today(setting, section, spot)
    aimed = _AIMS.search(spot.header) is not None or _OF_PLAN_TABLE.search(spot.caption) is not None
    aims = aimed and not (_REACHED.search(spot.header) or _ON_HAND.search(spot.header))
    if read.kind == "target" and _ON_HAND.search(spot.header):
        return _as(read, "actual", None)
    if year is not None and not aims and _REACHED.search(spot.header) and not (today and year.end and year.end > today):
        return _as(read, "actual", year if read.kind == "target" else None)
    if year is not None and (_lies_ahead(year, today) or _of_undated_plan(year, setting, section)):
        return _as(read, "target", _due_in(year, read, spot))
    if aims and year is not None and year.end is not None:
        of_year = "计划" in spot.header and today is not None and year.end.year <= today.year
        return _as(
            read, "target", year if of_year else _due_in(year, read, spot)
        )  # 2009年 | 计划: the plan of that year
    if aims and _UP_TO.search(spot.caption):
        return _as(read, "target", _planned(spot, setting, read))
    if aims:
        whole = setting.inherited.campaign or setting.inherited.target
        own = read.statements[0].period if read.kind == "target" else None
        norm = _NORM.search(spot.header) is not None
        over = UNKNOWN if norm else section.reported or setting.inherited.flow or UNKNOWN
        own = None if norm else own
        due = _due_in(whole._replace(basis="inherited"), read, spot) if whole else over
        return _as(read, "target", own if own and own.end else due)
    if year is not None and today is not None and year.end is not None and year.end.year < today.year:
        return _as(read, "actual", year if read.kind == "target" else None)
    if year is None and read.kind == "target" and _REACHED.search(spot.header):
        on = setting.dated_on
        return _as(read, "actual", Period(on, on, "document") if on else UNKNOWN)
    return read


def _lies_ahead(year: Period, today: date | None) -> bool:
    return today is not None and year.end is not None and year.end.year > today.year


def _of_undated_plan(year: Period, setting: Setting, section: Section) -> bool:
    """目标（见下表） | 2011年 | 2012年 in a plan of 2011 to 2013 without a day: its first year is to come as well."""
    plans = section.nature == PLAN or (setting.plan and section.nature is None)
    first = setting.inherited.campaign.start if setting.inherited.campaign else None
    return setting.dated_on is None and plans and first is not None and year.start == first


def _due_in(year: Period, read: Found, spot: Spot) -> Period:
    """What a plan does or a budget sets aside in a year is of all of it, what shall be so by then is due on its last day."""
    indicator = catalogue().indicators.get(read.statements[0].indicator or "")
    done = (indicator and indicator.accounting == "flow") or "预算" in spot.header
    return year._replace(start=year.start if done else year.end)


def _aimed_growth(read: Found, spot: Spot, setting: Setting, section: Section) -> Found:
    """A change up to a year that lies ahead is a target; what is meant a year (年均) is of all the years between."""
    times = [t for name in dict.fromkeys(spot.years) if (t := _year(name, setting.dated_on))]
    ends = sorted(t.end for t in times if t.end is not None)
    today = _today(setting, section, spot)
    if read.statements and not ends and _AIMS.search(spot.beside) and not _REACHED.search(spot.beside):
        return _as(read, "target", _planned(spot, setting, read))  # 现有 | 规划 | 增减
    if not read.statements or not ends or today is None or ends[-1].year <= today.year:
        return read
    whole = "均" in spot.header or "累计" in spot.header
    start = date(ends[0].year + 1, 1, 1) if whole and len(ends) > 1 else ends[-1]
    return _as(read, "target", Period(start, ends[-1], "stated"))


def _planned(spot: Spot, setting: Setting, read: Found) -> Period:
    """When a plan without a year in its own header is due: as its caption says, else with the paper's years."""
    caption = _year(period_in(spot.caption), setting.dated_on)
    if caption is not None and not _UP_TO.search(spot.caption):
        return _due_in(caption._replace(basis="inherited"), read, spot)
    whole = caption or setting.inherited.campaign or setting.inherited.target
    return Period(whole.end, whole.end, "inherited") if whole else UNKNOWN


def _today(setting: Setting, section: Section, spot: Spot) -> date | None:
    """The document's date; of a plan without one, or of a table of a plan's aims, the first day of its years."""
    if setting.dated_on is not None:
        return setting.dated_on
    campaign = setting.inherited.campaign
    if campaign and (setting.plan or section.nature == PLAN):
        return campaign.start
    return _set_out(spot.caption)


@lru_cache(maxsize=64)
def _set_out(caption: str) -> date | None:
    """The first day of the plan whose aims a caption says are below it (“十四五”主要指标表); every figure asks it."""
    if "指标" not in caption or _LOOKS_BACK.search(caption):
        return None
    return next((t.period_start for t in find_times(caption, None) if t.rule in ("plan", "plan_name")), None)


def _year(name: str, dated_on: date | None) -> Period | None:
    """The time that a header or stub names."""
    time = next(iter(find_times(name, dated_on)), None) if name else None
    last = (time.nominal_end or time.period_end) if time else None
    return Period(time.period_start, last, "stated") if time and last else None


def _as(read: Found, nature: str, period: Period | None) -> Found:
    """The same statistic as a target or a fact; the period only where it changes with it."""
    statements: list[Statement] = [replace(s, nature=nature, period=period or s.period) for s in read.statements]
    kind = "target" if nature == "target" else "observation"
    reason = (
        read.reason if kind == read.kind else f"{'due' if kind == 'target' else 'over'} by its column; {read.reason}"
    )
    return replace(read, kind=kind, reason=reason, statements=statements)
