"""The published tables described as a Frictionless data package: the data dictionary a machine can read.

What belongs here: datapackage.json, derived from tables.py.  What does not: anything
about one release that is not in its files (release.json has that).

The words are those of the Data Package and Table Schema specifications, version 1
(https://specs.frictionlessdata.io/), which allow properties of one's own: `unit`, and the exact type as `arrowType`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from edu_pipeline import tables
from edu_pipeline.schema import SCHEMA_VERSION, Column, Table
from edu_pipeline.warehouse.files import write_text

NAME = "education-statistics"

TYPES = {
    "string": "string",
    "large_string": "string",
    "int32": "integer",
    "int64": "integer",
    "float64": "number",
    "bool": "boolean",
    "date32": "date",
    "list<string>": "any",  # as an array frictionless refuses the lists that it reads from Parquet itself
    "list<float64>": "any",
}


def build(path: Path, parquet: Path) -> None:
    """Write the description of the Parquet files in the folder `parquet`, which lies beside `path`.

    Raises WarehouseError when it cannot be written.
    """
    write_text(path, json.dumps(describe(parquet), ensure_ascii=False, indent=1) + "\n")


def describe(parquet: Path) -> dict[str, Any]:
    """The package: one resource for each published table, with its columns and keys."""
    return {
        "name": NAME,
        "title": "Education statistics read from the reports of Chinese cities and counties",
        "description": "Every number of every document, accounted for; observations, facts, checks and findings.",
        "version": SCHEMA_VERSION,
        "profile": "data-package",
        "resources": [_resource(table, parquet / f"{table.name}.parquet") for table in tables.PUBLISHED],
    }


def _resource(table: Table, path: Path) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.name.replace("_", " ").capitalize(),
        "description": table.description,
        "path": f"{path.parent.name}/{path.name}",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": schema(table),
    }


def schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table.  Foreign keys of list columns cannot be said in it and are left out."""
    described: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.key)}
    keys = [
        {
            "fields": [foreign.column],
            # a table that refers to itself is named by an empty string
            "reference": {
                "resource": "" if foreign.table == table.name else foreign.table,
                "fields": list(tables.TABLES[foreign.table].key),
            },
        }
        for foreign in table.foreign_keys
        if not table.column(foreign.column).type.startswith("list")
    ]
    if keys:
        described["foreignKeys"] = keys
    return described


def _field(column: Column) -> dict[str, Any]:
    # frictionless reads Parquet by way of pandas, where an integer that can be missing is a float
    missing = column.nullable and column.type.startswith("int")
    field: dict[str, Any] = {
        "name": column.name,
        "type": "number" if missing else TYPES[column.type],
        "arrowType": column.type,
        "description": column.description,
    }
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if constraints:
        field["constraints"] = constraints
    return field
