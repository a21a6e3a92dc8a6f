"""Money, shares and what is told of a place, by weak words: sentences for links of linking.yaml, and near misses.

Each rule here is a list of words or a link of edu_pipeline/reference, by the name that stands first: its lines come out
wrong without it, which helpers/taken_out.py shows.

What belongs here: links of money, of per cent, and links that lean on a paragraph.  What does not: patterns (the tests
of their modules); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, listed

RULES = {
    "money for meals": Rule(
        "linking.yaml: links",
        by=[
            "实施营养改善计划，支出1200万元。 | 1200万元 = nutrition_fund _ 12000000 CNY",
            "营养午餐全覆盖。全年拨付860万元。 | 860万元 = nutrition_fund _ 8600000 CNY",
            "落实营养膳食政策，落实资金1.2亿元。 | 1.2亿元 = nutrition_fund _ 120000000 CNY",
        ],
        alone=[
            "实施营养改善计划，新建食堂投入1200万元。 | 1200万元 = _ _ 12000000 CNY",
            "全年拨付860万元。 | 860万元 = _ _ 8600000 CNY",
        ],
    ),
    "money gathered for works": Rule(
        "linking.yaml: links",
        by=[
            "整合3200万元新建校舍。 | 3200万元 = capital_investment _ 32000000 CNY",
            "自筹120万元维修教室。 | 120万元 = capital_investment _ 1200000 CNY",
            "统筹整合2600万元改建幼儿园。 | 2600万元 = capital_investment pre_primary 26000000 CNY",
        ],
        alone=[
            "自筹120万元培训教师。 | 120万元 = _ _ 1200000 CNY",
            "整合3200万元。 | 3200万元 = _ _ 32000000 CNY",
        ],
    ),
    "money put into what a paragraph builds": Rule(
        "linking.yaml: links",
        by=[
            "新建学校9所。全年投入3200万元。 | 3200万元 = capital_investment _ 32000000 CNY",
            "改扩建幼儿园12所，新增学位960个。再投入860万元。 | 860万元 = capital_investment _ 8600000 CNY",
            "迁建学校2所。县财政投入2.1亿元。 | 2.1亿元 = capital_investment _ 210000000 CNY",
        ],
        alone=[
            "新建学校9所。发放工资320万元。 | 320万元 = other _ 3200000 CNY",
            "新建学校9所。投入奖补资金320万元。 | 320万元 = earmarked_education_funds _ 3200000 CNY",
        ],
    ),
    "pupils who stay after school": Rule(
        "linking.yaml: links",
        by=[
            "开展课后服务，92%的学生参加。 | 92% = after_school_student_participation _ 92 %",
            "落实课后延时服务，有86%的学生参与。 | 86% = after_school_student_participation _ 86 %",
            "课后服务全覆盖，95.2%的学生自愿参加。 | 95.2% = after_school_student_participation _ 95.2 %",
        ],
        alone=[
            "92%的学生参加。 | 92% = other _ 92 %",
            "开展课后服务，92%的家长满意。 | 92% = _ _ 92 %",
        ],
    ),
    "teachers who stay after school": Rule(
        "linking.yaml: links",
        by=[
            "开展课后服务，92%的教师参加。 | 92% = after_school_teacher_participation _ 92 %",
            "落实课后延时服务，有86%的教师参与。 | 86% = after_school_teacher_participation _ 86 %",
            "课后服务全覆盖，95.2%的教师自愿参加。 | 95.2% = after_school_teacher_participation _ 95.2 %",
        ],
        alone=[
            "92%的教师参加。 | 92% = other _ 92 %",
            "开展课后服务，92%的家长满意。 | 92% = _ _ 92 %",
        ],
    ),
    "schools that keep pupils after school": Rule(
        "linking.yaml: links",
        by=[
            "延时服务开展率98%。 | 98% = after_school_coverage _ 98 %",
            "延时服务扎实推进，中小学开展率100%。 | 100% = after_school_coverage _ 100 %",
            "落实课后延时服务。学校开展率96%。 | 96% = after_school_coverage _ 96 %",
        ],
        alone=[
            "学校覆盖率100%。 | 100% = other _ 100 %",
            "推进课后服务，学生覆盖率96%。 | 96% = _ _ 96 %",
        ],
    ),
    "the rate at which groups cover schools": Rule(
        "linking.yaml: links",
        by=[
            "推进集团化办学。参与率86%。 | 86% = group_schooling_coverage _ 86 %",
            "组建教育联盟，学校参与率92%。 | 92% = group_schooling_coverage _ 92 %",
            "学区化全面推进，参与率达82%。 | 82% = group_schooling_coverage _ 82 %",
        ],
        alone=[
            "参与率86%。 | 86% = other _ 86 %",
            "推进集团化办学，普惠园覆盖率92%。 | 92% = _ _ 92 %",
        ],
    ),
    "who is at school": Rule(
        "linking.yaml: links",
        by=[
            "在校3.2万人。 | 3.2万人 = students _ 32000 person",
            "小学就读4200人。 | 4200人 = students primary 4200 person",
            "在籍残疾学生320人。 | 320人 = students _ 320 person",
            "幼儿在园8600人。 | 8600人 = students pre_primary 8600 person",
        ],
        alone=[
            "在校教师320人。 | 320人 = _ _ 320 person",
            "在校参加培训320人。 | 320人 = other _ 320 person",
        ],
    ),
    "counties certified, in a paragraph on kindergartens": Rule(
        "linking.yaml: links",
        by=[
            "推动学前教育普及普惠。4个县通过国家认定。 | 4个 = certified_counties pre_primary 4 county",
            "普及普惠水平提升。3个县通过省级评估。 | 3个 = certified_counties pre_primary 3 county",
            "普及普惠发展较快。2个区通过国家督导评估。 | 2个 = certified_counties pre_primary 2 county",
        ],
        alone=[
            "3个县启动普及普惠创建。 | 3个 = other _ 3 county",
            "3个县通过省级评估。 | 3个 = certified_counties _ 3 county",
        ],
    ),
    "counties certified, in a paragraph on schools": Rule(
        "linking.yaml: links",
        by=[
            "义务教育基本均衡全面实现。4个县通过国家认定。 | 4个 = certified_counties compulsory 4 county",
            "优质均衡成效明显。3个县通过省级评估。 | 3个 = certified_counties compulsory 3 county",
            "均衡发展加快。2个区通过国家督导评估。 | 2个 = certified_counties compulsory 2 county",
        ],
        alone=[
            "3个县启动优质均衡创建。 | 3个 = other _ 3 county",
            "3个县通过省级评估。 | 3个 = certified_counties _ 3 county",
        ],
    ),
}


test_words = listed(RULES)
