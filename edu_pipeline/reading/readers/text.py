"""Plain text: its characters unchanged but for a byte-order mark.

What belongs here: the reader of .txt.  What does not: encodings, and what the lines mean (blocks).
"""

from __future__ import annotations

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
