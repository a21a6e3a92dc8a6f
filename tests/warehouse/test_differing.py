"""What may differ between a table of two releases: warehouse.differing leaves out the same rows of both.

What belongs here: which rows are held against each other.  What does not: what is made of them (test_patching, report).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from in_pieces import PARTS, complaints, stage
from laid_out import joined, quantity

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import differing, duck
from edu_pipeline.warehouse.cache import FOLDER

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


@pytest.mark.parametrize("harm", ["", "cache", "copy", "program", "table", "many"])
def test_of_a_staged_table_only_the_pieces_that_differ_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    """Else all rows, where the pieces cannot be had, or are not known to be those of the release before."""
    before = stage(tmp_path, 1, "findings", PARTS)
    old = tmp_path / "findings.parquet"
    (shutil.copyfile if harm == "copy" else os.link)(before.path("findings"), old)
    after = stage(tmp_path, 2, "findings", [*PARTS[:7], complaints(900, 901, 902), [], *PARTS[8:]])
    new = after.path("findings")
    if harm == "cache":
        shutil.rmtree(tmp_path / FOLDER)
    elif harm == "program":
        (before.folder / "input.json").write_text('{"code": "another"}', encoding="utf-8")
    elif harm == "table":
        before.path("findings").with_suffix(".pieces").write_text("[]", encoding="utf-8")
    elif harm == "many":
        monkeypatch.setattr(differing, "MOST_ROWS", 4)  # five are gone
    with duck.connection(tmp_path / "spill") as con:
        was, now = differing.rows(con, TABLES["findings"], old, new)
        held = [con.execute(f"SELECT count(*) FROM {one}").fetchall()[0][0] for one in (was, now)]
        alone = [
            {row[0] for row in con.execute(f"FROM (SELECT finding_id FROM {a}) EXCEPT (SELECT finding_id FROM {b})").fetchall()}
            for a, b in ((was, now), (now, was))
        ]  # fmt: skip
    assert held == ([200, 198] if harm else [5, 3])
    assert alone == [{f"{n:016x}" for n in range(35, 40)}, {f"{n:016x}" for n in (900, 901, 902)}]
