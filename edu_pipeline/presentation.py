"""What Dagster's UI shows of a table: its meaning, its columns and where they come from, how many rows, a look at them.

What belongs here: turning tables.py and rows into Dagster's descriptions and metadata.  What does not: the meanings
themselves (tables), which assets there are (assets/), how tables are stored (resources).
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import dagster as dg
import pyarrow as pa

from edu_pipeline.lineage import SOURCE_FILE_COLUMNS, SOURCE_FILES, lineage
from edu_pipeline.schema import Column, Table
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse.fingerprint import code_hash
from edu_pipeline.warehouse.staging import Staged

OWNERS = ["team:edu-pipeline"]
PREVIEW_ROWS = 5
SHOWN_ROWS = 10
CELL = 48
"""Characters of a value that a preview shows."""
WIDE_CELL = 160
"""Characters of a value where rows are complained of: the words must be there."""


def described(name: str, group: str, kinds: set[str], how: str) -> dict[str, Any]:
    """What an asset decorator or AssetOut is told about table `name`; `how` says in Markdown how it is made."""
    return {
        "group_name": group,
        "kinds": kinds,
        "owners": OWNERS,
        "code_version": code_hash(),
        "description": description(TABLES[name], how),
        "metadata": {"dagster/column_schema": column_schema(TABLES[name]), "dagster/table_name": f"education.{name}"},
    }


def description(table: Table, how: str) -> str:
    """The table's meaning in Markdown, how it is made, its key, and the tables that it points to."""
    lines = [table.description, "", how, "", f"**Key**: {', '.join(f'`{name}`' for name in table.key)}"]
    if table.foreign_keys:
        points = ", ".join(f"`{foreign.column}` → `{foreign.table}`" for foreign in table.foreign_keys)
        lines += ["", f"**Points to**: {points}"]
    where = "a table of every release" if table.published else "staged only, not part of a release"
    return "\n".join([*lines, "", f"**Published**: {where}."])


def column_schema(table: Table) -> dg.TableSchema:
    """The columns with types, descriptions, units and constraints."""
    return dg.TableSchema(
        columns=[_column(table, column) for column in table.columns],
        constraints=dg.TableConstraints(other=[f"primary key ({', '.join(table.key)})"]),
    )


def _column(table: Table, column: Column) -> dg.TableColumn:
    other = [f"one of: {', '.join(column.values)}"] if column.values else []
    other += [f"unit: {column.unit}"] if column.unit else []
    other += [f"key of {foreign.table}" for foreign in table.foreign_keys if foreign.column == column.name]
    return dg.TableColumn(
        column.name,
        column.type,
        column.description,
        dg.TableColumnConstraints(nullable=column.nullable, unique=table.key == (column.name,), other=other),
    )


def source_files_schema() -> dg.TableSchema:
    """The columns of the list of files, which is no table of the data model."""
    wanted = TABLES["documents"]
    named = [wanted.column(name) for name in SOURCE_FILE_COLUMNS]
    optional = ("sha256", "error")
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                c.name, c.type, c.description, dg.TableColumnConstraints(nullable=c.name in optional, unique=c.name == "source")
            )
            for c in named
        ]
    )  # fmt: skip


def column_lineage(name: str) -> dg.TableColumnLineage | None:
    """Where the columns of table `name` come from; null for a table that is made of reference data."""
    columns = {
        column: [dg.TableColumnDep(asset_key=table, column_name=origin) for table, origin in origins]
        for column, origins in lineage(name).items()
        if origins
    }
    return dg.TableColumnLineage(deps_by_column=columns) if columns else None


def materialised(staged: Staged) -> dict[str, Any]:
    """Metadata of a staged table: rows, size, place, a preview, column lineage."""
    first = staged.first(PREVIEW_ROWS)
    metadata: dict[str, Any] = {
        "dagster/row_count": staged.num_rows,
        "preview": dg.MetadataValue.md(preview(first)),
        "file": dg.MetadataValue.path(staged.path),
        "bytes": staged.path.stat().st_size,
    }
    columns = column_lineage(staged.name)
    if columns is not None:
        metadata["dagster/column_lineage"] = columns
    return metadata


def preview(table: pa.Table, rows: int = PREVIEW_ROWS) -> str:
    """The first rows as a Markdown table; what people read stands before what machines do."""
    return markdown(table.slice(0, rows).select(_readable_first(table.column_names)).to_pylist()) or "No rows."


def _readable_first(names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: name.endswith(("_id", "_ids")) or name in ("sha256", "sentence"))


def markdown(rows: Sequence[Mapping[str, Any]], cell: int = CELL) -> str:
    """Rows as a Markdown table, values longer than `cell` cut."""
    if not rows:
        return ""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
    lines += [f"| {' | '.join(_cell(row.get(name), cell) for name in names)} |" for row in rows]
    return "\n".join(lines)


def _cell(value: Any, limit: int) -> str:
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.replace("|", "¦").split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


__all__ = [
    "OWNERS",
    "SOURCE_FILES",
    "column_lineage",
    "column_schema",
    "described",
    "description",
    "markdown",
    "materialised",
    "preview",
    "source_files_schema",
]


def logged(context: dg.AssetExecutionContext, what: str) -> Callable[[int, int], None]:
    """A line in the run's log at the end and every other second, however many there are."""
    said = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal said
        if done == total or time.monotonic() - said > 2:
            said = time.monotonic()
            context.log.info(f"{done} of {total} {what}")

    return progress
