"""What cannot be, behind the real reading: parts greater than their whole, changes against the two values beside them.  Beside
each rule, what must be left alone."""

from collections.abc import Callable

import pytest

Wrong = Callable[[str], list[tuple[str, str | None, str]]]


TOO_GREAT = [
    ("全县教职工3120人，其中专任教师3500人。", "3500人"),
    ("全县小学在校生10000人，其中女生12000人。", "12000人"),
    ("全县初中专任教师500人，其中高级职称600人。", "600人"),
    ("全县小学43所，其中寄宿制学校52所，在校生23100人。", "52所"),
    ("全县在园幼儿5210人（其中民办5530人）。", "5530人"),
    ("全县小学在校生10000人（女12000人），校均537人。", "12000人"),
    ("全县有教职工3120人，专任教师3500人。", "3500人"),
    ("全县小学在校生10000人，女生12000人。", "12000人"),
    ("全年投入资金1.2亿元，其中中央资金1.5亿元。", "1.5亿元"),
]


@pytest.mark.parametrize(("text", "part"), TOO_GREAT)
def test_a_part_greater_than_its_whole(wrong: Wrong, text: str, part: str) -> None:
    assert [(kind, claim) for kind, claim, _ in wrong(text)] == [("sum", part)]
    assert "is told as a part of" in wrong(text)[0][2]


NO_PART = [
    "全县教职工3120人，其中专任教师2700人。",
    "全县有学校86所，在校生4.2万人，专任教师2900人，其中小学在校生2.3万人。",  # of the pupils, further off
    "全年招聘教师120人，其中特岗教师60人，累计招聘3500人。",
    "全县有小学43所，其中寄宿制学校12所，幼儿园61所。",  # the list of parts has ended
    "全县初中专任教师500人，全县女教师1900人。",  # of another whole
    "全县初中教职工620人，小学专任教师1386人。",
    "全县教师3000余人，其中女教师3200人。",  # 余 leaves it open
    "评选优秀教师20人，其中惠及学生3200人。",
    "全县小学专任教师1386人，初中高级职称教师1400人。",
    "全县小学教职工1600人，专任教师1686人。",  # counted by school, and by whom they teach
    "全县小学88所，其中教学点96个，在校生31654人。",
    "幼儿园小班不超过25人，中班30人，大班35人。",  # no 大班额
    "2022年在校生5000人，2023年女生5200人。",
]


@pytest.mark.parametrize("text", NO_PART)
def test_what_is_no_part_of_what_stands_before(wrong: Wrong, text: str) -> None:
    assert [row for row in wrong(text) if "is told as a part of" in row[2]] == []


OTHER_WAY = [
    ("九年义务教育巩固率98.2%，比2022年的97.9%下降0.3个百分点。", "0.3个百分点", "which is 0.3% more"),
    ("全县小学在校生5200人，比2022年的5000人减少200人。", "200人", "which is 200人 more"),
    ("全县小学在校生5200人，比2022年的5000人下降4%。", "4%", "which is 200人 more"),
    ("全县小学在校生由2020年的21300人增加到2023年的20100人。", "20100人", "which is 1200人 less"),
    ("大班额比例由2020年的2.1%下降到2023年的3.4%。", "3.4%", "which is 1.3% more"),
    ("2022年幼儿园61所，2023年幼儿园58所，增加3所。", "3所", "which is 3所 less"),
]


@pytest.mark.parametrize(("text", "claim", "words"), OTHER_WAY)
def test_a_change_against_its_own_values(wrong: Wrong, text: str, claim: str, words: str) -> None:
    found = wrong(text)
    assert [(kind, told) for kind, told, _ in found] == [("change", claim)], found
    assert words in found[0][2]


PRINTED_BEFORE = [
    ("全县小学在校生5600人，同比增长12%（2022年为5200人）。", "12%", "recomputed 7.69231%"),
    ("九年义务教育巩固率97.1%，比上年提高1.2个百分点（上年为95.1%）。", "1.2个百分点", "recomputed 2"),
    ("全县小学在校生5600人（上年为5200人），增长12%。", "12%", "recomputed 7.69231%"),
    ("全县小学在校生由20100人增加到21300人，增长16.0%。", "16.0%", "recomputed 5.97015%"),
    ("全县小学在校生5200人，比2022年的5000人增加900人。", "900人", "recomputed 200人"),
]


@pytest.mark.parametrize(("text", "claim", "words"), PRINTED_BEFORE)
def test_a_change_held_against_the_earlier_value(wrong: Wrong, text: str, claim: str, words: str) -> None:
    found = wrong(text)
    assert [(kind, told) for kind, told, _ in found] == [("change", claim)], found
    assert words in found[0][2]


NO_SLIP = [
    "九年义务教育巩固率98.2%，比2022年的97.9%提高0.3个百分点。",
    "九年义务教育巩固率98.2%，辍学率比2022年的0.9%下降0.3个百分点。",  # the change has a subject of its own
    "全县小学生师比由2020年的17:1优化提升到2023年的15:1。",  # fewer are better
    "试点学校由12所扩大到3所幼儿园。",  # what else is reached
    "全县小学在校生由20100人增加到21300人，同比增长1.2%。",  # against another year
    "全县小学在校生5600人，同比增长7.69%（2022年为5200人）。",
    "全县小学在校生5600人，比2020年增长12%（2022年为5200人）。",  # two times
    "全县小学在校生5600人，增长12%（全市为48200人）。",
    "教师学历达标率由60%提高到75%，增长25%。",  # of the rate itself
    "全县小学在校生5200人，比2022年的5000人增加200人。",
    "2022年幼儿园61所，2023年幼儿园58所，减少3所。",
]


@pytest.mark.parametrize("text", NO_SLIP)
def test_changes_that_fit_or_are_of_something_else(wrong: Wrong, text: str) -> None:
    assert wrong(text) == []
