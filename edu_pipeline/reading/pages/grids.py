"""Tables with drawn lines: the grid that they make, and what stands in each of its cells.

What belongs here: lines to cells.  What does not: tables without lines (aligned).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from edu_pipeline.reading.pages.model import Page, Piece, Rule
from edu_pipeline.reading.pages.tables import Cell, Table

_NEAR = 3.0  # units of the page: lines that are no further apart meet, or are one
_MOST_RULES = 1_500
_COVERS = 0.8  # of the side of a cell is what a line along it covers


def ruled_tables(page: Page) -> tuple[list[Table], list[Piece]]:
    """The tables of a page that lines are drawn for, and the pieces outside of them."""
    tables: list[Table] = []
    rest = list(page.pieces)
    for rules in _drawings(_whole(page.rules)[:_MOST_RULES]):
        table, outside = _table(page.number, rules, rest)
        if table is not None:
            tables.append(table)
            rest = outside
    return tables, rest


def _whole(rules: Sequence[Rule]) -> list[Rule]:
    """Lines that were drawn in pieces, the sides of cells, as one."""
    strips: dict[tuple[bool, int], list[tuple[float, float]]] = {}
    for rule in rules:
        at = rule.top + rule.bottom if rule.level else rule.left + rule.right
        span = (rule.left, rule.right) if rule.level else (rule.top, rule.bottom)
        strips.setdefault((rule.level, round(at)), []).append(span)
    found: list[Rule] = []
    for (level, twice), spans in strips.items():
        spans.sort()
        start, end = spans[0]
        for a, b in [*spans[1:], (float("inf"), 0.0)]:
            if a <= end + _NEAR / 2:
                end = max(end, b)
                continue
            found.append(Rule(start, twice / 2, end, twice / 2) if level else Rule(twice / 2, start, twice / 2, end))
            start, end = a, b
    return found


def _drawings(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines by the drawing that they belong to: those that meet, and those that meet them."""
    parent = list(range(len(rules)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    active: list[int] = []
    for i in sorted(range(len(rules)), key=lambda i: rules[i].top):
        rule = rules[i]
        active = [j for j in active if rules[j].bottom >= rule.top - _NEAR]
        for j in active:
            if rules[j].left <= rule.right + _NEAR and rule.left <= rules[j].right + _NEAR:
                parent[root(i)] = root(j)
        active.append(i)
    found: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        found.setdefault(root(i), []).append(rule)
    return [drawing for drawing in found.values() if len(drawing) >= 4]


def _table(number: int, rules: Sequence[Rule], pieces: Sequence[Piece]) -> tuple[Table | None, list[Piece]]:
    level = [rule for rule in rules if rule.level]
    upright = [rule for rule in rules if not rule.level]
    if not level or not upright:
        return None, list(pieces)
    xs = _places([*(r.left for r in level), *(r.right for r in level), *((r.left + r.right) / 2 for r in upright)])
    ys = _places([*(r.top for r in upright), *(r.bottom for r in upright), *((r.top + r.bottom) / 2 for r in level)])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_RULES * 4:
        return None, list(pieces)
    inside: dict[tuple[int, int], list[Piece]] = {}
    outside: list[Piece] = []
    for piece in pieces:
        row, column = bisect_right(ys, piece.middle) - 1, bisect_right(xs, (piece.left + piece.right) / 2) - 1
        if 0 <= row < len(ys) - 1 and 0 <= column < len(xs) - 1:
            inside.setdefault((row, column), []).append(piece)
        else:
            outside.append(piece)
    grid = _cells(level, upright, xs, ys)
    for (row, column), held in inside.items():
        grid[row][column].pieces += held
    filled = {id(cell) for row in grid for cell in row if cell.pieces}
    if len(filled) < 2:
        return None, list(pieces)
    return Table(number, ys[0], ys[-1], tuple(xs), grid), outside


def _places(values: Sequence[float]) -> list[float]:
    """Where lines are, each once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _cells(
    level: Sequence[Rule], upright: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]
) -> list[list[Cell]]:
    """The cells of the grid: places that no line parts are one."""
    below = _drawn(level, xs, ys, along=True)
    beside = _drawn(upright, ys, xs, along=False)
    taken: dict[tuple[int, int], Cell] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < len(xs) - 1 and (right, row) not in beside and (row, right) not in taken:
                right += 1
            bottom = row + 1
            while bottom < len(ys) - 1 and not any((bottom, c) in below for c in range(column, right)):
                bottom += 1
            cell = Cell(row, column, bottom - row, right - column)
            taken.update({(r, c): cell for r in range(row, bottom) for c in range(column, right)})
    return [[taken[r, c] for c in range(len(xs) - 1)] for r in range(len(ys) - 1)]


def _drawn(
    rules: Sequence[Rule], steps: Sequence[float], across: Sequence[float], *, along: bool
) -> set[tuple[int, int]]:
    """Which sides of cells are drawn: (index of the line in `across`, index of the step along it)."""
    spans: dict[int, list[tuple[float, float]]] = {}
    for rule in rules:
        at = (rule.top + rule.bottom) / 2 if along else (rule.left + rule.right) / 2
        index = max(bisect_right(across, at + _NEAR) - 1, 0)
        spans.setdefault(index, []).append((rule.left, rule.right) if along else (rule.top, rule.bottom))
    found: set[tuple[int, int]] = set()
    for index, covered in spans.items():
        for step in range(len(steps) - 1):
            start, end = steps[step], steps[step + 1]
            much = sum(max(0.0, min(b, end) - max(a, start)) for a, b in covered)
            if much >= _COVERS * (end - start):
                found.add((index, step))
    return found
