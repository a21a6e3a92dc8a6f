"""Sentences whose numbers another part of the same passage explains: lists of schools, sums beside norms, what was just given.

What belongs here: elliptic passages in the order of their rules, each with near misses.  What does not: what the frame of a
paper says (test_reading_frames), tables (test_reading_table_*); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

THERE_ARE: list[Case] = [
    ("全市1所完全中学、2所初级中学、11所村小和23个教学点，在校学生6098人。", [
        ("1所", "institutions k12 1 institution"), ("2所", "institutions lower_secondary 2 institution"), ("11所", "institutions primary 11 institution"), ("23", "teaching_points primary 23 institution")]),
    ("全市现有12所普通高中、61所初中。", [("12所", "institutions general_upper_secondary 12 institution"), ("61所", "institutions lower_secondary 61 institution")]),
    ("甘州区有52所小学和21所初中。", [("52所", "institutions primary 52 institution @甘州区"), ("21所", "institutions lower_secondary 21 institution")]),
    ("推动1所九年一贯制学校、2所完全中学分段办学。", [("1所", "other _ 1 institution"), ("2所", "other _ 2 institution")]),
    ("共建10所产业学院和34个订单班。", [("10所", "other _ 10 institution")]),
    ("完成371所学校、1642栋校舍的排查。", [("371所", "other _ 371 institution")]),
]  # fmt: skip
SUMS: list[Case] = [
    ("市财政按每生每年200元补助，全年安排616万元。", [("200元", "per_student_expenditure all 200 CNY/person"), ("616万", "_ _ 6160000 CNY")]),
    ("生均公用经费每生每年650元，全年拨付3106万元。", [("650元", "per_student_expenditure _ 650 CNY/person"), ("3106万", "_ _ 31060000 CNY")]),
    ("课后服务每生每年补助200元，全年安排616万元。", [("616万", "after_school_service_fund compulsory 6160000 CNY")]),
    ("生均公用经费小学650元、初中850元。", [("650元", "per_student_expenditure primary 650 CNY/person"), ("850元", "per_student_expenditure lower_secondary 850 CNY/person")]),
    ("生均经费小学1.2万元，初中1.5万元。", [("1.2万", "per_student_expenditure primary 12000 CNY/person"), ("1.5万", "per_student_expenditure lower_secondary 15000 CNY/person")]),
]  # fmt: skip
CANTEENS: list[Case] = [
    ("新建学校食堂11个、4150平方米。", [("11个", "other all 11 item")]),
    ("改建学校宿舍8栋、5栋。", [("8栋", "other all 8 item"), ("5栋", "other all 5 item")]),
    ("扩建学校操场3个、2个。", [("3个", "other all 3 item")]),
    ("新建学校11所、4150平方米。", [("11所", "schools_built all 11 institution")]),
    ("新建、改扩建学校11所、8所。", [("11所", "schools_built all 11 institution"), ("8所", "schools_built all 8 institution")]),
]  # fmt: skip
SPENT_ON: list[Case] = [
    ("投入1.25亿元建设城关第三小学、河口中心小学扩建等3个项目。", [("1.25亿", "capital_investment _ 125000000 CNY"), ("3个", "construction_projects all 3 project")]),
    ("投入1.5亿元建成滨湖小学等5个项目。", [("5个", "construction_projects all 5 project")]),
    ("投资3.26亿元，推进城关第七小学、淝河路学校等9个项目建设。", [("9个", "construction_projects all 9 project")]),
    ("安排1.25亿元建设资金。", [("1.25亿", "_ all 125000000 CNY")]),
    ("申报优质课等5个项目。", [("5个", "other _ 5 project")]),
]  # fmt: skip
JUST_GIVEN: list[Case] = [
    ("学前三年毛入园率98%，公办园在园幼儿占比68%。上述两项指标分别达到99%和70%。", [("99%", "gross_enrolment_ratio pre_primary 99 %"), ("70%", "public_kindergarten_enrolment_share pre_primary 70 %")]),
    ("毛入园率达到91%，普惠率达到92%。以上两项比例分别为93%和94%。", [("93%", "gross_enrolment_ratio pre_primary 93 %"), ("94%", "inclusive_kindergarten_coverage pre_primary 94 %")]),
    ("毛入园率91%，普惠率92%，公办园在园幼儿占比60%。上述三项指标分别达到92%、93%和61%。", [("93%", "inclusive_kindergarten_coverage pre_primary 93 %"), ("61%", "public_kindergarten_enrolment_share pre_primary 61 %")]),
    ("毛入园率达到91%，普惠率达到92%。流失率和辍学率分别为1%和2%。", [("2%", "other _ 2 %")]),
    ("全市现有学校12所。上述两项指标分别为93%和94%。", [("93%", "other _ 93 %")]),
]  # fmt: skip
EACH: list[Case] = [
    ("小学适龄儿童入学率、初中适龄少年入学率均达到100%。", [("100%", "net_enrolment_rate primary 100 % + net_enrolment_rate lower_secondary 100 %")]),
    ("小学入学率、初中入学率均为99.9%。", [("99.9%", "net_enrolment_rate primary 99.9 % + net_enrolment_rate lower_secondary 99.9 %")]),
    ("小学巩固率、初中巩固率均达到100%。", [("100%", "retention_rate primary 100 % + retention_rate lower_secondary 100 %")]),
    ("小学、初中入学率分别为99.98%、104.22%。", [("99.98%", "net_enrolment_rate primary 99.98 %"), ("104.22%", "gross_enrolment_ratio lower_secondary 104.22 %")]),
    ("初中入学率104.2%。", [("104.2%", "gross_enrolment_ratio lower_secondary 104.2 %")]),
    ("小学入学率100.5%。", [("100.5%", "gross_enrolment_ratio primary 100.5 %")]),
    ("小学净入学率100.2%。", [("100.2%", "net_enrolment_rate primary 100.2 %")]),
    ("小学入学率100%。", [("100%", "net_enrolment_rate primary 100 %")]),
]  # fmt: skip
TRAINED: list[Case] = [
    ("完成90学时培训1105人。", [("90", "definition")]),
    ("落实教师培训5年360学时制度。", [("360", "definition")]),
    ("组织120学时的集中培训860人。", [("120", "definition")]),
    ("教师每年参加培训72学时。", [("72", "other all 72 hour")]),
    ("选派骨干教师赴江苏学习240人次。", [("240", "teachers_trained all 240 person-time")]),
    ("组织教师外出学习86人次。", [("86", "teachers_trained all 86 person-time")]),
    ("选派校长到名校跟岗学习12人。", [("12", "teachers_trained all 12 person")]),
    ("选派骨干教师赴江苏支教240人次。", [("240", "teachers_rotated all 240 person-time")]),
    ("公开招聘大学生教师80名。", [("80", "teachers_recruited all 80 person")]),
    ("办理生源地信用助学贷款407笔。", [("407", "student_loan_recipients tertiary 407 person")]),
    ("发放生源地贷款39笔。", [("39", "student_loan_recipients tertiary 39 person")]),
    ("受理生源地助学贷款申请材料，签订助学贷款12笔。", [("12", "student_loan_recipients tertiary 12 person")]),
    ("收到捐款407笔。", [("407", "other all 407 item")]),
    ("小学专任教师本科率38.7%。", [("38.7%", "other primary 38.7 %")]),
    ("高考本科率38.7%。", [("38.7%", "bachelor_line_rate general_upper_secondary 38.7 %")]),
    ("公办园持证教师比例80%。", [("80%", "teacher_certification_rate pre_primary 80 %")]),
    ("其中市区287所，郊县621所。", [("287所", "other _ 287 institution")]),
    ("小学908所。其中市区287所，郊县621所。", [("287所", "institutions primary 287 institution"), ("621所", "institutions primary 621 institution")]),
]  # fmt: skip
SCENES: list[Case] = [
    ("疾控部门对40所学校8200名学生的监测显示，近视率下降。", [("40所", "anecdote"), ("8200", "anecdote")]),
    ("下发整改通知29份。", [("29", "anecdote")]),
    ("全市辖2个街道、3个镇、1个民族乡。", [("1个", "anecdote")]),
    ("全市有民族乡中心小学1所。", [("1所", "institutions primary 1 institution")]),
    ("监测点覆盖学校40所。", [("40所", "other _ 40 institution")]),
]  # fmt: skip
PLANS: list[Case] = [
    ("今年要办好10所乡镇中心园，新增公办学位270个。", [("10所", "_ pre_primary 10 institution target"), ("270", "new_places pre_primary 270 place target")]),
    ("“年内还要再招募20名银龄教师。”", [("20名", "teachers_recruited _ 20 person target")]),
    ("各地要按不低于教职工工资总额1.5%安排培训经费。", [("1.5%", "teacher_training_fund_share all 1.5 % ge target")]),
    ("全市新增学位270个，主要办好乡镇中心园。", [("270", "new_places _ 270 place")]),
    ("应招尽招，去年招募20名银龄教师。", [("20名", "teachers_recruited _ 20 person")]),
]  # fmt: skip


@pytest.mark.parametrize(
    "case", [*THERE_ARE, *SUMS, *CANTEENS, *SPENT_ON, *JUST_GIVEN, *EACH, *TRAINED, *SCENES, *PLANS]
)
def test_what_a_passage_says(case: Case, reads: Any) -> None:
    reads(*case, title="张掖市2024年教育工作总结", dated="2025-01-10")
