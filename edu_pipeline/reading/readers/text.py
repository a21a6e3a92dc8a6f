"""Plain text, and Markdown as text: the characters unchanged but for a byte-order mark.

What belongs here: the reader of .txt and .md.  What does not: encodings, and what the lines mean (blocks).
"""

from __future__ import annotations

from dataclasses import replace

from edu_pipeline.reading.blocks import find_blocks
from edu_pipeline.reading.encodings import decode
from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import ReadDocument

READER = "text/1"


def read_text(data: bytes, limits: Limits) -> ReadDocument:
    """A text file; ReadingError when it is none."""
    text, encoding = decode(data)
    limits.check("max_text_chars", len(text))
    return ReadDocument(text, "text/plain", READER, encoding, find_blocks(text))


def read_markdown(data: bytes, limits: Limits) -> ReadDocument:
    """A Markdown file: the text as it stands, its marks (#, |) are known to blocks; ReadingError when it is none."""
    return replace(read_text(data, limits), media_type="text/markdown", reader=f"{READER}+markdown")
