"""What a refresh takes over from earlier ones changes no byte: edits of all kinds, one after the other.

What belongs here: whole runs after an edit, held against a cold one, and damaged entries of the cache.  What does not: the parts
(test_stages), the joined and patched files by themselves (warehouse/test_row_groups, warehouse/test_patching).

EDU_TEST_EDITS is the number of rows of edits (default 1).
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from edu_pipeline import intake, parts, pool, stages
from edu_pipeline.report import place
from edu_pipeline.settings import CHECKOUT
from edu_pipeline.stages import Run
from edu_pipeline.tables import PUBLISHED, TABLES
from edu_pipeline.warehouse import duckdb_file, patching, rules_spans
from edu_pipeline.warehouse.release import Published, preparing, publish
from edu_pipeline.warehouse.rules import verify
from edu_pipeline.warehouse.staging import Staging

sys.path.insert(0, str(CHECKOUT / "benchmarks"))
import corpus  # noqa: E402


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("FILES", 3), ("MOST_FILES", 5), ("PLACES", 2), ("PLACE_ROWS", 60)):
        monkeypatch.setattr(parts, name, value)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    corpus.lay_out(tmp_path / "sources", 14, share=0.08)
    return tmp_path / "sources"


def staged(sources: Path, warehouse: Path) -> tuple[Staging, pool.Counts]:
    begun = intake.begin(warehouse, [sources])
    run, counts = Run(Staging(warehouse, begun.fingerprint), 1), pool.Counts()
    for name in ("indicators", "education_levels", "units", "regions"):
        stages.reference(run, name)
    stages.extraction(run, begun.files, counts=counts)
    for make in (stages.contract, stages.audits, stages.relations, stages.findings, stages.observations, stages.facts):
        make(run)
    return run.staging, counts


def content(staging: Staging) -> dict[str, bytes]:
    return {name: staging.path(name).read_bytes() for name in TABLES}


# ------------------------------------------------------------------------------------------------ edits
def add(chance: random.Random, folder: Path) -> None:
    corpus.lay_out(folder, 1, first=chance.randrange(10**4, 10**6), share=0.08)


def change(chance: random.Random, folder: Path) -> None:
    path = chosen(chance, folder)
    path.write_text(path.read_text(encoding="utf-8") + f"全县现有小学{chance.randrange(99)}所。\n", encoding="utf-8")


def remove(chance: random.Random, folder: Path) -> None:
    chosen(chance, folder).unlink()


def rename(chance: random.Random, folder: Path) -> None:
    chosen(chance, folder).rename(folder / f"{chance.random()}.txt")


def copy(chance: random.Random, folder: Path) -> None:
    shutil.copyfile(chosen(chance, folder), folder / f"{chance.random()}.txt")


def spoil(chance: random.Random, folder: Path) -> None:
    (folder / f"{chance.random()}.pdf").write_bytes(bytes(range(256)) * chance.randrange(1, 9))


def chosen(chance: random.Random, folder: Path) -> Path:
    return chance.choice(sorted(folder.rglob("*.txt")))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(1, 1 + int(os.environ.get("EDU_TEST_EDITS", "1"))))
def test_whatever_is_edited_the_bytes_are_those_of_a_cold_run(sources: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    edits: list[Callable[[random.Random, Path], None]] = [add, change, remove, rename, copy, spoil]
    staged(sources, tmp_path / "warm")
    for step, edit in enumerate(chance.sample(edits, len(edits))):
        for each in (edit, *chance.sample(edits, step % 2)):
            each(chance, sources)
        warm, _ = staged(sources, tmp_path / "warm")
        cold, _ = staged(sources, tmp_path / f"cold{step}")
        assert content(warm) == content(cold)
        assert verify(warm, None) == []


def test_a_release_after_another_is_that_of_a_cold_run(sources: Path, tmp_path: Path) -> None:
    """One document more and one less: one is read, and Parquet and DuckDB hold what a cold run gives."""
    first = published(staged(sources, tmp_path / "warm")[0])
    corpus.lay_out(sources, 1, first=77_777, share=0.08)
    warm, counts = staged(sources, tmp_path / "warm")
    assert counts.extracted == 1
    second = published(warm)
    cold = published(staged(sources, tmp_path / "cold")[0])
    assert second.new and second.release_id != first.release_id
    for table in PUBLISHED:
        one, other = (path / "parquet" / f"{table.name}.parquet" for path in (second.path, cold.path))
        assert one.read_bytes() == other.read_bytes(), table.name
    assert rows(second.path / "education.duckdb") == rows(cold.path / "education.duckdb")
    taken_over, fresh = (sorted((path / "report" / "documents").iterdir()) for path in (second.path, cold.path))
    assert [(page.name, page.read_bytes()) for page in taken_over] == [(page.name, page.read_bytes()) for page in fresh]
    next(sources.rglob("*-077777.txt")).unlink()
    assert content(staged(sources, tmp_path / "warm")[0]) == content(staged(sources, tmp_path / "again")[0])


def published(staging: Staging) -> Published:
    return publish(staging, report=lambda: place.staged(staging))


def rows(database: Path) -> dict[str, list[str]]:
    with duckdb.connect(str(database), read_only=True) as con:
        return {table.name: sorted(map(str, con.execute(f"FROM {table.name}").fetchall())) for table in PUBLISHED}


def test_the_database_is_made_out_of_the_one_before(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(staged(sources, tmp_path)[0])
    made: list[bool] = []
    patched = patching.patched
    monkeypatch.setattr(patching, "patched", lambda *given: made.append(patched(*given)) or made[-1])
    monkeypatch.setattr(patching, "MOST_CHANGED", 1.0)  # so few documents share many places
    corpus.lay_out(sources, 1, first=77_777, share=0.08)
    publish(staged(sources, tmp_path)[0])
    assert made == [True]


@pytest.mark.parametrize("damaged", [False, True])
def test_the_database_that_was_made_ahead_is_published_if_it_is_whole(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: bool
) -> None:
    publish(staged(sources, tmp_path)[0])
    monkeypatch.setattr(patching, "MOST_CHANGED", 1.0)  # so few documents share many places
    corpus.lay_out(sources, 1, first=77_777, share=0.08)
    staging, _ = staged(sources, tmp_path)
    with preparing(staging, without_text=False):
        pass
    ahead = staging.folder / "education.duckdb"
    if damaged:
        data = bytearray(ahead.read_bytes())
        data[len(data) // 2] ^= 1
        ahead.write_bytes(bytes(data))
    made: list[Path] = []
    build = duckdb_file.build
    monkeypatch.setattr(duckdb_file, "build", lambda path, *given: made.append(path) or build(path, *given))
    path = publish(staging).path / "education.duckdb"
    assert bool(made) == damaged
    with duckdb.connect(str(path), read_only=True) as con:
        for table in PUBLISHED:
            told = con.sql(f"SELECT * FROM {table.name}").to_arrow_table().cast(table.arrow)
            assert table.sorted(told) == staging.read(table.name), table.name


# ------------------------------------------------------------------------------------------------ what was kept
def test_broken_entries_are_made_again(sources: Path, tmp_path: Path) -> None:
    staged(sources, tmp_path / "warm")
    for number, path in enumerate(sorted((tmp_path / "warm" / "cache").rglob("*"))):
        if path.is_file() and path.parent.name != "used":
            data = bytearray(path.read_bytes())
            at = (len(data) - 1, data.find(b"\n") // 2, len(data) // 2)[number % 3]
            data[at] ^= 1
            path.write_bytes(bytes(data))
    shutil.rmtree(tmp_path / "warm" / "staging")
    assert content(staged(sources, tmp_path / "warm")[0]) == content(staged(sources, tmp_path / "cold")[0])


def test_rules_look_at_what_changed_alone_and_find_what_is_broken(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert verify(staged(sources, tmp_path)[0], None) == []
    (sources / "new.txt").write_text("清川市2019年有小学12所。\n", encoding="utf-8")
    staging, _ = staged(sources, tmp_path)
    looked: list[str] = []
    plain = rules_spans.quantities
    monkeypatch.setattr(rules_spans, "quantities", lambda d, *given: looked.append(d.source) or plain(d, *given))
    assert verify(staging, None) == []
    assert "new.txt" in looked and len(looked) < 8
    # the same table from another hand, with a number that is nowhere
    table = staging.read("quantities")
    staging.write("quantities", table.slice(1))
    assert "digits" in {violation.rule for violation in verify(staging, None)}
