"""Marks, aims and gaps of appraisals, tasks handed out, and numerals in words beside what they count.

What belongs here: sentences of our own for rules that appraisals, yearbooks and notices of tasks asked for, and near misses.
What does not: tables (test_reading_table_cells); the notation is conftest's.
"""

from __future__ import annotations

from typing import Any

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.indicators.outlook import nature_of
from edu_pipeline.indicators.papers import plans

Case = tuple[str, list[tuple[str, str]]]

APPRAISED: list[Case] = [
    ("1.1 经费增长　财政投入占支出的16.8%。\n得分　9.5\n1.2 “三包”政策　受益学生897人。", [("1.1", "identifier"), ("9.5", "anecdote"), ("1.2", "identifier"), ("897人", "_ _ 897 person")]),
    ("1.办学投入\n1.1 经费增长　财政投入占支出的16.8%。", [("1.", "identifier"), ("1.1", "identifier"), ("16.8%", "_ _ 16.8 %")]),
    ("考核评分：87.5\n群众满意度91.2%。", [("87.5", "anecdote"), ("91.2%", "satisfaction_rate _ 91.2 %")]),
    ("学生体质得分优秀的占21.5%。", [("21.5%", "_ _ 21.5 %")]),  # a share of pupils
    ("初中毛入学率97.8%（目标98%）。", [("97.8%", "gross_enrolment_ratio lower_secondary 97.8 %"), ("98%", "gross_enrolment_ratio lower_secondary 98 % target")]),
    (
        "义务教育巩固率87.6%（省下达目标88%，差0.4个百分点）。",
        [("88%", "retention_rate compulsory 88 % target"), ("0.4个百分点", "retention_rate compulsory -0.4 pp gap")],
    ),
    ("义务教育巩固率95.6%（比上年提高0.4个百分点）。", [("0.4个百分点", "retention_rate compulsory 0.4 pp change")]),
]  # fmt: skip

COUNTED: list[Case] = [
    ("全市三所直属小学实现课程同步。", [("三所", "institutions primary 3 institution")]),
    ("全县一直重视教育，现有小学12所。", [("12所", "institutions primary 12 institution")]),
    ("到2027年，全市学前教育普及普惠县达到三个，实现整市推进。", [("三个", "certified_counties pre_primary 3 county target")]),
    ("全市教育集团增至五个。", [("五个", "education_groups _ 5 group")]),
    ("中考平均分居全省18个市县第9位，前移两位。", [("18个", "definition"), ("9", "_ _ 9 rank rank"), ("两", "_ _ 2 rank rank")]),
    ("自学考试报考4705科次。", [("4705科次", "_ _ 4705 item")]),
    ("大班额（大班36人以上）全部消除。", [("36人", "definition")]),
    ("起始年级一律不超过55人。", [("55人", "class_size _ 55 person le target")]),
    ("回收小区配套幼儿园3所，增加学位810个。", [("3所", "_ pre_primary 3 institution"), ("810个", "new_places pre_primary 810 place")]),
    (
        "每十万人口各级教育平均在校生：高等教育3241人，初中阶段4035人，小学6822人。",
        [("3241人", "students_per_100k tertiary 3241 person"), ("4035人", "students_per_100k lower_secondary 4035 person"), ("6822人", "students_per_100k primary 6822 person")],
    ),
    ("各级教育在校生：高等教育3241人，小学6822人。", [("3241人", "students tertiary 3241 person"), ("6822人", "students primary 6822 person")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*APPRAISED, *COUNTED])
def test_numbers(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected)


SUMS = [
    "甘州、民乐、临泽三县（区）幼儿教师缺额较大。",
    "民乐、临泽、高台三县控辍保学压力大。",
    "民乐、临泽、高台三县通过国家认定。",
    "民乐、临泽等三县控辍保学压力大。",
    "全市三县控辍保学压力大。",
]


@pytest.mark.parametrize("text", SUMS)
def test_counties_behind_their_names_are_counted_as_in_digits(text: str) -> None:
    def read(line: str) -> list[tuple[Any, ...]]:
        rows = extract_document(f"张掖市2024年教育事业统计公报\n2025-03-01\n\n{line}\n".encode(), "x.txt")
        return [(o["value"], o["unit"], o["indicator"], o["education_level"]) for o in rows["observations_read"]]

    assert read(text) == read(text.replace("三", "3"))
    assert (3.0, "county") in [one[:2] for one in read(text)]


ENDS: list[Case] = [
    ("第三季度末完成投资80%。", [("80%", "_ _ 80 % target 2024-09-30")]),
    ("第三季度完成投资80%。", [("80%", "_ _ 80 % target 2024-07-01..2024-09-30")]),
    ("一季度末，全市有小学12所，招聘教师61人。", [("12所", "institutions primary 12 institution 2024-03-31"), ("61人", "teachers_recruited _ 61 person 2024-01-01..2024-03-31")]),
    ("2024年一季度末，全市有小学12所，招聘教师61人。", [("12所", "institutions primary 12 institution 2024-03-31"), ("61人", "teachers_recruited _ 61 person 2024-01-01..2024-03-31")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_ends_of_quarters(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    title = "张掖市教育局2024年工作要点" if "完成" in text else "张掖市教育局情况汇报"
    reads(text, expected, title=title, dated="2024-03-05" if "完成" in text else "2024-05-08")


@pytest.mark.parametrize(("part", "month"), [("上半年", "06-30"), ("前三季度", "09-30")])
def test_ends_of_longer_parts_of_a_year(part: str, month: str, reads: Any) -> None:
    expected = [
        ("12所", f"institutions primary 12 institution 2024-{month}"),
        ("61人", f"teachers_recruited _ 61 person 2024-01-01..2024-{month}"),
    ]
    reads(f"{part}末，全市有小学12所，招聘教师61人。", expected, title="张掖市教育局情况汇报", dated="2024-11-08")


AIMS: list[Case] = [
    ("附：提质培优行动计划2028年目标值（部分）——\n　　双师型教师比例≥90%；建成专业群6个。", [("90%", "double_qualified_teacher_share _ 90 % ge target 2028-12-31"), ("6个", "_ _ 6 group target 2028-12-31")]),
    ("提质培优行动计划2028年目标：\n1.双师型教师比例90%。", [("90%", "double_qualified_teacher_share _ 90 % target 2028-12-31")]),
    ("2022年目标值——\n双师型教师比例90%。", [("90%", "double_qualified_teacher_share _ 90 % target")]),  # over: nothing is due any more
    ("2024年目标任务完成情况：双师型教师比例90%。", [("90%", "double_qualified_teacher_share _ 90 %")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AIMS)
def test_aims_of_a_year(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected, title="张掖市职业教育情况")


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("关于分解落实2024年市政府民生实事（教育类）任务的通知", True),
        ("关于下达2024年学前教育建设任务的通知", True),
        ("关于分解2024年教育目标任务的通知", True),
        ("关于2024年民生实事任务完成情况的通报", False),
        ("关于表彰2023年超额完成任务单位的决定", False),
    ],
)
def test_notices_that_hand_out_tasks(title: str, meant: bool) -> None:
    assert plans(title, "累计投入1亿元。已建成学校3所。") is meant


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("一、补短板，促公平", None),
        ("二、强基础，提质量", None),
        ("一、短板和不足", "report"),
        ("二、工作基础", "report"),
    ],
)
def test_headings_that_mend_what_is_lacking(heading: str, meant: str | None) -> None:
    assert nature_of(heading, None)[0] == meant


def test_a_bulletin_that_names_itself(reads: Any) -> None:
    """What 关于2023年…统计公告 makes known is of that year, whenever it came out."""
    text = "关于2023年全市教育经费执行情况的统计公告，经市教育局审核，现予公布。\n财政教育经费较上年增加14.99亿元。"
    change = "public_budget_education_expenditure _ 1499000000 CNY change"
    reads(text, [("14.99亿元", f"{change} 2023")], title="教育经费")
    reads(text.replace("的统计公告", "一事"), [("14.99亿元", f"{change} ..2025-09-10")], title="教育经费")
