"""Tables made of pieces: merged out of an earlier one they are the same bytes, and a verdict stands for its bytes alone.

What belongs here: warehouse.merging and warehouse.verdicts, table by table.  What does not: whole runs (tests/test_one_more).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from edu_pipeline.quality import contracts
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import fingerprint as program_module
from edu_pipeline.warehouse import parquet, rules_contract, rules_keys
from edu_pipeline.warehouse.cache import FOLDER, Cache
from edu_pipeline.warehouse.fingerprint import fingerprint
from edu_pipeline.warehouse.pieces import Entry, digest, packed
from edu_pipeline.warehouse.rules_base import Views
from edu_pipeline.warehouse.staging import Staged, Staging
from edu_pipeline.warehouse.verdicts import by_part, once

Rows = list[dict[str, Any]]


def complaint(number: int, source: str | None, **values: Any) -> dict[str, Any]:
    return {
        "finding_id": f"{number:016x}", "check": "soft_bound", "severity": ("error", "warning", "info")[number % 3],
        "table_name": "quantities", "row_id": str(number), "source": source, "message": "Zu viel.", **values,
    }  # fmt: skip


def fact(number: int, **values: Any) -> dict[str, Any]:
    return {
        "fact_id": f"{number:016x}", "region_code": "220524", "region_name": "柳河县", "indicator": "admission_rate",
        "education_level": "primary", "value": float(number), "unit": "%", "comparator": "eq",
        "period_end": date(2024, 1, 1) + timedelta(number), "evidence": ["o"], "n_documents": 1, "quality": "ok", "flags": [], **values,
    }  # fmt: skip


def stage(warehouse: Path, number: int, name: str, parts: Sequence[Rows]) -> Staging:
    """The staged table of input `number`."""
    settings = {"input": number}
    staging = Staging(warehouse, fingerprint([], settings))
    staging.begin(settings, [])
    cache = Cache(warehouse / FOLDER, staging.fingerprint)
    with staging.in_pieces(name) as table:
        for part in parts:
            noted, data = packed({name: TABLES[name].from_rows(part)})
            table.add(Entry.made("part", digest(data), noted, data).keep(cache))
    return staging


# ------------------------------------------------------------------------------------------------ merging
def complaints(*numbers: int) -> Rows:
    sources = ("a.txt", "b.txt", None, "ü.txt", "\U00020bb7.txt")
    return [
        complaint(number, sources[number % 5], **({"start": number % 4, "end": 9} if number % 3 else {}))
        for number in numbers
    ]


PARTS = [complaints(*range(at, at + 5)) for at in range(0, 200, 5)]
CHANGES: dict[str, list[Rows]] = {
    "nothing": PARTS,
    "one part more": [*PARTS[:7], complaints(900, 901, 902), *PARTS[7:]],
    "one part less": [*PARTS[:3], *PARTS[4:]],
    "rows of a part": [PARTS[0], complaints(5, 6, 903), *PARTS[2:]],
    "all at the end": [*PARTS, [complaint(904, None, severity="warning"), complaint(905, "z.txt", severity="info")]],
    "an empty part": [*PARTS, []],
    "another order": PARTS[::-1],
    "a part twice": [*PARTS, PARTS[4]],
    "a row that another part has too": [*PARTS[:5], complaints(*range(25, 31)), *PARTS[6:]],
    "nothing left": [[]],
}


@pytest.mark.parametrize("rows_at_a_time", [7, 10**6])
@pytest.mark.parametrize("change", CHANGES)
def test_a_merged_table_is_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, rows_at_a_time: int
) -> None:
    monkeypatch.setattr(Staged.batches, "__defaults__", (rows_at_a_time, None))
    stage(tmp_path / "warm", 1, "findings", PARTS)
    warm = stage(tmp_path / "warm", 2, "findings", CHANGES[change])
    cold = stage(tmp_path / "cold", 2, "findings", CHANGES[change])
    assert warm.path("findings").read_bytes() == cold.path("findings").read_bytes()
    assert warm.digest("findings") == cold.digest("findings")


def test_what_the_earlier_table_has_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage(tmp_path, 1, "findings", PARTS)
    opened: list[str] = []
    table = Entry.table
    monkeypatch.setattr(Entry, "table", lambda entry, name: opened.append(entry.key) or table(entry, name))
    stage(tmp_path, 2, "findings", [*PARTS, complaints(900)])
    assert len(opened) == 1


@pytest.mark.parametrize("harm", ["entries", "file", "program"])
def test_without_the_earlier_table_all_pieces_are_sorted(tmp_path: Path, harm: str) -> None:
    before = stage(tmp_path / "warm", 1, "findings", PARTS)
    if harm == "entries":
        shutil.rmtree(tmp_path / "warm" / FOLDER)
    elif harm == "file":
        before.write("findings", before.read("findings").slice(3))
    else:
        (before.folder / "input.json").write_text('{"code": "another"}', encoding="utf-8")
    warm = stage(tmp_path / "warm", 2, "findings", PARTS[1:])
    cold = stage(tmp_path / "cold", 2, "findings", PARTS[1:])
    assert warm.path("findings").read_bytes() == cold.path("findings").read_bytes()


# ------------------------------------------------------------------------------------------------ verdicts
FACTS = [[fact(number) for number in range(at, at + 3)] for at in range(0, 60, 3)]
NEW = [fact(number) for number in range(60, 63)]
MAKE: dict[str, tuple[list[Rows], Rows]] = {
    "facts": (FACTS, NEW),
    "findings": (PARTS, complaints(900, 901)),
}


def complained(staging: Staging, name: str) -> list[str]:
    with Views(staging) as views:
        found = rules_contract.of_table(name, views) + rules_keys.of_table(views, TABLES[name])
    return [violation.rule for violation in found]


@pytest.mark.parametrize("name", MAKE)
def test_of_one_part_more_that_part_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    parts, new = MAKE[name]
    looked: list[int] = []
    breaches = contracts.breaches
    monkeypatch.setattr(contracts, "breaches", lambda n, rows: looked.append(rows.num_rows) or breaches(n, rows))
    for number, given in enumerate((parts, [*parts, new], [*parts, new], [*parts[2:], new])):
        assert complained(stage(tmp_path, number, name, given), name) == []
    assert looked == [sum(map(len, parts)), len(new)]


@pytest.mark.parametrize("name", MAKE)
@pytest.mark.parametrize("without_entries", [False, True])
def test_what_is_broken_in_a_new_part_is_found(tmp_path: Path, name: str, without_entries: bool) -> None:
    parts, new = MAKE[name]
    key = TABLES[name].key[0]
    word = "quality" if name == "facts" else "severity"
    assert complained(stage(tmp_path, 0, name, parts), name) == []
    for number, (rule, row) in enumerate(
        {"contract": {**new[0], word: "splendid"}, "key": {**new[0], key: parts[3][1][key]}}.items(), start=1
    ):
        staging = stage(tmp_path, number, name, [*parts, [row, new[1]]])
        if without_entries:
            shutil.rmtree(tmp_path / FOLDER / "part")
        assert rule in complained(staging, name)
    assert complained(stage(tmp_path, 3, name, [*parts, parts[3]]), name)[-1] == "key"


@pytest.mark.parametrize("name", MAKE)
def test_a_verdict_stands_for_the_bytes_that_it_was_given_on(tmp_path: Path, name: str) -> None:
    staging = stage(tmp_path, 0, name, MAKE[name][0])
    assert complained(staging, name) == []
    rows = staging.read(name)
    twice = pa.concat_tables([rows, rows.slice(4, 1)])
    parquet.write(name, twice, staging.path(name))  # by another hand
    assert "key" in complained(staging, name)
    staging.write(name, twice)
    assert "key" in complained(staging, name)


def regions(*codes: str) -> pa.Table:
    return TABLES["regions"].from_rows([{"region_code": code, "name": "柳河县", "level": "county"} for code in codes])


@pytest.mark.parametrize("sound_by_another_hand", [False, True])
def test_a_verdict_stands_for_the_reference_data_that_it_was_given_on(
    tmp_path: Path, sound_by_another_hand: bool
) -> None:
    staging = stage(tmp_path, 0, "facts", FACTS)
    staging.write("regions", regions("220524"))
    if sound_by_another_hand:
        parquet.write("regions", regions("220524", "990101"), staging.path("regions"))
    assert complained(staging, "facts") == []
    parquet.write("regions", regions("990101"), staging.path("regions"))
    assert complained(staging, "facts") == ["foreign_key"]


def test_a_verdict_is_that_of_the_libraries_it_was_given_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program_module, "program", program_module.program.__wrapped__)
    looked: list[tuple[int, str]] = []
    for number, version in enumerate(("1.0", "1.0", "2.0")):
        monkeypatch.setattr(program_module, "versions", lambda version=version: {"duckdb": version})
        with Views(stage(tmp_path, number, "facts", FACTS)) as views:
            once(views, "as a whole", ["facts"], lambda views: looked.append((number, "once")) or [])  # noqa: B023
            by_part(views, "by part", ["facts"], lambda views: looked.append((number, "by part")) or [])  # noqa: B023
    assert looked == [(0, "once"), (0, "by part"), (2, "once"), (2, "by part")]
