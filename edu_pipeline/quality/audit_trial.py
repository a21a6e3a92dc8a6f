"""One piece of arithmetic that a text states: what is claimed, what it is recomputed from, and the verdict.

What belongs here: the result of a trial, the verdict from two intervals, and the tally of what was looked for, tried
and not tried.  What does not: how relations are found in a text (the audit modules of each kind).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from edu_pipeline.quality.audit_text import COUNTS, Figure, Passage
from edu_pipeline.quality.tolerance import SLACK, Interval, agree, allowed_distance, cut_off, power_of_ten, transposed

_NUMERAL = re.compile(r"[0-9][0-9,]*(?:[.][0-9]+)?")
_RATIO = re.compile(r"([0-9.]+)\s?([:：∶比])\s?[0-9.]+")


@dataclass(slots=True)
class Trial:
    """One recomputation; `claim` is the printed result, None when the text does not print it as one number.

    `quoted` are the figures whose sentence is quoted, where not all stand in `passage`.
    """

    passage: Passage
    kind: str
    claim: Figure | None
    operands: tuple[Figure, ...]
    claimed: float | None
    computed: float
    tolerance: float
    verdict: str
    explanation: str | None = None
    quoted: tuple[Figure, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the verdict is what the numbers say: what the contract asks of audits (contract_rules)."""
        if not 0 <= self.tolerance < math.inf:
            return False
        if self.claimed is None:
            return self.verdict != "inconsistent" or self.explanation is not None
        off = abs(self.claimed - self.computed) > self.tolerance + SLACK * max(1.0, abs(self.claimed))
        return self.verdict == "inconsistent" or (self.verdict == "consistent" and not off)


@dataclass(slots=True)
class Log:
    """Trials, and per kind how many relations were looked for and why some could not be tried."""

    trials: list[Trial] = field(default_factory=list)
    untried: Counter[tuple[str, str]] = field(default_factory=Counter)

    def skip(self, kind: str, reason: str) -> None:
        """A relation that the text announces, but that cannot be tried."""
        self.untried[kind, reason] += 1

    def add(self, trial: Trial | None) -> None:
        """Keeps a trial that a release can hold; one whose verdict does not hold is a fault of a rule, and is told as that."""
        if trial is None or not math.isfinite(trial.computed):
            return
        if trial.holds:
            self.trials.append(trial)
        else:
            self.skip(trial.kind, "its own tolerance contradicts the verdict: report it")


def implied(passage: Passage, kind: str, operands: Sequence[Figure], computed: Interval, explanation: str) -> Trial:
    """A figure that the text does not print but that follows from what it prints."""
    tolerance = computed.radius if computed.bounded else 0.0
    if not computed.bounded:
        explanation += f", as a bound: {_bound(computed)} this"
    return Trial(passage, kind, None, tuple(operands), None, computed.value, tolerance, "implied", explanation)


def _bound(computed: Interval) -> str:
    return "at least" if math.isinf(computed.high) else "at most"


def fits(claim: Figure, computed: Interval) -> bool:
    """Whether the printed number and the recomputation can be one; an open bound (超过90%) is an inequality."""
    return agree(claim.span, computed) or (claim.step > 0 and cut_off(claim.plain, claim.step, computed))


def consistent(passage: Passage, kind: str, claim: Figure, operands: Sequence[Figure], computed: Interval) -> Trial:
    """A relation that `fits`."""
    bounded = claim.span if claim.span.bounded else claim.plain
    tolerance = allowed_distance(bounded, computed) if computed.bounded else bounded.radius
    note = None
    if not agree(claim.span, computed):
        tolerance = max(tolerance, claim.step)
        note = "fits when the printed number was cut after its last digit instead of rounded"
    elif not (claim.span.bounded and computed.bounded):
        tolerance = max(tolerance, abs(computed.value - claim.value))
        note = (
            f"recomputed from a bound, {_bound(computed)} {plain(computed.value)}, which it keeps"
            if claim.span.bounded
            else f"printed as a bound ({claim.comparator}), which {plain(computed.value)} keeps"
        )
    return Trial(passage, kind, claim, tuple(operands), claim.value, computed.value, tolerance, "consistent", note)


def inconsistent(
    passage: Passage, kind: str, claim: Figure, operands: Sequence[Figure], computed: Interval, explanation: str
) -> Trial:
    """A relation that the text states and that does not hold."""
    bounded = claim.span if claim.span.bounded else claim.plain
    tolerance = allowed_distance(bounded, computed) if computed.bounded else bounded.radius
    return Trial(
        passage, kind, claim, tuple(operands), claim.value, computed.value, tolerance, "inconsistent", explanation
    )


def plain(value: float) -> str:
    """A number for people: no exponent, no binary dust, at most six significant decimals."""
    rounded = round(value, 6)
    if rounded == int(rounded):
        return str(int(rounded))
    return f"{rounded:.6g}" if abs(rounded) < 1e5 else f"{rounded:.2f}".rstrip("0").rstrip(".")


def shown(value: float, like: Figure) -> str:
    """A value in the scale and unit in which a figure is printed: 400万元 beside 40万元."""
    ratio = _RATIO.match(like.text)
    if ratio:
        return f"1{ratio[2]}{plain(value)}" if ratio[1] == "1" else f"{plain(value)}{ratio[2]}1"
    text = unicodedata.normalize("NFKC", like.text).lstrip("+-−–▲▼△▽↑↓ ")
    head = _NUMERAL.match(text)
    numeral = float(head[0].replace(",", "")) if head else 0.0
    if not head or not numeral:
        return plain(value)
    scale = like.value / numeral
    whole = (
        like.unit in COUNTS and not like.step and abs(scale - 1.0) < 1e-9 and value != round(value)
    )  # things counted come in whole numbers
    return ("about " + plain(round(value)) if whole else plain(value / scale)) + text[head.end() :].lstrip()


def far_off(claim: Figure, computed: Interval) -> str:
    """How far the claim lies from the recomputation, in words."""
    distance = claim.value - computed.value
    size = f"{plain(abs(distance))} percentage points" if claim.unit == "%" else shown(abs(distance), claim)
    return f"printed {claim.text}, recomputed {shown(computed.value, claim)}: {size} too {'high' if distance > 0 else 'low'}"


def misprint(claim: Figure, computed: Interval) -> str | None:
    """The one slip in the claim that would explain it: two digits changed round, or a factor of ten."""
    unit = claim.step or 1.0
    if computed.value > 0 and transposed(claim.value / unit, round(computed.value / unit)):
        return "two neighbouring digits changed round would make it fit"
    power = power_of_ten(claim.value, computed.value)
    if power:
        return f"a factor of {plain(10.0 ** abs(power))} would make it fit ({'missing' if power > 0 else 'too much'}; 万 and 亿 or the decimal point)"
    return None


def near(claim: Figure, computed: Interval, share: float) -> bool:
    """Whether the two lie within `share` of each other: near enough that one is meant to be the other."""
    return abs(claim.value - computed.value) <= share * max(abs(claim.value), abs(computed.value))


def either(
    passage: Passage, kind: str, claim: Figure, operands: Sequence[Figure], computed: Interval, share: float
) -> Trial | None:
    """Consistent, inconsistent when near or explained by one slip, else None: what is joined is then not sure."""
    if fits(claim, computed):
        return consistent(passage, kind, claim, operands, computed)
    if not claim.span.bounded or not computed.bounded:
        # a bound that is broken by more than its digits leave open is a contradiction of its own
        broken = claim.comparator in ("gt", "ge", "lt", "le") and computed.bounded and near(claim, computed, share)
        return inconsistent(passage, kind, claim, operands, computed, far_off(claim, computed)) if broken else None
    slip = misprint(claim, computed)
    if slip:
        return inconsistent(passage, kind, claim, operands, computed, f"{far_off(claim, computed)}; {slip}")
    if near(claim, computed, share):
        return inconsistent(passage, kind, claim, operands, computed, far_off(claim, computed))
    return None
