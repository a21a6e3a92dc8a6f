"""Chinese numerals that state a statistic: fractions, tenths, doubling, first places, counties counted behind their names.

What belongs here: sentences of our own with such numerals, and words that only look like them.  What does not: the
conditions (numerals_in_words); numerals with a plain unit (tests/language/test_quantities); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest

from edu_pipeline.indicators.numerals_in_words import find_zeros

Case = tuple[str, list[tuple[str, str]]]

FRACTIONS: list[Case] = [
    (
        "目前，全区专任教师2400人，其中研究生学历约占五分之一。",
        [("五分之一", "other _ 20 % approx D")],
    ),
    ("全县近三分之二的乡村学校已建成录播教室。", [("三分之二", "other _ _ % approx 2024")]),
    ("民办园在园幼儿超过四分之三。", [("四分之三", "other pre_primary 75 % gt 2024")]),
    ("公办园在园幼儿占比达七成，普惠性幼儿园覆盖率超过九成。", [
        ("七成", "public_kindergarten_enrolment_share pre_primary 70 % 2024"),
        ("九成", "inclusive_kindergarten_coverage pre_primary 90 % gt 2024"),
    ]),
    ("全市有近六成半的学生参加课后服务。", [("六成半", "_ _ 65 % approx 2024")]),
    ("超过半数的乡镇建有公办中心园，农村幼儿园占一半以上。", [
        ("半数", "other _ 50 % gt 2024"),
        ("一半", "other _ 50 % ge 2024"),
    ]),
]  # fmt: skip

NO_FRACTIONS: list[Case] = [
    ("落实“两免一补”，办学成本有所下降，成绩成倍提高，三成不变。", []),
    ("12名教师一半时间在乡镇支教。", [("12名", "_ _ 12 person")]),
    ("按三分之一的时间学理论、三分之二的时间实训的要求，建成实训室86间。", [("86间", "_ _ 86 room")]),
    ("推进“四个一成”行动，建成学校12所。", [("12所", "schools_built all 12 institution")]),
]

DOUBLED: list[Case] = [
    ("2024年，全市教育专项资金达3.2亿元，比2020年翻了一番。", [
        ("3.2亿", "earmarked_education_funds _ 320000000 CNY 2024"),
        ("一番", "earmarked_education_funds _ 100 % growth"),
    ]),
    ("在校生规模较五年前翻一番，公办园数量翻两番。", [
        ("一番", "students all 100 % growth"),
        ("两番", "institutions pre_primary 300 % growth"),
    ]),
    ("本科上线人数实现翻番。", [("番", "bachelor_line_students general_upper_secondary 100 % growth")]),
    ("到2027年，中职在校生力争翻一番。", [
        ("一番", "students vocational_upper_secondary 100 % growth target 2027-12-31"),
    ]),
]  # fmt: skip

RANKS: list[Case] = [
    ("高考本科上线率78.6%，居全省首位。", [
        ("78.6%", "bachelor_line_rate general_upper_secondary 78.6 %"),
        ("首", "bachelor_line_rate general_upper_secondary 1 rank rank"),
    ]),
    ("义务教育巩固率位列全市第二。", [("二", "retention_rate compulsory 2 rank rank")]),
    ("学前三年毛入园率在全省名列榜首。", [("首", "gross_enrolment_ratio pre_primary 1 rank rank")]),
    ("普惠性幼儿园覆盖率排名全市第3位。", [("3", "inclusive_kindergarten_coverage pre_primary 3 rank rank")]),
]  # fmt: skip

NO_RANKS: list[Case] = [
    ("把教育摆在首位，新建学校5所。", [("5所", "schools_built all 5 institution")]),
    ("师德师风是第一标准，坚持质量第一，培训教师300人次。", [("300人次", "teachers_trained all 300 person-time")]),
    ("首批12所学校挂牌，首届毕业生260人。", [("12所", "_ _ 12 institution"), ("260人", "_ _ 260 person")]),
]

COUNTIES: list[Case] = [
    ("甘州、临泽两县区通过义务教育优质均衡国家认定。", [("两", "certified_counties compulsory 2 county")]),
    ("民乐、山丹、高台三县于2016年通过义务教育基本均衡国家验收。", [
        ("三", "certified_counties compulsory 3 county 2016"),
    ]),
    ("力争甘州区、高台县两个县区创建全国学前教育普及普惠县。", [("两", "_ pre_primary 2 county target")]),
]  # fmt: skip

SMALL: list[Case] = [
    ("各县区不少于两个党建示范点。", [("两个", "_ _ 2 _ ge target")]),
    ("每校至少一名心理教师。", [("一名", "_ _ 1 person ge target")]),
    ("每个乡镇建有一所公办中心园。", [("一所", "_ pre_primary 1 institution")]),
    ("县里组织两支青年志愿服务队。", [("两支", "_ _ 2 item")]),
    ("省里下派三批支教队。", [("三批", "_ _ 3 item")]),
    ("启动三个市州的集团化办学试点。", [("三个", "_ _ 3 _")]),
]


@pytest.mark.parametrize(("text", "expected"), SMALL, ids=lambda v: str(v)[:24])
def test_small_numbers_that_count(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected, title="张掖市教育工作情况", dated="2023-12-20")


@pytest.mark.parametrize(
    "text",
    [
        "这里只有一所村小的记忆。",
        "每个孩子都有一个梦想。",
        "每年建好一所学校的愿望。",
        "实现一批又一批队伍的成长。",
        "打造一支队伍，用好三支队员。",
        "至少三方面问题值得重视。",
    ],
)
def test_small_numbers_that_count_nothing(text: str) -> None:
    from edu_pipeline.extract import extract_document

    paper = f"张掖市教育工作情况\n2023-12-20\n\n{text}\n"
    assert not extract_document(paper.encode(), "a.txt")["observations_read"]


@pytest.mark.parametrize(
    ("text", "expected"), [*FRACTIONS, *NO_FRACTIONS, *DOUBLED, *RANKS, *NO_RANKS, *COUNTIES], ids=lambda v: str(v)[:24]
)
def test_numerals_in_characters(text: str, expected: list[tuple[str, str]], reads) -> None:  # type: ignore[no-untyped-def]
    reads(text, expected)


def test_words_that_hold_a_numeral_state_nothing(reads) -> None:  # type: ignore[no-untyped-def]
    from edu_pipeline.extract import extract_document

    text = (
        "张掖市教育工作总结\n2025-09-10\n\n"
        "把教育摆在首位，成绩一半靠教师一半靠家长，落实三分之一时间劳动的精神，三番五次督促，第一时间上报，成倍努力，三成不变。\n"
    )
    assert not extract_document(text.encode(), "a.txt")["observations_read"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县小学辍学率为零。", [("零", "_ primary 0 %")]),
        ("超大班额比例降至零，大班额比例降到1.2%。", [("零", "_ _ 0 %"), ("1.2%", "large_class_share _ 1.2 %")]),
        ("青壮年文盲率控制在零，学校安全事故率保持零增长。", [("零", "illiteracy_rate _ 0 %")]),
    ],
)
def test_a_rate_of_zero(text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected)


@pytest.mark.parametrize(
    "text",
    ["入学率增长零突破。", "录取率零的突破来之不易。", "大班额动态清零。", "辍学率零容忍。", "零星辍学得到控制。"],
)
def test_no_rate_of_zero(text: str) -> None:
    assert find_zeros(text) == []
