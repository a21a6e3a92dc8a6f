"""Cells that hold several figures: each with its part of the header or stub, or with its level.

A table stands in a line with ¦ (a tab) between its cells and § between its rows.

What belongs here: slashes, brackets and levels in cells, and cells that look alike and hold one figure or a sentence.  What does
not: other cells (test_reading_table_cells); the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

FORMS = [
    # each of the names that a slash parts; the second may share the beginning of the first
    ("工作任务¦2022年完成情况¦2023年目标值§课后服务学校覆盖率／学生参与率¦100%／91.7%¦100%／≥93%", [("91.7%", "after_school_student_participation _ 91.7 % 2022"), ("93%", "after_school_student_participation _ 93 % ge target")]),
    ("指标¦2023年§毛入园率/巩固率¦94.1%/97.8%", [("94.1%", "gross_enrolment_ratio pre_primary 94.1 %"), ("97.8%", "retention_rate _ 97.8 %")]),
    # or that a bracket adds
    ("指标¦2022年§学生体质健康合格率（优良率）¦94.1%（37.8%）", [("94.1%", "fitness_pass_rate _ 94.1 %"), ("37.8%", "fitness_excellent_rate _ 37.8 %")]),
    ("县区¦在园幼儿（人）¦备注§甘州区¦9120（4310）¦无", [("9120", "identifier"), ("4310", "identifier")]),  # nothing names the second
    # three in turn, of the header's three
    ("片区¦学校数（小学/初中/教学点）¦在校生（小学/初中）§城北片区¦11/6/4¦18264/9037§城南片区¦7/3/15¦2210/1346", [("11", "institutions primary 11 institution"), ("6", "institutions lower_secondary 6 institution"), ("4", "teaching_points _ 4 institution"), ("9037", "students lower_secondary 9037 person")]),
    # levels in the cell, under a unit that the row gives
    ("指标¦单位¦2022年¦2028年§专任教师本科及以上学历比例¦%¦小学78.4；初中96.2¦小学90；初中99", [("78.4", "_ primary 78.4 % 2022"), ("96.2", "_ lower_secondary 96.2 % 2022"), ("90", "_ primary 90 % target"), ("99", "_ lower_secondary 99 % target")]),
    ("指标¦单位¦2022年§平均班额¦人¦小学38.1、初中45.6、高中49", [("38.1", "class_size primary 38.1 person"), ("49", "class_size _ 49 person")]),
    # a sentence in a cell stays one
    ("工作任务¦2022年完成情况¦2023年目标值§义务教育阶段新增学位¦2160个¦3240个（其中初中1200个）", [("2160个", "new_places compulsory 2160 place 2022"), ("3240个", "new_places compulsory 3240 place target"), ("1200个", "new_places lower_secondary 1200 place target")]),
    ("指标¦2022年§大班额比例¦小学3.2%、初中4.4%", [("3.2%", "_ primary 3.2 %"), ("4.4%", "_ lower_secondary 4.4 %")]),
    ("县区¦学校（所）§甘州区¦小学11所", [("11所", "institutions primary 11 institution")]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), FORMS)
def test_each_figure_with_its_name(rows: str, expected: list[tuple[str, str]], reads: Callable[..., None]) -> None:
    plan = {"title": "张掖市教育局2023年重点工作任务清单", "dated": "2023-03-02"} if "目标值" in rows else {}
    reads(rows.replace("§", "\n"), expected, **plan)
