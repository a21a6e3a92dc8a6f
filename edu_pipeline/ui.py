"""Starting and stopping Dagster's UI with its daemon.

What belongs here: processes, the folder of Dagster's own records, and runs that a killed process left behind.  What
does not: what the UI shows (definitions), options (cli).
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType

from edu_pipeline.settings import CHECKOUT, Settings, variables
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.lock import WarehouseBusy, warehouse_lock

HOST = "127.0.0.1"
GRACE = 20.0
"""Seconds that the processes have to end by themselves."""


class PortTaken(Exception):  # noqa: N818
    """Something else listens there."""


def serve(port: int, settings: Settings, home: Path | None = None) -> int:
    """Run webserver and daemon until Ctrl-C or SIGTERM; the exit code.  Raises PortTaken, WarehouseError."""
    if not _free(port):
        raise PortTaken(
            f"Something listens on {HOST}:{port} already, perhaps this UI: open http://{HOST}:{port}, or choose another"
            " --port."
        )
    home = prepare(home or Path(settings.dagster_home))
    reconcile(home, Path(settings.warehouse))
    print(f"Dagster's UI comes up on http://{HOST}:{port} in a few seconds. Stop it with Ctrl-C.", flush=True)
    # a job in the background of a script begins with interrupts ignored, and would hand that on
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    process = start(port, home, **variables(settings))
    try:
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        stop(process)


def prepare(home: Path) -> Path:
    """Make DAGSTER_HOME, with the dagster.yaml of the checkout in it.  Raises WarehouseError."""
    home = home.resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CHECKOUT / "dagster.yaml", home / "dagster.yaml")
    except OSError as error:
        raise WarehouseError(
            f"{home} cannot be written ({error.strerror}): choose another folder with --home."
        ) from error
    return home


def start(port: int, home: Path, **more: str) -> subprocess.Popen[bytes]:
    """Webserver, daemon and code server in a session of their own; `more` is added to their environment."""
    environment = {
        **os.environ,
        "DAGSTER_HOME": str(home),
        # the tool that it recommends instead is for writing pipelines, not for running them
        "PYTHONWARNINGS": "ignore:Function `dev_command`",
        **more,
    }
    command = [
        sys.executable,
        "-m",
        "dagster",
        "dev",
        "-w",
        str(CHECKOUT / "workspace.yaml"),
        "-h",
        HOST,
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
    the warehouse's lock, none does."""
    import dagster as dg

    try:
        with warehouse_lock(warehouse, 0.0):
            os.environ["DAGSTER_HOME"] = str(home)
            with dg.DagsterInstance.get() as instance:
                unfinished = [dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.CANCELING]
                for run in instance.get_runs(dg.RunsFilter(statuses=unfinished)):
                    instance.report_run_failed(run, "Its process ended before it did.")
    except WarehouseBusy:
        return  # one of them runs, or a run from the command line does


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
