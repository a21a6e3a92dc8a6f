"""Tables: which town a row is of by the header of its stubs, and which of a caption's units a column is in.

A table stands in a line with ¦ (a tab) between its cells and / between its rows.

What belongs here: towns without the word of their sort, captions that name several units.  What does not: the other rules of
tables (test_grids); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.grid_columns._TOWNS": Rule(
        "what stands under 街道, 乡镇 is a town of the paper's place, whatever county elsewhere is called so",
        by=[
            "街道¦园所数¦在园幼儿/东城¦3¦800/朝阳¦4¦900 | 3 = institutions pre_primary 3 institution @东城街道 label:东城街道园所数 | 4 = institutions pre_primary 4 institution @朝阳街道 | 900 = students pre_primary 900 person @朝阳街道 label:朝阳街道在园幼儿",
            "镇街¦小学（所）¦在校生（人）/大良¦23¦31200/和平¦20¦28000/合计¦43¦59200 | 23 = institutions primary 23 institution @大良 | 28000 = students _ 28000 person @和平 label:和平在校生 | 43 = institutions primary 43 institution @张掖市",
            "序号¦乡（镇）¦学校数¦学生数/1¦鼓楼¦3¦800/2¦沙河¦4¦900 | 3 = institutions _ 3 institution @鼓楼 | 900 = students _ 900 person @沙河 label:沙河学生数",
            "镇名称¦在校生（人）/新华¦800/平原¦900 | 800 = students _ 800 person @新华镇 | 900 = students _ 900 person @平原镇",
        ],
        alone=[
            "乡镇¦学校数/平川镇¦3/板桥镇¦2 | 3 = institutions _ 3 institution @平川镇 label:平川镇学校数",
            "乡镇¦学校数/合计¦5/县直¦3/平川镇¦2 | 5 = institutions _ 5 institution @张掖市 | 3 = institutions _ 3 institution @张掖市",
            "县区¦学校数/甘州¦3/高台¦2 | 3 = institutions _ 3 institution @甘州区 | 2 = institutions _ 2 institution @高台县",
            "学段¦学校数/小学¦30/初中¦20 | 30 = institutions primary 30 institution @张掖市",
        ],
    ),
    "indicators.grid_columns._BARE_TOWN": Rule(
        "what heads a town's figures is its bare name",
        by=[
            "乡镇¦在校生（人）/朝阳¦800/新华¦900 | 800 = students _ 800 person @朝阳 | 900 = students _ 900 person @新华",
            "街镇¦园所数/和平¦8/鼓楼¦9 | 8 = institutions pre_primary 8 institution @和平 label:和平园所数 | 9 = institutions pre_primary 9 institution @鼓楼",
            "所属镇街¦普惠率（%）/大良¦91.2/容桂¦88 | 91.2 = inclusive_kindergarten_coverage _ 91.2 % @大良 label:大良普惠率",
        ],
        alone=[
            "乡镇¦在校生（人）/高新区¦800/平川镇¦900 | 900 = students _ 900 person @平川镇",
            "乡镇¦在校生（人）/县直¦800/其他¦900 | 800 = students _ 800 person @张掖市 | 900 = students _ 900 person @张掖市",
        ],
    ),
    "indicators.grid_units._SUMS_UP": Rule(
        "a column of sums is in the unit of what it sums up",
        by=[
            "单位：人、万元/县区¦公用经费¦校舍维修经费¦合计/甘州区¦860¦120¦980/高台县¦300¦50¦350 | 980 = _ _ 9800000 CNY | 350 = _ _ 3500000 CNY",
            "单位：万元、人/县区¦小学生数¦初中生数¦总计/甘州区¦8600¦1200¦9800/高台县¦3000¦500¦3500 | 9800 = _ _ 9800 person | 3500 = _ _ 3500 person",
            "单位：人、元/项目¦伙食费¦住宿费¦小计/甘州区¦86000¦1200¦87200/高台县¦3000¦500¦3500 | 87200 = _ _ 87200 CNY",
        ],
        alone=[
            "单位：所、人/学段¦学校数¦在校生数¦专任教师/小学¦22¦8600¦620/合计¦30¦12800¦1000 | 22 = institutions primary 22 institution | 30 = institutions all 30 institution | 12800 = students all 12800 person | 1000 = full_time_teachers all 1000 person",
            "单位：人/县区¦小学¦初中¦合计/甘州区¦8600¦1200¦9800 | 9800 = _ _ 9800 person",
        ],
    ),
    "indicators.grid_units._WOMEN": Rule(
        "women and men are persons, in a row of sums too",
        by=[
            "单位：所、个、人/学段¦学校数¦班数¦女/小学¦22¦300¦4100/合计¦30¦400¦6200 | 6200 = other all 6200 person",
            "单位：所、个、人/学段¦校数¦班数¦其中：女生/小学¦22¦300¦4100/合计¦30¦400¦6200 | 6200 = other all 6200 person",
            "单位：个、人、间/学段¦班数¦男¦教室/小学¦300¦4100¦310/合计¦400¦6200¦420 | 6200 = other all 6200 person",
        ],
        alone=[
            "单位：人/学段¦在校生¦女/小学¦8600¦4100 | 4100 = other primary 4100 person",
            "单位：所、个、人/学段¦学校数¦班数¦在校生/小学¦22¦300¦4100 | 4100 = students primary 4100 person",
        ],
    ),
}  # fmt: skip


test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a word of the header tells
        ("单位：人、元\n项目¦教职工数¦人均工资\n小学¦860¦86000\n合计¦1380¦88000", [("860", "staff primary 860 person"), ("1380", "staff all 1380 person"), ("88000", "_ all 88000 CNY/person")]),
        ("单位：人、万元\n学段¦受助学生¦已支付\n小学¦860¦96\n合计¦1380¦156", [("96", "_ primary 960000 CNY"), ("156", "_ all 1560000 CNY")]),
        # as many units as columns, of which none says otherwise
        ("单位：所、人\n类别¦数量¦规模\n小学¦22¦8600\n合计¦30¦12800", [("22", "institutions primary 22 institution"), ("30", "_ all 30 institution"), ("12800", "_ all 12800 person")]),
        ("单位：个、人\n地区¦基地¦参训\n甘州区¦22¦860\n合计¦30¦1280", [("22", "_ _ 22 _"), ("860", "_ _ 860 person"), ("1280", "_ _ 1280 person")]),
        # nothing tells: no unit is guessed
        ("单位：所、人\n学段¦2023年¦2024年\n小学¦860¦865\n合计¦960¦965", [("860", "identifier"), ("965", "identifier")]),
        ("单位：所、人\n学段¦城区¦镇区¦乡村\n小学¦22¦31¦45\n合计¦30¦52¦66", [("22", "identifier"), ("66", "identifier")]),
    ],
)  # fmt: skip
def test_which_unit_of_a_caption_a_column_is_in(
    rows: str, expected: list[tuple[str, str]], reads: Callable[..., None]
) -> None:
    reads(rows, expected)
