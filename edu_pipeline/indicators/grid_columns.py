"""What a table's headers say of the figures or stubs below them by the place where they stand.

What belongs here: towns without the word of their sort, areas that schools are grouped by, and which of a caption's units a column is in by its place.  What
does not: the rows (grid_layout), single words (grid_words), units that a word tells (grid_sentences).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edu_pipeline.indicators.grid_words import counts, growth, only_level, period_in, unit_in
from edu_pipeline.language.units import canonical, of_column

_TOWNS = re.compile(
    r"(?:(?P<sort>街道|镇|乡)|(?:各|所[在属])?(?:镇街|乡镇|镇乡|街镇|[乡镇][(（、/]?(?:镇|乡|街道)[)）]?|乡镇[(（、/]?街道[)）]?|街道[(（、/]?乡?镇[)）]?))(?:名称|别)?"
)
"""What heads a column of towns and streets."""
_BARE_TOWN = re.compile(
    "(?!其[他它]|[区市县]直|直属|[城农]|中心|公办|民办|普惠|平均|本级)[一-鿿]{2,5}(?<![区县市园镇乡旗道木校计数])"
)


_AREAS = re.compile("各?(?P<sort>(?:教育)?学区|教研片区|片区|(?:督学)?责任区|教育集团)(?:名称|别)?")
"""What heads a column of the areas that a county groups its schools by."""


def town_under(above: str, name: str) -> str:
    """The town that a stub is by its column (大良 under 街道 is 大良街道; under 镇街 its sort is not told), or the area
    (城关学区 under 学区), or nothing."""
    if (areas := _AREAS.fullmatch(above)) and name.endswith(areas["sort"]) and name != areas["sort"]:
        return name
    towns = areas or _TOWNS.fullmatch(above)
    if towns is None or not _BARE_TOWN.fullmatch(name) or counts(name):
        return ""
    return name + (towns["sort"] or "")


def in_place(headers: Sequence[str], units: Sequence[str], stubs: Sequence[str]) -> bool:
    """单位：所、人 over as many columns: whether each may be in the unit of its place, and not all tell it themselves."""
    if len(headers) != len(units) or len(headers) < 2 or any(period_in(h) or growth(h) for h in headers):
        return False
    if any(counts(stub) and not only_level(stub) for stub in stubs) or sum(map(only_level, headers)) > 1:
        return False  # 小学 | 初中 are counted in one unit
    told = [unit_in(header) or of_column(header) or "" for header in headers]
    pairs = zip(told, units, strict=True)
    return not all(told) and all(one in ("", canonical(unit)) for one, unit in pairs)
