"""The Dagster assets: one module per group, in the order in which data flows.

    sources      the files that are there, and the reference tables that a release explains itself with
    documents    one extraction over all files: documents, articles, quantities, observations as read
    statistics   the observations that keep the contract, those that do not, with flags, and the facts
    quality      arithmetic, repetition and conflict, and everything that is to be said about the rows
    report       the pages to read a release by (group release)
    release      verifying and publishing

What belongs here: names, groups, descriptions and dependencies.  What does not: work; the body of each asset is a call
into edu_pipeline.
"""
