"""Lists by one dimension, and what they break down where no word says so.

What belongs here: numbers side by side (新建27所,改扩建15所) that give the number before them, or as much as the next list by
another dimension.  What does not: totals that words announce (audit_sums), which come first, and when numbers form a
list (audit_parts).
"""

from __future__ import annotations

from edu_pipeline.quality.audit_parts import complete, leaders, neighbours
from edu_pipeline.quality.audit_text import COUNTS, Figure, Passage, same_column
from edu_pipeline.quality.audit_trial import Log, Trial, consistent, fits, plain
from edu_pipeline.quality.audit_weighing import Breakdown, weigh
from edu_pipeline.quality.tolerance import Interval, agree, total


def find(passage: Passage, log: Log, used: set[int]) -> None:
    """Neighbouring lists by different dimensions break down one whole: 新建27所,改扩建15所; 27所完工,12所在建,3所未开工."""
    runs = list(neighbours(passage))
    for first, second in zip(runs, runs[1:], strict=False):
        same = (
            first[-1].sentence == second[0].sentence
            and second[0].index == first[-1].index + 1
            and same_column(first[0], second[0])
        )
        if same:
            left, right = total([f.span for f in first]), total([f.span for f in second])
            if agree(left, right) and max(left.value, right.value) >= 5:
                log.add(_two_breakdowns(passage, first, second, left, right))
                used |= {f.index for f in (*first, *second)}
    for run in (*runs, *leaders(passage)):
        whole = _whole_before(passage, run)
        if whole is None or whole.index in used or any(f.index in used for f in run):
            continue
        computed = total([f.span for f in run])
        item = Breakdown(whole, run, False)
        if computed.bounded and fits(whole, computed):
            log.add(consistent(passage, "sum", whole, run, computed))
        elif run[0].index == whole.index + 1 and run[0].sentence == whole.sentence and complete(run):
            weigh([item], passage, log, used)
        else:
            log.skip("sum", "the text does not say that the list breaks the number before it down")


def _two_breakdowns(
    passage: Passage, first: list[Figure], second: list[Figure], left: Interval, right: Interval
) -> Trial:
    note = f"two breakdowns of the same {plain(left.value)}"
    return Trial(
        passage, "sum", None, (*second, *first), left.value, right.value, left.radius + right.radius, "consistent", note
    )


def _whole_before(passage: Passage, run: list[Figure]) -> Figure | None:
    """The amount just before a run, in its sentence; in the sentence before it must not be a member of another list."""
    for candidate in passage.before(run[0], reach=6):
        if candidate.sentence < run[0].sentence - 1:
            return None
        if candidate.role == "amount" and same_column(candidate, run[0]) and candidate.depth == 0:
            return (
                candidate if candidate.head == candidate.index and candidate.value > max(f.value for f in run) else None
            )
        if candidate.sentence == run[0].sentence and candidate.unit in COUNTS and candidate.role != "norm":
            return None
    return None
