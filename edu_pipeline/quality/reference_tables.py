"""The reference tables of a release: indicators, education_levels, units, regions.

What belongs here: the catalogue and the divisions as rows of code_tables.py.  What does not: reading and checking those
files (indicators.catalogue, language.gazetteer), and judging a value by them.
"""

from __future__ import annotations

import pyarrow as pa

from edu_pipeline.indicators import catalogue as reference
from edu_pipeline.language import gazetteer
from edu_pipeline.tables import TABLES


def indicators() -> pa.Table:
    """Table `indicators`: one row per code of the catalogue, bounds in its unit, aliases as plain strings."""
    return TABLES["indicators"].from_rows(
        {
            "indicator": i.code,
            "name_zh": i.name_zh,
            "name_en": i.name_en,
            "indicator_group": i.group,
            "definition": i.definition,
            "definition_source": i.definition_source,
            "unit": i.unit,
            "units_allowed": list(i.units_allowed),
            "accounting": i.accounting,
            "soft_min": i.soft_min,
            "soft_max": i.soft_max,
            "hard_min": i.hard_min,
            "hard_max": i.hard_max,
            "over_100": i.over_100,
            "bounds_source": i.bounds_source,
            "aliases": [a.text for a in i.aliases],
        }
        for i in reference.catalogue()
    )


def education_levels() -> pa.Table:
    """Table `education_levels`: the vocabulary of schema.LEVELS with ISCED 2011."""
    return TABLES["education_levels"].from_rows(
        {
            "education_level": level.code,
            "name_zh": level.name_zh,
            "name_en": level.name_en,
            "isced_2011": list(level.isced_2011),
            "description": level.description,
        }
        for level in reference.levels().values()
    )


def units() -> pa.Table:
    """Table `units`: the canonical units."""
    return TABLES["units"].from_rows(
        {"unit": u.code, "name_zh": u.name_zh, "name_en": u.name_en, "dimension": u.dimension}
        for u in reference.units().values()
    )


def regions() -> pa.Table:
    """Table `regions`: administrative divisions by GB/T 2260 code."""
    return TABLES["regions"].from_rows(gazetteer.divisions())
