"""Places: what is one, which one it is, and which place a number is about.

What belongs here: mentions and whole paragraphs.  What does not: the list of divisions (test_gazetteer), the place of an
article (test_home), rules of scope one by one (test_place_scope).
"""

from __future__ import annotations

import json
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_pipeline.language import gazetteer
from edu_pipeline.language.clauses import Cuts
from edu_pipeline.language.home import home_place
from edu_pipeline.language.place_scope import region_of
from edu_pipeline.language.places import PlaceMention, Region, find_places, is_place

SHARED = Path(__file__).parents[2].parent / "shared"


def place(code: str | None) -> Region | None:
    return gazetteer.region(code) if code else None


def named(text: str, home: str | None, on: date | None = None) -> list[tuple[str, str]]:
    return [(m.text, m.region.name) for m in find_places(text, place(home), on) if not m.in_name]


# --- mentions


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("在赤水市召开会议", "520300", [("赤水市", "赤水市")]),
        ("贵州省遵义市汇川区新建学校", None, [("贵州省遵义市汇川区", "汇川区")]),
        ("务川、正安等县已经达标", "520300", [("务川", "务川仡佬族苗族自治县"), ("正安", "正安县")]),
        ("务川、正安等县已经达标", "320100", []),
        ("甘州7所、民乐2所、高台1所", "620700", [("甘州", "甘州区"), ("民乐", "民乐县"), ("高台", "高台县")]),
        ("临夏州和甘南州", "620000", [("临夏州", "临夏回族自治州"), ("甘南州", "甘南藏族自治州")]),
        ("内蒙古与河南两地", None, [("内蒙古", "内蒙古自治区"), ("河南", "河南省")]),
        ("鼓楼区的学校", "350100", [("鼓楼区", "鼓楼区")]),
        (
            "平安、互助、循化三县",
            "630200",
            [("平安", "平安区"), ("互助", "互助土族自治县"), ("循化", "循化撒拉族自治县")],
        ),
        ("吉林和龙潭区", "220200", [("吉林", "吉林市"), ("龙潭区", "龙潭区")]),
        ("今年,岳阳经开区和天府新区", "430600", [("岳阳经开区", "岳阳经开区"), ("天府新区", "天府新区")]),
        ("平潭国际旅游开发区有学校", "350100", [("平潭国际旅游开发区", "平潭国际旅游开发区")]),
        ("惠州临空经济产业园区新建学校", None, [("惠州临空经济产业园区", "惠州临空经济产业园区")]),
        ("长岛海洋生态文明综合试验区教育局", "370600", [("长岛海洋生态文明综合试验区", "长岛海洋生态文明综合试验区")]),
        ("岳阳生态文明示范区建设", "430600", [("岳阳", "岳阳市")]),
        ("岳阳教育综合改革试验区", "430600", [("岳阳", "岳阳市")]),
        ("岳阳经济社会发展,新区学校", "430600", [("岳阳", "岳阳市")]),
        ("襄樊市中小学", None, [("襄樊市", "襄樊市")]),
        # no places
        ("稳定西部乡村教师队伍", "621100", []),
        ("通过重大理论学习,不断扩大连片覆盖", "210200", []),
        ("创建平安校园,开展合作办学,互助共进", "630200", []),
        ("提高县中办学水平,振兴县域高中", "511500", []),
        ("建设美丽水乡,山河相依", "331100", []),
        ("城区学校与郊区学校结对", "140500", []),
        ("完善校园安全区域管理,健全县级督导制度", "430702", []),
        ("在老城新区布局学校", "411000", []),
        ("介绍“十四五”以来新区教育发展情况", None, []),
        ("今年,目前新区有学校21所;同时新区新建学校", None, []),
        ("教师220名;新建区级名师工作室12个", "310151", []),
        ("江西省;新建区级名师工作室12个", "360100", [("江西省", "江西省"), ("新建区", "新建区")]),
        ("与南昌结对;新建区举行会议", "310151", [("南昌", "南昌市"), ("新建区", "新建区")]),
    ],
)
def test_mentions(text: str, home: str | None, expected: list[tuple[str, str]]) -> None:
    assert named(text, home) == expected


@pytest.mark.parametrize(
    ("word", "home", "expected"),
    [
        ("全市", "620700", "张掖市"),
        ("全市", "620702", "张掖市"),
        ("全市", "430681", "汨罗市"),
        ("我省", "620702", "甘肃省"),
        ("全区", "540000", "西藏自治区"),
        ("全区", "150500", "内蒙古自治区"),
        ("全区", "620702", "甘州区"),
        ("全县", "620721", "肃南裕固族自治县"),
        ("全州", "622900", "临夏回族自治州"),
        ("全旗", "150724", "鄂温克族自治旗"),
        ("我国", "620700", "全国"),
        ("市本级", "620700", "张掖市"),
        ("全县", "620700", None),
        ("全市", None, None),
        ("全市", "430000", None),
    ],
)
def test_unnamed_places(word: str, home: str | None, expected: str | None) -> None:
    found = find_places(word + "教育", place(home), None)
    assert [m.region.name for m in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("临泽县有幼儿园27所,县里提出新建3所", "临泽县"),
        ("甘州区有幼儿园27所,区里提出新建3所", "甘州区"),
        ("临泽县有幼儿园27所,社区里有3所", None),
    ],
)
def test_the_county_that_was_named(text: str, expected: str | None) -> None:
    here = [m.region.name for m in find_places(text, place("620700"), None) if m.kind == "here"]
    assert here == ([expected] if expected else [])


def test_two_places_of_one_name_far_from_home_have_no_code() -> None:
    (mention,) = find_places("鼓楼区", place("620700"), None)
    assert (mention.region.code, mention.region.name) == (None, "鼓楼区")


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("河南学校数33026所", "100000", "河南省"),
        ("海南在校学生数12人", "100000", "海南省"),
        ("吉林招生数5人", "100000", "吉林省"),
        ("海南招生数5人", "632500", "海南藏族自治州"),
        ("吉林招生数5人", "220200", "吉林市"),
    ],
)
def test_of_two_places_of_one_name_the_country_means_the_higher(text: str, home: str, expected: str) -> None:
    assert [m.region.name for m in find_places(text, gazetteer.region(home), None)] == [expected]


def test_an_abolished_division_and_its_heir() -> None:
    home = place("370000")
    assert [m.region.code for m in find_places("莱芜", home, date(2012, 1, 1))] == ["371200"]
    assert [m.region.code for m in find_places("莱芜", home, date(2024, 1, 1))] == ["370116"]
    assert [m.region.code for m in find_places("原莱芜市", home, date(2024, 1, 1))] == ["371200"]


@pytest.mark.parametrize(
    ("text", "in_name"),
    [
        ("张掖中学获得称号", True),
        ("遵义师范学院申请硕士点", True),
        ("永昌县第一高级中学入选", True),
        ("岳阳楼区桃花小学的学生", True),
        ("济南西藏中学的老师", True),
        ("甘州区第二、第四幼儿园", True),
        ("《甘肃省教育督导条例》", True),
        ("凉州区小学35所", False),
        ("张掖市普通高中9所", False),
        ("高台县教育局组织培训", False),
        ("许昌中小学课后服务", False),
        ("德州教育发展", False),
        ("临泽县新建幼儿园3所", False),
        ("高台县把中小学校舍安全工程作为大事", False),
        ("高台县让农村小学用上暖气", False),
        ("临泽县充分利用小学闲置校舍", False),
    ],
)
def test_names_of_schools_and_papers(text: str, in_name: bool) -> None:
    assert find_places(text, place("620700"), None)[0].in_name is in_name


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("许昌", True),
        ("漯河市", True),
        ("## 二、甘州区", True),
        ("三门峡:", True),
        ("凤冈", True),
        ("平安", False),
        ("教育", False),
        ("许昌教育", False),
        ("张三丰", False),
        ("", False),
    ],
)
def test_is_place(line: str, expected: bool) -> None:
    assert is_place(line) is expected


# --- the place of a number


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("全市新建小学9所,改建4所。", "620700", "张掖市 张掖市"),
        ("务川、正安等4县通过评估,创建省级园12所。", "520300", "遵义市 遵义市"),
        ("甘州6所、临泽2所、高台3所。", "620700", "甘州区 临泽县 高台县"),
        ("其中甘州区6所、临泽县2所,新增学位900个。", "620700", "甘州区 临泽县 张掖市"),
        ("新建11所(甘州区6所、临泽县2所),新增学位900个。", "620700", "张掖市 甘州区 临泽县 张掖市"),
        ("甘州区现有小学40所,在校生3.1万人;临泽县现有小学12所。", "620700", "甘州区 甘州区 临泽县"),
        ("毛入园率为94.5%,高于全省3.2个百分点。", "620700", "张掖市 张掖市"),
        ("毛入园率为94.5%,全国平均水平为91.1%。", "620700", "张掖市 全国"),
        ("全省巩固率达到97%,我市达到98%。", "620700", "甘肃省 张掖市"),
        ("大班额比例为2.1%,低于省定5%的标准。", "620700", "张掖市 甘肃省"),
        ("创建全国文明校园3所,全国优秀教师5人。", "620700", "张掖市 张掖市"),
        ("建成联合体2个(全省18个)。", "620700", "张掖市 甘肃省"),
        ("学生人数占全省的4.5%,居全省第7位。", "620700", "张掖市 张掖市"),
        ("成为全国6个试点城市之一。", "620700", "全国"),
        ("公办园占比、覆盖率分别高于省定目标17.9个、9.6个百分点。", "620700", "张掖市 张掖市"),
        ("全国普通小学为2732元,我省为3718元。", "620000", "全国 甘肃省"),
        ("山东省先后派出教师364人,帮带教师420人。", "620700", "张掖市 张掖市"),
        ("选派80名教师赴厦门跟岗。", "620700", "张掖市"),
        ("青岛市22所学校与我市学校结对。", "620700", "青岛市"),
        ("福州市投入帮扶资金2亿元。", "621100", "定西市"),
        ("南平、三明分别新增学位2.5万个、1.5万个。", "350000", "南平市 三明市"),
        ("南平、三明新增学位4万个。", "350000", "福建省"),
        ("我市学校最多的甘州区已有红星、蓝天等8个联盟。", "620700", "甘州区"),
        ("申报临泽县某某景区、某某馆等6个项目。", "620700", "张掖市"),
        ("张掖中学获奖12项。", "620700", "张掖市"),
        ("临泽县|35|12000|99.5", "620700", "临泽县 临泽县 临泽县"),
        ("兰州市投入32亿元,增长5%,全省投入410亿元。", "620000", "兰州市 兰州市 甘肃省"),
        ("1990年,全国18个省(市)开设班级。", "540000", "西藏自治区 全国"),
        ("甘州区大班额比例1.2%,低于全市0.9个百分点。", "620700", "甘州区 甘州区"),
        ("甘州区大班额比例1.2%,低于全市(3.1%)。", "620700", "甘州区 张掖市"),
        ("毛入园率为94.5%,其中甘州区最低,仅为91.9%。", "620700", "张掖市 甘州区"),
        ("甘州区最低,全市为94.5%。", "620700", "张掖市"),
        ("山丹县撤并6所;甘州区整合学校11所,办起2所。", "620700", "山丹县 甘州区 甘州区"),
        ("全省毛入学率91%,我市95%。", "620700", "甘肃省 张掖市"),
        ("在全省率先达标,毛入学率95%。", "620700", "张掖市"),
        ("巩固率为97%,省平均95%。", "620700", "张掖市 甘肃省"),
        ("达到省定标准的学校128所。", "620700", "张掖市"),
        ("高出省定标准12%。", "620700", "张掖市"),
        ("厦门市以结对方式援建的3所学校开学。", "620700", "张掖市"),
    ],
)
def test_the_place_of_a_number(text: str, home: str, expected: str) -> None:
    assert regions(text, place(home)) == expected.split()


@pytest.mark.parametrize(
    ("before", "text", "home", "expected"),
    [
        ("张掖市投入5亿元。", "该市招聘教师300名。", "620000", "张掖市"),
        ("张掖市投入5亿元。", "全市招聘教师300名。", "620000", "张掖市"),
        ("甘州区投入5亿元。", "全区招聘教师300名。", "620700", "甘州区"),
        ("张掖市投入5亿元。", "全省招聘教师300名。", "620000", "甘肃省"),
        ("张掖中学获奖。", "全县招聘教师300名。", "620000", "甘肃省"),
    ],
)
def test_the_place_that_the_sentence_before_named(before: str, text: str, home: str, expected: str) -> None:
    named = find_places(before, place(home), None)
    mentions = find_places(text, place(home), None, named)
    found = region_of(text, text.index("300"), (0, len(text)), mentions, place(home))
    assert found is not None and found.name == expected


def regions(text: str, home: Region | None) -> list[str]:
    mentions, cuts = find_places(text, home, None), Cuts(text)
    found = [
        region_of(text, m.start(), cuts.sentence(m.start()), mentions, home)
        for m in re.finditer(r"\d+(?:\.\d+)?", text)
    ]
    return [place.name for place in found if place is not None]


# --- invariants

_PIECES = [
    "张掖市",
    "甘州",
    "民乐",
    "、",
    "全省",
    "平安",
    "鼓楼区",
    "12所",
    ",",
    "。",
    "中学",
    "新区",
    "经开区",
    "等3县",
    "《",
    "》",
    "大",
    "通过",
]


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=25).map("".join),
    st.sampled_from([None, "620700", "620722", "630200", "100000"]),
)
def test_mentions_are_exact_ordered_and_apart(text: str, code: str | None) -> None:
    mentions = find_places(text, place(code), None)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in zip(mentions, mentions[1:], strict=False))
    assert mentions == find_places(text, place(code), None)
    for m in re.finditer(r"\d+", text):
        assert code is None or region_of(text, m.start(), (0, len(text)), mentions, place(code)) is not None


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(isinstance(m, PlaceMention) for m in find_places(text, place("620700"), None))
    is_place(text)
    home_place(text, [text], text)


def test_a_long_paragraph_costs_no_more_per_character() -> None:
    text = "甘州区新建小学12所,民乐县、高台县各3所,提高县域办学水平" * 3000
    home = place("620700")
    find_places(text, home, None)
    began = time.process_time()
    mentions = find_places(text, home, None)
    for at in range(7, len(text), 997):
        region_of(text, at, (0, len(text)), mentions, home)
    assert time.process_time() - began < 1.0


@pytest.mark.skipif(not (SHARED / "gold" / "seeds.jsonl").exists(), reason="the annotated documents are not here")
def test_the_annotated_places_of_single_documents() -> None:
    """Whole documents about one place: home is found, and nearly every number is about the right place."""
    right = wrong = 0
    gold = [json.loads(line) for line in (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()]
    for key, title in (("000", None), ("003", "金昌市实施方案"), ("004", "2023年张掖市自评报告")):
        (path,) = (SHARED / "seeds").glob(f"{key}_*.txt")
        text = path.read_text(encoding="utf-8")
        home = home_place(title, text.splitlines(), None)
        mentions, cuts = find_places(text, home, None), Cuts(text)
        for row in gold:
            if not row["id"].startswith(key) or row.get("kind") not in ("observation", "target"):
                continue
            at = row.get("start", 0) or int(row["id"].partition(":")[2])
            found = region_of(text, at, cuts.sentence(at), mentions, home)
            accepted = {row["region"], *row.get("accept", {}).get("region", [])}
            if found is not None and found.name in accepted:
                right += 1
            else:
                wrong += 1
    assert right / (right + wrong) >= 0.98
