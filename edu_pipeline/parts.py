"""The tables of a run in parts that belong together: by document, and by place.

What belongs here: where one part ends and the next begins, and having the rows of several tables for one part.  What
does not: what is made of a part (stages), what rows say (quality).

By document: the rows of some documents in the order of their sources.  By place: the statements about some places in the
order of table facts.  Where a part ends depends on the names next to it alone, so that a new document or place changes one
part.  How rows are parted changes no row: what is said of a document needs its own rows alone, and statements are compared
within one place.  It does decide where the row groups of the files end.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import TypeVar

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.mapping import Part
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.duck import parquet_literal, quoted
from edu_pipeline.warehouse.packing import Tables, apart, pack
from edu_pipeline.warehouse.pieces import JOINED, Entry, Piece, digest, kept
from edu_pipeline.warehouse.staging import Staged, Staging, StagingError

FILES = 16
"""Documents of a part: about so many,"""
MOST_FILES = 48
"""never more than so many,"""
MOST_BYTES = 640_000
"""and never more bytes than this, but for a single document."""
PLACES = 8
"""Places of a part: about so many,"""
MOST_PLACES = 64
"""never more than so many,"""
PLACE_ROWS = 8_000
"""and never more statements than this, but of a single place."""
AT_ONCE = 16_384
"""Statements that are handed on at a time: they are wide."""
ABOUT = pa.schema(
    [("article_id", pa.string()), ("dated_on", pa.date32()), ("title", pa.string()), ("ordinal", pa.int32())]
)
"""What statements need to know of their articles."""
_OF_PLACES = pa.schema([("coded", pa.bool_()), ("place", pa.string()), ("rows", pa.int64()), ("digest", pa.string())])

Item = TypeVar("Item")


def runs(
    items: Iterable[tuple[str, int, Item]], about: int | None = None, most: int | None = None, size: int | None = None
) -> Iterator[list[Item]]:
    """Items as (name, size, item) in the order of their names, in runs that belong together: of `about` so many, never
    more than `most`, nor together larger than `size`.  Documents by source and bytes, where nothing else is said."""
    about, most, size = about or FILES, most or MOST_FILES, size or MOST_BYTES
    run: list[Item] = []
    held = 0
    for name, more, item in items:
        if run and (held + more > size or len(run) == most or _opens(name, about)):
            yield run
            run, held = [], 0
        run.append(item)
        held += more
    if run:
        yield run


def _opens(name: str, about: int) -> bool:
    """Whether a run begins here: the name alone decides, so one more moves no other border."""
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) % about == 0


# ------------------------------------------------------------------------------------------------ by document
def by_document(staging: Staging, cache: Cache | None, names: Sequence[str]) -> Iterator[Part]:
    """The rows of tables `names` part by part.  All of a document's rows are in one part, and parts come by source.

    Raises StagingError when a table is not staged, or was not staged part by part.
    """
    tables = {name: _Pieced(staging, cache, name) for name in names}
    many = len(_Pieced(staging, cache, "documents").pieces)
    for name, table in tables.items():
        if len(table.pieces) < many:
            raise StagingError(f"Table {name} was staged by another program: materialise it again.")
    for number in range(many):
        word = " ".join(f"{name} {table.pieces[number].digest}" for name, table in tables.items())
        yield Part(word, partial(_loaded, tables, number))


def _loaded(tables: dict[str, _Pieced], number: int) -> Tables:
    return {name: table.part(number) for name, table in tables.items()}


def sources_of(staging: Staging) -> Iterator[list[str]]:
    """The sources of each part."""
    table = staging.staged("documents")
    sources = [source for rows in table.batches(columns=["source"]) for source in rows["source"].to_pylist()]
    at = 0
    for piece in table.pieces():
        yield sources[at : at + piece.rows]
        at += piece.rows


class _Pieced:
    """A staged table, part by part."""

    def __init__(self, staging: Staging, cache: Cache | None, name: str) -> None:
        self._staging, self._cache, self._name = staging, cache, name
        self._table: Staged = staging.staged(name)
        self.pieces: list[Piece] = self._table.pieces()

    @cached_property
    def _groups(self) -> list[int]:
        return self._table.groups()

    def part(self, number: int) -> pa.Table:
        """The rows of a part, in the table's order."""
        piece, schema = self.pieces[number], TABLES[self._name].arrow
        if not piece.rows:
            return schema.empty_table()
        if self._name in JOINED:
            return self._table.row_groups([self._groups[number]]).cast(schema)
        rows = kept(self._cache, self._name, piece)
        return rows if rows is not None else self._sought(number)

    def _sought(self, number: int) -> pa.Table:
        """The same out of the whole table, for want of the entry: what is of the documents of the part."""
        documents = _Pieced(self._staging, self._cache, "documents").part(number)
        with duck.connection(self._staging.folder / ".sought") as con:
            duck.table(con, "ids", documents.select(["document_id"]).group_by("document_id").aggregate([]))
            query = (
                f"SELECT t.* FROM read_parquet({parquet_literal(self._table.path)}) t SEMI JOIN ids USING (document_id)"
            )
            return TABLES[self._name].sorted(con.sql(query).to_arrow_table().cast(TABLES[self._name].arrow))


# ------------------------------------------------------------------------------------------------ by place
Place = tuple[bool, str]
"""What statements are compared within: whether it has no code, and its code, else its name: in the order of table facts."""


def places(statements: pa.Table, articles: pa.Table) -> pa.Table:
    """The places that statements speak of: how many do, and a digest of these rows and of what must be known of their
    articles."""
    stated = _with_about(statements.filter(pc.is_valid(statements["indicator"])), articles)
    whole = stated.append_column("_place", pc.coalesce(stated["region_code"], stated["region_name"]))
    whole = whole.append_column("_coded", pc.is_valid(stated["region_code"]))
    whole = whole.filter(pc.is_valid(whole["_place"])).sort_by(
        [("_coded", "descending"), ("_place", "ascending"), *((n, "ascending") for n in _ORDER)]
    )
    found, at = [], 0
    for key, rows in Counter(zip(whole["_coded"].to_pylist(), whole["_place"].to_pylist(), strict=True)).items():
        part = whole.slice(at, rows)
        found.append((*key, rows, digest(pack({"rows": apart(part)}))))
        at += rows
    columns = zip(*found, strict=True) if found else [[] for _ in _OF_PLACES]
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, _OF_PLACES, strict=True)], schema=_OF_PLACES)


_ORDER = ("source", "start", "observation_id")


def _with_about(statements: pa.Table, articles: pa.Table) -> pa.Table:
    """Statements with what must be known of their articles, as _dated_on, _title and _ordinal."""
    at = pc.index_in(statements["article_id"], value_set=articles["article_id"].combine_chunks())
    names = ABOUT.names[1:]
    named = articles.select(names).take(at)
    for name in names:
        statements = statements.append_column(f"_{name}", named[name])
    return statements


Told = tuple[bool, str, int, str]
"""A row of what function `places` gives: of _OF_PLACES."""


class Places:
    """The statements of a staged table (`observations_sound` or `observations`), by place.

    `told` are the rows that function `places` gave for that table, part by part; `more` are places that no statement is of.
    """

    def __init__(
        self, staging: Staging, con: duckdb.DuckDBPyConnection, table: str, told: Iterable[Told], more: Iterable[Place] = (),
    ) -> None:  # fmt: skip
        self._con, self._table = con, table
        for name in (table, "articles"):
            con.execute(
                f"CREATE OR REPLACE VIEW {name} AS FROM read_parquet({parquet_literal(staging.staged(name).path)})"
            )
        digests: dict[Place, list[str]] = defaultdict(list)
        rows: dict[Place, int] = dict.fromkeys(more, 0)
        for coded, place, count, hashed in told:
            digests[not coded, place].append(hashed)
            rows[not coded, place] = rows.get((not coded, place), 0) + count
        listed = ((place[1], rows[place], place) for place in sorted(rows))
        self.runs = list(runs(listed, PLACES, MOST_PLACES, PLACE_ROWS))
        self.words = [" ".join(f"{place} {' '.join(digests[place])}" for place in run) for run in self.runs]
        self._number = {place: number for number, run in enumerate(self.runs) for place in run}

    def number(self, place: Place) -> int:
        """The part that a place is in."""
        return self._number[place]

    def loading(self, numbers: Sequence[int]) -> Callable[[int], Tables]:
        """Has the rows of parts: tables `observations` (named after the staged one) and `about` (their articles).

        Parts of `numbers` that are asked for in this order are looked for together."""
        reader = _Together(self, numbers)
        return reader.of

    def asked(self, numbers: Sequence[int]) -> Iterator[pa.Table]:
        """The rows of some parts in their order, each row with its part as _part."""
        listed = [(number, *place) for number in numbers for place in self.runs[number]]
        columns = zip(*listed, strict=True) if listed else ([], [], [])
        names = {"_part": pa.int64(), "uncoded": pa.bool_(), "place": pa.string()}
        wanted = {name: pa.array(column, kind) for (name, kind), column in zip(names.items(), columns, strict=True)}
        duck.table(self._con, "wanted", pa.table(wanted))
        order = ", ".join(f"o.{quoted(name)}" for name in TABLES[self._table].order)
        told = ", ".join(f"a.{name} AS _{name}" for name in ABOUT.names[1:])
        return duck.parts(
            self._con,
            f"""SELECT w._part, o.*, {told} FROM {self._table} o
                JOIN wanted w ON w.place = coalesce(o.region_code, o.region_name)
                    AND w.uncoded = (o.region_code IS NULL)
                LEFT JOIN articles a USING (article_id) WHERE o.indicator IS NOT NULL ORDER BY w._part, {order}""",
            AT_ONCE,
        )

    def as_part(self, rows: pa.Table | None) -> Tables:
        schema = TABLES[self._table].arrow
        if rows is None:
            return {self._table: schema.empty_table(), "about": ABOUT.empty_table()}
        named = ["article_id", *(f"_{name}" for name in ABOUT.names[1:])]
        about = pa.Table.from_arrays([rows[name] for name in named], schema=ABOUT)
        return {
            self._table: rows.select(schema.names).cast(schema),
            "about": about.group_by(ABOUT.names, use_threads=False).aggregate([]),
        }


def told(entries: Iterable[Entry]) -> Iterator[Told]:
    """The rows of entries of function `places`."""
    for entry in entries:
        table = entry.table("places")
        if table is not None:
            yield from zip(*(column.to_pylist() for column in table.columns), strict=True)


class _Together:
    """The rows of some parts by one query, as long as they are asked for in their order; of others by one each."""

    def __init__(self, places: Places, numbers: Sequence[int]) -> None:
        self._places, self._coming = places, list(numbers)
        self._rows: Iterator[pa.Table] | None = None
        self._held: pa.Table | None = None

    def of(self, number: int) -> Tables:
        if number not in self._coming:
            found = list(self._places.asked([number]))
            return self._places.as_part(pa.concat_tables(found) if found else None)
        if self._rows is None:
            self._rows = self._places.asked(self._coming)
        while self._coming and self._coming.pop(0) != number:
            pass
        return self._places.as_part(self._next(number))

    def _next(self, number: int) -> pa.Table | None:
        found = []
        while True:
            if self._held is None or not self._held.num_rows:
                self._held = next(self._rows, None) if self._rows is not None else None
                if self._held is None:
                    break
            before = pc.sum(pc.less(self._held["_part"], number)).as_py() or 0
            through = pc.sum(pc.less_equal(self._held["_part"], number)).as_py() or 0
            if through > before:
                found.append(self._held.slice(before, through - before))
            self._held = self._held.slice(through)
            if self._held.num_rows:
                break
        return pa.concat_tables(found) if found else None
