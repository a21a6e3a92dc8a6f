"""Tables set in text: each figure read as the sentence that its row, column and caption make of it.

What belongs here: cells, headers, stubs and units of tables whose rows are lines (pipes, tabs).  What does not: the
reading of the sentence (statements), and finding table rows (reading).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from edu_pipeline.indicators.headings import named_level
from edu_pipeline.indicators.lexicon import find_words
from edu_pipeline.indicators.statements import Found, Setting, read_paragraph
from edu_pipeline.indicators.thread import Section, Thread, fits
from edu_pipeline.language import units
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.places import Region, is_place

_CELL = re.compile(r"[^|\t]+")
_FIGURE = re.compile(
    rf"(?P<bound>[≥≤><＞＜]?)\s?(?P<sign>[-－+＋]?)\s?(?P<number>[{DIGITS}]{{1,3}}(?:[,，][{DIGITS}]{{3}})+(?:\.[{DIGITS}]+)?|[{DIGITS}]+(?:[.．][{DIGITS}]+)?)\s?(?P<unit>[%％‰]|[万亿]?[一-鿿/]{{0,3}}?)(?P<limit>以上|以下|以内|左右)?"
)
_BOUNDS = {"≥": "不低于", "≤": "不超过", ">": "超过", "＞": "超过", "<": "低于", "＜": "低于"}
_TOWN = re.compile("[一-鿿]{1,5}(?:镇|乡|街道|苏木)")
_RATIO = re.compile(rf"[{DIGITS}]+(?:\.[{DIGITS}]+)?\s?[:：∶]\s?[{DIGITS}]+(?:\.[{DIGITS}]+)?")
_YEAR = re.compile(rf"(?P<year>(?:19|20)[{DIGITS}]{{2}})\s?(?:年度?)?")
_PERIOD = re.compile(
    rf"(?:19|20)[{DIGITS}]{{2}}(?:[-—/](?:19|20)?[{DIGITS}]{{2}})?(?:学年|年度?)?(?:[{DIGITS}]{{1,2}}月)?(?:底|末)?|上年|本年|去年|今年"
)
_UNIT = re.compile(r"[(（]\s?(?P<unit>[^()（）]{1,10})\s?[)）]|[,，/](?P<tail>[%％]|[万亿]?[元人所个])$")
_CAPTION_UNIT = re.compile(r"单位\s?[:：]\s?(?P<unit>[^\s)）。;；]{1,16})")
_GROWTH = re.compile(r"增长|增幅|增减|升降|同比|比上年|较上年|变化|涨跌")
_NOTHING = re.compile(
    r"[-—–·.…/\s]*|合计|总计|小计|全[市县区省州国]|[本我][市县区省]|序号|单位|备注|项目|指标(?:名称)?|名称|单位|类别|内容"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's stripped text at its place in the document."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Grid:
    """What holds for a table while its rows are read: `headers` by column, the last section row, the caption's unit."""

    caption: str = ""
    headers: list[str] = field(default_factory=list)
    section: str = ""
    units: list[str] = field(default_factory=list)


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of one row, by pipes or tabs; empty ones have no width."""
    row = text[start:end]
    separator = "|" if "|" in row else "\t"
    found, at = [], start
    for part in row.split(separator):
        stripped = part.strip()
        lead = len(part) - len(part.lstrip()) if stripped else 0
        found.append(Cell(at + lead, at + lead + len(stripped), stripped))
        at += len(part) + 1
    if separator == "|" and found and not found[0].text:
        found = found[1:]
    return found[:-1] if separator == "|" and found and not found[-1].text else found


def read_table(
    text: str, rows: Sequence[tuple[int, int]], before: Sequence[str], setting: Setting, thread: Thread
) -> list[Found]:
    """Every number of a table.  rows: spans of its lines; before: the lines above it, the nearest last."""
    grid = Grid(" ".join(before[-2:]))
    level = named_level(grid.caption)
    if level:
        thread = Thread(section=replace(thread.section, level=level))
    grid.units = _caption_units(grid.caption)
    found: list[Found] = []
    for start, end in rows:
        row = cells(text, start, end)
        figures = [
            i for i, cell in enumerate(row) if i and _is_figure(cell.text) and not _names_period(cell.text, grid)
        ]
        if not figures:
            found += _words(row, setting, thread)
            _learn(row, grid)
        else:
            found += _figures(row, figures, (start, end), grid, setting, thread.section)
    return found


def _caption_units(caption: str) -> list[str]:
    """单位:所、万人: the units that the figures of a table are in."""
    found = _CAPTION_UNIT.findall(caption)
    return re.split("[、,，/及和]", found[-1]) if found else []


def _is_figure(text: str) -> bool:
    match = _FIGURE.fullmatch(text)
    if _RATIO.fullmatch(text):
        return True
    return match is not None and (
        not match["unit"]
        or match["unit"] in "%％‰"
        or units.normal(match["unit"].lstrip("万亿")) in {"", *units.words().units}
    )


def _names_period(text: str, grid: Grid) -> bool:
    """A year at the head of a column; a bare number of four digits only while there are no headers."""
    return _PERIOD.fullmatch(text) is not None and (not text.isdigit() or not grid.headers)


def _learn(row: list[Cell], grid: Grid) -> None:
    filled = [c for c in row if c.text and not _NOTHING.fullmatch(c.text)]
    named = _caption_units(" ".join(c.text for c in row))
    if named and len(filled) <= 1:
        grid.units = named
    elif len(filled) == 1 and grid.headers:
        grid.section = filled[0].text
    elif len(filled) >= 2 or not grid.headers:
        names = [c.text for c in row]
        grid.headers = (
            [a + b if a != b else a for a, b in zip(grid.headers, names, strict=False)]
            if len(grid.headers) == len(names)
            else names
        )


def _words(row: list[Cell], setting: Setting, thread: Thread) -> list[Found]:
    """Numbers that stand in the words of a row: years, document numbers, figures with their own words."""
    return [
        _moved(found, cell.start) for cell in row if cell.text for found in read_paragraph(cell.text, setting, thread)
    ]


def _moved(found: Found, by: int) -> Found:
    return replace(
        found,
        start=found.start + by,
        end=found.end + by,
        value_end=found.value_end + by,
        sentence=(found.sentence[0] + by, found.sentence[1] + by),
    )


def _figures(
    row: list[Cell], figures: list[int], span: tuple[int, int], grid: Grid, setting: Setting, section: Section
) -> list[Found]:
    found = _words([c for i, c in enumerate(row) if i not in figures], setting, Thread(section=section))
    named = [c.text for c in row[: figures[0]] if _YEAR.fullmatch(c.text) or not re.fullmatch(rf"[{DIGITS}]*", c.text)]
    units_named = [n for n in named[1:] if _is_unit(n)]
    stub = " ".join(n for n in named if n not in units_named)
    for i in figures:
        header = grid.headers[i] if i < len(grid.headers) else ""
        found.append(_figure(row[i], span, stub, header, units_named or grid.units, grid, setting, section))
    return sorted(found, key=lambda f: f.start)


def _figure(
    cell: Cell,
    span: tuple[int, int],
    stub: str,
    header: str,
    named: list[str],
    grid: Grid,
    setting: Setting,
    section: Section,
) -> Found:
    sentence, at = _sentence(cell.text, stub, header, named, grid)
    read = next((f for f in read_paragraph(sentence, setting, Thread(section=section)) if f.start <= at < f.end), None)
    figure = _FIGURE.fullmatch(cell.text)
    width = figure.end("number") if figure and figure["number"] else len(cell.text)
    if read is None or (read.kind in ("period", "identifier") and not header):
        return Found(cell.start, cell.end, "identifier", "a bare number in a table", sentence=span)
    if setting.home and (town := next((n for n in (stub, header) if _TOWN.fullmatch(n)), None)):
        place = Region(None, town, "township", setting.home.code)
        read.statements = [replace(statement, region=place) for statement in read.statements]
    return replace(
        read,
        start=cell.start,
        end=cell.end,
        value_end=cell.start + width,
        sentence=span,
        reason=f"table: {read.reason}",
    )


def _sentence(figure: str, stub: str, header: str, named: list[str], grid: Grid) -> tuple[str, int]:
    """The sentence that a figure stands for, and where its number begins in it."""
    match = _FIGURE.fullmatch(figure)
    number, sign = (match["number"], match["sign"]) if match else (figure, "")
    bound, limit = (_BOUNDS.get(match["bound"], ""), match["limit"] or "") if match else ("", "")
    unit = (match["unit"] if match else "") or _unit_in(header) or _unit_in(stub) or _fitting(named, stub + header)
    latest = max((_period(h) for h in grid.headers), default="") if _GROWTH.search(header) else ""
    period = _period(header) or _period(stub) or latest or _period(grid.caption)
    names = [_bare(part) for part in (grid.section, stub, header)]
    place = next((n for n in names if n and is_place(n)), "")
    words = [n for n in names if n and n != place and not _NOTHING.fullmatch(n)]
    move = ""
    if _GROWTH.search(header):
        words = [w for w in words if w != _bare(header)] or words
        relative = (
            "%" in header
            or "％" in header
            or "幅" in header
            or ("增长" in header and "百分点" not in header and unit != "%")
        )
        fell = sign in ("-", "－")
        move = ("下降" if fell else "增长") if relative else ("比上年减少" if fell else "比上年增加")
        unit = "%" if relative else "个百分点" if unit in ("%", "％") else unit
    lead = f"{period}," if period else ""
    lead += place + "".join(words) + move + bound
    return f"{lead}{number}{'' if match is None else unit}{limit}", len(lead)


def _is_unit(name: str) -> bool:
    return (
        name in ("%", "％", "—", "-", "万", "亿")
        or units.normal(re.sub("^[万亿千百]+", "", name)) in units.words().units
    )


def _fitting(named: list[str], words: str) -> str:
    """Of the units that a caption names, the one that fits what is counted: 学校数 in 所, the rest in 万人."""
    if len(named) < 2:
        return named[0] if named and named[0] not in "—-" else ""
    for hit in reversed(list(find_words(words))):
        for code, _ in hit.word.codes if not hit.swallowed else []:
            for unit in named:
                canonical = units.words().units.get(units.normal(re.sub("^[万亿千百]+", "", unit)), ("", 1))[0]
                if fits(code, canonical, "level"):
                    return unit
    return next((u for u in named if "人" in u or "元" in u), named[-1])


def _unit_in(name: str) -> str:
    match = _UNIT.search(name)
    unit = (match["unit"] or match["tail"] or "") if match else ""
    known = units.normal(re.sub("^[万亿千百]+", "", unit))
    return unit if known in units.words().units or unit in ("万", "亿") else ""


def _period(name: str) -> str:
    match = _PERIOD.search(name)
    if not match:
        return ""
    return match[0] + "年" if re.fullmatch(rf"[{DIGITS}]{{4}}", match[0]) else match[0].replace("年度", "年")


def _bare(name: str) -> str:
    """A header or stub without its unit, year and numbering."""
    name = _PERIOD.sub("", name)
    name = _UNIT.sub(lambda m: "" if _unit_in(m[0]) else m[0], name)
    return re.sub(
        rf"^[\s#*·•—-]+|^(?:其中|[一二三四五六七八九十]+[、.]|[{DIGITS}]+[、.])[:：]?|[\s:：*#]+$", "", name
    ).strip()
