"""Rows of what was and what is (幼儿园 68所 → 149所) below the line that names the two times."""

from __future__ import annotations

import pytest
from plain_rows import PROSE, rows

UNDER = "幼儿园　68所 → 149所\n毛入园率　61.4% → 94.8%\n专任教师　5,138人 → 6,902人"
CELLS = [["幼儿园", "68所", "149所"], ["毛入园率", "61.4%", "94.8%"], ["专任教师", "5,138人", "6,902人"]]


@pytest.mark.parametrize(
    "times",
    [
        "（左为2012年，右为2021年）",
        "左边为2012年；右边为2021年",
        "2012年 → 2021年",
        "指标 2012年末→2021年末",
        "【左：2012年 右：2021年】",
    ],
)
def test_rows_with_an_arrow(times: str) -> None:
    found = rows(f"{PROSE}\n{times}\n{UNDER}\n{PROSE}\n")
    assert [len(row) for row in found] == [3, 3, 3, 3]
    assert [cell[:5] for cell in found[0]] == ["", "2012年", "2021年"]
    assert found[1:] == CELLS


@pytest.mark.parametrize(
    "text",
    [
        UNDER,  # nothing says of when the first is
        "十年来教育有了很大变化。\n" + UNDER,
        "（左为2012年，右为2021年）\n幼儿园　68所 → 149所",  # one row is no table
        "（左为2012年，右为2021年）\n申请 → 审核 → 公示\n受理 → 登记",  # the steps of a way
        "（左为2012年，右为2021年）\n首页 → 新闻\n首页 → 公告",
    ],
)
def test_no_rows(text: str) -> None:
    assert rows(f"{PROSE}\n{text}\n{PROSE}\n") == []
