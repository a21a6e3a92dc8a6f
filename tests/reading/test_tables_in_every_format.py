"""The tables of yearbooks and bulletins as a web page, a Word file, a spreadsheet, plain text: what they state, however they are drawn."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
import openpyxl
import pytest

from edu_pipeline.extract import extract_document

Drawn = str | tuple[str, int, int]
"""A cell, or one with the columns and rows that it reaches over."""
Table = Sequence[Sequence[Drawn]]
TITLE = "张掖市2023年教育基本情况"


def placed(table: Table) -> tuple[list[tuple[int, int, str, int, int]], int, int]:
    """Each cell as (row, column, words, columns, rows), and the size of the whole."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for r, row in enumerate(table):
        c = 0
        for drawn in row:
            words, wide, high = (drawn, 1, 1) if isinstance(drawn, str) else drawn
            while (r, c) in taken:
                c += 1
            cells.append((r, c, words, wide, high))
            taken |= {(r + y, c + x) for y in range(high) for x in range(wide)}
            c += wide
    return cells, max(r for r, _ in taken) + 1, max(c for _, c in taken) + 1


def as_html(caption: str, table: Table) -> bytes:
    rows = ""
    for row in table:
        rows += "<tr>"
        for drawn in row:
            words, wide, high = (drawn, 1, 1) if isinstance(drawn, str) else drawn
            rows += (
                f'<td colspan="{wide}" rowspan={high}><p class="MsoNormal"><span>{html.escape(words)}</span></p></td>'
            )
        rows += "</tr>\n"
    return f"<html><body><p>{TITLE}</p><p>{caption}</p><table>{rows}</table></body></html>".encode()


def as_docx(caption: str, table: Table) -> bytes:
    cells, high, wide = placed(table)
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(caption)
    drawn = document.add_table(high, wide)
    for r, c, words, columns, rows in cells:
        cell = drawn.cell(r, c)
        if columns * rows > 1:
            cell = cell.merge(drawn.cell(r + rows - 1, c + columns - 1))
        cell.text = words
    return saved(document)


def as_xlsx(caption: str, table: Table) -> bytes:
    cells, _, _ = placed(table)
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"], sheet["A2"] = TITLE, caption
    for r, c, words, columns, rows in cells:
        number = words.replace(".", "", 1).isdigit() and len(words) != 4
        sheet.cell(r + 3, c + 1, float(words) if number else words)
        if columns * rows > 1:
            sheet.merge_cells(start_row=r + 3, end_row=r + 2 + rows, start_column=c + 1, end_column=c + columns)
    return saved(book)


def unmerged(table: Table) -> list[list[str]]:
    """Rows of cells; what is merged stands once."""
    cells, high, wide = placed(table)
    grid = [[""] * wide for _ in range(high)]
    for r, c, words, _, _ in cells:
        grid[r][c] = words
    return grid


def as_csv(caption: str, table: Table) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([[TITLE], [caption], *unmerged(table)])
    return out.getvalue().encode()


def as_txt(caption: str, table: Table) -> bytes:
    return "\n".join([TITLE, caption, *map("\t".join, unmerged(table))]).encode()


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


CASES: dict[str, tuple[str, Table, set[str]]] = {
    "headers on two levels": (
        "单位：所、万人",
        [
            [("县区", 1, 2), ("小学", 2, 1), ("初中", 2, 1)],
            ["学校数", "在校生", "学校数", "在校生"],
            ["甘州区", "52", "3.12", "12", "0.64"],
            ["临泽县", "21", "0.9", "6", "0.31"],
        ],
        {
            "institutions primary 52 2023 甘州区", "students primary 31200 2023 甘州区",
            "institutions lower_secondary 12 2023 甘州区", "students lower_secondary 6400 2023 甘州区",
            "institutions primary 21 2023 临泽县", "students primary 9000 2023 临泽县",
            "institutions lower_secondary 6 2023 临泽县", "students lower_secondary 3100 2023 临泽县",
        },
    ),
    "years over levels over what is counted": (
        "",
        [
            [("指标", 1, 3), ("2022年", 4, 1), ("2023年", 2, 1)],
            [("小学", 2, 1), ("初中", 2, 1), ("小学", 2, 1)],
            ["学校(所)", "学生(人)", "学校(所)", "学生(人)", "学校(所)", "学生(人)"],
            ["全市", "150", "90000", "42", "26400", "152", "91240"],
        ],
        {
            "institutions primary 150 2022 张掖市", "students primary 90000 2022 张掖市",
            "institutions lower_secondary 42 2022 张掖市", "students lower_secondary 26400 2022 张掖市",
            "institutions primary 152 2023 张掖市", "students primary 91240 2023 张掖市",
        },
    ),
    "sections over the whole width, of which, notes": (
        "",
        [
            ["项 目", "单位", "2022年", "2023年"],
            [("一、学前教育", 4, 1)],
            ["幼儿园数", "所", "285", "286"],
            ["  其中：民办", "所", "140", "139①"],
            [("二、小学", 4, 1)],
            ["学校数", "所", "150", "152"],
            ["毛入学率", "%", "100.2", "100.5[2]"],
        ],
        {
            "institutions pre_primary 285 2022 张掖市", "institutions pre_primary 286 2023 张掖市",
            "institutions pre_primary 140 2022 张掖市", "institutions pre_primary 139 2023 张掖市",
            "institutions primary 150 2022 张掖市", "institutions primary 152 2023 张掖市",
            "gross_enrolment_ratio primary 100.2 2022 张掖市", "gross_enrolment_ratio primary 100.5 2023 张掖市",
        },
    ),
    "the caption is the first row": (
        "",
        [
            [("表3-1 全市中小学在校生（单位：万人）", 4, 1)],
            ["年份", "小学", "初中", "普通高中"],
            ["2021", "9.10", "4.62", "2.9"],
            ["2022", "9.12", "4.60", "2.91"],
        ],
        {
            "students primary 91000 2021 张掖市", "students lower_secondary 46200 2021 张掖市",
            "students general_upper_secondary 29000 2021 张掖市", "students primary 91200 2022 张掖市",
            "students lower_secondary 46000 2022 张掖市", "students general_upper_secondary 29100 2022 张掖市",
        },
    ),
    "two tables side by side": (
        "",
        [
            ["指标", "数量", "指标", "数量"],
            ["小学（所）", "152", "初中（所）", "42"],
            ["小学在校生（人）", "91240", "初中在校生（人）", "26430"],
        ],
        {
            "institutions primary 152 2023 张掖市", "students primary 91240 2023 张掖市",
            "institutions lower_secondary 42 2023 张掖市", "students lower_secondary 26430 2023 张掖市",
        },
    ),
    "a row of units, a stub for several rows": (
        "",
        [
            [("县区", 1, 2), ("类别", 1, 2), "幼儿园", "在园幼儿"],
            ["所", "万人"],
            [("甘州区", 1, 2), "公办", "46", "0.82"],
            ["民办", "40", "0.5"],
            [("临泽县", 1, 2), "公办", "11", "0.21"],
            ["民办", "10", "0.1"],
        ],
        {
            "institutions pre_primary 46 2023 甘州区", "students pre_primary 8200 2023 甘州区",
            "institutions pre_primary 40 2023 甘州区", "students pre_primary 5000 2023 甘州区",
            "institutions pre_primary 11 2023 临泽县", "students pre_primary 2100 2023 临泽县",
            "institutions pre_primary 10 2023 临泽县", "students pre_primary 1000 2023 临泽县",
        },
    ),
    "sorts of schools and their change": (
        "",
        [["学校类别", "2022年", "2023年", "增减"], ["高中", "3", "2", "-1"], ["九年一贯制学校", "6", "10", "4"]],
        {
            "institutions general_upper_secondary 3 2022 张掖市", "institutions general_upper_secondary 2 2023 张掖市",
            "institutions general_upper_secondary -1 2023 张掖市", "institutions compulsory 6 2022 张掖市",
            "institutions compulsory 10 2023 张掖市", "institutions compulsory 4 2023 张掖市",
        },
    ),
    "names and figures in one cell": (
        "单位：个、万元",
        [["甘州区", "项目12", "开工11", "完成投资2310"], ["临泽县", "项目5", "开工4", "完成投资402"]],
        {
            "construction_projects all 12 2023 甘州区", "construction_projects all 11 2023 甘州区",
            "capital_investment all 2.31e+07 2023 甘州区", "construction_projects all 5 2023 临泽县",
            "construction_projects all 4 2023 临泽县", "capital_investment all 4.02e+06 2023 临泽县",
        },
    ),
    "the figure before its name": (
        "",
        [["13", "中职学校（所）"], ["2.27", "中职在校生（万人）"], ["96.4%", "学前三年毛入园率"]],
        {
            "institutions vocational_upper_secondary 13 2023 张掖市", "students vocational_upper_secondary 22700 2023 张掖市",
            "gross_enrolment_ratio pre_primary 96.4 2023 张掖市",
        },
    ),
    "sections below the header, growth": (
        "",
        [
            ["指标", "单位", "绝对数", "比上年增长%"],
            ["小学", "", "", ""], ["招生", "人", "3982", "-2.6"], ["在校生", "人", "12247", "-4.1"],
            ["初中", "", "", ""], ["招生", "人", "982", "1.2"],
        ],
        {
            "new_entrants primary 3982 2023 张掖市", "new_entrants primary -2.6 2023 张掖市",
            "students primary 12247 2023 张掖市", "students primary -4.1 2023 张掖市",
            "new_entrants lower_secondary 982 2023 张掖市", "new_entrants lower_secondary 1.2 2023 张掖市",
        },
    ),
    "arrows": (
        "",
        [["县区", "巩固率", "比上年"], ["甘州区", "98.1%", "↑0.4"], ["临泽县", "97.2%", "↓0.1"]],
        {
            "retention_rate compulsory 98.1 2023 甘州区", "retention_rate compulsory 0.4 2023 甘州区",
            "retention_rate compulsory 97.2 2023 临泽县", "retention_rate compulsory -0.1 2023 临泽县",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    "draw", [as_html, as_docx, as_xlsx, as_csv, as_txt], ids=["html", "docx", "xlsx", "csv", "txt"]
)
@pytest.mark.parametrize(("caption", "table", "wanted"), CASES.values(), ids=CASES)
def test_a_table_states_the_same_however_it_is_drawn(
    draw: Callable[[str, Table], bytes], caption: str, table: Table, wanted: set[str]
) -> None:
    rows = extract_document(draw(caption, table), f"a.{draw.__name__[3:]}")
    assert rows["documents"][0]["status"] == "ok", rows["documents"][0]["error"]
    found = {
        f"{o['indicator']} {o['education_level']} {o['value']:g} {o['period_end'].year} {o['region_name']}"
        for o in rows["observations_read"]
    }
    assert found == wanted
    read = [(q["start"], q["end"]) for q in rows["quantities"]]
    text = rows["documents"][0]["text"]
    assert all(any(a <= at < b for a, b in read) for at, c in enumerate(text) if c.isdecimal())
