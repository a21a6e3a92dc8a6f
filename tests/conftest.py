"""What all tests share: no waiting for disks, no haste, nothing compiled or looked through twice, an order in which long tests
start first, and a worker for those that wait.

What belongs here: what every folder of tests wants.  What does not: the fixtures of one folder, which lie beside its tests.
"""

from __future__ import annotations

import gc
import os
import sys

import pytest
from hypothesis import HealthCheck, settings

# how long an example takes says how busy the machine is
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

# what a shell forbids would have every worker, and every process that a test starts, compile all modules anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# the tests themselves and all modules stay: to look through them for garbage all the time took a tenth of a run
gc.set_threshold(50_000)


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written in this process need not outlive a power cut."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files stay whole, and those that take long come first: what is short fills up the end of a run on several workers."""
    patience: dict[str, float] = {}
    for item in items:
        file = str(item.path)
        patience[file] = max(patience.get(file, 0.0), _patience(item))
    items.sort(key=lambda item: -patience[str(item.path)])


def _patience(item: pytest.Item) -> float:
    """The seconds that a test was given, one if it is only said to be slow."""
    given = item.get_closest_marker("timeout")
    if given is not None:
        return float(given.args[0])
    return 1.0 if item.get_closest_marker("slow") else 0.0


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """`-n auto`: one more than there are processors, since servers, daemons and time limits are waited for."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
