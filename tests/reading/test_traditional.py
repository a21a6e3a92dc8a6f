"""Texts in traditional characters: which are turned, and that every offset stays.

What belongs here: reading.traditional, and its remark.  What does not: which character is which (OpenCC).
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.extract import extract_document
from edu_pipeline.reading import read
from edu_pipeline.reading.traditional import simplified

BULLETIN = "2019年全縣共有學校120所，專任教師5120人，在校學生3.26萬人，比上年增長2.1%。學前教育毛入園率達到91.5%。\n"


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        (
            BULLETIN,
            "2019年全县共有学校120所，专任教师5120人，在校学生3.26万人，比上年增长2.1%。学前教育毛入园率达到91.5%。\n",
        ),
        ("乾縣教育：學校12所，學生3萬人，學位2萬個。", "乾县教育：学校12所，学生3万人，学位2万个。"),
        # a text that only names something so is none
        ("甘州区有学校12所，学生3万人。“學而優”书店捐赠学位2万个。", None),
        ("甘州区有学校12所，学生3万人。", None),
        ("School 120, 3.26 M", None),
        ("", None),
    ],
)
def test_what_is_turned(text: str, turned: str | None) -> None:
    assert simplified(text) == (text if turned is None else turned)


@given(st.text("學園縣萬億乾著後裏瞭髮纔隻𠮷123年所人 \n", min_size=0, max_size=60))
def test_every_character_keeps_its_place(text: str) -> None:
    turned = simplified(f"{text}學校{text}學生學位學前")
    assert len(turned) == 2 * len(text) + 8
    digits = [(i, c) for i, c in enumerate(turned) if c.isdigit()]
    assert digits == [(i, c) for i, c in enumerate(f"{text}學校{text}學生學位學前") if c.isdigit()]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", BULLETIN.encode()),
        ("a.html", f"<html><head><title>全縣學校</title></head><body><p>{BULLETIN}</p></body></html>".encode()),
    ],
)
def test_a_text_is_read_in_simplified_characters_and_that_is_said(name: str, data: bytes) -> None:
    document = read(data, name)
    assert "全县共有学校120所" in document.text
    assert [remark.code for remark in document.remarks] == ["traditional_script"]
    assert document.stated.title in (None, "全县学校")


def test_what_it_states_is_what_its_twin_states() -> None:
    def stated(text: str) -> list[tuple[object, ...]]:
        rows = extract_document(text.encode(), "a.txt")["observations_read"]
        return [(r["start"], r["value"], r["unit"], r["indicator"], r["measure"], r["label"]) for r in rows]

    assert len(stated(BULLETIN)) == 5
    assert stated(BULLETIN) == stated(simplified(BULLETIN))


def test_a_simplified_text_has_no_such_remark() -> None:
    assert read(simplified(BULLETIN).encode(), "a.txt").remarks == ()
