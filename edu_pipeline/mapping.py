"""Pure functions over parts of tables, on all processors, with what they gave before kept.

What belongs here: which functions there are, and mapping them.  What does not: what they do (quality), which parts there
are (parts), what becomes of the results (stages).

Each function takes some tables and gives some.  The key of a result is a hash of the rows that went in and of the code
and libraries, nothing else: whatever changed anywhere, what is found in the cache is what would be computed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import fingerprint
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.packing import Tables, pack, unpack
from edu_pipeline.workers import in_order, shared

ALONE_BYTES = 8 << 20
"""So much is worked on in this process before others are started for the rest."""


class _Asked(NamedTuple):
    """A part as bytes, its key, and what it gave before, if that is known."""

    key: str
    data: bytes
    known: bytes | None


@dataclass(frozen=True)
class Mapper:
    """Maps over `workers` processes (0: one for each processor), with a cache or without."""

    workers: int = 0
    kept: Cache | None = None

    def map(self, name: str, parts: Iterable[Tables]) -> Iterator[Tables]:
        """What FUNCTIONS[name] gives for each part, in the order of the parts; few are in memory at a time."""
        asked = self._asked(name, parts)
        pool, here = shared(self.workers), partial(_answer, name)
        done = 0
        for ask in asked:
            if ask.known is None and pool.count > 1 and (pool.running or done >= ALONE_BYTES) and pool.can_be_had():
                rest = in_order(pool, here, chain([ask], asked), here, skip=lambda ask: ask.known is not None)
                for each, result in rest:
                    yield self._told(name, each, result)
                return
            if ask.known is None:
                done += len(ask.data)
            yield self._told(name, ask, here(ask) if ask.known is None else None)

    def _asked(self, name: str, parts: Iterable[Tables]) -> Iterator[_Asked]:
        for part in parts:
            data = pack(part)
            total = hashlib.sha256(f"{name} {_program()}\n".encode())
            total.update(data)
            key = total.hexdigest()[:32]
            known = self.kept.get(name, key) if self.kept is not None else None
            yield _Asked(key, data if known is None else b"", known)

    def _told(self, name: str, ask: _Asked, result: bytes | None) -> Tables:
        if result is None:
            return _typed(unpack(ask.known or b""))
        if self.kept is not None:
            self.kept.put(name, ask.key, result)
        return _typed(unpack(result))


def _answer(name: str, ask: _Asked) -> bytes:
    """What a worker does."""
    return pack(FUNCTIONS[name](_typed(unpack(ask.data))), compressed=True)


def _typed(tables: Tables) -> Tables:
    """The tables with the descriptions of their schemas, which bytes do not carry."""
    return {name: table.cast(TABLES[name].arrow) if name in TABLES else table for name, table in tables.items()}


@cache
def _program() -> str:
    return json.dumps([fingerprint.code_hash(), fingerprint.versions()], sort_keys=True)


# ------------------------------------------------------------------------------------------------ the functions
def _contract(part: Tables) -> Tables:
    from edu_pipeline.quality import contracts

    sound, quarantine = contracts.split(part["observations_read"])
    return {"observations_sound": sound, "quarantine": quarantine}


def _audits(part: Tables) -> Tables:
    from edu_pipeline.quality import audits

    found = audits.audit(part["quantities"], part["observations_sound"], part["articles"], part["documents"])
    return {"audits": found}


def _relations_of_articles(part: Tables) -> Tables:
    from edu_pipeline.quality import relations

    return {"relations": relations.of_articles(part["observations_sound"], part["articles"])}


def _relations_of_places(part: Tables) -> Tables:
    from edu_pipeline.quality import relations

    return {"relations": relations.of_places(part["observations_sound"], part["about"])}


def _findings_of_documents(part: Tables) -> Tables:
    from edu_pipeline.quality import findings

    names = ("documents", "articles", "quantities", "observations_sound", "quarantine", "audits")
    return {"findings": findings.of_documents(*(part[name] for name in names))}


def _findings_of_places(part: Tables) -> Tables:
    from edu_pipeline.quality import comparisons, findings

    observations = part["observations_sound"]
    return {
        "findings": findings.of_places(part["relations"], observations),
        "latest": comparisons.latest(observations),
    }


def _facts(part: Tables) -> Tables:
    from edu_pipeline.quality import facts

    corrected = frozenset(part["corrected"]["observation_id"].to_pylist())
    return {"facts": facts.of_places(part["observations"], corrected, part["relations"], part["about"])}


FUNCTIONS: dict[str, Callable[[Tables], Tables]] = {
    "contract": _contract,
    "audits": _audits,
    "relations_of_articles": _relations_of_articles,
    "relations_of_places": _relations_of_places,
    "findings_of_documents": _findings_of_documents,
    "findings_of_places": _findings_of_places,
    "facts": _facts,
}

__all__ = ["FUNCTIONS", "Mapper"]
