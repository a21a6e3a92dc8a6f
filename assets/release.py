"""Group `release`: what readers see.

What belongs here: the one asset that publishes.  What does not: the blocking rules and the writing
(edu_pipeline.warehouse), which this asset calls whoever materialised the tables before it.
"""

from typing import Any

import dagster as dg

from edu_pipeline import intake, stages, tables
from edu_pipeline.presentation import OWNERS, WIDE_CELL, markdown
from edu_pipeline.report import place
from edu_pipeline.resources import PipelineSettings, failures_in_words
from edu_pipeline.warehouse import keeping
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.fingerprint import code_hash
from edu_pipeline.warehouse.release import Published, ReleaseBlocked, open_release, publish

DESCRIPTION = """The published tables: Parquet, one DuckDB file, a data package and a report, under `current`.

All blocking rules are verified **here, on the staged files**, whoever materialised them: every digit accounted for,
offsets that say what they claim, keys and foreign keys, no row lost, one input for all tables, and not over 20 % fewer
documents or observations than before. When one is broken this asset fails, says which rows, and readers go on seeing
the last good release. A release appears whole or not at all; with nothing new, `current` stays where it is.
"""


@dg.asset(
    group_name="release",
    kinds={"python", "duckdb", "parquet"},
    owners=OWNERS,
    code_version=code_hash(),
    description=DESCRIPTION,
    deps=[*tables.TABLES, "report"],
)
def release(context: dg.AssetExecutionContext, settings: PipelineSettings) -> dg.MaterializeResult[Any]:
    staging = settings.staging()
    with failures_in_words():
        intake.same_program()
        try:
            published = publish(
                staging,
                allow_shrink=settings.allow_shrink,
                without_text=settings.without_text,
                report=lambda: place.staged(staging, settings.without_text),
            )
        except ReleaseBlocked as blocked:
            raise dg.Failure(description=str(blocked), metadata=_why(blocked), allow_retries=False) from blocked
    said = "Published" if published.new else "Nothing new, still"
    if published.damaged:
        said = f"Damaged (missing, or not as large as when published): {', '.join(published.damaged)}; published anew:"
    context.log.info(f"{said} {published.path}")
    _prune(context, settings)
    stages.clear_out(settings.run())
    return dg.MaterializeResult(metadata=_what(published), data_version=dg.DataVersion(staging.fingerprint))


def _prune(context: dg.AssetExecutionContext, settings: PipelineSettings) -> None:
    """Readers have the new release by now: an old one that cannot be removed is no failure of this run."""
    try:
        removed = keeping.prune(settings.warehouse_path, keeping.Keep(settings.keep_releases, settings.keep_days))
    except WarehouseError as error:
        context.log.warning(f"Old releases were not removed: {error}")
    else:
        if removed:
            context.log.info(f"Removed old releases: {', '.join(removed)}")


def _what(published: Published) -> dict[str, Any]:
    counts = [{"table": name, "rows": rows} for name, rows in open_release(published.path).counts.items()]
    return {
        "release_id": published.release_id,
        "path": dg.MetadataValue.path(published.path),
        "new": published.new,
        "tables": dg.MetadataValue.md(markdown(counts)),
    }


def _why(blocked: ReleaseBlocked) -> dict[str, Any]:
    """The broken rules with some of their rows; the file holds more of them."""
    rows = {
        f"{number}. {v.rule}": dg.MetadataValue.md(f"{v.message}\n\n{markdown(v.rows, WIDE_CELL)}")
        for number, v in enumerate(blocked.violations, 1)
    }
    return {"blocked": dg.MetadataValue.path(blocked.path), "rules": len(rows), **rows}
