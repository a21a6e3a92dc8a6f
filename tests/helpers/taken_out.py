"""Which rules of the language no test would miss: each is taken out in turn, and the language tests are run without it.

    python tests/helpers/taken_out.py [MODULE …] [--tests PATH …] [--workers 2]

A rule is here a pattern that stands in a module of edu_pipeline/language or edu_pipeline/indicators by a name; taken out, it
matches nothing.  Prints for each rule the test that failed first, or MISSED BY NO TEST, and ends with how many those are.
Tests are collected once, and each rule is tried in a process of its own that is forked from there.  A MODULE narrows it to
rules of modules whose name contains it.

What belongs here: the taking out.  What does not: what a rule means (tests/language, tests/indicators).
"""

from __future__ import annotations

import argparse
import importlib
import os
import pickle
import pkgutil
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

TESTS = Path(__file__).resolve().parents[1]
PACKAGES = ("edu_pipeline.language", "edu_pipeline.indicators")
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Rule:
    module: str
    name: str

    def __str__(self) -> str:
        return f"{self.module.removeprefix('edu_pipeline.')}.{self.name}"

    def take_out(self) -> None:
        """Puts a pattern that never matches wherever this one is known by a name."""
        pattern = getattr(sys.modules[self.module], self.name)
        for module in [m for name, m in list(sys.modules.items()) if name.startswith("edu_pipeline")]:
            for name, value in list(vars(module).items()):
                if value is pattern:
                    setattr(module, name, NEVER)


def rules(narrowed: Sequence[str]) -> list[Rule]:
    """Every named pattern of the two packages, each where it is defined first."""
    found, seen = [], set()
    for package in map(importlib.import_module, PACKAGES):
        for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda i: i.name):
            module = importlib.import_module(f"{package.__name__}.{info.name}")
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern) and id(value) not in seen:
                    seen.add(id(value))
                    found.append(Rule(module.__name__, name))
    return [rule for rule in found if not narrowed or any(word in rule.module for word in narrowed)]


class TakenOut:
    """A pytest plugin that runs the collected tests once for each rule, without it, up to the first failure."""

    def __init__(self, chosen: Sequence[Rule], workers: int) -> None:
        self.chosen, self.workers = chosen, workers
        self.missed: list[Rule] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        failing = self._within(session, None)
        if failing:
            pytest.exit(f"fails with every rule in its place: {failing}", returncode=2)
        for rule, first in self._all(session):
            print(f"{rule}: {first or 'MISSED BY NO TEST'}", flush=True)
            self.missed += [] if first else [rule]
        print(f"{len(self.chosen)} rules taken out, {len(self.missed)} missed by no test")
        return True

    def _all(self, session: pytest.Session) -> Iterator[tuple[Rule, str]]:
        """Each rule with the first test that fails without it, as the processes come back."""
        running: dict[int, tuple[Rule, int]] = {}
        waiting = list(self.chosen)
        while waiting or running:
            while waiting and len(running) < self.workers:
                rule = waiting.pop(0)
                pid, pipe = self._forked(session, rule)
                running[pid] = rule, pipe
            pid, _ = os.wait()
            rule, pipe = running.pop(pid)
            with os.fdopen(pipe, "rb") as answer:
                yield rule, pickle.loads(answer.read() or pickle.dumps("the process died"))  # noqa: S301

    def _forked(self, session: pytest.Session, rule: Rule) -> tuple[int, int]:
        ours, theirs = os.pipe()
        pid = os.fork()
        if pid:
            os.close(theirs)
            return pid, ours
        os.write(theirs, pickle.dumps(self._within(session, rule)[:4000]))
        os._exit(0)

    def _within(self, session: pytest.Session, rule: Rule | None) -> str:
        """The first test that fails without the rule; empty when all pass."""
        if rule:
            rule.take_out()
        for item in session.items:
            reports = runtestprotocol(item, log=False, nextitem=None)
            if any(report.failed for report in reports):
                return item.nodeid.encode().decode("unicode_escape")
        return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("modules", nargs="*", help="only rules of modules whose name contains one of these")
    parser.add_argument("--tests", nargs="+", type=Path, default=[TESTS / "language", TESTS / "indicators"])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    plugin = TakenOut(rules(given.modules), given.workers)
    options = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", "not slow", *map(str, given.tests)]
    return int(pytest.main(options, plugins=[plugin])) or bool(plugin.missed)


if __name__ == "__main__":
    sys.exit(main())
