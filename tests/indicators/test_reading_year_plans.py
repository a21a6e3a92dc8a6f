"""What a paper says it will do: work points of a year, the outlook at a summary's end, a plan's dashed list.

What belongs here: sentences of our own under such titles and headings, with nature and due time.  What does not: plans
of five years (test_reading_plans); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

POINTS: list[Case] = [
    (
        "一、强化队伍建设\n1.公开招聘教师180名左右，其中硕士研究生不低于15%；选派校长教师交流轮岗320人以上。新遴选名校长工作室12个，每个给予2万元工作经费。",
        [
            ("180名", "teachers_recruited all 180 person target approx 2026"),
            ("15%", "other _ 15 % target ge 2026"),
            ("320人", "teachers_rotated all 320 person target ge 2026"),
            ("12个", "master_teacher_studios all 12 studio target 2026"),
            ("2万元", "other _ 20000 CNY target 2026"),
        ],
    ),
    ("落实安全责任，封闭管理率、保安配备率均达到100%。", [("100%", "other _ 100 % target 2026 + other _ 100 % target 2026")]),
    ("新建、改扩建幼儿园6所，新增学位1800个，完成投资2.3亿元。", [
        ("6所", "schools_built pre_primary 6 institution target 2026"),
        ("1800个", "new_places pre_primary 1800 place target 2026"),
        ("2.3亿元", "capital_investment pre_primary 230000000 CNY target 2026"),
    ]),
    ("滨河中学扩建工程9月底前竣工，新增初中学位900个，初中班额全部控制在50人以内。", [
        ("900个", "new_places lower_secondary 900 place target"),
        ("50人", "class_size lower_secondary 50 person target le"),
    ]),
    ("撤并20人以下教学点9个，对2025年排查出的56处隐患逐一销号。", [
        ("20人", "definition"),
        ("9个", "schools_merged _ 9 institution target 2026"),
        ("56处", "anecdote"),
    ]),
    ("全年培训教师3200人次，评选县级骨干教师150名，打造特色学校8所。", [
        ("3200人次", "teachers_trained all 3200 person-time target 2026"),
        ("150名", "backbone_teachers all 150 person target 2026"),
        ("8所", "other _ 8 institution target 2026"),
    ]),
    ("儿童青少年近视率较2025年再降0.8个百分点以上，体质健康测试优良率达到55%以上、合格率稳定在96%以上。", [
        ("0.8个百分点", "myopia_rate all -0.8 pp change target ge 2026"),
        ("55%", "fitness_excellent_rate k12 55 % target ge 2026"),
        ("96%", "fitness_pass_rate k12 96 % target ge 2026"),
    ]),
    ("2025年，我县新增学位2600个，招聘教师96名。", [
        ("2600个", "new_places _ 2600 place 2025"),
        ("96名", "teachers_recruited all 96 person 2025"),
    ]),
]  # fmt: skip

OUTLOOK: list[Case] = [
    (
        "一、2025年工作回顾\n新建幼儿园4所，招聘教师66名。\n\n二、2026年工作打算\n确保高中阶段毛入学率达到95%；新增省一级幼儿园5所；再创建智慧校园8所；招聘教师80名。",
        [
            ("4所", "schools_built pre_primary 4 institution"),
            ("66名", "teachers_recruited all 66 person"),
            ("95%", "gross_enrolment_ratio upper_secondary 95 % target 2026"),
            ("5所", "demonstration_kindergartens pre_primary 5 institution change target 2026"),
            ("8所", "other _ 8 institution target 2026"),
            ("80名", "teachers_recruited all 80 person target 2026"),
        ],
    ),
    ("下一步，我们将重点抓好以下工作。\n新建寄宿制学校3所，增加学位1500个。", []),
    (
        "三、下一步工作\n2026年新建公办园5所，新增学位1350个；到2027年，公办园在园幼儿占比达到65%。",
        [
            ("5所", "schools_built pre_primary 5 institution target 2026"),
            ("1350个", "new_places pre_primary 1350 place target"),
            ("65%", "public_kindergarten_enrolment_share pre_primary 65 % target 2027-12-31"),
        ],
    ),
]

DASHED: list[Case] = [
    (
        "到2027年，\n——普及水平：学前三年毛入园率、九年义务教育巩固率分别达到96%、98.5%以上。\n——队伍：新增骨干教师200名，师生比不低于1∶15。\n——条件：新建学校7所。",
        [
            ("96%", "gross_enrolment_ratio pre_primary 96 % target 2027-12-31"),
            ("98.5%", "retention_rate compulsory 98.5 % target ge 2027-12-31"),
            ("200名", "backbone_teachers all 200 person change target 2027-12-31"),
            ("1∶15", "student_teacher_ratio _ 15 student/teacher target ge 2027-12-31"),
            ("7所", "schools_built all 7 institution target 2027-12-31"),
        ],
    ),
    (
        "到2027年，实现以下目标：\n1.公办园在园幼儿占比达到60%。\n2.高中阶段毛入学率达到97%以上。",
        [
            ("60%", "public_kindergarten_enrolment_share pre_primary 60 % target 2027-12-31"),
            ("97%", "gross_enrolment_ratio upper_secondary 97 % target ge 2027-12-31"),
        ],
    ),
    (
        "三年内新建、改扩建幼儿园12所，其中2025年完成4所，2026年、2027年分别完成5所、3所。",
        [
            ("12所", "schools_built pre_primary 12 institution target 2025-01-01..2027-12-31"),
            ("4所", "schools_built pre_primary 4 institution target 2025"),
            ("5所", "schools_built pre_primary 5 institution target 2026"),
            ("3所", "schools_built pre_primary 3 institution target 2027"),
        ],
    ),
    (
        "新增公办学位2.4万个，每年培训骨干校长60名。",
        [
            ("2.4万个", "new_places _ 24000 place target ?"),
            ("60名", "teachers_trained all 60 person target ?"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), POINTS, ids=lambda v: str(v)[:24])
def test_work_points_of_a_year(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected, title="高台县教育局2026年工作要点", dated="2026-02-20")


@pytest.mark.parametrize(("text", "expected"), OUTLOOK, ids=lambda v: str(v)[:24])
def test_the_outlook_of_a_summary(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected, title="高台县教育局2025年工作总结", dated="2025-12-28")


@pytest.mark.parametrize(("text", "expected"), DASHED, ids=lambda v: str(v)[:24])
def test_a_plan_of_three_years(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected, title="高台县教育扩优提质三年行动计划（2025—2027年）", dated="2025-05-20")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年启动合格学校建设26所。", [("26所", "_ _ 26 institution 2015")]),
        ("今年新建幼儿园13所。", [("13所", "schools_built pre_primary 13 institution 2015")]),
        ("明年再建合格学校25所。", [("25所", "_ _ 25 institution 2016 target")]),
    ],
)
def test_an_undated_report_on_one_year_and_plan_for_the_next_speaks_of_the_first(
    text: str, expected: list[tuple[str, str]], reads: Any
) -> None:
    reads(text, expected, title="张掖市教育局2015年工作总结暨2016年工作思路", dated=None)


@pytest.mark.parametrize(
    ("heading", "period"),
    [("三、“十三五”主要指标", "2020-12-31"), ("三、“十三五”发展目标", "2020-12-31"), ("三、“十三五”重点任务", "?")],
)
def test_the_aims_of_a_plan_are_due_at_its_end(heading: str, period: str, reads: Any) -> None:
    text = f"{heading}\n1. 义务教育：巩固率100%，小学入学率99.9%以上；"
    expected = [("100%", f"retention_rate compulsory 100 % {period} target")]
    reads(text, expected, title="张掖市教育事业“十三五”发展规划", dated="2016-11-30")
