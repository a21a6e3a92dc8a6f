"""The Dagster definitions: assets, checks, the job, its schedule and its sensor.

What belongs here: putting them together, and nothing else; this is the only module that imports assets/ and checks/.
What does not: any work, the shape of a single asset or check.

Three things could start a refresh; one is on by default: the daily schedule.  The sensor on the folders can be turned
on in its place in the UI; no asset has an automation condition.
"""

import dagster as dg

import checks
from assets import documents, quality, release, report, sources, statistics
from edu_pipeline.resources import UI_WAIT, PipelineSettings, StagingIOManager, settings_from_environment
from edu_pipeline.watching import inbox_sensor

_FOUND = dg.load_assets_from_modules([sources, documents, statistics, quality, report, release])
ASSETS = [found for found in _FOUND if isinstance(found, dg.AssetsDefinition)]
CHECKS = dg.load_asset_checks_from_modules(checks.MODULES)

refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all(),
    description="Reads all documents, checks what they state, and publishes a release if nothing blocks.",
    tags={"edu_pipeline/writes": "warehouse"},
)
daily = dg.ScheduleDefinition(
    name="daily",
    job=refresh,
    cron_schedule="0 6 * * *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Every morning at six in China. A day without new documents publishes nothing.",
)


def build(settings: PipelineSettings, lock_wait: float = UI_WAIT) -> dg.Definitions:
    """The definitions for given folders; `defs` are those of the environment."""
    return dg.Definitions(
        assets=ASSETS,
        asset_checks=CHECKS,
        jobs=[refresh],
        schedules=[daily],
        sensors=[inbox_sensor(refresh)],
        resources={
            "settings": settings,
            "io_manager": StagingIOManager(warehouse=settings.warehouse, lock_wait=lock_wait),
        },
        # 0.04 s a step against 1.5 s for a process each; what is parallel lies inside the extraction
        executor=dg.in_process_executor,
    )


defs = build(settings_from_environment())
