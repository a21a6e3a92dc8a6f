"""The same documents give the same Parquet files, byte by byte, however they were worked on."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from edu_pipeline import intake, mapping, pool, workers
from edu_pipeline.refresh import refresh
from edu_pipeline.resources import PipelineSettings
from edu_pipeline.settings import CHECKOUT
from edu_pipeline.tables import PUBLISHED

sys.path.insert(0, str(CHECKOUT / "benchmarks"))
import corpus  # noqa: E402

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def released(sources: Path, warehouse: Path, workers: int = 1) -> tuple[dict[str, bytes], int]:
    """The Parquet files of a first release, and how many documents were read for it."""
    said: list[str] = []
    settings = PipelineSettings(sources=[str(sources)], warehouse=str(warehouse), workers=workers)
    outcome = refresh(settings, lambda step: said.append(step.text))
    assert outcome.release is not None and outcome.new, outcome
    files = {path.name: path.read_bytes() for path in (outcome.release / "parquet").iterdir()}
    assert set(files) == {f"{table.name}.parquet" for table in PUBLISHED}
    (read,) = [text for text in said if "documents read," in text]
    return files, int(read.split()[0])


def test_cold_warm_reversed_one_worker_and_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for name in ("henan-three-cities", "wuwei-feature"):
        shutil.copy(CHECKOUT / "data" / "sources" / f"{name}.txt", sources)
    corpus.lay_out(sources, 60, share=0.05)  # more than one shard, a copy among them
    cold, read = released(sources, tmp_path / "cold")
    assert read > 60

    # what an earlier run kept, in a warehouse that holds nothing else
    shutil.copytree(tmp_path / "cold" / "cache", tmp_path / "warm" / "cache")
    assert released(sources, tmp_path / "warm") == (cold, 0)

    # the files in reverse, on the disk and in the list
    reverse = tmp_path / "reverse"
    for path in sorted((path for path in sources.rglob("*") if path.is_file()), reverse=True):
        copy = reverse / path.relative_to(sources)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    gather = intake.gather
    with monkeypatch.context() as patch:
        patch.setattr(intake, "gather", lambda *given: list(reversed(gather(*given))))
        assert released(reverse, tmp_path / "reversed") == (cold, read)

    # two workers, who do all that one process would do alone
    monkeypatch.setattr(pool, "ALONE_BYTES", 0)
    monkeypatch.setattr(mapping, "ALONE_BYTES", 0)
    started = workers.Workers.can_be_had
    asked: list[bool] = []
    monkeypatch.setattr(workers.Workers, "can_be_had", lambda self: asked.append(started(self)) or asked[-1])
    assert released(sources, tmp_path / "two", workers=2) == (cold, read)
    assert any(asked), "there were workers"
