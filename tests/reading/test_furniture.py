"""What a site or a printer adds to a page, and text that only looks so.

What belongs here: signs, menus, tails of links.  What does not: page numbers inside a sentence (test_broken), those of a
contents page (test_blocks).
"""

from __future__ import annotations

import pytest
from roles import PROSE, role_of, roles


@pytest.mark.parametrize(
    "line",
    [
        "第3页 共10页",
        "- 7 -",
        "查看详情>>",
        "分享到:",
        "【字体:大 中 小】",
        "打印本页",
        "当前位置:首页>政务公开>统计信息",
        "上一篇:2019年工作要点",
        "京ICP备05012345号-2",
        "互联网新闻信息服务许可证:31120170006",
        "增值电信业务经营许可证:沪B2-2017116",
        "Powered by Discuz! X3.2",
        "链接地址:http://www.example.com/a/123456.html",
        "主办单位:清河县人民政府 技术支持:某某科技公司",
        "版权所有 清河县教育局 未经授权禁止转载",
        "扫一扫在手机打开当前页",
        "(此件公开发布)",
        "浏览次数:1024",
        "责任编辑:李某",
        "Copyright © 2020 All Rights Reserved",
        "共37页 当前第5页  首页 上一页 3 4 5 6 7 下一页 尾页  转到第5页",
        "[责编 金某]  3人点赞  收藏  举报",
        "↓↓↓",
    ],
)
def test_furniture(line: str) -> None:
    assert role_of(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "首页改版后,教育局网站访问量达到12万人次,浏览次数大幅增加。",
        "分享到位、落实到位的经验12条。",
        "打印设备投入120万元,惠及学校30所。",
        "来源多样的资金共2.3亿元,用于改善办学条件。",
        "上一篇章里,我县新建学校12所。",
        "主办单位有教育局等5家,参赛学生3200人。",
        "目前共有公办园52所。",
        "在校生12345人",
        "为教师节活动点赞的家长有320人,收藏图书1200册。",
        "今天是第三十八个教师节,全县表彰教师120名。",
        "禁止校园贷进校园,严禁复制传播不良信息,查处12起。",
    ],
)
def test_real_text_is_not_furniture(line: str) -> None:
    assert role_of(line) == "body"


def test_the_tail_of_a_page_is_furniture_and_its_body_is_not() -> None:
    text = f"{PROSE}全县教育支出12.3亿元。\n相关推荐\n2023年教育经费公告\n招生人数增加300人\n2023-05-06\n"
    assert [r for r, _ in roles(text)] == ["body", *["furniture"] * 4]
    again = f"相关推荐\n{PROSE}全县教育支出12.3亿元,增长5%,其中财政拨款11.8亿元。\n"
    assert [r for r, _ in roles(again)] == ["furniture", "body"]


@pytest.mark.parametrize("mark", ["▲ ", "◆", "1. "])
def test_further_reading_that_counts_is_text(mark: str) -> None:
    items = [
        f"{mark}五年来，全市新建普通高中9所，增加学位1.4万个；",
        f"{mark}高中阶段毛入学率95.6%，比2020年提高3.1个百分点；",
    ]
    found = [r for r, _ in roles(f"{PROSE * 2}\n【延伸阅读】\n高中教育五年回眸\n" + "\n".join(items) + "\n")]
    assert "furniture" not in found[-2:]
    links = "\n".join(f"{mark}2025年高考今起报名" for _ in range(3))
    assert set([r for r, _ in roles(f"{PROSE * 2}\n【延伸阅读】\n{links}\n")][-3:]) == {"furniture"}


LINKS = [
    ("· 我州今年新建公办幼儿园86所 (08-02)", "body"),
    ("全县高考二本以上上线1260人", "body"),
    ("· 河北投入校安工程资金97亿元", "furniture"),
    ("· 我县召开秋季校园安全工作会", "furniture"),
    ("全市教育网", "furniture"),
]


@pytest.mark.parametrize(("line", "role"), LINKS)
def test_links_that_state_a_figure_of_the_place_are_text(line: str, role: str) -> None:
    told = {t: r for r, t in roles(f"{PROSE * 2}\n相关链接\n· 校园动态\n{line}\n")}
    assert (told[line] == "furniture") is (role == "furniture")


def test_menus_are_furniture_and_short_headings_are_not() -> None:
    menu = "网站首页\n新闻中心\n政务公开\n走进清河\n互动交流\n"
    assert {r for r, _ in roles(menu + PROSE)[:-1]} == {"furniture"}
    assert {r for r, _ in roles("强师铸魂\n立德树人\n提质增效\n改革创新\n" + PROSE)[:-1]} == {"heading"}
