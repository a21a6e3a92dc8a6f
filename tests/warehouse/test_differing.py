"""What may differ between a table of two releases: warehouse.differing leaves out the same rows of both.

What belongs here: which rows are held against each other.  What does not: what is made of them (test_patching, report).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import differing, duck, row_groups

NAME = "quantities"


def laid_out(path: Path, documents: Sequence[int]) -> Path:
    with path.open("wb") as handle:
        joiner = row_groups.Joiner(NAME, handle)
        for document in documents:
            row = {
                "quantity_id": f"{document:04}", "document_id": "d", "source": f"{document:04}.txt", "article_id": "a",
                "start": 0, "end": 1, "text": "1", "kind": "noise", "reason": "r", "box": None,
            }  # fmt: skip
            joiner.add(row_groups.encode(NAME, TABLES[NAME].from_rows([row])))
        joiner.close()
    return path


@pytest.mark.parametrize("most", [1, 64])
@pytest.mark.parametrize(
    ("before", "after"),
    [(range(8), range(10)), (range(10), range(8)), (range(8), range(3, 12))],
)
def test_rows_are_new_or_gone_however_many_groups_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, before: range, after: range
) -> None:
    monkeypatch.setattr(differing, "MOST_GROUPS", most)
    old, new = laid_out(tmp_path / "old.parquet", before), laid_out(tmp_path / "new.parquet", after)
    with duck.connection(tmp_path / "spill") as con:
        was, now = differing.rows(con, TABLES[NAME], old, new)
        found = con.execute(
            f"SELECT o.quantity_id, n.quantity_id FROM {was} o FULL JOIN {now} n USING (quantity_id) "
            "WHERE o.quantity_id IS NULL OR n.quantity_id IS NULL"
        ).fetchall()
    gone, come = {o for o, _ in found if o}, {n for _, n in found if n}
    assert gone == {f"{d:04}" for d in set(before) - set(after)}
    assert come == {f"{d:04}" for d in set(after) - set(before)}
