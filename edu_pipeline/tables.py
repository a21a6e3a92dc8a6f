"""Every published column, written down once.

What belongs here: the tables of a release, their columns (type, nullability, unit, vocabulary, meaning),
their keys and foreign keys, and the staged tables that lead to them.  The Arrow schemas are made here; the
pandera schemas (quality), Dagster's column schemas (definitions), the DuckDB comments and datapackage.json
(warehouse) are derived from `TABLES` where they are used.

What does not: rules about values that need the catalogue (quality), and anything that reads or writes files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

SCHEMA_VERSION = "1.1.0"
"""Version of the tables below, as semantic versioning understands it: a renamed column is a major change."""

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

    @property
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


def _c(
    name: str, type_: str, description: str, *, unit: str | None = None, values: Sequence[str] | None = None
) -> Column:
    """`type_` with a trailing ? is nullable."""
    return Column(name, type_.rstrip("?"), description, type_.endswith("?"), unit, tuple(values) if values else None)


_SPAN = (
    _c("start", "int64", "First character, counted in Unicode code points of documents.text", unit="characters"),
    _c("end", "int64", "One past the last character: text[start:end] is exactly what was read", unit="characters"),
)
_DOCUMENT_ID = _c("document_id", "string", "The document: first 16 hex digits of the SHA-256 of its bytes")
_SOURCE = _c("source", "string", "Path of the file below the sources folder, or the address it was fetched from")
_ARTICLE_ID = _c("article_id", "string", "The article that the row stands in")
_REGION = (
    _c(
        "region_code",
        "string?",
        "GB/T 2260 code as of the article's date; 100000 for 全国; null where there is no code",
    ),
    _c("region_name", "string?", "Full official name of the place; as printed where there is no code"),
)
_LEVEL = _c(
    "education_level", "string", "Level of education that the number is about (table education_levels)", values=LEVELS
)
_PERIOD = (
    _c("period_start", "date32?", "First day of the period; null with an end means up to then"),
    _c("period_end", "date32?", "Last day of the period, inclusive; a point in time has the same date twice"),
)

_OBSERVATION = (
    _c(
        "observation_id",
        "string",
        "Hash of document, the quantity's span and the ordinal within it: stable when the reading improves",
    ),
    _c("quantity_id", "string", "The number that the statistic was read from"),
    _DOCUMENT_ID,
    _SOURCE,
    _ARTICLE_ID,
    *_SPAN,
    *_REGION,
    _c("indicator", "string?", "Code of the catalogue (table indicators); null when none fits"),
    _c("label", "string", "The indicator in the words of the text"),
    _LEVEL,
    _c(
        "measure",
        "string",
        "level: the indicator's own value; change: absolute change; growth: relative change in %; gap: distance to another value; rank",
        values=MEASURES,
    ),
    _c("nature", "string", "actual: reported as a fact; target: required, planned or hoped for", values=NATURES),
    _c(
        "comparator",
        "string",
        "How the printed number bounds the value: eq, ge, gt, le, lt, approx",
        values=COMPARATORS,
    ),
    _c(
        "value",
        "float64",
        "The value in base units; a decrease and a distance below are negative",
        unit="see column unit",
    ),
    _c("value_max", "float64?", "The upper end of a range", unit="see column unit"),
    _c("unit", "string", "Canonical unit (table units)"),
    _c("value_text", "string?", "The numeral with its magnitude, as printed"),
    _c("unit_text", "string?", "The unit, as printed"),
    *_PERIOD,
    _c(
        "period_basis",
        "string",
        "Where the period comes from: stated beside the number, the document's date, inherited from before, the registry, unknown",
        values=PERIOD_BASES,
    ),
    _c("sentence", "string", "The sentence that states it"),
    _c("reference", "string?", "What a change or gap is measured against (上年, 全省, 全国, 省定标准)"),
)

_TABLES = (
    Table(
        "documents",
        "One row per source file that the pipeline met, also of those it could not read.",
        (
            _SOURCE,
            _DOCUMENT_ID,
            _c("sha256", "string", "SHA-256 of the file's bytes, in hexadecimal"),
            _c("media_type", "string", "What the bytes are (text/plain)"),
            _c("reader", "string", "The reader that turned bytes into text, with its version"),
            _c("byte_size", "int64", "Size of the file", unit="bytes"),
            _c("encoding", "string?", "Character encoding, of text formats"),
            _c("title", "string?", "Title, as the document states it"),
            _c("publisher", "string?", "Who published it, as the document states it"),
            _c("document_number", "string?", "Number of an official paper (发文字号)"),
            _c("published_on", "date32?", "Day of publication (发布日期), as the document states it"),
            _c("rights", "string?", "A notice that forbids or limits redistribution"),
            _c("text", "large_string?", "Everything that was read, in reading order; null only when reading failed"),
            _c("status", "string", "ok; duplicate of a source with the same bytes; failed", values=STATUSES),
            _c("error", "string?", "Why reading failed, and what a person can do"),
            _c(
                "remarks",
                "list<string>?",
                "What the reader complains of, each as JSON with code, start, end and words; null for nothing. Table findings says the same",
            ),
        ),
        ("source",),
        ("source",),
    ),
    Table(
        "articles",
        "The parts of a document that speak about one place at one time; they cover its text without overlap.",
        (
            _ARTICLE_ID,
            _DOCUMENT_ID,
            _c("ordinal", "int32", "Position within the document, from 0"),
            _c("title", "string?", "Title, as printed"),
            *_REGION,
            _c("dated_on", "date32?", "Date under the title or signed, else of publication; null when there is none"),
            *_SPAN,
            _c("duplicate_of", "string?", "The article whose body this one repeats"),
            _c("complete", "bool", "False when the article breaks off"),
        ),
        ("article_id",),
        ("document_id", "ordinal"),
        (ForeignKey("duplicate_of", "articles"),),
    ),
    Table(
        "quantities",
        "Every number of every document, each accounted for: what kind it is, and why.",
        (
            _c("quantity_id", "string", "Hash of document and span"),
            _DOCUMENT_ID,
            _SOURCE,
            _ARTICLE_ID,
            *_SPAN,
            _c("text", "string", "The numeral with magnitude and unit, as printed, without its comparator"),
            _c("kind", "string", "What the number is; only observation and target state a statistic", values=KINDS),
            _c("value", "float64?", "Its value in base units"),
            _c("value_max", "float64?", "The upper end of a range"),
            _c("unit", "string?", "Canonical unit (table units)"),
            _c("unit_text", "string?", "The unit, as printed"),
            _c("comparator", "string?", "How the printed number bounds the value", values=COMPARATORS),
            _c("reason", "string", "Why the number is of this kind, by the rule that decided"),
            _c("page", "int32?", "Page of the PDF or scan that it stands on, from 1"),
            _c(
                "box",
                "list<float64>?",
                "Left, top, right and bottom edge of it (or of the line it stands in) on its page, from the left and the top",
                unit="points of a PDF, pixels of a picture",
            ),
        ),
        ("quantity_id",),
        ("source", "start"),
        (ForeignKey("article_id", "articles"), ForeignKey("source", "documents")),
    ),
    Table(
        "observations_read",
        "The statistics as they were read, before they are checked.",
        _OBSERVATION,
        ("observation_id",),
        ("source", "start", "observation_id"),
        published=False,
    ),
    Table(
        "observations_sound",
        "The statistics that kept every rule of the data contract; flags are not joined yet.",
        _OBSERVATION,
        ("observation_id",),
        ("source", "start", "observation_id"),
        published=False,
    ),
    Table(
        "observations",
        "What the documents state: one row per statistic, with value, unit, place, time, indicator and the characters it was read from.",
        (*_OBSERVATION, _c("flags", "list<string>", "Codes of the findings about this row (findings.check)")),
        ("observation_id",),
        ("source", "start", "observation_id"),
        (
            ForeignKey("quantity_id", "quantities"),
            ForeignKey("article_id", "articles"),
            ForeignKey("source", "documents"),
            ForeignKey("indicator", "indicators"),
            ForeignKey("education_level", "education_levels"),
            ForeignKey("unit", "units"),
            ForeignKey("region_code", "regions"),
        ),
    ),
    Table(
        "relations",
        "Statements that speak of the same fact: repeated, updated, in conflict, or held against a target or a national standard.",
        (
            _c("relation_id", "string", "Hash of the relation and the observations it joins"),
            _c("relation", "string", "How the statements relate", values=RELATIONS),
            _c("observation_ids", "list<string>", "The observations it joins"),
            _c("standard_code", "string?", "The national standard that the value is held against"),
            _c("rule", "string", "The rule that joined them"),
            _c(
                "difference",
                "float64?",
                "Second value less the first, or actual less target",
                unit="as the observations",
            ),
            _c("resolved_to", "string?", "Of a conflict: the observation that the facts follow"),
            _c("met", "bool?", "Of a target or standard: whether the actual value meets it"),
            _c("note", "string", "The relation in words"),
        ),
        ("relation_id",),
        ("relation", "relation_id"),
        (ForeignKey("observation_ids", "observations"), ForeignKey("resolved_to", "observations")),
    ),
    Table(
        "facts",
        "What most readers want: one row per place, indicator, level and period, repeats merged and conflicts resolved.",
        (
            _c("fact_id", "string", "Hash of place, indicator, level, population and period"),
            *_REGION,
            _c("indicator", "string", "Code of the catalogue (table indicators)"),
            _LEVEL,
            *_PERIOD,
            _c("value", "float64", "The value in base units", unit="see column unit"),
            _c("unit", "string", "Canonical unit (table units)"),
            _c("comparator", "string", "How the printed number bounds the value", values=COMPARATORS),
            _c("evidence", "list<string>", "The observations that state it"),
            _c("n_documents", "int32", "How many documents state it", unit="documents"),
            _c(
                "quality",
                "string",
                "ok; doubtful (a warning or error stands against it); conflicting; corrected",
                values=QUALITIES,
            ),
            _c("flags", "list<string>", "Codes of the findings about its evidence"),
        ),
        ("fact_id",),
        ("region_code", "region_name", "indicator", "education_level", "period_end", "period_start", "fact_id"),
        (
            ForeignKey("indicator", "indicators"),
            ForeignKey("evidence", "observations"),
            ForeignKey("region_code", "regions"),
            ForeignKey("unit", "units"),
        ),
    ),
    Table(
        "audits",
        "Arithmetic that the documents state or imply, recomputed.",
        (
            _c("audit_id", "string", "Hash of the numbers it joins and its kind"),
            _DOCUMENT_ID,
            _ARTICLE_ID,
            _c("kind", "string", "What was recomputed", values=AUDIT_KINDS),
            _c(
                "claim_quantity_id",
                "string?",
                "The number that the document gives as the result; null when only implied",
            ),
            _c("operand_quantity_ids", "list<string>", "The numbers it is recomputed from"),
            _c("claimed", "float64?", "The result as printed"),
            _c("computed", "float64", "The result as recomputed"),
            _c("tolerance", "float64", "How far apart the two may lie, from the printed digits"),
            _c("verdict", "string", "Whether they agree; implied when the result is not printed", values=VERDICTS),
            _c("explanation", "string?", "The one change that would make it fit"),
            _c("sentence", "string", "The sentence that states it"),
        ),
        ("audit_id",),
        ("document_id", "article_id", "audit_id"),
        (
            ForeignKey("article_id", "articles"),
            ForeignKey("claim_quantity_id", "quantities"),
            ForeignKey("operand_quantity_ids", "quantities"),
        ),
    ),
    Table(
        "findings",
        "What the quality layer has to say, one row per complaint.",
        (
            _c("finding_id", "string", "Hash of the check and the row or place it is about"),
            _c("check", "string", "Code of the check"),
            _c(
                "severity",
                "string",
                "info; warning: a person should look; error: not to be trusted as it stands",
                values=SEVERITIES,
            ),
            _c("table_name", "string", "The table it is about"),
            _c("row_id", "string?", "Key of the row it is about"),
            _c("document_id", "string?", "The document it is about"),
            _c("source", "string?", "The file it is about"),
            _c("start", "int64?", "First character it is about", unit="characters"),
            _c("end", "int64?", "One past the last character", unit="characters"),
            _c("message", "string", "The complaint in words"),
            _c("expected", "string?", "What would not have been complained of"),
            _c("found", "string?", "What was met"),
        ),
        ("finding_id",),
        ("severity", "check", "source", "start", "finding_id"),
    ),
    Table(
        "quarantine",
        "Rows that may not be published as facts, whole, with every reason.",
        (
            _c("quarantine_id", "string", "Hash of table and row"),
            _c("table_name", "string", "The table the row would have stood in"),
            _c("row_id", "string", "Its key there"),
            _c("row", "string", "The whole row as JSON"),
            _c("reasons", "list<string>", "Every rule that it breaks, in words"),
            _c("document_id", "string?", "The document it was read from"),
        ),
        ("quarantine_id",),
        ("table_name", "row_id", "quarantine_id"),
    ),
    Table(
        "indicators",
        "The catalogue of indicators: codes, names, definitions with their source, units and bounds.",
        (
            _c("indicator", "string", "Code"),
            _c("name_zh", "string", "Name in Chinese"),
            _c("name_en", "string", "Name in English"),
            _c("indicator_group", "string", "Group that summaries count by"),
            _c("definition", "string", "What is measured"),
            _c("definition_source", "string", "Where the definition comes from"),
            _c("unit", "string", "Canonical unit of its level"),
            _c("units_allowed", "list<string>", "Units that its level may carry"),
            _c("accounting", "string", "How it behaves in time", values=("stock", "flow", "rate")),
            _c("soft_min", "float64?", "A value below is published with a finding", unit="see column unit"),
            _c("soft_max", "float64?", "A value above is published with a finding", unit="see column unit"),
            _c("hard_min", "float64?", "A value below is quarantined", unit="see column unit"),
            _c("hard_max", "float64?", "A value above is quarantined", unit="see column unit"),
            _c(
                "over_100",
                "string",
                "What a level over 100 % means",
                values=("expected", "doubtful", "impossible", "not_applicable"),
            ),
            _c("bounds_source", "string?", "Why these bounds"),
            _c("aliases", "list<string>", "Words that documents use for it"),
        ),
        ("indicator",),
        ("indicator",),
        (ForeignKey("unit", "units"),),
    ),
    Table(
        "education_levels",
        "Levels of education, with their place in ISCED 2011.",
        (
            _c("education_level", "string", "Code"),
            _c("name_zh", "string", "Name in Chinese"),
            _c("name_en", "string", "Name in English"),
            _c("isced_2011", "list<string>", "ISCED 2011 levels that it covers"),
            _c("description", "string", "What it covers in China"),
        ),
        ("education_level",),
        ("education_level",),
    ),
    Table(
        "units",
        "Canonical units, with their dimension.",
        (
            _c("unit", "string", "Code"),
            _c("name_zh", "string", "Name in Chinese"),
            _c("name_en", "string", "Name in English"),
            _c("dimension", "string", "What it measures"),
        ),
        ("unit",),
        ("unit",),
    ),
    Table(
        "regions",
        "Administrative divisions of China by GB/T 2260 code, with the time they were valid.",
        (
            _c("region_code", "string", "GB/T 2260 code, six digits"),
            _c("name", "string", "Full official name"),
            _c("level", "string", "Rank of the division", values=("country", "province", "prefecture", "county")),
            _c("parent_code", "string?", "Code of the division it belongs to"),
            _c("valid_from", "date32?", "First day of validity; null when before the list begins"),
            _c("valid_to", "date32?", "Last day of validity; null while it stands"),
            _c("successor_code", "string?", "Code of the division that took its place"),
        ),
        ("region_code",),
        ("region_code",),
        (ForeignKey("parent_code", "regions"),),
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in _TABLES}
PUBLISHED: tuple[Table, ...] = tuple(table for table in _TABLES if table.published)
