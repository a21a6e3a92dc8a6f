"""What reading hands on: a document's text, its blocks, its front matter and its articles.

What belongs here: the data classes and the one error of this package.  What does not: how they are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ROLES = ("body", "heading", "caption", "table", "header", "footer", "furniture")
"""Roles of a block.  `table`: rows of cells and label-value lines; `furniture`: the page around the text."""


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
    stands between.  `cells`: of a table row whose cells no sign sets apart, where each stands in the text, one a column,
    without width where it is empty; rows with pipes or tabs carry none.
    """

    start: int
    end: int
    role: str
    continues: bool = False
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as its reader saw it; `encoding` only for text formats, `blocks` in order and without overlap."""

    text: str
    media_type: str
    reader: str
    encoding: str | None
    blocks: tuple[Block, ...]


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
