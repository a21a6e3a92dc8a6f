"""Rates told level by level, years of schooling that rise, and schools of a grade.

What belongs here: rules that reports, replies and tables of six genres taught, sentence by sentence.  What does not: lists
of words (test_listed_words), tables of areas (test_reading_area_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, parted, table

RULES = {
    "indicators.leaning._PUPILS": Rule(
        "a rate of pupils goes on with pupils of another level",
        by=[
            "幼儿近视率控制在3%左右,小学生降到38%以下 | 3% = myopia_rate pre_primary 3 % approx | 38% = myopia_rate primary 38 % lt",
            "学生近视率小学为36.4%,初中生升至69.8% | 36.4% = myopia_rate primary 36.4 % | 69.8% = myopia_rate lower_secondary 69.8 %",
            "儿童近视率46.2%,高中生稳定在81% | 46.2% = myopia_rate _ 46.2 % | 81% = myopia_rate general_upper_secondary 81 %",
        ],
        alone=[
            "毛入园率91%,小学生占在校生的38% | 91% = gross_enrolment_ratio pre_primary 91 % | 38% = other primary 38 %",
            "近视率36.4%,小学生12345人 | 36.4% = myopia_rate _ 36.4 % | 12345人 = students primary 12345 person",
        ],
    ),
    "indicators.per_head._AID_FOR_FEES": Rule(
        "aid that pays a fee is no fee",
        by=[
            "在园幼儿每生每年补助保教费1200元 | 1200元 = per_student_expenditure pre_primary 1200 CNY/person",
            "按每生每年补助住宿费400元 | 400元 = per_student_expenditure _ 400 CNY/person",
            "小学生每生每年伙食费补助750元 | 750元 = per_student_expenditure primary 750 CNY/person",
        ],
        alone=[
            "幼儿园保教费每生每年1200元 | 1200元 = other pre_primary 1200 CNY/person",
            "每生每年收取住宿费400元 | 400元 = other _ 400 CNY/person",
        ],
    ),
}  # fmt: skip

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    "line",
    [
        # what rises is no noun of the number before it
        "平均受教育年限由13.4年提升至14.1年 | 13.4年 = mean_years_of_schooling none 13.4 year | 14.1年 = mean_years_of_schooling none 14.1 year",
        "人均受教育年限从9.1年提升到10.2年 | 9.1年 = mean_years_of_schooling none 9.1 year | 10.2年 = mean_years_of_schooling none 10.2 year",
        "实施提升工程12个 | 12个 = construction_projects _ 12 project",
        # grades of senior schools
        "普通高中33所(一级达标8所) | 33所 = institutions general_upper_secondary 33 institution | 8所 = demonstration_high_schools general_upper_secondary 8 institution",
        "普通高中12所,其中省级标准化5所 | 12所 = institutions general_upper_secondary 12 institution | 5所 = demonstration_high_schools general_upper_secondary 5 institution",
        "全市有省级标准化高中9所 | 9所 = demonstration_high_schools general_upper_secondary 9 institution",
        # persons to a class, level by level
        "班额情况——幼儿园平均25.8人／班、小学31.4人／班 | 25.8人 = class_size pre_primary 25.8 person | 31.4人 = class_size primary 31.4 person",
        # a sign behind what it is compared with
        "教育支出22.08亿元,同比+6.4% | 22.08亿元 = public_budget_education_expenditure _ 2208000000 CNY | 6.4% = public_budget_education_expenditure _ 6.4 % growth",
        "高中5所,特殊教育1所 | 5所 = institutions general_upper_secondary 5 institution | 1所 = institutions special 1 institution",
        "柔性流动教师231人,占符合流动条件教师的17.3% | 231人 = teachers_rotated _ 231 person | 17.3% = teacher_rotation_share _ 17.3 %",
        "普通高中33所(达标率98%) | 33所 = institutions general_upper_secondary 33 institution",
    ],
)
def test_words_of_rises_and_grades(line: str, reads: Callable[..., None]) -> None:
    reads(*parted(line))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a grade is no aim, and a norm is
        ("县区\t校数\t省级标准化高中\n甘州区\t7\t5\n高台县\t3\t2", [("5", "demonstration_high_schools general_upper_secondary 5 institution"), ("2", "demonstration_high_schools general_upper_secondary 2 institution")]),
        ("指标\t标准\t自评结果\n小学入学率（%）\t98\t99.6", [("98", "net_enrolment_rate primary 98 % target"), ("99.6", "net_enrolment_rate primary 99.6 %")]),
        # brackets in the name of a fund
        ("2024年城乡义务教育补助经费(校舍安全保障长效机制、综合奖补)分配表\n县区\t小计(万元)\t校舍维修改造(万元)\n甘州区\t1268\t902\n高台县\t405\t310", [("902", "earmarked_education_funds compulsory 9020000 CNY"), ("310", "earmarked_education_funds compulsory 3100000 CNY")]),
        ("2024年校舍情况表\n县区\t面积(平方米)\t校舍维修改造(万元)\n甘州区\t1268\t902", [("902", "other _ 9020000 CNY")]),
    ],
)  # fmt: skip
def test_cells_of_grades_and_funds(rows: str, expected: list[tuple[str, str]], reads: Callable[..., None]) -> None:
    reads(rows, expected)
