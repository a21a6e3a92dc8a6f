"""Lists and tables without a frame that plan: aims and what came of them, sorts of schools as rows, remarks.

What belongs here: what such a list plans and what it reports.  What does not: lists of facts (test_reading_table_lists),
plans in sentences (test_reading_plans); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

AIMS: list[Case] = [
    (
        "目标：高中阶段毛入学率88%。完成：88.6%。",
        [
            ("88%", "gross_enrolment_ratio upper_secondary 88 % target"),
            ("88.6%", "gross_enrolment_ratio upper_secondary 88.6 %"),
        ],
    ),
    (
        "目标：新建幼儿园12所；完成：建成13所，新增公办学位3240个。",
        [
            ("12", "schools_built pre_primary 12 institution target"),
            ("13", "schools_built pre_primary 13 institution"),
            ("3240", "new_places _ 3240 place"),
        ],
    ),
    (
        "（一）教师补充。年度计划：招聘教师200名。完成情况：招聘教师187名，到岗率93.5%。",
        [("200", "teachers_recruited _ 200 person target"), ("187", "teachers_recruited _ 187 person")],
    ),
    (
        "目标任务：培训教师500人次。落实情况：已培训512人次。",
        [("500", "teachers_trained _ 500 person-time target"), ("512", "_ _ 512 person-time")],
    ),
    (  # no label
        "全面完成：2023年招聘教师200名。",
        [("200", "teachers_recruited _ 200 person")],
    ),
]
SORTS_OF_SCHOOLS: list[Case] = [
    (
        "到2015年：\n学校类别      现有    规划    增减\n高    中      3      2      -1\n九 年 制      6      10     +4\n中心幼儿园    12      26     +14",
        [
            ("3", "institutions general_upper_secondary 3 institution D"),
            ("2", "institutions general_upper_secondary 2 institution target 2015-12-31"),
            ("1", "institutions general_upper_secondary -1 institution change target 2015-12-31"),
            ("6", "institutions compulsory 6 institution D"),
            ("4", "institutions compulsory 4 institution change target 2015-12-31"),
            ("26", "institutions pre_primary 26 institution target 2015-12-31"),
        ],
    ),
    (
        "学校类别\t2010年\t2015年\t增减\n高中\t3\t2\t-1\n教学点\t55\t40\t-15",
        [
            ("3", "institutions general_upper_secondary 3 institution 2010"),
            ("2", "institutions general_upper_secondary 2 institution target 2015-12-31"),
            ("55", "teaching_points _ 55 institution 2010"),
            ("15", "teaching_points _ -15 institution change target 2015-12-31"),
        ],
    ),
    (
        "到2015年：\n办学类型  现状  规划  拟撤并\n完全小学  61  40  21\n初级中学  22  14  8",
        [
            ("61", "institutions primary 61 institution D"),
            ("40", "institutions primary 40 institution target 2015-12-31"),
            ("21", "schools_merged primary 21 institution target"),
        ],
    ),
]
REMARKS: list[Case] = [
    (
        "指标 2010年 2015年 属性\n学前毛入园率(%) 58.6 80 预期性\n教职工总数(人) 12436 15200 约束性",
        [
            ("58.6", "gross_enrolment_ratio pre_primary 58.6 % 2010"),
            ("80", "gross_enrolment_ratio pre_primary 80 % target 2015-12-31"),
            ("15200", "staff _ 15200 person target 2015-12-31"),
        ],
    ),
    (
        "指标 2010年 2015年 责任单位\n巩固率(%) 93.1 95 市教育局\n高中阶段毛入学率(%) 85 90 市教育局、市发改委",
        [
            ("93.1", "retention_rate _ 93.1 % 2010"),
            ("90", "gross_enrolment_ratio upper_secondary 90 % target 2015-12-31"),
        ],
    ),
]


@pytest.mark.parametrize("case", AIMS)
def test_aims_and_what_came_of_them(case: Case, reads: Any) -> None:
    reads(*case, title="张掖市教育局工作总结", dated="2024-01-12")


@pytest.mark.parametrize("case", [*SORTS_OF_SCHOOLS, *REMARKS])
def test_a_list_of_a_plan(case: Case, reads: Any) -> None:
    reads(*case, title="张掖市中小学布局调整规划（2011—2015年）", dated="2011-03-02")
