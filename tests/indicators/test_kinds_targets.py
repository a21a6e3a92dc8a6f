"""Targets beside facts: what a plan carries on over clauses, what a task or a bracket says, headings that only name aims.

What belongs here: sentences of our own, each number with its kind.  What does not: norms and tables by rule
(test_targets), whole papers (test_outlook).  The notation is that of conftest.py.
"""

from __future__ import annotations

from typing import Any

import pytest

T, F = "target", "observation"

SENTENCES = [
    # what is planned, and the clauses after it, until something is done
    ("规划2021—2024年建设寄宿制学校38所，新建宿舍6.2万平方米，总投资1.8亿元。", [("38所", T), ("6.2万", T), ("1.8亿元", T)]),
    ("该县计划2024年再投入3.2亿元，续建学校2所，可提供学位980个。", [("3.2亿元", T), ("2所", T), ("980个", T)]),
    ("年初计划实施项目18项，总投资5.02亿元，目前复工12项。", [("18项", T), ("5.02亿元", T), ("12项", F)]),
    ("县里建议：到2026年，公办园占比由目前的41.7%提高到50%，覆盖率85%以上。", [("41.7%", F), ("50%", T), ("85%", T)]),
    ("争取用三年时间将经费占比提高到5%。", [("5%", T)]),
    ("争取到上级资金1200万元。", [("1200万元", F)]),
    ("“今年要开工4所城区学校。”局长说。", [("4所", T)]),
    ("学前教育三年行动计划全面启动，新开工幼儿园4所。", [("4所", F)]),
    ("短板明显，明年小学招生减少1100人；教师平均年龄46.3岁。", [("1100人", T), ("46.3岁", F)]),
    ("明年新建小学2所；新增学位900个。", [("2所", T), ("900个", T)]),
    # tasks
    ("今年招生任务3.5万人，实际完成3.62万人。", [("3.5万人", T), ("3.62万人", F)]),
    ("培训6240人次，完成全年任务（1.1万人次）的56.7%。", [("6240人次", F), ("1.1万人次", T), ("56.7%", F)]),
    ("没有完成降到50%以下的年度任务。", [("50%", T)]),
    ("提前完成“双普”85%、50%的2023年目标。", [("85%", T), ("50%", T)]),
    ("新增学位3.2万个，超额完成年初确定的2.5万个任务。", [("3.2万个", F), ("2.5万个", T)]),
    ("完成招生任务3600人，落实资金目标管理经费80万元。", [("3600人", F)]),
    ("今年再建22所，届时可覆盖60个村。", [("60个", T)]),
    ("维修校舍年度指标值3.6万平方米，实际4.1万平方米。", [("3.6万", T), ("4.1万", F)]),
    # a bracket that tells where one stands
    ("到2026年，毛入学率达到62%（今年56.3%），体育教师缺额（现缺73名）补齐。", [("62%", T), ("56.3%", F), ("73名", F)]),
    ("到2026年，毛入学率达到62%（2025年60%）。", [("60%", T)]),
    # a norm for each
    ("每50名寄宿生至少配备1名生活教师。", [("50名", "definition"), ("1名", T)]),
    ("投入436万元，为每所学校配备录播教室1间。", [("1间", F)]),
    ("每班配备“两教一保”的园占95.6%。", [("95.6%", F)]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_targets_and_facts(sentence: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(sentence, expected, title="青川县教育工作情况", dated="2023-12-20")


PAPERS = [
    (
        "2023年度目标完成情况自查报告",
        "二、县定目标\n培训教师1200人次，报名8.9万人。\n三、下步工作目标\n招聘教师60名。",
        [("1200人次", F), ("8.9万人", F), ("60名", T)],
    ),
    (
        "青川县教育局上半年工作总结",
        "一、主要工作\n新建学校6所。\n四、下半年主要工作\n新增示范园2所。",
        [("6所", F), ("2所", T)],
    ),
    ("青川县教育简讯", "【进展】新建幼儿园18所。\n【计划】到2025年，新增学位7.5万个；等级园达50%。", [("18所", F), ("50%", T)]),
    ("青川县教育年报", "◎项目建设。完工6个。\n◎二〇二四年打算：化解大班额12个，招聘教师60名。", [("6个", F), ("12个", T), ("60名", T)]),
    (
        "青川县2023年秋季招生公示",
        "一、招生计划\n小班38个班1140人。\n二、随迁子女\n随迁子女在读2214人。",
        [("38个", T), ("1140人", T), ("2214人", F)],
    ),
    ("青川县整改方案", "五、整改要求\n1．两年内公办园占比达到55%以上；", [("55%", T)]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), PAPERS)
def test_headings_that_plan(title: str, text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    reads(text, expected, title=title, dated="2023-12-20")
