"""What every reader hands on: limits, remarks, boxes, facts of the markup, and how they reach the tables."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest

from edu_pipeline import extract
from edu_pipeline.extract import extract_document
from edu_pipeline.quality import document_findings
from edu_pipeline.quality.check_list import CHECKS
from edu_pipeline.reading import REMARKS, Block, Box, LimitExceeded, Limits, ReadDocument, Remark, Stated, read
from edu_pipeline.reading.building import TextBuilder
from edu_pipeline.tables import TABLES

TEXT = "东岭县2023年新建学校12所,在校生1.3万人。\n"


def test_every_remark_is_a_check() -> None:
    assert set(CHECKS) >= REMARKS
    with pytest.raises(ValueError, match="unheard_of"):
        Remark("unheard_of", 0, 0, "")


def test_every_limit_says_what_it_counts() -> None:
    assert all(Limits.descriptions().values())


@pytest.mark.parametrize("limits", [Limits(max_bytes=20), Limits(max_text_chars=5)])
def test_a_document_over_a_limit_fails_with_the_reason(limits: Limits) -> None:
    with pytest.raises(LimitExceeded, match="exceeds the limit max_") as caught:
        read(TEXT.encode(), "a.txt", limits)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    row = extract_document(TEXT.encode(), "a.txt", None, limits)["documents"][0]
    assert row["status"] == "failed" and "raise the limit" in row["error"]


def test_remarks_boxes_and_stated_facts_reach_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = TEXT.index("12"), TEXT.index("1.3")

    def reads(data: bytes, *_: object) -> ReadDocument:
        document = read(data, "a.txt")
        return replace(
            document,
            stated=Stated("教育概况", "东岭县教育局", date(2024, 3, 1), "东教〔2024〕1号"),
            remarks=(Remark("ocr_doubtful", first, first + 2, "12 is doubtful."), Remark("macros_ignored", 0, 0, "Macros.")),
            boxes=(Box(0, first + 1, 2, 10, 20, 50, 30), Box(first + 1, second, 2, 50, 19, 90, 31)),
        )  # fmt: skip

    monkeypatch.setattr(extract, "read", reads)
    rows = extract_document(TEXT.encode(), "a.txt")
    (document,) = rows["documents"]
    assert [document[n] for n in ("title", "publisher", "document_number", "published_on")] == ["教育概况", "东岭县教育局", "东教〔2024〕1号", date(2024, 3, 1)]  # fmt: skip
    found = {row["text"]: (row.get("page"), row.get("box")) for row in rows["quantities"]}
    page, box = found["12所"]  # the part of the boxes that it takes up
    assert page == 2 and 10 < box[0] < 50 < box[2] < 90 and (box[1], box[3]) == (19, 31)
    assert found["1.3万人"] == (None, None)
    tables = {name: TABLES[name].from_rows(listed) for name, listed in rows.items()}
    assert tables["quantities"].schema.field("box").type == pa.list_(pa.float64())
    said = [(f["check"], f["start"], f["found"]) for f in document_findings.find(tables["documents"], tables["articles"], tables["quantities"], tables["observations_read"])]  # fmt: skip
    assert ("ocr_doubtful", first, "12") in said and ("macros_ignored", None, None) in said


def test_a_merged_cell_is_written_once_and_stands_in_each_column() -> None:
    builder = TextBuilder(Limits())
    builder.line("教育基本情况(单位:人)")
    places = builder.row(["地区", "在校生", "(see)"])
    places = builder.row([places[0], "小学", places[1]])
    builder.row(["东岭县", "1\n234", "x\x00y"])
    text, blocks = builder.finish()
    assert text.splitlines()[1:] == ["| 地区 | 在校生 | (see) |", "|  | 小学 |  |", "| 东岭县 | 1 234 | xy |"]
    assert [[text[a:b] for a, b in block.cells] for block in blocks[1:]] == [["地区", "在校生", "(see)"], ["地区", "小学", "在校生"], ["东岭县", "1 234", "xy"]]  # fmt: skip


def test_what_the_markup_knows_goes_before_what_the_words_say() -> None:
    builder = TextBuilder(Limits())
    for text, role in [("首页", "furniture"), ("二、义务教育", None), ("全县共有小学45所。", None), ("12所", "footer")]:
        builder.line(text, role)
    text, blocks = builder.finish()
    assert [b.role for b in blocks] == ["furniture", "heading", "body", "footer"]
    assert all(isinstance(b, Block) and text[b.start : b.end].strip() for b in blocks)
