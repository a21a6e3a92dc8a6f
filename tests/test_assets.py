"""Assets and checks, materialised as Dagster does it: what is staged, what blocks, what is published."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from edu_pipeline import extract, intake, pool, publishable
from edu_pipeline.definitions import ASSETS, CHECKS
from edu_pipeline.resources import PipelineSettings, StagingIOManager
from edu_pipeline.tables import PUBLISHED, TABLES
from edu_pipeline.warehouse import staging
from edu_pipeline.warehouse.lock import warehouse_lock
from edu_pipeline.warehouse.release import open_release

REPORT = (
    "清川市2024年教育工作总结\n\n2024年,全市共有幼儿园86所,在园幼儿12345人,学前三年毛入园率达103.5%。"
    "九年义务教育巩固率为106.2%。全市投入资金1.2亿元,新增学位2600个。\n\n清川市教育局\n2025年1月15日\n"
)
NEWS = "东岭县学校食堂改造\n\n东岭县今年改造食堂37个,惠及学生8600人。教育局负责人说,明年还将改造21个。\n"


def lay_out(folder: Path) -> PipelineSettings:
    sources = folder / "sources"
    sources.mkdir()
    (sources / "报告.txt").write_text(REPORT, encoding="utf-8")
    (sources / "news.txt").write_text(NEWS, encoding="utf-8")
    return settings_of(folder)


def settings_of(folder: Path) -> PipelineSettings:
    return PipelineSettings(sources=[str(folder / "sources")], warehouse=str(folder / "warehouse"))


@pytest.fixture
def settings(tmp_path: Path) -> PipelineSettings:
    return lay_out(tmp_path)


@dataclass(frozen=True)
class Run:
    settings: PipelineSettings
    result: dg.ExecuteInProcessResult


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One run that several tests look at, and none changes."""
    settings = lay_out(tmp_path_factory.mktemp("run"))
    return Run(settings, materialize(settings))


@pytest.fixture
def published(run: Run, tmp_path: Path) -> PipelineSettings:
    """Sources and warehouse of that run, copied, to go on from."""
    shutil.copytree(run.settings.warehouse_path.parent, tmp_path, symlinks=True, dirs_exist_ok=True)
    return settings_of(tmp_path)


def materialize(
    settings: PipelineSettings,
    selection: Sequence[str] | None = None,
    checks: Sequence[dg.AssetChecksDefinition] = tuple(CHECKS),
) -> dg.ExecuteInProcessResult:
    """In process, with those of `checks` that are of what is selected."""
    chosen = dg.AssetSelection.assets(*selection) if selection else dg.AssetSelection.all()
    return dg.materialize(
        [*ASSETS, *checks],
        selection=chosen,
        resources={"settings": settings, "io_manager": StagingIOManager(warehouse=settings.warehouse, lock_wait=0.0)},
        instance=dg.DagsterInstance.ephemeral(settings={"telemetry": {"enabled": False}}),
        raise_on_error=False,
        run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
    )


def of_table(name: str) -> list[dg.AssetChecksDefinition]:
    return [found for found in CHECKS if dg.AssetKey(name) in {key.asset_key for key in found.check_keys}]


def metadata_of(result: dg.ExecuteInProcessResult, asset: str) -> dict[str, Any]:
    for event in result.get_asset_materialization_events():
        if event.asset_key == dg.AssetKey(asset):
            return dict(event.materialization.metadata)
    raise AssertionError(f"{asset} was not materialised")


def versions(result: dg.ExecuteInProcessResult) -> dict[str, str]:
    events = result.get_asset_materialization_events()
    return {
        event.asset_key.to_user_string(): str((event.materialization.tags or {})["dagster/data_version"])
        for event in events
        if event.asset_key
    }


def evaluation(result: dg.ExecuteInProcessResult, asset: str, check: str) -> dg.AssetCheckEvaluation:
    found = [
        e
        for e in result.get_asset_check_evaluations()
        if (e.asset_key.to_user_string(), e.check_name) == (asset, check)
    ]
    assert len(found) == 1, f"{asset}.{check} ran {len(found)} times"
    return found[0]


def failures(result: dg.ExecuteInProcessResult) -> str:
    told = [event.step_failure_data.user_failure_data for event in result.get_step_failure_events()]
    return "\n".join(str(data.description) for data in told if data)


# ------------------------------------------------------------------------------------------------ a whole run
def test_a_run_publishes_and_shows_what_it_made(run: Run) -> None:
    result = run.result
    assert result.success
    release = open_release(run.settings.warehouse_path)
    assert set(release.counts) == {table.name for table in PUBLISHED}
    assert release.table("documents")["source"].to_pylist() == ["news.txt", "报告.txt"]
    shown = metadata_of(result, "observations")
    assert shown["dagster/row_count"].value == release.counts["observations"] > 0
    assert "| source |" in shown["preview"].value
    assert "observations_sound" in str(shown["dagster/column_lineage"].value)
    assert metadata_of(result, "release")["new"].value is True
    assert metadata_of(result, "source_files")["dagster/row_count"].value == 2


def test_data_versions_are_the_hashes_of_the_staged_files(run: Run) -> None:
    found = versions(run.result)
    staging = intake.current_staging(run.settings.warehouse_path)
    for name in TABLES:
        assert found[name] == hashlib.sha256(staging.path(name).read_bytes()).hexdigest()
    assert found["source_files"] == found["release"] == staging.fingerprint


def test_every_check_runs_once_and_counts(run: Run) -> None:
    evaluations = run.result.get_asset_check_evaluations()
    wanted = {spec.key for definition in CHECKS for spec in definition.check_specs}
    assert {e.asset_check_key for e in evaluations} == wanted
    assert len(evaluations) == len(wanted)
    assert all(isinstance(e.metadata["count"].value, int) for e in evaluations)


def test_the_same_input_gives_the_same_versions_whatever_the_workers(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    for name in ("报告.txt", "news.txt"):  # written in another order, at another time
        (other / name).write_bytes((Path(run.settings.sources[0]) / name).read_bytes())
    monkeypatch.setattr(pool, "ALONE_BYTES", 0)
    again = PipelineSettings(sources=[str(other)], warehouse=str(tmp_path / "second"), workers=2)
    assert versions(materialize(again, checks=())) == versions(run.result)


def test_a_second_run_publishes_nothing_new(run: Run, published: PipelineSettings) -> None:
    link = published.warehouse_path / "current"
    before = link.lstat()
    second = materialize(published, checks=())
    assert metadata_of(second, "release")["new"].value is False
    assert (link.lstat().st_ino, link.lstat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert versions(second) == versions(run.result)


# ------------------------------------------------------------------------------------------------ what is looked at
def test_rates_over_100_are_expected_or_doubtful(run: Run) -> None:
    expected = evaluation(run.result, "observations", "over_100_expected")
    assert expected.passed and expected.metadata["count"].value == 1
    assert "103.5" in str(expected.metadata["rows"].value)
    doubtful = evaluation(run.result, "observations", "over_100_doubtful")
    assert not doubtful.passed and doubtful.severity == dg.AssetCheckSeverity.WARN
    assert "106.2" in str(doubtful.metadata["rows"].value)


def test_a_file_that_cannot_be_read_warns_and_loses_nothing(settings: PipelineSettings) -> None:
    (Path(settings.sources[0]) / "picture.txt").write_bytes(bytes(range(256)) * 8)
    result = materialize(settings, checks=of_table("documents"))
    assert result.success
    check = evaluation(result, "documents", "all_read")
    assert not check.passed and check.severity == dg.AssetCheckSeverity.WARN
    assert "picture.txt" in str(check.metadata["rows"].value)
    release = open_release(settings.warehouse_path)
    assert sorted(release.table("documents")["status"].to_pylist()) == ["failed", "ok", "ok"]


def test_checks_run_alone_and_one_by_one(run: Run) -> None:
    key = dg.AssetCheckKey(dg.AssetKey("quantities"), "all_numbers_accounted")
    result = dg.materialize(
        [*ASSETS, *CHECKS],
        selection=dg.AssetSelection.checks(key),
        resources={"settings": run.settings, "io_manager": StagingIOManager(warehouse=run.settings.warehouse)},
        instance=dg.DagsterInstance.ephemeral(),
    )
    assert [e.asset_check_key for e in result.get_asset_check_evaluations()] == [key]


# ------------------------------------------------------------------------------------------------ what blocks
@pytest.fixture
def losing_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extraction that overlooks the 86 of 幼儿园86所."""
    whole = extract.extract_document

    def lossy(data: bytes, source: str, known: Any = None, **options: Any) -> dict[str, list[dict[str, Any]]]:
        rows = whole(data, source, known, **options)
        lost = {row["quantity_id"] for row in rows["quantities"] if row["text"] == "86所"}
        return {name: [row for row in found if row.get("quantity_id") not in lost] for name, found in rows.items()}

    monkeypatch.setattr(extract, "extract_document", lossy)
    monkeypatch.setattr(publishable, "complaint", lambda *_: None)  # or the document alone would fail


def test_a_lost_number_blocks_and_current_stays(published: PipelineSettings, losing_a_number: None) -> None:
    before = (published.warehouse_path / "current").resolve()
    (Path(published.sources[0]) / "third.txt").write_text(REPORT + "另有9所学校参加。\n", encoding="utf-8")
    result = materialize(published)
    assert not result.success
    check = evaluation(result, "quantities", "all_numbers_accounted")
    assert not check.passed and check.severity == dg.AssetCheckSeverity.ERROR
    assert check.metadata["count"].value == 1
    assert "幼儿园86所" in str(check.metadata["rows"].value)
    assert (published.warehouse_path / "current").resolve() == before


@pytest.mark.slow
def test_release_alone_does_not_publish_after_a_failed_check(
    published: PipelineSettings, losing_a_number: None
) -> None:
    before = (published.warehouse_path / "current").resolve()
    (Path(published.sources[0]) / "third.txt").write_text(REPORT + "另有9所学校参加。\n", encoding="utf-8")
    assert not materialize(published).success
    # a person goes on by hand, past the failed check
    result = materialize(published, ["release"])
    assert not result.success
    assert "Not published" in failures(result)
    later = "indicators education_levels units regions observations_sound quarantine audits relations findings observations facts"
    assert materialize(published, later.split(), checks=()).success
    result = materialize(published, ["release"])
    assert not result.success
    assert "digits" in failures(result)
    assert (published.warehouse_path / "current").resolve() == before
    assert "86" in (published.warehouse_path / "blocked.json").read_text(encoding="utf-8")


# ------------------------------------------------------------------------------------------------ one input
def test_a_single_asset_works_on_the_input_looked_through_last(published: PipelineSettings) -> None:
    before = intake.current_staging(published.warehouse_path).fingerprint
    (Path(published.sources[0]) / "new.txt").write_text(NEWS, encoding="utf-8")
    assert materialize(published, ["relations"]).success
    assert intake.current_staging(published.warehouse_path).fingerprint == before
    assert materialize(published, ["source_files"]).success
    assert intake.current_staging(published.warehouse_path).fingerprint != before
    result = materialize(published, ["relations"])
    assert "materialise it first" in failures(result)


def test_nothing_can_be_made_before_the_folders_were_looked_through(settings: PipelineSettings) -> None:
    result = materialize(settings, ["units"])
    assert "materialise source_files first" in failures(result)


def test_tables_of_two_programs_are_not_mixed(published: PipelineSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "program", lambda: "another")
    assert "program changed" in failures(materialize(published, ["units"]))


def test_a_program_that_changes_meanwhile_publishes_nothing(
    settings: PipelineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "tree_hash", lambda _: "edited")
    assert "changed while it ran" in failures(materialize(settings, checks=()))
    assert not (settings.warehouse_path / "current").exists()


def test_a_file_that_changes_meanwhile_stops_the_run(
    settings: PipelineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(settings.sources[0]) / "news.txt"
    begin = intake.begin

    def and_then(*args: Any) -> intake.Intake:
        found = begin(*args)
        path.write_text("9", encoding="utf-8")
        return found

    monkeypatch.setattr(intake, "begin", and_then)
    result = materialize(settings, checks=())
    assert "changed while the pipeline ran" in failures(result)


def test_a_second_writer_is_refused(settings: PipelineSettings) -> None:
    with warehouse_lock(settings.warehouse_path):
        result = materialize(settings)
    assert not result.success
    failure = result.get_run_failure_event() if not result.get_step_failure_events() else None
    assert "is being written by" in str(failure or failures(result))
