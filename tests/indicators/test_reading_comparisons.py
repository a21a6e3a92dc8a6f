"""What bulletins hold against each other: shares of a whole, changes, from–to pairs, ratios and means.

What belongs here: numbers that lean on the number or the noun before them.  What does not: counts and rates by
themselves (test_reading_bulletins); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]


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
            ("61.7%", "public_kindergarten_enrolment_share pre_primary 61.7 % 2024"),
        ],
    ),
    (
        "文盲率由4.32%下降为3.15%。",
        [("4.32%", "illiteracy_rate none 4.32 %"), ("3.15%", "illiteracy_rate none 3.15 % 2024")],
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
        [
            ("12.4年", "mean_years_of_schooling none 12.4 year"),
            ("13.5年", "mean_years_of_schooling none 13.5 year"),
        ],
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
        "幼儿园园均规模159.6人，小学校均规模592人，九年一贯制学校校均1320人。",
        [
            ("159.6人", "school_size pre_primary 159.6 person"),
            ("592人", "school_size primary 592 person"),
            ("1320人", "school_size compulsory 1320 person"),
        ],
    ),
    (
        "生均校舍建筑面积：小学8.2平方米，初中11.6平方米；生均校舍面积高中18.3平方米、中职16.1平方米。",
        [
            ("8.2平方米", "other primary 8.2 m2/person"),
            ("11.6平方米", "other lower_secondary 11.6 m2/person"),
            ("18.3平方米", "other general_upper_secondary 18.3 m2/person"),
            ("16.1平方米", "other vocational_upper_secondary 16.1 m2/person"),
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
            ("3.1间", "multimedia_rooms_per_100_students primary 3.1 room/100_students"),
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


@pytest.mark.parametrize("case", [*SHARES, *CHANGES, *PAIRS, *RATIOS])
def test_comparison(case: Case, reads: Any) -> None:
    reads(*case)
