"""The roles of the lines of a plain text.

What belongs here: what the tests of blocks, broken lines and furniture share.  What does not: the lines (tests/reading).
"""

from __future__ import annotations

from plain_rows import PROSE

from edu_pipeline.reading.blocks import find_blocks


def roles(text: str) -> list[tuple[str, str]]:
    return [(b.role, text[b.start : b.end]) for b in find_blocks(text)]


def role_of(line: str) -> str:
    """The role of a line between two paragraphs."""
    return next(role for role, text in roles(f"{PROSE}\n{line}\n{PROSE}\n") if text == line)
