"""Tables of which a converter left one cell a line: bars behind the cells, rows of another form between, translations.

What belongs here: which cells are found and which lines they take.  What does not: bare lines (test_plain_tables), and
what the figures state (indicators/test_reading_table_pages).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_rows import PROSE, rows

from edu_pipeline.reading.blocks import find_blocks


def behind(*cells: str) -> str:
    """Cells with the bar on their own line."""
    return "\n".join(f"{c} |" if c else "|" for c in cells)


def below(*cells: str) -> str:
    """Cells with the bar on a line of its own."""
    return "\n".join(f"{c}\n|" if c else "|" for c in cells)


HEAD = ("学段", "学校数", "在校生")


def test_a_section_s_empty_cells_do_not_say_the_header_twice() -> None:
    header, section = ("", "毕业生数", "招生数", "在校生数"), ("一、义务教育", "", "", "")
    cells = (*header, *section, "小学", "52", "60", "312", "初中", "12", "16", "643")
    assert rows(f"{PROSE}\n{below(*cells)}\n") == [
        list(header), list(section), ["小学", "52", "60", "312"], ["初中", "12", "16", "643"],
    ]  # fmt: skip


@pytest.mark.parametrize("bars", [behind, below])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("小学", "52", "31240", "初中", "12", "6430"), [["小学", "52", "31240"], ["初中", "12", "6430"]]),
        # an empty cell moves nothing
        (("小学", "52", "", "初中", "12", "6430"), [["小学", "52", ""], ["初中", "12", "6430"]]),
        (("小学", "", "31240", "初中", "12", "6430"), [["小学", "", "31240"], ["初中", "12", "6430"]]),
        # a section that takes a whole row
        (
            ("一、义务教育", "", "", "小学", "52", "31240", "初中", "12", "6430"),
            [["一、义务教育", "", ""], ["小学", "52", "31240"], ["初中", "12", "6430"]],
        ),
    ],
)
def test_bars_behind_cells(bars: Callable[..., str], cells: tuple[str, ...], expected: list[list[str]]) -> None:
    text = f"{PROSE}\n{bars(*HEAD, *cells)}\n{PROSE}\n"
    assert rows(text) == [list(HEAD), *expected]


def test_lines_without_a_bar_between_are_one_cell() -> None:
    text = f"{PROSE}\n学段\n|\n学校数\n|\n在校生\n|\n小\n学\nPrimary\n|\n52\n|\n31240\n|\n初中\n|\n12\n|\n6430\n|\n{PROSE}\n"
    assert rows(text)[1] == ["小\n学", "52", "31240"]


def test_the_text_before_a_table_is_none_of_its_cells() -> None:
    text = f"{PROSE}\n全市教育基本情况\n{behind(*HEAD, '小学', '52', '31240', '初中', '12', '6430')}\n"
    assert rows(text)[0] == list(HEAD)
    assert "全市教育基本情况" in [text[b.start : b.end] for b in find_blocks(text)]


@pytest.mark.parametrize(
    "text",
    [
        # headers of two rows: which stands over which column is not told
        behind("年份", "普通", "中等", "小学", "", "学校", "专业", "2019", "12", "5", "9", "2020", "13", "6", "8"),
        behind("首页", "新闻", "政务公开", "互动交流", "专题", "数据"),
        behind("小学", "52", "31240", "初中", "12", "6430"),  # no header
        "小学 |\n52 |\n初中 |",  # too few
    ],
)
def test_no_table(text: str) -> None:
    assert rows(f"{PROSE}\n{text}\n{PROSE}\n") == []


def test_rows_go_on_behind_one_that_merged_cells_made_of_another_form() -> None:
    text = (
        "指标\n2020年\n2025年\n属性\n入园率\n92%\n94%\n预期性\n巩固率\n98%\n99%\n约束性\n"
        "班额达标率\n其中：小学\n初中\n34%\n77%\n80%\n85%\n预期性\n入学率\n97%\n98%\n预期性\n升学率\n95%\n96%\n预期性"
    )
    found = find_blocks(f"{PROSE}\n{text}\n{PROSE}\n")
    assert [len(b.cells) for b in found if b.role == "table"] == [4, 4, 4, 0, 4, 4]


def test_a_second_table_has_its_own_header() -> None:
    text = "项目\n金额\n同比\n小学\n152\n1.9\n初中\n104\n0.8\n二、学生资助\n资助项目\n受助人次\n金额\n幼儿资助\n612\n45\n助学金\n974\n97\n免学费\n130\n15"
    assert ["资助项目", "受助人次", "金额"] in rows(f"{PROSE}\n{text}\n{PROSE}\n")


def test_another_table_is_no_row_further_down() -> None:
    text = "指标\n2020年\n2025年\n属性\n入园率\n92%\n94%\n预期性\n巩固率\n98%\n99%\n约束性\n项目\n2021年\n2026年\n责任\n学校\n12所\n14所\n县局\n园舍\n3所\n4所\n县局"
    assert ["项目", "2021年", "2026年", "责任"] in rows(f"{PROSE}\n{text}\n{PROSE}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "地区\nRegion\n园数(所)\nKindergartens\n在园人数\n(人)\n山西 Shanxi\n71\n9978\n福建 Fujian\n87\n16989",
            [
                ["地区\nRegion", "园数(所)\nKindergartens", "在园人数\n(人)"],
                ["山西 Shanxi", "71", "9978"],
                ["福建 Fujian", "87", "16989"],
            ],
        ),
        (
            "类别\n在校生\n比上年\n增长(%)\n小学\n51.2\n2.0\n初中\n17.7\n-7.8",
            [["类别", "在校生", "比上年\n增长(%)"], ["小学", "51.2", "2.0"], ["初中", "17.7", "-7.8"]],
        ),
        (
            "Item 2006 2007\n学校数 Number of Schools\n普通中学 Regular Secondary Schools 1373 1361\n小 学 Primary Schools 8754 7990",
            [["Item", "2006", "2007"], ["学校数"], ["普通中学", "1373", "1361"], ["小 学", "8754", "7990"]],
        ),
    ],
)
def test_names_with_their_translation(text: str, expected: list[list[str]]) -> None:
    assert rows(f"{PROSE}\n{text}\n{PROSE}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        # headers of two rows, one cell a line: eight names over six columns
        "地区\n园数\n班数\n在园人数\n离园人数\n合计\n其中：民族\n山西\n71\n3\n437\n9978\n3782\n福建\n87\n2\n593\n16989\n4412",
        "地区\n学校数\n教师数\n计\n其中：女\n山西\n71\n437\n210\n福建\n87\n593\n302",
    ],
)
def test_more_names_than_columns_are_no_table(text: str) -> None:
    assert rows(f"{PROSE}\n{text}\n{PROSE}\n") == []


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("年份    GDP    教育经费\n2017    4300    120\n2018    4700    130", 3),
        ("地区 STEM 专任教师数\n甘州区 40 2300\n临泽县 50 900", 3),
        ("学段 校数 班数 在校生 教师\n初中 60 N/A 25000 1800\n小学 52 310 40000 2300", 5),
    ],
)
def test_latin_names_of_columns_are_no_translation(text: str, width: int) -> None:
    assert {len(row) for row in rows(f"{PROSE}\n{text}\n{PROSE}\n")} == {width}


SUMS = ("合计", "村小", "合计", "一年级", "二年级")


@pytest.mark.parametrize("bars", [behind, below])
@pytest.mark.parametrize("translated", [(), ("Total", "Village", "Total", "Grade 1", "Grade 2")])
def test_sums_open_the_columns_of_each_header_above(bars: Callable[..., str], translated: tuple[str, ...]) -> None:
    cells = (
        "",
        "学校数(所)",
        "班数(个)",
        *SUMS,
        *translated,
        "城区",
        "9",
        "4",
        "80",
        "14",
        "13",
        "乡村",
        "7",
        "6",
        "50",
        "9",
        "8",
    )
    text = f"{PROSE}\n{bars(*cells)}\n{PROSE}\n"
    assert rows(text) == [
        ["", "学校数(所)", "", "班数(个)", "", ""],
        ["", *SUMS],
        ["城区", "9", "4", "80", "14", "13"],
        ["乡村", "7", "6", "50", "9", "8"],
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("", "学校", "班数(个)", *SUMS),  # what stands above counts nothing
        ("学校数(所)", "班数(个)", *SUMS[1:]),  # one sum for two headers
        ("学校数(所)", "班数(个)", "村小", *SUMS[:1], *SUMS[2:]),  # a column before the first sum
    ],
)
def test_where_no_sum_opens_the_columns_nothing_is_told(cells: tuple[str, ...]) -> None:
    figures = ("城区", "9", "4", "80", "14", "13", "乡村", "7", "6", "50", "9", "8")
    assert rows(f"{PROSE}\n{behind(*cells, *figures)}\n{PROSE}\n") == []


def test_a_page_s_buttons_above_a_table_are_none_of_its_cells() -> None:
    text = f"{PROSE}\n打印\n关闭\n{below('', *HEAD[1:], '小学', '52', '31240', '初中', '12', '6430')}\n"
    assert rows(text)[0] == ["", *HEAD[1:]]


def test_figures_of_two_lines_between_bars_are_taken_for_none() -> None:
    text = "地区|\n学校数|\n在校生数|\n兰山区|\n120|\n12345\n6|\n河东区|\n80|\n9000|\n罗庄区|\n70|\n8000|"
    assert ["兰山区", "120", "12345\n6"] not in rows(f"{PROSE}\n{text}\n{PROSE}\n")
    assert not any("12345" in cell for row in rows(f"{PROSE}\n{text}\n{PROSE}\n") for cell in row)


CELLS = ["小学", "学段", "学校数", "在校生", "52", "31240", "9.8%", "2020年", "—", "", "Region"]


@given(st.lists(st.sampled_from(CELLS), max_size=40), st.sampled_from([behind, below]))
def test_every_cell_lies_in_its_row(cells: list[str], bars: Callable[..., str]) -> None:
    text = bars(*cells)
    at = 0
    for block in find_blocks(text):
        assert block.start >= at and not text[at : block.start].strip()
        at = block.end
        inside = block.start
        for a, b in block.cells:
            assert inside <= a <= b <= block.end
            inside = b
    assert not text[at:].strip()
