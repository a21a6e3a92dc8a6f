"""What reading hands on: a document's text, its blocks, its front matter and its articles.

What belongs here: the data classes and the one error of this package.  What does not: how they are made.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

ROLES = ("body", "heading", "caption", "table", "header", "footer", "furniture")
"""Roles of a block.  `table`: rows of cells and label-value lines; `furniture`: the page around the text."""


IsPlace = Callable[[str], bool]
"""Whether a string is the name of a place and nothing else: handed in by those who know places."""


class ReadingError(Exception):
    """A document that cannot be read.  The message says why, and what a person can do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} {remedy}")
        self.reason = reason
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str]]:
        return type(self), (self.reason, self.remedy)


@dataclass(frozen=True, slots=True)
class Block:
    """A logical paragraph: `text[start:end]`, in code points, without the white space around it.

    `continues`: the sentence began in the last body block before this one; something (a caption, a page number)
    stands between.  `cells`: of a table row whose reader knows its cells, where each stands in the text, one a column,
    without width where it is empty; a cell merged over several columns or rows has the same place in each of them, so
    that its text occurs once.  Rows of plain text with pipes or tabs carry none.
    """

    start: int
    end: int
    role: str
    continues: bool = False
    cells: tuple[tuple[int, int], ...] = ()


REMARKS = frozenset(
    {
        "ocr_doubtful",
        "ocr_lost_line",
        "charset_ignored",
        "merged_cells",
        "sheet_truncated",
        "sheet_hidden",
        "formula_unread",
        "remote_reference",
        "macros_ignored",
        "part_unread",
        "ending_differs",
        "from_registry",
        "old_version",
        "traditional_script",
    }
)
"""What a reader can complain of; the code is that of the check (quality/check_list), which says what it means."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader has to say about a document: a code of REMARKS, where (of no width where it is about the whole), and
    in words, a whole sentence for a person.

    One remark a code and place: a second one of the same is not kept.
    """

    code: str
    start: int
    end: int
    words: str

    def __post_init__(self) -> None:
        if self.code not in REMARKS:
            raise ValueError(f"{self.code} is not one of model.REMARKS")

    def to_json(self) -> str:
        """As documents.remarks keeps it."""
        return json.dumps(
            {"code": self.code, "start": self.start, "end": self.end, "words": self.words}, ensure_ascii=False
        )

    @classmethod
    def from_json(cls, text: str) -> Remark:
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Box:
    """Where a piece of the text stands on a page: `text[start:end]`, the page from 1, and the distances of its edges from
    the left and the top of the page, in points (1/72 inch) of a PDF and in pixels of a picture."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stated:
    """What markup and metadata say about a document, beside its text; None where they say nothing."""

    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    document_number: str | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as its reader saw it; `encoding` only for text formats, `blocks` in order and without overlap.

    `stated`: facts from markup and metadata, for what the text does not say; `remarks`: what the reader complains of;
    `boxes`: of PDF and pictures, where the text stands on its pages, in order of `start` and without overlap.
    """

    text: str
    media_type: str
    reader: str
    encoding: str | None
    blocks: tuple[Block, ...]
    stated: Stated = Stated()
    remarks: tuple[Remark, ...] = ()
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its text."""

    start: int
    end: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a document says about itself; None where it says nothing.

    `published_on`: 发布日期, or the date under the title; `signed_on`: 成文日期, the date under the signature, or the
    day on which a report was given.
    """

    title: str | None = None
    publisher: str | None = None
    document_number: str | None = None
    published_on: date | None = None
    signed_on: date | None = None
    rights: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A part of a document that speaks about one place at one time.

    `place_hint` is the printed words to take the place from, None where the part has none (a contents page);
    `duplicate_of` is the ordinal of the article that this one repeats.
    """

    ordinal: int
    start: int
    end: int
    title: str | None
    dated_on: date | None
    place_hint: str | None
    duplicate_of: int | None
    complete: bool
