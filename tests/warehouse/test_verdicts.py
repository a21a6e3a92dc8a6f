"""A verdict on a table stands for its bytes alone, and what is new in it is looked at.

What belongs here: warehouse.verdicts, by the rules that ask for them.  What does not: the rules (test_warehouse_rules), whole
runs (tests/test_one_more).
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from in_pieces import PARTS, Rows, complaints, stage

from edu_pipeline.quality import contracts
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import fingerprint as program_module
from edu_pipeline.warehouse import parquet, rules_contract, rules_keys
from edu_pipeline.warehouse.cache import FOLDER
from edu_pipeline.warehouse.rules_base import PartViews, Views
from edu_pipeline.warehouse.staging import Staging
from edu_pipeline.warehouse.verdicts import by_part, once


def fact(number: int, **values: Any) -> dict[str, Any]:
    return {
        "fact_id": f"{number:016x}", "region_code": "220524", "region_name": "柳河县", "indicator": "admission_rate",
        "education_level": "primary", "value": float(number), "unit": "%", "comparator": "eq",
        "period_end": date(2024, 1, 1) + timedelta(number), "evidence": ["o"], "n_documents": 1, "quality": "ok", "flags": [], "label": "小学", **values,
    }  # fmt: skip


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


def filled(name: str, **values: Any) -> dict[str, Any]:
    """A row with something in every column that may not be null."""
    plain = {"string": "x", "int32": 1, "int64": 1, "float64": 1.0, "bool": True, "list<string>": ["x"]}
    needed = (column for column in TABLES[name].columns if not column.nullable)
    return {column.name: column.values[0] if column.values else plain[column.type] for column in needed} | values


def of_one(number: int, quantity: str | None = None, *, copy_of: int | None = None) -> dict[str, Rows]:
    """The rows of a document with one number and what it claims, and perhaps of a copy of another document."""
    name, claimed = f"d{number:02}", quantity or f"q{number}"
    documents = [filled("documents", source=f"{name}.txt", document_id=name)]
    if copy_of is not None:
        documents += [filled("documents", source=f"{name}+.txt", document_id=f"d{copy_of:02}", status="duplicate")]
    audit = filled("audits", audit_id=name, document_id=name, claim_quantity_id=claimed, operand_quantity_ids=[claimed])
    return {
        "documents": documents,
        "articles": [filled("articles", article_id="x", document_id=name)],
        "quantities": [filled("quantities", quantity_id=f"q{number}", document_id=name, source=f"{name}.txt")],
        "audits": [audit],
    }


def test_a_part_with_a_copy_of_another_document_is_looked_at_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    rule = rules_keys.foreign_key

    def seen(views: Views, **given: Any) -> Any:
        asked.append(isinstance(views, PartViews))
        return rule(views, **given)

    monkeypatch.setattr(rules_keys, "foreign_key", seen)
    known = [of_one(number) for number in range(20)]

    def found(number: int, *more: dict[str, Rows]) -> set[str]:
        asked.clear()
        for name in ("documents", "quantities", "audits"):
            staging = stage(tmp_path, number, name, [part[name] for part in (*known, *more)])
        with Views(staging) as views:
            return {violation.rule for violation in rules_keys.of_table(views, TABLES["audits"])}

    assert found(0) == set() and not any(asked)
    assert found(1, of_one(20, copy_of=3)) == set() and all(asked)
    assert found(2, of_one(20, "q99", copy_of=3)) == {"foreign_key"} and not all(asked)
    assert found(3, of_one(20, "q3", copy_of=3)) == set()  # a number of another document: asked of the whole
