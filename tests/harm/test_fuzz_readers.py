"""Every reader, given mutated documents of its format: no exception that escapes, no hang, no dead process.

Takes FUZZ_SECONDS seconds in all (of the environment; a few by default), shared out over the formats.  What is found is
made small by hypothesis and printed as bytes that can be read again.
"""

from __future__ import annotations

import io
import os
import select
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from edu_pipeline.reading.archives import Broken, member_bytes, members
from edu_pipeline.reading.formats import FORMATS, Format
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.readers.old_word import DOC
from edu_pipeline.reading.signatures import DOCX, XLSX
from edu_pipeline.sources.addresses import parsed, refusal
from edu_pipeline.sources.problems import Refused
from edu_pipeline.sources.registry import RegistryError, load

SECONDS = float(os.environ.get("FUZZ_SECONDS", "8"))
PATIENCE = 40
"""Seconds for one document, its own limit and the watchdog's among them."""
TOKENS = [
    b"", b"\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"-1", b"99999999999999999999", b"<", b">", b"&a;", b"&#0;", b"&#xd800;",
    b"<![CDATA[", b"<!--", b"]]>", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\r", b"\n", b"|", b",", b'"', b"\t", b"%", b"endobj",
    b"obj", b"stream", b"<<", b"[", b"/Kids", b"/Count 9999999", b"1:1", "２０２４年".encode(), "万".encode(), b"\xb9\xfa", b"<table><tr><td colspan=99999>",
    b"<tr>", b'rowspan="-3"', b"\xed\xa0\x80", "\u202e".encode(), "𠮷".encode("gb18030"), b"# ", b"---\n", b"|-|-|\n",
]  # fmt: skip
Edit = tuple[float, float, int]


class Reader:
    """The process that reads, started again when it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def complaint(self, name: str, data: bytes) -> str:
        if self._process is None:
            command = [sys.executable, str(Path(__file__).with_name("fuzz_worker.py"))]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        try:
            for part in (name.encode(), data):
                process.stdin.write(b"%08d" % len(part) + part)
            process.stdin.flush()
            if not select.select([process.stdout], [], [], PATIENCE)[0]:
                self.stop()
                return f"no answer within {PATIENCE} seconds"
            head = process.stdout.read(8)
            if len(head) == 8:
                return process.stdout.read(int(head)).decode()
        except OSError:
            pass
        self.stop()
        return f"the process died ({process.returncode})"

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    found = Reader()
    yield found
    found.stop()


def edited(data: bytes, edits: list[Edit]) -> bytes:
    """Pieces taken out, doubled or replaced; where and how much in fractions of the whole."""
    for where, much, kind in edits:
        at = int(where * len(data))
        end = min(len(data), at + 1 + int(much**4 * len(data)))
        piece = data[at:end]
        new = {-1: b"", -2: piece * 2, -3: piece * 40, -4: piece[::-1], -5: bytes(b ^ 0xFF for b in piece)}.get(kind)
        data = (
            data[:at] + (TOKENS[kind] if new is None else new) + data[end if new is not None else at + (much > 0.5) :]
        )
    return data[: 1 << 18]


def inside(data: bytes, which: int, edits: list[Edit]) -> bytes:
    """A packed file with one of its parts edited."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        parts = old.infolist()
        for number, info in enumerate(parts):
            part = old.read(info)
            new.writestr(info.filename, edited(part, edits) if number == which % len(parts) else part)
    return buffer.getvalue()


EDITS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.floats(0, 1), st.integers(-5, len(TOKENS) - 1)),
    min_size=1,
    max_size=8,
)
SECONDS_LEFT = SECONDS / len(FORMATS)


@pytest.mark.slow
@pytest.mark.timeout(SECONDS + 300)
@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.endings[0])
def test_no_document_breaks_its_reader(
    format_: Format, reader: Reader, sound: dict[str, Callable[[int], bytes]]
) -> None:
    ending = next((ending for ending in format_.endings if ending in sound), None)
    assert ending, f"write a sound document of {format_.media_type} in tests/harm/conftest.py"
    if format_.media_type == DOC and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    samples = [
        sound[ending](n) for n in ((1,) if format_.media_type == DOC else (1, 2, 3))
    ]  # LibreOffice makes the one
    packed = format_.media_type in (DOCX, XLSX)
    assert reader.complaint(f"a{ending}", samples[0]) == ""
    tried, end = 0, time.monotonic() + SECONDS_LEFT

    def one_round(number: int, examples: int) -> None:
        @seed(number)
        @settings(
            max_examples=examples, database=None, suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
        )  # fmt: skip
        @given(st.sampled_from(samples), EDITS, st.integers(0, 30))
        def read(sample: bytes, edits: list[Edit], part: int) -> None:
            nonlocal tried
            tried += 1
            data = inside(sample, part, edits) if packed and part < 25 else edited(sample, edits)
            wrong = reader.complaint(f"a{ending}", data)
            assert not wrong, f"{wrong}\n{ending}: {data!r}"

        read()

    number = 0
    while number == 0 or time.monotonic() < end:
        one_round(number, 2 if format_.media_type == DOC else 20 if SECONDS_LEFT < 30 else 200)
        number += 1
    print(f"{format_.media_type}: {tried} documents")


@pytest.mark.slow
@settings(max_examples=400)
@given(EDITS)
def test_no_archive_breaks_its_listing(tmp_path_factory: pytest.TempPathFactory, edits: list[Edit]) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("c.txt", b"1")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("报告/a.txt", b"1" * 300), ("b.zip", inner.getvalue()), ("d.html", b"<p>2</p>")):
            archive.writestr(name, data)
    path = tmp_path_factory.getbasetemp() / "mutated.zip"
    path.write_bytes(edited(buffer.getvalue(), edits))
    limits = Limits(max_bytes=1 << 20, max_archive_bytes=4 << 20, max_members=50)
    try:
        for member in members(path, (".txt", ".html"), limits):
            assert member.error or len(member_bytes(path, member.at, member.byte_size)) == member.byte_size
    except (Broken, LimitExceeded):
        pass


def test_a_member_whose_name_begins_with_nothing_is_a_member(tmp_path: Path) -> None:
    """zipfile cuts a name at its first NUL, and cannot tell whether no name at all is a folder's."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("X.txt", b"1")
        archive.writestr("b.txt", b"22")
    path.write_bytes(path.read_bytes().replace(b"X.txt", b"\0.txt"))
    found = list(members(path, (".txt",), Limits()))
    assert [member.error for member in found] == [None, None]
    assert [member_bytes(path, member.at, member.byte_size) for member in found] == [b"1", b"22"]


@settings(max_examples=300)
@given(
    st.one_of(
        st.text(), st.builds("http://{}/{}".format, st.text(), st.text()), st.ip_addresses().map("http://{}/".format)
    )
)
def test_any_address_is_understood_or_refused(text: str) -> None:
    try:
        address = parsed(text)
    except Refused:
        return
    assert address.scheme in ("http", "https", "s3") and address.host and "@" not in address.host


@settings(max_examples=300)
@given(st.ip_addresses())
def test_only_public_addresses_are_connected_to(address: IPv4Address | IPv6Address) -> None:
    if refusal(str(address)) is None:
        assert address.is_global and not (address.is_multicast or address.is_private or address.is_loopback)


@settings(max_examples=200)
@given(st.one_of(st.binary(), st.text().map(str.encode), st.lists(st.sampled_from(
    ["sources:", "\n", "  - ", "folder: a", "address: http://a/", "date: 2024-01-01", "place: 甘州区", ": ", "&a ", "*a", "[", "{", "!!python/object:os.system "]
)).map("".join).map(str.encode)))  # fmt: skip
def test_any_registry_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "sources.yaml"
    path.write_bytes(data)
    with suppress(RegistryError):
        load(path)
