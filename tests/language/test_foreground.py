"""Sections, paragraphs, rows and replies about a place within the article's own.

What belongs here: language.foreground.  What does not: what a whole article is about (test_home).
"""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.language import gazetteer
from edu_pipeline.language.foreground import day_of_paragraph, ends_section, of_heading, of_paragraph, outruns
from edu_pipeline.language.places import find_places

ZHANGYE = gazetteer.region("620700")


def name(place: gazetteer.Region | None) -> str | None:
    return place.name if place else None


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("甘州区", "甘州区"),
        ("▍甘州区:把课后服务做成“第二课堂”", "甘州区"),
        ("◆高台县", "高台县"),
        ("【县区动态】临泽:“银龄讲学”填补空缺", "临泽县"),
        ("【山丹县】", "山丹县"),
        ("二、民乐县:学前教育", "民乐县"),
        ("(三)肃南裕固族自治县", "肃南裕固族自治县"),
        ("山丹县教育局", "山丹县"),
        ("高台县(12所)", "高台县"),
        ("甘州、临泽两县区", None),
        ("甘州区南关学校", None),
        ("甘州区学前教育发展经验", None),
        ("市教育局小结", None),
        ("一、学前教育", None),
        ("全市教育工作", None),
        ("凉州区:外地经验", None),
    ],
)
def test_headings(heading: str, meaning: str | None) -> None:
    assert name(of_heading(heading, ZHANGYE)) == meaning
    assert of_heading(heading, None) is None


@pytest.mark.parametrize(
    ("heading", "opener", "ends"),
    [
        ("▍市教育局小结", "▍甘州区:经验", True),
        ("二、存在问题", "一、甘州区", True),
        ("(一)学前教育", "一、甘州区", False),
        ("1.学前教育", "甘州区", False),
        ("(二)存在问题", "(一)甘州区", True),
    ],
)
def test_the_parts_of_a_section_do_not_end_it(heading: str, opener: str, ends: bool) -> None:
    assert ends_section(heading, opener) == ends


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("甘州区今年招募教师42名,分布在11个乡镇。该区按每人2万元落实经费。", "甘州区"),
        ("——高台县自2022年推行教联体以来,覆盖全县67所学校。家长满意度97.2%。", "高台县"),
        ("1.山丹县新建学校4所。", "山丹县"),
        ("———— 02 ————山丹县新建学校4所。", "山丹县"),
        ("甘州区、临泽县新建学校4所。", None),
        ("甘州等3个县区新建学校4所。", None),
        ("甘州区新建学校4所。全市新增学位900个。", None),
        ("甘州区新建学校4所。临泽县新建2所。", None),
        ("甘州区南关学校有学生42名。", None),
        ("甘州区召开全市现场会,辍学率0.12%。", None),
        ("全市新建学校4所,其中甘州区2所。", None),
        ("今年,甘州区新建学校4所。", None),
        ("“十三五”以来,甘州区坚持教育优先发展,投资2.6亿元;新建学校4所。", "甘州区"),
        ("2023年,高台县聚焦群众关切,新建学校4所。", "高台县"),
        ("近年来,山丹县加大投入,新建学校4所。", "山丹县"),
        ("近年来,山丹县加大投入,临泽县新建学校4所。", None),
        ("近年来,各县区加大投入,山丹县新建学校4所。", None),
    ],
)
def test_paragraphs(paragraph: str, meaning: str | None) -> None:
    assert name(of_paragraph(paragraph, ZHANGYE)) == meaning


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("山东:2020年底前增加学位50万个。", "山东省"),
        ("定西市:新建学校4所,其中甘州区援建1所。", "定西市"),
        ("●福建省：支持新建幼儿园100所。", "福建省"),
        ("全省:新建学校4所。", None),
        ("山东经验:新建学校4所。", None),
        ("又讯 2018年凉州区启动新建学校17个。", "凉州区"),
        ("另讯,凉州区新建学校4所。", "凉州区"),
        ("另据青海省教育厅消息:2018年安排35亿元。", "青海省"),
        ("另据统计,全市新建学校4所。", None),
        ("另有凉州区新建学校4所。", None),
        ("甘肃省2009年起实施营养改善工程,受益学生220万名。", "甘肃省"),
        ("甘肃省共有64个县实施。", "甘肃省"),
        ("甘肃省从2009年起供餐,受益学生220万名。", "甘肃省"),
        ("甘肃省教育厅下达资金32万元。", None),
        ("甘肃省2009年起供餐,我市受益学生2万名。", None),
        ("甘肃省2009年起供餐,甘州区受益学生2万名。", None),
        ("(2019-12-25)高台县未来3年新增学位6660个。", "高台县"),
        ("（2019年12月25日）山丹县新建学校4所。", "山丹县"),
        ("(2019/12/25)民乐县新建学校4所。", "民乐县"),
        ("(2019)甘州区教育局", None),
    ],
)
def test_paragraphs_that_go_over_to_other_news(paragraph: str, meaning: str | None) -> None:
    assert name(of_paragraph(paragraph, ZHANGYE)) == meaning


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("盐田未来3年新增学位6660个。", "盐田区"),
        ("盐田今年新建学校4所。", "盐田区"),
        ("盐田2021年新建学校4所。", "盐田区"),
        ("盐田改造项目4个。", None),
        ("今年盐田改造项目4个。", None),
    ],
)
def test_an_everyday_word_that_opens_a_paragraph_before_a_time(paragraph: str, meaning: str | None) -> None:
    assert name(of_paragraph(paragraph, gazetteer.region("440300"))) == meaning
    assert of_paragraph(paragraph, ZHANGYE) is None


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("(2019-12-25)盐田区新增学位6660个。", date(2019, 12, 25)),
        ("贵港市:2021-06-25 今年有3所新学校启用。", date(2021, 6, 25)),
        ("2021-06-25　新增学位2.6万个。", date(2021, 6, 25)),
        ("2021.06.25 新增学位2.6万个。", date(2021, 6, 25)),
        ("贵港市:2021年有3所新学校启用。", None),
        ("2021-2025年新增学位2.6万个。", None),
        ("(2021-06-25至今)新增学位2.6万个。", None),
    ],
)
def test_days_that_news_put_before_themselves(paragraph: str, meaning: date | None) -> None:
    assert day_of_paragraph(paragraph) == meaning


@pytest.mark.parametrize(
    ("paragraph", "beyond"),
    [
        ("截至2011年底,累计投入13亿元。", True),
        ("截止2012年,实施学校8496所。", True),
        ("受益学生截至 2011 年 12 月达220万名。", True),
        ("计划截至2011年底投入13亿元。", False),
        ("截至2012年,将要实施学校8496所。", False),
        ("截至2010年底,累计投入13亿元。", False),
        ("到2012年投入13亿元。", False),
        ("2011年投入13亿元。", False),
    ],
)
def test_figures_up_to_a_year_after_the_page(paragraph: str, beyond: bool) -> None:
    assert outruns(paragraph, date(2010, 7, 29)) is beyond
    assert not outruns(paragraph, None)


def test_figures_up_to_a_later_year_are_not_of_the_pages_day() -> None:
    text = "张掖市改造食堂\n2010-07-29\n\n全市学校12所。\n\n截至2011年底,学校15所。\n\n现有食堂16个。\n"
    rows = extract_document(text.encode(), "a.txt")["observations_read"]
    assert [str(o["period_end"]) for o in rows] == ["2010-07-29", "2011-12-31", "2010-07-29"]


def test_what_the_news_that_paragraphs_go_over_to_are_of() -> None:
    text = (
        "张掖市新增学校\n2022-08-24\n\n全市今年已新建学校4所,新增学位900个。\n\n"
        "(2019-12-25)高台县今年新增学位660个。\n\n定西市:2021-06-25 今年新增学位2600个。\n"
    )
    rows = extract_document(text.encode(), "a.txt")["observations_read"]
    assert [(o["value"], o["region_name"], str(o["period_end"])) for o in rows] == [
        (4.0, "张掖市", "2022-08-24"),
        (900.0, "张掖市", "2022-08-24"),
        (660.0, "高台县", "2019-12-25"),
        (2600.0, "定西市", "2021-06-25"),
    ]


def places(text: str) -> dict[float, str]:
    return {o["value"]: o["region_name"] for o in extract_document(text.encode(), "a.txt")["observations_read"]}


def test_sections_from_their_bytes() -> None:
    text = (
        "张掖市教育工作发言摘编\n2021-12-03\n\n▍甘州区:经验\n我区128所学校开展课后服务。组建社团230个。\n\n"
        "▍高台县:做法\n培训教师87名。\n\n▍市教育局小结\n全市招聘教师92名。\n"
    )
    assert places(text) == {128: "甘州区", 230: "甘州区", 87: "高台县", 92: "张掖市"}


def test_rows_of_a_districts_school_and_columns_of_the_provinces_mean() -> None:
    works = (
        "张掖市教育项目台账\n序号 | 项目名称 | 新建面积(平方米)\n1 | 甘州区第七中学综合楼 | 8600\n2 | 全市校舍 | 4120\n"
    )
    assert places(works) == {8600: "甘州区", 4120: "张掖市"}
    means = "张掖市教育监测\n指标名称\t2019年\t2020年\t全省平均\n小学生师比\t15.9\t15.4\t16.6\n"
    assert places(means) == {15.9: "张掖市", 15.4: "张掖市", 16.6: "甘肃省"}


@pytest.mark.parametrize(
    ("text", "in_name"),
    [
        ("内地西藏班、新疆高中班累计招生30万人", [True, True]),
        ("西藏班级规模适当", [False]),
        ("西藏、新疆班子成员", [False, False]),
    ],
)
def test_classes_for_pupils_of_a_place(text: str, in_name: list[bool]) -> None:
    assert [m.in_name for m in find_places(text, None, None)] == in_name


def test_a_heading_names_a_place_as_it_was_called_on_its_day() -> None:
    sanming = gazetteer.region("350400")
    assert name(of_heading("●沙县:“总校制”", sanming, date(2019, 12, 3))) == "沙县"
    assert name(of_heading("●沙县:“总校制”", sanming, date(2024, 12, 3))) == "沙县区"


@pytest.mark.parametrize(
    ("paragraph", "meaning"),
    [
        ("◆据山丹县教育局《资助年报》:全县资助学生3000人,资金260万元;校车120辆。", "山丹县"),
        ("据高台县教育体育局统计,全县近视率44.8%;体质合格率93%。", "高台县"),
        ("· 据甘州区教体局介绍：该区课后服务覆盖率100%;参与教师2906人。", "甘州区"),
        ("据山丹县教育局介绍,全市资助学生3000人。", None),
        ("据山丹县教育局统计,资助学生3000人。", None),
        ("据凉州区教育局统计,全区资助学生3000人。", None),
        ("据省教育厅统计,全县资助学生3000人。", None),
    ],
)
def test_what_an_office_tells_of_its_own_place(paragraph: str, meaning: str | None) -> None:
    assert name(of_paragraph(paragraph, ZHANGYE)) == meaning
    assert of_paragraph(paragraph, None) is None
