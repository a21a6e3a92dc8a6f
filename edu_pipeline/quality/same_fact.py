"""Which observations state one fact, and which stay apart though nothing tells them apart.

What belongs here: the key of a fact, grouping statements by it, and the id.  What does not: the rows of table facts (facts),
statements that exclude each other (relations), and what is said of values that stay apart (comparisons).

The key holds what a reader sees in the columns of table facts, and nothing that hangs on the bytes of a file: a statement
whose time is not known is a fact of its article alone, which is named by its file and its place within it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.identity import short_hash
from edu_pipeline.quality.clusters import Cluster, by_value
from edu_pipeline.quality.finding_rows import shown
from edu_pipeline.quality.statements import Statement, statements

Key = tuple[Any, ...]


def resolutions(relations: pa.Table) -> dict[str, str]:
    """Observation in a conflict -> the observation that is followed."""
    conflicts = relations.filter(pc.equal(relations["relation"], "conflict"))
    return {i: row["resolved_to"] for row in conflicts.to_pylist() for i in row["observation_ids"]}


def groups(observations: pa.Table, articles: pa.Table, followed: Mapping[str, str]) -> Iterator[tuple[Key, list[Cluster]]]:  # fmt: skip
    """The statements of each fact by value, in the order of the keys and of the texts.  More than one value stays where no
    conflict joins them: nothing says that they are of one thing, or which is of what."""
    wanted = pc.and_(pc.equal(observations["nature"], "actual"), pc.equal(observations["measure"], "level"))
    told = {s.id: s for s in statements(observations.filter(wanted), articles)}
    found: dict[Key, list[Statement]] = defaultdict(list)
    for s in told.values():
        if not _overruled(s, told.get(followed.get(s.id, ""))):
            found[_key(s)].append(s)
    for key in sorted(found, key=str):
        yield key, sorted(by_value(found[key]), key=lambda c: min(s.order for s in c))


def _overruled(s: Statement, best: Statement | None) -> bool:
    """Whether a conflict was resolved against this statement, and corrections leave it so."""
    return best is not None and not s.same_value(best)


def _key(s: Statement) -> Key:
    row = s.row
    about = (row["region_code"] or "", row["region_name"] or "", row["indicator"], row["education_level"])
    whose = (s.population.told or "", s.population.others or "", row["unit"])
    return (*about, *whose, row["period_start"], row["period_end"], *(within(s) or ("", "")))


def within(s: Statement) -> tuple[str, int] | None:
    """The article that a statement is known in alone, as its file and its number there; None where its time is known."""
    start, end = s.row["period_start"], s.row["period_end"]
    # an unknown beginning may be another one in the next article
    alone = end is None or (start is None and s.flow)
    return (s.row["source"], s.ordinal) if alone else None


def ids(key: Key, clusters: Iterable[Cluster]) -> list[str]:
    """The id of each fact of a key.  Several values are told apart by their labels, and where these are alike, by the value."""
    heads = [cluster[0] for cluster in clusters]
    if len(heads) == 1:
        return [short_hash("fact", *key)]
    alike = Counter(s.row["label"] for s in heads)
    return [
        short_hash("fact", *key, s.row["label"], *([shown(s.value)] if alike[s.row["label"]] > 1 else []))
        for s in heads
    ]
