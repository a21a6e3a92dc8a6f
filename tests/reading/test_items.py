"""Where the items of a page of news begin: announced by their number, by the lines of newspapers or by the day below."""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.reading.items import items
from edu_pipeline.reading.model import Part

TEXT = "今年新建学校4所,新增学位900个,招聘教师120名。"


def page(*lines: tuple[str, str]) -> list[Part]:
    found, at = [], 0
    for role, text in lines:
        found.append(Part(at, at + len(text), role, text))
        at += len(text) + 1
    return found


def heading(text: str) -> tuple[str, str]:
    return "heading", text


BODY = ("body", TEXT)


@pytest.mark.parametrize(
    ("announcement", "titles", "begins"),
    [
        ("教育新闻三则", ["甘州区新建学校", "高台县扩建食堂", "山丹县招聘教师"], [1, 3, 5]),
        ("校园足球报道2则", ["甘州区新建学校", "高台县扩建食堂"], [1, 3]),
        ("营养餐消息两则", ["甘州区新建学校", "高台县扩建食堂"], [1, 3]),
        ("教育新闻三则", ["甘州区新建学校", "高台县扩建食堂"], []),
        ("教育发展准则", ["甘州区新建学校", "高台县扩建食堂"], []),
        ("教育新闻两则", ["一、甘州区新建学校", "二、高台县扩建食堂"], []),
    ],
)
def test_as_many_titles_as_are_announced(announcement: str, titles: list[str], begins: list[int]) -> None:
    parts = page(heading(announcement), *(line for title in titles for line in (heading(title), BODY)))
    assert [start.part for start in items(parts)] == begins


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("2010-07-29 张掖日报", "2012-03-05 兰州晨报", [date(2010, 7, 29), date(2012, 3, 5)]),
        ("2010年7月29日 张掖日报", "2012年3月5日 张掖网", [date(2010, 7, 29), date(2012, 3, 5)]),
        ("2010-07-29 08:30  来源:张掖日报", "2012-03-05 兰州晨报", [date(2010, 7, 29), date(2012, 3, 5)]),
        ("2010-07-29 张掖日报", "2010-07-29 兰州晨报", []),
        ("2010-07-29 召开大会", "2012-03-05 开学典礼", []),
        ("张掖日报", "兰州晨报", []),
    ],
)
def test_lines_of_newspapers(first: str, second: str, days: list[date]) -> None:
    parts = page(heading("寄宿生吃上营养餐"), ("table", first), BODY, heading(second), BODY)
    starts = items(parts)
    assert [start.dated_on for start in starts] == days
    assert [start.title for start in starts] == (["寄宿生吃上营养餐", None] if days else [])


LONG = ("body", TEXT * 2)


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        ("发布日期:2019-11-22   来源:甘州区教育局", "发布日期:2019-10-09", ["甘州区扩建学校", "高台县改造食堂"]),
        ("发布时间：2019年11月22日", "发布时间：2019年11月22日 8:30", ["甘州区扩建学校", "高台县改造食堂"]),
        ("时间:2019-11-22", "更新时间:2019/10/9", ["甘州区扩建学校", "高台县改造食堂"]),
        ("发布日期:2019-11-22", "来源:高台县教育局", []),
        ("会议于2019-11-22召开", "发布日期:2019-10-09", []),
    ],
)
def test_days_that_a_site_gives_below_each_title(first: str, second: str, titles: list[str]) -> None:
    parts = page(heading("首页"), heading("【1】甘州区扩建学校"), ("table", first), LONG)
    parts = page(*((p.role, p.text) for p in parts), heading("【2】高台县改造食堂"), ("table", second), LONG)
    assert [start.title for start in items(parts)] == titles


def test_one_title_with_its_days_is_no_page_of_items() -> None:
    label = ("table", "发布日期:2019-11-22")
    assert items(page(heading("甘州区扩建学校"), label, LONG, heading("附件"))) == []
    assert items(page(heading("甘州区扩建学校"), label, heading("高台县改造食堂"), label)) == []


def test_each_item_has_its_own_place_day_and_source() -> None:
    text = (
        f"营养餐报道三则\n\n高台县改造食堂\n来源:张掖信息港\n{TEXT}\n\n酒泉两县学生吃上营养餐\n{TEXT}\n\n"
        f"惠及三千余所学校\n2016/8/31 9:20:00  转载 来源:京华网\n2011年至今,中央财政安排1591亿元,国家试点县699个。\n"
    )
    articles = extract_document(text.encode(), "a.txt")["articles"]
    assert [(a["region_name"], a["dated_on"]) for a in articles[1:]] == [
        ("高台县", None),
        ("酒泉市", None),
        ("全国", date(2016, 8, 31)),
    ]


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("【第1篇】", "【第2篇】", [date(2026, 3, 18), date(2026, 3, 20)]),
        ("第一篇", "第二篇", [date(2026, 3, 18), date(2026, 3, 20)]),
        ("消息1", "消息2", [date(2026, 3, 18), date(2026, 3, 20)]),
        ("第1期", "第2期", []),
        ("【第1篇】", "第一章", []),
    ],
)
def test_papers_that_a_page_numbers(first: str, second: str, days: list[date]) -> None:
    under = [("table", "来源：某某教育网"), ("furniture", "作者：张伟"), ("table", "2026-03-18 08:12")]
    parts = page(
        heading(first), heading("甘州区：新建学校"), *under, BODY,
        heading(second), heading("高台县扩建食堂"), heading("张掖日报 2026-03-20"), BODY,
    )  # fmt: skip
    starts = items(parts)
    assert [start.dated_on for start in starts] == days
    assert [start.title for start in starts] == (["甘州区：新建学校", "高台县扩建食堂"] if days else [])
