"""Which columns a column is made from, for the lineage that Dagster shows.

What belongs here: one line of rules for each table, from which the lineage of all its columns follows.  What does
not: what the columns are (tables), how the lineage is shown (presentation), Dagster.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edu_pipeline.tables import TABLES

FETCHED = "fetched"
SOURCE_FILES = "source_files"
CONSTANT = ("table_name",)
"""Columns whose values the program knows beforehand."""
SOURCE_FILE_COLUMNS = ("source", "sha256", "byte_size", "error")


@dataclass(frozen=True)
class Rule:
    """A column comes from the columns `own` gives it; else from those of its name in the tables `same`; else from
    the columns `rest`.  A column is written `table.column`."""

    same: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_READ = ("quantities.text", "quantities.value", "quantities.unit")
_OBSERVED = "observations_sound.observation_id"

RULES: dict[str, Rule] = {
    "documents": Rule(
        same=("source_files",),
        rest=("source_files.source", "source_files.sha256"),
        own={"document_id": ("source_files.sha256",)},
    ),
    "articles": Rule(
        rest=("documents.text",),
        own={
            "document_id": ("documents.document_id",),
            "dated_on": ("documents.text", "documents.published_on"),
            "region_code": ("documents.text", "documents.title", "documents.publisher"),
            "region_name": ("documents.text", "documents.title", "documents.publisher"),
        },
    ),
    "quantities": Rule(
        same=("articles",),
        rest=("documents.text",),
        own={
            "source": ("documents.source",),
            "quantity_id": ("documents.document_id", "documents.text"),
            "start": ("documents.text",),
            "end": ("documents.text",),
        },
    ),
    "observations_read": Rule(
        same=("quantities",),
        rest=_READ + ("documents.text",),
        own={
            "observation_id": ("quantities.document_id", "quantities.start", "quantities.end"),
            "region_code": ("documents.text", "articles.region_code"),
            "region_name": ("documents.text", "articles.region_name"),
            "nature": ("quantities.kind",),
            "period_start": ("documents.text", "articles.dated_on"),
            "period_end": ("documents.text", "articles.dated_on"),
            "period_basis": ("documents.text", "articles.dated_on"),
            "sentence": ("documents.text",),
            "value_text": ("quantities.text",),
        },
    ),
    "observations_sound": Rule(same=("observations_read",)),
    "quarantine": Rule(
        same=("observations_read",),
        rest=("observations_read.observation_id",),
        own={
            "table_name": (),
            "row_id": ("observations_read.observation_id",),
            "reasons": (
                "observations_read.indicator",
                "observations_read.value",
                "observations_read.unit",
                "observations_read.measure",
            ),
        },
    ),
    "audits": Rule(
        rest=("quantities.value", "quantities.unit", "quantities.text"),
        own={
            "document_id": ("quantities.document_id",),
            "article_id": ("articles.article_id",),
            "claim_quantity_id": ("quantities.quantity_id",),
            "operand_quantity_ids": ("quantities.quantity_id",),
            "sentence": ("documents.text",),
        },
    ),
    "relations": Rule(
        rest=(
            "observations_sound.region_code",
            "observations_sound.indicator",
            "observations_sound.education_level",
            "observations_sound.period_end",
            "observations_sound.value",
        ),
        own={
            "observation_ids": (_OBSERVED,),
            "resolved_to": (_OBSERVED, "articles.dated_on"),
            "standard_code": ("observations_sound.indicator", "observations_sound.nature"),
        },
    ),
    "findings": Rule(
        rest=("observations_sound.value", "audits.verdict", "relations.relation", "documents.status"),
        own={
            "document_id": ("documents.document_id",),
            "source": ("documents.source",),
            "start": ("quantities.start",),
            "end": ("quantities.end",),
            "row_id": (_OBSERVED, "audits.audit_id", "relations.relation_id", "quarantine.row_id"),
        },
    ),
    "observations": Rule(same=("observations_sound",), own={"flags": ("findings.check", "findings.row_id")}),
    "facts": Rule(
        same=("observations",),
        own={
            "fact_id": (
                "observations.region_code",
                "observations.indicator",
                "observations.education_level",
                "observations.period_end",
            ),
            "value": ("observations.value", "relations.resolved_to"),
            "evidence": ("observations.observation_id", "relations.observation_ids"),
            "n_documents": ("observations.document_id",),
            "quality": ("observations.flags", "relations.relation"),
            "population": ("observations.label",),
            "other_words": ("observations.label",),
            "source": ("observations.source",),
            "article": ("observations.article_id",),
        },
    ),
}


def lineage(table: str) -> dict[str, list[tuple[str, str]]]:
    """For each column of `table` the (table, column) pairs it is made from; reference tables have none."""
    rule = RULES.get(table)
    if rule is None:
        return {}
    return {column.name: [_split(name) for name in _origins(rule, column.name)] for column in TABLES[table].columns}


def _origins(rule: Rule, column: str) -> tuple[str, ...]:
    if column in rule.own:
        return rule.own[column]
    same = tuple(f"{table}.{column}" for table in rule.same if column in columns_of(table))
    return same or rule.rest


def _split(name: str) -> tuple[str, str]:
    table, column = name.split(".")
    return table, column


def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table, or of the list of files."""
    return SOURCE_FILE_COLUMNS if table == SOURCE_FILES else tuple(c.name for c in TABLES[table].columns)
