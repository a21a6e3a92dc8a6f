"""What a warehouse keeps of addresses, and what is read when one fails."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.sources import kept as keeping
from edu_pipeline.sources.collect import fetch_all, source_of
from edu_pipeline.sources.kept import Kept
from edu_pipeline.sources.registry import Entry, Known

OLD, NEW = "东岭县2023年有小学48所。\n".encode(), "东岭县2024年有小学47所。\n".encode()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The moment that is written down."""
    moment = ["2026-11-20T06:00:00Z"]
    monkeypatch.setattr(keeping, "now", lambda: moment[0])
    return moment


def entry(site: Any, path: str = "/a.txt", **known: Any) -> Entry:
    return Entry("address", site.url(path, "school.example"), 1, Known(**known))


def outcomes(entries: list[Entry], warehouse: Path, world: Any) -> list[str]:
    return [asked.outcome for asked in fetch_all(entries, warehouse, world.fetcher)]


def tagged(body: bytes, tag: str) -> Any:
    def page(h: Any) -> None:
        h.give(b"", 304) if h.headers.get("If-None-Match") == tag else h.give(
            body, ETag=tag, Content_Type="text/HTML; charset=gbk"
        )

    return page


def test_each_version_is_kept_under_its_hash(site: Any, world: Any, tmp_path: Path, clock: list[str]) -> None:
    one = entry(site, publisher="东岭县教育局")
    site.pages["/a.txt"] = tagged(OLD, '"1"')
    assert outcomes([one], tmp_path, world) == ["new"]
    first = source_of(one, Kept(tmp_path))
    assert first.read() == OLD and first.path.name == first.sha256 and first.source == one.where
    assert first.known == {"media_type": "text/html", "publisher": "东岭县教育局"} and first.notice is None
    assert outcomes([one], tmp_path, world) == ["unchanged"]
    assert site.requests["/a.txt"][1]["If-None-Match"] == '"1"'
    site.pages["/a.txt"] = tagged(NEW, '"2"')
    clock[0] = "2026-11-21T06:00:00Z"
    assert outcomes([one], tmp_path, world) == ["new"]
    assert source_of(one, Kept(tmp_path)).read() == NEW and first.read() == OLD
    state = Kept(tmp_path).state(one.where)
    assert [v.fetched_at for v in state.versions] == ["2026-11-20T06:00:00Z", "2026-11-21T06:00:00Z"]
    # no validators: the same bytes are no new version
    site.pages["/a.txt"] = lambda h: h.give(NEW)
    assert outcomes([one], tmp_path, world) == ["unchanged"] and len(Kept(tmp_path).state(one.where).versions) == 2
    assert not list((tmp_path / "fetched").rglob(".*"))


def test_an_address_that_fails_keeps_its_last_version(site: Any, world: Any, tmp_path: Path, clock: list[str]) -> None:
    one = entry(site)
    site.pages["/a.txt"] = tagged(OLD, '"1"')
    outcomes([one], tmp_path, world)
    for moment in ("2026-11-22T06:00:00Z", "2026-11-23T06:00:00Z"):
        clock[0] = moment
        site.pages["/a.txt"] = lambda h: h.give(b"gone", 404)
        assert outcomes([one], tmp_path, world) == ["failed"]
        source = source_of(one, Kept(tmp_path))
        assert source.read() == OLD
        # the same words each time: a run that finds nothing new publishes nothing
        assert source.notice == (
            "It could not be fetched since 2026-11-22: the server answered 404 (Not Found). What was fetched on 2026-11-20"
            " is read in its place."
        )
    assert Kept(tmp_path).state(one.where).failure == keeping.Failure(
        "the server answered 404 (Not Found)", "2026-11-22T06:00:00Z", 2
    )
    site.pages["/a.txt"] = tagged(OLD, '"1"')
    assert outcomes([one], tmp_path, world) == ["unchanged"]
    assert source_of(one, Kept(tmp_path)).notice is None


def test_one_that_never_succeeded_is_a_failed_source(site: Any, world: Any, tmp_path: Path) -> None:
    one, other = entry(site), entry(site, "/b.txt")
    assert outcomes([one], tmp_path, world) == ["failed"]
    source = source_of(one, Kept(tmp_path))
    assert source.sha256 is None and "404" in (source.error or "")
    assert "was not asked yet" in (source_of(other, Kept(tmp_path)).error or "")


def test_a_damaged_version_is_fetched_anew(site: Any, world: Any, tmp_path: Path) -> None:
    one = entry(site)
    site.pages["/a.txt"] = tagged(OLD, '"1"')
    outcomes([one], tmp_path, world)
    source_of(one, Kept(tmp_path)).path.write_bytes(b"damaged")
    assert source_of(one, Kept(tmp_path)).sha256 is None
    assert outcomes([one], tmp_path, world) == ["new"]
    assert source_of(one, Kept(tmp_path)).read() == OLD
    # nor does the state have to be readable
    state = next((tmp_path / "fetched" / "addresses").iterdir())
    for broken in ("{", "[]", "{}", json.dumps({"versions": 1})):
        state.write_text(broken)
        assert Kept(tmp_path).state(one.where).versions == ()
    assert outcomes([one], tmp_path, world) == ["new"]


def test_hosts_side_by_side_and_one_host_in_turn(site: Any, world_with: Any, tmp_path: Path) -> None:
    running: dict[str, int] = {}
    most: dict[str, int] = {}
    lock = threading.Lock()

    def page(h: Any) -> None:
        host = h.headers["Host"].split(":")[0]
        with lock:
            for name in (host, "all"):
                running[name] = running.get(name, 0) + 1
                most[name] = max(most.get(name, 0), running[name])
        time.sleep(0.1)
        with lock:
            for name in (host, "all"):
                running[name] -= 1
        h.give(host.encode())

    world = world_with(read_seconds=5)
    entries = []
    for host in ("a.example", "b.example", "c.example"):
        world.names[host] = ["1.2.3.4"]
        for n in range(3):
            site.pages[f"/{n}"] = page
            entries.append(Entry("address", site.url(f"/{n}", host), n))
    seen: list[tuple[int, int]] = []
    asked = fetch_all(entries, tmp_path, world.fetcher, lambda done, total: seen.append((done, total)))
    assert [a.entry for a in asked] == entries and {a.outcome for a in asked} == {"new"}
    assert most["all"] > 1 and all(most[host] == 1 for host in ("a.example", "b.example", "c.example"))
    assert max(seen) == (9, 9)


def test_a_validator_that_could_not_be_sent_back_is_not_kept(site: Any, world: Any, tmp_path: Path) -> None:
    one = entry(site)
    site.pages["/a.txt"] = lambda h: h.give(OLD, ETag='"' + "x" * 2000 + '"', Last_Modified="\x7fé")
    outcomes([one], tmp_path, world)
    assert Kept(tmp_path).state(one.where).validators.headers() == {}
