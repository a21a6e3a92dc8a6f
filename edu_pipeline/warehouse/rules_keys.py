"""Blocking rules about tables as sets: values, keys, and rows that must stand somewhere.

What belongs here: what SQL over the staged Parquet can decide without a document's text.  What does not:
offsets and digits (rules_spans).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from edu_pipeline import tables
from edu_pipeline.schema import STATISTIC_KINDS, Column, ForeignKey, Table
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.duck import literal, quoted
from edu_pipeline.warehouse.rules_base import BY_DOCUMENT, BY_THEMSELVES, PartViews, Views, Violation
from edu_pipeline.warehouse.verdicts import Find, by_part, once, together

NEVER_QUARANTINED = ("documents", "articles", "quantities")
"""A row of these that breaks the contract cannot be set aside, so it blocks."""

NULL = "is null and may not be"


def check(views: Views) -> Iterator[Violation]:
    """All violations of the rules of this module."""
    for table in tables.TABLES.values():
        if views.have(table.name):
            yield from _kept(views, "values of", table.name, [], partial(contract, table=table))
            yield from of_table(views, table)
    yield from documents(views)
    yield from statistics(views)


def of_table(views: Views, table: Table) -> list[Violation]:
    """The key of a table is one, and what its foreign keys name is there, as far as these tables are staged by now.

    What was looked at before, as a whole or in part, is not looked at again.
    """
    found = _one_key(views, table)
    for foreign in table.foreign_keys:
        if views.have(foreign.table):
            rule = partial(foreign_key, table=table, foreign=foreign)
            alone = foreign.table != table.name  # an article may repeat one of another document
            found += _kept(views, f"{foreign.column} of", table.name, [foreign.table], rule, alone)
    return found


def _one_key(views: Views, table: Table) -> list[Violation]:
    rule, find = f"key of {table.name}", partial(keys, table=table)
    if table.name not in (*BY_DOCUMENT, *BY_THEMSELVES) or table.name == "quarantine":
        return once(views, rule, [table.name], find)
    return together(views, rule, table.name, find, partial(_own_keys, table=table))


def _kept(
    views: Views, rule: str, name: str, others: Sequence[str], find: Find, by_document: bool = True
) -> list[Violation]:
    """What `find` complains of in a table, which the rows of some others have part in."""
    parts = BY_DOCUMENT if name in BY_DOCUMENT else (name,) if name in BY_THEMSELVES else ()
    crossing = any(other not in parts and other in (*BY_DOCUMENT, *BY_THEMSELVES) for other in others)
    if not parts or crossing or name == "quarantine" or not by_document:
        return once(views, f"{rule} {name}", [name, *others], find)
    # tables of reference data are those of the part
    parted = [other for other in others if other in parts]
    fixed = [views.staging.digest(other) for other in others if other not in parts]
    if None in fixed:  # no word for its bytes: what is found now is said of no others
        return list(find(views))
    return by_part(views, " ".join([rule, name, *others, *map(str, fixed)]), [name, *parted], find)


def contract(views: Views, table: Table) -> Iterator[Violation]:
    """Nulls, words outside a vocabulary; in tables that are never quarantined also NaN and empty strings."""
    tests = [(column.name, *test) for column in table.columns for test in _tests(table, column)]
    counted = ", ".join(f"count(*) FILTER ({test})" for _, test, _ in tests)
    # one pass for all columns; a second only for what is broken
    counts = next(views.stream(f"SELECT {counted} FROM {quoted(table.name)}"))
    for count, (name, test, what) in zip(counts, tests, strict=True):
        if count:
            # as a bare condition isnan would be answered from Parquet's statistics, which leave NaN out
            condition = f"CASE WHEN {test} THEN true ELSE false END"
            query = f"SELECT {_key(table)}, {quoted(name)} AS value FROM {quoted(table.name)} WHERE {condition}"
            yield from views.violations("contract", f"{table.name}.{name} {what} ({{n}} rows).", query)


def _tests(table: Table, column: Column) -> Iterator[tuple[str, str]]:
    """What a value of the column may not be: in SQL, and in words."""
    name = quoted(column.name)
    if not column.nullable:
        yield f"{name} IS NULL", NULL
    if column.values:
        words = ", ".join(map(literal, column.values))
        yield f"{name} NOT IN ({words})", f"is none of {', '.join(column.values)}"
    if table.name in NEVER_QUARANTINED and column.type == "float64":
        yield f"isnan({name})", "is NaN; what is not known is null"
    # not of large strings: the text of an empty file is empty
    if table.name in NEVER_QUARANTINED and column.type == "string":
        yield f"{name} = ''", "is an empty string; what is not known is null"


def keys(views: Views, table: Table) -> Iterator[Violation]:
    key = ", ".join(map(quoted, table.key))
    query = f"SELECT {_key(table)}, count(*) AS times FROM {quoted(table.name)} GROUP BY {key} HAVING count(*) > 1"
    yield from views.violations(
        "key", f"{{n}} keys of {table.name} ({', '.join(table.key)}) stand for more than one row.", query
    )


def _own_keys(views: Views, parts: PartViews, table: Table) -> bool:
    """Whether the keys of these parts stand for one row each, in the parts and in all of the table."""
    key = ", ".join(map(quoted, table.key))
    duck.table(views.con, "new_keys", parts.held(table.name).select(list(table.key)))
    query = f"SELECT 1 FROM {quoted(table.name)} SEMI JOIN new_keys USING ({key}) GROUP BY {key} HAVING count(*) > 1"
    return not views.one(f"SELECT count(*) FROM ({query})")


def foreign_key(views: Views, table: Table, foreign: ForeignKey) -> Iterator[Violation]:
    """Each value, of a list each element, is a key of the other table; null is none."""
    column = quoted(foreign.column)
    is_list = table.column(foreign.column).type.startswith("list")
    value = f"unnest({column})" if is_list else column
    target = quoted(tables.TABLES[foreign.table].key[0])
    query = f"""SELECT r.* FROM (SELECT {_key(table)}, {value} AS value FROM {quoted(table.name)}) r
        ANTI JOIN {quoted(foreign.table)} t ON r.value = t.{target} WHERE r.value IS NOT NULL"""
    message = f"{table.name}.{foreign.column} names {{n}} times a row that table {foreign.table} does not have."
    yield from views.violations("foreign_key", message, query)


def documents(views: Views) -> Iterator[Violation]:
    """document_id is no key, since copies share it, but one read document has it, and rows hang on that one."""
    if not views.have("documents"):
        return
    query = "SELECT document_id, count(*) AS times FROM documents WHERE status = 'ok' GROUP BY 1 HAVING count(*) > 1"
    yield from views.violations(
        "key", "{n} documents are read more than once: all but the first source are duplicates.", query
    )
    query = "SELECT source, status FROM documents WHERE status <> 'failed' AND text IS NULL"
    yield from views.violations("contract", "{n} documents were read and have no text.", query)
    for table in tables.TABLES.values():
        if table.name != "documents" and views.have(table.name) and "document_id" in table.arrow.names:
            rule = partial(of_documents, table=table)
            yield from _kept(views, "documents of", table.name, ["documents"], rule)
    for name in ("quantities", "observations"):
        if views.have(name, "articles"):
            rule = partial(of_articles, table=tables.TABLES[name])
            yield from _kept(views, "articles of", name, ["articles"], rule)


def of_documents(views: Views, table: Table) -> Iterator[Violation]:
    """Rows are of a document that was read; findings may be about one that could not be."""
    read = "" if table.column("document_id").nullable else " AND d.status = 'ok'"
    same = " AND r.source = d.source" if "source" in table.arrow.names and read else ""
    query = f"""SELECT {_key(table)}, r.document_id AS value FROM {quoted(table.name)} r
        ANTI JOIN documents d ON r.document_id = d.document_id{read}{same} WHERE r.document_id IS NOT NULL"""
    yield from views.violations("foreign_key", f"{{n}} rows of {table.name} are of no document that was read.", query)


def of_articles(views: Views, table: Table) -> Iterator[Violation]:
    """Rows stand in an article of their document."""
    query = f"""SELECT {_key(table, "r.")}, r.article_id AS value FROM {quoted(table.name)} r
        JOIN articles a USING (article_id) WHERE a.document_id <> r.document_id"""
    message = f"{{n}} rows of {table.name} stand in an article of another document."
    yield from views.violations("foreign_key", message, query)


def statistics(views: Views) -> list[Violation]:
    """What was read as a statistic is an observation or in quarantine: never both, never neither, never invented."""
    found = []
    if views.have("quarantine"):
        words = ", ".join(f"'{name}'" for name in NEVER_QUARANTINED)
        query = f"SELECT quarantine_id, table_name, row_id FROM quarantine WHERE table_name IN ({words})"
        found += views.violations(
            "quarantine", f"{{n}} rows of {words} are in quarantine, where they may not be.", query
        )
    names = [name for name in _OF_STATISTICS if views.have(name)]
    if views.have(*_OF_STATISTICS[:3]):
        found += by_part(views, f"statistics in {', '.join(names)}", names, _statistics)
    return found


_OF_STATISTICS = ("observations_read", "observations", "quarantine", "quantities", "articles")


def _statistics(views: Views) -> Iterator[Violation]:
    places = """SELECT observation_id FROM observations
        UNION ALL SELECT row_id FROM quarantine WHERE table_name = 'observations'"""
    query = f"SELECT observation_id, quantity_id, source, start FROM observations_read ANTI JOIN ({places}) USING (observation_id)"
    yield from views.violations(
        "lost", "{n} observations that were read are in neither observations nor quarantine.", query
    )
    query = f"SELECT observation_id, count(*) AS times FROM ({places}) GROUP BY 1 HAVING count(*) > 1"
    yield from views.violations(
        "twice", "{n} observations are in both observations and quarantine, or twice in one.", query
    )
    query = f"SELECT observation_id FROM ({places}) ANTI JOIN observations_read USING (observation_id)"
    yield from views.violations("invented", "{n} rows of observations or quarantine were never read.", query)
    if views.have("quantities", "articles"):
        kinds = ", ".join(f"'{kind}'" for kind in STATISTIC_KINDS)
        query = f"""SELECT q.quantity_id, q.source, q.start, q."end", q.text, q.kind FROM quantities q
            JOIN articles a USING (article_id)
            ANTI JOIN (SELECT r.quantity_id FROM observations_read r SEMI JOIN ({places}) USING (observation_id)) s
            ON s.quantity_id = q.quantity_id WHERE q.kind IN ({kinds}) AND a.duplicate_of IS NULL"""
        yield from views.violations(
            "unstated", "{n} quantities that state a statistic have no row in observations or quarantine.", query
        )


def _key(table: Table, of: str = "") -> str:
    return ", ".join(of + quoted(name) for name in table.key)
