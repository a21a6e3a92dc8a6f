"""Checks of `relations`: statements held against each other, targets and standards.

What belongs here: conflicts, and targets that were missed.  What does not: finding them (edu_pipeline.quality).
"""

from checks.shared import contract, counts, keys, should, table_checks

relations_checks = table_checks(
    "relations",
    contract("relations"),
    keys("relations"),
    should(
        "no_conflicts",
        "No two statements of one fact differ. Where they do, `resolved_to` names the one that the facts follow, if a"
        " rule says which.",
        "Conflicts between statements: {n}.",
        "SELECT note, difference, resolved_to, observation_ids FROM relations WHERE relation = 'conflict'",
    ),
    counts(
        "targets_and_standards",
        "Targets and national standards held against what was reached. A missed target is news, not a fault of the"
        " data.",
        "Targets and standards held against a value: {n}.",
        """SELECT relation, met, count(*) AS statements, any_value(note) AS example FROM relations
            WHERE relation IN ('target_actual', 'standard_actual') GROUP BY relation, met""",
        total="statements",
    ),
)
