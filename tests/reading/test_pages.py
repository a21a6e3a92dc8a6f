"""Pages of positioned lines to text: blanks, line ends, columns, heads and feet, tables; as a recognition gives them too."""

from __future__ import annotations

import pytest

from edu_pipeline.reading import Limits
from edu_pipeline.reading.pages import LaidOut, Page, Piece, Rule, lay_out
from edu_pipeline.reading.pages.closing import between, stray_blanks
from edu_pipeline.reading.pages.places import Places
from edu_pipeline.reading.pages.writing import width

SIZE = 12.0


def closed(text: str) -> str:
    for start, end in reversed(stray_blanks(text)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("全 县 有 小 学 9 6 所 ， 在 校 生 4 1 2 3 0 人", "全县有小学96所，在校生41230人"),
        ("全县有小学 96 所，在校生 41230 人。", "全县有小学96所，在校生41230人。"),
        ("入园率达 92.4 %，比上年提高 1.25 个百分点", "入园率达92.4%，比上年提高1.25个百分点"),
        ("新建幼儿园1 2所，改扩建3 4.5%", "新建幼儿园12所，改扩建34.5%"),
        ("目 录", "目录"),
        ("许 昌", "许昌"),
        ("其中 小学，招生 1,203 人", "其中小学，招生1,203人"),
    ],
)
def test_blanks_that_are_only_the_page_s_are_closed(printed: str, meant: str) -> None:
    assert closed(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "发布日期：2024-03-20 来源：教育局，甘州区",
        "小学 96 41230",
        "时间为2021-04-12 13:54，地点在会议室",
        "学校实施Windows 11 IT Plan，效果很好",
        "重点如下，第一是 （一）改善条件",
        "表1 2023年各县情况，按学段",
        "一、　总体情况，其他",
    ],
)
def test_blanks_between_words_stay(text: str) -> None:
    assert closed(text) == text


@pytest.mark.parametrize(
    ("before", "after", "joint"),
    [
        ("共有小", "学12所", ""),
        ("在校生31", "240人", ""),
        ("达99.", "68%", ""),
        ("2019-", "2020年", ""),
        ("增长12", "％", ""),
        ("basic", "education", " "),
        ("", "小学", ""),
    ],
)
def test_what_stands_between_lines(before: str, after: str, joint: str) -> None:
    assert between(before, after) == joint


# ------------------------------------------------------------------------------------------------ whole pages
def piece(text: str, left: float, top: float, size: float = SIZE) -> Piece:
    return Piece(text, left, top, left + width(text) * size / 2, top + size, size, 0.98)


def column(lines: list[str], left: float = 72, top: float = 100, step: float = 20) -> list[Piece]:
    return [
        piece(line.lstrip("　"), left + 2 * SIZE * line.startswith("　"), top + n * step)
        for n, line in enumerate(lines)
    ]


def laid(*pages: list[Piece], rules: tuple[Rule, ...] = ()) -> LaidOut:
    return lay_out([Page(n, 595, 842, pieces, list(rules)) for n, pieces in enumerate(pages, 1)], Limits())


LEFT = [
    "　东岭县有小学十二所，其中",
    "中心小学三所，教学点一",
    "千二百三十四个，比上年增",
    "加十二个。",
    "　教师共计五百六十七人，",
    "其中专任教师五百人。",
]
RIGHT = [
    "　西川县有初中二十一所，",
    "在校生一万二千人，高中四",
    "所，比上年减少一所，其中",
    "民办高中两所。",
    "　幼儿园共有八十九所，入",
    "园率达到百分之九十。",
]


def lines_of(laid: LaidOut, *roles: str) -> list[str]:
    return [laid.text[b.start : b.end] for b in laid.blocks if not roles or b.role in roles]


def test_columns_are_read_one_after_the_other_and_their_lines_joined() -> None:
    found = lines_of(laid([*column(LEFT), *column(RIGHT, 300), piece("东岭、西川两县教育简况", 180, 60, 18)]))
    assert found == [
        "东岭、西川两县教育简况",
        "东岭县有小学十二所，其中中心小学三所，教学点一千二百三十四个，比上年增加十二个。",
        "教师共计五百六十七人，其中专任教师五百人。",
        "西川县有初中二十一所，在校生一万二千人，高中四所，比上年减少一所，其中民办高中两所。",
        "幼儿园共有八十九所，入园率达到百分之九十。",
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page_past_what_pages_repeat() -> None:
    def page(lines: list[str], number: int) -> list[Piece]:
        head, foot = piece("东岭县教育年报", 72, 40, 9), piece(f"- {number} -", 290, 800, 9)
        return [foot, *column(lines), head]

    found = laid(page(LEFT[:2], 4), page(LEFT[2:], 5), page(RIGHT, 6))
    assert "教学点一千二百三十四个，比上年增加十二个。" in lines_of(found, "body")[0]
    assert lines_of(found, "header") == ["东岭县教育年报"] * 3
    assert lines_of(found, "footer") == ["- 4 -", "- 5 -", "- 6 -"]


def test_the_first_line_of_pages_is_no_head_because_it_is_alike_once() -> None:
    found = laid(
        column(["　全县有小学十二所，教师五人。", *LEFT], top=60),
        column(["　全县有小学三十所，教师七人。", *RIGHT], top=60),
    )
    assert not lines_of(found, "header", "footer")


def test_short_lines_are_paragraphs_of_their_own() -> None:
    found = lines_of(laid(column(["一、总体要求", "　坚持优先发展，加大投入，办好", "每一所学校。", "二、主要任务"])))
    assert found == ["一、总体要求", "坚持优先发展，加大投入，办好每一所学校。", "二、主要任务"]


def grid(xs: list[float], ys: list[float]) -> tuple[Rule, ...]:
    return (
        *(Rule(xs[0], y, xs[-1], y) for y in ys),
        *(Rule(x, ys[0], x, ys[-1]) for x in xs),
    )


def test_a_drawn_grid_gives_the_cells_and_the_box_of_each() -> None:
    table = [("学段", 80), ("学校（所）", 180), ("小学", 80), ("96", 180), ("初中", 80), ("31", 180)]
    pieces = [piece(text, left, 204 + 20 * (n // 2)) for n, (text, left) in enumerate(table)]
    found = laid([piece("基本情况表", 72, 150), *pieces], rules=grid([72, 172, 272], [200, 220, 240, 260]))
    cells = [[found.text[a:b] for a, b in block.cells] for block in found.blocks if block.cells]
    assert cells == [["学段", "学校（所）"], ["小学", "96"], ["初中", "31"]]
    at = found.text.index("96")
    place = Places(found.text, found.boxes).of(at, at + 2)
    assert place is not None and place.page == 1 and place.edges == (180, 224, 192, 236)
    assert len(found.boxes) == len(found.pieces)


def test_rows_below_one_another_are_a_table_without_lines() -> None:
    rows = [("学段", "学校数", "在校生"), ("小学", "96", "41230"), ("初中", "31", "19650"), ("高中", "4", "9876")]
    pieces = [piece(text, 80 + 100 * c, 200 + 20 * r) for r, row in enumerate(rows) for c, text in enumerate(row)]
    found = laid([*column(["　全县教育事业健康发展，办学条件改善。"], top=120), *pieces])
    assert [tuple(found.text[a:b] for a, b in b.cells) for b in found.blocks if b.cells] == rows


def test_a_box_is_only_as_wide_as_the_number() -> None:
    found = laid([piece("全县有小学52所，教师120人。", 72, 100)])
    at = found.text.index("52所")
    place = Places(found.text, found.boxes).of(at, at + 3)
    assert place is not None and place.edges[0] == pytest.approx(132) and place.edges[2] == pytest.approx(156)


def test_a_number_in_two_lines_has_the_box_around_both() -> None:
    pieces = [piece("全县有在校生共计31", 72, 100), piece("240人，教师若干人。", 72, 120)]
    found = laid(pieces)
    at = found.text.index("31240")
    place = Places(found.text, found.boxes).of(at, at + 6)
    assert place is not None and (place.edges[1], place.edges[3]) == (100, 132)


def test_pages_without_pieces_and_control_characters_are_harmless() -> None:
    found = laid([], [piece("小学\x00十\n二所", 10, 10)], [])
    assert found.text.strip() == "小学十 二所" and [b.page for b in found.boxes] == [2]


def test_a_name_that_finds_no_room_goes_on_below_and_is_no_row() -> None:
    rows = [
        (200, ("指标", "单位", "2023年", "2024年")),
        (225, ("普通高中在校", "人", "19,876", "20,112")),
        (239, ("学生数",)),
        (264, ("其中：县镇", "人", "9,610", "9,705")),
        (289, ("毛入园率", "%", "92.4", "93.1")),
    ]
    found = laid([piece(text, 80 + 110 * c, top) for top, row in rows for c, text in enumerate(row)])
    cells = [[found.text[a:b] for a, b in b.cells] for b in found.blocks if b.cells]
    assert cells[1] == ["普通高中在校学生数", "人", "19,876", "20,112"] and len(cells) == 4
    assert cells[2][0] == "其中：县镇"


def test_figures_wide_apart_are_not_joined_with_the_next_line() -> None:
    rows = [("小学", "96", "94"), ("初中", "61", "58")]
    found = laid([piece(text, 80 + 150 * c, 200 + 20 * r) for r, row in enumerate(rows) for c, text in enumerate(row)])
    assert "94初中" not in found.text and "94 初中" not in found.text
