"""What may differ between a table of two releases: warehouse.differing leaves out the same rows of both.

What belongs here: which rows are held against each other.  What does not: what is made of them (test_patching, report).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from laid_out import joined, quantity

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import differing, duck

NAME = "quantities"


def of(documents: Sequence[int]) -> list[pa.Table]:
    """A part of one row for each document."""
    return [TABLES[NAME].from_rows([quantity(document, 0, "1")]) for document in documents]


@pytest.mark.parametrize("most", [1, 64])
@pytest.mark.parametrize(
    ("before", "after"),
    [(range(8), range(10)), (range(10), range(8)), (range(8), range(3, 12))],
)
def test_rows_are_new_or_gone_however_many_groups_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, before: range, after: range
) -> None:
    monkeypatch.setattr(differing, "MOST_GROUPS", most)
    old, new = joined(tmp_path / "old.parquet", of(before)), joined(tmp_path / "new.parquet", of(after))
    with duck.connection(tmp_path / "spill") as con:
        was, now = differing.rows(con, TABLES[NAME], old, new)
        found = con.execute(
            f"SELECT o.quantity_id, n.quantity_id FROM {was} o FULL JOIN {now} n USING (quantity_id) "
            "WHERE o.quantity_id IS NULL OR n.quantity_id IS NULL"
        ).fetchall()
    gone, come = {o for o, _ in found if o}, {n for _, n in found if n}
    assert gone == {f"{d:04}-0000" for d in set(before) - set(after)}
    assert come == {f"{d:04}-0000" for d in set(after) - set(before)}
