"""What most readers want: the table `facts`, one row for one thing at one time.

What belongs here: which value a fact has, how good it is, and why.  What does not: which observations state it (same_fact),
which statements speak of the same fact (relations), and what is odd about them (findings).

A fact is an actual value of an indicator at a place with a known name, of one education level, population, unit and
period.  The population (省级, 公办) and the other words of the label are part of its key and columns, so that 省级 and 市级示范园 are
two facts.  Statements whose period is not known make facts of their article alone, with null dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from edu_pipeline.quality import correcting
from edu_pipeline.quality.check_list import DOUBTFUL
from edu_pipeline.quality.clusters import Cluster
from edu_pipeline.quality.corrections import Correction
from edu_pipeline.quality.same_fact import groups, ids, resolutions, within
from edu_pipeline.tables import TABLES

SEVERAL = "several_values"
"""The flag of values that stay apart though nothing tells them apart: decided here, for a correction may end it or make it."""


def facts(
    observations: pa.Table, relations: pa.Table, articles: pa.Table, correct: Sequence[Correction] = ()
) -> pa.Table:
    """Table `facts` from the published observations, their relations, the articles' dates and a person's corrections."""
    return of_places(*correcting.apply(observations, correct), relations, articles)


def of_places(fixed: pa.Table, corrected: frozenset[str], relations: pa.Table, articles: pa.Table) -> pa.Table:
    """The facts that observations state, `corrected` among them as a person wants them; the tables may be those of some
    places, and of `relations` the conflicts."""
    return TABLES["facts"].from_rows(_rows(fixed, articles, resolutions(relations), corrected))


def _rows(
    fixed: pa.Table, articles: pa.Table, followed: Mapping[str, str], corrected: frozenset[str]
) -> Iterator[dict[str, Any]]:
    for key, clusters in groups(fixed, articles, followed):
        for fact_id, members in zip(ids(key, clusters), clusters, strict=True):
            flags = {flag for s in members for flag in s.row["flags"]} - {SEVERAL}
            if len(clusters) > 1:
                flags.add(SEVERAL)
            quality = _quality(members, flags, followed, corrected)
            yield {"fact_id": fact_id, **_fact(members), "quality": quality, "flags": sorted(flags)}


def _fact(told: Cluster) -> dict[str, Any]:
    first = told[0]
    alone = within(first)
    return {
        **{name: first.row[name] for name in ("region_code", "region_name", "indicator", "education_level")},
        "period_start": first.row["period_start"],
        "period_end": first.row["period_end"],
        "value": first.value,
        "unit": first.row["unit"],
        "comparator": first.row["comparator"],
        "evidence": sorted(s.id for s in told),
        "n_documents": len({s.row["document_id"] for s in told}),
        "label": first.row["label"],
        "population": first.population.told,
        "other_words": first.population.others,
        "source": alone[0] if alone else None,
        "article": alone[1] if alone else None,
    }


def _quality(told: Cluster, flags: set[str], followed: Mapping[str, str], corrected: frozenset[str]) -> str:
    if any(s.id in corrected for s in told):
        return "corrected"
    if any(s.id in followed for s in told):
        return "conflicting"
    return "doubtful" if flags & DOUBTFUL else "ok"
