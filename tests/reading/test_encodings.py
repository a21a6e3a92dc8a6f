"""Real documents in every encoding, whole and cut off at any byte: the same characters come back."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from edu_pipeline.reading.encodings import decode

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt")) or sorted(
    (ROOT / "data" / "sources").glob("*.txt")
)
CODECS = {
    "gb18030": ("gb18030", b"", "gb18030"),
    "gbk": ("gbk", b"", "gb18030"),
    "gb2312": ("gb2312", b"", "gb18030"),
    "big5": ("big5", b"", "big5"),
    "utf-8": ("utf-8", b"", "utf-8"),
    "utf-8 with mark": ("utf-8", codecs.BOM_UTF8, "utf-8"),
    "utf-16-le": ("utf-16-le", b"", "utf-16-le"),
    "utf-16-be": ("utf-16-be", b"", "utf-16-be"),
    "utf-16-le with mark": ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be with mark": ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
}
CUTS = [*range(16, 80), *range(80, 2001, 23), *range(1990, 2001)]
"""Less than a few characters does not tell one encoding from another."""


def encoded(path: Path, encoding: str, mark: bytes) -> tuple[str, bytes]:
    """A document's characters as far as an encoding holds them, and their bytes."""
    data = path.read_text(encoding="utf-8").encode(encoding, "ignore")
    return data.decode(encoding), mark + data


@pytest.mark.parametrize(("encoding", "mark", "stated"), CODECS.values(), ids=CODECS)
def test_a_document_comes_back_from_every_encoding(encoding: str, mark: bytes, stated: str) -> None:
    assert DOCUMENTS
    for path in DOCUMENTS:
        text, data = encoded(path, encoding, mark)
        assert decode(data) == (text, stated), path.name


@pytest.mark.parametrize(("encoding", "mark", "stated"), CODECS.values(), ids=CODECS)
def test_the_first_bytes_cut_anywhere_are_enough(encoding: str, mark: bytes, stated: str) -> None:
    """All but a character that is cut through, which is one U+FFFD."""
    for path in DOCUMENTS:
        _, data = encoded(path, encoding, mark)
        for cut in CUTS:
            piece = data[len(mark) : cut]
            whole = codecs.getincrementaldecoder(encoding)().decode(piece)
            if not whole.strip():
                continue
            text, found = decode(data[:cut])
            broken = len(whole.encode(encoding)) < len(piece)
            assert text == whole + "\ufffd" * broken, (path.name, cut)
            assert found == stated or whole.isascii(), (path.name, cut)
