"""Topics, classes and lists of linking.yaml: sentences that need them, and near misses.

Each rule here is a list of words or a link of edu_pipeline/reference, by the name that stands first: its lines come out
wrong without it, which helpers/taken_out.py shows.

What belongs here: the lists of linking.yaml.  What does not: patterns (the tests of their modules); the notation (conftest,
helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, listed

RULES = {
    "rooms and staff of mental health": Rule(
        "linking.yaml:topics.mental",
        by=[
            "加强心理健康教育。建成辅导室36间。 | 36间 = counselling_rooms _ 36 room",
            "开展心理辅导。配备专职教师120名。 | 120名 = mental_health_staff _ 120 person",
            "关注学生心灵成长，新建宣泄室18间。 | 18间 = counselling_rooms _ 18 room",
        ],
        alone=[
            "建成功能室36间。 | 36间 = other _ 36 room",
            "配备专职教师120名。 | 120名 = _ _ 120 person",
        ],
    ),
    "the rate at which Mandarin is spoken": Rule(
        "linking.yaml:topics.mandarin",
        by=[
            "推广普通话，教师达标率98.2%。 | 98.2% = mandarin_pass_rate _ 98.2 %",
            "重视普通话测试。二级乙等以上占96%。 | 96% = mandarin_pass_rate _ 96 %",
            "普通话培训扎实，合格率95%。 | 95% = mandarin_pass_rate _ 95 %",
        ],
        alone=[
            "教师学历达标率98.2%。 | 98.2% = _ _ 98.2 %",
            "食堂合格率95%。 | 95% = other _ 95 %",
        ],
    ),
    "pupils who take part in study tours": Rule(
        "linking.yaml:topics.study_tour",
        by=[
            "推进思政课建设，覆盖学生3.2万人次。 | 3.2万人次 = training_sessions _ 32000 person-time",
            "组织主题活动，吸引学生8600人次。 | 8600人次 = training_sessions _ 8600 person-time",
            "直播课惠及儿童6400人次。 | 6400人次 = training_sessions _ 6400 person-time",
        ],
        alone=[
            "运动会参与学生2.6万人次。 | 2.6万人次 = other _ 26000 person-time",
            "开展研学活动，培训教师320人次。 | 320人次 = teachers_trained _ 320 person-time",
        ],
    ),
    "the college entrance examination ends another topic": Rule(
        "linking.yaml:topics.exams",
        by=[
            "心理健康教育扎实。高考备考有序，辅导室36间。 | 36间 = other _ 36 room",
            "课后服务全覆盖。本科上线率提高，参与率92%。 | 92% = other _ 92 %",
            "研学活动丰富。高考成绩优异，参与学生3200人。 | 3200人 = other _ 3200 person",
            "营养改善计划落实到位。高考组考平稳，惠及学生3200人。 | 3200人 = other _ 3200 person",
        ],
        alone=[
            "课后服务全覆盖，参与率92%。 | 92% = after_school_student_participation _ 92 %",
            "心理健康教育扎实，辅导室36间。 | 36间 = counselling_rooms _ 36 room",
        ],
    ),
    "what moves teachers ends another topic": Rule(
        "linking.yaml:topics.rotation",
        by=[
            "课后服务全覆盖。交流轮岗深入推进，参与率32%。 | 32% = other _ 32 %",
            "营养改善计划落实到位。推进轮岗交流，惠及学生3200人。 | 3200人 = other _ 3200 person",
            "抓好研学活动。支教深入开展，参与学生3200人。 | 3200人 = other _ 3200 person",
        ],
        alone=[
            "课后服务全覆盖，参与率92%。 | 92% = after_school_student_participation _ 92 %",
            "营养改善计划落实到位，惠及学生3200人。 | 3200人 = nutrition_beneficiaries _ 3200 person",
        ],
    ),
    "who is trained": Rule(
        "linking.yaml:topics.training",
        by=[
            "落实全员培训，轮训1200人。 | 1200人 = teachers_trained _ 1200 person",
            "用好国培项目，研修860人次。 | 860人次 = teachers_trained _ 860 person-time",
            "抓实教师培训。轮训1200人。 | 1200人 = teachers_trained _ 1200 person",
        ],
        alone=[
            "全年参训3200人次。 | 3200人次 = other _ 3200 person-time",
            "农民全员培训，轮训1200人。 | 1200人 = other _ 1200 person",
            "轮训1200人。 | 1200人 = other _ 1200 person",
        ],
    ),
    "what brings teachers ends another topic": Rule(
        "linking.yaml:topics.recruitment",
        by=[
            "营养改善计划落实到位。人才引进有力，惠及学生3200人。 | 3200人 = other _ 3200 person",
            "课后服务全覆盖。教师招聘公开透明，参与率32%。 | 32% = other _ 32 %",
            "抓好研学活动。引才工作推进，参与学生3200人。 | 3200人 = other _ 3200 person",
        ],
        alone=[
            "课后服务全覆盖，参与率92%。 | 92% = after_school_student_participation _ 92 %",
            "营养改善计划落实到位，惠及学生3200人。 | 3200人 = nutrition_beneficiaries _ 3200 person",
        ],
    ),
    "who takes part is a pupil": Rule(
        "linking.yaml:classes.student",
        by=[
            "组织宣讲，覆盖学生3.2万人次。 | 3.2万人次 = training_sessions _ 32000 person-time",
            "直播课惠及儿童8600人次。 | 8600人次 = training_sessions _ 8600 person-time",
            "组织主题活动，吸引学子8600人次。 | 8600人次 = training_sessions _ 8600 person-time",
        ],
        alone=[
            "组织宣讲，覆盖群众3.2万人次。 | 3.2万人次 = other _ 32000 person-time",
            "组织宣讲36场。 | 36场 = other _ 36 item",
        ],
    ),
    "money for after-school services": Rule(
        "linking.yaml:classes.funds",
        by=[
            "推进延时服务，下达专款180万元。 | 180万元 = after_school_service_fund _ 1800000 CNY",
            "实施课后延时服务。拨付320万元。 | 320万元 = after_school_service_fund _ 3200000 CNY",
            "延时服务全覆盖，安排260万元。 | 260万元 = after_school_service_fund _ 2600000 CNY",
        ],
        alone=[
            "拨付320万元用于改造。 | 320万元 = _ _ 3200000 CNY",
            "落实经费260万元。 | 260万元 = _ _ 2600000 CNY",
            "课后服务经费260万元。 | 260万元 = after_school_service_fund _ 2600000 CNY",
        ],
    ),
    "groups of schools by any of their names": Rule(
        "linking.yaml:classes.group",
        by=[
            "组建集团12个。 | 12个 = education_groups _ 12 group",
            "划分学区16个。 | 16个 = education_groups _ 16 group",
            "成立共同体14个。 | 14个 = education_groups _ 14 group",
        ],
        alone=[
            "建成实训基地6个。 | 6个 = other _ 6 base",
            "组建产教集团3个。 | 3个 = other _ 3 group",
        ],
    ),
    "groups with enterprises are no education groups": Rule(
        "linking.yaml:classes.industry",
        by=[
            "成立产教联盟4个。 | 4个 = other _ 4 group",
            "组建行业共同体5个。 | 5个 = other _ 5 group",
            "组建产教集团3个。 | 3个 = other _ 3 group",
        ],
        alone=[
            "组建教育集团3个。 | 3个 = education_groups _ 3 group",
            "成立学校联盟4个。 | 4个 = education_groups _ 4 group",
        ],
    ),
    "campaigns that stand for a level, unless examples": Rule(
        "linking.yaml:campaigns",
        by=[
            "统筹改薄、校安工程等资金2.4亿元。 | 2.4亿元 = _ all 240000000 CNY",
            "整合“全面改薄”、援建等资金8600万元。 | 8600万元 = _ all 86000000 CNY",
            "争取薄弱学校改造、危房改造等资金3200万元。 | 3200万元 = _ all 32000000 CNY",
        ],
        alone=[
            "全面改薄投入资金2.4亿元。 | 2.4亿元 = _ compulsory 240000000 CNY",
            "校安工程投入资金2.4亿元。 | 2.4亿元 = _ k12 240000000 CNY",
            "统筹危房改造等资金2.4亿元。 | 2.4亿元 = _ all 240000000 CNY",
        ],
    ),
    "what parents pay and teachers get has no code": Rule(
        "linking.yaml:per_head.fees",
        by=[
            "普惠园收费标准每生每年3600元。 | 3600元 = other _ 3600 CNY/person",
            "公办园保教费每生每学年2400元。 | 2400元 = other _ 2400 CNY/person",
            "住宿费每生每年800元。 | 800元 = other _ 800 CNY/person",
        ],
        alone=[
            "生均公用经费每生每年800元。 | 800元 = per_student_expenditure _ 800 _",
            "小学公用经费标准每生每年720元。 | 720元 = per_student_expenditure primary 720 _",
        ],
    ),
    "those who benefit from money just named": Rule(
        "linking.yaml:elisions.benefit",
        by=[
            "拨付营养膳食补助资金860万元，受益1.2万人。 | 1.2万人 = nutrition_beneficiaries _ 12000 person",
            "落实学生资助资金860万元，覆盖3200人。 | 3200人 = student_aid_recipients _ 3200 person",
            "拨付营养膳食补助资金860万元，惠及家庭经济困难子女1.2万人。 | 1.2万人 = nutrition_beneficiaries _ 12000 person",
        ],
        alone=[
            "发放助学金620万元，招聘教师32人。 | 32人 = teachers_recruited _ 32 person",
            "发放助学金620万元，新建学校32所。 | 32所 = schools_built _ 32 institution",
        ],
    ),
    "parts of money by who pays them": Rule(
        "linking.yaml:elisions.sources",
        by=[
            "投入5600万元新建学校，其中银行贷款3000万元。 | 3000万元 = capital_investment _ 30000000 CNY",
            "完成投资2.1亿元，其中薄改与能力提升1.2亿元。 | 1.2亿元 = capital_investment _ 120000000 CNY",
            "总投资6800万元，其中专项债券4200万元。 | 4200万元 = capital_investment _ 42000000 CNY",
            "总投资6800万元，其中社会捐赠420万元。 | 420万元 = capital_investment _ 4200000 CNY",
        ],
        alone=[
            "投资3200万元，发放助学金1200万元。 | 1200万元 = student_aid_amount _ 12000000 CNY",
            "投资3200万元，教师培训经费120万元。 | 120万元 = other _ 1200000 CNY",
        ],
    ),
}


test_words = listed(RULES)
