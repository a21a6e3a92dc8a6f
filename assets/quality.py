"""Group `quality`: what is to be said about the rows.

What belongs here: the tables that hold numbers against each other and against what is known.  What does not: the rules
(edu_pipeline.quality), and reporting in the UI (checks/).
"""

import dagster as dg
import pyarrow as pa

from edu_pipeline.presentation import described
from edu_pipeline.resources import PipelineSettings

GROUP = "quality"


@dg.asset(
    **described(
        "audits",
        GROUP,
        {"python", "parquet"},
        "Parts against totals, shares, ratios, averages and changes are recomputed from the printed numbers, within the"
        " tolerance that their digits allow.",
    )
)
def audits(documents: pa.Table, articles: pa.Table, quantities: pa.Table, observations_sound: pa.Table) -> pa.Table:
    from edu_pipeline.quality import audits as rules

    return rules.audit(quantities, observations_sound, articles, documents)


@dg.asset(
    **described(
        "relations",
        GROUP,
        {"python", "duckdb", "parquet"},
        "Statements of the same place, indicator, level and time are held against each other, targets and national"
        " standards against what was reached.",
    )
)
def relations(observations_sound: pa.Table, articles: pa.Table) -> pa.Table:
    from edu_pipeline.quality import relations as rules

    return rules.relate(observations_sound, articles)


@dg.asset(
    **described(
        "findings",
        GROUP,
        {"python", "duckdb", "parquet"},
        "Bounds, arithmetic, repetition, conflict, and documents that could not be read: one row per complaint, in words"
        " for the person who decides.",
    )
)
def findings(
    documents: pa.Table,
    articles: pa.Table,
    quantities: pa.Table,
    observations_sound: pa.Table,
    quarantine: pa.Table,
    audits: pa.Table,
    relations: pa.Table,
    settings: PipelineSettings,
) -> pa.Table:
    from edu_pipeline.quality import findings as rules

    correct = settings.corrected()
    return rules.find(documents, articles, quantities, observations_sound, quarantine, audits, relations, correct)
