"""Shares that only the count before them names: sentences for rules of indicators.shares, and near misses.

What belongs here: rules one by one.  What does not: links of per cent (test_linking_shares), list members and from–to pairs
(test_leaning); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.shares._OF_THEM": Rule(
        "a share right behind a count is of it, and is named by what follows",
        by=[
            "随迁子女3.42万人,其中92.6%就读于公办学校。 | 92.6% = migrant_children_public_school_share _ 92.6 %",
            "进城务工人员随迁子女1200人，96%在公办学校就读。 | 96% = migrant_children_public_school_share _ 96 %",
            "随迁子女8600名（约95%进入公办学校）。 | 95% = migrant_children_public_school_share _ 95 % approx",
        ],
        alone=[
            "教师8600名，其中95%在公办学校任教。 | 95% = other _ 95 %",
            "随迁子女8600名，公办学校就读比例95%。 | 95% = migrant_children_public_school_share _ 95 %",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
