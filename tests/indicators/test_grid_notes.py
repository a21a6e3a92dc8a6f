"""The time of a table for its notes and the tables below, rows whose names were wrapped, columns that end as changes do.

What belongs here: papers of our own of which only a table tells the time.  What does not: what one table's figures state
(test_reading_table_*).  The notation is conftest's.
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

TABLE = "表1　张掖市2022年各类学校情况\n类别\t学校数（所）\t在校生（人）\n小学\t128\t41207\n初中\t31\t17655\n"
UNDATED: list[Case] = [
    (
        f"{TABLE}注：小学中含教学点29所。\n小学毕业生升学率99.2%。",
        [("29所", "_ primary 29 institution 2022"), ("99.2%", "admission_rate primary 99.2 % 2022")],
    ),
    (
        f"{TABLE}说明：1.初中含民办学校3所。\n2.随班就读学生41人。",
        [("3所", "_ _ 3 institution 2022"), ("41人", "_ _ 41 person 2022")],
    ),
    (
        f"{TABLE}\n表2　教师情况（续）\n类别\t专任教师（人）\n小学\t2310\n初中\t1405\n",
        [("2310", "full_time_teachers primary 2310 person 2022")],
    ),
    # prose that is no note, and what has a time of its own
    (f"{TABLE}\n全市有幼儿园41所。", [("41所", "institutions pre_primary 41 institution ?")]),
    (f"{TABLE}注：2021年小学教学点31所。", [("31所", "_ primary 31 institution 2021")]),
]
BOX = (
    "┌────────┬──────┬──────┐\n│指标            │2020年      │2025年      │\n├────────┼──────┼──────┤\n"
    "│毛入园率（%）   │79.5        │90          │\n│新增劳动力平均受│12.1        │13.2        │\n"
    "│教育年限（年）  │            │            │\n└────────┴──────┴──────┘"
)


@pytest.mark.parametrize("case", UNDATED)
def test_what_stands_below_a_table(case: Case, reads_page: Any) -> None:
    reads_page(f"张掖市教育局\n\n{case[0]}\n", case[1], None)


def test_a_paper_with_a_date_keeps_it(reads_page: Any) -> None:
    page = f"张掖市教育局\n2025-03-01\n\n{TABLE}注：小学中含教学点29所。\n"
    reads_page(page, [("29所", "_ primary 29 institution D")], "2025-03-01")


def test_a_name_that_its_cell_was_too_narrow_for(reads: Any) -> None:
    expected = [
        ("12.1", "mean_years_of_schooling _ 12.1 year 2020"),
        ("13.2", "mean_years_of_schooling _ 13.2 year 2025-12-31 target"),
    ]
    reads(f"主要指标\n{BOX}", expected, title="张掖市“十四五”教育发展规划", dated="2021-06-01")


@pytest.mark.parametrize(
    ("header", "reading"),
    [
        ("职业教育质量提升（万元）", "earmarked_education_funds _ 3120000 CNY"),
        ("改善办学条件（万元）", "earmarked_education_funds _ 3120000 CNY"),
        ("校长能力提升（万元）", "earmarked_education_funds _ 3120000 CNY"),
        ("比上年提升（万元）", "_ _ 3120000 CNY change"),
    ],
)
def test_columns_of_what_is_paid_for(header: str, reading: str, reads: Any) -> None:
    table = f"2024年教育专项资金分配表\n县区\t{header}\n甘州区\t312\n临泽县\t140\n"
    reads(table, [("312", reading)], title="关于下达2024年教育专项资金的通知", dated="2024-05-10")
