"""Checks of `findings`: all that the quality layer says, by severity.

What belongs here: the findings as a whole.  What does not: those about one table (in its module).
"""

from checks.shared import Check, contract, counts, keys, should, table_checks

_BY_CODE = """SELECT "check", count(*) AS findings, any_value(message) AS example, any_value(source) AS source
    FROM findings WHERE severity = '{}' GROUP BY "check" """


def _severity(severity: str, meaning: str) -> Check:
    make = counts if severity == "info" else should
    return make(
        f"severity_{severity}",
        f"Findings of severity {severity} by check: {meaning}.",
        f"Findings of severity {severity}: {{n}}.",
        _BY_CODE.format(severity),
        total="findings",
    )


findings_checks = table_checks(
    "findings",
    contract("findings"),
    keys("findings"),
    _severity("error", "the row is not to be trusted as it stands"),
    _severity("warning", "a person should look"),
    _severity("info", "good to know"),
)
