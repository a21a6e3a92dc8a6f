"""The tables of the index: which columns they show, and their rows as files that the page loads when it needs them.

What belongs here: the questions behind each table, and the form its rows are written in.  What does not: how a table is
drawn, searched and downloaded (static/index.js).

A file is a script, because a page opened from the file system may load nothing else.  It calls `report.load(name,
columns)`: for each column its values from top to bottom, or, where values recur, `{"values": […], "at": […]}`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.report import kept, words
from edu_pipeline.report.corpus import Corpus, Row
from edu_pipeline.report.overview import GRAVEST_FIRST
from edu_pipeline.warehouse.duck import literal

LINK = "page"
"""The column that holds where a row leads: a document's page with the place in it."""
MOST_ROWS = 100_000
"""Rows that a table of the index shows: what a browser can still search, and what memory holds."""


@dataclass(frozen=True)
class Field:
    """One column: `kind` is text, number, date or severity; `choice` offers its values to choose from; `link` leads to
    the place in the document."""

    name: str
    title: str
    kind: str = "text"
    choice: bool = False
    wide: bool = False
    link: bool = False


@dataclass(frozen=True)
class Listing:
    """One table of the index: `rows` has at least its columns and LINK.  Rows come in the order they are first shown in."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rows: Callable[[Corpus, Sequence[Row]], pa.Table]


_DOCUMENT = Field("document", "Document", wide=True)
_TITLES = "(SELECT source, coalesce(title, source) AS document FROM documents)"


def _place(document_id: str, quantity_id: str = "NULL", start: str = "NULL") -> str:
    """SQL for the address of a number, of a character, or of a document, seen from the index."""
    page = literal(kept.name("\0")).replace("\0", f"' || {document_id} || '")
    return f"{page} || coalesce('#q-' || {quantity_id}, '#at-' || {start}, '') AS {LINK}"


def rank(column: str, values: Sequence[str]) -> str:
    """SQL that orders rows by a column of a vocabulary."""
    return f"array_position([{', '.join(map(literal, values))}], {column})"


def said(table: pa.Table, name: str, say: Callable[[Any], Any], column: str | None = None) -> pa.Table:
    """A table with a column in words: what `say` makes of each value of a column, which is asked once a value."""
    coded = table[column or name].combine_chunks().dictionary_encode(null_encoding="encode")
    values = pa.array([say(value) for value in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)
    at = table.schema.get_field_index(name)
    return table.append_column(name, values) if at < 0 else table.set_column(at, name, values)


# ------------------------------------------------------------------------------------------------ the tables
_DOCUMENTS_SHOWN = (
    "document", "error", "warning", "info", "quarantined", "statistics", "numbers", "dated_on", "status", "places",
    "source", "problem", LINK,
)  # fmt: skip


def _documents(corpus: Corpus, documents: Sequence[Row]) -> pa.Table:
    gravest_first = sorted(documents, key=lambda row: (-row["error"], -row["warning"], row["source"]))
    rows = [{**row, **_of_document(row)} for row in gravest_first]
    return pa.table({name: pa.array([row[name] for row in rows]) for name in _DOCUMENTS_SHOWN})


def _of_document(row: Row) -> Row:
    places = list(dict.fromkeys(row["places"] or []))
    return {
        "document": row["title"] or row["source"],
        "places": "、".join(places[:5]) + (f" +{len(places) - 5}" if len(places) > 5 else ""),
        "dated_on": row["dated_on"] or row["published_on"],
        LINK: kept.name(row["document_id"]),
    }


# which rows are shown is found first, in the order that their file has where that will do, and then they are named: a join
# with all statements takes as long as all the rest
_FINDINGS = f"""
    WITH shown AS (FROM (SELECT *, row_number() OVER () AS n FROM findings)
        ORDER BY {rank("severity", GRAVEST_FIRST)}, n LIMIT {MOST_ROWS})
    SELECT f.severity, f."check", f.message, f.expected, f.found, f.table_name, f.source,
        coalesce(d.document, f.source) AS document, {_place("f.document_id", start="f.start")}
    FROM shown f LEFT JOIN {_TITLES} d USING (source)
    ORDER BY {rank("f.severity", GRAVEST_FIRST)}, n"""


def _findings(corpus: Corpus, documents: Sequence[Row]) -> pa.Table:
    return corpus.table(_FINDINGS)


_FACTS = f"""
    WITH shown AS MATERIALIZED (SELECT * EXCLUDE (evidence), evidence[1] AS first, row_number() OVER () AS n
        FROM (FROM facts LIMIT {MOST_ROWS})),
    told AS MATERIALIZED (SELECT observation_id, document_id, quantity_id FROM observations
        SEMI JOIN shown ON observation_id = first)
    SELECT f.* EXCLUDE (fact_id, flags, first, n), coalesce(i.name_zh, f.indicator) AS name_zh,
        coalesce(i.name_en, f.indicator) AS name_en, array_to_string(f.flags, ', ') AS flagged,
        concat(period_start, '/', period_end) AS days, {_place("o.document_id", "o.quantity_id")}
    FROM shown f LEFT JOIN indicators i USING (indicator) LEFT JOIN told o ON o.observation_id = f.first
    ORDER BY n"""


def _facts(corpus: Corpus, documents: Sequence[Row]) -> pa.Table:
    found = said(corpus.table(_FACTS), "level", words.code, "education_level")
    return said(found, "period", _period, "days")


def _period(days: str) -> str:
    start, _, end = days.partition("/")
    return words.period(*(date.fromisoformat(day) if day else None for day in (start, end)))


_AUDITS = f"""
    SELECT a.* EXCLUDE (operand_quantity_ids), d.source, d.document,
        {_place("a.document_id", "coalesce(a.claim_quantity_id, a.operand_quantity_ids[1])")}
    FROM audits a
        LEFT JOIN (SELECT document_id, min(source) AS source FROM documents GROUP BY 1) s USING (document_id)
        LEFT JOIN {_TITLES} d ON d.source = s.source
        LEFT JOIN (SELECT quantity_id, start FROM quantities) q
            ON q.quantity_id = coalesce(a.claim_quantity_id, a.operand_quantity_ids[1])
    ORDER BY {rank("a.verdict", ("inconsistent", "implied", "consistent"))}, d.source, q.start, a.audit_id
    LIMIT {MOST_ROWS}"""


def _audits(corpus: Corpus, documents: Sequence[Row]) -> pa.Table:
    return corpus.table(_AUDITS)


GRAVEST_RELATIONS = ("conflict", "target_actual", "standard_actual", "update", "repeat")
_BY_RELATION = rank("r.relation", GRAVEST_RELATIONS)
# step by step, since three joins with all statements do not fit into memory
_RELATIONS_SHOWN = f"""
    CREATE OR REPLACE TEMP TABLE shown AS
        SELECT r.*, observation_ids[1] AS one, observation_ids[-1] AS other
        FROM (SELECT *, row_number() OVER () AS n FROM relations) r ORDER BY {_BY_RELATION}, n LIMIT {MOST_ROWS};
    CREATE OR REPLACE TEMP TABLE told AS
        SELECT observation_id, region_name, label, indicator, document_id, quantity_id, value, unit, source, start
        FROM observations SEMI JOIN (SELECT unnest([one, other, resolved_to]) AS observation_id FROM shown) USING (observation_id)"""
_RELATIONS = f"""
    SELECT r.relation, r.rule, r.note, r.difference, CASE r.met WHEN true THEN 'met' WHEN false THEN 'missed' END AS met,
        len(r.observation_ids) AS statements, a.region_name, a.label, coalesce(i.name_en, a.label) AS indicator,
        a.value AS first_value, CASE WHEN len(r.observation_ids) > 1 THEN b.value END AS last_value, a.unit,
        w.value AS resolved, {_place("a.document_id", "a.quantity_id")}
    FROM shown r LEFT JOIN told a ON a.observation_id = one
        LEFT JOIN told b ON b.observation_id = other LEFT JOIN indicators i ON i.indicator = a.indicator
        LEFT JOIN told w ON w.observation_id = r.resolved_to
    ORDER BY {_BY_RELATION}, a.source, a.start, r.relation_id"""


def _relations(corpus: Corpus, documents: Sequence[Row]) -> pa.Table:
    corpus.con.execute(_RELATIONS_SHOWN)
    found = corpus.table(_RELATIONS)
    corpus.con.execute("DROP TABLE shown; DROP TABLE told")
    return said(found, "relation", lambda name: words.RELATIONS.get(name, name))


_QUARANTINE = f"""
    SELECT k.*, d.document, d.source, {_place("k.document_id")} FROM quarantine k LEFT JOIN (
        SELECT document_id, min_by(coalesce(title, source), source) AS document, min(source) AS source
        FROM documents GROUP BY 1) d USING (document_id)
    ORDER BY d.source, k.table_name, k.row_id, k.quarantine_id LIMIT {MOST_ROWS}"""
_QUARANTINE_SHOWN = (
    "printed", "label", "reasons", "region_name", "sentence", "document", "table_name", "row_id", LINK,
)  # fmt: skip


def _quarantine(corpus: Corpus, documents: Sequence[Row]) -> pa.Table:
    rows = [{**row, **_apart(row)} for row in corpus.rows(_QUARANTINE)]
    return pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in _QUARANTINE_SHOWN})


def _apart(row: Row) -> Row:
    whole = held(row["row"])
    number = whole.get("quantity_id")
    return {
        "reasons": "; ".join(row["reasons"]),
        "printed": f"{whole.get('value_text') or ''}{whole.get('unit_text') or ''}",
        **{name: whole.get(name) for name in ("label", "sentence", "region_name")},
        LINK: f"{row[LINK]}#q-{number}" if row[LINK] and number else row[LINK],
    }


def held(row: str) -> Row:
    """A row in quarantine, which a release without texts may hold no more of than that it was left out."""
    try:
        content = json.loads(row)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


# of facts and documents only those that may differ are looked at
_CHANGES = f"""
    WITH fact AS (
        SELECT 'fact' AS what, CASE WHEN b.fact_id IS NULL THEN 'new' WHEN n.fact_id IS NULL THEN 'gone' ELSE 'changed' END
                AS change, concat_ws(', ', coalesce(n.region_name, b.region_name), coalesce(n.indicator, b.indicator),
                coalesce(n.education_level, b.education_level), coalesce(n.period_end, b.period_end)) AS name,
            NULL AS before, NULL AS now, coalesce(n.fact_id, b.fact_id) AS id,
            b.value AS value_before, b.unit AS unit_before, n.value, n.unit
        FROM new_facts n FULL JOIN old_facts b USING (fact_id)
        WHERE n.fact_id IS NULL OR b.fact_id IS NULL OR n.value <> b.value OR n.unit <> b.unit),
    document AS (
        SELECT 'document', CASE WHEN b.source IS NULL THEN 'new' WHEN n.source IS NULL THEN 'gone' ELSE 'changed' END,
            coalesce(n.source, b.source), b.status, n.status, coalesce(n.source, b.source),
            NULL, NULL, NULL, NULL
        FROM (SELECT source, document_id, status FROM new_documents) n
            FULL JOIN (SELECT source, document_id, status FROM old_documents) b USING (source)
        WHERE n.source IS NULL OR b.source IS NULL OR n.document_id <> b.document_id OR n.status <> b.status),
    finding AS (
        SELECT 'finding', CASE WHEN b.finding_id IS NULL THEN 'new' ELSE 'gone' END,
            coalesce(n.severity, b.severity) || ' ' || coalesce(n."check", b."check"), b.message, n.message,
            coalesce(n.finding_id, b.finding_id), NULL, NULL, NULL, NULL
        FROM (FROM new_findings ANTI JOIN old_findings USING (finding_id)) n
            FULL JOIN (FROM old_findings ANTI JOIN new_findings USING (finding_id)) b USING (finding_id))
    FROM fact UNION ALL FROM document UNION ALL FROM finding
    ORDER BY {rank("what", ("document", "fact", "finding"))}, {rank("change", ("gone", "changed", "new"))}, name, id
    LIMIT {MOST_ROWS}"""


def _changes(corpus: Corpus, documents: Sequence[Row]) -> pa.Table:
    rows = corpus.rows(_CHANGES)
    for row in rows:
        if row["what"] == "fact":
            row["before"] = f"{words.number(row['value_before'])} {row['unit_before'] or ''}".strip()
            row["now"] = f"{words.number(row['value'])} {row['unit'] or ''}".strip()
    return pa.table({n: pa.array([row.get(n) for row in rows], pa.string()) for n in (*names(CHANGES), LINK)})


LISTINGS: tuple[Listing, ...] = (
    Listing(
        "documents", "Documents", "One row per file: what was read from it, and what is to be said about it.",
        (Field("document", "Document", wide=True, link=True), Field("error", "Errors", "number"),
         Field("warning", "Warnings", "number"), Field("info", "Notes", "number"),
         Field("quarantined", "Quarantined", "number"), Field("statistics", "Statistics", "number"),
         Field("numbers", "Numbers", "number"), Field("dated_on", "Date", "date"), Field("status", "Status", choice=True),
         Field("places", "Places", wide=True), Field("source", "File"), Field("problem", "Why it was not read", wide=True)),
        _documents,
    ),
    Listing(
        "findings", "Findings", tables.TABLES["findings"].description,
        (Field("severity", "Severity", "severity", choice=True), Field("check", "Check", choice=True),
         Field("message", "What is said", wide=True, link=True), _DOCUMENT, Field("expected", "Expected"), Field("found", "Found"),
         Field("table_name", "About", choice=True), Field("source", "File")),
        _findings,
    ),
    Listing(
        "facts", "Facts", tables.TABLES["facts"].description,
        (Field("region_name", "Place"), Field("name_zh", "Indicator"), Field("name_en", "In English", wide=True),
         Field("level", "Level", choice=True), Field("period", "Period", "date"), Field("value", "Value", "number", link=True),
         Field("unit", "Unit", choice=True), Field("comparator", "Bounds", choice=True),
         Field("quality", "Quality", choice=True), Field("n_documents", "Documents", "number"),
         Field("flagged", "Findings"), Field("indicator", "Code"), Field("region_code", "Place code")),
        _facts,
    ),
    Listing(
        "audits", "Arithmetic", tables.TABLES["audits"].description,
        (Field("verdict", "Verdict", choice=True), Field("kind", "Kind", choice=True), Field("claimed", "As printed", "number"),
         Field("computed", "Recomputed", "number"), Field("tolerance", "Tolerance", "number"),
         Field("explanation", "Explanation", wide=True), Field("sentence", "Sentence", wide=True, link=True), _DOCUMENT,
         Field("source", "File")),
        _audits,
    ),
    Listing(
        "relations", "Relations", tables.TABLES["relations"].description,
        (Field("relation", "Relation", choice=True), Field("region_name", "Place"), Field("indicator", "Indicator"),
         Field("label", "As printed"), Field("first_value", "First value", "number"),
         Field("last_value", "Last value", "number"), Field("unit", "Unit", choice=True),
         Field("difference", "Difference", "number"), Field("met", "Met", choice=True),
         Field("resolved", "Facts follow", "number"), Field("statements", "Statements", "number"),
         Field("rule", "Rule", choice=True), Field("note", "In words", wide=True, link=True)),
        _relations,
    ),
    Listing(
        "quarantine", "Quarantine", tables.TABLES["quarantine"].description,
        (Field("printed", "Printed", link=True), Field("label", "Label"), Field("reasons", "Why it was set aside", wide=True),
         Field("region_name", "Place"), Field("sentence", "Sentence", wide=True), _DOCUMENT,
         Field("table_name", "Table", choice=True), Field("row_id", "Row")),
        _quarantine,
    ),
)  # fmt: skip
CHANGES = Listing(
    "changes", "Changes", "What is new, gone or different against the release before.",
    (Field("what", "What", choice=True), Field("change", "Change", choice=True), Field("name", "Which", wide=True),
     Field("before", "Before", wide=True), Field("now", "Now", wide=True)),
    _changes,
)  # fmt: skip


def script(listing: Listing, rows: pa.Table) -> str:
    """The file that holds the rows of a listing."""
    shown = {name: _packed(rows[name]) for name in (*names(listing), LINK)}
    content = json.dumps(shown, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"report.load({json.dumps(listing.name)},{safe(content)});\n"


def names(listing: Listing) -> list[str]:
    return [field.name for field in listing.fields]


def _packed(column: pa.ChunkedArray) -> Any:
    """A column as JSON; values that recur are written once."""
    coded = column.combine_chunks().dictionary_encode(null_encoding="encode")
    values, at = coded.dictionary.to_pylist(), coded.indices.to_numpy().tolist()
    if not pa.types.is_string(column.type):
        values = list(map(_plain, values))
    return {"values": values, "at": at} if len(values) * 2 <= len(at) else [values[n] for n in at]


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def safe(content: str) -> str:
    """JSON that stands in a page or a script without ending it."""
    for character in "<>&\u2028\u2029":
        content = content.replace(character, f"\\u{ord(character):04x}")
    return content
