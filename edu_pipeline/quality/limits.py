"""What a value of an indicator may be: units that fit (indicators.fitting), and hard and soft bounds, for whole columns at once.

What belongs here: the catalogue turned into look-ups over Arrow columns.  What does not: what follows from a value out
of bounds (contract_rules quarantines, bounds complains), and the bounds themselves (reference/catalogue.yaml).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.indicators import fitting
from edu_pipeline.indicators.catalogue import catalogue, units
from edu_pipeline.quality.finding_rows import doubts

Columns = Callable[[str], "pa.ChunkedArray | pa.Array"]
"""A table by column name."""


def unit_fits(columns: Columns) -> np.ndarray:
    """`fitting.unit_fit` of every row, int8; null measures and units count as USUAL, since the contract complains of them."""
    parts = [pc.fill_null(columns(name), "") for name in ("indicator", "measure", "unit")]
    joined = _flat(pc.binary_join_element_wise(*parts, "\t")).dictionary_encode()
    fits = []
    for key in joined.dictionary.to_pylist():
        code, measure, unit = key.split("\t")
        fits.append(fitting.unit_fit(code or None, measure, unit) if measure and unit else fitting.USUAL)
    return np.array([*fits, fitting.USUAL], dtype=np.int8)[joined.indices.to_numpy(zero_copy_only=False)]


@dataclass(frozen=True)
class _Lookup:
    """The catalogue as arrays; the last element of each stands for no indicator."""

    codes: pa.Array
    hard_min: np.ndarray
    hard_max: np.ndarray
    percent: np.ndarray


@cache
def _lookup() -> _Lookup:
    found = list(catalogue())

    def column(values: list[float | None]) -> np.ndarray:
        return np.array([*values, None], dtype=np.float64)

    return _Lookup(
        pa.array([i.code for i in found]),
        column([i.hard_min for i in found]),
        column([i.hard_max for i in found]),
        np.array([*(i.unit == "%" for i in found), False]),
    )


def hard_bounds(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest possible value of every row, NaN where there is no bound.

    level: the catalogue's bounds, in units of its kind, and where no indicator is known not below none for what is
    counted; change and gap of a rate: as far apart as those bounds lie;
    growth of what cannot be negative: not below -100 %; rank: from 1.
    """
    lookup = _lookup()
    at = _positions(columns("indicator"), lookup.codes)
    measure, unit = _flat(columns("measure")), _flat(columns("unit"))
    low, high = lookup.hard_min[at], lookup.hard_max[at]
    percent = lookup.percent[at]
    shares = _is_in(unit, ("%", "pp"))
    bounded = _is_in(measure, ("level",)) & (_is_in(unit, ("%",)) == percent) & ~_is_in(unit, ("other",))
    apart = _is_in(measure, ("change", "gap")) & shares & percent
    growth = _is_in(measure, ("growth",)) & _is_in(unit, ("%",)) & (low >= 0)
    span = high - low
    counted = _is_in(measure, ("level",)) & _is_in(unit, _countable()) & np.isnan(low)
    lowest = np.select([bounded, apart, growth, _is_in(measure, ("rank",))], [low, -span, -100.0, 1.0], np.nan)
    highest = np.select([bounded, apart], [high, span], np.nan)
    return np.where(counted & np.isnan(lowest), 0.0, lowest), highest


@cache
def _countable() -> tuple[str, ...]:
    """Units of what there cannot be less than none of, whatever the indicator: persons, schools, yuan, square metres."""
    kinds = fitting.MONEY | fitting.AREA | fitting.PERSONS | fitting.PLACES | fitting.SCHOOLS
    return tuple(code for code, unit in units().items() if unit.dimension in kinds and code != "other")


def soft_bounds(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest usual value of every row at its level of education and for a place of its rank, NaN where there is
    none; measure level only."""
    names = ("indicator", "education_level", "measure", "unit")
    joined = _flat(
        pc.binary_join_element_wise(*[pc.fill_null(columns(name), "") for name in names], "\t")
    ).dictionary_encode()
    keys = [key.split("\t") for key in joined.dictionary.to_pylist()]
    found = [(*_soft(*key), 1.0 if _additive(key[0]) else 0.0) for key in keys]
    bounds = np.array([*found, (None, None, 0.0)], dtype=np.float64)[joined.indices.to_numpy(zero_copy_only=False)]
    shares = np.where(bounds[:, 2] > 0, _shares_of_country(columns("region_code")), 1.0)
    return bounds[:, 0], bounds[:, 1] * shares


def share_of_country(indicator: str, region_code: str | None) -> float:
    """How much of what is usual in the country one place can hold at most: less the lower its rank, for what adds up over places."""
    return _share(region_code or "") if _additive(indicator) else 1.0


def _additive(indicator: str) -> bool:
    """Whether the values of places add up to the country's at any time: pupils, teachers, schools.  What is built, paid or
    won over years may be bunched in one place."""
    found = catalogue().indicators.get(indicator)
    return found is not None and found.accounting == "stock" and found.unit in ("person", "institution")


def rank_of(region_code: str | None) -> str | None:
    """province, prefecture or county, as a code of six digits tells; None for the country, and without a code."""
    if not region_code or region_code == "100000":
        return None
    return "province" if region_code.endswith("0000") else "prefecture" if region_code.endswith("00") else "county"


def _share(region_code: str) -> float:
    return float(doubts()["largest_share"].get(rank_of(region_code), 1.0))


def _shares_of_country(codes: pa.ChunkedArray | pa.Array) -> np.ndarray:
    encoded = _flat(pc.fill_null(codes, "")).dictionary_encode()
    shares = [_share(code) for code in encoded.dictionary.to_pylist()]
    return np.array([*shares, 1.0])[encoded.indices.to_numpy(zero_copy_only=False)]


def _soft(code: str, level: str, measure: str, unit: str) -> tuple[float | None, float | None]:
    indicator = catalogue().indicators.get(code)
    if indicator is None or measure != "level" or unit not in indicator.units_allowed:
        return None, None
    if (unit == "%") != (indicator.unit == "%"):
        return None, None
    return indicator.soft_bounds(level)


def outside(columns: Columns, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Rows whose value, or upper end of a range, lies outside; NaN bounds never do."""
    with np.errstate(invalid="ignore"):
        found = np.zeros(len(low), dtype=bool)
        for name in ("value", "value_max"):
            value = numbers(columns(name))
            found |= (value < low) | (value > high)
        return found


def numbers(column: pa.ChunkedArray | pa.Array) -> np.ndarray:
    """A numeric column as float64, null as NaN."""
    return np.asarray(_flat(column).cast(pa.float64()).to_numpy(zero_copy_only=False), dtype=np.float64)


def _flat(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _positions(column: pa.ChunkedArray | pa.Array, codes: pa.Array) -> np.ndarray:
    found = pc.index_in(_flat(column), value_set=codes)
    return np.asarray(pc.fill_null(found, len(codes)).to_numpy(zero_copy_only=False))


def _is_in(column: pa.Array, words: tuple[str, ...]) -> np.ndarray:
    return np.asarray(pc.is_in(column, value_set=pa.array(words)).to_numpy(zero_copy_only=False))
