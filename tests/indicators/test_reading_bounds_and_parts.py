"""Numbers that bound or divide what another number counts, and counts of inspections, families and ranks.

What belongs here: sentences and small tables of our own in which a number is no statistic of its own, or is one only
as a part of another: brackets, bounds, norms met, ranks, visits, degrees, plans done.  What does not: targets and norms
(test_kinds); the notation (conftest).
"""

from __future__ import annotations

import pytest

Case = tuple[str, list[tuple[str, str]]]

NO_STATISTIC: list[Case] = [
    # bounds by which schools or classes are counted
    ("有9所小学不足50人。", [("9所", "other primary 9 institution"), ("50人", "definition")]),
    ("有3所初中班额超过55人。", [("3所", "other _ 3 institution"), ("55人", "definition")]),
    ("12所小学平均班额超过55人。", [("55人", "class_size primary 55 person gt")]),
    ("新建学校5所，新增学位超过2000个。", [("2000个", "new_places _ 2000 place gt")]),
    # norms met by schools
    ("97所学校7项指标全部达标，21所学校有1项未达标。", [("7项", "definition"), ("1项", "definition")]),
    ("全市7项重点工作全部完成。", [("7项", "anecdote")]),
    # among how many it is ranked
    ("中职生均拨款7150元，在全省14市中列第12。", [("14", "definition")]),
    ("毛入园率66.8%，排全州13县市第11。", [("13", "definition")]),
    ("全省14个市建成学校120所。", [("14", "other _ 14 county"), ("120所", "schools_built all 120 institution")]),
    # inspections and surveys
    ("对全县13个乡镇、46所中小学进行了专项督导，听课138节，查阅资料420份。", [("46所", "anecdote"), ("138节", "anecdote"), ("420份", "anecdote")]),
    ("发放问卷1.86万份，回收有效问卷1.79万份，社会认可度92.1%。", [("1.86万", "anecdote"), ("1.79万", "anecdote"), ("92.1%", "satisfaction_rate _ 92.1 %")]),
    ("对46所中小学进行改造，听课师生4万人。", [("46所", "_ k12 46 institution"), ("4万人", "other _ 40000 person")]),
    # a family's tale
    ("“老大上五年级，以前周末要上3个班，一年花费近2万元。”她说。", [("3个", "anecdote"), ("2万", "anecdote")]),
    ("“今年全市新建学校12所，新增学位2万个。”他说。", [("12所", "schools_built all 12 institution"), ("2万个", "new_places _ 20000 place")]),
]  # fmt: skip

PARTS: list[Case] = [
    # a bracket tells the parts of what stands before it
    ("未达标学校18所（小学11所、初中7所）。", [("18所", "other _ 18 institution"), ("11所", "other primary 11 institution"), ("7所", "other lower_secondary 7 institution")]),
    ("新建学校5所（小学3所、初中2所）。", [("5所", "schools_built all 5 institution"), ("3所", "schools_built primary 3 institution"), ("2所", "schools_built lower_secondary 2 institution")]),
    ("现有学校18所（小学11所、初中7所）。", [("11所", "institutions primary 11 institution"), ("7所", "institutions lower_secondary 7 institution")]),
    ("初中60所（含九年一贯制学校21所），在校生3.2万人。", [("21所", "institutions _ 21 institution"), ("3.2万人", "students lower_secondary 32000 person")]),
    ("新建学校5所，小学增至11所。", [("11所", "institutions primary 11 institution")]),
    # bare 万 goes on in what it began with
    ("在校生总数62.3万：学前10.1万，小学24.6万，初中11.8万。", [("62.3万", "students all 623000 person"), ("10.1万", "students pre_primary 101000 person"), ("24.6万", "students primary 246000 person"), ("11.8万", "students lower_secondary 118000 person")]),
    ("各类学校956所：幼儿园512所，小学208所。", [("512所", "institutions pre_primary 512 institution"), ("208所", "institutions primary 208 institution")]),
    # all schools of a place, whatever is said of them
    ("全市321所义务教育学校全部开展课后服务。", [("321所", "institutions compulsory 321 institution")]),
    ("全县52所学校全部搬进新校舍。", [("52所", "institutions all 52 institution")]),
    ("全市187所义务教育学校中，开展课后服务的186所。", [("187所", "institutions compulsory 187 institution")]),
    ("全市21所学校获评书香校园。", [("21所", "other _ 21 institution")]),
    ("城区21所学校全部完成改造。", [("21所", "other _ 21 institution")]),
    # arrows
    ("一般公共预算教育支出98.6亿元↑4.2%", [("4.2%", "public_budget_education_expenditure all 4.2 % growth")]),
    ("近视率48.6%，↓0.9个百分点", [("0.9个", "myopia_rate _ -0.9 pp change")]),
    # works done on schools that follow their number
    ("完成6所薄弱学校改造，投入资金2300万元。", [("6所", "schools_built compulsory 6 institution")]),
    ("完成6所学校食堂改造。", [("6所", "other _ 6 institution")]),
    ("教师平均工资收入不低于公务员，2022年人均达10.6万元。", [("10.6万", "average_teacher_salary _ 106000 CNY 2022")]),
    ("投入培训经费500万元，人均200元。", [("200元", "other _ 200 _")]),
    ("学前和高中阶段按7000元执行。", [("7000元", "other k12_and_pre_primary 7000 CNY")]),
    ("特教生均公用经费8000元，学前和高中阶段7000元。", [("7000元", "per_student_expenditure k12_and_pre_primary 7000 CNY/person")]),
]  # fmt: skip

TABLES: list[Case] = [
    (  # women alone; a change of what its bracket names
        "学段\t学校数\t在校学生数\t其中：女生\t比上年增减（学生）\n幼儿园\t152\t21,360\t9,980\t-2,316\n小学\t98\t48,215\t22,631\t-860",
        [
            ("21,360", "students pre_primary 21360 person"),
            ("9,980", "other pre_primary 9980 person"),
            ("-2,316", "students pre_primary -2316 person change"),
            ("-860", "students primary -860 person change"),
        ],
    ),
    (  # the degrees of teachers
        "表2 教师学历结构（人）\n类别\t合计\t研究生\t本科\t专科\n小学\t2,697\t45\t1,860\t780\n初中\t2,018\t136\t1,795\t87",
        [
            ("2,697", "full_time_teachers primary 2697 person"),
            ("45", "other primary 45 person"),
            ("1,860", "other primary 1860 person"),
            ("87", "other lower_secondary 87 person"),
        ],
    ),
    (  # the same columns where they are what is taught
        "表2 高校在校生\n类别\t招生数（人）\t在校生（人）\n研究生\t1,500\t4,500\n本科\t5,200\t18,600",
        [("4,500", "students tertiary 4500 person"), ("18,600", "students tertiary 18600 person")],
    ),
    (  # how far a plan is done
        "重点任务\t年度目标\t上半年完成\t完成率\n招聘教师（人）\t180\t126\t70%\n教师交流轮岗（人）\t240\t198\t82.5%",
        [
            ("180", "teachers_recruited all 180 person target"),
            ("126", "teachers_recruited all 126 person"),
            ("70%", "other _ 70 %"),
            ("198", "teachers_rotated all 198 person"),
            ("82.5%", "other _ 82.5 %"),
        ],
    ),
    (  # a rate of completion that is the row's own
        "指标\t2023年\t2024年\n项目完工率（%）\t86.5\t92.4",
        [("86.5", "project_completion_rate all 86.5 %"), ("92.4", "project_completion_rate all 92.4 %")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NO_STATISTIC)
def test_bounds_ranks_and_visits(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_and_wholes(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_columns_of_parts_and_plans(reads, text, expected):
    reads(text, expected, title="2025年张掖市教育基本情况")
