"""Blocking rules about places in a text: every digit accounted for, every offset true.

What belongs here: what has to be held against documents.text.  It is done in Python, whose strings count
code points as the data model does, one document at a time.  What does not: rules of keys (rules_keys).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from edu_pipeline.warehouse.rules_base import SHOWN, Views, Violation, plain
from edu_pipeline.warehouse.verdicts import by_part, once

DIGITS = re.compile("[0-9\uff10-\uff19]+")
_CONTEXT = 15

MESSAGES = {
    "order": "{n} rows stand in another order than tables.py gives: the table was not staged by this program.",
    "digits": "{n} runs of digits are in no row of quantities.",
    "overlap": "{n} rows of quantities overlap another.",
    "offset": "{n} offsets do not say what they claim.",
    "cover": "{n} articles overlap, or leave text between them uncovered.",
}


class Document(NamedTuple):
    """What the rules need of a row of documents."""

    source: str
    document_id: str
    status: str
    text: str | None


class Span(NamedTuple):
    """A row of quantities or articles; `text` is null for an article."""

    start: int
    end: int
    row_id: str
    text: str | None


class Collected:
    """Offending rows by rule: all are counted, the first SHOWN kept."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.rows: dict[str, list[dict[str, Any]]] = {}

    def add(self, rule: str, **row: Any) -> None:
        self.counts[rule] = self.counts.get(rule, 0) + 1
        kept = self.rows.setdefault(rule, [])
        if len(kept) < SHOWN:
            kept.append({name: plain(value) for name, value in row.items()})

    def violations(self) -> list[Violation]:
        return [
            Violation(rule, MESSAGES[rule].replace("{n}", str(self.counts[rule])), self.counts[rule], self.rows[rule])
            for rule in MESSAGES
            if rule in self.counts
        ]


def check(views: Views) -> list[Violation]:
    """All violations of the rules of this module.  Nothing when documents or quantities are not there.

    Parts that kept them are not looked at again.
    """
    tables = [name for name in ("documents", "articles", "quantities", "observations") if views.have(name)]
    if not views.have("documents"):
        return _check(views)
    return by_part(views, f"spans of {', '.join(tables)}", tables, _check) or once(
        views, "order of documents", ["documents"], _in_order
    )


def _in_order(views: Views) -> list[Violation]:
    """Parts that are in order by themselves may not be so together."""
    found, last = Collected(), ""
    for (source,) in views.batches("documents", ["source"], 8192):
        if source < last:
            found.add("order", table="documents", row_id=source)
        last = source
    return found.violations()


def _check(views: Views) -> list[Violation]:
    found = Collected()
    if views.have("documents", "quantities"):
        for document, spans in _by_document(views, found, _quantities(views, found)):
            if document.status == "ok" and document.text is not None:
                quantities(document, document.text, spans, found)
    if views.have("documents", "articles"):
        for document, spans in _by_document(views, found, _articles(views)):
            if document.status == "ok" and document.text is not None:
                articles(document, document.text, spans, found)
    violations = found.violations()
    if views.have("observations", "quantities"):
        violations += observations(views)
    return violations


def quantities(document: Document, text: str, spans: Sequence[Span], found: Collected) -> None:
    """The quantities of one document, by start, against its text: linear in text and rows."""
    covered, reach = [], 0  # reach: the furthest end so far
    for span in spans:
        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.text:
            said = text[max(span.start, 0) : max(span.end, 0)]
            found.add("offset", table="quantities", **_where(document, span), claimed=span.text, found=said)
        if span.start < reach:
            found.add("overlap", **_where(document, span), text=span.text)
        reach = max(reach, span.end)
        covered.append((span.start, reach))
    at = -1
    for run in DIGITS.finditer(text):
        start, end = run.span()
        while at + 1 < len(covered) and covered[at + 1][0] <= start:
            at += 1
        if at < 0 or covered[at][1] < end:
            context = text[max(start - _CONTEXT, 0) : end + _CONTEXT]
            found.add(
                "digits", source=document.source, document_id=document.document_id, start=start, end=end,
                text=run.group(), context=context,
            )  # fmt: skip


def articles(document: Document, text: str, spans: Sequence[Span], found: Collected) -> None:
    """The articles of one document, by start: they cover its text, but for white space, once."""
    reach = 0
    for span in spans:
        where = _where(document, span)
        if not 0 <= span.start <= span.end <= len(text):
            found.add(
                "offset", table="articles", **where, claimed=f"{span.start}..{span.end}", found=f"a text of {len(text)}"
            )
        if span.start < reach:
            found.add("cover", **where, problem="overlaps the article before it")
        elif text[reach : span.start].strip():
            found.add("cover", **where, problem="text before it is in no article")
        reach = max(reach, span.end)
    if text[reach:].strip():
        end = Span(reach, len(text), "", None)
        found.add("cover", **_where(document, end), problem="the rest of the text is in no article")


def observations(views: Views) -> list[Violation]:
    """The span of an observation is its quantity's, whose text the rules above held against the document."""
    query = """SELECT 'observations' AS "table", o.source, o.observation_id AS row_id, o.start, o."end",
            q.text AS claimed, q.start AS found_start, q."end" AS found_end
        FROM observations o JOIN quantities q USING (quantity_id)
        WHERE o.start <> q.start OR o."end" <> q."end" OR o.source <> q.source"""
    return views.violations("offset", "{n} observations stand elsewhere than their quantity.", query)


def _where(document: Document, span: Span) -> dict[str, Any]:
    return {
        "source": document.source, "document_id": document.document_id, "row_id": span.row_id,
        "start": span.start, "end": span.end,
    }  # fmt: skip


def _quantities(views: Views, found: Collected) -> Iterator[tuple[str, Span]]:
    columns = ("source", "start", "end", "quantity_id", "text")
    last = ("", -1)
    for source, start, end, row_id, text in views.batches("quantities", columns, 8192):
        if (source, start) < last:
            found.add("order", table="quantities", row_id=row_id)
        last = (source, start)
        yield source, Span(start, end, row_id, text)


def _articles(views: Views) -> Iterator[tuple[str, Span]]:
    query = """SELECT d.source, a.start, a."end", a.article_id FROM articles a JOIN documents d USING (document_id)
        WHERE d.status = 'ok' ORDER BY d.source, a.start, a."end", a.article_id"""
    for source, start, end, row_id in views.stream(query):
        yield source, Span(start, end, row_id, None)


def _by_document(
    views: Views, found: Collected, rows: Iterator[tuple[str, Span]]
) -> Iterator[tuple[Document, list[Span]]]:
    """Documents with their rows, both by source: one document's text is in memory at a time."""
    groups = groupby(rows, key=itemgetter(0))
    group = next(groups, None)
    last = ""
    for row in views.batches("documents", Document._fields, 32):
        document = Document(*row)
        if document.source < last:
            found.add("order", table="documents", row_id=document.source)
        last = document.source
        while group is not None and group[0] < document.source:  # of no document: a broken foreign key
            group = next(groups, None)
        spans: list[Span] = []
        if group is not None and group[0] == document.source:
            spans = [span for _, span in group[1]]
            group = next(groups, None)
        yield document, spans
