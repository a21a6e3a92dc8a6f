"""What is kept of a number beside its value: sentences for rules of indicators.labels and stated_units.

What belongs here: the words that label a number, the unit that the words around it give.  What does not: which
indicator it states (test_naming and its like); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.labels._GRADES": Rule(
        "grades that are joined are no marker of an item, which a label leaves out",
        by=[
            "五、六年级近视率达30%。 | 30% = _ _ 30 % label:五、六年级近视率",
            "三、四年级学生320人。 | 320人 = _ _ 320 person label:三、四年级学生",
            "七、八年级心理课开课率100%。 | 100% = _ _ 100 % label:七、八年级心理课开课率",
        ],
        alone=[
            "1.小学巩固率99%。 | 99% = retention_rate primary 99 % label:小学巩固率",
            "●公办园占比55%。 | 55% = public_kindergarten_enrolment_share _ 55 % label:公办园占比",
            "（三）普惠率91%。 | 91% = inclusive_kindergarten_coverage _ 91 % label:普惠率",
            "二是教师持证率96%。 | 96% = teacher_certification_rate _ 96 % label:教师持证率",
        ],
    ),
    "indicators.labels._TRIM_HEAD": Rule(
        "a label does not begin with 其中 or a comma",
        by=[
            "全县现有各类学校196所，其中普通高中4所、初级中学19所。 | 4所 = institutions _ 4 institution label:普通高中 | 19所 = institutions _ 19 institution label:初级中学",
            "同时新增学位1200个。 | 1200个 = new_places _ 1200 place label:新增学位",
            "培训教师320人，并累计发放补贴12万元。 | 12万元 = other _ 120000 CNY label:发放补贴",
        ],
        alone=[
            "普通高中4所。 | 4所 = institutions _ 4 institution label:普通高中",
            "共青团员320人。 | 320人 = _ _ 320 person label:青团员",
        ],
    ),
    "indicators.labels._TRIM_TAIL": Rule(
        "a label does not end with 由, 达到 or 约",
        by=[
            "专业由47个减到22个。 | 47个 = _ _ 47 _ label:专业",
            "送教上门比例从20%降至12%。 | 20% = other _ 20 % label:送教上门比例",
            "贫血率约为5.3%。 | 5.3% = other _ 5.3 % approx label:贫血率",
            "寄宿床位配备率提高到92%。 | 92% = other _ 92 % label:寄宿床位配备率",
            "小学辍学率降为0.1%。 | 0.1% = other primary 0.1 % label:小学辍学率",
        ],
        alone=[
            "送教上门比例12%。 | 12% = other _ 12 % label:送教上门比例",
            "专任教师320人。 | 320人 = full_time_teachers _ 320 person label:专任教师",
        ],
    ),
    "indicators.labels._MEMBER": Rule(
        "a member of a list is called as the first, without the numbers before it",
        by=[
            "营养餐自办率分别为65%、67%、63%。 | 63% = other _ 63 % label:营养餐自办率",
            "送教上门比例分别为12%、10%和9%。 | 9% = other _ 9 % label:送教上门比例",
            "安装净水器分别为12台、15台。 | 15台 = other _ 15 item label:安装净水器",
        ],
        alone=[
            "食堂自营率65%，净水器覆盖率63%。 | 63% = other _ 63 % label:净水器覆盖率",
            "小学巩固率99%、初中巩固率98%。 | 98% = retention_rate lower_secondary 98 % label:初中巩固率",
        ],
    ),
    "indicators.labels._ONLY_MOVES": Rule(
        "a change that only its verb names is called as what changed",
        by=[
            "非遗工坊12个，比上年增加3个。 | 3个 = _ _ 3 _ change label:非遗工坊",
            "寄宿床位配备率92%，提高6个百分点。 | 6个百分点 = _ _ 6 pp change label:寄宿床位配备率",
            "近视防控示范校45所，减少6所。 | 6所 = _ _ -6 institution change label:近视防控示范校",
        ],
        alone=[
            "小学在校生3.2万人，教师增加60人。 | 60人 = full_time_teachers _ 60 person change label:教师增加",
            "小学在校生3.2万人。 | 3.2万人 = students primary 32000 person label:小学在校生",
        ],
    ),
    "indicators.stated_units._FOR_EACH": Rule(
        "每生每学期 makes an amount one for each of them",
        by=[
            "收费标准为小学每生每学期850元。 | 850元 = other primary 850 CNY/person",
            "按每生每学期200元的标准拨付课后服务经费。 | 200元 = other _ 200 CNY/person",
            "每名教师每月补助300元。 | 300元 = other _ 300 CNY/person",
        ],
        alone=[
            "每天补助4元。 | 4元 = other _ 4 CNY",
            "每校每月补助300元。 | 300元 = other _ 300 CNY",
        ],
    ),
    "indicators.stated_units._AREA_EACH": Rule(
        "the last area that the sentence names is one for each pupil",
        by=[
            "生均校舍面积高中18.3平方米、中职16.1平方米。 | 18.3 = other general_upper_secondary 18.3 m2/person | 16.1 = other vocational_upper_secondary 16.1 m2/person",
            "生均面积8.2平方米（小学）、9.6平方米（初中）。 | 9.6 = other lower_secondary 9.6 m2/person",
            "生均绿化面积小学7.9平方米，初中9.3平方米。 | 9.3 = other lower_secondary 9.3 m2/person",
        ],
        alone=[
            "生均校舍面积8.2平方米，新建校舍面积9600平方米。 | 9600 = _ _ 9600 m2",
            "校舍面积小学8.2万平方米、初中9.6万平方米。 | 9.6万 = _ lower_secondary 96000 m2",
        ],
    ),
    "indicators.stated_units._YEARLY": Rule(
        "so much money a year",
        by=[
            "年平均投入3200万元。 | 3200万元 = earmarked_education_funds all 32000000 CNY/year",
            "全市每年投入教育经费3200万元。 | 3200万元 = earmarked_education_funds all 32000000 CNY/year",
            "安排专项资金年平均560万元。 | 560万元 = earmarked_education_funds all 5600000 CNY/year",
        ],
        alone=[
            "教师每年人均工资8万元。 | 8万元 = other all 80000 CNY/person",
            "当年投入3200万元。 | 3200万元 = earmarked_education_funds all 32000000 CNY",
        ],
    ),
    "indicators.stated_units._NAMED_EACH": Rule(
        "a list of levels takes 生均 from the name before its colon",
        by=[
            "生均运动场地：小学8.1平方米，初中9.2平方米。 | 8.1平方米 = other primary 8.1 m2/person | 9.2平方米 = other lower_secondary 9.2 m2/person",
            "生均绿地：小学3.1平方米。 | 3.1平方米 = other primary 3.1 m2/person",
            "生均图书馆用房：小学1.2平方米。 | 1.2平方米 = other primary 1.2 m2/person",
        ],
        alone=[
            "校舍面积：小学6100平方米。 | 6100平方米 = other primary 6100 m2",
            "体育场馆：小学6100平方米。 | 6100平方米 = other primary 6100 m2",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("幼儿园96所（含民办41所）。", [("41所", "_ _ 41 institution label:含民办")]),
        ("（略）级示范园4所。", [("4所", "_ _ 4 institution label:（略）级示范园")]),
        ("(略)级示范园共达20所。", [("20所", "_ _ 20 institution label:(略)级示范园")]),
    ],
)
def test_a_bracket_that_closes_belongs_to_the_label(reads: Any, text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县38所小学共有学生1.52万人。", [("38所", "_ _ 38 institution label:全县小学")]),
        ("全县12所公办园现有园长15人。", [("12所", "_ _ 12 institution label:全县公办园")]),
        ("现有小学38所。", [("38所", "institutions primary 38 institution label:小学")]),
    ],
)
def test_what_schools_have_is_no_part_of_their_label(reads: Any, text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected)
