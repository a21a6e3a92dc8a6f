"""Times rule by rule: sentences for patterns of periods, periods_scan and periods_grammar, and near misses.

What an expression means is its kind and its days, `none` for a number that is no time.

What belongs here: what comes out wrong without a rule.  What does not: the meanings of all expressions (test_periods).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from rule_tables import Rule, table

from edu_pipeline.language.periods import find_times

D = date(2024, 3, 20)

RULES = {
    "language.periods._CLAUSE_END": Rule(
        "以来 reaches back to a date of its own clause alone",
        by=[
            "2010年高考，本科上线359人，创建校以来最好成绩。 | 2010年 = point 2010-01-01..2010-12-31",
            "去年，5个孩子考上大学，为建县以来最多。 | 去年 = point 2023-01-01..2023-12-31",
            "2022年9月，教师大会召开以来首次评选。 | 2022年9月 = point 2022-09-01..2022-09-30",
        ],
        alone=[
            "自2022年9月教师节大会召开以来，新建学校12所。 | 2022年9月 = span 2022-09-01..2024-03-20",
            "2022年9月学校成立以来，招生120人。 | 2022年9月 = span 2022-09-01..2024-03-20",
        ],
    ),
    "language.periods_scan._FOLLOWING_YEAR": Rule(
        "a month before a year is of that year",
        by=[
            "截至9月，2022年新建学校12所。 | 截至9月 = point 2022-09-30..2022-09-30",
            "截至6月底2022年累计投入1200万元。 | 截至6月底 = point 2022-06-30..2022-06-30",
            "截至11月,2021年共发放补助。 | 截至11月 = point 2021-11-30..2021-11-30",
        ],
        alone=[
            "截至10月底，共发放11550元。 | 截至10月底 = point 2023-10-31..2023-10-31",
            "2022年，截至10月底，共发放11550元。 | 截至10月底 = point 2022-10-31..2022-10-31",
        ],
    ),
    "language.periods_scan._CUTOFF": Rule(
        "figures go up to a month that is over, whatever year ahead was spoken of",
        by=[
            "力争到2026年底比例降到5%。截至1月底,已开工29所。 | 截至1月底 = point 2024-01-31..2024-01-31",
            "2027年全部达标。截止10月末,完工8所。 | 截止10月末 = point 2023-10-31..2023-10-31",
            "到2025年新建12所,截至2月,已投资3亿元。 | 截至2月 = point 2024-02-29..2024-02-29",
        ],
        alone=[
            "2022年新建12所。截至7月底,已完工8所。 | 截至7月底 = point 2022-07-31..2022-07-31",
            "2026年新建12所,9月底前开工。 | 9月底前 = due 2026-09-30..2026-09-30",
        ],
    ),
    "language.periods_grammar.REDACTED": Rule(
        "a year that is blacked out is a time all the same",
        by=[
            "2 (略) 共拨付3412万元。 | 2 = vague ..",
            "20 (略) 新建12所。 | 20 = vague ..",
            "200*年招生12人。 | 200*年 = vague ..",
        ],
        alone=["2 个班。 | 2 = none", "20所（略）。 | 20 = none"],
    ),
    "language.periods_grammar.SLOGAN": Rule(
        "lengths in a slogan are one saying",
        by=[
            "1年合格、3年成熟、6年成骨干、9年成名师。 | 1年合格、3年成熟、6年成骨干、9年 = duration ..",
            "实行3年入门、5年成才的培养计划。 | 3年入门、5年 = duration ..",
            "做到1年起步，3年见效，5年成型。 | 1年起步，3年见效，5年 = duration ..",
        ],
        alone=[
            "公办园学位3年翻一番，5年翻两番。 | 3年 = none | 5年 = none",
            "5年新建学校12所，3年招聘教师86名。 | 5年 = span 2019-03-20..2024-03-20 | 3年 = span 2021-03-20..2024-03-20",
            "实施3年免费教育。 | 3 = none",
        ],
    ),
    "language.periods_grammar.CLOCK_CONTEXT": Rule(
        "9:30 is a time of day where the words say so, else a ratio",
        by=[
            "上午9:30召开。 | 9:30 = clock ..",
            "会议时间:9:30开始。 | 9:30 = clock ..",
            "截至12:30，报名320人。 | 12:30 = clock ..",
            "作业做到22:30。 | 22:30 = clock ..",
            "午餐 12:00。 | 12:00 = clock ..",
        ],
        alone=["师生比9:30。 | 9:30 = none", "普职招生比为4:60。 | 4:60 = none", "生师比降到12:10。 | 12:10 = none"],
    ),
}


@pytest.fixture
def reads() -> Callable[..., None]:
    def check(text: str, expected: list[tuple[str, str]]) -> None:
        found = find_times(text, D)
        for piece, meant in expected:
            at = text.index(piece)
            if meant == "none":
                assert not any(t.start <= at < t.end for t in found), f"{piece} of {text} is a time"
                continue
            read = [f"{t.kind} {t.period_start or ''}..{t.period_end or ''}" for t in found if t.text == piece]
            assert read == [meant], f"{piece} of {text}: {read}, not {meant}"

    return check


test_right, test_missed_without_its_rule = table(RULES)
