"""What is new, gone or different against the release before.

What belongs here: the question behind the table of changes, and its words.  What does not: having the release before
(before), and how the table is shown (listings).

A fact whose value changed comes first.  A finding that says the same of the same file is none that came or went, though its id
hangs on the bytes of the file.
"""

from __future__ import annotations

from datetime import date

from edu_pipeline.report import words
from edu_pipeline.report.corpus import Corpus, Row, rank

_WHAT, _CHANGE = ("document", "fact", "finding"), ("changed", "gone", "new")


def _either(*columns: str) -> str:
    """SQL for columns of the row as it is now, else as it was."""
    return ", ".join(f"coalesce(n.{column}, b.{column})" for column in columns)


def _alone(one: str, other: str) -> str:
    """SQL for the findings of one release whose like the other has not."""
    return f"""(SELECT * FROM {one} f ANTI JOIN {other} USING (finding_id) WHERE NOT EXISTS (FROM {other} o
        WHERE o."check" = f."check" AND o.message = f.message AND o.source IS NOT DISTINCT FROM f.source))"""


# of facts and documents only those that may differ are looked at
_CHANGES = f"""
    WITH fact AS (
        SELECT 'fact' AS what, CASE WHEN b.fact_id IS NULL THEN 'new' WHEN n.fact_id IS NULL THEN 'gone' ELSE 'changed' END
                AS change, concat_ws(', ', {_either("region_name", "indicator", "education_level", "label")}) AS name,
            NULL AS before, NULL AS now, coalesce(n.fact_id, b.fact_id) AS id,
            b.value AS value_before, b.unit AS unit_before, n.value, n.unit,
            concat({_either("period_start")}, '/', {_either("period_end")}) AS days
        FROM new_facts n FULL JOIN old_facts b USING (fact_id)
        WHERE n.fact_id IS NULL OR b.fact_id IS NULL OR n.value <> b.value OR n.unit <> b.unit),
    document AS (
        SELECT 'document', CASE WHEN b.source IS NULL THEN 'new' WHEN n.source IS NULL THEN 'gone' ELSE 'changed' END,
            coalesce(n.source, b.source), b.status, n.status, coalesce(n.source, b.source),
            NULL, NULL, NULL, NULL, NULL
        FROM (SELECT source, document_id, status FROM new_documents) n
            FULL JOIN (SELECT source, document_id, status FROM old_documents) b USING (source)
        WHERE n.source IS NULL OR b.source IS NULL OR n.document_id <> b.document_id OR n.status <> b.status),
    finding AS (
        SELECT 'finding', CASE WHEN b.finding_id IS NULL THEN 'new' ELSE 'gone' END,
            coalesce(n.severity, b.severity) || ' ' || coalesce(n."check", b."check"), b.message, n.message,
            coalesce(n.finding_id, b.finding_id), NULL, NULL, NULL, NULL, NULL
        FROM {_alone("new_findings", "old_findings")} n
            FULL JOIN {_alone("old_findings", "new_findings")} b USING (finding_id))
    FROM fact UNION ALL FROM document UNION ALL FROM finding
    ORDER BY what <> 'fact' OR change <> 'changed',
        {rank("what", _WHAT)}, {rank("change", _CHANGE)}, name, id"""


def rows(corpus: Corpus, most: int) -> list[Row]:
    """Up to `most` changes, each with what, change, name, before and now."""
    found = corpus.rows(f"{_CHANGES} LIMIT {most}")
    for row in found:
        if row["what"] == "fact":
            start, end = (date.fromisoformat(day) if day else None for day in row["days"].split("/"))
            row["name"] = ", ".join(filter(None, (row["name"], words.period(start, end) or "time unknown")))
            row["before"] = f"{words.number(row['value_before'])} {row['unit_before'] or ''}".strip()
            row["now"] = f"{words.number(row['value'])} {row['unit'] or ''}".strip()
    return found
