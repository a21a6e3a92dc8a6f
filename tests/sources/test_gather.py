"""All sources in one list: their names, and which entry of the registry speaks for which."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.reading.limits import Limits
from edu_pipeline.sources.collect import fetch_all
from edu_pipeline.sources.gather import folders_of, gather
from edu_pipeline.sources.registry import Registry, load
from edu_pipeline.sources.scan import SourcesEmpty, SourcesMissing, scan
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.sources import SourceChanged


def put(path: Path, data: bytes | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(path.name.encode() if data is None else data)
    return path


def packed(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.txt", data)
    return buffer.getvalue()


def registry(tmp_path: Path, text: str) -> Registry:
    path = tmp_path / "sources.yaml"
    path.write_text("sources:\n" + text, encoding="utf-8")
    return load(path)


def test_folders_files_and_archives(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt")
    put(tmp_path / "in" / "2019" / "b.txt")
    put(tmp_path / "in" / "2019" / "c.zip", packed(d=b"d", e=b"e"))
    put(tmp_path / "else" / "f.txt")
    put(tmp_path / "far" / "g.txt")
    found = gather([], registry(tmp_path, """
  - folder: in
    publisher: 东岭县教育局
    rights: 内部
  - folder: in/2019
    rights: 公开
    date: 2019-12-31
  - file: in/2019/b.txt
    title: 报告
  - folder: else
    name: other
  - file: far/g.txt
    name: g/2020.txt
    title: 二〇二〇
  - file: far/gone.txt
"""))  # fmt: skip
    publisher = {"publisher": "东岭县教育局"}
    inner = {**publisher, "rights": "公开", "published_on": "2019-12-31"}
    assert {file.source: file.known for file in found} == {
        "a.txt": {**publisher, "rights": "内部"},
        "2019/b.txt": {**inner, "title": "报告"},
        "2019/c.zip/d.txt": inner,
        "2019/c.zip/e.txt": inner,
        "other/f.txt": {},
        "g/2020.txt": {"title": "二〇二〇"},
        "gone.txt": {},
    }
    assert [file.read() for file in found if file.at] == [b"d", b"e"]
    assert "not there" in next(file.error or "" for file in found if file.source == "gone.txt")


def test_folders_named_twice_are_looked_through_once(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt")
    put(tmp_path / "in" / "b" / "c.txt")
    known = registry(tmp_path, "  - folder: in/b\n    title: 内\n  - folder: in\n    title: 外\n")
    for folders in ([tmp_path / "in"], []):
        assert {f.source: f.known["title"] for f in gather(folders, known)} == {"a.txt": "外", "b/c.txt": "内"}
        assert folders_of(folders, known) == [tmp_path / "in"]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourcesMissing, match="line 2"):
        gather([], registry(tmp_path, "  - folder: nowhere\n"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourcesEmpty):
        gather([], registry(tmp_path, "  - folder: empty\n"))
    put(tmp_path / "empty" / "x" / "a.txt")
    put(tmp_path / "other" / "a.txt")
    with pytest.raises(WarehouseError, match=r"called x/a.txt .*`name` in the registry"):
        gather([], registry(tmp_path, "  - folder: empty\n  - file: other/a.txt\n    name: x/a.txt\n"))


def test_addresses_and_archives_at_addresses(site: Any, world: Any, tmp_path: Path) -> None:
    site.pages["/a"] = lambda h: h.give(b"a", Content_Type="text/html")
    site.pages["/b.zip?v=1"] = lambda h: h.give(packed(c=b"c"), Content_Type="application/octet-stream")
    site.pages["/get"] = lambda h: h.give(packed(d=b"d"), Content_Type="application/zip")
    site.pages["/big"] = lambda h: h.give(b"x" * 2000)
    urls = [site.url(path, "school.example") for path in ("/a", "/b.zip?v=1", "/get", "/big", "/gone")]
    known = registry(tmp_path, "".join(f"  - address: {url}\n    publisher: 教育局\n" for url in urls))
    fetch_all(known.entries, tmp_path / "w", world.fetcher)
    found = {file.source: file for file in gather([], known, tmp_path / "w", Limits(max_bytes=1000))}
    base = site.url("", "school.example")
    assert list(found) == [f"{base}/a", f"{base}/b.zip%3Fv=1/c.txt", f"{base}/big", f"{base}/get/d.txt", f"{base}/gone"]
    assert found[f"{base}/a"].known == {"media_type": "text/html", "publisher": "教育局"}
    assert found[f"{base}/get/d.txt"].known == {"publisher": "教育局"} and found[f"{base}/get/d.txt"].read() == b"d"
    assert found[f"{base}/b.zip%3Fv=1/c.txt"].read() == b"c"
    assert "max_bytes" in (found[f"{base}/big"].error or "") and "404" in (found[f"{base}/gone"].error or "")


def test_large_files_are_not_even_hashed(tmp_path: Path) -> None:
    path = put(tmp_path / "huge.txt", b"")
    os.truncate(path, 1 << 40)  # a hole of 1 TB
    file = scan(tmp_path)[0]
    assert file.sha256 is None and "max_bytes" in (file.error or "")


def test_names_of_files_with_control_characters(tmp_path: Path) -> None:
    for name in (b"a\nb.txt", "\u202etxt.exe.txt".encode(), b"\xb1\xa8.txt"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"x")
    found = scan(tmp_path)
    assert [file.source for file in found] == ["\\u202etxt.exe.txt", "\\xb1\\xa8.txt", "a\\x0ab.txt"]
    assert all(file.read() == b"x" for file in found)


def test_what_changed_since_is_not_read(tmp_path: Path) -> None:
    plain, archive = put(tmp_path / "a.txt"), put(tmp_path / "b.zip", packed(c=b"c", d=b"d"))
    files = scan(tmp_path)
    put(plain, b"x" * 10_000)
    put(archive, packed(c=b"c"))
    assert files[1].read() == b"c"
    for number in (0, 2):
        with pytest.raises(SourceChanged):
            files[number].read()
    put(archive, b"no archive")
    with pytest.raises(SourceChanged, match="b.zip"):
        files[1].read()
