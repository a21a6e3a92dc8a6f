"""The time that opens a paragraph: sentences for rules of indicators.openings, and near misses.

What belongs here: rules one by one.  What does not: what such a time means for a number (test_timing), sections
(test_headings); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

NEWS = {"title": "张掖市教育情况", "dated": "2025-09-10"}

RULES = {
    "indicators.openings._FIGURE": Rule(
        "a headline without a number stands before the time that opens a paragraph, a fact does not",
        by=[
            "学校12所。2023年，全市投入3.2亿元。新建学校9所。 | 9所 = schools_built _ 9 institution ..D",
            "巩固率达98%。2023年，全市新建学校9所。改扩建学校12所。 | 12所 = schools_built _ 12 institution ..D",
            "全国普惠率30%。2012年这一数字还只是20%。招聘教师320名。 | 320名 = teachers_recruited _ 320 person ..D",
        ],
        alone=[
            "教育事业快速发展。2023年，全市新建学校9所。改扩建学校12所。 | 12所 = schools_built _ 12 institution 2023",
            "2023年，全市投入3.2亿元。新建学校9所。 | 9所 = schools_built _ 9 institution 2023",
        ],
        paper=NEWS,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
