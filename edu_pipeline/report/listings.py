"""The tables of the index: which columns they show, and their rows as files that the page loads when it needs them.

What belongs here: the questions behind each table, and the form its rows are written in.  What does not: how a table is
drawn, searched and downloaded (static/index.js).

A file is a script, because a page opened from the file system may load nothing else.  It calls `report.load(name,
columns)`: for each column its values from top to bottom, or, where values recur, `{"values": […], "at": […]}`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from edu_pipeline import tables
from edu_pipeline.report import kept, overview, words
from edu_pipeline.report.corpus import Corpus, Row

Columns = dict[str, list[Any]]
LINK = "page"
"""The column that holds where a row leads: a document's page with the place in it."""
MOST_ROWS = 100_000
"""Rows that a table of the index shows: what a browser can still search, and what memory holds."""
_LIMIT = f" LIMIT {MOST_ROWS}"


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
    """One table of the index, column by column, since it may be long.  Rows come in the order they are first shown in."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    columns: Callable[[Corpus], Columns]


_DOCUMENT = Field("document", "Document", wide=True)


def _documents(corpus: Corpus) -> Columns:
    gravest_first = sorted(overview.documents(corpus), key=lambda row: (-row["error"], -row["warning"], row["source"]))
    return _columns([{**row, **_of_document(row)} for row in gravest_first], [*_SHOWN, LINK])


_SHOWN = ("document", "error", "warning", "info", "quarantined", "statistics", "numbers", "dated_on", "status", "places", "source", "problem")  # fmt: skip


def _of_document(row: Row) -> Row:
    places = list(dict.fromkeys(row["places"] or []))
    return {
        "document": row["title"] or row["source"],
        "places": "、".join(places[:5]) + (f" +{len(places) - 5}" if len(places) > 5 else ""),
        "dated_on": row["dated_on"] or row["published_on"],
        LINK: kept.name(row["document_id"]),
    }


def _columns(rows: Sequence[Row], names: Iterable[str]) -> Columns:
    return {name: [row.get(name) for row in rows] for name in names}


def _each(function: Callable[..., Any], *columns: Iterable[Any]) -> list[Any]:
    """A column out of others."""
    return [function(*values) for values in zip(*columns, strict=True)]


# what is shown is chosen first, and then named: a join with all statements takes as long as all the rest
_FINDINGS_ORDER = (
    """array_position(['error', 'warning', 'info'], f.severity), f."check", f.source, f.start, f.finding_id"""
)
_FINDINGS = f"""
    WITH shown AS MATERIALIZED (FROM findings f ORDER BY {_FINDINGS_ORDER}{_LIMIT}),
    about AS MATERIALIZED (SELECT observation_id, quantity_id FROM observations
        SEMI JOIN shown ON observation_id = row_id)
    SELECT f.severity, f."check", f.message, f.expected, f.found, f.table_name, f.row_id, f.start, f.document_id, f.source,
        coalesce(d.title, f.source) AS document, o.quantity_id
    FROM shown f LEFT JOIN (SELECT source, title FROM documents) d USING (source)
        LEFT JOIN about o ON o.observation_id = f.row_id
    ORDER BY {_FINDINGS_ORDER}"""


def _findings(corpus: Corpus) -> Columns:
    rows = corpus.rows("SELECT quarantine_id, row FROM quarantine")
    apart = {row["quarantine_id"]: held(row["row"]).get("quantity_id") for row in rows}
    found = corpus.columns(_FINDINGS)
    at = _each(lambda quantity, row: quantity or apart.get(row), found["quantity_id"], found["row_id"])
    return {**found, LINK: _each(_place, found["document_id"], at, found["start"])}


_FACTS_ORDER = "f.region_code NULLS LAST, f.region_name, f.indicator, f.education_level, f.period_end, f.fact_id"
_FACTS = f"""
    WITH shown AS MATERIALIZED (
        SELECT * EXCLUDE (evidence), evidence[1] AS first FROM facts f ORDER BY {_FACTS_ORDER}{_LIMIT}),
    told AS MATERIALIZED (SELECT observation_id, document_id, quantity_id FROM observations
        SEMI JOIN shown ON observation_id = first)
    SELECT f.* EXCLUDE (fact_id, flags, first), coalesce(i.name_zh, f.indicator) AS name_zh,
        coalesce(i.name_en, f.indicator) AS name_en, array_to_string(f.flags, ', ') AS flagged, o.document_id, o.quantity_id
    FROM shown f LEFT JOIN indicators i USING (indicator) LEFT JOIN told o ON o.observation_id = f.first
    ORDER BY {_FACTS_ORDER}"""


def _facts(corpus: Corpus) -> Columns:
    found = corpus.columns(_FACTS)
    return {
        **found,
        "level": _each(cache(words.code), found["education_level"]),
        "period": _each(cache(words.period), found["period_start"], found["period_end"]),
        LINK: _each(_place, found["document_id"], found["quantity_id"]),
    }


_AUDITS = """
    SELECT a.* EXCLUDE (operand_quantity_ids), q.source, coalesce(d.title, d.source) AS document, q.start, a.operand_quantity_ids[1] AS first
    FROM audits a
        LEFT JOIN (SELECT document_id, min(source) AS source FROM documents GROUP BY 1) s USING (document_id)
        LEFT JOIN documents d ON d.source = s.source
        LEFT JOIN quantities q ON q.quantity_id = coalesce(a.claim_quantity_id, a.operand_quantity_ids[1])
    ORDER BY array_position(['inconsistent', 'implied', 'consistent'], a.verdict), d.source, q.start, a.audit_id"""


def _audits(corpus: Corpus) -> Columns:
    found = corpus.columns(_AUDITS + _LIMIT)
    at = _each(lambda claim, first: claim or first, found["claim_quantity_id"], found["first"])
    return {**found, LINK: _each(_place, found["document_id"], at)}


_RELATIONS_SHOWN = f"""
    CREATE OR REPLACE TEMP TABLE shown AS
        SELECT e.*, a.source, a.start FROM (
            SELECT relation_id, relation, observation_ids[1] AS one, observation_ids[-1] AS other, resolved_to FROM relations) e
            LEFT JOIN (SELECT observation_id, source, start FROM observations) a ON a.observation_id = one
        ORDER BY array_position(['conflict', 'target_actual', 'standard_actual', 'update', 'repeat'], e.relation),
            a.source, a.start, e.relation_id{_LIMIT};
    CREATE OR REPLACE TEMP TABLE told AS
        SELECT observation_id, region_name, label, indicator, document_id, quantity_id, value, unit FROM observations
        SEMI JOIN (SELECT unnest([one, other, resolved_to]) AS observation_id FROM shown) USING (observation_id)"""
_RELATIONS = """
    SELECT r.relation, r.rule, r.note, r.difference, r.met, r.standard_code, len(r.observation_ids) AS statements,
        a.region_name, a.label, coalesce(i.name_en, a.label) AS indicator, a.document_id, a.quantity_id,
        a.value AS first_value, CASE WHEN len(r.observation_ids) > 1 THEN b.value END AS last_value, a.unit,
        w.value AS resolved
    FROM shown s JOIN relations r USING (relation_id) LEFT JOIN told a ON a.observation_id = one
        LEFT JOIN told b ON b.observation_id = other LEFT JOIN indicators i ON i.indicator = a.indicator
        LEFT JOIN told w ON w.observation_id = s.resolved_to
    ORDER BY array_position(['conflict', 'target_actual', 'standard_actual', 'update', 'repeat'], r.relation),
        s.source, s.start, r.relation_id"""


def _relations(corpus: Corpus) -> Columns:
    corpus.con.execute(_RELATIONS_SHOWN)  # step by step, since three joins with all statements do not fit into memory
    found = corpus.columns(_RELATIONS)
    corpus.con.execute("DROP TABLE shown; DROP TABLE told")
    said = {True: "met", False: "missed", None: None}
    return {
        **found,
        "relation": _each(lambda name: words.RELATIONS.get(name, name), found["relation"]),
        "met": _each(said.get, found["met"]),
        LINK: _each(_place, found["document_id"], found["quantity_id"]),
    }


_QUARANTINE = """
    SELECT k.*, d.document, d.source FROM quarantine k LEFT JOIN (
        SELECT document_id, min_by(coalesce(title, source), source) AS document, min(source) AS source
        FROM documents GROUP BY 1) d USING (document_id)
    ORDER BY d.source, k.table_name, k.row_id, k.quarantine_id"""


def _quarantine(corpus: Corpus) -> Columns:
    rows = corpus.rows(_QUARANTINE + _LIMIT)
    names = ("printed", "label", "reasons", "region_name", "sentence", "document", "table_name", "row_id", LINK)
    return _columns([{**row, **_apart(row)} for row in rows], names)


def _apart(row: Row) -> Row:
    whole = held(row["row"])
    return {
        "reasons": "; ".join(row["reasons"]),
        "printed": f"{whole.get('value_text') or ''}{whole.get('unit_text') or ''}",
        **{name: whole.get(name) for name in ("label", "sentence", "region_name")},
        LINK: _place(row["document_id"], whole.get("quantity_id")),
    }


def held(row: str) -> Row:
    """A row in quarantine, which a release without texts may hold no more of than that it was left out."""
    try:
        content = json.loads(row)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


_CHANGES = """
    WITH other AS MATERIALIZED (
        SELECT coalesce(n.fact_id, b.fact_id) AS fact_id
        FROM (SELECT fact_id, value, unit FROM facts) n FULL JOIN (SELECT fact_id, value, unit FROM before_facts) b USING (fact_id)
        WHERE n.fact_id IS NULL OR b.fact_id IS NULL OR n.value <> b.value OR n.unit <> b.unit),
    now_told AS MATERIALIZED (FROM facts SEMI JOIN other USING (fact_id)),
    before_told AS MATERIALIZED (FROM before_facts SEMI JOIN other USING (fact_id)),
    fact AS (
        SELECT 'fact' AS what, CASE WHEN b.fact_id IS NULL THEN 'new' WHEN n.fact_id IS NULL THEN 'gone' ELSE 'changed' END
                AS change, concat_ws(', ', coalesce(n.region_name, b.region_name), coalesce(n.indicator, b.indicator),
                coalesce(n.education_level, b.education_level), coalesce(n.period_end, b.period_end)) AS name,
            NULL AS before, NULL AS now, coalesce(n.fact_id, b.fact_id) AS id,
            b.value AS value_before, b.unit AS unit_before, n.value, n.unit
        FROM now_told n FULL JOIN before_told b USING (fact_id)),
    document AS (
        SELECT 'document', CASE WHEN b.source IS NULL THEN 'new' WHEN n.source IS NULL THEN 'gone' ELSE 'changed' END,
            coalesce(n.source, b.source), b.status, n.status, coalesce(n.source, b.source),
            NULL, NULL, NULL, NULL
        FROM documents n FULL JOIN before_documents b USING (source)
        WHERE n.source IS NULL OR b.source IS NULL OR n.document_id <> b.document_id OR n.status <> b.status),
    finding AS (
        SELECT 'finding', CASE WHEN b.finding_id IS NULL THEN 'new' ELSE 'gone' END,
            coalesce(n.severity, b.severity) || ' ' || coalesce(n."check", b."check"), b.message, n.message,
            coalesce(n.finding_id, b.finding_id), NULL, NULL, NULL, NULL
        FROM findings n FULL JOIN before_findings b USING (finding_id)
        WHERE n.finding_id IS NULL OR b.finding_id IS NULL)
    FROM fact UNION ALL FROM document UNION ALL FROM finding
    ORDER BY array_position(['document', 'fact', 'finding'], what), array_position(['gone', 'changed', 'new'], change), name, id"""


def _changes(corpus: Corpus) -> Columns:
    found = corpus.columns(_CHANGES + _LIMIT)
    for name, value, unit in (("before", "value_before", "unit_before"), ("now", "value", "unit")):
        said = _each(lambda v, u: f"{words.number(v)} {u or ''}".strip(), found[value], found[unit])
        found[name] = _each(
            lambda what, fact, other: fact if what == "fact" else other, found["what"], said, found[name]
        )
    return {**found, LINK: [None] * len(found["what"])}


def _place(document_id: str | None, quantity_id: str | None, start: int | None = None) -> str | None:
    """The address of a number, of a character, or of a document, seen from the index."""
    if not document_id:
        return None
    where = f"#q-{quantity_id}" if quantity_id else "" if start is None else f"#at-{start}"
    return kept.name(document_id) + where


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


def script(listing: Listing, columns: Columns) -> str:
    """The file that holds the rows of a listing."""
    shown = {name: _packed(columns[name]) for name in (*names(listing), LINK)}
    content = json.dumps(shown, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"report.load({json.dumps(listing.name)},{safe(content)});\n"


def names(listing: Listing) -> list[str]:
    return [field.name for field in listing.fields]


def _packed(values: list[Any]) -> Any:
    """Values that recur are written once."""
    if not set(map(type, values)) <= _OF_JSON:
        values = list(map(_plain, values))
    distinct = list(dict.fromkeys(values))
    if len(distinct) * 2 > len(values):
        return values
    at = {value: number for number, value in enumerate(distinct)}
    return {"values": distinct, "at": [at[value] for value in values]}


_OF_JSON = {str, int, bool, type(None)}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def safe(content: str) -> str:
    """JSON that stands in a page or a script without ending it."""
    for character in "<>&\u2028\u2029":
        content = content.replace(character, f"\\u{ord(character):04x}")
    return content
