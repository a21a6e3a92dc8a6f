"""Every published column, written down once.

What belongs here: the tables of a release that documents fill, their columns (type, nullability, unit, vocabulary,
meaning), their keys and foreign keys, the staged tables that lead to them, and `TABLES`, which has all of a release.  The
Arrow schemas, the pandera schemas (quality), Dagster's column schemas (definitions), the DuckDB comments and
datapackage.json (warehouse) are derived from it where they are used.

What does not: the tables of codes (code_tables.py), what a table is described with (schema.py), rules about values that
need the catalogue (quality), and anything that reads or writes files.
"""

from __future__ import annotations

from edu_pipeline.code_tables import CODE_TABLES
from edu_pipeline.schema import (
    AUDIT_KINDS,
    COMPARATORS,
    KINDS,
    LEVELS,
    MEASURES,
    NATURES,
    PERIOD_BASES,
    QUALITIES,
    RELATIONS,
    SEVERITIES,
    STATUSES,
    VERDICTS,
    ForeignKey,
    Table,
    column,
)

_SPAN = (
    column("start", "int64", "First character, counted in Unicode code points of documents.text", unit="characters"),
    column("end", "int64", "One past the last character: text[start:end] is exactly what was read", unit="characters"),
)
_DOCUMENT_ID = column("document_id", "string", "The document: first 16 hex digits of the SHA-256 of its bytes")
_SOURCE = column("source", "string", "Path of the file below the sources folder, or the address it was fetched from")
_ARTICLE_ID = column("article_id", "string", "The article that the row stands in")
_REGION = (
    column(
        "region_code",
        "string?",
        "GB/T 2260 code as of the article's date; 100000 for 全国; null where there is no code",
    ),
    column("region_name", "string?", "Full official name of the place; as printed where there is no code"),
)
_LEVEL = column(
    "education_level", "string", "Level of education that the number is about (table education_levels)", values=LEVELS
)
_PERIOD = (
    column("period_start", "date32?", "First day of the period; null with an end means up to then"),
    column("period_end", "date32?", "Last day of the period, inclusive; a point in time has the same date twice"),
)

_OBSERVATION = (
    column(
        "observation_id",
        "string",
        "Hash of document, the quantity's span and the ordinal within it: stable when the reading improves",
    ),
    column("quantity_id", "string", "The number that the statistic was read from"),
    _DOCUMENT_ID,
    _SOURCE,
    _ARTICLE_ID,
    *_SPAN,
    *_REGION,
    column("indicator", "string?", "Code of the catalogue (table indicators); null when none fits"),
    column("label", "string", "The indicator in the words of the text"),
    _LEVEL,
    column(
        "measure",
        "string",
        "level: the indicator's own value; change: absolute change; growth: relative change in %; gap: distance to another value; rank",
        values=MEASURES,
    ),
    column("nature", "string", "actual: reported as a fact; target: required, planned or hoped for", values=NATURES),
    column(
        "comparator",
        "string",
        "How the printed number bounds the value: eq, ge, gt, le, lt, approx",
        values=COMPARATORS,
    ),
    column(
        "value",
        "float64",
        "The value in base units; a decrease and a distance below are negative",
        unit="see column unit",
    ),
    column("value_max", "float64?", "The upper end of a range", unit="see column unit"),
    column("unit", "string", "Canonical unit (table units)"),
    column(
        "value_text", "string?", "The numeral as printed, without its magnitude (万, 亿), which quantities.text has"
    ),
    column("unit_text", "string?", "The unit, as printed"),
    *_PERIOD,
    column(
        "period_basis",
        "string",
        "Where the period comes from: stated beside the number, the document's date, inherited from before, the registry, unknown",
        values=PERIOD_BASES,
    ),
    column("sentence", "string", "The sentence that states it"),
    column("reference", "string?", "What a change or gap is measured against (上年, 全省, 全国, 省定标准)"),
)

_TABLES = (
    Table(
        "documents",
        "One row per source file that the pipeline met, also of those it could not read.",
        (
            _SOURCE,
            _DOCUMENT_ID,
            column(
                "sha256",
                "string",
                "SHA-256 of the file's bytes, in hexadecimal; of a file that could not be opened, of words with its name",
            ),
            column(
                "media_type",
                "string",
                "What the bytes are (text/plain), as far as they or the name tell; else application/octet-stream",
            ),
            column("reader", "string", "The reader that turned bytes into text, with its version"),
            column("byte_size", "int64", "Size of the file", unit="bytes"),
            column("encoding", "string?", "Character encoding, of text formats"),
            column("title", "string?", "Title, as the document states it"),
            column("publisher", "string?", "Who published it, as the document states it"),
            column("document_number", "string?", "Number of an official paper (发文字号)"),
            column("published_on", "date32?", "Day of publication (发布日期), as the document states it"),
            column("rights", "string?", "A notice that forbids or limits redistribution"),
            column(
                "text", "large_string?", "Everything that was read, in reading order; null only when reading failed"
            ),
            column("status", "string", "ok; duplicate of a source with the same bytes; failed", values=STATUSES),
            column("error", "string?", "Why reading failed, and what a person can do"),
            column(
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
            column("ordinal", "int32", "Position within the document, from 0"),
            column("title", "string?", "Title, as printed"),
            *_REGION,
            column(
                "dated_on", "date32?", "Date under the title or signed, else of publication; null when there is none"
            ),
            *_SPAN,
            column("duplicate_of", "string?", "The article whose body this one repeats"),
            column("complete", "bool", "False when the article breaks off"),
        ),
        ("article_id",),
        ("document_id", "ordinal"),
        (ForeignKey("duplicate_of", "articles"),),
    ),
    Table(
        "quantities",
        "Every number of every document, each accounted for: what kind it is, and why.",
        (
            column("quantity_id", "string", "Hash of document and span"),
            _DOCUMENT_ID,
            _SOURCE,
            _ARTICLE_ID,
            *_SPAN,
            column("text", "string", "The numeral with magnitude and unit, as printed, without its comparator"),
            column("kind", "string", "What the number is; only observation and target state a statistic", values=KINDS),
            column("value", "float64?", "Its value in base units"),
            column("value_max", "float64?", "The upper end of a range"),
            column("unit", "string?", "Canonical unit (table units)"),
            column("unit_text", "string?", "The unit, as printed"),
            column("comparator", "string?", "How the printed number bounds the value", values=COMPARATORS),
            column("reason", "string", "Why the number is of this kind, by the rule that decided"),
            column("page", "int32?", "Page of the PDF or scan that it stands on, from 1"),
            column(
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
        (*_OBSERVATION, column("flags", "list<string>", "Codes of the findings about this row (findings.check)")),
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
            column("relation_id", "string", "Hash of the relation and the observations it joins"),
            column("relation", "string", "How the statements relate", values=RELATIONS),
            column("observation_ids", "list<string>", "The observations it joins"),
            column("standard_code", "string?", "The national standard that the value is held against"),
            column("rule", "string", "The rule that joined them"),
            column(
                "difference",
                "float64?",
                "Second value less the first, or actual less target",
                unit="as the observations",
            ),
            column("resolved_to", "string?", "Of a conflict: the observation that the facts follow"),
            column("met", "bool?", "Of a target or standard: whether the actual value meets it"),
            column("note", "string", "The relation in words"),
        ),
        ("relation_id",),
        ("relation", "relation_id"),
        (ForeignKey("observation_ids", "observations"), ForeignKey("resolved_to", "observations")),
    ),
    Table(
        "facts",
        "What most readers want: one row per place, indicator, level, population, other words, unit, period and, where that is not known, article, repeats merged and conflicts resolved; several only where nothing tells their values apart (flag several_values).",
        (
            column(
                "fact_id",
                "string",
                "Hash of what there is one row for (above), not of value, evidence or bytes; where there are several, of the label too, and where labels are alike, of the value",
            ),
            *_REGION,
            column("indicator", "string", "Code of the catalogue (table indicators)"),
            _LEVEL,
            *_PERIOD,
            column("value", "float64", "The value in base units", unit="see column unit"),
            column("unit", "string", "Canonical unit (table units)"),
            column("comparator", "string", "How the printed number bounds the value", values=COMPARATORS),
            column("evidence", "list<string>", "The observations that state it"),
            column("n_documents", "int32", "How many documents state it", unit="documents"),
            column(
                "quality",
                "string",
                "ok; doubtful (a warning or error stands against it, and flags names it); conflicting; corrected",
                values=QUALITIES,
            ),
            column("flags", "list<string>", "Codes of the findings about its evidence"),
            column("label", "string", "The indicator in the words of the text, as its exactest statement has them"),
            column(
                "population",
                "string?",
                "Words of the label that set a part apart (民办, 省级, 研究生); null when no known word does",
            ),
            column(
                "other_words",
                "string?",
                "The other words of the label by which facts stay apart: kinds that the indicator's own name holds too (完工 of a completion rate), and what no list knows; null when there are none",
            ),
            column(
                "source",
                "string?",
                "Of a fact of unknown time: the file whose article states it; null where it is known",
            ),
            column("article", "int32?", "Of a fact of unknown time: the ordinal of that article (articles.ordinal)"),
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
            column("audit_id", "string", "Hash of the numbers it joins and its kind"),
            _DOCUMENT_ID,
            _ARTICLE_ID,
            column("kind", "string", "What was recomputed", values=AUDIT_KINDS),
            column(
                "claim_quantity_id",
                "string?",
                "The number that the document gives as the result; null when only implied",
            ),
            column("operand_quantity_ids", "list<string>", "The numbers it is recomputed from"),
            column("claimed", "float64?", "The result as printed"),
            column("computed", "float64", "The result as recomputed"),
            column("tolerance", "float64", "How far apart the two may lie, from the printed digits"),
            column("verdict", "string", "Whether they agree; implied when the result is not printed", values=VERDICTS),
            column("explanation", "string?", "The one change that would make it fit"),
            column("sentence", "string", "The sentence that states it"),
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
            column("finding_id", "string", "Hash of the check and the row or place it is about"),
            column("check", "string", "Code of the check"),
            column(
                "severity",
                "string",
                "info; warning: a person should look; error: not to be trusted as it stands",
                values=SEVERITIES,
            ),
            column("table_name", "string", "The table it is about"),
            column("row_id", "string?", "Key of the row it is about"),
            column("document_id", "string?", "The document it is about"),
            column("source", "string?", "The file it is about"),
            column("start", "int64?", "First character it is about", unit="characters"),
            column("end", "int64?", "One past the last character", unit="characters"),
            column("message", "string", "The complaint in words"),
            column("expected", "string?", "What would not have been complained of"),
            column("found", "string?", "What was met"),
        ),
        ("finding_id",),
        ("severity", "check", "source", "start", "finding_id"),
    ),
    Table(
        "quarantine",
        "Rows that may not be published as facts, whole, with every reason.",
        (
            column("quarantine_id", "string", "Hash of table and row"),
            column("table_name", "string", "The table the row would have stood in"),
            column("row_id", "string", "Its key there"),
            column("row", "string", "The whole row as JSON"),
            column("reasons", "list<string>", "Every rule that it breaks, in words"),
            column("document_id", "string?", "The document it was read from"),
        ),
        ("quarantine_id",),
        ("table_name", "row_id", "quarantine_id"),
    ),
    *CODE_TABLES,
)

TABLES: dict[str, Table] = {table.name: table for table in _TABLES}
PUBLISHED: tuple[Table, ...] = tuple(table for table in _TABLES if table.published)
