"""The registry: what it may say, and how an error in it is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from edu_pipeline.sources.registry import Entry, Known, RegistryError, load

ROOT = Path(__file__).parents[2]


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_it_may_say(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
sources:
  - folder: inbox
    name: drop/here
    publisher: 张掖市教育局
  - file: inbox/2019.pdf
    date: 2019-12-31
    place: 甘州区
    rights: 内部资料
  - address: https://www.example.gov.cn/教育/2024
    title: 2024年公报
    place: "620700"
    date: "2025-01-02"
    media_type: Text/HTML
    allow_private: true
  - address: s3://bucket/key.pdf
    place: 甘肃省张掖市
    anonymous: yes
""",
    )
    assert load(path).entries == (
        Entry("folder", str(tmp_path / "inbox"), 3, Known(publisher="张掖市教育局"), name="drop/here"),
        Entry(
            "file",
            str(tmp_path / "inbox/2019.pdf"),
            6,
            Known(date=date(2019, 12, 31), place="620702", rights="内部资料"),
        ),
        Entry(
            "address",
            "https://www.example.gov.cn/教育/2024",
            10,
            Known(title="2024年公报", place="620700", date=date(2025, 1, 2), media_type="text/html"),
            allow_private=True,
        ),
        Entry("address", "s3://bucket/key.pdf", 16, Known(place="620700"), anonymous=True),
    )
    assert load(path).entries[1].known.as_text() == {
        "published_on": "2019-12-31", "place": "620702", "rights": "内部资料",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "no list `sources:`"),
        ("sources: 3", 1, "has to be a list"),
        ("source: []", 1, "is `sources` meant"),
        ("sources:\n- x", 2, "has to begin with one of"),
        ("sources:\n- title: a", 2, "exactly one of"),
        ("sources:\n- folder: a\n  file: b", 2, "names 2"),
        ("sources:\n- folder: a\n\n  titel: x", 4, "is `title` meant"),
        ("sources:\n- folder: a\n  title: x\n  title: y", 4, "stands twice"),
        ("sources:\n- folder:", 2, "`folder` has to be text"),
        ("sources:\n- folder: [a]", 2, "`folder` has to be text"),
        ("sources:\n- folder: a\n  date: 2024", 3, "as 2024-05-01"),
        ("sources:\n- folder: a\n  date: 2024-13-01", 3, "as 2024-05-01"),
        ("sources:\n- folder: a\n  place: 鼓楼区", 3, "320106, 320302"),
        ("sources:\n- folder: a\n  place: 火星", 3, "no place that is known"),
        ("sources:\n- folder: a\n  place: 999999", 3, "no place with the code"),
        ("sources:\n- folder: a\n  name: ../b", 3, "without . and .."),
        ("sources:\n- folder: a\n  allow_private: true", 3, "no key `allow_private`"),
        ("sources:\n- address: http://a.example/\n  allow_private: maybe", 3, "true or false"),
        ("sources:\n- address: http://a.example/\n  media_type: html", 3, "like text/html"),
        ("sources:\n- address: file:///etc/passwd", 2, "only http, https, s3"),
        ("sources:\n- address: http://user:secret@a.example/", 2, "name or password"),
        ("sources:\n- folder: a\n- folder: a", 3, "named in line 2"),
        ("sources: [", 1, "line 1"),
        ("sources:\n- folder: *nowhere", 2, "undefined alias"),
        ("\x00", None, "See docs/sources.md"),
    ],
)
def test_errors_say_where_and_what(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    with pytest.raises(RegistryError) as raised:
        load(written(tmp_path, text))
    said = str(raised.value)
    assert words in said and "sources.yaml" in said and "secret" not in said
    assert line is None or f"line {line}" in said


def test_a_registry_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="--registry"):
        load(tmp_path / "no.yaml")
    (tmp_path / "gbk.yaml").write_bytes("sources: # 张掖".encode("gbk"))
    with pytest.raises(RegistryError, match="UTF-8"):
        load(tmp_path / "gbk.yaml")
