"""Short papers and what a careful reader makes of their numbers: when, where, whether so or intended, which measure.

The papers and their readings are data (tests/data/readings), so that a Chinese reader can check them.  A block is

    === title | date            or, for a whole page as it is printed, ===!date      (- where the paper names none)
    the text
    ---
    number: reading

and a reading is written as conftest says, without indicator, level, value and unit; `_ _ value _ …` gives the value.

What belongs here: reading that form.  What does not: the papers, and the comparison (conftest).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

PAPERS = Path(__file__).parents[1] / "data" / "readings"


class Paper(NamedTuple):
    """`title` is None where the text is a whole page."""

    title: str | None
    dated: str | None
    text: str
    expected: list[tuple[str, str]]


def _papers() -> list[Paper]:
    found = []
    for path in sorted(PAPERS.glob("*.txt")):
        for block in re.split(r"\n(?====)", path.read_text(encoding="utf-8")):
            head, _, rest = block.strip("\n").partition("\n")
            text, _, readings = rest.rpartition("\n---\n")
            title, _, dated = head.removeprefix("===").rpartition("!" if head.startswith("===!") else "|")
            lines = [line.partition(": ")[::2] for line in readings.splitlines()]
            expected = [(number.rstrip(":"), _whole(reading)) for number, reading in lines]
            found.append(Paper(title.strip() or None, _day(dated), text, expected))
    return found


def _day(text: str) -> str | None:
    return None if text.strip() == "-" else text.strip()


def _whole(reading: str) -> str:
    """A reading as conftest wants it."""
    words = reading.split()
    if words and words[0] in ("definition", "identifier", "anecdote", "period", "noise"):
        return words[0]
    return reading if words[:1] == ["_"] else f"_ _ _ _ {reading}".strip()


@pytest.mark.parametrize("paper", _papers(), ids=lambda paper: (paper.title or paper.text)[:24])
def test_when_and_where(paper: Paper, reads: Any, reads_page: Any) -> None:
    if paper.title is None:
        reads_page(f"{paper.text}\n", paper.expected, paper.dated)
    else:
        reads(paper.text, paper.expected, title=paper.title, dated=paper.dated)


def test_there_are_papers() -> None:
    assert sum(len(paper.expected) for paper in _papers()) > 400
