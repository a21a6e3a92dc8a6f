"""Dagster's UI with its daemon as a data engineer meets them: in a browser, from nothing to a release; and by themselves:
what is dropped in the folder is published without a person (whatever is killed meanwhile: test_ui_killed).

Nothing of it calls home, and nothing listens where others can reach it: the same server tells of every connection.
One server does for all here, since its processes take longer to start than what is looked at.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from connections import connections, leaves_the_machine
from dagster_ui import BROWSER, DRIVER, Server, browsing, wait_until
from followed import NEWS, PATIENCE, following, published, quiet, served
from typer.testing import CliRunner

from edu_pipeline import cli, ui
from edu_pipeline.warehouse.lock import warehouse_lock

GROUPS = ("sources", "documents", "statistics", "quality", "release")
SHOWN = "return document.body.innerText.trim().length > 50"
ICONS = "return [...document.querySelectorAll('[role=img]')].map(icon => icon.getAttribute('aria-label'))"
LOADED = "return performance.getEntries().map(entry => entry.name).filter(name => name.includes(':'))"
PAGES = ("/", "/assets", "/assets/observations", "/asset-groups", "/automation", "/runs", "/deployment")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ui")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with following(folder) as found:
        yield found


@pytest.fixture(scope="module")
def refreshed(server: Server) -> Server:
    server.refresh()
    return server


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if BROWSER is None or DRIVER is None:
        pytest.skip("no chromium with its driver on this machine")
    with browsing(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture
def see(browser: Any, refreshed: Server) -> Any:
    """Open a page, wait for all the words; EDU_TEST_SCREENSHOTS names a folder for pictures to look at."""
    pictures = os.environ.get("EDU_TEST_SCREENSHOTS")

    def look(page: str, name: str, *words: str) -> str:
        browser.get(refreshed.url + page)

        def text() -> str:
            return str(browser.execute_script("return document.body.innerText"))

        try:
            wait_until(f"{words} on {page}", 60, lambda: all(word in text() for word in words))
        finally:
            if pictures:
                Path(pictures).mkdir(parents=True, exist_ok=True)
                browser.save_screenshot(str(Path(pictures) / f"{name}.png"))
        return text()

    return look


# ------------------------------------------------------------------------------------------------ by itself


@served
def test_a_folder_is_followed_without_a_person(server: Server) -> None:
    names = {path.name for path in server.sources.glob("*.txt")}
    wait_until("a first release", PATIENCE, lambda: published(server) == names)
    quiet(server)

    before, looks = server.runs(), len(server.looks("inbox"))
    wait_until("three more looks", PATIENCE, lambda: len(server.looks("inbox")) >= looks + 3)
    assert server.looks("inbox")[:3] == ["Nothing has changed since the last refresh was asked for."] * 3
    assert server.runs() == before

    (server.sources / "dropped.txt").write_text(NEWS.format(2024), encoding="utf-8")
    wait_until("the dropped file", PATIENCE, lambda: published(server) == names | {"dropped.txt"})
    quiet(server)
    (server.sources / "dropped.txt").unlink()
    wait_until("its end", PATIENCE, lambda: published(server) == names)
    quiet(server)
    assert len(server.runs()) == len(before) + 2
    assert set(server.runs().values()) == {"SUCCESS"}


# ------------------------------------------------------------------------------------------------ in a browser
@served
def test_the_graph_shows_groups_and_tables(see: Any) -> None:
    see("/asset-groups", "graph", *GROUPS)
    see("/locations/edu_pipeline/asset-groups/statistics", "statistics", "observations_sound", "quarantine", "facts")
    see("/locations/edu_pipeline/asset-groups/documents", "documents", "articles", "quantities", "Parquet")


@served
def test_an_asset_shows_its_meaning_and_columns(see: Any) -> None:
    see("/assets/observations?view=overview", "overview", "What the documents state", "Columns", "education_level")
    see("/assets/observations?view=lineage", "lineage", "findings", "facts")


@served
def test_checks_are_green_and_warn(see: Any, browser: Any) -> None:
    see("/assets/documents?view=checks", "checks", "contract", "all_read", "Succeeded", "Failed")
    icons = browser.execute_script(ICONS)  # at once: the page is drawn anew whenever the daemon has looked
    assert "warning_outline" in icons  # the file that is no text
    assert any(str(icon).startswith("check_circle") for icon in icons)
    see("/assets/quantities?view=checks", "checks of quantities", "all_numbers_accounted", "Succeeded")
    see("/assets/observations?view=checks&checkDetail=over_100_doubtful", "over 100", "Shares over 100 %: 1.")


@served
def test_the_daemon_runs_the_schedule_and_the_release_is_there(see: Any, refreshed: Server) -> None:
    see("/automation", "automation", "daily", "inbox")
    query = "{ instance { daemonHealth { allDaemonStatuses { daemonType required healthy } } } }"
    statuses = refreshed.graphql(query)["instance"]["daemonHealth"]["allDaemonStatuses"]
    assert all(status["healthy"] for status in statuses if status["required"])
    assert (refreshed.warehouse / "current" / "education.duckdb").is_file()
    see("/assets/release", "release", "current")


@served
def test_nothing_calls_home(refreshed: Server, folder: Path, request: pytest.FixtureRequest) -> None:
    """Python's audit events tell of each socket that any process of the pipeline or of Dagster binds or connects, and of
    each name that it looks up; the browser tells what a page loads.  Dagster's gRPC between daemon and code server is C
    and uses Unix sockets (`--socket` in its command line), which is looked at."""
    loaded = pages(refreshed, request.getfixturevalue("browser")) if BROWSER and DRIVER else []
    events = connections(folder)
    assert ("socket.bind", ("127.0.0.1", refreshed.port)) in {(event, address) for event, _, address in events}
    assert len({process for _, process, _ in events}) >= 2, "the webserver, and whoever asks it"
    assert [event for event in events if leaves_the_machine(event[2])] == []
    own = (refreshed.url, "file:", "data:", "blob:")
    assert [address for address in loaded if not address.startswith(own)] == []


def pages(server: Server, browser: Any) -> list[str]:
    """The addresses of all that the pages of UI and report load."""
    report = (server.warehouse / "current" / "report" / "index.html").resolve().as_uri()
    found: list[str] = []
    for address in (*(server.url + page for page in PAGES), report):
        browser.get(address)
        wait_until(f"{address} to be there", 120, lambda: browser.execute_script(SHOWN))
        found += browser.execute_script(LOADED)
    assert any(address.endswith(".js") for address in found)
    return found


# ------------------------------------------------------------------------------------------------ without a server
def test_a_run_whose_process_was_killed_does_not_hold_up_the_queue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dagster as dg

    monkeypatch.setenv("DAGSTER_HOME", str(ui.prepare(tmp_path / "home")))
    with dg.DagsterInstance.get() as instance:
        run = dg.DagsterRun("refresh", status=dg.DagsterRunStatus.STARTED)
        instance.add_run(run)
        with warehouse_lock(tmp_path / "warehouse"):
            ui.reconcile(tmp_path / "home", tmp_path / "warehouse")
        assert instance.get_run_by_id(run.run_id).status == dg.DagsterRunStatus.STARTED  # type: ignore[union-attr]
        ui.reconcile(tmp_path / "home", tmp_path / "warehouse")
        assert instance.get_run_by_id(run.run_id).status == dg.DagsterRunStatus.FAILURE  # type: ignore[union-attr]


def test_a_port_that_is_taken_is_a_wrong_call() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        result = CliRunner().invoke(cli.app, ["ui", "--port", str(other.getsockname()[1])])
    assert result.exit_code == 2
    assert "--port" in result.stderr


@pytest.mark.parametrize(
    ("address", "leaves"),
    [
        (("127.0.0.1", 80), False),
        (("::1", 80, 0, 0), False),
        ("/tmp/x.sock", False),
        ((b"localhost", 0), False),
        (("0.0.0.0", 80), True),
        (("", 80), True),
        (("192.0.2.1", 443), True),
        (("telemetry.example", 0), True),
    ],
)
def test_what_leaves_the_machine(address: Any, leaves: bool) -> None:
    assert leaves_the_machine(address) is leaves


@pytest.mark.parametrize(
    ("host", "asked"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0.0.0.0", "127.0.0.1"),
        ("::", "127.0.0.1"),
        ("::1", "[::1]"),
        ("10.0.0.7", "10.0.0.7"),
    ],
)
def test_where_the_ui_is_asked(host: str, asked: str) -> None:
    assert ui._asked_at(host) == asked


def test_nobody_there_is_nothing_to_mend() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        assert ui.mend(f"127.0.0.1:{probe.getsockname()[1]}") == []
