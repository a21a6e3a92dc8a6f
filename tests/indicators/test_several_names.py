"""Names that one number speaks for: sentences for rules of indicators.several_names, and of schooling where levels are told so.

What belongs here: which names a number is of that stands once behind several.  What does not: lists of as many numbers as
names (test_naming), which indicator a name is of (test_catalogue); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.several_names._EACH": Rule(
        "均, 双双 or how many they are says that the number is of each of the names",
        by=[
            "毛入园率、普惠率两项指标均超90%。 | 90% = gross_enrolment_ratio _ 90 % gt label:毛入园率 + inclusive_kindergarten_coverage _ 90 % gt label:普惠率",
            "巩固率和毛入园率均较上年提高1.5个百分点。 | 1.5 = retention_rate _ 1.5 pp change + gross_enrolment_ratio _ 1.5 pp change",
            "学校封闭管理、一键报警均达到100%。 | 100% = other _ 100 % label:学校封闭管理 + other _ 100 % label:一键报警",
            "巩固率、普惠率实现两个100%。 | 100% = retention_rate _ 100 % + inclusive_kindergarten_coverage _ 100 %",
            "毛入园率、普惠率、公办园占比全部超过60%。 | 60% = gross_enrolment_ratio _ 60 % gt + inclusive_kindergarten_coverage _ 60 % gt + public_kindergarten_enrolment_share _ 60 % gt",
        ],
        alone=[
            "巩固率、普惠率分别达98%和91%。 | 98% = retention_rate _ 98 % | 91% = inclusive_kindergarten_coverage _ 91 %",
            "毛入园率达95%，各幼儿园普惠率达90%。 | 95% = gross_enrolment_ratio _ 95 % | 90% = inclusive_kindergarten_coverage _ 90 %",
            "推进义务教育优质均衡发展，巩固率达98%。 | 98% = retention_rate _ 98 %",
            "小学、初中生均校舍面积7.5平方米。 | 7.5 = _ compulsory 7.5 m2/person",
        ],
    ),
    "indicators.several_names._JOINT": Rule(
        "names are parted by 、, 和, 与, 及 or 以及",
        by=[
            "新建项目竣工率、完成率：100%。 | 100% = project_completion_rate _ 100 % label:新建项目竣工率 + other _ 100 % label:完成率",
            "●小学巩固率与毕业率均达99%。 | 99% = retention_rate primary 99 % + other primary 99 % label:毕业率",
            "教师持证率和达标率都是96%。 | 96% = teacher_certification_rate _ 96 % + other _ 96 % label:达标率",
        ],
        alone=[
            "教师参与率达96%。 | 96% = _ _ 96 % label:教师参与率",
            "普及率均达96%。 | 96% = _ _ 96 % label:普及率",
            "道德与法治课开课率均达96%。 | 96% = other _ 96 %",
        ],
    ),
    "indicators.several_names._RATE": Rule(
        "names that all are rates share a share without a further word",
        by=[
            "教室联网率、使用率100%。 | 100% = other _ 100 % label:教室联网率 + other _ 100 % label:使用率",
            "小学巩固率、毕业率为99%。 | 99% = retention_rate primary 99 % + other primary 99 % label:毕业率",
            "午餐供应率和抽检率98%。 | 98% = other _ 98 % label:午餐供应率 + other _ 98 % label:抽检率",
        ],
        alone=[
            "校车接送、检修率98%。 | 98% = other _ 98 %",
            "改善办学条件、普惠率91%。 | 91% = inclusive_kindergarten_coverage _ 91 %",
            "教师、学生满意率98%。 | 98% = satisfaction_rate _ 98 %",
        ],
    ),
    "indicators.several_names._REACHES": Rule(
        "what a rate stays at or comes to stands between its names and its number",
        by=[
            "毛入园率、普惠率稳定在90%以上。 | 90% = gross_enrolment_ratio _ 90 % ge + inclusive_kindergarten_coverage _ 90 % ge",
            "毛入园率和普惠率提高到93%。 | 93% = gross_enrolment_ratio _ 93 % + inclusive_kindergarten_coverage _ 93 %",
            "小学巩固率、毕业率为99%。 | 99% = retention_rate primary 99 % + other primary 99 % label:毕业率",
        ],
        alone=[
            "毛入园率、普惠率90%。 | 90% = gross_enrolment_ratio _ 90 % + inclusive_kindergarten_coverage _ 90 %",
            "普惠率提高，毛入园率稳定在90%以上。 | 90% = gross_enrolment_ratio _ 90 % ge",
        ],
    ),
    "indicators.several_names._OPENS": Rule(
        "a clause that opens with 均 is of the names before its comma or colon",
        by=[
            "巩固率、毛入园率，均达到98%。 | 98% = retention_rate _ 98 % + gross_enrolment_ratio _ 98 %",
            "毛入园率和普惠率：均为92%。 | 92% = gross_enrolment_ratio _ 92 % + inclusive_kindergarten_coverage _ 92 %",
            "小学入学率、毕业率，双双达到100%。 | 100% = net_enrolment_rate primary 100 % + other primary 100 %",
        ],
        alone=[
            "毛入园率、巩固率提高，均超全省水平，普惠率达92%。 | 92% = inclusive_kindergarten_coverage _ 92 %",
            "普惠率达91%，均衡发展，巩固率98%。 | 91% = inclusive_kindergarten_coverage _ 91 % | 98% = retention_rate _ 98 %",
        ],
    ),
    "indicators.several_names._BRACKET": Rule(
        "what a bracket lists are no names",
        by=[
            "音体美（音乐、体育、美术）场室均达96间。 | 96间 = _ _ 96 room",
            "艺术（音乐、美术）教师培训率均达96%。 | 96% = _ _ 96 %",
            "实验（物理、化学）开出率均达98%。 | 98% = _ _ 98 %",
        ],
        alone=[
            "毛入园率（学前三年）、普惠率均达92%。 | 92% = gross_enrolment_ratio _ 92 % + inclusive_kindergarten_coverage _ 92 %",
            "巩固率（九年）、普惠率均达92%。 | 92% = retention_rate _ 92 % + inclusive_kindergarten_coverage _ 92 %",
        ],
    ),
    "indicators.several_names._AREA": Rule(
        "town and country, public and private are of the one name behind them",
        by=[
            "城区和乡镇幼儿园普惠率均达85%。 | 85% = inclusive_kindergarten_coverage _ 85 %",
            "农村、城镇小学巩固率均为99%。 | 99% = retention_rate primary 99 %",
            "公办、民办幼儿园教师持证率都达96%。 | 96% = teacher_certification_rate pre_primary 96 %",
        ],
        alone=[
            "城区幼儿园普惠率、公办园占比均达58%。 | 58% = inclusive_kindergarten_coverage _ 58 % + public_kindergarten_enrolment_share _ 58 %",
            "农村小学巩固率99%。 | 99% = retention_rate primary 99 %",
        ],
    ),
    "indicators.several_names._PER_HEAD": Rule(
        "what each hundred pupils have of one thing and another is one ratio",
        by=[
            "每百名学生拥有篮球、足球数均达6个。 | 6个 = _ _ 6 _",
            "师均办公、教研用房面积均达4平方米。 | 4平方米 = _ _ 4 _",
            "生均教学、辅助用房面积均达6平方米。 | 6平方米 = _ _ 6 _",
        ],
        alone=[
            "体育教师数、艺术教师数均达96人。 | 96人 = _ _ 96 person + _ _ 96 person",
            "毛入园率、普惠率均达92%。 | 92% = gross_enrolment_ratio _ 92 % + inclusive_kindergarten_coverage _ 92 %",
        ],
    ),
    "indicators.schooling._APIECE": Rule(
        "各 tells so many of each of the levels before it",
        by=[
            "新建小学、幼儿园各2所。 | 2所 = schools_built primary 2 institution + schools_built pre_primary 2 institution",
            "幼儿园和小学各新增学位300个。 | 300个 = new_places pre_primary 300 place + new_places primary 300 place",
            "该镇有小学、初中各3所。 | 3所 = institutions primary 3 institution + institutions lower_secondary 3 institution",
        ],
        alone=[
            "该镇有小学、初中共3所。 | 3所 = institutions compulsory 3 institution",
            "小学、初中各类学校12所。 | 12所 = institutions _ 12 institution",
        ],
    ),
    "indicators.schooling._EACH": Rule(
        "均 tells a rate of each of the levels before it, whether the catalogue knows it or not",
        by=[
            "小学、初中教师学历合格率均为100%。 | 100% = other primary 100 % + other lower_secondary 100 %",
            "小学、初中入学率双双达到100%。 | 100% = net_enrolment_rate primary 100 % + net_enrolment_rate lower_secondary 100 %",
            "小学、初中入学率和巩固率均为99%。 | 99% = net_enrolment_rate primary 99 % + net_enrolment_rate lower_secondary 99 % + retention_rate primary 99 % + retention_rate lower_secondary 99 %",
        ],
        alone=[
            "小学、初中教师学历合格率100%。 | 100% = other compulsory 100 %",
            "小学、初中教师均为本县户籍，共860名。 | 860名 = _ compulsory 860 person",
        ],
    ),
}  # fmt: skip
test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        # a name takes no level from one behind it, but from one before it
        ("巩固率和残疾儿童入学率都达100%。", "retention_rate compulsory 100 % + special_needs_enrolment_rate special 100 %"),
        ("适龄儿童入学率和小学巩固率均为100%。", "net_enrolment_rate compulsory 100 % + retention_rate primary 100 %"),
        ("小学巩固率和入学率均为100%。", "retention_rate primary 100 % + _ primary 100 %"),
        # a name that leaves out the end of the last
        ("义务教育巩固率及适龄儿童、残疾儿童入学率均达100%。", "retention_rate compulsory 100 % + net_enrolment_rate _ 100 % + special_needs_enrolment_rate special 100 %"),
        # a stroke between them
        ("- 毛入园率/普惠率：100%", "gross_enrolment_ratio _ 100 % + inclusive_kindergarten_coverage _ 100 %"),
        # not as many as are told of
        ("封闭管理率、联网率三项指标均达100%。", "other _ 100 %"),
    ],
)  # fmt: skip
def test_names_and_their_levels(reads: Any, text: str, reading: str) -> None:
    reads(text, [("100%", reading)])


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("普惠率/公办园占比：91%/58%", ("91%", "inclusive_kindergarten_coverage _ 91 %"), ("58%", "public_kindergarten_enrolment_share _ 58 %")),
        ("毛入园率/巩固率为95.2%／98%。", ("95.2%", "gross_enrolment_ratio _ 95.2 %"), ("98%", "retention_rate _ 98 %")),
        ("小学巩固率、初中巩固率：99%/98%", ("99%", "retention_rate primary 99 %"), ("98%", "retention_rate lower_secondary 98 %")),
        # not of a list: another unit, a name between them
        ("普惠率91%/公办园38所", ("91%", "inclusive_kindergarten_coverage _ 91 %"), ("38所", "institutions pre_primary 38 institution")),
        ("普惠率91%/公办园占比58%", ("91%", "inclusive_kindergarten_coverage _ 91 %"), ("58%", "public_kindergarten_enrolment_share _ 58 %")),
    ],
)  # fmt: skip
def test_shares_on_both_sides_of_a_stroke(reads: Any, text: str, first: Any, second: Any) -> None:
    reads(text, [first, second])
