"""Places: what is one, which one it is, what an article is about and which place a number is about."""

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
from edu_pipeline.tables import TABLES

SHARED = Path(__file__).parents[2].parent / "shared"


def place(code: str | None) -> Region | None:
    return gazetteer.region(code) if code else None


def named(text: str, home: str | None, on: date | None = None) -> list[tuple[str, str]]:
    return [(m.text, m.region.name) for m in find_places(text, place(home), on) if not m.in_name]


# --- the list of divisions


def test_the_list_is_whole() -> None:
    rows = gazetteer.divisions()
    codes = {row["region_code"] for row in rows}
    assert len(codes) == len(rows)
    assert all(row["parent_code"] in codes for row in rows if row["level"] != "country")
    standing = [row["level"] for row in rows if row["valid_to"] is None]
    assert {level: standing.count(level) for level in set(standing)} == {
        "country": 1,
        "province": 34,
        "prefecture": 333,
        "county": 2847,
    }
    assert all(row["successor_code"] in codes for row in rows if row["successor_code"])
    assert all(row["successor_code"] for row in rows if row["valid_to"])


def test_rows_fit_the_published_table() -> None:
    tables = {t.name: t for t in (TABLES.values() if isinstance(TABLES, dict) else TABLES)}
    table = tables["regions"].from_rows(gazetteer.divisions())
    assert table.num_rows == len(gazetteer.divisions())
    assert table.schema.names == [c.name for c in tables["regions"].columns]


@pytest.mark.parametrize(
    ("code", "name", "valid_from", "successor"),
    [
        ("653228", "和康县", date(2024, 12, 27), None),
        ("653229", "和安县", date(2024, 12, 27), None),
        ("371200", "莱芜市", None, "370100"),
        ("341400", "巢湖市", None, "340100"),
        ("110228", "密云县", None, "110118"),
        ("659013", "草湖市", date(2026, 4, 1), None),
    ],
)
def test_changes(code: str, name: str, valid_from: date | None, successor: str | None) -> None:
    found = gazetteer.division(code)
    assert found is not None
    assert (found.region.name, found.valid_from, found.successor_code) == (name, valid_from, successor)


def test_a_name_of_its_day() -> None:
    assert gazetteer.region("420600", date(2009, 5, 1)).name == "襄樊市"
    assert gazetteer.region("420600", date(2020, 5, 1)).name == "襄阳市"
    assert gazetteer.region("420600").name == "襄阳市"


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("道真仡佬族苗族自治县", ("道真自治县", "道真县", "道真")),
        ("东乡族自治县", ("东乡县", "东乡")),
        ("鄂伦春自治旗", ("鄂伦春旗", "鄂伦春")),
        ("三都水族自治县", ("三都自治县", "三都县", "三都")),
        ("阿里地区", ("阿里",)),
        ("环县", ()),
        ("芒市", ()),
        ("黔东南苗族侗族自治州", ("黔东南自治州", "黔东南州", "黔东南")),
        ("梅里斯达斡尔族区", ("梅里斯区", "梅里斯")),
        ("管城回族区", ("管城区", "管城")),
        ("白水县", ("白水",)),
    ],
)
def test_short_forms(full: str, short: tuple[str, ...]) -> None:
    assert gazetteer.short_forms(full) == short


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


def test_two_places_of_one_name_far_from_home_have_no_code() -> None:
    (mention,) = find_places("鼓楼区", place("620700"), None)
    assert (mention.region.code, mention.region.name) == (None, "鼓楼区")


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


# --- the place of an article


@pytest.mark.parametrize(
    ("title", "lines", "publisher", "code"),
    [
        ("定西市2024年教育工作总结", ["全市现有学校"], None, "621100"),
        ("西藏教育事业发展成就", ["全区"], None, "540000"),
        ("鼓楼区教育工作总结", ["全区现有学校", "南京市教育局"], None, "320106"),
        ("鼓楼区教育工作总结", ["全区现有学校", "福州市教育局"], None, "350102"),
        ("办好人民满意的教育", ["近年来"], "平凉市人民政府办公室", "620800"),
        ("办好人民满意的教育", ["酒泉市教育系统", "肃州区实验小学", "全市教育", "酒泉市举行比赛"], None, "620900"),
        ("关于工作的报告", ["我县坚持", "天祝藏族自治县教育局", "武威市委"], None, "620623"),
        ("周口", ["全市现有学校"], "河南省教育厅", "411600"),
        ("目录", ["定西市教育综述", "张掖市教育综述", "平凉市教育综述", "酒泉市教育综述"], None, None),
        ("恩施州教育局工作要点", [], None, "422800"),
        ("芒市教育工作总结", [], None, "533103"),
        ("2024年全国教育事业发展统计公报", ["全国共有学校"], "教育部", "100000"),
        ("聚焦周口、驻马店", ["河南省教育厅"], "河南省教育厅", "410000"),
        ("襄樊市2009年统计公报", ["全市"], None, "420600"),
        (
            "一天新开25所学校!",
            ["今天,昆山迎来新学期,全市学校468所。", "昆山今年新增学位,全市招聘教师。"],
            None,
            "320583",
        ),
        (
            "镇上的读书声",
            ["北川中学开学。", "山东省援建,全县学校52所。", "北川县城重生,全县教师108名。"],
            None,
            "510726",
        ),
        ("怒江峡谷里的读书声", ["福贡县投入资金。", "全县抽调干部,福贡县教师支教。"], None, "533323"),
        ("怒江峡谷里的读书声", ["福贡县投入资金。", "全州抽调干部。"], None, "533300"),
        ("读书声", ["昆山的孩子来了。"], None, None),
        (None, ["春天来了"], None, None),
        ("办好教育", [], None, None),
    ],
)
def test_home_place(title: str | None, lines: list[str], publisher: str | None, code: str | None) -> None:
    found = home_place(title, lines, publisher)
    assert (found.code if found else None) == code


def test_a_zone_as_home() -> None:
    found = home_place("杨凌示范区教育工作总结", ["示范区现有学校"], None)
    assert found is not None
    assert (found.code, found.name) == (None, "杨凌示范区")


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


@settings(max_examples=150, deadline=None)
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


@settings(max_examples=50, deadline=None)
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


@pytest.mark.parametrize(
    ("title", "lines", "code", "name"),
    [
        # the letter of the paper's number, with the places that the text names
        (
            "2006年度教育工作总结",
            ["盐教发［2006］112号", "全市招生5万人，东台、大丰两市通过验收。"],
            "320900",
            "盐城市",
        ),
        ("教育工作总结", ["盐教发〔2006〕112号", "全市招生5万人。"], None, None),
        # a zone that the text is about
        (
            "一座新城的上学路",
            ["雄安新区成立以来，北京援建了3所学校。", "新区有学校64所。", "新区教师到北京跟岗，容城最多。"],
            None,
            "雄安新区",
        ),
        ("教育概况", ["全市有学校64所，其中兰州新区9所。", "全市教师千人，兰州市城关区最多。"], "620100", "兰州市"),
        ("青岛西海岸新区教育工作要点", ["全区新建学校12所。"], None, "青岛西海岸新区"),
        ("甘肃省兰州新区教育工作要点", ["全区新建学校12所。"], None, "兰州新区"),
    ],
)
def test_home_by_number_and_zone(title: str, lines: list[str], code: str | None, name: str | None) -> None:
    found = home_place(title, lines, None)
    assert (found.code if found else None, found.name if found else None) == (code, name)


@pytest.mark.parametrize(
    ("lines", "furniture", "code"),
    [
        (["番禺是人口大区,全区在校生30万人。我区新建学校38所。"], [], "440113"),
        (["全县高考上线2000人。“苦瘠甲天下”的会宁人重教,全县有学校52所。"], [], "620422"),
        (["全区在校生30万人,我区新建番禺小学1所。"], [], None),
        (["我市食堂自营率98%。"], ["主办:咸宁市教育局 地址:银泉大道"], "421200"),
        (["我市食堂自营率98%。"], ["咸宁市教育局版权所有"], "421200"),
        (["我市食堂自营率98%。"], ["友情链接:咸宁市教育局"], None),
        (["甘州区学校64所。"], ["主办:咸宁市教育局"], "620702"),
    ],
)
def test_home_by_a_name_only_a_place_can_bear_and_by_the_owner_of_the_page(
    lines: list[str], furniture: list[str], code: str | None
) -> None:
    found = home_place("关于学位建设的报告", lines, None, furniture)
    assert (found.code if found else None) == code
