"""The arithmetic of tables: rows and columns that are totals of others, columns of changes and growth.

What belongs here: which cells a header or the first cell of a row joins (合计, 小计, 增减, 增幅), and whether they fit.  What
does not: finding rows and cells (audit_grid), and sentences (the other audit modules).

One total that fits shows that the table means its columns to add up; what does not fit is then wrong.  Where none fits,
its rows may overlap, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from edu_pipeline.quality.audit_grid import Grid, Row
from edu_pipeline.quality.audit_parts import ADDABLE
from edu_pipeline.quality.audit_slips import explain_sum, left_out, sharp
from edu_pipeline.quality.audit_text import Figure
from edu_pipeline.quality.audit_trial import Log, Trial, consistent, either, fits, inconsistent, plain
from edu_pipeline.quality.tolerance import Interval, total

TOTAL = re.compile(r"(?:[^,，]{0,8})?(?:合计|总计|共计|小计|总数)|全[国省市县区州旗盟]")
_SUBTOTAL = re.compile(r"小计")
OF_THESE = re.compile(r"[\s#＃*(（]*(?:其中|#|＃|含)")
UNIT = re.compile(r"[(（][^()（）]{1,4}[)）]$")
MEAN = re.compile(r"率|比例|占比|比重|均|比(?![例重])|得分|分数|名次|序号|年份|编号|电话")
_CHANGE = re.compile(r"增减|增加|减少|增长|变化|比上年|较上年|同比|增幅|降幅")
_GROWTH = re.compile(r"%|％|增幅|降幅|增长率|幅度|增速")
_WHEN = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)|上年|去年|本年|今年")
_QUOTIENTS = (
    (re.compile("生师比|师生比"), re.compile("在校|在园|学生数"), re.compile("专任教师|教师数")),
    (re.compile("平均班额|班额|班均"), re.compile("在校|在园|学生数"), re.compile("班级|班数|教学班")),
)
_NEAR = 0.3
_MOST_OVER = 0.2
_MOST_INNER = 8  # rows that one row is tried to sum up
_MOST_WRONG = 0.34  # share of the rows of a column of changes that may be wrong where the others fit

Sum = tuple[Figure, list[Figure]]


def find(grid: Grid, log: Log) -> None:
    """Try the totals and changes of one table."""
    for whole, parts in _total_rows(grid):
        _weigh(grid, _best([_by_column(grid, whole, chosen) for chosen in _choices(parts)]), log)
    _weigh(grid, _by_row(grid), log)
    _changes(grid, log)
    _quotients(grid, log)


# ------------------------------------------------------------------------------------------------ totals
def _total_rows(grid: Grid) -> Iterator[tuple[Row, list[Row]]]:
    """Each row that sums others up, with the rows above it since the total before, or where it leads, those below."""
    totals = [i for i, row in enumerate(grid.rows) if TOTAL.fullmatch(row.stub)]
    for n, at in enumerate(totals):
        if _SUBTOTAL.search(grid.rows[at].stub) or not n:
            above = grid.rows[(totals[n - 1] + 1 if n else 0) : at]
        else:  # 合计 behind several 小计
            above = grid.rows[:at]
        following = totals[n + 1] if n + 1 < len(totals) else len(grid.rows)
        parts = above or grid.rows[at + 1 : following]
        if len(parts) >= 2:
            yield grid.rows[at], parts


def _choices(parts: list[Row]) -> list[list[Row]]:
    """The rows that may make up a total: those that are not 其中, those that are not under it either, all, those that no
    row above sums up, the subtotals, what these sum up, or one of several breakdowns (按城乡分 …, 按部门分 …)."""
    own = [row for row in parts if not OF_THESE.match(row.stub)]
    subtotals = [row for row in own if TOTAL.fullmatch(row.stub)]
    single = [row for row in own if not TOTAL.fullmatch(row.stub)]
    sections = [list(rows) for _, rows in groupby(parts, key=lambda row: row.section)]
    chosen = [
        own,
        _without_inner(parts),
        parts,
        _outermost(parts),
        subtotals,
        single,
        *(sections if len(sections) > 1 else []),
    ]
    return [c for i, c in enumerate(chosen) if len(c) >= 2 and c not in chosen[:i]]


def _without_inner(parts: list[Row]) -> list[Row]:
    """Without 其中 and the rows set in as deep as its own word: "其中:高中", "     初中"."""
    kept: list[Row] = []
    inner = False
    for row in parts:
        if OF_THESE.match(row.stub):
            inner = True
        elif not (inner and row.set_in):
            inner = False
            kept.append(row)
    return kept


def _outermost(parts: list[Row]) -> list[Row]:
    """Without the rows that the one above them sums up, in each column: 普通中学, 高中, 初中."""
    kept: list[Row] = []
    at = 0
    while at < len(parts):
        kept.append(parts[at])
        at += 1 + _broken_down_by(parts[at], parts[at + 1 : at + 1 + _MOST_INNER])
    return kept


def _broken_down_by(row: Row, below: list[Row]) -> int:
    """How many of the rows below give what a row holds, in the two columns or more that all of them have."""
    for count in range(2, len(below) + 1):
        inner = below[:count]
        shared = [c for c in row.figures if all(c in other.figures for other in inner)]
        sums = [(row.figures[c], [other.figures[c] for other in inner]) for c in shared]
        if len(sums) >= 2 and all(fits(whole, _sum(whole, parts)) for whole, parts in sums):
            return count
    return 0


def _by_column(grid: Grid, whole: Row, parts: list[Row]) -> list[Sum]:
    sums = []
    for column, figure in sorted(whole.figures.items()):
        cells = [row.figures[column] for row in parts if column in row.figures]
        addable = figure.unit in ADDABLE and not MEAN.search(grid.heads.get(column, ""))
        if addable and len(cells) >= 2 and all(cell.unit == figure.unit for cell in cells):
            sums.append((figure, cells))
    return sums


def plain_head(head: str) -> str:
    """A header without blanks and its unit."""
    return UNIT.sub("", "".join(head.split()))


def _by_row(grid: Grid) -> list[Sum]:
    """A column headed 合计: the other columns of each row, unless one of them is headed by words of another sort."""
    totals = [c for c in grid.columns if TOTAL.fullmatch(plain_head(grid.heads.get(c, "")))]
    if len(totals) != 1:
        return []
    others = [c for c in grid.columns if c != totals[0] and not MEAN.search(grid.heads.get(c, ""))]
    beside = (
        [c for c in others if c > totals[0]] if totals[0] == grid.columns[0] else [c for c in others if c < totals[0]]
    )
    sums = []
    for row in grid.rows:
        whole = row.figures.get(totals[0])
        cells = [row.figures[c] for c in beside if whole and c in row.figures and row.figures[c].unit == whole.unit]
        if whole and len(cells) >= 2:
            sums.append((whole, cells))
    return sums


def _sum(whole: Figure, parts: Sequence[Figure]) -> Interval:
    """What the parts give; a part that falls where the total rises, or rises where it falls, is taken off."""
    return total([f.span if f.sign == whole.sign else f.span.scaled(-1.0) for f in parts])


def _best(choices: list[list[Sum]]) -> list[Sum]:
    """The choice of parts by which most totals fit, or miss by a slip of the pen; the first of equals."""

    def fitting(sums: list[Sum]) -> tuple[int, int]:
        return sum(fits(w, _sum(w, p)) for w, p in sums), sum(sharp(w, p, _sum(w, p), True) for w, p in sums)

    return max(choices, key=fitting, default=[])


def _weigh(grid: Grid, sums: list[Sum], log: Log) -> None:
    tried = [(w, parts, _sum(w, parts)) for w, parts in sums if w.span.bounded]
    right = [one for one in tried if fits(one[0], one[2])]
    off = [one for one in tried if not fits(one[0], one[2])]
    meant = 0 < len(right) >= len(off)
    for whole, parts, computed in right:
        log.add(consistent(grid.passage, "sum", whole, parts, computed))
    names = left_out([(whole, parts) for whole, parts, _ in off])
    for whole, parts, computed in off:
        near = abs(computed.value - whole.value) <= _MOST_OVER * max(whole.value, computed.value)
        if any(f.sign != whole.sign for f in parts):
            log.skip("sum", "what rises and what falls does not add up, and no single slip tells why")
        elif names or (meant and near) or sharp(whole, parts, computed, True):
            log.add(
                inconsistent(grid.passage, "sum", whole, parts, computed, explain_sum(whole, parts, computed, names))
            )
        else:
            log.skip("sum", "the rows or columns before a total may be open or overlap")


# ------------------------------------------------------------------------------------------------ changes
def _changes(grid: Grid, log: Log) -> None:
    """2023年 | 2024年 | 增减 | 增幅(%): the later less the earlier, and in percent of it."""
    times = [
        (c, m[1])
        for c in grid.columns
        if (m := _WHEN.search(grid.heads.get(c, ""))) and not _CHANGE.search(grid.heads[c])
    ]
    moves = [c for c in grid.columns if _CHANGE.search(grid.heads.get(c, ""))]
    if len(times) != 2 or not moves:
        return
    (first, one), (second, two) = times
    earlier, later = (second, first) if one and two and int(one) > int(two) else (first, second)
    for column in moves:
        tried: list[tuple[Figure, Trial]] = []
        for row in grid.rows:
            trial = _moved(grid, row, column, earlier, later)
            if trial is not None:
                tried.append((row.figures[column], trial))
        off = [t for _, t in tried if t.verdict == "inconsistent"]
        meant = len(off) <= _MOST_WRONG * len(tried)
        for _, trial in tried if meant else []:
            log.add(trial)
        if not meant:
            log.skip("change", "most rows of the column do not show the change between the other two")


def _quotients(grid: Grid, log: Log) -> None:
    """在校生 | 专任教师 | 生师比: the one column through the other."""
    for head, upper, lower in _QUOTIENTS:
        columns = [[c for c in grid.columns if p.search(grid.heads.get(c, ""))] for p in (head, upper, lower)]
        columns[1:] = [[c for c in found if c not in columns[0]] for found in columns[1:]]
        if not all(len(found) == 1 for found in columns):
            continue
        claims, wholes, counts = (found[0] for found in columns)
        tried = []
        for row in grid.rows:
            if {claims, wholes, counts} <= row.figures.keys() and row.figures[counts].span.low > 0:
                operands = row.figures[wholes], row.figures[counts]
                computed = operands[0].span / operands[1].span
                tried.append(either(grid.passage, "ratio", row.figures[claims], operands, computed, _NEAR))
        right = sum(t is not None and t.verdict == "consistent" for t in tried)
        for trial in tried if 2 * right > len(tried) else []:
            log.add(trial)


def _moved(grid: Grid, row: Row, column: int, earlier: int, later: int) -> Trial | None:
    if not {column, earlier, later} <= row.figures.keys():
        return None
    claim, after, before = row.figures[column], row.figures[later], row.figures[earlier]
    computed = after.span - before.span
    if _GROWTH.search(grid.heads.get(column, "")) and after.unit not in ("%", "pp"):
        if before.span.low <= 0:
            return None
        computed = computed.scaled(100.0) / before.span
    computed = computed.scaled(claim.sign)
    if fits(claim, computed):
        return consistent(grid.passage, "change", claim, (after, before), computed)
    moved = f"{'-' if claim.sign < 0 else ''}{plain(computed.value)}"
    said = f"from {before.text} to {after.text} it moves by {moved}, not by {claim.text}"
    return inconsistent(grid.passage, "change", claim, (after, before), computed, said)
