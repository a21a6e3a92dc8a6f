"""What a person should look at after a recognition: digits that are not sure, ink that was not read.

What belongs here: the remarks on recognised pages.  What does not: recognising (recogniser, ink).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edu_pipeline.reading.model import Remark
from edu_pipeline.reading.pages import LaidOut
from edu_pipeline.reading.recognition.recogniser import Recognised

SURE = 0.85
"""Digits that are less sure are remarked on."""

_NUMBER = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_LISTED = 5  # places of one page that are named


def doubts(laid: LaidOut, read: Sequence[Recognised]) -> list[Remark]:
    """Remarks on the numbers of a text that was recognised, and on what of each page was not."""
    sure = {key: confidences for one in read for key, confidences in one.sure.items()}
    return [*_doubtful(laid, sure), *_lost(laid, read)]


def _doubtful(laid: LaidOut, sure: dict[int, tuple[float, ...]]) -> Iterator[Remark]:
    by_place = _by_place(laid, sure)
    pages = {box.start: box.page for box in laid.boxes}
    starts = sorted(pages)
    for number in _NUMBER.finditer(laid.text):
        found = [(by_place[at], laid.text[at]) for at in range(*number.span()) if at in by_place]
        least = min((confidence for confidence, character in found if character.isdecimal()), default=1.0)
        if least < SURE:
            page = pages[max((s for s in starts if s <= number.start()), default=starts[0])]
            words = f"“{number[0]}” on page {page} was recognised with a confidence of {100 * least:.0f} %: look at it."
            yield Remark("ocr_doubtful", *number.span(), words)


def _by_place(laid: LaidOut, sure: dict[int, tuple[float, ...]]) -> dict[int, float]:
    """How sure each character of the text is.  A piece may have become several places, without the blanks between."""
    found: dict[int, float] = {}
    reached: dict[int, int] = {}
    for box, piece in zip(laid.boxes, laid.pieces, strict=True):
        if piece.confidence is None:
            continue
        confidences = sure.get(id(piece), (piece.confidence,) * len(piece.text))
        at = reached.get(id(piece), 0)
        for offset in range(box.start, box.end):
            inner = piece.text.find(laid.text[offset], at)
            if inner >= 0:
                found[offset] = confidences[inner]
                at = inner + 1
        reached[id(piece)] = at
    return found


def _lost(laid: LaidOut, read: Sequence[Recognised]) -> Iterator[Remark]:
    """One remark a page, where its text begins."""
    for one in read:
        if not one.lost:
            continue
        places = [
            f"{area.left:.0f}–{area.right:.0f} from the left, {area.top:.0f}–{area.bottom:.0f} from the top"
            for area in one.lost
        ]
        more = f", and {len(places) - _LISTED} more places" if len(places) > _LISTED else ""
        on_page = [box for box in laid.boxes if box.page == one.page.number]
        start, end = (on_page[0].start, on_page[0].end) if on_page else (0, 0)
        words = (
            f"On page {one.page.number} there is ink where no line was recognised: {'; '.join(places[:_LISTED])}{more}."
        )
        yield Remark("ocr_lost_line", start, end, words)
