"""Rules for tables of the areas that a county groups its schools by, and for what such tables note of their units.

A table stands in a line with ¦ (a tab) between its cells and / between its rows.

What belongs here: areas, shares and decimals under a caption of several units.  What does
not: towns (test_grids_by_column), single sentences (the other files of reading).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.grid_columns._AREAS": Rule(
        "what stands under 学区, 片区 or 教育集团 is an area of the paper's place, and counts no areas",
        by=[
            "学区¦小学（所）¦在校生（人）/城关学区¦6¦3120/甘浚学区¦3¦860 | 6 = institutions primary 6 institution @城关学区 | 860 = students _ 860 person @甘浚学区",
            "片区名称¦学校数¦学生数/东城片区¦4¦5200/沙井片区¦3¦1860 | 4 = institutions _ 4 institution @东城片区 | 1860 = students _ 1860 person @沙井片区",
            "学区¦学校数¦教师数/南街¦6¦412/甘浚¦3¦96 | 6 = institutions _ 6 institution @南街学区 | 96 = full_time_teachers _ 96 person @甘浚学区",
            "教育集团¦校区数（个）¦在校生（人）/青西教育集团¦3¦5120/南街教育集团¦4¦6230 | 5120 = students _ 5120 person @青西教育集团",
        ],
        alone=[
            "学区¦学校数¦学生数/合计¦9¦3980/城关学区¦6¦3120 | 9 = institutions _ 9 institution @张掖市",
            "县区¦学区（个）¦集团（个）/甘州区¦6¦4/高台县¦3¦2 | 6 = education_groups _ 6 group @甘州区",
        ],
    ),
    "indicators.grid_units._ENDS_IN_SHARE": Rule(
        "a column whose header ends in 占比 or 比例 is in per cent where the caption lists it",
        by=[
            "单位：所、人、%/县区¦在校生¦寄宿生占比/甘州区¦9874¦21/高台县¦1126¦58 | 21 = other _ 21 % | 58 = other _ 58 %",
            "单位：所、人、%/县区¦学校数¦住校生比例/甘州区¦22¦21/高台县¦9¦58 | 21 = other _ 21 %",
            "单位：所、人、%/县区¦专任教师¦女教师占比¦寄宿生占比/甘州区¦974¦61¦24/高台县¦226¦58¦31 | 24 = other _ 24 %",
        ],
        alone=[
            "单位：人/县区¦在校生¦寄宿生/甘州区¦9874¦2140 | 2140 = students _ 2140 person",
            "单位：人、%/县区¦在校生¦巩固率/甘州区¦9874¦97.2 | 97.2 = retention_rate _ 97.2 %",
        ],
    ),
    "indicators.grid_units._LISTS_SCHOOLS": Rule(
        "小学 in the header of a table on schools counts them, where its units hold 所",
        by=[
            "甘州区义务教育学校基本情况一览表 单位：所、人/学区¦小学¦初中¦小学在校生/城关学区¦6¦3¦3120/甘浚学区¦3¦1¦860 | 6 = institutions primary 6 institution | 3 = institutions lower_secondary 3 institution",
            "全市学校分布情况 单位：人、所/县区¦小学¦初中/甘州区¦62¦13/高台县¦23¦8 | 62 = institutions primary 62 institution | 8 = institutions lower_secondary 8 institution",
            "各县区学校情况统计 单位：所、个、人/县区¦小学¦初中¦教职工¦班数/甘州区¦62¦5¦3100¦410/高台县¦23¦2¦900¦120 | 5 = institutions lower_secondary 5 institution",
        ],
        alone=[
            "单位：所、人/县区¦小学¦初中/甘州区¦62¦13 | 62 = identifier",
            "学校在校生情况 单位：人、%/县区¦小学¦初中/甘州区¦6200¦1300 | 6200 = students primary 6200 person",
        ],
    ),
    "indicators.grid_units.OF_SO_MANY": Rule(
        "so many of ten thousand inhabitants are persons, and no indicator's own value",
        by=[
            "县区¦二本上线率¦万人本科上线/甘州区¦38.9%¦41.6/高台县¦46.2%¦52.3 | 41.6 = other general_upper_secondary 41.6 person",
            "县区¦每万人大学上线/甘州区¦41.6/高台县¦52.3 | 52.3 = other _ 52.3 person",
            "县区¦在校生¦万人口本科上线/甘州区¦7412¦30.4/高台县¦2145¦33.8 | 30.4 = other general_upper_secondary 30.4 person",
        ],
        alone=[
            "县区¦本科上线人数/甘州区¦416/高台县¦152 | 416 = bachelor_line_students general_upper_secondary 416 person",
            "县区¦在校生（万人）/甘州区¦4.16/高台县¦1.52 | 4.16 = students _ 41600 person",
        ],
    ),
}  # fmt: skip


test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("单位：人、%\n县区¦专任教师¦其中：本科及以上\n甘州区¦1013¦84.6\n高台县¦142¦76.8", [("84.6", "_ all 84.6 %"), ("76.8", "_ all 76.8 %")]),
        ("单位：所、人、%、平方米\n县区¦学校数¦专任教师¦其中：研究生¦校舍面积\n甘州区¦22¦1013¦4.6¦14326.5\n高台县¦9¦142¦6.8¦8260.4", [("4.6", "_ all 4.6 %"), ("14326.5", "_ _ 14326.5 m2")]),
        # whole numbers are what is counted
        ("单位：所、人、%\n县区¦专任教师¦其中：本科及以上\n甘州区¦1013¦846\n高台县¦142¦76", [("846", "_ all 846 person")]),
    ],
)  # fmt: skip
def test_a_decimal_counts_no_persons(rows: str, expected: list[tuple[str, str]], reads: Callable[..., None]) -> None:
    reads(rows, expected)
