"""Names that some places use for what the catalogue knows, and what lists and comparisons leave unsaid.

What belongs here: sentences of our own on exam lines (进线), money that is sought or guaranteed, coverage said after its
number, members of a list of merged schools, groups asked how content they are, the level of 职教中心 and of a whole
budget.  What does not: targets and plans (test_kinds_targets); the notation (conftest).
"""

from __future__ import annotations

import pytest

Case = tuple[str, list[tuple[str, str]]]

EXAMS: list[Case] = [
    ("高考本科以上进线2860人，进线率41.5%。", [("2860人", "bachelor_line_students general_upper_secondary 2860 person"), ("41.5%", "bachelor_line_rate general_upper_secondary 41.5 %")]),
    ("其中一本进线412人。", [("412人", "bachelor_line_students general_upper_secondary 412 person")]),
    ("高考达本科线1960人。", [("1960人", "bachelor_line_students general_upper_secondary 1960 person")]),
    # the line is no bachelor's
    ("高考专科进线460人。", [("460人", "other _ 460 person")]),
    ("高考报名3960人。", [("3960人", "other _ 3960 person")]),
]  # fmt: skip

MONEY: list[Case] = [
    ("全年争取各类教育项目资金8600万元。", [("8600万", "earmarked_education_funds all 86000000 CNY")]),
    ("争取到上级项目资金3200万元。", [("3200万", "earmarked_education_funds all 32000000 CNY")]),
    ("义务教育落实保障资金5260万元，其中中央3100万元、省级1200万元。", [("5260万", "earmarked_education_funds compulsory 52600000 CNY"), ("3100万", "earmarked_education_funds compulsory 31000000 CNY"), ("1200万", "earmarked_education_funds compulsory 12000000 CNY")]),
    ("投入教育项目资金8600万元，新建学校5所。", [("8600万", "capital_investment _ 86000000 CNY")]),
    # the share of a budget
    ("安排教师培训预算380万元，占工资总额1.5%。", [("1.5%", "teacher_training_fund_share all 1.5 %")]),
    ("安排校车预算380万元，占教育支出总额1.5%。", [("1.5%", "other _ 1.5 %")]),
]  # fmt: skip

COVERAGE: list[Case] = [
    ("组建教共体36个，覆盖学校92所。", [("36个", "education_groups compulsory 36 group"), ("92所", "schools_in_education_groups compulsory 92 institution")]),
    ("开展营养改善计划，覆盖学校92所。", [("92所", "_ _ 92 institution")]),
    ("学校课后服务实现100%覆盖。", [("100%", "after_school_coverage _ 100 %")]),
    ("营养改善计划实现100%覆盖。", [("100%", "other _ 100 %")]),
    ("幼儿园教师1860人，具有教师资格的仅占61.7%。", [("61.7%", "teacher_certification_rate _ 61.7 %")]),
    ("幼儿园教师1860人，具有中级职称的仅占11.7%。", [("11.7%", "other _ 11.7 %")]),
    ("学前三年毛入园率91.3%，学龄儿童入学率99.9%。", [("99.9%", "net_enrolment_rate primary 99.9 %")]),
    ("社会满意度91.2%，其中校长98.1%、教师95.4%、家长88.6%。", [("98.1%", "satisfaction_rate _ 98.1 %"), ("95.4%", "satisfaction_rate _ 95.4 %"), ("88.6%", "satisfaction_rate _ 88.6 %")]),
    ("社会满意度91.2%，教师学历达标率98%。", [("98%", "other _ 98 %")]),
    ("五年来有1860人次参加各级继续教育，教师素质不断提高。", [("1860人次", "teachers_trained all 1860 person-time")]),
    ("全年社区居民参加继续教育1860人次，教师授课120节。", [("1860人次", "other _ 1860 person-time")]),
    ("随迁子女2864人，98.6%在公办学校就读。", [("98.6%", "migrant_children_public_school_share compulsory 98.6 %")]),
]  # fmt: skip

SCHOOLS: list[Case] = [
    ("年内撤并小学14所，初中2所。", [("14所", "schools_merged primary 14 institution"), ("2所", "schools_merged lower_secondary 2 institution")]),
    ("年内撤并小学14所，现有初中26所。", [("26所", "institutions lower_secondary 26 institution")]),
    ("年内撤并小学14所，新建初中2所。", [("2所", "schools_built lower_secondary 2 institution")]),
    ("小学、教学点合并后保留34所，初中14所。", [("34所", "institutions primary 34 institution"), ("14所", "institutions lower_secondary 14 institution")]),
    ("12所农村幼儿园建成开园。", [("12所", "schools_built pre_primary 12 institution")]),
    ("12所农村幼儿园建成食堂。", [("12所", "other pre_primary 12 institution")]),
    ("学前教育项目新建乡镇中心幼儿园5所。", [("5所", "schools_built pre_primary 5 institution")]),
    ("实施学前教育项目15个。", [("15个", "construction_projects pre_primary 15 project")]),
    ("县第三小学、城关镇第二幼儿园等4所学校建成投用，新增学位2970个。", [("4所", "schools_built k12_and_pre_primary 4 institution"), ("2970个", "new_places k12_and_pre_primary 2970 place")]),
    ("县第三小学、城关镇中心小学等4所学校建成投用。", [("4所", "schools_built primary 4 institution")]),
    ("撤并乡镇小规模学校15所。", [("15所", "schools_merged compulsory 15 institution")]),
    ("三年撤并校点43处。", [("43处", "schools_merged compulsory 43 institution")]),
    ("整合校（点）12个，撤并小学校点9个。", [("12个", "schools_merged compulsory 12 institution"), ("9个", "schools_merged compulsory 9 institution")]),
    ("全县有校点43处。", [("43处", "other _ 43 _")]),
    ("实施薄弱环节改善与能力提升项目17个，总投资5284万元。", [("17个", "construction_projects compulsory 17 project"), ("5284万", "capital_investment compulsory 52840000 CNY")]),
    ("第七小学投用。薄弱环节改善与能力提升项目完工率94.1%。", [("94.1%", "project_completion_rate compulsory 94.1 %")]),
    ("投入薄弱环节改善与能力提升资金1200万元。", [("1200万", "earmarked_education_funds compulsory 12000000 CNY")]),
    ("补齐薄弱环节，实施教育项目17个。", [("17个", "construction_projects all 17 project")]),
    ("排查校舍6.1万平方米。", [("6.1万", "other _ 61000 m2")]),
    ("校安工程鉴定校舍6.1万平方米，新建校舍2.3万平方米。", [("6.1万", "other _ 61000 m2"), ("2.3万", "floor_area_built all 23000 m2")]),
    ("学校45所、特殊教育学校1所。小学在校生1.6万人，入学率99.9%。", [("99.9%", "net_enrolment_rate primary 99.9 %")]),
    ("特殊教育稳步推进，残疾儿童126人，入学率97.2%。", [("97.2%", "special_needs_enrolment_rate special 97.2 %")]),
]  # fmt: skip

LEVELS: list[Case] = [
    ("普通高中招生3300人，职教中心2100人。", [("2100人", "new_entrants vocational_upper_secondary 2100 person")]),
    ("职业院校招生2100人。", [("2100人", "new_entrants vocational 2100 person")]),
    ("招聘高中、职教教师60名。", [("60名", "teachers_recruited upper_secondary 60 person")]),
    ("招聘高中教师60名。", [("60名", "teachers_recruited general_upper_secondary 60 person")]),
]  # fmt: skip

COMPARED: list[Case] = [
    ("义务教育教师平均工资收入9.42万元，公务员平均工资收入9.38万元，教师高出346元。", [("346元", "average_teacher_salary compulsory 346 CNY gap")]),
    ("教师平均工资收入9.42万元，公务员高出346元。", [("346元", "_ _ 346 CNY gap")]),
    ("今年支出346元。", [("346元", "_ _ 346 CNY")]),
    ("二是学位供给与班额情况。小学一年级新生1287人，比去年减少214人。", [("214人", "new_entrants primary -214 person change")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*EXAMS, *MONEY, *COVERAGE, *SCHOOLS, *LEVELS, *COMPARED])
def test_local_names_lists_and_comparisons(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


def test_a_budget_is_of_all_levels_whatever_the_paper_is_about(reads):
    title = "关于义务教育教师待遇的报告"
    reads(
        "全市一般公共预算教育支出4.4亿元。",
        [("4.4亿", "public_budget_education_expenditure all 440000000 CNY")],
        title=title,
    )
    reads("全市学前教育财政投入教育支出4.4亿元。", [("4.4亿", "_ pre_primary 440000000 CNY")], title=title)
