"""What starts refreshes, when a table counts as stale, and what happens when a run fails.

What belongs here: schedule, automation conditions, freshness, the sensors that watch runs.  What does not: noticing
changed files (watching), the words an operator reads (incidents), putting it all together (definitions).

Three things can start a refresh, and **one is on**: the one that the setting `refresh_by` names, by default `daily`.

    daily    schedule: all of it every morning at six in Shanghai
    inbox    sensor: all of it when files in the folders have changed
    follow   automation conditions: a look at the folders every hour; all tables follow when the data version of the
             list of files changed

With two of them on, everything would be done twice.  `failures` and `reconcile` start nothing, and are on; a run whose
process was killed is begun anew by Dagster's daemon (run_retries in dagster.yaml).
"""

from datetime import timedelta
from typing import Any

import dagster as dg

from edu_pipeline import incidents, runs
from edu_pipeline.lineage import FETCHED, SOURCE_FILES
from edu_pipeline.outcome import outcome
from edu_pipeline.resources import PipelineSettings

ZONE = "Asia/Shanghai"
WARN, FAIL = timedelta(hours=26), timedelta(hours=50)
ONE = (
    "\n\nOf `daily`, `inbox` and `follow`, **turn on one**: each does the whole work. By default that is `daily`, which"
    " costs one look a day and is there in the morning; `inbox` is for folders that are written at any time. The setting"
    " `refresh_by` names the one that is on, unless a switch was turned here."
)
WHOLE = {"dagster/retry_strategy": "ALL_STEPS"}
"""Tags of a run that, when its process was killed, begins anew from its start (dagster.yaml): the folders may have changed."""
_CONDITION = dg.AutomationCondition


def daily(job: Any, on: bool = True) -> dg.ScheduleDefinition:
    """The schedule."""
    return dg.ScheduleDefinition(
        name="daily",
        job=job,
        cron_schedule="0 6 * * *",
        execution_timezone=ZONE,
        default_status=dg.DefaultScheduleStatus.RUNNING if on else dg.DefaultScheduleStatus.STOPPED,
        description="Every morning at six in China. A day without new documents publishes nothing." + ONE,
    )


def look_every_hour() -> dg.AutomationCondition[Any]:
    """The condition of what looks outside, addresses first and then the list of files, whose data version is the
    fingerprint of the input: both in one run."""
    return _CONDITION.on_cron("0 * * * *", ZONE).with_label("every hour")


def follow_what_changed() -> dg.AutomationCondition[Any]:
    """The condition of all else: a data version it is made from has changed, or that of the input, since the tables of a
    release are all staged under one input.  Looks that find nothing new start nothing."""
    input_changed = _CONDITION.asset_matches(SOURCE_FILES, _CONDITION.data_version_changed())
    changed: Any = _CONDITION.any_deps_match(_CONDITION.data_version_changed()) | input_changed
    quiet: Any = ~_CONDITION.in_progress() & ~_CONDITION.any_deps_in_progress()
    return (changed.since_last_handled() & quiet).with_label("follows changed data versions")


def automated(spec: dg.AssetSpec) -> dg.AssetSpec:
    """An asset with its condition and its freshness policy."""
    first = spec.key in (dg.AssetKey(FETCHED), dg.AssetKey(SOURCE_FILES))
    return spec.replace_attributes(
        automation_condition=look_every_hour() if first else follow_what_changed(),
        freshness_policy=dg.FreshnessPolicy.time_window(fail_window=FAIL, warn_window=WARN),
    )


def follow(on: bool = False) -> dg.AutomationConditionSensorDefinition:
    """The sensor that evaluates the conditions."""
    return dg.AutomationConditionSensorDefinition(
        "follow",
        target=dg.AssetSelection.all(),
        default_status=dg.DefaultSensorStatus.RUNNING if on else dg.DefaultSensorStatus.STOPPED,
        minimum_interval_seconds=30,
        run_tags=WHOLE,
        description="Looks at the folders every hour; tables are made again when the data version of what they are made"
        " from changed, and nothing runs when nothing did." + ONE,
    )


@dg.run_failure_sensor(
    name="failures",
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="When a run fails, writes what an operator needs into `incidents/` of the warehouse, as Markdown and"
    " JSON: what failed, by which rule, where the rows are, what readers still see, what to do. Starts nothing.",
)
def failures(context: dg.RunFailureSensorContext, settings: PipelineSettings) -> None:
    run = context.dagster_run
    logged = context.instance.all_logs(run.run_id)
    found = outcome([entry.dagster_event for entry in logged if entry.dagster_event], settings.warehouse_path)
    path = incidents.write(settings.warehouse_path, run.run_id, found)
    context.log.error(f"Run {run.run_id} failed; what to do stands in {path}")


@dg.sensor(
    name="reconcile",
    default_status=dg.DefaultSensorStatus.RUNNING,
    minimum_interval_seconds=20,
    description="Ends runs that say they run and whose process is gone (killed, out of memory), so that the queue does"
    " not wait for them. Starts nothing.",
)
def reconcile(context: dg.SensorEvaluationContext, settings: PipelineSettings) -> dg.SkipReason:
    ended = runs.reconcile(context.instance, settings.warehouse_path)
    return dg.SkipReason(f"Ended, since their process is gone: {', '.join(ended)}" if ended else "All runs are alive.")
