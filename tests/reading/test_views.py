"""A paragraph without page breaks and marks of footnotes, and the way back to the document.

What belongs here: what is left out, and offsets.  What does not: what is read of the rest (indicators).
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.extract import extract_document
from edu_pipeline.reading import Block
from edu_pipeline.reading.views import view


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("在园儿童[3]1.2万人", "在园儿童1.2万人"),
        ("高中阶段毛入学率［12］为93%", "高中阶段毛入学率为93%"),
        ("教师812人[注2]，其中女教师", "教师812人，其中女教师"),
        ("九年巩固率②达到96%", "九年巩固率达到96%"),
        ("共有教学点（含村小）[4]31个", "共有教学点（含村小）31个"),
        ("全县新增学\n  位300个", "全县新增学位300个"),
        ("毛入园率[1]\n  达到84%", "毛入园率达到84%"),
        # how a character is said
        ("全縣(xiàn)學(xué)校12所", "全縣學校12所"),
        ("2018年(nián)，在校生3200人", "2018年，在校生3200人"),
        ("入園率（yuán）達84%", "入園率達84%"),
        # none of these is a mark
        ("教育信息化(app)平台3个", "教育信息化(app)平台3个"),
        ("职业教育(TVET)学校3所", "职业教育(TVET)学校3所"),
        ("多媒体(é)3套", "多媒体3套"),
        ("通政办[2005]18号文件", "通政办[2005]18号文件"),
        ("任务：①新建小学2所", "任务：①新建小学2所"),
        ("重点工作①新建小学", "重点工作①新建小学"),
        ("[1]数据截至9月", "[1]数据截至9月"),
        ("建筑面积3200m²，可容360人", "建筑面积3200m²，可容360人"),
    ],
)
def test_what_is_seen(raw: str, seen: str) -> None:
    assert view(raw, Block(0, len(raw), "body"))[0] == seen


@given(st.text("在园[]［］123①\n人 达x", max_size=40))
def test_what_is_left_stands_where_the_way_back_says(raw: str) -> None:
    text = f"前{raw}后"
    seen, offsets, notes = view(text, Block(1, len(text) - 1, "body"))
    assert [text[offsets(i)] for i in range(len(seen))] == list(seen)
    assert all(offsets(i) < offsets(i + 1, end=True) for i in range(len(seen)))
    assert all(text[a:b].isdigit() for a, b in notes)


def test_the_numbers_of_footnotes_are_accounted_for() -> None:
    text = "2021年金塔县教育事业统计公报\n\n全县在园儿童[3]2170人，幼儿园[注4]21所。\n"
    found = extract_document(text.encode(), "x.txt")["quantities"]
    assert [(q["text"], q["kind"]) for q in found] == [
        ("2021年", "period"),
        ("3", "identifier"),
        ("2170人", "observation"),
        ("4", "identifier"),
        ("21所", "observation"),
    ]
