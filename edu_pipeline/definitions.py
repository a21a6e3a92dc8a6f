"""The Dagster definitions: assets, checks, the job, its schedule and its sensor.

What belongs here: putting them together, and nothing else; this is the only module that imports assets/ and checks/.
What does not: any work, the shape of a single asset or check.

What starts a refresh, and which of the three ways is on by default, is told in automation.
"""

import dagster as dg

import checks
from assets import documents, quality, release, report, sources, statistics
from edu_pipeline import automation
from edu_pipeline.documentation import documented
from edu_pipeline.resources import UI_WAIT, PipelineSettings, StagingIOManager, for_run
from edu_pipeline.settings import load
from edu_pipeline.watching import INTERVAL, inbox_sensor

_FOUND = dg.load_assets_from_modules([sources, documents, statistics, quality, report, release])
ASSETS = documented(
    dg.map_asset_specs(automation.automated, [found for found in _FOUND if isinstance(found, dg.AssetsDefinition)]),
    load().settings.repository_url,
)
CHECKS = dg.load_asset_checks_from_modules(checks.MODULES)

refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all(),
    description="Reads all documents, checks what they state, and publishes a release if nothing blocks.",
    tags={"edu_pipeline/writes": "warehouse", **automation.WHOLE},
)


def build(
    settings: PipelineSettings, lock_wait: float = UI_WAIT, interval: int = INTERVAL, refresh_by: str = "daily"
) -> dg.Definitions:
    """The definitions for given folders; `defs` are those of the environment."""
    return dg.Definitions(
        assets=ASSETS,
        asset_checks=CHECKS,
        jobs=[refresh],
        schedules=[automation.daily(refresh, refresh_by == "daily")],
        sensors=[
            inbox_sensor(refresh, interval, refresh_by == "inbox"),
            automation.follow(refresh_by == "follow"),
            automation.failures,
            automation.reconcile,
        ],
        resources={
            "settings": settings,
            "io_manager": StagingIOManager(warehouse=settings.warehouse, lock_wait=lock_wait),
        },
        # 0.04 s a step against 1.5 s for a process each; what is parallel lies inside the extraction
        executor=dg.in_process_executor,
    )


_SETTINGS = load().settings
defs = build(for_run(_SETTINGS), interval=_SETTINGS.sensor_interval, refresh_by=_SETTINGS.refresh_by)
