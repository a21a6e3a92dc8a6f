"""Checks of `articles`: whole, dated, placed.

What belongs here: how documents were divided.  What does not: their numbers (quantities).
"""

from checks.shared import contract, keys, must, should, table_checks
from edu_pipeline.warehouse import rules_spans

articles_checks = table_checks(
    "articles",
    contract("articles"),
    keys("articles"),
    must(
        "cover_the_text",
        "The articles of a document cover its text once: none overlaps another, nothing but white space is left out.",
        lambda views: [v for v in rules_spans.check(views) if v.rule == "cover"],
    ),
    should(
        "complete",
        "No article breaks off. What an article that does says may lack its end.",
        "Articles that break off: {n}.",
        """SELECT d.source, a.ordinal, a.title FROM articles a JOIN documents d USING (document_id)
            WHERE NOT a.complete AND d.status = 'ok'""",
    ),
    should(
        "dated",
        "Every article has a date. Without one, 今年 and 目前 cannot be resolved, and periods stay open.",
        "Articles without a date: {n}.",
        """SELECT d.source, a.ordinal, a.title FROM articles a JOIN documents d USING (document_id)
            WHERE a.dated_on IS NULL AND d.status = 'ok'""",
    ),
    should(
        "placed",
        "Every article speaks of a place that is known. Without one, 全市 cannot be resolved.",
        "Articles without a place: {n}.",
        """SELECT d.source, a.ordinal, a.title FROM articles a JOIN documents d USING (document_id)
            WHERE a.region_name IS NULL AND d.status = 'ok'""",
    ),
)
