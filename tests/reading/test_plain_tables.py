"""Tables of blanks and of one cell a line: which lines are rows, and which cell stands in which column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_rows import PROSE, rows

from edu_pipeline.reading.blocks import find_blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "县区    学校数    在校生\n甘州区    52    31240\n临泽县    12    6430",
            [["县区", "学校数", "在校生"], ["甘州区", "52", "31240"], ["临泽县", "12", "6430"]],
        ),
        (  # full-width blanks; a stretched word is one cell
            "县区　学校数　在校生\n甘州区　52　31240\n合　计　64　37670",
            [["县区", "学校数", "在校生"], ["甘州区", "52", "31240"], ["合　计", "64", "37670"]],
        ),
        (  # a stretched word behind its number, or behind 其中, is one cell as well
            "项  目    学校    在校生\n一、普通中学    46    45419\n其中:高  中    11    15302\n四、小  学    168    57660\n(五)合  计    214    103079",
            [
                ["项  目", "学校", "在校生"],
                ["一、普通中学", "46", "45419"],
                ["其中:高  中", "11", "15302"],
                ["四、小  学", "168", "57660"],
                ["(五)合  计", "214", "103079"],
            ],
        ),
        (  # single blanks need a header of as many cells
            "县区 学校数 在校生\n甘州区 52 31240\n临泽县 12 6430",
            [["县区", "学校数", "在校生"], ["甘州区", "52", "31240"], ["临泽县", "12", "6430"]],
        ),
        (  # single blanks: a row's number and its unit are no evidence against its figures
            "序号 指标 单位 2024年 2029年 属性\n1 毛入园率 % 88.1 93 预期性\n2 优质园 所 14 20 约束性",
            [
                ["序号", "指标", "单位", "2024年", "2029年", "属性"],
                ["1", "毛入园率", "%", "88.1", "93", "预期性"],
                ["2", "优质园", "所", "14", "20", "约束性"],
            ],
        ),
        (  # a header that single blanks part, over rows with wide gaps and a corner that is empty
            "          园数 在园幼儿 班数\n城区  18  4106  157\n农村  94   6028  191",
            [["园数", "在园幼儿", "班数"], ["城区", "18", "4106", "157"], ["农村", "94", "6028", "191"]],
        ),
        (
            "二、分县情况如下。\n县区 学校数 在校生 教师\n甘州区    52    31240    2105\n临泽县    12    6430    511",
            [
                ["县区", "学校数", "在校生", "教师"],
                ["甘州区", "52", "31240", "2105"],
                ["临泽县", "12", "6430", "511"],
            ],
        ),
        (  # a name so long that one blank is left before its unit
            "指  标              单 位    绝对数    比上年增长（%）\n普通高中在校生      人        24716     -6.3\n职业高中、中专在校生 人        9028      4.1\n在园幼儿            万人      2.17      9.6",
            [
                ["指  标", "单 位", "绝对数", "比上年增长（%）"],
                ["普通高中在校生", "人", "24716", "-6.3"],
                ["职业高中、中专在校生", "人", "9028", "4.1"],
                ["在园幼儿", "万人", "2.17", "9.6"],
            ],
        ),
        (  # one bracket around a line is a note
            "（2023年7月4日　县教育局）\n指标    2020年    2022年\n在校生    52    53\n毕业生    12    13",
            [["指标", "2020年", "2022年"], ["在校生", "52", "53"], ["毕业生", "12", "13"]],
        ),
        (  # a chapter and the name of a table, cut in two by a wide blank, are no headers
            "第二章　主要目标\n专栏1　教育发展主要指标\n指标　　　　2020年　　2025年\n毛入园率　　86.1　　　92\n巩固率　　　93.7　　　95.5",
            [["指标", "2020年", "2025年"], ["毛入园率", "86.1", "92"], ["巩固率", "93.7", "95.5"]],
        ),
        (
            "表3　在校学生\n县区　　2020年　　2025年\n甘州区　　5201　　　4920\n高台县　　1302　　　1288",
            [["县区", "2020年", "2025年"], ["甘州区", "5201", "4920"], ["高台县", "1302", "1288"]],
        ),
        (  # each name in brackets of its own is a header
            "（县区）　（学校）　（在校生）\n甘州区　52　31240\n临泽县　12　6430",
            [["（县区）", "（学校）", "（在校生）"], ["甘州区", "52", "31240"], ["临泽县", "12", "6430"]],
        ),
        # numbered lines without a header of as many cells, and a number before one figure only
        ("1 新建幼儿园 所 12 16 教育局\n2 改扩建小学 所 8 9 住建局", []),
        ("序号 内容 部门\n1 改造校舍 12 所\n2 新建园舍 3 所", []),
        (  # two columns
            "年份    在校生\n2019年    8.92\n2020年    8.85",
            [["年份", "在校生"], ["2019年", "8.92"], ["2020年", "8.85"]],
        ),
        (  # years as headers
            "指标    2019    2020\n在校生    8.92    8.85",
            [["指标", "2019", "2020"], ["在校生", "8.92", "8.85"]],
        ),
        (  # an empty cell, told by its place
            "学段      学校数    在校生    班数\n小学        52      31240      980\n初中        12                 210\n高中         3       6430",
            [
                ["学段", "学校数", "在校生", "班数"],
                ["小学", "52", "31240", "980"],
                ["初中", "12", "", "210"],
                ["高中", "3", "6430", ""],
            ],
        ),
        (  # a name so long that one blank is left behind it
            "县区      合计    小学    初中\n肃州区    168     110     58\n肃北蒙古族自治县 24     16      8\n阿克塞哈萨克族自治县 9   6   3",
            [
                ["县区", "合计", "小学", "初中"],
                ["肃州区", "168", "110", "58"],
                ["肃北蒙古族自治县", "24", "16", "8"],
                ["阿克塞哈萨克族自治县", "9", "6", "3"],
            ],
        ),
        (  # a year behind the name is no figure, nor is a number that words follow
            "指标      2019    2020\n在校生    52    53\n任务指标 2019    预期性    约束性",
            [["指标", "2019", "2020"], ["在校生", "52", "53"]],
        ),
        (  # places and their figures in turn
            "肃州区 2,150  金塔县 120  瓜州县 1,230\n肃北蒙古族自治县 95  玉门市 1,110",
            [
                ["肃州区", "2,150", "金塔县", "120", "瓜州县", "1,230"],
                ["肃北蒙古族自治县", "95", "玉门市", "1,110"],
            ],
        ),
        ("肃州区 2,150人  金塔县 120人\n瓜州县 95人  玉门市 1,110人", []),  # units: read as any sentence
        ("小学 2,150  初中 120\n高中 95  中职 1,110", []),  # other names each time, and no places
        (  # a row that says its works in words with a comma
            "序号  项目      内容             总投资  完成\n1     城北园    12个班，园位360个    2150    2000\n2     城南校    改造食堂          743     600",
            [
                ["序号", "项目", "内容", "总投资", "完成"],
                ["1", "城北园", "12个班，园位360个", "2150", "2000"],
                ["2", "城南校", "改造食堂", "743", "600"],
            ],
        ),
        (  # wide gaps between the groups, single blanks within them
            "        小学                初中\n    2021年 2022年    2021年 2022年\n全县 6312  6980    11047 11533\n高台 5890  6544    10422 10976",
            [
                ["", "小学", "", "初中", ""],
                ["", "2021年", "2022年", "2021年", "2022年"],
                ["全县", "6312", "6980", "11047", "11533"],
                ["高台", "5890", "6544", "10422", "10976"],
            ],
        ),
        (  # a blank within a number parts nothing
            "县区    学校数    在校生\n甘州区    52    31 240\n临泽县    12    6 430",
            [["县区", "学校数", "在校生"], ["甘州区", "52", "31 240"], ["临泽县", "12", "6 430"]],
        ),
        (  # or a remark behind its figures
            "县区    学校    在校生    备注\n甘州区    52    31240    含民办，不含技校\n临泽县    12    6430    无",
            [
                ["县区", "学校", "在校生", "备注"],
                ["甘州区", "52", "31240", "含民办，不含技校"],
                ["临泽县", "12", "6430", "无"],
            ],
        ),
        (
            "小学  52  所,在校  31240  人,增长  2.7%\n初中  12  所,在校  6430  人,增长  3.9%\n新建园  9  所,在园  310  人",
            [],
        ),
        (  # a sentence is no cell
            "县区    学校    在校生    备注\n甘州区    52    31240    含民办。不含技校\n临泽县    12    6430    含民办。无",
            [],
        ),
        (  # a section inside
            "指标    2019年    2020年\n在校生    52    53\n二、小学\n在校生    12    13",
            [["指标", "2019年", "2020年"], ["在校生", "52", "53"], ["二、小学"], ["在校生", "12", "13"]],
        ),
    ],
)
def test_columns_of_blanks(text: str, expected: list[list[str]]) -> None:
    assert rows(f"{PROSE}\n{text}\n{PROSE}\n") == expected


def test_cells_without_a_place_are_no_row() -> None:
    """Two figures for three columns, and nothing says which: the line stays one piece."""
    text = "县区  学校数  在校生  班数\n甘州区  52  31240  980\n临泽县县城  12  6430  210\n高台县  3  6430"
    assert rows(f"{text}\n")[-1] == ["高台县  3  6430"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学段\n学校数\n在校生\n小学\n52\n31240\n初中\n12\n6430", [3, 3, 3]),
        ("学校数\n在校生\n小学\n52\n31240\n初中\n12\n6430", [3, 3, 3]),  # the corner is empty
        ("指标\n单位\n2019年\n2020年\n入园率\n%\n92.6\n94\n在校生\n人\n312\n313", [4, 4, 4]),
        ("指标\n2019\n2020\n属性\n入园率\n92\n94\n约束性\n巩固率\n98\n99\n约束性", [4, 4, 4]),
        ("学段\n学校数\n在校生\n城区\n小学\n52\n31240\n镇区\n小学\n12\n6430", [4, 4, 4]),  # two stubs a row
        (
            "学段\n学校数\n在校生\n城区\n小学\n52\n31240\n初中\n12\n6430\n镇区\n小学\n9\n3120\n初中\n4\n1310",
            [3, 1, 3, 3, 1, 3, 3],
        ),
        ("学段\n学校数\n在校生\n小学\n52\n—\n初中\n12\n6430", [3, 3, 3]),
        ("指标\n标准\n小学\n初中\n教师数\n4.2/5.3\n6.81\n9.04\n设备值\n2000/2500\n3966\n6120", [4, 4, 4]),
        ("指标\n标准\n小学\n教室数\n2.3／2.4\n4.1\n系数\n≤0.50/≤0.45\n0.47", [3, 3, 3]),
        ("学段\n班数/人数\n占比\n小学\n42/1639\n52%\n初中\n26/1300\n48%", [3, 3, 3]),
        (  # the unit of a row is not its name, though what is read so goes on to the end
            "指标名称\n计量单位\n2021年\n2022年\n增减\n入园率\n％\n92.6\n94\n1.4\n幼儿园数\n所\n31\n33\n2\n支出\n亿元\n4.1\n4.2\n0.1\n备注",
            [5, 5, 5, 5],
        ),
        # the last header has its unit, and is no section; two words stand in the corner
        (
            "单位\n指标\n园数(所)\n幼儿(人)\n入园率(%)\n普惠占比(%)\n甘州区\n52\n3124\n94\n88\n高台县\n12\n643\n96\n91",
            [5, 5, 5],
        ),
        # the whole alone, and no parts: the empty cells of the row were lost, and a ratio's unit
        (
            "指标\n单位\n合计\n城区\n乡村\n小学\n所\n52\n12\n40\n在校生\n人\n3124\n2100\n1024\n入园率\n%\n94\n小学生师比\n13.6\n巩固率\n%\n98",
            [5, 5, 5, 3, 3, 3],
        ),
        # the first column is no whole, or two figures are left: nothing tells which
        ("指标\n单位\n公办\n民办\n乡村\n小学\n所\n52\n12\n40\n在校生\n人\n3124\n2100\n1024\n入园率\n%\n94", []),
        ("指标\n单位\n合计\n城区\n乡村\n小学\n所\n52\n12\n40\n在校生\n人\n3124\n2100\n1024\n入园率\n%\n94\n95", []),
        ("县区\n参考人数\n600分以上\n甘州区\n2748\n98\n高台县\n1210\n41", [3, 3, 3]),  # a mark is no figure
        ("学段\n学校数\n在校生\n城区学校\n小学\n52\n31240\n初中\n12\n6430", [3, 1, 3, 3]),
        ("年份\n在校生\n2019\n312\n2020\n313\n2021\n315", [2, 2, 2, 2]),
    ],
)
def test_one_cell_a_line(text: str, expected: list[int]) -> None:
    assert [len(r) for r in rows(f"{PROSE}\n{text}\n{PROSE}\n")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023年  全市教育事业  取得新进展,  新建幼儿园12所,新增学位3240个。",
        "  2023年，全市新建幼儿园12所。\n  2024年，全市新建幼儿园15所。",
        "张掖市教育局    2024年3月20日",
        "张三    李四    王五\n赵六    孙七    周八",
        "联系人：张伟    电话：0936-8212345    邮编：734000",
        "地址：甘州区县府街1号    邮编：734000\n地址：临泽县城关镇2号    邮编：734200",
        "幼儿园 412所  在园幼儿 43276人\n小学 120所  在校生 90318人",
        "全市 共有 幼儿园 412 所 , 在园 幼儿 43276 人",
        "发：各学区、县直各学校   （共印８０份）",
        "来源：市教育局    作者：张伟    浏览：356次",
        "幼儿园\n412所\n小学\n120所",
        "第一章\n12\n第二章\n15",
        "小学\n52\n31240\n初中\n12",  # no header, and a row that breaks off
        "学段\n学校数\n在校生\n小学\n52\n31240",  # one row is no evidence
        "一、学前教育\n幼儿园12所。\n二、小学\n小学52所。",
    ],
)
def test_no_table(text: str) -> None:
    assert rows(f"{PROSE}\n{text}\n{PROSE}\n") == []


@pytest.mark.parametrize("line", ["单位：万人", "（单位：所、人、%）", "2023年底                单位：人"])
def test_the_line_of_units_is_a_caption(line: str) -> None:
    blocks = find_blocks(f"{PROSE}\n{line}\n{PROSE}\n")
    assert [b.role for b in blocks] == ["body", "caption", "body"]


def test_lines_of_one_pipe() -> None:
    table = "指标|2023年\n毛入园率|97%\n生师比|17.1:1"
    assert [b.role for b in find_blocks(f"{PROSE}\n{table}\n{PROSE}\n")] == ["body", *["table"] * 3, "body"]
    assert [b.role for b in find_blocks(f"{PROSE}\n首页|新闻\n{PROSE}\n")][1] != "table"


CELLS = ["小学", "初中", "学段", "学校数", "在校生", "52", "31240", "9.8%", "2019", "2020年", "—", "合　计", "", "%"]


@given(
    st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=5), max_size=12),
    st.sampled_from(["  ", "　", " ", "\n"]),
)
def test_rows_cover_what_they_hold(table: list[list[str]], gap: str) -> None:
    text = "\n".join(gap.join(row) for row in table)
    at = 0
    for block in find_blocks(text):
        assert block.start >= at and not text[at : block.start].strip()
        at = block.end
        inside = block.start
        for a, b in block.cells:
            assert inside <= a <= b <= block.end and not text[inside:a].strip()
            inside = b
        assert not block.cells or not text[inside : block.end].strip()
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "序号\n项目名称\n建设内容\n总投资（万元）\n1\n东城小学\n新建教学楼5栋，面积9800平方米\n5600\n2\n西城幼儿园\n改扩建12班公办园。\n1850",
            [4, 4, 4],
        ),
        ("序号\n县区\n园所数\n1.\n甘州区\n86\n2.\n临泽县\n21\n3.\n高台县\n24", [3, 3, 3, 3]),
        (
            "序号\n县区\n情况\n1\n甘州区\n有幼儿园86所，另有教学点9个。\n3\n临泽县\n有幼儿园21所，另有教学点3个。",
            [],
        ),  # the numbers are not in order
        ("序号\n县区\n园所数\n1\n甘州区\n86", []),  # one row is no table
        ("1\n甘州区有幼儿园86所，另有教学点9个。\n2\n临泽县有幼儿园21所，另有教学点3个。", []),
    ],
)
def test_numbered_rows_of_one_cell_a_line(text: str, expected: list[int]) -> None:
    assert [len(r) for r in rows(f"{PROSE}\n{text}\n{PROSE}\n")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a stub merged over rows of one cell a line
            "学段\n资助项目\n人数\n金额\n小学\n生活补助\n120\n12.5\n免学费\n80\n7.5\n初中\n助学金\n60\n6.5",
            [
                ["学段", "资助项目", "人数", "金额"],
                ["小学", "生活补助", "120", "12.5"],
                ["免学费", "80", "7.5"],
                ["初中", "助学金", "60", "6.5"],
            ],
        ),
        (  # a unit for a second stub is merged with nothing
            "指标\n单位\n2022年\n2023年\n小学\n所\n120\n125\n初中\n80\n75\n高中\n所\n60\n65",
            [
                ["单位", "2022年", "2023年"],
                ["小学"],
                ["所", "120", "125"],
                ["初中", "80", "75"],
                ["高中"],
                ["所", "60", "65"],
            ],
        ),
        (  # headers over two lines, the upper without the corner
            "            幼儿园数   在园幼儿\n地区         (所)       (人)\n甘州区        71       10,935\n临泽县        17        2,486",
            [
                ["", "幼儿园数", "在园幼儿"],
                ["地区", "(所)", "(人)"],
                ["甘州区", "71", "10,935"],
                ["临泽县", "17", "2,486"],
            ],
        ),
    ],
)
def test_merged_stubs_and_corners(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("县区\t2022年\t2023年\n甘州区\t新建园3所；公办率75%\t公办率77%。", True),
        ("县区\t2022年\n甘州区\t新建园3所；公办率75%\t公办率77%。", False),  # as many tabs are asked for
        ("各县区进展如下。\n甘州区\t新建园3所；公办率75%\t公办率77%。", False),
    ],
)
def test_cells_that_hold_sentences(text: str, row: bool) -> None:
    last = find_blocks(text)[-1]
    assert (last.role == "table") is row
