"""Which parts of a web page are its text, and which are the page around it.

What belongs here: telling furniture by tags, names of classes, and how much of a part is links.  What does not: writing
the text (html), and lines that give themselves away by their words (furniture).

A part is furniture only where it holds no sentences: a number in a menu that passes for text is noise in the tables, a
paragraph that passes for a menu is lost.
"""

from __future__ import annotations

import re
from typing import Any

UNSEEN = frozenset(
    [
        "applet",
        "area",
        "audio",
        "base",
        "canvas",
        "datalist",
        "embed",
        "frame",
        "head",
        "iframe",
        "img",
        "input",
        "link",
        "map",
        "meta",
        "noframes",
        "noscript",
        "object",
        "option",
        "param",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
"""Tags of which nothing is read."""

_ALWAYS = frozenset(("nav", "footer", "aside", "menu"))
_NAMED = re.compile(
    r"(?:^|[-_\s])(?:nav\w*|menu\w*|foot\w*|head|header|top(?:bar|nav)?|bread\w*|crumbs?|position|location|side(?:bar)?|share\w*|copyright|links?"
    r"|friend\w*|related\w*|recommend\w*|toolbar?|pager?|pagination|search\w*|login|comments?|qrcode|ewm|banner|relate|xgxx|dqwz|wzwz)(?:$|[-_\s\d])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_STOPS = re.compile("[。；;！？]")
_FEW_STOPS = 3
_LINKS = 0.6
_BOXES = frozenset(["div", "ul", "ol", "dl", "table", "td", "section", "form", "li", "p", "tr", "tbody"])


class Weights:
    """How much each part of a page holds, counted once from the leaves up."""

    def __init__(self, root: Any) -> None:
        self._of: dict[Any, tuple[int, int, int, bool]] = {}
        order = [e for e in root.iter() if isinstance(e.tag, str)]
        totals: dict[Any, list[int]] = {}
        for element in reversed(order):
            own = totals.setdefault(element, [0, 0, 0, 0])
            tag = element.tag
            if tag in UNSEEN:
                own[:] = [0, 0, 0, 0]
            else:
                _count(own, element.text)
            own[1] = own[0] if tag == "a" else own[1]
            own[3] |= tag == "h1"
            self._of[element] = (own[0], own[1], own[2], bool(own[3]))
            parent = element.getparent()
            if parent is not None:
                above = totals.setdefault(parent, [0, 0, 0, 0])
                above[0] += own[0]
                above[1] += own[1]
                above[2] += own[2]
                above[3] |= own[3]
                _count(above, element.tail)
            del totals[element]

    def is_furniture(self, element: Any) -> bool:
        """Whether an element and all in it belong to the page around the text."""
        size, links, stops, titled = self._of.get(element, (0, 0, 0, False))
        tag = element.tag
        if stops >= _FEW_STOPS or titled or tag in ("html", "body"):
            return False
        if tag in _ALWAYS or tag == "header" and not any(e.tag in ("article", "main") for e in element.iterancestors()):
            return True
        if tag not in _BOXES or not size:
            return False
        if links >= _LINKS * size and (size > 12 or tag == "ul"):
            return True
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        return stops == 0 and len(named) > 1 and _NAMED.search(named) is not None and links >= 0.3 * size


def is_hidden(element: Any) -> bool:
    """Whether an element is not shown."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def _count(own: list[int], text: str | None) -> None:
    if text and (stripped := text.strip()):
        own[0] += len(stripped)
        own[2] += len(_STOPS.findall(stripped))
