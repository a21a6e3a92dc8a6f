"""The files of a report as tests look at them.

What belongs here: the elements of a page, the columns of a listing, the bytes of a folder.  What does not: what they should be (tests/report).
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any


class Elements(HTMLParser):
    """The elements of a page, as a browser would make them, and the text outside of scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def table_of(script: str) -> dict[str, list[Any]]:
    """The columns in a file of tables/."""
    found = re.fullmatch(r'report\.load\("\w+",(.*)\);\n', script, re.DOTALL)
    assert found
    columns = json.loads(found.group(1))
    return {k: v if isinstance(v, list) else [v["values"][at] for at in v["at"]] for k, v in columns.items()}
