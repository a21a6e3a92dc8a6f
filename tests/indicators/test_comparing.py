"""Bases, norms, changes and gaps of what stands before a number: sentences for rules of indicators.comparing.

What belongs here: which earlier number a comparison speaks of.  What does not: the words of a change and its sign
(test_measures), whole sentences of comparisons (test_reading_comparisons); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.comparing._NORM": Rule(
        "a number before 的标准 is what the number before it is held against",
        by=[
            "小学平均班额57人，远超省定45人的标准。 | 57人 = class_size primary 57 person | 45人 = class_size primary 45 person target",
            "大班额比例3.2%，低于5%的控制线。 | 5% = large_class_share _ 5 % lt target",
            "生师比为12.1，优于13.5的国家标准。 | 13.5 = student_teacher_ratio _ 13.5 student/teacher target",
        ],
        alone=[
            "公用经费按5%的标准安排培训经费。 | 5% = teacher_training_fund_share _ 5 % target",
            "大班额比例3.2%，3%的学校没有操场。 | 3% = other _ 3 %",
        ],
    ),
    "indicators.comparing._ANAPHOR": Rule(
        "这一比例 is the number before it, of another time",
        by=[
            "毛入园率98%，五年前这一比例只有81.4%。 | 81.4% = gross_enrolment_ratio pre_primary 81.4 % 2020",
            "高等教育毛入学率59.6%。2012年这一数字还只是30%。 | 30% = gross_enrolment_ratio tertiary 30 % 2012",
            "公办园占比56%，2016年该指标为31%。 | 31% = public_kindergarten_enrolment_share _ 31 % 2016",
        ],
        alone=[
            "用两年时间把这一比例提高到90%。 | 90% = other _ 90 %",
            "毛入园率98%，家长满意度92%。 | 92% = satisfaction_rate _ 92 %",
        ],
    ),
    "indicators.comparing._OPEN": Rule(
        "a change is not of what a bracket names in passing",
        by=[
            "全市教职工9600人（主要为专任教师），增加120人。 | 120人 = staff _ 120 person change",
            "高校教职工9600人（另有外聘专任教师），比上年增加120人。 | 120人 = staff _ 120 person change",
            "幼儿园教职工5200人(多数为专任教师),比上年减少60人。 | 60人 = staff _ -60 person change",
        ],
        alone=[
            "全市教职工9600人，专任教师增加120人。 | 120人 = full_time_teachers _ 120 person change",
            "全市教职工9600人（专任教师8200人），增加120人。 | 120人 = staff _ 120 person change",
        ],
    ),
    "indicators.comparing._WHOLE": Rule(
        "总体 is of all the levels that the sentence has listed",
        by=[
            "小学、初中近视率分别为38%、62%，总体下降1.2个百分点。 | 1.2 = myopia_rate compulsory -1.2 pp change",
            "小学、初中大班额比例分别为1.2%、3.1%，整体下降2个百分点。 | 2 = large_class_share compulsory -2 pp change",
            "幼儿园、小学、初中近视率分别为8%、38%、62%，总体下降1.2个百分点。 | 1.2 = myopia_rate k12_and_pre_primary -1.2 pp change",
        ],
        alone=[
            "小学、初中近视率分别为38%、62%，后者下降1.2个百分点。 | 1.2 = myopia_rate lower_secondary -1.2 pp change",
            "小学近视率为38%，总体近视率下降1.2个百分点。 | 1.2 = myopia_rate all -1.2 pp change",
        ],
    ),
    "indicators.comparing._COMPARED": Rule(
        "比上年的, 较2020年的: the same, of another time",
        by=[
            "在校生3.2万人，比上年的3.1万人多1000人。 | 3.1万人 = students _ 31000 person 2023",
            "专任教师1200人，比2020年的1000人多200人。 | 1000人 = full_time_teachers _ 1000 person 2020 | 200人 = full_time_teachers _ 200 person change",
            "在校生3.2万人，较2020年底的2.9万人多3000人。 | 2.9万人 = students _ 29000 person 2020-12-31 | 3000人 = students _ 3000 person change",
        ],
        alone=[
            "教育投入比2020年的10亿元增长20%。 | 10亿元 = public_budget_education_expenditure _ 1000000000 CNY 2020 | 20% = public_budget_education_expenditure _ 20 % growth",
            "在校生3.2万人，比上年多1000人。 | 1000人 = students _ 1000 person change",
        ],
    ),
    "indicators.comparing._own_noun": Rule(
        "a growth of what it names itself, which has no code",
        by=[
            "招聘教师320名，高校科研经费增长10%。 | 10% = other _ 10 % growth",
            "在校生3.2万人，校外机构数量下降12%。 | 12% = other _ -12 % growth",
            "普惠率92%，智慧教育平台使用率提高5个百分点。 | 5 = other _ 5 pp change",
        ],
        alone=[
            "教育投入12亿元，同比增长10%。 | 10% = public_budget_education_expenditure _ 10 % growth",
            "普惠率92%，比上年提高5个百分点。 | 5 = inclusive_kindergarten_coverage _ 5 pp change",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
