"""Numbers that a verb, a heading, a bracket or a list before them names: hired, counted, ranked, covered, overall.

What belongs here: sentences of our own whose numbers have no noun, or one that is not theirs.  What does not: the level
that a list gives (test_reading_governed); the notation (conftest).
"""

from __future__ import annotations

import pytest

Case = tuple[str, list[tuple[str, str]]]

VERBS: list[Case] = [
    ("去年招录182名，今年已签约196名。", [("182名", "teachers_recruited _ 182 person"), ("196名", "teachers_recruited _ 196 person")]),
    ("到2026年，再公招60名。", [("60名", "teachers_recruited all 60 person target 2026-12-31")]),
    ("教师缺口大，计划招聘120名。", [("120名", "teachers_recruited all 120 person target")]),
    ("缺保安60名，已招聘42名。", [("42名", "other _ 42 person")]),
    ("今年招生420名。", [("420名", "new_entrants _ 420 person")]),
    # nouns of money stand for a verb only where there is none
    ("下达“全面改薄”资金6820万元。", [("6820万", "earmarked_education_funds compulsory 68200000 CNY")]),
    ("投入教育资金7.8亿元，撤并村小41所，新建学校9所。", [("7.8亿", "capital_investment all 780000000 CNY"), ("9所", "schools_built all 9 institution")]),
    ("投入资金2300万元，新建幼儿园9所。", [("2300万", "capital_investment pre_primary 23000000 CNY")]),
    ("图书专项经费按生均不低于20元安排。", [("20元", "other _ 20 CNY/person ge target")]),
    ("下达教师培训经费300万元。", [("300万", "other _ 3000000 CNY")]),
]  # fmt: skip

LISTS: list[Case] = [
    ("高考一本上线412人、二本以上1530人，分别增长23%和15%。", [("412人", "bachelor_line_students general_upper_secondary 412 person"), ("1530人", "bachelor_line_students general_upper_secondary 1530 person"), ("23%", "bachelor_line_students _ 23 % growth"), ("15%", "bachelor_line_students _ 15 % growth")]),
    ("本科硬上线2368人，其中重点本科521人。", [("2368人", "bachelor_line_students _ 2368 person"), ("521人", "bachelor_line_students _ 521 person")]),
    ("职业高考本科上线86人。", [("86人", "bachelor_line_students vocational_upper_secondary 86 person")]),
    ("招聘教师412人、本科以上350人。", [("412人", "teachers_recruited all 412 person"), ("350人", "_ _ 350 person")]),
    ("学前三年毛入园率、义务教育巩固率、高中阶段毛入学率分别提高3.2、1.5和2.8个百分点，达到88.1%、93.6%和87.9%。", [("2.8个", "gross_enrolment_ratio upper_secondary 2.8 pp change"), ("88.1%", "gross_enrolment_ratio pre_primary 88.1 %"), ("93.6%", "retention_rate compulsory 93.6 %"), ("87.9%", "gross_enrolment_ratio upper_secondary 87.9 %")]),
    # a rank of its own, places in an order
    ("高考本科上线率76.2%，居全市第2。", [("2。", "bachelor_line_rate _ 2 rank rank")]),
    ("本科上线86人，质量监测综合得分位列全市第3。", [("3。", "other _ 3 rank rank")]),
    ("毛入园率66.8%，排全市第6，前移2位。", [("2位", "gross_enrolment_ratio pre_primary 2 rank rank")]),
    ("新增特级教师2位。", [("2位", "backbone_teachers all 2 person change")]),
    # who is covered is not all that there are
    ("午餐工程覆盖学校28所、学生1.2万人。", [("28所", "other _ 28 institution"), ("1.2万", "other _ 12000 person")]),
    ("现有学校28所、学生1.2万人。", [("28所", "institutions all 28 institution"), ("1.2万", "students all 12000 person")]),
    ("乡村教师生活补助每月300元，惠及2860人。", [("2860人", "other _ 2860 person")]),
    ("寄宿生生活补助1235万元，惠及2860人。", [("2860人", "student_aid_recipients compulsory 2860 person")]),
    ("享受营养膳食补助的学校896所。", [("896所", "other _ 896 institution")]),
    ("小学近视率36.9%，较上年下降0.83个百分点。", [("0.83个", "myopia_rate primary -0.83 pp change")]),
    ("名师工作室从18个扩到30个。", [("18个", "master_teacher_studios all 18 studio"), ("30个", "master_teacher_studios all 30 studio")]),
]  # fmt: skip

HEADED: list[Case] = [
    ("三、义务教育专任教师年均工资\n小学10.2万元，初中10.6万元。", [("10.2万", "average_teacher_salary primary 102000 CNY"), ("10.6万", "average_teacher_salary lower_secondary 106000 CNY")]),
    ("三、生均公用经费和教师年均工资\n小学10.2万元。", [("10.2万", "other primary 102000 CNY")]),
    ("2.学生。总数36820人，其中：学前8426人，小学15630人。", [("36820人", "students all 36820 person"), ("8426人", "students pre_primary 8426 person"), ("15630人", "students primary 15630 person")]),
    ("3.教职工。总数3156人，其中专任2612人。", [("3156人", "staff all 3156 person"), ("2612人", "full_time_teachers all 2612 person")]),
    ("7.师生比。小学1:13.5，初中1:10。", [("13.5", "student_teacher_ratio primary 13.5 student/teacher"), ("10", "student_teacher_ratio lower_secondary 10 student/teacher")]),
    ("4.普职比。全市6.8:3.2。", [("6.8", "other _ _ other")]),
    ("1.党员。总数820人，其中女性320人。", [("820人", "other _ 820 person")]),
    # bare numbers in a bracket
    ("现有中职校11所（市直4、县区7）。", [("4", "institutions vocational_upper_secondary 4 institution"), ("7", "institutions vocational_upper_secondary 7 institution")]),
    ("幼儿园62所（公办14、民办48），完小71所。", [("14", "institutions pre_primary 14 institution"), ("48", "institutions pre_primary 48 institution"), ("71所", "institutions primary 71 institution")]),
    ("中职校11所（见附表4）。", [("4", "identifier")]),
    ("中职校11所（市直4月完工）。", [("4月", "period")]),
]  # fmt: skip


SHARES: list[Case] = [
    ("优质普通高中60%以上的招生名额分配到初中学校。", [("60%", "quota_allocation_share general_upper_secondary 60 % ge")]),
    ("名额分配比例达到60%以上的要求。", [("60%", "quota_allocation_share general_upper_secondary 60 % ge target")]),
    ("专任教师7860人，“双师型”占31.5%，生机比7.2:1，生师比13.5:1。", [("31.5%", "double_qualified_teacher_share _ 31.5 %"), ("7.2", "other _ _ other"), ("13.5", "student_teacher_ratio _ 13.5 student/teacher")]),
    ("普高招生5120人中，指标生占60%。", [("5120人", "new_entrants general_upper_secondary 5120 person")]),
    ("普通高考特殊类型招生控制线以上312人。", [("312人", "bachelor_line_students general_upper_secondary 312 person")]),
    ("中小学教师人机比达1:1。", [("1:1", "other k12 1 other")]),
    # migrant children in public schools
    ("接收随迁子女2864人，公办校就读占98.7%。", [("98.7%", "migrant_children_public_school_share compulsory 98.7 %")]),
    ("随迁子女9562人，全部安排在公办学校，比例为100%。", [("100%", "migrant_children_public_school_share compulsory 100 %")]),
    ("进城务工人员子女2.9万人，在公办学校就读占67.2%。", [("67.2%", "migrant_children_public_school_share compulsory 67.2 %")]),
    ("随迁子女9562人，占在校生总数的12.6%。", [("12.6%", "other _ 12.6 %")]),
    ("残疾学生562人，在公办学校就读占67.2%。", [("67.2%", "other _ 67.2 %")]),
    # money for training by two wholes
    ("教师培训经费530万元，分别按工资总额1.5%和公用经费10%安排。", [("1.5%", "teacher_training_fund_share all 1.5 %"), ("10%", "teacher_training_fund_share all 10 %")]),
    ("教师培训经费530万元，公用经费增长10%。", [("10%", "other _ 10 % growth")]),
    ("每年交流人数不低于符合条件总数的10%。", [("10%", "teacher_rotation_share compulsory 10 % ge")]),
    # the exam of trade schools holds for all that its sentence tells
    ("参加高职高考3288人，上线率达95.2%，本科上线142人。", [("95.2%", "bachelor_line_rate vocational_upper_secondary 95.2 %"), ("142人", "bachelor_line_students vocational_upper_secondary 142 person")]),
    ("高考报名7.6万人（含对口升学1.03万人），本科上线3.4万人。", [("3.4万人", "bachelor_line_students general_upper_secondary 34000 person")]),
    # ages that are a level
    ("全县6—11周岁适龄儿童1167人，已入学1139人，入学率97.6%。", [("1139人", "other _ 1139 person"), ("97.6%", "net_enrolment_rate primary 97.6 %")]),
    ("16—59岁人口平均受教育年限10.8年。", [("10.8年", "mean_years_of_schooling none 10.8 year")]),
    # what schools built is no school
    ("全市132所中小学建成心理辅导室141间。", [("132所", "other k12 132 institution"), ("141间", "counselling_rooms k12 141 room")]),
    ("全市12所中小学建成投用。", [("12所", "schools_built k12 12 institution")]),
    ("农村劳动力转移培训3200人，招聘教师86名。", [("3200人", "other _ 3200 person"), ("86名", "teachers_recruited _ 86 person")]),
    ("招聘教师86名，参加新课程培训2100人次。", [("2100人次", "teachers_trained all 2100 person-time")]),
    ("有5个孩子考上清华大学，建有5个学生社团。", [("5个", "high_score_students general_upper_secondary 5 person"), ("5个", "other _ 5 item")]),
    ("高考上二本以上420人。", [("420人", "bachelor_line_students general_upper_secondary 420 person")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_verbs_alone(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_ranks_and_those_covered(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), HEADED)
def test_headings_and_brackets(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育基本情况", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_shares_exams_and_what_schools_built(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")
