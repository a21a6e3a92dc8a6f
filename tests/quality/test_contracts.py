"""The data contract: every kind of violation is found, no sound row is, rows are kept whole and counted."""

import json
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_pipeline.quality import contracts
from edu_pipeline.tables import TABLES

OBSERVATION: dict[str, Any] = {
    "observation_id": "o",
    "quantity_id": "q",
    "document_id": "d",
    "source": "a.txt",
    "article_id": "a",
    "start": 3,
    "end": 9,
    "region_code": "620700",
    "region_name": "张掖市",
    "indicator": "retention_rate",
    "label": "巩固率",
    "education_level": "compulsory",
    "measure": "level",
    "nature": "actual",
    "comparator": "eq",
    "value": 99.5,
    "unit": "%",
    "value_text": "99.5",
    "unit_text": "%",
    "period_start": date(2024, 1, 1),
    "period_end": date(2024, 12, 31),
    "period_basis": "stated",
    "sentence": "全市九年义务教育巩固率为99.5%。",
}
SHA = "0123456789abcdef" * 4
SOUND: dict[str, dict[str, Any]] = {
    "documents": {
        "source": "a.txt",
        "document_id": SHA[:16],
        "sha256": SHA,
        "media_type": "text/plain",
        "reader": "text",
        "byte_size": 9,
        "text": "一二三",
        "status": "ok",
    },
    "articles": {"article_id": "a", "document_id": "d", "ordinal": 0, "start": 0, "end": 9, "complete": True},
    "quantities": {
        "quantity_id": "q",
        "document_id": "d",
        "source": "a.txt",
        "article_id": "a",
        "start": 3,
        "end": 9,
        "text": "99.5%",
        "kind": "observation",
        "value": 99.5,
        "unit": "%",
        "reason": "a rate",
    },
    "observations_read": OBSERVATION,
    "observations_sound": OBSERVATION,
    "observations": {**OBSERVATION, "flags": []},
    "relations": {
        "relation_id": "r",
        "relation": "update",
        "observation_ids": ["o", "p"],
        "rule": "x",
        "difference": 1.0,
        "note": "n",
    },
    "facts": {
        "fact_id": "f",
        "indicator": "staff",
        "education_level": "all",
        "value": 5.0,
        "unit": "person",
        "comparator": "eq",
        "evidence": ["o"],
        "n_documents": 1,
        "quality": "ok",
        "flags": [],
        "region_name": "张掖市",
        "label": "教职工",
    },
    "audits": {
        "audit_id": "x",
        "document_id": "d",
        "article_id": "a",
        "kind": "sum",
        "claim_quantity_id": "q",
        "operand_quantity_ids": ["r"],
        "claimed": 2.0,
        "computed": 2.0,
        "tolerance": 0.0,
        "verdict": "consistent",
        "sentence": "s",
    },
    "findings": {"finding_id": "f", "check": "no_date", "severity": "info", "table_name": "articles", "message": "m"},
    "quarantine": {
        "quarantine_id": "k",
        "table_name": "observations",
        "row_id": "o",
        "row": "{}",
        "reasons": ["r"],
        "document_id": "d",
    },
}
NAN = float("nan")
OBSERVATION_FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"period_start": date(2025, 1, 1)}, "before it begins"),
    ({"end": 3}, "wrong order"),
    ({"start": -1}, "less than 0"),
    ({"value": NAN}, "no number"),
    ({"value": float("inf")}, "no number"),
    ({"value_max": NAN}, "no number"),
    ({"value_max": 98.0}, "upside down"),
    ({"unit": "furlong"}, "not in the table units"),
    ({"unit": "person"}, "cannot be in person"),
    ({"unit": "CNY"}, "cannot be in CNY"),
    ({"value": 250.0}, "hard bounds 0 to 150"),
    ({"value": -3.0}, "hard bounds 0 to 150"),
    ({"value_max": 300.0}, "not possible"),
    ({"indicator": "students", "unit": "m2"}, "cannot be in m2"),
    ({"indicator": "students", "unit": "institution"}, "cannot be in institution"),
    ({"indicator": "inclusive_kindergarten_coverage", "value": 100.4}, "hard bounds 0 to 100"),
    ({"measure": "growth", "unit": "person"}, "cannot be in person"),
    ({"measure": "growth", "value": -120.0}, "hard bounds -100 to any"),
    ({"measure": "change", "unit": "pp", "value": -160.0}, "not possible"),
    ({"measure": "rank", "unit": "rank", "value": 0.0}, "hard bounds 1 to any"),
    ({"measure": "rank", "unit": "%"}, "cannot be in %"),
    ({"indicator": "students", "unit": "person", "value": -5.0}, "hard bounds 0 to"),
    ({"indicator": "staff", "unit": "person", "value": float("-inf")}, "no number"),
    ({"indicator": None, "unit": "person", "value": -5.0}, "hard bounds 0 to"),
    ({"indicator": None, "unit": "CNY", "value": -0.5}, "hard bounds 0 to"),
    ({"period_start": date(204, 1, 1)}, "not a date that a document can mean"),
    ({"period_end": date(9999, 12, 31)}, "not a date that a document can mean"),
    ({"region_code": "62070"}, "not in the table regions"),
    ({"indicator": "no_such"}, "not in the table indicators"),
    ({"region_code": "999999"}, "not in the table regions"),
    ({"measure": "slope"}, "none of level"),
    ({"education_level": "nursery"}, "none of pre_primary"),
    ({"nature": "dream"}, "none of actual"),
    ({"comparator": "~"}, "none of eq"),
    ({"period_basis": "guess"}, "none of stated"),
    ({"label": ""}, "label is an empty string"),
    ({"region_name": ""}, "region_name is an empty string"),
    ({"source": None}, "source is null"),
    ({"value": None}, "value is null"),
    ({"unit": None}, "unit is null"),
    ({"sentence": None}, "sentence is null"),
    ({"start": None}, "start is null"),
]
OTHER_FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("documents", {"sha256": "xyz"}, "not a SHA-256"),
    ("documents", {"document_id": "f" * 16}, "does not begin"),
    ("documents", {"byte_size": -1}, "less than 0"),
    ("documents", {"status": "failed"}, "its error is None"),
    ("documents", {"text": None}, "has no text"),
    ("documents", {"status": "maybe"}, "none of ok"),
    ("articles", {"end": -1}, "wrong order"),
    ("articles", {"duplicate_of": True}, "repeats itself"),
    ("articles", {"complete": None}, "complete is null"),
    ("articles", {"region_code": "0"}, "not in the table regions"),
    ("quantities", {"value": None}, "has no value"),
    ("quantities", {"value": NAN}, "no number"),
    ("quantities", {"kind": "guess"}, "none of observation"),
    ("quantities", {"unit": "furlong"}, "not in the table units"),
    ("quantities", {"end": 2}, "wrong order"),
    ("quantities", {"reason": ""}, "empty string"),
    ("relations", {"observation_ids": []}, "0 elements"),
    ("relations", {"relation": "conflict"}, "just conflicts are resolved"),
    ("relations", {"relation": "standard_actual"}, "just standard_actual"),
    ("relations", {"met": True}, "cannot be met"),
    ("relations", {"observation_ids": ["o"]}, "joins two statements or more"),
    ("relations", {"relation": "conflict", "resolved_to": "x"}, "none of ['o', 'p']"),
    ("relations", {"relation": "standard_actual", "standard_code": "no_such"}, "not in the table standards"),
    ("relations", {"difference": NAN}, "no number"),
    ("relations", {"relation": "rumour"}, "none of repeat"),
    ("facts", {"value": -5.0}, "hard bounds 0 to"),
    ("facts", {"unit": "m2"}, "cannot be in m2"),
    ("facts", {"unit": "furlong"}, "not in the table units"),
    ("facts", {"indicator": "inclusive_kindergarten_coverage", "unit": "%", "value": 140.0}, "hard bounds 0 to 100"),
    ("facts", {"period_start": date(2025, 1, 1), "period_end": date(2024, 1, 1)}, "before it begins"),
    ("facts", {"period_end": date(3024, 1, 1)}, "not a date that a document can mean"),
    ("facts", {"region_code": "0"}, "not in the table regions"),
    ("facts", {"comparator": "="}, "none of eq"),
    ("audits", {"claimed": 5.0}, "is called consistent"),
    ("audits", {"verdict": "implied", "claim_quantity_id": None}, "is called implied"),
    ("audits", {"kind": "guess"}, "none of sum"),
    ("audits", {"verdict": "maybe"}, "none of consistent"),
    ("audits", {"operand_quantity_ids": []}, "0 elements"),
    ("audits", {"tolerance": NAN}, ""),
    ("findings", {"start": 9, "end": 4}, "wrong order"),
    ("findings", {"message": ""}, "empty string"),
    ("quarantine", {"row": "not json"}, "not the row as a JSON object"),
    ("facts", {"evidence": []}, "0 elements"),
    ("facts", {"n_documents": 0}, "less than 1"),
    ("facts", {"value": NAN}, "no number"),
    ("facts", {"indicator": "no_such"}, "not in the table indicators"),
    ("facts", {"quality": "fine"}, "none of ok"),
    ("audits", {"tolerance": -1.0}, "less than 0"),
    ("audits", {"claimed": None}, "has no value"),
    ("audits", {"computed": NAN}, "no number"),
    ("findings", {"start": 4}, "given together"),
    ("findings", {"severity": "fatal"}, "none of info"),
    ("quarantine", {"reasons": []}, "0 elements"),
    *(("observations_sound", change, words) for change, words in OBSERVATION_FAULTS[:6]),
    ("observations", {"flags": None}, "flags is null"),
]


def rows_of(name: str, count: int) -> list[dict[str, Any]]:
    rows = []
    for number in range(count):
        row = {**SOUND[name]}
        row.update(dict.fromkeys(TABLES[name].key, f"{number:05}"))
        rows.append(row)
    return rows


def in_order(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """A table whose row n is rows[n]."""
    wanted = TABLES[name].arrow
    return pa.Table.from_arrays([pa.array([r.get(f.name) for r in rows], f.type) for f in wanted], schema=wanted)


@pytest.mark.parametrize("name", sorted(SOUND))
def test_sound_rows_break_nothing(name: str) -> None:
    assert contracts.breaches(name, in_order(name, rows_of(name, 1000))) == []


@pytest.mark.parametrize(("name", "change", "words"), OTHER_FAULTS)
def test_planted_fault_is_found_and_nothing_else(name: str, change: dict[str, Any], words: str) -> None:
    rows = rows_of(name, 1000)
    planted = {17, 500, 999}
    for number in planted:
        rows[number].update({k: (rows[number]["article_id"] if v is True and k == "duplicate_of" else v) for k, v in change.items()})  # fmt: skip
    found = contracts.breaches(name, in_order(name, rows))
    assert {b.row for b in found} == planted
    assert any(words in b.reason for b in found), found


@pytest.mark.parametrize("name", sorted(set(SOUND) - {"observations_read", "observations_sound"}))
def test_every_null_and_every_key(name: str) -> None:
    for column in TABLES[name].columns:
        rows = rows_of(name, 20)
        if not column.nullable:
            rows[7][column.name] = None
            found = contracts.breaches(name, in_order(name, rows))
            assert {b.row for b in found} == {7} and any(
                b.reason == f"{column.name} is null and may not be" for b in found
            )
    rows = rows_of(name, 20)
    rows[3].update({column: rows[5][column] for column in TABLES[name].key})
    found = contracts.breaches(name, in_order(name, rows))
    assert {b.row for b in found if b.rule == "key"} == {3, 5}


def test_split_finds_each_planted_observation() -> None:
    rows = rows_of("observations_read", 1000)
    for number, (change, _) in enumerate(OBSERVATION_FAULTS):
        rows[number * 20].update(change)
    sound, quarantine = contracts.split(TABLES["observations_read"].from_rows(rows))
    assert sound.num_rows + quarantine.num_rows == 1000
    assert sound.schema.equals(TABLES["observations_sound"].arrow)
    reasons = {row["row_id"]: " | ".join(row["reasons"]) for row in quarantine.to_pylist()}
    assert sorted(reasons) == [f"{number * 20:05}" for number in range(len(OBSERVATION_FAULTS))]
    for number, (change, words) in enumerate(OBSERVATION_FAULTS):
        assert words in reasons[f"{number * 20:05}"], (change, reasons[f"{number * 20:05}"])


def test_a_row_goes_once_whole_with_all_its_reasons() -> None:
    bad = {**OBSERVATION, "end": 1, "measure": "slope", "period_start": date(2030, 1, 1), "value": NAN}
    sound, quarantine = contracts.split(TABLES["observations_read"].from_rows([bad]))
    assert sound.num_rows == 0
    (row,) = quarantine.to_pylist()
    assert len(row["reasons"]) == 4
    kept = json.loads(row["row"])
    assert set(kept) == set(TABLES["observations_read"].arrow.names)
    assert kept["period_start"] == "2030-01-01" and kept["value"] == "nan"
    assert "巩固率" in row["row"] and row["document_id"] == "d"


def test_rows_with_one_key_are_all_set_aside() -> None:
    rows = [{**OBSERVATION}, {**OBSERVATION, "value": 98.0}, {**OBSERVATION, "observation_id": "p"}]
    sound, quarantine = contracts.split(TABLES["observations_read"].from_rows(rows))
    assert sound["observation_id"].to_pylist() == ["p"]
    assert quarantine.num_rows == 2 and len(set(quarantine["quarantine_id"].to_pylist())) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"value": 106.98},
        {"indicator": "project_start_rate", "value": 104.9},
        {"indicator": "gross_enrolment_ratio", "education_level": "pre_primary", "value": 111.6},
        {"measure": "growth", "value": 109.0},
        {"measure": "change", "unit": "pp", "value": -4.0},
        {"measure": "growth", "unit": "pp"},
        {"indicator": "students", "unit": "person-time"},
        {"indicator": "institutions", "unit": "item", "value": 12.0},
        {"indicator": None, "unit": "other", "value": -3.0},
        {"indicator": None, "measure": "change", "unit": "pp", "value": -48.72},
        {"region_code": None, "region_name": "高新技术产业开发区"},
        {"period_start": None},
        {"period_start": None, "period_end": None, "period_basis": "unknown"},
    ],
)
def test_unusual_but_possible_rows_are_sound(change: dict[str, Any]) -> None:
    _, quarantine = contracts.split(TABLES["observations_read"].from_rows([{**OBSERVATION, **change}]))
    assert quarantine.num_rows == 0, quarantine["reasons"].to_pylist()


def test_no_rows_and_wrong_columns() -> None:
    sound, quarantine = contracts.split(TABLES["observations_read"].from_rows([]))
    assert sound.num_rows == quarantine.num_rows == 0
    table = TABLES["observations_read"].from_rows([OBSERVATION])
    with pytest.raises(contracts.ContractError, match="label is missing"):
        contracts.split(table.drop_columns("label"))
    with pytest.raises(contracts.ContractError, match="value is string instead of double"):
        contracts.split(table.set_column(15, "value", pa.array(["99.5"])))


@settings(max_examples=25)
@given(st.lists(st.sampled_from([{}, *(change for change, _ in OBSERVATION_FAULTS)]), max_size=12))
def test_each_row_is_sound_or_in_quarantine(changes: list[dict[str, Any]]) -> None:
    rows = [{**OBSERVATION, "observation_id": f"{i:03}", **change} for i, change in enumerate(changes)]
    sound, quarantine = contracts.split(TABLES["observations_read"].from_rows(rows))
    places = sound["observation_id"].to_pylist() + quarantine["row_id"].to_pylist()
    assert sorted(places) == [row["observation_id"] for row in rows]
