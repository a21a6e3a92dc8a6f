"""Rates and shares that can be of nothing but the numbers beside them, and parts in tables, behind the real reading."""

from collections.abc import Callable

import pytest

Wrong = Callable[[str], list[tuple[str, str | None, str]]]

WRONG_RATES = [
    ("全县高考报名2000人，上线900人，上线率55%。", "55%"),
    ("全县初中毕业生2000人，升入高中阶段学校1800人，升学率60%。", "60%"),
    ("全县小学在校生12000人，其中寄宿生3000人，占45%。", "45%"),
    ("全县小学在校生12000人，寄宿生3000人，寄宿率45%。", "45%"),
    ("全年实施教育项目86个、资金3.74亿元，截至6月底已开工71个，开工率45.4%。", "45.4%"),
    ("全年实施教育项目39个，开工37个，竣工28个，竣工率39.5%。", "39.5%"),
    ("全县参加高考1986人，被各类高校录取1655人，录取率45.8%。", "45.8%"),
    ("全县义务教育阶段教学班1013个，大班额38个，占比9.62%。", "9.62%"),
    ("全县排查安全隐患200处，整改180处，整改率60%。", "60%"),
]


@pytest.mark.parametrize(("text", "claim"), WRONG_RATES)
def test_a_rate_far_from_the_numbers_that_carry_its_words(wrong: Wrong, text: str, claim: str) -> None:
    assert [(kind, told) for kind, told, _ in wrong(text)] == [("ratio", claim)]


OTHER_RATES = [
    "全县高考报名2000人，上线900人，上线率45%。",
    "全县高考报名2500人，参考2000人，上线900人，上线率36%。",  # of those further off
    "全县初中毕业生2000人，升入普通高中1100人，升学率96%。",  # 普通高中 are not all that one can go up to
    "全县高考报名2000人，本科上线400人，上线率85%。",
    "全年实施教育项目39个，开工36个，竣工28个，竣工率77.8%。",  # of those begun
    "省级骨干教师120人，特级教师30人，占1.5%。",  # of all teachers
    "全县毕业生2000人，升学1200人，就业率97%。",
    "全县小学在校生12000人，其中寄宿生3000人，农村学生占65%。",
    "全县小学在校生12000人，其中寄宿生3000人，占农村学生的65%。",
    "全县专任教师900人，其中高级职称100人，本科以上学历的占96%。",
]


@pytest.mark.parametrize("text", OTHER_RATES)
def test_rates_of_something_else(wrong: Wrong, text: str) -> None:
    assert wrong(text) == []


def test_two_shares_that_leave_nothing_out(wrong: Wrong) -> None:
    assert [row[0] for row in wrong("在园幼儿中公办园占56.4%，民办园占53.6%。")] == ["share_sum"]
    for text in (
        "在园幼儿中公办园占56.4%，民办园占43.6%。",
        "公办园占56.4%，民办园在园幼儿占53.6%。",  # of two things
        "本科以上学历教师占96.4%，高级职称教师占33.6%。",
    ):
        assert wrong(text) == [], text


WRONG_TABLES = [
    ("| 类别 | 在校生(人) | 其中:女(人) |\n|---|---|---|\n| 小学 | 23100 | 11000 |\n| 初中 | 12130 | 5900 |\n| 高中 | 4000 | {} |", "1900", "4100"),
    ("类别\t在园人数合计\t在园人数女\n公办\t1600\t786\n民办\t1106\t{}\n其他\t800\t402", "580", "1580"),
    ("| 类别 | 学校数(所) | 在校生(人) |\n|---|---|---|\n| 幼儿园 | 61 | 12180 |\n| 其中:民办 | 19 | {} |\n| 小学 | 43 | 23100 |", "3380", "13380"),
    ("类别\t学生数(人)\t占比(%)\n幼儿园\t1180\t29.5\n小学\t1500\t37.5\n初中\t620\t15.5\n高中\t700\t{}\n合计\t4000\t100", "17.5", "27.5"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "right", "off"), WRONG_TABLES)
def test_parts_and_shares_in_tables(wrong: Wrong, table: str, right: str, off: str) -> None:
    assert wrong(table.format(right)) == []
    assert [told for _, told, _ in wrong(table.format(off))] == [off]


RIGHT_TABLES = [
    "类别\t招生数\t在校生数\n小学\t3600\t23100\n初中\t4000\t12130",
    "类别\t教职工数\t专任教师数\n小学\t1600\t1686\n初中\t1106\t980\n高中\t800\t702",  # teachers are counted by level, staff by school
    "学区\t小学在校生(人)\t专任教师(人)\t其中:本科\n城关\t9874\t613\t84.6\n新集\t1126\t142\t76.8\n上河\t318\t47\t66.0",  # in percent
    "类别\t学校数\t在校生\n小学\t88\t31654\n其中:教学点\t96\t2873\n初中\t12\t12130",  # counted beside the schools
    "类别\t学校数\n小学\t43\n初中\t12\n其中:农村\t30\n高中\t3",  # of both rows above, for all that one can tell
    "学校\t在校生\t其中:女\n甘州中学\t600\t720\n临泽中学\t500\t610\n高台中学\t400\t180",  # most do not fit: not the whole
    "类别\t学生数(人)\t占比(%)\n幼儿园\t1180\t12.5\n小学\t1500\t17.5\n初中\t620\t15.5\n高中\t700\t17.5\n合计\t4000\t15.6",  # of others
]


@pytest.mark.parametrize("table", RIGHT_TABLES)
def test_tables_that_say_something_else(wrong: Wrong, table: str) -> None:
    assert wrong(table) == []
