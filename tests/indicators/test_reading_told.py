"""Numbers that only tell, define or belong to the page, and amounts and counts whose unit another word gives.

What belongs here: sentences of our own for persons' tales, thresholds, counters, elliptic units, amounts for each.  What
does not: plans and norms (test_kinds, test_outlook), news as a whole (test_reading_news).  The notation is conftest's.
"""

from __future__ import annotations

from typing import Any

import pytest

from edu_pipeline.extract import extract_document

Case = tuple[str, list[tuple[str, str]]]

TOLD: list[Case] = [
    ("家长李女士算了笔账，一学期省了6000多元。", [("6000", "anecdote")]),
    ("她的爸爸掰着指头算，一年省下2800元。", [("2800元", "anecdote")]),
    ("村里的马大娘说不出话，孩子省了300元。", [("300元", "anecdote")]),
    ("老校长马明32岁就当了校长，学校从87名学生发展到513人。", [("87名", "anecdote"), ("513人", "anecdote")]),
    ("编：县教育局办公室  共印200份", [("200份", "anecdote")]),
    ("网络问卷发放21506份，满意率95.7%。", [("21506份", "anecdote"), ("95.7%", "_ _ 95.7 %")]),
    ("有3位受访教师坦言压力大。", [("3位", "anecdote")]),
    ("某小学的操场热闹起来：320名学生分散在27个社团里。", [("320名", "anecdote"), ("27个", "anecdote")]),
    ("记者看到，30多名孩子正在踢球。", [("30多名", "anecdote")]),
    ("从县城开车要1个多小时。", [("1个多小时", "anecdote")]),
    ("下发整改通知书36份，研究议题112项。", [("36份", "anecdote"), ("112项", "anecdote")]),
    ("走进张掖市第三幼儿园，占地6000平方米的园区里有12个班。", [("6000", "anecdote"), ("12个", "anecdote")]),
    ("马老师工作室36个，覆盖学校12所。", [("36个", "_ _ 36 studio"), ("12所", "_ _ 12 institution")]),
    ("全年重点抓好15项工作。", [("15项", "anecdote")]),
    ("三堡镇团庄完小只有学生87人，却配齐了6间功能室。", [("87人", "anecdote"), ("6间", "anecdote")]),
    ("碱滩镇普家庄完小只剩93名学生。", [("93名", "anecdote")]),
    # and what states something all the same
    ("全县乡镇完小共有学生870人。", [("870人", "students primary 870 person")]),
    ("改建完小12所，新增学位600个。", [("12所", "_ primary 12 institution")]),
    ("李女士所在的张掖市，全市有幼儿园41所。", [("41所", "institutions pre_primary 41 institution")]),
    ("引进北京某大学张掖附属学校等优质学校4所。", [("4所", "_ _ 4 institution")]),
    (
        "县域内小学由61所调整为43所。",
        [("61所", "institutions primary 61 institution"), ("43所", "institutions primary 43 institution")],
    ),
    (
        "这所投资260万元的幼儿园，只是甘州区186所农村幼儿园中的一所。",
        [("260万元", "anecdote"), ("186所", "_ pre_primary 186 institution")],
    ),
    ("离退休教师2486人。", [("2486人", "_ _ 2486 person")]),
]

DEFINED: list[Case] = [
    ("12个班以下的学校各不少于1间。", [("12个", "definition")]),
    ("30万人口以上的县至少办好1所特教学校。", [("30万", "definition")]),
    ("人口30万以上的县有6个。", [("30万", "definition")]),
    ("财政每花5块钱就有1块用在教育上。", [("5块钱", "definition")]),
    ("带宽1000M以上学校占93.6%。", [("1000M", "definition"), ("93.6%", "_ _ 93.6 %")]),
    ("9人进入全省前10名。", [("9人", "_ _ 9 person"), ("10名", "definition")]),
    ("专任教师412名，其中学前66名。", [("66名", "_ pre_primary 66 person")]),
    ("超过50人的大班额为26个。", [("50人", "definition"), ("26个", "_ _ 26 class")]),
    ("大班额，小学指46人及以上。", [("46人", "definition")]),
    ("表彰从教30年以上教师142名。", [("30年", "definition"), ("142名", "_ _ 142 person")]),
    ("从事特教满15年并在岗的教师有12名。", [("15年", "definition"), ("12名", "_ _ 12 person")]),
    ("2500人以上的九年一贯制学校1所。", [("2500人", "definition"), ("1所", "_ _ 1 institution")]),
    ("46—55人的班级占比降到3.2%。", [("46—55人", "definition"), ("3.2%", "_ _ 3.2 %")]),
    ("0-3岁婴幼儿托位数4600个。", [("0-3岁", "definition"), ("4600个", "_ _ 4600 place")]),
    ("生均占地面积≥15平方米。", [("15平方米", "_ _ 15 _ ge target")]),
    ("距离省定85%的目标还有3.2个百分点的差距。", [("85%", "_ _ 85 % target")]),
    ("全县有12个班。", [("12个", "_ _ 12 class")]),
    ("全县人口30万以上。", [("30万", "anecdote")]),
]

UNITS: list[Case] = [
    (
        "2023年新建实践教学基地9个，2024年再建6个，累计达到31个。",
        [("9个", "_ _ 9 base"), ("6个", "_ _ 6 base"), ("31个", "_ _ 31 base")],
    ),
    (
        "原有学科类培训机构327家，注销231家、转型84家。",
        [("231家", "_ _ 231 institution"), ("84家", "_ _ 84 institution")],
    ),
    ("新建学校9所，新增课程12门，项目3个。", [("3个", "_ _ 3 project")]),
    ("较2020年增加教师320人。", [("320人", "_ _ 320 person change")]),
    ("减少大班额36个。", [("36个", "_ _ -36 class change")]),
    ("每个乡镇至少建成1所中心幼儿园。", [("1所", "_ pre_primary 1 institution ge")]),
    ("增加教师培训，招聘教师320人。", [("320人", "teachers_recruited _ 320 person")]),
    ("已建“留守儿童之家”32个。", [("32个", "_ _ 32 item")]),
    ("岗位需求合计：本科上线4218，上线率28.9%。", [("4218", "_ _ 4218 person")]),
    ("公办园普惠率96.5，高于上年。", [("96.5", "_ _ 96.5 %")]),
    ("小学156、初中31。", [("156", "_ _ 156 institution"), ("31", "_ _ 31 institution")]),
    ("在校生2024。", [("2024", "identifier")]),
    ("第三小学5年级获奖。", [("5年级", "identifier")]),
    ("全县仍有6个班超标。", [("6个", "_ _ 6 class")]),
    ("把46处闲置校舍改成研学基地。", [("46处", "_ _ 46 item")]),
    ("每名寄宿生每年可领1250元生活补助。", [("1250元", "_ _ 1250 CNY/person")]),
    ("公用经费每生每年2800元，伙食费1050元。", [("2800元", "_ _ 2800 CNY/person"), ("1050元", "_ _ 1050 CNY/person")]),
    (
        "小学、初中生均校舍面积分别为6.9和11.3平方米。",
        [("6.9", "_ primary 6.9 m2/person"), ("11.3平方米", "_ lower_secondary 11.3 m2/person")],
    ),
    ("发放助学金1050元。", [("1050元", "_ _ 1050 CNY")]),
    ("职普招生比为4.6∶5.4。", [("4.6∶5.4", "_ _ 4.6 _")]),
    ("毛入园率从不到三成跃升至86.7%。", [("86.7%", "gross_enrolment_ratio _ 86.7 %")]),
]

TIMES: list[Case] = [
    ("营养改善计划于3月全面启动，惠及学生2.7万人。", [("2.7万人", "_ _ 27000 person ..D")]),
    ("9月10日，全县召开庆祝教师节大会，表彰最美乡村教师20名。", [("20名", "_ _ 20 person 2025-09-10")]),
    ("初中毕业生升学率97.3%。", [("97.3%", "admission_rate _ 97.3 % D")]),
    ("今年高考本科上线率53.9%。", [("53.9%", "bachelor_line_rate _ 53.9 % 2025-01-01..2025-09-10")]),
    ("报名参加高考5216人。", [("5216人", "_ _ 5216 person ..D")]),
    ("压减学科类培训机构38家。", [("38家", "_ _ 38 institution ..D")]),
    ("毛入园率较2022年（82.4%）提高8个百分点。", [("82.4%", "gross_enrolment_ratio _ 82.4 % 2022")]),
    ("优良率在上年58.3%的基础上提高2个百分点。", [("58.3%", "_ _ 58.3 % 2024")]),
    ("9月1日，全市15.6万左右中小学生迎来新学期。", [("15.6万", "_ _ 156000 person approx")]),
    ("完成公办学位建设目标的102.4%。", [("102.4%", "_ _ 102.4 %")]),
    ("按每生每年2800元的标准补助保教费。", [("2800元", "_ _ 2800 CNY/person")]),
    ("到2027年，全市将新增幼儿园45所，三年累计投入21亿元。", [("21亿元", "_ _ 2100000000 CNY target")]),
    ("建——今年九月前竣工幼儿园12所；挖——30多所老园每班增加2名幼儿。", [("30多所", "_ pre_primary 30 institution gt")]),
    (
        "2026年将实施重点工作，新建学校3所；毛入园率保持在98%以上。",
        [("98%", "gross_enrolment_ratio _ 98 % target ge 2026")],
    ),
    ("县里规划，用两年时间把这一比例提高到90%。", [("90%", "_ _ 90 % target")]),
    ("按照发展规划，依托316个少年宫开展活动。", [("316个", "_ _ 316 institution")]),
    ("入学率为八成五左右。", [("八成五", "_ _ 85 % approx")]),
    ("统一成立学区12个。", [("12个", "_ _ 12 group")]),
    (
        "毛入园率由2012年的34%到今年的82.5%。",
        [("34%", "_ _ 34 % 2012"), ("82.5%", "_ _ 82.5 % 2025-01-01..2025-09-10")],
    ),
    ("2026年起，把补助标准提高10%。", [("10%", "_ _ 10 % growth target 2026")]),
    ("上线率连续5年提升，达到46.9%。", [("46.9%", "_ _ 46.9 % D")]),
    (
        "据了解，今年全市报名3万人。其中，文科600分以上112人。",
        [("112人", "high_score_students _ 112 person 2025-01-01..2025-09-10")],
    ),
    ("公招教师180人，清退代课人员512人。", [("512人", "_ _ 512 person ..D")]),
    ("考生李某以651分居全市第七名。", [("651分", "anecdote")]),
    ("小学书面作业平均完成时间控制在52分钟。", [("52分钟", "_ _ 52 other")]),
    ("问卷显示，83.5%的受访家长认可。", [("83.5%", "_ _ 83.5 %")]),
    ("建成实训基地12个，设备总值13亿元。", [("13亿元", "_ _ 1300000000 CNY D")]),
    ("三年撤并小学29所。", [("29所", "schools_merged primary 29 institution 2022-09-10..2025-09-10")]),
]

SPARED: list[Case] = [  # what looks like a tale, a threshold, a rank or a clock time, and states something
    ("西藏高中阶段毛入学率达91.0%。", [("91.0%", "gross_enrolment_ratio upper_secondary 91 %")]),
    ("江苏省高中阶段毛入学率99.1%。", [("99.1%", "gross_enrolment_ratio upper_secondary 99.1 %")]),
    ("平果高中阶段毛入学率达95.2%。", [("95.2%", "gross_enrolment_ratio upper_secondary 95.2 %")]),
    ("平果高中今年考取本科612人。", [("612人", "anecdote")]),
    ("上半年全市为1200名学生发放助学金60万元。", [("1200名", "_ _ 1200 person"), ("60万元", "_ _ 600000 CNY")]),
    ("活动当天为120名学生送去书包。", [("120名", "anecdote")]),
    ("活动上为120名学生送去书包。", [("120名", "anecdote")]),
    ("接受个别化教育的残疾学生126人。", [("126人", "_ _ 126 person")]),
    ("个别教学点出现4名教师教3名学生。", [("4名", "anecdote"), ("3名", "anecdote")]),
    ("师幼比做到1:15。", [("1:15", "student_teacher_ratio _ 15 _")]),
    ("作业做到22:30。", [("22:30", "period")]),
    ("新增学位900个，教师编制缺口120个。", [("120个", "_ _ 120 _")]),
    ("现有公办学位4275个，缺口555个。", [("555个", "_ _ 555 place")]),
    ("现有公办学位4275个，尚缺学位约555个。", [("555个", "_ _ 555 place approx")]),
]


@pytest.mark.parametrize("case", [*TOLD, *DEFINED, *UNITS, *TIMES, *SPARED], ids=lambda case: case[0])
def test_numbers(case: Case, reads: Any) -> None:
    reads(case[0], case[1], title="张掖市教育工作综述")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("三、招聘岗位\n高中教师42名。", "42名", "teachers_recruited general_upper_secondary 42 person"),
        ("三、招聘计划及人数\n小学教师15人。", "15人", "teachers_recruited primary 15 person target"),
        ("三、人才引进与培养\n培训教师3000人。", "3000人", "teachers_trained _ 3000 person"),
        ("三、人才引进与培养\n全市教师总数1.2万人。", "1.2万人", "full_time_teachers _ 12000 person"),
    ],
)
def test_teachers_under_a_heading_of_posts_are_hired(text: str, number: str, expected: str, reads: Any) -> None:
    reads(text, [(number, expected)], title="张掖市教育工作综述")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2021—2022学年，春季学期新增学位3000个。", "2022"),
        ("2021—2022学年，全市招生1.2万人。2023年，全市投入8亿元，秋季学期新增学位3000个。", "2023"),
        ("2021—2022学年第二学期开学，春季学期新增学位3000个。", "2022"),
    ],
)
def test_a_season_is_of_the_year_spoken_of_last(text: str, start: str) -> None:
    rows = extract_document(f"张掖市教育工作综述\n2024-01-10\n\n{text}".encode(), "a.txt")["observations_read"]
    assert str(next(o for o in rows if o["value"] == 3000)["period_start"])[:4] == start


def test_a_heading_with_a_year_dates_what_happened(reads: Any) -> None:
    reads(
        "一、2018年工作回顾\n公开招聘教师463人。全市有小学41所。\n二、2019年重点工作\n新建幼儿园5所。",
        [
            ("463人", "teachers_recruited _ 463 person 2018"),
            ("41所", "institutions primary 41 institution D"),
            ("5所", "schools_built pre_primary 5 institution target 2019"),
        ],
        title="张掖市政府工作报告",
        dated="2019-02-16",
    )
