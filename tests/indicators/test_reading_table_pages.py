"""Tables as the pages of yearbooks and bulletins come out: one cell a line, bars, names in two languages, lost headers.

What belongs here: what the figures of such a table state, and which stay unread.  What does not: where cells stand
(reading/test_barred), tables typed by hand (test_reading_table_lists); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

from edu_pipeline.extract import extract_document

Case = tuple[str, list[tuple[str, str]]]

BARS: list[Case] = [
    (  # the bar on the cell's line; a row that merged cells made shorter stays unread
        "类别 |\n学校数 |\n在校学生数 |\n学生与专任教师比 |\n学前教育 |\n65 |\n12454 |\n13.86 |\n小学 |\n33 |\n37100 |\n19.57 |\n"
        "普通高中 |\n5 |\n12.8 |\n特殊教育 |\n8 |\n128 |\n3.56 |\n专门学校 |\n2 |\n127 |\n3.26 |",
        [
            ("65", "institutions pre_primary 65 institution"),
            ("13.86", "student_teacher_ratio pre_primary 13.86 student/teacher"),
            ("37100", "students primary 37100 person"),
            ("5", "identifier"),
            ("12.8", "identifier"),
            ("8", "institutions special 8 institution"),
            ("128", "students special 128 person"),
        ],
    ),
    (  # the bar on a line of its own; what is counted stands above
        "二、在校学生数 计量单位:人\n指 标\n|\n2022年\n|\n2021年\n|\n中等职业学校\n|\n118661\n|\n126565\n|\n幼儿园\n|\n187404\n|\n175511\n|",
        [
            ("118661", "students vocational_upper_secondary 118661 person 2022"),
            ("126565", "students vocational_upper_secondary 126565 person 2021"),
            ("187404", "students pre_primary 187404 person 2022"),
        ],
    ),
    (  # a numbered row ends what a numbered line above headed
        "项目 |\n招生数 |\n在校生数 |\n一、高等教育 |\n|\n|\n本科生 |\n440 |\n1820 |\n二、高中阶段教育 |\n1521 |\n4163 |\n普通高中 |\n876 |\n2494 |",
        [
            ("1820", "students tertiary 1820 person"),
            ("1521", "new_entrants upper_secondary 1521 person"),
            ("2494", "students general_upper_secondary 2494 person"),
        ],
    ),
]

HEADERS: list[Case] = [
    (  # the second row of headers lost the cells that the first spans
        "地 区 | 学校数 | 招生数 | 教职工数 | |\n(所) | #专任教师 | |||\n甘州区 | 12 | 340 | 210 | 190 |\n临泽县 | 5 | 120 | 88 | 71 |",
        [
            ("12", "institutions _ 12 institution @甘州区"),
            ("340", "new_entrants _ 340 person @甘州区"),
            ("210", "staff _ 210 person @甘州区"),
            ("190", "full_time_teachers _ 190 person @甘州区"),
            ("71", "full_time_teachers _ 71 person @临泽县"),
        ],
    ),
    (  # a row of units below the names
        "学校数 招生数 #专任教师\n(所)  (人)  (人)\n 普通中学  54 20102 3752\n 小  学  71 12127 3553\n 幼 儿 园  68 8309 1350",
        [
            ("54", "institutions k12 54 institution"),
            ("12127", "new_entrants primary 12127 person"),
            ("1350", "full_time_teachers pre_primary 1350 person"),
        ],
    ),
    (  # a corner of two characters set apart, a section below the header
        "指  标\n\n2020年\n\n2022年\n\n一、发展水平\n\n1.学前教育毛入园率(%)\n\n91%\n\n92%\n\n2.义务教育巩固率(%)\n\n98%\n\n99%",
        [
            ("91%", "gross_enrolment_ratio pre_primary 91 % 2020"),
            ("92%", "gross_enrolment_ratio pre_primary 92 % 2022"),
            ("98%", "retention_rate compulsory 98 % 2020"),
        ],
    ),
]

CAPTIONS: list[Case] = [
    (  # the caption counts, and its unit is no unit of schools
        "7-12 每十万人口各级学校平均在校生数\n单位:人\n年 份 | 幼儿园 | 小学 | 高中阶段 |\n2019 | 1617 | 8725 | 2824 |\n2020 | 1676 | 8358 | 3070 |",
        [
            ("1617", "students_per_100k pre_primary 1617 person 2019"),
            ("8358", "students_per_100k primary 8358 person 2020"),
            ("3070", "students_per_100k upper_secondary 3070 person 2020"),
        ],
    ),
    (  # 其中 goes on over the levels beside it, and the change is one of the whole
        "单位：人\n县区\t招生数\t其中：普通高中\t职业高中\t比上年增减\n甘州区\t3120\t1980\t1140\t-60\n民乐县\t1410\t900\t510\t85",
        [
            ("1980", "new_entrants general_upper_secondary 1980 person @甘州区"),
            ("1140", "new_entrants vocational_upper_secondary 1140 person @甘州区"),
            ("60", "new_entrants all -60 person change @甘州区"),
            ("85", "new_entrants _ 85 person change @民乐县"),
        ],
    ),
    (
        "县区\t公办园（所）\t今年新建园（所）\t配套园（所）\n甘州区\t41\t6\t3\n民乐县\t12\t2\t5",
        [
            ("41", "institutions pre_primary 41 institution @甘州区"),
            ("6", "schools_built pre_primary 6 institution @甘州区"),
            ("5", "institutions pre_primary 5 institution @民乐县"),
        ],
    ),
    (  # schools are still counted where the unit is theirs, and persons where a header says so
        "单位：所\n县区\t幼儿园\t小学\n甘州区\t41\t26\n民乐县\t12\t14",
        [("41", "institutions pre_primary 41 institution"), ("14", "institutions primary 14 institution")],
    ),
]

TWO_LANGUAGES: list[Case] = [
    (
        "单位:人、所\n             Item 2021 2022\n学校数 Number of Schools\n普通中学 Regular Secondary Schools 137 136\n   高 中         Senior 28 26\n"
        "专任教师 Number of Full-time Teachers\n    普通中学     Regular Secondary Schools 9578 9980\n小 学 Primary Schools 1137 1198",
        [
            ("137", "institutions k12 137 institution 2021"),
            ("26", "institutions general_upper_secondary 26 institution 2022"),
            ("9578", "full_time_teachers k12 9578 person 2021"),
            ("1198", "full_time_teachers primary 1198 person 2022"),
        ],
    ),
    (
        "Item 2021 2022\n小学毕业生升学率(%)   Promotion Rate from Primary Schools to Junior 86.5 88.7\n       Secondary Schools(%)  \n"
        "初中毕业生升学率(%)   Promotion Rate from Junior Secondary Schools 52.5 66.4",
        [
            ("86.5", "admission_rate primary 86.5 % 2021"),
            ("52.5", "admission_rate lower_secondary 52.5 % 2021"),
            ("66.4", "admission_rate lower_secondary 66.4 % 2022"),
        ],
    ),
]


@pytest.mark.parametrize("name", ["人均GDP", "GDP", "教育经费占GDP"])
def test_a_name_in_capitals_is_no_translation(name: str) -> None:
    table = f"年份 | {name} | 教职工数\n2021 | 65000 | 1820\n2022 | 66000 | 1840\n"
    found = extract_document(f"张掖市义务教育情况\n2024-03-20\n\n{table}".encode(), "x.txt")["observations_read"]
    assert [o["value"] for o in found if o["indicator"] == "staff"] == [1820, 1840]


@pytest.mark.parametrize("case", [*BARS, *HEADERS, *CAPTIONS, *TWO_LANGUAGES])
def test_a_page_of_facts(case: Case, reads: Any) -> None:
    reads(*case, title="2023年张掖市教育统计资料", dated="2024-03-20")


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("北 京", "北京市"),
        ("河 北", "河北省"),
        ("吉 林 Jilin", "吉林省"),
        ("海 南 Hainan", "海南省"),
        ("全 国", "全国"),
    ],
)
def test_rows_are_of_the_places_they_name(row: str, name: str) -> None:
    table = f"各地区幼儿园数\n地 区 | 园数(所) | 班数(个)\n{row} | 71 | 437\n山 西 | 87 | 593\n"
    found = extract_document(f"教育部\n2024-03-20\n\n{table}".encode(), "x.txt")["observations_read"]
    assert [o["region_name"] for o in found] == [name, name, "山西省", "山西省"]
