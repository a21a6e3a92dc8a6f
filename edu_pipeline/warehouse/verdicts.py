"""What is known of parts of the staged tables, so that rules look at what changed alone.

What belongs here: which parts kept a rule before, and having it look at the others.  What does not: the rules.

A rule about a document's own rows holds of a table when it holds of every part.  A part that kept it is remembered by the
digests of its pieces and the program; where most parts are new, or one breaks the rule, the tables are looked at as a whole,
so that what is complained of does not depend on what was remembered.  A file that is not byte for byte the one that
was made of these pieces is always looked at as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from edu_pipeline.warehouse.cache import FOLDER, Cache
from edu_pipeline.warehouse.fingerprint import code_hash
from edu_pipeline.warehouse.pieces import digest
from edu_pipeline.warehouse.rules_base import PartViews, Views, Violation
from edu_pipeline.warehouse.staging import StagingError

KIND = "kept_rules"
_FEW = 4
"""Parts are looked at by themselves when they are at most one in so many."""
Find = Callable[[Views], Iterator[Violation] | list[Violation]]


def by_part(views: Views, rule: str, names: Sequence[str], find: Find) -> list[Violation]:
    """What `find` complains of in tables `names`, which a document's own rows decide."""
    if not views.have(*names):
        return list(find(views))
    words = None if isinstance(views, PartViews) else _words(views, names)
    if words is None:
        return list(find(views))
    cache = Cache(views.staging.warehouse / FOLDER, views.staging.fingerprint)
    key = digest(rule, code_hash())
    known = set((cache.get(KIND, key) or b"").decode("ascii", "replace").split())
    unknown = [number for number, word in enumerate(words) if word not in known]
    found: list[Violation] = []
    if unknown and len(unknown) * _FEW <= len(words):
        found = list(find(views.of_parts(unknown, names)))
    if found or len(unknown) * _FEW > len(words):
        found = list(find(views))
    if unknown and not found:
        cache.put(KIND, key, "\n".join(words).encode())
    return found


def _words(views: Views, names: Sequence[str]) -> list[str] | None:
    """The digests of each part; null when the tables were not staged part by part, or are not as they were written."""
    staging = views.staging
    try:
        if not staging.intact("documents", *names):
            return None
        many = len(staging.staged("documents").pieces())
        pieces = [staging.staged(name).pieces() for name in names]
    except (StagingError, OSError):
        return None
    if not many or any(len(each) < many for each in pieces):
        return None
    return [digest(*(each[number].digest for each in pieces)) for number in range(many)]


def once(views: Views, rule: str, names: Sequence[str], find: Find) -> list[Violation]:
    """What `find` complains of in tables `names`; when these very tables were looked at before, what was found then."""
    if isinstance(views, PartViews) or not views.have(*names):
        return list(find(views))
    came = views.staging.seen(rule, code_hash())
    if came is not None:
        return [Violation(**violation) for violation in came]
    found = list(find(views))
    views.staging.saw(rule, code_hash(), names, [asdict(violation) for violation in found])
    return found
