"""Settings: defaults, the environment, the file, and what is said about wrong ones."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from edu_pipeline import cli, settings
from edu_pipeline.settings import CHECKOUT, Settings, SettingsError, load, variables
from edu_pipeline.warehouse import fingerprint


@pytest.fixture(autouse=True)
def no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "FILE", tmp_path / "none.toml")


def test_every_setting_has_a_default_and_a_meaning() -> None:
    for name, field in Settings.model_fields.items():
        assert not field.is_required(), name
        assert field.description and field.description.endswith("."), name


def test_without_anything_the_folders_of_the_checkout() -> None:
    found = load({})
    assert found.settings.warehouse == str(CHECKOUT / "data" / "warehouse")
    assert set(found.origins.values()) == {"default"}


def test_the_environment_stands_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "mine" / "settings.toml"
    file.parent.mkdir()
    file.write_text('workers = 3\nkeep_days = 1.5\nsources = ["a", "/b"]\nwarehouse = "w"\n', encoding="utf-8")
    found = load({"EDU_PIPELINE_SETTINGS": str(file), "EDU_PIPELINE_WORKERS": "2", "EDU_PIPELINE_WAREHOUSE": "here"})
    assert found.settings.workers == 2
    assert found.settings.keep_days == 1.5
    assert found.settings.sources == [str(file.parent / "a"), "/b"]
    assert found.settings.warehouse == str(tmp_path / "here")
    assert found.origins["workers"] == "EDU_PIPELINE_WORKERS"
    assert found.origins["keep_days"] == f"keep_days in {file}"
    assert found.origins["log_format"] == "default"


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"EDU_PIPELINE_WORKRES": "2"}, ["There is no setting EDU_PIPELINE_WORKRES", "Is EDU_PIPELINE_WORKERS meant?"]),
        ({"EDU_PIPELINE_WORKERS": "two"}, ["EDU_PIPELINE_WORKERS", "valid integer", "'two'"]),
        ({"EDU_PIPELINE_WORKERS": "-1"}, ["EDU_PIPELINE_WORKERS", "greater than or equal to 0"]),
        ({"EDU_PIPELINE_ALLOW_SHRINK": "perhaps"}, ["EDU_PIPELINE_ALLOW_SHRINK", "boolean"]),
        ({"EDU_PIPELINE_LOG_FORMAT": "xml"}, ["EDU_PIPELINE_LOG_FORMAT", "'text' or 'json'"]),
        ({"EDU_PIPELINE_SETTINGS": "/no/such.toml"}, ["/no/such.toml cannot be read", "No such file"]),
    ],
)
def test_what_is_wrong_is_said(environment: dict[str, str], words: list[str]) -> None:
    with pytest.raises(SettingsError) as error:
        load(environment)
    for word in words:
        assert word in str(error.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("wrokers = 1", ["no setting wrokers in", "workers meant"]),
        ("workers = [1]", ["workers in", "integer"]),
        ("workers =", ["cannot be read"]),
        ("warehouse = 3", ["warehouse in", "string"]),
    ],
)
def test_a_wrong_file_is_said(tmp_path: Path, content: str, words: list[str]) -> None:
    file = tmp_path / "s.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        load({"EDU_PIPELINE_SETTINGS": str(file)})
    for word in [*words, str(file)]:
        assert word in str(error.value)


def test_they_survive_the_way_to_another_process() -> None:
    given = load({"EDU_PIPELINE_SOURCES": os.pathsep.join(["/a", "/b c"]), "EDU_PIPELINE_ALLOW_SHRINK": "yes"}).settings
    assert load(variables(given)).settings == given


def test_the_image_sets_what_there_is_and_copies_what_is_there() -> None:
    written = (CHECKOUT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    (environment,) = re.findall(r"^ENV (.*)$", written, re.MULTILINE)
    given = dict(word.split("=", 1) for word in environment.split())
    settings = load({name: value for name, value in given.items() if name.startswith("EDU_PIPELINE_")}).settings
    assert settings.ui_host == "0.0.0.0" and settings.sources == ["/data/inbox"]
    for name in ("warehouse", "corrections", "dagster_home"):
        assert getattr(settings, name).startswith("/data/"), name
    copied = [word for line in re.findall(r"^COPY (.*)$", written, re.MULTILINE) for word in line.split()[:-1]]
    sent = (CHECKOUT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for name in copied:
        assert (CHECKOUT / name).exists(), name
        assert f"!{name}" in sent, name


def locked(name: str) -> dict[str, str]:
    """Versions with their conditions and hashes, by package."""
    lines = (CHECKOUT / name).read_text(encoding="utf-8").splitlines()
    bare = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return dict(re.findall(r"^([a-z0-9._-]+)(==.*(?:\n .*)*)", bare, re.MULTILINE))


def test_the_image_has_what_the_program_needs_and_no_test_tools() -> None:
    image, everything = locked("requirements-image.lock"), locked("requirements.lock")
    assert {name: everything.get(name) for name in image} == image
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = project["dependencies"] + [need for name in ("build", "ocr", "postgres", "s3") for need in extras[name]]
    names = {re.split(r"[^A-Za-z0-9._-]", need)[0].lower() for need in needed}
    assert names <= set(image)
    named = {re.split(r"[^A-Za-z0-9._-]", need)[0].lower() for need in project["dependencies"]}
    assert {*fingerprint.LIBRARIES, *fingerprint.PARSERS} <= named, "a run asks for their versions"
    assert {*fingerprint.OPTIONAL} <= set(image)
    assert {"pytest", "ruff", "mypy", "selenium", "polars"} & set(image) == set() != set(everything) - set(image)


def test_a_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDU_PIPELINE_POSTGRES_URL", "postgresql://me:hush@db/dagster")
    for command in (["settings"], ["settings", "--json"]):
        shown = CliRunner().invoke(cli.app, command).stdout
        assert "hush" not in shown and "(set)" in shown


def test_the_command_shows_value_origin_and_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDU_PIPELINE_KEEP_RELEASES", "4")
    shown = CliRunner().invoke(cli.app, ["settings"]).stdout
    (line,) = [line for line in shown.splitlines() if line.startswith("keep_releases")]
    assert line.split()[:2] == ["keep_releases", "4"]
    rows = {row["name"]: row for row in json.loads(CliRunner().invoke(cli.app, ["settings", "--json"]).stdout)}
    assert set(rows) == set(Settings.model_fields)
    assert (rows["keep_releases"]["value"], rows["keep_releases"]["default"]) == (4, 10)
    monkeypatch.setenv("EDU_PIPELINE_KEEP_RELEASES", "none")
    for command in (["settings"], ["run"], ["releases"]):
        wrong = CliRunner().invoke(cli.app, command)
        assert wrong.exit_code == 2 and "EDU_PIPELINE_KEEP_RELEASES" in wrong.stderr
