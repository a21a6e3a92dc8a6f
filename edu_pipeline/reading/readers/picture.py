"""Pictures of pages: scans and photographs, of one page or (TIFF) of several.

What belongs here: opening a picture within the limits, its pages one by one.  What does not: recognising their text
(recognition), and pages of a PDF (pdf).
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import ReadDocument, ReadingError
from edu_pipeline.reading.pages import lay_out
from edu_pipeline.reading.recognition import REMEDY, doubts, installed, recognised

if TYPE_CHECKING:
    from PIL.Image import Image

READER = "picture/1"
PICTURES = ("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/webp")
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")
_KINDS = {f"image/{name.lower()}": name for name in ("PNG", "JPEG", "TIFF", "BMP", "WEBP")}
_PAGED = "TIFF"  # the pictures of other files move


def read_picture(data: bytes, limits: Limits) -> ReadDocument:
    """A picture of a page.  ReadingError when it is damaged, shows no text, or nothing is there to recognise it."""
    if not installed():
        raise ReadingError("It is a picture of a page, and what recognises its text is not installed.", REMEDY)
    read, media_type = [], PICTURES[0]
    for number, (page, kind) in enumerate(_pages(data, limits), 1):
        media_type = kind
        read.append(recognised(page, number, limits))
    laid = lay_out([one.page for one in read], limits)
    if not laid.text.strip():
        raise ReadingError("The picture shows no text that could be recognised.", "Look at it, or give it as text.")
    return ReadDocument(laid.text, media_type, f"{READER}+ocr", None, laid.blocks, remarks=tuple(doubts(laid, read)), boxes=laid.boxes)  # fmt: skip


def _pages(data: bytes, limits: Limits) -> Iterator[tuple[Image, str]]:
    """The pictures in a file, upright as the camera says, and the file's media type."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is odd in a file; its pixels are counted here
            with Image.open(io.BytesIO(data), formats=tuple(_KINDS.values())) as picture:
                kind = str(picture.format)
                count = getattr(picture, "n_frames", 1) if kind == _PAGED else 1
                limits.check("max_pictures", count)
                for index in range(count):
                    picture.seek(index)
                    limits.check("max_pixels", picture.width * picture.height)
                    picture.load()
                    yield ImageOps.exif_transpose(picture), f"image/{kind.lower()}"
    except ReadingError:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, IndexError, KeyError, EOFError, OverflowError, RuntimeError) as error:  # fmt: skip
        raise ReadingError(
            f"The picture is damaged ({type(error).__name__}: {str(error)[:200]}).", "Open it, and save it again."
        ) from error
