"""The reference files: the words, indicators, units and places that the packages read texts by.

What belongs here: the files, and reading one as it is written.  What does not: what their entries mean (the packages
that ask them).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class CatalogueError(ValueError):
    """A reference file is not what it must be; the message names the file and the key."""


def read(name: str) -> str:
    """The text of a reference file."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def load(name: str) -> Any:
    """The content of a YAML file, parsed once: whoever changes it changes it for all."""
    try:
        return yaml.load(read(name), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise CatalogueError(f"{name}: not readable as YAML: {error}") from error


def under(name: str, *keys: str) -> Any:
    """What stands in a file under these keys."""
    node = load(name)
    for key in keys:
        if not isinstance(node, dict) or key not in node:
            raise CatalogueError(f"{name}: {'.'.join(keys)}: {key!r} is missing")
        node = node[key]
    return node


@cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """The words that stand in a file under these keys, as a list or as a text with spaces between them."""
    listed = under(name, *keys)
    return tuple(listed.split()) if isinstance(listed, str) else tuple(map(str, listed))


def any_of(name: str, *keys: str) -> str:
    """A regular expression of those words."""
    return alternation(words(name, *keys))


def guarded(name: str, *keys: str) -> str:
    """A regular expression of words of which some are meant only before certain characters (将: ~新建), or not before
    certain ones (计划: 外)."""
    listed: dict[str, str] = under(name, *keys)
    return "|".join(f"{re.escape(word)}{_guard(chars)}" for word, chars in listed.items())


def _guard(chars: str) -> str:
    return "" if not chars else f"(?=[{chars[1:]}])" if chars[0] == "~" else f"(?![{chars}])"


def alternation(some: Iterable[str]) -> str:
    """A regular expression of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(some), key=lambda word: (-len(word), word)))
