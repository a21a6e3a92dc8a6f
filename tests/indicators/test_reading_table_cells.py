"""Cells that hold several figures, or words with figures in them, and rows that tell of the row above.

What belongs here: tables of our own for figures side by side in one cell, halves of a name, rows of growth, bounds and
ratios beside a unit, captions with a measure or a due year, cells of sentences; and near misses.  What does not: the other
forms of tables (test_reading_table_forms); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

SIDE_BY_SIDE: list[Case] = [
    (  # plan and outcome in one cell between bars, under a header of as many words
        "                 |  2022年        |  2023年\n                 | 计划   完成    | 计划   完成\n"
        "初中招生数(人)     | 4100   4062    | 4050   4113\n小学招生数(人)     | 3300   2981    | 3600   3572",
        [
            ("4100", "new_entrants lower_secondary 4100 person target 2022"),
            ("4062", "new_entrants lower_secondary 4062 person 2022"),
            ("4113", "new_entrants lower_secondary 4113 person 2023"),
            ("3600", "new_entrants primary 3600 person target 2023"),
        ],
    ),
    (  # a dash in a cell is a figure that is missing
        "指标            |  2022年      |  2023年\n                | 男生   女生  | 男生   女生\n"
        "在校生（人）    | 210   190    | 220   201\n毕业生（人）    |  —    60     |  —    61",
        [("210", "students _ 210 person 2022"), ("201", "_ _ 201 person 2023"), ("60", "_ _ 60 person 2022")],
    ),
    (  # one row alone is no evidence: its figures are told apart by nothing
        "指标        | 2022年 | 2023年\n在校生（人） | 210   190 | 412\n教师（人）  | 20 | 30",
        [("210", "identifier"), ("190", "identifier"), ("412", "students _ 412 person 2023")],
    ),
    (  # thousands set apart by one blank are one figure
        "指标        | 2022年 | 2023年\n在校生（人） | 12 210 | 12 412\n毕业生（人） | 1 220 | 1 330",
        [("12 210", "students _ 12210 person 2022"), ("1 330", "_ _ 1330 person 2023")],
    ),
]

HALVES: list[Case] = [
    (  # the stub names two sorts of schools
        "指标\t2022年\t2023年\n在校生（人）：普高/中职\t2984/3327\t3050/3500\n教师（人）\t200\t210",
        [
            ("2984", "students general_upper_secondary 2984 person 2022"),
            ("3327", "students vocational_upper_secondary 3327 person 2022"),
            ("3500", "students vocational_upper_secondary 3500 person 2023"),
            ("200", "full_time_teachers _ 200 person 2022"),
        ],
    ),
    (  # the header names two units
        "县区\t小学招生（班/人）\t初中招生（班/人）\n甘州区\t42/1639\t26/1300\n临泽县\t18/731\t14/620",
        [
            ("42", "_ primary 42 class @甘州区"),
            ("1639", "new_entrants primary 1639 person @甘州区"),
            ("1300", "new_entrants lower_secondary 1300 person @甘州区"),
            ("620", "new_entrants lower_secondary 620 person @临泽县"),
        ],
    ),
    (  # what is asked of the two levels that stand beside it
        "指标\t标准\t小学\t初中\n每百名学生拥有骨干教师数（人）\t4.2/5.3\t6.81\t9.04",
        [
            ("4.2", "teachers_per_100_students primary 4.2 person/100_students target"),
            ("5.3", "teachers_per_100_students lower_secondary 5.3 person/100_students target"),
            ("6.81", "teachers_per_100_students primary 6.81 person/100_students"),
            ("9.04", "teachers_per_100_students lower_secondary 9.04 person/100_students"),
        ],
    ),
    (
        "指标\t小学\t初中\t国家标准\n生均教学及辅助用房面积（平方米）\t7.7\t12.3\t4.5/5.8",
        [
            ("12.3", "teaching_area_per_student lower_secondary 12.3 m2/person"),
            ("4.5", "teaching_area_per_student primary 4.5 m2/person target"),
            ("5.8", "teaching_area_per_student lower_secondary 5.8 m2/person target"),
        ],
    ),
    (
        "指标\t达标要求\t小学\t初中\n综合差异系数\t0.50／0.45\t0.47\t0.31",
        [
            ("0.50", "between_school_variation primary 0.5 index target"),
            ("0.45", "between_school_variation lower_secondary 0.45 index target"),
        ],
    ),
    (  # not where the columns are in another order, nor under a header that asks nothing
        "指标\t标准\t初中\t小学\n每百名学生拥有骨干教师数（人）\t4.2/5.3\t6.81\t9.04",
        [("4.2", "identifier"), ("5.3", "identifier")],
    ),
    (
        "指标\t全县\t小学\t初中\n每百名学生拥有骨干教师数（人）\t4.2/5.3\t6.81\t9.04",
        [("4.2", "identifier"), ("5.3", "identifier")],
    ),
    (  # nothing is named twice: the figures stay bare
        "指标\t2022年\t2023年\n在校生（人）\t2984/3327\t3050/3500\n教师（人）\t200\t210",
        [("2984", "identifier"), ("3500", "identifier"), ("210", "full_time_teachers _ 210 person 2023")],
    ),
    (  # a slash in a header of single figures is one unit
        "县区\t每百名学生拥有教师（人/百生）\t在校生（人）\n甘州区\t8\t1639\n临泽县\t9\t731",
        [("1639", "students _ 1639 person @甘州区"), ("731", "students _ 731 person @临泽县")],
    ),
]

OF_CHANGE: list[Case] = [
    (  # the row above under years
        "2021—2023年小学在校生及增速\n年份\t2021\t2022\t2023\n在校生（万人）\t8.12\t8.47\t8.95\n比上年增长（%）\t2.9\t4.3\t5.7",
        [
            ("8.12", "students primary 81200 person 2021"),
            ("2.9", "students primary 2.9 % growth 2021"),
            ("5.7", "students primary 5.7 % growth 2023"),
        ],
    ),
    (  # rows of years above it: it is of the last of them, and of what the caption counts
        "生均一般公共预算教育经费增长情况\n项目\t小学\t初中\n2022 年（元）\t16842.15\t20317.68\n"
        "2023 年（元）\t17520.44\t20106.91\n增长率（%）\t4.03\t-1.04",
        [
            ("16842.15", "per_student_expenditure primary 16842.15 CNY/person 2022"),
            ("4.03", "per_student_expenditure primary 4.03 % growth 2023"),
            ("-1.04", "per_student_expenditure lower_secondary -1.04 % growth 2023"),
        ],
    ),
    (  # a row with a noun of its own is of that
        "年份\t2022\t2023\n在校生（人）\t810\t840\n毕业生增长（%）\t2.9\t4.3",
        [("840", "students _ 840 person 2023"), ("2.9", "_ _ 2.9 % growth 2022")],
    ),
    (  # 新增 counts, and changes nothing above
        "年份\t2022\t2023\n学位（个）\t810\t840\n新增学位（个）\t29\t43",
        [("29", "new_places _ 29 place 2022"), ("43", "new_places _ 43 place 2023")],
    ),
]

UNITS: list[Case] = [
    (
        "目标\t中职\t高职\n生师比（∶1）\t18\t17\n双师型教师比例（%，不低于）\t55\t70",
        [
            ("1", "definition"),
            ("18", "student_teacher_ratio vocational_upper_secondary 18 student/teacher"),
            ("17", "student_teacher_ratio tertiary_vocational 17 student/teacher"),
            ("55", "double_qualified_teacher_share vocational_upper_secondary 55 % ge target"),
        ],
    ),
    (  # a bound printed with one figure is that figure's
        "指标\t2022年\t2023年\n巩固率（%）\t98.1\t≥98.5\n在校生（人）\t3200\t3100",
        [("98.1", "retention_rate _ 98.1 %"), ("≥98.5", "retention_rate _ 98.5 % ge")],
    ),
    (  # what a bracket leaves out is not what is counted
        "指标\t单位\t2022年\t2023年\t比上年增减\n小学（不含教学点）\t所\t110\t102\t-8\n教学点\t所\t30\t28\t-2",
        [
            ("110", "institutions primary 110 institution 2022"),
            ("-8", "institutions primary -8 institution change"),
            ("28", "teaching_points _ 28 institution 2023"),
        ],
    ),
    (  # a part is counted in the unit of the whole, though its own name would count schools
        "指标\t2022年\t2023年\n普高招生数（人）\t4100\t4050\n其中：示范性高中\t1420\t1480",
        [("1420", "new_entrants general_upper_secondary 1420 person 2022")],
    ),
    (  # with a unit of its own it counts them
        "指标\t2022年\t2023年\n普通高中（所）\t41\t40\n其中：示范性高中（所）\t14\t15",
        [("14", "demonstration_high_schools general_upper_secondary 14 institution 2022")],
    ),
    (  # classes that are too large, under a header over two columns
        "县区\t小学\t\t大班额\t\n\t校数\t在校生\t班数\t占比\n甘州区\t28\t24187\t341\t43.2\n临泽县\t34\t26830\t367\t41.7",
        [
            ("341", "large_classes compulsory 341 class @甘州区"),
            ("41.7", "large_class_share compulsory 41.7 % @临泽县"),
        ],
    ),
    (  # a caption that says of what the rows are the coefficient
        "我市各项指标的差异系数为：\n项目\t小学\t初中\n生均体育场馆面积\t0.512\t0.437\n师生比\t0.396\t0.338",
        [
            ("0.512", "between_school_variation primary 0.512 index"),
            ("0.338", "between_school_variation lower_secondary 0.338 index"),
        ],
    ),
    (  # without it they are what they say
        "我市各项指标为：\n项目\t小学\t初中\n师生比\t1:17.6\t1:12.9\n生均体育场馆面积（平方米）\t7.6\t8.1",
        [("1:17.6", "student_teacher_ratio primary 17.6 student/teacher"), ("8.1", "_ lower_secondary 8.1 m2/person")],
    ),
    (  # the one time that heads a column is that of the columns without one
        "分县区一般公共预算教育经费（亿元）\n地区\t2023年\t比上年增长\t占一般公共预算支出比例\n甘州区\t5.2\t2.44%\t19.05%\n临泽县\t4.9\t1.97%\t18.83%",
        [
            ("5.2", "public_budget_education_expenditure _ 520000000 CNY 2023 @甘州区"),
            ("2.44%", "public_budget_education_expenditure _ 2.44 % growth 2023 @甘州区"),
            ("18.83%", "_ _ 18.83 % 2023 @临泽县"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SIDE_BY_SIDE, *HALVES, *OF_CHANGE, *UNITS])
def test_tables(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected, title="张掖市教育统计资料")


PLAN = "张掖市“十四五”学前教育发展提升行动计划实施方案"
IN_WORDS: list[Case] = [
    (
        "县（区）\t2022年\t2023年\n甘州区\t新建园3所；公办率75%\t公办率77%\n临泽县\t改扩建园4所\t通过评估；普惠率100%",
        [
            ("3所", "schools_built pre_primary 3 institution target 2022 @甘州区"),
            ("77%", "public_kindergarten_enrolment_share pre_primary 77 % target 2023 @甘州区"),
            ("4所", "schools_built pre_primary 4 institution target 2022 @临泽县"),
            ("100%", "inclusive_kindergarten_coverage pre_primary 100 % target 2023 @临泽县"),
        ],
    ),
    (  # a cell's own time is nearer
        "县（区）\t2022年\t2023年\n甘州区\t新建园3所\t到2025年，公办率77%；新建园2所\n临泽县\t改扩建园4所；公办率60%\t公办率80%",
        [
            ("77%", "public_kindergarten_enrolment_share pre_primary 77 % target 2025-12-31 @甘州区"),
            ("60%", "public_kindergarten_enrolment_share pre_primary 60 % target 2022 @临泽县"),
        ],
    ),
    (  # columns that no years head
        "县（区）\t任务\t措施\n甘州区\t新建园3所；公办率75%\t培训教师20名\n临泽县\t改扩建园4所；公办率60%\t培训教师30名",
        [("3所", "schools_built pre_primary 3 institution target"), ("30名", "teachers_trained _ 30 person target")],
    ),
    (  # what a line leads up to is due then
        "第二步，到2025年：\n目标\t公办园\t民办园\n在园幼儿（人）\t32000\t9000\n教师持证率（%）\t98\t96",
        [
            ("32000", "students pre_primary 32000 person target 2025-12-31"),
            ("96", "_ pre_primary 96 % target 2025-12-31"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_WORDS)
def test_plans(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected, title=PLAN, dated=None)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("区县\t学校数：小学/初中\t在校生\n甘州区\t22/8\t8600\n高台县\t12/4\t4600", [("22", "institutions primary 22 institution label:小学学校数"), ("8", "institutions lower_secondary 8 institution label:初中学校数")]),
        ("指标\t2023年\t2024年\n在校生（人）：普高/中职\t8600/4200\t8700/4300\n教职工（人）：小学/初中\t860/420\t870/435", [("8600", "students general_upper_secondary 8600 person"), ("4200", "students vocational_upper_secondary 4200 person"), ("435", "staff lower_secondary 435 person")]),
        ("项目\t2024年\n巩固率（%）：小学/初中\t99.9/98.2\n班数（个）：小学/初中\t40/30", [("99.9", "retention_rate primary 99.9 %"), ("98.2", "retention_rate lower_secondary 98.2 %"), ("40", "classes primary 40 class")]),
        # a colon that parts no halves
        ("项目：指标\t2024年\t2023年\n其中：小学\t40\t41\n其中：初中\t30\t31", [("40", "institutions primary 40 institution 2024")]),
        ("指标\t2024年\n小学在校生\t8600\n初中在校生\t4200", [("8600", "students primary 8600 person")]),
    ],
)  # fmt: skip
def test_halves_of_a_name_behind_what_they_are_parts_of(rows: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(rows, expected)
