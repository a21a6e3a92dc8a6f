"""Tables whose edges were lost in copying: merged headers, frames of pipes, a unit among the cells, bare years.

What belongs here: what stands, or no longer stands, at the margin of a table's rows.  What does not: the forms themselves
(test_reading_table_forms); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

from edu_pipeline.extract import extract_document

Case = tuple[str, list[tuple[str, str]]]

MERGED: list[Case] = [
    (  # a header over two columns, whose second half the line's end has lost; the corner lies under a tab
        "旗县区\t小学\t\t营养改善计划\n\t校数\t在校生\t受益学生\t资金（万元）\n合计\t164\t7,318\t2,606\t288.5\n"
        "甘州区\t14\t1,204\t870\t109.6",
        [
            ("164", "institutions primary 164 institution"),
            ("7,318", "students primary 7318 person"),
            ("2,606", "nutrition_beneficiaries _ 2606 person"),
            ("288.5", "nutrition_fund _ 2885000 CNY"),
            ("14", "institutions primary 14 institution @甘州区"),
            ("109.6", "nutrition_fund _ 1096000 CNY @甘州区"),
        ],
    ),
    (  # pipes between cells only: the pipe that opens the second line is no frame
        "县区|小学|||初中||\n |学校|在校生|教师|学校|在校生|教师\n合计|210|98,233|5,411|61|44,102|3,700\n"
        "临泽县|21|12,003|611|8|6,010|422",
        [
            ("210", "institutions primary 210 institution"),
            ("5,411", "full_time_teachers primary 5411 person"),
            ("61", "institutions lower_secondary 61 institution"),
            ("3,700", "full_time_teachers lower_secondary 3700 person"),
            ("12,003", "students primary 12003 person @临泽县"),
        ],
    ),
    (  # pipes all around are
        "| 指标 | 小学 | 初中 |\n| 学校（所） | 210 | 61 |\n| 在校生（人） | 98233 | 44102 |",
        [
            ("210", "institutions primary 210 institution"),
            ("44102", "students lower_secondary 44102 person"),
        ],
    ),
]
UNIT_AMONG_CELLS: list[Case] = [
    (  # the line that says the unit was copied between the header and the rows, one cell a line
        "项目\n小学\n初中\n单位：所/人\n学校数\n136\n58\n在校生\n109,725\n48,093\n持证率（%）\n97.4\n99.6\n平均班额\n41.2\n44.5",
        [
            ("136", "institutions primary 136 institution"),
            ("48,093", "students lower_secondary 48093 person"),
            ("97.4", "teacher_certification_rate primary 97.4 %"),
            ("99.6", "teacher_certification_rate lower_secondary 99.6 %"),
            ("44.5", "class_size lower_secondary 44.5 person"),
        ],
    ),
    (
        "项目\n小学\n初中\n单位：万人\n在校生\n10.9\n4.8\n招生\n1.9\n1.6",
        [
            ("10.9", "students primary 109000 person"),
            ("1.6", "new_entrants lower_secondary 16000 person"),
        ],
    ),
]
LEVELS: list[Case] = [
    (  # 学校（园） and 在校（园）生 are of the level that the other word names
        "学段\t学校（园）数（所）\t在校（园）生（人）\n学前教育\t392\t44,816\n小学\t136\t109,725\n合计\t528\t154,541",
        [
            ("392", "institutions pre_primary 392 institution"),
            ("44,816", "students pre_primary 44816 person"),
            ("136", "institutions primary 136 institution"),
            ("109,725", "students primary 109725 person"),
            ("154,541", "students all 154541 person"),
        ],
    ),
]
SEVERAL_UNITS: list[Case] = [
    (  # the header's noun chooses among the caption's units
        "单位：所、人、平方米\n类别\t学校数\t在校生数\t校舍面积\n小学\t412\t257,930\t1,936,500\n初中\t176\t121,655\t1,588,200",
        [
            ("412", "institutions primary 412 institution"),
            ("257,930", "students primary 257930 person"),
            ("1,588,200", "other lower_secondary 1588200 m2"),
        ],
    ),
    (  # 人次 under a name that money usually follows
        "单位：人次、万元\n项目\t2019年\t\t2020年\t\n\t人次\t金额\t人次\t金额\n普通高中助学金\t37,208\t3,720.8\t36,944\t3,694.4\n"
        "中职助学金\t18,530\t1,853.0\t19,276\t1,927.6",
        [
            ("37,208", "student_aid_recipients general_upper_secondary 37208 person-time 2019"),
            ("3,720.8", "student_aid_amount general_upper_secondary 37208000 CNY 2019"),
            ("19,276", "student_aid_recipients vocational_upper_secondary 19276 person-time 2020"),
        ],
    ),
    (  # what the caption has no unit for is counted by its noun; money and area stay where they are
        "单位：个、万元、平方米\n区县\t项目数\t已开工\t总投资\t竣工面积\t班数\n合计\t86\t84\t41260\t132400\t31\n甘州区\t37\t36\t18105\t56800\t12",
        [
            ("86", "construction_projects _ 86 project"),
            ("84", "construction_projects _ 84 project"),
            ("41260", "capital_investment _ 412600000 CNY"),
            ("132400", "floor_area_built _ 132400 m2"),
            ("31", "classes _ 31 class"),
        ],
    ),
    (  # units that hold a stroke themselves
        "单位：平方米/生、元/生、间/百名学生\n学段\t生均教辅用房\t生均设备值\t每百名学生多媒体教室\n小学\t5.12\t3,104\t2.74\n初中\t6.95\t4,870\t3.06",
        [
            ("5.12", "teaching_area_per_student primary 5.12 m2/person"),
            ("4,870", "_ lower_secondary 4870 CNY/person"),
            ("3.06", "_ lower_secondary 3.06 room/100_students"),
        ],
    ),
]


@pytest.mark.parametrize("case", [*MERGED, *UNIT_AMONG_CELLS, *LEVELS, *SEVERAL_UNITS])
def test_a_table_of_facts(case: Case, reads: Any) -> None:
    reads(*case, title="张掖市教育事业统计资料", dated="2024-03-20")


def kinds(text: str) -> dict[str, str]:
    rows = extract_document(f"张掖市教育事业统计资料\n\n{text}\n".encode(), "x.txt")
    return {q["text"]: q["kind"] for q in rows["quantities"]}


@pytest.mark.parametrize(
    "text",
    [
        "年份\t报名人数\t上线率（%）\n2019\t2,310\t47.7\n2020\t2,405\t50.2",
        "指标\t2019\t2020\n毛入园率（%）\t88.1\t89.9\n公办园占比（%）\t35.2\t42.8",
    ],
)
def test_a_bare_year_that_heads_a_row_or_column_is_a_period(text: str) -> None:
    found = kinds(text)
    assert found["2019"] == found["2020"] == "period"
    assert all(kind == "observation" for surface, kind in found.items() if surface not in ("2019", "2020"))


def test_a_figure_that_looks_like_a_year_is_none() -> None:
    assert kinds("学段\t学校数（所）\t在校生（人）\n小学\t52\t2019\n初中\t12\t1980")["2019"] == "observation"


def test_a_programme_whose_name_holds_a_plan_is_no_target() -> None:
    assert kinds("县区\t营养改善计划受益学生（人）\n甘州区\t870\n临泽县\t412")["870"] == "observation"
    assert kinds("学校\t招生计划（人）\n甘州中学\t870\n临泽一中\t412")["870"] != "observation"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("97.4\n99.6\n", ["97.4", "99.6"]),
        ("13.5:1\n1:19\n", ["13.5:1", "1:19"]),
        ("8:30\n10:00\n", ["8:30", "10:00"]),
        ("1.推进普惠\n2.提高质量\n", ["1.", "2."]),
        ("3 / 在园幼儿（人）合计为 / 5,118 / 5,900\n４ / 入园率\n", ["3", "5,118", "5,900", "４"]),
        ("校间差异系数数学学科四年级0.13、八年级0.18。", ["0.13", "0.18"]),
        ("七年级12班有学生45人。", ["12班", "45人"]),
        ("3.投入1.2亿元\n", ["3.", "1.2亿元"]),
    ],
)
def test_a_number_is_one_whatever_stands_before_and_below_it(text: str, whole: list[str]) -> None:
    assert list(kinds(text)) == whole
