"""What a document says about itself: its title, who issued it, labels, signature, number, rights.

What belongs here: front matter as a page has it, with labels and without.  What does not: how a day is written
(test_dates), lines that tell a day and name no label (test_datelines).
"""

from __future__ import annotations

from datetime import date

import pytest
from front_page import PROSE, front

from edu_pipeline.reading import FrontMatter


def test_a_table_of_labels() -> None:
    found = front(
        "索 引 号 | 1234/2020-1 | 主题分类 | 教育 |\n发文字号 | 清政办发〔2020〕8号 | 发布机构 | 清河县人民政府办公室 |\n"
        "成文日期 | 2020-03-01 | 发布日期 | 2020-03-09 |\n标 题 | 清河县人民政府办公室关于印发学前教育行动计划的通知 |\n"
        f"各乡镇人民政府:\n{PROSE}\n"
    )
    assert found == FrontMatter(
        title="清河县人民政府办公室关于印发学前教育行动计划的通知",
        publisher="清河县人民政府办公室",
        document_number="清政办发〔2020〕8号",
        published_on=date(2020, 3, 9),
        signed_on=date(2020, 3, 1),
    )


def test_labels_whose_values_stand_on_the_next_line() -> None:
    found = front(f"清河县2020年教育工作总结\n发布日期:\n2021-01-12\n信息来源:\n清河县教育局\n{PROSE}\n")
    assert (found.published_on, found.publisher) == (date(2021, 1, 12), "清河县教育局")


@pytest.mark.parametrize(
    "line",
    [
        "发布时间:2023-01-12 10:22 来源:清河县教育局 浏览次数:356",
        "2023-01-12 10:22 来源:清河县教育局 作者:张某",
        "来源:清河县教育局 日期:2023年1月12日 字体:[大 中 小]",
        "【发布机构】清河县教育局•【公布日期】2023.01.12•【时效性】有效",
        "时间:2023/1/12 来源:清河县教育局",
        "更新时间:2023-01-12 10:22 来源:清河县教育局 收藏 | 分享",
    ],
)
def test_a_line_of_labels_under_the_title(line: str) -> None:
    found = front(f"清河县2022年教育工作总结\n{line}\n{PROSE}\n")
    assert (found.title, found.publisher, found.published_on) == (
        "清河县2022年教育工作总结",
        "清河县教育局",
        date(2023, 1, 12),
    )


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("清河县教育局关于印发2022年", "校舍改造项目实施方案的通知", True),
        ("清河县人民政府办公室关于做好２０２２年", "秋季学期招生工作的通知", True),
        ("清河县教育局关于下达2022年度", "学前教育专项资金的通知", True),
        ("清河县教育局简报2022年", "全县校舍改造工作总结", False),
        ("清河县教育局关于印发2022年", "各乡镇要认真做好校舍改造。", False),
    ],
)
def test_a_title_that_breaks_off_at_its_year(first: str, second: str, joined: bool) -> None:
    assert (front(f"{first}\n{second}\n\n{PROSE}\n\n{PROSE}\n").title == first + second) is joined


@pytest.mark.parametrize(
    ("above", "publisher"),
    [
        ("清河县教育局", "清河县教育局"),
        ("清河县人民政府办公室", "清河县人民政府办公室"),
        ("清河县教育和体育局", "清河县教育和体育局"),
        ("教育简报", None),
        ("春风又绿校园", None),
    ],
)
def test_the_agency_right_over_the_title(above: str, publisher: str | None) -> None:
    found = front(f"{above}\n2022年工作总结和2023年工作安排\n\n{PROSE}\n\n{PROSE}\n")
    assert (found.title, found.publisher) == ("2022年工作总结和2023年工作安排", publisher)


@pytest.mark.parametrize(
    "line", ["时间:9月10日上午", "来源于财政的资金3.2亿元,占九成。", "活动时间:2023年1月12日至15日,地点:县一中。"]
)
def test_prose_is_no_label(line: str) -> None:
    found = front(f"清河县2022年教育工作总结\n{PROSE}\n{line}\n{PROSE}\n")
    assert (found.published_on, found.publisher) == (None, None)


def test_agency_and_date_under_the_title() -> None:
    found = front(f"2023年清河市教育事业发展统计公报\n清河市教育局\n2024年3月30日\n一、学前教育\n{PROSE}\n")
    assert (found.publisher, found.published_on, found.signed_on) == ("清河市教育局", date(2024, 3, 30), None)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("清河县教育局办公室　　　　　　2022年3月28日印发", "清河县教育局办公室"),
        ("清河县人民政府办公室  2022年3月28日印发", "清河县人民政府办公室"),
        ("清河县教育局办公室　　　　2022年3月28日印发的办法同时废止", None),
        ("第一批奖补资金　　　　2022年3月28日印发", None),
    ],
)
def test_the_imprint_names_who_issued_a_paper(line: str, agency: str | None) -> None:
    found = front(f"关于下达2022年目标任务的通知\n\n根据云溪市教育局部署,现将任务下达如下。\n{PROSE}\n{line}\n")
    assert found.publisher == agency


@pytest.mark.parametrize(
    "day", ["2021年1月15日", "二〇二一年一月十五日", "2021年1月 15日", "二○二一年一月十五\n日", "2021年1月15\n日"]
)
def test_signature(day: str) -> None:
    found = front(f"清河县2020年教育工作总结\n{PROSE}\n{PROSE}\n清河县教育局\n{day}\n扫一扫在手机打开当前页\n")
    assert (found.publisher, found.signed_on, found.published_on) == ("清河县教育局", date(2021, 1, 15), None)


@pytest.mark.parametrize(
    ("below", "signed"),
    [("二○二一年一月十五\n日程另发", None), ("全县小学十五\n日", None), ("二○二一年十五\n日", None)],
)
def test_what_only_looks_like_a_date_broken_over_two_lines(below: str, signed: date | None) -> None:
    assert front(f"清河县2020年教育工作总结\n{PROSE}\n{PROSE}\n清河县教育局\n{below}\n").signed_on == signed


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("清河县2010年秋季学期中等职业学校国家助学金", "和普通高中助学金发放情况公告", True),
        ("清河县2020年学前教育普惠", "及义务教育均衡发展情况报告", True),
        ("清河县2020年工作回顾", "暨2021年教育工作计划", True),
        ("清河县2020年秋季学期学生资助", "和县级配套资金落实情况报告", True),
        ("清河县教育局", "和睦校园建设情况报告", False),
        ("某州教育信息简报", "和政县2020年教育工作总结", False),
        ("某市教育信息简报", "和平区2020年教育工作总结", False),
        ("某州教育信息简报", "和林格尔县学前教育情况报告", False),
        ("清河县教育信息简报", "及格率提升工作总结", False),
        ("清河县教育信息简报", "与时俱进的学前教育情况报告", False),
        ("清河县2020年教育工作总结", "和普通高中助学金发放情况公告", False),
    ],
)
def test_a_title_goes_on_in_a_line_that_begins_with_and(first: str, second: str, joined: bool) -> None:
    assert (front(f"{first}\n{second}\n\n{PROSE}\n").title == first + second) is joined


def test_a_year_in_a_title_is_no_date_and_neither_is_one_in_the_text() -> None:
    found = front(f"清河县2020年教育工作总结\n2020年12月31日,全县召开大会,表彰教师120名。\n{PROSE}\n")
    assert (found.published_on, found.signed_on) == (None, None)


def test_the_dates_of_a_compilation_are_not_the_documents() -> None:
    found = front(f"甲县教育综述\n(2025年9月1日)\n{PROSE}\n乙县教育综述\n(2025年9月2日)\n{PROSE}\n")
    assert (found.published_on, found.signed_on) == (None, None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("当前位置:首页>工作总结\n清河县教育局\n清河县2020年教育工作总结\n", "清河县2020年教育工作总结"),
        (
            "清河县人民政府办公室\n关于印发清河县学前教育行动计划的通知\n",
            "清河县人民政府办公室关于印发清河县学前教育行动计划的通知",
        ),
        ("张某某\n# 教育之花处处开\n### 清河县教育高质量发展纪实\n", "教育之花处处开"),
        ("奋楫扬帆启新程\n——清河县教育改革发展纪实\n", "奋楫扬帆启新程"),
        ("清政发〔2020〕3号\n清河县教育事业“十四五”规划(2021—2025年)\n", "清河县教育事业“十四五”规划(2021—2025年)"),
        (
            "【民生访谈】秋季开学在即 学生资助政策有哪些?\n时间:2022年6月5日\n",
            "【民生访谈】秋季开学在即 学生资助政策有哪些?",
        ),
        (
            "清河县2020年公开招聘中小学、幼儿园教师公告\n发布日期:2022-06-05\n",
            "清河县2020年公开招聘中小学、幼儿园教师公告",
        ),
        (
            "清河县人民政府办公室关于印发\n《清河县“十四五”教育事业发展规划》的通知\n各乡镇:\n",
            "清河县人民政府办公室关于印发《清河县“十四五”教育事业发展规划》的通知",
        ),
        (
            "清河县教育局 清河县财政局\n关于进一步加强乡村小规模学校和寄宿制学校\n建设管理工作的通知\n各乡镇:\n",
            "清河县教育局 清河县财政局关于进一步加强乡村小规模学校和寄宿制学校建设管理工作的通知",
        ),
        ("问:今年有多少孩子要上学?\n", None),
        ("清河教育一周要闻(2019.11.25—12.1)\n●甲镇:“总校制”让农村校“活”起来\n", "清河教育一周要闻(2019.11.25—12.1)"),
        (
            "清河市中长期教育改革和发展规划纲要(2010—2020年)公开征求意见稿摘登\n清河日报 2010年9月28日 第5版\n",
            "清河市中长期教育改革和发展规划纲要(2010—2020年)公开征求意见稿摘登",
        ),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert front(f"{head}{PROSE}\n{PROSE}\n").title == title


@pytest.mark.parametrize(
    ("line", "is_notice"),
    [
        ("作者原创,严禁二次传播,违者追究法律责任。", True),
        ("版权说明:本站资料未经授权不得转载、复制。", True),
        ("本网稿件,请勿转载,侵权必究", True),
        ("各校不得组织有偿补课,禁止向学生推销教辅。", False),
        ("加强网络管理,严禁传播不良信息。", False),
    ],
)
def test_rights(line: str, is_notice: bool) -> None:
    assert front(f"清河县教育工作总结\n{PROSE}\n版权声明\n{line}\n").rights == (line if is_notice else None)


def test_document_number_in_the_head() -> None:
    found = front(f"清教发〔2020〕12号\n清河县教育局关于加强教研工作的通知\n{PROSE}根据省教〔2019〕5号文件要求。\n")
    assert found.document_number == "清教发〔2020〕12号"
    assert (
        front(f"清河县教育局关于加强教研工作的通知\n{PROSE}根据省教发〔2019〕5号文件要求。\n").document_number is None
    )


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (
            f"首页 > 总结 清河县教育工作总结 发布时间:2023-01-12 来源:清河县教育局 浏览:12 {PROSE * 9}",
            date(2023, 1, 12),
        ),
        (f"{PROSE * 9}发布时间:2023-01-12", None),
        (f"清河县教育工作总结 会议时间:2023-01-12 {PROSE * 9}", None),
    ],
)
def test_a_page_on_one_line(text: str, meaning: date | None) -> None:
    assert front(text).published_on == meaning


@pytest.mark.parametrize(
    ("site", "title"),
    [
        ("清河新闻网·县区频道·云溪", "云溪县三年投入4300万元改造校舍"),
        ("清河教育网·要闻·学前教育", "云溪县三年投入4300万元改造校舍"),
        ("清河发布客户端·云溪", "云溪县三年投入4300万元改造校舍"),
        ("清河县教育工作·总结", "清河县教育工作·总结"),
    ],
)
def test_a_channel_of_a_site_is_no_title(site: str, title: str) -> None:
    assert front(f"{site}\n\n云溪县三年投入4300万元改造校舍\n\n{PROSE}\n{PROSE}\n").title == title


@pytest.mark.parametrize("label", ["[ 发布日期 ]", "【发布日期】", "发布日期：", "[发布 日期]"])
def test_labels_in_the_cells_of_a_table(label: str) -> None:
    found = front(
        f"| {label} | 2021-04-12 | [ 有效性 ] | |\n| [ 索引号 ] | 115/2021-00419 |\n清河县教育工作总结\n{PROSE}\n"
    )
    assert found.published_on == date(2021, 4, 12)
