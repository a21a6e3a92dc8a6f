"""Documents that could do harm, one of each kind, and sound ones of every format that can be read."""

from __future__ import annotations

import io
import os
import stat
import struct
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "东岭县第{n}号简报\n\n2024年，东岭县有小学{n}所，在校生{m}人。\n"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "{url}">]>'


# ------------------------------------------------------------------------------------------------ sound documents
def sound_text(n: int) -> str:
    return TEXT.format(n=n, m=n * 100)


def sound_html(n: int) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in sound_text(n).split("\n") if line)
    return f'<html><head><meta charset="utf-8"><title>{n}</title></head><body>{body}</body></html>'.encode()


def sound_docx(n: int) -> bytes:
    import docx

    document = docx.Document()
    for line in sound_text(n).split("\n"):
        document.add_paragraph(line)
    return _saved(document)


def sound_doc(n: int) -> bytes:
    """Made by LibreOffice, so only where that is installed."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.docx"
        source.write_bytes(sound_docx(n))
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return source.with_suffix(".doc").read_bytes()


def sound_xlsx(n: int) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["学校", "所数", "在校生"], ["小学", n, n * 100]):
        sheet.append(row)
    return _saved(book)


def sound_pdf(n: int) -> bytes:
    """Two pages of prose with heads and feet, and a table with lines."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in (1, 2):
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(72, 800, "东岭县教育简报")
        canvas.drawString(290, 30, f"- {page} -")
        for row, line in enumerate(sound_text(n).split("\n")):
            canvas.drawString(72 + 24 * (row > 0), 740 - 20 * row, line)
        canvas.grid([72, 172, 272], [500, 520, 540, 560])
        for row, cells in enumerate((("学段", "所数"), ("小学", str(n)), ("初中", str(n + 1)))):
            for column, cell in enumerate(cells):
                canvas.drawString(76 + 100 * column, 545 - 20 * row, cell)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def sound_png(n: int) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (80, 40), 255 - n % 50).save(buffer, "PNG")
    return buffer.getvalue()


SOUND: dict[str, Callable[[int], bytes]] = {
    ".txt": lambda n: sound_text(n).encode(),
    ".md": lambda n: f"# {sound_text(n)}".encode(),
    ".csv": lambda n: f"学校,所数,在校生\n小学,{n},{n * 100}\n".encode(),
    ".html": sound_html,
    ".docx": sound_docx,
    ".doc": sound_doc,
    ".xlsx": sound_xlsx,
    ".pdf": sound_pdf,
    ".png": sound_png,
}


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def repacked(data: bytes, **parts: bytes | None) -> bytes:
    """A packed file with parts replaced or added; `__` in a name stands for `/`, and `_dot_` for a point."""
    given = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = given.pop(info.filename, old.read(info))
            if part is not None:
                new.writestr(info.filename, part)
        for name, part in given.items():
            new.writestr(name, part or b"")
    return buffer.getvalue()


# ------------------------------------------------------------------------------------------------ harmful documents
def word(xml: str) -> bytes:
    return repacked(sound_docx(1), word__document_dot_xml=xml.encode())


def sheet(xml: str) -> bytes:
    return repacked(sound_xlsx(1), xl__worksheets__sheet1_dot_xml=xml.encode())


_W = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_S = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def pdf(*objects: bytes) -> bytes:
    """A PDF of numbered objects, the first its catalogue."""
    data = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(data)
    count = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        count, table, count, start,
    )  # fmt: skip


def million_pages() -> bytes:
    kids = b" ".join([b"3 0 R"] * 1000)
    leaves = b" ".join([b"4 0 R"] * 1000)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1000000/Kids[%s]>>" % kids,
        b"<</Type/Pages/Parent 2 0 R/Count 1000/Kids[%s]>>" % leaves,
        b"<</Type/Page/Parent 3 0 R/MediaBox[0 0 100 100]>>",
    )


def pages_in_a_circle() -> bytes:
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>")


def alike(byte: bytes, size: int) -> bytes:
    """What zlib packs `size` times the same byte into, a mebibyte of them packed once and told again."""
    piece = byte * (1 << 20)
    packer = zlib.compressobj(9)
    parts = [packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2)]
    many, rest = divmod(size, len(piece))
    check = 1
    for _ in range(many):
        check = zlib.adler32(piece, check)
    end = zlib.compress(piece[:rest], 9)[2:-4]
    return parts[0] + parts[1] * (many - 1) + end + struct.pack(">I", zlib.adler32(piece[:rest], check))


def packed_stream() -> bytes:
    data = alike(b" ", 1 << 30)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(data), data),
    )


def vast_picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = alike(b"\0", 60_000 * 7501)
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pictured_page(wide: int, high: int, stream: bytes, page: int = 595) -> bytes:
    """A PDF of one page that is one picture, packed, said to be so large."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"
        % (page, page),
        b"<</Length 40>>\nstream\n%-40s\nendstream" % (b"%d 0 0 %d 0 0 cm /A Do" % (page, page)),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
        b"/Length %d>>\nstream\n%s\nendstream" % (wide, high, len(stream), stream),
    )


def picture(kind: str) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(buffer, kind)
    return buffer.getvalue()


def frames_in_a_circle() -> bytes:
    """A TIFF whose first directory is its next."""
    entries = [(256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (278, 1), (279, 1)]
    directory = struct.pack("<H", len(entries)) + b"".join(
        struct.pack("<HHII", tag, 3, 1, value) for tag, value in entries
    )
    return b"II*\0" + struct.pack("<I", 8) + directory + struct.pack("<I", 8)


def many_frames(count: int) -> bytes:
    """A TIFF of so many pictures of one point."""
    entries = [(256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (278, 1), (279, 1)]
    directory = struct.pack("<H", len(entries))
    directory += b"".join(struct.pack("<HHII", tag, 3, 1, value) for tag, value in entries)
    long = len(directory) + 4
    after = [8 + long * (n + 1) for n in range(count - 1)] + [0]
    return b"II*\0" + struct.pack("<I", 8) + b"".join(directory + struct.pack("<I", at) for at in after)


def packed(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def nested(depth: int) -> bytes:
    data = packed(("a.txt", b"1"))
    for _ in range(depth):
        data = packed(("a.zip", data))
    return data


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def referring(url: str) -> dict[str, bytes]:
    """Documents that are read, and whose references nobody follows."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        f'Target="{url}/t.dotm" TargetMode="External"/></Relationships>'
    )
    html = (
        f'<html><head><meta charset="utf-8"><base href="{url}/"><link rel="stylesheet" href="{url}/a.css">'
        f'<meta http-equiv="refresh" content="0;url={url}/r"><script src="{url}/a.js"></script></head><body>'
        f'<img src="{url}/a.png"><iframe src="{url}/f"></iframe><object data="{url}/o"></object>'
        f"<style>@import url({url}/b.css)</style><p>{sound_text(5)}</p></body></html>"
    )
    return {
        "remote.html": html.encode(),
        "remote.docx": repacked(sound_docx(5), word___rels__settings_dot_xml_dot_rels=relations.encode()),
        "macros.docx": repacked(sound_docx(6), word__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0" * 100),
        "macros.xlsx": repacked(sound_xlsx(6), xl__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0" * 100),
    }


def harmful(url: str) -> dict[str, bytes]:
    """Name to bytes; every one of them must fail, or be limited and say so."""
    outside = OUTSIDE.format(url=url)
    deep = "<div>" * 100_000
    tables = "<w:tbl><w:tr><w:tc>" * 3000
    return {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 64,
        "long-line.txt": "学".encode() * 30_000_000,
        "bomb.zip": packed(("zeros.txt", bytes(90 << 20))),
        "nested.zip": nested(9),
        "climbs.zip": packed(("../../climbed.txt", b"1"), ("/climbed.txt", b"1")),
        "link.zip": packed((link(), b"/etc/passwd")),
        "cut.zip": packed(("a.txt", b"1" * 1000))[:60],
        "no-archive.zip": b"Rar!\x1a\x07\x00" + bytes(100),
        "laughs.html": (LAUGHS + "<html><body><p>&a11;</p></body></html>").encode(),
        "deep.html": f"<html><body>{deep}x</body></html>".encode(),
        "laughs.docx": word(LAUGHS + _W + "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"),
        "outside.docx": word(outside + _W + "<w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>"),
        "deep.docx": word(f"{_W}{tables}<w:p/>{'</w:tc></w:tr></w:tbl>' * 3000}</w:body></w:document>"),
        "bomb.docx": repacked(sound_docx(1), word__document_dot_xml=b" " * (400 << 20)),
        "no-parts.docx": packed(("word/nothing.xml", b"")),
        "cut.docx": sound_docx(1)[:9000],
        "laughs.xlsx": sheet(LAUGHS + _S + '<sheetData><row r="1"><c r="A1" t="str"><v>&a11;</v></c></row></sheetData></worksheet>'),
        "cells.xlsx": sheet(
            f'{_S}<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
            '<c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048575"/></mergeCells>'
            "</worksheet>"
        ),
        "cut.xlsx": sound_xlsx(1)[:3000],
        "commas.csv": b"," * 60_000_000,
        "quotes.csv": b'"' + b"1,2\n" * 20_000_000,
        "pages.pdf": million_pages(),
        "circle.pdf": pages_in_a_circle(),
        "stream.pdf": packed_stream(),
        "cut.pdf": sound_pdf(1)[:200],
        "arrays.pdf": b"%PDF-1.7\n" + b"[" * 5_000_000,
        "vast.png": vast_picture(),
        "cut.png": sound_png(1)[:40],
        "picture.pdf": pictured_page(60_000, 60_000, alike(b"\0", 1 << 28)),
        "page.pdf": pictured_page(10, 10, zlib.compress(bytes(100)), page=14_000_000),
        "circle.tif": frames_in_a_circle(),
        "frames.tif": many_frames(20_000),
        "cut.tif": picture("TIFF")[:900],
        "cut.jpg": picture("JPEG")[:900],
        "cut.bmp": picture("BMP")[:40],
        "cut.webp": picture("WEBP")[:200],
        "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40,
        "cut.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 40,
    }  # fmt: skip


@pytest.fixture(scope="session")
def sound() -> dict[str, Callable[[int], bytes]]:
    return SOUND


@pytest.fixture(scope="session")
def make_harmful() -> Callable[[str], dict[str, bytes]]:
    return harmful


@pytest.fixture(scope="session")
def make_referring() -> Callable[[str], dict[str, bytes]]:
    return referring


@pytest.fixture
def lay_traps() -> Callable[[Path], None]:
    """Entries of a folder that are no documents: links out and in circles, pipes, a hole of a terabyte."""

    def lay(folder: Path) -> None:
        (folder / "outside.txt").symlink_to("/etc/hostname")
        (folder / "circle.txt").symlink_to("circle.txt")
        (folder / "outside").symlink_to("/etc")
        os.mkfifo(folder / "pipe.txt")
        (folder / "hole.txt").touch()
        os.truncate(folder / "hole.txt", 1 << 40)

    return lay
