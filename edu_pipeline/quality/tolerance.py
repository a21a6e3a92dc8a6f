"""How far a printed number may lie from the quantity it stands for, and arithmetic on numbers so known.

What belongs here: intervals, their arithmetic, the interval that the printed digits of a number leave open, and
whether a claim and a recomputation agree.  What does not: which numbers a text joins (audit_* modules).

A printed number is right to half a unit of its last digit: 27.56亿 lies within 0.005亿 of the truth, 49% within half a
point.  A whole number that counts things, printed without 万 or 亿, is exact.  Words widen it: 近, 约, 左右 on both
sides, 余 and 多 upwards to the next unit of the last digit that is not zero, 超, 以上, 不足 without an end.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from edu_pipeline.language.numerals import MAGNITUDES

MEASURED_UNITS = frozenset(
    {
        "%",
        "pp",
        "CNY",
        "CNY/person",
        "CNY/year",
        "m2",
        "m2/person",
        "student/teacher",
        "index",
        "hour",
        "other",
        "ratio",
    }
)
"""Canonical units whose whole numbers may be rounded; whole numbers of anything else are counts."""

_PRINTED = re.compile(
    r"\s*[-－−–+＋▲▼△▽↑↓]?\s*([0-9０-９][0-9０-９,，]*)(?:[.．]([0-9０-９]+))?\s?(余|多|几)?(万亿|[千百十]?亿|[千百十]?万|[千百])?(余|多|几)?"
)
_RATIO = re.compile(r"\s*([0-9０-９.．]+)\s?[:：∶比]\s?([0-9０-９.．]+)")
SLACK = 1e-6
"""Of a claim: so much beyond its tolerance is the dust of binary fractions."""
_APPROXIMATE_SHARE = 0.02
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """A value and the bounds it lies between, all in one unit; bounds may be infinite."""

    value: float
    low: float
    high: float

    @property
    def bounded(self) -> bool:
        return math.isfinite(self.low) and math.isfinite(self.high)

    @property
    def radius(self) -> float:
        """The larger distance from the value to a bound."""
        return max(self.high - self.value, self.value - self.low)

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.value + other.value, self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.value - other.value, self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        corners = [c for c in corners if not math.isnan(c)]
        return Interval(self.value * other.value, min(corners), max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        """Raises ZeroDivisionError when the divisor may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(self.value / other.value, min(corners), max(corners))

    def scaled(self, factor: float) -> Interval:
        """Times an exact number."""
        return self * exact(factor)


def exact(value: float) -> Interval:
    """A number that is known without error."""
    return Interval(value, value, value)


def total(parts: list[Interval]) -> Interval:
    """The sum; values are added without the dust of binary fractions."""
    return Interval(
        math.fsum(p.value for p in parts), math.fsum(p.low for p in parts), math.fsum(p.high for p in parts)
    )


@dataclass(frozen=True, slots=True)
class Print:
    """What the print of a number says about its value: `step` is a unit of the last printed digit (0 when exact),
    `coarse` a unit of the last digit that is not zero, `digits` how many significant digits were printed."""

    value: float
    step: float
    coarse: float
    digits: int
    more: bool


def read_print(text: str, value: float, unit: str | None) -> Print:
    """`text` is the number as printed (numeral, magnitude, unit), `value` its value in base units."""
    ratio = _RATIO.match(text)
    if ratio:  # 1:19 and 19:1 both stand for 19
        text = min(ratio[1], ratio[2], key=lambda side: abs(float(side.replace("．", ".").rstrip(".")) - value))
    match = _PRINTED.match(text)
    if not match:
        return Print(value, 0.0, 0.0, 3, "余" in text or "多" in text)
    whole, fraction = match[1].replace(",", "").replace("，", ""), match[2] or ""
    numeral = float(f"{whole}.{fraction or 0}")
    factor = abs(value) / numeral if numeral else MAGNITUDES.get(match[4] or "", 1.0)
    step = factor * 10.0 ** -len(fraction)
    digits = (whole + fraction).lstrip("0")
    zeros = len(digits) - len(digits.rstrip("0"))
    counted = not fraction and match[4] is None and unit not in MEASURED_UNITS and abs(factor - 1.0) < 1e-6
    return Print(value, 0.0 if counted else step, step * 10.0**zeros, max(1, len(digits)), bool(match[3] or match[5]))


def printed_interval(text: str, value: float, unit: str | None, comparator: str | None = None) -> Interval:
    """The interval that a printed number leaves open; `comparator` is that of the quantity (None: as printed)."""
    printed = read_print(text, value, unit)
    half = printed.step / 2
    plain = Interval(value, value - half, value + half)
    wide = max(printed.coarse / 2, abs(value) * _APPROXIMATE_SHARE)
    match comparator:
        case "approx":
            return Interval(value, value - wide, value + wide)
        case "gt" if printed.more:
            return Interval(value, value, value + max(printed.coarse, wide))
        case "gt" | "ge":
            return Interval(value, value - half, math.inf)
        case "lt" | "le":
            return Interval(value, -math.inf, value + half)
    return plain


def agree(claim: Interval, computed: Interval) -> bool:
    """Whether one number can be meant by both."""
    slack = _EPSILON * max(1.0, abs(claim.value), abs(computed.value))
    return computed.low <= claim.high + slack and computed.high >= claim.low - slack


def allowed_distance(claim: Interval, computed: Interval) -> float:
    """How far claim and recomputation may lie apart; both are bounded."""
    return claim.radius + computed.radius


def cut_off(claim: Interval, step: float, computed: Interval) -> bool:
    """Whether the claim is the computed value cut after its last printed digit instead of rounded."""
    distance = abs(computed.value) - abs(claim.value)
    return 0 <= distance < step and claim.value * computed.value >= 0


def transposed(value: float, wanted: float) -> bool:
    """Whether two neighbouring digits of `value`, changed round, give `wanted` (both in the same scale)."""
    for decimals in range(4):
        a, b = f"{abs(value):.{decimals}f}", f"{abs(wanted):.{decimals}f}"
        if abs(float(a) - abs(value)) > 1e-7 * max(1.0, abs(value)) or abs(float(b) - abs(wanted)) > 1e-7 * max(
            1.0, abs(wanted)
        ):
            continue
        if len(a) != len(b) or a == b:
            return False
        different = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(different) != 2 or a[different[0]] != b[different[1]] or a[different[1]] != b[different[0]]:
            return False
        return different[1] - different[0] == 1 or a[different[0] + 1 : different[1]] == "."
    return False


def power_of_ten(value: float, wanted: float, closeness: float = 0.006) -> int:
    """The power of ten (1 to 8, or negative) that turns `value` nearly into `wanted`; 0 when none does."""
    if value <= 0 or wanted <= 0:
        return 0
    power = round(math.log10(wanted / value))
    if power == 0 or abs(power) > 8 or abs(value * 10.0**power / wanted - 1) > closeness:
        return 0
    return power


def one_digit_off(value: float, wanted: float) -> bool:
    """Whether two whole numbers of as many digits differ in one digit only."""
    a, b = str(round(abs(value))), str(round(abs(wanted)))
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
