"""Numbers whose noun the clause leaves out, and the level that a list, a paragraph or a heading gives: sentences of our own.

What belongs here: parts of what was built or paid (其中), persons of money and money of persons, totals that moved,
headings that name the indicator.  What does not: changes and norms (test_reading_comparisons); the notation (conftest).
"""

from __future__ import annotations

import pytest

Case = tuple[str, list[tuple[str, str]]]

PARTS: list[Case] = [
    ("新建公办幼儿园7所，其中乡镇中心园5所。", [
        ("7所", "schools_built pre_primary 7 institution"),
        ("5所", "schools_built pre_primary 5 institution"),
    ]),
    ("招聘中小学教师230名，其中特岗教师90名。", [("90名", "teachers_recruited k12 90 person")]),
    ("三年投入资金4.2亿元建设学校，其中省级财政1.3亿元、市县自筹2.9亿元。", [
        ("4.2亿元", "capital_investment _ 420000000 CNY"),
        ("1.3亿元", "capital_investment _ 130000000 CNY"),
    ]),
    ("交流教师146名、校长12名。", [("12名", "teachers_rotated _ 12 person")]),
    ("招聘教师186名，其中硕士研究生20名。", [("20名", "teachers_recruited all 20 person")]),
    # what has a name of its own is no part
    ("新建幼儿园7所，其中在园幼儿占比达61%。", [("61%", "other _ 61 %")]),
    ("招聘教师186名，培训校长46名。", [("46名", "teachers_trained _ 46 person")]),
]  # fmt: skip

MONEY: list[Case] = [
    ("发放义务教育学生生活补助286万元、5120人次。", [
        ("286万元", "student_aid_amount compulsory 2860000 CNY"),
        ("5120人次", "student_aid_recipients compulsory 5120 person-time"),
    ]),
    ("落实普通高中助学金412万元，受益学生2060人。", [("2060人", "student_aid_recipients general_upper_secondary 2060 person")]),
    ("中职免学费1836人，兑现资金183.6万元。", [
        ("1836人", "student_aid_recipients vocational_upper_secondary 1836 person"),
        ("183.6万元", "student_aid_amount vocational_upper_secondary 1836000 CNY"),
    ]),
    ("落实“两免一补”资金1620万元，为6300名寄宿生发放生活补助。", [
        ("1620万元", "student_aid_amount compulsory 16200000 CNY"),
        ("6300名", "student_aid_recipients compulsory 6300 person"),
    ]),
    ("免除学生杂费916万元，免费教科书资金308万元。", [("308万元", "student_aid_amount compulsory 3080000 CNY")]),
    # norms, fees and wages are no sums
    ("寄宿生生活补助标准为小学每生每天4元、初中每生每天5元。", [("4元", "other _ 4 CNY/person"), ("5元", "other _ 5 CNY/person")]),
    ("课后服务收费标准为每生每学期不超过600元。", [("600元", "other _ 600 _ le target")]),
    ("普通高中国家助学金每生每年2300元。", [("2300元", "per_student_expenditure general_upper_secondary 2300 CNY/person")]),
    ("为86名残疾学生送教上门，办理生源地助学贷款1210人。", [("86名", "_ special 86 person"), ("1210人", "student_loan_recipients tertiary 1210 person")]),
]  # fmt: skip

MOVED: list[Case] = [
    ("去年建成市级名师工作室18个，今年再建7个，累计达到25个。", [
        ("7个", "master_teacher_studios all 7 studio"),
        ("25个", "master_teacher_studios all 25 studio"),
    ]),
    ("全市原有学科类培训机构412家，注销316家、转型72家，剩下的24家统一登记为非营利性机构。", [
        ("316家", "tutoring_institutions _ 316 institution"),
        ("72家", "tutoring_institutions _ 72 institution"),
        ("24家", "tutoring_institutions _ 24 institution"),
    ]),
    ("市级名师工作室新增12个、总数达到96个。", [("96个", "master_teacher_studios all 96 studio")]),
    ("全市建成教育集团26个，创建文明校园18所。", [("18所", "other _ 18 institution")]),
    ("聘任法治副校长120名，建设校园直饮水点860处。", [("860处", "other _ 860 _")]),
]  # fmt: skip

HEADED: list[Case] = [
    ("三、各级教育生均一般公共预算公用经费支出\n全国普通小学为2810元，我省为3640元；普通初中4310元，普通高中3120元。", [
        ("2810元", "per_student_expenditure primary 2810 CNY/person"),
        ("3640元", "per_student_expenditure primary 3640 CNY/person"),
        ("4310元", "per_student_expenditure lower_secondary 4310 CNY/person"),
        ("3120元", "per_student_expenditure general_upper_secondary 3120 CNY/person"),
    ]),
    ("二、义务教育巩固率\n甘州区98.6%，临泽县97.9%。", [("98.6%", "retention_rate compulsory 98.6 % @甘州区"), ("97.9%", "retention_rate compulsory 97.9 % @临泽县")]),
    ("(二)学生\n幼儿园18,062人；小学54,310人；初中26,118人。", [
        ("18,062人", "students pre_primary 18062 person"),
        ("54,310人", "students primary 54310 person"),
        ("26,118人", "students lower_secondary 26118 person"),
    ]),
    ("二、生均经费情况（含人员经费）\n（1）幼儿园：14,306元，增长2.61%；", [
        ("14,306元", "per_student_expenditure pre_primary 14306 CNY/person"),
    ]),
    ("三、义务教育巩固率\n专任教师学历合格率99.2%。", [("99.2%", "other _ 99.2 %")]),
    ("三、义务教育巩固率\n新建学校投入860万元。", [("860万元", "capital_investment _ 8600000 CNY")]),
]  # fmt: skip

LEVELS: list[Case] = [
    ("高中阶段毛入学率达到93%，新增学位4200个。", [("4200个", "new_places k12_and_pre_primary 4200 place")]),
    ("实施教育项目14个。其中，续建6个、新开工8个。", [("6个", "construction_projects _ 6 project"), ("8个", "construction_projects _ 8 project")]),
    ("实施教育基础设施项目46个，总投资39.8亿元。其中续建21个、新建25个。", [("21个", "construction_projects _ 21 project"), ("25个", "construction_projects _ 25 project")]),
    ("新建幼儿园9所。其中续建3所、新开工6所。", [("3所", "schools_built pre_primary 3 institution"), ("6所", "schools_built pre_primary 6 institution")]),
    ("撤并村小14所，完成校安工程投资2600万元。", [("2600万元", "capital_investment k12 26000000 CNY")]),
    ("初中46所，在校生3.1万人，毛入学率108.2%。", [("108.2%", "gross_enrolment_ratio lower_secondary 108.2 %")]),
    ("普通高校6所，在校生7.4万人，毛入学率52.1%。", [("52.1%", "gross_enrolment_ratio tertiary 52.1 %")]),
    ("中职学校8所，招生4210人，毕业生就业率97.2%，升学率61.3%。", [
        ("97.2%", "graduate_employment_rate vocational_upper_secondary 97.2 %"),
        ("61.3%", "admission_rate vocational_upper_secondary 61.3 %"),
    ]),
    ("小学、初中专任教师生均指标中，生均教学及辅助用房面积分别为4.8㎡、6.2㎡；生均体育运动场馆面积8.1㎡、11.3㎡。", [
        ("8.1㎡", "sports_area_per_student primary 8.1 m2/person"),
        ("11.3㎡", "sports_area_per_student lower_secondary 11.3 m2/person"),
    ]),
    ("农村学校条件改善，培训教师3100人次。", [("3100人次", "teachers_trained all 3100 person-time")]),
    ("三、中职教育。免学费1620人，兑现资金162万元。", [("162万元", "student_aid_amount vocational_upper_secondary 1620000 CNY")]),
    ("新建幼儿园和中小学23所，新增学位1.6万个。", [("23所", "schools_built k12_and_pre_primary 23 institution"), ("1.6万个", "new_places k12_and_pre_primary 16000 place")]),
]  # fmt: skip

NAMES: list[Case] = [
    ("本科上线3618,上线率41.2%。", [("3618", "bachelor_line_students general_upper_secondary 3618 person")]),
    ("初中66人以上的超大班占8.4%。", [("8.4%", "large_class_share lower_secondary 8.4 %")]),
    ("全市撤并“一师一校”点26个，把4所中职学校整合为2所。", [
        ("26个", "schools_merged primary 26 institution"),
        ("2所", "institutions vocational_upper_secondary 2 institution"),
    ]),
    ("校长教师流动不少于12%。", [("12%", "teacher_rotation_share _ 12 % ge target")]),
    ("教育建设项目新建、改扩建学校62所，建筑面积31.6万平方米。", [("31.6万平方米", "floor_area_built _ 316000 m2")]),
    ("全县中小学占地面积120万平方米，生均校舍面积9.8平方米。", [("9.8平方米", "other _ 9.8 m2/person")]),
    ("9月1日，全县312所中小学、8.6万名学生迎来新学期。", [("312所", "institutions k12 312 institution"), ("8.6万名", "students _ 86000 person")]),
    ("全县268所农村学校的学生吃上营养午餐，1284名学生一度辍学。", [("1284名", "other _ 1284 person")]),
]  # fmt: skip


RUN_IN: list[Case] = [
    ("1.每百名学生拥有骨干教师数。全县小学平均为1.12人，初中平均为1.31人。", [
        ("1.12人", "teachers_per_100_students primary 1.12 person/100_students"),
        ("1.31人", "teachers_per_100_students lower_secondary 1.31 person/100_students"),
    ]),
    ("（三）生均教学及辅助用房面积。小学达到4.9㎡，初中达到6.3㎡。", [
        ("4.9㎡", "teaching_area_per_student primary 4.9 m2/person"),
        ("6.3㎡", "teaching_area_per_student lower_secondary 6.3 m2/person"),
    ]),
    ("义务教育课后服务覆盖率、参与率分别达到100%和93.6%。", [
        ("100%", "after_school_coverage compulsory 100 %"),
        ("93.6%", "after_school_student_participation compulsory 93.6 %"),
    ]),
    ("1.每百名学生拥有骨干教师数。全县教师编制缺额120人。", [("120人", "other _ 120 person")]),
    ("（三）生均教学及辅助用房面积。校园绿化面积达到4.6万㎡。", [("4.6万㎡", "other _ 46000 m2")]),
]  # fmt: skip

STRAY: list[Case] = [
    ("全市中小学教师缺口分别为126名和84名。", [("126名", "other _ 126 person"), ("84名", "other _ 84 person")]),
    ("引进高层次人才60名；高校科研经费年均增长12%。", [("12%", "other _ 12 % growth")]),
    ("小学237所（另有教学点86个），比上年减少19所。", [("86个", "teaching_points primary 86 institution"), ("19所", "institutions primary -19 institution change")]),
    ("原有的386家学科类培训机构压减到21家。", [("386家", "tutoring_institutions _ 386 institution"), ("21家", "tutoring_institutions _ 21 institution")]),
    ("在园幼儿从0.8万人猛增到2.4万人。", [("0.8万人", "students pre_primary 8000 person"), ("2.4万人", "students pre_primary 24000 person")]),
    ("山东先后派出支教教师6批318人。", [("318人", "teachers_rotated all 318 person")]),
    ("遴选劳动教育示范学校60所，创建省现代化学校9所。", [("60所", "other _ 60 institution"), ("9所", "other _ 9 institution")]),
    ("学校体育场地面积达标学校96所。", [("96所", "other _ 96 institution")]),
    ("56人以上大班额120个，仅占2.1%，占比降至1.4%。", [("2.1%", "large_class_share compulsory 2.1 %"), ("1.4%", "large_class_share compulsory 1.4 %")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*RUN_IN, *STRAY, *PARTS, *MONEY, *MOVED, *HEADED, *LEVELS, *NAMES], ids=lambda v: str(v)[:24]
)
def test_nouns_and_levels_left_out(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected, title="民乐县2023年教育工作情况汇报", dated="2023-12-26")


NORMS: list[Case] = [
    ("今年执行的补助标准（每生每年）：公办园2600元；小学、初中依次700元、900元。", [
        ("2600元", "per_student_expenditure pre_primary 2600 CNY/person"),
        ("700元", "per_student_expenditure primary 700 CNY/person"),
        ("900元", "per_student_expenditure lower_secondary 900 CNY/person"),
    ]),
    ("小学一年级不超过45人/班，七年级不超过50人/班。", [
        ("45人", "class_size primary 45 person le target"),
        ("50人", "class_size lower_secondary 50 person le target"),
    ]),
    ("补充教师150名，其中幼儿园60名、音体美等紧缺学科40名。", [
        ("60名", "teachers_recruited pre_primary 60 person"),
        ("40名", "teachers_recruited all 40 person"),
    ]),
    ("教育支出9.12亿元，占财政支出的21.4%，同比增长6.9%。", [
        ("21.4%", "other _ 21.4 %"),
        ("6.9%", "public_budget_education_expenditure all 6.9 % growth"),
    ]),
    ("高中班额从66人压到51人。", [
        ("66人", "class_size general_upper_secondary 66 person"),
        ("51人", "class_size general_upper_secondary 51 person"),
    ]),
    ("小学（含教学点）206处，各级各类学校312所（不含技工学校）。", [
        ("206处", "institutions primary 206 institution"),
        ("312所", "institutions all 312 institution"),
    ]),
    ("为38所学校配备校医45名，配备率93%。", [("38所", "other _ 38 institution"), ("93%", "school_doctor_coverage k12 93 %")]),
    ("改造学校食堂58个，全县64所学校建成“阳光厨房”。", [("58个", "other _ 58 _"), ("64所", "other _ 64 institution")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NORMS, ids=lambda v: str(v)[:24])
def test_norms_parts_and_those_served(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected, title="民乐县2023年教育工作情况汇报", dated="2023-12-26")


@pytest.mark.parametrize("bar", ["｜", "|", "│"])
def test_rows_cut_by_bars(bar: str, reads) -> None:  # type: ignore[no-untyped-def]
    text = f"县区{bar}在校生（人）{bar}专任教师（人）\n甘州区{bar}42,016{bar}3,127\n临泽县{bar}8,214{bar}719"
    reads(text, [
        ("42,016", "students _ 42016 person @甘州区"),
        ("3,127", "full_time_teachers _ 3127 person @甘州区"),
        ("719", "full_time_teachers _ 719 person @临泽县"),
    ], title="张掖市教育基本情况表", dated="2023-12-26")  # fmt: skip
