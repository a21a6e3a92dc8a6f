"""Group `documents`: what stands in each file.

What belongs here: the tables that come out of the one extraction over all files.  What does not: how a document is
read (edu_pipeline.extract), how documents are shared out over processes (edu_pipeline.pool, edu_pipeline.read_ahead),
judging the rows.
"""

from collections import Counter

import dagster as dg

from edu_pipeline import pool
from edu_pipeline.intake import Intake
from edu_pipeline.presentation import described, logged
from edu_pipeline.resources import PipelineSettings, failures_in_words
from edu_pipeline.warehouse.staging import Staged

GROUP = "documents"
_KINDS = {"python", "pyarrow", "parquet"}
_HOW = {
    "documents": "Each file is decoded, and its text and front matter are kept. A file that cannot be read is a row with"
    " status `failed`; a copy of another file is a row with status `duplicate` and nothing else.",
    "articles": "A report is one article, a compilation has many: titles and dates are found, the place is resolved,"
    " repeated bodies are recognised.",
    "quantities": "Every numeral is matched in place and told what it is. **Every run of Arabic digits lies in exactly"
    " one row.**",
    "observations_read": "Numbers that state a statistic, with indicator, level, place, time and the words they were"
    " read from.",
}
_MADE_FROM = {
    "documents": {"source_files"},
    "articles": {"documents"},
    "quantities": {"documents", "articles"},
    "observations_read": {"documents", "articles", "quantities"},
}


@dg.multi_asset(
    name="extraction",
    outs={name: dg.AssetOut(**described(name, GROUP, _KINDS, how)) for name, how in _HOW.items()},
    internal_asset_deps={name: {dg.AssetKey(origin) for origin in origins} for name, origins in _MADE_FROM.items()},
)
def extraction(
    context: dg.AssetExecutionContext, settings: PipelineSettings, source_files: Intake
) -> tuple[Staged, Staged, Staged, Staged]:
    from edu_pipeline import stages

    counts = pool.Counts()
    with failures_in_words():
        tables = stages.extraction(
            settings.run(), source_files.files, logged(context, "documents read"), counts, source_files.limits
        )
    documents, articles, quantities, observations_read = tables
    statuses = Counter(
        status for part in documents.batches(columns=["status"]) for status in part["status"].to_pylist()
    )
    context.log.info(
        f"{counts.extracted} documents read, {len(source_files.files) - counts.extracted} as they were before"
    )
    numbers = {"extracted": counts.extracted, "failed": statuses["failed"], "copies": statuses["duplicate"]}
    context.add_output_metadata(numbers, output_name="documents")
    return documents, articles, quantities, observations_read
