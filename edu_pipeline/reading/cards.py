"""Figures with their names, one below the other: 数字速览 / 13 / 职业院校数（所） / 96.7% / 毕业生就业率.

What belongs here: finding such pairs and telling which line is the name of which figure.  What does not: tables with a
header (stacks), the cells (cells), what a figure states (indicators).

The evidence asked for: three pairs, figure and name in turn without exception, and names that are no headings.  A name
that is a rate goes with a per cent, one that says its unit with a bare number, and blank lines part the pairs; where
nothing of this tells above from below, the lines stay as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edu_pipeline.reading.cells import is_blank, is_figure, is_label, is_period, is_year
from edu_pipeline.reading.columns import Row
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
