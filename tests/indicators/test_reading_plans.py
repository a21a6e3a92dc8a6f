"""Plans of five years and a year's work points: sentences of our own and what they state.

What belongs here: targets with their due years, bounds, what a plan says of the years behind it, its table of
indicators.  What does not: bulletins and other tables (test_reading_bulletins, test_reading_tables); the notation
(conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]


TARGETS = [
    (
        "到2025年，学前三年毛入园率达到98%以上，普惠性幼儿园覆盖率稳定在90%以上，公办园在园幼儿占比达到55%左右。",
        [
            ("98%", "gross_enrolment_ratio pre_primary 98 % target ge 2025-12-31"),
            ("90%", "inclusive_kindergarten_coverage pre_primary 90 % target ge 2025-12-31"),
            ("55%", "public_kindergarten_enrolment_share pre_primary 55 % target approx 2025-12-31"),
        ],
    ),
    (
        "到2025年,九年义务教育巩固率保持在98.5%,高中阶段毛入学率达到96%,残疾儿童少年义务教育入学率97%以上。",
        [
            ("98.5%", "retention_rate compulsory 98.5 % target 2025-12-31"),
            ("96%", "gross_enrolment_ratio upper_secondary 96 % target 2025-12-31"),
            ("97%", "special_needs_enrolment_rate _ 97 % target ge 2025-12-31"),
        ],
    ),
    (
        "劳动年龄人口平均受教育年限由10.2年提高到11.3年，新增劳动力平均受教育年限达到14年。",
        [
            ("10.2年", "mean_years_of_schooling none 10.2 year"),
            ("11.3年", "mean_years_of_schooling none 11.3 year target"),
            ("14年", "mean_years_of_schooling none 14 year target"),
        ],
    ),
    (
        "“十四五”期间新建幼儿园40所、小学15所、初中8所，新增学前教育学位1.2万个、义务教育学位2.6万个，总投资约38.6亿元。",
        [
            ("40所", "schools_built pre_primary 40 institution target 2021-01-01..2025-12-31"),
            ("15所", "schools_built primary 15 institution target"),
            ("8所", "schools_built lower_secondary 8 institution target"),
            ("1.2万个", "new_places pre_primary 12000 place target"),
            ("2.6万个", "new_places compulsory 26000 place target"),
            ("38.6亿元", "capital_investment _ 3860000000 CNY target approx"),
        ],
    ),
    (
        "规划期内新建、改扩建义务教育学校23所，增加学位2.1万个。",
        [
            ("23所", "schools_built compulsory 23 institution target 2021-01-01..2025-12-31"),
            ("2.1万个", "new_places compulsory 21000 place target 2021-01-01..2025-12-31"),
        ],
    ),
    (
        "到2023年，全部消除56人以上大班额；到2025年，小学、初中班额分别控制在45人、50人以内。",
        [
            ("56人", "definition"),
            ("45人", "class_size primary 45 person target le 2025-12-31"),
            ("50人", "class_size lower_secondary 50 person target le 2025-12-31"),
        ],
    ),
    (
        "严格控制班额，小学不超过45人，初中不超过50人，大班额比例控制在3%以内。",
        [
            ("45人", "class_size primary 45 person target le"),
            ("50人", "class_size lower_secondary 50 person target le"),
            ("3%", "large_class_share _ 3 % target le"),
        ],
    ),
    (
        "力争到2025年全市有4个县(区)通过国家县域义务教育优质均衡发展督导评估认定,6个县(区)通过学前教育普及普惠督导评估。",
        [
            ("4个", "certified_counties compulsory 4 county target 2025-12-31"),
            ("6个", "certified_counties pre_primary 6 county target 2025-12-31"),
        ],
    ),
    (
        "儿童青少年总体近视率每年降低0.5个百分点以上，到2030年控制在50%以下。",
        [
            ("0.5个百分点", "myopia_rate all -0.5 pp change target ge"),
            ("50%", "myopia_rate all 50 % target lt 2030-12-31"),
        ],
    ),
    (
        "每百名学生拥有县级以上骨干教师数达到1人以上，小学、初中生师比分别达到19:1和13.5:1。",
        [
            ("1人", "teachers_per_100_students compulsory 1 person/100_students target ge"),
            ("19:1", "student_teacher_ratio primary 19 student/teacher target"),
            ("13.5:1", "student_teacher_ratio lower_secondary 13.5 student/teacher target"),
        ],
    ),
    (
        "小学、初中生均教学及辅助用房面积分别达到4.5平方米以上和5.8平方米以上。",
        [
            ("4.5平方米", "teaching_area_per_student primary 4.5 m2/person target ge"),
            ("5.8平方米", "teaching_area_per_student lower_secondary 5.8 m2/person target ge"),
        ],
    ),
    (
        "“双师型”教师占专业课教师比例不低于60%，职业院校毕业生就业率保持在95%以上。",
        [
            ("60%", "double_qualified_teacher_share _ 60 % target ge"),
            ("95%", "graduate_employment_rate _ 95 % target ge"),
        ],
    ),
    (
        "课后服务学校覆盖率、有需求学生参与率均达100%。",
        [("100%", "after_school_coverage _ 100 % target + after_school_student_participation _ 100 % target")],
    ),
    (
        "到2025年，普通高中在校生稳定在2.8万—3万人，中等职业学校年招生规模达到6000人左右。",
        [
            ("2.8万—3万人", "students general_upper_secondary 28000~30000 person target 2025-12-31"),
            ("6000人", "new_entrants vocational_upper_secondary 6000 person target approx"),
        ],
    ),
    (
        "到2022年、2025年，学前教育毛入园率分别达到93%、95%。",
        [
            ("93%", "gross_enrolment_ratio pre_primary 93 % target 2022-12-31"),
            ("95%", "gross_enrolment_ratio pre_primary 95 % target 2025-12-31"),
        ],
    ),
    (
        "乡镇寄宿制学校校医或保健教师配备比达到百分之九十五以上。",
        [("百分之九十五", "school_doctor_coverage _ 95 % target ge")],
    ),
]

LOOKING_BACK = [
    (
        "“十三五”期间，全市新建、改扩建幼儿园86所，新增学位2.35万个，学前三年毛入园率由2015年的82.4%提高到2020年的95.6%。",
        [
            ("86所", "schools_built pre_primary 86 institution 2016-01-01..2020-12-31"),
            ("2.35万个", "new_places _ 23500 place 2016-01-01..2020-12-31"),
            ("82.4%", "gross_enrolment_ratio pre_primary 82.4 % 2015"),
            ("95.6%", "gross_enrolment_ratio pre_primary 95.6 % 2020"),
        ],
    ),
    (
        "到2020年底，全市有义务教育学校312所，大班额比例由2016年的12.3%降至1.8%，九年义务教育巩固率达98.1%，比2015年提高3.7个百分点。",
        [
            ("312所", "institutions compulsory 312 institution 2020-12-31"),
            ("12.3%", "large_class_share compulsory 12.3 % 2016"),
            ("1.8%", "large_class_share compulsory 1.8 % 2020-12-31"),
            ("98.1%", "retention_rate compulsory 98.1 % 2020-12-31"),
            ("3.7个百分点", "retention_rate compulsory 3.7 pp change"),
        ],
    ),
    (
        "2020年，全市学前教育毛入园率达到95.6%，高于全省平均水平2.1个百分点；全市共有普通高中18所。",
        [
            ("95.6%", "gross_enrolment_ratio pre_primary 95.6 % 2020"),
            ("2.1个百分点", "gross_enrolment_ratio pre_primary 2.1 pp gap"),
            ("18所", "institutions general_upper_secondary 18 institution 2020"),
        ],
    ),
    (
        "一、发展基础\n五年累计招聘教师3120名，教师学历合格率达到99.9%。普惠性幼儿园覆盖率达到88.2%。\n二、发展目标\n普惠性幼儿园覆盖率达到92%。",
        [
            ("3120名", "teachers_recruited all 3120 person"),
            ("99.9%", "other _ 99.9 %"),
            ("88.2%", "inclusive_kindergarten_coverage pre_primary 88.2 %"),
            ("92%", "inclusive_kindergarten_coverage pre_primary 92 % target"),
        ],
    ),
]

PLAN = {"title": "张掖市“十四五”教育事业发展规划", "dated": "2021-09-28"}


# What every plan says and no number hangs on: only a whole plan shows itself to be one.
REST = (
    "\n完善保障机制。加强组织领导，建立联席会议制度，落实部门责任，推进重点任务，加强督导考核，确保各项目标如期实现。"
)


@pytest.mark.parametrize("case", TARGETS)
def test_targets(case: Case, reads: Any) -> None:
    reads(case[0] + REST, case[1], **PLAN)


@pytest.mark.parametrize("case", LOOKING_BACK)
def test_what_a_plan_says_of_the_years_behind_it(case: Case, reads: Any) -> None:
    reads(case[0] + REST, case[1], **PLAN)


UNDATED = [
    (
        "到2020年底，全市有义务教育学校312所，九年义务教育巩固率达98.1%。到2025年，九年义务教育巩固率达到98.5%。",
        [
            ("312所", "institutions compulsory 312 institution 2020-12-31"),
            ("98.1%", "retention_rate compulsory 98.1 % 2020-12-31"),
            ("98.5%", "retention_rate compulsory 98.5 % target 2025-12-31"),
        ],
    ),
    (
        "2020年，学前教育毛入园率达到95.6%；2025年，学前教育毛入园率达到98%以上。",
        [
            ("95.6%", "gross_enrolment_ratio pre_primary 95.6 % 2020"),
            ("98%", "gross_enrolment_ratio pre_primary 98 % target ge"),
        ],
    ),
]


@pytest.mark.parametrize("case", UNDATED)
def test_a_plan_without_a_date_looks_ahead_from_its_first_year(case: Case, reads: Any) -> None:
    reads(case[0] + REST, case[1], title=PLAN["title"], dated=None)


WORK_POINTS = [
    (
        "1.扩充学位供给。年内建成公办幼儿园6所，新增学位1620个；改扩建农村寄宿制学校4所。",
        [
            ("6所", "schools_built pre_primary 6 institution target 2022"),
            ("1620个", "new_places pre_primary 1620 place target 2022"),
            ("4所", "schools_built _ 4 institution target 2022"),
        ],
    ),
    (
        "2.加强教师队伍。公开招聘教师120名，培训校（园）长、教师3000人次以上，选派60名骨干教师到农村学校支教，交流轮岗教师比例不低于10%。",
        [
            ("120名", "teachers_recruited all 120 person target 2022"),
            ("3000人次", "teachers_trained _ 3000 person-time target ge 2022"),
            ("60名", "teachers_rotated all 60 person target 2022"),
            ("10%", "teacher_rotation_share _ 10 % target ge 2022"),
        ],
    ),
    (
        "3.完成投资2.4亿元,实施教育项目18个,确保12月底前完工率达80%以上。",
        [
            ("2.4亿元", "capital_investment all 240000000 CNY target 2022"),
            ("18个", "construction_projects all 18 project target 2022"),
            ("80%", "project_completion_rate all 80 % target ge 2022-12-31"),
        ],
    ),
    (
        "4.学前教育毛入园率达到92%,高考本科上线率提高2个百分点。",
        [
            ("92%", "gross_enrolment_ratio pre_primary 92 % target 2022"),
            ("2个百分点", "bachelor_line_rate general_upper_secondary 2 pp change target 2022"),
        ],
    ),
    (
        "5.2021年，全县高考本科上线1126人，上线率62.4%，较上年增加4.3个百分点。今年力争突破1200人。",
        [
            ("1126人", "bachelor_line_students general_upper_secondary 1126 person 2021"),
            ("62.4%", "bachelor_line_rate general_upper_secondary 62.4 % 2021"),
            ("4.3个百分点", "bachelor_line_rate general_upper_secondary 4.3 pp change 2021"),
            ("1200人", "bachelor_line_students general_upper_secondary 1200 person target gt 2022"),
        ],
    ),
    (
        "6.落实学生资助政策，预计资助学生1.8万人次，发放资金1560万元。",
        [
            ("1.8万人次", "student_aid_recipients all 18000 person-time target 2022"),
            ("1560万元", "student_aid_amount all 15600000 CNY target 2022"),
        ],
    ),
]


@pytest.mark.parametrize("case", WORK_POINTS)
def test_work_points(case: Case, reads: Any) -> None:
    reads(case[0] + REST, case[1], title="临泽县教育局2022年工作要点", dated="2022-02-28")


NATION = [
    (
        "到2020年,学前一年毛入园率达到95%,高等教育毛入学率达到40%。",
        [
            ("95%", "gross_enrolment_ratio pre_primary 95 % target @全国 2020-12-31"),
            ("40%", "gross_enrolment_ratio tertiary 40 % target @全国 2020-12-31"),
        ],
    ),
]


@pytest.mark.parametrize("case", NATION)
def test_a_plan_of_the_nation(case: Case, reads: Any) -> None:
    reads(case[0] + REST, case[1], title="国家中长期教育改革和发展规划纲要（2010—2020年）", dated="2010-07-29")


TABLE = """专栏1 “十四五”教育发展主要指标
指标	2020年	2025年	属性
学前三年毛入园率（%）	95.6	98	预期性
在园幼儿数（万人）	8.6	7.9	预期性
九年义务教育巩固率（%）	98.1	98.5	约束性
新增劳动力平均受教育年限（年）	13.6	14	约束性"""

TABLE_WITH_UNITS = """表1 教育事业发展主要目标
序号|指标|单位|2020年现状|2025年目标|属性
1|学前三年毛入园率|%|95.6|≥98|预期性
2|普通高中在校生|万人|5.12|5.60|预期性
3|小学生师比|—|15.8:1|15.5:1|预期性"""

BASE = [
    ("95.6", "gross_enrolment_ratio pre_primary 95.6 % 2020"),
    ("98", "gross_enrolment_ratio pre_primary 98 % target"),
]
PLAN_TABLES = [
    (
        TABLE,
        [
            *BASE,
            ("8.6", "students pre_primary 86000 person 2020"),
            ("7.9", "students pre_primary 79000 person target"),
            ("98.1", "retention_rate compulsory 98.1 % 2020"),
            ("98.5", "retention_rate compulsory 98.5 % target"),
            ("13.6", "mean_years_of_schooling none 13.6 year 2020"),
            ("14", "mean_years_of_schooling none 14 year target"),
        ],
    ),
    (
        TABLE_WITH_UNITS,
        [
            ("1", "identifier"),
            BASE[0],
            ("98", "gross_enrolment_ratio pre_primary 98 % target ge"),
            ("2", "identifier"),
            ("5.12", "students general_upper_secondary 51200 person 2020"),
            ("5.60", "students general_upper_secondary 56000 person target"),
            ("15.8:1", "student_teacher_ratio primary 15.8 student/teacher 2020"),
            ("15.5:1", "student_teacher_ratio primary 15.5 student/teacher target"),
        ],
    ),
]


@pytest.mark.parametrize("case", PLAN_TABLES)
def test_a_plan_s_table_of_indicators(case: Case, reads: Any) -> None:
    reads(case[0] + REST, case[1], **PLAN)


PASSED_BEFORE = [
    ("张掖市“十二五”教育发展规划", "2010-12-20", "actual"),
    ("张掖市教育事业“十二五”规划纲要（摘要）", "2010-12-20", "actual"),
    ("张掖市教育事业“十二五”规划", "2010-11-02", "actual"),
    ("张掖市教育事业“十二五”规划", "2009-11-02", "target"),
    ("张掖市2010年教育工作要点", "2010-02-20", "target"),
]
"""A plan that is passed in the year before it begins tells of that year what is so."""


@pytest.mark.parametrize(("title", "dated", "nature"), PASSED_BEFORE)
def test_a_plan_looks_back_on_the_year_before_it_begins(reads, title, dated, nature):
    word = " target" if nature == "target" else ""
    reads(
        "2010年，学前三年毛入园率96.5%。",
        [("96.5%", f"gross_enrolment_ratio pre_primary 96.5 %{word}")],
        title=title,
        dated=dated,
    )


def test_a_report_on_a_plan_is_no_plan(reads):
    told = [("96.5%", "gross_enrolment_ratio pre_primary 96.5 %")]
    reads("学前三年毛入园率96.5%。", told, title="张掖市教育事业“十二五”规划实施情况", dated="2014-12-20")
