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


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_verbs_alone(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_ranks_and_those_covered(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), HEADED)
def test_headings_and_brackets(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育基本情况", dated="2024-12-20")
