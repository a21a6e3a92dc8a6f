"""Pure functions over parts of tables, on all processors, with what they gave before kept.

What belongs here: which functions there are, and mapping them.  What does not: what they do (quality), which parts there
are (parts), what becomes of the results (stages).

Each function takes some tables and gives some.  The key of a result is a hash of the pieces that went in and of the code
and libraries, nothing else: whatever changed anywhere, what is found in the cache is what would be computed.  Of a part
whose result is known no row is read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import duck, fingerprint
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.packing import Tables, pack, unpack
from edu_pipeline.warehouse.pieces import Entry, digest, packed
from edu_pipeline.workers import Workers, in_order, shared

ALONE_BYTES = 8 << 20
"""So much is worked on in this process before others are started for the rest."""
Noted = tuple[list[list[Any]], bytes]


class Part(NamedTuple):
    """What a function is asked for: the digests of its input in one word, and the input."""

    word: str
    load: Callable[[], Tables]


class _Asked(NamedTuple):
    """A part with its key, what is known of its result, and its rows as bytes where nothing is."""

    part: Part
    key: str
    known: Entry | None
    data: bytes


@dataclass(frozen=True)
class Mapper:
    """Maps over `workers` processes (0: one for each processor), with a cache or without."""

    workers: int = 0
    kept: Cache | None = None

    def map(self, name: str, parts: Iterable[Part], known: Iterable[Entry | None] | None = None) -> Iterator[Entry]:
        """What FUNCTIONS[name] gives for each part, in the order of the parts; few are in memory at a time.

        `known` is what was found of each, by who looked for it already."""
        looked = ((part, self.known(name, part)) for part in parts) if known is None else zip(parts, known, strict=True)
        asked = self._asked(name, looked)
        pool, here = shared(self.workers), partial(_answer, name)
        done = 0
        for ask in asked:
            if ask.known is None and pool.count > 1 and (pool.running or done >= ALONE_BYTES) and pool.can_be_had():
                yield from self._by_workers(pool, name, chain([ask], asked))
                return
            done += len(ask.data)
            yield self._told(name, ask, here(ask.data) if ask.known is None else None)

    def _by_workers(self, pool: Workers, name: str, asked: Iterable[_Asked]) -> Iterator[Entry]:
        """The same by workers, who are sent nothing but the rows.

        While there are any, the instance of DuckDB that checks share is given back; at the end they are, for what they hold
        has grown, and this process has the next word.
        """
        duck.leave()
        here, sent = partial(_answer, name), deque[_Asked]()

        def rows() -> Iterator[bytes]:
            for ask in asked:
                sent.append(ask)
                yield ask.data

        for _, result in in_order(pool, here, rows(), here, skip=lambda data: not data):
            yield self._told(name, sent.popleft(), result)
        pool.restart()

    def known(self, name: str, part: Part) -> Entry | None:
        """The result of a part, if it is kept."""
        return Entry.found(self.kept, name, _key(name, part), partial(self._again, name, part))

    def _again(self, name: str, part: Part) -> Entry:
        noted, data = packed(FUNCTIONS[name](part.load()))
        return Entry.made(name, _key(name, part), noted, data).keep(self.kept)

    def _asked(self, name: str, parts: Iterable[tuple[Part, Entry | None]]) -> Iterator[_Asked]:
        for part, known in parts:
            yield _Asked(part, _key(name, part), known, pack(part.load()) if known is None else b"")

    def _told(self, name: str, ask: _Asked, result: Noted | None) -> Entry:
        if ask.known is not None:
            return ask.known
        noted, data = result or ([], b"")
        return Entry.made(name, ask.key, noted, data).keep(self.kept)


def _key(name: str, part: Part) -> str:
    return digest(name, fingerprint.program(), part.word)


def _answer(name: str, data: bytes) -> Noted:
    """What a worker does."""
    return packed(FUNCTIONS[name](_typed(unpack(data))))


def _typed(tables: Tables) -> Tables:
    """The tables with the descriptions of their schemas, which bytes do not carry."""
    return {name: table.cast(TABLES[name].arrow) if name in TABLES else table for name, table in tables.items()}


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
        "findings": findings.of_places(part["relations"], observations, part["about"]),
        "latest": comparisons.latest(observations),
    }


def _observations(part: Tables) -> Tables:
    from edu_pipeline.quality import findings

    return {"observations": findings.with_flags(part["observations_sound"], part["flags"])}


def _facts(part: Tables) -> Tables:
    from edu_pipeline.quality import facts

    return {"facts": facts.of_places(part["observations"], frozenset(), part["relations"], part["about"])}


def _places(part: Tables) -> Tables:
    from edu_pipeline import parts

    (name,) = {"observations_sound", "observations"} & set(part)
    return {"places": parts.places(part[name], part["articles"])}


FUNCTIONS: dict[str, Callable[[Tables], Tables]] = {
    "contract": _contract,
    "audits": _audits,
    "relations_of_articles": _relations_of_articles,
    "relations_of_places": _relations_of_places,
    "findings_of_documents": _findings_of_documents,
    "findings_of_places": _findings_of_places,
    "observations": _observations,
    "facts": _facts,
    "places": _places,
}

__all__ = ["FUNCTIONS", "Mapper", "Part"]
