"""A document whose rows would keep back the whole release is one failed document.

What belongs here: rows of one document, spoilt in each way that blocks.  What does not: the rules over whole tables (tests/warehouse).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline import extract, pool, publishable
from edu_pipeline.publishable import UnfitError, checked
from edu_pipeline.sources.scan import scan

TEXT = "东岭县2023年教育概况\n\n全县有小学12所，在校生3450人。\n"
Rows = dict[str, list[dict[str, Any]]]


def read() -> Rows:
    return extract.extract_document(TEXT.encode(), "a.txt")


def statistic(rows: Rows) -> dict[str, Any]:
    return next(row for row in rows["quantities"] if row["kind"] == "observation")


def put(table: str, **values: Any) -> Callable[[Rows], None]:
    def spoil(rows: Rows) -> None:
        (statistic(rows) if table == "quantities" else rows[table][0]).update(values)

    return spoil


def twice(rows: Rows) -> None:
    rows["articles"].append(dict(rows["articles"][0], ordinal=1))


def lose_a_number(rows: Rows) -> None:
    rows["quantities"].remove(statistic(rows))


SPOILT = [
    (put("quantities", value_max=0.5), "upside down"),
    (put("quantities", value=float("inf")), "no number"),
    (put("quantities", value=float("nan")), "no number"),
    (put("quantities", value=None), "has no value"),
    (put("quantities", unit="no_such_unit"), "units"),
    (put("quantities", unit_text=""), "empty string"),
    (put("quantities", kind="guess"), "is none of"),
    (put("quantities", comparator="about"), "is none of"),
    (put("quantities", reason=None), "is null"),
    (put("quantities", reason="\ud800"), "does not fit its column"),
    (put("quantities", start=-1), "start is -1"),
    (put("quantities", text="13所"), "offsets do not say"),
    (put("quantities", page=2**40), "does not fit its column"),
    (put("quantities", value="many"), "does not fit its column"),
    (put("articles", region_code="000001"), "regions"),
    (put("articles", end=5), "is in no article"),
    (put("articles", ordinal=-1), "ordinal"),
    (put("articles", dated_on="long ago"), "does not fit its column"),
    (put("documents", title=""), "empty string"),
    (put("documents", sha256="0"), "SHA-256"),
    (put("observations_read", start=0), "elsewhere"),
    (put("observations_read", sentence=None), "is null"),
    (put("observations_read", measure="guess"), "is none of"),
    (lambda rows: rows["observations_read"].clear(), "no observation"),
    (lose_a_number, "in no row of quantities"),
    (twice, "same article_id"),
    (lambda rows: rows["observations_read"].append(dict(rows["observations_read"][0])), "same observation_id"),
    (put("quantities", article_id="x"), "is no article"),
    (put("observations_read", article_id="x"), "is no article"),
]  # fmt: skip


def test_sound_rows_are_not_complained_of() -> None:
    assert checked(read())["quantities"].num_rows == len(read()["quantities"])


def test_nor_those_that_quarantine_is_for() -> None:
    rows = read()
    rows["observations_read"][0].update(value=-5.0, period_start=date(9000, 1, 1))
    checked(rows)


def test_nor_a_document_that_was_not_read() -> None:
    checked(extract.extract_document(b"%PDF-1.7 no more", "a.pdf"))


@pytest.mark.parametrize(
    "text",
    [
        "教育投入1年见成效，3年翻一番，5年翻两番。",
        "全县有小学12所。\n\n版权所有 东岭县教育局 琼公网安备5．100303000047号 琼ICP备16000052号",
    ],
)
def test_numbers_within_others_are_one_row(text: str) -> None:
    checked(extract.extract_document(text.encode(), "a.txt"))


@pytest.mark.parametrize("by", [5, 8])
def test_documents_with_other_digits_are_sound(by: int) -> None:
    turned = str.maketrans("123456789", "".join(str((digit - 1 + by) % 9 + 1) for digit in range(1, 10)))
    for path in sorted((Path(__file__).parent / "data" / "evaluation").glob("*.txt"))[by::20]:
        checked(extract.extract_document(path.read_text(encoding="utf-8").translate(turned).encode(), path.name))


@pytest.mark.parametrize(("spoil", "words"), SPOILT)
def test_rows_that_would_block(spoil: Callable[[Rows], None], words: str) -> None:
    rows = read()
    spoil(rows)
    with pytest.raises(UnfitError, match=re.escape(words)):
        checked(rows)


def test_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("12", str(ord(name))), encoding="utf-8")
    whole = extract.extract_document

    def spoilt(data: bytes, source: str, *given: Any, **named: Any) -> Rows:
        rows = whole(data, source, *given, **named)
        if source == "b.txt":
            statistic(rows).update(value_max=0.5)
        return rows

    monkeypatch.setattr(extract, "extract_document", spoilt)
    tables = pool.extract_all(scan(tmp_path), 1)
    found = {row["source"]: row for row in tables["documents"].to_pylist()}
    assert {source: row["status"] for source, row in found.items()} == {"a.txt": "ok", "b.txt": "failed", "c.txt": "ok"}
    assert "The range is upside down" in found["b.txt"]["error"]
    assert set(tables["quantities"]["source"].to_pylist()) == {"a.txt", "c.txt"}


def test_a_check_that_breaks_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("12", str(ord(name))), encoding="utf-8")
    whole = publishable.complaint

    def broken(rows: Rows, tables: Any) -> str | None:
        return whole(rows, tables) if all(row["source"] != "b.txt" for row in rows["documents"]) else str(1 / 0)

    monkeypatch.setattr(publishable, "complaint", broken)
    tables = pool.extract_all(scan(tmp_path), 1)
    found = {row["source"]: row["error"] for row in tables["documents"].to_pylist()}
    assert found["a.txt"] is None and "A check broke off (ZeroDivisionError" in found["b.txt"]
    assert set(tables["quantities"]["source"].to_pylist()) == {"a.txt", "c.txt"}


def test_an_error_that_quotes_what_no_column_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def broken(*_: Any, **__: Any) -> Rows:
        raise RuntimeError("\ud800")

    monkeypatch.setattr(extract, "extract_document", broken)
    (row,) = pool.extract_all(scan(tmp_path), 1)["documents"].to_pylist()
    assert row["status"] == "failed" and "\\ud800" in row["error"]
