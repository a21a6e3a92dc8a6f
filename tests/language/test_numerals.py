"""Numerals to numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.language.numerals import arabic, chinese, exact_product, spread


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("三千五百", 3500),
        ("两万", 20000),
        ("一万二千", 12000),
        ("三亿五千万", 350_000_000),
        ("百", 100),
        ("千", 1000),
        ("万", 10000),
        ("二〇二三", 2023),
        ("九十五点二", 95.2),
        ("零点五", 0.5),
        ("五千八", 5800),
        ("一百二", 120),
        ("三万五", 35_000),
        ("一千零五", 1005),
        ("三万零五", 30_005),
    ],
)
def test_chinese(numeral: str, value: float) -> None:
    assert chinese(numeral) == value


@pytest.mark.parametrize(
    "numeral", ["", "多", "三点", "学", "九" * 40, "九" * 400, "亿" * 50, "九" * 400 + "点五", "三四", "七八十", "一一"]
)
def test_not_chinese_numerals(numeral: str) -> None:
    assert chinese(numeral) is None


@pytest.mark.parametrize(("numeral", "value"), [("12", 12), ("1,234.5", 1234.5), ("２０２４", 2024), ("３．５", 3.5)])
def test_arabic(numeral: str, value: float) -> None:
    assert arabic(numeral) == value


@pytest.mark.parametrize(
    ("numeral", "magnitude", "value"), [("1.26", 10_000, 12_600), ("651.21", 1e8, 65_121_000_000), ("0.57", 1e4, 5700)]
)
def test_products_carry_no_binary_dust(numeral: str, magnitude: float, value: float) -> None:
    assert exact_product(numeral, magnitude) == value


@pytest.mark.parametrize(
    ("numeral", "ends"),
    [
        ("三四", (3, 4)),
        ("两三", (2, 3)),
        ("十五六", (15, 16)),
        ("七八十", (70, 80)),
        ("三四百", (300, 400)),
        ("二三十万", (200_000, 300_000)),
        ("三五", None),
        ("四三", None),
        ("三十四", None),
        ("九十", None),
    ],
)
def test_two_digits_beside_each_other_tell_a_number_roughly(numeral: str, ends: tuple[float, float] | None) -> None:
    assert spread(numeral) == ends


def _written(number: int) -> str:
    """A number below 100 million as it is written out in characters."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1_000 else ""
        return f"{_written(high)}万{gap}{_written(low) if low else ''}"
    text, gap = "", False
    for place, name in ((1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + name
        gap = digit == 0
    return text


@given(st.integers(min_value=1, max_value=99_999_999))
def test_a_number_written_out_is_that_number(number: int) -> None:
    written = _written(number)
    assert chinese(written) == number
    assert spread(written) is None


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿点", max_size=12))
def test_a_rough_number_has_no_value_of_its_own(numeral: str) -> None:
    value, ends = chinese(numeral), spread(numeral)
    assert value is None or value >= 0
    assert ends is None or (value is None and ends[0] < ends[1])
