"""Level, change, growth, gap or rank: sentences for rules of indicators.measures, and near misses.

What belongs here: the words between an indicator and its number.  What does not: which indicator a change is of
(test_comparing); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from rule_tables import Rule, table

from edu_pipeline.extract import extract_document

RULES = {
    "indicators.measures._LIES": Rule(
        "what lies lower or higher by so many points is a gap, whatever it was held against before",
        by=[
            "对照全省平均水平，毛入学率仍低1.4个百分点。 | 1.4 = gross_enrolment_ratio _ -1.4 pp gap",
            "与全国平均水平相比，巩固率还低0.9个百分点。 | 0.9 = retention_rate _ -0.9 pp gap",
            "对标先进地区，近视率依然高2.3个百分点。 | 2.3 = myopia_rate _ 2.3 pp gap",
        ],
        alone=[
            "毛入学率较上年低1.4个百分点。 | 1.4 = gross_enrolment_ratio _ -1.4 pp change",
            "近视率降低1.4个百分点。 | 1.4 = myopia_rate _ -1.4 pp change",
            "毛入学率提高1.4个百分点。 | 1.4 = gross_enrolment_ratio _ 1.4 pp change",
        ],
    ),
    "indicators.measures._reference": Rule(
        "what a change or gap is measured against",
        by=[
            "毛入园率98%，比2020年提高6个百分点。 | 6 = gross_enrolment_ratio _ 6 pp change than:2020年",
            "毛入园率98%，高出全省平均水平近13个百分点。 | 13 = gross_enrolment_ratio _ 13 pp gap approx than:全省平均水平",
            "招生3.2万人，同比增长9.6%。 | 9.6% = new_entrants _ 9.6 % growth than:上年",
            "毛入园率98%，比“十三五”末提高2.5个百分点。 | 2.5 = gross_enrolment_ratio _ 2.5 pp change than:“十三五”末",
        ],
        alone=[
            "全省平均水平为92%，毛入园率98%。 | 98% = gross_enrolment_ratio _ 98 %",
            "2020年，毛入园率98%，提高6个百分点。 | 6 = gross_enrolment_ratio _ 6 pp change",
        ],
    ),
    "indicators.measures._EARLIER": Rule(
        "a distance from an earlier time is a change, from a place a gap",
        by=[
            "上线412人，比去年多36人。 | 36人 = _ _ 36 person change",
            "小班适龄幼儿1.58万人，比前年多2300人。 | 2300人 = other pre_primary 2300 person change",
            "毛入园率98%，高于2020年6个百分点。 | 6 = gross_enrolment_ratio _ 6 pp change",
        ],
        alone=[
            "毛入园率98%，高于全省6个百分点。 | 6 = gross_enrolment_ratio _ 6 pp gap",
            "教师平均工资比公务员高320元。 | 320元 = _ _ 320 _ gap",
        ],
    ),
    "indicators.measures._AIMED": Rule(
        "a distance from what was aimed at is a gap, whatever year it was aimed for",
        by=[
            "毛入园率98%，超出“十四五”预期目标3个百分点。 | 3 = gross_enrolment_ratio _ 3 pp gap",
            "普惠率92%，高于2025年目标7个百分点。 | 7 = inclusive_kindergarten_coverage _ 7 pp gap",
            "巩固率99%，高于“十三五”规划要求4个百分点。 | 4 = retention_rate _ 4 pp gap target",
        ],
        alone=[
            "毛入园率98%，高于“十三五”末3个百分点。 | 3 = gross_enrolment_ratio _ 3 pp change",
            "普惠率92%，高于2020年7个百分点。 | 7 = inclusive_kindergarten_coverage _ 7 pp change",
        ],
    ),
    "indicators.measures._THAN_A_YEAR": Rule(
        "so many above an earlier year are a change, what that year had is none",
        by=[
            "在校生12.3万人，高于2008年1.4万人。 | 1.4万人 = students _ 14000 person change",
            "2023年招生2万人，毕业1.6万人，分别高于2013年1200人、900人。 | 1200人 = new_entrants _ 1200 person change | 900人 = other _ 900 person change",
            "专任教师4882人，低于去年120人。 | 120人 = full_time_teachers _ -120 person change",
        ],
        alone=[
            "在校生12.3万人，高于2008年的10.9万人。 | 10.9万人 = students _ 109000 person",
            "专任教师4882人，2008年1200人。 | 1200人 = full_time_teachers _ 1200 person",
        ],
    ),
    "indicators.measures._OPENED": Rule(
        "the number in brackets behind a norm or mean is that, not how far it lies",
        by=[
            "公办园占比高于国家标准(50%)6个百分点。 | 50% = public_kindergarten_enrolment_share _ 50 % target | 6 = public_kindergarten_enrolment_share _ 6 pp gap",
            "生均公用经费高于全省平均水平（3200元）。 | 3200元 = per_student_expenditure _ 3200 CNY/person",
            "小学生均面积超过省定标准（6.2平方米）。 | 6.2 = other primary 6.2 m2/person target",
        ],
        alone=[
            "生均公用经费高于全省平均水平320元。 | 320元 = per_student_expenditure _ 320 CNY/person gap",
            "教师平均工资比公务员平均水平(8.2万元)高320元。 | 8.2万元 = average_teacher_salary _ 82000 CNY | 320元 = average_teacher_salary _ 320 CNY gap",
            "毛入园率高于全省平均水平（见附表）2个百分点。 | 2 = gross_enrolment_ratio _ 2 pp gap",
        ],
    ),
    "indicators.measures._SHORT": Rule(
        "的缺口 behind a number is a gap below",
        by=[
            "生均体育场馆面积还有0.6平方米的缺口。 | 0.6 = _ _ -0.6 m2/person gap",
            "普通高中还存在1200个的缺口。 | 1200个 = other general_upper_secondary -1200 _ gap",
            "小学生均面积仍有1.2平方米的差距。 | 1.2 = other primary -1.2 m2/person gap",
        ],
        alone=[
            "教师还有120名的缺口。 | 120名 = _ _ 120 person",
            "生均体育场馆面积8.1平方米的学校有缺口。 | 8.1 = _ _ 8.1 _",
        ],
    ),
    "indicators.measures._NAMED_MOVE": Rule(
        "a verb and the noun that changed, against an earlier time or opening the clause",
        by=[
            "较2020年增加教师320人。 | 320人 = _ _ 320 person change",
            "减少大班额36个。 | 36个 = large_classes _ -36 class change",
            "比上年减少学生1200人。 | 1200人 = _ _ -1200 person change",
        ],
        alone=[
            "全市共有教师320人。 | 320人 = full_time_teachers _ 320 person",
            "为增加学位供给，安排资金1200万元。 | 1200万元 = _ _ 12000000 CNY",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大班额少了10.3万个。", "large_classes _ -103000 class change"),
        ("特教学生比上年少了14人。", "_ special -14 person change"),
        ("在校生多了320人。", "students _ 320 person change"),
        ("教师少不了120人。", "_ _ 120 person"),
        ("在校生很多,320人。", "_ _ 320 person"),
    ],
)
def test_more_and_fewer(text: str, expected: str, reads: Any) -> None:
    number = re.search(r"\d[\d.]*万?[个人]", text)
    assert number is not None
    reads(text, [(number[0], expected)])


@pytest.mark.parametrize("text", ["在校生3.2万人，下降0%。", "毛入园率98%，下降0个百分点。", "大班额占比降为0。"])
def test_nothing_falls_by_nothing(text: str) -> None:
    rows = extract_document(text.encode(), "a.txt")["observations_read"]
    assert "0.0" in [str(row["value"]) for row in rows] and "-0.0" not in [str(row["value"]) for row in rows]
