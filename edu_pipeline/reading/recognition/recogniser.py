"""One picture of a page to its lines.

What belongs here: the recogniser (RapidOCR with the models of its wheel, on one processor), its lines as pieces of a page
with the confidence of every character.  What does not: what it left out (ink), what its doubts mean (doubts).
"""

from __future__ import annotations

import ctypes
import importlib.util
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from edu_pipeline.reading.limits import Limits, take_time
from edu_pipeline.reading.model import ReadingError
from edu_pipeline.reading.pages import Page, Piece, Rule
from edu_pipeline.reading.recognition import ink
from edu_pipeline.reading.recognition.blanks import blanks
from edu_pipeline.reading.recognition.ink import Area

if TYPE_CHECKING:
    from PIL.Image import Image

REMEDY = "Install the recognition of pictures (pip install '.[ocr]'), or give the document as text."
_SAVE_AGAIN = "Save the picture again as PNG, or give the document as text."
_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1  # of glibc's malloc.h
_LEAST = 0.5  # lines that are less sure are no text: a photograph, a stamp
_LEAST_SIDE = 16  # pixels: no character is smaller
_LONGEST_SIDE = 2600  # pixels: A4 at 220 dots an inch; more makes the recogniser slower and no better
_LOOKED_AT = 1600  # pixels of the longest side in which lines are looked for
_DIGITS = re.compile(r"[0-9０-９][0-9０-９.,．，:：]*")
_TALL = 1.5  # a line this much higher than wide stands upright
_SURE = 0.9
_GUESSED = 0.8  # how sure it is that two digits are of two numbers
_UPSIDE_DOWN = 0.85  # of the characters read for sure: with fewer, the page may stand on its head


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page, how sure each character of each of its pieces is (by the piece's identity), and where ink was not read."""

    page: Page
    sure: dict[int, tuple[float, ...]]
    lost: tuple[Area, ...]


def installed() -> bool:
    """Whether the recogniser is there."""
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2", "PIL"))


def recognised(picture: Image, number: int, limits: Limits, unit: float = 1.0) -> Recognised:
    """The page that a picture shows; `unit`: how many pixels of it are one unit of the page.

    ReadingError when the recogniser is not installed, LimitExceeded for a picture of too many pixels.
    """
    if not installed():
        raise ReadingError("It is a picture of a page, and what recognises its text is not installed.", REMEDY)
    limits.check("max_pixels", picture.width * picture.height)
    with _explained():
        return _page(picture, number, limits, unit)


@contextmanager
def _explained() -> Iterator[None]:
    """What breaks the recogniser is a reason why a document fails; want of memory is told as such."""
    try:
        yield
    except (ReadingError, MemoryError):
        raise
    except Exception as error:
        if "bad_alloc" in str(error) or "allocat" in str(error).lower():
            raise MemoryError from error
        last = str(error).strip().splitlines()[-1:]
        raise ReadingError(f"The recognition of its text broke off ({type(error).__name__}: {''.join(last)[:200]}).", _SAVE_AGAIN) from error  # fmt: skip


def _page(picture: Image, number: int, limits: Limits, unit: float) -> Recognised:
    grey = _grey(picture)
    scale = unit * grey.shape[1] / picture.width
    take_time(limits.seconds_per_picture)
    found = _lines(grey) if min(grey.shape) >= _LEAST_SIDE else []
    if found and 2 * sum(_is_upright(line.corners) for line in found) > len(found):
        take_time(2 * limits.seconds_per_picture)
        grey, found = max((_turned(grey, 1), _turned(grey, 3)), key=lambda turned: _read(turned[1]))
    elif found and _read(found) < _UPSIDE_DOWN * sum(len(line.text) for line in found):
        take_time(limits.seconds_per_picture)
        grey, found = max((grey, found), _turned(grey, 2), key=lambda turned: _read(turned[1]))
    rules, lost = ink.left_over(grey, [line.area for line in found]) if min(grey.shape) >= _LEAST_SIDE else ([], [])
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
    """A recognised line in pixels: its text, its four corners, each character's confidence and edges."""

    text: str
    corners: Any
    sure: tuple[float, ...]
    lefts: tuple[float, ...]
    rights: tuple[float, ...]

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

    _give_back_memory()
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


def _give_back_memory() -> None:
    """Have the C library hand large blocks back when they are freed: else a process keeps what one page took."""
    with suppress(OSError, AttributeError):
        for what in (_MMAP_THRESHOLD, _TRIM_THRESHOLD):
            ctypes.CDLL(None).mallopt(what, 1 << 20)


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
            line = _line(text, float(score), numpy.asarray(corners), words[n] if n < len(words) else ())
            lines.append(_spaced(line, grey))
    return lines


def _line(text: str, score: float, corners: Any, words: Sequence[Any]) -> _Line:
    """A line with the place and confidence of each character, as far as the recogniser gives them."""
    given = [(w, float(s), float(min(x for x, _ in box)), float(max(x for x, _ in box))) for w, s, box in words]
    left, right = float(corners[:, 0].min()), float(corners[:, 0].max())
    characters, at = [], 0
    for n, character in enumerate(text):
        if at < len(given) and given[at][0] == character:
            characters.append(given[at][1:])
            at += 1
        else:
            begin = characters[-1][2] if characters else left + (right - left) * n / len(text)
            characters.append((score, begin, begin))
    sure, lefts, rights = zip(*characters, strict=True)
    return _Line(text, corners, sure, lefts, rights)


def _spaced(line: _Line, grey: Any) -> _Line:
    """A line with the blanks between digits that the recogniser left out."""
    area = line.area
    left, top = max(int(area.left), 0), max(int(area.top), 0)
    crop = grey[top : int(area.bottom) + 1, left : int(area.right) + 1]
    if not crop.size:
        return line
    size = 0.8 * (area.bottom - area.top)
    missing = blanks(line.text, [x - left for x in line.lefts], [x - left for x in line.rights], crop, size)
    for at in reversed(missing):
        doubted = (*line.sure[: at - 1], min(line.sure[at - 1], _GUESSED), _GUESSED, *line.sure[at:])
        lefts, rights = ((*v[:at], v[at], *v[at:]) for v in (line.lefts, line.rights))
        line = _Line(f"{line.text[:at]} {line.text[at:]}", line.corners, doubted, lefts, rights)
    return line


def _is_upright(corners: Any) -> bool:
    wide, high = (float(corners[:, i].max() - corners[:, i].min()) for i in (0, 1))
    return high > _TALL * wide


def _turned(grey: Any, quarters: int) -> tuple[Any, list[_Line]]:
    """A page turned by quarters, and its lines."""
    import numpy

    turned = numpy.ascontiguousarray(numpy.rot90(grey, quarters))
    return turned, _lines(turned)


def _read(lines: Sequence[_Line]) -> int:
    """How many characters were read for sure: most of them where a page is the right way up."""
    return sum(sure >= _SURE for line in lines for sure in line.sure)
