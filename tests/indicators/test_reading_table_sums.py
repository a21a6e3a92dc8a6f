"""Lists and tables whose rows or items are parts of the sum, or of what the caption counts, above them.

What belongs here: parts in rows without a frame, and in numbered items.  What does not: lists that name what they count
(test_reading_table_lists), parts within a sentence (test_reading_parts_and_places); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

SUMMED: list[Case] = [
    (  # the sum before 其中 says what the rows count, and each row how it moved
        "全市在校学生4.12万人，比上年下降2.1%。其中:\n  幼儿园   9,216人   下降8.6%\n  小学     18,905人  增长0.7%\n  初中     11,082人  增长1.9%",
        [
            ("9,216", "students pre_primary 9216 person"),
            ("8.6%", "students pre_primary -8.6 % growth"),
            ("18,905", "students primary 18905 person"),
            ("1.9%", "students lower_secondary 1.9 % growth"),
        ],
    ),
    (
        "今年计划招聘教师320名。各地计划:\n甘州区 150  临泽县 60\n高台县 70  山丹县 40",
        [
            ("150", "teachers_recruited _ 150 person target @甘州区"),
            ("60", "teachers_recruited _ 60 person target @临泽县"),
            ("40", "teachers_recruited _ 40 person target @山丹县"),
        ],
    ),
    (  # the last sentence counts something itself, or no sum opens the one before
        "全市有教职工1.2万人。在校学生分布如下：\n  幼儿园   9,216人   下降8.6%\n  小学     18,905人  增长0.7%",
        [("9,216", "students pre_primary 9216 person"), ("18,905", "students primary 18905 person")],
    ),
    (
        "全市有教职工1.2万人，比上年增长1%。食堂分布如下：\n  甘州区   92个   增长2.2%\n  临泽县   18个   增长5.9%",
        [("92", "other _ 92 item @甘州区"), ("18", "other _ 18 item @临泽县")],
    ),
    (  # 小学 and 初中 of a table in 名 are persons of the caption, no schools
        "招聘计划（单位：名）\n县区      合计    小学    初中\n甘州区    50    30    20\n临泽县    24    16    8",
        [
            ("50", "teachers_recruited _ 50 person target @甘州区"),
            ("30", "teachers_recruited primary 30 person target @甘州区"),
            ("8", "teachers_recruited lower_secondary 8 person target @临泽县"),
        ],
    ),
    (
        "学校分布（单位：所）\n县区      合计    小学    初中\n甘州区    50    30    20\n临泽县    24    16    8",
        [("30", "institutions primary 30 institution @甘州区"), ("8", "institutions lower_secondary 8 institution")],
    ),
    (  # what an inspection found of those that the caption counts
        "校外培训机构年检情况\n类别      应检    合格    不合格\n学科类    7    6    1\n艺术类    74    70    4",
        [
            ("7", "tutoring_institutions none 7 institution"),
            ("70", "tutoring_institutions none 70 institution"),
            ("4", "tutoring_institutions none 4 institution"),
        ],
    ),
    (  # behind a part of the first column, one that counts itself
        "民办幼儿园情况\n地区      园数    其中普惠    在园幼儿    教职工\n甘州区    61      44         4026       713\n临泽县    38      29         2170       402",
        [
            ("44", "institutions pre_primary 44 institution @甘州区"),
            ("4026", "students pre_primary 4026 person @甘州区"),
            ("402", "staff _ 402 person @临泽县"),
        ],
    ),
    (  # other columns are not of what the caption names
        "校外培训机构从业情况\n类别      从业人员    场地\n学科类    71    6\n艺术类    174    70",
        [("71", "_ _ 71 _"), ("70", "identifier")],
    ),
]
PARTS_IN_ITEMS: list[Case] = [
    (
        "2024年计划招聘教师782名。其中：\n1.省统一招聘436名：高中64名、小学205名、特殊教育学校4名；\n2.特岗计划196名；\n3.高层次人才引进30名。\n其余岗位见附件。",
        [
            ("782", "teachers_recruited _ 782 person target"),
            ("436", "teachers_recruited _ 436 person target"),
            ("64", "teachers_recruited general_upper_secondary 64 person target"),
            ("205", "teachers_recruited primary 205 person target"),
            ("4", "teachers_recruited special 4 person target"),
            ("196", "teachers_recruited _ 196 person target"),
            ("30", "teachers_recruited _ 30 person target"),
        ],
    ),
    (  # bullets; what has another unit or a name of its own is no part
        "全年培训教师5000人次，其中：\n●省级320人次；\n●县级1680人次，建成培训基地3个。\n全县现有教师9120名。",
        [
            ("320", "teachers_trained _ 320 person-time"),
            ("1680", "teachers_trained _ 1680 person-time"),
            ("3", "_ _ 3 base"),
            ("9120", "full_time_teachers _ 9120 person"),
        ],
    ),
    (
        "新建学校12所，分别为：\n（一）甘州区5所；\n（二）临泽县7所。\n全市有学校624所。",
        [
            ("5", "schools_built _ 5 institution @甘州区"),
            ("7", "schools_built _ 7 institution @临泽县"),
            ("624", "institutions all 624 institution"),
        ],
    ),
    (  # 个 behind 项目 counts projects, whatever school stands before it; classes and schools are none
        "全市列入建设项目58个(公办幼儿园14个、义务教育36个)，总投资27.35亿元。改扩建项目12个（小学增加7个班）。全市有学校58所（幼儿园14所、小学44所）。",
        [
            ("14", "construction_projects pre_primary 14 project"),
            ("36", "construction_projects compulsory 36 project"),
            ("7", "classes primary 7 class change"),
            ("14", "institutions pre_primary 14 institution"),
            ("44", "institutions primary 44 institution"),
        ],
    ),
    (  # the list is over with its items
        "2023年招聘教师200名。其中：\n1.小学120名；\n2.初中80名。\n二、干部队伍\n选派干部20名。",
        [("120", "teachers_recruited primary 120 person"), ("20", "teachers_rotated _ 20 person")],
    ),
]


@pytest.mark.parametrize("case", [*SUMMED, *PARTS_IN_ITEMS])
def test_parts_of_a_sum(case: Case, reads: Any) -> None:
    reads(*case, title="2023年张掖市教育统计资料", dated="2024-03-20")
