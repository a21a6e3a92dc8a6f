"""What stands behind each number of a document: its statistics with their findings, arithmetic and relations.

What belongs here: gathering, for some documents at a time, what their pages show, in the form that static/document.js
reads.  What does not: the text (passages), the page around it (build).

The form is plain data: `numbers`, `findings`, `audits` and `relations` are lists, and refer to each other by position.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.quality.check_list import CHECKS
from edu_pipeline.report import words
from edu_pipeline.report.corpus import Corpus, Row, rank
from edu_pipeline.report.listings import GRAVEST_RELATIONS, held
from edu_pipeline.report.overview import GRAVEST_FIRST
from edu_pipeline.schema import SEVERITIES
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.duck import literal

SPAN = 200
"""Characters up to which a finding is about the numbers in its span, and not about a whole article."""
AT_ONCE = 64
"""Documents whose details are in memory at a time, and that are named one by one where large tables are looked through."""
OTHERS = 8
"""Statements of a relation that a page lists; a fact told four hundred times need not be listed so often."""
_COLUMNS = {
    "articles": "*",
    "quantities": 'document_id, quantity_id, start, "end", text, kind, reason, value, value_max, unit, comparator',
    "observations": "* EXCLUDE (sentence, source, article_id, value_text, unit_text, flags)",
    "quarantine": "document_id, table_name, row, reasons",
    "findings": "* EXCLUDE (source, finding_id)",
    "audits": "* EXCLUDE (sentence, article_id, audit_id)",
}

_PREPARE = """
    CREATE OR REPLACE TEMP TABLE wanted AS
        SELECT observation_id, document_id, region_code FROM observations WHERE {near} AND document_id IN (FROM {ids});
    CREATE OR REPLACE TEMP TABLE touched AS
        FROM relations SEMI JOIN (SELECT relation_id FROM (SELECT relation_id, unnest(observation_ids) AS observation_id
            FROM relations) SEMI JOIN wanted USING (observation_id)) USING (relation_id);
    CREATE OR REPLACE TEMP TABLE member AS
        SELECT relation_id, ordinal, observation_id, o.document_id, o.quantity_id, o.source,
            o.value, o.value_max, o.comparator, o.unit, o.period_start, o.period_end, o.nature
        FROM (SELECT relation_id, unnest(observation_ids) AS observation_id,
            generate_subscripts(observation_ids, 1) AS ordinal FROM touched) JOIN observations o USING (observation_id)"""
_EVIDENCE = """
    CREATE OR REPLACE TEMP TABLE evidence AS
        SELECT f.*, w.document_id FROM (
            SELECT fact_id, quality, n_documents, len(evidence) AS statements, unnest(evidence) AS observation_id
            FROM facts WHERE {places}) f JOIN wanted w USING (observation_id)"""


@dataclass
class Details:
    """What the page of one document shows besides its text."""

    articles: list[Row] = field(default_factory=list)
    numbers: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    audits: list[Row] = field(default_factory=list)
    relations: list[Row] = field(default_factory=list)
    _positions: dict[str, int] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def add_number(self, row: Row) -> None:
        """The next number of the text."""
        row["n"] = len(self.numbers)
        self._positions[row["quantity_id"]] = row["n"]
        self._starts.append(row["start"])
        self.numbers.append(row)

    def position(self, quantity_id: str | None) -> int | None:
        """Where a number stands in `numbers`; null when it is not of this document."""
        return self._positions.get(quantity_id or "")

    def between(self, start: int, end: int) -> Iterator[Row]:
        """The numbers that a span touches; they are in order and do not overlap."""
        for row in self.numbers[max(0, bisect_right(self._starts, start) - 1) :]:
            if row["start"] >= end:
                return
            if row["end"] > start:
                yield row

    def data(self, names: Names) -> dict[str, Any]:
        """For the page's script, without what nobody asks for."""
        used = {statement["indicator"] for number in self.numbers for statement in number["statements"]}
        return {
            "numbers": [
                _filled({name: row[name] for name in ("kind", "reason", "value", "findings", "audits")})
                | {"statements": [_filled(statement) for statement in row["statements"]]}
                for row in self.numbers
            ],
            "findings": [_filled(row) for row in self.findings],
            "audits": [_filled(row) for row in self.audits],
            "relations": [_filled(row) for row in self.relations],
            "indicators": {code: names.indicators[code] for code in sorted(filter(None, used)) if code in names.indicators},
            "checks": {row["check"]: CHECKS[row["check"]].description for row in self.findings if row["check"] in CHECKS},
        }  # fmt: skip


@dataclass(frozen=True)
class Names:
    """The words of the reference tables, by code."""

    indicators: dict[str, list[str]]
    levels: dict[str, str]
    units: dict[str, str]

    def unit(self, code: str | None) -> str:
        """What stands after a value."""
        return self.units.get(code, code) if code else ""


def names(corpus: Corpus) -> Names:
    indicators = corpus.rows("SELECT indicator, name_zh, name_en FROM indicators ORDER BY indicator")
    return Names(
        {row["indicator"]: [row["name_zh"], row["name_en"]] for row in indicators},
        corpus.pairs("SELECT education_level, name_en FROM education_levels"),
        words.units(corpus.pairs("SELECT unit, name_en FROM units")),
    )


def prepare(corpus: Corpus, document_ids: Sequence[str], sources: Sequence[str]) -> None:
    """Once for some documents, before `gather` is asked for a few of them at a time; `sources` are theirs.

    Finds the facts and relations of their statements, with all statements that these are told by.
    """
    _ask_for(corpus, "prepared", document_ids)
    corpus.con.execute(_PREPARE.format(ids="prepared", near=_near(sources)))
    # facts lie by place, and one is of the place that its statements are of, unless a correction moved it
    places = [
        row["region_code"]
        for row in corpus.rows(
            "SELECT region_code FROM wanted UNION SELECT region_code FROM facts WHERE quality = 'corrected' ORDER BY 1"
        )
    ]
    corpus.con.execute(_EVIDENCE.format(places=_among("region_code", places)))


def _ask_for(corpus: Corpus, name: str, document_ids: Sequence[str]) -> None:
    duck.table(corpus.con, name, pa.table({"document_id": pa.array(document_ids, pa.string())}))


def _near(sources: Sequence[str]) -> str:
    """Large tables lie by source, so that of these only a part is looked through."""
    if len(sources) <= AT_ONCE:
        return _among("source", sources)
    return f"source BETWEEN {literal(min(sources))} AND {literal(max(sources))}"


def _among(column: str, values: Sequence[str | None]) -> str:
    """SQL for rows of these values, null among them, written so that row groups without them are not read."""
    known = [literal(value) for value in values if value is not None]
    each = [
        *([f"{column} IN ({', '.join(known)})"] if known else []),
        *([f"{column} IS NULL"] if None in values else []),
    ]
    return f"({' OR '.join(each) or 'false'})"


def gather(corpus: Corpus, known: Names, document_ids: Sequence[str], sources: Sequence[str]) -> dict[str, Details]:
    """The details of some documents, by document_id; `sources` are theirs."""
    found = {document_id: Details() for document_id in document_ids}
    _ask_for(corpus, "asked", document_ids)
    ask = _Asking(corpus, _near(sources))
    for row in ask.rows("articles", "ordinal"):
        found[row["document_id"]].articles.append(row)
    for row in ask.rows("quantities", "start"):
        found[row["document_id"]].add_number(_number(row, known))
    observed: dict[str, Row] = {}
    for row, apart in ask.statements():
        _add_statement(found[row["document_id"]], row, apart, known, observed)
    for row in ask.rows("findings", f"{rank('severity', GRAVEST_FIRST)}, start, finding_id"):
        _add_finding(found[row["document_id"]], row, observed)
    for row in ask.rows("audits", "audit_id"):
        _add_audit(found[row["document_id"]], row)
    for relation, members in ask.relations():
        _add_relation(found, relation, members, known, observed)
    for row in ask.facts():
        observed[row["observation_id"]]["statement"]["fact"] = [row["quality"], row["n_documents"], row["statements"]]
    return found


def texts(corpus: Corpus) -> dict[str, str | None]:
    """The texts of the documents that `gather` was asked for last, by source."""
    return corpus.pairs("SELECT source, text FROM documents SEMI JOIN asked USING (document_id)")


@dataclass(frozen=True)
class _Asking:
    """The questions about the documents of table `asked`, which lie between two sources."""

    corpus: Corpus
    near: str

    def rows(self, table: str, order: str) -> list[Row]:
        near = f"WHERE {self.near}" if table in ("quantities", "observations") else ""
        query = f"SELECT {_COLUMNS[table]} FROM {table} SEMI JOIN asked USING (document_id) {near} ORDER BY {order}"
        return self.corpus.rows(query)

    def statements(self) -> Iterable[tuple[Row, list[str]]]:
        """Observations, and those in quarantine with their reasons."""
        for row in self.rows("observations", "source, start, observation_id"):
            yield row, []
        for row in self.rows("quarantine", "row_id, quarantine_id"):
            whole = held(row["row"])
            if row["table_name"] == "observations" and whole.get("quantity_id"):
                yield {**dict.fromkeys(tables.TABLES["observations"].arrow.names), **whole}, row["reasons"]

    def relations(self) -> Iterable[tuple[Row, list[Row]]]:
        members: dict[str, list[Row]] = defaultdict(list)
        of_these = "SEMI JOIN (FROM member SEMI JOIN asked USING (document_id)) USING (relation_id)"
        for row in self.corpus.rows(f"FROM member {of_these} ORDER BY relation_id, ordinal"):
            members[row["relation_id"]].append(row)
        order = rank("relation", GRAVEST_RELATIONS)
        for row in self.corpus.rows(f"FROM touched {of_these} ORDER BY {order}, relation_id"):
            yield row, members[row["relation_id"]]

    def facts(self) -> list[Row]:
        return self.corpus.rows(
            "SELECT * EXCLUDE (document_id) FROM evidence SEMI JOIN asked USING (document_id) ORDER BY fact_id"
        )


def _number(row: Row, known: Names) -> Row:
    value = words.amount(row["value"], row["value_max"], row["comparator"], known.unit(row["unit"]))
    return {**row, "value": value, "statements": [], "findings": [], "audits": [], "severity": None}


def _add_statement(details: Details, row: Row, apart: list[str], known: Names, observed: dict[str, Row]) -> None:
    n = details.position(row["quantity_id"])
    if n is None:
        return
    unit = known.unit(row["unit"])
    statement = {
        "id": row["observation_id"],
        "label": row["label"],
        "indicator": row["indicator"],
        "level": known.levels.get(row["education_level"], row["education_level"]),
        "place": " ".join(filter(None, (row["region_name"], row["region_code"]))),
        "nature": row["nature"] if row["nature"] != "actual" else None,
        "measure": words.MEASURES.get(row["measure"]),
        "value": words.amount(row["value"], row["value_max"], row["comparator"], unit),
        "period": words.period(_day(row["period_start"]), _day(row["period_end"])),
        "basis": words.BASES.get(row["period_basis"]),
        "reference": row["reference"],
        "apart": apart,
        "findings": [],
        "relations": [],
    }
    details.numbers[n]["statements"].append(statement)
    observed[row["observation_id"]] = {"details": details, "n": n, "statement": statement}
    if apart:
        details.numbers[n]["severity"] = "error"


def _day(value: Any) -> date | None:
    """A day of a row that was kept as JSON is text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _add_finding(details: Details, row: Row, observed: dict[str, Row]) -> None:
    """A finding belongs to its statement, else to the numbers that it spans, else to its place in the text.

    That a row is in quarantine is said with its reasons, and not again.
    """
    at = len(details.findings)
    shown = {name: row[name] for name in ("check", "severity", "message", "expected", "found", "start")}
    details.findings.append(shown)
    statement = observed.get(row["row_id"])
    if statement is not None and statement["details"] is details:
        statement["statement"]["findings"].append(at)
        shown["number"] = statement["n"]
        _worsen(details.numbers[statement["n"]], row["severity"])
        return
    if row["start"] is None or row["end"] is None or row["end"] - row["start"] > SPAN:
        return  # an article or a whole section: nothing is said about the numbers in it
    for number in details.between(row["start"], row["end"]):
        number["findings"].append(at)
        shown["number"] = number["n"]
        _worsen(number, row["severity"])


def _worsen(number: Row, severity: str) -> None:
    if number["severity"] is None or SEVERITIES.index(severity) > SEVERITIES.index(number["severity"]):
        number["severity"] = severity


def _add_audit(details: Details, row: Row) -> None:
    at = len(details.audits)
    claim = details.position(row["claim_quantity_id"])
    operands = [n for q in row["operand_quantity_ids"] if (n := details.position(q)) is not None]
    details.audits.append(
        {
            "kind": row["kind"],
            "verdict": row["verdict"],
            "claimed": words.number(row["claimed"]),
            "computed": words.number(row["computed"]),
            "tolerance": words.number(row["tolerance"]),
            "explanation": row["explanation"],
            "claim": claim,
            "operands": operands,
        }
    )
    for n in dict.fromkeys([*([] if claim is None else [claim]), *operands]):
        details.numbers[n]["audits"].append(at)
        if row["verdict"] == "inconsistent":
            _worsen(details.numbers[n], "error")


def _add_relation(
    found: dict[str, Details], relation: Row, members: list[Row], known: Names, observed: dict[str, Row]
) -> None:
    """To the page of every document that takes part, with its own statements first."""
    for document_id in dict.fromkeys(member["document_id"] for member in members):
        if document_id not in found:
            continue
        details = found[document_id]
        at = len(details.relations)
        here = [member for member in members if member["document_id"] == document_id]
        there = [member for member in members if member["document_id"] != document_id]
        listed = [*here[:OTHERS], *there[: max(1, OTHERS - len(here))]]
        details.relations.append(
            {
                "relation": words.RELATIONS.get(relation["relation"], relation["relation"]),
                "severity": "warning" if relation["relation"] == "conflict" else None,
                "note": relation["note"],
                "met": relation["met"],
                "members": [_member(member, details, document_id, relation, known) for member in listed],
                "more": len(members) - len(listed),
            }
        )
        for member in here:
            statement = observed.get(member["observation_id"])
            if statement is not None:
                statement["statement"]["relations"].append(at)


def _member(member: Row, details: Details, document_id: str, relation: Row, known: Names) -> Row:
    unit = known.unit(member["unit"])
    said = words.amount(member["value"], member["value_max"], member["comparator"], unit)
    row = {
        "value": said,
        "period": words.period(member["period_start"], member["period_end"]),
        "nature": member["nature"] if member["nature"] != "actual" else None,
        "followed": member["observation_id"] == relation["resolved_to"] or None,
    }
    if member["document_id"] == document_id:
        row["number"] = details.position(member["quantity_id"])
    else:
        row |= {"source": member["source"], "document": member["document_id"], "quantity": member["quantity_id"]}
    return _filled(row)


def _filled(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None and value != [] and value != ""}
