"""Old releases: how long they stay, naming one, going back, and what differs between two."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from edu_pipeline import cli
from edu_pipeline.warehouse import compare, history, keeping, release
from edu_pipeline.warehouse.keeping import Keep, find, prune, roll_back
from edu_pipeline.warehouse.release import ReleaseMissing, open_release, publish, releases
from edu_pipeline.warehouse.staging import Staging

Rows = dict[str, list[dict[str, Any]]]
Stage = Callable[..., Staging]


@pytest.fixture(autouse=True)
def no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "verify", lambda *_: [])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the warehouse of five releases is kept once it was made."""
    return tmp_path_factory.mktemp("five") / "warehouse"


@pytest.fixture
def five(rows: Rows, stage: Stage, warehouse: Path, kept: Path) -> list[str]:
    """The ids of five releases, the last of them current."""
    if kept.exists():
        shutil.copytree(kept, warehouse, symlinks=True)
    else:
        for number in range(5):
            publish(stage(rows, limit=number))
        shutil.copytree(warehouse, kept, symlinks=True)
    return ids(warehouse)


def ids(warehouse: Path) -> list[str]:
    return [found.release_id for found in releases(warehouse)]


def later(days: float) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)


def command(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, ["releases", *arguments])


# ------------------------------------------------------------------------------------------------ pruning
def test_young_ones_stay_whatever_their_number(five: list[str], warehouse: Path) -> None:
    assert prune(warehouse, Keep(1, days=7)) == []
    assert prune(warehouse, Keep(1, days=7), later(6.9)) == []
    assert ids(warehouse) == five


def test_old_ones_go_but_for_the_newest(five: list[str], warehouse: Path) -> None:
    assert prune(warehouse, Keep(2, days=7), later(7.1)) == five[:3]
    assert ids(warehouse) == five[3:]
    assert not list(warehouse.glob("releases/*.tmp*"))


def test_the_current_one_stays_after_going_back_and_so_does_the_newest(five: list[str], warehouse: Path) -> None:
    roll_back(warehouse, "2")
    assert prune(warehouse, Keep(1, days=0), later(1)) == [five[0], five[2], five[3]]
    assert ids(warehouse) == [five[1], five[4]]


def test_age_counts_from_the_end_of_being_current(five: list[str], warehouse: Path, rows: Rows, stage: Stage) -> None:
    """A reader of a release that was current until a moment ago is not left without it, however old it is."""
    roll_back(warehouse, "1")
    lines = (warehouse / "history.jsonl").read_text().splitlines()
    old = [json.dumps({**json.loads(line), "at": "2020-01-01T00:00:00+00:00"}) for line in lines]
    (warehouse / "history.jsonl").write_text("\n".join(old) + "\n")
    publish(stage(rows, limit=9))
    assert prune(warehouse, Keep(1, days=7)) == five[1:]


def test_a_clock_that_went_back_removes_nothing(five: list[str], warehouse: Path) -> None:
    assert prune(warehouse, Keep(1, days=0), later(-400)) == []


def test_lines_and_releases_that_are_broken_are_passed_over(five: list[str], warehouse: Path) -> None:
    with (warehouse / "history.jsonl").open("ab") as handle:
        handle.write(b'{"at": "20')  # a process that was killed
    (warehouse / "releases" / five[0] / "release.json").write_text("{")
    roll_back(warehouse, "2")
    assert [entry.why for entry in history.entries(warehouse)][-2:] == ["published", "rolled back"]
    assert five[0] in prune(warehouse, Keep(1, days=7), later(8))  # its age is known from the history


def test_what_cannot_be_removed_waits(five: list[str], warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(keeping.os, "replace", refused)
    assert prune(warehouse, Keep(1, days=0), later(1)) == []
    assert ids(warehouse) == five


def test_who_reads_an_old_release_goes_on_reading(five: list[str], warehouse: Path) -> None:
    with find(warehouse, "1").connect() as connection:
        before = connection.execute("SELECT count(*) FROM quantities").fetchone()
        assert prune(warehouse, Keep(1, days=0), later(1)) == five[:4]
        assert connection.execute("SELECT count(*) FROM quantities").fetchone() == before


# ------------------------------------------------------------------------------------------------ naming, going back
def test_names_of_releases(five: list[str], warehouse: Path) -> None:
    for word, number in (("1", 0), ("000003", 2), (five[3], 3), (five[3][:12], 3), ("current", 4), ("previous", 3)):
        assert find(warehouse, word).release_id == five[number]
    for word in ("6", "0000", "000009-", "x"):
        with pytest.raises(ReleaseMissing, match=five[0]):
            find(warehouse, word)


def test_going_back_and_on(five: list[str], warehouse: Path, rows: Rows, stage: Stage) -> None:
    went = command("rollback", "3", "--warehouse", str(warehouse))
    assert went.exit_code == 0 and "next refresh publishes" in went.stdout
    assert open_release(warehouse).release_id == five[2]
    assert "already" in command("rollback", five[2], "--warehouse", str(warehouse)).stdout
    # the input that was current before is published anew; the one that is current now is nothing new
    assert not publish(stage(rows, limit=2)).new
    again = publish(stage(rows, limit=4))
    assert again.new and again.release_id == f"000006-{five[4][7:]}"
    assert [entry.release for entry in history.entries(warehouse)] == [*five, five[2], again.release_id]


def test_not_to_what_is_not_whole(five: list[str], warehouse: Path) -> None:
    (warehouse / "releases" / five[1] / "parquet" / "facts.parquet").unlink()
    refused = command("rollback", "2", "--warehouse", str(warehouse))
    assert refused.exit_code == 1 and "lacks files" in refused.stderr
    assert command("rollback", "77", "--warehouse", str(warehouse)).exit_code == 2
    assert open_release(warehouse).release_id == five[4]


# ------------------------------------------------------------------------------------------------ comparing
@pytest.fixture
def two(rows: Rows, stage: Stage) -> Rows:
    """Two releases: in the second an observation has gone, another has changed its value, a finding has come."""
    publish(stage(rows, limit=1))
    gone, changed = rows["observations"][1], rows["observations"][0]
    rows["observations"] = [{**changed, "value": 48.0}, *rows["observations"][2:]]
    rows["findings"].append({**rows["findings"][0], "finding_id": "w2", "row_id": None})
    publish(stage(rows, limit=2))
    return {"gone": [gone], "changed": [changed]}


def test_what_came_went_and_changed(two: Rows, warehouse: Path) -> None:
    found = compare.compare(find(warehouse, "1"), find(warehouse, "2"))
    changes = {change.table: (change.added, change.removed, change.changed) for change in found.tables if change.any}
    assert changes == {"observations": (0, 1, 1), "findings": (1, 0, 0)}
    (observations,) = [change for change in found.tables if change.table == "observations"]
    assert observations.columns == {"value": 1}
    assert [vars(g) for g in found.by_indicator] == [
        {"table": "observations", "name": "schools", "added": 0, "removed": 1, "changed": 1}
    ]
    assert [(g.name, g.removed, g.changed) for g in found.by_place] == [("柳河县", 1, 1)]
    back = compare.compare(find(warehouse, "2"), find(warehouse, "1"))
    assert {c.table: (c.added, c.removed, c.changed) for c in back.tables if c.any} == {
        "observations": (1, 0, 1),
        "findings": (0, 1, 0),
    }


def test_rows_that_differ(two: Rows, warehouse: Path) -> None:
    changed, removed = compare.rows(find(warehouse, "1"), find(warehouse, "2"), "observations", 10)
    value = two["changed"][0]["value"]
    assert changed["change"] == "changed" and changed["observation_id"] == two["changed"][0]["observation_id"]
    assert changed["value"] == f"{float(value)} → 48.0"
    assert {changed[name] for name in ("region_name", "label", "period_end")} == {"柳河县", "学校数", "2025-12-31"}
    assert (removed["change"], removed["observation_id"]) == ("removed", two["gone"][0]["observation_id"])
    assert removed["value"] == two["gone"][0]["value"]


def test_a_changed_value_comes_first_and_what_is_only_read_from_elsewhere_last(
    rows: Rows, stage: Stage, warehouse: Path
) -> None:
    (fact,), ids = rows["facts"], [row["observation_id"] for row in rows["observations"]]
    rows["facts"] = [{**fact, "fact_id": f"f{n}"} for n in range(5)]
    publish(stage(rows, limit=1))
    anew = [{**row, "evidence": ids[1:2]} for row in rows["facts"][:3]]
    rows["facts"] = [*anew, {**rows["facts"][4], "value": 46.0}, {**fact, "fact_id": "f7"}]
    publish(stage(rows, limit=2))
    before, after = find(warehouse, "1"), find(warehouse, "2")
    told = compare.rows(before, after, "facts", 10)
    assert [(row["change"], row["fact_id"]) for row in told] == [
        ("changed", "f4"), ("added", "f7"), ("removed", "f3"), ("changed", "f0"), ("changed", "f1"), ("changed", "f2"),
    ]  # fmt: skip
    assert told[0]["value"] == "47.0 → 46.0" and told[0]["region_name"] == "柳河县"
    (counted,) = [change for change in compare.compare(before, after).tables if change.table == "facts"]
    assert (counted.changed, counted.anew, counted.columns) == (4, 3, {"value": 1, "evidence": 3})
    assert "3 only read from elsewhere" in command("diff", "1", "2", "--warehouse", str(warehouse)).stdout


def test_the_command_tells_it(two: Rows, warehouse: Path) -> None:
    told = command("diff", "previous", "current", "--table", "observations", "--warehouse", str(warehouse))
    assert told.exit_code == 0
    lines = [line.split() for line in told.stdout.splitlines()]
    assert ["observations", "0", "1", "1", "value", "1"] in lines
    assert ["schools", "0", "1", "1"] in lines and ["柳河县", "0", "1", "1"] in lines
    assert "→ 48.0" in told.stdout
    content = json.loads(command("diff", "1", "2", "--json", "--warehouse", str(warehouse)).stdout)
    assert content["by_place"] == [{"table": "observations", "name": "柳河县", "added": 0, "removed": 1, "changed": 1}]
    assert "are the same" in command("diff", "2", "2", "--warehouse", str(warehouse)).stdout
    assert command("diff", "1", "2", "--table", "nothing", "--warehouse", str(warehouse)).exit_code == 2
    assert command("diff", "1", "9", "--warehouse", str(warehouse)).exit_code == 2


def test_a_release_without_text_is_not_all_different(rows: Rows, stage: Stage, warehouse: Path) -> None:
    publish(stage(rows))
    publish(stage(rows), without_text=True)
    found = compare.compare(find(warehouse, "1"), find(warehouse, "2"))
    assert not [change for change in found.tables if change.any]
    assert "without text" in command("diff", "1", "2", "--warehouse", str(warehouse)).stdout
