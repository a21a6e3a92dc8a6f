"""Checks of `facts`: one statement for one place, indicator, level and time.

What belongs here: what most readers read.  What does not: the observations behind it.
"""

from checks.shared import contract, keys, should, table_checks

facts_checks = table_checks(
    "facts",
    contract("facts"),
    keys("facts"),
    should(
        "no_conflicts",
        "No fact is stated in two ways. One that is says so in `quality`; `evidence` leads to the statements.",
        "Facts that are stated in different ways: {n}.",
        """SELECT region_name, indicator, education_level, period_end, value, unit, evidence FROM facts
            WHERE quality = 'conflicting'""",
    ),
    should(
        "no_doubts",
        "No fact has a warning or an error against it.",
        "Doubtful facts: {n}.",
        """SELECT region_name, indicator, education_level, period_end, value, unit, flags FROM facts
            WHERE quality = 'doubtful'""",
    ),
)
