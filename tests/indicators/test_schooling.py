"""The level of education that a number is about: sentences for rules of level_words, schooling and governing.

What belongs here: where the level is looked for.  What does not: the words of levels (test_catalogue); the notation
(conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.level_words._COMPOUND": Rule(
        "a word that names two levels is none of a list of single ones",
        by=[
            "小学和初中生均体育场馆面积分别达到7.5平方米和10.2平方米。 | 7.5 = sports_area_per_student primary 7.5 m2/person | 10.2 = sports_area_per_student lower_secondary 10.2 m2/person",
            "普通高中、中职学校师生比分别达到1∶18、1∶22。 | 1∶18 = student_teacher_ratio general_upper_secondary 18 student/teacher | 1∶22 = student_teacher_ratio vocational_upper_secondary 22 student/teacher",
            "小学和初中生均校舍面积分别达到7.5平方米和10.2平方米。 | 7.5 = _ primary 7.5 m2/person | 10.2 = _ lower_secondary 10.2 m2/person",
        ],
        alone=[
            "小学和初中巩固率均达99%。 | 99% = retention_rate compulsory 99 %",
            "小学和初中教师共860名。 | 860名 = _ compulsory 860 person",
        ],
    ),
    "indicators.level_words._INCLUDED": Rule(
        "what a bracket includes changes no level",
        by=[
            "各级各类学历教育在校生（含在园幼儿）138万人，专任教师8万人。 | 138万人 = students all 1380000 person | 8万人 = full_time_teachers all 80000 person",
            "高中阶段（含中职）在校生3.2万人。 | 3.2万人 = students upper_secondary 32000 person",
            "义务教育（包括特殊教育学校）教师8600人。 | 8600人 = _ compulsory 8600 person",
        ],
        alone=[
            "学校在校生（小学）3.2万人。 | 3.2万人 = students primary 32000 person",
            "高中阶段（普通高中）在校生3.2万人。 | 3.2万人 = students general_upper_secondary 32000 person",
        ],
    ),
    "indicators.level_words._PASSES": Rule(
        "what a share or a count of counties passes or reaches names the level, not the sentence before it",
        by=[
            "毛入园率达80%，80%的县域达到义务教育均衡发展目标。 | 80% = _ _ 80 % | 80% = other compulsory 80 %",
            "58个县（市、区）通过学前教育普及普惠国家督导评估，21个通过义务教育优质均衡国家督导评估。 | 58个 = certified_counties pre_primary 58 county | 21个 = certified_counties compulsory 21 county",
            "学前三年毛入园率98%，36%的乡镇实现小学标准化。 | 36% = other primary 36 %",
        ],
        alone=[
            "58个县通过学前教育普及普惠评估，21个县正在创建。 | 58个 = certified_counties pre_primary 58 county",
            "小学入学率100%，巩固率99%，初中入学率98%。 | 99% = retention_rate primary 99 %",
        ],
    ),
    "indicators.schooling._NOTED": Rule(
        "a bracket right behind a number notes its level",
        by=[
            "义务教育学校班额控制在45人(小学)、50人(初中)。 | 45人 = class_size primary 45 person | 50人 = class_size lower_secondary 50 person",
            "师生比1∶16（幼儿园）、1∶14（小学）。 | 1∶16 = student_teacher_ratio pre_primary 16 student/teacher | 1∶14 = student_teacher_ratio primary 14 student/teacher",
            "新增学位1200个（学前教育）、900个（义务教育）。 | 1200个 = new_places pre_primary 1200 place | 900个 = new_places compulsory 900 place",
        ],
        alone=[
            "新建学校12所（含小学）。 | 12所 = schools_built all 12 institution",
            "新建学校12所（其中小学5所）。 | 12所 = schools_built all 12 institution",
        ],
    ),
    "indicators.schooling._BOTH": Rule(
        "均 is of both levels that the sentence has distributed",
        by=[
            "小学、初中生均教辅用房面积分别为5.2平方米、6.4平方米，生均设备值都超过3000元。 | 3000元 = equipment_value_per_student primary 3000 CNY/person gt + equipment_value_per_student lower_secondary 3000 CNY/person gt",
            "小学、初中生均教辅用房面积分别为5.2平方米、6.4平方米，生均设备值均达2000元。 | 2000元 = equipment_value_per_student primary 2000 CNY/person + equipment_value_per_student lower_secondary 2000 CNY/person",
            "小学、初中师生比分别为1∶16、1∶13，生均设备值均超2100元。 | 2100元 = equipment_value_per_student primary 2100 CNY/person gt + equipment_value_per_student lower_secondary 2100 CNY/person gt",
        ],
        alone=[
            "小学、初中班额分别为42人、48人，生均设备值3000元。 | 3000元 = equipment_value_per_student compulsory 3000 CNY/person",
            "小学、初中班额分别为42人、48人，年人均培训3次。 | 3次 = _ _ 3 _",
        ],
    ),
    "indicators.governing._NAMED_SCHOOLS": Rule(
        "a school of unknown level stands beside the kindergarten",
        by=[
            "育才学校及西城幼儿园竣工，新增学位900个。 | 900个 = new_places k12_and_pre_primary 900 place",
            "实验学校及东城幼儿园投入使用，提供学位1500个。 | 1500个 = new_places k12_and_pre_primary 1500 place",
            "外国语学校及南城幼儿园完工，新增学位800个。 | 800个 = new_places k12_and_pre_primary 800 place",
        ],
        alone=[
            "第四幼儿园建成投用，新增学位300个。 | 300个 = new_places pre_primary 300 place",
            "东关小学和第三幼儿园竣工，新增学位900个。 | 900个 = new_places k12_and_pre_primary 900 place",
        ],
    ),
    "indicators.governing._ANEW": Rule(
        "a sentence on the whole place counts anew",
        by=[
            "城区小学教师860名。全市共有专任教师8600名，学校186所。 | 8600名 = full_time_teachers all 8600 person | 186所 = institutions all 186 institution",
            "幼儿园86所。我市实施项目12个，投入资金3.2亿元。 | 12个 = construction_projects all 12 project",
            "小学86所。目前，全县共有教职工9200人。 | 9200人 = staff all 9200 person",
        ],
        alone=[
            "小学86所。教职工9200人。 | 9200人 = staff primary 9200 person",
            "幼儿园86所。全市小学教师1200人。 | 1200人 = full_time_teachers primary 1200 person",
        ],
    ),
    "indicators.governing._CLOSED": Rule(
        "a level in a closed bracket or of a part does not carry on",
        by=[
            "开展送教活动（其中小学为主），受益105人。 | 105人 = other all 105 person",
            "推进融合教育（幼儿园试点），覆盖面达30%。 | 30% = other all 30 %",
            "实施体质监测，其中小学由学校组织，合格面达30%。 | 30% = other all 30 %",
            "完善奖励机制（高校参与），奖励105人。 | 105人 = other all 105 person",
        ],
        alone=[
            "完善小学奖励机制，奖励105人。 | 105人 = other primary 105 person",
            "完善奖励机制，小学奖励105人。 | 105人 = other primary 105 person",
        ],
    ),
    "indicators.level_words._BESIDE": Rule(
        "a campaign beside another stands for no level",
        by=[
            "统筹改薄、校安工程等资金2.4亿元。 | 2.4亿元 = _ all 240000000 CNY",
            "整合“全面改薄”、援建等资金2.4亿元。 | 2.4亿元 = _ all 240000000 CNY",
            "争取“全面改薄”“温馨校园”等资金8600万元。 | 8600万元 = _ all 86000000 CNY",
        ],
        alone=[
            "实施全面改薄项目63个。 | 63个 = construction_projects compulsory 63 project",
            "全面改薄投入资金2.4亿元。 | 2.4亿元 = _ compulsory 240000000 CNY",
        ],
        paper={"title": "张掖市教育情况"},
    ),
    "indicators.level_words._AMONG_OTHERS": Rule(
        "a campaign named among others stands for no level",
        by=[
            "争取薄弱学校改造、危房改造等资金8600万元。 | 8600万元 = _ all 86000000 CNY",
            "整合专项、改薄、援建等资金2.4亿元。 | 2.4亿元 = _ all 240000000 CNY",
            "统筹校安工程、全面改薄等资金2.4亿元。 | 2.4亿元 = _ all 240000000 CNY",
        ],
        alone=[
            "实施全面改薄项目63个，食堂、宿舍等基本齐全。 | 63个 = construction_projects compulsory 63 project",
            "实施校舍、操场改薄项目63个。 | 63个 = construction_projects compulsory 63 project",
        ],
        paper={"title": "张掖市教育情况"},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


Case = tuple[str, str, str]

OF_WHOM: list[Case] = [  # of whom a rate of leavers is, and weak schools
    ("小学净入学率99.76%,辍学率0.67%,毕业生升学率100.2%。", "100.2%", "admission_rate primary 100.2 %"),
    ("初中475所,净入学率100%,毕业生升学率98.9%。", "98.9%", "admission_rate lower_secondary 98.9 %"),
    ("小学12所,巩固率99%;升学率98.9%。", "98.9%", "admission_rate primary 98.9 %"),
    ("小学12所,高中升学率98.9%。", "98.9%", "admission_rate general_upper_secondary 98.9 %"),
    ("小学12所,本科上线率48.9%。", "48.9%", "bachelor_line_rate general_upper_secondary 48.9 %"),
    ("安排35亿元改造农村薄弱学校。", "35亿元", "_ compulsory 3500000000 CNY"),
    ("投入2亿元,用于农村薄弱学校改造。", "2亿元", "_ compulsory 200000000 CNY"),
    ("改造农村薄弱学校38所。", "38所", "_ compulsory 38 institution"),
    ("改造农村学校38所。", "38所", "_ all 38 institution"),
]

JOINED: list[Case] = [  # levels that are joined reach beyond the name that holds the last
    ("全市基础教育及中等职业学校招生2.1万人。", "2.1万人", "new_entrants all 21000 person"),
    ("小学和普通高中招生9200人。", "9200人", "new_entrants k12 9200 person"),
    ("普通高中、中等职业学校招生1.2万人。", "1.2万人", "new_entrants upper_secondary 12000 person"),
    ("中等职业学校招生2100人。", "2100人", "new_entrants vocational_upper_secondary 2100 person"),
    ("幼儿园86所。中等职业学校招生2100人。", "2100人", "new_entrants vocational_upper_secondary 2100 person"),
]

TOTALS: list[Case] = [  # a total takes no level from the sentence before
    ("小学12所、特殊教育学校1所。学校总数比2010年减少52所。", "52所", "institutions all -52 institution change"),
    ("小学在校生2万人；普通高中9000人。教师总数比2015年增加320人。", "320人", "_ all 320 person change"),
    ("初中9所、高中3所；在校生总数比上年增加1.2万人。", "1.2万人", "students _ 12000 person change"),
    ("小学学校总数比2010年减少52所。", "52所", "institutions primary -52 institution change"),
    ("特殊教育学校总数比2010年增加2所。", "2所", "institutions special 2 institution change"),
]

GRADES: list[Case] = [  # grades that are filled
    ("一年级招生班额控制在45人以内。", "45人", "class_size primary 45 person le"),
    ("小学一年级新生2.1万人。", "2.1万人", "new_entrants primary 21000 person"),
    ("七年级招生3200人。", "3200人", "new_entrants lower_secondary 3200 person"),
    ("初中一年级招生3200人。", "3200人", "new_entrants lower_secondary 3200 person"),
    ("高中一年级招生900人。", "900人", "new_entrants general_upper_secondary 900 person"),
]

BARE_RATES: list[Case] = [  # a ratio without a level, at the head of its sentence, is of what was spoken of before
    ("全省普通高校17所,在校生16.9万人。毛入学率27.1%。", "27.1%", "gross_enrolment_ratio tertiary 27.1 %"),
    ("全县幼儿园86所,在园幼儿1.2万人。毛入学率88%。", "88%", "gross_enrolment_ratio pre_primary 88 %"),
    ("全县初中12所,在校生9800人。毛入学率104%。", "104%", "gross_enrolment_ratio lower_secondary 104 %"),
    ("全县中职在校生9800人。毛入学率91%。", "91%", "gross_enrolment_ratio upper_secondary 91 %"),
    ("全县幼儿园86所。高中毛入学率91%。", "91%", "gross_enrolment_ratio upper_secondary 91 %"),
]


@pytest.mark.parametrize(("text", "number", "expected"), [*OF_WHOM, *JOINED, *TOTALS, *GRADES, *BARE_RATES])
def test_of_which_level_a_number_is(text: str, number: str, expected: str, reads: Any) -> None:
    reads(text, [(number, expected)])
