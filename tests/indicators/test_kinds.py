"""Which numbers are observations, and which are targets, norms, definitions, anecdotes or names.

What belongs here: sentences and small papers of our own in which the kind is the question: plans and the section of a
report that plans, norms, thresholds, shares of duties.  What does not: whose indicator is the question
(test_reading_reports, test_reading_news).  The notation is that of conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rule_tables import Rule, table

TARGETS = [
    (
        "到2025年，学前三年毛入园率达到90%以上，普惠性幼儿园覆盖率达到85%以上。",
        [
            ("90%", "gross_enrolment_ratio pre_primary 90 % ge target 2025-12-31"),
            ("85%", "inclusive_kindergarten_coverage pre_primary 85 % ge target 2025-12-31"),
        ],
    ),
    (
        "全县将新建公办幼儿园5所，拟招聘教师120名，预计新增学位1500个。",
        [
            ("5所", "schools_built pre_primary 5 institution target"),
            ("120名", "teachers_recruited all 120 person target"),
            ("1500个", "new_places _ 1500 place target"),
        ],
    ),
    (
        "2023年计划招聘教师150名，实际招聘143名。",
        [
            ("150名", "teachers_recruited all 150 person target 2023-01-01..2023-12-31"),
            ("143名", "teachers_recruited all 143 person 2023-01-01..2023-12-31"),
        ],
    ),
    ("会议要求，全县义务教育巩固率要保持在98%以上。", [("98%", "retention_rate compulsory 98 % ge target")]),
    ("保证中小学生每天校园体育活动时间不少于2小时。", [("2小时", "other k12 2 hour ge target")]),
    (
        "校舍安全工程规划改造校舍28.6万平方米，已竣工19.4万平方米，占规划的67.8%。",
        [
            ("28.6万平方米", "floor_area_built _ 286000 m2 target"),
            ("19.4万平方米", "floor_area_built _ 194000 m2"),
            ("67.8%", "_ _ 67.8 %"),
        ],
    ),
    (
        "2025年底前全面消除56人以上大班额，大班额比例控制在3%以内。",
        [("56人", "definition"), ("3%", "large_class_share _ 3 % le target 2025-12-31")],
    ),
]

NORMS = [
    (
        "小学、初中所有班级学生数分别不超过45人、50人。",
        [
            ("45人", "class_size primary 45 person le target"),
            ("50人", "class_size lower_secondary 50 person le target"),
        ],
    ),
    (
        "小学、初中生均教学及辅助用房面积分别达到4.5平方米、5.8平方米以上。",
        [
            ("4.5平方米", "teaching_area_per_student primary 4.5 m2/person ge target"),
            ("5.8平方米", "teaching_area_per_student lower_secondary 5.8 m2/person ge target"),
        ],
    ),
    (
        "小学、初中生均校舍面积分别达到4.5平方米以上、5.8平方米以上；每百名学生拥有网络多媒体教室数分别达到2.3间以上、2.4间以上。",
        [
            ("2.3间", "multimedia_rooms_per_100_students primary 2.3 _ ge target"),
            ("2.4间", "multimedia_rooms_per_100_students lower_secondary 2.4 _ ge target"),
        ],
    ),
    (
        "不足100名学生的村小学和教学点按100名学生核定公用经费，特殊教育学校生均公用经费不低于6000元。",
        [
            ("100名", "definition"),
            ("6000元", "per_student_expenditure special 6000 CNY/person ge target"),
        ],
    ),
    ("按照每所学校至少1名的标准配备专职心理健康教师。", [("1名", "mental_health_staff _ 1 person ge target")]),
    (
        "教职工编制标准为高中1∶12.5、初中1∶13.5、小学1∶19。",
        [
            ("1∶12.5", "student_teacher_ratio _ 12.5 student/teacher target"),
            ("1∶13.5", "student_teacher_ratio lower_secondary 13.5 student/teacher target"),
            ("1∶19", "student_teacher_ratio primary 19 student/teacher target"),
        ],
    ),
    (
        "按照不低于教师工资总额的1.5%安排教师培训经费，教师5年360学时培训完成率达到100%。",
        [
            ("1.5%", "teacher_training_fund_share _ 1.5 % ge target"),
            ("360学时", "definition"),
            ("100%", "teacher_training_completion_rate _ 100 % target"),
        ],
    ),
    (
        "每12个班级配备音乐专用教室1间以上，每间面积不小于96平方米。",
        [("12个", "definition"), ("1间", "other _ 1 room ge target"), ("96平方米", "other _ 96 m2 ge target")],
    ),
    ("本意见自2019年10月1日起施行，有效期5年。", [("5年", "period")]),
    pytest.param(
        "体质健康优良率达到50%以上，总体近视率每年降低0.5个百分点。",
        [
            ("50%", "fitness_excellent_rate _ 50 % ge target"),
            ("0.5个百分点", "myopia_rate _ -0.5 pp target change"),
        ],
    ),
]

OTHERS = [
    pytest.param(
        "全年召开教育工作专题会议5次，印发文件12份，发现问题37个，整改完成35个。",
        [("5次", "anecdote"), ("12份", "anecdote"), ("37个", "anecdote"), ("35个", "anecdote")],
    ),
    pytest.param(
        "检查共发现问题37个，整改完成35个。",
        [("37个", "anecdote"), ("35个", "anecdote")],
    ),
    pytest.param("对照6大类24项评价指标认真自查。", [("6大类", "anecdote"), ("24项", "anecdote")]),
    pytest.param(
        "开展专项督查4轮，排查整改隐患136处，办理建议提案26件。",
        [("4轮", "anecdote"), ("136处", "anecdote"), ("26件", "anecdote")],
    ),
    pytest.param(
        "全县小学班额超过55人的班级有62个，占8.1%。",
        [
            ("55人", "definition"),
            ("62个", "large_classes primary 62 class"),
            ("8.1%", "large_class_share primary 8.1 %"),
        ],
    ),
    (
        "申报人员须在45周岁以下，具有5年以上教龄，每校推荐不超过2名。",
        [("45周岁", "definition")],
    ),
    (
        "全县现有100人以下的小规模学校26所，每十万人口高中阶段在校生2860人。",
        [
            ("100人", "definition"),
            ("26所", "institutions _ 26 institution"),
            ("2860人", "students_per_100k _ 2860 person"),
        ],
    ),
    pytest.param(
        "县第12中学、623班和“5+2”课后服务模式受到好评，12345热线接到咨询236件。",
        [
            ("12", "identifier"),
            ("623", "identifier"),
            ("5+2", "identifier"),
            ("12345", "identifier"),
            ("236件", "anecdote"),
        ],
    ),
    (
        "依据陇政办发〔2019〕56号文件，联系电话：0936-5521234，第3批名单另发。",
        [
            ("〔2019〕56号", "identifier"),
            ("0936-5521234", "identifier"),
            ("第3批", "identifier"),
        ],
    ),
    pytest.param(
        "投资2600万元的县三中综合楼竣工，全县投入180万元为62所学校安装监控探头1260个。",
        [
            ("2600万元", "capital_investment _ 26000000 CNY"),
            ("180万元", "_ _ 1800000 CNY"),
            ("62所", "other _ 62 institution"),
            ("1260个", "other _ 1260 item"),
        ],
    ),
    (
        "据统计，全县教师总数（略）人，其中女教师1236人，学前（略）所。",
        [("1236人", "_ all 1236 person")],
    ),
]

SUMMARY = """一、2023年主要工作
全县新建幼儿园4所，招聘教师86名，普惠性幼儿园覆盖率达到93.1%。
落实学生资助资金1836万元。
二、2024年工作打算
新建公办幼儿园6所，新增学位2160个。
招聘教师60名，培训教师2400人次，普惠性幼儿园覆盖率达到95%。
"""

PLAN = """为加快推进我县教育现代化，制定本规划。
一、发展基础
“十三五”期间，全县新建幼儿园96所，学前三年毛入园率达到96.1%，九年义务教育巩固率达到99.2%。招聘教师1126名。
二、总体目标
到2025年，学前三年毛入园率达到98%，公办园在园幼儿占比达到60%，义务教育巩固率保持在99%以上。
三、主要任务
新建公办幼儿园12所，新增学位3600个。每年补充教师120名左右。
"""


@pytest.mark.parametrize(("sentence", "expected"), [*TARGETS, *OTHERS])
def test_kinds(reads: Callable[..., None], sentence: str, expected: list[tuple[str, str]]) -> None:
    reads(sentence, expected, title="泾川县教育工作情况汇报", dated="2023-12-20")


@pytest.mark.parametrize(("sentence", "expected"), NORMS)
def test_norms_in_a_paper_that_rules(
    reads: Callable[..., None], sentence: str, expected: list[tuple[str, str]]
) -> None:
    reads(sentence, expected, title="泾川县义务教育学校管理实施意见", dated="2023-12-20")


def test_a_summary_ends_with_a_plan(reads: Callable[..., None]) -> None:
    reads(
        SUMMARY,
        [
            ("4所", "schools_built pre_primary 4 institution"),
            ("86名", "teachers_recruited all 86 person"),
            ("93.1%", "inclusive_kindergarten_coverage pre_primary 93.1 %"),
            ("1836万元", "student_aid_amount all 18360000 CNY"),
            ("6所", "schools_built pre_primary 6 institution target 2024-01-01..2024-12-31"),
            ("2160个", "new_places _ 2160 place target 2024-01-01..2024-12-31"),
            ("60名", "teachers_recruited all 60 person target 2024-01-01..2024-12-31"),
            ("2400人次", "teachers_trained all 2400 person-time target 2024-01-01..2024-12-31"),
            ("95%", "inclusive_kindergarten_coverage pre_primary 95 % target 2024-01-01..2024-12-31"),
        ],
        title="泾川县2023年教育工作总结及2024年工作打算",
        dated="2023-12-20",
    )


def test_a_plan_begins_with_a_report(reads: Callable[..., None]) -> None:
    reads(
        PLAN,
        [
            ("96所", "schools_built pre_primary 96 institution 2016-01-01..2020-12-31"),
            ("96.1%", "gross_enrolment_ratio pre_primary 96.1 %"),
            ("99.2%", "retention_rate compulsory 99.2 %"),
            ("1126名", "teachers_recruited all 1126 person"),
            ("98%", "gross_enrolment_ratio pre_primary 98 % target 2025-12-31"),
            ("60%", "public_kindergarten_enrolment_share pre_primary 60 % target 2025-12-31"),
            ("99%", "retention_rate compulsory 99 % ge target 2025-12-31"),
            ("12所", "schools_built pre_primary 12 institution target"),
            ("3600个", "new_places _ 3600 place target"),
            ("120名", "teachers_recruited all 120 person approx target"),
        ],
        title="泾川县“十四五”教育事业发展规划",
        dated="2021-11-20",
    )


@pytest.mark.parametrize(
    ("text", "number", "reading"),
    [
        ("三年来，特岗计划招聘教师58名。", "58名", ""),
        ("全县通过特岗教师计划招聘教师58名。", "58名", ""),
        ("“国培计划”培训教师58名。", "58名", ""),
        ("2019年以来，公费师范生计划招录58名。", "58名", ""),
        ("今年计划招聘教师58名。", "58名", "target"),
        ("全县特岗教师计划招聘58名。", "58名", "target"),
        ("三年来招聘教师120名，今年计划再招58名。", "58名", "target"),
        ("招生计划4200人，实际录取4136人。", "4200人", "target"),
        ("招生计划4200人，实际录取4136人。", "4136人", ""),
        ("计划内项目已完工14个。", "14个", ""),
        ("剩余5所预计年底完工。", "5所", "target"),
        ("其中5所将于9月投入使用。", "5所", "target"),
        ("剩余5所已于9月投入使用。", "5所", ""),
        ("达到省定办学标准的小学1207所。", "1207所", ""),
        ("生均设备值高出省定标准12%。", "12%", "gap"),
        ("占比不低于省定标准的85%。", "85%", "target ge"),
        ("目标为90%，2022年为91.2%。", "91.2%", ""),
        ("市里提出，到2027年，毛入园率达到95%；7县各建成示范园1所。", "1所", "target"),
        ("明年将把托管点增加到300个。", "300个", "target"),
        ("县里将56所学校纳入集团。", "56所", ""),
    ],
)
def test_intended_or_so(text: str, number: str, reading: str, reads: Any) -> None:
    reads(text, [(number, f"_ _ _ _ {reading}")], dated="2024-06-10")


RULES = {
    "indicators.kinds._QUOTED": Rule(
        "the short name of a paper, not its clauses",
        by=[
            "出台“教育30条”。 | 30条 = identifier",
            "印发《若干措施30条》。 | 30条 = identifier",
            "落实“双减30条”。 | 30条 = identifier",
        ],
        alone=[
            "提出措施30条。 | 30条 = anecdote",
            "开通校车专线76条。 | 76条 = other all 76 item",
            "发布“新政”30条。 | 30条 = anecdote",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
