"""Parts and shares in tables: a column headed 其中:女 beside its whole, a row 其中:民办 below it, a column of shares.

What belongs here: which cell the header or the first cell of a row makes a part of which other, and whether it can be one.  What
does not: totals, changes and quotients of columns (audit_tables), sentences (audit_excess, audit_shares).

What fits elsewhere in the same row or column shows that the part is meant to be one; only then is what does not fit wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from edu_pipeline.quality.audit_excess import exceeds, too_great
from edu_pipeline.quality.audit_grid import Grid, Row
from edu_pipeline.quality.audit_part_words import NOT_COUNTED
from edu_pipeline.quality.audit_parts import ADDABLE
from edu_pipeline.quality.audit_tables import MEAN, OF_THESE, TOTAL, plain_head
from edu_pipeline.quality.audit_text import COUNTS, Figure
from edu_pipeline.quality.audit_trial import Log, consistent, far_off, fits, inconsistent

_INNER = re.compile(r"(?:其中|#|＃)[:：]?|(?<=.)女(?:生|性|教师|教职工|学生|幼儿)?$")
_ALL = re.compile(r"(?:总数|合计|总计|小计|共计|人数|数|计)+$")
_SHARE = re.compile(r"占比|比重|构成|占[^,，]{0,8}(?:%|％|比例)")

Pair = tuple[Figure, Figure]
"""A part and its whole."""


def find(grid: Grid, log: Log) -> None:
    """Try the parts and shares of one table."""
    for column, whole in _inner_columns(grid):
        rows = [row.figures for row in grid.rows if {column, whole} <= row.figures.keys()]
        _weigh(grid, [(figures[column], figures[whole]) for figures in rows], 2, log)
    for row, whole_row in _inner_rows(grid):
        shared = [c for c in row.figures if c in whole_row.figures and not MEAN.search(grid.heads.get(c, ""))]
        _weigh(grid, [(row.figures[c], whole_row.figures[c]) for c in shared], 1, log)
    _shares(grid, log)


def _weigh(grid: Grid, pairs: list[Pair], least: int, log: Log) -> None:
    """Parts greater than their whole are wrong where at least `least`, and most others, are not."""
    counted = [(p, w) for p, w in pairs if p.unit == w.unit and w.unit in ADDABLE and p.sign == w.sign == 1]
    if any(p.unit in COUNTS and p.value % 1 for p, _ in counted):
        return  # 其中:本科及以上 84.6: in percent, whatever the heads of the table say of its units
    off = [pair for pair in counted if exceeds(*pair)]
    right = len(counted) - len(off)
    if off and right >= max(least, len(off)):
        for part, whole in off:
            log.add(too_great(grid.passage, part, whole))
    elif off:
        log.skip("sum", "what a table calls a part is mostly greater than what stands before it")


# ------------------------------------------------------------------------------------------------ which is part of which
def _inner_columns(grid: Grid) -> Iterator[tuple[int, int]]:
    """Each column that its header makes a part, and that of its whole: the nearest before it with the same words."""
    heads = {c: plain_head(grid.heads.get(c, "")) for c in grid.columns}
    for column, head in heads.items():
        before = [c for c in heads if c < column and not MEAN.search(heads[c]) and not _INNER.search(heads[c])]
        inner = _INNER.search(head)
        if inner is None or MEAN.search(head) or not before:
            continue
        of = _ALL.sub("", head[: inner.start()])
        if not of or _ALL.sub("", heads[before[-1]]) == of:
            yield column, before[-1]


def _inner_rows(grid: Grid) -> Iterator[tuple[Row, Row]]:
    """Each row that says 其中, and the one above that it is a part of."""
    base: Row | None = None
    for row in grid.rows:
        if not OF_THESE.match(row.stub):
            base = row if not row.set_in else base
        elif base is not None and not NOT_COUNTED.search(row.stub):
            yield row, base


# ------------------------------------------------------------------------------------------------ shares
def _shares(grid: Grid, log: Log) -> None:
    """学校数 | 占比(%): each row in percent of the row of the total."""
    totals = [row for row in grid.rows if TOTAL.fullmatch(row.stub)]
    for column in grid.columns:
        counts = [c for c in grid.columns if c < column and not MEAN.search(grid.heads.get(c, ""))]
        if len(totals) != 1 or not counts or not _SHARE.search(grid.heads.get(column, "")):
            continue
        whole = totals[0].figures.get(counts[-1])
        if whole is None or whole.unit not in ADDABLE or whole.span.low <= 0 or not whole.span.bounded:
            continue
        rows = [row for row in grid.rows if row is not totals[0] and {column, counts[-1]} <= row.figures.keys()]
        _weigh_shares(grid, [(r.figures[column], r.figures[counts[-1]]) for r in rows if not _nested(r)], whole, log)


def _nested(row: Row) -> bool:
    """Rows below another are often told as shares of that."""
    return row.set_in or OF_THESE.match(row.stub) is not None


def _weigh_shares(grid: Grid, cells: list[Pair], whole: Figure, log: Log) -> None:
    tried = [
        (share, part, computed, fits(share, computed))
        for share, part in cells
        if part.unit == whole.unit and share.unit == "%" and (computed := part.span.scaled(100.0) / whole.span).bounded
    ]
    right = sum(fit for *_, fit in tried)
    meant = right >= max(2, 2 * (len(tried) - right))
    for share, part, computed, fit in tried if meant else []:
        if fit:
            log.add(consistent(grid.passage, "ratio", share, (part, whole), computed))
        else:
            said = far_off(share, computed)
            log.add(inconsistent(grid.passage, "ratio", share, (part, whole), computed, said))
    if tried and not meant:
        log.skip("ratio", "most rows of the column are no shares of the total")
