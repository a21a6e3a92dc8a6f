"""Where sentences, segments and clauses are cut.

What belongs here: language.clauses.  What does not: what a clause says.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.language.clauses import LONGEST, Cuts


def spans(cuts: Cuts, text: str, kind: str) -> list[str]:
    """The pieces of a text, in order."""
    at, found = 0, []
    while at < len(text):
        start, end = getattr(cuts, kind)(at)
        found.append(text[start:end])
        at = end
    return found


@pytest.mark.parametrize(
    ("text", "sentences", "clauses"),
    [
        ("有小学3所。有初中2所。", ["有小学3所。", "有初中2所。"], ["有小学3所。", "有初中2所。"]),
        ("有小学3所,初中2所", ["有小学3所,初中2所"], ["有小学3所,", "初中2所"]),
        ("在校生1,234人", ["在校生1,234人"], ["在校生1,234人"]),
        ("生师比1:13.5", ["生师比1:13.5"], ["生师比1:13.5"]),
        ("他说“好。”又说", ["他说“好。”", "又说"], ["他说“好。”", "又说"]),
    ],
)
def test_cuts(text: str, sentences: list[str], clauses: list[str]) -> None:
    cuts = Cuts(text)
    assert spans(cuts, text, "sentence") == sentences
    assert spans(cuts, text, "clause") == clauses


def test_a_sentence_without_end_is_cut_before_a_clause() -> None:
    text = "全市小学127所,在校生72298人," * 400
    pieces = spans(Cuts(text), text, "sentence")
    assert len(pieces) > 1 and all(len(p) <= LONGEST and p.endswith(("所,", "人,")) for p in pieces)


def test_a_clause_without_end_is_cut_beside_no_number() -> None:
    text = "小学127.5所与在校生12%" * 400
    pieces = spans(Cuts(text), text, "clause")
    assert len(pieces) > 1
    assert not any(a[-1] in "0123456789.," or b[0] in "0123456789.,%" for a, b in zip(pieces, pieces[1:], strict=False))


def test_a_long_sentence_that_ends_is_left_whole() -> None:
    item = "全市小学127所,"
    text = item * (LONGEST // len(item) - 1) + "完。"
    assert spans(Cuts(text), text, "sentence") == [text]


@given(st.text(alphabet="学校3.,，;。\n12%", max_size=300), st.integers(1, 40))
def test_pieces_cover_any_text(text: str, times: int) -> None:
    whole = text * times
    cuts = Cuts(whole)
    for kind in ("sentence", "segment", "clause"):
        assert "".join(spans(cuts, whole, kind)) == whole
    segments = set(spans(cuts, whole, "segment"))
    assert all(piece for piece in segments)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("共有学校（不含技校，下同）247所，教师", "共有学校（不含技校，下同）247所，"),
        ("共有小学(含民办,不含教学点)47所", "共有小学(含民办,不含教学点)47所"),
        ("共有学校（小学12所，初中3所）47所", "初中3所）47所"),  # numbers of their own
        ("共有学校（不含技校，下同）。教师47所", "教师47所"),
        ("（一）普及，提高。学校（含民办，下同）均达标，教师47人", "教师47人"),
    ],
)
def test_asides_before_a_number(text: str, clause: str) -> None:
    start, end = Cuts(text).clause(text.index("47"))
    assert text[start:end] == clause
