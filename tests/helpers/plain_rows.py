"""The rows that are found in a plain text, and prose to stand around them.

What belongs here: what the tests of several sorts of tables share.  What does not: the tables (tests/reading).
"""

from __future__ import annotations

from edu_pipeline.reading.blocks import find_blocks

PROSE = "全县教育系统坚持育人为本,扎实推进各项改革,教育质量稳步提升,群众满意度不断提高。"


def rows(text: str) -> list[list[str]]:
    """The cells of the rows that no sign sets apart."""
    return [[text[a:b] for a, b in block.cells] for block in find_blocks(text) if block.cells]
