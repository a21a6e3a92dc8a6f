"""Parts told by what they take of a count or by their sort, or by when their total was done: rules of indicators.parting and
totals, and near misses.

What belongs here: rules one by one.  What does not: parts that a list goes on with (test_leaning), parts of what was built
or hired (test_eliding); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.parting._takes": Rule(
        "so many of what was just counted",
        by=[
            "今年新增公办园学位2010个,小班占800个。 | 800个 = new_places pre_primary 800 place",
            "新增学位3200个,其中民办园占640个。 | 640个 = new_places pre_primary 640 place",
            "招聘教师320名,其中紧缺学科占120名。 | 120名 = teachers_recruited _ 120 person",
        ],
        alone=[
            "新增公办园学位2010个,开设小班80个。 | 80个 = classes pre_primary 80 class",
            "专任教师2000人,党员占800人。 | 800人 = _ _ 800 person",
            "新增公办园学位2010个。小班占80个。 | 80个 = classes pre_primary 80 class",
        ],
    ),
    "indicators.parting.sort_alone": Rule(
        "a sort behind a number tells a part of the number before it",
        by=[
            "幼儿园96所(41所民办)。 | 41所 = institutions pre_primary 41 institution",
            "全县幼儿园58所(其中22所公办、36所民办)。 | 22所 = institutions pre_primary 22 institution | 36所 = institutions pre_primary 36 institution",
            "普通高中9所(2所民办)。 | 2所 = institutions general_upper_secondary 2 institution",
        ],
        alone=[
            "小学40所(6所寄宿制学校)。 | 6所 = institutions _ 6 institution",
            "幼儿园58所。41所民办。 | 41所 = other _ 41 institution",
            "教师820人(35所学校)。 | 35所 = institutions _ 35 institution",
        ],
    ),
    "indicators.totals._GOES_ON": Rule(
        "a paragraph that goes on with the parts of a total is of its time",
        by=[
            "“十三五”期间，全市新建学校12所。/其中，甘州区新建学校3所。 | 3所 = schools_built _ 3 institution 2016-01-01..2020-12-31",
            "2021至2023年，全市投入教育经费8.2亿元。/共新建学校12所。 | 12所 = schools_built _ 12 institution 2021-01-01..2023-12-31",
            "2022年以来，全市招聘教师320人。/合计新增学位8000个。 | 8000个 = new_places _ 8000 place 2022-01-01..D",
        ],
        alone=[
            "“十三五”期间，全市新建学校12所。/共同新建学校3所。 | 3所 = schools_built _ 3 institution ..D",
            "2022年以来，全市招聘教师320人。/新增学位8000个。 | 8000个 = new_places _ 8000 place ..D",
        ],
        paper={"title": "张掖市教育工作情况", "dated": "2025-02-10"},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
