"""What is new in an input, against the release that readers see.

What belongs here: counting documents that are new, changed, unchanged and removed.  What does not: which files there are
(intake), what a refresh makes of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from edu_pipeline.warehouse import parquet
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.release import PARQUET, open_release
from edu_pipeline.warehouse.sources import SourceFile


@dataclass(frozen=True)
class Changes:
    """Numbers of documents, by name and bytes: `changed` have other bytes than under the same name before."""

    new: int
    changed: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        return f"{self.new} new, {self.changed} changed, {self.unchanged} unchanged, {self.removed} removed"


def since_release(warehouse: Path, files: Sequence[SourceFile]) -> Changes:
    """Against the current release; without one, every document is new."""
    before = dict(_documents(warehouse))
    now = {file.source: file.sha256 for file in files}
    met = [source for source in now if source in before]
    # of a file that cannot be read the bytes are not known, and so is whether they changed
    unchanged = sum(now[source] is None or now[source] == before[source] for source in met)
    return Changes(len(now) - len(met), len(met) - unchanged, unchanged, len(before.keys() - now.keys()))


def _documents(warehouse: Path) -> list[tuple[str, str]]:
    try:
        path = open_release(warehouse).path / PARQUET / "documents.parquet"
        parts = list(parquet.batches(path, columns=["source", "sha256"]))
    except WarehouseError:
        return []
    return [(row["source"], row["sha256"]) for part in parts for row in part.to_pylist()]
