"""Figures with their names, one below the other: 数字速览 / 13 / 职业院校数（所） / 96.7% / 毕业生就业率.

What belongs here: finding such pairs and telling which line is the name of which figure.  What does not: tables with a
header (stacks), the cells (cells), what a figure states (indicators).

The evidence asked for: three pairs, figure and name in turn without exception, and names that are no headings.  A name
that is a rate goes with a per cent, one that says its unit with a bare number, and blank lines part the pairs; where
nothing of this tells above from below, the lines stay as they were.  A figure that prints its unit over a name that
none other can claim (↓ / 194所 / 各级各类学校) is believed alone where a page has three, one before its name on a
line (342人 交流轮岗) where two such lines follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from edu_pipeline.reading.cells import HAN, is_blank, is_figure, is_label, is_period, is_year
from edu_pipeline.reading.columns import Row, row_of
from edu_pipeline.reading.lines import Line, ends_sentence, marker
from edu_pipeline.reading.words import DIGIT

_LEAST_PAIRS = 3
_MAX_NAME = 24
_RATE = re.compile(r"(?:率|比例|占比|比重|覆盖面)$|占[一-鿿]{2,}$")
_SAYS_UNIT = re.compile(r"[(（][^()（）]{1,8}[)）]$")
_PER_CENT = re.compile(r"[%％‰]")
_BARE = re.compile(rf"{DIGIT}[{DIGIT[1:-1]}.．,，]*")
_INTEGER = re.compile(rf"{DIGIT}{{1,3}}")


def figures_over_names(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Rows of two cells, in the order of the text, by the index of their first line."""
    return _found(lines, roles, over=True)


def names_over_figures(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """The same, where the name stands above: a table of two columns, had it a header."""
    return _found(lines, roles, over=False)


def apart(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """Pairs that do not follow each other, of a figure with its unit and the name below it, which nothing but another name
    stands above; and lines of a figure and its name."""
    rows: dict[int, Row] = {}
    for above, line, below in zip([None, *lines], lines, lines[1:], strict=False):
        i = line.index
        free = not (roles[i] or roles[i + 1]) and _counts(line.text) and _is_headline(below)
        if free and not (above and not roles[above.index] and above.index not in rows and _may_claim(above, rows)):
            cells = ((line.start, line.end), (below.start, below.end))
            parts = lines[i + 2] if i + 2 < len(lines) and not roles[i + 2] else None
            if parts is not None and _PARTS.fullmatch(parts.text):
                rows[i] = Row(3, (*cells, (parts.start, parts.end)))
            else:
                rows[i] = Row(2, cells)
    return (rows if len(rows) >= _LEAST_PAIRS else {}) | _on_lines(lines, roles)


_PARTS = re.compile(r"[(（](?:[一-鿿]{2,10}\d{1,6}[所名人个]?[ \u3000、,，]{0,2}){2,12}[)）]")
"""194所 / 各级各类学校 / (幼儿园83 小学58 初中24): what the figure is made up of."""
_BEFORE_NAME = re.compile(r"(?P<figure>\S{2,12})[ \t\u3000\xa0]+(?P<name>[一-鿿“][^。；;!！?？]{1,23})")


def _on_lines(lines: Sequence[Line], roles: Sequence[str]) -> dict[int, Row]:
    """93.9%  学前教育普惠率 / 60.7%  公办园在园幼儿占比: lines of a figure with its unit and its name that follow each other."""
    rows: dict[int, Row] = {}
    run: list[tuple[Line, re.Match[str]]] = []
    for line in (*lines, None):
        pair = _BEFORE_NAME.fullmatch(line.text) if line is not None and not roles[line.index] else None
        if line is not None and pair and _counts(pair["figure"]) and not marker(line.text):
            run.append((line, pair))
            continue
        if len(run) >= _LEAST_LINES:
            rows |= {one.index: row_of(one, (found.span("figure"), found.span("name"))) for one, found in run}
        run = []
    return rows


_LEAST_LINES = 2


def _counts(text: str) -> bool:
    """Whether a line is a figure with its unit, and no date."""
    return (
        _is_value(text) and text[-1] not in "0123456789０１２３４５６７８９年月日分" and _SAYS.search(text) is not None
    )


_SAYS = re.compile("[一-鿿%％‰㎡²]")


def _is_headline(line: Line) -> bool:
    """Whether a line may be the name of a figure above it, with more behind a blank: 近视率 下降1.3个百分点."""
    name = _MORE.split(line.text)[0]
    return HAN.match(line.text) is not None and len(line.text) <= 2 * _MAX_NAME and _is_name(replace(line, text=name))


_MORE = re.compile(r"[ \t\u3000\xa0]+")


def _may_claim(above: Line, rows: Mapping[int, Row]) -> bool:
    """Whether the figure may be that of the line above it, which is no name of another."""
    return above.index - 1 not in rows and _is_name(above)


def _found(lines: Sequence[Line], roles: Sequence[str], *, over: bool) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    for run in _runs(lines, roles):
        first = _first_pair(run)
        if first is None or _is_value(run[first].text) != over:
            continue
        pairs = list(zip(run[first::2], run[first + 1 :: 2], strict=False))
        if len(pairs) >= _LEAST_PAIRS and not _is_contents([a.text for pair in pairs for a in pair]):
            rows |= {a.index: Row(2, ((a.start, a.end), (b.start, b.end))) for a, b in pairs}
    return rows


def _runs(lines: Sequence[Line], roles: Sequence[str]) -> Iterator[list[Line]]:
    """Lines in which a figure and a name follow each other in turn."""
    run: list[Line] = []
    for line in lines:
        figure = _is_value(line.text) and roles[line.index] in ("", "furniture")
        if figure or not roles[line.index] and _is_name(line):
            if run and _is_value(run[-1].text) == figure:
                yield run
                run = [] if figure else [line]
            else:
                run.append(line)
                continue
        else:
            yield run
            run = []
        if figure:
            run = [line]
    yield run


def _is_value(text: str) -> bool:
    return is_figure(text) and not is_year(text)


def _is_name(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= _MAX_NAME
        and is_label(text)
        and not (is_blank(text) or is_period(text) or is_year(text) or ends_sentence(text) or marker(text))
    )


def _first_pair(run: Sequence[Line]) -> int | None:
    """Where the pairs begin, 0 or 1: below a line that heads them all; None where nothing tells."""
    if len(run) < 2 * _LEAST_PAIRS:
        return None
    scores = [sum(_goes_with(a, b) for a, b in zip(run[at::2], run[at + 1 :: 2], strict=False)) for at in (0, 1)]
    if len(run) % 2 == 0:
        # one line more would be left over at either end
        scores[0] += 1
    return None if scores[0] == scores[1] else scores.index(max(scores))


def _goes_with(one: Line, other: Line) -> int:
    """How well two lines that follow each other make a pair."""
    name, figure = (other.text, one.text) if _is_value(one.text) else (one.text, other.text)
    score = -2 * (other.blank > one.blank)
    if _SAYS_UNIT.search(name):
        return score + (1 if _BARE.fullmatch(figure) else -1)
    if _RATE.search(name):
        return score + (1 if _PER_CENT.search(figure) else -1)
    return score + (-1 if _PER_CENT.search(figure) else 0)


def _is_contents(texts: Sequence[str]) -> bool:
    """Whether the figures are pages of a list of contents: small numbers that only rise."""
    figures = [t for t in texts if _is_value(t)]
    pages = [int(t) for t in figures if _INTEGER.fullmatch(t)]
    return len(pages) == len(figures) and pages == sorted(pages) and not any(map(_SAYS_UNIT.search, texts))
