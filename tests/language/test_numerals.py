"""Numerals to numbers."""

import pytest

from edu_pipeline.language.numerals import arabic, chinese, exact_product


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
    ],
)
def test_chinese(numeral: str, value: float) -> None:
    assert chinese(numeral) == value


@pytest.mark.parametrize("numeral", ["", "多", "三点", "学", "九" * 40, "九" * 400, "亿" * 50, "九" * 400 + "点五"])
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
