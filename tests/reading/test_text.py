"""Bytes to text: encodings told from the whole file, and what is refused."""

from __future__ import annotations

import codecs
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.reading import ReadingError, endings, read
from edu_pipeline.reading.encodings import decode

SIMPLE = "全县共有幼儿园58所,在园幼儿9800人,学前三年毛入园率达到92.5%。\r\n二、义务教育\r\n小学45所。\r\n"
TRADITIONAL = "全縣共有幼兒園58所,在園幼兒9800人。\n二、義務教育發展情況:學校數量與教師隊伍建設。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "mark", "stated"),
    [
        (SIMPLE, "utf-8", b"", "utf-8"),
        (SIMPLE, "utf-8", codecs.BOM_UTF8, "utf-8"),
        (SIMPLE, "utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        (SIMPLE, "utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        (SIMPLE, "utf-16-le", b"", "utf-16-le"),
        (SIMPLE, "utf-16-be", b"", "utf-16-be"),
        (SIMPLE, "utf-32-le", codecs.BOM_UTF32_LE, "utf-32-le"),
        (SIMPLE, "gbk", b"", "gb18030"),
        (SIMPLE, "gb2312", b"", "gb18030"),
        (SIMPLE + "𠮷", "gb18030", b"", "gb18030"),
        (TRADITIONAL, "big5", b"", "big5"),
        ("The school has 12 classes.\n", "utf-8", b"", "utf-8"),
    ],
)
def test_decodes(text: str, encoding: str, mark: bytes, stated: str) -> None:
    assert decode(mark + text.encode(encoding)) == (text, stated)


def test_decides_from_the_whole_file() -> None:
    """Chinese only at the end of a long ASCII beginning."""
    text = "id,name\n" * 5000 + SIMPLE
    assert decode(text.encode("gbk")) == (text, "gb18030")


def test_a_broken_tail_is_kept_as_replacement_characters() -> None:
    text, encoding = decode((SIMPLE * 5).encode()[:-4])
    assert encoding == "utf-8"
    assert text.startswith(SIMPLE) and text.endswith("\ufffd")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"BM\x01\x02\x03\x04\x00\x00\x00\x00\x00\x00\x00\x00", "picture"),
        (b" \r\n\t \n", "white space"),
        (codecs.BOM_UTF8, "white space"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04xxxx", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 50, "Office"),
        (bytes(range(256)) * 20, "text file"),
        (b"abc\x00\x00\x00def" * 10, "text file"),
        (("学校\x01\x02\x03" * 50).encode(), "control characters"),
    ],
)
def test_refuses(data: bytes, says: str) -> None:
    with pytest.raises(ReadingError, match=says) as caught:
        read(data, "report.txt")
    assert caught.value.reason and caught.value.remedy


def test_error_survives_a_process_boundary() -> None:
    error = pickle.loads(pickle.dumps(ReadingError("Why.", "What to do.")))
    assert str(error) == "Why. What to do."


@pytest.mark.parametrize("source", ["a/b.TXT", "b.text", "http://x.cn/a.txt?v=1", "a.zip/inner.txt"])
def test_knows_the_format_by_name(source: str) -> None:
    document = read(SIMPLE.encode(), source)
    assert (document.media_type, document.reader.split("/")[0]) == ("text/plain", "text")
    assert document.text == SIMPLE


@pytest.mark.parametrize("source", ["a.exe", "README", ".txt/x"])
def test_refuses_unknown_formats(source: str) -> None:
    with pytest.raises(ReadingError, match="Convert"):
        read(b"abc", source)
    assert ".txt" in endings()


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_reading_error(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except ReadingError:
        return
    assert text.strip() and encoding and "\x00" not in text


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).filter(str.strip))
def test_utf8_comes_back_unchanged(text: str) -> None:
    if text[0] != "\ufeff" and not any(c in text for c in "\ufffe\uffff"):
        assert decode(text.encode()) == (text, "utf-8")
