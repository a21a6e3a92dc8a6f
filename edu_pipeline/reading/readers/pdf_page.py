"""A page of a PDF as pieces of text and drawn lines.

What belongs here: what PDFium says about one page.  What does not: the file as a whole (pdf), what the pieces mean
(pages).

PDFium gives the characters of a page in lines; a call for the place of every one of them would take longer than all the
rest, so only the ends of lines, the gaps in them and their numbers are asked for.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

import pypdfium2.raw as pdfium

from edu_pipeline.reading.building import raised
from edu_pipeline.reading.pages import Page, Piece, Rule
from edu_pipeline.reading.pages.rows import parted, united
from edu_pipeline.reading.pages.writing import width

_LINE = re.compile(r"\S[^\r\n]*")
_GAP = re.compile("[ \t\xa0\u3000]+")
_NUMBER_OR_GAP = re.compile(r"(?P<number>[0-9０-９][0-9０-９.,．，]*)|[ \t\xa0\u3000]+")
_SQUARE = re.compile("[\u4e00-\u9fff，。、；：（）《》]")
_DIGIT = re.compile("[0-9]")
_SAMPLE = 3  # characters: boxes of some are narrower than the character
_RISE = 0.36  # of the size: the middle of Chinese characters above their base
_DIGIT_WIDTH = 0.53  # of the size, in most types
_HALF = re.compile("[\ud800-\udfff]")
_MARK = re.compile(r"(?<=[^\s\d.,:：/\-—(（])\s?(?P<mark>\d{1,2}|[\[（(〔【]\d{1,2}[\]）)〕】])(?!\d)")
_WIDE = 0.75  # of the size: a gap that parts cells and columns
_SPACED = 0.6  # of the characters have a gap after them in a line that is spaced out
_SPACED_LEAST = 3
_LIKE = (0.4, 2.6)  # how far a line may be from its reckoned width
_THIN = 3.0  # points: a rectangle that is no higher or wider is a line
_SHORT = 6.0  # points: a line that is no longer is a decoration
_ASLANT = 0.06  # quarters of a turn
_MOST_OBJECTS = 20_000
_MOST_DEPTH = 6


class _Spot(NamedTuple):
    """Where a character stands, as the page is looked at."""

    left: float
    top: float
    right: float
    bottom: float


class PageReader:
    """Reads one loaded page; `turn`: by how many quarters its text is turned to be upright."""

    def __init__(self, page: pdfium.FPDF_PAGE, text_page: pdfium.FPDF_TEXTPAGE, number: int) -> None:
        self._page, self._chars = page, text_page
        self._rect = box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._edges = box.left, box.bottom, box.right, box.top
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._spots: dict[int, _Spot] = {}
        self._text, self._index = _text_of(text_page)
        self._lines = [(m.start(), m.end(), self._quarter(m.start())) for m in _LINE.finditer(self._text)]
        turns = [sum(end - start for start, end, turn in self._lines if turn == quarter) for quarter in range(4)]
        self._turn = turns.index(max(turns))  # a broad table on a high page
        width_, height = box.right - box.left, box.top - box.bottom
        self.page = Page(number, *((width_, height) if self._turn % 2 == 0 else (height, width_)))

    def read(self) -> Page:
        self.page.rules = self._rules()
        upright = [rule for rule in self.page.rules if not rule.level]
        for start, end, turn in self._lines:
            pieces = self._pieces(start, end, upright) if turn == self._turn else self._aslant(start, end)
            (self.page.pieces if turn == self._turn else self.page.aslant).extend(pieces)
        self.page.pieces = united(self.page.pieces, upright)
        return self.page

    def _quarter(self, offset: int) -> int | None:
        """By how many quarters a line is turned; None where it stands aslant."""
        turns = pdfium.FPDFText_GetCharAngle(self._chars, self._at(offset)) / (math.pi / 2)
        return -round(turns) % 4 if abs(turns - round(turns)) < _ASLANT or turns < 0 else None

    def _aslant(self, start: int, end: int) -> Iterator[Piece]:
        """A line that stands otherwise than the text does: a watermark, a stamp, the head of a narrow column."""
        spots = [self._spot(at) for at in range(start, end) if not self._text[at].isspace()]
        edges = list(zip(*spots, strict=True))
        yield Piece(self._text[start:end].strip(), min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]), 10.0)

    # --------------------------------------------------------------------------------------------- characters
    def _at(self, offset: int) -> int:
        return self._index[offset] if self._index else offset

    def _spot(self, offset: int) -> _Spot:
        spot = self._spots.get(offset)
        if spot is None:
            r = self._rect
            pdfium.FPDFText_GetLooseCharBox(self._chars, self._at(offset), r)
            spot = self._spots[offset] = self._turned(r.left, r.bottom, r.right, r.top)
        return spot

    def _turned(self, left: float, bottom: float, right: float, top: float) -> _Spot:
        """From the page's own coordinates to distances from the left and the top of what is seen."""
        west, south_edge, east_edge, north_edge = self._edges
        left, right, north, south = left - west, right - west, north_edge - top, north_edge - bottom
        if self._turn == 0:
            return _Spot(left, north, right, south)
        high, wide = north_edge - south_edge, east_edge - west
        if self._turn == 1:
            return _Spot(high - south, left, high - north, right)
        if self._turn == 2:
            return _Spot(wide - right, high - south, wide - left, high - north)
        return _Spot(north, wide - right, south, wide - left)

    def _height(self, offset: int) -> float:
        """How high the base of a character stands, less than zero: from the top of the page."""
        x, y = self._x, self._y
        pdfium.FPDFText_GetCharOrigin(self._chars, self._at(offset), x, y)
        return -self._turned(x.value, y.value, x.value, y.value).top

    # --------------------------------------------------------------------------------------------- pieces
    def _pieces(self, start: int, end: int, upright: Sequence[Rule]) -> Iterator[Piece]:
        text = self._text
        while text[end - 1].isspace():
            end -= 1
        size = self._size(start, end)
        gaps = []
        for gap in _GAP.finditer(text, start, end):
            before, after = self._spot(gap.start() - 1), self._spot(gap.end())
            gaps.append((gap.start(), gap.end(), after.left - before.right, before.right, after.left))
        usual = 0.0
        if len(gaps) >= _SPACED_LEAST and len(gaps) >= _SPACED * (end - start - len(gaps) - 1):
            usual = max(sorted(gap[2] for gap in gaps)[len(gaps) // 2], 0.0)
        begin = start
        narrow: list[tuple[int, int]] = []
        for a, b, wide, right, left in gaps:
            if (
                wide > usual + _WIDE * size
                or wide < -size
                or parted(upright, right, left, (self._spot(b).top + self._spot(b).bottom) / 2)
            ):
                yield from self._piece(begin, a, narrow, size)
                begin, narrow = b, []
            elif usual and wide <= usual + 0.2 * size:
                narrow.append((a, b))
        yield from self._piece(begin, end, narrow, size)

    def _size(self, start: int, end: int) -> float:
        """The width of a Chinese character; of a line without one, by its first digit or the height of its first letter."""
        widths = [self._width(m.start()) for m in islice(_SQUARE.finditer(self._text, start, end), _SAMPLE)]
        if widths:
            return max(*widths, 0.1)
        digit = _DIGIT.search(self._text, start, end)
        if digit:
            return max(self._width(digit.start()) / _DIGIT_WIDTH, 0.1)
        spot = self._spot(start)
        return max((spot.bottom - spot.top) / 1.2, 0.1)

    def _width(self, offset: int) -> float:
        spot = self._spot(offset)
        return spot.right - spot.left

    def _piece(self, start: int, end: int, narrow: Sequence[tuple[int, int]], size: float) -> Iterator[Piece]:
        first, last = self._spot(start), self._spot(end - 1)
        reckoned = width(self._text[start:end]) * size / 2
        level = abs(first.top + first.bottom - last.top - last.bottom) <= size
        found = last.right - first.left
        if level and (_LIKE[0] * reckoned <= found <= _LIKE[1] * reckoned or narrow and found > 0):
            yield self._made(start, end, narrow, size)
            return
        # what PDFium takes for one line is several
        for turn, places in groupby(range(start, end), key=lambda at: self._quarter(at)):
            offsets = [at for at in places if not self._text[at].isspace()]
            if offsets and turn == self._turn:
                yield from self._near(offsets[0], offsets[-1] + 1, size)
            elif offsets:
                self.page.aslant += self._aslant(offsets[0], offsets[-1] + 1)

    def _near(self, start: int, end: int, size: float) -> Iterator[Piece]:
        """Runs of characters that stand beside one another."""
        begin = start
        for i in range(start + 1, end + 1):
            before, here = self._spot(i - 1), self._spot(min(i, end - 1))
            beside = abs(here.top + here.bottom - before.top - before.bottom) <= size
            if i == end or not beside or not -size < here.left - before.right < _WIDE * size:
                if not self._text[begin:i].isspace():
                    yield self._made(begin, i, (), size)
                begin = i

    def _made(self, start: int, end: int, narrow: Sequence[tuple[int, int]], size: float) -> Piece:
        """A piece without the narrow gaps of a line that is spaced out, raised digits as such."""
        edges = [start, *(edge for gap in narrow for edge in gap), end]
        stretches = list(zip(edges[::2], edges[1::2], strict=True))
        places = [at for a, b in stretches for at in range(a, b)]  # of each character of the piece
        text = "".join(self._text[a:b] for a, b in stretches)
        for mark in _MARK.finditer(text):
            a, b = mark.span("mark")
            if self._is_raised(places[mark.start() - 1], places[a]):
                text = text[:a] + raised(mark["mark"]).ljust(b - a) + text[b:]
        stops: list[tuple[int, float]] = []
        for part in _NUMBER_OR_GAP.finditer(text):
            a, b = part.span()
            if not part["number"] and (a == 0 or b == len(text)):
                continue
            stops.append((a, self._spot(places[a]).left if part["number"] else self._spot(places[a - 1]).right))
            stops.append((b, self._spot(places[b - 1]).right if part["number"] else self._spot(places[b]).left))
        first, last = self._spot(start), self._spot(end - 1)
        middle = -self._height(start) - _RISE * size  # the base is at one height for all types, their boxes are not
        inner = tuple(stop for stop in stops if 0 < stop[0] < len(text))
        return Piece(
            text, first.left, middle - 0.6 * size, max(last.right, first.left), middle + 0.6 * size, size, None, inner
        )  # fmt: skip

    def _is_raised(self, before: int, offset: int) -> bool:
        spot = self._spot(offset)
        return self._height(offset) - self._height(before) > 0.2 * (spot.bottom - spot.top)

    # --------------------------------------------------------------------------------------------- rules
    def _rules(self) -> list[Rule]:
        found: list[Rule] = []
        self._left_to_see = _MOST_OBJECTS
        self._collect(self._page, found, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0)
        return found

    def _collect(self, holder: object, found: list[Rule], matrix: Sequence[float], depth: int) -> None:
        count, get = (
            (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
            if depth
            else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
        )
        edges = [ctypes.c_float() for _ in range(4)]
        kind_of = pdfium.FPDFPageObj_GetType
        for i in range(min(count(holder), self._left_to_see)):
            item = get(holder, i)
            kind = kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._left_to_see -= 1
                if pdfium.FPDFPageObj_GetBounds(item, *edges):
                    found += self._rule(matrix, *(edge.value for edge in edges))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MOST_DEPTH:
                inner = pdfium.FS_MATRIX()
                pdfium.FPDFPageObj_GetMatrix(item, inner)
                self._left_to_see -= 1
                self._collect(item, found, _times(inner, matrix), depth + 1)

    def _rule(self, m: Sequence[float], left: float, bottom: float, right: float, top: float) -> Iterator[Rule]:
        """The line that a path draws, or the four edges of a frame."""
        xs = sorted((m[0] * left + m[2] * bottom + m[4], m[0] * right + m[2] * top + m[4]))
        ys = sorted((m[1] * left + m[3] * bottom + m[5], m[1] * right + m[3] * top + m[5]))
        s = self._turned(xs[0], ys[0], xs[1], ys[1])
        wide, high = s.right - s.left, s.bottom - s.top
        if min(wide, high) <= _THIN:
            if max(wide, high) > _SHORT:
                yield Rule(s.left, s.top, s.right, s.bottom)
        elif min(wide, high) > _SHORT:
            yield Rule(s.left, s.top, s.right, s.top)
            yield Rule(s.left, s.bottom, s.right, s.bottom)
            yield Rule(s.left, s.top, s.left, s.bottom)
            yield Rule(s.right, s.top, s.right, s.bottom)


def _text_of(text_page: pdfium.FPDF_TEXTPAGE) -> tuple[str, list[int]]:
    """The characters of a page, and the index of each for PDFium where it is not its place in the text."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return "", []
    buffer = ctypes.create_string_buffer(2 * (count + 1))
    units = pdfium.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * (units - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text.translate(_PLAIN), []
    # a character without a code, or one of two units: one by one
    characters: list[str] = []
    index: list[int] = []
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, i)
        if 0xDC00 <= code < 0xE000 and characters and "\ud800" <= characters[-1] < "\udc00":
            characters[-1] = (characters[-1] + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16")
        else:
            characters.append(chr(code) if 0 < code < 0x110000 else " ")
            index.append(i)
    text = _HALF.sub(" ", "".join(characters))
    return text.translate(_PLAIN), index


def _plain() -> dict[int, str]:
    """Characters that only PDFs hold for others: what PDFium makes of a hyphen at the end of a line, and the radicals and
    compatible forms that programs write for the characters that look the same."""
    forms = [chr(code) for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00))]
    same = {
        ord(form): plain for form in forms if len(plain := unicodedata.normalize("NFKC", form)) == 1 and plain != form
    }
    radicals = zip(
        "⺠⻄⻓⻅⻔⻢⻛⻋⻉⻜⻚⻘⻬⻥⻦⻨⻩⻮⻰⻝⻣⻤⻳⺟⻆",
        "民西长见门马风车贝飞页青齐鱼鸟麦黄齿龙食骨鬼龟母角",
        strict=True,
    )
    return {2: "-", 0xFFFE: "-", **same, **{ord(radical): plain for radical, plain in radicals}}


_PLAIN = _plain()


def _times(m: pdfium.FS_MATRIX, n: Sequence[float]) -> tuple[float, ...]:
    return (
        m.a * n[0] + m.b * n[2], m.a * n[1] + m.b * n[3], m.c * n[0] + m.d * n[2], m.c * n[1] + m.d * n[3],
        m.e * n[0] + m.f * n[2] + n[4], m.e * n[1] + m.f * n[3] + n[5],
    )  # fmt: skip
