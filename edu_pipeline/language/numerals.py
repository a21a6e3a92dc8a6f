"""Numerals to numbers: Arabic digits (ASCII and full-width), Chinese numerals and magnitudes.

What belongs here: the value of a numeral that was already cut out of a text.  What does not: finding numerals
(quantities), units and comparators.
"""

from __future__ import annotations

import re
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
_ZEROS = {*"零〇"}


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


def spread(numeral: str) -> tuple[float, float] | None:
    """Both ends of what is told roughly by two digits beside each other (十五六, 三四百, 七八十); None for any other."""
    told = _ROUGH.fullmatch(numeral)
    if told is None or _VALUES[told["high"]] != _VALUES[told["low"]] + 1:
        return None
    low, high = (chinese(f"{told['head']}{told[end]}{told['tail']}") for end in ("low", "high"))
    return None if low is None or high is None else (low, high)


_ROUGH = re.compile(
    rf"(?P<head>(?:[{CHINESE}]*[十百千万])?)(?P<low>[一二两三四五六七八])(?P<high>[两二三四五六七八九])(?P<tail>[十百千万亿]*)"
)


def _whole(numeral: str) -> float | None:
    if not numeral:
        return None
    if len(numeral) > 1 and all(c in _VALUES for c in numeral):
        # 二〇二三: digit by digit; 三四 and 一一 are no such numbers
        return float("".join(str(_VALUES[c]) for c in numeral)) if len(numeral) > 3 or _ZEROS & {*numeral} else None
    for magnitude in ("亿", "万"):
        high, found, low = numeral.rpartition(magnitude)
        if found:
            above, below = _whole(high) if high else 1.0, _whole(low) if low else 0.0
            if below is not None and high and low in _VALUES and low not in _ZEROS:
                below *= MAGNITUDES[magnitude] / 10  # 三万五 is 35,000
            return None if above is None or below is None else above * MAGNITUDES[magnitude] + below
    return _below_ten_thousand(numeral)


def _below_ten_thousand(numeral: str) -> float | None:
    """Digits and the places that they count; a last digit without one counts the place below (五千八 is 5,800)."""
    total, digit, place = 0.0, None, 0.0
    for c in numeral:
        if c in _PLACES:
            total += (1 if digit is None else digit) * _PLACES[c]
            digit, place = None, _PLACES[c]
        elif c not in _VALUES or digit:
            return None  # no numeral, or two digits beside each other: 七八十
        else:
            digit = float(_VALUES[c])
            place = place if digit else 0.0
    return total + (digit or 0.0) * (place / 10 if place > 10 else 1.0)


def exact_product(numeral: str, magnitude: float) -> float:
    """An Arabic numeral times a power of ten, free of binary dust (1.26 × 10,000 is 12,600)."""
    if magnitude == 1:
        return arabic(numeral)
    return float(Decimal(_plain(numeral)) * Decimal(str(magnitude)))
