"""Names and nouns of numbers: sentences for rules of indicators.naming and indicators.nouns, and near misses.

What belongs here: which name a number takes, and which nouns are only served or named in passing.  What does not: the
names themselves (test_catalogue); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.naming._JOINT": Rule(
        "names that are joined are as many as the numbers behind them, or are summed up in one",
        by=[
            "学前毛入园率及九年义务教育巩固率(含特教)分别为95%、98%。 | 95% = gross_enrolment_ratio pre_primary 95 % | 98% = retention_rate compulsory 98 %",
            "小学净入学率和初中净入学率合计为99%。 | 99% = net_enrolment_rate compulsory 99 %",
            "小学巩固率、初中巩固率合计为99%。 | 99% = retention_rate compulsory 99 %",
        ],
        alone=[
            "毛入园率98%，巩固率99%。 | 98% = gross_enrolment_ratio _ 98 % | 99% = retention_rate _ 99 %",
            "毛入园率提高，巩固率98%。 | 98% = retention_rate _ 98 %",
        ],
    ),
    "indicators.naming._BETWEEN": Rule(
        "bare levels in a list share the end of the rate that is named after them; behind 分别, commas part the names as well",
        by=[
            "学前毛入园率、小学净入学率以及初中、高中阶段毛入学率依次是84.42%、99.71%、102.88%、86.62%。 | 84.42% = gross_enrolment_ratio pre_primary 84.42 % | 99.71% = net_enrolment_rate primary 99.71 % | 102.88% = gross_enrolment_ratio lower_secondary 102.88 % | 86.62% = gross_enrolment_ratio upper_secondary 86.62 %",
            "小学净入学率、初中和高中阶段毛入学率分别为99%、101%和95%。 | 99% = net_enrolment_rate primary 99 % | 101% = gross_enrolment_ratio lower_secondary 101 % | 95% = gross_enrolment_ratio upper_secondary 95 %",
            "学前三年毛入园率、小学及初中巩固率分别为96%、99%和98%。 | 96% = gross_enrolment_ratio pre_primary 96 % | 99% = retention_rate primary 99 % | 98% = retention_rate lower_secondary 98 %",
            "学前毛入园率，小学净入学率，初中、高中阶段毛入学率分别为94.2%、99.9%、103.1%、92.6%。 | 94.2% = gross_enrolment_ratio pre_primary 94.2 % | 99.9% = net_enrolment_rate primary 99.9 % | 103.1% = gross_enrolment_ratio lower_secondary 103.1 % | 92.6% = gross_enrolment_ratio upper_secondary 92.6 %",
            "小学巩固率，初中巩固率分别达到99.9%、98.2%。 | 99.9% = retention_rate primary 99.9 % | 98.2% = retention_rate lower_secondary 98.2 %",
            "普惠率，公办园占比分别为91%和55%。 | 91% = inclusive_kindergarten_coverage _ 91 % | 55% = public_kindergarten_enrolment_share _ 55 %",
        ],
        alone=[
            "毛入园率达95%，公办园占比、普惠率分别达到55%、91%。 | 95% = gross_enrolment_ratio _ 95 % | 55% = public_kindergarten_enrolment_share _ 55 % | 91% = inclusive_kindergarten_coverage _ 91 %",
            "普惠率提高，学前三年毛入园率、公办园占比分别达到95%、55%。 | 95% = gross_enrolment_ratio _ 95 % | 55% = public_kindergarten_enrolment_share _ 55 %",
            "小学规模稳定，初中、高中阶段毛入学率分别为108%、95%。 | 108% = gross_enrolment_ratio lower_secondary 108 % | 95% = gross_enrolment_ratio upper_secondary 95 %",
            "小学、初中巩固率分别为99%和98%。 | 99% = retention_rate primary 99 % | 98% = retention_rate lower_secondary 98 %",
            "小学净入学率、初中毛入学率分别为99%和101%。 | 99% = net_enrolment_rate primary 99 % | 101% = gross_enrolment_ratio lower_secondary 101 %",
        ],
    ),
    "indicators.naming._THE_SAME": Rule(
        "a sentence that begins 分别 goes on with the numbers of the one before",
        by=[
            "全市招生20.3万人，毕业16.8万人，在校生66.2万人。分别高于2008年1.4万人、5.3万人、9.9万人。 | 1.4万人 = new_entrants _ 14000 person change | 5.3万人 = other _ 53000 person change | 9.9万人 = students _ 99000 person change",
            "学前毛入园率92%，义务教育巩固率96%。分别提高1.2、0.4个百分点。 | 1.2 = gross_enrolment_ratio pre_primary 1.2 pp change | 0.4 = retention_rate compulsory 0.4 pp change",
            "毛入园率92%，巩固率96%。去年上述两项指标分别为90%和95%。 | 90% = gross_enrolment_ratio _ 90 % | 95% = retention_rate _ 95 %",
        ],
        alone=[
            "毛入园率92%，巩固率96%。普惠率、公办园占比分别提高1.2、0.4个百分点。 | 1.2 = inclusive_kindergarten_coverage _ 1.2 pp change | 0.4 = public_kindergarten_enrolment_share _ 0.4 pp change",
            "在校生66.2万人，毛入园率92%。分别新建小学、初中2所、3所。 | 2所 = schools_built _ 2 institution | 3所 = schools_built _ 3 institution",
        ],
    ),
    "indicators.naming._CARES": Rule(
        "those who are visited are not all there are",
        by=[
            "慰问困难教职工176人。 | 176人 = other _ 176 person",
            "春节看望退休教职工86人。 | 86人 = other _ 86 person",
            "假期探望专任教师32人。 | 32人 = other _ 32 person",
        ],
        alone=[
            "全区教职工176人。 | 176人 = staff _ 176 person",
            "慰问困难教职工176人，资助金额94800元。 | 94800元 = other _ 94800 CNY",
            "看望贫困学生，发放资助金额94800元。 | 94800元 = student_aid_amount _ 94800 CNY",
        ],
    ),
    "indicators.passage._NOTE": Rule(
        "what a bracket says of one of a list's numbers does not end the list",
        by=[
            "学前毛入园率、义务教育巩固率分别为93.5%、96.2%，分别较上年提高1.2（上年为92.3%）、0.4个百分点。 | 1.2 = gross_enrolment_ratio pre_primary 1.2 pp change | 92.3% = gross_enrolment_ratio pre_primary 92.3 % | 0.4 = retention_rate compulsory 0.4 pp change",
            "幼儿园、小学、初中在校生分别为8210人（民办3100人）、21000人、11000人。 | 8210人 = students pre_primary 8210 person | 3100人 = students pre_primary 3100 person | 21000人 = students primary 21000 person | 11000人 = students lower_secondary 11000 person",
            "学前毛入园率、义务教育巩固率分别为93.5%（全省91%）、96.2%（全省95%），分别较上年提高1.2、0.4个百分点。 | 1.2 = gross_enrolment_ratio pre_primary 1.2 pp change | 0.4个百分点 = retention_rate compulsory 0.4 pp change",
            "毛入园率、巩固率分别达95%(全省93%)和97%。 | 95% = gross_enrolment_ratio _ 95 % | 97% = retention_rate _ 97 %",
        ],
        alone=[
            "小学120所（教学点30个），初中20所。 | 120所 = institutions primary 120 institution | 30个 = teaching_points _ 30 institution | 20所 = institutions lower_secondary 20 institution",
            "毛入园率95%（其中城区98%），巩固率97%。 | 95% = gross_enrolment_ratio _ 95 % | 98% = gross_enrolment_ratio _ 98 % | 97% = retention_rate _ 97 %",
        ],
    ),
    "indicators.naming._OTHER_NOUN": Rule(
        "another noun behind a name is what is counted",
        by=[
            "在校生中随迁子女1.2万人。 | 1.2万人 = other _ 12000 person",
            "专任教师中党员320人。 | 320人 = other _ 320 person",
            "全市在校生参加比赛320人。 | 320人 = other _ 320 person",
        ],
        alone=[
            "在校生总数达到320人。 | 320人 = students _ 320 person",
            "专任教师目前共有320人。 | 320人 = full_time_teachers _ 320 person",
        ],
    ),
    "indicators.naming._SHORTAGE": Rule(
        "a list of what is lacking is no list of what there is",
        by=[
            "小学教师860名、初中教师620名，缺额分别达32名和21名。 | 32名 = other primary 32 person | 21名 = other lower_secondary 21 person",
            "小学教师860名、初中教师620名，缺口分别为32名和21名。 | 32名 = other primary 32 person",
            "小学教师860名、初中教师620名，分别缺编32名和21名。 | 32名 = other primary 32 person",
        ],
        alone=[
            "小学教师860名、初中教师620名，分别增加32名和21名。 | 32名 = full_time_teachers primary 32 person change",
            "小学、初中教师分别为860名、620名。 | 860名 = full_time_teachers primary 860 person | 620名 = full_time_teachers lower_secondary 620 person",
        ],
    ),
    "indicators.naming._EVERYWHERE": Rule(
        "全市, 现有 before a number count all that there are, whatever is said of them",
        by=[
            "现有1.2万名在校生参加体检。 | 1.2万名 = students _ 12000 person",
            "全县3.2万名在校生参加测试。 | 3.2万名 = students _ 32000 person",
            "县内3.2万名在校生享受补助。 | 3.2万名 = students _ 32000 person",
        ],
        alone=[
            "1.2万名在校生参加体检。 | 1.2万名 = other _ 12000 person",
            "为320名专任教师办理证书。 | 320名 = other _ 320 person",
        ],
    ),
    "indicators.naming._of_school": Rule(
        "canteens of new schools are no new schools",
        by=[
            "新建、改建学校食堂143个。 | 143个 = other _ 143 item",
            "新建学校厕所86座。 | 86座 = other _ 86 item",
            "改扩建学校宿舍12栋。 | 12栋 = other _ 12 item",
        ],
        alone=[
            "新建学校143个。 | 143个 = schools_built _ 143 institution",
            "新建学校，食堂143个。 | 143个 = other _ 143 item",
        ],
    ),
    "indicators.nouns._SERVED": Rule(
        "schools for which something is done are not all that there are",
        by=[
            "为38所学校（含12个教学点）配备校医45名。 | 38所 = other _ 38 institution",
            "对38所学校（含12个教学点）实施改造。 | 38所 = other _ 38 institution",
            "向26所学校（含2个教学点）派出督学。 | 26所 = other _ 26 institution",
        ],
        alone=[
            "全市学校为38所（含12个教学点）。 | 38所 = institutions _ 38 institution",
            "全市38所学校（含12个教学点）。 | 38所 = institutions _ 38 institution",
        ],
    ),
    "indicators.nouns._OTHER_BUILT": Rule(
        "what schools built, not schools that were built",
        by=[
            "全年14所中学建成理化生实验室。 | 14所 = other _ 14 institution",
            "全年26所学校新建塑胶运动场。 | 26所 = other all 26 institution",
            "已有35所中小学全部建成数字校园。 | 35所 = other k12 35 institution",
        ],
        alone=[
            "全年14所幼儿园建成投用。 | 14所 = schools_built pre_primary 14 institution",
            "21所小学建成并招生。 | 21所 = schools_built primary 21 institution",
            "完成160所幼儿园新建改扩建和提升改造。 | 160所 = schools_built pre_primary 160 institution",
            "完成12所小学新建扩建。 | 12所 = schools_built primary 12 institution",
        ],
    ),
    "indicators.nouns._NOT_ALL": Rule(
        "some of a place, whatever the place has",
        by=[
            "全市48所幼儿园中仅有少数配齐保健人员。 | 48所 = other pre_primary 48 institution",
            "全县36所小学的校长入选名单。 | 36所 = other primary 36 institution",
            "全市92所初中中只有少数配齐音体美教师。 | 92所 = other lower_secondary 92 institution",
        ],
        alone=[
            "全市92所初中均配齐音体美教师。 | 92所 = institutions lower_secondary 92 institution",
            "全县36所小学全部实行课后服务。 | 36所 = institutions primary 36 institution",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


Case = tuple[str, list[tuple[str, str]]]

SIGNED_UP: list[Case] = [  # those who sign up are not all pupils
    ("2024年高考，全州共有7507名学生报名。", [("7507名", "other _ 7507 person")]),
    ("全县有3200名高中生报考外省院校。", [("3200名", "other _ 3200 person")]),
    ("全区6周岁入学适龄儿童约2200人。", [("2200人", "other _ 2200 person approx")]),
    ("全市共有7507名小学生。", [("7507名", "students primary 7507 person")]),
]

COUNTIES: list[Case] = [  # what is said of the counties before is not said of these
    (
        "12个县通过学前教育普及普惠省级评估，6个县通过义务教育优质均衡国家督导评估。",
        [
            ("12个", "certified_counties pre_primary 12 county"),
            ("6个", "certified_counties compulsory 6 county"),
        ],
    ),
    (
        "9个县通过义务教育基本均衡验收，4个县通过学前教育普及普惠认定。",
        [
            ("9个", "certified_counties compulsory 9 county"),
            ("4个", "certified_counties pre_primary 4 county"),
        ],
    ),
    (
        "全市校际差异系数小学0.31、初中0.27；9个县（市）区全部通过国家认定。",
        [("9个", "certified_counties compulsory 9 county")],
    ),
    (
        "到2027年2个县通过义务教育优质均衡国家认定，到2030年达到5个县。",
        [("2个", "certified_counties compulsory 2 county target"), ("5个", "certified_counties _ 5 county target")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SIGNED_UP, *COUNTIES], ids=lambda v: str(v)[:16])
def test_pupils_and_counties(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected)
