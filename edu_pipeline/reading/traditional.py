"""Texts in traditional characters, which are read in simplified ones.

What belongs here: telling such a text, and turning it character for character, so that every offset stays.  What does not:
which character is which (OpenCC, its table t2s), other transformations of a text (views, encodings).

Official pages have a button 繁體, and copies on other sites are in traditional characters as often as not.  Everything that
reads words knows simplified ones alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

__all__ = ["simplified", "turned"]

_TRADITIONAL = "學園縣專師萬億個業設義務長達"
_SIMPLIFIED = "学园县专师万亿个业设义务长达"
"""What every text on schools has, in one script or the other."""
_LEAST = 4


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length; itself, where it is in these already.

    A text that holds both (a simplified page with a traditional headline) is what most of its words are in.
    """
    if "學" not in text and "園" not in text and "縣" not in text:
        return text
    old = sum(map(text.count, _TRADITIONAL))
    new = sum(map(text.count, _SIMPLIFIED))
    return turned(text) if old >= _LEAST and old > new else text


def turned(text: str) -> str:
    """Words in simplified characters, of the same length, whichever they are in."""
    whole = _converter().convert(text)
    if len(whole) == len(text):
        return str(whole)
    return "".join(_one(character) for character in text)


def _one(character: str) -> str:
    one = str(_converter().convert(character))
    return one if len(one) == 1 else character


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC  # takes 50 ms, and few texts need it

    return OpenCC("t2s")
