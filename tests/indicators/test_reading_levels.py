"""The level that a paper or paragraph of one kind of school gives its numbers; norms, indices and subsidies by level.

What belongs here: sentences of our own in papers on vocational and special schools, standards held against values,
subsidies per pupil.  What does not: level words themselves (levels.yaml); the notation (conftest).
"""

from __future__ import annotations

import pytest

Case = tuple[str, list[tuple[str, str]]]

VOCATIONAL: list[Case] = [
    (
        "全县现有中等职业学校3所，其中省级示范校1所；全日制在校生6120人。专任教师418人，其中“双师型”286人，占专业课教师的79.4%。",
        [
            ("3所", "institutions vocational_upper_secondary 3 institution"),
            ("6120人", "students vocational_upper_secondary 6120 person"),
            ("418人", "full_time_teachers vocational_upper_secondary 418 person"),
            ("79.4%", "double_qualified_teacher_share vocational_upper_secondary 79.4 %"),
        ],
    ),
    (
        "全市有中职学校5所。\n毕业生就业率97.6%，本科上线86人。",
        [
            ("97.6%", "graduate_employment_rate vocational_upper_secondary 97.6 %"),
            ("86人", "bachelor_line_students _ 86 person"),
        ],
    ),
]

SPECIAL: list[Case] = [
    (
        "一、发展现状\n接受特殊教育的学生共2031人，其中学前126人、义务教育1584人、高中阶段321人。",
        [
            ("2031人", "students special 2031 person"),
            ("126人", "students _ 126 person"),
            ("1584人", "students _ 1584 person"),
            ("321人", "students _ 321 person"),
        ],
    ),
    (
        "适龄残疾儿童学前、义务、高中阶段入学率分别达到90%、99%和75%以上。",
        [
            ("90%", "special_needs_enrolment_rate _ 90 %"),
            ("99%", "special_needs_enrolment_rate _ 99 %"),
            ("75%", "special_needs_enrolment_rate _ 75 % ge"),
        ],
    ),
    (
        "义务教育阶段特教学校生均公用经费标准不低于每年7200元。",
        [("7200元", "per_student_expenditure special 7200 CNY/person ge target")],
    ),
]

NORMS: list[Case] = [
    (
        "小学生均体育场馆面积6.1㎡，低于7.5㎡的规定值，存在1.4㎡的缺口；初中11.3㎡，达标。",
        [
            ("6.1㎡", "sports_area_per_student primary 6.1 m2/person"),
            ("7.5㎡", "sports_area_per_student primary 7.5 m2/person target"),
            ("1.4㎡", "sports_area_per_student primary _ m2/person gap"),
            ("11.3㎡", "sports_area_per_student lower_secondary 11.3 m2/person"),
        ],
    ),
    (
        "校际差异系数小学为0.32—0.46，初中为0.21—0.40，均不大于国家规定的0.50、0.45。",
        [
            ("0.32", "between_school_variation primary 0.32~0.46 index"),
            ("0.21", "between_school_variation lower_secondary 0.21~0.40 index"),
            ("0.50", "between_school_variation primary 0.5 index le target"),
            ("0.45", "between_school_variation lower_secondary 0.45 index le target"),
        ],
    ),
    (
        "每百名学生拥有骨干教师数：小学1.52人，初中1.93人，均高于1人的标准。",
        [
            ("1.52人", "teachers_per_100_students primary 1.52 person/100_students"),
            ("1.93人", "teachers_per_100_students lower_secondary 1.93 person/100_students"),
        ],
    ),
    (
        "平均班额由58人降为46人，小学、初中大班额比例分别为1.2%、2.6%。",
        [
            ("58人", "class_size _ 58 person"),
            ("46人", "class_size _ 46 person"),
            ("1.2%", "large_class_share primary 1.2 %"),
            ("2.6%", "large_class_share lower_secondary 2.6 %"),
        ],
    ),
    (
        "2021—2022、2022—2023、2023—2024学年，交流教师占符合条件教师的比例依次为10.5%、11.8%、12.9%。",
        [
            ("10.5%", "teacher_rotation_share _ 10.5 % 2021-09-01..2022-08-31"),
            ("11.8%", "teacher_rotation_share _ 11.8 % 2022-09-01..2023-08-31"),
            ("12.9%", "teacher_rotation_share _ 12.9 % 2023-09-01..2024-08-31"),
        ],
    ),
    ("高中阶段毛入学率76.4%，比全省平均水平低12个多百分点。", [
        ("12", "gross_enrolment_ratio upper_secondary -12 pp gap gt"),
    ]),
    ("骨干教师占轮岗教师总数的21%强。", [("21%", "other _ 21 % gt")]),
]  # fmt: skip

MONEY: list[Case] = [
    ("学前、普通高中每生每年分别补助1800元、2600元。", [
        ("1800元", "per_student_expenditure pre_primary 1800 CNY/person"),
        ("2600元", "per_student_expenditure general_upper_secondary 2600 CNY/person"),
    ]),
    ("生均公用经费标准提高到小学1250元、初中1500元。", [
        ("1250元", "per_student_expenditure primary 1250 CNY/person D"),
        ("1500元", "per_student_expenditure lower_secondary 1500 CNY/person D"),
    ]),
    ("五年来，国家投入灾后重建资金8.6亿元，实施重建项目94个。", [
        ("8.6亿元", "capital_investment all 860000000 CNY"),
        ("94个", "construction_projects all 94 project"),
    ]),
    ("全年开工学校建设项目16个、竣工9个，投入4.35亿元。", [
        ("16个", "construction_projects _ 16 project"),
        ("9个", "construction_projects _ 9 project"),
        ("4.35亿元", "capital_investment _ 435000000 CNY"),
    ]),
    ("共下达营养膳食补助资金2860万元，截至11月底支出2140万元，支出进度74.8%。", [
        ("2860万元", "nutrition_fund compulsory 28600000 CNY"),
        ("2140万元", "nutrition_fund compulsory 21400000 CNY"),
        ("74.8%", "other _ 74.8 %"),
    ]),
]  # fmt: skip

SCHOOLS: list[Case] = [
    ("8所中小学和6所公办园相继投用，分别新增学位7200个、1980个。", [
        ("8所", "schools_built k12 8 institution"),
        ("6所", "schools_built pre_primary 6 institution"),
        ("7200个", "new_places k12 7200 place"),
        ("1980个", "new_places pre_primary 1980 place"),
    ]),
    ("联合执法36次，关停无证机构15家。", [("36次", "anecdote"), ("15家", "tutoring_institutions _ 15 institution")]),
    ("全县6所中职学校整合为2所，专业从41个减到20个。", [
        ("6所", "institutions vocational_upper_secondary 6 institution"),
        ("2所", "institutions vocational_upper_secondary 2 institution D"),
    ]),
    ("高考本科二批以上上线3120人。", [("3120人", "bachelor_line_students general_upper_secondary 3120 person")]),
    ("全市初中86所（其中九年一贯制学校21所），在校生64320人。", [
        ("21所", "institutions compulsory 21 institution"),
        ("64320人", "students lower_secondary 64320 person"),
    ]),
    ("小学规模超过2000人的有7所，占小学总数的5.2%。", [("2000人", "definition"), ("7所", "_ primary 7 institution")]),
    ("本地教师赴省城跟岗研修460人次，培训校长92人次。", [("460人次", "teachers_trained all 460 person-time"), ("92人次", "teachers_trained all 92 person-time")]),
]  # fmt: skip

TOLD: list[Case] = [
    ("每个乡镇至少有2所公办园，每校至少配备3名心理教师。", [("2所", "_ pre_primary 2 institution ge"), ("3名", "_ _ 3 person ge target")]),
    ("取缔无证幼儿园9所，注销学科类培训机构14家。", [("14家", "tutoring_institutions _ 14 institution 2024-01-01..2024-11-26")]),
    ("对6个样本县48所学校的抽样结果显示，近视率为47.2%。", [
        ("6个", "anecdote"),
        ("48所", "anecdote"),
        ("47.2%", "myopia_rate all 47.2 %"),
    ]),
    ("“5·12”地震后重建学校21所，生均校舍面积由震前的3.9平方米增加到9.6平方米。", [
        ("5", "identifier"),
        ("21所", "schools_built all 21 institution"),
        ("3.9平方米", "other all 3.9 m2/person ?"),
        ("9.6平方米", "other all 9.6 m2/person D"),
    ]),
    ("“三包”（包吃、包住、包学费）标准提高到小学2100元、初中2400元。", [
        ("2100元", "per_student_expenditure primary 2100 CNY/person D"),
        ("2400元", "per_student_expenditure lower_secondary 2400 CNY/person D"),
    ]),
    ("新校区建成后可容纳学生5000人。", [("5000人", "students all 5000 person target")]),
    ("第一中学改扩建工程竣工投用，新增高中学位1200个。", [("1200个", "new_places general_upper_secondary 1200 place")]),
    ("这所学校占地60亩，开设36个班，在校生1620人。", [("60亩", "anecdote"), ("36个", "anecdote"), ("1620人", "anecdote")]),
    ("完成7项指标评估，对照“双减”9条措施逐项整改。", [("7项", "anecdote"), ("9条", "anecdote")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VOCATIONAL, ids=lambda v: str(v)[:24])
def test_a_page_on_vocational_schools(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected, title="推进产教融合 高台职教驶入快车道", dated="2024-11-26")


@pytest.mark.parametrize(("text", "expected"), SPECIAL, ids=lambda v: str(v)[:24])
def test_a_paper_on_special_education(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    case = [(n, e + " target" if "special_needs" in e else e) for n, e in expected]
    reads(text, case, title="高台县特殊教育发展提升行动计划", dated="2024-11-26")


@pytest.mark.parametrize(("text", "expected"), [*NORMS, *MONEY, *SCHOOLS, *TOLD], ids=lambda v: str(v)[:24])
def test_norms_money_and_schools(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected, title="高台县2024年教育工作情况汇报", dated="2024-11-26")


RURAL: list[Case] = [
    ("培训乡村教师1.6万人次，评选骨干教师312人。", [("1.6万人次", "teachers_trained k12 16000 person-time"), ("312人", "backbone_teachers k12 312 person")]),
    ("招聘特岗教师120名，其中幼儿园教师60名。", [("120名", "teachers_recruited k12 120 person"), ("60名", "teachers_recruited pre_primary 60 person")]),
    ("全县义务教育学校126所。", [("126所", "institutions compulsory 126 institution")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RURAL, ids=lambda v: str(v)[:24])
def test_a_paper_on_rural_teachers(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected, title="高台县乡村教师队伍建设情况", dated="2024-11-26")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("全年培训农村教师2600人次。", "teachers_trained k12 2600 person-time"),
        ("评选乡村名师12名。", "backbone_teachers k12 12 person"),
        ("招聘教师120名到农村任教。", "teachers_recruited all 120 person"),
        ("培训教师2600人次。", "teachers_trained all 2600 person-time"),
    ],
)
def test_rural_teachers_are_of_schools(text: str, reading: str, reads) -> None:  # type: ignore[no-untyped-def]
    number = next(n for n in ("2600人次", "12名", "120名") if n in text)
    reads(text, [(number, reading)], title="高台县2024年教育工作总结", dated="2024-11-26")
