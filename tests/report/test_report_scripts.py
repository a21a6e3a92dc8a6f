"""The rows of a table as a script: the same values are read again, and nothing in them ends the script.

What belongs here: report.scripts.  What does not: which rows there are (test_report_listings, test_report_files).
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from report_files import table_of

from edu_pipeline.report import scripts

TEXTS = [
    "",
    "</script>",
    "<!--",
    "a\u2028b\u2029c",
    "&lt;",
    "\\u003c",
    "𠮷\x00",
    'say "so"',
    "a\\b",
    "line\r\n\tend\x1f\x7f",
    "，",
    "null",
]


def written(columns: dict[str, Any]) -> str:
    return b"".join(scripts.script("some", pa.table(columns), list(columns))).decode()


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "a\u2028b\u2029c", "&lt;", "\\u003c", "𠮷\x00"])
def test_safe_json_says_the_same_and_ends_nothing(text: str) -> None:
    written = scripts.safe(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(written) == {"text": text}
    assert "<" not in written and "&" not in written


@pytest.mark.parametrize("times", [1, 3])
def test_every_text_is_read_as_it_was(times: int) -> None:
    """Whether values stand in rows, or once and are referred to."""
    texts = [*TEXTS, None] * times
    script = written({"text": texts})
    assert table_of(script) == {"text": texts}
    assert not set("<>&\u2028\u2029") & set(script)
    assert ('"values"' in script) == (times > 1)


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 31])
def test_a_column_of_any_length_is_one_list(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "_AT_ONCE", 8)
    columns = {"text": [f"{n}" for n in range(count)], "value": [n / 7 for n in range(count)], "one": [2**40] * count}
    assert table_of(written(columns)) == columns


def test_a_part_of_a_table_is_written_and_not_what_lies_beside_it() -> None:
    rows = pa.table({"text": pa.chunked_array([["<", "a"], ["b", "c"]])}).slice(1, 2)
    assert table_of(b"".join(scripts.script("some", rows, ["text"])).decode()) == {"text": ["a", "b"]}


def test_columns_are_written_as_values_or_once_where_they_recur() -> None:
    """Numbers, texts, days and what is not known."""
    columns = {
        "whole": [1, 1, None, 1], "part": [0.5, float("inf"), None, 2.5], "word": ["a", "b", None, "c"],
        "day": [date(2020, 1, 2)] * 3 + [None], "said": [True, True, False, True],
    }  # fmt: skip
    script = written(columns)
    assert table_of(script) == {
        **columns, "part": [0.5, "inf", None, 2.5], "day": ["2020-01-02"] * 3 + [None],
    }  # fmt: skip
    assert '"whole":{"values":[1,null],"at":[0,0,1,0]}' in script and '"word":["a","b",null,"c"]' in script
