"""Bytes to characters.

What belongs here: telling the encoding of a text from the whole file, and refusing what is not text.  What does not:
what the lines mean (blocks), and what sort of file it is (signatures).
"""

from __future__ import annotations

import codecs
import re

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
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL_SHARE = 0.002
_BROKEN_SHARE = 0.01
_COMMON_SHARE = 0.04


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
    try:
        text = data.decode("utf-8")
        if "\x00" not in text:
            return text, "utf-8"
    except UnicodeDecodeError:
        pass
    best, share = None, _COMMON_SHARE
    for encoding in _CANDIDATES:
        attempt = _attempt(data, encoding)
        if attempt is not None and (found := _common_share(attempt)) > share:
            best, share = (attempt, _NAMES.get(encoding, encoding)), found
    if best is not None:
        return best
    raise ReadingError(
        "The file is not text in UTF-8, UTF-16, GB18030 or Big5.",
        "Check that it is a text file, and save it as UTF-8.",
    )


def _attempt(data: bytes, encoding: str) -> str | None:
    """The text, with broken bytes as U+FFFD where they are few; None where the encoding does not fit."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    return text if text.count("\ufffd") <= max(1, _BROKEN_SHARE * len(text)) and len(text) > 20 else None


def _common_share(text: str) -> float:
    """Share of the commonest Chinese characters among those that are not ASCII; of ASCII text in disguise, 1."""
    chinese = len(_NOT_ASCII.findall(text))
    if chinese == 0:
        return 0.0 if "\x00" in text else 1.0
    return sum(map(text.count, words("characters", "common"))) / chinese


def _refuse_binary(text: str) -> None:
    control = len(_CONTROL.findall(text))
    if "\x00" in text or control > max(2, _CONTROL_SHARE * len(text)):
        raise ReadingError(
            f"The file holds {control:,} control characters: it is binary, damaged, or in another encoding.",
            "Check that it is a text file, and save it as UTF-8.",
        )
