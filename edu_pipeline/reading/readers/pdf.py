"""PDF files.

What belongs here: opening the file, its pages one by one, what it says about itself, and what is wrong with it.  What
does not: one page (pdf_page), what stands on pages (pages), the recognition of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import ReadDocument, ReadingError, Remark, Stated
from edu_pipeline.reading.pages import LaidOut, Page, lay_out
from edu_pipeline.reading.readers.pdf_page import PageReader
from edu_pipeline.reading.readers.pdf_scan import read_scans, scans, unread
from edu_pipeline.reading.recognition import REMEDY, Recognised, doubts

READER = "pdf/1"
PDF = "application/pdf"
_CHINESE = re.compile("[\u4e00-\u9fff]")


def read_pdf(data: bytes, limits: Limits) -> ReadDocument:
    """A PDF.  ReadingError when it is broken or locked, or holds no text that can be read."""
    document = _opened(data)
    try:
        count = len(document)
        if count == 0:
            raise ReadingError("The PDF has no pages.", "Fetch it again.")
        limits.check("max_pages", count)
        pages = list(_pages(document, limits))
        pictures = scans(document, pages)
        read = read_scans(document, pictures, limits)
        stated = Stated(title=_title(document))
    finally:
        document.close()
    recognised = {one.page.number: one.page for one in read}
    laid, remarks = _laid([recognised.get(page.number, page) for page in pages], pictures, read, limits)
    reader = f"{READER}+ocr" if read else READER
    return ReadDocument(laid.text, PDF, reader, None, laid.blocks, stated, tuple(remarks), laid.boxes)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise ReadingError("The PDF is locked by a password.", "Save it without one.") from None
        raise ReadingError("The PDF is damaged: it cannot be opened.", "Fetch it again.") from None


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Page]:
    """The pages; one that cannot be read is without a size."""
    chars = 0
    for index in range(len(document)):
        handle = pdfium.FPDF_LoadPage(document.raw, index)
        text = pdfium.FPDFText_LoadPage(handle) if handle else None
        try:
            if not handle or not text:
                yield Page(index + 1, 0.0, 0.0)
                continue
            chars += max(pdfium.FPDFText_CountChars(text), 0)
            limits.check("max_text_chars", chars)
            yield PageReader(handle, text, index + 1).read()
        finally:
            if text:
                pdfium.FPDFText_ClosePage(text)
            if handle:
                pdfium.FPDF_ClosePage(handle)


def _laid(
    pages: list[Page], pictures: list[Page], read: list[Recognised], limits: Limits
) -> tuple[LaidOut, list[Remark]]:
    """The text of the pages and what is to be said of it; ReadingError where there is none."""
    if pictures and not read and len(pictures) == len(pages):
        raise ReadingError("Its pages are pictures, and what recognises their text is not installed.", REMEDY)
    laid = lay_out(pages, limits)
    if not laid.text.strip():
        why = "Its pages are pictures in which no text was recognised." if read else "The PDF holds no text."
        raise ReadingError(why, "Look at it, or fetch it again.")
    remarks = doubts(laid, read)
    if pictures and not read:
        remarks.append(unread(pictures))
    broken = [str(page.number) for page in pages if not page.width]
    if broken:
        listed = ", ".join(broken[:20]) + ("…" if len(broken) > 20 else "")
        remarks.append(Remark("part_unread", 0, 0, f"Pages that are damaged were not read: {listed}."))
    if laid.merged:
        remarks.append(Remark("merged_cells", 0, 0, "Cells are merged: what they say counts for each of their places."))
    return laid, remarks


def _title(document: pypdfium2.PdfDocument) -> str | None:
    """The title among the properties, where it is one: programs fill in the name of the file or of the template."""
    title = str(document.get_metadata_value("Title")).strip()
    return title if len(_CHINESE.findall(title)) >= 5 else None
