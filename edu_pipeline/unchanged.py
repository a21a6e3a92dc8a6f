"""A refresh with nothing new: the input is that of the current release, and all that it was made of is intact.

What belongs here: telling so, and leaving everything as it is.  What does not: the job, which is run in every other case
(refresh).

The job would look through the same folders, hand on each table unread, verify the release and find nothing to publish;
of some thousand documents building, starting and recording it takes most of the time, and without a UI nobody reads the
record.  Files and staged tables are hashed here too.  Where something did change, the job looks through the folders again.
"""

from __future__ import annotations

from edu_pipeline import intake
from edu_pipeline.report import place
from edu_pipeline.resources import PipelineSettings, only_writer
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import keeping
from edu_pipeline.warehouse.release import REPORT, Published, open_release, publish
from edu_pipeline.warehouse.staging import Staging


def still_current(settings: PipelineSettings) -> tuple[Published, int] | None:
    """The current release and its number of files, when a refresh changes nothing; null where it may, and where something
    is in the way, whatever it is: the job meets it again and tells of it."""
    try:
        registry = settings.read_registry()
        if registry is not None and registry.of("address") and not settings.offline:
            return None  # addresses are to be asked
        with only_writer(settings.warehouse_path, 0.0):
            return _published(settings)
    except Exception:  # a run reports what is foreseen and what is not, and this is no run
        return None


def _published(settings: PipelineSettings) -> tuple[Published, int] | None:
    warehouse = settings.warehouse_path
    begun = intake.begin(
        warehouse, settings.folders, settings.corrections_path, settings.read_registry(), settings.limits()
    )
    staging = Staging(warehouse, begun.fingerprint)
    current = open_release(
        warehouse
    )  # after the files were looked through: who rolls back meanwhile does not wait for us
    same = (current.fingerprint, current.without_text) == (begun.fingerprint, settings.without_text)
    whole = current.complete and place.whole(current.path / REPORT)
    if not (same and whole and staging.intact(*TABLES)):
        return None
    intake.same_program()
    published = publish(
        staging,
        allow_shrink=settings.allow_shrink,
        without_text=settings.without_text,
        report=lambda: place.staged(staging, settings.without_text),  # somebody may still roll back before it
    )
    keeping.prune(warehouse, keeping.Keep(settings.keep_releases, settings.keep_days))
    return published, len(begun.files)
