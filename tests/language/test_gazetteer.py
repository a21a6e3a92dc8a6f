"""The list of administrative divisions: that it is whole, its changes, and the short forms of its names.

What belongs here: the list and its names.  What does not: mentions in text (test_places).
"""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.language import gazetteer
from edu_pipeline.tables import TABLES


def test_the_list_is_whole() -> None:
    rows = gazetteer.divisions()
    codes = {row["region_code"] for row in rows}
    assert len(codes) == len(rows)
    assert all(row["parent_code"] in codes for row in rows if row["level"] != "country")
    standing = [row["level"] for row in rows if row["valid_to"] is None]
    assert {level: standing.count(level) for level in set(standing)} == {
        "country": 1,
        "province": 34,
        "prefecture": 333,
        "county": 2847,
    }
    assert all(row["successor_code"] in codes for row in rows if row["successor_code"])
    assert all(row["successor_code"] for row in rows if row["valid_to"])


def test_rows_fit_the_published_table() -> None:
    regions = TABLES["regions"]
    table = regions.from_rows(gazetteer.divisions())
    assert table.num_rows == len(gazetteer.divisions())
    assert table.schema.names == [c.name for c in regions.columns]


@pytest.mark.parametrize(
    ("code", "name", "valid_from", "successor"),
    [
        ("653228", "和康县", date(2024, 12, 27), None),
        ("653229", "和安县", date(2024, 12, 27), None),
        ("371200", "莱芜市", None, "370100"),
        ("341400", "巢湖市", None, "340100"),
        ("110228", "密云县", None, "110118"),
        ("659013", "草湖市", date(2026, 4, 1), None),
    ],
)
def test_changes(code: str, name: str, valid_from: date | None, successor: str | None) -> None:
    found = gazetteer.division(code)
    assert found is not None
    assert (found.region.name, found.valid_from, found.successor_code) == (name, valid_from, successor)


def test_a_name_of_its_day() -> None:
    assert gazetteer.region("420600", date(2009, 5, 1)).name == "襄樊市"
    assert gazetteer.region("420600", date(2020, 5, 1)).name == "襄阳市"
    assert gazetteer.region("420600").name == "襄阳市"


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("道真仡佬族苗族自治县", ("道真自治县", "道真县", "道真")),
        ("东乡族自治县", ("东乡县", "东乡")),
        ("鄂伦春自治旗", ("鄂伦春旗", "鄂伦春")),
        ("三都水族自治县", ("三都自治县", "三都县", "三都")),
        ("阿里地区", ("阿里",)),
        ("环县", ()),
        ("芒市", ()),
        ("黔东南苗族侗族自治州", ("黔东南自治州", "黔东南州", "黔东南")),
        ("梅里斯达斡尔族区", ("梅里斯区", "梅里斯")),
        ("管城回族区", ("管城区", "管城")),
        ("白水县", ("白水",)),
    ],
)
def test_short_forms(full: str, short: tuple[str, ...]) -> None:
    assert gazetteer.short_forms(full) == short
