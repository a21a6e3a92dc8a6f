"""Lines to blocks: headings, tables, contents pages and labelled lines, and blocks that cover any text.

What belongs here: the role of a line beside its neighbours.  What does not: paragraphs that a break cut (test_broken),
furniture (test_furniture).
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roles import PROSE, role_of, roles

from edu_pipeline.reading.blocks import find_blocks
from edu_pipeline.reading.model import ROLES, Block


@pytest.mark.parametrize(
    "line",
    [
        "一、基本情况",
        "(三)加强队伍建设",
        "第二章 发展目标",
        "3.深化改革",
        "## 主要做法",
        "推进优质均衡 办好家门口的学校",
    ],
)
def test_headings(line: str) -> None:
    assert role_of(line) == "heading"


@pytest.mark.parametrize(
    "line", ["1.加强领导。成立专班。", "全县有小学41所,初中10所", "二是强化督导。", "3.5万名学生受益。"]
)
def test_no_headings(line: str) -> None:
    assert role_of(line) == "body"


def test_labelled_lines_keep_their_dates_and_lose_their_counters() -> None:
    line = "发布时间:2023-01-12 10:22 来源:清河县教育局 浏览次数:356 字体:[大 中 小]"
    assert roles(f"清河县教育工作总结\n{line}\n{PROSE}")[1:3] == [
        ("table", "发布时间:2023-01-12 10:22 来源:清河县教育局"),
        ("furniture", "浏览次数:356 字体:[大 中 小]"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "县区 | 学校数 | 在校生",
        "幼儿园\t58\t9800",
        "2021年3月4日",
        "索 引 号 | 001-2020-3 | 有效性 | 有效 |",
        "文件下载:清教发〔2020〕3号.pdf",
    ],
)
def test_tables(line: str) -> None:
    assert role_of(line) == "table"


def test_cells_on_lines_of_their_own_are_a_table() -> None:
    text = f"{PROSE}\n指标\n单位\n数值\n幼儿园\n所\n58\n小学\n所\n45\n初中\n所\n12\n{PROSE}\n"
    assert [r for r, _ in roles(text)] == ["body", *["table"] * 4, "body"]  # a block a row


@pytest.mark.parametrize("leader", ["", "......", "……", "  "])
def test_page_numbers_of_a_contents_page_are_furniture(leader: str) -> None:
    titles = [
        "一、学校基本情况",
        "二、教师队伍建设情况",
        "三、经费投入情况",
        "四、存在的主要问题",
        "五、下一步工作打算",
    ]
    pages = [1, 3, 8, 11, 15]
    contents = "".join(f"{t}{leader}{p}\n" for t, p in zip(titles, pages, strict=True))
    body = "".join(f"{t}\n{PROSE}\n" for t in titles)
    found = roles("目录\n" + contents + body)
    assert found[1 : 1 + 2 * len(titles)] == [
        entry
        for t, p in zip(titles, pages, strict=True)
        for entry in (("heading", t), ("furniture", leader.strip() + str(p)))
    ]


def test_a_list_of_numbers_is_no_contents_page() -> None:
    text = f"{PROSE}\n全县幼儿园数量12\n全县小学的数量23\n全县初中的数量34\n全县高中的数量45\n{PROSE}"
    assert "furniture" not in {r for r, _ in roles(text)}


ALPHABET = "学校全市。,、:;12.%|\t \n\r　一二()(#—-目录首页年月日2"


def check(text: str) -> None:
    blocks = find_blocks(text)
    at = 0
    for block in blocks:
        assert isinstance(block, Block) and block.role in ROLES
        assert block.start >= at and block.end > block.start
        assert not text[at : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
    assert not text[at:].strip()


@given(st.text(max_size=300))
def test_blocks_cover_any_text(text: str) -> None:
    check(text)


@given(st.text(ALPHABET, max_size=400))
def test_blocks_cover_texts_of_this_kind(text: str) -> None:
    check(text)


@given(
    st.lists(
        st.sampled_from(
            [
                PROSE,
                PROSE[:20],
                "目录",
                "一、概况1",
                "二、措施3",
                "三、问题5",
                "四、打算9",
                "12",
                "13",
                "首页",
                "2021年1月2日",
                "来源:教育局",
                "a|b|c",
                "",
            ]
        )
    )
)
def test_blocks_cover_texts_of_such_lines(lines: list[str]) -> None:
    check("\n".join(lines))


@pytest.mark.parametrize(
    "line", ["宁德网 2022-09-02", "新华网 2021-05-06 08:30", "昆山发布 2022-09-01", "县教育局 2022-9-2"]
)
def test_outlet_and_day_over_the_text_stand_alone(line: str) -> None:
    found = roles(f"五所幼儿园开园\n{line}\n9月1日,全市新建公办幼儿园5所,{PROSE}\n")
    assert ("table", line) in found


@pytest.mark.parametrize("line", ["全市新增幼儿园 2022-09-02", "去年投入使用的学校共有 2022"])
def test_other_lines_that_end_in_digits_do_not(line: str) -> None:
    assert ("table", line) not in roles(f"五所幼儿园开园\n{line}\n9月1日,全市新建公办幼儿园5所,{PROSE}\n")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("清河省门户网站 www.qinghe.gov.cn 2014-06-15 09:56 来源： 清河省教育厅", "table"),
        ("清河网 2019年3月2日 来源:清河日报", "table"),
        ("清河县电视台 2021/4/1 08:30:00 作者：王某", "table"),
        ("2014-06-15日，清河县新建学校12所，资金来源：县财政。", "body"),
        ("截至2019年3月2日，全县有学校12所，数据来源：县教育局年报。", "body"),
    ],
)
def test_the_line_of_a_page_that_says_when_and_from_whom(line: str, role: str) -> None:
    assert (line, role) in [(text, told) for told, text in roles(f"清河县教育发展\n{line}\n{PROSE}\n")]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("清河省营养改善计划实施3年支出63亿元", "heading"),
        ("清河县今秋新增公办幼儿园学位3200个", "heading"),
        ("清河县投入资金2.3亿元改造学校86所", "heading"),
        ("清河县今秋新增学位3200个，招聘教师120名", "body"),
        ("新增学位8个", "body"),
    ],
)
def test_a_headline_that_ends_in_a_figure_stands_over_the_date(line: str, role: str) -> None:
    assert (line, role) in [(text, told) for told, text in roles(f"{line}\n2014-06-15 来源：清河日报\n{PROSE}\n")]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("二、主要目标是什么？", "heading"),
        ("（三）有哪些政策“干货”？", "heading"),
        ("3.补助怎么发?", "heading"),
        ("补助怎么发？", "body"),
        ("二、补助怎么发？由学校发放。", "body"),
        ("答：一、补助怎么发？", "body"),
    ],
)
def test_a_numbered_question_is_a_heading(line: str, role: str) -> None:
    assert role_of(line) == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("为什么要出台这份文件？", "heading"),
        ("学位怎么扩？", "heading"),
        ("学生能得到哪些实惠?", "heading"),
        ("学生能不能得到实惠？", "body"),
        ("家长问：“学位怎么扩？”", "body"),
        ("学位不够，怎么扩？", "body"),
    ],
)
def test_a_question_below_a_blank_line_is_a_heading(line: str, role: str) -> None:
    assert (line, role) in [(text, told) for told, text in roles(f"清河县教育发展\n{PROSE}\n\n{line}\n{PROSE}\n")]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("记者：食堂办得怎样？", "body"),
        ("来源：学校能不能收费?", "body"),
        ("记者：李明", "furniture"),
        ("来源：清河日报", "table"),
    ],
)
def test_what_somebody_asks_is_no_label_s_value(line: str, role: str) -> None:
    assert (line, role) in [(text, told) for told, text in roles(f"清河县教育发展\n{line}\n{PROSE}\n")]


_FULL = "各地各校扎实推进各项工作，教师队伍不断壮大，办学条件持续改善提\n"
_ENDS = "学校条件逐年改善，校园面貌一新，家长普遍感到满意。\n"
_ON = "学前教育稳步提高，义务教育持续巩固。\n"
RAGGED = (
    f"    {_FULL}{_FULL}{_FULL}{_ENDS}{_ON}    {_FULL}{_FULL}{_FULL}{_FULL}高，各项工作走在前列，受到上级表彰多次。\n"
)


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        (RAGGED, 2),
        (RAGGED.replace("学前", "    学前"), 3),  # indented: a paragraph of its own
        (RAGGED.replace(_ENDS, f"{_ENDS}\n"), 3),
    ],
)
def test_a_sentence_that_ends_near_a_ragged_edge_goes_on_at_the_margin(page: str, paragraphs: int) -> None:
    assert len([b for b in find_blocks(page) if b.role == "body"]) == paragraphs
