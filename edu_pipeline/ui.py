"""Starting and stopping Dagster's UI with its daemon, and starting again what was killed.

What belongs here: processes, the folder of Dagster's own records, and runs that a killed process left behind.  What
does not: what the UI shows (definitions), options (cli).
"""

import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from edu_pipeline.settings import CHECKOUT, Settings, variables
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.lock import WarehouseBusy, warehouse_lock

_IN_POSTGRES = """
storage:
  postgres:
    postgres_url:
      env: DAGSTER_POSTGRES_URL
"""
GRACE = 20.0
"""Seconds that the processes have to end by themselves."""
LOOK = 10.0
"""Seconds between two looks whether the code server answers."""
SHORT = 60.0
"""Seconds; processes that end by themselves sooner than this would do so again."""
_LOCATIONS = """{ workspaceOrError { ... on Workspace { locationEntries {
    name locationOrLoadError { ... on PythonError { className } } } } } }"""
_RELOAD = "mutation($name: String!) { reloadRepositoryLocation(repositoryLocationName: $name) { __typename } }"


class PortTaken(Exception):  # noqa: N818
    """Something else listens there."""


class ExtraMissing(Exception):  # noqa: N818
    """A setting needs a library that is not there."""


def serve(port: int, settings: Settings, home: Path | None = None) -> int:
    """Run webserver and daemon until Ctrl-C or SIGTERM; the exit code.  Raises PortTaken, ExtraMissing, WarehouseError."""
    if not _free(settings.ui_host, port):
        raise PortTaken(
            f"Something listens on {settings.ui_host}:{port} already, perhaps this UI: open it, or choose another"
            " --port."
        )
    home = prepare(home or Path(settings.dagster_home), bool(settings.postgres_url))
    os.environ.update(variables(settings))
    if settings.postgres_url:
        os.environ["DAGSTER_POSTGRES_URL"] = _with_driver(settings.postgres_url)
    reconcile(home, Path(settings.warehouse))
    print(
        f"Dagster's UI comes up on http://{settings.ui_host}:{port} in a few seconds. Stop it with Ctrl-C.\n"
        "Refreshes by edu-pipeline run are not in its records: what is published is listed by edu-pipeline releases.",
        flush=True,
    )
    # a job in the background of a script begins with interrupts ignored, and would hand that on
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    try:
        while True:
            process, began = start(port, home, settings.ui_host), time.monotonic()
            try:
                code = _watched(process, f"{_asked_at(settings.ui_host)}:{port}")
            finally:
                stop(process)
            if time.monotonic() - began < SHORT:
                return code
            print("A process of Dagster's ended unexpectedly; all are started again.", file=sys.stderr, flush=True)
            reconcile(home, Path(settings.warehouse))
    except KeyboardInterrupt:
        return 0


def _asked_at(host: str) -> str:
    """Where this program asks a UI that listens on `host`."""
    return "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host


def _watched(process: subprocess.Popen[bytes], where: str) -> int:
    """Wait for the end of the processes, and have a code server that was killed started again meanwhile."""
    while True:
        try:
            return process.wait(LOOK)
        except subprocess.TimeoutExpired:
            mend(where)


def mend(where: str) -> list[str]:
    """Have code servers that are gone started again; their names.  Dagster itself leaves such a location in error.

    Definitions that cannot be loaded are left alone: somebody is editing them.
    """
    try:
        entries = _ask(where, _LOCATIONS)["workspaceOrError"].get("locationEntries", [])
        gone = [
            entry["name"] for entry in entries
            if "Unreachable" in ((entry["locationOrLoadError"] or {}).get("className") or "")
        ]  # fmt: skip
        for name in gone:
            _ask(where, _RELOAD, name=name)
    except (OSError, ValueError, KeyError, TypeError):  # it is starting, or busy
        return []
    return gone


def _ask(where: str, query: str, **given: Any) -> dict[str, Any]:
    body = json.dumps({"query": query, "variables": given}).encode()
    request = urllib.request.Request(f"http://{where}/graphql", body, {"Content-Type": "application/json"})
    # no proxy of the environment: it is this machine
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
        return dict(json.load(answer)["data"])


def prepare(home: Path, postgres: bool = False) -> Path:
    """Make DAGSTER_HOME, with the dagster.yaml of the checkout in it; with `postgres`, records are kept there.

    The address, which holds a password, stays in the environment.  Raises WarehouseError.
    """
    home = home.resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        written = (CHECKOUT / "dagster.yaml").read_text(encoding="utf-8") + (_IN_POSTGRES if postgres else "")
        (home / "dagster.yaml").write_text(written, encoding="utf-8")
    except OSError as error:
        raise WarehouseError(
            f"{home} cannot be written ({error.strerror}): choose another folder with --home."
        ) from error
    return home


def _with_driver(url: str) -> str:
    """The address with the driver that dagster-postgres comes with, which is not what SQLAlchemy would choose.

    Raises ExtraMissing.
    """
    if importlib.util.find_spec("dagster_postgres") is None:
        raise ExtraMissing("The setting postgres_url needs dagster-postgres: pip install dagster-postgres.")
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg2://{rest}" if scheme in ("postgres", "postgresql") else url


def start(port: int, home: Path, host: str) -> subprocess.Popen[bytes]:
    """Webserver, daemon and code server in a session of their own."""
    environment = {
        **os.environ,
        "DAGSTER_HOME": str(home),
        # the tool that it recommends instead is for writing pipelines, not for running them
        "PYTHONWARNINGS": "ignore:Function `dev_command`",
    }
    command = [
        sys.executable,
        "-m",
        "dagster",
        "dev",
        "-w",
        str(CHECKOUT / "workspace.yaml"),
        "-h",
        host,
        "-p",
        str(port),
    ]
    return subprocess.Popen(command, env=environment, cwd=home, start_new_session=True)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the whole group: asked first, then killed."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def reconcile(home: Path, warehouse: Path) -> None:
    """A run whose process was killed says for ever that it runs, and would keep all others waiting.  When nobody holds
    the warehouse's lock, none without a mark does either."""
    import dagster as dg

    from edu_pipeline import runs

    os.environ["DAGSTER_HOME"] = str(home)
    with dg.DagsterInstance.get() as instance:
        try:
            with warehouse_lock(warehouse, 0.0):
                runs.reconcile(instance, warehouse, patience=0.0)
        except WarehouseBusy:
            runs.reconcile(instance, warehouse)  # one of them runs, or a run from the command line does


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
