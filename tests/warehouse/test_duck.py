"""The shared instance of DuckDB: who may use it, and when it is given back.

What belongs here: warehouse.duck.  What does not: what is asked of it (test_warehouse_rules).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.duck import Tenant


@pytest.fixture(autouse=True)
def alone() -> Iterator[None]:
    duck.leave()
    yield
    duck.leave()


def test_tenants_of_a_folder_share_an_instance_and_no_tables(tmp_path: Path) -> None:
    one, other = Tenant(tmp_path / "a"), Tenant(tmp_path / "a")
    one.con.execute("CREATE TABLE t AS SELECT 1 AS n")
    other.con.execute("CREATE TABLE t AS SELECT 2 AS n")
    assert (one.con.execute("FROM t").fetchall(), one.cursor().execute("FROM t").fetchall()) == ([(1,)], [(1,)])
    assert list(duck._instances) == [tmp_path / "a"]
    one.close()
    other.close()


def test_an_instance_is_given_back_when_nobody_is_connected(tmp_path: Path) -> None:
    one = Tenant(tmp_path / "a")
    other = Tenant(tmp_path / "b")  # of another folder: the first goes on
    duck.leave()
    assert one.con.execute("SELECT 1").fetchall() == other.con.execute("SELECT 1").fetchall() == [(1,)]
    one.close()
    duck.leave()
    assert list(duck._instances) == [tmp_path / "b"]
    other.close()
    duck.leave()
    assert not duck._instances


def test_who_could_not_move_in_is_no_tenant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Tenant(tmp_path / "a").close()
    monkeypatch.setattr(duck, "_numbers", iter(["a b"]))  # no name
    with pytest.raises(duckdb.Error):
        Tenant(tmp_path / "a")
    duck.leave()
    assert not duck._instances
