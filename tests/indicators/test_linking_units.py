"""No rule of linking answers an indicator that the number's unit or size cannot be: sentences that need that, and near misses.

What belongs here: the guard over all rules, totals beside averages, and the count that a rate is of.  What does not: which
units fit (test_fitting), the rules themselves (tests of their modules); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from rule_tables import Rule, listed, table, wrong

from edu_pipeline.indicators import linking, naming

MISFITS = Rule(
    "an answer in another unit gives way to the next rule",
    by=[
        "课后服务参与学生、教师比例分别为96%、91%，午餐、午托分别惠及58所、42所。 | 58所 = other _ 58 institution | 42所 = other _ 42 institution",
        "本科上线率61%、录取率82%，600分以上、500分以上分别有32人、416人。 | 32人 = high_score_students _ 32 person | 416人 = high_score_students _ 416 person",
        "农村教学点教师平均年龄达51岁。 | 51岁 = other _ 51 year",
        "乡村教师年平均工资收入9.8万元，生活补助月人均420元，发放689万元。 | 9.8万元 = average_teacher_salary _ 98000 CNY | 689万元 = other _ 6890000 CNY",
        "全县生均公用经费8160万元。 | 8160万元 = other _ 81600000 CNY",
        "计划招生40个班、每班45人，合计1800人。 | 45人 = class_size _ 45 person target | 1800人 = other _ 1800 person target",
    ],
    alone=[
        "学生、教师满意度分别为96%、91%，分别提高3.2、1.5个百分点。 | 3.2 = satisfaction_rate _ 3.2 pp change | 1.5 = satisfaction_rate _ 1.5 pp change",
        "家长满意度96%，居全省第3位。 | 3 = satisfaction_rate _ 3 rank rank",
        "在校生1.2万人，增长2.5%。 | 2.5% = students _ 2.5 % growth",
        "普惠性幼儿园覆盖率达到140.5%。 | 140.5% = inclusive_kindergarten_coverage _ 140.5 %",
        "全县生均公用经费1.2万元。 | 1.2万元 = per_student_expenditure _ 12000 CNY/person",
        "平均班额42人，最大班额45人。 | 42人 = class_size _ 42 person",
    ],
)


def test_misfits(reads: Any) -> None:
    found = [wrong(line, MISFITS, reads) for line in (*MISFITS.by, *MISFITS.alone)]
    assert not any(found), "\n".join(filter(None, found))


@pytest.mark.parametrize("line", MISFITS.by)
def test_without_the_guard(line: str, reads: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "_can_be", lambda *_: True)
    assert wrong(line, MISFITS, reads)


CHANGES = [
    "学科类培训机构压减55家。 | 55家 = tutoring_institutions _ -55 institution change",
    "全区62家培训机构压减58家。 | 58家 = tutoring_institutions _ -58 institution change",
    "寄宿生床位增加8000个。 | 8000个 = other _ 8000 place change",
]


@pytest.mark.parametrize("line", CHANGES)
def test_names_of_changes_fit_their_unit(line: str, reads: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = Rule("", by=[line], alone=[])
    assert not wrong(line, rule, reads)
    monkeypatch.setattr(naming, "fits", lambda *_: True)
    monkeypatch.setattr(linking, "_can_be", lambda *_: True)
    assert wrong(line, rule, reads)


COUNTS = {
    "linking.yaml: counts_of_rates": Rule(
        "a change in persons or schools of a rate is one of those that the rate is of",
        by=[
            "本科上线率62.7%，比上年增加120人。 | 120人 = bachelor_line_students _ 120 person change",
            "集团化办学覆盖率82%，比上年增加12所。 | 12所 = schools_in_education_groups _ 12 institution change",
            "本科上线1622人，上线率62.7%，比上年增加120人。 | 120人 = bachelor_line_students _ 120 person change label:本科上线",
            "大班额比例2.1%，比上年减少38个。 | 38个 = large_classes _ -38 class change",
            "本科上线率21.3%和57.9%，分别比上年增加120人和286人。 | 120人 = bachelor_line_students _ 120 person change | 286人 = bachelor_line_students _ 286 person change",
        ],
        alone=[
            "本科上线率62.7%，比上年提高2个百分点。 | 2 = bachelor_line_rate _ 2 pp change",
            "近视率46%，比上年减少1200人。 | 1200人 = other _ -1200 person change",
            "学生2.6万人，近视率46%，比上年减少1200人。 | 1200人 = students _ -1200 person change",
        ],
    ),
    "linking.yaml: new_places, beds": Rule(
        "beds are no places at school",
        by=[
            "新增寄宿床位1260个。 | 1260个 = other _ 1260 place",
            "新建宿舍3栋，新增床位640个。 | 640个 = other _ 640 place",
            "增加宿舍床位1800个。 | 1800个 = other _ 1800 place change",
        ],
        alone=[
            "新增学位1260个。 | 1260个 = new_places _ 1260 place",
            "增加公办学位640个。 | 640个 = new_places _ 640 place",
        ],
    ),
}
test_counts = listed(COUNTS)

TOTALS = {
    "indicators.per_head._PAYS": Rule(
        "what is paid out to all is no average, however small",
        by=[
            "教师平均工资收入不低于公务员，全年发放86万元。 | 86万元 = other _ 860000 CNY",
            "教师年平均工资不低于公务员，已兑现126万元。 | 126万元 = other _ 1260000 CNY",
            "教师平均工资收入高于公务员，今年拨付96万元。 | 96万元 = other _ 960000 CNY",
        ],
        alone=[
            "教师平均工资收入不低于公务员，人均达10.6万元。 | 10.6万元 = average_teacher_salary _ 106000 CNY",
            "教师平均工资11.2万元，人均发放1.2万元。 | 1.2万元 = average_teacher_salary _ 12000 CNY",
        ],
    ),
    "indicators.per_head._SUMS": Rule(
        "all together are no average",
        by=[
            "学校平均规模1200人，共计3.6万人。 | 3.6万人 = other _ 36000 person",
            "计划招生4个班、每班45人，合计180人。 | 180人 = other _ 180 person target",
            "每班45人，总计270人。 | 270人 = other _ 270 person",
        ],
        alone=[
            "学校平均规模1200人，最大达到3.6万人。 | 3.6万人 = _ _ 36000 person",
            "全县生均公用经费1.2万元。 | 1.2万元 = per_student_expenditure _ 12000 CNY/person",
        ],
    ),
    "indicators.per_head._A_HEAD": Rule(
        "what each of them is paid is an average",
        by=[
            "教师平均工资11.2万元，人均发放1.2万元。 | 1.2万元 = average_teacher_salary _ 12000 CNY",
            "教师年平均工资不低于公务员，人均兑现12.6万元。 | 12.6万元 = average_teacher_salary _ 126000 CNY",
            "教师平均工资收入高于公务员，人均发放9.6万元。 | 9.6万元 = average_teacher_salary _ 96000 CNY",
        ],
        alone=[
            "教师平均工资收入不低于公务员，人均达10.6万元。 | 10.6万元 = average_teacher_salary _ 106000 CNY",
            "教师年平均工资不低于公务员，已兑现126万元。 | 126万元 = other _ 1260000 CNY",
        ],
    ),
    "indicators.nouns._COVERS": Rule(
        "those that something reaches are not all that there are",
        by=[
            "午餐服务覆盖12所小学、16所初中。 | 16所 = other _ 16 institution",
            "智慧课堂惠及12个县的86所小学。 | 86所 = other _ 86 institution",
            "午餐、午托服务分别覆盖58所、42所学校。 | 42所 = other _ 42 institution",
        ],
        alone=[
            "全县有112所学校。 | 112所 = institutions _ 112 institution",
            "现有小学86所，营养改善计划覆盖率100%。 | 86所 = institutions primary 86 institution",
        ],
    ),
}
test_totals, test_totals_missed_without_their_rule = table(TOTALS)
