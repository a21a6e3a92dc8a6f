"""Rows by hand: an observation, an article, a document, and tables of them."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from typing import Any

import pyarrow as pa
import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import audits, contracts
from edu_pipeline.tables import TABLES

Observe = Callable[..., dict[str, Any]]


@pytest.fixture
def observe() -> Observe:
    """observe(label, value, **fields): an observation of the made-up city 泽安市; each stands in a sentence of its own."""
    numbers = count(1)

    def make(label: str = "九年义务教育巩固率", value: float = 97.5, unit: str = "%", **fields: Any) -> dict[str, Any]:
        number = next(numbers)
        text = f"{value:g}"
        row: dict[str, Any] = {
            "observation_id": f"o{number:03}",
            "quantity_id": f"q{number:03}",
            "document_id": "d1",
            "source": "a.txt",
            "article_id": "a1",
            "start": 10 * number,
            "end": 10 * number + 5,
            "region_code": None,
            "region_name": "泽安市",
            "indicator": "retention_rate",
            "label": label,
            "education_level": "compulsory",
            "measure": "level",
            "nature": "actual",
            "comparator": "eq",
            "value": float(value),
            "unit": unit,
            "value_text": text,
            "unit_text": unit,
            "period_start": date(2024, 1, 1),
            "period_end": date(2024, 12, 31),
            "period_basis": "stated",
            "sentence": f"{label}{text}{unit},第{number}句。",
        }
        return {**row, **fields}

    return make


@pytest.fixture
def articles() -> Callable[..., pa.Table]:
    """articles(a1=date, …): one article each, of document d1, d2, …; a tuple gives (date, title)."""

    def make(**dated: Any) -> pa.Table:
        rows = []
        for number, (name, value) in enumerate(dated.items(), 1):
            day, title = value if isinstance(value, tuple) else (value, None)
            row = {"article_id": name, "document_id": f"d{number}", "ordinal": 0, "title": title, "dated_on": day}
            rows.append({**row, "region_name": "泽安市", "start": 0, "end": 10_000, "complete": True})
        return TABLES["articles"].from_rows(rows)

    return make


@pytest.fixture
def observations() -> Callable[[Sequence[dict[str, Any]]], pa.Table]:
    """Rows of `observe` as table observations_sound."""
    return TABLES["observations_sound"].from_rows


@pytest.fixture(scope="session")
def wrong() -> Callable[[str], list[tuple[str, str | None, str]]]:
    """wrong(text): kind, claim as printed and explanation of every audit that does not fit, of a document that holds the text."""

    def audited(text: str) -> list[tuple[str, str | None, str]]:
        document = f"临泽县2023年教育事业发展统计公报\n2024年3月5日\n\n{text}\n"
        read = {
            name: TABLES[name].from_rows(rows) for name, rows in extract_document(document.encode(), "a.txt").items()
        }
        sound, _ = contracts.split(read["observations_read"])
        printed = {row["quantity_id"]: row["text"] for row in read["quantities"].to_pylist()}
        rows = audits.audit(read["quantities"], sound, read["articles"], read["documents"]).to_pylist()
        return [
            (r["kind"], printed.get(r["claim_quantity_id"]), r["explanation"] or "")
            for r in rows
            if r["verdict"] == "inconsistent"
        ]

    return audited
