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
    "indicators.openings._SET_OFF": Rule(
        "the year before the paper's, set off at the opening, is that of what stands in the paragraph",
        by=[
            "2024年，全市学前三年毛入园率94.1%。义务教育巩固率98.4%。 | 98.4% = retention_rate compulsory 98.4 % 2024",
            "（一）普及程度。2024年，全市小学168所。小学入学率99.92%，高中阶段毛入学率83.5%。 | 99.92% = _ primary 99.92 % 2024 | 83.5% = _ upper_secondary 83.5 % 2024",
            "普及水平：2024年，全市幼儿园168所。小学在校生8043人。 | 8043人 = students primary 8043 person 2024",
        ],
        alone=[
            "2024年新建学校9所。义务教育巩固率98.4%。 | 98.4% = retention_rate compulsory 98.4 % D",
            "2022年，全市学前三年毛入园率94.1%。义务教育巩固率98.4%。 | 98.4% = retention_rate compulsory 98.4 % D",
            "2024年，全市招聘教师312人。义务教育巩固率98.4%。 | 98.4% = retention_rate compulsory 98.4 % D",
            "2024年，全市教育稳步前行。义务教育巩固率98.4%。 | 98.4% = retention_rate compulsory 98.4 % D",
            "去年，全市学前三年毛入园率94.1%。义务教育巩固率98.4%。 | 98.4% = retention_rate compulsory 98.4 % D",
        ],
        paper=NEWS,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
