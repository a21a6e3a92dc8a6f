"""Papers inside the frame of a web page: whose date is older, and what the way to the page says."""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.reading import FrontMatter, front_matter, read
from edu_pipeline.reading.blocks import find_blocks

PROSE = "全县教育系统坚持育人为本,扎实推进各项改革,教育质量稳步提升,群众满意度不断提高。全县有小学41所。"


def front(text: str) -> FrontMatter:
    return front_matter(read(text.encode(), "a.txt"))


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
