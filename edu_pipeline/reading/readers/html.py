"""Web pages: every visible word in reading order, what is not the text marked as furniture.

What belongs here: markup to lines, rows and roles.  What does not: facts of the markup (html_facts), which subtrees are
furniture (html_main), and what the lines mean (blocks).  Nothing that a page refers to is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import Any

from edu_pipeline.reading.building import Span, TextBuilder, raised
from edu_pipeline.reading.encodings import decode
from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.lines import ends_sentence
from edu_pipeline.reading.model import ReadDocument, ReadingError, Remark
from edu_pipeline.reading.readers.html_facts import stated_facts
from edu_pipeline.reading.readers.html_main import UNSEEN, Weights, is_hidden

READER = "html/1"

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FRAMES = frozenset(("iframe", "frame", "object", "embed"))
_LONGEST_HEADING = 100
_LONG_CELL = 200
_BLANKS = re.compile("[ \t\n\r\f]+")
_CJK = "⺀-鿿豈-﫿、-〿！-～"
_BROKEN = re.compile(rf"(?<=[{_CJK}])[ \t\r\f]*\n[ \t\n\r\f]*(?=[{_CJK}])")
_LABEL = re.compile(r"\s*[一-龥]{2,6}\s?[:：]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)  # fmt: skip
_FAMILIES = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "cp936": "gb18030", "utf8": "utf-8", "utf-16": "utf-16-le", "big5-hkscs": "big5", "cp950": "big5"}  # fmt: skip
_IN_HEAD = frozenset(["base", "link", "meta", "noscript", "script", "style", "template", "title"])


def read_html(data: bytes, limits: Limits) -> ReadDocument:
    """A web page; ReadingError when its bytes are no text or hold no words."""
    source, encoding = decode(data)
    root = _parse(source)
    writer = _Writer(limits, Weights(root))
    writer.walk(root)
    text, blocks = writer.builder.finish()
    if not text:
        raise ReadingError(
            "The page shows no words: its text is a picture, or is fetched by a script.",
            "Open it in a browser and save what it shows as text or PDF.",
        )
    remarks = [*_charset(data, source, encoding), *writer.remarks()]
    return ReadDocument(text, "text/html", READER, encoding, blocks, stated_facts(root), tuple(remarks))


def _parse(source: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = html.document_fromstring(source.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadingError("The page holds no markup that could be read.", "Fetch it again.") from error
    _end_head(root)
    return root


def _end_head(root: Any) -> None:
    """A page may leave out <body> and begin with <article>: the parser does not know that this ends the head."""
    head, body = root.find("head"), root.find("body")
    strays = list(dropwhile(lambda element: element.tag in _IN_HEAD, head)) if head is not None else []
    if not strays:
        return
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    strays[-1].tail = (strays[-1].tail or "") + (body.text or "")
    body.text = None
    body[0:0] = strays


def _charset(data: bytes, source: str, encoding: str) -> Iterator[Remark]:
    """A remark where the page names another encoding than its bytes are in."""
    named = _CHARSET.search(data[:4096])
    label = (named[1] or named[2]).decode("ascii", "replace").lower() if named else ""
    if label and _FAMILIES.get(label, label) != encoding and not source.isascii():
        yield Remark("charset_ignored", 0, 0, f"The page says that it is in {label}; its bytes are {encoding}.")


class _Writer:
    """Walks a page and writes what it shows."""

    def __init__(self, limits: Limits, weights: Weights) -> None:
        self.builder = TextBuilder(limits)
        self._weights = weights
        self._inline: list[str] = []
        self._frames: list[str] = []
        self._merged = 0

    def remarks(self) -> Iterator[Remark]:
        if self._frames:
            listed = ", ".join(dict.fromkeys(self._frames[:3]))
            yield Remark("remote_reference", 0, 0, f"{len(self._frames)} frames show something from elsewhere ({listed}), which was not fetched.")  # fmt: skip
        if self._merged:
            yield Remark("merged_cells", 0, 0, f"{self._merged} tables have merged cells.")

    def walk(self, root: Any) -> None:
        """Depth first, without recursion: a page may nest as deep as its parser allows."""
        stack: list[tuple[Any, str | None, bool]] = [(root, None, False)]  # element, role, whether it is left
        while stack:
            element, role, left = stack.pop()
            tag = element.tag
            if left:
                if tag in _BLOCKS:
                    self._flush(role)
                self._say(element.tail)
                continue
            if not isinstance(tag, str) or tag in UNSEEN or is_hidden(element):
                self._frame(element)
                self._say(element.tail)
                continue
            inner = "furniture" if role == "furniture" or self._weights.is_furniture(element) else role
            if tag in _BLOCKS:
                self._flush(role)
            if tag == "table" and self._table(element, inner):
                self._say(element.tail)
                continue
            if tag == "br":
                self._flush(role)
            elif tag == "sup":
                self._say(raised(_words(element)))
                self._say(element.tail)
                continue
            elif tag in ("span", "em", "i") and self._inline and _LABEL.match(element.text or ""):
                self._inline.append(" ")
            mine = _role_of(tag, inner)
            stack.append((element, mine, True))
            self._say(element.text)
            stack += [(child, mine, False) for child in reversed(element)]
        self._flush(None)

    def _say(self, text: str | None) -> None:
        if text:
            self._inline.append(text)

    def _flush(self, role: str | None) -> None:
        if not self._inline:
            return
        text = _squeezed("".join(self._inline))
        self._inline = []
        if role == "heading" and (len(text) > _LONGEST_HEADING or ends_sentence(text)):
            role = None
        self.builder.line(text, role)

    def _frame(self, element: Any) -> None:
        address = element.get("src") or element.get("data") or ""
        if element.tag in _FRAMES and address and not address.startswith(("about:", "javascript:", "data:")):
            self._frames.append(address[:80])

    def _table(self, table: Any, role: str | None) -> bool:
        """Write a table of data; False for one that only lays out the page."""
        rows = [r for r in table.iter("tr") if not is_hidden(r)]
        cells = [[c for c in row if c.tag in ("td", "th") and not is_hidden(c)] for row in rows]
        if max(map(len, cells), default=0) < 2 or next(table.iterdescendants("table"), None) is not None:
            return False
        if any(_lays_out(cell) for row in cells for cell in row):
            return False
        for caption in table.iterchildren("caption"):
            self.builder.line(_squeezed(_words(caption)), role or "caption")
        spans = ([Span(_cell(c), _count(c, "colspan"), _count(c, "rowspan")) for c in row] for row in cells if row)
        self._merged += self.builder.table(spans, role or "table")
        return True


def _role_of(tag: str, role: str | None) -> str | None:
    if role == "furniture":
        return role
    if tag in _HEADINGS:
        return "heading"
    return "caption" if tag == "figcaption" else role


def _lays_out(cell: Any) -> bool:
    """Whether a cell holds a page's text, not a datum: several paragraphs and many words."""
    paragraphs = sum(child.tag in ("p", "div", "ul", "ol", "h1", "h2", "h3") for child in cell.iterdescendants())
    return paragraphs > 1 and len("".join(cell.itertext()).strip()) > _LONG_CELL


def _words(element: Any) -> str:
    """All that an element shows, with a blank between its blocks."""
    parts: list[str] = [element.text or ""]
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag not in UNSEEN and not is_hidden(child):
            if tag == "br":
                parts.append("\n")
            elif tag == "sup":
                parts.append(raised(_words(child)))
            else:
                parts.append(("\n" if tag in _BLOCKS and "".join(parts).strip() else "") + _words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _cell(element: Any) -> str:
    """A cell's text; a word that is broken to fit a narrow column is whole again."""
    return _squeezed(_words(element).strip())


def _squeezed(text: str) -> str:
    """White space as a browser shows it; none where only the source breaks a line inside Chinese."""
    return _BLANKS.sub(" ", _BROKEN.sub("", text))


def _count(cell: Any, name: str) -> int:
    found = re.match(r"\s*(\d{1,4})", cell.get(name) or "")
    return max(1, int(found[1])) if found else 1
