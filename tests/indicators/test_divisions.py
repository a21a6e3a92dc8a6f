"""Places of administration that a number counts: sentences for rules of indicators.divisions, and near misses.

What belongs here: divisions behind a number, behind a numeral in words, named ones that only act, ranks among them.  What
does not: numbers in words that count things (test_counting_in_words), a paper's scope (test_formalities), the notation
(conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, table

from edu_pipeline.indicators import divisions

NEWS = {"title": "张掖市教育工作情况", "dated": "2023-12-20"}

RULES = {
    "indicators.divisions._behind": Rule(
        "places behind a weak classifier",
        by=[
            "六个苏木率先达标。 | 六个 = _ _ 6 item",
            "“县管校聘”改革在六个旗试点推开。 | 六个 = _ _ 6 _",
            "三个市州走在前列。 | 三个 = _ _ 3 _",
        ],
        alone=[
            "两个区域的差距不大。 | 两个 = nothing",
            "三个县域共同体。 | 三个 = _ _ 3 group",
        ],
        paper=NEWS,
    ),
    "indicators.divisions._division": Rule(
        "places behind their names, schools of which something was made",
        by=[
            "肃州、玉门两市通过国家认定。 | 两市 = _ _ 2 county",
            "党寨、碱滩、新墩三镇消除大班额。 | 三镇 = _ _ 3 item",
            "喀什、和田、阿克苏等七地州开工建设。 | 七地州 = _ _ 7 item",
            "先后完成两园新建、三园改建、一园升级。 | 两 = _ _ 2 institution | 三 = _ _ 3 institution | 一 = _ _ 1 institution",
        ],
        alone=[
            "武汉三镇闻名全国。 | 三 = nothing",
            "支持三区三州教育脱贫。 | 三 = nothing",
            "一园一品，一校一策。 | 一 = nothing",
            "城区两校结对。 | 两 = nothing",
        ],
    ),
    "indicators.divisions._SUMMED": Rule(
        "places are counted behind their names or behind the whole",
        by=[
            "肃州、玉门两市通过国家认定。 | 两市 = _ _ 2 county",
            "我州三镇消除大班额。 | 三镇 = _ _ 3 item",
            "党寨和新墩两镇消除大班额。 | 两镇 = _ _ 2 item",
        ],
        alone=["武汉三镇闻名全国。 | 三 = nothing", "浦东五区联动。 | 五 = nothing"],
    ),
    "indicators.divisions._THEIR_SCHOOLS": Rule(
        "places whose schools are spoken of",
        by=[
            "两镇初中并入县三中。 | 两镇 = _ _ 2 item",
            "五乡小学全部通自来水。 | 五乡 = _ _ 5 item",
            "三区的幼儿园统一招生。 | 三区 = _ _ 3 county",
        ],
        alone=["武汉三镇闻名全国。 | 三 = nothing", "两区协作办学。 | 两 = nothing"],
    ),
    "indicators.divisions._NAMED_SCHOOLS": Rule(
        "schools behind their names",
        by=[
            "甘州中学、新墩小学两校正式启用。 | 两 = _ _ 2 institution",
            "党寨小学和碱滩小学两校共有学生860人。 | 两 = _ _ 2 institution",
            "滨河中学、育才中学、青西中学等五校招收新生。 | 五 = _ _ 5 institution",
        ],
        alone=["城区两校结对。 | 两 = nothing", "两校老师常来往。 | 两 = nothing"],
    ),
    "indicators.divisions._COMPOUND": Rule(
        "counties and districts together are one number",
        by=[
            "两县三区全部通过国家认定。 | 两县三区 = _ _ 5 county",
            "五县一市均实现基本均衡。 | 五县一市 = _ _ 6 county",
            "全州一市七县通过义务教育基本均衡验收。 | 一市七县 = _ _ 8 county",
        ],
        alone=[
            "两县通过国家认定。 | 两县 = _ _ 2 county",
            "六个县区通过国家认定。 | 六个 = _ _ 6 county",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    "said",
    [
        "个县",
        "个县（区）",
        "个县市区通过",
        "县级市",
        "区，",
        "个旗县市区",
        "个苏木镇",
        " 个街道办",
        "个乡镇中",
        "个市州",
        "个开发区",
    ],
)
def test_what_is_counted_are_divisions(said: str) -> None:
    assert divisions.counted(f"有6{said}", 2)


@pytest.mark.parametrize(
    "said",
    [
        "个县级示范园",
        "个县域共同体",
        "区属学校",
        "市直学校",
        "个区域",
        "个乡镇中学",
        "个县一中",
        "县中",
        "个学校",
        "所县",
    ],
)
def test_what_is_counted_are_no_divisions(said: str) -> None:
    assert not divisions.counted(f"有6{said}", 2)


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("个县新建小学12所", "个县"),
        ("个易地搬迁县（区）新建", "个易地搬迁县（区）"),
        ("个民族乡和", "个民族乡"),
        ("个县市区的", "个县市区"),
        ("个省市就读", "个省市"),
        ("个学校所在县中学", None),
        ("所学校", None),
    ],
)
def test_places_of_a_sort(said: str, places: str | None) -> None:
    assert divisions.named(said, 0) == (None if places is None else len(places))


NAMED: list[tuple[str, list[tuple[str, str]]]] = [
    ("民乐、山丹两个县新建小学12所。", [("两个", "nothing"), ("12所", "schools_built primary 12 institution")]),
    ("民乐、山丹2个县新建小学12所。", [("2个", "anecdote"), ("12所", "schools_built primary 12 institution")]),
    ("民乐、山丹2个县通过县域学前教育普及普惠国家认定。", [("2个", "certified_counties pre_primary 2 county")]),
    ("民乐、山丹两县尤为突出。", [("两", "nothing")]),
    ("民乐、山丹2个县完成改造学校86所。", [("2个", "_ _ 2 county"), ("86所", "schools_built _ 86 institution")]),
    ("大班额集中在城区，4个县合计占全市的62%。", [("4个", "anecdote"), ("62%", "_ _ 62 %")]),
    ("大班额集中在三县区，三县区合计占全市的62%。", [("62%", "_ _ 62 %")]),
    ("民乐、山丹两个县通过县域学前教育普及普惠国家认定。", [("两个", "certified_counties pre_primary 2 county")]),
    ("民乐、山丹两县于2022年通过国家义务教育基本均衡验收。", [("两", "certified_counties compulsory 2 county")]),
]


@pytest.mark.parametrize("case", NAMED)
def test_named_places_that_only_act(case: tuple[str, list[tuple[str, str]]], reads: Any) -> None:
    reads(*case)


RANKED: list[tuple[str, list[tuple[str, str]]]] = [
    ("高考上线率居全省14市第3位。", [("14市", "definition")]),
    ("高考上线率列全市9个县（市、区）第二名。", [("9个", "definition")]),
    ("巩固率位居全市12个旗县区第四。", [("12个", "definition")]),
    ("民乐镇小学成绩居全县12个乡镇第一。", [("12个", "definition")]),
    # and what is counted all the same
    ("全市12个乡镇建成中心幼儿园。", [("12个", "_ _ 12 item")]),
    ("全市5个县通过义务教育优质均衡国家认定。", [("5个", "certified_counties compulsory 5 county")]),
]


@pytest.mark.parametrize("case", RANKED)
def test_how_many_were_ranked(case: tuple[str, list[tuple[str, str]]], reads: Any) -> None:
    reads(*case)
