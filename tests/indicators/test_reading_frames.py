"""What the frame of a paper gives its numbers: titles on five years, notices, appraisals, questions, lists under a day.

What belongs here: numbers whose time, level, topic or nature another line says.  What does not: sentences that say it
themselves (test_reading_*), headings and titles by themselves (test_headings, test_outlook); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Paper = tuple[str, str | None, str, list[tuple[str, str]]]

FIVE_YEARS: list[Paper] = [
    ("“十二五”期间张掖市教育事业发展回顾", None, "五年累计投入资金18.6亿元，新建幼儿园142所。", [
        ("18.6", "_ _ 1860000000 CNY 2011-01-01..2015-12-31"), ("142", "schools_built pre_primary 142 institution 2011-01-01..2015-12-31")]),
    ("张掖市“十三五”工作总结和2021年工作安排", None, "“十三五”期间，全市新建幼儿园268所。", [("268", "schools_built pre_primary 268 institution 2016-01-01..2020-12-31")]),
    ("“十三五”时期张掖市教育工作综述回顾", "2021-03-01", "五年来，全市招聘教师6412人。", [("6412", "teachers_recruited all 6412 person 2016-01-01..2020-12-31")]),
    ("张掖市“十四五”教育事业发展规划", "2021-09-28", "“十四五”期间，新建幼儿园26所。", [("26", "schools_built pre_primary 26 institution target 2021-01-01..2025-12-31")]),
    ("张掖市教育事业发展纪实", None, "“十三五”期间，全市新建幼儿园268所。", [("268", "schools_built pre_primary 268 institution 2016-01-01..")]),
]  # fmt: skip
YEAR_ENDS: list[Paper] = [
    ("张掖市2007年国民经济和社会发展统计公报", "2008-03-18", "年末全市共有高等学校1所。中等职业学校6所，招生3527人，在校学生8914人。", [
        ("3527", "new_entrants vocational_upper_secondary 3527 person 2007"), ("8914", "students vocational_upper_secondary 8914 person 2007-12-31")]),
    ("张掖市2018年国民经济和社会发展统计公报", "2019-04-08", "年末全市共有学校128所。教职工2546人，其中专任教师2318人。", [
        ("128", "institutions all 128 institution 2018-12-31"), ("2546", "staff all 2546 person 2018-12-31"), ("2318", "full_time_teachers all 2318 person 2018-12-31")]),
    ("张掖市2015年国民经济和社会发展统计公报", "2016-03-28", "教育事业：2015年末全市有学校362所。在校学生95263人。", [("95263", "students all 95263 person 2015-12-31")]),
    ("张掖市2015年国民经济和社会发展统计公报", "2016-03-28", "全市有学校362所。在校学生95263人。", [("95263", "students all 95263 person 2015")]),
    ("张掖市2018年国民经济和社会发展统计公报", "2019-04-08", "全年招生3527人。年末在校生8914人。", [("3527", "new_entrants all 3527 person 2018"), ("8914", "students all 8914 person 2018-12-31")]),
]  # fmt: skip
LISTS: list[Paper] = [
    ("张掖市教育工作情况", None, "截至2020年底，全市共有学校351所。其中：\n幼儿园224所，幼儿3.92万人\n小学91所，学生7.84万人\n\n全市教育系统克服困难，加大投入力度，改善办学条件，先后多方筹措资金，新建学校12所。", [
        ("224", "institutions pre_primary 224 institution 2020-12-31"), ("7.84", "students primary 78400 person 2020-12-31"), ("12", "schools_built all 12 institution ?")]),
    ("张掖市教育工作情况", "2021-06-01", "2020年末，全市共有教职工9120人，包括：\n专任教师8011人\n\n各县区落实了工作责任，健全了长效机制，全市现有普惠性幼儿园共计一百余所，共有公办园86所。", [
        ("8011", "full_time_teachers all 8011 person 2020-12-31"), ("86", "_ pre_primary 86 institution 2021-06-01")]),
    ("张掖市教育工作情况", "2021-06-01", "截至2020年底，全市共有学校351所。\n幼儿园224所，在园幼儿3.2万人。", [("224", "institutions pre_primary 224 institution D")]),
    ("张掖市教育工作情况", "2021-06-01", "全市共有学校351所。其中：\n幼儿园224所", [("224", "institutions pre_primary 224 institution D")]),
]  # fmt: skip
NOTICES: list[Paper] = [
    ("关于做好2013年中小学幼儿园教师培训工作的通知", "2013-03-15", "一、目标任务\n培训农村小学教师1400名，其中市级培训600名。", [
        ("1400", "teachers_trained primary 1400 person target 2013"), ("600", "teachers_trained _ 600 person target 2013")]),
    ("关于做好2013年中小学幼儿园教师培训工作的通知", "2013-03-15", "一、目标任务\n培训教师不少于15000人次。", [("15000", "teachers_trained k12_and_pre_primary 15000 person-time ge target 2013")]),
    ("张掖市中小学教师培训工作方案", "2013-03-15", "全年培训教师1200人。", [("1200", "teachers_trained k12 1200 person target 2013")]),
    ("张掖市教育局2013年工作要点", "2013-03-15", "培训教师1200人。", [("1200", "teachers_trained all 1200 person target 2013")]),
    ("关于表彰2013年中小学幼儿园先进集体的通报", "2013-09-10", "全市培训教师1200人。", [("1200", "teachers_trained all 1200 person ..D")]),
]  # fmt: skip
APPRAISALS: list[Paper] = [
    ("张掖市接受省政府教育督导评估反馈意见", "2024-11-26", "评估组对张掖市县域义务教育优质均衡发展情况进行核查。\n\n三年交流轮岗教师615人，占符合条件教师的14.7%。", [
        ("615", "teachers_rotated compulsory 615 person"), ("14.7%", "teacher_rotation_share compulsory 14.7 %")]),
    ("政府信息依申请公开答复书", "2024-11-26", "您申请公开张掖市义务教育大班额、教师交流情况。\n\n2020年全市交流教师126名。", [("126", "teachers_rotated compulsory 126 person 2020")]),
    ("关于张掖市核查情况的反馈意见", "2024-11-26", "核查组核查了学前教育普及普惠工作。\n\n教师平均工资8.2万元。", [("8.2", "average_teacher_salary pre_primary 82000 CNY")]),
    ("张掖市教育工作总结", "2024-11-26", "义务教育优质均衡发展工作扎实推进。\n\n三年交流轮岗教师615人。", [("615", "teachers_rotated all 615 person")]),
    ("张掖市教育督导评估反馈意见", "2024-11-26", "核查了学前教育普及普惠工作和义务教育优质均衡发展情况。\n\n交流轮岗教师615人。", [("615", "teachers_rotated all 615 person")]),
]  # fmt: skip
QUESTIONS: list[Paper] = [
    ("张掖市新闻发布会实录", "2025-08-21", "【张掖日报记者】课后服务老百姓很关心。\n【李局长】全市学校全部开展，学生参加3.08万人，参与率97.2%。", [("97.2%", "after_school_student_participation compulsory 97.2 %")]),
    ("张掖市新闻发布会实录", "2025-08-21", "记者：请介绍营养改善计划的情况。\n李局长：全市惠及学生3.08万人。", [("3.08", "nutrition_beneficiaries compulsory 30800 person")]),
    ("张掖市热点问答", "2025-08-21", "问：高中怎么招生？\n答：今年招生4200人。", [("4200", "new_entrants general_upper_secondary 4200 person")]),
    ("张掖市新闻发布会实录", "2025-08-21", "【张掖日报记者】教育投入老百姓很关心。\n【李局长】全市学校全部开展，参与率97.2%。", [("97.2%", "other _ 97.2 %")]),
    ("张掖市新闻发布会实录", "2025-08-21", "李局长：课后服务老百姓很关心。\n参与率97.2%。", [("97.2%", "other _ 97.2 %")]),
]  # fmt: skip
MEASURES: list[Paper] = [
    ("关于推动职业教育提质培优的若干措施", "2025-05-16", "近年来，我市职业教育持续发展。为加快建设，提出如下措施（由市教育局组织实施）：\n二、打造高水平专业。建设高水平专业群60个。", [("60", "target")]),
    ("关于推动学前教育发展的若干措施", "2025-05-16", "近年来，学前教育取得进展。现提出以下意见：\n一、扩大供给。新建幼儿园26所。", [("26", "schools_built pre_primary 26 institution target")]),
    ("关于推动学前教育发展的实施方案", "2025-05-16", "近年来，全市学前教育快速发展，为此制定以下工作方案：\n一、扩大供给。新建幼儿园26所。", [("26", "schools_built pre_primary 26 institution target")]),
    ("关于推动学前教育发展的若干措施", "2025-05-16", "近年来，全市学前教育快速发展，主要体现在：\n一是供给扩大。新建幼儿园26所。", [("26", "schools_built pre_primary 26 institution")]),
    ("张掖市2024年教育工作总结", "2025-01-10", "近年来，采取如下措施：\n一是扩大供给。新建幼儿园26所。", [("26", "schools_built pre_primary 26 institution")]),
]  # fmt: skip


@pytest.mark.parametrize("paper", [*FIVE_YEARS, *YEAR_ENDS, *LISTS, *NOTICES, *APPRAISALS, *QUESTIONS, *MEASURES])
def test_what_the_frame_says(paper: Paper, reads: Any) -> None:
    title, dated, text, expected = paper
    reads(text, expected, title=title, dated=dated)
