"""Which place a stub means where the paper's own place has the same short name.

What belongs here: what the other rows of a table tell about one row's place.  What does not: places in a stub or header
alone (grids), and names in running text (language.places).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from edu_pipeline.indicators.grid_cells import Cell
from edu_pipeline.language import gazetteer
from edu_pipeline.language.places import Region

_LEAST = 2
"""So many counties of the paper's place among the rows tell that the table lists them."""


def namesakes(rows: Sequence[Sequence[Cell]], home: Region | None, on: date | None) -> dict[str, Region]:
    """文山 among rows of the counties of 文山州 is 文山市, unless a row names that in full as well."""
    if home is None or home.code is None:
        return {}
    stubs = {row[0].text for row in rows if row}
    own = set(gazetteer.short_forms(home.name)) & stubs
    if not own:
        return {}
    below = {stub: found for stub in stubs if (found := _counties(stub, home.code, on))}
    if len(below.keys() - own) < _LEAST:
        return {}
    meant = {stub: gazetteer.region(below[stub][0], on) for stub in own & below.keys() if len(below[stub]) == 1}
    return {stub: place for stub, place in meant.items() if place.name not in stubs}


def _counties(stub: str, home: str, on: date | None) -> list[str]:
    """The divisions within a place that a name may mean on a day."""
    codes = (name.code for name in gazetteer.names().get(stub, ()))
    return [code for code in codes if home in gazetteer.chain(code)[1:] and gazetteer.known(code).stood(on)]
