"""Members of ZIP archives: their names, and what is not taken from a hostile one."""

from __future__ import annotations

import hashlib
import io
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from edu_pipeline.reading.archives import Broken, Member, member_bytes, members
from edu_pipeline.reading.limits import Limits

ENDINGS = (".txt", ".html")
LIMITS = Limits(max_bytes=1 << 20, max_archive_bytes=4 << 20, max_members=50, max_nesting=2, max_expansion=100)


def packed(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


def raw_name(data: bytes, ascii_name: bytes, name: bytes) -> bytes:
    """The archive with a member's name of the same length in other bytes, its flag for UTF-8 unset."""
    assert len(ascii_name) == len(name) and data.count(ascii_name) == 2
    return data.replace(ascii_name, name)


def read(tmp_path: Path, data: bytes, limits: Limits = LIMITS) -> dict[str, Member]:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    found = list(members(path, ENDINGS, limits))
    for member in found:
        if member.error is None:
            assert hashlib.sha256(member_bytes(path, member.at, 1 << 20)).hexdigest() == member.sha256
    assert len({member.name for member in found}) == len(found)
    return {member.name: member for member in found}


def test_members_by_name_and_bytes(tmp_path: Path) -> None:
    found = read(tmp_path, packed(("a.txt", b"1"), ("d/b.HTML", b"22"), ("d/c.exe", b"3"), (".x/d.txt", b"4"),
                                  ("__MACOSX/a.txt", b"5"), ("d/~$a.txt", b"6"), ("d/", b"")))  # fmt: skip
    assert {name: (m.byte_size, m.error) for name, m in found.items()} == {"a.txt": (1, None), "d/b.HTML": (2, None)}


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8"])
def test_names_without_the_flag(tmp_path: Path, encoding: str) -> None:
    name = "张掖市/二〇二四年.txt".encode(encoding)
    placeholder = b"x" * (len(name) - 4) + b".txt"
    assert list(read(tmp_path, raw_name(packed((placeholder.decode(), b"1")), placeholder, name))) == [
        "张掖市/二〇二四年.txt"
    ]


def test_names_with_the_flag_and_backslashes(tmp_path: Path) -> None:
    assert list(read(tmp_path, packed(("报告\\a.txt", b"1"), ("教育.txt", b"2")))) == ["报告/a.txt", "教育.txt"]


def test_the_name_of_an_extra_field_is_taken_if_it_is_of_this_name(tmp_path: Path) -> None:
    def entry(crc: int) -> tuple[zipfile.ZipInfo, bytes]:
        info = zipfile.ZipInfo("old.txt")
        name = "新.txt".encode()
        info.extra = struct.pack("<HHBL", 0x7075, 5 + len(name), 1, crc) + name
        return info, b"1"

    assert list(read(tmp_path, packed(entry(zlib.crc32(b"old.txt"))))) == ["新.txt"]
    assert list(read(tmp_path, packed(entry(1)))) == ["old.txt"]


def test_one_name_twice(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed(("a.txt", b"1"), ("a.txt", b"2"))
    assert [m.sha256 for m in read(tmp_path, data).values()] == [hashlib.sha256(b).hexdigest() for b in (b"1", b"2")]


def test_names_that_cannot_be_seen_are_written_out(tmp_path: Path) -> None:
    assert list(read(tmp_path, packed(("a\x07b\u202etxt.txt", b"1")))) == ["a\\x07b\\u202etxt.txt"]


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def encrypted(data: bytes) -> bytes:
    """With the flag that says so in both places."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[changed.find(signature) + offset] |= 1
    return bytes(changed)


def test_hostile_members_fail_and_the_others_are_read(tmp_path: Path) -> None:
    data = packed(
        ("../up.txt", b"1"), ("a/../../up.txt", b"1"), ("/etc/passwd.txt", b"1"), ("C:\\x.txt", b"1"),
        ("..\\up.txt", b"1"), (link("link.txt"), b"/etc/passwd"), ("bomb.txt", bytes(1 << 20) + b"\x00"),
        ("sound.txt", b"1"),
    )  # fmt: skip
    found = read(tmp_path, data, Limits(max_bytes=2 << 20))
    assert {name for name, m in found.items() if m.error is None} == {"sound.txt"}
    for name, why in {
        "../up.txt": "climbs out", "a/../../up.txt": "climbs out", "/etc/passwd.txt": "climbs out",
        "C:/x.txt": "climbs out", "link.txt": "is a link", "bomb.txt": "max_expansion",
    }.items():  # fmt: skip
        assert why in (found[name].error or ""), name
    assert not list(tmp_path.parent.glob("up.txt"))


def test_encrypted_and_unknown_methods(tmp_path: Path) -> None:
    assert "encrypted" in (read(tmp_path, encrypted(packed(("a.txt", b"1"))))["a.txt"].error or "")
    odd = bytearray(packed(("a.txt", b"1")))
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        odd[odd.find(signature) + offset] = 9
    assert "method" in (read(tmp_path, bytes(odd))["a.txt"].error or "")


def test_limits(tmp_path: Path) -> None:
    noise = hashlib.shake_256(b"x").digest(900_000)
    large = read(tmp_path, packed(("large.txt", noise * 2), ("a.txt", b"1")))
    assert "max_bytes" in (large["large.txt"].error or "") and large["a.txt"].error is None
    # all of it together, whatever each is
    total = read(
        tmp_path, packed(*[(f"{n}.txt", noise[n:]) for n in range(6)]), Limits(max_archive_bytes=6_000_000 - 9)
    )
    assert all(m.error is None for m in total.values())
    cut = read(
        tmp_path,
        packed(*[(f"{n}.txt", bytes([n]) * 900_000) for n in range(6)]),
        Limits(max_archive_bytes=4 << 20, max_expansion=10_000),
    )
    assert [m.error is None for m in cut.values()] == [True] * 4 + [False] * 2
    assert "max_archive_bytes" in (cut["5.txt"].error or "")


def test_too_many_members(tmp_path: Path) -> None:
    found = read(tmp_path, packed(*[(f"{n}.txt", b"1") for n in range(60)]))
    assert len(found) == 51 and "max_members" in (found[""].error or "")
    # a directory that would not fit into memory is not read
    path = tmp_path / "many.zip"
    path.write_bytes(packed(*[(f"{n:04}.{'x' * 200}", b"") for n in range(500)]))
    with pytest.raises(Broken, match="max_members"):
        list(members(path, ENDINGS, LIMITS))


def test_archives_inside(tmp_path: Path) -> None:
    data = packed(("a.txt", b"deep"))
    for _ in range(2):
        data = packed(("in.zip", data), ("b.txt", b"x"))
    found = read(tmp_path, data)
    assert {name: bool(m.error) for name, m in found.items()} == {
        "in.zip/in.zip": True, "in.zip/b.txt": False, "b.txt": False,
    }  # fmt: skip
    assert "max_nesting" in (found["in.zip/in.zip"].error or "")
    assert "in.zip/in.zip/a.txt" in read(tmp_path, data, Limits(max_nesting=3))


def test_an_archive_that_declares_less_than_it_holds(tmp_path: Path) -> None:
    data = bytearray(packed(("a.txt", b"1" * 5000)))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(signature) + offset
        data[at : at + 4] = struct.pack("<L", 10)
    found = read(tmp_path, bytes(data))["a.txt"]
    assert "damaged" in (found.error or "")


def test_cut_off_at_any_place(tmp_path: Path) -> None:
    data = packed(("a.txt", b"1" * 100), ("b.txt", hashlib.shake_256(b"b").digest(300)))
    for end in range(len(data)):
        (tmp_path / "cut.zip").write_bytes(data[:end])
        with pytest.raises(Broken):
            list(members(tmp_path / "cut.zip", ENDINGS, LIMITS))


def test_any_byte_changed(tmp_path: Path) -> None:
    data = packed(("a.txt", b"1" * 100), ("b.zip", packed(("c.txt", b"2"))))
    path = tmp_path / "changed.zip"
    for at in range(len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        try:
            for member in members(path, ENDINGS, LIMITS):
                assert member.error or len(member_bytes(path, member.at, 1000)) == member.byte_size
        except Broken:
            pass


def test_an_archive_without_documents(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="no document"):
        read(tmp_path, packed(("a.exe", b"1")))
