"""The data-quality layer as Dagster sees it: one module per table.

    contract             pandera, ERROR and blocking: types, nulls, vocabularies, bounds
    keys                 ERROR and blocking: keys and foreign keys
    all_numbers_...      ERROR and blocking: promises of the data model that a row cannot keep alone
    the others           WARN: a person should look; or they only count, and always pass

What belongs here: what is reported.  What does not: moving rows (edu_pipeline.quality does that) and protecting readers
(the asset `release` does that, whoever ran which check).
"""

from checks import articles, audits, documents, facts, findings, observations, quantities, reference, relations

MODULES = [documents, articles, quantities, observations, facts, audits, relations, findings, reference]
