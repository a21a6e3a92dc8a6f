"""Parts of a count, grades of schools, pairs, and what a bracket or a word of intention says of the numbers behind it.

What belongs here: sentences of our own for those rules, near misses beside them.  What does not: plans as a whole
(test_reading_plans), places in turn (language/test_place_scope).  The notation is conftest's.
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

GRADES: list[Case] = [
    (
        "全市有普通高中49所，其中四星级11所、三星级22所。",
        [("49所", "institutions general_upper_secondary 49 institution"), ("11所", "demonstration_high_schools general_upper_secondary 11 institution"),
         ("22所", "demonstration_high_schools general_upper_secondary 22 institution")],
    ),
    ("幼儿园30所，其中省级示范性2所、市一级5所。", [("2所", "demonstration_kindergartens pre_primary 2 institution"), ("5所", "demonstration_kindergartens pre_primary 5 institution")]),
    ("省级重点普通高中由92所扩大到130所。", [("92所", "demonstration_high_schools _ 92 institution"), ("130所", "demonstration_high_schools _ 130 institution")]),
    # a part by owner, and grades of schools that have no such code; what needs no such rule
    ("幼儿园30所，其中公办8所、普惠性民办7所、营利性民办2所。", [("8所", "institutions pre_primary 8 institution"), ("2所", "institutions pre_primary 2 institution")]),
    ("中等职业学校30所，其中国家级重点6所。", [("6所", "other vocational_upper_secondary 6 institution")]),
    ("小学90所，其中省级示范性4所。", [("4所", "other primary 4 institution")]),
    ("幼儿园30所，其中优质园有9所。", [("9所", "demonstration_kindergartens pre_primary 9 institution")]),
]  # fmt: skip

PARTS: list[Case] = [
    ("全年实施教育建设项目21项，完成投资8.9亿元，其中续建9项、新开工12项。", [("9项", "construction_projects _ 9 project"), ("12项", "construction_projects _ 12 project")]),
    ("教育项目38个，总投资2.6亿元，其中续建15个。", [("38个", "construction_projects _ 38 project"), ("15个", "construction_projects _ 15 project")]),
    ("立项15项，下达资金600万元，其中续建6项。", [("600万元", "_ _ 6000000 CNY"), ("6项", "other _ 6 _")]),
    ("投资2.6亿元，其中中央资金8000万元。", [("8000万元", "_ _ 80000000 CNY")]),
]  # fmt: skip

PAIRS: list[Case] = [
    ("小学生师比由14.6:1优化为12.9:1，初中由12.8:1优化为9.9:1。", [("12.9:1", "student_teacher_ratio primary 12.9 _"), ("9.9:1", "student_teacher_ratio lower_secondary 9.9 _")]),
    ("初中生师比从13:1降到12:1，小学从19:1降到17:1。", [("12:1", "student_teacher_ratio lower_secondary 12 _"), ("17:1", "student_teacher_ratio primary 17 _")]),
    ("教职工编制统一按小学1:19、初中1:13.5核定。", [("1:19", "student_teacher_ratio primary 19 _"), ("1:13.5", "student_teacher_ratio lower_secondary 13.5 _")]),
    ("教职工编制按1:12.5核定。", [("1:12.5", "student_teacher_ratio _ 12.5 _")]),
    # what needs no such rule, and what only looks alike
    ("小学师生比由1:21调整为1:19，初中由1:15调整为1:13。", [("1:19", "student_teacher_ratio primary 19 _"), ("1:13", "student_teacher_ratio lower_secondary 13 _")]),
    ("小学生师比17:1，初中12:1。", [("17:1", "student_teacher_ratio primary 17 _"), ("12:1", "student_teacher_ratio lower_secondary 12 _")]),
    ("城乡编制标准统一为小学1：19、初中1：13.5。", [("1：19", "student_teacher_ratio primary 19 _"), ("1：13.5", "student_teacher_ratio lower_secondary 13.5 _")]),
    ("县财政按1:1的比例配套资金。", [("1:1", "other _ 1 other target")]),
    ("校医按600:1配备。", [("600:1", "other _ 600 _")]),
]  # fmt: skip

NORMS: list[Case] = [
    ("平均班额64人，超过市定标准19人。", [("19人", "class_size _ 19 person gap")]),
    ("城区小学班额达64人，初中61人，分别超过市定标准19人和11人。", [("19人", "class_size primary 19 person gap"), ("11人", "class_size lower_secondary 11 person gap")]),
    ("省标准化学校比例94.4%。", [("94.4%", "standardised_school_share _ 94.4 % @张掖市")]),
    # what needs no such rule, and what only looks alike
    ("大班额比例为12%，高于市级标准2个百分点。", [("2个百分点", "large_class_share _ 2 pp gap")]),
    ("班额标准45人。", [("45人", "class_size _ 45 person target")]),
    ("学校班额达到标准286所。", [("286所", "_ _ 286 institution")]),
    ("大班额低于省标5%。", [("5%", "_ _ 5 % @甘肃省")]),
]  # fmt: skip

AREAS: list[Case] = [
    ("生均宿舍面积1.9平方米，尚需新建3.2万平方米。", [("1.9", "_ _ 1.9 m2/person"), ("3.2万", "floor_area_built _ 32000 m2")]),
    ("生均校舍面积9.5平方米，加固2万平方米。", [("9.5", "_ _ 9.5 m2/person"), ("2万", "_ _ 20000 m2")]),
    ("生均校舍面积9.5平方米，当年改建校舍1.4万平方米。", [("1.4万", "floor_area_built _ 14000 m2")]),
    # what needs no such rule, and what only looks alike
    ("生均占地面积25平方米，体育场9平方米。", [("25", "_ _ 25 m2/person"), ("9", "_ _ 9 m2/person")]),
]  # fmt: skip

LEVELS: list[Case] = [
    ("初中毕业生升入高中阶段学校的比例达到98%，毛入学率达到95%。", [("98%", "admission_rate lower_secondary 98 %"), ("95%", "gross_enrolment_ratio upper_secondary 95 %")]),
    ("初中毕业生升学率97%，毛入学率93%。", [("93%", "gross_enrolment_ratio upper_secondary 93 %")]),
    ("新建寄宿制学校17所。", [("17所", "schools_built compulsory 17 institution")]),
    ("寄宿制学校达到48所。", [("48所", "_ compulsory 48 institution")]),
    ("初中一年级新生3.12万人、高中一年级新生1.57万人。", [("3.12万", "new_entrants lower_secondary 31200 person"), ("1.57万", "new_entrants general_upper_secondary 15700 person")]),
    ("体质优良率62%，近视率41.3%。", [("41.3%", "myopia_rate all 41.3 %")]),
    ("小学生近视率34%，总体近视率51%。", [("34%", "myopia_rate primary 34 %"), ("51%", "myopia_rate all 51 %")]),
    ("班额逐步降至50人以下，每校规模控制在2000人以内。", [("50人", "class_size _ 50 person lt"), ("2000人", "school_size _ 2000 person le")]),
    # what needs no such rule, and what only looks alike
    ("初中在校生2万人，毛入学率101%。", [("101%", "gross_enrolment_ratio lower_secondary 101 %")]),
    ("寄宿制高中达到8所。", [("8所", "_ general_upper_secondary 8 institution")]),
    ("教师流动不少于应流动总数的10%。", [("10%", "teacher_rotation_share _ 10 % ge")]),
]  # fmt: skip

PERSONS: list[Case] = [
    ("心理健康教师仅两名。", [("两", "mental_health_staff _ 2 person")]),
    ("省特级教师一名。", [("一", "backbone_teachers _ 1 person")]),
    ("全县有特级教师三人，教研员五名。", [("三", "backbone_teachers _ 3 person"), ("五", "_ _ 5 person")]),
    ("一名教师负责到底。", [("一", "nothing")]),
    ("学生两人一组开展活动。", [("两", "nothing")]),
]


@pytest.mark.parametrize(("text", "expected"), [*GRADES, *PARTS, *PAIRS, *NORMS, *AREAS, *LEVELS, *PERSONS])
def test_parts_and_grades(reads: Any, text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected, title="2024年张掖市教育工作综述")


AHEAD: list[Case] = [
    ("会议明确，今年将新建学校11所；开办3所学校，提供学位5100个。", [("11所", "schools_built _ 11 institution target 2025"), ("5100个", "new_places _ 5100 place target 2025")]),
    # what needs no such rule: what is planned by its own clause, what is done, what only sounds so
    ("据介绍，今年计划建设幼儿园52所，已开工49所，开工率94.2%。", [("52所", "_ pre_primary 52 institution target"), ("49所", "_ pre_primary 49 institution"), ("94.2%", "_ _ 94.2 %")]),
    ("据介绍，今年将近500名教师参训。", [("500名", "teachers_trained _ 500 person approx")]),
    ("据介绍，今年新建学校11所。", [("11所", "schools_built _ 11 institution")]),
    ("据介绍，今年计划改造幼儿园12所，提供学位600个。", [("12所", "_ pre_primary 12 institution target 2025"), ("600个", "new_places _ 600 place target 2025")]),
    ("2024年招聘教师90名。今年全市还将招聘教师120名。", [("90名", "teachers_recruited _ 90 person 2024"), ("120名", "teachers_recruited _ 120 person target 2025")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AHEAD)
def test_what_this_year_is_to_bring(reads: Any, text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected, title="张掖市召开教育工作会议")


BRACKETS: list[Case] = [
    ("集团化办学覆盖85%的学校（2023年为72.4%），新组建教育集团2个。", [("72.4%", "group_schooling_coverage _ 72.4 % 2023"), ("2个", "education_groups _ 2 group target 2025")]),
    ("优良率达到60%（2024年57.2%），招聘教师120名。", [("57.2%", "_ _ 57.2 % 2024"), ("120名", "teachers_recruited _ 120 person target 2025")]),
    ("近视率以2024年为基数（46.7%）三年累计下降3个百分点，招聘教师120名。", [("46.7%", "myopia_rate _ 46.7 % 2024"), ("3个百分点", "myopia_rate _ -3 pp change target"), ("120名", "teachers_recruited _ 120 person target 2025")]),
    # a bracket behind the year, and one that holds nothing but the year
    ("2024年（含民办12所）新建幼儿园30所。", [("30所", "_ pre_primary 30 institution 2024")]),
    ("毛入园率（2024年）为95%。", [("95%", "gross_enrolment_ratio pre_primary 95 % 2024")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_a_year_in_brackets_dates_what_stands_in_them(reads: Any, text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected, title="2025年张掖市教育工作要点", dated="2025-02-10")


DUE = """年度        撤并小学(所)   新增学位(个)   小学毛入学率(%)
2013        14              1800            99.1
2014        13              1500            99.5
"""


def test_what_a_plan_does_in_a_year_is_of_all_of_it(reads: Any) -> None:
    reads(
        DUE,
        [("14", "schools_merged primary 14 institution target 2013"), ("1800", "new_places _ 1800 place target 2013"),
         ("99.1", "gross_enrolment_ratio primary 99.1 % target 2013-12-31"), ("13", "schools_merged primary 13 institution target 2014")],
        title="张掖市学校布局调整规划(2013—2014年)",
        dated="2012-10-12",
    )  # fmt: skip


YEARS: list[Case] = [
    ("与上学年相比，小学在校生减少412人；初中在校生增加155人。", [("412", "students primary -412 person change ..D"), ("155", "students lower_secondary 155 person change ..D")]),
    ("上学年招生1200人。", [("1200", "new_entrants _ 1200 person 2024-09-01..2025-08-31")]),
    ("初中平均班额58人，其中66人以上的班21个，占16%。", [("21个", "large_classes lower_secondary 21 class"), ("16%", "large_class_share lower_secondary 16 %")]),
    ("全市有教学班1210个，50人以内的班占八成。", [("1210个", "classes _ 1210 class")]),
]  # fmt: skip


APART: list[Case] = [
    # a blank parts what follows, unless blanks part all words
    ("全市有 12 所 公办幼儿园，有 39 所 普通高中。", [("12", "institutions pre_primary 12 institution"), ("39", "institutions general_upper_secondary 39 institution")]),
    ("新建学校12所 改造运动场30个", [("12所", "schools_built _ 12 institution")]),
    # chairs are no money
    ("今年投入2万把新椅子。", [("2万", "identifier")]),
    ("今年投入2万张课桌。", [("2万", "other _ 20000 _")]),
    ("今年投4.5亿完善教育。", [("4.5亿", "_ _ 450000000 CNY")]),
    # a total whose sentence is over dates nothing below it
    ("2019年全市新增学位300个。\n招聘教师50名\n新建学校5所", [("300个", "new_places _ 300 place 2019"), ("50名", "teachers_recruited _ 50 person ..D"), ("5所", "schools_built _ 5 institution ..D")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*YEARS, *APART])
def test_school_years_large_classes_and_what_stands_apart(
    reads: Any, text: str, expected: list[tuple[str, str]]
) -> None:
    reads(text, expected, title="张掖市教育工作综述")


NOTICE: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("关于做好2025年学前教育重点工作的通知", "2025-02-10", [("38个", "construction_projects _ 38 project target 2025"), ("4200人", "teachers_trained _ 4200 person target 2025")]),
    ("张掖市教育局2025年学前教育重点工作总结", "2025-12-10", [("38个", "construction_projects _ 38 project 2025"), ("4200人", "teachers_trained _ 4200 person 2025")]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "dated", "expected"), NOTICE)
def test_a_notice_of_the_years_work_plans(reads: Any, title: str, dated: str, expected: list[tuple[str, str]]) -> None:
    reads(
        "全年实施教育项目38个。组织集中培训，培训教师4200人。进一步加强管理，推进改革，确保质量。",
        expected,
        title=title,
        dated=dated,
    )
