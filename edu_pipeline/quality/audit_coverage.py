"""Rates of coverage whose base the neighbouring sentence tells: all are covered there, so its counts are the whole.

What belongs here: 为40所学校配备专职、60所学校配备兼职校医,配备率80% beside 为25所学校…、100所学校…,配备率100%.  What does not: rates
beside their own whole (audit_shares).  Only a fit says that the two sentences have one base.
"""

from __future__ import annotations

import re

from edu_pipeline.quality.audit_parts import ADDABLE
from edu_pipeline.quality.audit_text import Figure, Passage
from edu_pipeline.quality.audit_trial import Log, consistent, fits
from edu_pipeline.quality.tolerance import total

_RATE = re.compile(r"(?P<word>[一-鿿]{2})(?:率|比|比例|覆盖面)(?:为|是|达到?了?|约|已|均|\s)*$")
_MOST_PARTS = 6


def find(passage: Passage, log: Log) -> None:
    """Try every rate below 100 % against one of 100 % in the sentence before or after it."""
    rates = [(f, m["word"]) for f in passage.figures if f.unit == "%" and (m := _RATE.search(f.left))]
    for (one, word), (other, same) in (*zip(rates, rates[1:], strict=False), *zip(rates[1:], rates, strict=False)):
        if one.value == 100 or other.value != 100 or word != same or abs(one.sentence - other.sentence) != 1:
            continue
        parts, whole = _counts(passage, one), _counts(passage, other)
        if len(parts) < 2 or len(whole) < 2 or {f.unit for f in (*parts, *whole)} != {parts[0].unit} or one.digits < 2:
            continue
        covered, base = total([f.span for f in parts]), total([f.span for f in whole])
        if base.low <= 0 or not covered.bounded or not base.bounded:
            continue
        computed = covered.scaled(100.0) / base
        if fits(one, computed):
            trial = consistent(passage, "ratio", one, (*parts, *whole), computed)
            trial.explanation = f"of the {base.value:g} that the neighbouring sentence counts, where all are covered"
            log.add(trial)


def _counts(passage: Passage, rate: Figure) -> list[Figure]:
    """The counts of its sentence before a rate, of one unit."""
    counts: list[Figure] = []
    for candidate in passage.before(rate, reach=_MOST_PARTS):
        if candidate.sentence != rate.sentence or candidate.role != "amount" or candidate.unit not in ADDABLE:
            break
        if counts and candidate.unit != counts[0].unit:
            break
        counts.insert(0, candidate)
    return counts
