"""Reading: bytes to text, blocks, front matter and articles.

What belongs here: one module per format, and what the page says about its text.  What does not: what the text says
(language).  The package imports nothing to its right: whether a line names a place is handed in.
"""

from edu_pipeline.reading.articles import split_articles
from edu_pipeline.reading.defects import Defect, defects
from edu_pipeline.reading.formats import FORMATS, Format, endings, read
from edu_pipeline.reading.frontmatter import front_matter
from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.model import (
    REMARKS,
    ROLES,
    Article,
    Block,
    Box,
    FrontMatter,
    ReadDocument,
    ReadingError,
    Remark,
    Stated,
)

__all__ = [
    "FORMATS",
    "REMARKS",
    "ROLES",
    "Article",
    "Block",
    "Box",
    "Defect",
    "Format",
    "FrontMatter",
    "LimitExceeded",
    "Limits",
    "ReadDocument",
    "ReadingError",
    "Remark",
    "Stated",
    "defects",
    "endings",
    "front_matter",
    "read",
    "split_articles",
]
