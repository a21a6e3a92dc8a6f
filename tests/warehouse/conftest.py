"""A small corpus of two invented counties whose tables keep every blocking rule, for tests to break one at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.identity import short_hash
from edu_pipeline.sources.scan import scan
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.fingerprint import fingerprint
from edu_pipeline.warehouse.staging import Staging

Rows = dict[str, list[dict[str, Any]]]

# each text with the numbers in it: what is printed, its kind, value and unit
TEXTS: dict[str, tuple[str, list[tuple[str, str, float | None, str | None]]]] = {
    "east/a.txt": (
        "\N{COMBINING ACUTE ACCENT}\U0001f3eb𠮷田县２０２5年有小学47所，在校生1.3万人，专任教师比例要达到98.5%。",
        [("２０２5年", "period", None, None), ("47所", "observation", 47, "institution"),
         ("1.3万人", "observation", 13000, "person"), ("98.5%", "target", 98.5, "%")],
    ),
    "west/b.txt": (
        "柳河县第3中学是完全中学。全县幼儿园61所，毛入园率93.7%。",
        [("3", "identifier", None, None), ("61所", "observation", 61, "institution"), ("93.7%", "observation", 93.7, "%")],
    ),
}  # fmt: skip


def _observation(quantity: dict[str, Any]) -> dict[str, Any]:
    return {
        **{k: quantity[k] for k in ("quantity_id", "document_id", "source", "article_id", "start", "end", "value", "unit")},
        "observation_id": short_hash(quantity["document_id"], quantity["start"], quantity["end"], 0),
        "region_code": "990101", "region_name": "柳河县", "indicator": "schools", "label": "学校数",
        "education_level": "primary", "measure": "level", "nature": "actual", "comparator": "eq",
        "value_text": quantity["text"], "period_end": date(2025, 12, 31), "period_basis": "stated",
        "sentence": "全县有学校若干所。",
    }  # fmt: skip


def _document(source: str, text: str, numbers: list[tuple[str, str, float | None, str | None]]) -> Rows:
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    document_id, article_id = sha256[:16], short_hash(sha256[:16], 0)
    rows: Rows = {"documents": [], "articles": [], "quantities": [], "observations_read": []}
    rows["documents"].append(
        {"source": source, "document_id": document_id, "sha256": sha256, "media_type": "text/plain",
         "reader": "text 1", "byte_size": len(data), "encoding": "utf-8", "text": text, "status": "ok"}
    )  # fmt: skip
    rows["articles"].append(
        {
            "article_id": article_id,
            "document_id": document_id,
            "ordinal": 0,
            "start": 0,
            "end": len(text),
            "complete": True,
        }
    )
    at = 0
    for printed, kind, value, unit in numbers:
        at = text.index(printed, at)
        quantity = {
            "quantity_id": short_hash(document_id, at, at + len(printed)), "document_id": document_id, "source": source,
            "article_id": article_id, "start": at, "end": at + len(printed), "text": printed, "kind": kind,
            "value": value, "unit": unit, "comparator": "eq" if value else None, "reason": "test",
        }  # fmt: skip
        rows["quantities"].append(quantity)
        if kind in ("observation", "target"):
            rows["observations_read"].append(_observation(quantity))
        at += len(printed)
    return rows


def make_rows() -> Rows:
    """Rows of every table, all rules kept: one observation (the last) is in quarantine."""
    rows: Rows = {name: [] for name in TABLES}
    for source, (text, numbers) in TEXTS.items():
        for name, made in _document(source, text, numbers).items():
            rows[name] += made
    *sound, broken = rows["observations_read"]
    rows["observations_sound"] = [dict(row) for row in sound]
    rows["observations"] = [{**row, "flags": []} for row in sound]
    rows["quarantine"] = [
        {"quarantine_id": "k1", "table_name": "observations", "row_id": broken["observation_id"],
         "row": json.dumps({"label": broken["label"], "sentence": broken["sentence"]}, ensure_ascii=False),
         "reasons": ["a rate over its bound"], "document_id": broken["document_id"]}
    ]  # fmt: skip
    ids = [row["observation_id"] for row in sound]
    rows["relations"] = [
        {"relation_id": "r1", "relation": "repeat", "observation_ids": ids[:2], "rule": "t", "note": "same"}
    ]
    rows["facts"] = [
        {"fact_id": "f1", "region_code": "990101", "region_name": "柳河县", "indicator": "schools",
         "education_level": "primary", "value": 47.0, "unit": "institution", "comparator": "eq", "evidence": ids[:1],
         "n_documents": 1, "quality": "ok", "flags": [], "label": "小学"}
    ]  # fmt: skip
    first = rows["quantities"][0]
    rows["audits"] = [
        {"audit_id": "a1", "document_id": first["document_id"], "article_id": first["article_id"], "kind": "sum",
         "claim_quantity_id": first["quantity_id"], "operand_quantity_ids": [rows["quantities"][1]["quantity_id"]],
         "claimed": 1.0, "computed": 1.0, "tolerance": 0.5, "verdict": "consistent", "sentence": "合计。"}
    ]  # fmt: skip
    rows["findings"] = [
        {"finding_id": "w1", "check": "soft_bound", "severity": "warning", "table_name": "observations",
         "row_id": ids[0], "document_id": first["document_id"], "source": first["source"], "message": "<b>high</b> & odd"}
    ]  # fmt: skip
    rows["indicators"] = [
        {"indicator": "schools", "name_zh": "学校数", "name_en": "Schools", "indicator_group": "schools",
         "definition": "Schools", "definition_source": "test", "unit": "institution", "units_allowed": ["institution"],
         "accounting": "stock", "over_100": "not_applicable", "aliases": ["学校"]}
    ]  # fmt: skip
    rows["education_levels"] = [
        {
            "education_level": "primary",
            "name_zh": "小学",
            "name_en": "Primary",
            "isced_2011": ["1"],
            "description": "小学",
        }
    ]
    rows["units"] = [
        {"unit": unit, "name_zh": unit, "name_en": unit, "dimension": "count"}
        for unit in ("institution", "person", "%")
    ]
    rows["regions"] = [
        {"region_code": "990000", "name": "某省", "level": "province"},
        {"region_code": "990101", "name": "柳河县", "level": "county", "parent_code": "990000"},
    ]
    return rows


_ROWS = make_rows()
_STAGED: dict[tuple[str, str], bytes] = {}
"""What tables became when they were first written: most tests change one table of them all."""


@pytest.fixture
def rows() -> Rows:
    """Rows of every table by its name, the test's own to change."""
    return deepcopy(_ROWS)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return tmp_path / "warehouse"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The folder that TEXTS lie in."""
    folder = tmp_path / "sources"
    for source, (text, _) in TEXTS.items():
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        (folder / source).write_bytes(text.encode())
    return folder


@pytest.fixture
def stage(warehouse: Path, sources: Path) -> Callable[..., Staging]:
    """Stage rows under the input of `sources` and some settings."""

    def staged(rows: Rows, leave_out: tuple[str, ...] = (), **settings: object) -> Staging:
        files = scan(sources)
        staging = Staging(warehouse, fingerprint(files, settings))
        staging.begin(settings, files)
        for name, table in TABLES.items():
            if name in leave_out:
                continue
            key = (name, repr(rows[name]))
            if key not in _STAGED:
                _STAGED[key] = staging.write(name, table.from_rows(rows[name])).read_bytes()
            staging.path(name).write_bytes(_STAGED[key])
        return staging

    return staged
