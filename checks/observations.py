"""Checks of the observations: as read, as sound, in quarantine, as published.

What belongs here: rows of single statistics.  What does not: statistics held against each other (facts, audits,
relations).
"""

from checks.shared import Rows, about, contract, counts, keys, must, should, table_checks
from edu_pipeline.warehouse import rules_keys

observations_read_checks = table_checks("observations_read", keys("observations_read"))
observations_sound_checks = table_checks(
    "observations_sound", contract("observations_sound"), keys("observations_sound")
)
quarantine_checks = table_checks(
    "quarantine",
    contract("quarantine"),
    keys("quarantine"),
    should(
        "empty",
        "No row had to be set aside. A row in quarantine is whole, with every reason, and is not published as a fact.",
        "Rows in quarantine: {n}.",
        "SELECT table_name, row_id, reasons, document_id FROM quarantine",
    ),
)

_OVER_100 = Rows(
    "rates_over_100",
    """SELECT o.source, o.region_name, o.label, o.value, o.sentence, i.over_100 FROM observations o
        JOIN indicators i USING (indicator)
        WHERE o.unit = '%' AND o.measure = 'level' AND o.value > 100""",
)
_OF_OVER_100 = "SELECT * EXCLUDE (over_100) FROM rates_over_100 WHERE over_100 {}"

observations_checks = table_checks(
    "observations",
    contract("observations"),
    keys("observations"),
    must(
        "none_lost",
        "Every statistic that was read is in `observations` or in `quarantine`: never both, never neither, and none was"
        " never read.",
        lambda views: list(rules_keys.statistics(views)),
    ),
    counts(
        "over_100_expected",
        "Rates over 100 % that are as they should be: a **gross** ratio counts pupils of every age against one age group,"
        " so over 100 % means pupils from elsewhere or of other ages.",
        "Rates over 100 % that their indicator explains: {n}.",
        _OF_OVER_100.format("= 'expected'"),
        rows=_OVER_100,
    ),
    should(
        "over_100_doubtful",
        "No share of a whole is over 100 %. One that is was misprinted, or counts pupils who came from elsewhere; it is"
        " published with a finding.",
        "Shares over 100 %: {n}.",
        _OF_OVER_100.format("<> 'expected'"),
        rows=_OVER_100,
    ),
    counts(
        "without_code",
        "Statistics that no indicator of the catalogue fits. They are published with their label; an indicator that"
        " shows up here often belongs in `reference/catalogue.yaml`.",
        "Statistics without a code: {n}.",
        """SELECT label, count(*) AS statistics, any_value(sentence) AS example FROM observations
            WHERE indicator IS NULL GROUP BY label""",
        total="statistics",
    ),
)
observations_findings = table_checks("observations", *about("observations"), after=["findings"], name="findings")
