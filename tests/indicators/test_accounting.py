"""Stock or flow: sentences for each rule of indicators.accounting, and near misses.

A stock without a day of its own is of the document's date D, a flow of the span, or of all that happened up to D.

What belongs here: what the words around a count without a code say of that.  What does not: which time a sentence is
of (test_timing); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

NEWS = {"title": "张掖市教育情况", "dated": "2025-09-10"}

RULES = {
    "indicators.accounting._ONCE": Rule(
        "visits, sums of money and lessons happen",
        by=[
            "全市视力筛查35.1万人次。 | 35.1万人次 = other _ 351000 person-time ..D",
            "爱心人士捐款38.4万元。 | 38.4万元 = other _ 384000 CNY ..D",
            "全市科学家讲座120余场。 | 120余场 = other _ 120 item gt ..D",
        ],
        alone=[
            "图书馆藏书35万册。 | 35万册 = other _ 350000 item D",
            "全市家长学校86个。 | 86个 = other _ 86 _ D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._PRICE": Rule(
        "what is paid each time is a rule that stands",
        by=[
            "2023年秋季学期起，公办园保教费为每月260元。 | 260元 = other pre_primary 260 CNY D",
            "2021年以来，乡村教师津贴每月400元。 | 400元 = other _ 400 CNY D",
            "2021年以来，营养膳食补助标准定为每生每天5元。 | 5元 = other _ 5 CNY D",
        ],
        alone=[
            "2021年以来，建成标准化操场120个。 | 120个 = other _ 120 _ 2021-01-01..D",
            "2021年以来，发放奖金400万元。 | 400万元 = other _ 4000000 CNY 2021-01-01..D",
            "2021年以来，建成乡镇学校标准化厕所86座。 | 86座 = other _ 86 _ 2021-01-01..D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._RISEN_TO": Rule(
        "what something has risen to stands, even money and visits",
        by=[
            "2021年以来，公用经费由600元提高到720元。 | 720元 = other _ 720 CNY D",
            "2021年以来，慈善基金规模扩大到3000万元。 | 3000万元 = other _ 30000000 CNY D",
            "2021年以来，年借阅量增至32万人次。 | 32万人次 = other _ 320000 person-time D",
        ],
        alone=[
            "2021年以来，慈善基金捐赠3000万元。 | 3000万元 = other _ 30000000 CNY 2021-01-01..D",
            "2021年以来，借阅32万人次。 | 32万人次 = other _ 320000 person-time 2021-01-01..D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._BUILDING": Rule(
        "a building after its verb and number was put up then",
        by=[
            "2021年以来，建成3栋教师周转房。 | 3栋 = other _ 3 item 2021-01-01..D",
            "2021年以来，建成12幢学生宿舍。 | 12幢 = other _ 12 item 2021-01-01..D",
            "2021年以来，建成5个标准化食堂。 | 5个 = other _ 5 item 2021-01-01..D",
        ],
        alone=[
            "2021年以来，建成12个实训基地。 | 12个 = other _ 12 base D",
            "全市有3栋教师周转房。 | 3栋 = other _ 3 item D",
        ],
        paper=NEWS,
    ),
    "indicators.accounting._ERECTED": Rule(
        "a building before its number was put up then",
        by=[
            "2021年以来，建成教师周转房120套。 | 120套 = other _ 120 item 2021-01-01..D",
            "2021年以来，建成学生食堂12个。 | 12个 = other _ 12 item 2021-01-01..D",
            "2021年以来，建成乡镇学校标准化厕所86座。 | 86座 = other _ 86 _ 2021-01-01..D",
        ],
        alone=[
            "2021年以来，建成实训基地12个。 | 12个 = other _ 12 base D",
            "2021年以来，教师周转房达到120套。 | 120套 = other _ 120 item D",
        ],
        paper=NEWS,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
