"""The forms that tables take when pages are copied to text: each figure's unit, level, place, time and nature.

What belongs here: variants of layout, units, headers, plans, growth, marks; and what only looks like a table.  What does
not: where a figure's words stand in the plainest tables (test_reading_tables); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

from edu_pipeline.extract import extract_document

Case = tuple[str, list[tuple[str, str]]]

BLANKS: list[Case] = [
    (  # right-aligned, unit above at the right, a stretched stub, thousands separators
        "各县区义务教育基本情况\n                                        单位：所、人\n"
        "县区        小学数    小学在校生    初中数   初中在校生\n合　计       64      37,670       33      18,004\n"
        "甘州区       52      31,240       21      13,000\n临泽县       12       6,430       12       5,004",
        [
            ("64", "institutions primary 64 institution @张掖市"),
            ("37,670", "students primary 37670 person @张掖市"),
            ("33", "institutions lower_secondary 33 institution @张掖市"),
            ("18,004", "students lower_secondary 18004 person @张掖市"),
            ("52", "institutions primary 52 institution @甘州区"),
            ("31,240", "students primary 31240 person @甘州区"),
            ("5,004", "students lower_secondary 5004 person @临泽县"),
        ],
    ),
    (  # a part that names its own level is of that one
        "类别　学校数（所）　在校生（人）\n普通中学　46　45419\n其中：高中　11　15302\n　初中　35　30117",
        [
            ("46", "institutions k12 46 institution"),
            ("11", "institutions general_upper_secondary 11 institution"),
            ("15302", "students general_upper_secondary 15302 person"),
            ("30117", "students lower_secondary 30117 person"),
        ],
    ),
    (  # classes in a row of teaching points, under units in order of what they count
        "单位：所、个、人\n类别　学校数　班级数　在校生\n小学　88　917　31654\n其中：教学点　96　214　2873",
        [
            ("917", "classes primary 917 class"),
            ("96", "teaching_points primary 96 institution"),
            ("214", "classes primary 214 class"),
            ("2873", "students primary 2873 person"),
        ],
    ),
    (  # full-width blanks
        "学段　学校数（所）　在校生（人）\n小学　1386　843215\n初中　402　382416",
        [
            ("1386", "institutions primary 1386 institution"),
            ("843215", "students primary 843215 person"),
            ("402", "institutions lower_secondary 402 institution"),
            ("382416", "students lower_secondary 382416 person"),
        ],
    ),
    (  # an empty cell moves nothing
        "学段        学校数（所）    在校生（人）    毛入学率（%）\n幼儿园          412          43276          97.2\n"
        "小学            120          90318\n初中             61                         105.1",
        [
            ("97.2", "gross_enrolment_ratio pre_primary 97.2 %"),
            ("120", "institutions primary 120 institution"),
            ("90318", "students primary 90318 person"),
            ("61", "institutions lower_secondary 61 institution"),
            ("105.1", "gross_enrolment_ratio lower_secondary 105.1 %"),
        ],
    ),
    (  # single blanks, as from a PDF
        "县区 学校数（所） 在校生（人）\n甘州区 52 31240\n临泽县 12 6430\n合计 64 37670",
        [
            ("52", "institutions _ 52 institution @甘州区"),
            ("31240", "students _ 31240 person @甘州区"),
            ("6430", "students _ 6430 person @临泽县"),
            ("37670", "students _ 37670 person @张掖市"),
        ],
    ),
    (  # two rows of headers, the upper ones over two columns each
        "学段            2022年                  2023年\n          学校数（所）  在校生（人）   学校数（所）  在校生（人）\n"
        "小学          52        31240         50        30100\n初中          12         6430         11         6200",
        [
            ("52", "institutions primary 52 institution 2022"),
            ("31240", "students primary 31240 person 2022"),
            ("50", "institutions primary 50 institution 2023"),
            ("30100", "students primary 30100 person 2023"),
            ("6200", "students lower_secondary 6200 person 2023"),
        ],
    ),
    (  # one row of figures under its header
        "学校数（所）    在校生（人）    专任教师（人）\n  120          90318          6120",
        [
            ("120", "institutions _ 120 institution"),
            ("90318", "students _ 90318 person"),
            ("6120", "full_time_teachers _ 6120 person"),
        ],
    ),
    (  # levels over the columns, indicators as stubs
        "项目  小学  初中  普通高中\n学校数（所）  1386  402  96\n在校生（万人）  84.3  38.2  21.0\n生师比  16.1:1  12.7:1  11.9:1",
        [
            ("1386", "institutions primary 1386 institution"),
            ("96", "institutions general_upper_secondary 96 institution"),
            ("38.2", "students lower_secondary 382000 person"),
            ("16.1:1", "student_teacher_ratio primary 16.1 student/teacher"),
            ("11.9:1", "student_teacher_ratio general_upper_secondary 11.9 student/teacher"),
        ],
    ),
    (  # years as stubs
        "年份    小学在校生（万人）    初中在校生（万人）\n2021      8.92      4.31\n2022      8.85      4.40",
        [
            ("8.92", "students primary 89200 person 2021"),
            ("4.31", "students lower_secondary 43100 person 2021"),
            ("8.85", "students primary 88500 person 2022"),
        ],
    ),
]

SECTIONS_AND_PARTS: list[Case] = [
    (
        "类别\t数量（所）\t在园幼儿（人）\n幼儿园\t412\t43276\n其中：公办园\t305\t33114\n　　　民办园\t107\t10162",
        [
            ("412", "institutions pre_primary 412 institution"),
            ("43276", "students pre_primary 43276 person"),
            ("305", "_ pre_primary 305 institution"),
            ("33114", "_ pre_primary 33114 person"),
            ("107", "_ pre_primary 107 institution"),
        ],
    ),
    (  # a line of one cell inside the table, without tabs
        "指标\t2022年\t2023年\n一、学前教育\n学校数（所）\t412\t406\n在校生（人）\t43276\t40118\n二、小学\n学校数（所）\t120\t118\n在校生（人）\t90318\t89724",
        [
            ("412", "institutions pre_primary 412 institution 2022"),
            ("40118", "students pre_primary 40118 person 2023"),
            ("120", "institutions primary 120 institution 2022"),
            ("89724", "students primary 89724 person 2023"),
        ],
    ),
    (  # a stub that stands once for two rows
        "县区\t学段\t学校数（所）\t在校生（人）\n甘州区\t小学\t52\t31240\n\t初中\t21\t13000\n临泽县\t小学\t12\t6430\n\t初中\t9\t5004",
        [
            ("52", "institutions primary 52 institution @甘州区"),
            ("13000", "students lower_secondary 13000 person @甘州区"),
            ("6430", "students primary 6430 person @临泽县"),
            ("9", "institutions lower_secondary 9 institution @临泽县"),
        ],
    ),
    (  # levels as columns under levels, and a column of numbers in order
        "序号  指标  单位  2023年\n1  学前三年毛入园率  %  97.8\n2  在园幼儿  人  19718",
        [
            ("97.8", "gross_enrolment_ratio pre_primary 97.8 % 2023"),
            ("19718", "students pre_primary 19718 person 2023"),
        ],
    ),
]

STACKS: list[Case] = [
    (  # the corner is empty
        "学校数（所）\n在校生（人）\n小学\n1386\n843215\n初中\n402\n382416",
        [("1386", "institutions primary 1386 institution"), ("382416", "students lower_secondary 382416 person")],
    ),
    (  # indicator, unit, two years, and what kind of indicator it is
        "指标\n单位\n2019年\n2023年\n属性\n学前三年毛入园率\n%\n92.6\n96\n预期性\n九年义务教育巩固率\n%\n98.1\n99.2\n约束性\n"
        "普通高中在校生\n万人\n4.26\n4.0\n预期性",
        [
            ("92.6", "gross_enrolment_ratio pre_primary 92.6 % 2019"),
            ("96", "gross_enrolment_ratio pre_primary 96 % 2023"),
            ("99.2", "retention_rate compulsory 99.2 % 2023"),
            ("4.26", "students general_upper_secondary 42600 person 2019"),
        ],
    ),
    (  # groups of headers
        "学段\n2022年\n2023年\n学校数（所）\n在校生（人）\n学校数（所）\n在校生（人）\n小学\n52\n31240\n50\n30100\n初中\n12\n6430\n11\n6200",
        [
            ("52", "institutions primary 52 institution 2022"),
            ("30100", "students primary 30100 person 2023"),
            ("6430", "students lower_secondary 6430 person 2022"),
        ],
    ),
    (  # a number in order before each row, and years without 年
        "序号\n项目\n2022\n2023\n1\n小学在校生（人）\n31240\n30100\n2\n初中在校生（人）\n13000\n13400\n3\n普通高中在校生（人）\n9000\n9100",
        [
            ("31240", "students primary 31240 person 2022"),
            ("30100", "students primary 30100 person 2023"),
            ("9100", "students general_upper_secondary 9100 person 2023"),
        ],
    ),
]

UNITS: list[Case] = [
    (  # 万 without its noun, a tail of a unit, per cent glued to the name
        "学段\t在校生（万）\t专任教师数/人\t毛入学率%\n小学\t8.43\t5210\t102.4\n初中\t3.82\t3010\t105.1",
        [
            ("8.43", "students primary 84300 person"),
            ("5210", "full_time_teachers primary 5210 person"),
            ("102.4", "gross_enrolment_ratio primary 102.4 %"),
        ],
    ),
    (  # a row of units
        "学段\t学校数\t在校生\n\t所\t万人\n小学\t138\t8.43\n初中\t40\t3.82",
        [("138", "institutions primary 138 institution"), ("8.43", "students primary 84300 person")],
    ),
    (  # the caption's noun
        "表3 2023年各县区小学在校生情况（单位：人）\n县区\t2022年\t2023年\n甘州区\t31240\t30100\n临泽县\t6430\t6200",
        [
            ("31240", "students primary 31240 person 2022 @甘州区"),
            ("30100", "students primary 30100 person 2023 @甘州区"),
            ("6200", "students primary 6200 person 2023 @临泽县"),
        ],
    ),
    (  # the caption's unit is of what is counted in it only
        "表1 学校和学生（单位：万人）\n学段\t学校数\t在校生\t毛入学率\n小学\t138\t8.43\t102.4\n初中\t40\t3.82\t105.1",
        [
            ("138", "institutions primary 138 institution"),
            ("8.43", "students primary 84300 person"),
            ("102.4", "gross_enrolment_ratio primary 102.4 %"),
        ],
    ),
    (  # a second table right below the first
        "单位：万人\n年份\t小学在校生\n2019年\t8.92\n2020年\t8.85\n县区\t专任教师（人）\n甘州区\t2214\n临泽县\t1058",
        [
            ("8.92", "students primary 89200 person 2019"),
            ("2214", "full_time_teachers _ 2214 person @甘州区"),
            ("1058", "full_time_teachers _ 1058 person @临泽县"),
        ],
    ),
    (  # notes are prose
        "学段\t学校数（所）\n小学\t138\n初中\t40\n注：小学学校数不含教学点36个。",
        [("138", "institutions primary 138 institution"), ("40", "institutions lower_secondary 40 institution")],
    ),
]

MARKS: list[Case] = [
    (
        "学段  学校数（所）  在校生（人）  毛入学率（%）\n小学  138①  84 315  102.4*\n初中  ——  3,8215  …\n普通高中  21  9 001②  93.2",
        [
            ("138", "institutions primary 138 institution"),
            ("84 315", "students primary 84315 person"),
            ("102.4", "gross_enrolment_ratio primary 102.4 %"),
            ("9 001", "students general_upper_secondary 9001 person"),
            ("93.2", "gross_enrolment_ratio _ 93.2 %"),
        ],
    ),
    (
        "指标|2023年\n学前三年毛入园率|约97%\n小学生师比|17.09:1\n初中生师比|1∶12.7\n普惠性幼儿园覆盖率|≥90%\n在园幼儿|4.3万人以上",
        [
            ("97%", "gross_enrolment_ratio pre_primary 97 % approx 2023"),
            ("17.09:1", "student_teacher_ratio primary 17.09 student/teacher"),
            ("1∶12.7", "student_teacher_ratio lower_secondary 12.7 student/teacher"),
            ("90%", "inclusive_kindergarten_coverage pre_primary 90 % ge"),
            ("4.3万人", "students pre_primary 43000 person ge"),
        ],
    ),
]

CHANGES: list[Case] = [
    (
        "指标\t2023年\t同比\n学前三年毛入园率\t97.8%\t+0.7个百分点\n高中阶段毛入学率\t95.2%\t▼0.3个百分点\n在园幼儿\t19718人\t下降2.9%\n"
        "小学在校生\t30100人\t▲1.2%\n专任教师\t6120人\t−35人",
        [
            ("97.8%", "gross_enrolment_ratio pre_primary 97.8 % 2023"),
            ("0.7", "gross_enrolment_ratio pre_primary 0.7 pp change"),
            ("0.3", "gross_enrolment_ratio upper_secondary -0.3 pp change"),
            ("19718人", "students pre_primary 19718 person 2023"),
            ("2.9%", "students pre_primary -2.9 % growth"),
            ("1.2%", "students primary 1.2 % growth"),
            ("35人", "full_time_teachers _ -35 person change"),
        ],
    ),
    (
        "指标  2022年  2023年  增减（%）\n小学在校生（人）  31240  30100  -3.6\n初中在校生（人）  13000  13400  3.1",
        [
            ("31240", "students primary 31240 person 2022"),
            ("3.6", "students primary -3.6 % growth"),
            ("3.1", "students lower_secondary 3.1 % growth"),
        ],
    ),
    (
        "指标\t单位\t2022年\t2023年\t增减\n义务教育巩固率\t%\t99.2\t99.4\t0.2\n小学在校生\t人\t31240\t30100\t-1140",
        [("0.2", "retention_rate compulsory 0.2 pp change"), ("1140", "students primary -1140 person change")],
    ),
    (
        "指标\t2023年\t比上年下降（%）\n小学在校生（人）\t30100\t3.6",
        [("30100", "students primary 30100 person 2023"), ("3.6", "students primary -3.6 % growth")],
    ),
]

PLANS: list[Case] = [
    (
        "指标|单位|2020年|2025年|属性\n学前三年毛入园率|%|92.6|96|预期性\n九年义务教育巩固率|%|98.1|99.2|约束性",
        [
            ("92.6", "gross_enrolment_ratio pre_primary 92.6 % 2020"),
            ("96", "gross_enrolment_ratio pre_primary 96 % target 2025-12-31"),
            ("98.1", "retention_rate compulsory 98.1 % 2020"),
            ("99.2", "retention_rate compulsory 99.2 % target 2025-12-31"),
        ],
    ),
    (
        "指标        2020年实际    2025年目标\n小学在校生（人）     90318      88000\n学前三年毛入园率（%）   92.6        ≥96",
        [
            ("90318", "students primary 90318 person 2020"),
            ("88000", "students primary 88000 person target 2025-12-31"),
            ("92.6", "gross_enrolment_ratio pre_primary 92.6 % 2020"),
            ("96", "gross_enrolment_ratio pre_primary 96 % ge target 2025-12-31"),
        ],
    ),
    (
        "主要指标\n单位\n2020年\n2022年\n2025年\n学前三年毛入园率\n%\n92.6\n94\n96\n高中阶段毛入学率\n%\n93.1\n95\n97",
        [
            ("92.6", "gross_enrolment_ratio pre_primary 92.6 % 2020"),
            ("94", "gross_enrolment_ratio pre_primary 94 % target 2022-12-31"),
            ("96", "gross_enrolment_ratio pre_primary 96 % target 2025-12-31"),
            ("97", "gross_enrolment_ratio upper_secondary 97 % target 2025-12-31"),
        ],
    ),
    (
        "指标\t目标值\t完成值\n普惠性幼儿园覆盖率\t≥85%\t88.4%\n公办园在园幼儿占比\t≥50%\t53.1%",
        [
            ("85%", "inclusive_kindergarten_coverage pre_primary 85 % ge target"),
            ("88.4%", "inclusive_kindergarten_coverage pre_primary 88.4 %"),
            ("50%", "public_kindergarten_enrolment_share pre_primary 50 % ge target"),
            ("53.1%", "public_kindergarten_enrolment_share pre_primary 53.1 %"),
        ],
    ),
]

LABELLED: list[Case] = [
    (
        "二、主要指标（截至2023年底）\n幼儿园数：412所\n在园幼儿 43276人\n普通高中在校生:3.28万人\n小学生师比：14.6:1\n学前三年毛入园率:94.37%",
        [
            ("412所", "institutions pre_primary 412 institution 2023-12-31"),
            ("43276人", "students pre_primary 43276 person 2023-12-31"),
            ("3.28万人", "students general_upper_secondary 32800 person 2023-12-31"),
            ("14.6:1", "student_teacher_ratio primary 14.6 student/teacher 2023-12-31"),
            ("94.37%", "gross_enrolment_ratio pre_primary 94.37 % 2023-12-31"),
        ],
    ),
    (
        "幼儿园\t412所\t在园幼儿\t43276人\n小学\t120所\t小学在校生\t90318人",
        [
            ("412所", "institutions pre_primary 412 institution"),
            ("43276人", "students pre_primary 43276 person"),
            ("120所", "institutions primary 120 institution"),
            ("90318人", "students primary 90318 person"),
        ],
    ),
]

STATISTICS = [*BLANKS, *SECTIONS_AND_PARTS, *STACKS, *UNITS, *MARKS, *CHANGES, *LABELLED]


@pytest.mark.parametrize("case", STATISTICS)
def test_a_table_of_facts(case: Case, reads: Any) -> None:
    reads(*case, title="张掖市教育事业统计资料", dated="2024-03-20")


@pytest.mark.parametrize("case", PLANS)
def test_a_table_of_a_plan(case: Case, reads: Any) -> None:
    reads(*case, title="张掖市“十四五”教育事业发展规划", dated="2021-06-10")


NO_STATISTICS = [
    "联系人：张伟    电话：0936-8212345    邮编：734000",
    "张掖市教育局    2024年3月20日",
    "序号  姓名  电话\n1  张伟  13812345678\n2  李娜  13987654321",
    "地址：甘州区县府街1号    邮编：734000",
    "学校  联系人  联系电话\n第一中学  王芳  8212345\n第二中学  李强  8254321",
    "序号\t字段名\t中文名\t类型\t长度\n1\tXXS\t小学数\t数值型\t10\n2\tZXS\t在校生数\t数值型\t12\n3\tRS\t教职工数\t数值型\t10",
    "张  伟  李  娜  王  芳\n赵  强  孙  丽  周  涛",
]


@pytest.mark.parametrize("text", NO_STATISTICS)
def test_no_statistic(text: str) -> None:
    rows = extract_document(f"张掖市教育局关于开展督导检查的通知\n2024-03-20\n\n{text}\n".encode(), "x.txt")
    assert not rows["observations_read"], [(q["text"], q["reason"]) for q in rows["quantities"]]


@pytest.mark.parametrize("case", [*STATISTICS, *PLANS])
def test_every_digit_is_accounted_for_once(case: Case) -> None:
    rows = extract_document(f"张掖市教育事业统计资料\n2024-03-20\n\n{case[0]}\n".encode(), "x.txt")
    text = rows["documents"][0]["text"]
    covered = sorted(i for q in rows["quantities"] for i in range(q["start"], q["end"]))
    assert len(covered) == len(set(covered))
    assert not [i for i, c in enumerate(text) if c.isdecimal() and i not in set(covered)]
    assert all(text[q["start"] : q["end"]] == q["text"] for q in rows["quantities"])


def test_only_stubs_stand_for_several_rows() -> None:
    """A row shorter than the one above lacks its stubs, never its figures: each number is there once."""
    text = "| 学校 | 所数 | 在校生小学 | 1 | 100 |\n| 00 |\n| 00 |\n"
    found = sorted((q["start"], q["end"]) for q in extract_document(text.encode(), "a.txt")["quantities"])
    assert [text[a:b] for a, b in found] == ["1", "100", "00", "00"]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("18-3 教育事业主要指标(2020年)", 2020),
        ("2-14-1 教育事业主要指标(2019年)", 2019),
        ("9-15 岁儿童主要指标(2020年)", 2021),  # ages, no number of a table
    ],
)
def test_a_yearbooks_table_is_of_its_own_year(title: str, year: int) -> None:
    """The yearbook's name above heads more than this table."""
    table = "指标    合计    公办    民办\n在校生(人)    54180    53296    884\n专任教师(人)    3217    3160    57"
    rows = extract_document(f"甘州区统计年鉴 2021    教育篇\n\n{title}\n\n{table}\n".encode(), "x.txt")
    assert {o["period_end"].year for o in rows["observations_read"]} == {year}
