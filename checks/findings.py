"""Checks of `findings`: one for every code that asks a person to look.

What belongs here: the findings as a whole.  What does not: what a code means (edu_pipeline.quality.check_list), and the
findings about one table (in its module).
"""

from checks.shared import Check, contract, counts, keys, should, table_checks
from edu_pipeline.quality.check_list import CHECKS


def _code(code: str, severity: str, meaning: str) -> Check:
    return should(
        code,
        f"{meaning} Findings of this code are of severity **{severity}**; the rows are published with them.",
        f"Findings {code}: {{n}}.",
        f"""SELECT source, message, expected, found, table_name, row_id, start FROM findings
            WHERE "check" = '{code}' """,
    )


findings_checks = table_checks(
    "findings",
    contract("findings"),
    keys("findings"),
    *(_code(info.code, info.severity, info.description) for info in CHECKS.values() if info.severity != "info"),
    counts(
        "good_to_know",
        "Findings of severity info, by code.",
        "Findings of severity info: {n}.",
        """SELECT "check", count(*) AS findings, any_value(message) AS example, any_value(source) AS source
            FROM findings WHERE severity = 'info' GROUP BY "check" """,
        total="findings",
    ),
)
