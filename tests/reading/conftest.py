"""Documents that tests of reading write: texts as PDF, the way that pages are set."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
HEIGHT = 842.0
_CANNOT_BEGIN = "，。、；：！？”’）》」』】)],.;:!?%％"


@dataclass(frozen=True)
class Setting:
    """How a text is set; `words`: whether a line may end inside a figure."""

    size: float = 12
    left: float = 72
    width: float = 451
    top: float = 72
    bottom: float = 72
    leading: float = 1.6
    indent: int = 2
    gap: float = 0
    spacing: float = 0
    columns: int = 1
    head: str = ""
    numbered: str = ""
    words: bool = False


@pytest.fixture(scope="session")
def pdf_of() -> Callable[..., bytes]:
    return written


@pytest.fixture(scope="session")
def pdf_with_table() -> Callable[..., bytes]:
    return tabled


@pytest.fixture(scope="session")
def drawn() -> Callable[..., bytes]:
    """A page on which a function draws, in 12 points."""

    def make(draw: Callable[[Canvas], None]) -> bytes:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, (595, HEIGHT))
        canvas.setFont(FONT, 12)
        draw(canvas)
        canvas.save()
        return buffer.getvalue()

    return make


def written(paragraphs: Sequence[str], **settings: Any) -> bytes:
    """A PDF of paragraphs; settings: see Setting."""
    how = Setting(**settings)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (595, HEIGHT))
    gutter = 24.0
    wide = (how.width - gutter * (how.columns - 1)) / how.columns
    places = _places(canvas, how, wide, gutter)
    x, y = next(places)
    for paragraph in paragraphs:
        for n, line in enumerate(_lines(paragraph, how, wide)):
            if y < how.bottom:
                x, y = next(places)
            text = canvas.beginText(x + (how.indent * how.size if n == 0 else 0), y)
            text.setFont(FONT, how.size)
            text.setCharSpace(how.spacing)
            text.textOut(line)
            canvas.drawText(text)
            y -= how.size * how.leading
        y -= how.gap
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _places(canvas: Canvas, how: Setting, wide: float, gutter: float) -> Iterator[tuple[float, float]]:
    """Where each column begins, on as many pages as are asked for."""
    page = 0
    while True:
        page += 1
        if page > 1:
            canvas.showPage()
        canvas.setFont(FONT, 9)
        if how.head:
            canvas.drawString(how.left, HEIGHT - 40, how.head)
        if how.numbered:
            canvas.drawCentredString(297, 36, how.numbered.format(page))
        for column in range(how.columns):
            yield how.left + column * (wide + gutter), HEIGHT - how.top - how.size


def _lines(paragraph: str, how: Setting, wide: float) -> Iterator[str]:
    """A paragraph broken into lines that fit; no line begins with a mark that closes."""
    line, room = "", wide - how.indent * how.size
    for token in re.findall(r"[0-9A-Za-z.]+|.", paragraph) if how.words else paragraph:
        taken = pdfmetrics.stringWidth(line + token, FONT, how.size) + how.spacing * len(line + token)
        if line and taken > room and token[0] not in _CANNOT_BEGIN:
            yield line
            line, room = "", wide
        line += token
    yield line


def tabled(
    above: Sequence[str], rows: Sequence[Sequence[str]], style: Sequence[Any] = (), lined: bool = True, **how: Any
) -> bytes:
    """A PDF of some lines and a table below them."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (595, HEIGHT))
    canvas.setFont(FONT, 12)
    y = HEIGHT - 80
    for line in above:
        canvas.drawString(72, y, line)
        y -= 20
    lines = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if lined else []
    table = Table([list(row) for row in rows], **how)
    table.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), FONT, 11), *lines, *style]))
    _, high = table.wrapOn(canvas, 451, 600)
    table.drawOn(canvas, 72, y - high)
    canvas.setFont(FONT, 12)
    canvas.drawString(96, y - high - 40, "全县教育事业健康发展，群众满意。")
    canvas.save()
    return buffer.getvalue()
