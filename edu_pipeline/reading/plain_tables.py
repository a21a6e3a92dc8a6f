"""Which lines of a plain text are rows of tables, beyond those that pipes and tabs give away by themselves.

What belongs here: the order in which the sorts of tables are looked for, and lines that are rows only beside others.  What
does not: columns of blanks (columns, wrapped, worded), names and figures in turn (paired, cards), what was and is (arrows), one cell a line (numbered,
stacks), what a row means (indicators).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from edu_pipeline.reading.arrows import find_arrows
from edu_pipeline.reading.cards import apart, figures_over_names, names_over_figures
from edu_pipeline.reading.cells import is_blank, is_figure, is_label, is_period
from edu_pipeline.reading.columns import Row, find_columns
from edu_pipeline.reading.lines import Line, ends_sentence, marker
from edu_pipeline.reading.numbered import find_numbered
from edu_pipeline.reading.paired import find_paired
from edu_pipeline.reading.stacks import find_barred, find_stacks
from edu_pipeline.reading.worded import find_worded
from edu_pipeline.reading.wrapped import find_wrapped

_ROW = re.compile(r"[|\t]\s?[-－−+▲▼≥≤]?[\d０-９][\d０-９.,，:：∶%％]*\s?[^\s|\t]{0,6}\s?(?:[|\t]|$)")
_FIGURE = re.compile(r"[\d０-９.,，%％+\-—－/()（）—…*]+|[—\-－/]+")
_MAX_SECTION = 24
_MAX_CELL = 20


def mark_tables(lines: Sequence[Line], roles: list[str], pages: Mapping[int, object]) -> dict[int, Row]:
    """Give the lines of tables their role; the rows whose cells no sign sets apart, by their first line.

    roles: '' where nothing is decided yet; pages: lines of the contents page, which are no rows.
    """
    free = ["contents" if i in pages else role for i, role in enumerate(roles)]
    rows: dict[int, Row] = {}
    finders = (
        find_paired,
        find_arrows,
        find_columns,
        find_wrapped,
        find_worded,
        find_numbered,
        figures_over_names,
        find_barred,
        find_stacks,
        names_over_figures,
        apart,
    )
    for find in finders:
        found = find(lines, free)
        for i, row in found.items():
            free[i : i + row.lines] = ["table"] * row.lines
        rows |= found
    for i, row in rows.items():
        roles[i : i + row.lines] = ["table"] * row.lines
    _pairs(lines, roles)
    _sections(lines, roles)
    _told_in_words(lines, roles)
    _loose(lines, roles)
    return rows


def _pairs(lines: Sequence[Line], roles: list[str]) -> None:
    """Lines of two cells with one pipe between: a table where three or more follow each other, most with a figure."""
    run: list[int] = []
    figures = 0
    for i in range(len(lines) + 1):
        text = lines[i].text if i < len(lines) and roles[i] == "" and len(lines[i]) <= 80 else ""
        if text.count("|") == 1:
            left, right = (part.strip() for part in text.split("|"))
            figure = is_figure(right) or is_blank(right)
            if left and is_label(left) and (figure or is_period(right) or is_label(right)):
                run.append(i)
                figures += figure
                continue
        if len(run) >= 3 and 2 * figures >= len(run):
            for j in run:
                roles[j] = "table"
        run, figures = [], 0


def _sections(lines: Sequence[Line], roles: list[str]) -> None:
    """A lone short line between two rows of one width, of which the second holds figures, is a row of their table."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        i = line.index
        if roles[i] or roles[i - 1] != "table" or roles[i + 1] != "table" or len(line) > _MAX_SECTION:
            continue
        widths = {(row.text.count("|"), row.text.count("\t")) for row in (above, below)}
        alike = len(widths) == 1 and widths != {(0, 0)}
        if alike and is_label(line.text) and _ROW.search(below.text):
            roles[i] = "table"


def _told_in_words(lines: Sequence[Line], roles: list[str]) -> None:
    """A line cut by as many tabs as the row above it is a row, though its cells hold sentences (新建园3所；公办率77%)."""
    for above, line in zip(lines, lines[1:], strict=False):
        tabs = line.text.count("\t")
        if roles[line.index] == "" and roles[above.index] == "table" and tabs > 1 and tabs == above.text.count("\t"):
            roles[line.index] = "table"


def _loose(lines: Sequence[Line], roles: list[str]) -> None:
    """Tables of one cell a line whose width nothing tells: runs of short lines of which a quarter are bare figures."""
    run: list[int] = []
    for i in range(len(lines) + 1):
        if (
            i < len(lines)
            and roles[i] == ""
            and len(lines[i]) <= _MAX_CELL
            and not ends_sentence(lines[i].text)
            and marker(lines[i].text) is None
        ):
            run.append(i)
            continue
        if i < len(lines) and len(lines[i]) <= 2 and roles[i] == "furniture":
            continue
        figures = sum(_FIGURE.fullmatch(lines[j].text) is not None for j in run)
        if figures >= 3 and 4 * figures >= len(run):
            for j in run:
                roles[j] = "table"
        run = []
