"""Group `sources`: what a run starts from.

What belongs here: the list of files, whose fingerprint all tables of a run are staged under, and the reference tables.
What does not: reading a file (documents).
"""

from collections import Counter
from dataclasses import asdict
from typing import Any

import dagster as dg

from edu_pipeline import changes, intake, presentation
from edu_pipeline.intake import Intake
from edu_pipeline.presentation import OWNERS, described, logged, source_files_schema
from edu_pipeline.resources import PipelineSettings, failures_in_words
from edu_pipeline.sources.scan import passed_over
from edu_pipeline.warehouse.fingerprint import code_hash
from edu_pipeline.warehouse.staging import Staged

GROUP = "sources"
_STAGED = "Staged with the input that it is released with, hence the edge from `source_files`."


@dg.asset(
    group_name=GROUP,
    kinds={"python", "http"},
    owners=OWNERS,
    code_version=code_hash(),
    retry_policy=dg.RetryPolicy(max_retries=2, delay=10, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.FULL),
    description=(
        "Every address that the registry names, asked whether it has a new version; each version is kept under its hash."
        "\n\nAn address that fails **keeps its last good version** and is complained of in `findings`; one that never gave"
        " anything is a `failed` row of `documents`. Nothing private is asked unless the registry allows it. Without a"
        " registry, or with the setting `offline`, nothing is asked."
    ),
)
def fetched(context: dg.AssetExecutionContext, settings: PipelineSettings) -> dg.MaterializeResult[Any]:
    from edu_pipeline.sources.collect import fetch_all, version
    from edu_pipeline.sources.fetch import Fetcher

    with failures_in_words():
        registry = settings.read_registry()
        entries = registry.of("address") if registry is not None and not settings.offline else ()
        asked = fetch_all(
            entries, settings.warehouse_path, Fetcher(settings.manners()), logged(context, "addresses asked")
        )
    rows = [{"address": one.entry.where, "outcome": one.outcome, **one.state.summary()} for one in asked]
    outcomes = Counter(one.outcome for one in asked)
    return dg.MaterializeResult(
        metadata={
            "addresses": len(rows),
            **{name: outcomes[name] for name in ("new", "unchanged", "failed")},
            "preview": dg.MetadataValue.md(presentation.markdown(rows[: presentation.PREVIEW_ROWS])),
        },
        data_version=dg.DataVersion(version(asked)),
    )


@dg.asset(
    group_name=GROUP,
    deps=[fetched],
    kinds={"python", "file"},
    owners=OWNERS,
    code_version=code_hash(),
    description=(
        "Every file in the folders of documents, in archives and from addresses, with the SHA-256 of its bytes; one that"
        " cannot be taken stands here"
        " with the reason.\n\nIts data version is the **fingerprint** of the input (files, corrections, settings, code,"
        " reference data, library versions). All tables are staged under it, and a release is made of tables of one fingerprint"
        " only. Materialise this asset to make the pipeline see new, changed or removed files."
    ),
    metadata={"dagster/column_schema": source_files_schema()},
)
def source_files(context: dg.AssetExecutionContext, settings: PipelineSettings) -> Intake:
    with failures_in_words():
        found = intake.begin(
            settings.warehouse_path,
            settings.folders,
            settings.corrections_path,
            settings.read_registry(),
            settings.limits(),
        )
        changed = changes.since_release(settings.warehouse_path, found.files)
    context.log.info(
        f"{len(found.files)} files{' in ' if settings.folders else ''}{', '.join(map(str, settings.folders))}: {changed}"
    )
    if found.aside:
        context.log.info(passed_over(found.aside))
    context.add_output_metadata({**asdict(changed), "passed_over": len(found.aside)})
    return found


@dg.asset(
    **described("indicators", GROUP, {"python", "yaml"}, f"Made from `reference/catalogue.yaml`. {_STAGED}"),
    deps=[source_files],
)
def indicators(settings: PipelineSettings) -> Staged:
    return _reference(settings, "indicators")


@dg.asset(
    **described("education_levels", GROUP, {"python", "yaml"}, f"Made from `reference/levels.yaml`. {_STAGED}"),
    deps=[source_files],
)
def education_levels(settings: PipelineSettings) -> Staged:
    return _reference(settings, "education_levels")


@dg.asset(
    **described("units", GROUP, {"python", "yaml"}, f"Made from `reference/units.yaml`. {_STAGED}"),
    deps=[source_files],
)
def units(settings: PipelineSettings) -> Staged:
    return _reference(settings, "units")


@dg.asset(
    **described("regions", GROUP, {"python", "csv"}, f"Made from `reference/divisions.csv`. {_STAGED}"),
    deps=[source_files],
)
def regions(settings: PipelineSettings) -> Staged:
    return _reference(settings, "regions")


def _reference(settings: PipelineSettings, name: str) -> Staged:
    from edu_pipeline import stages

    with failures_in_words():
        return stages.reference(settings.run(), name)
