"""The way to the other pages of a list, and lines that look like it at their beginning.

What belongs here: pagers.  What does not: other furniture (test_page_frames), long rows in general (harm/test_long_rows).
"""

from __future__ import annotations

import pytest

from edu_pipeline.reading.furniture import is_furniture


@pytest.mark.parametrize("line", ["1 2 3 ... 17 下一页 末页 共333条", "[原图:1 / 3] [下一页]", "1……9 下一页"])
def test_a_pager(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("piece", ["9", ".", "…", " ", "1 ", "第"])
def test_no_row_of_pieces_is_tried_in_all_ways(piece: str) -> None:
    """In less than the lifetime of the sun."""
    assert not is_furniture(f"第1{piece * 50}届全国人下一页！")
