"""The published tables of codes, which the reference files fill and the other tables point to.

What belongs here: the columns of indicators, education_levels, units and regions.  What does not: the tables that documents
fill, and all tables together (tables.py); the rows (quality.reference_tables).
"""

from __future__ import annotations

from edu_pipeline.schema import ForeignKey, Table, column

CODE_TABLES = (
    Table(
        "indicators",
        "The catalogue of indicators: codes, names, definitions with their source, units and bounds.",
        (
            column("indicator", "string", "Code"),
            column("name_zh", "string", "Name in Chinese"),
            column("name_en", "string", "Name in English"),
            column("indicator_group", "string", "Group that summaries count by"),
            column("definition", "string", "What is measured"),
            column("definition_source", "string", "Where the definition comes from"),
            column("unit", "string", "Canonical unit of its level"),
            column("units_allowed", "list<string>", "Units that its level may carry"),
            column("accounting", "string", "How it behaves in time", values=("stock", "flow", "rate")),
            column("soft_min", "float64?", "A value below is published with a finding", unit="see column unit"),
            column("soft_max", "float64?", "A value above is published with a finding", unit="see column unit"),
            column("hard_min", "float64?", "A value below is quarantined", unit="see column unit"),
            column("hard_max", "float64?", "A value above is quarantined", unit="see column unit"),
            column(
                "over_100",
                "string",
                "What a level over 100 % means",
                values=("expected", "doubtful", "impossible", "not_applicable"),
            ),
            column("bounds_source", "string?", "Why these bounds"),
            column("aliases", "list<string>", "Words that documents use for it"),
        ),
        ("indicator",),
        ("indicator",),
        (ForeignKey("unit", "units"),),
    ),
    Table(
        "education_levels",
        "Levels of education, with their place in ISCED 2011.",
        (
            column("education_level", "string", "Code"),
            column("name_zh", "string", "Name in Chinese"),
            column("name_en", "string", "Name in English"),
            column("isced_2011", "list<string>", "ISCED 2011 levels that it covers"),
            column("description", "string", "What it covers in China"),
        ),
        ("education_level",),
        ("education_level",),
    ),
    Table(
        "units",
        "Canonical units, with their dimension.",
        (
            column("unit", "string", "Code"),
            column("name_zh", "string", "Name in Chinese"),
            column("name_en", "string", "Name in English"),
            column("dimension", "string", "What it measures"),
        ),
        ("unit",),
        ("unit",),
    ),
    Table(
        "regions",
        "Administrative divisions of China by GB/T 2260 code, with the time they were valid.",
        (
            column("region_code", "string", "GB/T 2260 code, six digits"),
            column("name", "string", "Full official name"),
            column("level", "string", "Rank of the division", values=("country", "province", "prefecture", "county")),
            column("parent_code", "string?", "Code of the division it belongs to"),
            column("valid_from", "date32?", "First day of validity; null when before the list begins"),
            column("valid_to", "date32?", "Last day of validity; null while it stands"),
            column("successor_code", "string?", "Code of the division that took its place"),
        ),
        ("region_code",),
        ("region_code",),
        (ForeignKey("parent_code", "regions"),),
    ),
)
