"""Pages of a PDF that are pictures: which they are, and having them recognised.

What belongs here: telling scans from pages with text, drawing them.  What does not: recognising (recognition).
"""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import Remark
from edu_pipeline.reading.pages import Page
from edu_pipeline.reading.recognition import REMEDY, Recognised, installed, recognised

_DRAWN_AT = 200 / 72  # pixels a point
_LONGEST_SIDE = 2600  # pixels
_WRITTEN = 8  # characters: a page with fewer, on which something is drawn, is a scan
_STAMPED = 80  # characters that a program for scanning may write beside a picture
_COVERED = 0.5  # of the page: the picture of a scan


def scans(document: pypdfium2.PdfDocument, pages: Sequence[Page]) -> list[Page]:
    """The pages whose text is a picture."""
    found = []
    for page in pages:
        written = sum(len(piece.text) for piece in page.pieces)
        if written < _STAMPED:
            drawn, covered = _drawn(document, page)
            if written < _WRITTEN and drawn or covered >= _COVERED:
                found.append(page)
    return found


def read_scans(document: pypdfium2.PdfDocument, pages: Sequence[Page], limits: Limits) -> list[Recognised]:
    """What the scans say; none where the recogniser is not installed.  Raises LimitExceeded when they are too many."""
    if not pages or not installed():
        return []
    limits.check("max_pictures", len(pages))
    read = []
    for page in pages:
        handle = document[page.number - 1]
        try:
            scale = min(_DRAWN_AT, _LONGEST_SIDE / max(*handle.get_size(), 1.0))
            bitmap = handle.render(scale=scale, grayscale=True)
            read.append(recognised(bitmap.to_pil(), page.number, limits, scale))
            bitmap.close()
        finally:
            handle.close()
    return read


def unread(pages: Sequence[Page]) -> Remark:
    """That some pages were not recognised."""
    numbers = ", ".join(str(page.number) for page in pages[:20]) + ("…" if len(pages) > 20 else "")
    which = f"Page {numbers} is a picture" if len(pages) == 1 else f"Pages {numbers} are pictures"
    return Remark("part_unread", 0, 0, f"{which} that was not read. {REMEDY}")


def _drawn(document: pypdfium2.PdfDocument, page: Page) -> tuple[bool, float]:
    """Whether something other than text is on a page, and how much of it the largest picture covers."""
    try:
        handle = document[page.number - 1]
    except pypdfium2.PdfiumError:
        return False, 0.0
    try:
        wide, high = handle.get_size()
        drawn, largest = False, 0.0
        for thing in handle.get_objects(max_depth=3):
            if thing.type != pdfium.FPDF_PAGEOBJ_TEXT:
                drawn = True
            if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = thing.get_bounds()
                largest = max(largest, (right - left) * (top - bottom))
        return drawn, largest / max(wide * high, 1.0)
    except pypdfium2.PdfiumError:
        return False, 0.0
    finally:
        handle.close()
