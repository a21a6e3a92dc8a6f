"""Counts broken down: by level behind a colon, line by line, by what a sentence looks at.

What belongs here: sentences of our own for indicators/breakdowns and totals_of_parts, and for lists of lines by level
(headings).  What does not: parts that 其中 opens (test_eliding).  The notation is conftest's.
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

BY_LEVEL: list[Case] = [
    (
        "全市专任教师5210人：幼儿园1180、小学2090、初中1410、高中530。",
        [
            ("5210人", "full_time_teachers all 5210 person"),
            ("1180", "full_time_teachers pre_primary 1180 person"),
            ("2090", "full_time_teachers primary 2090 person"),
            ("1410", "full_time_teachers lower_secondary 1410 person"),
            ("530", "full_time_teachers general_upper_secondary 530 person"),
        ],
    ),
    (
        "在校学生9.1万人：小学52300，初中28100，中职10600。",
        [
            ("52300", "students primary 52300 person"),
            ("28100", "students lower_secondary 28100 person"),
            ("10600", "students vocational_upper_secondary 10600 person"),
        ],
    ),
    (
        "教学班1460个：小学910、初中550。",
        [("910", "classes primary 910 class"), ("550", "classes lower_secondary 550 class")],
    ),
    # and what is no such list
    ("全市专任教师5210人：小学128所、初中31所。", [("128所", "institutions primary 128 institution")]),
    ("专任教师310人：小学1280、初中31。", [("1280", "institutions primary 1280 institution")]),
    (
        "全市小学128、初中31。",
        [("128", "institutions primary 128 institution"), ("31", "institutions lower_secondary 31 institution")],
    ),
]
IN_VIEW: list[Case] = [
    (
        "全市有大班额214个。从学段看，小学130个，初中84个。",
        [("130个", "large_classes primary 130 class"), ("84个", "large_classes lower_secondary 84 class")],
    ),
    (
        "全市有大班额214个。从分布看，甘州区120个、高台县51个。",
        [("120个", "large_classes _ 120 class @甘州区"), ("51个", "large_classes _ 51 class @高台县")],
    ),
    (
        "全市在校生4.2万人。按学段分，小学2.6万人，初中1.6万人。",
        [("2.6万人", "students primary 26000 person"), ("1.6万人", "students lower_secondary 16000 person")],
    ),
    # other things are counted, or the sentence looks at nothing
    ("全市有大班额214个。从学段看，小学教学点30个。", [("30个", "teaching_points primary 30 institution")]),
    (
        "全市有教学点50个。分学段看，小学有127所，初中有32所。",
        [("127所", "institutions primary 127 institution"), ("32所", "institutions lower_secondary 32 institution")],
    ),
    ("全市有大班额214个。从学段看，小学128所。", [("128所", "institutions primary 128 institution")]),
]
LINES: list[Case] = [
    (
        "2.生均一般公共预算教育事业费支出：\n幼儿园8210.4元，增长3.1%；\n普通小学12450元，下降0.4%。",
        [
            ("8210.4元", "per_student_expenditure pre_primary 8210.4 CNY/person"),
            ("3.1%", "per_student_expenditure pre_primary 3.1 % growth"),
            ("12450元", "per_student_expenditure primary 12450 CNY/person"),
            ("0.4%", "per_student_expenditure primary -0.4 % growth"),
        ],
    ),
    (
        "3.生均公用经费支出：\n初中3120元；普通高中2980元。",
        [("3120元", "per_student_expenditure lower_secondary 3120 CNY/person")],
    ),
    (
        "3.生均公用经费支出：\n完全中学3120元；\n公办幼儿园2980元。",
        [
            ("3120元", "per_student_expenditure k12 3120 CNY/person"),
            ("2980元", "per_student_expenditure pre_primary 2980 CNY/person"),
        ],
    ),
    ("3.生均公用经费支出：\n初中在校生3120人。", [("3120人", "students lower_secondary 3120 person")]),
]
OTHERS: list[Case] = [
    # behind a list of schools alone
    (
        "全县有幼儿园36所，小学94所，初中22所；在校学生8.37万人，教职工7058人。",
        [
            ("8.37万人", "students k12_and_pre_primary 83700 person"),
            ("7058人", "staff k12_and_pre_primary 7058 person"),
        ],
    ),
    ("全县有小学94所，初中22所，普通高中5所；专任教师5058人。", [("5058人", "full_time_teachers k12 5058 person")]),
    (
        "现有义务教育学校116所：小学94所，初中20所，九年一贯制学校2所；在校学生8.37万人。",
        [("8.37万人", "students compulsory 83700 person")],
    ),
    ("营养改善计划惠及农村学生22.7万人。", [("22.7万人", "nutrition_beneficiaries compulsory 227000 person")]),
    # titles that are given, and those that are held
    (
        "2024年，全市评选市级骨干教师120名、教学能手60名。",
        [("120名", "backbone_teachers _ 120 person 2024"), ("60名", "backbone_teachers _ 60 person 2024")],
    ),
    ("还推选县级名师30名。", [("30名", "backbone_teachers _ 30 person 2024")]),
    ("初中毕业生升入高中阶段学校的比率为98.1%。", [("98.1%", "admission_rate lower_secondary 98.1 %")]),
    ("普惠性幼儿园在园幼儿覆盖面91%。", [("91%", "inclusive_kindergarten_coverage pre_primary 91 %")]),
    ("优质高中指标生名额比例为60%。", [("60%", "quota_allocation_share general_upper_secondary 60 %")]),
    ("资助考入大学的困难学生320人。", [("320人", "student_aid_recipients tertiary 320 person")]),
    ("考入清河大学的学生320人。", [("320人", "_ _ 320 person")]),
    # what somebody means to do
    (
        "全市还打算用3年时间，为农村学校添置设备；普通高中在校生达到2.8万人。",
        [("2.8万人", "students general_upper_secondary 28000 person target")],
    ),
    ("教育局打算新建小学4所。", [("4所", "schools_built primary 4 institution target")]),
    ("针对打算辍学的学生，劝返32人。", [("32人", "_ _ 32 person")]),
    (
        "八、2026年主要预期目标：毛入园率达到93%，新建小学3所。",
        [
            ("93%", "gross_enrolment_ratio pre_primary 93 % target 2026-12-31"),
            ("3所", "schools_built primary 3 institution target"),
        ],
    ),
]


@pytest.mark.parametrize("case", [*BY_LEVEL, *IN_VIEW, *LINES, *OTHERS])
def test_breakdowns(case: Case, reads: Any) -> None:
    reads(*case)


@pytest.mark.parametrize(
    ("sentence", "number", "reading"),
    [
        ("实施校舍建设项目12个，年底完工9个。", "9个", "construction_projects _ 9 project 2024"),
        ("实施校舍建设项目14个，年底建成6个。", "6个", "construction_projects _ 6 project 2024"),
        ("实施校舍建设项目12个，年底前完工9个。", "9个", "construction_projects _ 9 project target 2025-12-31"),
    ],
)
def test_the_end_of_a_year_that_is_over(sentence: str, number: str, reading: str, reads: Any) -> None:
    text = f"一、2024年工作完成情况\n{sentence}\n"
    reads(text, [(number, reading)], title="张掖市教育局2024年工作总结和2025年工作要点", dated="2025-01-10")
