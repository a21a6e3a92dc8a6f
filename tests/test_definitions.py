"""The definitions as a data engineer sees them: a change here is a change of what the UI shows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from edu_pipeline import documentation, lineage, watching
from edu_pipeline.definitions import ASSETS, build, defs
from edu_pipeline.quality.check_list import CHECKS
from edu_pipeline.resources import CHECKOUT, PipelineSettings
from edu_pipeline.tables import PUBLISHED, TABLES

GROUPS = {
    "sources": "education_levels fetched indicators regions source_files units",
    "documents": "articles documents observations_read quantities",
    "statistics": "facts observations observations_sound quarantine",
    "quality": "audits findings relations",
    "release": "release report",
}
DEPENDENCIES = {
    "fetched": "",
    "source_files": "fetched",
    "indicators": "source_files",
    "education_levels": "source_files",
    "units": "source_files",
    "regions": "source_files",
    "documents": "source_files",
    "articles": "documents",
    "quantities": "articles documents",
    "observations_read": "articles documents quantities",
    "observations_sound": "observations_read",
    "quarantine": "observations_read",
    "audits": "articles documents observations_sound quantities",
    "relations": "articles observations_sound",
    "findings": "articles audits documents observations_sound quantities quarantine relations",
    "observations": "findings observations_sound",
    "facts": "articles observations relations",
    "report": " ".join(sorted(table.name for table in PUBLISHED)),
    "release": " ".join(sorted([*TABLES, "report"])),
}
BLOCKING = {
    "articles": "contract cover_the_text keys",
    "audits": "contract keys",
    "documents": "contract keys",
    "education_levels": "contract keys",
    "facts": "contract keys",
    "findings": "contract keys",
    "indicators": "contract keys",
    "observations": "contract keys none_lost",
    "observations_read": "keys",
    "observations_sound": "contract keys",
    "quantities": "all_numbers_accounted contract keys offsets_true",
    "quarantine": "contract keys",
    "regions": "contract keys",
    "relations": "contract keys",
    "units": "contract keys",
}
REPORTING = {
    "articles": "complete dated placed",
    "audits": "arithmetic_consistent recomputed",
    "documents": "all_read copies no_errors no_warnings",
    "facts": "no_conflicts no_doubts",
    "findings": " ".join(sorted(["good_to_know", *(c.code for c in CHECKS.values() if c.severity != "info")])),
    "observations": "no_errors no_warnings over_100_doubtful over_100_expected without_code",
    "quantities": "kinds",
    "quarantine": "empty",
    "relations": "no_conflicts targets_and_standards",
}


def specs() -> dict[str, dg.AssetSpec]:
    return {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}


def checks(blocking: bool) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for definition in defs.asset_checks or ():
        for spec in definition.check_specs:
            if spec.blocking is blocking:
                found.setdefault(spec.asset_key.to_user_string(), []).append(spec.name)
    return {table: " ".join(sorted(names)) for table, names in sorted(found.items())}


def test_groups() -> None:
    found: dict[str, list[str]] = {}
    for name, spec in specs().items():
        found.setdefault(str(spec.group_name), []).append(name)
    assert {group: " ".join(sorted(names)) for group, names in found.items()} == GROUPS


def test_every_table_is_an_asset() -> None:
    assert set(TABLES) < set(specs())


def test_dependencies() -> None:
    found = {name: sorted(dep.asset_key.to_user_string() for dep in spec.deps) for name, spec in specs().items()}
    assert {name: " ".join(deps) for name, deps in found.items()} == DEPENDENCIES


@pytest.mark.parametrize("name", sorted(DEPENDENCIES))
def test_every_asset_explains_itself(name: str) -> None:
    spec = specs()[name]
    assert spec.owners == ["team:edu-pipeline"]
    assert 1 <= len(spec.kinds) <= 3
    assert spec.code_version
    assert spec.description and len(spec.description) > 100
    if name in TABLES:
        assert spec.description.startswith(TABLES[name].description)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_column_schema_is_that_of_tables(name: str) -> None:
    schema = specs()[name].metadata["dagster/column_schema"]
    for shown, column in zip(schema.columns, TABLES[name].columns, strict=True):
        assert (shown.name, shown.type, shown.description) == (column.name, column.type, column.description)
        assert shown.constraints.nullable is column.nullable


def test_blocking_checks() -> None:
    assert checks(blocking=True) == BLOCKING


def test_reporting_checks() -> None:
    assert checks(blocking=False) == REPORTING


def test_one_automation_is_on() -> None:
    (schedule,) = defs.schedules or ()
    assert isinstance(schedule, dg.ScheduleDefinition)
    assert (schedule.name, schedule.execution_timezone) == ("daily", "Asia/Shanghai")
    assert schedule.default_status == dg.DefaultScheduleStatus.RUNNING
    sensors = {sensor.name: sensor for sensor in defs.sensors or ()}
    off = {name for name, sensor in sensors.items() if sensor.default_status == dg.DefaultSensorStatus.STOPPED}
    assert off == {"inbox", "follow"}
    assert set(sensors) - off == {"failures", "reconcile"}  # which start nothing
    for one in (schedule, sensors["inbox"], sensors["follow"]):
        assert "turn on one" in str(one.description) and "`daily`" in str(one.description)


@pytest.mark.parametrize("chosen", ["daily", "inbox", "follow", "nothing"])
def test_which_one_is_a_setting(chosen: str) -> None:
    built = build(PipelineSettings(), refresh_by=chosen)
    starts = [*(built.schedules or ()), *(s for s in built.sensors or () if s.name in ("inbox", "follow"))]
    on = [one.name for one in starts if one.default_status.value == "RUNNING"]
    assert on == ([chosen] if chosen != "nothing" else [])


def test_every_asset_has_a_condition_and_a_freshness_policy() -> None:
    for name, spec in specs().items():
        assert spec.automation_condition is not None, name
        assert spec.freshness_policy is not None, name


@pytest.mark.parametrize("name", sorted(DEPENDENCIES))
def test_every_asset_leads_to_its_code_and_documentation(name: str) -> None:
    found = specs()[name].metadata["dagster/code_references"].code_references
    code = found[0]
    lines = Path(code.file_path).read_text(encoding="utf-8").splitlines()
    assert Path(code.file_path).parent == CHECKOUT / "assets"
    assert "@dg." in lines[code.line_number - 1] or "def " in lines[code.line_number - 1]
    if name in TABLES:
        page = (CHECKOUT / "docs" / "tables.md").read_text(encoding="utf-8").splitlines()
        assert page[found[1].line_number - 1] == f"## {name}"


def test_with_an_address_the_links_lead_there() -> None:
    base = "https://example.org/team/edu/tree/main"
    linked = {s.key.path[-1]: s for one in documentation.documented(ASSETS, base) for s in one.specs}
    urls = [reference.url for reference in linked["facts"].metadata["dagster/code_references"].code_references]
    assert urls[0].startswith(f"{base}/assets/statistics.py#L")
    assert linked["facts"].metadata["documentation"].value == f"{base}/docs/tables.md#facts"


def test_the_page_of_tables_is_current() -> None:
    written = (CHECKOUT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert written == documentation.page(), "run python -m edu_pipeline.documentation"


def test_refresh_does_everything() -> None:
    job = defs.resolve_job_def("refresh")
    assert {key.to_user_string() for key in job.asset_layer.selected_asset_keys} == set(DEPENDENCIES)
    selected = {key.name for key in job.asset_layer.asset_graph.asset_check_keys}
    assert {"contract", "all_numbers_accounted", "over_100_doubtful"} <= selected


def test_every_published_column_has_a_lineage() -> None:
    reference = {"indicators", "education_levels", "units", "regions"}  # made of files of the program
    for table in PUBLISHED:
        if table.name not in reference:
            for column, origins in lineage.lineage(table.name).items():
                assert origins or column in lineage.CONSTANT, f"{table.name}.{column}"


@pytest.mark.parametrize("table", sorted(lineage.RULES))
def test_column_lineage_names_columns_that_are_there(table: str) -> None:
    upstream = _upstream(table)
    columns = lineage.lineage(table)
    assert list(columns) == [column.name for column in TABLES[table].columns]
    for origins in columns.values():
        for origin, column in origins:
            assert origin in upstream, f"{table} does not depend on {origin}"
            assert column in lineage.columns_of(origin)


def _upstream(name: str) -> set[str]:
    direct = set(DEPENDENCIES[name].split())
    return direct.union(*(_upstream(one) for one in direct))


# ------------------------------------------------------------------------------------------------ the sensor
def look(folder: Path, cursor: str | None) -> tuple[list[str], str | None]:
    settings = PipelineSettings(sources=[str(folder)], warehouse=str(folder.parent / "warehouse"))
    sensor = next(iter(build(settings).sensors or ()))
    assert isinstance(sensor, dg.SensorDefinition)
    context = dg.build_sensor_context(cursor=cursor, resources={"settings": settings})
    data = sensor.evaluate_tick(context)
    return [str(request.run_key) for request in data.run_requests or ()], data.cursor or cursor


def settle(folder: Path, cursor: str | None) -> tuple[list[str], str | None]:
    """Two looks: the first sees the change, the second that it is over."""
    first, cursor = look(folder, cursor)
    assert first == []
    return look(folder, cursor)


def test_sensor_sees_new_changed_and_removed_files_and_the_way_back(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    assert look(folder, None) == ([], None)
    (folder / "README.md").write_text("not a document")
    assert look(folder, None) == ([], None)
    keys: list[str] = []
    cursor: str | None = None
    (folder / "a.txt").write_text("one")
    for change in (
        lambda: None,
        lambda: (folder / "b.txt").write_text("two"),
        lambda: (folder / "b.txt").write_text("three"),
        lambda: (folder / "b.txt").unlink(),
        lambda: (folder / "b.txt").write_text("two"),
        lambda: (folder / "b.txt").unlink(),
    ):
        change()
        asked, cursor = settle(folder, cursor)
        keys += asked
        assert look(folder, cursor)[0] == []
    assert len(keys) == len(set(keys)) == 6
    # the same state came back, and was asked for again under another key
    assert keys[3].split("-")[1] == keys[5].split("-")[1] == keys[0].split("-")[1]


def test_sensor_waits_while_a_file_grows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1")
    cursor = None
    for size in range(2, 5):
        asked, cursor = look(tmp_path, cursor)
        assert asked == []
        (tmp_path / "a.txt").write_text("1" * size)
    assert settle(tmp_path, cursor)[0]


def test_state_does_not_open_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("1")
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened"))
    assert watching.state([tmp_path])


# ------------------------------------------------------------------------------------------------ configuration
@pytest.mark.slow
def test_dg_accepts_the_definitions() -> None:
    dg_program = Path(sys.executable).with_name("dg")
    if not dg_program.exists():
        pytest.skip("dagster-dg-cli is not installed")
    for what in ("defs", "toml", "yaml"):
        done = subprocess.run([dg_program, "check", what], cwd=CHECKOUT, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr


def test_workspace_and_project_name_one_location() -> None:
    import tomllib

    import yaml

    workspace = yaml.safe_load((CHECKOUT / "workspace.yaml").read_text(encoding="utf-8"))
    module = workspace["load_from"][0]["python_module"]
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["dg"]["project"]
    assert module["location_name"] == project["code_location_name"]
    assert module["module_name"] == project["code_location_target_module"]
    instance = yaml.safe_load((CHECKOUT / "dagster.yaml").read_text(encoding="utf-8"))
    assert instance["telemetry"] == instance["nux"] == {"enabled": False}
    assert json.dumps(instance["concurrency"]) == '{"runs": {"max_concurrent_runs": 1}}'
