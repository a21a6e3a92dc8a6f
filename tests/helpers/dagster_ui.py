"""Dagster's UI with its daemon, and a browser, for the tests that drive them and for docs/images/make_images.py.

What belongs here: starting, asking, waiting.  What does not: what is looked at.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
_LOADED = "{ repositoriesOrError { ... on RepositoryConnection { nodes { name } } } }"
_LAUNCH = """mutation($p: ExecutionParams!) { launchPipelineExecution(executionParams: $p) {
    __typename ... on LaunchRunSuccess { run { runId } } ... on PythonError { message }
    ... on RunConfigValidationInvalid { errors { message } } } }"""
_RUNS = "{ runsOrError { ... on Runs { results { runId status } } } }"
_TICKS = """query($s: InstigationSelector!) { instigationStateOrError(instigationSelector: $s) {
    ... on InstigationState { ticks(limit: 100) { status skipReason } } } }"""
_ENDED = ("SUCCESS", "FAILURE", "CANCELED")
_REPOSITORY = {"repositoryName": "__repository__", "repositoryLocationName": "edu_pipeline"}


def wait_until(what: str, seconds: float, ready: Callable[[], Any]) -> Any:
    """What `ready` gives once it is true; whoever is not there yet is asked again."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with suppress(OSError):
            if value := ready():
                return value
        time.sleep(0.5)
    raise AssertionError(f"{what}: not within {seconds} seconds")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """`edu-pipeline ui` as a person starts it, or by another `program`; `more` are settings, as variables of the environment."""

    folder: Path
    sources: Path
    more: dict[str, str] = field(default_factory=dict)
    program: tuple[str, str] = ("-m", "edu_pipeline")
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def warehouse(self) -> Path:
        return self.folder / "warehouse"

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def start(self, seconds: float = 180) -> Server:
        """Come up with the definitions loaded."""
        environment = {
            **os.environ,
            "EDU_PIPELINE_SOURCES": str(self.sources),
            "EDU_PIPELINE_WAREHOUSE": str(self.warehouse),
            **self.more,
        }
        command = [sys.executable, *self.program, "ui", "--port", str(self.port), "--home", str(self.home)]
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "ui.log").open("ab") as log:
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
        wait_until("the UI", seconds, lambda: self.graphql(_LOADED)["repositoriesOrError"].get("nodes"))
        return self

    def stop(self) -> int:
        """Ask it to end; its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)

    def graphql(self, query: str, **variables: Any) -> dict[str, Any]:
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(f"{self.url}/graphql", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            content = json.load(answer)
        assert "errors" not in content, content
        return dict(content["data"])

    def runs(self) -> dict[str, str]:
        """Status by run, newest first."""
        found = self.graphql(_RUNS)["runsOrError"]["results"]
        return {run["runId"]: run["status"] for run in found}

    def looks(self, sensor: str) -> list[str]:
        """What came of the looks of a sensor that are over, newest first: why it asked for nothing, or its status."""
        state = self.graphql(_TICKS, s={**_REPOSITORY, "name": sensor})["instigationStateOrError"]
        over = [tick for tick in state.get("ticks", []) if tick["status"] != "STARTED"]
        return [tick["skipReason"] or tick["status"] for tick in over]

    def refresh(self, seconds: float = 300) -> str:
        """Materialise everything through queue and daemon; the run."""
        params = {"selector": {**_REPOSITORY, "pipelineName": "refresh"}, "runConfigData": {}, "mode": "default"}
        launched = self.graphql(_LAUNCH, p=params)["launchPipelineExecution"]
        assert launched["__typename"] == "LaunchRunSuccess", launched
        run = str(launched["run"]["runId"])
        status = wait_until("the run", seconds, lambda: s if (s := self.runs()[run]) in _ENDED else None)
        assert status == "SUCCESS", status
        return run


@contextmanager
def serving(folder: Path, sources: Path, program: tuple[str, str] = Server.program, **more: str) -> Iterator[Server]:
    server = Server(folder, sources, more, program)
    try:
        yield server.start()
    finally:
        if server.process is not None and server.process.poll() is None:
            server.stop()


@contextmanager
def browsing(profile: Path) -> Iterator[Any]:
    """Chromium without a window, through selenium."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for flag in (
        "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync", "disable-dev-shm-usage", "window-size=1700,1000",
        f"user-data-dir={profile}",
    ):  # fmt: skip
        options.add_argument(f"--{flag}")
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.set_page_load_timeout(120)
    try:
        yield driver
    finally:
        driver.quit()
