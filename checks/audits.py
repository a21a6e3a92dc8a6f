"""Checks of `audits`: the arithmetic that documents state.

What belongs here: sums, shares, ratios, averages and changes that do not come out.  What does not: recomputing them
(edu_pipeline.quality).
"""

from checks.shared import contract, counts, keys, should, table_checks

audits_checks = table_checks(
    "audits",
    contract("audits"),
    keys("audits"),
    should(
        "arithmetic_consistent",
        "What a document gives as the result is what its own numbers give. Where it is not, the document is wrong, or was"
        " read wrongly; `explanation` names the one change that would make it fit.",
        "Results that do not come out: {n}.",
        """SELECT kind, claimed, computed, tolerance, explanation, sentence FROM audits
            WHERE verdict = 'inconsistent'""",
    ),
    counts(
        "recomputed",
        "How much arithmetic was recomputed, by kind and verdict.",
        "Results that were recomputed: {n}.",
        "SELECT kind, verdict, count(*) AS audits FROM audits GROUP BY kind, verdict",
        total="audits",
    ),
)
