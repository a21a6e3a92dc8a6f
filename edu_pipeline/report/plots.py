"""Bars, drawn by Vega-Lite.

What belongs here: horizontal bars as SVG, for counts by name.  What does not: what is counted (overview).

vl-convert (BSD-3) runs Vega-Lite in this process and writes the SVG, which then stands in the page: nothing is drawn
when it is opened.  Colours are classes, so that report.css gives them, by day and by night.  Names are placed as text
of a fixed width, so that the drawing does not depend on the fonts of the machine that draws it.
"""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass

import vl_convert

_VEGA_LITE = "5.20"
_NAME_WIDTH, _BARS_WIDTH, _COUNT_WIDTH, _STEP = 172, 196, 52, 24
_NAME_CELLS = 24
"""Width of a name, in cells of half a Chinese character."""
_BASE = "https://report.invalid/"
"""Vega only keeps addresses that are whole; this beginning is taken off again."""
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
SERIES = {"error": "#c00001", "warning": "#c00002", "info": "#c00003", "now": "#c00004", "before": "#c00005"}
"""What a part of a bar may stand for; the colours are only marks by which classes are given."""
_INK, _NONE = "#c00006", "#c00007"
ET.register_namespace("", _SVG)


@dataclass(frozen=True)
class Bar:
    """One bar: `parts` are (series, count) from left to right, `said` all of it in words, `href` where it leads."""

    name: str
    parts: Sequence[tuple[str, int]]
    said: str
    href: str | None = None


def bars(rows: Sequence[Bar], title: str) -> str:
    """An SVG of `rows` from top to bottom; empty when there are none.  Counts are printed, so there is no axis."""
    if not rows:
        return ""
    svg = vl_convert.vegalite_to_svg(_spec(rows), vl_version=_VEGA_LITE, allowed_base_urls=[_BASE])
    return _for_page(svg, title)


def _spec(rows: Sequence[Bar]) -> dict[str, object]:
    most = max(1, *(sum(count for _, count in row.parts) for row in rows))
    whole, parts = [], []
    for at, row in enumerate(rows):
        total = sum(count for _, count in row.parts)
        link = {"href": _BASE + row.href} if row.href else {"href": ""}
        whole.append(
            {"row": at, "name": cut(row.name), "total": total, "count": f"{total:,}", "said": row.said, **link}
        )
        reached = 0
        for series, count in row.parts:
            parts.append({"row": at, "from": reached, "to": reached + count, "colour": SERIES[series]})
            reached += count
    y = {"field": "row", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.3, "paddingOuter": 0.15}}
    x = {"type": "quantitative", "axis": None, "scale": {"domain": [0, most], "nice": False}}
    text = {"type": "text", "baseline": "middle", "fontSize": 12, "color": _INK, "aria": False}
    return {
        "data": {"values": whole},
        "width": _BARS_WIDTH,
        "height": {"step": _STEP},
        "padding": {"left": _NAME_WIDTH, "right": _COUNT_WIDTH, "top": 0, "bottom": 0},
        "autosize": {"type": "none"},
        "background": None,
        "config": {"view": {"stroke": None}},
        "encoding": {"y": y},
        "layer": [
            {
                "data": {"values": parts},
                "mark": {"type": "bar", "aria": False},
                "encoding": {
                    "x": {"field": "from", **x},
                    "x2": {"field": "to"},
                    "color": {"field": "colour", "type": "nominal", "scale": None},
                },
            },
            {"mark": {**text, "align": "right", "x": -8}, "encoding": {"text": {"field": "name"}}},
            {"mark": {**text, "align": "left", "dx": 5}, "encoding": {"x": {"field": "total", **x}, "text": {"field": "count"}}},
            {
                # what is pointed at is the whole row: bars of one are too thin for a finger
                "mark": {"type": "rect", "color": _NONE, "x": -_NAME_WIDTH, "x2": _BARS_WIDTH + _COUNT_WIDTH},
                "encoding": {"description": {"field": "said"}, "href": {"field": "href"}},
            },
        ],
    }  # fmt: skip


def cut(name: str) -> str:
    """A name that fits its place; Chinese characters take two cells."""
    width = 0
    for at, character in enumerate(name):
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if width > _NAME_CELLS:
            return name[: at - 1].rstrip() + "…"
    return name


def _for_page(svg: str, title: str) -> str:
    """Without sizes, fonts and colours of its own, with titles to point at, and with addresses that stay here."""
    root = ET.fromstring(svg)
    for name in ("width", "height", "class", "version"):
        root.attrib.pop(name, None)
    root.set("class", "plot")
    root.set("role", "group")
    root.set("aria-label", title)
    classes = {colour: series for series, colour in {**SERIES, "ink": _INK, "none": _NONE}.items()}
    for element in list(root.iter()):
        for name in ("font-family", "aria-roledescription", "stroke-miterlimit"):
            element.attrib.pop(name, None)
        if element.get("fill") in classes:
            element.set("class", f"p-{classes[element.attrib.pop('fill')]}")
        href = element.attrib.pop(f"{{{_XLINK}}}href", None)
        if href is not None and href.startswith(_BASE):
            element.set("href", href.removeprefix(_BASE))
            element.set("aria-label", element[0].get("aria-label", ""))
        if element.get("role") == "graphics-symbol" and element.get("aria-label"):
            element.set("role", "img")
            ET.SubElement(element, f"{{{_SVG}}}title").text = element.get("aria-label")
    return ET.tostring(root, encoding="unicode")
