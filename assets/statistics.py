"""Group `statistics`: what the documents state, checked, and the facts that follow.

What belongs here: the rows of observations on their way from read to published.  What does not: the rules that split
and flag them (edu_pipeline.quality).
"""

import dagster as dg

from edu_pipeline.presentation import described
from edu_pipeline.resources import PipelineSettings, failures_in_words
from edu_pipeline.warehouse.staging import Staged

GROUP = "statistics"


@dg.multi_asset(
    name="contract",
    outs={
        "observations_sound": dg.AssetOut(
            **described(
                "observations_sound",
                GROUP,
                {"python", "pandera", "parquet"},
                "Rows of `observations_read` that keep the data contract: types, vocabularies, hard bounds of the"
                " catalogue, units that the indicator allows.",
            )
        ),
        "quarantine": dg.AssetOut(
            **described(
                "quarantine",
                GROUP,
                {"python", "pandera", "parquet"},
                "Rows of `observations_read` that break it, whole, with every reason. Nothing is dropped: **a row is"
                " either here or in `observations`**.",
            )
        ),
    },
)
def contract(settings: PipelineSettings, observations_read: Staged) -> tuple[Staged, Staged]:
    from edu_pipeline import stages

    with failures_in_words():
        sound, quarantine = stages.contract(settings.run())
    return sound, quarantine


@dg.asset(
    **described(
        "observations",
        GROUP,
        {"python", "duckdb", "parquet"},
        "`observations_sound` with the codes of the findings about each row in `flags`.",
    )
)
def observations(settings: PipelineSettings, observations_sound: Staged, findings: Staged) -> Staged:
    from edu_pipeline import stages

    with failures_in_words():
        [table] = stages.observations(settings.run())
    return table


@dg.asset(
    **described(
        "facts",
        GROUP,
        {"python", "duckdb", "parquet"},
        "Equal repeats are merged, conflicts are resolved where a rule says which statement to follow; `evidence` leads"
        " back to the observations, and they to the characters. Corrections of a person (`data/corrections.yaml`) are"
        " followed, and say so.",
    )
)
def facts(settings: PipelineSettings, observations: Staged, relations: Staged, articles: Staged) -> Staged:
    from edu_pipeline import stages

    with failures_in_words():
        [table] = stages.facts(settings.run(), settings.corrected())
    return table
