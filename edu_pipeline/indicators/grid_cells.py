"""The cells of a table's rows, and the figures among them.

What belongs here: cutting rows at pipes and tabs (others come cut from reading), and the parts of a figure as a cell
prints it: sign, number, unit, bound, footnote mark.  What does not: headers and stubs (grid_layout).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from edu_pipeline.language import units
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.reading import Block
from edu_pipeline.reading.blocks import bars
from edu_pipeline.reading.cells import HAN, MARK, VERDICT, is_period, squeezed

_NUMBER = (
    rf"[{DIGITS}]{{1,3}}(?:[,，][{DIGITS}]{{3}})+(?:[.．][{DIGITS}]+)?"
    rf"|[{DIGITS}]{{1,3}}(?:[ \u2009\xa0][{DIGITS}]{{3}})+(?:[.．][{DIGITS}]+)?|[{DIGITS}]+(?:[.．][{DIGITS}]+)?"
)
_FIGURE = re.compile(
    rf"(?P<open>[\[〔【(（])?\s?(?P<bound>[≥≤><＞＜≧≦]|不[低少高超大小][于过]|达到|约|近|超过?)?\s?"
    rf"(?P<verb>下降|减少|降低|降|上升|增长|增加|提高|升|增)?\s?(?P<sign>[-－−–+＋▲▼△▽↑↓±])?\s?"
    rf"(?P<number>{_NUMBER})\s?(?P<unit>[%％‰]|[万亿千百]?[一-鿿/·㎡²]{{0,6}}?)(?P<limit>及?以上|及?以下|以内|左右|[余多])?"
    rf"(?P<arrow>[↑↓▲▼])?\s?(?(open)[\]〕】)）]){VERDICT}{MARK}"
)
_NAMED = re.compile(rf"(?P<name>[一-鿿“”（）()]{{1,14}})\s?[:：]?\s?(?P<figure>(?:{_NUMBER})[%％]?)")
RATIO = re.compile(rf"(?P<ratio>[{DIGITS}]+(?:[.．][{DIGITS}]+)?\s?[:：∶]\s?[{DIGITS}]+(?:[.．][{DIGITS}]+)?){MARK}")
_BOUNDS = {
    "≥": "不低于",
    "≧": "不低于",
    "≤": "不超过",
    "≦": "不超过",
    ">": "超过",
    "＞": "超过",
    "<": "低于",
    "＜": "低于",
}
_MARKS = re.compile(rf"[{DIGITS}]{{3}}分及?以[上下]")
"""600分以上: whom a column counts."""
_FELL = frozenset("-－−–▼▽↓")
_GAP = re.compile(r"[ \u2009\xa0](?=\d)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's stripped text at its place in the document; blanks that only stretch a word are left out of it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed: `number` with what stands around it, in words where the cell has signs.

    `moved`: the cell says of a share that it rose or fell (增长2.6%).
    `end` and `number_end` are offsets in the cell: after the unit, after the number; `start` before the sign or bound.
    """

    number: str
    unit: str
    bound: str
    limit: str
    fell: bool
    moved: bool
    start: int
    number_end: int
    end: int


def rows_of(text: str, blocks: Sequence[Block]) -> list[list[Cell]]:
    """The cells of each row, in order; empty ones have no width."""
    lines = [
        text[block.start : block.end]
        for block in blocks
        if not block.cells and any(bar in text[block.start : block.end] for bar in "|｜│")
    ]
    framed = 2 * sum(line.startswith(("|", "｜", "│")) for line in lines) > len(lines)
    rows = [_known(text, b) if b.cells else _cut(text, b.start, b.end, framed=framed) for b in blocks]
    return _parted(_unwrapped(rows))


_ENDS_IN_UNIT = re.compile(r"[一-鿿]{0,12}[(（][%％‰一-鿿]{1,5}[)）]")


def _unwrapped(rows: list[list[Cell]]) -> list[list[Cell]]:
    """新增劳动力平均受教育年 | 12.1 | 13.2 over 限（年） | | : the name of a row that its cell was too narrow for is one."""
    whole = list(rows)
    for i, (above, row) in enumerate(pairwise(rows), 1):
        if len(row) != len(above) or len(row) < 2 or any(c.text for c in row[1:]) or not all(c.text for c in above):
            continue
        name, end = above[0], row[0]
        if _ENDS_IN_UNIT.fullmatch(end.text) and name.text[-1] not in ")）" and HAN.search(name.text):
            whole[i - 1] = [Cell(name.start, name.end, name.text + end.text), *above[1:]]
            whole[i] = [Cell(end.start, end.start, ""), *row[1:]]
    return whole


def _parted(rows: list[list[Cell]]) -> list[list[Cell]]:
    """甘州区 | 项目12 | 开工11: cells that hold a name and its figure are two, where rows below each other name the same."""
    named = [[found["name"] for c in row if (found := _NAMED.fullmatch(c.text))] for row in rows]
    beside = zip([None, *named], named, [*named[1:], None], strict=False)
    alike = [len(own) > 1 and own in (above, below) for above, own, below in beside]
    return [
        [part for cell in row for part in _in_two(cell)] if same else row for row, same in zip(rows, alike, strict=True)
    ]


def _in_two(cell: Cell) -> list[Cell]:
    found = _NAMED.fullmatch(cell.text)
    if found is None or cell.end - cell.start != len(cell.text):
        return [cell]
    return [
        Cell(cell.start + found.start(part), cell.start + found.end(part), found[part]) for part in ("name", "figure")
    ]


def _known(text: str, block: Block) -> list[Cell]:
    """The cells of a row that its reader cut.

    A merged cell is a word at each of its places, though only the first has a width; a figure, and what is merged over
    the whole row, counts once.
    """
    cells: list[Cell] = []
    before: set[tuple[int, int]] = set()
    alone = len({place for place in block.cells if place[0] < place[1]}) == 1
    for start, end in block.cells:
        word = squeezed(text[start:end])
        if (start, end) in before or start < block.start:
            word = "" if alone or figure_of(word) else word
            cells.append(Cell(block.start, block.start, word))
        else:
            cells.append(Cell(start, end, word))
        before.add((start, end))
    return cells


def _cut(text: str, start: int, end: int, *, framed: bool) -> list[Cell]:
    """The cells of a row by its pipes or tabs; one at the edge of the line sets apart an empty cell, unless pipes are
    the table's frame."""
    separator = bars(text[start:end]) or ("|" if "|" in text[start:end] else "\t")
    if separator == "\t" and "\t" in text[start:end]:
        while start > 0 and text[start - 1] in "\t ":
            start -= 1
        while end < len(text) and text[end] in "\t ":
            end += 1
    found, at = [], start
    for part in text[start:end].split(separator):
        stripped = part.strip()
        lead = len(part) - len(part.lstrip()) if stripped else 0
        found.append(Cell(at + lead, at + lead + len(stripped), squeezed(stripped)))
        at += len(part) + 1
    if separator in "|｜│" and framed:
        found = found[not found[0].text :]
        found = found[:-1] if found and not found[-1].text else found
    return found


def side_by_side(rows: Sequence[Sequence[Cell]]) -> list[slice]:
    """The columns of each of the tables that one is set as (指标|数量|指标|数量), which its headers repeat; else all."""
    for at, row in enumerate(rows):
        names = [c.text for c in row]
        if any(map(figure_of, names)):
            break
        for wide in range(2, len(names) // 2 + 1):
            first = names[:wide]
            if len(names) % wide == 0 and names == first * (len(names) // wide) and len(set(first) - {""}) == wide:
                begins = range(0, len(names), wide)
                below = [r for r in rows[at + 1 :] if len(r) == len(names)]
                if below and not any(figure_of(r[begin].text) for r in below for begin in begins):
                    return [slice(begin, begin + wide) for begin in begins]
    return [slice(None)]


def figure_of(text: str) -> Figure | None:
    """The figure that a cell holds and nothing else; None for words."""
    if not text or len(text) > 40 or is_period(text):
        return None
    if ratio := RATIO.fullmatch(text):
        end = ratio.end("ratio")
        return None if _is_clock(ratio["ratio"]) else Figure(ratio["ratio"], "", "", "", False, False, 0, end, end)
    match = _FIGURE.fullmatch(text)
    if match is None or _MARKS.fullmatch(text) or not _is_unit(match["unit"]):
        return None
    unit, number = match["unit"], match["number"]
    fell = (match["sign"] or "") in _FELL or (match["verb"] or "").startswith(("下", "减", "降"))
    fell = fell or (match["arrow"] or "") in ("↓", "▼")
    starts = [match.start(name) for name in ("bound", "verb", "sign", "number") if match[name]]
    return Figure(
        _GAP.sub("", number),
        unit,
        _BOUNDS.get(match["bound"] or "", match["bound"] or ""),
        match["limit"] or "",
        fell,
        bool(match["verb"]) and unit in ("%", "％"),
        min(starts),
        match.end("number"),
        match.end("unit") if unit else match.end("number"),
    )


def _is_clock(ratio: str) -> bool:
    return re.fullmatch(r"(?!1[:：])\d{1,2}[:：][0-5]\d", ratio) is not None


def _is_unit(unit: str) -> bool:
    return not unit or unit in "%％‰万亿" or known_unit(_COUNTED.sub("", unit))


_COUNTED = re.compile("(?<=个)(?:项目|班级?|点|校区)$")
"""3个项目: the noun may stand with its classifier."""


def known_unit(unit: str) -> bool:
    """Whether a printed word is a unit, with or without a magnitude (万人)."""
    return units.normal(re.sub("^[万亿千百]+", "", unit)) in units.words().units
