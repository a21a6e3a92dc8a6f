"""Asking all addresses of the registry, and what each is read from afterwards.

What belongs here: hosts side by side, one address after the other on each; the last good version of one that fails.
What does not: how one address is asked (fetch, s3), what the registry may say (registry).
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from edu_pipeline.sources.addresses import parsed
from edu_pipeline.sources.fetch import Answer, Fetcher
from edu_pipeline.sources.kept import Kept, State
from edu_pipeline.sources.problems import FetchFailed
from edu_pipeline.sources.registry import Entry
from edu_pipeline.warehouse.sources import SourceFile

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Asked:
    """What came of asking one address: `outcome` is new, unchanged or failed."""

    entry: Entry
    outcome: str
    state: State


def fetch_all(
    entries: Iterable[Entry], warehouse: Path, fetcher: Fetcher | None = None, progress: Progress | None = None
) -> list[Asked]:
    """Ask every address among the entries and keep what they give; the outcomes in the order of the entries.

    An address that fails is an outcome, not an error.  Raises WarehouseError when nothing can be written down.
    """
    fetcher, kept = fetcher or Fetcher(), Kept(warehouse)
    addresses = {entry.where: entry for entry in entries if entry.kind == "address"}
    by_host: dict[str, list[Entry]] = defaultdict(list)
    for entry in addresses.values():
        by_host[_host(entry.where)].append(entry)
    done: dict[str, Asked] = {}

    def ask_host(listed: Sequence[Entry]) -> None:
        for entry in listed:
            done[entry.where] = ask(entry, kept, fetcher)
            if progress is not None:
                progress(len(done), len(addresses))

    with ThreadPoolExecutor(max(1, fetcher.manners.hosts_at_once), "fetch") as threads:
        for finished in [threads.submit(ask_host, listed) for listed in by_host.values()]:
            finished.result()
    return [done[where] for where in addresses]


def ask(entry: Entry, kept: Kept, fetcher: Fetcher) -> Asked:
    """Ask one address.  Raises WarehouseError."""
    state = kept.usable(entry.where)
    with kept.incoming() as file:
        try:
            answer = _answer(entry, state, file, fetcher)
        except FetchFailed as failure:
            return Asked(entry, "failed", kept.fail(state, failure.reason))
        after = kept.store(state, answer, file)
    same = not answer.new or (state.last is not None and after.last == state.last)
    return Asked(entry, "unchanged" if same else "new", after)


def _answer(entry: Entry, state: State, file: object, fetcher: Fetcher) -> Answer:
    known = state.validators if state.versions else None
    if entry.where.startswith("s3://"):
        from edu_pipeline.sources import s3

        return s3.get(entry, file, known, fetcher.manners)  # type: ignore[arg-type]
    return fetcher.get(entry.where, file, known, entry.allow_private)  # type: ignore[arg-type]


def version(asked: Sequence[Asked]) -> str:
    """16 hex digits of what is read from the addresses now: their newest versions, and why some are old."""
    told = [(one.entry.where, one.state.last and one.state.last.sha256, one.state.failure and one.state.failure.reason) for one in asked]  # fmt: skip
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def source_of(entry: Entry, kept: Kept) -> SourceFile:
    """What an address is read from: the newest version that was had, and what is to be said if that is an old one."""
    state = kept.usable(entry.where)
    known = {**({"media_type": state.media_type} if state.media_type else {}), **entry.known.as_text()}
    version = state.last
    if version is None:
        reason = (
            state.failure.reason if state.failure else "it was not asked yet, or only without a network (--offline)"
        )
        error = f"It could not be fetched, and no earlier version is kept: {reason}. Look at the address in a browser."
        return SourceFile(entry.where, Path(entry.where), None, 0, error, known)
    notice = None
    if state.failure is not None:
        notice = (
            f"It could not be fetched since {state.failure.since[:10]}: {state.failure.reason}. What was fetched on "
            f"{version.fetched_at[:10]} is read in its place."
        )
    return SourceFile(entry.where, kept.path(version), version.sha256, version.byte_size, None, known, notice)


def _host(address: str) -> str:
    try:
        return parsed(address).host
    except FetchFailed:
        return ""
