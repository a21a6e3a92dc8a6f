"""The tables of the index: which columns and which rows they show.

What belongs here: the questions behind each table.  What does not: the form its rows are written in (scripts), how a table is
drawn, searched and downloaded (static/index.js).

DuckDB finds which rows are shown, in the order that their file has where that will do, and looks up the statements that
they name, all at once; Arrow puts the columns together, of the rows that are shown alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline import tables
from edu_pipeline.report import changed, kept, scripts, words
from edu_pipeline.report.corpus import Corpus, Row, rank
from edu_pipeline.report.overview import GRAVEST_FIRST
from edu_pipeline.warehouse.duck import literal

LINK = "page"
"""The column that holds where a row leads: a document's page with the place in it."""
MOST_ROWS = 100_000
"""Rows that a table of the index shows: what a browser can still search, and what memory holds."""


@dataclass(frozen=True)
class Field:
    """One column: `kind` is text, number, date or severity; `choice` offers its values to choose from, in one line unless it
    `wraps`; `link` leads to the place in the document."""

    name: str
    title: str
    kind: str = "text"
    choice: bool = False
    wide: bool = False
    link: bool = False
    wraps: bool = False


@dataclass(frozen=True)
class Listing:
    """One table of the index: `rows` has at least its columns and LINK.  Rows come in the order they are first shown in.

    `named` are those that ask for `Shown.facts_and_relations`, which takes long.
    """

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rows: Callable[[Shown], pa.Table]
    named: bool = False


_DOCUMENT = Field("document", "Document", wide=True)


def _place(document_id: str, quantity_id: str = "NULL", start: str = "NULL") -> str:
    """SQL for the address of a number, of a character, or of a document, seen from the index."""
    page = literal(kept.name("\0")).replace("\0", f"' || {document_id} || '")
    return f"{page} || coalesce('#q-' || {quantity_id}, '#at-' || {start}, '') AS {LINK}"


def said(table: pa.Table, name: str, say: Callable[[Any], Any], column: str | None = None) -> pa.Table:
    """A table with a column in words: what `say` makes of each value of a column, which is asked once a value."""
    coded = table[column or name].combine_chunks().dictionary_encode(null_encoding="encode")
    values = pa.array([say(value) for value in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)
    at = table.schema.get_field_index(name)
    return table.append_column(name, values) if at < 0 else table.set_column(at, name, values)


# ------------------------------------------------------------------------------------------------ what is shown
GRAVEST_RELATIONS = ("conflict", "target_actual", "standard_actual", "update", "repeat")


def gravest(table: str, column: str, values: Sequence[str], what: str) -> str:
    """SQL for the rows of a table that are shown, those of the first of `values` first, else as they lie in its file.

    So a sort of all rows is saved, and reading those that are not shown.
    """
    others = f"{column} IS NULL OR {column} NOT IN ({', '.join(map(literal, values))})"
    each = enumerate((*(f"{column} = {literal(value)}" for value in values), others))
    parts = (f"(SELECT {what}, {n} AS rank FROM {table} WHERE {wanted} LIMIT {MOST_ROWS})" for n, wanted in each)
    return f"(FROM ({' UNION ALL '.join(parts)}) LIMIT {MOST_ROWS})"


_FACTS = f"""
    CREATE OR REPLACE TEMP TABLE shown_facts AS
        SELECT * EXCLUDE (evidence, fact_id, flags), evidence[1] AS first, array_to_string(flags, ', ') AS flagged,
            concat(period_start, '/', period_end) AS days
        FROM facts LIMIT {MOST_ROWS}"""
_RELATIONS = f"""
    CREATE OR REPLACE TEMP TABLE shown_relations AS
        SELECT * EXCLUDE (observation_ids, met), CASE met WHEN true THEN 'met' WHEN false THEN 'missed' END AS met,
            len(observation_ids) AS statements, observation_ids[1] AS one,
            CASE WHEN len(observation_ids) > 1 THEN observation_ids[-1] END AS other
        FROM {gravest("relations", "relation", GRAVEST_RELATIONS,
                      "relation_id, relation, rule, note, difference, met, observation_ids, resolved_to")}"""  # fmt: skip
_NAMED = f"""
    SELECT observation_id, region_name, label, indicator, value, unit, source, start, {_place("document_id", "quantity_id")}
    FROM observations SEMI JOIN (SELECT unnest([one, other, resolved_to]) AS observation_id FROM shown_relations
        UNION ALL SELECT first FROM shown_facts) USING (observation_id)"""


class Shown:
    """What listings are made of: the tables, the documents (overview.documents), and, once a listing asks for them, the facts
    and relations that are shown with the statements that they name, for which all statements are looked through once."""

    def __init__(self, corpus: Corpus, documents: Sequence[Row]) -> None:
        self.corpus, self.documents = corpus, documents

    @cached_property
    def facts_and_relations(self) -> tuple[pa.Table, pa.Table, pa.Table]:
        self.corpus.con.execute(f"{_FACTS}; {_RELATIONS}")
        asked = ("FROM shown_facts", "FROM shown_relations", _NAMED)
        facts, relations, named = (self.corpus.table(query) for query in asked)
        self.corpus.con.execute("DROP TABLE shown_facts; DROP TABLE shown_relations")
        return facts, relations, named


# ------------------------------------------------------------------------------------------------ the tables
_DOCUMENTS_SHOWN = (
    "document", "error", "warning", "info", "quarantined", "statistics", "numbers", "dated_on", "status", "places",
    "source", "problem", LINK,
)  # fmt: skip


def _documents(of: Shown) -> pa.Table:
    gravest_first = sorted(of.documents, key=lambda row: (-row["error"], -row["warning"], row["source"]))
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


def looked_up(table: pa.Table, name: str, rows: pa.Table, columns: dict[str, str]) -> pa.Table:
    """A table with columns of the statement in `rows` that its column names, under other names; null where there is none."""
    at = pc.index_in(table[name], value_set=rows["observation_id"].combine_chunks())
    for called, column in columns.items():
        table = table.append_column(called, rows[column].combine_chunks().take(at))
    return table


def _titles(documents: Sequence[Row]) -> dict[str | None, str]:
    return {row["source"]: row["source"] if row["title"] is None else row["title"] for row in documents}


_FINDINGS = f"""SELECT * EXCLUDE (document_id, start), {_place("document_id", start="start")} FROM {
    gravest("findings", "severity", GRAVEST_FIRST,
            'severity, "check", message, expected, found, table_name, source, document_id, start')}"""  # fmt: skip


def _findings(of: Shown) -> pa.Table:
    titles = _titles(of.documents)
    return said(of.corpus.table(_FINDINGS), "document", lambda source: titles.get(source, source), "source")


def _facts(of: Shown) -> pa.Table:
    facts, _, named = of.facts_and_relations
    found = looked_up(facts, "first", named, {LINK: LINK})
    for name in ("name_zh", "name_en"):
        words_of = of.corpus.pairs(f"SELECT indicator, {name} FROM indicators WHERE {name} IS NOT NULL")
        found = said(found, name, lambda code, words_of=words_of: words_of.get(code, code), "indicator")  # type: ignore[misc]
    found = said(said(found, "level", words.code, "education_level"), "period", _period, "days")
    return said(found, "year", _year, "days")


def _year(days: str) -> str | None:
    """The year that a period ends in, for those that are looked for."""
    return days.partition("/")[2][:4] or None


def _period(days: str) -> str:
    start, _, end = days.partition("/")
    return words.period(*(date.fromisoformat(day) if day else None for day in (start, end)))


# found first by what they are sorted by, since their sentences are long
_AUDITS_SHOWN = f"""
    CREATE OR REPLACE TEMP TABLE claims AS SELECT row_number() OVER () AS n, audit_id, document_id, verdict,
        coalesce(claim_quantity_id, operand_quantity_ids[1]) AS quantity_id FROM audits;
    CREATE OR REPLACE TEMP TABLE starts AS SELECT quantity_id, start FROM quantities SEMI JOIN claims USING (quantity_id);
    CREATE OR REPLACE TEMP TABLE shown AS
        SELECT n, source FROM claims LEFT JOIN starts USING (quantity_id)
            LEFT JOIN (SELECT document_id, min(source) AS source FROM documents GROUP BY 1) USING (document_id)
        ORDER BY {rank("verdict", ("inconsistent", "implied", "consistent"))}, source, start, audit_id LIMIT {MOST_ROWS}"""
_AUDITS = f"""
    SELECT * EXCLUDE (operand_quantity_ids, audit_id, article_id),
        {_place("document_id", "coalesce(claim_quantity_id, operand_quantity_ids[1])")}
    FROM (SELECT *, row_number() OVER () AS n FROM audits) SEMI JOIN shown USING (n)"""


def _audits(of: Shown) -> pa.Table:
    of.corpus.con.execute(_AUDITS_SHOWN)
    found, order = of.corpus.table(_AUDITS), of.corpus.table("FROM shown")
    found = found.take(pc.index_in(order["n"], value_set=found["n"].combine_chunks())).append_column(
        "source", order["source"]
    )
    return said(found, "document", _titles(of.documents).get, "source")


def _relations(of: Shown) -> pa.Table:
    _, found, named = of.facts_and_relations
    of_first = ("region_name", "label", "indicator", "unit", "source", "start", LINK)
    found = looked_up(found, "one", named, {**dict(zip(of_first, of_first, strict=True)), "first_value": "value"})
    found = looked_up(found, "other", named, {"last_value": "value"})
    found = looked_up(found, "resolved_to", named, {"resolved": "value"})
    found = found.sort_by([(name, "ascending") for name in ("rank", "source", "start", "relation_id")])
    found = said(found, "indicator", of.corpus.pairs("SELECT indicator, name_en FROM indicators").get)
    at = found.schema.get_field_index("indicator")
    found = found.set_column(at, "indicator", pc.coalesce(found["indicator"], found["label"]))
    return said(found, "relation", lambda name: words.RELATIONS.get(name, name))


_QUARANTINE = f"""
    SELECT k.*, d.document, d.source, {_place("k.document_id")} FROM quarantine k LEFT JOIN (
        SELECT document_id, min_by(coalesce(title, source), source) AS document, min(source) AS source
        FROM documents GROUP BY 1) d USING (document_id)
    ORDER BY d.source, k.table_name, k.row_id, k.quarantine_id LIMIT {MOST_ROWS}"""
_QUARANTINE_SHOWN = (
    "printed", "label", "reasons", "region_name", "sentence", "document", "table_name", "row_id", LINK,
)  # fmt: skip


def _quarantine(of: Shown) -> pa.Table:
    rows = [{**row, **_apart(row)} for row in of.corpus.rows(_QUARANTINE)]
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


def _changes(of: Shown) -> pa.Table:
    rows = changed.rows(of.corpus, MOST_ROWS)
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
        (Field("region_name", "Place", choice=True, wraps=True), Field("name_zh", "Indicator", choice=True, wraps=True),
         Field("level", "Level", choice=True, wraps=True), Field("year", "Year", choice=True),
         Field("value", "Value", "number", link=True), Field("unit", "Unit", choice=True), Field("quality", "Quality", choice=True),
         Field("flagged", "Findings"), Field("indicator", "Code"), Field("population", "Part", choice=True, wraps=True),
         Field("other_words", "Other words", wraps=True),
         Field("period", "Period", "date"), Field("comparator", "Bounds", choice=True), Field("label", "As printed"),
         Field("n_documents", "Documents", "number"), Field("name_en", "In English", wide=True),
         Field("region_code", "Place code")),
        _facts, named=True,
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
        _relations, named=True,
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


def script(listing: Listing, rows: pa.Table) -> list[bytes]:
    """The file that holds the rows of a listing, part by part."""
    return scripts.script(listing.name, rows, (*names(listing), LINK))


def names(listing: Listing) -> list[str]:
    return [field.name for field in listing.fields]
