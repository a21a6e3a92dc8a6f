"""Rows whose cells say things in words, and lines that only look like such rows."""

from __future__ import annotations

import pytest

from edu_pipeline.reading import read

PROJECTS = "项目名称    建设规模    投资(万元)\n"


def rows(text: str) -> list[list[str]]:
    document = read(text.encode(), "table.txt")
    return [[document.text[a:b] for a, b in block.cells] for block in document.blocks if block.cells]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        (f"{PROJECTS}东街小学    36个班,2.1万平方米    12600\n西郊幼儿园    15个班    5380", 3),
        (
            "重点任务    2024年目标    责任科室    时限\n学位扩容    新增学位3600个    基建科    8月\n课后服务    覆盖率达98%    基教科    全年",
            4,
        ),
        ("项目学校　建设内容　进度\n南湾中学　新建宿舍9600平方米　完工80%\n西郊小学　改造操场1.2万平方米　10月竣工", 3),
        ("年份    主要工程\n", 0),
        ("甘州区    开工率100%    完工率96%\n临泽县    开工率97%    完工率83%\n高台县    开工率88%    完工率61%", 0),
        (
            "负责人    科室    电话\n今年新建学校12所。    请各县区抓紧    落实\n明年新建学校6所。    请各县区抓紧    落实",
            0,
        ),
        (f"{PROJECTS}东街小学    36个班,2.1万平方米    12600\n全区教育工作稳步推进", 0),
    ],
)
def test_rows_of_words(text: str, width: int) -> None:
    found = rows(text)
    assert {len(row) for row in found} == ({width} if width else set()), found


@pytest.mark.parametrize(
    ("text", "third"),
    [
        ("年份\n学校数\n在校生\n经费\n所\n万人\n亿元\n2021\n246\n21.07\n17.82\n2022\n238\n20.44\n20.45", "2021"),
        ("学段\n园数\n幼儿\n个\n人\n城区\n18\n4106\n农村\n94\n6028", "城区"),
        ("县区\n学校\n面积\n经费\n所\n平方米\n万元\n甘州区\n52\n31240\n2105\n临泽县\n12\n6430\n511", "甘州区"),
    ],
)
def test_a_row_of_units_below_the_headers_of_a_stack(text: str, third: str) -> None:
    names, units, first, *_ = rows(text)
    assert len(names) == len(units) == len(first)
    assert units[0] == ""
    assert first[0] == third


@pytest.mark.parametrize("section", ["城区", "按类型分"])
def test_a_section_of_a_stack_is_no_row_of_units(section: str) -> None:
    found = rows(f"县区\n学校数\n在校生数\n{section}\n甘州区\n52\n31240\n临泽县\n12\n6430")
    assert [section] in found
