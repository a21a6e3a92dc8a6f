"""Rules that short papers and pages of the web taught: sentences that are read by them, and near misses.

A table stands in a line with ¦ (a tab) between its cells and / between its rows.

What belongs here: rules of the packages language and indicators found in the batches gc and we.  What does not: lists of
words (test_listed_words), links (test_linking_links), the place of an article (tests/language/test_home).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, parted, table

REPORT = {"title": "临泽县教育工作情况", "dated": "2024-12-22"}
SCHOOL = {"title": "临泽县第三中学", "dated": "2024-12-22"}

RULES = {
    "indicators.naming._TAKES_UP": Rule(
        "what a share is of is not what is the share of all",
        by=[
            "五、六年级占了大班额的七成。 | 七成 = other _ 70 %",
            "县城学校占大班额62%。 | 62% = other _ 62 %",
            "城区初中占全县大班额的53.5%。 | 53.5% = other _ 53.5 %",
        ],
        alone=[
            "全县大班额占2.4%。 | 2.4% = large_class_share compulsory 2.4 %",
            "大班额由29个减至4个，占比0.3%。 | 4个 = large_classes compulsory 4 class | 0.3% = large_class_share compulsory 0.3 %",
            "大班额降至1.5%。 | 1.5% = large_class_share compulsory 1.5 %",
        ],
    ),
    "language.periods_scan._UP_TO": Rule(
        "the month that a span goes on to is the last one before the day of the paper",
        by=[
            "自2022年校安工程启动以来，至12月中旬，累计投入资金1.72亿元。 | 1.72亿元 = capital_investment _ 172000000 CNY 2022-01-01..2024-12-20",
            "2021年以来，截至11月底，全县新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution 2021-01-01..2024-11-30",
            "自2023年创建以来，截至10月末，培训教师860人次。 | 860人次 = teachers_trained _ 860 person-time 2023-01-01..2024-10-31",
        ],
        alone=[
            "2023年，全县推进创建，截至11月底，新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution 2023-11-30",
            "截至11月底，全县新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution 2024-11-30",
        ],
        paper=REPORT,
    ),
    "indicators.headings._OF_AUTHORITY": Rule(
        "a paper of an authority on a school's page tells of the place",
        by=[
            "学校简介/学校现有教师198人。/校务公开/【转发】临泽县教育局关于秋季开学情况的通报/新建学位1350个。 | 198人 = anecdote | 1350个 = new_places _ 1350 place",
            "学校概况/学校现有教师86人。/县教育体育局关于教师招聘情况的公告/今年招聘教师60名。 | 86人 = anecdote | 60名 = teachers_recruited _ 60 person",
            "学校简介/学校占地92亩。/[转载]张掖市人民政府办公室关于学位建设的通报/一、学位/新增学位7000个。 | 92亩 = anecdote | 7000个 = new_places _ 7000 place",
        ],
        alone=[
            "学校简介/学校现有教师198人。/校务公开/关于学位建设的说明/新增学位1350个。 | 198人 = anecdote | 1350个 = anecdote",
            "学校简介/学校现有教师86人。/师资建设/今年招聘教师60名。 | 86人 = anecdote | 60名 = anecdote",
        ],
        paper=SCHOOL,
    ),
}


@pytest.fixture
def reads(reads: Callable[..., None]) -> Callable[..., None]:
    return lambda text, expected, **paper: reads(text.replace("¦", "\t"), expected, **paper)


test_right, test_missed_without_its_rule = table(RULES)

LINES = [
    # the year that is appraised
    (
        "临泽县2023年度教育发展考核自评情况",
        "公办园在园幼儿占比61.3%。/参加课后服务学生9120人。 | 61.3% = public_kindergarten_enrolment_share pre_primary 61.3 % 2023 | 9120人 = _ _ 9120 person 2023",
    ),
    (
        "临泽县2023年度履行教育职责自评报告",
        "公办园在园幼儿占比61.3%。 | 61.3% = public_kindergarten_enrolment_share pre_primary 61.3 % 2024-09-30",
    ),
    # whose money a heading is about
    (
        "临泽县2023年教育经费执行情况公告",
        "3、各级学校生均公共财政预算教育事业费/（1）普通小学为5876.23元，比上年的5312.40元增长10.61%；/（2）普通初中为7962.15元。 | 5876.23元 = per_student_expenditure primary 5876.23 CNY/person | 5312.40元 = per_student_expenditure primary 5312.4 CNY/person | 10.61% = per_student_expenditure primary 10.61 % growth | 7962.15元 = per_student_expenditure lower_secondary 7962.15 CNY/person",
    ),
    (
        "临泽县2023年教育经费执行情况公告",
        "3、各级学校情况/小学为56所，中学12所。 | 56所 = institutions primary 56 institution",
    ),
    # those above the line, however it is called
    (
        "临泽县教育工作情况",
        "今年高考进入本科段187人，重点本科段41人。 | 187人 = bachelor_line_students _ 187 person | 41人 = bachelor_line_students _ 41 person",
    ),
    (
        "临泽县教育工作情况",
        "高考报名587人，本科批上线341人。 | 587人 = other _ 587 person | 341人 = bachelor_line_students _ 341 person",
    ),
    (
        "临泽县教育工作情况",
        "今年高考录取731人，录取率74.1%，其中本科302人。 | 302人 = bachelor_line_students _ 302 person",
    ),
    ("临泽县教育工作情况", "高考成绩喜人。全县教师中本科302人。 | 302人 = full_time_teachers _ 302 person"),
    # what one person gets once
    (
        "临泽县教育工作情况",
        "对引进的博士给予一次性奖励20万元。 | 20万元 = other _ 200000 CNY",
    ),
    ("临泽县教育工作情况", "县财政安排奖励资金200万元。 | 200万元 = earmarked_education_funds _ 2000000 CNY"),
    # those who are of an age, or are taught at home
    (
        "临泽县各乡镇适龄人口就学情况汇总表",
        "乡镇¦适龄人口¦在校人数¦随班就读¦送教上门¦缓学/沙河镇¦6218¦6205¦9¦4¦2/鸭暖镇¦3377¦3371¦5¦1¦3 | 6218 = other _ 6218 person | 9 = students special 9 person | 4 = students special 4 person | 2 = other _ 2 person",
    ),
    (
        "临泽县各乡镇学校情况",
        "乡镇¦学校数¦在校人数¦就读率/沙河镇¦6¦620¦99.2/鸭暖镇¦3¦330¦98.7 | 6 = institutions _ 6 institution | 99.2 = other _ 99.2 %",
    ),
    # large classes of the term before
    (
        "临泽县教育工作情况",
        "新增学位1350个；56人以上大班额由上学期的29个减至4个。 | 29个 = large_classes _ 29 class | 4个 = large_classes _ 4 class",
    ),
    ("临泽县教育工作情况", "新增学位1350个；大班额由本学年的29个减至4个。 | 4个 = large_classes _ 4 class"),
]


@pytest.mark.parametrize(("title", "line"), LINES)
def test_words(title: str, line: str, reads: Callable[..., None]) -> None:
    text, expected = parted(line)
    reads(text, expected, title=title, dated="2024-09-30")
