"""Whether words that end as a school's name does are one school's.

What belongs here: names and sorts of schools.  What does not: what is told of a school (test_reading_*).
"""

from __future__ import annotations

import pytest

from edu_pipeline.indicators.school_names import is_sort_of_school


@pytest.mark.parametrize(
    "name",
    ["职业中学", "普通高中", "特殊教育学校", "九年一贯制学校", "重点中学", "双语幼儿园", "农村小学", "乡镇中心小学", "普惠性幼儿园", "寄宿制学校"],
)  # fmt: skip
def test_sorts(name: str) -> None:
    assert is_sort_of_school(name)


@pytest.mark.parametrize(
    "name", ["东关小学", "第三中学", "灵山中学", "湖滨幼儿园", "和平小学", "高台职业中学", "西城双语幼儿园"]
)
def test_names(name: str) -> None:
    assert not is_sort_of_school(name)
