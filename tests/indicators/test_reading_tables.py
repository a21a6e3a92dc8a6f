"""Tables set in text: pipes, tabs, columns of blanks, one cell a line; what each figure states.

What belongs here: where a figure's unit, place, time and indicator stand in a table.  What does not: the tables of
plans (test_reading_plans); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]


COUNTIES = [
    ("86", "institutions pre_primary 86 institution @甘州区"),
    ("13210", "students pre_primary 13210 person @甘州区"),
    ("52", "institutions primary 52 institution @甘州区"),
    ("31240", "students primary 31240 person @甘州区"),
    ("21", "institutions pre_primary 21 institution @临泽县"),
    ("3120", "students pre_primary 3120 person @临泽县"),
    ("12", "institutions primary 12 institution @临泽县"),
    ("6430", "students primary 6430 person @临泽县"),
    ("107", "institutions pre_primary 107 institution @张掖市"),
    ("16330", "students pre_primary 16330 person @张掖市"),
]
LEVELS = [
    ("1386", "institutions primary 1386 institution"),
    ("142310", "new_entrants primary 142310 person"),
    ("843215", "students primary 843215 person"),
    ("52310", "full_time_teachers primary 52310 person"),
    ("402", "institutions lower_secondary 402 institution"),
    ("131027", "new_entrants lower_secondary 131027 person"),
    ("382416", "students lower_secondary 382416 person"),
    ("30125", "full_time_teachers lower_secondary 30125 person"),
]
YEARS = [
    ("8.92", "students primary 89200 person 2019"),
    ("4.31", "students lower_secondary 43100 person 2019"),
    ("8.85", "students primary 88500 person 2020"),
    ("4.40", "students lower_secondary 44000 person 2020"),
]

UNIT_IN_HEADER = [
    (
        "表1 各县区学前教育和小学情况\n县区\t幼儿园数（所）\t在园幼儿（人）\t小学数（所）\t小学在校生（人）\n甘州区\t86\t13210\t52\t31240\n临泽县\t21\t3120\t12\t6430\n合计\t107\t16330\t64\t37670",
        COUNTIES,
    ),
    (
        "| 学段 | 学校数(所) | 招生数(人) | 在校生数(人) | 专任教师(人) |\n|---|---|---|---|---|\n| 小学 | 1386 | 142310 | 843215 | 52310 |\n| 初中 | 402 | 131027 | 382416 | 30125 |",
        LEVELS,
    ),
    (
        "学段\t专任教师（人）\t大班额比例（%）\t生师比\n小学\t3120\t0.9\t13.2:1\n初中\t2210\t1.6\t10.1:1",
        [
            ("3120", "full_time_teachers primary 3120 person"),
            ("0.9", "large_class_share primary 0.9 %"),
            ("13.2:1", "student_teacher_ratio primary 13.2 student/teacher"),
            ("2210", "full_time_teachers lower_secondary 2210 person"),
            ("1.6", "large_class_share lower_secondary 1.6 %"),
            ("10.1:1", "student_teacher_ratio lower_secondary 10.1 student/teacher"),
        ],
    ),
]

UNIT_IN_CAPTION = [
    ("表2 全市学生规模（单位：万人）\n年份|小学在校生|初中在校生\n2019年|8.92|4.31\n2020年|8.85|4.40", YEARS),
    ("表2 全市学生规模\n单位：万人\n年份\t小学在校生\t初中在校生\n2019\t8.92\t4.31\n2020\t8.85\t4.40", YEARS),
    (
        "表1 各县区学前教育和小学情况\n单位：所、人\n县区\t幼儿园数\t在园幼儿\t小学数\t小学在校生\n甘州区\t86\t13210\t52\t31240\n临泽县\t21\t3120\t12\t6430\n合计\t107\t16330\t64\t37670",
        COUNTIES,
    ),
    (
        "表1 全市学生规模（单位：万人）\n年份|小学在校生|初中在校生\n2019年|8.92|4.31\n2020年|8.85|4.40\n表2 专任教师\n学段|专任教师（人）|毛入学率（%）\n初中|2210|105.2",
        [
            *YEARS,
            ("2210", "full_time_teachers lower_secondary 2210 person"),
            ("105.2", "gross_enrolment_ratio lower_secondary 105.2 %"),
        ],
    ),
]

TWO_TABLES = [
    (
        "表1 学生规模（单位：万人）\n年份|小学在校生|初中在校生\n2019年|8.92|4.31\n2020年|8.85|4.40\n表2 学校情况\n学段|学校数|毛入学率（%）\n初中|402|105.2",
        [
            *YEARS,
            ("402", "institutions lower_secondary 402 institution"),
            ("105.2", "gross_enrolment_ratio lower_secondary 105.2 %"),
        ],
    ),
]

UNIT_IN_ITS_COLUMN = [
    (
        "指标|单位|2022年|2023年\n学前三年毛入园率|%|97.1|97.8\n在园幼儿|人|20312|19718\n一般公共预算教育经费|亿元|28.6|30.1",
        [
            ("97.1", "gross_enrolment_ratio pre_primary 97.1 % 2022"),
            ("97.8", "gross_enrolment_ratio pre_primary 97.8 % 2023"),
            ("20312", "students pre_primary 20312 person 2022"),
            ("19718", "students pre_primary 19718 person 2023"),
            ("28.6", "public_budget_education_expenditure all 2860000000 CNY 2022"),
            ("30.1", "public_budget_education_expenditure all 3010000000 CNY 2023"),
        ],
    ),
    (
        "指标|单位|2023年|比上年增减\n义务教育巩固率|%|99.4|0.2\n小学在校生|人|90318|-594",
        [
            ("99.4", "retention_rate compulsory 99.4 % 2023"),
            ("0.2", "retention_rate compulsory 0.2 pp change"),
            ("90318", "students primary 90318 person 2023"),
            ("594", "students primary -594 person change"),
        ],
    ),
    (
        "指标|单位|2009年|2015年\n九年义务教育|||\n在校生|万人|15772|16100\n巩固率|%|90.8|93.0\n高中阶段教育|||\n在校生|万人|4624|4500\n毛入学率|%|79.2|87.0",
        [
            ("15772", "students compulsory 157720000 person 2009"),
            ("16100", "students compulsory 161000000 person 2015"),
            ("90.8", "retention_rate compulsory 90.8 % 2009"),
            ("93.0", "retention_rate compulsory 93 % 2015"),
            ("4624", "students upper_secondary 46240000 person 2009"),
            ("4500", "students upper_secondary 45000000 person 2015"),
            ("79.2", "gross_enrolment_ratio upper_secondary 79.2 % 2009"),
            ("87.0", "gross_enrolment_ratio upper_secondary 87 % 2015"),
        ],
    ),
]

GROWTH = [
    (
        "指标\t2023年\t比上年增长(%)\n小学在校生(万人)\t8.71\t-1.6\n专任教师(人)\t21360\t2.4",
        [
            ("8.71", "students primary 87100 person 2023"),
            ("1.6", "students primary -1.6 % growth"),
            ("21360", "full_time_teachers all 21360 person 2023"),
            ("2.4", "full_time_teachers all 2.4 % growth"),
        ],
    ),
]

BLANKS = [
    (
        "指标                2009年      2010年      增长(%)\n小学在校生(万人)     31.8       29.5       -7.1\n初中在校生(万人)     18.6       17.3       -4.5\n普通高中招生(万人)    2.64       2.71       2.7",
        [
            ("31.8", "students primary 318000 person 2009"),
            ("29.5", "students primary 295000 person 2010"),
            ("7.1", "students primary -7.1 % growth"),
            ("18.6", "students lower_secondary 186000 person 2009"),
            ("17.3", "students lower_secondary 173000 person 2010"),
            ("4.5", "students lower_secondary -4.5 % growth"),
            ("2.64", "new_entrants general_upper_secondary 26400 person 2009"),
        ],
    ),
]

ONE_CELL_A_LINE = [
    (
        "单位:人\n项目\n学校数(所)\n招生数\n在校生数\n专任教师\n小学\n1386\n142310\n843215\n52310\n初中\n402\n131027\n382416\n30125",
        LEVELS,
    ),
    (
        "县区\n幼儿园数（所）\n在园幼儿（人）\n小学数（所）\n小学在校生（人）\n甘州区\n86\n13210\n52\n31240\n临泽县\n21\n3120\n12\n6430",
        COUNTIES[:8],
    ),
]

ROWS_OF_WORDS = [
    (
        "甘州区:小学52所,在校生31240人;\n临泽县:小学12所,在校生6430人;\n高台县:小学14所,在校生7012人。",
        [
            ("52所", "institutions primary 52 institution @甘州区"),
            ("31240人", "students primary 31240 person @甘州区"),
            ("12所", "institutions primary 12 institution @临泽县"),
            ("6430人", "students primary 6430 person @临泽县"),
            ("14所", "institutions primary 14 institution @高台县"),
            ("7012人", "students primary 7012 person @高台县"),
        ],
    ),
    (
        "学校数：612所\n在校生数：21.46万人\n专任教师数：16,832人\n生均公用经费：1,020元",
        [
            ("612所", "institutions all 612 institution"),
            ("21.46万人", "students all 214600 person"),
            ("16,832人", "full_time_teachers all 16832 person"),
            ("1,020元", "per_student_expenditure _ 1020 CNY/person"),
        ],
    ),
]

TABLES = [
    *UNIT_IN_HEADER,
    *UNIT_IN_CAPTION,
    *TWO_TABLES,
    *UNIT_IN_ITS_COLUMN,
    *GROWTH,
    *BLANKS,
    *ONE_CELL_A_LINE,
    *ROWS_OF_WORDS,
]


@pytest.mark.parametrize("case", TABLES)
def test_table(case: Case, reads: Any) -> None:
    reads(*case, title="张掖市教育事业统计资料", dated="2024-03-20")
