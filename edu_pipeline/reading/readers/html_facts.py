"""What a web page's markup says about its text: title, publisher, date, number.

What belongs here: names of meta elements, JSON-LD and <title>.  What does not: labelled lines of the text (labels) and
choosing between the two (frontmatter).  The names of Chinese government sites are those of the 政府网站 standard
(国办发〔2017〕47号 and the 网页标签规范 of 2018).
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from edu_pipeline.reading.dates import read_date
from edu_pipeline.reading.model import Stated

_TITLES = ("articletitle", "og:title", "dc.title", "citation_title")
_PUBLISHERS = ("contentsource", "source", "dc.publisher", "article:author", "sitename", "og:site_name")
_DATES = ("pubdate", "publishdate", "article:published_time", "dc.date", "firstpublishedtime")
_NUMBERS = ("documentnumber", "filenumber", "fwzh", "dc.identifier")
_NUMBER = re.compile(r"[一-龥]{1,12}\s?[〔\[【(（](?:19|20)\d\d[〕\]】)）]\s?第?\d{1,4}号")
_SPLIT = re.compile(r"\s*[_|｜\-—–]+\s*")
_ISO = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")
_LONGEST = 200


def stated_facts(root: Any) -> Stated:
    """The facts of a parsed page; None where the markup says nothing."""
    named = _meta(root)
    linked = _linked_data(root)
    headings = [" ".join("".join(h.itertext()).split()) for h in root.iter("h1")]
    title = _first(named, _TITLES) or linked.get("title") or (headings[0] if len(headings) == 1 else "") or _title(root)
    number = _first(named, _NUMBERS) or ""
    return Stated(
        title=title[:_LONGEST] or None if title else None,
        publisher=_first(named, _PUBLISHERS) or linked.get("publisher"),
        published_on=_date(_first(named, _DATES) or linked.get("date") or ""),
        document_number=number if _NUMBER.fullmatch(number) else None,
    )


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        value = " ".join((element.get("content") or "").split())
        if name and value:
            found.setdefault(name, value[:_LONGEST])
    return found


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if named.get(name)), None)


def _title(root: Any) -> str | None:
    """The longest part of <title>, which sites end with their own name."""
    element = next(root.iter("title"), None)
    text = " ".join((element.text or "").split()) if element is not None else ""
    return max(_SPLIT.split(text), key=len) or None if text else None


def _linked_data(root: Any) -> dict[str, str]:
    """headline, publisher and datePublished of the first JSON-LD that has them."""
    found: dict[str, str] = {}
    for element in root.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads((element.text or "")[:100_000])
        except (ValueError, RecursionError):
            continue
        entries = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                publisher = entry.get("publisher")
                name = publisher.get("name") if isinstance(publisher, dict) else publisher
                for key, value in (("title", entry.get("headline")), ("publisher", name), ("date", entry.get("datePublished"))):  # fmt: skip
                    if isinstance(value, str) and value.strip():
                        found.setdefault(key, value.strip()[:_LONGEST])
    return found


def _date(text: str) -> date | None:
    iso = _ISO.match(text)
    if iso:
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
    return read_date(text)
