"""Numbers that stand side by side as the parts of something.

What belongs here: whether the words beside some numbers name different parts of one dimension (小学, 初中; 国家级, 省级;
已完工, 在建), whether those leave nothing out, and the runs of such numbers in a passage.  What does not: the totals that
they are parts of (audit_sums, audit_shares).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_text import COUNTS, MONEY, Figure, Passage, same_column

ADDABLE = COUNTS | MONEY | {"m2"}
_LONGEST_RUN = 60


def parting(parts: Sequence[Figure]) -> str | None:
    """The dimension by whose words the parts differ; of four and more parts one may go unnamed."""
    spare = 1 if len(parts) >= 4 else 0
    for dimension in sorted({d for f in parts for d in f.names} | {"level"}):
        named = [w for f in parts if (w := f.names.get(dimension) or (f.level if dimension == "level" else None))]
        if len(named) >= max(2, len(parts) - spare) and len(set(named)) == len(named):
            return dimension
    return None


def parted(parts: Sequence[Figure]) -> bool:
    """Whether the parts are named by different words of one dimension."""
    return parting(parts) is not None


def complete(parts: Sequence[Figure]) -> bool:
    """Whether the names of the parts leave nothing out: 公办 and 民办, or three states of building sites."""
    if sum("progress" in f.names for f in parts) >= 3:
        return True
    return any(whole <= {f.names.get(dimension) for f in parts} for dimension, whole in words.COMPLETE)


def _said(figure: Figure) -> dict[str, str]:
    """The names that make a list by themselves: two years side by side are mostly compared, not added."""
    return {dimension: word for dimension, word in figure.names.items() if dimension != "year"}


def neighbours(passage: Passage) -> Iterator[list[Figure]]:
    """Runs of amounts of one unit, side by side in a sentence, that one dimension parts; at least two long."""
    run: list[Figure] = []
    seen: dict[str, set[str]] = {}
    for figure in (f for f in passage.figures if f.role == "amount" and f.depth == 0):
        goes_on: dict[str, set[str]] = {}
        if run and len(run) < _LONGEST_RUN and figure.sentence == run[-1].sentence and same_column(run[-1], figure):
            beside = figure.index == run[-1].index + 1 or figure.segment != run[-1].segment
            goes_on = {
                d: s | {figure.names[d]}
                for d, s in seen.items()
                if beside and d in _said(figure) and figure.names[d] not in s
            }
        if goes_on:
            run.append(figure)
            seen = goes_on
            continue
        if len(run) >= 2:
            yield run
        fit = figure.unit in ADDABLE and bool(_said(figure))
        run, seen = ([figure], {d: {w} for d, w in _said(figure).items()}) if fit else ([], {})
    if len(run) >= 2:
        yield run


def leaders(passage: Passage) -> Iterator[list[Figure]]:
    """Runs of the first amounts of neighbouring segments: 校舍建设类103项,…;设备购置类34项,…"""
    run: list[Figure] = []
    segment = -1
    for figure in passage.figures:
        if figure.segment == segment or figure.depth:
            continue
        segment = figure.segment
        fit = figure.unit in ADDABLE and figure.role == "amount" and bool(_said(figure))
        if (
            fit
            and run
            and len(run) < _LONGEST_RUN
            and figure.sentence == run[-1].sentence
            and same_column(run[-1], figure)
        ):
            run.append(figure)
            continue
        if len(run) >= 2 and parted(run):
            yield run
        run = [figure] if fit else []
    if len(run) >= 2 and parted(run):
        yield run
