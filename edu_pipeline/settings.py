"""Everything that can be set, once: name, type, default, meaning, and where a value comes from.

What belongs here: the settings and how they are found.  What does not: what they do; options of the command line,
which stand over them (cli).

A setting `workers` is, in this order: the option of a command, EDU_PIPELINE_WORKERS in the environment, `workers` in
the file of settings, its default.  The file is edu_pipeline.toml in this checkout, or the one that EDU_PIPELINE_SETTINGS
names.  Relative folders are relative to the file, or in the environment to the working directory.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field, ValidationError, create_model

from edu_pipeline.reading.limits import Limits
from edu_pipeline.sources.fetch import Manners

CHECKOUT = Path(__file__).resolve().parents[1]
PREFIX = "EDU_PIPELINE_"
NAMES_THE_FILE = f"{PREFIX}SETTINGS"
FILE = CHECKOUT / "edu_pipeline.toml"
DEFAULT = "default"
_PATH: dict[str, Any] = {"path": True}
_SECRET: dict[str, Any] = {"secret": True}


class SettingsError(Exception):
    """A setting that is not there or not of its kind; the message says which, where it stands and what it may be."""


def _taken_from(kind: Any, prefix: str = "") -> dict[str, Any]:
    """Settings of the described fields of a data class, none of which may be less than nothing."""
    least: dict[str, Any] = {"ge": 0}
    return {
        prefix + f.name: (
            type(f.default),
            Field(
                default=f.default,
                description=f"{f.metadata['description'][:1].upper()}{f.metadata['description'][1:].rstrip('.')}.",
                **({} if isinstance(f.default, str) else least),
            ),
        )
        for f in fields(kind)
        if "description" in f.metadata
    }


_FETCH = "fetch_"
Costs: Any = create_model("Costs", **_taken_from(Limits), **_taken_from(Manners, _FETCH))
"""Limits of one document, and how addresses are asked (`fetch_…`)."""


class RunSettings(Costs):
    """What a run goes by; in Dagster's UI these are the configuration of the resource `settings`."""

    sources: list[str] = Field(
        default=[str(CHECKOUT / "data" / "sources"), str(CHECKOUT / "data" / "inbox")],
        description="Folders of documents; in the environment separated as in PATH. Files of all but the first are"
        " named after their folder.",
        json_schema_extra=_PATH,
    )
    warehouse: str = Field(
        default=str(CHECKOUT / "data" / "warehouse"),
        description="Folder of staged tables and releases.",
        json_schema_extra=_PATH,
    )
    registry: str = Field(
        default=str(CHECKOUT / "data" / "sources.yaml"),
        description="File that names folders, files and addresses, and what is known about them (docs/sources.md). When"
        " there is one, `sources` is read only if it is set too.",
        json_schema_extra=_PATH,
    )
    offline: bool = Field(default=False, description="Ask no address; read what they gave the last time.")
    corrections: str = Field(
        default=str(CHECKOUT / "data" / "corrections.yaml"),
        description="File of what people corrected (docs/corrections.md); empty: none.",
        json_schema_extra=_PATH,
    )
    workers: int = Field(default=0, ge=0, description="Processes that read documents; 0: one for each processor.")
    allow_shrink: bool = Field(
        default=False, description="Publish although documents or observations are fewer by over 20 %."
    )
    without_text: bool = Field(
        default=False, description="Leave the documents' texts and sentences out of releases, to pass them on."
    )
    keep_releases: int = Field(default=10, ge=1, description="Releases that are kept whatever their age, the newest.")
    keep_days: float = Field(
        default=7.0, ge=0, description="Days that a release is kept after it stopped being the current one."
    )

    def limits(self) -> Limits:
        """What one document may cost."""
        return Limits(**{f.name: getattr(self, f.name) for f in fields(Limits)})

    def manners(self) -> Manners:
        """How addresses are asked; nothing larger is fetched than is read."""
        given = {f.name: getattr(self, _FETCH + f.name) for f in fields(Manners) if f.metadata}
        return Manners(**given, max_bytes=self.limits().max_bytes)


class Settings(RunSettings):
    """Those of a run, and those of the program around it."""

    model_config = ConfigDict(extra="forbid")

    log_format: Literal["text", "json"] = Field(
        default="text", description="How a run's log is written: words, or JSON, one object a line."
    )
    refresh_by: Literal["daily", "inbox", "follow", "nothing"] = Field(
        default="daily",
        description="What starts refreshes in the UI's daemon: the schedule, the sensor on the folders, the automation"
        " conditions, or only a person. A switch that was turned in the UI stands over it.",
    )
    sensor_interval: int = Field(
        default=30, ge=1, description="Seconds between two looks of the sensor `inbox` at the folders."
    )
    dagster_home: str = Field(
        default=str(CHECKOUT / ".dagster"), description="Folder of Dagster's own records.", json_schema_extra=_PATH
    )
    ui_host: str = Field(
        default="127.0.0.1",
        description="Address that the UI listens on. It has no log-in: another than this is for a container or behind a"
        " proxy (docs/operating.md).",
    )
    postgres_url: str = Field(
        default="",
        description="Where Dagster keeps its records (postgresql://user:password@host/database, needs the extra"
        " `postgres`); empty: in SQLite files in dagster_home.",
        json_schema_extra=_SECRET,
    )
    repository_url: str = Field(
        default="",
        description="Address that this checkout can be read at (https://…/tree/BRANCH), for links from assets to their"
        " code; empty: links open the files here.",
    )


@dataclass(frozen=True)
class Found:
    """The settings, and where each comes from: `default`, the environment's variable, or the file."""

    settings: Settings
    origins: dict[str, str]


def load(environment: Mapping[str, str] | None = None) -> Found:
    """Settings from the environment (this process's, if none is given), the file, the defaults.  Raises SettingsError."""
    environment = os.environ if environment is None else environment
    given: dict[str, Any] = {}
    origins = dict.fromkeys(Settings.model_fields, DEFAULT)
    for values in (_from_file(environment), _from_environment(environment)):
        for name, (value, origin) in values.items():
            given[name], origins[name] = value, origin
    return Found(_checked(given, origins), origins)


def in_order() -> list[str]:
    """The names of the settings, those first that most people ask for; the limits come last."""
    limits = list(Costs.model_fields)
    return [*(name for name in Settings.model_fields if name not in limits), *limits]


def told(settings: Settings) -> dict[str, Any]:
    """The values as they may be shown: of a secret only that it is set."""
    values = {name: getattr(settings, name) for name in Settings.model_fields}
    return {name: "(set)" if value and _extra(name).get("secret") else value for name, value in values.items()}


def variables(settings: Settings) -> dict[str, str]:
    """The settings as variables of the environment, for a process that is started elsewhere."""
    values = {name: getattr(settings, name) for name in Settings.model_fields}
    return {
        _variable(name): os.pathsep.join(value) if isinstance(value, list) else str(value)
        for name, value in values.items()
    }


def _checked(given: Mapping[str, Any], origins: Mapping[str, str]) -> Settings:
    try:
        return Settings(**given)
    except ValidationError as error:
        lines = []
        for problem in error.errors():
            name = str(problem["loc"][0])
            lines.append(f"{origins[name]}: {problem['msg']}, and it is {problem['input']!r}. {_meaning(name)}")
        raise SettingsError("\n".join(lines)) from error


def _from_environment(environment: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    found: dict[str, tuple[Any, str]] = {}
    for variable, text in sorted(environment.items()):
        if not variable.startswith(PREFIX) or variable == NAMES_THE_FILE or not text:
            continue
        name = variable.removeprefix(PREFIX).lower()
        _known(name, variable, [_variable(known) for known in Settings.model_fields])
        value: Any = [part for part in text.split(os.pathsep) if part] if _is_list(name) else text
        found[name] = (_absolute(name, value, Path.cwd()), variable)
    return found


def _from_file(environment: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    named = environment.get(NAMES_THE_FILE)
    path = Path(named) if named else FILE
    if not named and not path.exists():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SettingsError(f"The file of settings {path} cannot be read: {why}.") from error
    for name in content:
        _known(name, f"{name} in {path}", list(Settings.model_fields))
    base = path.resolve().parent
    return {name: (_absolute(name, value, base), f"{name} in {path}") for name, value in content.items()}


def _known(name: str, where: str, names: list[str]) -> None:
    if name not in Settings.model_fields:
        near = difflib.get_close_matches(where.split()[0], names, 1)
        hint = f" Is {near[0]} meant?" if near else ""
        raise SettingsError(f"There is no setting {where}.{hint} They are {', '.join(names)}.")


def _absolute(name: str, value: Any, base: Path) -> Any:
    """Folders made independent of the working directory; anything that is no text is left for the check."""
    if not _extra(name).get("path"):
        return value
    if isinstance(value, list):
        return [_absolute(name, one, base) for one in value]
    return str(base / Path(value).expanduser()) if isinstance(value, str) and value and "://" not in value else value


def _extra(name: str) -> Mapping[str, Any]:
    extra = Settings.model_fields[name].json_schema_extra
    return extra if isinstance(extra, dict) else {}


def _is_list(name: str) -> bool:
    return isinstance(Settings.model_fields[name].default, list)


def _meaning(name: str) -> str:
    return str(Settings.model_fields[name].description)


def _variable(name: str) -> str:
    return PREFIX + name.upper()


__all__ = ["CHECKOUT", "Found", "RunSettings", "Settings", "SettingsError", "in_order", "load", "told", "variables"]
