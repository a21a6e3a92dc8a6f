"""Group `sources`: what a run starts from.

What belongs here: the list of files, whose fingerprint all tables of a run are staged under, and the reference tables.
What does not: reading a file (documents).
"""

from dataclasses import asdict

import dagster as dg
import pyarrow as pa

from edu_pipeline import changes, intake
from edu_pipeline.intake import Intake
from edu_pipeline.presentation import OWNERS, described, source_files_schema
from edu_pipeline.resources import PipelineSettings, failures_in_words
from edu_pipeline.warehouse.fingerprint import code_hash

GROUP = "sources"
_STAGED = "Staged with the input that it is released with, hence the edge from `source_files`."


@dg.asset(
    group_name=GROUP,
    kinds={"python", "file"},
    owners=OWNERS,
    code_version=code_hash(),
    description=(
        "Every file in the folders of documents, with the SHA-256 of its bytes; a file that cannot be taken stands here"
        " with the reason.\n\nIts data version is the **fingerprint** of the input (files, corrections, settings, code,"
        " reference data, library versions). All tables are staged under it, and a release is made of tables of one fingerprint"
        " only. Materialise this asset to make the pipeline see new, changed or removed files."
    ),
    metadata={"dagster/column_schema": source_files_schema()},
)
def source_files(context: dg.AssetExecutionContext, settings: PipelineSettings) -> Intake:
    with failures_in_words():
        found = intake.begin(settings.warehouse_path, settings.folders, settings.corrections_path)
        changed = changes.since_release(settings.warehouse_path, found.files)
    context.log.info(f"{len(found.files)} files in {', '.join(settings.sources)}: {changed}")
    context.add_output_metadata(asdict(changed))
    return found


@dg.asset(
    **described("indicators", GROUP, {"python", "yaml"}, f"Made from `reference/catalogue.yaml`. {_STAGED}"),
    deps=[source_files],
)
def indicators() -> pa.Table:
    from edu_pipeline.quality import reference_tables

    return reference_tables.indicators()


@dg.asset(
    **described("education_levels", GROUP, {"python", "yaml"}, f"Made from `reference/levels.yaml`. {_STAGED}"),
    deps=[source_files],
)
def education_levels() -> pa.Table:
    from edu_pipeline.quality import reference_tables

    return reference_tables.education_levels()


@dg.asset(
    **described("units", GROUP, {"python", "yaml"}, f"Made from `reference/units.yaml`. {_STAGED}"),
    deps=[source_files],
)
def units() -> pa.Table:
    from edu_pipeline.quality import reference_tables

    return reference_tables.units()


@dg.asset(
    **described("regions", GROUP, {"python", "csv"}, f"Made from `reference/divisions.csv`. {_STAGED}"),
    deps=[source_files],
)
def regions() -> pa.Table:
    from edu_pipeline.quality import reference_tables

    return reference_tables.regions()
