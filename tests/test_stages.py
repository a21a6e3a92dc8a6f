"""Tables made part by part are the tables that the plain functions give, however the parts are cut; and the cache."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from edu_pipeline import intake, mapping, one_document, parts, pool, shards, stages, workers
from edu_pipeline.quality import audits, contracts, corrections, facts, findings, relations
from edu_pipeline.stages import Run
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import sorting
from edu_pipeline.warehouse.pieces import kept
from edu_pipeline.warehouse.staging import Staging

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "data" / "sources"
SEEDS = HERE.parents[1] / "shared" / "seeds"
MADE = ("documents", "articles", "quantities", "observations_read", "observations_sound", "quarantine", "audits",
        "relations", "findings", "observations", "facts")  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, the seeds where they are, and generated reports, some of one place and some copies."""
    folder = tmp_path_factory.mktemp("corpus")
    for path in [*SAMPLES.glob("*.txt"), *SEEDS.glob("*.txt")]:
        (folder / path.name).write_bytes(path.read_bytes())
    generate(folder, 12, share=0.4)
    texts = sorted((folder / "generated").rglob("*.txt"))
    for number, path in enumerate(texts[:4]):  # the same place again, in another year
        text = path.read_text(encoding="utf-8").replace("2021年", "2020年")
        (folder / f"again-{number}.txt").write_text(text + "全县现有小学12所。\n", encoding="utf-8")
    (folder / "copy.txt").write_bytes(texts[0].read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 8)
    return folder


def generate(folder: Path, documents: int, share: float = 1.0) -> None:
    sys.path.insert(0, str(HERE.parent / "benchmarks"))
    try:
        import corpus
    finally:
        sys.path.pop(0)
    corpus.lay_out(folder / "generated", documents, share=share)


def staged(warehouse: Path, folder: Path, count: int = 1, correct: Any = ()) -> Run:
    begun = intake.begin(warehouse, [folder])
    run = Run(Staging(warehouse, begun.fingerprint), count)
    stages.extraction(run, begun.files)
    stages.contract(run)
    stages.audits(run)
    stages.relations(run)
    stages.findings(run, correct)
    stages.observations(run)
    stages.facts(run, correct)
    return run


@pytest.fixture(scope="module")
def plain(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Staging]:
    """The same tables by the plain functions, each over whole tables."""
    read = pool.extract_all(intake.gather([corpus]), 1)

    def make(correct: Any = ()) -> Staging:
        staging = Staging(tmp_path_factory.mktemp("plain"), "0" * 16)
        sound, quarantine = contracts.split(read["observations_read"])
        audited = audits.audit(read["quantities"], sound, read["articles"], read["documents"])
        related = relations.relate(sound, read["articles"])
        said = findings.find(
            read["documents"], read["articles"], read["quantities"], sound, quarantine, audited, related, correct
        )
        stated = findings.with_flags(sound, said)
        made = {
            **read, "observations_sound": sound, "quarantine": quarantine, "audits": audited, "relations": related,
            "findings": said, "observations": stated, "facts": facts.facts(stated, related, read["articles"], correct),
        }  # fmt: skip
        for name, table in made.items():
            staging.write(name, table)
        return staging

    return make


@pytest.fixture(scope="module")
def wanted(plain: Callable[..., Staging]) -> dict[str, pa.Table]:
    staging = plain()
    assert all(staging.read(name).num_rows for name in MADE if name != "quarantine")
    return rows(staging)


def rows(staging: Staging) -> dict[str, pa.Table]:
    """The tables; where their row groups end is a matter of the parts."""
    return {name: staging.read(name).combine_chunks() for name in MADE}


@pytest.mark.parametrize("size", ["small", "middle", "large"])
def test_parts_of_any_size_give_the_plain_tables(
    corpus: Path, wanted: dict[str, pa.Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    for module, name, sizes in (
        (parts, "FILES", (1, 3, 100)), (parts, "MOST_FILES", (1, 4, 100)), (parts, "PLACE_ROWS", (1, 100, 10**9)),
        (parts, "PLACES", (1, 3, 10**9)),
        (sorting, "IN_MEMORY", (10, 500, 10**9)),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, sizes[("small", "middle", "large").index(size)])
    assert rows(staged(tmp_path, corpus).staging) == wanted


def test_so_do_several_workers(
    corpus: Path, wanted: dict[str, pa.Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "ALONE_BYTES", 0)
    monkeypatch.setattr(mapping, "ALONE_BYTES", 0)
    monkeypatch.setattr(parts, "PLACE_ROWS", 200)
    asked, submit = list[str](), workers.Workers.submit
    monkeypatch.setattr(
        workers.Workers, "submit", lambda self, *given: asked.append(str(given[0])) or submit(self, *given)
    )
    try:
        assert rows(staged(tmp_path, corpus, 2).staging) == wanted
        assert len(set(asked)) > 2 and not workers.shared(2).running, "at the end their memory is given back"
    finally:
        workers.stop_all()


# ------------------------------------------------------------------------------------------------ corrections
@pytest.mark.slow
def test_corrections_that_move_a_statement_give_the_plain_tables(
    corpus: Path,
    plain: Callable[..., Staging],
    wanted: dict[str, pa.Table],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(corrected(wanted["relations"]), encoding="utf-8")
    correct = corrections.load(path)
    monkeypatch.setattr(parts, "PLACE_ROWS", 50)
    found = rows(staged(tmp_path / "warehouse", corpus, correct=correct).staging)
    assert found == rows(plain(correct))
    assert found["facts"] != wanted["facts"] and found["findings"] != wanted["findings"]


def corrected(related: pa.Table) -> str:
    """Of each of some conflicts: the statement that is followed moves to another place, or is withdrawn."""
    conflicts = [row for row in related.to_pylist() if row["relation"] == "conflict"]
    assert len(conflicts) > 3
    lines = []
    for number, row in enumerate(conflicts[:4]):
        what = "withdraw: true" if number % 2 else "set: {region_code: '620300', region_name: 金昌市}"
        lines.append(f"- {{observation: {row['resolved_to']}, {what}, reason: a test, by: a test}}")
    return "\n".join(lines) + "\n"


# ------------------------------------------------------------------------------------------------ the cache
@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "sources"
    generate(folder, 30, share=0.1)
    yield folder


def extraction(warehouse: Path, folder: Path) -> tuple[pool.Counts, Run]:
    """With what the cache holds alone: nothing is staged any more."""
    shutil.rmtree(warehouse / "staging", ignore_errors=True)
    begun = intake.begin(warehouse, [folder])
    run = Run(Staging(warehouse, begun.fingerprint), 1)
    counts = pool.Counts()
    stages.extraction(run, begun.files, counts=counts)
    return counts, run


def hashes(run: Run) -> dict[str, str]:
    return {name: hashlib.sha256(run.staging.path(name).read_bytes()).hexdigest() for name in one_document.NAMES}


def cold(folder: Path, tmp_path: Path) -> dict[str, str]:
    return hashes(extraction(tmp_path / "cold", folder)[1])


def same(run: Run, folder: Path, tmp_path: Path) -> bool:
    return hashes(run) == cold(folder, tmp_path)


def test_one_document_more_is_one_extraction(folder: Path, tmp_path: Path) -> None:
    first, _ = extraction(tmp_path / "w", folder)
    assert (first.extracted, first.kept) == (30, 0)
    (folder / "generated" / "2019").mkdir(exist_ok=True)
    (folder / "generated" / "2019" / "new.txt").write_text("清川市2019年有小学12所。\n", encoding="utf-8")
    more, run = extraction(tmp_path / "w", folder)
    assert (more.extracted, more.kept) == (1, 30)
    assert same(run, folder, tmp_path)


def test_removed_changed_renamed_and_back_again(folder: Path, tmp_path: Path) -> None:
    _, before = extraction(tmp_path / "w", folder)
    earlier = {name: before.staging.path(name).read_bytes() for name in one_document.NAMES}
    paths = sorted(folder.rglob("*.txt"))
    content = [path.read_bytes() for path in paths]
    paths[3].unlink()
    paths[5].write_bytes(content[5] + "另有9所。\n".encode())
    paths[7].rename(folder / "elsewhere.txt")
    counts, run = extraction(tmp_path / "w", folder)
    assert (counts.extracted, counts.kept) == (1, 28)
    assert "elsewhere.txt" in run.staging.read("quantities")["source"].to_pylist()
    assert same(run, folder, tmp_path)
    (folder / "elsewhere.txt").rename(paths[7])
    paths[3].write_bytes(content[3])
    paths[5].write_bytes(content[5])
    counts, run = extraction(tmp_path / "w", folder)
    assert counts.extracted == 0
    assert {name: run.staging.path(name).read_bytes() for name in one_document.NAMES} == earlier


@pytest.mark.parametrize("damage", ["torn", "altered", "empty", "a folder", "not tables"])
def test_a_broken_entry_is_made_again(folder: Path, tmp_path: Path, damage: str) -> None:
    _, run = extraction(tmp_path / "w", folder)
    wanted = hashes(run)
    entries = sorted((tmp_path / "w" / "cache" / shards.KIND).iterdir())
    for path in entries:
        data = path.read_bytes()
        head, _, rest = data.partition(b"\n")
        match damage:
            case "torn":
                path.write_bytes(data[: len(data) // 2])
            case "altered":
                path.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
            case "empty":
                path.write_bytes(b"")
            case "a folder":
                path.unlink()
                path.mkdir()
            case "not tables":
                digest = hashlib.sha256(b"x" * 99).hexdigest()
                known = head.replace(hashlib.sha256(rest).hexdigest().encode(), digest.encode())
                path.write_bytes(known + b"\n" + b"x" * 99)
    counts, run = extraction(tmp_path / "w", folder)
    assert counts.extracted == 30
    assert hashes(run) == wanted
    if damage != "a folder":
        counts, _ = extraction(tmp_path / "w", folder)
        assert counts.extracted == 0


def test_a_cache_that_cannot_be_written_costs_time_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "cache").write_text("in the way")
    counts, run = extraction(tmp_path / "w", folder)
    assert counts.extracted == 30
    assert same(run, folder, tmp_path)


def test_tables_without_rows_of_no_part_are_kept_apart(tmp_path: Path) -> None:
    run = Run(Staging(tmp_path, "0" * 16), 1)
    names = ("relations", "findings")
    made = [stages._alone(run, name, TABLES[name].arrow.empty_table()) for name in names]
    for name, entry in zip(names, made, strict=True):
        rows = kept(run.cache, name, entry.pieces[name])
        assert rows is not None and rows.schema.names == TABLES[name].arrow.names


def test_what_is_known_about_a_document_is_part_of_its_key(folder: Path) -> None:
    from dataclasses import replace

    file = intake.gather([folder])[0]
    assert shards.key(file) == shards.key(replace(file, source="other/name.TXT"))
    others = [
        replace(file, known={"title": "x"}), replace(file, source="x.html"), replace(file, sha256="0" * 64),
        replace(file, notice="x"),
    ]  # fmt: skip
    assert len({shards.key(other) for other in [file, *others]}) == 5


def test_tables_are_read_as_they_are_described() -> None:
    assert set(mapping.FUNCTIONS) >= {"contract", "audits", "facts"}
    assert all(name in TABLES for name in MADE)
