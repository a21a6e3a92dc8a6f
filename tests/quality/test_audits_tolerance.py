"""What the print of a number leaves open, and arithmetic on it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.quality import tolerance
from edu_pipeline.quality.tolerance import Interval, printed_interval


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator", "low", "high"),
    [
        ("181个", 181, "class", "eq", 181, 181),
        ("500所", 500, "institution", "eq", 500, 500),
        ("2.41%", 2.41, "%", "eq", 2.405, 2.415),
        ("49%", 49, "%", "eq", 48.5, 49.5),
        ("27.56亿元", 2_756_000_000, "CNY", "eq", 2_755_500_000, 2_756_500_000),
        ("6604万元", 66_040_000, "CNY", "eq", 66_035_000, 66_045_000),
        ("1,234人", 1234, "person", "eq", 1234, 1234),
        ("1.5万人", 15000, "person", "eq", 14500, 15500),
        ("2300余人", 2300, "person", "gt", 2300, 2400),
        ("3万多名", 30000, "person", "gt", 30000, 40000),
        ("40%", 40, "%", "gt", 39.5, math.inf),
        ("85%", 85, "%", "le", -math.inf, 85.5),
        ("101个百分点", 101, "pp", "approx", 98.98, 103.02),
        ("1∶19", 19, "student/teacher", "eq", 18.5, 19.5),
        ("16.8:1", 16.8, "student/teacher", "eq", 16.75, 16.85),
        ("两个", 2, "item", "eq", 2, 2),
        ("14.7个", 14.7, "pp", "eq", 14.65, 14.75),
    ],
)
def test_printed_interval(text: str, value: float, unit: str, comparator: str, low: float, high: float) -> None:
    interval = printed_interval(text, value, unit, comparator)
    assert interval.low == pytest.approx(low)
    assert interval.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("value", "wanted", "swapped"),
    [
        (67, 76, True),
        (1265, 1256, True),
        (2.45, 2.54, True),
        (3.1, 1.3, True),
        (67, 67, False),
        (123, 321, False),
        (12, 120, False),
        (81, 82, False),
    ],
)
def test_transposed(value: float, wanted: float, swapped: bool) -> None:
    assert tolerance.transposed(value, wanted) is swapped


@pytest.mark.parametrize(
    ("value", "wanted", "power"), [(40, 400, 1), (3_200, 0.32, -4), (5, 5, 0), (5, 70, 0), (0, 7, 0)]
)
def test_power_of_ten(value: float, wanted: float, power: int) -> None:
    assert tolerance.power_of_ten(value, wanted) == power


def test_a_share_that_was_cut_is_told_from_one_that_was_rounded() -> None:
    claim = printed_interval("2.45%", 2.45, "%")
    assert tolerance.cut_off(claim, 0.01, tolerance.exact(2.4589))
    assert not tolerance.cut_off(claim, 0.01, tolerance.exact(2.461))
    assert not tolerance.cut_off(claim, 0.01, tolerance.exact(2.4449))


def test_a_divisor_that_may_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        tolerance.exact(1) / Interval(0.1, -0.1, 0.3)


_NUMBERS = st.floats(-1e6, 1e6)
_INTERVALS = st.builds(lambda v, a, b: Interval(v, v - a, v + b), _NUMBERS, st.floats(0, 100), st.floats(0, 100))


@given(_INTERVALS, _INTERVALS)
def test_arithmetic_keeps_values_within_their_bounds(a: Interval, b: Interval) -> None:
    results = [a + b, a - b, a * b]
    if b.low > 1e-3 or b.high < -1e-3:  # a quotient by less than any printed digit may overflow
        results.append(a / b)
    for result in results:
        slack = 1e-6 * max(1.0, abs(result.value))
        assert result.low - slack <= result.value <= result.high + slack


@given(st.integers(1, 10**7), st.integers(0, 3), st.sampled_from(["", "万", "亿"]))
def test_what_was_rounded_lies_within_the_print(number: int, decimals: int, magnitude: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8}[magnitude]
    true = number * factor / 997
    text = f"{true / factor:.{decimals}f}{magnitude}元"
    value = float(text.rstrip("元万亿")) * factor
    interval = printed_interval(text, value, "CNY")
    assert interval.low - 1e-6 * value <= true <= interval.high + 1e-6 * max(1.0, value)
    assert tolerance.agree(interval, tolerance.exact(true))
