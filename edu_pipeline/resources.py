"""What assets and checks are given: the settings of a run, and the I/O manager that stages tables.

What belongs here: Dagster resources.  What does not: which assets there are (assets/), how a table is written
(warehouse.staging), what is shown of it (presentation).
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
from pydantic import Field, PrivateAttr

from edu_pipeline import intake, presentation, workers
from edu_pipeline.intake import Intake
from edu_pipeline.quality.corrections import Correction
from edu_pipeline.runs import mark
from edu_pipeline.settings import CHECKOUT, RunSettings, Settings, load
from edu_pipeline.sources.gather import folders_of
from edu_pipeline.sources.registry import Registry
from edu_pipeline.sources.registry import load as load_registry
from edu_pipeline.stages import Run
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.lock import warehouse_lock
from edu_pipeline.warehouse.sources import SourceFile
from edu_pipeline.warehouse.staging import Staged, Staging

_DEFAULTS = RunSettings.model_fields
UI_WAIT = 600.0
"""Seconds that a run started in the UI waits for another to finish writing."""

_held: set[Path] = set()


class PipelineSettings(RunSettings, dg.ConfigurableResource):
    """The settings of a run, as assets and checks are given them."""

    @property
    def folders(self) -> list[Path]:
        """The folders that are looked through beside those of the registry."""
        return [] if self._registry_alone() else [Path(folder) for folder in self.sources]

    def read_registry(self) -> Registry | None:
        """The registry, if this run goes by one: one that was set, else the usual one, unless folders were set.

        Raises RegistryError.
        """
        usual = self.registry == _DEFAULTS["registry"].default
        return load_registry(Path(self.registry)) if self._registry_alone() or (self.registry and not usual) else None

    def gathered(self, aside: list[str] | None = None) -> list[SourceFile]:
        """What a run would read now, without asking any address; the names of what is no document are put into `aside`.

        Raises WarehouseError.
        """
        return intake.gather(self.folders, self.read_registry(), self.warehouse_path, self.limits(), aside)

    def watched(self) -> list[Path]:
        """The folders and files whose change calls for a refresh.  Raises RegistryError."""
        registry = self.read_registry()
        if registry is None:
            return self.folders
        return [*folders_of(self.folders, registry), *(entry.path for entry in registry.of("file")), registry.path]

    def _registry_alone(self) -> bool:
        usual = self.registry == _DEFAULTS["registry"].default
        there = bool(self.registry) and (not usual or Path(self.registry).is_file())
        return there and self.sources == _DEFAULTS["sources"].default

    @property
    def warehouse_path(self) -> Path:
        return Path(self.warehouse)

    @property
    def corrections_path(self) -> Path | None:
        return Path(self.corrections) if self.corrections else None

    def corrected(self) -> tuple[Correction, ...]:
        """The corrections of the input that was looked through last.  Raises dg.Failure when there is none."""
        with failures_in_words():
            return intake.current_corrections(self.warehouse_path)

    def staging(self) -> Staging:
        """The staged tables of the input that was looked through last.  Raises dg.Failure when there is none."""
        with failures_in_words():
            return intake.current_staging(self.warehouse_path)

    def run(self) -> Run:
        """What the tables of that input are staged with.  Raises dg.Failure when there is none."""
        return Run(self.staging(), self.workers)


class StagingIOManager(dg.ConfigurableIOManager):
    """Hands on tables by where they are staged under the fingerprint of the run's input, and holds the warehouse's lock.

    The data version of a table is the hash of its Parquet file, so unchanged work is recognised.
    """

    warehouse: str = Field(description="Folder of staged tables and releases.")
    lock_wait: float = Field(default=UI_WAIT, description="Seconds to wait for another run to finish writing.")
    _stack: ExitStack = PrivateAttr(default_factory=ExitStack)

    def setup_for_execution(self, context: dg.InitResourceContext) -> None:
        # before the lock is waited for: who waits is alive
        self._stack.enter_context(mark(Path(self.warehouse), context.run.run_id if context.run else "run"))
        self._stack.enter_context(only_writer(Path(self.warehouse), self.lock_wait))

    def teardown_after_execution(self, context: dg.InitResourceContext) -> None:
        workers.stop_all()
        self._stack.close()

    def handle_output(self, context: dg.OutputContext, obj: Intake | Staged) -> None:
        if isinstance(obj, Intake):
            _log(context, _intake_metadata(obj), obj.fingerprint)
            return
        with failures_in_words():
            metadata = presentation.materialised(obj)
        _log(context, metadata, obj.digest)

    def load_input(self, context: dg.InputContext) -> Any:
        name = context.asset_key.path[-1]
        with failures_in_words():
            if name == presentation.SOURCE_FILES:
                return intake.current(Path(self.warehouse))
            return intake.current_staging(Path(self.warehouse)).staged(name)


def _log(context: dg.OutputContext, metadata: dict[str, Any], version: str) -> None:
    context.add_output_metadata(metadata)
    context.step_context.set_data_version(context.asset_key, dg.DataVersion(version))


def _intake_metadata(obj: Intake) -> dict[str, Any]:
    rows = [{"source": f.source, "byte_size": f.byte_size, "sha256": f.sha256, "error": f.error} for f in obj.files]
    return {
        "dagster/row_count": len(rows),
        "preview": dg.MetadataValue.md(presentation.markdown(rows[: presentation.PREVIEW_ROWS])),
        "bytes": sum(file.byte_size for file in obj.files),
        "unreadable": sum(file.error is not None for file in obj.files),
        "input_fingerprint": obj.fingerprint,
    }


@contextmanager
def only_writer(warehouse: Path, wait: float) -> Iterator[None]:
    """Hold the warehouse's lock; within it, this process may ask for it again (a run inside the command line's).

    Raises WarehouseBusy, WarehouseError.
    """
    key = warehouse.resolve()
    if key in _held:
        yield
        return
    with warehouse_lock(warehouse, wait):
        _held.add(key)
        try:
            yield
        finally:
            _held.discard(key)


@contextmanager
def failures_in_words() -> Iterator[None]:
    """An error that a person can do something about, as a failure that says so without a traceback."""
    try:
        yield
    except WarehouseError as error:
        raise dg.Failure(description=str(error), allow_retries=False) from error


def settings_from_environment() -> PipelineSettings:
    """The settings of a run that the environment and the file of settings give.  Raises SettingsError."""
    return for_run(load().settings)


def for_run(settings: Settings) -> PipelineSettings:
    """The part of the settings that a run goes by."""
    return PipelineSettings(**settings.model_dump(include=set(RunSettings.model_fields)))


__all__ = [
    "CHECKOUT",
    "PipelineSettings",
    "StagingIOManager",
    "failures_in_words",
    "for_run",
    "only_writer",
    "settings_from_environment",
]
