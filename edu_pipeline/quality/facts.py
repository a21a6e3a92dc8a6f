"""What most readers want: the table `facts`, one row for one thing at one time.

What belongs here: which observations state a fact, which value it has, and how good it is.  What does not: which
statements speak of the same fact (relations), and what is odd about them (findings).

A fact is an actual value of an indicator at a place with a known name, of one education level, population, unit and
period.  The population (省级, 公办) is part of its key and a column, so that 省级 and 市级 示范园 are two facts.  Statements whose period is
not known make facts of their article alone, with null dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.identity import short_hash
from edu_pipeline.quality import correcting
from edu_pipeline.quality.check_list import DOUBTFUL
from edu_pipeline.quality.clusters import Cluster, by_value
from edu_pipeline.quality.corrections import Correction
from edu_pipeline.quality.statements import Statement, statements
from edu_pipeline.tables import TABLES

Key = tuple[Any, ...]


def facts(
    observations: pa.Table, relations: pa.Table, articles: pa.Table, correct: Sequence[Correction] = ()
) -> pa.Table:
    """Table `facts` from the published observations, their relations, the articles' dates and a person's corrections."""
    return of_places(*correcting.apply(observations, correct), relations, articles)


def of_places(fixed: pa.Table, corrected: frozenset[str], relations: pa.Table, articles: pa.Table) -> pa.Table:
    """The facts that observations state, `corrected` among them as a person wants them; the tables may be those of some
    places, and of `relations` the conflicts."""
    wanted = pc.and_(pc.equal(fixed["nature"], "actual"), pc.equal(fixed["measure"], "level"))
    told = {s.id: s for s in statements(fixed.filter(wanted), articles)}
    followed = _resolutions(relations)
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for statement in told.values():
        if not _overruled(statement, told.get(followed.get(statement.id, ""))):
            groups[_key(statement)].append(statement)
    return TABLES["facts"].from_rows(_rows(groups, followed, corrected))


def _overruled(s: Statement, best: Statement | None) -> bool:
    """Whether a conflict was resolved against this statement, and corrections leave it so."""
    return best is not None and not s.same_value(best)


def _key(s: Statement) -> Key:
    row = s.row
    start, end = row["period_start"], row["period_end"]
    # an unknown beginning may be another one in the next article
    within = row["article_id"] if end is None or (start is None and s.flow) else ""
    about = (row["region_code"] or "", row["region_name"] or "", row["indicator"], row["education_level"])
    return (*about, s.population.key, row["unit"], start, end, within)


def _resolutions(relations: pa.Table) -> dict[str, str]:
    """Observation in a conflict -> the observation that is followed."""
    conflicts = relations.filter(pc.equal(relations["relation"], "conflict"))
    return {i: row["resolved_to"] for row in conflicts.to_pylist() for i in row["observation_ids"]}


def _rows(
    groups: dict[Key, list[Statement]], followed: dict[str, str], corrected: frozenset[str]
) -> Iterator[dict[str, Any]]:
    for key in sorted(groups, key=str):
        clusters = _by_value(groups[key])
        for number, members in enumerate(clusters):
            row = _fact((*key, *([number] if number else [])), members, followed, corrected)
            if len(clusters) > 1 and row["quality"] == "ok":
                row["quality"] = "doubtful"  # nothing tells which of the values is of what
            yield row


def _by_value(members: list[Statement]) -> list[Cluster]:
    """The statements of one key by value; values that no conflict joins stay apart, for nothing says that they are of one
    thing."""
    return sorted(by_value(members), key=lambda c: min(s.order for s in c))


def _fact(
    key: Key, members: Iterable[Statement], followed: dict[str, str], corrected: frozenset[str]
) -> dict[str, Any]:
    told = list(members)
    first = told[0]
    flags = sorted({flag for s in told for flag in s.row["flags"]})
    return {
        "fact_id": short_hash("fact", *key),
        **{name: first.row[name] for name in ("region_code", "region_name", "indicator", "education_level")},
        "period_start": first.row["period_start"],
        "period_end": first.row["period_end"],
        "value": first.value,
        "unit": first.row["unit"],
        "comparator": first.row["comparator"],
        "evidence": sorted(s.id for s in told),
        "n_documents": len({s.row["document_id"] for s in told}),
        "quality": _quality(told, flags, followed, corrected),
        "flags": flags,
        "label": first.row["label"],
        "population": first.population.told,
    }


def _quality(
    told: Sequence[Statement], flags: Sequence[str], followed: dict[str, str], corrected: frozenset[str]
) -> str:
    if any(s.id in corrected for s in told):
        return "corrected"
    if any(s.id in followed for s in told):
        return "conflicting"
    return "doubtful" if DOUBTFUL & set(flags) else "ok"
