"""What is told and counts nothing of a place's schooling: sentences for rules of indicators.anecdotes and tales.

What belongs here: one rule each.  What does not: the kinds of whole sentences (test_kinds_anecdotes); the notation
(conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.anecdotes._ROUTINE": Rule(
        "how often something is done is no statistic",
        by=[
            "各校每学期开展2次家访。 | 2次 = anecdote",
            "每年组织1次体质健康测试。 | 1次 = anecdote",
            "每季度调度1次。 | 1次 = anecdote",
        ],
        alone=[
            "全年开展家访2万次。 | 2万次 = other _ 20000 item",
            "每学期至少开展2次应急演练。 | 2次 = other _ 2 item ge",
        ],
    ),
    "indicators.tales._EXAMPLE": Rule(
        "以…学校为例 tells of one school",
        by=[
            "以寄宿制学校为例，住宿生540人，生活教师96人。 | 540人 = anecdote | 96人 = anecdote",
            "以县职教中心学院为例，招生320人。 | 320人 = anecdote",
            "以民办幼儿园为例，教师12人，保育员24人。 | 12人 = anecdote | 24人 = anecdote",
        ],
        alone=[
            "以小学为例，全市在校生3.2万人。 | 3.2万人 = students primary 32000 person",
            "以县为单位，在校生3.2万人。 | 3.2万人 = students _ 32000 person",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
