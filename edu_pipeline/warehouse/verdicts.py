"""What is known of parts of the staged tables, so that rules look at what changed alone.

What belongs here: which parts kept a rule before, and having it look at the others.  What does not: the rules.

A rule about the rows of a part (of documents; of places, for facts) holds of a table when it holds of every part.  A rule
about all rows together (keys) holds when it held of the parts that were there before and the others agree with them.  What
kept a rule is remembered by the digests of its pieces, or files, and the program with its libraries: a verdict stands for
these bytes and no others.  Where most parts are new, or one breaks the rule, the tables are looked at as a whole, so that what is complained of
does not depend on what was remembered.  A file that is not byte for byte the one that was made of these pieces is always
looked at as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from edu_pipeline.warehouse import fingerprint
from edu_pipeline.warehouse.files import stamp
from edu_pipeline.warehouse.pieces import NotKept, digest
from edu_pipeline.warehouse.rules_base import PartViews, Views, Violation, parts_of
from edu_pipeline.warehouse.staging import PIECES, Staged, StagingError

KIND = "kept_rules"
_FEW = 4
"""Parts are looked at by themselves when they are at most one in so many."""
Find = Callable[[Views], Iterator[Violation] | list[Violation]]
Agree = Callable[[Views, PartViews], bool]


class _Part(NamedTuple):
    number: int
    word: str


def by_part(views: Views, rule: str, names: Sequence[str], find: Find) -> list[Violation]:
    """What `find` complains of in tables `names`, which the rows of each part decide: tables by document, or one of
    BY_THEMSELVES."""
    return _but_new(views, rule, names, find, lambda parts: not list(find(parts)))


def together(views: Views, rule: str, name: str, find: Find, agree: Agree) -> list[Violation]:
    """What `find` complains of in a table of parts, all rows of which decide; `agree` is asked of all rows and those of
    the new parts whether these are at odds with none."""
    return _but_new(views, rule, [name], find, lambda parts: agree(views, parts), apart=True)


def once(views: Views, rule: str, names: Sequence[str], find: Find) -> list[Violation]:
    """What `find` complains of in tables `names`: nothing when these very files kept the rule before."""
    if isinstance(views, PartViews) or not views.have(*names):
        return list(find(views))
    digests = [views.staging.digest(name) for name in names]
    if None in digests:
        return list(find(views))
    cache, key = views.cache, digest(rule, fingerprint.program(), *map(str, digests))
    if cache.get(KIND, key) is not None:
        return []
    found = list(find(views))
    if not found:
        cache.put(KIND, key, b"")
    return found


def _but_new(
    views: Views, rule: str, names: Sequence[str], find: Find, kept: Callable[[PartViews], bool], apart: bool = False
) -> list[Violation]:
    """What `find` complains of, unless the parts that are new keep the rule; `apart` when no two parts may be the same."""
    parts = _parts(views, names)
    if parts is None:
        return list(find(views))
    cache, key = views.cache, digest(rule, fingerprint.program())
    known = set((cache.get(KIND, key) or b"").decode("ascii", "replace").split())
    new = [part.number for part in parts if part.word not in known]
    words = [part.word for part in parts]
    if not new and not (apart and _twice(words)):
        return []
    few = len(new) * _FEW <= len(parts) and not (apart and _twice(words))
    found = [] if few and _by_themselves(views, new, names, kept) else list(find(views))
    if not found:
        cache.put(KIND, key, "\n".join(words).encode())
    return found


def _by_themselves(views: Views, new: Sequence[int], names: Sequence[str], kept: Callable[[PartViews], bool]) -> bool:
    with suppress(NotKept):
        return kept(views.of_parts(new, names))
    return False


def _twice(words: Sequence[str]) -> bool:
    return len(set(words)) < len(words)


def _parts(views: Views, names: Sequence[str]) -> Sequence[_Part] | None:
    """The parts that have rows; null when the tables were not staged part by part, or are not as they were written."""
    if isinstance(views, PartViews) or not views.have(*names):
        return None
    staging, of = views.staging, parts_of(names)
    try:
        if not staging.intact(of, *names):
            return None
        tables = [staging.staged(name) for name in (of, *names)]
        return _numbered(*tables, stamps=tuple(stamp(table.path.with_suffix(PIECES)) for table in tables))
    except (StagingError, OSError):
        return None


@lru_cache(maxsize=32)
def _numbered(of: Staged, *tables: Staged, stamps: tuple[tuple[int, ...], ...]) -> Sequence[_Part] | None:
    """Those of tables whose pieces are as many as those of `of`, as the files are: many rules ask for the same."""
    many = len(of.pieces())
    pieces = [table.pieces() for table in tables]
    if not many or any(len(each) < many for each in pieces):
        return None
    numbered = ((number, [each[number] for each in pieces]) for number in range(many))
    return [
        _Part(number, digest(*(piece.digest for piece in part)))
        for number, part in numbered
        if any(piece.rows for piece in part)
    ]
