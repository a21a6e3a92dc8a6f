"""What a number without a name of its own takes over: sentences for rules of indicators.leaning, and near misses.

What belongs here: from–to pairs, list members, headings that run in.  What does not: shares (test_shares), changes and norms
(test_comparing), whole sentences (test_reading_elisions); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.leaning._AVERAGE": Rule(
        "人均, 户均 behind a sum are of that sum",
        by=[
            "下达专项资金3600万元，月均达300万元。 | 300万元 = earmarked_education_funds _ 3000000 CNY",
            "发放助学金360万元，月均30万元。 | 30万元 = student_aid_amount _ 300000 CNY",
            "争取专项资金9600万元，月均800万元。 | 800万元 = earmarked_education_funds _ 8000000 CNY",
        ],
        alone=[
            "资助学生资金96万元，购置设备1200元。 | 1200元 = other _ 1200 CNY",
            "学校12所，班级96个。 | 96个 = classes _ 96 class",
        ],
    ),
    "indicators.nouns._INCLUDING": Rule(
        "what a bracket counts along names no level of what was said before",
        by=[
            "招生2220人；在园（含托班）8580人。 | 2220人 = new_entrants _ 2220 person | 8580人 = students pre_primary 8580 person",
            "幼儿园招生320人；在园(含学前班)960人。 | 960人 = students pre_primary 960 person",
            "招生1200人；在园（含学前班）3600人，比上年少37人。 | 3600人 = students pre_primary 3600 person",
        ],
        alone=[
            "初中巩固率达80%以上，高中阶段（含中职）达到70%以上。 | 70% = retention_rate upper_secondary 70 % ge",
            "小学招生2220人；初中860人。 | 860人 = new_entrants lower_secondary 860 person",
        ],
    ),
    "indicators.leaning._INTO": Rule(
        "what schools were merged into are schools that there are",
        by=[
            "将38所村小撤并到5所寄宿制学校。 | 5所 = other primary 5 institution",
            "将12所初中撤并到5所九年一贯制学校。 | 5所 = other _ 5 institution",
            "把46所村小撤并至12所中心学校。 | 12所 = other primary 12 institution",
        ],
        alone=[
            "12所学校整合资源，建成3所幼儿园。 | 3所 = schools_built pre_primary 3 institution",
            "撤并5所寄宿制学校。 | 5所 = schools_merged _ 5 institution",
        ],
    ),
    "indicators.leaning._OF_GRADE": Rule(
        "小班, 标准, 实际 name no statistic of their own",
        by=[
            "班额小班不超过25人，中班30人，大班35人。 | 30人 = class_size pre_primary 30 person | 35人 = class_size pre_primary 35 person",
            "班额小班25人，大班为35人。 | 35人 = class_size pre_primary 35 person",
            "幼儿园班额中班30人，大班35人。 | 35人 = class_size pre_primary 35 person",
        ],
        alone=[
            "计划招生1200人，新增教师60人。 | 60人 = teachers_recruited _ 60 person target",
            "大班额比例3%，大班12个。 | 12个 = _ _ 12 class",
        ],
    ),
    "indicators.leaning._BOUNDS": Rule(
        "其中 with the same noun is a part of the count before it, however it is bounded",
        by=[
            "在校大学生5.8万人，其中留学生超过1200人。 | 1200人 = students _ 1200 person gt",
            "在校学生21.6万人，其中朝鲜族学生约4.3万人。 | 4.3万人 = students _ 43000 person approx",
            "在校学生3.2万人，其中走读学生达1.1万人。 | 1.1万人 = students _ 11000 person",
        ],
        alone=[
            "在校大学生5.8万人，其中留学生1200人。 | 1200人 = students _ 1200 person",
            "在校大学生5.8万人，其中志愿者超过1200人。 | 1200人 = other _ 1200 person gt",
        ],
    ),
    "indicators.leaning._BARE_RATE": Rule(
        "占比 alone is the one that the heading names",
        by=[
            "2.公办园在园幼儿占比。全市占比为57.78%,达标。 | 57.78% = public_kindergarten_enrolment_share _ 57.78 %",
            "3.普惠性幼儿园覆盖率。全市覆盖率达92%。 | 92% = inclusive_kindergarten_coverage _ 92 %",
            "6.公办园在园幼儿占比。城区占比约为52%。 | 52% = public_kindergarten_enrolment_share _ 52 % approx",
        ],
        alone=[
            "1.毛入园率。近视率为38%。 | 38% = myopia_rate _ 38 %",
            "3.普惠性幼儿园覆盖率。占比为57%。 | 57% = other _ 57 %",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("公办教职工6448人(专任教师6276人),小学4298人。", "4298人", "staff primary 4298 person"),
        ("教职工88人（专任教师76人）、初中40人（专任教师35人）。", "40人", "staff lower_secondary 40 person"),
        ("教职工88人(专任教师76人),小学40人(专任教师35人)。", "35人", "full_time_teachers primary 35 person"),
        ("教职工88人,专任教师76人,小学40人。", "40人", "full_time_teachers primary 40 person"),
        ("招生88人(女生40人),初中35人。", "35人", "new_entrants lower_secondary 35 person"),
    ],
)
def test_what_stands_in_closed_brackets_is_over(text: str, number: str, expected: str, reads: Any) -> None:
    reads(text, [(number, expected)])
