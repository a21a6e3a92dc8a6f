"""Two times in one sentence, and which of them a number is of.

What belongs here: sentences for rules of indicators.flows, indicators.dating and indicators.accounting on times that stand
beside each other, and near misses.  What does not: times alone (test_timing, tests/language); the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

PAPER = {"title": "张掖市教育工作情况", "dated": "2024-10-16"}

RULES = {
    "indicators.flows._BESIDE": Rule(
        "from the year's first day to the day that figures go up to, on which things stand",
        by=[
            "截至8月底，全县今年到位教育项目资金4680万元，完工率71.5%。 | 4680万元 = _ _ 46800000 CNY 2024-01-01..2024-08-31 | 71.5% = _ _ 71.5 % 2024-08-31",
            "截至9月20日，今年招聘教师126名。 | 126名 = teachers_recruited _ 126 person 2024-01-01..2024-09-20",
            "截至6月底，甘州区今年新建学校6所。 | 6所 = schools_built _ 6 institution 2024-01-01..2024-06-30",
        ],
        alone=[
            "截至2023年底，全县有小学41所，今年招聘教师126名。 | 41所 = _ _ 41 institution 2023-12-31 | 126名 = _ _ 126 person 2024-01-01..D",
            "截至8月底，全县有幼儿园62所，其中今年新建学校6所。 | 62所 = _ _ 62 institution 2024-08-31",
        ],
        paper=PAPER,
    ),
    "indicators.dating._IN_PLACE": Rule(
        "the day that persons were in place dates its own clause",
        by=[
            "今年招聘教师320名，全部于8月25日前到岗；选派82名城区教师到乡镇支教。 | 82名 = _ _ 82 person 2024-01-01..D",
            "今年引进教师46名，均于8月20日到位，交流教师210名。 | 210名 = _ _ 210 person 2024-01-01..D",
            "今年补充教师64名，已于9月初报到，培训教师1200人次。 | 1200人次 = _ _ 1200 person-time 2024-01-01..D",
        ],
        alone=[
            "于8月25日前到岗320名。 | 320名 = _ _ 320 person 2024-08-25",
            "2023年选派82名城区教师到乡镇支教。 | 82名 = _ _ 82 person 2023",
        ],
        paper=PAPER,
    ),
    "indicators.accounting._EQUIPPED": Rule(
        "what was bought with what was put in",
        by=[
            "2021—2023年，全市投入资金1.2亿元，新建校舍2万平方米，配备多媒体设备218套。 | 218套 = _ _ 218 item 2021-01-01..2023-12-31",
            "2022年以来，投入860万元，配备计算机1240台。 | 1240台 = _ _ 1240 item 2022-01-01..D",
            "近三年投资360万元，配备电子白板420套。 | 420套 = _ _ 420 item 2021-10-16..D",
        ],
        alone=[
            "2021—2023年，投入资金1.2亿元，配备专职心理教师41名。 | 41名 = _ _ 41 person D",
            "全县学校配备计算机5200台。 | 5200台 = _ _ 5200 item D",
        ],
        paper=PAPER,
    ),
}
test_rules, test_without_them = table(RULES)


@pytest.mark.parametrize(
    ("text", "number", "reading"),
    [
        # what was spent before is only what it is held against
        ("2013年以来投入9亿元，是2013年前10年总和的4.6倍，新建学校113所。", "113所", "schools_built _ 113 institution 2013-01-01..D"),
        ("2016年以来投入9亿元，是前5年的2倍，新建学校31所。", "31所", "schools_built _ 31 institution 2016-01-01..D"),
        # years that run
        ("目前年生均补助3240元，五年共落实补助资金4.9亿元。", "4.9亿元", "_ _ 490000000 CNY 2019-10-16..D"),
        ("目前年生均补助3240元，累计落实补助资金4.9亿元。", "4.9亿元", "_ _ 490000000 CNY D"),
        # how many more there are than in a year
        ("与2010年相比，幼儿园增加52所。", "52所", "institutions pre_primary 52 institution change D"),
        ("2023年幼儿园增加12所。", "12所", "institutions pre_primary 12 institution change 2023"),
        # no time that is known
        ("今年春季学期发放资助1600万元。疫情防控期间，为640余名学生配备平板电脑。", "640余名", "_ _ 640 person gt ..D"),
    ],
)  # fmt: skip
def test_times(reads: Callable[..., None], text: str, number: str, reading: str) -> None:
    reads(text, [(number, reading)], **PAPER)


def test_the_end_of_a_year_before_a_quoted_name(reads: Callable[..., None]) -> None:
    reads(
        "年末“一村一园”办点126个。",
        [("126个", "_ _ 126 _ 2024-12-31")],
        title="2024年张掖市国民经济和社会发展统计公报",
        dated="2025-03-20",
    )
