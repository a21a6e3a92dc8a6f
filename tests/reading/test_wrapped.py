"""Tables of blanks whose header cells were wrapped over several lines: what is put together, and what is not.

What belongs here: rows of reading.wrapped and near misses.  What does not: headers that keep their line, tables of one cell a
line (test_plain_tables).
"""

from __future__ import annotations

import pytest
from plain_rows import PROSE, rows

from edu_pipeline.reading.lines import split_lines
from edu_pipeline.reading.wrapped import find_wrapped

WRAPPED = [
    (  # names and their units over several lines
        "园数（所）   班数\n（个）\n在园\n（人）\n甘州区 10 30 400\n临泽县 4 12 160\n高台县 3 9 120",
        [
            ["", "园数（所）", "班数\n（个）", "在园\n（人）"],
            ["甘州区", "10", "30", "400"],
            ["临泽县", "4", "12", "160"],
            ["高台县", "3", "9", "120"],
        ],
    ),
    (  # a part and a group in a second row, a section, and a row without the group
        "园数（所） 教师 （人） 附设班\n# 专任 班数（个） 幼儿 （人）\n全县合计 14 56 42 7 80\n按城乡分\n城区 9 36 26 5 60\n乡村 5 20 16 2 20\n企业办 1 4 3",
        [
            ["", "园数（所）", "教师 （人）", "", "附设班", ""],
            ["", "", "", "专任", "班数（个）", "幼儿 （人）"],
            ["全县合计", "14", "56", "42", "7", "80"],
            ["按城乡分"],
            ["城区", "9", "36", "26", "5", "60"],
            ["乡村", "5", "20", "16", "2", "20"],
            ["企业办", "1", "4", "3", "", ""],
        ],
    ),
    (  # a title above the names is none of them
        "教育基本情况\n园数 班数\n幼儿数\n甘州区 10 30 400\n临泽县 4 12 160\n高台县 3 9 120",
        [
            ["", "园数", "班数", "幼儿数"],
            ["甘州区", "10", "30", "400"],
            ["临泽县", "4", "12", "160"],
            ["高台县", "3", "9", "120"],
        ],
    ),
    # fewer names than figures, two rows only, and prose above the figures
    ("园数\n班数\n甘州区 10 30 400\n临泽县 4 12 160\n高台县 3 9 120", []),
    ("园数 班数\n幼儿数\n甘州区 10 30 400\n临泽县 4 12 160", []),
    (f"{PROSE}\n{PROSE}\n甘州区 10 30 400\n临泽县 4 12 160\n高台县 3 9 120", []),
]


@pytest.mark.parametrize(("text", "expected"), WRAPPED)
def test_a_header_whose_cells_were_wrapped(text: str, expected: list[list[str]]) -> None:
    assert rows(f"{PROSE}\n\n{text}\n\n{PROSE}") == expected


HEADER = "园数 班数\n幼儿数"
ROWS = "甘州区 10 30 400\n临泽县 4 12 160\n高台县 3 9 120"
WIDE = "全县合计 14 56 42 7 80\n城区 9 36 26 5 60\n乡村 5 20 16 2 20"


@pytest.mark.parametrize(
    "text",
    [
        f"园数 班数 幼儿数\n{ROWS}",  # one line
        f"园数 班数\n如下。\n{ROWS}",  # a sentence
        f"园数 2023班数\n幼儿数\n{ROWS}",  # a figure among the names
        f"（所） 班数\n幼儿数\n{ROWS}",  # a unit without its name
        "园数\n班数\n甘州区 10 30\n临泽县 4 12\n高台县 3 9",  # two figures
        f"{HEADER}\n2021年 10 30 400\n2022年 4 12 160\n2023年 3 9 120",  # periods for names
        f"{HEADER}\n甘州区 10 30 不少\n临泽县 4 12 不少\n高台县 3 9 不少",  # words for figures
        f"{HEADER}\n甘州区 10 30 400\n临泽县 4 12\n高台县 3 9 120",  # two of three rows of one width
        f"{HEADER}\n甘州区 10 30 400\n临泽县 4 12 160\n2023年下半年\n高台县 3 9 120",  # no section
        f"{HEADER}\n甘州区 10 30 400\n临泽县 4 12 160\n按城乡和举办者以及园所规模等级分别统计\n高台县 3 9 120",
        # a group without units before it, over one cell, over parts that stand behind its own
        f"园数 教师 附设班\n# 专任 班数（个） 幼儿 （人）\n{WIDE}",
        f"园数（所） 教师 （人） 班数（个） 附设班\n# 专任 幼儿 （人）\n{WIDE}",
        f"园数（所） 教师 （人） 附设班\n班数（个） 幼儿 （人） # 专任\n{WIDE}",
    ],
)
def test_no_wrapped_header(text: str) -> None:
    lines = split_lines(text)
    assert find_wrapped(lines, [""] * len(lines)) == {}
