"""Which reader a file is given to, and what is said where there is none."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.reading import ReadingError, read
from edu_pipeline.reading.formats import FOREIGN, endings, known_endings

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(64)


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "东岭县有小学47所。")  # of no day, so that it names one test
    return buffer.getvalue()


def word() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("东岭县有小学47所。")
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason", "remedy"),
    [
        ("a.xls", ole("Workbook"), "an old spreadsheet", "Save it as .xlsx."),
        ("a.et", ole("Workbook"), "an old spreadsheet", "Save it as .xlsx."),
        ("a.ppt", ole("PowerPoint Document"), "an old Office file", "Save or print it as .pdf."),
        ("a.pptx", packed("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint file", "print it as .pdf."),
        ("a.ofd", packed("OFD.xml"), "an OFD file", "Save or print it as .pdf."),
        ("a.odt", packed("mimetype"), "an OpenDocument file", "Save it as .docx or .pdf."),
        ("a.ods", packed("mimetype"), "an OpenDocument file", "Save it as .xlsx."),
        ("a.rtf", b"{\\rtf1 47}", "an RTF file", "Save it as .docx or .pdf."),
        ("a.rar", b"Rar!\x1a\x07\x00", "a RAR archive", "Unpack it, or pack it anew as .zip."),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it"),
        ("a.tar.gz", b"\x1f\x8b\x08", "a gzip archive", "Unpack it"),
        ("a.mht", b"MIME-Version: 1.0\r\n", "names ending in .mht", "save it as .html"),
        ("a.ceb", b"Founder CEB", "names ending in .ceb", "Save or print it as .pdf."),
        ("a.docx", ole("EncryptedPackage"), "locked with a password", "save it without one"),
        ("a.xlsx", ole("EncryptedPackage"), "locked with a password", "save it without one"),
        ("a.docx", packed("a.txt", "b.txt"), "a ZIP archive that holds no part of a Word file", "end in .zip"),
        ("a.xlsx", packed("[Content_Types].xml")[:60], "only begins as a spreadsheet (xlsx) does", "Fetch it again"),
        ("a.docx", b"PK\x03\x04" + bytes(80), "cut off or damaged", "Fetch it again"),
        ("a.txt", packed("a.csv"), "a ZIP archive, and there is no reader", "Convert the document"),
    ],
)
def test_what_no_reader_takes_says_what_it_is_and_what_to_do(name: str, data: bytes, reason: str, remedy: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(data, name)
    assert reason in caught.value.reason and remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.xls", "<html><table><tr><td>东岭县有小学47所</td></tr></table></html>".encode(), "text/html"),
        ("a.wps", word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.zip.docx", word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_a_name_without_a_reader_is_read_where_its_bytes_have_one(name: str, data: bytes, media_type: str) -> None:
    document = read(data, name)
    assert document.media_type == media_type and "47所" in document.text


@pytest.mark.parametrize(
    ("name", "data", "sent", "media_type"),
    [
        ("a.pdf", b"%PDF-1.7 cut", None, "application/pdf"),
        ("a.docx", b"no Word file", None, "application/octet-stream"),
        ("a.docx", ole("EncryptedPackage"), None, "application/x-ole-encrypted"),
        ("a.docx", packed("a.txt"), None, "application/zip"),
        ("a.xls", ole("Workbook"), None, "application/vnd.ms-excel"),
        ("a.mht", b"MIME-Version: 1.0", None, "application/octet-stream"),
        ("a.csv", b"", None, "text/csv"),
        ("a", b"\x00\x01", "application/x-odd", "application/x-odd"),
    ],
)
def test_a_failed_document_has_the_media_type_that_it_seems_to_be_of(
    name: str, data: bytes, sent: str | None, media_type: str
) -> None:
    (row,) = extract_document(data, name, {"media_type": sent} if sent else None)["documents"]
    assert (row["status"], row["media_type"]) == ("failed", media_type)


def test_no_ending_is_of_two_formats() -> None:
    foreign = [ending for one in FOREIGN for ending in one.endings]
    assert len(foreign) == len(set(foreign)) and not set(foreign) & set(endings())
    assert set(known_endings()) == {*foreign, *endings()}
