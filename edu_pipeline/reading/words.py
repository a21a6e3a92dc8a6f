"""The words that reading knows pages by, from reference/furniture.yaml.

What belongs here: lists of words as patterns.  What does not: the words (the
file), and what is done with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from edu_pipeline import reference
from edu_pipeline.reference import alternation, under

SPACES = r"[ \t\u3000\xa0]"
DIGIT = "[0-9０-９]"
CENTURY = "(?:19|20|１９|２０)"


def words(*path: str) -> tuple[str, ...]:
    """The list of words under these keys."""
    return reference.words("furniture.yaml", *path)


def keys(*path: str) -> tuple[str, ...]:
    """The keys of the mapping under these keys, in the order of the file."""
    return tuple(under("furniture.yaml", *path))


def one_of(*path: str) -> str:
    """A pattern for any of the words, the longest first."""
    return alternatives(words(*path))


def alternatives(some: Iterable[str]) -> str:
    return f"(?:{alternation(some)})"


def spaced(word: str) -> str:
    """A pattern for a label whose characters may stand apart (索 引 号)."""
    return rf"{SPACES}{{0,3}}".join(map(re.escape, word))
