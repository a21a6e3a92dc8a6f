"""Figures that stand beside, above or below their names without a frame; changes in signs.

What belongs here: lists of names and figures, and the tables that people type by hand.  What does not: lists that a sum
opens (test_reading_table_sums), lists of plans (test_reading_plan_lists), tables with a frame (test_reading_tables, _table_forms, _table_edges); the notation
(conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

from edu_pipeline.extract import extract_document

Case = tuple[str, list[tuple[str, str]]]

IN_TURN: list[Case] = [
    (  # units in the caption, none behind the figures
        "分县完成情况（单位：个、万元、%）\n甘州区 项目12 开工11 竣工4 完成投资20310 投资完成率71.5\n"
        "临泽县 项目5 开工5 竣工2 完成投资4020 投资完成率66.0",
        [
            ("12", "construction_projects all 12 project @甘州区"),
            ("11", "construction_projects all 11 project @甘州区"),
            ("20310", "capital_investment all 203100000 CNY @甘州区"),
            ("71.5", "project_completion_rate all 71.5 % @甘州区"),
            ("2", "construction_projects all 2 project @临泽县"),
            ("4020", "capital_investment all 40200000 CNY @临泽县"),
        ],
    ),
    (
        "甘州区：幼儿园86，在园幼儿13210，小学52，小学在校生31240\n临泽县：幼儿园21，在园幼儿3120，小学12，小学在校生6430",
        [
            ("86", "institutions pre_primary 86 institution @甘州区"),
            ("13210", "students pre_primary 13210 person @甘州区"),
            ("12", "institutions primary 12 institution @临泽县"),
            ("6430", "students primary 6430 person @临泽县"),
        ],
    ),
    (
        "甘州区|幼儿园86所|在园幼儿13210|专任教师1102\n临泽县|幼儿园21所|在园幼儿3120|专任教师260",
        [
            ("86", "institutions pre_primary 86 institution @甘州区"),
            ("1102", "full_time_teachers _ 1102 person @甘州区"),
            ("3120", "students pre_primary 3120 person @临泽县"),
        ],
    ),
    (  # a level opens the row, blanks of full width
        "小学　学校210　班级3120　在校生98233　专任教师5411\n初中　学校61　班级1020　在校生44102　专任教师3700",
        [
            ("210", "institutions primary 210 institution"),
            ("3120", "classes primary 3120 class"),
            ("44102", "students lower_secondary 44102 person"),
        ],
    ),
    (
        "甘州区\t毛入园率96.2%\t普惠率91.3%\t公办园在园幼儿占比52.0\n临泽县\t毛入园率95.1%\t普惠率93.3%\t公办园在园幼儿占比61.2",
        [
            ("96.2%", "gross_enrolment_ratio pre_primary 96.2 % @甘州区"),
            ("52.0", "public_kindergarten_enrolment_share pre_primary 52 % @甘州区"),
            ("61.2", "public_kindergarten_enrolment_share pre_primary 61.2 % @临泽县"),
        ],
    ),
    (  # a year opens the row
        "2021年 小学招生31240 小学在校生193210\n2022年 小学招生31562 小学在校生194300",
        [
            ("31240", "new_entrants primary 31240 person 2021"),
            ("194300", "students primary 194300 person 2022"),
        ],
    ),
]
ABOVE_OR_BELOW: list[Case] = [
    (  # the figure above its name, blank lines between the pairs
        "数字张掖教育\n\n624所\n各级各类学校\n\n17.2万人\n在校学生\n\n98.1%\n九年义务教育巩固率",
        [
            ("624", "institutions all 624 institution"),
            ("17.2", "students all 172000 person"),
            ("98.1", "retention_rate compulsory 98.1 %"),
        ],
    ),
    (  # none between them: the unit in the name and the per cent tell
        "数字速览\n13\n中等职业学校（所）\n2.27\n中职在校生（万人）\n96.7%\n毕业生就业率\n62.3%\n“双师型”教师占专业课教师比例",
        [
            ("13", "institutions vocational_upper_secondary 13 institution"),
            ("2.27", "students vocational_upper_secondary 22700 person"),
            ("96.7%", "graduate_employment_rate _ 96.7 %"),
            ("62.3%", "double_qualified_teacher_share _ 62.3 %"),
        ],
    ),
    (  # the name above
        "九年义务教育巩固率\n98.1%\n学前三年毛入园率（%）\n96.4\n在园幼儿（万人）\n3.21\n普惠性幼儿园覆盖率\n91%",
        [
            ("98.1%", "retention_rate compulsory 98.1 %"),
            ("96.4", "gross_enrolment_ratio pre_primary 96.4 %"),
            ("3.21", "students pre_primary 32100 person"),
            ("91%", "inclusive_kindergarten_coverage pre_primary 91 %"),
        ],
    ),
    (  # the header has kept its line
        "单位：万元\n县区    教育支出    基建投资\n甘州区\n54800\n8120\n临泽县\n8716\n402\n高台县\n7020\n655",
        [
            ("8120", "capital_investment all 81200000 CNY @甘州区"),
            ("402", "capital_investment all 4020000 CNY @临泽县"),
        ],
    ),
    (
        "学段\t学校\t在校生\n小学\n412\n98233\n初中\n61\n44102",
        [
            ("412", "institutions primary 412 institution"),
            ("44102", "students lower_secondary 44102 person"),
        ],
    ),
    (  # digits of full width, years too
        "指标名称\n２０２２年\n２０２３年\n学前三年毛入园率(%)\n８６.４\n８８.９\n教职工总数(人)\n１７８３６\n18,402",
        [
            ("８６.４", "gross_enrolment_ratio pre_primary 86.4 % 2022"),
            ("８８.９", "gross_enrolment_ratio pre_primary 88.9 % 2023"),
            ("１７８３６", "staff _ 17836 person 2022"),
            ("18,402", "staff _ 18402 person 2023"),
        ],
    ),
]
BY_HAND: list[Case] = [
    (  # the section stands below the header; growth in per cent beside a column of units
        "指标            单位      绝对数    比上年增长%\n普通高中\n  招生          人      3982      -2.6\n"
        "  在校生        人      12,247    -4.1\n小学\n  招生          人      5916      3.8\n  在校生        人      36,518    -0.9",
        [
            ("3982", "new_entrants general_upper_secondary 3982 person"),
            ("2.6", "new_entrants general_upper_secondary -2.6 % growth"),
            ("12,247", "students general_upper_secondary 12247 person"),
            ("5916", "new_entrants primary 5916 person"),
            ("0.9", "students primary -0.9 % growth"),
        ],
    ),
    (  # stretched names, single blanks
        "学 段 学校 班级 在校生\n小 学 412 3120 98233\n初 中 61 1020 44102\n九 年 制 12 310 12010\n合 计 485 4450 154343",
        [
            ("412", "institutions primary 412 institution"),
            ("1020", "classes lower_secondary 1020 class"),
            ("12", "institutions compulsory 12 institution"),
            ("154343", "students all 154343 person"),
        ],
    ),
    (
        "指 标 单位 2022年 2023年\n在 校 生 人 98233 97012\n学 校 所 412 401\n专 任 教 师 人 5412 5401",
        [
            ("97012", "students _ 97012 person 2023"),
            ("412", "institutions _ 412 institution 2022"),
            ("5401", "full_time_teachers _ 5401 person 2023"),
        ],
    ),
    (  # 本年 is the year of the paper
        "指标 单位 本年 上年 同比(±%)\n小学在校生 人 98233 98910 -0.7\n初中在校生 人 44102 43210 2.1",
        [
            ("98233", "students primary 98233 person 2023"),
            ("98910", "students primary 98910 person 2022"),
            ("0.7", "students primary -0.7 % growth"),
            ("2.1", "students lower_secondary 2.1 % growth"),
        ],
    ),
    (  # a change without a noun is of the column before it
        "县区\t义务教育巩固率\t高中阶段毛入学率\t较上年（百分点）\n甘州区\t98.1%\t96.2%\t▲0.4\n临泽县\t97.9%\t95.2%\t▼0.2",
        [
            ("98.1%", "retention_rate compulsory 98.1 % @甘州区"),
            ("0.4", "gross_enrolment_ratio upper_secondary 0.4 pp change @甘州区"),
            ("0.2", "gross_enrolment_ratio upper_secondary -0.2 pp change @临泽县"),
        ],
    ),
    (  # sorts of schools under headers that count
        "学校类别 学校数 在校生\n高中 3 4312\n初中 22 9312",
        [("3", "institutions general_upper_secondary 3 institution"), ("9312", "students lower_secondary 9312 person")],
    ),
    (  # whose rows name a project by its county
        "项目名称|建设内容|总投资（万元）\n甘州区第七中学综合楼|新建8600平方米|4120\n临泽县第三幼儿园|新增园位360个|2985\n全市智慧黑板更新|更新640套|1472",
        [
            ("8600", "floor_area_built _ 8600 m2 @甘州区"),
            ("4120", "capital_investment _ 41200000 CNY @甘州区"),
            ("360", "new_places pre_primary 360 place @临泽县"),
            ("1472", "_ _ 14720000 CNY @张掖市"),
        ],
    ),
    (  # 人数 of what the caption counts
        "2023年在校生分布\n学段\t人数\t占比（%）\n小学\t12000\t61.2\n初中\t7600\t38.8",
        [("12000", "students primary 12000 person 2023"), ("7600", "students lower_secondary 7600 person 2023")],
    ),
    (  # under the caption of a plan
        "2023年教师招聘计划表\n学段\t人数\n小学\t120\n初中\t88",
        [("120", "teachers_recruited primary 120 person target"), ("88", "teachers_recruited _ 88 person target")],
    ),
    (  # in a paper that plans nothing else
        "2023年招聘计划\n学段\t人数\n小学\t120\n初中\t88",
        [("120", "teachers_recruited primary 120 person target"), ("88", "teachers_recruited _ 88 person target")],
    ),
    (
        "项目建设计划表\n县区\t新建幼儿园（所）\t总投资（万元）\n甘州区\t3\t2200\n临泽县\t2\t1400",
        [
            ("3", "schools_built pre_primary 3 institution target @甘州区"),
            ("1400", "capital_investment _ 14000000 CNY target @临泽县"),
        ],
    ),
    (
        "二、招生计划\n学校\t班数\t人数\n第三小学\t7\t315\n民族中学\t10\t500\n城区合计\t17\t815",
        [
            ("315", "anecdote"),
            ("500", "anecdote"),
            ("17", "classes _ 17 class target"),
            ("815", "new_entrants _ 815 person target"),
        ],
    ),
    (  # a total of a part of the place; one school's own figures are not the place's
        "学校\t班数\t在校生\n东街小学\t8\t360\n南关小学\t7\t315\n城区合计\t15\t675",
        [("8", "anecdote"), ("315", "anecdote"), ("15", "classes _ 15 class"), ("675", "students _ 675 person")],
    ),
]
SIGNED: list[Case] = [
    (
        "体质健康优良率：53.8%(↑2.6)\n总体近视率：51.4%（↓0.9）",
        [
            ("53.8%", "fitness_excellent_rate _ 53.8 %"),
            ("2.6", "fitness_excellent_rate _ 2.6 pp change"),
            ("51.4%", "myopia_rate _ 51.4 %"),
            ("0.9", "myopia_rate _ -0.9 pp change"),
        ],
    ),
    (
        "教学点55个（-13），小学在校生4321人（＋102），初中在校生3210人（▲4.2%），专任教师1200名（+36名）。",
        [
            ("13", "teaching_points _ -13 institution change"),
            ("102", "students primary 102 person change"),
            ("4.2%", "students lower_secondary 4.2 % growth"),
            ("36", "full_time_teachers _ 36 person change"),
        ],
    ),
    (
        "毛入园率92.1%（同比+1.3个百分点），义务教育巩固率95.1%(1.2↑)。",
        [
            ("1.3", "gross_enrolment_ratio pre_primary 1.3 pp change"),
            ("1.2", "retention_rate compulsory 1.2 pp change"),
        ],
    ),
    (  # a range, an aside and another value of the same are none
        "小学在校生3000-3200人，初中1210人（其中寄宿300人），巩固率95.1%（上年94.2%）。",
        [
            ("3000", "students primary 3000~3200 person"),
            ("300", "_ lower_secondary 300 person"),
            ("94.2%", "retention_rate _ 94.2 %"),
        ],
    ),
]
LEFT_OUT: list[Case] = [
    (
        "民语类考生2,316人，录取1,987，录取率85.8%。计划招生1,350名，实际报到1,287，报到率95.3%。",
        [("1,987", "_ _ 1987 person"), ("1,287", "_ _ 1287 person")],
    ),
    (
        "优良率达到50%以上，较上年提升1.5；近视率51%，较上年下降0.6。",
        [("1.5", "_ _ 1.5 pp change"), ("0.6", "myopia_rate _ -0.6 pp change")],
    ),
    (  # what lies before has no unit to lend, or what follows has its own
        "发放问卷320份，收回300。毛入园率92.1%，较上年提高2.1个百分点。报名1200人，上线2019年。",
        [("300", "identifier"), ("2.1个", "gross_enrolment_ratio pre_primary 2.1 pp change")],
    ),
    (
        "小学、初中、高中生均公用经费分别比上年增长6.21%、2.07%和-3.30%。财政教育支出增长-1.2%，小学在校生增长3-5%。",
        [
            ("2.07%", "per_student_expenditure lower_secondary 2.07 % growth"),
            ("3.30%", "per_student_expenditure general_upper_secondary -3.3 % growth"),
            ("1.2%", "public_budget_education_expenditure _ -1.2 % growth"),
            ("3-5%", "students primary 3~5 % growth"),
        ],
    ),
]
WITHOUT_HEADER: list[Case] = [
    (  # years in order under a name that says its unit
        "学前三年毛入园率（%）\n2019年  91.2\n2020年  92.1\n2021年  93.4",
        [
            ("91.2", "gross_enrolment_ratio pre_primary 91.2 % 2019"),
            ("93.4", "gross_enrolment_ratio pre_primary 93.4 % 2021"),
        ],
    ),
    (
        "全市在校生（万人）\n2019  9.2\n2020  9.1\n2021  9.4",
        [("9.2", "students all 92000 person 2019"), ("9.4", "students all 94000 person 2021")],
    ),
    (  # the caption names as many units as there are figures in a row
        "分县资金安排表（单位：万元、所）\n甘州区\n5610\n41\n临泽县\n6240\n52\n高台县\n3980\n33",
        [
            ("5610", "earmarked_education_funds all 56100000 CNY @甘州区"),
            ("41", "_ _ 41 institution @甘州区"),
            ("6240", "earmarked_education_funds all 62400000 CNY @临泽县"),
            ("33", "_ _ 33 institution @高台县"),
        ],
    ),
]
RULED: list[Case] = [
    (  # rules between the lines; a section with the unit of its rows; levels of numbered rows hold for those below
        "---------------------------------------------\n指    标              单位     2022年      2023年      增减\n"
        "---------------------------------------------\n一、小学数             所     813     766     -47\n"
        "    招生数           万人     8.72     8.15    -0.57\n二、初中在校生        万人    20.04    20.60    +0.56\n"
        "三、体质健康优良率     %\n    小学                      51.9      52.4     +0.5\n"
        "    初中                      43.2      45.0     +1.8\n---------------------------------------------",
        [
            ("813", "institutions primary 813 institution 2022"),
            ("47", "institutions primary -47 institution change"),
            ("8.72", "new_entrants primary 87200 person 2022"),
            ("20.60", "students lower_secondary 206000 person 2023"),
            ("52.4", "fitness_excellent_rate primary 52.4 % 2023"),
            ("1.8", "fitness_excellent_rate lower_secondary 1.8 pp change"),
        ],
    ),
]


@pytest.mark.parametrize("case", [*IN_TURN, *ABOVE_OR_BELOW, *BY_HAND, *SIGNED, *LEFT_OUT, *WITHOUT_HEADER, *RULED])
def test_a_list_of_facts(case: Case, reads: Any) -> None:
    reads(*case, title="2023年张掖市教育统计资料", dated="2024-03-20")


PAID = "单位：万元\n县区    应拨     实拨\n甘州区\n5480\n5480\n临泽县\n8716\n8402\n高台县\n702\n702"


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("张掖市农村义务教育学生营养改善计划实施情况公示", PAID, "nutrition_fund"),
        ("关于张掖市学生营养餐资金情况的通报", PAID, "nutrition_fund"),
        ("张掖市营养改善计划工作报告", "本学期应拨付资金5480万元，已拨付资金5302万元。", "nutrition_fund"),
        ("张掖市教育局工作报告", PAID, "other"),
        ("张掖市营养改善计划和校外培训机构治理情况", "本学期拨付资金5480万元。", "earmarked_education_funds"),
    ],
)
def test_money_is_of_the_one_programme_that_the_title_names(title: str, text: str, code: str, reads: Any) -> None:
    reads(text, [("5480", f"{code} _ 54800000 CNY")], title=title, dated="2024-03-20")


@pytest.mark.parametrize(
    "text",
    [
        "城关小学 电话8212345 邮编734000\n东街小学 电话8213456 邮编734001",
        "联系人\n李明\n电话\n8212345\n传真\n8212346\n邮编\n734000",
        "上午科目\n语文\n150\n数学\n150\n外语\n150\n物理\n100",
        "目录\n\n第一部分 概况\n1\n第二部分 收支\n5\n第三部分 说明\n11",
        "地址：县府街1号\n地址：城关镇2号\n地址：东环路15号",
        "8:30—10:00 语文\n10:30—12:00 数学\n14:30—16:00 外语",
        "一\n1\n二\n2\n三\n3",
        "开考时间\n2019年  6月\n2020年  7月\n2021年  6月",
        "考点（单位：场）\n一中\n8:30\n10:00\n二中\n8:30\n10:00\n三中\n8:30\n10:00",
    ],
)
def test_no_statistic(text: str) -> None:
    rows = extract_document(f"张掖市教育局\n2024-03-20\n\n{text}\n".encode(), "x.txt")
    assert rows["observations_read"] == []
