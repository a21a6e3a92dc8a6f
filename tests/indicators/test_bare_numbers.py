"""Numbers without a printed unit that count all the same, and ones that do not.

What belongs here: sentences of our own for units that another word gives: the number before, a bracket, an arrow.  What
does not: elliptic money and ratios (test_reading_told).  The notation is that of conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

COUNTS = [
    ("省级学科带头人94，市级512。", [("94", "_ _ 94 person"), ("512", "_ _ 512 person")]),
    ("考生2,316人，录取1,987，录取率85.8%。", [("1,987", "_ _ 1987 person")]),
    ("今年下达132所，已开工127，其中竣工58所。", [("127", "_ _ 127 institution"), ("58所", "_ _ 58 institution")]),
    ("改造项目开工21个、完工16。", [("16", "_ _ 16 project")]),
    ("去年招生1,350名，实际报到1,287。", [("1,287", "_ _ 1287 person")]),
    ("优良率达到50%，较上年提升1.5；近视率51.4%（↓0.9）。", [("1.5", "fitness_excellent_rate _ 1.5 pp change"), ("0.9", "myopia_rate _ -0.9 pp change")]),
    ("特色学校达123所，35万余青少年参与。", [("35万余", "_ _ 350000 person gt")]),
    ("12——在城高校数（所）", [("12", "institutions tertiary 12 institution")]),
    ("超大班额为0。", [("0", "large_classes compulsory 0 class")]),
    ("大班额为0，全面达标。", [("0", "large_classes compulsory 0 class")]),
    ("小学大班额31个；超大班额0。", [("0", "large_classes _ 0 class")]),
    ("大班额比例为0。", [("0", "large_class_share compulsory 0 %")]),
    ("10.6万——在校大学生（人）", [("10.6万", "students tertiary 106000 person")]),
    ("90.7%——普惠性幼儿园覆盖率", [("90.7%", "inclusive_kindergarten_coverage pre_primary 90.7 %")]),
    ("3000学生告别大班额。", [("3000", "_ _ 3000 person")]),
    ("介休2.3万学子喜领新书。", [("2.3万", "_ _ 23000 person")]),
    ("本科上线5124人，首破五千大关。", [("五千", "_ _ 5000 person gt")]),
    ("4个教育集团共派出教师86人。", [("4个", "education_groups _ 4 group"), ("86人", "_ _ 86 person")]),
    ("118所——开展课后服务的义务教育学校", [("118所", "_ compulsory 118 institution")]),
]  # fmt: skip

NAMES = [
    ("全市教育系列新闻发布会（第5场）。", [("5", "identifier")]),
    ("今天是本系列第9场发布会。", [("9", "identifier")]),
    ("一、办学条件……………3", [("3", "noise")]),
    ("二、师资队伍········12", [("12", "noise")]),
    ("2024新生报到。", [("2024", "identifier")]),
    ("改造300学生公寓。", [("300", "identifier")]),
    ("基本普及15年教育。", [("15", "identifier")]),
    ("[1] [2] 下一页", [("1", "noise"), ("2", "noise")]),
    ("来信选登（共12封，每页5条  1 2 3 下一页）", [("12", "noise"), ("5", "noise"), ("3", "noise")]),
    ("市政府网站标识码6207000003", [("6207000003", "noise")]),
    ("甘公网安备62070102000016号", [("62070102000016", "noise")]),
    ("甘ICP备05012784号-1", [("05012784", "noise")]),
    ("全市共12封来信，办结5件。", [("12", "identifier")]),
    ("课间15分钟落实率94.1%。", [("15分钟", "identifier")]),
    ("优良率53.8%，排名12。", [("12", "identifier")]),
    ("毛入园率提高到95%，文件编号36。", [("36", "identifier")]),
]

RANKS = [("成绩列全省第5位。", [("5", "_ _ 5 rank rank")])]


@pytest.mark.parametrize(("sentence", "expected"), [*COUNTS, *NAMES, *RANKS])
def test_bare_numbers(reads: Callable[..., None], sentence: str, expected: list[tuple[str, str]]) -> None:
    reads(sentence, expected, title="青川县教育工作情况", dated="2023-12-20")
