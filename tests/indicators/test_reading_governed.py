"""The level that a list, a campaign or a count before it gives a number, and clauses that leave out their noun.

What belongs here: sentences of our own on works, staff and counties in which the level or the noun stands further off.
What does not: papers about one level (test_reading_levels); the notation (conftest).
"""

from __future__ import annotations

import pytest

Case = tuple[str, list[tuple[str, str]]]

WORKS: list[Case] = [
    # schools that a list names are but examples; those that were opened give their levels to the places
    (
        "城关小学扩建、县二中迁建等6个项目竣工投用，完成投资1.2亿元，新增学位3200个。",
        [
            ("6个", "construction_projects all 6 project"),
            ("1.2亿", "capital_investment all 120000000 CNY"),
            ("3200个", "new_places all 3200 place"),
        ],
    ),
    ("实施等6个职业教育项目，完成投资1.2亿元。", [("6个", "construction_projects vocational 6 project")]),
    ("推进县一中、县二中等4个高中项目建设。", [("4个", "construction_projects general_upper_secondary 4 project")]),
    ("河西小学综合楼、县第三幼儿园投入使用，新增学位1260个。", [("1260个", "new_places k12_and_pre_primary 1260 place")]),
    ("新建幼儿园投入使用，新增学位1260个。", [("1260个", "new_places pre_primary 1260 place")]),
    # a part does not open the list
    (
        "新建学校26所，其中幼儿园3所，新增校舍面积4.7万平方米。",
        [("3所", "schools_built pre_primary 3 institution"), ("4.7万", "floor_area_built all 47000 m2")],
    ),
    ("新建学校5所（小学3所、初中2所），新增学位7920个。", [("7920个", "new_places _ 7920 place")]),
    # what is merged opens no list
    ("撤并教学点12个，新建教学楼1.6万平方米。", [("12个", "schools_merged primary 12 institution"), ("1.6万", "floor_area_built all 16000 m2")]),
    ("撤并小规模学校12所，完成投资3500万元。", [("12所", "schools_merged compulsory 12 institution"), ("3500万", "capital_investment all 35000000 CNY")]),
    # campaigns, alone and among others
    ("全县实施“改薄”项目47个，开工率91.5%。", [("47个", "construction_projects compulsory 47 project"), ("91.5%", "project_start_rate compulsory 91.5 %")]),
    ("改造薄弱学校56所。", [("56所", "schools_built compulsory 56 institution")]),
    ("实施薄弱学校改造、校安工程等项目63个。", [("63个", "construction_projects all 63 project")]),
    ("选派教师210人到薄弱学校任教。", [("210人", "teachers_rotated all 210 person")]),
    # the parts of projects, counted with the classifier of the whole
    (
        "实施项目184个，其中普通高中12个、寄宿制学校47个、幼儿园125个。",
        [
            ("184个", "construction_projects all 184 project"),
            ("12个", "construction_projects general_upper_secondary 12 project"),
            ("47个", "construction_projects _ 47 project"),
            ("125个", "construction_projects pre_primary 125 project"),
        ],
    ),
    ("实施项目184个，新建幼儿园12个。", [("12个", "schools_built pre_primary 12 institution")]),
]  # fmt: skip

COUNTS: list[Case] = [
    # two levels of one count: what follows is of both
    ("小学在校生14320人，初中7965人，专任教师2310人。", [("2310人", "full_time_teachers compulsory 2310 person")]),
    ("小学在校生14320人，教职工900人；初中在校生7965人，专任教师500人。", [("500人", "full_time_teachers lower_secondary 500 person")]),
    ("每百名学生拥有多媒体教室小学3.1间、初中3.4间；生均教学仪器设备值4200元。", [("3.4间", "multimedia_rooms_per_100_students lower_secondary 3.4 room/100_students"), ("4200元", "equipment_value_per_student compulsory 4200 CNY/person")]),
    ("小学每百名学生拥有多媒体教室3.1间；生均教学仪器设备值4200元。", [("4200元", "equipment_value_per_student primary 4200 CNY/person")]),
    # all together, and the last alone
    ("新建小学6所、初中2所，普通高中1所，共提供学位1.4万个。", [("1.4万个", "new_places k12 14000 place")]),
    ("新建小学6所，普通高中1所，提供学位1400个。", [("1400个", "new_places general_upper_secondary 1400 place")]),
    ("新建小学6所，共提供学位1.4万个。", [("1.4万个", "new_places primary 14000 place")]),
    # a sentence that names something else before its colon
    ("交流教师1160名，占应交流教师的15.8%。教师本科以上学历占比：幼儿园62.3%、小学81.5%。", [("15.8%", "teacher_rotation_share _ 15.8 %"), ("62.3%", "other pre_primary 62.3 %"), ("81.5%", "other primary 81.5 %")]),
    ("大班额比例1.2%。其中：小学0.8%、初中2.1%。", [("0.8%", "large_class_share primary 0.8 %"), ("2.1%", "large_class_share lower_secondary 2.1 %")]),
    ("投入资金6820万元，其中国家专项3900万元。", [("3900万", "_ all 39000000 CNY")]),
    ("中小学生16.3万人，义务教育巩固率99.6%。", [("16.3万", "students k12 163000 person")]),
    # where those hired come from is no level that they teach at
    ("引进部属师范大学公费师范生611人。", [("611人", "teachers_recruited all 611 person")]),
    ("引进“双一流”高校及部属师范大学毕业生150名。", [("150名", "teachers_recruited all 150 person")]),
    ("面向社会公开招聘高校教师86名。", [("86名", "teachers_recruited tertiary 86 person")]),
    ("已签约国内外高校22所，入驻院校4所。", [("22所", "other _ 22 institution"), ("4所", "other _ 4 institution")]),
    ("全省有高校22所。", [("22所", "institutions tertiary 22 institution")]),
    # staff of the schools just spoken of
    ("义务教育学校现有专任教师3.42万人，今年交流轮岗2977人，占符合条件的15.8%。", [("2977人", "teachers_rotated compulsory 2977 person"), ("15.8%", "teacher_rotation_share compulsory 15.8 %")]),
    ("招聘教师150人，其中幼儿园60名，交流轮岗教师88人。", [("88人", "teachers_rotated all 88 person")]),
    ("初中校际差异系数0.27；群众对教育的满意度达91.2%。", [("91.2%", "satisfaction_rate _ 91.2 %")]),
    # a member of a list with a level of its own
    ("普通高校80所，其中高职42所。", [("42所", "institutions tertiary_vocational 42 institution")]),
    ("高中（含职中）9所，在校生15880人。", [("9所", "institutions upper_secondary 9 institution"), ("15880人", "students upper_secondary 15880 person")]),
    ("教职工1926人，专任1874人。", [("1874人", "full_time_teachers _ 1874 person")]),
    # counties
    ("全市9个县（市）区全部通过国家督导认定。", [("9个", "certified_counties _ 9 county")]),
    ("11个县区中仅有2个通过省级评估。", [("11个", "other _ 11 county"), ("2个", "certified_counties _ 2 county")]),
    ("全州8县市力争有3个通过国家评估。", [("8", "other _ 8 county")]),
]  # fmt: skip

LEFT_OUT: list[Case] = [
    # colloquial verbs
    ("三年建了11所新学校，添了8600个学位，招了680名教师。", [("11所", "schools_built all 11 institution"), ("8600个", "new_places all 8600 place"), ("680名", "teachers_recruited all 680 person")]),
    ("今年招生680名，在校生1200名。", [("680名", "new_entrants _ 680 person")]),
    # a verb alone, under a heading that names a level
    ("二、学前教育\n累计投入6.4亿元，新建63所、改扩建41所，新增园位2.1万个。", [("63所", "schools_built pre_primary 63 institution"), ("41所", "schools_built pre_primary 41 institution")]),
    ("二、学前教育\n累计投入6.4亿元，新建公厕63所。", [("63所", "other _ 63 institution")]),
    # how far something falls short
    ("公办园占比还差3.1个百分点。", [("3.1个", "public_kindergarten_enrolment_share pre_primary -3.1 pp gap")]),
    ("公办园占比提高3.1个百分点。", [("3.1个", "public_kindergarten_enrolment_share pre_primary 3.1 pp change")]),
    # per cent is no count, whatever was counted before
    ("培养市级骨干教师120名、县级500名；本科以上学历小学、初中分别达到60%和85%。", [("60%", "other primary 60 %"), ("85%", "other lower_secondary 85 %")]),
    # money for training and what it is of the whole
    ("教师培训经费186万元，占公用经费的8.2%。", [("186万", "other _ 1860000 CNY"), ("8.2%", "teacher_training_fund_share all 8.2 %")]),
    ("教师培训专项资金186万元。", [("186万", "earmarked_education_funds all 1860000 CNY")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_works_take_the_level_of_what_they_were_for(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts_take_the_level_of_the_list(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_what_a_clause_leaves_out(reads, text, expected):
    reads(text, expected, title="2024年张掖市教育工作总结", dated="2024-12-20")
