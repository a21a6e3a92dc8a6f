"""Bytes to characters.

What belongs here: telling the encoding of a text from the whole file, and refusing what is not text.  What does not:
what the lines mean (blocks), and what sort of file it is (signatures).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import cache

from edu_pipeline.reading.model import ReadingError
from edu_pipeline.reading.words import words

# UTF-32 before UTF-16: its mark begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# GB18030 holds GBK and GB2312; big5hkscs and cp950 hold Big5.
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")
_NAMES = {"big5hkscs": "big5", "cp950": "big5"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_FOREIGN = re.compile(r"[^\t-\r\x1a\x20-\x7e]")
_CONTROL_SHARE = 0.002
_BROKEN_SHARE = 0.01
_COMMON_SHARE = 0.04
_ORDINARY_SHARE = 0.85


def decode(data: bytes) -> tuple[str, str]:
    """Characters and the name of their encoding, decided from the whole file.

    ReadingError when the file is empty, is not text, or fits no encoding.  A few broken bytes are read as U+FFFD.
    """
    if not data:
        raise ReadingError("The file is empty (0 bytes).", "Fetch it again, or remove it from the sources.")
    text, encoding = _marked(data) or _unmarked(data)
    _refuse_binary(text)
    if not text.strip():
        raise ReadingError("The file holds only white space.", "Fetch it again, or remove it from the sources.")
    return text, encoding


def _marked(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            if text.count("\ufffd") <= max(1, _BROKEN_SHARE * len(text)):
                return text, encoding
    return None


def _unmarked(data: bytes) -> tuple[str, str]:
    text = _attempt(data, "utf-8", strict=True)
    if text is not None and "\x00" not in text and (data.isascii() or not text.removesuffix("\ufffd").isascii()):
        return text, "utf-8"
    attempts = [(text, _NAMES.get(name, name)) for name in _CANDIDATES if (text := _attempt(data, name)) is not None]
    for share, least in ((_common_share, _COMMON_SHARE), (_ordinary_share, _ORDINARY_SHARE)):
        best = max(attempts, key=lambda attempt: share(attempt[0]), default=None)
        if best is not None and share(best[0]) > least:
            return best
    raise ReadingError(
        "The file is not text in UTF-8, UTF-16, GB18030 or Big5.",
        "Check that it is a text file, and save it as UTF-8.",
    )


def _attempt(data: bytes, encoding: str, *, strict: bool = False) -> str | None:
    """The text, with broken bytes as U+FFFD where they are few; None where the encoding does not fit.

    strict: none may be broken.  A last character that is cut off speaks against no encoding, however short the text is.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data)
        return text + "\ufffd" if decoder.getstate()[0] else text
    except UnicodeDecodeError:
        if strict:
            return None
        text = data.decode(encoding, "replace")
    return text if text.count("\ufffd") <= max(1, _BROKEN_SHARE * len(text)) and len(text) > 20 else None


def _common_share(text: str) -> float:
    """Share of the commonest Chinese characters among those that no ASCII text holds; of ASCII text, 1."""
    chinese = len(_FOREIGN.findall(text)) - text.endswith("\ufffd")
    if chinese == 0:
        return 1.0
    return sum(map(text.count, "".join(words("characters", "common")))) / chinese


def _ordinary_share(text: str) -> float:
    """Share of characters that any Chinese text may hold among those that no ASCII text does: for a text of few words."""
    counts = Counter(_FOREIGN.findall(text.removesuffix("\ufffd")))
    return sum(counts[c] for c in counts.keys() & _ordinary()) / max(1, counts.total())


@cache
def _ordinary() -> frozenset[str]:
    """The characters in use by the two old standards: level 1 of GB 2312 and of Big5, and punctuation."""
    rows = [("gb2312", range(0xA1, 0xA4)), ("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7))]
    pairs = ((code, bytes((lead, trail))) for code, leads in rows for lead in leads for trail in range(0x40, 0xFF))
    return frozenset("".join(pair.decode(code, "ignore") for code, pair in pairs)) - set(map(chr, range(128)))


def _refuse_binary(text: str) -> None:
    control = len(_CONTROL.findall(text))
    if "\x00" in text or control > max(2, _CONTROL_SHARE * len(text)):
        raise ReadingError(
            f"The file holds {control:,} control characters: it is binary, damaged, or in another encoding.",
            "Check that it is a text file, and save it as UTF-8.",
        )
