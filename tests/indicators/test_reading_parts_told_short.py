"""What a number counts where only a verb, a founder or the line above its list says so.

What belongs here: sentences of our own and what they state; the notation (conftest).  What does not: parts by their sort
(test_reading_elisions), headings by themselves (test_headings).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

FOUNDERS: list[Case] = [
    (
        "全县有幼儿园236处，其中教育部门办32处、村办119处、民办85处。",
        [
            ("236处", "institutions pre_primary 236 institution"),
            ("32处", "institutions pre_primary 32 institution"),
            ("119处", "institutions pre_primary 119 institution"),
            ("85处", "institutions pre_primary 85 institution"),
        ],
    ),
    (
        "全县幼儿园130所，其中教育部门办35所、其他部门和集体办48所。",
        [("35所", "institutions pre_primary 35 institution"), ("48所", "institutions pre_primary 48 institution")],
    ),
    ("小学41所，其中企业办2所。", [("2所", "institutions primary 2 institution")]),
    # who runs something else, and what is no school
    ("举办农民培训班12期，其中村办3期。", [("3期", "_ _ 3 _")]),
    ("幼儿园21所，教师86人，其中民办12人。", [("12人", "_ _ 12 person")]),
]

LAYOUT: list[Case] = [
    (
        "小学调整到42所左右，初中调整到18所。",
        [
            ("42所", "institutions primary 42 institution approx"),
            ("18所", "institutions lower_secondary 18 institution"),
        ],
    ),
    ("中等职业学校压缩到9所。", [("9所", "institutions vocational_upper_secondary 9 institution")]),
    ("幼儿园调整至55所。", [("55所", "institutions pre_primary 55 institution")]),
    ("教育集团调整到12个。", [("12个", "education_groups _ 12 group")]),
    ("班额调整到45人。", [("45人", "class_size _ 45 person")]),
]

STAGES: list[Case] = [
    (
        "实施教育项目14个，年度计划投资1.3亿元。其中，续建6个、新开工5个、前期3个。",
        [
            ("14个", "construction_projects all 14 project"),
            ("6个", "construction_projects all 6 project"),
            ("5个", "construction_projects all 5 project"),
            ("3个", "construction_projects all 3 project"),
        ],
    ),
    ("实施校舍项目46个，已竣工41个。", [("41个", "construction_projects _ 41 project")]),
    (
        "截至目前，已开工31所，主体完工14所。",
        [("31所", "schools_built _ 31 institution"), ("14所", "schools_built _ 14 institution")],
    ),
    # what is begun is no project, or counts with another word
    ("实施校舍项目46个，新建食堂12个。", [("12个", "other _ 12 _")]),
    ("实施校舍项目46个，开工率91%。", [("91%", "project_start_rate _ 91 %")]),
]

LISTS: list[Case] = [
    (
        "2.各级教育生均一般公共预算教育事业费支出：\n（1）普通小学为4918.61元。\n（2）普通初中5384.07元。",
        [
            ("4918.61元", "per_student_expenditure primary 4918.61 CNY/person"),
            ("5384.07元", "per_student_expenditure lower_secondary 5384.07 CNY/person"),
        ],
    ),
    (
        "九年义务教育巩固率情况：\n——金川区98.2%。\n——永昌县97.6%。",
        [("98.2%", "retention_rate compulsory 98.2 % @金川区"), ("97.6%", "retention_rate compulsory 97.6 % @永昌县")],
    ),
    (
        "各学段生均公用经费标准如下：\n1.小学720元。",
        [("720元", "per_student_expenditure primary 720 CNY/person")],
    ),
    (
        "各学段生均公用经费标准如下：\n1.小学每生每年720元。",
        [("720元", "per_student_expenditure primary 720 CNY/person")],
    ),
    # a name of its own, and what is no item of the list
    ("各级教育生均公用经费支出：\n（1）资助学生320人。", [("320人", "student_aid_recipients _ 320 person")]),
    ("各级教育生均公用经费支出：\n2023年投入1.2亿元。", [("1.2亿元", "_ _ 120000000 CNY")]),
]

BOARDING: list[Case] = [
    ("新建寄宿制学校9所，投资1200万元。", [("9所", "schools_built compulsory 9 institution")]),
    ("建成乡镇寄宿制学校5所。", [("5所", "schools_built compulsory 5 institution")]),
    ("撤并农村寄宿制学校2所。", [("2所", "schools_merged compulsory 2 institution")]),
    ("新建寄宿制高中1所。", [("1所", "schools_built general_upper_secondary 1 institution")]),
    ("新建学校9所。", [("9所", "schools_built all 9 institution")]),
]


@pytest.mark.parametrize("case", [*FOUNDERS, *LAYOUT, *STAGES, *LISTS, *BOARDING], ids=lambda c: c[0][:16])
def test_what_is_told_short(case: Case, reads: Any) -> None:
    reads(*case, title="金昌市2023年教育工作情况汇报", dated="2023-12-26")
