"""PDF files with text.

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
from edu_pipeline.reading.pages import Page, lay_out
from edu_pipeline.reading.readers.pdf_page import PageReader

READER = "pdf/1"
PDF = "application/pdf"
_CHINESE = re.compile("[\u4e00-\u9fff]")
_WRITTEN = 8  # characters: a page with fewer, and a picture, is a scan


def read_pdf(data: bytes, limits: Limits) -> ReadDocument:
    """A PDF.  ReadingError when it is broken, locked, or holds only pictures of text."""
    document = _opened(data)
    try:
        count = len(document)
        if count == 0:
            raise ReadingError("The PDF has no pages.", "Fetch it again.")
        limits.check("max_pages", count)
        pages = list(_pages(document, limits))
        stated = Stated(title=_title(document))
    finally:
        document.close()
    return _document(pages, stated, limits)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise ReadingError("The PDF is locked by a password.", "Save it without one.") from None
        raise ReadingError("The PDF is damaged: it cannot be opened.", "Fetch it again.") from None


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Page]:
    """The pages; one that cannot be read is without pieces."""
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


def _document(pages: list[Page], stated: Stated, limits: Limits) -> ReadDocument:
    empty = [page.number for page in pages if sum(len(p.text) for p in page.pieces) < _WRITTEN]
    if len(empty) == len(pages) and not any(page.pieces for page in pages):
        raise ReadingError(
            "No page of the PDF holds text: it is a scan, or damaged.",
            "Install the recognition of pictures (pip install .[ocr]), or save it as text.",
        )
    laid = lay_out(pages, limits)
    if not laid.text.strip():
        raise ReadingError("The PDF holds no text.", "Fetch it again.")
    remarks = []
    if laid.merged:
        remarks.append(Remark("merged_cells", 0, 0, "Cells are merged: what they say counts for each of their places."))
    return ReadDocument(laid.text, PDF, READER, None, laid.blocks, stated, tuple(remarks), laid.boxes)


def _title(document: pypdfium2.PdfDocument) -> str | None:
    """The title among the properties, where it is one: programs fill in the name of the file or of the template."""
    title = str(document.get_metadata_value("Title")).strip()
    return title if len(_CHINESE.findall(title)) >= 5 else None
