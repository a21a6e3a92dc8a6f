"""What the words of a table say of its figures: levels over sub-rows, values without a noun, projects and their parts.

What belongs here: stubs and headers whose meaning another word of the table gives, and near misses.  What does not: the
forms that tables take (test_reading_table_forms), lists of figures (test_reading_table_lists); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

SUB_ROWS: list[Case] = [
    (  # names wrapped over lines, a group over the last of them, and the sum of the city
        "18-4 幼儿教育情况\n园所（所）   班数\n（个）\n教职工 （人）   小学附设学前班\n# 专任教师 班数（个）   幼儿数 （人）\n"
        "全市合计  62 410 1320 840 31 560\n按城乡分\n城区  40 290 960 610 4 120\n农村  22 120 360 230 27 440",
        [
            ("62", "institutions pre_primary 62 institution"),
            ("410", "classes pre_primary 410 class"),
            ("1320", "staff pre_primary 1320 person"),
            ("840", "full_time_teachers pre_primary 840 person"),
            ("31", "classes pre_primary 31 class"),
            ("560", "students pre_primary 560 person"),
            ("40", "institutions pre_primary 40 institution"),
        ],
    ),
    (  # a level that is counted in 所, and what is counted of it below
        "表9  2024年各级教育基本情况\n指标              单位    绝对数     比上年±%\n幼儿园            所        412        1.8\n"
        "  #在园幼儿       人       43276       -3.2\n小学              所        120       -1.1\n  #在校生         人       90318        0.4\n"
        "  #专任教师       人        5411        1.0",
        [
            ("412", "institutions pre_primary 412 institution"),
            ("1.8", "institutions pre_primary 1.8 % growth"),
            ("43276", "students pre_primary 43276 person"),
            ("3.2", "students pre_primary -3.2 % growth"),
            ("120", "institutions primary 120 institution"),
            ("1.1", "institutions primary -1.1 % growth"),
            ("90318", "students primary 90318 person"),
            ("0.4", "students primary 0.4 % growth"),
            ("5411", "full_time_teachers primary 5411 person"),
        ],
    ),
    (
        "指标|单位|绝对值|增长（%）\n普通高中|所|17|0.0\n其中：在校生|人|26110|2.1\n中等职业学校|所|6|-14.3\n其中：在校生|人|9120|4.5",
        [
            ("17", "institutions general_upper_secondary 17 institution"),
            ("26110", "students general_upper_secondary 26110 person"),
            ("2.1", "students general_upper_secondary 2.1 % growth"),
            ("14.3", "institutions vocational_upper_secondary -14.3 % growth"),
            ("9120", "students vocational_upper_secondary 9120 person"),
        ],
    ),
    (  # the sub-row names its own level
        "指标\t单位\t绝对量\n特殊教育学校\t所\t6\n#小学在校生\t人\t214\n初中\t所\t61\n#在校生\t人\t38200",
        [
            ("6", "institutions special 6 institution"),
            ("214", "students primary 214 person"),
            ("61", "institutions lower_secondary 61 institution"),
            ("38200", "students lower_secondary 38200 person"),
        ],
    ),
    (  # no level: the stub above is an indicator of its own
        "指标\t单位\t绝对数\n教职工\t人\t9120\n#专任教师\t人\t8011\n在校生\t人\t90318\n#女生\t人\t43000",
        [
            ("9120", "staff all 9120 person"),
            ("8011", "full_time_teachers all 8011 person"),
            ("90318", "students all 90318 person"),
            ("43000", "other all 43000 person"),
        ],
    ),
    (  # a level counted in persons is no count of schools
        "指标\t单位\t绝对数\n小学在校生\t人\t90318\n小学入学率\t%\t99.9",
        [("90318", "students primary 90318 person"), ("99.9", "net_enrolment_rate primary 99.9 %")],
    ),
]
MONEY: list[Case] = [
    (  # the caption says what is spent, whatever else the paper is about
        "一、一般公共预算教育支出\n项目|金额（万元）|同比（%）\n小学教育|15,237.45|1.9\n高中教育|7,305.00|3.4\n合计|41,710.00|2.9\n"
        "二、学生资助\n资助项目|受助人次|金额（万元）\n普通高中国家助学金|974|97.40",
        [
            ("15,237.45", "public_budget_education_expenditure primary 152374500 CNY"),
            ("1.9", "public_budget_education_expenditure primary 1.9 % growth"),
            ("41,710.00", "public_budget_education_expenditure all 417100000 CNY"),
            ("974", "student_aid_recipients general_upper_secondary 974 person-time"),
            ("97.40", "student_aid_amount general_upper_secondary 974000 CNY"),
        ],
    ),
    (
        "一般公共预算教育支出情况\n学段|金额（万元）\n学前教育|4918\n初中|10486",
        [
            ("4918", "public_budget_education_expenditure pre_primary 49180000 CNY"),
            ("10486", "public_budget_education_expenditure lower_secondary 104860000 CNY"),
        ],
    ),
    (
        "学生资助情况\n项目|金额（万元）\n生源地信用助学贷款|571\n普通高中免学费|62",
        [
            ("571", "student_loan_amount tertiary 5710000 CNY"),
            ("62", "student_aid_amount general_upper_secondary 620000 CNY"),
        ],
    ),
]
PROJECTS: list[Case] = [
    (
        "附表：各乡镇项目安排情况\n乡镇       项目数（个）    面积（平方米）    资金（万元）\n大满镇      6              9300             2105\n"
        "沙井镇      5              6120             1288",
        [
            ("6", "construction_projects all 6 project target @大满镇 2024"),
            ("9300", "floor_area_built all 9300 m2 target @大满镇 2024"),
            ("2105", "capital_investment all 21050000 CNY target @大满镇 2024"),
            ("1288", "capital_investment all 12880000 CNY target @沙井镇 2024"),
        ],
    ),
    (
        "项目资金安排表\n县区|项目（个）|资金（万元）\n甘州区|12|20310\n临泽县|5|4020",
        [
            ("12", "construction_projects all 12 project target @甘州区"),
            ("20310", "capital_investment all 203100000 CNY target @甘州区"),
        ],
    ),
    (  # no projects: an area is an area, money is money
        "各县区学校基本情况\n县区|学校数（所）|面积（平方米）|资金（万元）\n甘州区|12|9300|2105",
        [("9300", "other all 9300 m2"), ("2105", "_ all 21050000 CNY")],
    ),
    (  # what was allotted in a report is so
        "任务完成情况\n县区|项目（个）|资金（万元）\n甘州区|12|20310",
        [("12", "construction_projects all 12 project"), ("20310", "capital_investment all 203100000 CNY")],
    ),
]
FUNDS: list[Case] = [
    (
        "张掖市2024年城乡义务教育补助经费分配表\n单位：万元、人\n县区          测算学生数     公用经费      营养改善       特岗教师补助    合计\n"
        "甘州区          24816          1861          1985           412           4258\n临泽县          5190          389          415           63           867",
        [
            ("1861", "earmarked_education_funds compulsory 18610000 CNY @甘州区"),
            ("1985", "nutrition_fund compulsory 19850000 CNY @甘州区"),
            ("412", "earmarked_education_funds compulsory 4120000 CNY @甘州区"),
            ("4258", "earmarked_education_funds compulsory 42580000 CNY @甘州区"),
            ("867", "earmarked_education_funds compulsory 8670000 CNY @临泽县"),
        ],
    ),
    (
        "校舍维修改造专项资金安排表（单位：万元）\n县区|校舍维修|设备经费\n甘州区|120|45",
        [("45", "earmarked_education_funds all 450000 CNY @甘州区")],
    ),
    (
        "学生资助补助资金下达表（单位：万元）\n县区|免学费补助|免费教科书\n甘州区|120|45",
        [("120", "student_aid_amount all 1200000 CNY @甘州区")],
    ),
    (  # what teachers cost by head stays a count of teachers
        "特岗教师情况表（单位：人）\n县区|特岗教师|代课教师\n甘州区|120|45",
        [("120", "_ _ 120 person @甘州区")],
    ),
    (
        "基本情况表（单位：万元、人）\n县区|教师|公用经费\n甘州区|1200|345",
        [("1200", "full_time_teachers all 1200 person @甘州区"), ("345", "_ all 3450000 CNY @甘州区")],
    ),
]
LED_UP_TO: list[Case] = [
    (
        "全市有学校362所。在校学生(不含幼儿)合计95263人:\n    小  学   49718人   增长 2.6%\n    初  中   22140人   下降 4.1%",
        [
            ("49718", "students primary 49718 person"),
            ("2.6", "students primary 2.6 % growth"),
            ("22140", "students lower_secondary 22140 person"),
            ("4.1", "students lower_secondary -4.1 % growth"),
        ],
    ),
    (
        "全年工作进展顺利。教职工共9120人：\n小学|5411人|增长 1.0%\n初中|3700人|下降 2.0%",
        [("5411", "staff primary 5411 person"), ("2.0", "staff lower_secondary -2 % growth")],
    ),
    (
        "全市工作进展顺利。各学段情况如下：\n小学|120所|增长 1.0%\n初中|61所|下降 2.0%",
        [("120", "institutions primary 120 institution"), ("61", "institutions lower_secondary 61 institution")],
    ),
    (  # a share that is so is no change
        "毛入园率如下：\n甘州区|96.2%\n临泽县|95.1%",
        [("96.2", "_ _ 96.2 %"), ("95.1", "_ _ 95.1 %")],
    ),
    (
        "各校招生计划\n学校|班数|人数|咨询电话\n余县一小|8|360|3396121\n余县二小|6|270|3396302",
        [("3396121", "identifier"), ("3396302", "identifier")],
    ),
]
PLAN: dict[str, Any] = {"title": "张掖市2024年校舍建设实施方案", "dated": "2024-03-10"}
AID: dict[str, Any] = {"title": "张掖市2024年度教育经费执行及学生资助情况公示", "dated": "2024-12-30"}


@pytest.mark.parametrize("case", SUB_ROWS)
def test_levels_over_their_sub_rows(case: Case, reads: Any) -> None:
    reads(*case)


@pytest.mark.parametrize("case", MONEY)
def test_money_is_what_the_caption_says(case: Case, reads: Any) -> None:
    reads(*case, **AID)


@pytest.mark.parametrize("case", PROJECTS)
def test_projects_their_area_and_their_cost(case: Case, reads: Any) -> None:
    reads(*case, **PLAN)


@pytest.mark.parametrize("case", FUNDS)
def test_what_a_fund_is_paid_out_for(case: Case, reads: Any) -> None:
    reads(*case, title="张掖市教育局公示", dated="2024-05-20")


@pytest.mark.parametrize("case", LED_UP_TO)
def test_tables_that_a_sentence_leads_up_to(case: Case, reads: Any) -> None:
    reads(*case)
