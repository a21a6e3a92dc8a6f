"""What starts refreshes, what is written when one fails, and what becomes of runs whose process is gone."""

from __future__ import annotations

import datetime
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from dagster._daemon.auto_run_reexecution.auto_run_reexecution import should_retry
from typer.testing import CliRunner

from edu_pipeline import automation, cli, extract, incidents, publishable, runs, ui
from edu_pipeline.definitions import build
from edu_pipeline.outcome import outcome
from edu_pipeline.resources import PipelineSettings

NEWS = "东岭县学校食堂改造\n\n东岭县今年改造食堂37个,惠及学生8600人。教育局负责人说,明年还将改造21个。\n"
LOOKS = {"fetched", "source_files"}
HOUR = datetime.datetime(2026, 3, 2, 3, 0, 30, tzinfo=datetime.UTC)


@pytest.fixture
def settings(tmp_path: Path) -> PipelineSettings:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(NEWS, encoding="utf-8")
    return PipelineSettings(sources=[str(tmp_path / "sources")], warehouse=str(tmp_path / "warehouse"))


# ------------------------------------------------------------------------------------------------ conditions
class Follower:
    """Evaluates the conditions as the daemon does, and carries out what they ask for."""

    def __init__(self, settings: PipelineSettings) -> None:
        self.defs = build(settings, lock_wait=0.0)
        self.instance = dg.DagsterInstance.ephemeral(settings={"telemetry": {"enabled": False}})
        self.cursor: Any = None
        self.now = HOUR

    def look(self, minutes: float = 1) -> set[str]:
        self.now += datetime.timedelta(minutes=minutes)
        result = dg.evaluate_automation_conditions(
            self.defs, self.instance, cursor=self.cursor, evaluation_time=self.now
        )
        self.cursor = result.cursor
        keys = {
            r.key.to_user_string()
            for r in result.results
            if isinstance(r.key, dg.AssetKey) and not r.true_subset.is_empty
        }
        if keys:
            done = self.defs.resolve_implicit_global_asset_job_def().execute_in_process(
                instance=self.instance,
                asset_selection=[dg.AssetKey(key) for key in keys],
                run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
            )
            assert done.success
        return keys


@pytest.mark.slow
def test_conditions_follow_data_versions_and_do_nothing_when_nothing_changed(settings: PipelineSettings) -> None:
    follower = Follower(settings)
    everything = {spec.key.to_user_string() for spec in follower.defs.resolve_all_asset_specs()}
    follower.look()
    assert follower.look(60) == LOOKS
    rest = follower.look()
    assert rest == everything - LOOKS  # in one run
    assert (settings.warehouse_path / "current" / "release.json").is_file()
    assert [follower.look() for _ in range(3)] == [set()] * 3
    assert follower.look(60) == LOOKS  # a look that finds nothing new
    assert [follower.look() for _ in range(3)] == [set()] * 3
    (Path(settings.sources[0]) / "b.txt").write_text(NEWS.replace("37", "41"), encoding="utf-8")
    assert follower.look(60) == LOOKS
    assert follower.look() == rest
    assert follower.look() == set()
    assert len(list((settings.warehouse_path / "releases").iterdir())) == 2


# ------------------------------------------------------------------------------------------------ failures
@pytest.fixture
def losing_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = extract.extract_document

    def lossy(*arguments: Any, **more: Any) -> Any:
        rows = whole(*arguments, **more)
        lost = {row["quantity_id"] for row in rows["quantities"] if row["text"] == "37个"}
        return {name: [row for row in found if row.get("quantity_id") not in lost] for name, found in rows.items()}

    monkeypatch.setattr(extract, "extract_document", lossy)
    monkeypatch.setattr(publishable, "complaint", lambda *_: None)  # or the document alone would fail


def only_incident(warehouse: Path) -> tuple[str, dict[str, Any]]:
    (path,) = (warehouse / "incidents").glob("*.md")
    return path.read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def test_a_blocked_run_leaves_what_an_operator_needs(settings: PipelineSettings, losing_a_number: None) -> None:
    arguments = ["run", "--sources", settings.sources[0], "--warehouse", settings.warehouse]
    result = CliRunner().invoke(cli.app, arguments)
    assert result.exit_code == 1
    text, content = only_incident(settings.warehouse_path)
    assert "What to do stands in" in result.stderr
    assert content["status"] == "blocked"
    assert content["blocked"][0]["rule"] == "quantities.all_numbers_accounted"
    assert content["readers_see"] == {"release": None}
    for words in ("all_numbers_accounted", "quantities.parquet", "改造食堂37个", "What readers see", "What to do"):
        assert words in text


def test_the_sensor_writes_it_for_runs_of_the_ui(settings: PipelineSettings, losing_a_number: None) -> None:
    with dg.DagsterInstance.ephemeral(settings={"telemetry": {"enabled": False}}) as instance:
        job = build(settings, lock_wait=0.0).resolve_job_def("refresh")
        quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
        result = job.execute_in_process(instance=instance, raise_on_error=False, run_config=quiet)
        context = dg.build_run_status_sensor_context(
            "failures", result.get_run_failure_event(), instance, result.dagster_run, resources={"settings": settings}
        ).for_run_failure()
        automation.failures(context)
    text, content = only_incident(settings.warehouse_path)
    assert content["run_id"] == result.run_id and "quantities.all_numbers_accounted" in text


def test_the_unforeseen_and_the_killed_are_told_apart(tmp_path: Path) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        run = dg.DagsterRun("refresh", status=dg.DagsterRunStatus.STARTED)
        instance.add_run(run)
        instance.report_run_failed(run, runs.GONE)
        found = outcome([e.dagster_event for e in instance.all_logs(run.run_id) if e.dagster_event], tmp_path)
    assert found.crashes == [runs.GONE]
    path = incidents.write(tmp_path, run.run_id, found)
    assert "nothing to clean up" in path.read_text(encoding="utf-8")


def test_incidents_do_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incidents, "KEPT", 3)
    found = outcome([], tmp_path)
    for number in range(6):
        incidents.write(tmp_path, f"{number}-------", found)
    assert len(list((tmp_path / "incidents").glob("*.md"))) == len(list((tmp_path / "incidents").glob("*.json"))) == 3


# ------------------------------------------------------------------------------------------------ runs
HOLD = """
import sys, time
from pathlib import Path
from edu_pipeline.runs import mark
with mark(Path(sys.argv[1]), sys.argv[2]):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_run_ends_when_its_process_is_gone(tmp_path: Path) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        run = dg.DagsterRun("refresh", status=dg.DagsterRunStatus.STARTED)
        instance.add_run(run)
        assert runs.reconcile(instance, tmp_path) == []  # it may be about to set its mark
        process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path), run.run_id], stdout=subprocess.PIPE)
        assert process.stdout and process.stdout.readline() == b"held\n"
        assert runs.reconcile(instance, tmp_path, patience=0.0) == []
        process.kill()
        process.wait()
        assert runs.reconcile(instance, tmp_path) == [run.run_id]
        ended = instance.get_run_by_id(run.run_id)
        assert ended and ended.status == dg.DagsterRunStatus.FAILURE
        assert runs.reconcile(instance, tmp_path) == []


@pytest.fixture
def operated(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    """The instance as `edu-pipeline ui` makes it."""
    with dg.DagsterInstance.from_config(str(ui.prepare(tmp_path / "home"))) as instance:
        yield instance


def begins_anew(instance: dg.DagsterInstance, run_id: str) -> bool:
    run = instance.get_run_by_id(run_id)
    assert run and run.status == dg.DagsterRunStatus.FAILURE
    return should_retry(run, instance)


def test_a_run_whose_process_is_gone_begins_anew(tmp_path: Path, operated: dg.DagsterInstance) -> None:
    assert operated.run_retries_enabled
    run = dg.DagsterRun("refresh", status=dg.DagsterRunStatus.STARTED)
    operated.add_run(run)
    assert runs.reconcile(operated, tmp_path, patience=0.0) == [run.run_id]
    assert begins_anew(operated, run.run_id)


def test_a_run_that_failed_in_a_step_does_not(
    settings: PipelineSettings, operated: dg.DagsterInstance, losing_a_number: None
) -> None:
    job = build(settings, lock_wait=0.0).resolve_job_def("refresh")
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    result = job.execute_in_process(instance=operated, raise_on_error=False, run_config=quiet)
    assert not begins_anew(operated, result.run_id)


def test_what_begins_anew_looks_at_the_folders_again(settings: PipelineSettings) -> None:
    """Else Dagster would take up the steps that were not done, with the input of the run that was killed."""
    found = build(settings)
    assert found.resolve_job_def("refresh").tags["dagster/retry_strategy"] == "ALL_STEPS"
    follow = found.resolve_sensor_def("follow")
    assert isinstance(follow, dg.AutomationConditionSensorDefinition)
    assert follow.run_tags["dagster/retry_strategy"] == "ALL_STEPS"


def test_a_run_leaves_no_mark(tmp_path: Path) -> None:
    with runs.mark(tmp_path, "a"):
        assert (tmp_path / ".runs" / "a").exists()
    assert not list((tmp_path / ".runs").iterdir())


# ------------------------------------------------------------------------------------------------ logs
def test_the_log_as_json_lines(settings: PipelineSettings) -> None:
    command = ["run", "--log-format", "json", "--sources", settings.sources[0], "--warehouse", settings.warehouse]
    logging.raiseExceptions = True
    result = CliRunner().invoke(cli.app, command)
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    assert {line["run_id"] for line in lines} == {lines[0]["run_id"]}
    made = {line["asset"]: line for line in lines if line["event"] == "ASSET_MATERIALIZATION"}
    assert made["documents"]["rows"] == 1 and made["documents"]["step"] == "extraction"
    assert all(line["seconds"] >= 0 for line in lines if line["event"] == "STEP_SUCCESS")
    checks = [line for line in lines if line["event"] == "ASSET_CHECK_EVALUATION"]
    assert all(isinstance(line["count"], int) for line in checks) and len(checks) > 50
    assert lines[0]["event"] == "RUN_START"
    assert lines[-1]["event"] == "RUN_SUCCESS" and lines[-1]["seconds"] > 0
    assert CliRunner().invoke(cli.app, ["run", "--log-format", "xml"]).exit_code == 2
