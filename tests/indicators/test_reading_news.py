"""What news, press conferences and features state, and what in them is only told.

What belongs here: sentences and small transcripts of our own, with reporters, quotations and named schools.  What
does not: work reports (test_reading_reports), plans, norms and duties (test_kinds).  The notation is that of conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def fails(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


OFFICIALS = [
    (
        "记者从市教育局获悉，截至目前，全市已建成义务教育集团45个，集团化办学覆盖率达86%。",
        [
            ("45个", "education_groups compulsory 45 group 2024-09-06"),
            ("86%", "group_schooling_coverage compulsory 86 % 2024-09-06"),
        ],
    ),
    (
        "“三年来，全市新建幼儿园23所，普惠率提高了12个百分点。”市教育局局长马明说。",
        [
            ("23所", "schools_built pre_primary 23 institution 2021-09-06..2024-09-06"),
            ("12个百分点", "inclusive_kindergarten_coverage pre_primary 12 pp change"),
        ],
    ),
    (
        "“今年全市高考本科上线率达到71.2%，600分以上考生312人。”李局长介绍。",
        [
            ("71.2%", "bachelor_line_rate general_upper_secondary 71.2 % 2024-01-01..2024-09-06"),
            ("312人", "high_score_students general_upper_secondary 312 person 2024-01-01..2024-09-06"),
        ],
    ),
    (
        "市教育局有关负责人告诉记者，今年全市计划投资3.2亿元，新建、改扩建学校26所，新增学位4200个。",
        [
            ("3.2亿元", "capital_investment _ 320000000 CNY target"),
            ("26所", "schools_built _ 26 institution target"),
            ("4200个", "new_places _ 4200 place target"),
        ],
    ),
    (
        "“今年我们计划新建、改扩建公办幼儿园12所，新增学位3600个。”市教育局副局长在发布会上表示。",
        [
            ("12所", "schools_built pre_primary 12 institution target 2024-01-01..2024-12-31"),
            ("3600个", "new_places pre_primary 3600 place target"),
        ],
    ),
    (
        "今秋开学，全市将有13所新建学校投入使用，预计新增学位1.5万个。",
        [
            ("13所", "schools_built _ 13 institution target"),
            ("1.5万个", "new_places _ 15000 place target"),
        ],
    ),
    (
        "市教育局副局长李娜介绍，近三年全市累计投入教育资金32.6亿元，新改扩建学校（幼儿园）128所，公办园在园幼儿占比从38%提升至57%。",
        [
            ("32.6亿元", "_ _ 3260000000 CNY"),
            ("128所", "schools_built _ 128 institution 2021-09-06..2024-09-06"),
            ("38%", "public_kindergarten_enrolment_share pre_primary 38 %"),
            ("57%", "public_kindergarten_enrolment_share pre_primary 57 % 2024-09-06"),
        ],
    ),
    (
        "8月28日，全市2024年新教师岗前培训班开班，126名新教师参加培训。",
        [("126名", "teachers_trained _ 126 person")],
    ),
    (
        "问：我市“双减”取得了哪些成效？答：目前全市压减学科类培训机构386家，压减率达98.7%。",
        [
            ("386家", "tutoring_institutions _ 386 institution"),
            ("98.7%", "tutoring_reduction_rate _ 98.7 %"),
        ],
    ),
    (
        "今年秋季，全市小学一年级招生6.8万人，初中招生7.9万人，比去年分别减少0.9万人、增加0.3万人。",
        [
            ("6.8万人", "new_entrants primary 68000 person"),
            ("7.9万人", "new_entrants lower_secondary 79000 person"),
            ("0.9万人", "new_entrants primary -9000 person change"),
            ("0.3万人", "new_entrants lower_secondary 3000 person change"),
        ],
    ),
    (
        "2022年9月，桃城区投资2.3亿元新建的育才小学正式启用。",
        [("2.3亿元", "capital_investment primary 230000000 CNY @桃城区")],
    ),
    (
        "桃城区、冀州区等5个县（市、区）通过国家学前教育普及普惠县督导评估，故城县新增学位2160个。",
        [
            ("5个", "certified_counties pre_primary 5 county @衡水市"),
            ("2160个", "new_places _ 2160 place @故城县"),
        ],
    ),
]

TOLD = [
    (
        "记者近日在桃城区新华小学看到，该校86名教师正在参加人工智能培训，学校共有学生1860名。",
        [("86名", "anecdote"), ("1860名", "anecdote")],
    ),
    (
        "实验中学创办于1958年，占地86亩，现有教学班48个，学生2316人，教职工198人。",
        [("86亩", "anecdote"), ("48个", "anecdote"), ("2316人", "anecdote"), ("198人", "anecdote")],
    ),
    (
        "故城县青罕镇中心小学是一所农村寄宿制学校，现有学生186人，其中留守儿童43人。",
        [("186人", "anecdote"), ("43人", "anecdote")],
    ),
    pytest.param(
        "今年，城关小学本科以上学历教师达到42人，投资86万元改造了操场。",
        [("42人", "anecdote"), ("86万元", "anecdote")],
        marks=fails("a school that is a clause's subject need not have an ordinal or town in its name"),
    ),
    ("市第二中学今年高考本科上线率达92.3%，31名学生考入双一流高校。", [("92.3%", "anecdote"), ("31名", "anecdote")]),
    ("今年52岁的张明在大山里坚守了28年，送走了300多名学生。", [("52岁", "anecdote"), ("300多名", "anecdote")]),
    ("“以前一个班70多人，现在都在45人以下。”家长刘女士说。", [("70多人", "anecdote"), ("45人", "anecdote")]),
    ("李老师从教32年，先后资助学生46名，捐款8万多元。", [("46名", "anecdote"), ("8万多元", "anecdote")]),
    ("王校长介绍，全县现有小学46所。", [("46所", "institutions primary 46 institution")]),
    (
        "“学校食堂又干净又便宜，一顿饭只要6块钱。”八年级2班学生李欣怡告诉记者。",
        [("6块钱", "anecdote"), ("2班", "identifier")],
    ),
    ("会上，9名教师代表作了发言，200余名校长参加会议。", [("9名", "anecdote"), ("200余名", "anecdote")]),
    (
        "4月12日，全市教育工作会议召开，来自各县区的320名校长和12个县区教育局负责人参加会议。",
        [("320名", "anecdote"), ("12个", "anecdote")],
    ),
    (
        "督导组实地查看学校15所，召开座谈会6场，发放问卷1200份，访谈教师86名。",
        [("15所", "anecdote"), ("6场", "anecdote"), ("1200份", "anecdote"), ("86名", "anecdote")],
    ),
]

PRESS = """发布时间：2024-09-06 16:20:11 来源：衡水市人民政府新闻办公室 浏览次数：1862次 字号：【大 中 小】
9月5日上午，市政府新闻办召开“教育高质量发展”新闻发布会，市教育局局长赵志强出席发布会并回答记者提问。
赵志强：各位记者朋友，大家上午好！目前，全市共有各级各类学校2318所，在校学生98.6万人，专任教师6.2万人。
河北日报记者：请问今年我市在义务教育招生入学方面有哪些新举措？
赵志强：感谢您的提问。目前随迁子女在公办学校就读比例达到98.3%。下一步，力争到2025年底，全市义务教育集团化办学覆盖率达到90%以上。
长城网记者：家长普遍关心课后服务质量，能否介绍一下情况？
赵志强：谢谢这位记者。目前全市1126所义务教育学校全部开展课后服务，学生参与率达到97.8%，财政补助经费1.26亿元。
责任编辑：王磊
"""


@pytest.mark.parametrize(("sentence", "expected"), OFFICIALS)
def test_what_officials_and_reporters_state(
    reads: Callable[..., None], sentence: str, expected: list[tuple[str, str]]
) -> None:
    reads(sentence, expected, title="衡水市召开教育高质量发展新闻发布会", dated="2024-09-06")


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_what_is_only_told(reads: Callable[..., None], sentence: str, expected: list[tuple[str, str]]) -> None:
    reads(sentence, expected, title="衡水市教育见闻", dated="2024-09-06")


def test_a_press_conference(reads: Callable[..., None]) -> None:
    reads(
        PRESS,
        [
            ("1862", "noise"),
            ("2318所", "institutions all 2318 institution @衡水市 2024-09-06"),
            ("98.6万人", "students all 986000 person"),
            ("6.2万人", "full_time_teachers all 62000 person"),
            ("98.3%", "migrant_children_public_school_share compulsory 98.3 %"),
            ("90%", "group_schooling_coverage compulsory 90 % ge target 2025-12-31"),
            ("1126所", "_ compulsory 1126 institution"),
            ("97.8%", "after_school_student_participation _ 97.8 %"),
            ("1.26亿元", "after_school_service_fund _ 126000000 CNY"),
        ],
        title="衡水市召开教育高质量发展新闻发布会",
        dated="2024-09-06",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "今秋，全区有8所新学校启用，其中小学3所、初中1所。",
            [("8所", "schools_built _ 8 institution"), ("3所", "schools_built primary 3 institution")],
        ),
        ("我区今年再添8所新学校。", [("8所", "schools_built _ 8 institution")]),
        ("全区有学校98所，均已启用新课标教材。", [("98所", "institutions _ 98 institution")]),
        ("全市共有小学52所，添置图书3万册。", [("52所", "institutions primary 52 institution")]),
    ],
)
def test_schools_that_open_are_schools_built(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected, title="青浦区新学期新校园见闻", dated="2019-08-27")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("★甘州区：小学辍学率0.12%。", "甘州区"),
        ("（一）临泽县：小学辍学率0.12%。", "临泽县"),
        ("● 山丹县 小学辍学率0.12%。", "山丹县"),
        ("★甘州区召开会议：小学辍学率0.12%。", "张掖市"),
        ("督查临泽县：全市小学辍学率0.12%。", "张掖市"),
    ],
)
def test_a_place_that_opens_a_line_is_what_the_line_is_about(line: str, place: str, reads: Any) -> None:
    reads(line, [("0.12%", f"_ primary 0.12 % @{place}")], title="张掖市教育督导简报", dated="2013-06-09")
