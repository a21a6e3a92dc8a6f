"""Which files below a folder are sources, and what happens to those that cannot be taken."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from edu_pipeline.sources import scan as sources
from edu_pipeline.sources.scan import SourcesEmpty, SourcesMissing, passed_over, scan
from edu_pipeline.warehouse import sources as warehouse_sources
from edu_pipeline.warehouse.sources import SourceChanged, hash_file


def put(folder: Path, name: str, data: bytes = b"x") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_every_text_file_by_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/b/c.Txt", "报告 1.txt", "a.txt"):
        put(tmp_path, name, name.encode())
    for name in ("x.json", "txt", ".hidden.txt", ".git/a.txt", "a/.cache/b.txt", "c.txt.bak"):
        put(tmp_path, name)
    found = scan(tmp_path)
    assert [file.source for file in found] == ["a.txt", "a/b/c.Txt", "a/z.TXT", "b.txt", "报告 1.txt"]
    assert [file.sha256 for file in found] == [hashlib.sha256(file.source.encode()).hexdigest() for file in found]
    assert all(file.error is None and file.byte_size == len(file.read()) for file in found)


def test_missing_empty_and_no_folder(tmp_path: Path) -> None:
    with pytest.raises(SourcesMissing, match="create it"):
        scan(tmp_path / "nowhere")
    with pytest.raises(SourcesMissing, match="is not a folder"):
        scan(put(tmp_path, "file.txt"))
    (tmp_path / "empty").mkdir()
    put(tmp_path / "empty", "notes.json")
    put(tmp_path / "empty", "README.md")
    put(tmp_path / "empty", "ReadMe.txt")
    with pytest.raises(SourcesEmpty, match=r"put files ending in .*1 \.json \(notes\.json\)\.$"):
        scan(tmp_path / "empty")


def test_documents_without_a_reader_are_sources_and_what_is_no_document_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "old/b.XLS", "c.ofd", "d.rar", "e.pptx"):
        put(tmp_path, name)
    companions = ("~$a.docx", "old/.DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX/a.docx", "README", "readme.rst")
    for name in (*companions, "sources.yaml", "corrections.yaml"):
        put(tmp_path, name)
    for name in ("f.json", "old/g.JSON", "h", "a\x07.css"):
        put(tmp_path, name)
    with zipfile.ZipFile(tmp_path / "i.zip", "w") as archive:
        for name in ("j.xls", "k.json", "l/Thumbs.db", "~$j.xls", "m"):
            archive.writestr(name, name)
    aside: list[str] = []
    found = scan(tmp_path, aside=aside)
    assert [file.source for file in found] == ["a.txt", "c.ofd", "d.rar", "e.pptx", "i.zip/j.xls", "old/b.XLS"]
    assert all(file.error is None for file in found)
    assert sorted(aside) == ["a\\x07.css", "f.json", "h", "i.zip/k.json", "i.zip/m", "old/g.JSON"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["a.json"], "Passed over, since their names are of no document: 1 .json (a.json)."),
        (
            ["b/x", "4.JSON", "2.json", "3.json", "1.json", "a.css"],
            "Passed over, since their names are of no document: 4 .json (1.json, 2.json, 3.json, …); 1 .css (a.css); "
            "1 without an ending (b/x).",
        ),
    ],
)
def test_what_is_passed_over_is_told_by_ending(names: list[str], said: str) -> None:
    assert passed_over(names) == said


def test_links(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    put(outside, "secret.txt")
    put(folder, "a.txt", b"a")
    put(folder, "sub/b.txt", b"b")
    (folder / "alias.txt").symlink_to("a.txt")
    (folder / "leak.txt").symlink_to(outside / "secret.txt")
    (folder / "leak").symlink_to(outside)
    (folder / "round").symlink_to(folder)
    (folder / "sub_again").symlink_to("sub")
    (folder / "gone.txt").symlink_to("nothing.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    found = {file.source: file for file in scan(folder)}
    assert list(found) == ["a.txt", "alias.txt", "gone.txt", "leak", "leak.txt", "loop.txt", "sub/b.txt"]
    assert found["alias.txt"].read() == b"a"
    for name, why in (
        ("leak", "outside"),
        ("leak.txt", "outside"),
        ("gone.txt", "not there"),
        ("loop.txt", "back to itself"),
    ):
        assert found[name].sha256 is None
        assert why in (found[name].error or "")
        assert str(tmp_path) not in (found[name].error or "")
        with pytest.raises(SourceChanged):
            found[name].read()


def test_unreadable_is_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "locked.txt")

    def refuse(path: Path, status: os.stat_result) -> tuple[str, int]:
        if path.name == "locked.txt":
            raise PermissionError(13, "no")
        return "0" * 64, 1

    monkeypatch.setattr(sources, "hash_once", refuse)
    good, bad = scan(tmp_path)
    assert good.error is None
    assert bad.sha256 is None and "permission denied" in (bad.error or "")


def test_a_file_is_read_again_when_it_was_touched_or_may_have_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(warehouse_sources, "hash_file", lambda path: read.append(path.name) or hash_file(path))
    old = put(tmp_path, "old.txt", b"one")
    monkeypatch.setattr(warehouse_sources, "SETTLED", 0)
    first, again = scan(tmp_path), scan(tmp_path)
    assert first == again and read == ["old.txt"]
    old.write_bytes(b"two")
    os.utime(old, ns=(0, 0))
    assert scan(tmp_path)[0].sha256 == hashlib.sha256(b"two").hexdigest()
    os.utime(old, ns=(1, 1))
    scan(tmp_path)
    assert read == ["old.txt"] * 3
    monkeypatch.setattr(warehouse_sources, "SETTLED", 10**18)  # it was touched just now
    scan(tmp_path)
    assert read == ["old.txt"] * 4
    monkeypatch.setattr(warehouse_sources, "SETTLED", 0)
    monkeypatch.setattr(warehouse_sources.time, "time_ns", lambda: 0)  # or the clock was set back since
    scan(tmp_path)
    assert read == ["old.txt"] * 5


def test_a_pipe_is_not_waited_on(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in (scan(tmp_path)[1].error or "")


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = "报告.txt".encode("gbk")
    try:
        (Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (file,) = scan(tmp_path)
    file.source.encode("utf-8")
    assert file.read() == b"x"


def test_a_file_that_changed_meanwhile(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", b"one")
    (file,) = scan(tmp_path)
    path.write_bytes(b"two")
    with pytest.raises(SourceChanged, match="run again"):
        file.read()
    path.unlink()
    with pytest.raises(SourceChanged, match="run again"):
        file.read()
