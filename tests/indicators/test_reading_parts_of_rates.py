"""Parts that are named by those whom they are of: a rate by age and pupils, teachers by where they went, norms by level.

What belongs here: sentences for rules of leaning, eliding, shares and per_head on such parts, and near misses.  What does
not: parts by level alone (test_breakdowns), links of linking.yaml (test_linking_links); the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

PAPER = {"title": "张掖市教育工作情况", "dated": "2024-10-16"}

RULES = {
    "indicators.leaning._OF_AGE": Rule(
        "a rate by age goes on from the rate of all",
        by=[
            "全市总体近视率51%，其中6岁儿童11.2%。 | 11.2% = myopia_rate all 11.2 %",
            "总体近视率为50.3%，其中7-9岁学生为30.1%、10岁组42.6%。 | 30.1% = myopia_rate all 30.1 % | 42.6% = myopia_rate all 42.6 %",
            "体检结果显示，近视率48.8%，其中12岁儿童39.6%。 | 39.6% = myopia_rate all 39.6 %",
        ],
        alone=[
            "总体近视率51%，6岁儿童入学率99.8%。 | 99.8% = net_enrolment_rate _ 99.8 %",
            "近视率51%，其中肥胖率11.2%。 | 11.2% = other _ 11.2 %",
        ],
        paper=PAPER,
    ),
    "indicators.eliding._ASSIGNED": Rule(
        "some of those who were hired, and where they went",
        by=[
            "招聘教师412名，其中263名分配到农村学校。 | 263名 = teachers_recruited _ 263 person",
            "今年公开招聘教师86名，其中52名安排到乡镇学校。 | 52名 = teachers_recruited _ 52 person",
            "引进教师120名，其中40名充实到教学点。 | 40名 = teachers_recruited _ 40 person",
        ],
        alone=[
            "培训教师412名，其中263名分配到农村学校。 | 263名 = other _ 263 person",
            "招聘教师412名，263名学生分配到新校区。 | 263名 = _ _ 263 person",
        ],
        paper=PAPER,
    ),
    "indicators.eliding._THOSE": Rule(
        "those of which something is told",
        by=[
            "新建学校96所，新增学位8.9万个。其中，今年秋季投入使用的有31所。 | 31所 = schools_built _ 31 institution",
            "三年实施学校布局调整，其中新建的有12所，撤并的有26所。 | 12所 = schools_built _ 12 institution | 26所 = schools_merged _ 26 institution",
            "三年来学校布局不断优化，其中扩建的共有9所。 | 9所 = schools_built _ 9 institution",
        ],
        alone=[
            "全县有小学62所，其中达标的有56所。 | 56所 = _ _ 56 institution",
            "有学生的学校31所。 | 31所 = _ _ 31 institution",
        ],
        paper=PAPER,
    ),
    "indicators.shares._TOOK_PART": Rule(
        "the rate of the teachers who were just counted",
        by=[
            "课后服务参加学生7.3万人，参与率97.2%；参与教师4320人，参与率95.8%。 | 97.2% = after_school_student_participation _ 97.2 % | 95.8% = after_school_teacher_participation _ 95.8 %",
            "开展课后服务，参与服务的教师5630人，参与率88.2%。 | 88.2% = after_school_teacher_participation _ 88.2 %",
            "延时服务全覆盖，教师1200人参加，参与率为91%。 | 91% = after_school_teacher_participation _ 91 %",
        ],
        alone=[
            "课后服务参加学生7.3万人，参与率97.2%。 | 97.2% = after_school_student_participation _ 97.2 %",
            "教师1200人参加线上研修，参与率为91%。 | 91% = _ _ 91 %",
        ],
        paper=PAPER,
    ),
    "indicators.per_head._RATES": Rule(
        "norms whose name stands behind them all",
        by=[
            "按小学720元、初中940元标准足额拨付生均公用经费。 | 720元 = per_student_expenditure primary 720 CNY/person | 940元 = per_student_expenditure lower_secondary 940 CNY/person",
            "严格按照小学650元、初中850元的标准安排公用经费。 | 650元 = per_student_expenditure primary 650 CNY/person | 850元 = per_student_expenditure lower_secondary 850 CNY/person",
            "按特殊教育6000元的标准及时落实公用经费。 | 6000元 = per_student_expenditure special 6000 CNY/person",
        ],
        alone=[
            "按小学5元、初中6元标准收取餐费。 | 5元 = other _ 5 _",
            "安排专项资金720万元，按标准拨付公用经费。 | 720万元 = _ _ 7200000 CNY",
        ],
        paper=PAPER,
    ),
}
test_rules, test_without_them = table(RULES)


@pytest.mark.parametrize(
    ("text", "number", "reading"),
    [
        # a rate of all pupils goes on with those who are named; other counts do not
        ("总体近视率53.2%，其中小学生36.9%、初中生70.5%。", "70.5%", "myopia_rate lower_secondary 70.5 %"),
        ("课后服务学生参与率91%，其中小学生95%。", "95%", "after_school_student_participation primary 95 %"),
        ("专任教师本科率81%，其中初中生占36.9%。", "36.9%", "other _ 36.9 %"),
        # what is shared out and what is paid for meals is no aid
        ("实施营养改善计划，全年拨付补助资金3231万元。", "3231万元", "nutrition_fund _ 32310000 CNY"),
        ("发放国家助学金，全年拨付补助资金320万元。", "320万元", "student_aid_amount _ 3200000 CNY"),
        # schools and kindergartens together
        ("全县38所学校（园）共有学生1.52万人。", "38所", "institutions k12_and_pre_primary 38 institution"),
        ("为12所学校（园）安装空调。", "12所", "other _ 12 institution"),
    ],
)
def test_parts_and_topics(reads: Callable[..., None], text: str, number: str, reading: str) -> None:
    reads(text, [(number, reading)], **PAPER)
