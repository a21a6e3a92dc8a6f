"""What a number counts and what only delimits it: sentences for rules of indicators.counted_units and definitions.

What belongs here: the unit that words give a number without one, numbers that belong to a definition.  What does not:
norms (test_targets); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, table, wrong

from edu_pipeline.extract import extract_document
from edu_pipeline.indicators import counted_units

RULES = {
    "indicators.stated_units._AFTER_EACH": Rule(
        "amounts for each pupil and year, level by level",
        by=[
            "交通补贴按小学每生每年300元、初中400元发放。 | 300元 = _ primary 300 CNY/person | 400元 = _ lower_secondary 400 CNY/person",
            "住宿费按小学每生每年200元、初中260元收取。 | 260元 = _ lower_secondary 260 CNY/person",
            "生活补贴按小学每人每年500元、初中625元发放。 | 625元 = _ lower_secondary 625 CNY/person",
        ],
        alone=[
            "学校每年安排经费750万元、设备费120万元。 | 120万元 = _ _ 1200000 CNY/year",
            "每生每天4元，全年支出327万元。 | 4元 = _ _ 4 CNY/person | 327万元 = _ _ 3270000 CNY",
        ],
    ),
    "indicators.definitions._LIMIT": Rule(
        "a bound in brackets defines what stands before them",
        by=[
            "农村小规模学校（100人以下）尚有61所。 | 100人 = definition | 61所 = institutions _ 61 institution",
            "大规模学校(2000人及以上)12所。 | 2000人 = definition | 12所 = institutions _ 12 institution",
            "大班额（56人以上）36个。 | 56人 = definition | 36个 = large_classes _ 36 class",
        ],
        alone=[
            "小规模学校61所（其中教学点12个）。 | 12个 = teaching_points _ 12 institution",
            "培训教师（100人）。 | 100人 = teachers_trained _ 100 person",
        ],
    ),
    "indicators.definitions._EACH": Rule(
        "每3000户 is a measure, no count",
        by=[
            "按每3000户12个班的标准规划，新建幼儿园24所。 | 3000户 = definition",
            "每2000户，配建1个点位。 | 2000户 = definition",
            "按每5000户6个班配建幼儿园。 | 5000户 = definition",
        ],
        alone=[
            "覆盖3000户，资助学生12名。 | 3000户 = other _ 3000 item",
            "惠及居民5000户。 | 5000户 = other _ 5000 item",
        ],
    ),
    "indicators.counted_units._verbal": Rule(
        "再建6个 counts what was counted before it",
        by=[
            "去年新建基地9个,今年再建6个。 | 6个 = other _ 6 base",
            "建成实践基地12个，今年再建6个。 | 6个 = other _ 6 base",
            "去年建成基地20个，今年又新建5个。 | 5个 = other _ 5 base",
        ],
        alone=[
            "建设项目12个，学校8个。 | 8个 = institutions _ 8 institution",
            "去年新建基地9个,今年案例6个。 | 6个 = other _ 6 item",
        ],
    ),
    "indicators.counted_units._ZERO": Rule(
        "a rate of 0 is in per cent",
        by=[
            "小学辍学率为0。 | 0 = other primary 0 %",
            "大班额占比降至0。 | 0 = large_class_share _ 0 %",
            "近视新增率保持0。 | 0 = other _ 0 %",
        ],
        alone=[
            "新增学校为0。 | 0 = institutions _ 0 institution change",
            "大班额0个。 | 0 = large_classes _ 0 class",
        ],
    ),
    "indicators.counted_units._PERSONS": Rule(
        "万 behind persons counts persons",
        by=[
            "参训学员1.2万。 | 1.2万 = _ _ 12000 person",
            "讲师约2.1万，其中女性占58%。 | 2.1万 = _ _ 21000 person approx",
            "安全员达1.3万。 | 1.3万 = _ _ 13000 person",
        ],
        alone=[
            "全市投入资金211万。 | 211万 = earmarked_education_funds _ 2110000 CNY",
            "图书总量211万。 | 211万 = identifier",
        ],
    ),
    "indicators.counted_units._COUNTIES": Rule(
        "县区, 县（市） are counties",
        by=[
            "10个县区于2018年前通过义务教育基本均衡国家认定。 | 10个 = certified_counties _ 10 county",
            "6个县（市）于去年达到国家优质均衡标准。 | 6个 = _ _ 6 county",
            "8个旗县区实现基本均衡。 | 8个 = _ _ 8 county",
        ],
        alone=[
            "12个县级融媒体中心参与。 | 12个 = other _ 12 institution",
            "12个县城学校改造项目。 | 12个 = _ _ 12 project",
        ],
    ),
    "indicators.counted_units._MOVED": Rule(
        "a rise behind a rate is in points",
        by=[
            "体质健康优良率53.8%，同比提升2.6。 | 2.6 = fitness_excellent_rate k12 2.6 pp change",
            "巩固率98.5%，上升0.4。 | 0.4 = retention_rate compulsory 0.4 pp change",
            "大班额占比3.1%，下降0.6。 | 0.6 = large_class_share compulsory -0.6 pp change",
        ],
        alone=[
            "巩固率98.5%，提高2.6万。 | 2.6万 = identifier",
            "巩固率98.5%，排名12。 | 12 = identifier",
        ],
    ),
    "indicators.counted_units._of_persons": Rule(
        "what is said of persons alone counts persons",
        by=[
            "高考报名1.2万人，上线1820。 | 1820 = other general_upper_secondary 1820 person",
            "应届高校毕业生1.3万人，实际就业9286。 | 9286 = other tertiary 9286 person",
            "应届毕业生1.2万人，其中升学8820。 | 8820 = other all 8820 person",
        ],
        alone=[
            "报名2316人，投资1820。 | 1820 = identifier",
            "招收新生640人，用时612。 | 612 = identifier",
        ],
    ),
    "indicators.definitions._DAYS_COUNTED": Rule(
        "days that a rate is reckoned for",
        by=[
            "每生每天5元，按全年200天，补助1000元。 | 200天 = definition",
            "每生每天5元，按200天补助。 | 200天 = definition",
            "每生每天5元，以每学年200天发放。 | 200天 = definition",
        ],
        alone=[
            "食堂供餐200天。 | 200天 = anecdote",
            "集中培训10天。 | 10天 = anecdote",
        ],
    ),
    "indicators.counted_units._PAYS_OUT": Rule(
        "what is put in without a unit is money, whatever it is for",
        by=[
            "全县今年投4.5亿让农村学校变新样。 | 4.5亿 = _ _ 450000000 CNY",
            "县财政拿出4.8亿在城区新建7所学校。 | 4.8亿 = capital_investment _ 480000000 CNY | 7所 = schools_built _ 7 institution",
            "两年投入2800万给山区学校供暖。 | 2800万 = _ _ 28000000 CNY",
        ],
        alone=[
            "投入2万名教师参加课后服务。 | 2万名 = _ _ 20000 person",
            "投入120万册图书。 | 120万册 = other _ 1200000 item",
        ],
    ),
    "indicators.counted_units._POST": Rule(
        "posts are counted, not those who hold them",
        by=[
            "从全市统筹近1400名事业编制。 | 1400名 = other _ 1400 item approx",
            "为乡村学校落实260名教师编制。 | 260名 = other _ 260 item",
            "新设85名学前教育岗位。 | 85名 = other _ 85 item",
        ],
        alone=[
            "招聘教师260名。 | 260名 = teachers_recruited _ 260 person",
            "补充85名在编教师。 | 85名 = teachers_recruited _ 85 person",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


def test_a_long_row_of_bare_numbers_costs_what_each_costs() -> None:
    """Each asks for the unit of the one before it, some twice; were it not kept, the cost would double with each."""
    text = "清河县教育情况\n全县报名2316人," + ",".join(f"录取{120 + n}" for n in range(60)) + "。\n"
    found = [o for o in extract_document(text.encode(), "a.txt")["observations_read"] if o["value"] < 1000]
    assert [o["value"] for o in found] == [120.0 + n for n in range(60)]
    assert {o["unit"] for o in found} == {"person"}


COUNTIES = Rule(
    "a county that has so many is not counted itself",
    by=[
        "全市共有学科类校外培训机构341家，其中甘州区76家、高台县61家。 | 61家 = tutoring_institutions _ 61 institution",
        "全市建成教育集团46个，其中临泽县9个、山丹县7个。 | 9个 = education_groups _ 9 group | 7个 = education_groups _ 7 group",
        "全市消除大班额156个，其中民乐县32个。 | 32个 = large_classes _ 32 class",
    ],
    alone=[
        "全市通过国家认定的县4个。 | 4个 = certified_counties _ 4 county",
        "全市有国家乡村振兴重点帮扶县3个。 | 3个 = _ _ 3 county",
    ],
)


@pytest.mark.parametrize("line", [*COUNTIES.by, *COUNTIES.alone])
def test_counties_that_have_so_many(line: str, reads: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not wrong(line, COUNTIES, reads)
    monkeypatch.setattr(counted_units, "_names_place", lambda *_: False)
    assert bool(wrong(line, COUNTIES, reads)) == (line in COUNTIES.by)
