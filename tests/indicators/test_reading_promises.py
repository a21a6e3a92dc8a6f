"""Items whose progress is told below them, and small numbers that are told, span or cover.

What belongs here: sentences and pages for rules of indicators.aims, kinds, definitions, measures and tales that were met
together on pages of the web, and near misses.  What does not: targets in words (test_targets); the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

PAPER = {"title": "甘州区为民办实事进展情况", "dated": "2025-08-11"}

RULES = {
    "indicators.aims._PROGRESS": Rule(
        "what an item counts was promised, where its progress is told behind it or below",
        by=[
            "一、新建学校5所，新增学位3240个/责任单位：区教育局/进展情况：2所已完工，完成投资860万元。 | 5所 = schools_built _ 5 institution target | 3240个 = new_places _ 3240 place target | 860万元 = _ _ 8600000 CNY",
            "1.为21所学校安装空调/完成情况：已安装空调612台。 | 21所 = _ _ 21 institution target | 612台 = _ _ 612 _",
            "（三）培训教师1200人次。进展情况：上半年培训860人次。 | 1200人次 = _ _ 1200 person-time target | 860人次 = _ _ 860 person-time",
        ],
        alone=[
            "一、新建学校5所，新增学位3240个/责任单位：区教育局 | 5所 = schools_built _ 5 institution",
            "一、新建学校5所。各项工作进展情况良好。 | 5所 = schools_built _ 5 institution",
        ],
        paper=PAPER,
    ),
    "indicators.kinds._OVERDUE": Rule(
        "how late money was is told of, other months are spans",
        by=[
            "6所学校公用经费拨付滞后2个月。 | 2个月 = anecdote",
            "教师工资拖欠3个月。 | 3个月 = anecdote",
            "临聘教师工资欠了5个月。 | 5个月 = anecdote",
        ],
        alone=[
            "“双减”政策落地已经4个月了。 | 4个月 = period",
            "项目建设周期14个月。 | 14个月 = period",
        ],
        paper=PAPER,
    ),
    "indicators.definitions._COVERS": Rule(
        "how many of them something covers",
        by=[
            "“明厨亮灶”覆盖80%以上的学校食堂。 | 80% = _ _ 80 % ge",
            "营养餐惠及95%以上的学校。 | 95% = _ _ 95 % ge",
            "集团化办学覆盖了70%以上的小学。 | 70% = group_schooling_coverage _ 70 % ge",
        ],
        alone=[
            "撤并50人以下的学校12所。 | 50人 = definition",
            "200人以上的学校配备校医。 | 200人 = definition",
        ],
        paper=PAPER,
    ),
    "indicators.measures._FAR_APART": Rule(
        "how far two lie apart, neither below the other",
        by=[
            "普惠率最高的县与最低的相差近9个百分点。 | 9个百分点 = inclusive_kindergarten_coverage _ 9 pp gap approx",
            "近视率最高的县和最低的县相差12个百分点。 | 12个百分点 = myopia_rate _ 12 pp gap",
            "毛入园率最高与最低的差距达40个百分点。 | 40个百分点 = gross_enrolment_ratio _ 40 pp gap",
        ],
        alone=[
            "毛入园率与全省平均水平相差3个百分点。 | 3个百分点 = gross_enrolment_ratio _ -3 pp gap",
            "普惠率比全省高9个百分点。 | 9个百分点 = inclusive_kindergarten_coverage _ 9 pp gap",
        ],
        paper=PAPER,
    ),
    "indicators.tales._WITH_OTHERS": Rule(
        "a head by name, and those with him",
        by=[
            "百南乡校长农志坚和5名教师先后到村里。 | 5名 = anecdote",
            "园长韦小兰带领8名教师编写教材。 | 8名 = anecdote",
            "村支书黄大山与3名家长劝学。 | 3名 = anecdote",
        ],
        alone=[
            "选派校长助理和5名教师支教。 | 5名 = _ _ 5 person",
            "招聘校医和26名教师。 | 26名 = _ _ 26 person",
        ],
        paper=PAPER,
    ),
    "indicators.anecdotes._AND": Rule(
        "a name alone goes on with those that were visited",
        by=[
            "检查组随机抽取小学6所、初中4所，九年一贯制学校2所。 | 2所 = anecdote",
            "督导组实地察看幼儿园8所，小学12所。 | 12所 = anecdote",
            "随机抽查中小学24所，幼儿园6所。 | 6所 = anecdote",
        ],
        alone=[
            "抽查学校24所，新建学校6所。 | 6所 = schools_built _ 6 institution",
            "走访用人单位4120家，拓展岗位1.3万个。 | 1.3万个 = _ _ 13000 _",
        ],
        paper=PAPER,
    ),
}
test_rules, test_without_them = table(RULES)


@pytest.mark.parametrize(
    ("text", "number", "reading"),
    [
        ("12岁男生平均身高增长3.8厘米。", "3.8厘米", "other _ 3.8 other change"),
        ("12岁男生平均身高增长3.8厘米。", "12岁", "definition"),
        ("一名14岁女生外出务工。", "14岁", "anecdote"),
        ("老师身高1.8米，月薪3800元。", "3800元", "anecdote"),
        ("海岛学校生源减少，个别年级仅1个班。", "1个", "anecdote"),
        ("全县小学有620个班。", "620个", "classes primary 620 class"),
    ],
)
def test_what_is_told(reads: Callable[..., None], text: str, number: str, reading: str) -> None:
    reads(text, [(number, reading)], **PAPER)
