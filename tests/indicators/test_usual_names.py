"""The names by which officials usually call each indicator, and statistics that no code names: sentences of our own.

What belongs here: one number a sentence (in 【】), its indicator and level, in tests/data/usual_names.tsv; `other` is what
the catalogue does not name, `_` any level.  What does not: lists, changes and times (test_reading_*).
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.indicators.catalogue import catalogue

TABLE = Path(__file__).parents[1] / "data" / "usual_names.tsv"
HEAD = "民乐县2022年教育工作情况汇报\n2022年12月1日\n\n"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def stated(sentence: str) -> list[tuple[str | None, str]]:
    """Indicator and level of the number in 【】."""
    at = len(HEAD) + sentence.index("【")
    text = HEAD + sentence.replace("【", "").replace("】", "") + "\n"
    read = extract_document(text.encode(), "name.txt")["observations_read"]
    return [(o["indicator"], o["education_level"]) for o in read if o["start"] <= at < o["end"]]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["sentence"][:20])
def test_the_usual_name_is_read(row: dict[str, str]) -> None:
    found = stated(row["sentence"])
    if row["indicator"] == "other":
        assert all(code is None for code, _ in found), found
    else:
        assert any(code == row["indicator"] and row["level"] in (level, "_") for code, level in found), found


def test_nearly_every_indicator_has_a_sentence() -> None:
    named = {row["indicator"] for row in rows()}
    assert named - {"other"} <= set(catalogue().indicators)
    assert len(set(catalogue().indicators) - named) <= 3, sorted(set(catalogue().indicators) - named)
