"""One picture of a page to its lines.

What belongs here: the recogniser (RapidOCR with the models of its wheel, on one processor), its lines as pieces of a page
with the confidence of every character.  What does not: what it left out (ink), what its doubts mean (doubts).
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from edu_pipeline.reading.limits import Limits, take_time
from edu_pipeline.reading.model import ReadingError
from edu_pipeline.reading.pages import Page, Piece, Rule
from edu_pipeline.reading.recognition import ink
from edu_pipeline.reading.recognition.ink import Area

if TYPE_CHECKING:
    from PIL.Image import Image

REMEDY = "Install the recognition of pictures (pip install '.[ocr]'), or give the document as text."
_LEAST = 0.5  # lines that are less sure are no text: a photograph, a stamp
_LONGEST_SIDE = 2600  # pixels: A4 at 220 dots an inch; more makes the recogniser slower and no better
_LOOKED_AT = 1600  # pixels of the longest side in which lines are looked for
_DIGITS = re.compile(r"[0-9０-９][0-9０-９.,．，:：]*")
_TALL = 1.5  # a line this much higher than wide stands upright
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page, how sure each character of each of its pieces is (by the piece's identity), and where ink was not read."""

    page: Page
    sure: dict[int, tuple[float, ...]]
    lost: tuple[Area, ...]


def installed() -> bool:
    """Whether the recogniser is there."""
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2"))


def recognised(picture: Image, number: int, limits: Limits, unit: float = 1.0) -> Recognised:
    """The page that a picture shows; `unit`: how many pixels of it are one unit of the page.

    ReadingError when the recogniser is not installed, LimitExceeded for a picture of too many pixels.
    """
    if not installed():
        raise ReadingError("It is a picture of a page, and what recognises its text is not installed.", REMEDY)
    limits.check("max_pixels", picture.width * picture.height)
    take_time(limits.seconds_per_picture)
    grey = _grey(picture)
    scale = unit * grey.shape[1] / picture.width
    found = _lines(grey)
    turned = 0
    if found and 2 * sum(_is_upright(line.corners) for line in found) > len(found):
        grey, found, turned = _righted(grey)
    rules, lost = ink.left_over(grey, [line.area for line in found])
    size = (grey.shape[1] / scale, grey.shape[0] / scale)
    page = Page(number, *size, rules=[Rule(*(edge / scale for edge in rule)) for rule in rules])
    sure: dict[int, tuple[float, ...]] = {}
    for line in found:
        piece = line.piece(scale)
        page.pieces.append(piece)
        sure[id(piece)] = line.sure
    return Recognised(page, sure, tuple(Area(*(edge / scale for edge in area)) for area in lost))


@dataclass(frozen=True, slots=True)
class _Line:
    """A recognised line in pixels: its text, its four corners, each character's confidence and left edge."""

    text: str
    corners: Any
    sure: tuple[float, ...]
    lefts: tuple[float, ...]

    @property
    def area(self) -> Area:
        xs, ys = self.corners[:, 0], self.corners[:, 1]
        return Area(float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))

    def piece(self, scale: float) -> Piece:
        left, top, right, bottom = (edge / scale for edge in self.area)
        wide = sum(1.0 if c > "\u2000" else 0.5 for c in self.text)
        high = (bottom - top) * 0.9
        size = min(high, (right - left) / wide) if wide >= 4 else high
        edges = [at for m in _DIGITS.finditer(self.text) for at in m.span() if 0 < at < len(self.text)]
        stops = tuple((at, self.lefts[at] / scale) for at in sorted(set(edges)))
        rising = all(a[1] <= b[1] for a, b in zip(stops, stops[1:], strict=False))
        return Piece(self.text, left, top, right, bottom, size, min(self.sure, default=0.0), stops if rising else ())


def _grey(picture: Image) -> Any:
    """A picture as an array of grey, no larger than is of use; what is transparent is white."""
    import numpy
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    picture = picture.convert("L")
    longest = max(picture.size)
    if longest > _LONGEST_SIDE:
        wide, high = (max(1, round(side * _LONGEST_SIDE / longest)) for side in picture.size)
        picture = picture.resize((wide, high), Image.Resampling.LANCZOS)
    return numpy.asarray(picture)


@cache
def _engine() -> Any:
    """The recogniser, once a process; on one thread, so that its answers do not depend on the machine's processors."""
    from rapidocr import RapidOCR

    one = {f"EngineConfig.onnxruntime.{which}_op_num_threads": 1 for which in ("intra", "inter")}
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.text_score": 0.0,
            "Global.max_side_len": _LONGEST_SIDE,
            "Det.limit_type": "max",
            "Det.limit_side_len": _LOOKED_AT,
            "Rec.rec_batch_num": 1,
            **one,
        }
    )


def _lines(grey: Any) -> list[_Line]:
    """The lines that the recogniser is sure enough of."""
    import numpy

    given = _engine()(numpy.repeat(grey[:, :, None], 3, axis=2), return_word_box=True, return_single_char_box=True)
    if given.txts is None:
        return []
    words = given.word_results or ()
    lines = []
    for n, (text, score, corners) in enumerate(zip(given.txts, given.scores, given.boxes, strict=True)):
        if score >= _LEAST and text.strip():
            lines.append(_line(text, float(score), numpy.asarray(corners), words[n] if n < len(words) else ()))
    return lines


def _line(text: str, score: float, corners: Any, words: Sequence[Any]) -> _Line:
    """A line with the place and confidence of each character, as far as the recogniser gives them."""
    given = [(word, float(sure), float(min(x for x, _ in box))) for word, sure, box in words]
    left, right = float(corners[:, 0].min()), float(corners[:, 0].max())
    sure, lefts, at = [], [], 0
    for n, character in enumerate(text):
        if at < len(given) and given[at][0] == character:
            sure.append(given[at][1])
            lefts.append(given[at][2])
            at += 1
        else:
            sure.append(score)
            lefts.append(lefts[-1] if lefts else left + (right - left) * n / len(text))
    return _Line(text, corners, tuple(sure), tuple(lefts))


def _is_upright(corners: Any) -> bool:
    wide, high = (float(corners[:, i].max() - corners[:, i].min()) for i in (0, 1))
    return high > _TALL * wide


def _righted(grey: Any) -> tuple[Any, list[_Line], int]:
    """A page that lies on its side, turned the way in which more of it can be read."""
    import numpy

    best: tuple[float, Any, list[_Line], int] | None = None
    for quarters in (1, 3):
        turned = numpy.ascontiguousarray(numpy.rot90(grey, quarters))
        found = _lines(turned)
        read = sum(s for line in found for s in line.sure if s >= _SURE)
        if best is None or read > best[0]:
            best = read, turned, found, quarters
    assert best is not None
    return best[1], best[2], best[3]
