"""What the registry says fills what the document does not say, and only that."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import document_findings
from edu_pipeline.tables import TABLES

BARE = "今年共新建学校3所。全县在园幼儿1200人。2023年有小学47所。\n".encode()
WHOLE = "甘州区教育工作总结\n\n发布时间:2024-03-01 来源:甘州区教育局\n\n目前,全区有小学47所。去年投入资金1200万元。\n".encode()
KNOWN: dict[str, Any] = {
    "title": "工作简报", "publisher": "肃南县教育局", "published_on": "2025-06-30", "place": "620721", "rights": "内部资料",
}  # fmt: skip


def read(data: bytes, known: dict[str, Any] | None) -> dict[str, list[dict[str, Any]]]:
    return extract_document(data, "a.txt", known)


def findings(rows: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    tables = {name: TABLES[name].from_rows(rows[name]) for name in rows}
    sound = pa.Table.from_arrays(tables["observations_read"].columns, schema=TABLES["observations_sound"].arrow)
    found = document_findings.find(tables["documents"], tables["articles"], tables["quantities"], sound)
    return {row["check"]: row["message"] for row in found}


def test_a_document_that_says_nothing_of_itself() -> None:
    rows = read(BARE, KNOWN)
    document, article = rows["documents"][0], rows["articles"][0]
    assert (document["title"], document["publisher"], document["rights"]) == ("工作简报", "肃南县教育局", "内部资料")
    assert document["published_on"] == article["dated_on"] == date(2025, 6, 30)
    assert (article["region_code"], article["region_name"]) == ("620721", "肃南裕固族自治县")
    by_value = {row["value"]: row for row in rows["observations_read"]}
    assert {row["region_code"] for row in by_value.values()} == {"620721"}
    assert (by_value[1200]["period_end"], by_value[1200]["period_basis"]) == (date(2025, 6, 30), "registry")
    assert (by_value[47]["period_end"], by_value[47]["period_basis"]) == (date(2023, 12, 31), "stated")
    said = findings(rows)
    assert said["from_registry"] == (
        "Taken from the registry, for the document does not say it: title, publisher, date of publication, rights, "
        "date of 1 article(s), place of 1 article(s)."
    )
    assert "no_date" not in said and "no_place" not in said


def test_a_document_that_speaks_for_itself_is_believed() -> None:
    rows, alone = read(WHOLE, {**KNOWN, "rights": None}), read(WHOLE, None)
    assert rows == alone and rows["articles"][0]["region_code"] == "620702"
    assert "from_registry" not in findings(rows)


def test_nothing_known_leaves_nothing_filled() -> None:
    rows = read(BARE, {})
    assert rows["articles"][0]["dated_on"] is None and rows["articles"][0]["region_code"] is None
    assert {"no_date", "no_place"} <= set(findings(rows))


def test_a_publisher_tells_the_place() -> None:
    rows = read(BARE, {"publisher": "肃南县教育局"})
    assert rows["articles"][0]["region_code"] == "620721" and "place of 1" in findings(rows)["from_registry"]


@pytest.mark.parametrize("day", [date(2025, 6, 30), "2025-06-30"])
def test_a_date_or_its_text(day: Any) -> None:
    assert read(BARE, {"published_on": day})["articles"][0]["dated_on"] == date(2025, 6, 30)


def test_a_place_under_the_name_it_bore() -> None:
    rows = read("目前有小学47所。\n".encode(), {"place": "999999", "published_on": "2001-05-01"})
    assert rows["articles"][0]["region_code"] is None
