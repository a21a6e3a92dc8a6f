"""Checks of `quantities`: every number accounted for.

What belongs here: the promise that no number is lost and none invented.  What does not: what a number means
(observations).
"""

from checks.shared import contract, counts, keys, must, table_checks
from edu_pipeline.warehouse import rules_spans

quantities_checks = table_checks(
    "quantities",
    contract("quantities"),
    keys("quantities"),
    must(
        "all_numbers_accounted",
        "Every run of Arabic digits, ASCII or full-width, lies in exactly one row: **no number is lost**, none is counted"
        " twice.",
        lambda views: [v for v in rules_spans.check(views) if v.rule in ("digits", "overlap")],
    ),
    must(
        "offsets_true",
        "`text[start:end]` of the document is exactly the text of the row, so everyone can check what was read.",
        lambda views: [v for v in rules_spans.check(views) if v.rule in ("offset", "order")],
    ),
    counts(
        "kinds",
        "How many numbers are of each kind.",
        "Numbers: {n}.",
        """SELECT kind, count(*) AS numbers, any_value(text) AS example, any_value(reason) AS reason
            FROM quantities GROUP BY kind""",
        total="numbers",
    ),
)
