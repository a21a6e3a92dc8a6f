"""What pages of the web are dated by: births that date nothing, shares told apart, money each year, budgets, talks.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the day of a page
(reading/test_frontmatter), what titles pass on (test_inherited); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from rule_tables import Rule, table

TALK = {"title": "张掖市教育工作访谈", "dated": "2016-08-24"}
RULES = {
    "language.periods_scan._BORN": Rule(
        "when children were born says which ones are counted",
        by=[
            "2026年全区适龄儿童(2019年9月1日至2020年8月31日出生)约7300人;小学毕业生9145人。 | 9145人 = _ _ 9145 person 2026",
            "2025年秋季新生(2019年8月31日前出生)2140人,其中女生1010人。 | 1010人 = _ _ 1010 person 2025-09-01",
            "2025年入园幼儿(2022年出生)860人,新生班32个。 | 32个 = _ _ 32 class 2025",
        ],
        alone=[
            "2024年出生人口1.2万人。 | 1.2万人 = _ _ 12000 person 2024",
            "2025年全区适龄儿童7300人。 | 7300人 = _ _ 7300 person 2025",
        ],
        paper={"title": "张掖市入学政策解读", "dated": "2026-04-28"},
    ),
    "indicators.dating._PER_HEAD": Rule(
        "what each pupil gets a year does not date what was done with it",
        by=[
            "按小学每生每年650元安排,惠及学生8.9万人。 | 8.9万人 = _ _ 89000 person 2019",
            "营养餐每生每天4元,受益学生2.1万人。 | 2.1万人 = _ _ 21000 person 2019",
            "按每人每年200元补助,资助学生860人。 | 860人 = _ _ 860 person 2019",
        ],
        alone=[
            "每年资助学生860人。 | 860人 = _ _ 860 person ..D",
            "每年对学校开展督导,培训教师860人。 | 860人 = _ _ 860 person ..D",
        ],
        paper={"title": "张掖市教育局2019年部门预算公开说明", "dated": "2019-02-20"},
    ),
    "indicators.grid_sentences._OF_ITS_YEAR": Rule(
        "本年 in a stub is the year that heads the column",
        by=[
            "单位：万元/项目\t2018年预算数\t2019年预算数\t增减/教育支出\t800\t900\t100/本年支出合计\t820\t930\t110 | 110 = _ _ 1100000 CNY change 2019",
            "单位：万元/项目\t2017年\t2018年\t增减/教育支出\t800\t900\t100/本年收入合计\t820\t930\t110 | 820 = _ _ 8200000 CNY 2017 | 930 = _ _ 9300000 CNY 2018",
            "单位：万元/项目\t2017年\t2018年/教育支出\t800\t900/本年度支出\t820\t930 | 820 = _ _ 8200000 CNY 2017 | 930 = _ _ 9300000 CNY 2018",
        ],
        alone=[
            "单位：万元/项目\t2017年\t2018年/教育支出\t800\t900/基本支出\t820\t930 | 820 = _ _ 8200000 CNY 2017 | 930 = _ _ 9300000 CNY 2018",
            "单位：万元/项目\t2017年\t2018年/教育支出\t800\t900/支出合计\t820\t930 | 820 = _ _ 8200000 CNY 2017 | 930 = _ _ 9300000 CNY 2018",
        ],
        paper={"title": "张掖市教育局收支总表", "dated": "2019-02-20"},
    ),
    "indicators.tales._SPEAKER": Rule(
        "who answers for the place in a talk tells no tale of himself",
        by=[
            "[高某某]：今年新建公办幼儿园3所,培训教师860人。 | 3所 = schools_built pre_primary 3 institution 2016-01-01..D | 860人 = _ _ 860 person 2016-01-01..D",
            "罗某某：乡村教师交流轮岗1150人次。 | 1150人次 = _ _ 1150 person-time",
            "【王某某】:今年投资4700万元,改造食堂1.8万平方米。 | 4700万元 = _ _ 47000000 CNY 2016-01-01..D",
        ],
        alone=[
            "李某某女士有2个孩子,每月省下600元。 | 600元 = anecdote",
            "[网友]：我家孩子5岁,离幼儿园12公里,名额只有30个。 | 30个 = anecdote",
        ],
        paper=TALK,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


def test_kindergartens_put_in_order_or_handed_over_were_so_within_the_time(reads) -> None:  # type: ignore[no-untyped-def]
    paper = {"title": "张掖市学前教育工作情况", "dated": "2022-05-16"}
    for done in ("整治小区配套园", "移交小区配套园", "收回小区配套园", "回收配套幼儿园"):
        reads(f"2020年以来,{done}14所。", [("14所", "_ _ 14 institution 2020-01-01..D")], **paper)
    for stands in ("全市有小区配套园", "建有配套幼儿园"):
        reads(f"2020年以来,{stands}14所。", [("14所", "_ _ 14 institution D")], **paper)


BUDGET = {"title": "张掖市教育局2019年部门预算公开说明", "dated": "2019-02-20"}


def test_the_columns_of_a_budget_are_of_their_whole_years(reads) -> None:  # type: ignore[no-untyped-def]
    head = "单位：万元\n项目\t2018年预算数\t2019年预算数\n"
    reads(
        f"{head}教育支出\t820\t930\n学前教育\t70\t90\n",
        [("820", "_ _ 8200000 CNY target 2018"), ("930", "_ _ 9300000 CNY target 2019")],
        **BUDGET,
    )
    reads(
        f"{head}教育支出\t820\t930\n小学教育\t70\t90\n",
        [("70", "_ _ 700000 CNY target 2018"), ("90", "_ _ 900000 CNY target 2019")],
        **BUDGET,
    )
    aims = "指标\t2018年目标\t2019年目标\n毛入园率（%）\t82\t93\n公办园占比（%）\t70\t90\n"
    reads(aims, [("82", "_ _ 82 % target 2018-12-31"), ("93", "_ _ 93 % target 2019-12-31")], **BUDGET)
