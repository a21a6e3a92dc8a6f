"""Where a line goes on in the next, and which blanks are only the page's: what is between characters on a page.

What belongs here: the grammar of blanks and line ends in Chinese text.  What does not: which lines belong together
(paragraphs), and gaps that are told by their width (readers).
"""

from __future__ import annotations

import re

_HAN = "⁰¹²³⁴-⁹\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·％‰"
_BLANK = re.compile(r"(?<=\S)[ \xa0\u2009]{1,2}(?=\S)")
_CHINESE = re.compile(f"[{_HAN}]")
_FIGURE = re.compile(r"[0-9.,:%+/\-]")
_PROSE = re.compile("[，。；、：]|[\u4e00-\u9fff,;]{12}")
_LABEL = re.compile(r"[【\[]|[\u4e00-\u9fff]{2,8}\s?[:：]")
_ITEM = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}(?:[)）、]|[.．](?!\d))")
_SPACED = 0.6  # of the characters stand apart in a line that is spaced out
_SPACED_LEAST = 4
_LETTERS = re.compile("[\u4e00-\u9fff](?:[ \xa0\u2009]{1,2}[\u4e00-\u9fff，。；、：])+")
_SPLIT_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![表图件注第])\d{1,3}(?P<blank>[ \xa0\u2009])(?!(?:19|20)\d\d年)\d[\d.]{0,9}(?=[\u4e00-\u9fff%％‰])"
)


def stray_blanks(text: str) -> list[tuple[int, int]]:
    """Blanks that are not between words, as half-open offsets: of a line spaced out, between Chinese characters and
    figures in a sentence, and inside a number.
    """
    found = [m.span() for m in _BLANK.finditer(text)]
    if not found:
        return []
    if _is_spaced(text, len(found)):
        return found
    if not _PROSE.search(text):
        return []
    stray = {span for span in found if _is_stray(text, *span)}
    stray.update(m.span("blank") for m in _SPLIT_NUMBER.finditer(text))
    return sorted(stray)


def _is_spaced(text: str, blanks: int) -> bool:
    if _LETTERS.fullmatch(text):
        return True
    written = len(text) - text.count(" ")
    return blanks >= _SPACED_LEAST and blanks >= _SPACED * (written - 1) and _CHINESE.search(text) is not None


def _is_stray(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1], text[end]
    one, other = _CHINESE.match(before), _CHINESE.match(after)
    if after == "%" and before.isdigit():
        return True
    if one is None and other is None or _LABEL.match(text, end) or _ITEM.match(text, end):
        return False
    return all(c is not None or _FIGURE.match(x) is not None for c, x in ((one, before), (other, after)))


def between(before: str, after: str) -> str:
    """What stands between the end of a line and the beginning of the next one of its paragraph."""
    if not before or not after:
        return ""
    last, first = before[-1], after[0]
    if _CHINESE.match(last) or _CHINESE.match(first) or _FIGURE.match(last) and _FIGURE.match(first):
        return ""
    return " "
