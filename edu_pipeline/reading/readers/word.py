"""Word files: the body in its order, tables, heads and feet of pages, notes.

What belongs here: what the parts of a docx say, and turning an old doc into one.  What does not: the archive around them
(packed), what lines mean (blocks).

Deleted text is not read, inserted text is.  Numbers that Word makes by itself (of lists and pages) are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from edu_pipeline.reading.building import Place, TextBuilder, raised
from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import ReadDocument, ReadingError, Remark, Stated
from edu_pipeline.reading.readers import packed
from edu_pipeline.reading.signatures import DOCX

READER = "word/1"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr", f"{_W}tbl", _FALLBACK}
_HEADING = re.compile(r"heading|^title$|^标题|^toc heading", re.I)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_PROSE = 60  # a lone cell that says more is a frame around text


def read_word(data: bytes, limits: Limits) -> ReadDocument:
    """A docx file.  ReadingError when it is broken or empty."""
    with packed.opened(data, limits) as parts:
        main = _main(parts)
        root = parts.tree(main)
        body = root.find(f"{_W}body") if root is not None else None
        if body is None:
            raise ReadingError("The Word file has no text part.", "Open it in Word, and save it again.")
        builder = TextBuilder(limits)
        reader = _Reader(builder, limits, _headings(parts))
        folder = main.rpartition("/")[0]
        _furniture(builder, parts, f"{folder}/header", "header")
        reader.read(body)
        _notes(builder, parts, folder)
        _furniture(builder, parts, f"{folder}/footer", "footer")
        remarks = packed.remarks(parts)
        stated = Stated(title=_title(parts))
    if reader.merged:
        remarks.append(Remark("merged_cells", 0, 0, "Cells are merged: what they say counts for each of their places."))
    text, blocks = builder.finish()
    if not text.strip():
        raise ReadingError("The Word file holds no text.", "If it holds pictures of pages, save them as a PDF.")
    return ReadDocument(text, DOCX, READER, None, blocks, stated, tuple(remarks))


def _main(parts: packed.Parts) -> str:
    """The name of the part that holds the body."""
    root = parts.tree("_rels/.rels")
    for relation in root if root is not None else ():
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _headings(parts: packed.Parts) -> frozenset[str]:
    """The ids of the styles that make a paragraph a heading."""
    root = parts.tree("word/styles.xml")
    found = set()
    for style in root.iter(f"{_W}style") if root is not None else ():
        name = style.find(f"{_W}name")
        if style.find(f"{_W}pPr/{_W}outlineLvl") is not None or name is not None and _HEADING.search(_value(name)):
            found.add(str(style.get(f"{_W}styleId")))
    return frozenset(found)


def _value(element: Any) -> str:
    return str(element.get(f"{_W}val", "")) if element is not None else ""


def _title(parts: packed.Parts) -> str | None:
    """The title among the properties, where it is one: Word fills in the name of the template or of the first line."""
    root = parts.tree("docProps/core.xml")
    found = root.find("{http://purl.org/dc/elements/1.1/}title") if root is not None else None
    title = (found.text or "").strip() if found is not None else ""
    return title if len(_CHINESE.findall(title)) >= 5 else None


def _furniture(builder: TextBuilder, parts: packed.Parts, start: str, role: str) -> None:
    """The heads or feet of pages, each text once."""
    said: set[str] = set()
    for name in sorted(n for n in parts.names if n.startswith(start) and n.endswith(".xml")):
        root = parts.tree(name)
        for paragraph in root.iter(f"{_W}p") if root is not None else ():
            text = text_of(paragraph)
            if text.strip() and text not in said:
                said.add(text)
                builder.line(text, role)


def _notes(builder: TextBuilder, parts: packed.Parts, folder: str) -> None:
    for name in ("footnotes", "endnotes"):
        root = parts.tree(f"{folder}/{name}.xml")
        for note in root if root is not None else ():
            if note.get(f"{_W}type") is None:  # the others are the lines that part notes from the text
                builder.line("".join(text_of(p) for p in note.iter(f"{_W}p")))


def text_of(paragraph: Any) -> str:
    """The text of a paragraph, without what was deleted and without its text boxes."""
    pieces: list[str] = []
    for element in _within(paragraph):
        if element.tag == f"{_W}t":
            pieces.append(_raised(element))
        elif element.tag == f"{_W}tab":
            pieces.append("\t")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append(" ")
        elif element.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _within(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag not in _LEFT_OUT:
            yield child
            yield from _within(child)


def _raised(text: Any) -> str:
    """A run's text; raised digits (footnote marks, m²) become raised characters, which are no numbers."""
    align = text.getparent().find(f"{_W}rPr/{_W}vertAlign")
    words = str(text.text or "")
    return raised(words) if _value(align) == "superscript" else words


class _Reader:
    """Walks the body; `merged` when a table has merged cells."""

    def __init__(self, builder: TextBuilder, limits: Limits, headings: frozenset[str]) -> None:
        self._builder, self._limits, self._headings = builder, limits, headings
        self.merged = False

    def read(self, element: Any, depth: int = 0) -> None:
        """Everything in an element that holds paragraphs and tables."""
        self._limits.check("max_depth", depth)
        for child in element:
            if child.tag == f"{_W}p":
                self._paragraph(child, depth)
            elif child.tag == f"{_W}tbl":
                self._table(child, depth)
            elif child.tag not in _LEFT_OUT:
                self.read(child, depth + 1)  # content controls, insertions, custom XML

    def _paragraph(self, paragraph: Any, depth: int) -> None:
        style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        heading = style in self._headings or paragraph.find(f"{_W}pPr/{_W}outlineLvl") is not None
        self._builder.line(text_of(paragraph), "heading" if heading else None)
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                self.read(box, depth + 1)

    def _table(self, table: Any, depth: int) -> None:
        self._builder.gap()
        above: dict[int, Place] = {}
        for row in _rows(table):
            cells, columns = self._cells(row, above)
            lone = [cell for cell in columns.values() if cell is not None]
            if len(lone) == 1 and (len(columns) == 1 or len(cell_text(lone[0])) > _PROSE):
                self.read(lone[0], depth + 1)  # a frame around text
                continue
            places = self._builder.row(cells)
            above = {i: places[i] for i in range(len(places))}
        self._builder.gap()

    def _cells(self, row: Any, above: dict[int, Place]) -> tuple[list[str | int | Place], dict[int, Any]]:
        """The cells of a row for the builder, and the elements by column, None for those merged into the row above."""
        cells: list[str | int | Place] = []
        elements: dict[int, Any] = {}
        skipped = row.find(f"{_W}trPr/{_W}gridBefore")
        cells += [""] * min(int(_value(skipped) or 0), 64) if skipped is not None else []
        for cell in _children(row, f"{_W}tc"):
            properties = cell.find(f"{_W}tcPr")
            merge = properties.find(f"{_W}vMerge") if properties is not None else None
            goes_on = merge is not None and _value(merge) != "restart"
            self.merged = self.merged or merge is not None
            elements[len(cells)] = None if goes_on else cell
            place, first = above.get(len(cells)), len(cells)
            cells.append((place if place is not None else "") if goes_on else cell_text(cell))
            span = properties.find(f"{_W}gridSpan") if properties is not None else None
            width = _value(span)
            for _ in range(min(int(width), 64) - 1 if width.isdecimal() else 0):
                self.merged = True
                cells.append(first if not goes_on else above.get(len(cells), ""))
        return cells, elements


def _rows(table: Any) -> Iterable[Any]:
    return _children(table, f"{_W}tr")


def _children(element: Any, tag: str) -> Iterator[Any]:
    """The rows or cells of a table, also those inside content controls, and not those of tables inside it."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _children(child, tag)


def cell_text(cell: Any) -> str:
    """All paragraphs of a cell as one line, those of tables inside it too."""
    return " ".join(words for p in cell.iter(f"{_W}p") if (words := text_of(p).strip()))
