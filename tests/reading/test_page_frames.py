"""Papers inside the frame of a web page: whose date is older, and what the way to the page says."""

from __future__ import annotations

from datetime import date

import pytest
from front_page import PROSE, front

from edu_pipeline.reading.blocks import find_blocks


@pytest.mark.parametrize(
    ("frame", "own", "meaning"),
    [
        ("| 成文日期 | 2021-04-12 | 发布日期 | 2021-04-12 |", "(2019年8月31日)", date(2019, 8, 31)),
        ("成文日期：2021-04-12　发布日期：2021-04-15", "（2020年12月1日）", date(2020, 12, 1)),
        ("【成文日期】2021-04-12", "(二〇一九年八月三十一日)", date(2019, 8, 31)),
        ("| 成文日期 | 2021-04-12 | 发布日期 | 2021-04-12 |", "(2021年5月31日)", date(2021, 4, 12)),
        ("| 成文日期 | 2021-04-12 | 发布日期 | 2021-04-12 |", "2019年以来,全县改造学校12所。", date(2021, 4, 12)),
    ],
)
def test_a_papers_own_date_is_older_than_the_frame_of_its_page(frame: str, own: str, meaning: date) -> None:
    assert front(f"{frame}\n清河县义务教育均衡发展自评报告\n{own}\n{PROSE}\n").signed_on == meaning


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("清河网 > 新闻 > 滚动报道", False),
        ("清河教育云 >> 新闻中心 >> 质量监测", False),
        ("清河＞政务＞统计信息公开", False),
        ("清河新闻网 > > 正文", False),
        ("清河在线 > 正文", False),
        ("清河教育云 >> 浏览文章", False),
        ("清河教育厅网站·解读", False),
        ("清河客户端-要闻", False),
        ("清河教育网·家校共育之路越走越宽", True),
        ("清河县改造食堂", True),
        ("清河县: 改造食堂, 新建宿舍", True),
    ],
)
def test_the_way_to_a_page_is_no_title(line: str, is_title: bool) -> None:
    assert (front(f"{line}\n{PROSE}\n").title == line) is is_title


@pytest.mark.parametrize(
    ("trail", "title"),
    [
        ("首页 > 清河县2025年民生实事 > 教育优质行动(4项)", "清河县2025年民生实事"),
        ("首页 > 公开 > 清河区2024年教育统计", "清河区2024年教育统计"),
        ("您的位置: 首页 >> 清河市2023年重点工作 >> 进展", "清河市2023年重点工作"),
        ("首页 > 新闻 > 教育", None),
        ("首页 > 公开 > 2024年", None),
    ],
)
def test_the_way_to_a_page_names_a_page_without_a_title(trail: str, title: str | None) -> None:
    assert front(f"{trail}\n1\t新建学校12所,新增学位900个,招聘教师120名。\t已完成,全部于九月开学。\n").title == title


@pytest.mark.parametrize(
    ("above", "line", "role"),
    [
        ("来源:某某 作者:某某 浏览:", "1874次", "furniture"),
        ("点击次数：", "215", "furniture"),
        ("阅读量：", "33人", "furniture"),
        ("全县学校数：", "52所", None),
        ("浏览网站后", "1874次", None),
    ],
)
def test_a_counter_that_announces_its_number_in_the_line_above(above: str, line: str, role: str | None) -> None:
    text = f"某县营养改善计划资金突破千万元\n{above}\n{line}\n今年春季学期,全县实施营养改善计划的学校有138所。\n"
    block = next(b for b in find_blocks(text) if line in text[b.start : b.end])
    assert (block.role == "furniture") == (role == "furniture")


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("您好,欢迎来到清河县人民政府网!", False),
        ("清河教育信息网--欢迎您!", False),
        ("ＱＩＮＧＨＥ　ＮＥＷＳ", False),
        ("清河县　　政府信息公开　　新闻发布　　政务新媒体", False),
        ("清河县宽带网进村小", True),
        ("清河县欢迎新教师", True),
        ("清河县学校焕新 教育先行", True),
    ],
)
def test_greetings_and_menus_are_no_title(line: str, is_title: bool) -> None:
    assert (front(f"{line}\n{PROSE}\n").title == line) is is_title


@pytest.mark.parametrize("site", ["清河日报 · 清河传媒网", "清河教育网", "清河县人民政府门户网站"])
def test_a_site_gives_way_to_the_headline(site: str) -> None:
    assert front(f"{site}\n震后一年 清河校园新\n{PROSE}\n").title == "震后一年 清河校园新"


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("1 2 3 ... 17 下一页 末页 共333条", True),
        ("首页 上一页 1 2 3 下一页 末页 到第　页", True),
        ("[原图：1 / 3]　[下一页]　[最后一页]", True),
        ("[04-01] 关于清明节放假的通知", True),
        ("·某县103名学生获助学金　03/02", True),
        ("今日访问：352　昨日访问：1190　访问总数：1875604", True),
        ("【上一条】某中学举行越野赛，860名师生参加（12-10）", True),
        ("抄送：县政府办（2份），县财政局（1份）", True),
        ("首 页┊机构职能┊政务公开┊教育动态┊教研园地", True),
        ("主办：清河县教育局　承办：清河县电教馆　电话：0319-8123456", True),
        ("您还可以输入200字", True),
        ("216　清河年鉴", True),
        ("清河县教育年鉴　　38", True),
        ("数据容量：12条", True),
        ("在线人数：2104", True),
        ("清河年鉴 2023", False),
        ("126 所清河小学", False),
        ("小学 41 初中 12 高中 3 共56所", False),
        ("[04-01] 全县有小学41所，在校生1.2万人。", False),
        ("全县访问留守儿童家庭1190户", False),
        ("主办：清河县第二届校园足球联赛，16队参赛", False),
        ("学前教育 基础教育 全县41所", False),
        ("·新建学校12所　投入3.2亿元", False),
    ],
)
def test_the_ways_to_other_pages_are_furniture(line: str, furniture: bool) -> None:
    text = f"清河县教育工作总结\n{PROSE}\n{line}\n"
    last = find_blocks(text)[-1]
    assert text[last.start : last.end] == line
    assert (last.role == "furniture") is furniture


@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("相关访谈\n- 2025-02-26 某某怎么看\n- 2025-01-15 公交线路怎么走", date(2025, 3, 19)),
        ("· 某县召开年度教育工作会议　2025-02-28", date(2025, 3, 19)),
        ("清河县教育局办公室　2025年3月21日印发", date(2025, 3, 21)),
    ],
)
def test_a_page_is_not_of_the_day_of_another(below: str, day: date) -> None:
    page = f"清河县在线访谈\n访谈时间：2025年3月19日（周三）上午9:30\n{PROSE}\n{below}\n"
    found = front(page)
    assert (found.signed_on or found.published_on) == day


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        ("全县全年投入资金1.47亿元，新建、改扩建校舍6.8万平", "方米。各乡镇新建幼儿园2所。", True),
        ("全县义务教育巩固率达到98.2%，比上年提高了0.7个百", "分点。各乡镇新建幼儿园2所。", True),
        ("全县全年投入资金1.47亿元，新建校舍，公用经费水平", "方案已经定下。", False),
    ],
)
def test_a_unit_is_not_torn(above: str, below: str, one: bool) -> None:
    text = f"清河县教育工作总结\n{PROSE}\n{above}\n{below}\n"
    assert (find_blocks(text)[-1].start == text.index(above)) is one


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("清 河 县 教 育 局 关 于 春 季 开 学 的 通 报", "清河县教育局关于春季开学的通报"),
        ("清　河　县　举　全　县　之　力　改　造　校　舍", "清河县举全县之力改造校舍"),
        ("清 河 县 “ 十 二 五 ” 教 育 评 估 报 告 （ 摘 登 ）", "清河县“十二五”教育评估报告（摘登）"),
        ("清河教育 大 步 走", "清河教育 大 步 走"),
        ("清河县教育工作总结 A B C D E", "清河县教育工作总结 A B C D E"),
    ],
)
def test_a_title_whose_characters_are_set_apart(line: str, title: str) -> None:
    assert front(f"{line}\n{PROSE}\n").title == title


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("清 河 县 教 育 局    QINGHE EDUCATION", False),
        ("清河县教育局 Education Bureau of Qinghe", False),
        ("栏目导航：▪ 局务公开 ▪ 统计数据 ▪ 校园安全", False),
        ("热门搜索：义务教育招生  教师招聘  社保", False),
        ("点击上方蓝字关注清河教育", False),
        ("西藏·清河市政府门户", False),
        ("清河县搜索历史：教育的来路", True),
        ("清河县教育局 ABC 计划启动", True),
    ],
)
def test_the_head_of_a_site_is_no_title(line: str, is_title: bool) -> None:
    title = line if is_title else "清河学校焕新 教育先行"
    assert front(f"{line}\n{'' if is_title else title}\n{PROSE}\n").title == title


@pytest.mark.parametrize(
    ("lines", "title", "day"),
    [
        (["来信主题:关于村小撤并的问题", "答复单位:市教育局    答复时间:2014-09-03   满意度:★★★★"], "关于村小撤并的问题", date(2014, 9, 3)),
        (["数据集名称\t清河县各镇学校情况", "提供方\t清河县教育局", "更新时间\t2023-10-18", "数据量\t9条"], "清河县各镇学校情况", date(2023, 10, 18)),
        (["诉求标题　关于校车的问题", "办结时间　2024-05-09 17:36:40"], "关于校车的问题", date(2024, 5, 9)),
        (["答复部门：区教育局　答复日期：2022年3月14日　有效期至：2023年3月13日"], None, date(2022, 3, 14)),
        (["（本栏目由县教委整理，内容更新至2026年3月4日）"], None, date(2026, 3, 4)),
        (["数据更新于2026年3月4日"], None, date(2026, 3, 4)),
        (["词条分类：地方教育　　编辑次数：17次　　最近更新：2013-05-06"], None, date(2013, 5, 6)),
        (["2024-09-29 08:57:12　发布人：办公室　点击：613"], None, date(2024, 9, 29)),
        (["来信时间:2014-08-26", "回复时间:2014-09-03"], None, date(2014, 9, 3)),
        (["全县小学　41所，更新至2026年3月4日起用的新课桌。"], None, None),
    ],
)  # fmt: skip
def test_letters_and_their_answers(lines: list[str], title: str | None, day: date | None) -> None:
    found = front("\n".join([*lines, PROSE, ""]))
    assert (found.title, found.published_on or found.signed_on) == (title, day)


def test_a_title_with_two_brackets() -> None:
    title = "清河县教育事业“十四五”规划（2021—2025年）（摘登）"
    assert front(f"清河县人民政府\n{title}\n{PROSE}\n").title == title


@pytest.mark.parametrize(
    "post", ["2# 芦苇荡：什么时候能小班化", "13楼 家长：什么时候能小班化", "回复：您好，明年小班化"]
)
def test_a_post_is_a_paragraph_of_its_own(post: str) -> None:
    text = f"清河县教育论坛\n1# 清河人：祝老师们节日快乐！大家怎么看今年的事情呢  09-10 06:12\n{post}  09-11 06:13\n"
    assert any(b.start == text.index(post) for b in find_blocks(text))
