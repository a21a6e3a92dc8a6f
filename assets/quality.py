"""Group `quality`: what is to be said about the rows.

What belongs here: the tables that hold numbers against each other and against what is known.  What does not: the rules
(edu_pipeline.quality), and reporting in the UI (checks/).
"""

import dagster as dg

from edu_pipeline.presentation import described
from edu_pipeline.resources import PipelineSettings, failures_in_words
from edu_pipeline.warehouse.staging import Staged

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
def audits(
    settings: PipelineSettings, documents: Staged, articles: Staged, quantities: Staged, observations_sound: Staged
) -> Staged:
    from edu_pipeline import stages

    with failures_in_words():
        [table] = stages.audits(settings.run())
    return table


@dg.asset(
    **described(
        "relations",
        GROUP,
        {"python", "duckdb", "parquet"},
        "Statements of the same place, indicator, level and time are held against each other, targets and national"
        " standards against what was reached.",
    )
)
def relations(settings: PipelineSettings, observations_sound: Staged, articles: Staged) -> Staged:
    from edu_pipeline import stages

    with failures_in_words():
        [table] = stages.relations(settings.run())
    return table


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
    settings: PipelineSettings,
    documents: Staged,
    articles: Staged,
    quantities: Staged,
    observations_sound: Staged,
    quarantine: Staged,
    audits: Staged,
    relations: Staged,
) -> Staged:
    from edu_pipeline import stages

    with failures_in_words():
        [table] = stages.findings(settings.run(), settings.corrected())
    return table
