"""Dagster's records in Postgres, where Debian's postgresql (or another) is installed; on 127.0.0.1, in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest
from dagster_ui import free_port, serving

from edu_pipeline import ui

FOUND = [*sorted(Path("/usr/lib/postgresql").glob("*/bin")), *map(Path, os.environ["PATH"].split(os.pathsep))]
BIN = next((folder for folder in FOUND if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)
PASSWORD = "hush:@/ä"
QUOTED = "hush%3A%40%2F%C3%A4"


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of its own; Postgres refuses to run as root, and then its own user runs it."""
    if BIN is None:
        pytest.skip("no Postgres on this machine")
    folder = Path(f"/tmp/edu-pipeline-postgres-{os.getpid()}")
    folder.mkdir()
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    try:
        if user:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        (folder / "password").chmod(0o644)
        port = free_port()

        def run(program: str, *options: str) -> None:
            subprocess.run([BIN / program, "-D", folder / "data", *options], cwd=folder, check=True, **user)  # type: ignore[call-overload]

        run("initdb", "-A", "scram-sha-256", "-U", "dagster", f"--pwfile={folder / 'password'}", "-E", "UTF8", "-N")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        run("pg_ctl", "-w", "-t", "120", "-o", options, "-l", str(folder / "log"), "start")
        try:
            yield f"postgresql://dagster:{QUOTED}@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_records_are_kept_in_postgres_and_outlive_the_server(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("东岭县2023年新建学校12所。\n", encoding="utf-8")
    with serving(tmp_path / "ui", tmp_path / "sources", EDU_PIPELINE_POSTGRES_URL=address) as server:
        run = server.refresh(600)
    assert QUOTED not in (server.home / "dagster.yaml").read_text(encoding="utf-8")
    assert not list(server.home.rglob("*.db")), "nothing is kept in SQLite"
    shutil.rmtree(server.home)
    # what a UI that is started again does before it starts Dagster's processes
    monkeypatch.setenv("DAGSTER_POSTGRES_URL", ui._with_driver(address))
    monkeypatch.setenv("DAGSTER_HOME", str(ui.prepare(server.home, postgres=True)))
    ui.reconcile(server.home, server.warehouse)
    with dg.DagsterInstance.get() as again:
        assert {found.run_id: found.status.value for found in again.get_runs()} == {run: "SUCCESS"}


@pytest.mark.parametrize(
    ("given", "driven"),
    [
        ("postgresql://a:b@c/d", "postgresql+psycopg2://a:b@c/d"),
        ("postgres://c/d?x=y://z", "postgresql+psycopg2://c/d?x=y://z"),
        ("postgresql+psycopg://c/d", "postgresql+psycopg://c/d"),
    ],
)
def test_the_driver_that_is_there_is_named(given: str, driven: str) -> None:
    assert ui._with_driver(given) == driven
