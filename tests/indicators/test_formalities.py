"""Numbers of a paper's scope, of papers to hand in, of examinations and of what is told of him or her.

What belongs here: sentences of our own for indicators/formalities, and for him and her (tales).  What does not: meetings
and inspections (test_kinds_anecdotes), thresholds (test_kinds_definitions).  The notation is conftest's.
"""

from __future__ import annotations

from typing import Any

import pytest

Case = tuple[str, list[tuple[str, str]]]

SCOPES: list[Case] = [
    ("本公报统计范围为全市5个县（区），含2个县级市。", [("5个", "anecdote"), ("2个", "anecdote")]),
    ("数据范围包括3区、2县和1个开发区的各类学校。", [("3区", "anecdote"), ("2县", "anecdote"), ("1个", "anecdote")]),
    ("本数据集收录我省9个市（州）各类学校数。", [("9个", "anecdote")]),
    ("本表反映全市6个区县的情况。", [("6个", "anecdote")]),
    ("数据集中管理，全县有小学12所。", [("12所", "institutions primary 12 institution")]),
    ("统计范围:全州7个县市。", [("7个", "anecdote")]),
    # and what states something all the same
    ("统计范围为各类学校，全市有小学128所。", [("128所", "institutions primary 128 institution")]),
    ("全市5个县通过义务教育优质均衡国家认定。", [("5个", "certified_counties compulsory 5 county")]),
]
HANDED_IN: list[Case] = [
    ("入学申请材料由5项压减为2项。", [("5项", "anecdote"), ("2项", "anecdote")]),
    ("报名手续精简至3个。", [("3个", "anecdote")]),
    ("办理流程缩减到4个环节。", [("4个", "anecdote")]),
    ("开工建设项目15项。", [("15项", "construction_projects _ 15 project")]),
    ("提交材料后录取新生320人。", [("320人", "new_entrants _ 320 person")]),
]
EXAMINATIONS: list[Case] = [
    ("体育中考总分60分，采取“必考2项+抽考1项”。", [("60分", "anecdote"), ("2项", "anecdote"), ("1项", "anecdote")]),
    ("实验考查满分为30分，其中操作20分、报告10分。", [("20分", "anecdote"), ("10分", "anecdote")]),
    ("英语卷面总分120分。", [("120分", "anecdote")]),
    ("考生平均总分412分。", [("412分", "other _ 412 other")]),
    ("体育中考总分60分，全市平均分51.3分。", [("60分", "anecdote"), ("51.3分", "other _ 51.3 other")]),
]
PROVERBS: list[Case] = [
    ("对违规办班，发现1起查处1起。", [("1起", "anecdote"), ("1起", "anecdote")]),
    ("违规收费出现2起就要通报2起。", [("2起", "anecdote")]),
    ("查实1起、严惩1起。", [("1起", "anecdote")]),
]
TOLD: list[Case] = [
    ("那时她每学期要交800元书费。", [("800元", "anecdote")]),
    ("他在山里教了120名学生。", [("120名", "anecdote")]),
    ("工作人员2次上门，为其办理助学贷款6000元。", [("2次", "anecdote"), ("6000元", "anecdote")]),
    ("他介绍，全市有小学128所。", [("128所", "institutions primary 128 institution")]),
    ("他说全市招聘教师320名。", [("320名", "teachers_recruited _ 320 person")]),
    (
        "小学41所，其他学校12所。",
        [("41所", "institutions primary 41 institution"), ("12所", "institutions _ 12 institution")],
    ),
    ("向贫困学生发放补助，为其减免学费320万元。", [("320万元", "_ _ 3200000 CNY")]),
]
THRESHOLDS: list[Case] = [
    ("对收费低于公办园1.5倍的民办园给予补助。", [("1.5倍", "definition")]),
    ("支出超过上年2倍的县区列入名单。", [("2倍", "definition")]),
    ("每新增1个普惠学位奖补2000元。", [("1个", "definition")]),
    ("按每引进1名博士补助的办法执行。", [("1名", "definition")]),
    ("31人以上中班、36人以上大班已全部消除。", [("31人", "definition"), ("36人", "definition")]),
    ("在园幼儿是上年的1.2倍。", [("1.2倍", "_ _ 1.2 _")]),
    ("全年新增1个普惠学位。", [("1个", "_ _ 1 place")]),
]
PLANNED: list[Case] = [
    (
        "规划项目开工率、完工率分别为98%和91.5%。",
        [("98%", "project_start_rate _ 98 %"), ("91.5%", "project_completion_rate _ 91.5 %")],
    ),
    ("规划2026年新建小学4所。", [("4所", "schools_built primary 4 institution target")]),
]


@pytest.mark.parametrize("case", [*SCOPES, *HANDED_IN, *EXAMINATIONS, *PROVERBS, *TOLD, *THRESHOLDS, *PLANNED])
def test_formalities(case: Case, reads: Any) -> None:
    reads(*case)
