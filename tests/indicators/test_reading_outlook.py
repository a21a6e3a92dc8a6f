"""Numbers below titles, headings and openings that look back or ahead; the sentences are our own.

What belongs here: papers of some lines, and sentences for rules of indicators.outlook, with near misses.  What does not:
titles, headings and openings by themselves (test_outlook), plans read as a whole (test_reading_plans); the notation
(conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, table


def test_what_is_announced_now_is_no_intention(reads: Any) -> None:
    text = "2021年全县中考录取工作已经结束,现将录取数据公示如下。\n县区|普高录取率%\n甘州区|61.4\n临泽县|58.7"
    reads(text, [("61.4", "admission_rate _ 61.4 %")], title="关于2021年中考录取数据的公示", dated="2021-10-12")


READ: list[tuple[str, list[tuple[str, str]], dict[str, Any]]] = [
    (
        "2018年，全县教育工作取得新成绩。\n一是控辍保学。小学14所，在校生5118名。\n\n2019年，要实现净入学率稳定在99.9%以上，再建幼儿园6所。",
        [
            ("14所", "institutions primary 14 institution ?"),
            ("5118名", "students primary 5118 person ?"),
            ("99.9%", "net_enrolment_rate _ 99.9 % target ge 2019"),
            ("6所", "_ pre_primary 6 institution target 2019"),
        ],
        {"title": "肃南县教育局2018年工作总结暨2019年工作思路", "dated": None},
    ),
    (
        "一、现状。截至2016年底，全县共有幼儿园112所，其中农村87所，毛入园率74.6%。\n二、目标。到2017年底，毛入园率达到80%，普通话水平达标率达到100%。",
        [
            ("112所", "institutions pre_primary 112 institution 2016-12-31"),
            ("87所", "institutions pre_primary 87 institution 2016-12-31"),
            ("74.6%", "gross_enrolment_ratio pre_primary 74.6 % 2016-12-31"),
            ("80%", "gross_enrolment_ratio pre_primary 80 % target 2017-12-31"),
            ("100%", "_ _ 100 % target 2017-12-31"),
        ],
        {"title": "肃南县学前免费教育行动计划（2017—2020年）", "dated": None},
    ),
    (
        "去年新建基地9个，今年再建6个，累计达到31个。高考本科上线率较上年提升3个百分点左右。\n目前已聘任法治副校长87名。",
        [
            ("6个", "_ _ 6 _ target"),
            ("31个", "_ _ 31 _ target"),
            ("3个百分点", "bachelor_line_rate _ 3 pp change target approx"),
            ("87名", "_ _ 87 person"),
        ],
        {"title": "甘州区教育局2025年工作要点", "dated": "2025-02-20"},
    ),
    (
        "2024年，全县要新建农村寄宿制学校5所，撤并教学点40所。",
        [("5所", "schools_built _ 5 institution target 2024"), ("40所", "schools_merged _ 40 institution target 2024")],
        {"title": "甘州区教育工作总结", "dated": "2024-01-20"},
    ),
    (
        "三、存在的问题及下一步打算\n公办园占比仅41.2%。下一步，新建公办园3所。",
        [("41.2%", "_ _ 41.2 %"), ("3所", "_ _ 3 institution target")],
        {"title": "甘州区教育局2022年工作总结", "dated": "2022-12-28"},
    ),
    (
        "目标任务：改造运动场12片。完成情况：改造运动场13片。",
        [("12片", "_ _ 12 item target"), ("13片", "_ _ 13 item")],
        {"title": "甘州区2024年民生实事办理情况", "dated": "2024-11-05"},
    ),
    (
        "但也存在一些问题：公办园占比为37.5%。\n从2022年起，每年安排经费300万元。\n下半年新建学校3所。",
        [
            ("37.5%", "_ _ 37.5 %"),
            ("300万元", "_ _ 3000000 _ target"),
            ("3所", "_ _ 3 institution target 2022-07-01..2022-12-31"),
        ],
        {"title": "甘州区教育局2022年工作要点", "dated": "2022-02-20"},
    ),
    (
        "三、“十四五”主要指标\n1.学前教育：净入园率99%以上。\n四、重点工程\n现有省级骨干教师31名，新增12名。把现有学校整合为9所。",
        [
            ("99%", "_ _ 99 % target ge 2025-12-31"),
            ("31名", "_ _ 31 person"),
            ("9所", "_ _ 9 institution target"),
        ],
        {"title": "甘州区教育“十四五”规划", "dated": "2021-09-20"},
    ),
    (
        "截至2021年底，全区有学校83所。巩固率96.04%。",
        [("83所", "_ _ 83 institution 2021-12-31"), ("96.04%", "retention_rate _ 96.04 % 2021-12-31")],
        {"title": "甘州区教育提质行动计划（2022—2024年）", "dated": None},
    ),
    (
        "年底前覆盖学校86所。去年配备教师113名。",
        [("86所", "_ _ 86 institution target 2023-12-31"), ("113名", "_ _ 113 person 2022")],
        {"title": "甘州区教育局2023年工作要点", "dated": None},
    ),
    (
        "制定办法，将建强思政课教师队伍纳入工程，2023年招录教师17名。",
        [("17名", "teachers_recruited _ 17 person 2023")],
        {"title": "甘州区教育工作总结", "dated": "2024-01-20"},
    ),
]


@pytest.mark.parametrize(("text", "expected", "paper"), READ)
def test_numbers(text: str, expected: list[tuple[str, str]], paper: dict[str, Any], reads: Any) -> None:
    reads(text, expected, **paper)


HEADLINES = [
    (
        "青禾县教育局上半年工作小结及下半年安排",
        "一、布局调整\n新建学校6所，开工率86%。\n二、下半年主要目标\n新增示范园2所。",
        [("6所", "observation"), ("86%", "observation"), ("2所", "target")],
    ),
    (
        "在2024年全县教育工作会议上的报告",
        "一、过去一年\n补充教师124人。\n二、2024年重点任务\n招聘教师60名。",
        [("124人", "observation"), ("60名", "target")],
    ),
    (
        "青禾教育一周要闻",
        "●县教育局：下达明年工作安排\n补充教师60名。\n●清溪镇：体质监测\n优良率36.2%，近视率51.7%。",
        [("60名", "target"), ("36.2%", "observation"), ("51.7%", "observation")],
    ),
    (
        "青禾县教育局2023年工作总结",
        "三、下一步打算\n新建学校6所。\n四、队伍建设\n招聘教师60名。",
        [("6所", "target"), ("60名", "target")],
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), HEADLINES)
def test_titles_and_headlines(title: str, text: str, expected: list[tuple[str, str]], reads: Any) -> None:
    """A title opens no section, a headline speaks for itself alone, a numbered section for those after it too."""
    reads(text, expected, title=title, dated="2024-01-20")


RULES = {
    "language.periods_scan._AIMED_AT": Rule(
        "the aims of a year are due on its last day",
        by=[
            "2024年毛入园率达95%，巩固率98%。2027年主要目标：毛入园率96%，巩固率99%。 | 95% = gross_enrolment_ratio _ 95 % 2024 | 98% = retention_rate _ 98 % 2024 | 96% = gross_enrolment_ratio _ 96 % target 2027-12-31 | 99% = retention_rate _ 99 % target 2027-12-31",
            "毛入园率94%；2026年预期目标为：毛入园率95%。 | 94% = gross_enrolment_ratio _ 94 % | 95% = gross_enrolment_ratio _ 95 % target 2026-12-31",
            "附：职业教育行动计划2027年目标值（部分）——双师型教师比例90%。 | 90% = double_qualified_teacher_share _ 90 % target 2027-12-31",
        ],
        alone=[
            "2025年目标任务：毛入园率95%。 | 95% = gross_enrolment_ratio _ 95 % target 2025",
            "2025年计划新建幼儿园2所，目标明确。 | 2所 = schools_built pre_primary 2 institution target 2025",
        ],
        paper={"title": "张掖市教育工作情况", "dated": "2025-02-10"},
    ),
    "indicators.outlook._AIMS_OF": Rule(
        "what follows the aims of a year is a target of its last day, and what stands before them is none",
        by=[
            "现有公办园38所。2026年主要目标如下：/1.毛入园率95%。/2.公办园45所。/全县现有小学22所。 | 38所 = institutions pre_primary 38 institution | 95% = gross_enrolment_ratio _ 95 % target 2026-12-31 | 45所 = institutions pre_primary 45 institution target 2026-12-31 | 22所 = institutions primary 22 institution",
            "现有公办园38所。2026年目标：1.毛入园率95%。/2.公办园45所。 | 38所 = institutions pre_primary 38 institution | 95% = gross_enrolment_ratio _ 95 % target 2026-12-31 | 45所 = institutions pre_primary 45 institution target 2026-12-31",
            "毛入园率94%。2026年预期目标为：/1.毛入园率95%。 | 94% = gross_enrolment_ratio _ 94 % | 95% = gross_enrolment_ratio _ 95 % target 2026-12-31",
        ],
        alone=[
            "2026年目标：普惠率95%，公办园占比60%。/（二）保障条件。现有公办园38所。 | 95% = inclusive_kindergarten_coverage _ 95 % target 2026-12-31 | 60% = public_kindergarten_enrolment_share _ 60 % target 2026-12-31 | 38所 = institutions pre_primary 38 institution",
            "2024年目标任务完成情况：毛入园率95%。 | 95% = gross_enrolment_ratio _ 95 %",
            "2024年全县毛入园率达95%。 | 95% = gross_enrolment_ratio _ 95 % 2024",
        ],
        paper={"title": "张掖市教育工作情况", "dated": "2025-02-10"},
    ),
    "indicators.papers._FUTURE": Rule(
        "a paper whose title leaves it open plans where it speaks more of what shall be",
        by=[
            "新建幼儿园8所。/已建成信息平台。加强管理，推进改革，落实责任。 | 8所 = schools_built pre_primary 8 institution target",
            "农村公办园占比60%。/各校已完成登记。确保安全，力争优质，推进改革。 | 60% = public_kindergarten_enrolment_share _ 60 % target",
            "撤并教学点12个。/已达标学校不动。建立机制，加强督导。 | 12个 = schools_merged primary 12 institution target",
        ],
        alone=[
            "新建幼儿园8所。/已建成信息平台，累计投入大，截至目前运行良好。 | 8所 = schools_built pre_primary 8 institution",
            "新建幼儿园8所。/已建成信息平台。加强管理。 | 8所 = schools_built pre_primary 8 institution",
        ],
        paper={"title": "张掖市学校布局调整意见", "dated": "2025-05-12"},
    ),
    "indicators.outlook._YEARS_WORK": Rule(
        "a paragraph that opens with this year's work plans it, in the first half of the year",
        by=[
            "今年全市教育工作，概括起来是：再投入10亿元，招聘教师380名。 | 380名 = teachers_recruited _ 380 person target 2025",
            "2025年教育工作重点：招聘教师380名，新建学校9所。 | 380名 = teachers_recruited _ 380 person target 2025 | 9所 = schools_built _ 9 institution target 2025",
            "今年我市教育工作安排如下：新建学校9所。 | 9所 = schools_built _ 9 institution target 2025",
        ],
        alone=[
            "今年全市已招聘教师380名。 | 380名 = teachers_recruited _ 380 person",
            "2024年全市教育工作重点突出，招聘教师380名。 | 380名 = teachers_recruited _ 380 person 2024",
        ],
        paper={"title": "张掖市教育工作情况", "dated": "2025-02-10"},
    ),
    "indicators.outlook._TROUBLES": Rule(
        "a paragraph that opens with what is wanting tells, in a plan too, what is",
        by=[
            "全县教育还面临不少挑战，城区大班额46个。 | 46个 = large_classes _ 46 class D",
            "县域教育发展存在明显短板。本科以上学历教师占62%，小学班额51人。 | 51人 = class_size primary 51 person D",
            "教育发展还有一些薄弱环节。小学巩固率98%。 | 98% = retention_rate primary 98 % D",
        ],
        alone=[
            "着力补齐短板。小学巩固率98%。 | 98% = retention_rate primary 98 % target",
            "小学班额50人，着力解决存在的问题。 | 50人 = class_size primary 50 person target",
        ],
        paper={"title": "张掖市“十四五”教育发展规划", "dated": "2021-03-05"},
    ),
    "indicators.outlook._DID": Rule(
        "a list of what was done, however much its opening intends",
        by=[
            "我们将安全摆在首位，完成了以下任务：/一是新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution",
            "为确保质量，我们已落实以下措施：/一是新增学位1200个。 | 1200个 = new_places _ 1200 place",
            "我们力争上游，采取了以下举措：/一是改扩建学校8所。 | 8所 = schools_built all 8 institution",
        ],
        alone=[
            "围绕目标，我们努力做好以下工作：/一是新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution target",
            "我们抓好以下工作：/一是新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution",
        ],
        paper={"title": "张掖市2024年教育工作总结", "dated": "2024-12-10"},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
