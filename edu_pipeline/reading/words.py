"""The words that reading knows pages by, from reference/furniture.yaml.

What belongs here: loading that file once, and turning lists of words into patterns.  What does not: the words (the
file), and what is done with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

SPACES = r"[ \t\u3000\xa0]"
DIGIT = "[0-9０-９]"
CENTURY = "(?:19|20|１９|２０)"


@cache
def _reference() -> dict[str, Any]:
    source = files("edu_pipeline").joinpath("reference", "furniture.yaml")
    loaded = yaml.load(source.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return dict(loaded)


@cache
def words(*path: str) -> tuple[str, ...]:
    """The list of words under these keys; a string counts as the list of its characters, white space left out."""
    node: Any = _reference()
    for key in path:
        node = node[key]
    return tuple(c for c in node if not c.isspace()) if isinstance(node, str) else tuple(map(str, node))


def keys(*path: str) -> tuple[str, ...]:
    """The keys of the mapping under these keys, in the order of the file."""
    node: Any = _reference()
    for key in path:
        node = node[key]
    return tuple(node)


def one_of(*path: str) -> str:
    """A pattern for any of the words, the longest first."""
    return alternatives(words(*path))


def alternatives(some: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(some), key=lambda w: (-len(w), w))) + ")"


def spaced(word: str) -> str:
    """A pattern for a label whose characters may stand apart (索 引 号)."""
    return rf"{SPACES}{{0,3}}".join(map(re.escape, word))
