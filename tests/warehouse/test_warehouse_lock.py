"""One writer at a time, however the other one ends."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.lock import WarehouseBusy, warehouse_lock

HOLDER = """
import sys, time
from pathlib import Path
from edu_pipeline.warehouse.lock import warehouse_lock
with warehouse_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_busy_while_held_and_free_after_a_kill(warehouse: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(warehouse)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(WarehouseBusy, match=f"process {holder.pid}"), warehouse_lock(warehouse, 0.1):
            pass
        with warehouse_lock(warehouse, name=".other"):
            pass
        holder.send_signal(signal.SIGKILL)
        with warehouse_lock(warehouse, 10):
            pass
    finally:
        holder.kill()
        holder.wait()


def test_let_go_after_an_error(warehouse: Path) -> None:
    with pytest.raises(KeyError), warehouse_lock(warehouse):
        raise KeyError
    with warehouse_lock(warehouse):
        pass


def test_where_no_lock_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WarehouseError, match="cannot be written"), warehouse_lock(tmp_path / "file" / "w"):
        pass
