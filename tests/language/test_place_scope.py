"""Which place a number is about, rule by rule: sentences of language.place_scope and places, and near misses.

A line gives the place of a number in an article about Zhangye.

What belongs here: one rule each.  What does not: mentions and whole paragraphs (test_places), home (test_home); the form of the
tables (helpers/rule_tables).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rule_tables import Rule, table

from edu_pipeline.language import gazetteer
from edu_pipeline.language.clauses import Cuts
from edu_pipeline.language.place_scope import region_of
from edu_pipeline.language.places import find_places

RULES = {
    "language.place_lists._BY_TURNS": Rule(
        "as many numbers as places before them are of these in their order",
        by=[
            "甘州区95%、临泽县93%、高台县91%；巩固率三地依次为98%、97%、96%。 | 97 = 临泽县",
            "甘州区小学12所、临泽县小学9所；班额两地分别为45人和41人。 | 41 = 临泽县",
            "甘州区、临泽县、高台县毛入园率分别为95%、96%、93%，巩固率分别为98%、97.5%和99%。 | 99 = 高台县",
            "甘州区1,245人、临泽县982人；在园幼儿两地分别为876人与1,103人。 | 1,103 = 临泽县",
        ],
        alone=[
            "甘州区95%、临泽县93%，全市小学、初中巩固率分别为98%、97%。 | 98 = 张掖市",
            "甘州区95%、临泽县93%，全市巩固率为99%。 | 99 = 张掖市",
            "甘州区、临泽县、高台县新建学校，班额分别为45人、41人。 | 41 = 张掖市",
        ],
    ),
    "language.place_lists._RESPECTIVE": Rule(
        "numbers behind 分别 are of the places of the list before it in their order",
        by=[
            "甘州区、临泽县分别有学生12,345人、9,876人。 | 9,876 = 临泽县",
            "甘州区、临泽县、高台县入园率分别为95%、93%以及91%。 | 91 = 高台县",
            "甘州区、临泽县毛入园率分别为95%与93%。 | 95 = 甘州区",
        ],
        alone=[
            "甘州区、临泽县分别有小学2所、3所、4所。 | 4 = 张掖市",
            "甘州区、临泽县新建学校5所。 | 5 = 张掖市",
            "甘州区5所。 | 5 = 甘州区",
        ],
    ),
    "language.place_scope._PART_OF": Rule(
        "a multiple of a norm is the home's own",
        by=[
            "生均设备值为省定标准的1.5倍。 | 1.5 = 张掖市",
            "生均图书约为国家标准的2倍。 | 2 = 张掖市",
            "生均面积仅为省均的0.8倍。 | 0.8 = 张掖市",
        ],
        alone=["大班额低于省定5%的标准。 | 5 = 甘肃省", "生师比优于国家标准19。 | 19 = 全国"],
    ),
    "language.place_scope._MEASURED": Rule(
        "a share of what is measured against, or a distance from it, is the home's own",
        by=[
            "在校生占全省12%。 | 12 = 张掖市",
            "学校比甘州区5年前多。 | 5 = 张掖市",
            "规模超过全省12所同类学校。 | 12 = 张掖市",
        ],
        alone=["全省12所。 | 12 = 甘肃省", "甘州区5所。 | 5 = 甘州区"],
    ),
    "language.place_scope._AWAY": Rule(
        "a place where or with whom something is done takes no number",
        by=[
            "选派教师到甘州区支教12名。 | 12 = 张掖市",
            "与民乐县联合培养12名。 | 12 = 张掖市",
            "向临泽县捐赠图书12册。 | 12 = 张掖市",
        ],
        alone=["甘州区调入教师12名。 | 12 = 甘州区", "2023年，民乐县培养教师12名。 | 12 = 民乐县"],
    ),
    "language.place_scope._AWAY_TO": Rule(
        "赴, 来自 before a place right before a number",
        by=[
            "教师赴天津市12名。 | 12 = 张掖市",
            "学生前往兰州市86人。 | 86 = 张掖市",
            "教师来自甘州区12名。 | 12 = 张掖市",
        ],
        alone=["其中甘州区12名。 | 12 = 甘州区", "目前兰州市86人。 | 86 = 兰州市"],
    ),
    "language.place_scope._GROUP": Rule(
        "a place before 等 is one of several",
        by=[
            "甘州区等新建学校12所。 | 12 = 张掖市",
            "甘州等地新增学位900个。 | 900 = 张掖市",
            "高台县等完成投资3200万元。 | 3200 = 张掖市",
        ],
        alone=["甘州区新建学校12所。 | 12 = 甘州区", "甘州区建成特级教师工作室12个。 | 12 = 甘州区"],
    ),
    "language.place_scope._AMONG": Rule(
        "one of four of the province: they are the province's",
        by=[
            "是全国首批12个试点城市之一。 | 12 = 全国",
            "入选全省青少年足球3个示范区之一。 | 3 = 甘肃省",
            "全省基础教育综合改革8个实验区之一，学校12所。 | 8 = 甘肃省 | 12 = 张掖市",
        ],
        alone=["是全市12个先进县之一。 | 12 = 张掖市", "全省首批试点，学校12所。 | 12 = 张掖市"],
    ),
    "language.place_scope._ROW_MARK": Rule(
        "a place that opens a line and is set off is what the whole line is about",
        by=[
            "兰州市：学校52所，在校生3.2万人。 | 52 = 兰州市 | 3.2 = 兰州市",
            "★武威市 学校52所，教师860人。 | 860 = 武威市",
            "（二）酒泉市：学校12所，学位900个。 | 900 = 酒泉市",
        ],
        alone=["甘州区：小学52所，在校生3.2万人。 | 3.2 = 甘州区", "与兰州市联办学校12所，教师86人。 | 86 = 张掖市"],
    ),
    "language.places._HAN": Rule(
        "a short name inside other words is none",
        by=[
            "在舞台高台上表演12场。 | 12 = 张掖市",
            "大山丹心一片12所。 | 12 = 张掖市",
            "老师登上高台前12次。 | 12 = 张掖市",
        ],
        alone=[
            "高台新建学校12所。 | 12 = 高台县",
            "其中山丹12所。 | 12 = 山丹县",
            "其中山丹县12所、民乐县5所。 | 12 = 山丹县 | 5 = 民乐县",
        ],
    ),
    "language.place_scope._CLAUSE": Rule(
        "the place above is not that of what a later clause counts it among",
        by=[
            "与全国相比，是4个试点市之一。 | 4 = 张掖市",
            "对照全省：属于5个先行市之一。 | 5 = 张掖市",
            "学习全省，成为3个示范市之一。 | 3 = 张掖市",
        ],
        alone=["全国4个试点市之一。 | 4 = 全国", "全省5个先行市之一。 | 5 = 甘肃省"],
    ),
    "language.places._INSTITUTION": Rule(
        "a place in the name of a body is none",
        by=[
            "甘州区电视台报道12所。 | 12 = 张掖市",
            "甘州区医院体检学生12所。 | 12 = 张掖市",
            "甘州区博物馆接待学生12批。 | 12 = 张掖市",
        ],
        alone=["甘州区教育集团12个。 | 12 = 甘州区", "甘州区新建学校12所。 | 12 = 甘州区"],
    ),
    "language.places._STEM": Rule(
        "a zone after the word that names it",
        by=[
            "高新开发区新建学校12所。 | 12 = 高新开发区",
            "古浪工业园区12所。 | 12 = 古浪工业园区",
            "滨河开发区建成幼儿园12所。 | 12 = 滨河开发区",
        ],
        alone=["全市示范区12所。 | 12 = 张掖市", "全市经开区学校12所。 | 12 = 张掖市"],
    ),
}


@pytest.fixture
def reads() -> Callable[..., None]:
    def check(text: str, expected: list[tuple[str, str]], home: str = "620700") -> None:
        around = gazetteer.region(home)
        mentions, cuts = find_places(text, around, None), Cuts(text)
        for number, name in expected:
            found = re.search(rf"(?<![\d.]){re.escape(number)}", text)
            assert found, f"{number} does not stand in {text}"
            at = found.start()
            region = region_of(text, at, cuts.sentence(at), mentions, around)
            assert region is not None and region.name == name, f"{text} {number}: {region and region.name}, not {name}"

    return check


test_right, test_missed_without_its_rule = table(RULES)
