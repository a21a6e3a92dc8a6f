"""Statistical bulletins of education, from the nation's to a county's: sentences of our own and what they state.

What belongs here: counts and rates, their lists and parts (其中, 分别), places with numbers of their own.  What does
not: their times (test_reading_bulletin_times), shares, changes and ratios (test_reading_comparisons), plans and tables (test_reading_plans, test_reading_tables);
the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]


def known(reason: str, case: Case) -> Any:
    """A misreading that is known; the mark goes when the rule comes."""
    return pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=reason))


STOCKS = [
    (
        "2023年,全市共有各级各类学校612所,比上年减少18所;在校生21.46万人,比上年增加0.32万人;专任教师1.68万人。",
        [
            ("612所", "institutions all 612 institution 2023"),
            ("18所", "institutions all -18 institution change 2023"),
            ("21.46万人", "students all 214600 person 2023"),
            ("0.32万人", "students all 3200 person change"),
            ("1.68万人", "full_time_teachers all 16800 person"),
        ],
    ),
    (
        "全市有普通小学154所,招生1.52万人,在校生9.13万人,毕业生1.44万人,专任教师5,872人。",
        [
            ("154所", "institutions primary 154 institution 2024"),
            ("1.52万人", "new_entrants primary 15200 person 2024"),
            ("9.13万人", "students primary 91300 person 2024"),
            ("1.44万人", "other _ 14400 person"),
            ("5,872人", "full_time_teachers primary 5872 person 2024"),
        ],
    ),
    (
        "全市现有高职院校1所、在校生6542人，中职学校8所、在校生1.32万人，普通高中14所、在校生2.96万人。",
        [
            ("1所", "institutions tertiary_vocational 1 institution"),
            ("6542人", "students tertiary_vocational 6542 person"),
            ("8所", "institutions vocational_upper_secondary 8 institution"),
            ("1.32万人", "students vocational_upper_secondary 13200 person"),
            ("14所", "institutions general_upper_secondary 14 institution"),
            ("2.96万人", "students general_upper_secondary 29600 person"),
        ],
    ),
    (
        "幼儿园在园幼儿（含附设幼儿班）４．９８万人，专任教师３２１０人。",
        [
            ("４．９８万人", "students pre_primary 49800 person"),
            ("３２１０人", "full_time_teachers pre_primary 3210 person"),
        ],
    ),
    (
        "全市有中等职业学校9所（其中职教中心5所），高等学校3所（本科院校1所、高职院校2所）。",
        [
            ("9所", "institutions vocational_upper_secondary 9 institution"),
            ("5所", "institutions _ 5 institution"),
            ("3所", "institutions tertiary 3 institution"),
            ("1所", "institutions tertiary 1 institution"),
            ("2所", "institutions tertiary_vocational 2 institution"),
        ],
    ),
    (
        "小学教学点68个,比上年减少11个。",
        [
            ("68个", "teaching_points primary 68 institution"),
            ("11个", "teaching_points primary -11 institution change"),
        ],
    ),
    (
        "入园幼儿1.63万人，比上年减少0.21万人；在园幼儿4.87万人，比上年减少0.35万人。",
        [
            ("1.63万人", "new_entrants pre_primary 16300 person 2024"),
            ("0.21万人", "new_entrants pre_primary -2100 person change"),
            ("4.87万人", "students pre_primary 48700 person 2024"),
            ("0.35万人", "students pre_primary -3500 person change"),
        ],
    ),
    (
        "截至2024年9月底,全市民办学校132所,在校生3.26万人。",
        [
            ("132所", "institutions all 132 institution 2024-09-30"),
            ("3.26万人", "students all 32600 person 2024-09-30"),
        ],
    ),
    (
        "全市有幼儿园 312 所，在园幼儿 4.98 万人，教职工 6,210 人，其中专任教师 3,210 人。",
        [
            ("312 所", "institutions pre_primary 312 institution"),
            ("4.98 万人", "students pre_primary 49800 person"),
            ("6,210 人", "staff pre_primary 6210 person"),
            ("3,210 人", "full_time_teachers pre_primary 3210 person"),
        ],
    ),
    (
        "小学在校生：9.13万人，专任教师：5872人，生师比：15.6:1。",
        [
            ("9.13万人", "students primary 91300 person"),
            ("5872人", "full_time_teachers primary 5872 person"),
            ("15.6:1", "student_teacher_ratio primary 15.6 student/teacher"),
        ],
    ),
    (
        "全市共有各类学校一百二十所，在校学生近三万人。",
        [("一百二十所", "institutions all 120 institution"), ("三万人", "students all 30000 person approx")],
    ),
    (
        "全市普通高中15所，其中省级示范性高中4所；招生9521人，平均每班54.3人。",
        [
            ("15所", "institutions general_upper_secondary 15 institution"),
            ("4所", "demonstration_high_schools general_upper_secondary 4 institution"),
            ("9521人", "new_entrants general_upper_secondary 9521 person"),
            ("54.3人", "class_size general_upper_secondary 54.3 person"),
        ],
    ),
    (
        "2022—2023学年,全市小学在校生8.97万人,初中在校生4.61万人。",
        [
            ("8.97万人", "students primary 89700 person"),
            ("4.61万人", "students lower_secondary 46100 person"),
        ],
    ),
]

PARTS = [
    (
        "全市中小学在校学生14.3万人,其中小学9.8万人、初中4.5万人。",
        [
            ("14.3万人", "students k12 143000 person"),
            ("9.8万人", "students primary 98000 person"),
            ("4.5万人", "students lower_secondary 45000 person"),
        ],
    ),
    (
        "在校（园）学生19876人，其中高中3821人，初中5130人，小学7210人，幼儿园3715人。",
        [
            ("19876人", "students _ 19876 person"),
            ("3821人", "students general_upper_secondary 3821 person"),
            ("5130人", "students lower_secondary 5130 person"),
            ("7210人", "students primary 7210 person"),
            ("3715人", "students pre_primary 3715 person"),
        ],
    ),
    (
        "各级各类学校专任教师总数为21360人。其中：幼儿园4120人，小学8230人，中等职业学校680人。",
        [
            ("21360人", "full_time_teachers all 21360 person"),
            ("4120人", "full_time_teachers pre_primary 4120 person"),
            ("8230人", "full_time_teachers primary 8230 person"),
            ("680人", "full_time_teachers vocational_upper_secondary 680 person"),
        ],
    ),
    (
        "小学专任教师5210人、初中3120人、普通高中1890人、中职560人。",
        [
            ("5210人", "full_time_teachers primary 5210 person"),
            ("3120人", "full_time_teachers lower_secondary 3120 person"),
            ("1890人", "full_time_teachers general_upper_secondary 1890 person"),
            ("560人", "full_time_teachers vocational_upper_secondary 560 person"),
        ],
    ),
    (
        "全县有幼儿园58所（公办31所、民办27所），小学42所（完小26所、教学点16个）。",
        [
            ("58所", "institutions pre_primary 58 institution"),
            ("31所", "institutions pre_primary 31 institution"),
            ("27所", "institutions pre_primary 27 institution"),
            ("42所", "institutions primary 42 institution"),
            ("26所", "institutions primary 26 institution"),
            ("16个", "teaching_points primary 16 institution"),
        ],
    ),
    (
        "普通本专科在校生52.3万人,其中本科32.1万人、专科20.2万人;研究生招生1.42万人,其中博士生1500人。",
        [
            ("52.3万人", "students tertiary 523000 person"),
            ("32.1万人", "students tertiary 321000 person"),
            ("20.2万人", "students _ 202000 person"),
            ("1.42万人", "new_entrants tertiary 14200 person"),
            ("1500人", "new_entrants tertiary 1500 person"),
        ],
    ),
    (
        "教职工12,456人,其中专任教师11,238人,占教职工总数的90.2%。",
        [
            ("12,456人", "staff all 12456 person"),
            ("11,238人", "full_time_teachers all 11238 person"),
            ("90.2%", "full_time_teacher_share all 90.2 %"),
        ],
    ),
    (
        "在校生中,进城务工人员随迁子女1.26万人,农村留守儿童8,653人。",
        [("1.26万人", "other _ 12600 person"), ("8,653人", "left_behind_children _ 8653 person")],
    ),
    (
        "普通高中招生9520人，中等职业学校招生6310人，毕业生5870人。",
        [
            ("9520人", "new_entrants general_upper_secondary 9520 person"),
            ("6310人", "new_entrants vocational_upper_secondary 6310 person"),
            ("5870人", "other _ 5870 person"),
        ],
    ),
]

PLACES = [
    (
        "甘州区学前三年毛入园率98.6%，临泽县97.2%，高台县96.8%。",
        [
            ("98.6%", "gross_enrolment_ratio pre_primary 98.6 % @甘州区"),
            ("97.2%", "gross_enrolment_ratio pre_primary 97.2 % @临泽县"),
            ("96.8%", "gross_enrolment_ratio pre_primary 96.8 % @高台县"),
        ],
    ),
    (
        "甘州区、临泽县、高台县在校生分别为63210人、15408人和17211人。",
        [
            ("63210人", "students all 63210 person @甘州区"),
            ("15408人", "students all 15408 person @临泽县"),
            ("17211人", "students all 17211 person @高台县"),
        ],
    ),
    (
        "甘州区有小学52所、在校生3.12万人；临泽县有小学12所、在校生0.64万人。",
        [
            ("52所", "institutions primary 52 institution @甘州区"),
            ("3.12万人", "students primary 31200 person @甘州区"),
            ("12所", "institutions primary 12 institution @临泽县"),
            ("0.64万人", "students primary 6400 person @临泽县"),
        ],
    ),
    (
        "山丹县、民乐县、高台县分别有小学18所、22所、14所。",
        [
            ("18所", "institutions primary 18 institution @山丹县"),
            ("22所", "institutions primary 22 institution @民乐县"),
            ("14所", "institutions primary 14 institution @高台县"),
        ],
    ),
    (
        "分县区看，小学在校生甘州区3.12万人，山丹县0.83万人，民乐县1.06万人，肃南县0.21万人。",
        [
            ("3.12万人", "students primary 31200 person @甘州区"),
            ("0.83万人", "students primary 8300 person @山丹县"),
            ("1.06万人", "students primary 10600 person @民乐县"),
            ("0.21万人", "students primary 2100 person @肃南裕固族自治县"),
        ],
    ),
]

RATES = [
    (
        "小学净入学率达99.97%，初中阶段毛入学率105.6%，九年义务教育巩固率96.6%；高中阶段毛入学率95.2%。",
        [
            ("99.97%", "net_enrolment_rate primary 99.97 %"),
            ("105.6%", "gross_enrolment_ratio lower_secondary 105.6 %"),
            ("96.6%", "retention_rate compulsory 96.6 %"),
            ("95.2%", "gross_enrolment_ratio upper_secondary 95.2 %"),
        ],
    ),
    (
        "学前三年毛入园率、九年义务教育巩固率、高中阶段毛入学率分别达97.5%、99.1%、96.3%。",
        [
            ("97.5%", "gross_enrolment_ratio pre_primary 97.5 %"),
            ("99.1%", "retention_rate compulsory 99.1 %"),
            ("96.3%", "gross_enrolment_ratio upper_secondary 96.3 %"),
        ],
    ),
    (
        "全市幼儿园数、在园幼儿数分别达到312所、4.98万人。",
        [("312所", "institutions pre_primary 312 institution"), ("4.98万人", "students pre_primary 49800 person")],
    ),
    (
        "落实农村义务教育学生营养改善计划资金612万元，受益学生8160人；发放普通高中国家助学金168.5万元，资助学生1123名。",
        [
            ("612万元", "nutrition_fund compulsory 6120000 CNY"),
            ("8160人", "nutrition_beneficiaries compulsory 8160 person"),
            ("168.5万元", "student_aid_amount general_upper_secondary 1685000 CNY"),
            ("1123名", "student_aid_recipients general_upper_secondary 1123 person"),
        ],
    ),
    (
        "在校生超过2000人的学校有12所，在校生3000—5000人的高中有6所。",
        [
            ("2000人", "definition"),
            ("12所", "_ _ 12 institution"),
            ("3000—5000人", "definition"),
            ("6所", "_ general_upper_secondary 6 institution"),
        ],
    ),
    (
        "高等教育在学总规模5.21万人，高等教育毛入学率60.2%。",
        [("5.21万人", "students tertiary 52100 person"), ("60.2%", "gross_enrolment_ratio tertiary 60.2 %")],
    ),
]


@pytest.mark.parametrize("case", [*STOCKS, *PARTS, *PLACES, *RATES])
def test_bulletin(case: Case, reads: Any) -> None:
    reads(*case)


def test_a_heading_gives_its_section_the_level(reads: Any) -> None:
    text = "二、学前教育\n全市共有各类园所312所，专任教师2861人，生师比13.3:1。\n三、特殊教育\n在校生486人，专任教师138人。"
    reads(
        text,
        [
            ("312所", "institutions pre_primary 312 institution"),
            ("2861人", "full_time_teachers pre_primary 2861 person"),
            ("13.3:1", "student_teacher_ratio pre_primary 13.3 student/teacher"),
            ("486人", "students special 486 person"),
            ("138人", "full_time_teachers special 138 person"),
        ],
    )


NATION = [
    (
        "全国共有幼儿园27.44万所,比上年减少1.48万所,下降5.11%。",
        [
            ("27.44万所", "institutions pre_primary 274400 institution @全国 2023"),
            ("1.48万所", "institutions pre_primary -14800 institution change @全国"),
            ("5.11%", "institutions pre_primary -5.11 % growth @全国"),
        ],
    ),
    (
        "义务教育阶段在校生1.61亿人，其中小学1.08亿人、初中5243.69万人。",
        [
            ("1.61亿人", "students compulsory 161000000 person @全国"),
            ("1.08亿人", "students primary 108000000 person"),
            ("5243.69万人", "students lower_secondary 52436900 person"),
        ],
    ),
    (
        "中等职业学校(不含技工学校)7085所,招生454.04万人,专任教师73.48万人,生师比17.67:1。",
        [
            ("7085所", "institutions vocational_upper_secondary 7085 institution"),
            ("454.04万人", "new_entrants vocational_upper_secondary 4540400 person"),
            ("73.48万人", "full_time_teachers vocational_upper_secondary 734800 person"),
            ("17.67:1", "student_teacher_ratio vocational_upper_secondary 17.67 student/teacher"),
        ],
    ),
]


@pytest.mark.parametrize("case", NATION)
def test_the_nation(case: Case, reads: Any) -> None:
    reads(*case, title="2023年全国教育事业发展统计公报", dated="2024-10-24")
