"""Tables made of pieces: merged out of an earlier one they are the same bytes.

What belongs here: warehouse.merging, table by table.  What does not: whole runs (tests/test_one_more).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from in_pieces import PARTS, Rows, complaint, complaints, stage

from edu_pipeline.warehouse.cache import FOLDER
from edu_pipeline.warehouse.pieces import Entry
from edu_pipeline.warehouse.staging import Staged

CHANGES: dict[str, list[Rows]] = {
    "nothing": PARTS,
    "one part more": [*PARTS[:7], complaints(900, 901, 902), *PARTS[7:]],
    "one part less": [*PARTS[:3], *PARTS[4:]],
    "rows of a part": [PARTS[0], complaints(5, 6, 903), *PARTS[2:]],
    "all at the end": [*PARTS, [complaint(904, None, severity="warning"), complaint(905, "z.txt", severity="info")]],
    "an empty part": [*PARTS, []],
    "another order": PARTS[::-1],
    "a part twice": [*PARTS, PARTS[4]],
    "a row that another part has too": [*PARTS[:5], complaints(*range(25, 31)), *PARTS[6:]],
    "nothing left": [[]],
}


@pytest.mark.parametrize("rows_at_a_time", [7, 10**6])
@pytest.mark.parametrize("change", CHANGES)
def test_a_merged_table_is_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, rows_at_a_time: int
) -> None:
    monkeypatch.setattr(Staged.batches, "__defaults__", (rows_at_a_time, None))
    stage(tmp_path / "warm", 1, "findings", PARTS)
    warm = stage(tmp_path / "warm", 2, "findings", CHANGES[change])
    cold = stage(tmp_path / "cold", 2, "findings", CHANGES[change])
    assert warm.path("findings").read_bytes() == cold.path("findings").read_bytes()
    assert warm.digest("findings") == cold.digest("findings")


def test_what_the_earlier_table_has_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage(tmp_path, 1, "findings", PARTS)
    opened: list[str] = []
    table = Entry.table
    monkeypatch.setattr(Entry, "table", lambda entry, name: opened.append(entry.key) or table(entry, name))
    stage(tmp_path, 2, "findings", [*PARTS, complaints(900)])
    assert len(opened) == 1


@pytest.mark.parametrize("harm", ["entries", "file", "program"])
def test_without_the_earlier_table_all_pieces_are_sorted(tmp_path: Path, harm: str) -> None:
    before = stage(tmp_path / "warm", 1, "findings", PARTS)
    if harm == "entries":
        shutil.rmtree(tmp_path / "warm" / FOLDER)
    elif harm == "file":
        before.write("findings", before.read("findings").slice(3))
    else:
        (before.folder / "input.json").write_text('{"code": "another"}', encoding="utf-8")
    warm = stage(tmp_path / "warm", 2, "findings", PARTS[1:])
    cold = stage(tmp_path / "cold", 2, "findings", PARTS[1:])
    assert warm.path("findings").read_bytes() == cold.path("findings").read_bytes()
