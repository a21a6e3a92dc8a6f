"""Numerals to numbers: Arabic digits (ASCII and full-width), Chinese numerals and magnitudes.

What belongs here: the value of a numeral that was already cut out of a text.  What does not: finding numerals
(quantities), units and comparators.
"""

from __future__ import annotations

from decimal import Decimal

DIGITS = "0-9０-９"
"""For a character class: the digits that the data model counts."""

CHINESE = "〇零一二两三四五六七八九十百千万亿"
"""For a character class: what a Chinese numeral is written with."""

MAGNITUDES: dict[str, float] = {
    "十": 10,
    "个亿": 100_000_000,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
    "十亿": 1_000_000_000,
    "百亿": 10_000_000_000,
    "千亿": 100_000_000_000,
    "万亿": 1_000_000_000_000,
}

_MOST = 1e24
"""More is no number that anybody states: a line of characters (九九九九…), whose value no column may hold."""
_TO_ASCII = str.maketrans("０１２３４５６７８９．，", "0123456789.,", "\u2009\u202f\xa0")
_VALUES = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1_000}


def arabic(numeral: str) -> float:
    """The value of Arabic digits with an optional decimal point and thousands separators (commas or blanks)."""
    return float(_plain(numeral))


def _plain(numeral: str) -> str:
    ascii_ = numeral if numeral.isascii() else numeral.translate(_TO_ASCII)
    return ascii_.replace(",", "").replace(" ", "")


def chinese(numeral: str) -> float | None:
    """The value of a Chinese numeral (三千五百, 两万, 九十五点二, 二〇二三, 百); None when it is none,
    or beyond anything that is counted.

    A bare place counts once: 百余名 is a hundred.
    """
    whole, point, fraction = numeral.partition("点")
    value = _whole(whole)
    if value is not None and value > _MOST:
        return None
    if value is None or not point:
        return value
    digits = [_VALUES.get(c) for c in fraction]
    if not digits or None in digits:
        return None
    return float(f"{value:.0f}.{''.join(map(str, digits))}")


def _whole(numeral: str) -> float | None:
    if not numeral:
        return None
    if len(numeral) > 1 and all(c in _VALUES for c in numeral):
        return float("".join(str(_VALUES[c]) for c in numeral))  # 二〇二三: digit by digit
    for magnitude in ("亿", "万"):
        high, found, low = numeral.rpartition(magnitude)
        if found:
            above, below = _whole(high) if high else 1.0, _whole(low) if low else 0.0
            return None if above is None or below is None else above * MAGNITUDES[magnitude] + below
    total = 0.0
    digit: float | None = None
    for c in numeral:
        if c in _VALUES:
            digit = float(_VALUES[c])
        elif c in _PLACES:
            total += (1 if digit is None else digit) * _PLACES[c]
            digit = None
        else:
            return None
    return total + (digit or 0)


def exact_product(numeral: str, magnitude: float) -> float:
    """An Arabic numeral times a power of ten, free of binary dust (1.26 × 10,000 is 12,600)."""
    if magnitude == 1:
        return arabic(numeral)
    return float(Decimal(_plain(numeral)) * Decimal(str(magnitude)))
