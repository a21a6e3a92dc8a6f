"""Statistical bulletins of education, from the nation's to a county's: sentences of our own and what they state.

What belongs here: the constructions of bulletins (lists, 其中, 分别, shares, changes, pairs).  What does not: plans
and tables (test_reading_plans, test_reading_tables); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest


def known(reason: str) -> Any:
    """A misreading that is known; the mark goes when the rule comes."""
    return pytest.mark.xfail(strict=True, reason=reason)


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
            ("154所", "institutions primary 154 institution D"),
            ("1.52万人", "new_entrants primary 15200 person ..D"),
            ("9.13万人", "students primary 91300 person D"),
            ("1.44万人", "other _ 14400 person"),
            ("5,872人", "full_time_teachers primary 5872 person D"),
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
        [("68个", "teaching_points primary 68 institution"), ("11个", "teaching_points primary -11 institution change")],
    ),
    (
        "入园幼儿1.63万人，比上年减少0.21万人；在园幼儿4.87万人，比上年减少0.35万人。",
        [
            ("1.63万人", "new_entrants pre_primary 16300 person ..D"),
            ("0.21万人", "new_entrants pre_primary -2100 person change"),
            ("4.87万人", "students pre_primary 48700 person D"),
            ("0.35万人", "students pre_primary -3500 person change"),
        ],
    ),
    (
        "截至2024年9月底,全市民办学校132所,在校生3.26万人。",
        [("132所", "institutions all 132 institution 2024-09-30"), ("3.26万人", "students all 32600 person 2024-09-30")],
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

SHARES = [
    (
        "普惠性幼儿园在园幼儿3.72万人,占全市在园幼儿的比例为90.81%,比上年增长1.26个百分点。",
        [
            ("3.72万人", "students pre_primary 37200 person"),
            ("90.81%", "inclusive_kindergarten_coverage pre_primary 90.81 %"),
            ("1.26个百分点", "inclusive_kindergarten_coverage pre_primary 1.26 pp change"),
        ],
    ),
    (
        "公办园在园幼儿2.8万人，占在园幼儿总数的56.2%。",
        [
            ("2.8万人", "students pre_primary 28000 person"),
            ("56.2%", "public_kindergarten_enrolment_share pre_primary 56.2 %"),
        ],
    ),
    (
        "小学共有班级2,876个,其中56人以上大班额16个,占总班数的0.55%,比上年下降0.17个百分点。",
        [
            ("2,876个", "classes primary 2876 class"),
            ("56人", "definition"),
            ("16个", "large_classes primary 16 class"),
            ("0.55%", "large_class_share primary 0.55 %"),
            ("0.17个百分点", "large_class_share primary -0.17 pp change"),
        ],
    ),
    (
        "民办学校48所,占全市学校总数的12.6%;民办学校在校生1.26万人,占全市在校生总数的5.8%。",
        [
            ("48所", "institutions all 48 institution"),
            ("12.6%", "other _ 12.6 %"),
            ("1.26万人", "students all 12600 person"),
            ("5.8%", "other _ 5.8 %"),
        ],
    ),
    (
        "中等职业教育招生7610人,占高中阶段教育招生总数的40.2%;在校生1.94万人,占高中阶段在校生总数的36.8%。",
        [
            ("7610人", "new_entrants vocational_upper_secondary 7610 person"),
            ("40.2%", "other _ 40.2 %"),
            ("1.94万人", "students vocational_upper_secondary 19400 person"),
            ("36.8%", "other _ 36.8 %"),
        ],
    ),
    (
        "学前教育专任教师3210人,其中专科及以上学历的占93.4%。专任教师中专科及以上学历比例比上年提高2.4个百分点。",
        [
            ("3210人", "full_time_teachers pre_primary 3210 person"),
            ("93.4%", "other pre_primary 93.4 %"),
            ("2.4个百分点", "other pre_primary 2.4 pp change"),
        ],
    ),
    (
        "小学班额在45人及以下的班级占86.3%，初中班额在50人及以下的班级占79.5%。",
        [
            ("45人", "definition"),
            ("86.3%", "other primary 86.3 %"),
            ("50人", "definition"),
            ("79.5%", "other lower_secondary 79.5 %"),
        ],
    ),
    (
        "“双师型”教师412人,占专业课教师的58.6%。",
        [("412人", "other _ 412 person"), ("58.6%", "double_qualified_teacher_share _ 58.6 %")],
    ),
]

CHANGES = [
    (
        "幼儿园274所,比上年减少14所,下降4.86%;在园幼儿4.09万人,比上年减少5346人,下降11.55%。",
        [
            ("274所", "institutions pre_primary 274 institution"),
            ("14所", "institutions pre_primary -14 institution change"),
            ("4.86%", "institutions pre_primary -4.86 % growth"),
            ("4.09万人", "students pre_primary 40900 person"),
            ("5346人", "students pre_primary -5346 person change"),
            ("11.55%", "students pre_primary -11.55 % growth"),
        ],
    ),
    (
        "学前教育毛入园率达到92.36%，比上年提高1.82个百分点，高出全省平均水平3.1个百分点。",
        [
            ("92.36%", "gross_enrolment_ratio pre_primary 92.36 %"),
            ("1.82个百分点", "gross_enrolment_ratio pre_primary 1.82 pp change"),
            ("3.1个百分点", "gross_enrolment_ratio pre_primary 3.1 pp gap @张掖市"),
        ],
    ),
    (
        "初中班级1020个，减幅2.6%；平均班额44.1人，比上年减少0.8人。",
        [
            ("1020个", "classes lower_secondary 1020 class"),
            ("2.6%", "classes lower_secondary -2.6 % growth"),
            ("44.1人", "class_size lower_secondary 44.1 person"),
            ("0.8人", "class_size lower_secondary -0.8 person change"),
        ],
    ),
    (
        "小学、初中在校生分别为9.35万人和4.75万人，分别比上年增加310人、减少920人。",
        [
            ("9.35万人", "students primary 93500 person"),
            ("4.75万人", "students lower_secondary 47500 person"),
            ("310人", "students primary 310 person change"),
            ("920人", "students lower_secondary -920 person change"),
        ],
    ),
    (
        "小学、初中大班额占比分别为0.8%和1.2%，较上年分别下降0.3个和0.5个百分点。",
        [
            ("0.8%", "large_class_share primary 0.8 %"),
            ("1.2%", "large_class_share lower_secondary 1.2 %"),
            ("0.3个", "large_class_share primary -0.3 pp change"),
            ("0.5个百分点", "large_class_share lower_secondary -0.5 pp change"),
        ],
    ),
    (
        "小学、初中、普通高中在校生分别增长1.2%、0.8%、2.3%。",
        [
            ("1.2%", "students primary 1.2 % growth"),
            ("0.8%", "students lower_secondary 0.8 % growth"),
            ("2.3%", "students general_upper_secondary 2.3 % growth"),
        ],
    ),
    (
        "2019年全市一般公共预算教育经费63.61亿元，比2018年的59.30亿元增长7.27%。",
        [
            ("63.61亿元", "public_budget_education_expenditure all 6361000000 CNY 2019"),
            ("59.30亿元", "public_budget_education_expenditure all 5930000000 CNY 2018"),
            ("7.27%", "public_budget_education_expenditure all 7.27 % growth 2019"),
        ],
    ),
    (
        "普通小学生均一般公共预算教育事业费支出11,869.52元,比上年增长4.25%;普通初中为13,720.1元,比上年下降1.2%。",
        [
            ("11,869.52元", "per_student_expenditure primary 11869.52 CNY/person"),
            ("4.25%", "per_student_expenditure primary 4.25 % growth"),
            ("13,720.1元", "per_student_expenditure lower_secondary 13720.1 CNY/person"),
            ("1.2%", "per_student_expenditure lower_secondary -1.2 % growth"),
        ],
    ),
    (
        "全市学校总数减少到352所，减幅12.3%。",
        [("352所", "institutions all 352 institution"), ("12.3%", "institutions all -12.3 % growth")],
    ),
]

PAIRS = [
    (
        "公办园在园幼儿占比由2018年的58.3%提高到61.7%。",
        [
            ("58.3%", "public_kindergarten_enrolment_share pre_primary 58.3 % 2018"),
            ("61.7%", "public_kindergarten_enrolment_share pre_primary 61.7 % D"),
        ],
    ),
    (
        "文盲率由4.32%下降为3.15%。",
        [("4.32%", "illiteracy_rate none 4.32 %"), ("3.15%", "illiteracy_rate none 3.15 % D")],
    ),
    (
        "在园幼儿由2010年的1.8万人增加到2015年的2.6万人，幼儿园由132所增加到186所。",
        [
            ("1.8万人", "students pre_primary 18000 person 2010"),
            ("2.6万人", "students pre_primary 26000 person 2015"),
            ("132所", "institutions pre_primary 132 institution"),
            ("186所", "institutions pre_primary 186 institution"),
        ],
    ),
    (
        "小学由1200所减少到860所，校均规模由210人扩大到305人。",
        [
            ("1200所", "institutions primary 1200 institution"),
            ("860所", "institutions primary 860 institution"),
            ("210人", "school_size primary 210 person"),
            ("305人", "school_size primary 305 person"),
        ],
    ),
    (
        "新增劳动力平均受教育年限从12.4年提高到13.5年。",
        [("12.4年", "mean_years_of_schooling none 12.4 year"), ("13.5年", "mean_years_of_schooling none 13.5 year")],
    ),
    (
        "教育支出由8.6亿元增加到12.3亿元,年均增长7.4%。",
        [
            ("8.6亿元", "public_budget_education_expenditure all 860000000 CNY"),
            ("12.3亿元", "public_budget_education_expenditure all 1230000000 CNY"),
            ("7.4%", "public_budget_education_expenditure all 7.4 % growth"),
        ],
    ),
]

RATIOS = [
    (
        "学前教育专任教师307人,比上年减少17人。生师比13.32:1。",
        [
            ("307人", "full_time_teachers pre_primary 307 person"),
            ("17人", "full_time_teachers pre_primary -17 person change"),
            ("13.32:1", "student_teacher_ratio pre_primary 13.32 student/teacher"),
        ],
    ),
    (
        "普通高中专任教师4520人，生师比11.7:1，专任教师学历合格率98.6%。",
        [
            ("4520人", "full_time_teachers general_upper_secondary 4520 person"),
            ("11.7:1", "student_teacher_ratio general_upper_secondary 11.7 student/teacher"),
            ("98.6%", "other general_upper_secondary 98.6 %"),
        ],
    ),
    (
        "小学、初中、普通高中生师比分别为13.2∶1、10.1∶1、12.8∶1，小学平均班额27人，初中平均班额43人。",
        [
            ("13.2∶1", "student_teacher_ratio primary 13.2 student/teacher"),
            ("10.1∶1", "student_teacher_ratio lower_secondary 10.1 student/teacher"),
            ("12.8∶1", "student_teacher_ratio general_upper_secondary 12.8 student/teacher"),
            ("27人", "class_size primary 27 person"),
            ("43人", "class_size lower_secondary 43 person"),
        ],
    ),
    (
        "小学阶段教职工与学生比为1:16.5，初中为1:11.2，普通高中为1:10.8。",
        [
            ("1:16.5", "student_teacher_ratio primary 16.5 student/teacher"),
            ("1:11.2", "student_teacher_ratio lower_secondary 11.2 student/teacher"),
            ("1:10.8", "student_teacher_ratio general_upper_secondary 10.8 student/teacher"),
        ],
    ),
    (
        "小学共有班级2876个，平均班额37.7人。生机比7.2:1。",
        [
            ("2876个", "classes primary 2876 class"),
            ("37.7人", "class_size primary 37.7 person"),
            ("7.2:1", "other _ 7.2 other"),
        ],
    ),
    (
        "普通本科学校校均规模17136人，高职（专科）学校校均规模10175人。",
        [
            ("17136人", "school_size tertiary 17136 person"),
            ("10175人", "school_size tertiary_vocational 10175 person"),
        ],
    ),
    (
        "小学生均教学及辅助用房面积5.62平方米，生均教学仪器设备值2,318元，比上年增加201元；每百名学生拥有网络多媒体教室3.1间。",
        [
            ("5.62平方米", "teaching_area_per_student primary 5.62 m2/person"),
            ("2,318元", "equipment_value_per_student primary 2318 CNY/person"),
            ("201元", "equipment_value_per_student primary 201 CNY/person change"),
            ("3.1间", "multimedia_rooms_per_100_students primary 3.1 room/100\u00a0students"),
        ],
    ),
    (
        "小学每十万人口在校生数为7339人,高等教育每十万人口在校生2816人;每万人口拥有在园幼儿321人。",
        [
            ("7339人", "students_per_100k primary 7339 person"),
            ("2816人", "students_per_100k tertiary 2816 person"),
            ("321人", "other pre_primary 321 person"),
        ],
    ),
    (
        "生均公用经费小学720元、初中940元、普通高中1200元。",
        [
            ("720元", "per_student_expenditure primary 720 CNY/person"),
            ("940元", "per_student_expenditure lower_secondary 940 CNY/person"),
            ("1200元", "per_student_expenditure general_upper_secondary 1200 CNY/person"),
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
        [("2000人", "definition"), ("12所", "_ _ 12 institution"), ("3000—5000人", "definition"), ("6所", "_ general_upper_secondary 6 institution")],
    ),
    (
        "高等教育在学总规模5.21万人，高等教育毛入学率60.2%。",
        [("5.21万人", "students tertiary 52100 person"), ("60.2%", "gross_enrolment_ratio tertiary 60.2 %")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*STOCKS, *PARTS, *SHARES, *CHANGES, *PAIRS, *RATIOS, *PLACES, *RATES])
def test_bulletin(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected)


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
            ("27.44万所", "institutions pre_primary 274400 institution @全国 D"),
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


@pytest.mark.parametrize(("text", "expected"), NATION)
def test_the_nation(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected, title="2023年全国教育事业发展统计公报", dated="2024-10-24")
