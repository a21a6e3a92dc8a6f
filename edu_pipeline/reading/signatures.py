"""What a file is by its first bytes, whatever its name says.

What belongs here: signatures and what people call the formats.  What does not: which of them can be read (formats).
"""

from __future__ import annotations

import io
import re
import zipfile

ZIP = "application/zip"
OLE = "application/x-ole-storage"
LOCKED = "application/x-ole-encrypted"
XLS = "application/vnd.ms-excel"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OFD = "application/ofd"
EPUB = "application/epub+zip"
GZIP = "application/gzip"
RAR = "application/vnd.rar"
SEVEN_ZIP = "application/x-7z-compressed"
UNKNOWN = "application/octet-stream"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIRST_BYTES = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", GZIP),
    (b"Rar!\x1a", RAR),
    (b"7z\xbc\xaf\x27\x1c", SEVEN_ZIP),
)
NAMES = {
    "application/pdf": "a PDF",
    ZIP: "a ZIP archive",
    OFD: "an OFD file",
    EPUB: "an EPUB book",
    ODT: "an OpenDocument file",
    PPTX: "a PowerPoint file (pptx)",
    DOCX: "a Word file (docx)",
    XLSX: "a spreadsheet (xlsx)",
    LOCKED: "an Office file that is locked with a password",
    OLE: "an old Office file (doc, xls, wps)",
    "application/msword": "an old Word file (doc, wps)",
    XLS: "an old spreadsheet (xls, et)",
    RTF: "an RTF file",
    "image/png": "a picture (PNG)",
    "image/jpeg": "a picture (JPEG)",
    "image/gif": "a picture (GIF)",
    "image/bmp": "a picture (BMP)",
    "image/tiff": "a picture (TIFF)",
    "image/webp": "a picture (WebP)",
    GZIP: "a gzip archive",
    RAR: "a RAR archive",
    SEVEN_ZIP: "a 7-Zip archive",
    "text/html": "a web page (HTML)",
    "text/plain": "plain text",
    "text/csv": "a table in text (CSV)",
    "text/markdown": "Markdown",
}
"""What people call a media type, with its article."""

_HEAD = 2048
_PDF_WITHIN = 1024  # readers accept what stands before the signature
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s|title>|script[\s>]|style[\s>]|div[\s>]|table[\s>]|p[\s>]|center>|span[\s>]|h[1-6][\s>])",
    re.I,
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*", re.S)


def media_type_of(data: bytes) -> str | None:
    """The media type that the bytes give away; None for text without markup and for what is not known.

    A web page is told by its first tag.  A file whose tags come after other text is none.
    """
    for signature, media_type in _FIRST_BYTES:
        if data.startswith(signature):
            return _packed(data) if media_type == ZIP else _sealed(data, media_type)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "application/pdf"
    return "text/html" if is_markup(data) else None


def is_markup(data: bytes) -> bool:
    """Whether the bytes begin as a web page does, in any encoding."""
    head = data[:_HEAD]
    if head[:2] in _WIDE or head[1:2] == b"\x00" or head[:1] == b"\x00":
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return _MARKUP.match(head, _LEAD.match(head).end()) is not None  # type: ignore[union-attr]


def is_whole_archive(data: bytes) -> bool:
    """Whether the bytes are a ZIP archive to its end."""
    return zipfile.is_zipfile(io.BytesIO(data))


def _packed(data: bytes) -> str:
    """What a ZIP archive holds: an Office file is told by the folder of its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:5000]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError, UnicodeError):
        names = [n.decode("ascii", "replace") for n in re.findall(rb"PK\x03\x04.{26}([!-~]{1,60})", data[:65536], re.S)]
    for start, media_type in (
        ("word/", DOCX),
        ("xl/", XLSX),
        ("ppt/", PPTX),
        ("OFD.xml", OFD),
        ("META-INF/container.xml", EPUB),
    ):
        if any(name.startswith(start) for name in names):
            return media_type
    return ODT if names[:1] == ["mimetype"] else ZIP


def _sealed(data: bytes, media_type: str) -> str:
    """Which of the old Office files it is: the names of its streams are UTF-16."""
    if media_type == "image/bmp" and (len(data) < 14 or data[6:10] != b"\x00" * 4):
        return "text/plain"  # text that begins with BM
    if media_type != OLE:
        return media_type
    for name, found in (
        ("EncryptedPackage", LOCKED),
        ("WordDocument", "application/msword"),
        ("Workbook", XLS),
        ("Book", XLS),
    ):
        if name.encode("utf-16-le") in data:
            return found
    return media_type
