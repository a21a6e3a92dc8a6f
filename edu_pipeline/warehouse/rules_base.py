"""What all blocking rules are made with.

What belongs here: a violation, and the staged tables as views of a DuckDB connection.  What does not: rules.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import Any

import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.warehouse import duck, parquet
from edu_pipeline.warehouse.cache import FOLDER, Cache
from edu_pipeline.warehouse.duck import parquet_literal, quoted
from edu_pipeline.warehouse.pieces import JOINED, kept_together
from edu_pipeline.warehouse.staging import Staging

BY_DOCUMENT = (
    "documents", "articles", "quantities", "observations_read", "observations_sound", "quarantine", "audits", "observations",
)  # fmt: skip
"""Tables of which a document's rows are made of that document alone."""
BY_THEMSELVES = ("facts", "relations", "findings")
"""Tables that have parts of their own."""
_WORD = re.compile(r"\w+")
SHOWN = 20
"""How many offending rows a violation carries."""


@dataclass(frozen=True)
class Violation:
    """A broken rule: its code, what is wrong in words, how many rows break it, and up to SHOWN of them.

    The values of a row are text, numbers, booleans, lists of these or null, as JSON knows them.
    """

    rule: str
    message: str
    count: int = 1
    rows: list[dict[str, Any]] = field(default_factory=list)


class Views:
    """The staged tables that are there and of the right columns, each as a view of its name when a query first names it.

    Memory is DuckDB's, which spills into the staging folder.  `problems` are the tables that are not so.
    """

    def __init__(self, staging: Staging) -> None:
        self.staging = staging
        self.names: set[str] = set()
        self.problems: list[Violation] = []
        self._made: set[str] = set()
        self._shared: set[str] = set()
        self._parts: dict[tuple[str, tuple[int, ...]], PartViews] = {}
        for name in tables.TABLES:
            problem = _problem(staging, name)
            if problem:
                self.problems.append(problem)
            else:
                self.names.add(name)

    @cached_property
    def cache(self) -> Cache:
        """What parts hold, and which rules they kept."""
        return Cache(self.staging.warehouse / FOLDER, self.staging.fingerprint)

    @cached_property
    def _tenant(self) -> duck.Tenant:
        return duck.Tenant(self.staging.folder / ".spill")

    @property
    def con(self) -> duck.Connection:
        return self._tenant.con

    def _asked(self, query: str) -> str:
        """The query, once the tables that it names are there: to look into a file takes as long as many a query."""
        for name in self.names.intersection(_WORD.findall(query)) - self._made:
            self._view(name)
            self._made.add(name)
        return query

    def _view(self, name: str) -> None:
        path = parquet_literal(self.staging.path(name))
        self.con.execute(f"CREATE VIEW {quoted(name)} AS FROM read_parquet({path})")

    def of_parts(self, numbers: Sequence[int], names: Sequence[str]) -> PartViews:
        """The same of some parts: of those by document, of which `names` alone are there, and documents; or of a table
        of BY_THEMSELVES.  Good until parts are asked for again."""
        of = parts_of(names)
        key = (of, tuple(numbers))
        if key not in self._parts:
            self._parts[key] = PartViews(self.staging, of, numbers)
        self._parts[key].limit(names)
        return self._parts[key]

    def __enter__(self) -> Views:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        for part in self._parts.values():
            part._close()
        if "_tenant" in vars(self):  # it was asked for
            self._tenant.close()

    def have(self, *names: str) -> bool:
        return self.names.issuperset(names)

    def violations(self, rule: str, message: str, query: str, total: str | None = None) -> list[Violation]:
        """A violation if `query` yields rows; `{n}` in the message is their number, or the sum of their column `total`."""
        if total is None:  # to count them takes fewer columns
            count = int(self.one(f"SELECT count(*) FROM ({query})"))
            rows = self._shown(f"SELECT q.* FROM ({query}) q ORDER BY ALL LIMIT {SHOWN}") if count else []
        else:  # to make groups takes longer than to hold them
            summed = f"SELECT q.*, (SELECT coalesce(sum({total}), 0) FROM q) AS _total FROM q"
            rows = self._shown(f"WITH q AS MATERIALIZED ({query}) {summed} ORDER BY ALL LIMIT {SHOWN}")
            count = [int(row.pop("_total")) for row in rows][0] if rows else 0
        return [Violation(rule, message.replace("{n}", str(count)), count, rows)] if rows else []

    def _shown(self, query: str) -> list[dict[str, Any]]:
        cursor = self.con.execute(self._asked(query))
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, map(plain, row), strict=True)) for row in cursor.fetchall()]

    def share(self, name: str, query: str) -> None:
        """Let `name` be a table of the rows of a query, which is asked once however many rules need them."""
        if name not in self._shared:
            self.con.execute(self._asked(f"CREATE TABLE {quoted(name)} AS {query}"))
            self._shared.add(name)

    def one(self, query: str) -> Any:
        """The first value of the first row."""
        rows = self.con.execute(self._asked(query)).fetchall()  # to the end: another table may have to be made next
        return rows[0][0] if rows else None

    def stream(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, some thousands in memory at a time."""
        cursor = self._tenant.cursor()
        try:
            cursor.execute(self._asked(query))
            while rows := cursor.fetchmany(4096):
                yield from rows
        finally:
            cursor.close()

    def tables(self, name: str, rows: int, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
        """Rows of a staged file as it lies, `rows` of them in memory at a time."""
        return self.staging.staged(name).batches(rows, columns)

    def batches(self, name: str, columns: Sequence[str], rows: int) -> Iterator[tuple[Any, ...]]:
        """The same row by row."""
        for batch in self.tables(name, rows, columns):
            yield from zip(*(batch[column].to_pylist() for column in columns), strict=True)


def parts_of(names: Sequence[str]) -> str:
    """Whose parts the rows of these tables are in: those of documents, or of the one table."""
    return names[0] if names[0] in BY_THEMSELVES else "documents"


class PartViews(Views):
    """The rows of some parts of the staged tables that were staged part by part, as tables; the other tables as they are.

    Of the first, those that are not JOINED hold what their entries in the cache hold, which are the bytes that the table was
    made of: NotKept when these are not there.
    """

    def __init__(self, staging: Staging, of: str, numbers: Sequence[int]) -> None:
        super().__init__(staging)
        self._parted = (of,) if of in BY_THEMSELVES else BY_DOCUMENT
        self._numbers = list(numbers)
        self._rows: dict[str, pa.Table] = {}
        self._there = frozenset(self.names)

    def limit(self, names: Sequence[str]) -> None:
        """Of tables in parts let `names` alone be there, and documents: a rule is remembered by the tables that it named."""
        self.names = {name for name in self._there if name not in self._parted or name in ("documents", *names)}
        for name in self._made - self.names:
            self.con.execute(f"DROP TABLE {quoted(name)}")
        self._made &= self.names

    def _view(self, name: str) -> None:
        if name in self._parted:
            duck.table(self.con, quoted(name), self.held(name))
        else:
            super()._view(name)

    def held(self, name: str) -> pa.Table:
        """The rows of a table in parts.  Raises LookupError."""
        if name not in self.names:
            raise LookupError(f"A rule asks for table {name}, which it did not name.")
        if name not in self._rows:
            self._rows[name] = self._of_parts(name)
        return self._rows[name]

    def _of_parts(self, name: str) -> pa.Table:
        table = self.staging.staged(name)
        if name in JOINED:
            pieces, groups = table.pieces(), table.groups()
            return table.row_groups([groups[number] for number in self._numbers if pieces[number].rows])
        pieces = table.pieces()
        return kept_together(self.cache, name, [pieces[number] for number in self._numbers])

    def tables(self, name: str, rows: int, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
        if name not in self._parted:
            yield from super().tables(name, rows, columns)
            return
        table = self.held(name).select(list(columns)) if columns else self.held(name)
        for at in range(0, table.num_rows, rows):
            yield table.slice(at, rows)


def _problem(staging: Staging, name: str) -> Violation | None:
    """Why a staged table cannot be looked into."""
    path = staging.path(name)
    if not path.is_file():
        return Violation(
            "missing_table", f"Table {name} was not staged: materialise it.", rows=[{"table": name, "path": str(path)}]
        )
    try:
        schema = parquet.footer(path).schema.to_arrow_schema()
    except (OSError, pa.ArrowException) as error:
        message = f"Staged table {name} is not a whole Parquet file ({error}): materialise it again."
        return Violation("missing_table", message, rows=[{"table": name, "path": str(path)}])
    wanted = tables.TABLES[name].arrow
    if list(zip(schema.names, schema.types, strict=True)) == list(zip(wanted.names, wanted.types, strict=True)):
        return None
    found = [
        {"column": f.name, "type": str(f.type)}
        for f in schema
        if f.name not in wanted.names or wanted.field(f.name).type != f.type
    ]
    found += [{"column": n, "type": "missing"} for n in wanted.names if n not in schema.names]
    return Violation(
        "schema",
        f"Staged table {name} does not have the columns of tables.py: materialise it again.",
        max(len(found), 1),
        found,
    )


def plain(value: Any) -> Any:
    """A value as JSON knows it; long texts are cut."""
    if isinstance(value, str):
        return value if len(value) <= 200 else value[:199] + "…"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)
