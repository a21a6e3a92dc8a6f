"""The same fact told twice in one article.

What belongs here: a number that comes again with the same words, in an article.  What does not: statements of different
articles and documents (relations).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pyarrow as pa

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_text import COUNTS, Figure, Passage, bigrams, same_unit
from edu_pipeline.quality.audit_trial import Log, Trial, consistent, fits
from edu_pipeline.quality.tolerance import total

Periods = dict[str, tuple[date | None, date | None]]
"""Quantity -> the period that the text states for it."""

_ROLES = frozenset({"amount", "rate", "share"})
_MOST = 40  # occurrences of one value that are compared: keeps an article of equal numbers linear


def periods(observations_sound: pa.Table) -> Periods:
    """The stated periods of quantities; others may be the document's and say nothing."""
    found: Periods = {}
    columns = ("quantity_id", "period_start", "period_end", "period_basis")
    for row in observations_sound.select(columns).to_pylist():
        if row["period_basis"] == "stated":
            found.setdefault(row["quantity_id"], (row["period_start"], row["period_end"]))
    return found


def find(passages: list[Passage], stated: Periods, log: Log) -> None:
    """Try each number against the one before it that has its value, unit and words."""
    known: dict[tuple[float, str, str], list[tuple[Passage, Figure]]] = defaultdict(list)
    for passage in passages:
        for figure in passage.figures:
            if figure.role not in _ROLES or figure.digits < 2 or figure.unit in ("year", "hour") or figure.value == 100:
                continue
            earlier = known[figure.value, figure.unit, figure.role[:1]]
            for before, first in reversed(earlier[-_MOST:]):
                if _told_again(before, first, passage, figure, stated):
                    log.add(_repeat(before, first, passage, figure))
                    log.add(_told_in_parts(before, first, passage, figure))
                    break
            earlier.append((passage, figure))


def _told_again(before: Passage, first: Figure, passage: Passage, figure: Figure, stated: Periods) -> bool:
    if words.SAME_AGAIN.search(figure.left.rstrip()):
        return True
    if (
        first.quantity_id in stated
        and figure.quantity_id in stated
        and stated[first.quantity_id] != stated[figure.quantity_id]
    ):
        return False
    if passage is before and first.clause == figure.clause or first.comparator != figure.comparator:
        return False
    if (
        passage is before
        and figure.digits >= 3
        and not figure.step
        and len(first.right) > 1
        and first.right[:2] == figure.right[:2]
    ):
        return True
    return _alike(_words_of(first), _words_of(figure), figure.digits)


def _words_of(figure: Figure) -> set[str]:
    before = bigrams(figure.left[-16:])
    return before if len(before) >= 2 else bigrams(figure.right[:16])


def _alike(a: set[str], b: set[str], digits: int) -> bool:
    """Numbers of few digits come again by chance: they need more words in common."""
    common = len(a & b)
    return common >= (4 if digits == 2 else 3) and common >= 0.6 * min(len(a), len(b))


def _repeat(before: Passage, first: Figure, passage: Passage, figure: Figure) -> Trial:
    tolerance = first.plain.radius + figure.plain.radius
    return Trial(
        passage,
        "repeat",
        figure,
        (first,),
        figure.value,
        first.value,
        tolerance,
        "consistent",
        "the same fact told again",
        (figure,),
    )


def _told_in_parts(before: Passage, first: Figure, passage: Passage, figure: Figure) -> Trial | None:
    """Of two sentences that tell one fact, the first gives a number that the second gives in parts."""
    whole = before.figures[first.index - 1] if first.index else None
    if whole is None or whole.sentence != first.sentence or whole.role != "amount" or whole.unit not in COUNTS:
        return None
    parts: list[Figure] = []
    for candidate in passage.before(figure, reach=6):
        if candidate.sentence != figure.sentence or candidate.role != "amount" or not same_unit(candidate, whole):
            break
        parts.insert(0, candidate)
    computed = total([f.span for f in parts])
    if len(parts) < 2 or not computed.bounded or not whole.span.bounded or not fits(whole, computed):
        return None
    trial = consistent(passage, "sum", whole, parts, computed)
    trial.quoted, trial.explanation = tuple(parts), "told once as a whole and once in parts"
    return trial
