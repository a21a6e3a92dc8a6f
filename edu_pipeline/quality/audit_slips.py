"""What single change would make a sum fit.

What belongs here: leaving out one part, two digits changed round, a factor of ten, one digit; in words.  What does not:
finding the sums (audit_sums).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from edu_pipeline.quality.audit_text import Figure, noun_of
from edu_pipeline.quality.audit_trial import misprint, shown
from edu_pipeline.quality.tolerance import Interval, exact, one_digit_off, power_of_ten, transposed

Sum = tuple[Figure, Sequence[Figure]]


def explained(whole: Figure, parts: Sequence[Figure], computed: Interval) -> bool:
    """Whether one slip of the pen makes parts and total fit, other than a single wrong digit."""
    return bool(
        misprint(whole, computed)
        or _slip_in_part(whole, parts, computed)
        or (len(parts) >= 3 and _surplus(whole, parts, computed))
    )


def sharp(whole: Figure, parts: Sequence[Figure], computed: Interval, apart: bool) -> bool:
    """Whether the sum misses the total by a slip that chance hardly gives: so it is meant to reach it.

    Two neighbouring digits changed round, or one digit off in a number of enough digits: an open list comes so near by
    chance in one case of some hundred.
    """
    unit = whole.step or 1.0
    printed, wanted = round(whole.value / unit), round(computed.value / unit)
    digits = len(str(printed)) - _common_zeros([printed, *(round(p.value / unit) for p in parts)])
    if transposed(printed, wanted):
        return digits >= 4 or len(parts) >= 3
    return one_digit_off(printed, wanted) and (digits >= 4 or (digits == 3 and len(parts) >= 3 and apart))


def _common_zeros(numbers: Sequence[int]) -> int:
    """Zeros at the end of all numbers: round numbers meet by chance more easily."""
    return min((len(text) - len(text.rstrip("0")) for n in numbers if (text := str(n)) != "0"), default=0)


def left_out(sums: Sequence[Sum]) -> dict[int, str]:
    """Of several totals that do not fit: the segment whose parts, left out, make all of them fit -> how it is named.

    Empty unless at least two totals agree on exactly one segment.
    """
    found: list[dict[int, Figure]] = []
    for whole, parts in sums:
        found.append({f.segment: f for f in _surplus(whole, parts, _sum(parts))})
    if len(found) < 2 or not all(found):
        return {}
    common = set(found[0]).intersection(*found[1:])
    if len(common) != 1:
        return {}
    segment = common.pop()
    first = min((each[segment] for each in found), key=lambda f: f.start)
    return {segment: noun_of(first.left) or first.text}


def explain_sum(whole: Figure, parts: Sequence[Figure], computed: Interval, names: dict[int, str]) -> str:
    """How far off, and the one change that would make it fit."""
    over = computed.value - whole.value
    told = f"the {len(parts)} parts give {shown(computed.value, whole)}, {shown(abs(over), whole)} {'more' if over > 0 else 'less'} than {whole.text}"
    slip = _one_change(whole, parts, computed, names)
    return f"{told}; {slip}" if slip else told


def _one_change(whole: Figure, parts: Sequence[Figure], computed: Interval, names: dict[int, str]) -> str | None:
    surplus = _surplus(whole, parts, computed)
    for part in surplus:
        if part.segment in names:
            return f"without {names[part.segment]} ({part.text}) they fit, and so do the other totals of the sentence"
    in_total = misprint(whole, computed)
    if in_total:
        return f"in {whole.text} {in_total}"
    in_part = _slip_in_part(whole, parts, computed)
    if in_part:
        return in_part
    if surplus:
        return "without " + " or ".join(f"{noun_of(p.left)}({p.text})" for p in surplus[:3]) + " they fit"
    over = computed.value - whole.value
    unit = whole.step or 1.0
    if one_digit_off(whole.value / unit, computed.value / unit) and whole.value >= 100 * unit:
        return f"one digit of the total ({shown(computed.value, whole)} for {whole.text}) would make it fit" + (
            f", or a part of {shown(-over, whole)} is missing from the list" if over < 0 else ""
        )
    if over < 0:
        return f"a part of {shown(-over, whole)} may be missing from the list"
    return (
        f"one digit, {shown(_digit(over), whole)} less in a part or more in the total, would make it fit"
        if _digit(over)
        else None
    )


def _sum(parts: Sequence[Figure]) -> Interval:
    return exact(math.fsum(p.value for p in parts))


def _surplus(whole: Figure, parts: Sequence[Figure], computed: Interval) -> list[Figure]:
    """Parts without which the rest gives the total."""
    over = computed.value - whole.value
    slack = whole.plain.radius + 1e-9 * max(1.0, whole.value)
    return [p for p in parts if abs(p.value - over) <= slack + p.plain.radius] if over > 0 else []


def _slip_in_part(whole: Figure, parts: Sequence[Figure], computed: Interval) -> str | None:
    found: dict[str, list[str]] = {"two digits changed round": [], "a factor of ten": []}
    for part in parts:
        wanted = part.value - (computed.value - whole.value)
        unit = part.step or 1.0
        told = f"{noun_of(part.left)}{part.text} as {shown(wanted, part)}"
        if wanted > 0 and part.value >= 10 * unit and transposed(round(part.value / unit), round(wanted / unit)):
            found["two digits changed round"].append(told)
        elif wanted > 0 and power_of_ten(part.value, wanted, 1e-6):
            found["a factor of ten"].append(told)
    return next((f"{' or '.join(told[:3])} ({slip}) would make it fit" for slip, told in found.items() if told), None)


def _digit(over: float) -> float:
    """`over` itself when it is one digit followed by zeros."""
    size = abs(over)
    if size <= 0:
        return 0.0
    lead = size / 10.0 ** math.floor(math.log10(size) + 1e-12)
    return size if abs(lead - round(lead)) < 1e-9 else 0.0
