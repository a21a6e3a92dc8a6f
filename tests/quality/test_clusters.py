"""Statements by value: the quick way gives what comparing each with each gives, and many values are told in few words."""

from datetime import date
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_pipeline.quality.clusters import Cluster, by_value
from edu_pipeline.quality.finding_rows import few, finding
from edu_pipeline.quality.statements import Statement, statements
from edu_pipeline.tables import TABLES

DAY = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31), "period_basis": "stated"}


def told(number: int, value: float, digits: int, comparator: str, unit: str) -> dict[str, Any]:
    code = {"%": "retention_rate", "institution": "institutions"}[unit]
    return {
        "observation_id": f"o{number:03}", "quantity_id": f"q{number}", "document_id": "d1", "source": "a.txt", "article_id": "a1",
        "start": number, "end": number + 1, "region_name": "泽安市", "indicator": code, "label": "学校", "education_level": "all",
        "measure": "level", "nature": "actual", "comparator": comparator, "value": value, "unit": unit,
        "value_text": f"{value:.{digits}f}", "unit_text": unit, "sentence": "", **DAY,
    }  # fmt: skip


def compared_with_each(members: list[Statement]) -> list[Cluster]:
    clusters: list[Cluster] = []
    for s in sorted(members, key=lambda s: (s.row["comparator"] != "eq", -s.digits, s.order)):
        home = next((c for c in clusters if c[0].same_value(s)), None)
        if home is None:
            clusters.append([s])
        else:
            home.append(s)
    return clusters


VALUES = st.tuples(
    st.one_of(st.integers(0, 1200).map(lambda n: n / 100), st.integers(-3, 300).map(float), st.floats(0, 1e6)),
    st.integers(0, 2),
    st.sampled_from(["eq", "eq", "ge", "gt", "le", "lt", "approx"]),
)


@settings(max_examples=150)
@given(st.lists(VALUES, max_size=25), st.sampled_from(["%", "institution"]))
def test_the_quick_way_gives_the_same_clusters(values: list[tuple[float, int, str]], unit: str) -> None:
    rows = [told(n, round(v, digits), digits, c, unit) for n, (v, digits, c) in enumerate(values)]
    empty: pa.Table = TABLES["articles"].from_rows([])
    found = statements(TABLES["observations_sound"].from_rows(rows), empty)
    assert by_value(found) == compared_with_each(found)


def test_few_words_for_many() -> None:
    assert few(["a"]) == "a" and few(list("abcdef")) == "a and b and c and d and e and f"
    assert few([str(n) for n in range(748)]) == "0, 1, 2, 3, 4 and 743 more (748 in all)"


def test_a_message_has_an_end() -> None:
    lengths = [len(finding("conflict", "facts", "f", "x" * size)["message"]) for size in (2_000, 20_000, 200_000)]
    assert lengths[0] == 2_000 and lengths[1] == lengths[2] < 2_100
