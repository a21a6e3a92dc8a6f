"""Money for each pupil: sentences for rules of indicators.per_head and of the words around such sums, and near misses.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the form of the tables
(helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.passage._PAID_OUT": Rule(
        "what is done with the money is no name of it",
        by=[
            "小学生均公用经费720元,特殊教育按6000元执行。 | 6000元 = per_student_expenditure special 6000 CNY/person",
            "生均公用经费小学680元、初中880元足额拨付。 | 880元 = per_student_expenditure lower_secondary 880 CNY/person",
            "生均公用经费小学720元、初中940元落实到位。 | 940元 = per_student_expenditure lower_secondary 940 CNY/person",
        ],
        alone=[
            "投入320万元标准化建设资金。 | 320万元 = capital_investment _ 3200000 CNY",
            "下达260万元补助资金。 | 260万元 = earmarked_education_funds _ 2600000 CNY",
        ],
    ),
    "indicators.leaning._DEGREE": Rule(
        "degrees stand for levels where money is told of them",
        by=[
            "生均拨款水平偏低,本科1.4万元。 | 1.4万元 = per_student_expenditure _ 14000 CNY/person",
            "生均经费不足,本科生仅1.1万元。 | 1.1万元 = per_student_expenditure _ 11000 CNY/person",
            "生均拨款稳步增长,其中专科生约9600元。 | 9600元 = per_student_expenditure _ 9600 CNY/person approx",
        ],
        alone=[
            "在校生3.2万人,本科投入1.4万元。 | 1.4万元 = _ _ 14000 CNY",
            "学费收入3200万元,本科200万元。 | 200万元 = other _ 2000000 CNY",
        ],
    ),
    "indicators.per_head._paid_out": Rule(
        "aid that was paid out is a sum, however small",
        by=[
            "发放助学金8600元。 | 8600元 = student_aid_amount _ 8600 CNY",
            "累计发放国家助学金6000元。 | 6000元 = student_aid_amount _ 6000 CNY",
            "共资助资金9000元。 | 9000元 = student_aid_amount _ 9000 CNY",
        ],
        alone=[
            "普通高中国家助学金2000元。 | 2000元 = per_student_expenditure general_upper_secondary 2000 CNY/person",
            "国家助学金320万元。 | 320万元 = student_aid_amount _ 3200000 CNY",
        ],
    ),
    "indicators.per_head._STAFF": Rule(
        "what teachers get is no expenditure for a pupil",
        by=[
            "乡村教师每人每年补助3600元。 | 3600元 = other _ 3600 CNY/person",
            "班主任每人每年补助4800元。 | 4800元 = other _ 4800 CNY/person",
            "代课人员每人补助1200元。 | 1200元 = other _ 1200 CNY/person",
        ],
        alone=[
            "寄宿生每人每年补助1250元。 | 1250元 = per_student_expenditure _ 1250 CNY/person",
            "每生每年600元用于教师培训。 | 600元 = per_student_expenditure _ 600 CNY/person",
        ],
    ),
}

SAID = [
    # norms in a list, over what the catalogue leaves out, of another year, by another name
    ("生均公用经费基准定额小学720元、初中940元,寄宿生加300元,特教7000元。", [("940元", "per_student_expenditure lower_secondary 940 CNY/person"), ("7000元", "per_student_expenditure special 7000 CNY/person")]),
    ("2023年生均公用经费6800元,2026年提高至1万元。", [("1万元", "per_student_expenditure _ 10000 CNY/person target")]),
    ("按在校学生人数平均的一般公共预算教育支出:小学9800元,初中1.3万元。", [("9800元", "per_student_expenditure primary 9800 CNY/person"), ("1.3万元", "per_student_expenditure lower_secondary 13000 CNY/person")]),
    # aid that each of them gets, and sums of it
    ("寄宿生生活补助小学1000元、初中1250元。", [("1000元", "per_student_expenditure primary 1000 CNY/person"), ("1250元", "per_student_expenditure lower_secondary 1250 CNY/person")]),
    ("寄宿生生活补助标准:小学1000元/年·生,初中1250元/年·生。", [("1000元", "per_student_expenditure primary 1000 CNY/person"), ("1250元", "per_student_expenditure lower_secondary 1250 CNY/person")]),
    ("民办园按在园人数每人补助400元。", [("400元", "per_student_expenditure pre_primary 400 CNY/person")]),
    # aid by the term is a norm as well, what parents pay by the term has no code
    ("对困难幼儿按每生每学期500元标准发放资助金。", [("500元", "per_student_expenditure pre_primary 500 CNY/person")]),
    ("寄宿生生活补助:小学每生每学期500元,初中每生每学期625元。", [("500元", "per_student_expenditure primary 500 CNY/person"), ("625元", "per_student_expenditure lower_secondary 625 CNY/person")]),
    ("财政按每人每学期150元给予补助。", [("150元", "per_student_expenditure _ 150 CNY/person")]),
    ("国家助学金一等1250元/学期、二等750元/学期。", [("1250元", "per_student_expenditure _ 1250 CNY/person"), ("750元", "per_student_expenditure _ 750 CNY/person")]),
    ("课后服务收费每生每学期不超过300元。", [("300元", "other _ 300 CNY/person le target")]),
    ("课后服务每生每学期300元。", [("300元", "other _ 300 CNY/person")]),
    # what one of them gets is not the sum that the words before it name, but of loans both are told
    ("发放教师绩效奖励资金3600万元,人均2.1万元。", [("2.1万元", "other _ 21000 CNY/person")]),
    ("课后服务补助教师,人均月补助540元。", [("540元", "other _ 540 CNY/person")]),
    ("农村居民人均教育支出460元。", [("460元", "other _ 460 CNY/person")]),
    ("办理生源地信用助学贷款1860人,金额1395万元,人均7500元。", [("7500元", "student_loan_amount _ 7500 CNY/person")]),
    # what needs no such rule, and what only looks alike
    ("生均公用经费800元,安排资金616万元。", [("616万元", "earmarked_education_funds _ 6160000 CNY")]),
    ("一般公共预算教育支出13亿元。", [("13亿元", "public_budget_education_expenditure all 1300000000 CNY")]),
    ("生均定额由260元提高到900元。", [("260元", "per_student_expenditure _ 260 CNY/person"), ("900元", "per_student_expenditure _ 900 CNY/person")]),
    ("图书经费按生均20元安排。", [("20元", "other _ 20 CNY/person")]),
    ("资助困难学生12人,6000元。", [("12人", "student_aid_recipients _ 12 person"), ("6000元", "student_aid_amount _ 6000 CNY")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:24] for text, _ in SAID])
def test_reads(reads: Callable[..., None], text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected)


test_right, test_missed_without_its_rule = table(RULES)
