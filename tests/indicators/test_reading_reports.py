"""What the sentences of work summaries, self-evaluations and notices state.

What belongs here: sentences of our own in the manner of county and city education offices, 2005 to 2026, and what a
careful reader takes from their numbers.  What does not: news (test_reading_news), what is no statistic (test_kinds).
The notation is that of conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

STOCKS = [
    (
        "全县现有各级各类学校102所，其中幼儿园50所、小学41所、初中8所、高中2所；在校学生21635人，教职工2468人。",
        [
            ("102所", "institutions all 102 institution"),
            ("50所", "institutions pre_primary 50 institution"),
            ("41所", "institutions primary 41 institution"),
            ("8所", "institutions lower_secondary 8 institution"),
            ("2所", "institutions _ 2 institution"),
            ("21635人", "students all 21635 person 2023-12-20"),
            ("2468人", "staff all 2468 person"),
        ],
    ),
    (
        "全县共有幼儿园５６所，在园幼儿９８２１人，学前三年毛入园率９１．６％。",
        [
            ("５６所", "institutions pre_primary 56 institution"),
            ("９８２１人", "students pre_primary 9821 person"),
            ("９１．６％", "gross_enrolment_ratio pre_primary 91.6 %"),
        ],
    ),
    (
        "2008年，全县小学在校生28640人，比上年减少1120人；初中在校生15321人，增加236人。",
        [
            ("28640人", "students primary 28640 person 2008-01-01..2008-12-31"),
            ("1120人", "students primary -1120 person change"),
            ("15321人", "students lower_secondary 15321 person 2008-01-01..2008-12-31"),
            ("236人", "students lower_secondary 236 person change"),
        ],
    ),
    (
        "全县现有专任教师小学2136人、初中1328人、高中862人。",
        [
            ("2136人", "full_time_teachers primary 2136 person"),
            ("1328人", "full_time_teachers lower_secondary 1328 person"),
            ("862人", "full_time_teachers _ 862 person"),
        ],
    ),
    pytest.param(
        "全县有教育部门办幼儿园31所、特殊教育学校1所、教师进修学校1所。",
        [
            ("31所", "institutions pre_primary 31 institution"),
            ("1所", "institutions special 1 institution"),
            ("1所", "_ all 1 institution"),
        ],
    ),
    (
        "全县义务教育阶段有留守儿童2315人、随迁子女1628人、残疾儿童316人。",
        [
            ("2315人", "left_behind_children compulsory 2315 person"),
            ("1628人", "other compulsory 1628 person"),
            ("316人", "other _ 316 person"),
        ],
    ),
    (
        "全县现有骨干教师省级36名、市级128名、县级412名，建成名师工作室18个。",
        [
            ("36名", "backbone_teachers all 36 person"),
            ("128名", "backbone_teachers all 128 person"),
            ("412名", "backbone_teachers all 412 person"),
            ("18个", "master_teacher_studios _ 18 studio 2023-12-20"),
        ],
    ),
    (
        "聘任法治副校长58名；建成心理辅导室46间，配备专兼职心理健康教师73名。",
        [
            ("58名", "legal_vice_principals _ 58 person"),
            ("46间", "counselling_rooms _ 46 room"),
            ("73名", "mental_health_staff _ 73 person"),
        ],
    ),
    pytest.param("目前，全县音体美教师缺口86名。", [("86名", "other _ 86 person")]),
]

FLOWS = [
    (
        "一年来，全县新建幼儿园3所、改扩建中小学5所，新增学位2160个，撤并农村小规模学校7所。",
        [
            ("3所", "schools_built pre_primary 3 institution 2023"),
            ("5所", "schools_built k12 5 institution"),
            ("2160个", "new_places _ 2160 place"),
            ("7所", "schools_merged _ 7 institution 2023"),
        ],
    ),
    (
        "三年来，全县共撤并学校、教学点46所，新建寄宿制学校12所。",
        [
            ("46所", "schools_merged _ 46 institution 2020-12-20..2023-12-20"),
            ("12所", "schools_built _ 12 institution"),
        ],
    ),
    (
        "2022年新增公办幼儿园4所，全县公办幼儿园总数达到36所。",
        [
            ("4所", "institutions pre_primary 4 institution change 2022-01-01..2022-12-31"),
            ("36所", "institutions pre_primary 36 institution"),
        ],
    ),
    (
        "“两基”攻坚以来，全县改造危房2.1万平方米，新建校舍4.6万平方米。",
        [
            ("2.1万平方米", "floor_area_built _ 21000 m2"),
            ("4.6万平方米", "floor_area_built _ 46000 m2"),
        ],
    ),
    pytest.param(
        "总投资6.3亿元的10处学校新建、改扩建项目全部竣工，增加学位8100个。",
        [
            ("6.3亿元", "capital_investment _ 630000000 CNY"),
            ("10处", "construction_projects _ 10 project"),
            ("8100个", "new_places _ 8100 place"),
        ],
    ),
    (
        "全年实施校安工程项目23个，目前已竣工15个，在建8个，完成投资8640万元。",
        [
            ("23个", "construction_projects _ 23 project"),
            ("15个", "construction_projects _ 15 project"),
            ("8个", "construction_projects _ 8 project"),
            ("8640万元", "capital_investment _ 86400000 CNY"),
        ],
    ),
    (
        "争取中央和省级专项资金6850万元，用于义务教育薄弱环节改善与能力提升。",
        [("6850万元", "earmarked_education_funds compulsory 68500000 CNY 2023")],
    ),
    (
        "落实各类资助资金1256.8万元，受助学生9860人次。",
        [
            ("1256.8万元", "student_aid_amount all 12568000 CNY 2023"),
            ("9860人次", "student_aid_recipients all 9860 person-time 2023"),
        ],
    ),
    (
        "营养改善计划惠及学生9526人，落实资金953万元，食堂供餐率100%。",
        [
            ("9526人", "nutrition_beneficiaries compulsory 9526 person"),
            ("953万元", "nutrition_fund compulsory 9530000 CNY 2023"),
            ("100%", "meal_provision_rate compulsory 100 %"),
        ],
    ),
    (
        "办理生源地信用助学贷款2895笔，发放贷款2314.6万元。",
        [
            ("2895笔", "student_loan_recipients tertiary 2895 person"),
            ("2314.6万元", "student_loan_amount tertiary 23146000 CNY"),
        ],
    ),
    (
        "为1.8万名农村寄宿生发放生活补助540万元。",
        [
            ("1.8万名", "student_aid_recipients _ 18000 person"),
            ("540万元", "student_aid_amount _ 5400000 CNY"),
        ],
    ),
    (
        "公开招聘教师86名，其中硕士研究生12名；引进紧缺学科人才9名。",
        [
            ("86名", "teachers_recruited all 86 person"),
            ("12名", "teachers_recruited all 12 person"),
            ("9名", "teachers_recruited all 9 person"),
        ],
    ),
    (
        "2023年交流轮岗校长教师237人；组织各类培训62期，培训教师3820人次。",
        [
            ("237人", "teachers_rotated _ 237 person 2023"),
            ("3820人次", "teachers_trained _ 3820 person-time 2023"),
        ],
    ),
    ("2023年交流轮岗校长教师237人，占应交流人数的18.6%。", [("18.6%", "teacher_rotation_share _ 18.6 %")]),
    (
        "12名教师获省级教学比赛一等奖，3名教师被评为省级特级教师。",
        [
            ("12名", "other _ 12 person 2023"),
            ("3名", "backbone_teachers _ 3 person"),
        ],
    ),
    (
        "全县三所学校被确定为省级特色学校，近百名教师获得市级以上表彰，两万余名学生受益。",
        [
            ("三所", "other _ 3 institution"),
            ("百名", "other _ 100 person approx"),
            ("两万余名", "_ _ 20000 person gt"),
        ],
    ),
    (
        "成功创建省级示范性幼儿园2所、市级文明校园11所。",
        [
            ("2所", "demonstration_kindergartens pre_primary 2 institution 2023-12-20"),
            ("11所", "other _ 11 institution 2023-12-20"),
        ],
    ),
    (
        "普通高考重点本科上线186人，比上年净增42人；600分以上考生21人，增加6人。",
        [
            ("186人", "bachelor_line_students general_upper_secondary 186 person"),
            ("42人", "bachelor_line_students general_upper_secondary 42 person change"),
            ("600分", "definition"),
            ("21人", "high_score_students general_upper_secondary 21 person"),
            ("6人", "high_score_students general_upper_secondary 6 person change"),
        ],
    ),
]

RATES = [
    (
        "九年义务教育巩固率达百分之九十九点二，高中阶段毛入学率达百分之九十七以上。",
        [
            ("百分之九十九点二", "retention_rate compulsory 99.2 %"),
            ("百分之九十七", "gross_enrolment_ratio upper_secondary 97 % ge"),
        ],
    ),
    (
        "学前三年毛入园率达到98.6%，普惠性幼儿园覆盖率达93.1%，分别较上年提高1.2、0.8个百分点。",
        [
            ("98.6%", "gross_enrolment_ratio pre_primary 98.6 %"),
            ("93.1%", "inclusive_kindergarten_coverage pre_primary 93.1 %"),
            ("1.2", "gross_enrolment_ratio pre_primary 1.2 pp change"),
            ("0.8个百分点", "inclusive_kindergarten_coverage pre_primary 0.8 pp change"),
        ],
    ),
    (
        "全县小学适龄儿童入学率100%，初中入学率98.6%，辍学率分别为0.02%和0.86%。",
        [
            ("100%", "net_enrolment_rate primary 100 %"),
            ("98.6%", "net_enrolment_rate lower_secondary 98.6 %"),
            ("0.02%", "other primary 0.02 %"),
            ("0.86%", "other lower_secondary 0.86 %"),
        ],
    ),
    ("青壮年非文盲率达98.2%。", [("98.2%", "other none 98.2 %")]),
    (
        "学前教育普惠率由2018年的76.4%提高到92.7%，大班额比例降至0.8%。",
        [
            ("76.4%", "inclusive_kindergarten_coverage pre_primary 76.4 % 2018-01-01..2018-12-31"),
            ("92.7%", "inclusive_kindergarten_coverage pre_primary 92.7 % 2023-12-20"),
            ("0.8%", "large_class_share _ 0.8 % 2023-12-20"),
        ],
    ),
    (
        "全县义务教育大班额由2020年的86个减少到3个。",
        [
            ("86个", "large_classes compulsory 86 class 2020-01-01..2020-12-31"),
            ("3个", "large_classes compulsory 3 class 2023-12-20"),
        ],
    ),
    (
        "高中阶段毛入学率93.2%，较“十三五”末提高5.1个百分点，超过全国平均水平1.6个百分点。",
        [
            ("93.2%", "gross_enrolment_ratio upper_secondary 93.2 %"),
            ("5.1个百分点", "gross_enrolment_ratio upper_secondary 5.1 pp change"),
            ("1.6个百分点", "gross_enrolment_ratio upper_secondary 1.6 pp gap"),
        ],
    ),
    (
        "本科上线率为68.9%，较去年提高3.4个百分点，位居全市第二；教育工作群众满意度居全省第6位。",
        [
            ("68.9%", "bachelor_line_rate general_upper_secondary 68.9 %"),
            ("3.4个百分点", "bachelor_line_rate general_upper_secondary 3.4 pp change"),
            ("二", "bachelor_line_rate general_upper_secondary 2 rank rank"),
            ("6", "satisfaction_rate _ 6 rank rank"),
        ],
    ),
    (
        "小学生师比为17.2:1，初中生师比为12.1:1。",
        [
            ("17.2:1", "student_teacher_ratio primary 17.2 student/teacher"),
            ("12.1:1", "student_teacher_ratio lower_secondary 12.1 student/teacher"),
        ],
    ),
    ("普职招生比为6:4，生机比8:1。", [("6:4", "other upper_secondary _ other"), ("8:1", "other _ 8 other")]),
    (
        "校际差异系数小学为0.38、初中为0.31，教师学历达标率小学100%、初中99.6%、高中98.2%。",
        [
            ("0.38", "between_school_variation primary 0.38 index"),
            ("0.31", "between_school_variation lower_secondary 0.31 index"),
            ("100%", "other primary 100 %"),
            ("99.6%", "other lower_secondary 99.6 %"),
            ("98.2%", "other _ 98.2 %"),
        ],
    ),
    (
        "生均一般公共预算教育支出小学15236元、初中19876元，分别比上年增长3.2%、2.8%。",
        [
            ("15236元", "per_student_expenditure primary 15236 CNY/person"),
            ("19876元", "per_student_expenditure lower_secondary 19876 CNY/person"),
            ("3.2%", "per_student_expenditure primary 3.2 % growth"),
            ("2.8%", "per_student_expenditure lower_secondary 2.8 % growth"),
        ],
    ),
    (
        "2022年，一般公共预算教育支出8.36亿元，较上年增加3216万元，增长4%，占财政支出的21.3%。",
        [
            ("8.36亿元", "public_budget_education_expenditure all 836000000 CNY 2022-01-01..2022-12-31"),
            ("3216万元", "public_budget_education_expenditure all 32160000 CNY change"),
            ("4%", "public_budget_education_expenditure all 4 % growth"),
            ("21.3%", "other _ 21.3 %"),
        ],
    ),
    (
        "体质健康合格率94.2%，优良率达到46.8%，近视率下降1.1个百分点，课后服务学生参与率98.7%。",
        [
            ("94.2%", "fitness_pass_rate _ 94.2 %"),
            ("46.8%", "fitness_excellent_rate _ 46.8 %"),
            ("1.1个百分点", "myopia_rate _ -1.1 pp change"),
            ("98.7%", "after_school_student_participation _ 98.7 %"),
        ],
    ),
    ("2019年以来，全县中小学生每年近视率降低0.6个百分点。", [("0.6个百分点", "myopia_rate _ -0.6 pp change")]),
    (
        "教师平均工资收入比公务员高320元，义务教育巩固率比省定目标高3.6个百分点。",
        [
            ("320元", "average_teacher_salary _ 320 CNY gap"),
            ("3.6个百分点", "retention_rate compulsory 3.6 pp gap"),
        ],
    ),
    pytest.param(
        "全县小学辍学率为0，初中辍学率控制在0.5%以内。",
        [("0，", "other primary 0 _"), ("0.5%", "other lower_secondary 0.5 % le")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), [*STOCKS, *FLOWS, *RATES])
def test_reports(reads: Callable[..., None], sentence: str, expected: list[tuple[str, str]]) -> None:
    reads(sentence, expected, title="泾川县2023年教育工作总结", dated="2023-12-20")
