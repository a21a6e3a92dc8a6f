"""The place an article is about, rule by rule: first lines for rules of language.home, and near misses.

A line is the article's lines (/ between them), and the code of its home, `none` where nothing tells it.

What belongs here: one rule each.  What does not: titles, publishers and whole articles (test_places); the form of the
tables (helpers/rule_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

from edu_pipeline.language.home import home_place

RULES = {
    "language.home._COUNTRYWIDE": Rule(
        "a paper that counts the whole country's schools and names no other place",
        by=[
            "全国共有幼儿园27万所。 | home = 100000",
            "教育投入稳步增长。/全国义务教育阶段学校20万所。 | home = 100000",
            "中央财政安排资金3000亿元。 | home = 100000",
        ],
        alone=["入选全国试点，学校12所。 | home = none", "张掖市新建学校12所，全国共有12个试点。 | home = 620700"],
    ),
    "language.home._BYLINE": Rule(
        "where a report was filed is not what it is about",
        by=[
            "新华社兰州9月1日电 春季学期开学。/学校12所。 | home = none",
            "本报北京3月2日讯 教师节将至。 | home = none",
            "中新网西安5月8日电 校园足球开赛。 | home = none",
        ],
        alone=["张掖市教育局9月1日电 开学。 | home = 620700", "张掖市新建学校12所。 | home = 620700"],
    ),
}


@pytest.fixture
def reads() -> Callable[..., None]:
    def check(text: str, expected: list[tuple[str, str]]) -> None:
        found = home_place(None, text.split("\n"), None)
        assert (found.code if found else "none") == expected[0][1], f"{text}: {found}"

    return check


test_right, test_missed_without_its_rule = table(RULES)
