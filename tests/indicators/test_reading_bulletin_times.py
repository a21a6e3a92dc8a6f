"""Which time the facts of a statistical bulletin are of: sentences of our own and what they state.

What belongs here: years of titles, what an undated paper tells of its time, what opens a paragraph.  What does not: the
facts themselves (test_reading_bulletins); rules of timing one by one (test_timing); the notation (conftest).
"""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("title", "dated", "period"),
    [
        ("张掖市2021年教育事业统计公报", None, "2021"),
        ("张掖市2021年教育事业统计公报", "2022-05-06", "2021"),
        ("张掖市2015学年教育事业统计公报", None, "2015-09-01..2016-08-31"),
        ("张掖市关于教育工作的汇报", None, "?"),
    ],
)
def test_a_bulletin_gives_its_facts_the_year_of_its_title(
    title: str, dated: str | None, period: str, reads: Any
) -> None:
    text = "二、学前教育\n全市有幼儿园412所,在园幼儿4.1万人。"
    expected = [("412所", f"institutions pre_primary 412 institution {period}")]
    reads(text, expected, title=title, dated=dated)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a term, a month and a year's end without a year are of the bulletin's
            "秋季学期,全市1087所义务教育学校开展课后服务。",
            [("1087所", "_ compulsory 1087 institution 2021-09-01")],
        ),
        ("截至8月底,全市有幼儿园412所。", [("412所", "institutions pre_primary 412 institution 2021-08-31")]),
        ("年末全市有幼儿园412所。", [("412所", "institutions pre_primary 412 institution 2021-12-31")]),
        (  # what a change starts from is not the year of what follows
            "民办在校生占比由2018年的36.9%压降至24.5%,全年新建幼儿园13所。",
            [("13所", "schools_built pre_primary 13 institution 2021")],
        ),
    ],
)
def test_an_undated_bulletin_dates_terms_and_months_without_a_year(
    text: str, expected: list[tuple[str, str]], reads: Any
) -> None:
    reads(text, expected, title="张掖市2021年教育事业统计公报", dated=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2017—2018学年,全县共有教学班1302个。大班额主要集中在县城,县城6所小学平均班额58.7人。",
            [("58.7人", "class_size primary 58.7 person 2017-09-01..2018-08-31")],
        ),
        (
            "截至2021年底,全县共有教学班1302个。县城6所小学平均班额58.7人。",
            [("58.7人", "class_size primary 58.7 person 2021-12-31")],
        ),
        (  # a month in which something happened is not what a stock is of
            "2021年12月上旬,我县通过验收.县城6所小学平均班额58.7人.",
            [("58.7人", "class_size primary 58.7 person ?")],
        ),
        (  # another paragraph opens anew
            "2018年,全县共有教学班1302个。\n县城6所小学平均班额58.7人。",
            [("58.7人", "class_size primary 58.7 person ?")],
        ),
    ],
)
def test_without_a_date_what_opens_the_paragraph_dates_its_stocks(
    text: str, expected: list[tuple[str, str]], reads: Any
) -> None:
    reads(text, expected, title="山丹县消除义务教育大班额的情况", dated=None)


def test_the_figures_of_a_bulletins_table_are_of_its_year(reads: Any) -> None:
    table = "类别\t学校数（所）\t在校生（人）\n小学\t412\t257,930\n初中\t176\t121,655"
    year = [
        ("412", "institutions primary 412 institution 2016"),
        ("121,655", "students lower_secondary 121655 person 2016"),
    ]
    reads(table, year, title="张掖市2016年教育事业统计提要", dated="2017-03-14")
    day = [("412", "institutions primary 412 institution D")]
    reads(table, day, title="张掖市关于学校布局的汇报", dated="2017-03-14")
