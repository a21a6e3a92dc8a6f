"""The staged tables of a run in parts that belong together: by document, and by place.

What belongs here: where one part ends and the next begins, and having the rows of several tables for one part.  What
does not: what is made of a part (stages), what rows say (quality).

By document: the rows of a few dozen documents in the order of their sources.  Where a part ends depends on the sources
next to it alone, so that a new document changes one part.  By place: the statements of some places, which a hash of the
place puts into one of so many buckets.  How rows are parted changes no result: what is said of a document needs its own
rows alone, and statements are compared within one place.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import duck, parquet
from edu_pipeline.warehouse.packing import Tables
from edu_pipeline.warehouse.rules_base import parquet_literal, quoted
from edu_pipeline.warehouse.staging import Staging

FILES = 24
"""Documents of a part: about so many,"""
MOST_FILES = 64
"""never more than so many,"""
MOST_BYTES = 1 << 20
"""and never more bytes than this, but for a single document."""
PLACE_ROWS = 4_000
"""Statements of a part by place, about."""
ABOUT = pa.schema([("article_id", pa.string()), ("dated_on", pa.date32()), ("title", pa.string())])
"""What statements need to know of their articles."""

Item = TypeVar("Item")


# ------------------------------------------------------------------------------------------------ by document
def runs(items: Iterable[tuple[str, int, Item]]) -> Iterator[list[Item]]:
    """Items as (source, bytes, item) in the order of their sources, in runs that belong together."""
    run: list[Item] = []
    size = 0
    for source, more, item in items:
        if run and (size + more > MOST_BYTES or len(run) == MOST_FILES or _opens(source)):
            yield run
            run, size = [], 0
        run.append(item)
        size += more
    if run:
        yield run


def _opens(source: str) -> bool:
    """Whether a run begins here: the name alone decides, so a document more moves no other border."""
    return zlib.crc32(source.encode("utf-8", "surrogatepass")) % FILES == 0


def by_document(staging: Staging, names: Sequence[str]) -> Iterator[Tables]:
    """The rows of tables `names` part by part.  All of a document's rows are in one part, and parts come by source.

    Rows of no document (a quarantined row may be so) are left out.  Raises StagingError when a table is not staged.
    """
    for name in {"documents", *names}:
        staging.staged(name)
    with duck.connection(staging.folder / ".parts") as con:
        cursors = {name: _Cursor(name, _by_source(staging, con, name)) for name in names}
        listed = staging.staged("documents").batches(columns=["source", "byte_size"])
        sources = ((row["source"], row["byte_size"], row["source"]) for part in listed for row in part.to_pylist())
        for run in runs(sources):
            yield {name: cursor.through(run[-1]) for name, cursor in cursors.items()}


def _by_source(staging: Staging, con: duckdb.DuckDBPyConnection, name: str) -> Iterator[tuple[pa.Table, pa.Array]]:
    """The rows of a table by source, each batch with the source of every row."""
    table = TABLES[name]
    if table.order[0] == "source":
        for batch in staging.staged(name).batches(parquet.ROWS_WITH_TEXT if name == "documents" else duck.ROWS):
            yield batch, batch["source"]
        return
    documents, rows = (parquet_literal(staging.path(wanted)) for wanted in ("documents", name))
    order = ", ".join(f"t.{quoted(column)}" for column in table.order)
    query = f"""SELECT t.*, d.source AS _source FROM read_parquet({rows}) t
        JOIN (SELECT document_id, min(source) AS source FROM read_parquet({documents}) GROUP BY 1) d USING (document_id)
        ORDER BY d.source, {order}"""
    for batch in duck.parts(con, query):
        yield batch.select(table.arrow.names), batch["_source"]


class _Cursor:
    """Goes through a table's rows by source."""

    def __init__(self, name: str, rows: Iterator[tuple[pa.Table, pa.Array]]) -> None:
        self._schema, self._rows = TABLES[name].arrow, rows
        self._held: tuple[pa.Table, pa.Array] | None = None

    def through(self, source: str) -> pa.Table:
        """The rows up to and with those of a source."""
        found = [self._schema.empty_table()]
        while True:
            if self._held is None:
                self._held = next(self._rows, None)
                if self._held is None:
                    break
            table, sources = self._held
            taken = pc.sum(pc.less_equal(sources, source)).as_py() or 0
            found.append(table.slice(0, taken).cast(self._schema))
            if taken < table.num_rows:
                self._held = (table.slice(taken), sources.slice(taken))
                break
            self._held = None
        return pa.concat_tables(found)


# ------------------------------------------------------------------------------------------------ by place
class Places:
    """The statements of a staged table (`observations_sound` or `observations`), by place.

    `instead` holds rows that take the place of those of the same id, as corrections change them; `without` are ids that
    were withdrawn.  Places that a row was moved from or to are in one part.
    """

    def __init__(
        self, staging: Staging, con: duckdb.DuckDBPyConnection, table: str,
        instead: pa.Table | None = None, without: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self._con, self._table = con, table
        for name in (table, "articles", "relations"):
            if name != "relations" or staging.exists(name):
                literal = parquet_literal(staging.staged(name).path)
                con.execute(f"CREATE OR REPLACE VIEW {name} AS FROM read_parquet({literal})")
        con.execute(f"CREATE OR REPLACE VIEW stated AS FROM {table}")
        moved: list[str] = []
        if instead is not None:
            # tables, since what is registered is not seen by cursors
            duck.table(con, "instead", instead)
            gone = [*instead["observation_id"].to_pylist(), *without]
            duck.table(con, "gone", pa.table({"observation_id": pa.array(gone, pa.string())}))
            con.execute(f"""CREATE OR REPLACE VIEW stated AS
                FROM {table} ANTI JOIN gone USING (observation_id) UNION ALL BY NAME FROM instead""")
            moved = self._moved()
        rows = staging.staged(table).num_rows
        self.buckets = 1
        while self.buckets * PLACE_ROWS < rows:
            self.buckets *= 2
        listed = ", ".join("'" + place.replace("'", "''") + "'" for place in moved)
        hashed = f"md5_number_lower({_PLACE}) % {self.buckets}"
        self._bucket = f"CASE WHEN {_PLACE} IN ({listed}) THEN 0 ELSE {hashed} END" if moved else hashed

    def _moved(self) -> list[str]:
        before = _PLACE.replace("o.", "b.")
        query = f"""SELECT {_PLACE}, {before} FROM instead o JOIN {self._table} b USING (observation_id)
            WHERE {_PLACE} IS DISTINCT FROM {before}"""
        return sorted({place for row in self._con.execute(query).fetchall() for place in row if place is not None})

    def parts(self, relations: str | None = None) -> Iterator[Tables]:
        """Tables `observations` (named after the staged one), `about` (their articles) and, where `relations` is an SQL
        condition on them, `relations`: those between observations of the part.  Rows come in their tables' order."""
        order = ", ".join(f"o.{quoted(name)}" for name in TABLES[self._table].order)
        stated = _Buckets(
            duck.parts(
                self._con,
                f"""SELECT {self._bucket} AS _bucket, o.*, a.dated_on AS _dated_on, a.title AS _title
                    FROM stated o LEFT JOIN articles a USING (article_id)
                    WHERE o.indicator IS NOT NULL AND {_PLACE} IS NOT NULL ORDER BY _bucket, {order}""",
            )
        )
        related = self._related(relations) if relations is not None else None
        for bucket in range(self.buckets):
            rows = stated.of(bucket)
            found = related.of(bucket) if related is not None else None
            if rows is None and found is None:
                continue
            part = self._part(rows)
            if related is not None:
                part["relations"] = _of("relations", found)
            yield part

    def _related(self, condition: str) -> _Buckets:
        order = ", ".join(f"r.{quoted(name)}" for name in TABLES["relations"].order)
        query = f"""SELECT {self._bucket} AS _bucket, r.* FROM relations r
            JOIN {self._table} o ON o.observation_id = r.observation_ids[1] WHERE {condition} ORDER BY _bucket, {order}"""
        return _Buckets(duck.parts(self._con, query))

    def _part(self, rows: pa.Table | None) -> Tables:
        table = _of(self._table, rows)
        if rows is None:
            return {self._table: table, "about": ABOUT.empty_table()}
        about = pa.Table.from_arrays([rows[name] for name in ("article_id", "_dated_on", "_title")], schema=ABOUT)
        return {self._table: table, "about": about.group_by(ABOUT.names, use_threads=False).aggregate([])}


_PLACE = "coalesce(o.region_code, o.region_name)"


def _of(name: str, rows: pa.Table | None) -> pa.Table:
    schema = TABLES[name].arrow
    return schema.empty_table() if rows is None else rows.select(schema.names).cast(schema)


class _Buckets:
    """Rows that come by bucket, one bucket at a time."""

    def __init__(self, rows: Iterator[pa.Table]) -> None:
        self._rows = rows
        self._held: pa.Table | None = None

    def of(self, bucket: int) -> pa.Table | None:
        """The rows of a bucket, null when there are none; buckets are asked for in their order."""
        found = []
        while True:
            if self._held is None or not self._held.num_rows:
                self._held = next(self._rows, None)
                if self._held is None:
                    break
            taken = pc.sum(pc.equal(self._held["_bucket"], bucket)).as_py() or 0
            if taken:
                found.append(self._held.slice(0, taken))
            left = self._held.slice(taken)
            self._held = left
            if left.num_rows:
                break
        return pa.concat_tables(found) if found else None
