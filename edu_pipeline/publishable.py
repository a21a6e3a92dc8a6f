"""Whether the rows of documents may be published: what blocks a release, asked before they are among others.

What belongs here: rows of some documents as tables, and holding them against the blocking rules that need nothing but them,
so that a fault of a rule costs one document and not the release.  What does not: which document it costs (read_ahead), the
rules (quality.contract_rules, warehouse.rules_spans), rows that are set aside one by one (quality.contracts), and the same
rules over whole tables, which stay (warehouse.rules).

No schema of pandera is run: it takes longer than the reading of a short document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.one_document import Rows, as_tables
from edu_pipeline.quality.contract_rules import rules
from edu_pipeline.schema import STATISTIC_KINDS, Column
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.packing import Tables
from edu_pipeline.warehouse.rules_keys import NEVER_QUARANTINED
from edu_pipeline.warehouse.rules_spans import Collected, Document, Span, articles, quantities


class UnfitError(Exception):
    """Rows that may not be published: the first blocking rule that they break, and what a person can do."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f"What was read may not be published, and would keep back all the others ({words}). Report it, with the document."
        )


def checked(rows: Rows) -> Tables:
    """The tables of the rows of some documents.  Raises UnfitError when one of them keeps the others from being published."""
    try:
        tables = as_tables(rows)
    except (pa.ArrowException, ValueError, TypeError, OverflowError) as error:  # UnicodeError is a ValueError
        raise UnfitError(f"a value does not fit its column: {str(error)[:200]}") from None
    words = complaint(rows, tables)
    if words is not None:
        raise UnfitError(words)
    return tables


def complaint(rows: Rows, tables: Tables) -> str | None:
    """The first blocking rule that rows and the tables of them break, in words; null when none."""
    return next(_complaints(rows, tables), None)


def _complaints(rows: Rows, tables: Tables) -> Iterator[str]:
    for name, table in tables.items():
        said = (*_of_columns(name, table), *(_of_rules(name, table) if name in NEVER_QUARANTINED else ()))
        yield from (f"{name}: {words}" for words in said)
    yield from _of_spans(rows)
    yield from _of_statistics(rows)


def _of_columns(name: str, table: pa.Table) -> Iterator[str]:
    """What tables.py says of a single column, and of the key."""
    for column in TABLES[name].columns:
        values = table[column.name]
        if not column.nullable and values.null_count:
            yield f"{column.name} is null and may not be"
        if column.values and pc.any(pc.invert(pc.is_in(values.drop_null(), value_set=pa.array(column.values)))).as_py():
            yield f"{column.name} is none of {', '.join(column.values)}"
        if name in NEVER_QUARANTINED and _may_not_be_empty(column) and pc.any(pc.equal(values, "")).as_py():
            yield f"{column.name} is an empty string"
    key = list(TABLES[name].key)
    if table.num_rows > 1 and table.group_by(key).aggregate([]).num_rows < table.num_rows:
        yield f"two rows have the same {', '.join(key)}"


def _may_not_be_empty(column: Column) -> bool:
    return column.type == "string" and not column.values


def _of_rules(name: str, table: pa.Table) -> Iterator[str]:
    """The rules over several columns."""
    for rule in rules(name):
        kept = pc.fill_null(rule.kept(lambda column: table[column]), True)
        broken = pc.indices_nonzero(pc.invert(kept))
        if len(broken):
            yield rule.words(table.slice(broken[0].as_py(), 1).to_pylist()[0])


def _of_spans(rows: Rows) -> Iterator[str]:
    """Every digit accounted for, every offset true, all of the text in an article."""
    found = Collected()
    numbers, parts = _spans(rows["quantities"], "quantity_id"), _spans(rows["articles"], "article_id")
    for row in rows["documents"]:
        if row["status"] == "ok":
            document = Document(row["source"], row["document_id"], row["status"], row["text"])
            quantities(document, row["text"], numbers[row["document_id"]], found)
            articles(document, row["text"], parts[row["document_id"]], found)
    for violation in found.violations():
        yield f"{violation.message} The first: {violation.rows[0]}"


def _spans(rows: Sequence[Mapping[str, Any]], key: str) -> dict[str, list[Span]]:
    """The spans of rows by document, in order."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for row in rows:
        spans[row["document_id"]].append(Span(row["start"], row["end"], row[key], row.get("text")))
    for of_one in spans.values():
        of_one.sort(key=lambda s: (s.start, s.end))
    return spans


def _of_statistics(rows: Rows) -> Iterator[str]:
    """What states a statistic was read as one, but in a copy, and where its number stands; all is in an article."""
    there = {row["article_id"] for row in rows["articles"]}
    for name in ("quantities", "observations_read"):
        for row in rows[name]:
            if row["article_id"] not in there:
                yield f"{name}: {row['article_id']} is no article of the document"
    copies = {row["article_id"] for row in rows["articles"] if row.get("duplicate_of")}
    spans = {row["quantity_id"]: (row["start"], row["end"], row["source"]) for row in rows["quantities"]}
    read = {row["quantity_id"] for row in rows["observations_read"]}
    for row in rows["quantities"]:
        if row["kind"] in STATISTIC_KINDS and row["article_id"] not in copies and row["quantity_id"] not in read:
            yield f"{row['text']} at {row['start']} states a statistic, and no observation was made of it"
    for row in rows["observations_read"]:
        if spans.get(row["quantity_id"]) != (row["start"], row["end"], row["source"]):
            yield f"observation {row['observation_id']} stands elsewhere than its number"
