"""A worker's time, memory and network, each tried in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

BEGIN = """
import hashlib, re, socket, time
from edu_pipeline import guard
from edu_pipeline.reading.limits import LimitExceeded, Limits
guard.GRACE = 1.0
limits = Limits(max_seconds=0.5, max_memory_bytes=200 << 20)
long = Limits(max_seconds=60, max_memory_bytes=200 << 20)
guard.begin_worker()
def read(what, limits=limits):
    try:
        with guard.one_document(limits):
            return what()
    except LimitExceeded as error:
        return error.limit
"""


def worker(code: str) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], capture_output=True, text=True, timeout=120
    )  # it would take longer if nothing ended it
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout.split()


def test_one_document_after_another() -> None:
    code = """
def stubborn():
    while True:
        try:
            time.sleep(9)
        except Exception:
            pass
print(read(lambda: time.sleep(9)))
print(read(lambda: re.match(r"(a+)+$", "a" * 40 + "b")))
print(read(stubborn))
print(read(lambda: "x" * (300 << 20) and None, long))
print(read(lambda: [str(n) * 9 for n in range(10**8)] and None, long))
print(read(lambda: "sound"))
time.sleep(1.8)
print("alive")
"""
    assert worker(code) == (0, ["max_seconds"] * 3 + ["max_memory_bytes"] * 2 + ["sound", "alive"])


def test_code_that_no_alarm_reaches_is_ended_with_its_process() -> None:
    returned, said = worker(
        'print("begun", flush=True)\nread(lambda: hashlib.pbkdf2_hmac("sha256", b"", b"", 10**9))\nprint("not here")'
    )
    assert (returned, said) == (1, ["begun"])


@pytest.mark.parametrize("call", ['socket.create_connection(("127.0.0.1", 9))', 'socket.getaddrinfo("localhost", 9)'])
def test_there_is_no_network(call: str) -> None:
    code = f"try:\n    {call}\nexcept PermissionError:\n    print('refused')"
    assert worker(code) == (0, ["refused"])


def test_a_process_that_is_no_worker_is_left_alone() -> None:
    from edu_pipeline import guard
    from edu_pipeline.reading.limits import Limits

    with guard.one_document(Limits(max_seconds=0.05)):
        time.sleep(0.2)
    assert not guard.is_worker()


def test_a_picture_to_be_recognised_takes_its_time() -> None:
    code = """
from edu_pipeline.reading.limits import take_time
def pictures():
    take_time(0.6)
    time.sleep(0.8)
    return "in-time"
def too_long():
    take_time(0.3)
    time.sleep(9)
print(read(pictures), read(too_long), read(lambda: time.sleep(9)))
time.sleep(1.8)
print("alive")
"""
    assert worker(code) == (0, ["in-time", "max_seconds", "max_seconds", "alive"])
