"""What tables are described with.

What belongs here: columns, keys and tables as a description knows them, the types and the closed vocabularies of columns, and
the version of them all; a table makes its Arrow schema itself.  What does not: which tables and columns there are (tables.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

SCHEMA_VERSION = "1.3.0"
"""Version of tables.py, as semantic versioning understands it: a renamed column is a major change."""

ARROW_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "large_string": pa.large_string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "date32": pa.date32(),
    "list<string>": pa.list_(pa.string()),
    "list<float64>": pa.list_(pa.float64()),
}

KINDS = ("observation", "target", "period", "identifier", "definition", "anecdote", "noise")
STATISTIC_KINDS = ("observation", "target")
LEVELS = (
    "pre_primary",
    "primary",
    "lower_secondary",
    "compulsory",
    "general_upper_secondary",
    "vocational_upper_secondary",
    "upper_secondary",
    "vocational",
    "tertiary",
    "tertiary_vocational",
    "special",
    "k12",
    "k12_and_pre_primary",
    "basic",
    "all",
    "none",
)
MEASURES = ("level", "change", "growth", "gap", "rank")
NATURES = ("actual", "target")
COMPARATORS = ("eq", "ge", "gt", "le", "lt", "approx")
PERIOD_BASES = ("stated", "document", "inherited", "registry", "unknown")
STATUSES = ("ok", "duplicate", "failed")
RELATIONS = ("repeat", "update", "conflict", "target_actual", "standard_actual")
QUALITIES = ("ok", "doubtful", "conflicting", "corrected")
AUDIT_KINDS = ("sum", "ratio", "average", "change", "gap", "share_sum", "product", "repeat")
VERDICTS = ("consistent", "inconsistent", "implied")
SEVERITIES = ("info", "warning", "error")


@dataclass(frozen=True)
class Column:
    """One column: `type` is a key of ARROW_TYPES, `unit` a word for people, `values` a closed vocabulary."""

    name: str
    type: str
    description: str
    nullable: bool = False
    unit: str | None = None
    values: tuple[str, ...] | None = None


@dataclass(frozen=True)
class ForeignKey:
    """`column` holds keys of `table`; for a list column each element does."""

    column: str
    table: str


@dataclass(frozen=True)
class Table:
    """One table: `key` and `order` name columns; rows are published in `order`, which is total."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    published: bool = True

    def column(self, name: str) -> Column:
        return next(c for c in self.columns if c.name == name)

    @cached_property
    def arrow(self) -> pa.Schema:
        """The fixed Arrow schema, every field with its description."""
        return pa.schema(
            [pa.field(c.name, ARROW_TYPES[c.type], c.nullable, {"description": c.description}) for c in self.columns],
            metadata={"description": self.description, "schema_version": SCHEMA_VERSION},
        )

    def from_rows(self, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
        """Rows (dicts; a missing nullable column is null) as an Arrow table of the fixed schema, in `order`."""
        columns: list[list[Any]] = [[] for _ in self.columns]
        names = [c.name for c in self.columns]
        for row in rows:
            for values, name in zip(columns, names, strict=True):
                values.append(row.get(name))
        return self.sorted(
            pa.Table.from_arrays(
                [pa.array(v, f.type) for v, f in zip(columns, self.arrow, strict=True)], schema=self.arrow
            )
        )

    def sorted(self, table: pa.Table) -> pa.Table:
        return table.sort_by([(name, "ascending") for name in self.order]) if table.num_rows else table

    def places(self, rows: pa.Table) -> list[tuple[tuple[bool, Any], ...]]:
        """Where rows stand in the order, to compare: nulls last."""
        columns = [rows[name].to_pylist() for name in self.order]
        return [tuple((value is None, value) for value in row) for row in zip(*columns, strict=True)]


def column(
    name: str, type_: str, description: str, *, unit: str | None = None, values: Sequence[str] | None = None
) -> Column:
    """`type_` with a trailing ? is nullable."""
    return Column(name, type_.rstrip("?"), description, type_.endswith("?"), unit, tuple(values) if values else None)
