"""Whatever comes as pages of positioned text: PDF, and pictures of pages.

What belongs here: reading order, paragraphs, tables, and what pages repeat around their text.  What does not: where the
pieces come from (readers).

A reader makes a Page of each page and hands them to `lay_out(pages, limits)`, which gives text, blocks and boxes.
"""

from edu_pipeline.reading.pages.lay_out import lay_out
from edu_pipeline.reading.pages.model import LaidOut, Page, Piece, Rule

__all__ = ["LaidOut", "Page", "Piece", "Rule", "lay_out"]
