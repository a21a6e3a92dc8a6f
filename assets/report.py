"""Group `release`: the pages to read a release by.

What belongs here: the asset that writes them, before the release that they are published with.  What does not: what is
on them (edu_pipeline.report).
"""

from typing import Any

import dagster as dg

from edu_pipeline import tables
from edu_pipeline.presentation import OWNERS
from edu_pipeline.report import place
from edu_pipeline.resources import PipelineSettings, failures_in_words
from edu_pipeline.warehouse.release import preparing

DESCRIPTION = """Pages to read the release by, in a browser and without a network.

An index with totals and plots (per check, per document, against the release before), tables to search, sort and
download, and **a page per document with its numbers marked in place**: a click on one shows what was read from it, its
period, its findings, and the arithmetic and relations it takes part in. The pages are written beside the staged tables,
so that a release that is blocked can be looked at too, and are published with them as `report/` of the release.
"""


@dg.asset(
    group_name="release",
    kinds={"python", "html"},
    owners=OWNERS,
    code_version=place.program(),
    description=DESCRIPTION,
    deps=[table.name for table in tables.PUBLISHED],
)
def report(context: dg.AssetExecutionContext, settings: PipelineSettings) -> dg.MaterializeResult[Any]:
    with failures_in_words():
        staging = settings.staging()
        with preparing(staging, settings.without_text):
            folder = place.staged(staging, settings.without_text)
        said = place.manifest(folder)
    context.log.info(f"The report is {folder / 'index.html'}")
    return dg.MaterializeResult(
        metadata={
            "index": dg.MetadataValue.path(folder / "index.html"),
            "documents": int(said.get("documents", 0)),
            "bytes": int(said.get("bytes", 0)),
        },
        data_version=dg.DataVersion(str(said["digest"])),
    )
