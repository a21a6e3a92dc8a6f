"""Which rules of the language no test would miss: each is taken out in turn, and the language tests are run without it.

    python tests/helpers/taken_out.py [RULE …] [--tests PATH …] [--workers 2]

A rule is here a pattern that stands in a module of edu_pipeline/language or edu_pipeline/indicators by a name (or is
returned by a function of that name), or an entry of WORD_LISTS, the word lists of edu_pipeline/reference that rules ask;
taken out, it matches nothing.  Prints for each rule the test that failed first, or MISSED BY NO TEST, and ends with how many those are.
A RULE narrows it to rules whose name contains it: `timing`, `times.yaml`, `targets._PAID`.

Tests are collected once; they run twice with every rule in its place, to see which patterns match in which test, since
a pattern that matches nothing in a test cannot be missed by it.  Then each rule is tried in a process of its own.

What belongs here: the taking out.  What does not: what a rule means (tests/language, tests/indicators).
"""

from __future__ import annotations

import argparse
import copy
import importlib
import os
import pickle
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.runner import runtestprotocol

from edu_pipeline.language.cues import Cued
from edu_pipeline.language.edges import Ahead, Behind
from edu_pipeline.language.sweep import Sweep

TESTS = Path(__file__).resolve().parents[1]
PACKAGES = ("edu_pipeline.language", "edu_pipeline.indicators")
WORD_LISTS = (
    "classifiers.yaml",
    "kinds.yaml",
    "linking.yaml",
    "numerals.yaml",
    "outlook.yaml",
    "place_names.yaml",
    "times.yaml",
)
NEVER = re.compile(r"(?!)")
PATTERNS = (re.Pattern, Cued, Sweep, Ahead, Behind)
NO_WORD = "\ue000" * 2
"""What no text holds, as long as the shortest name of a place."""


@dataclass(frozen=True)
class Pattern:
    """A pattern, or a function without parameters that returns one, by its name in a module."""

    module: str
    name: str

    def __str__(self) -> str:
        return f"{self.module.removeprefix('edu_pipeline.')}.{self.name}"

    @property
    def compiled(self) -> re.Pattern[str]:
        """What is searched with, within a Cued, Sweep, Ahead or Behind too."""
        value = getattr(importlib.import_module(self.module), self.name)
        value = value if isinstance(value, PATTERNS) else value()
        if isinstance(value, Cued):
            return re.compile(value.written)
        return value if isinstance(value, re.Pattern) else value.pattern

    def replace(self, by: Callable[[Any], Any], put: Callable[[Any, str, Any], None] = setattr) -> None:
        """Puts `by(pattern)` wherever this pattern is known by a name."""
        value = getattr(importlib.import_module(self.module), self.name)
        other = by(value) if isinstance(value, PATTERNS) else _returning(value, by)
        for module in [m for name, m in list(sys.modules.items()) if name.startswith("edu_pipeline")]:
            for name, known in list(vars(module).items()):
                if known is value:
                    put(module, name, other)

    def take_out(self) -> None:
        clear_caches()  # before: a silenced pattern that is asked to read its words again would speak
        self.replace(never)


def never(pattern: Any) -> Any:
    """The pattern of the same sort that matches nothing."""
    if isinstance(pattern, re.Pattern):
        return NEVER
    if isinstance(pattern, Sweep | Ahead):
        return type(pattern)(NO_WORD)
    if isinstance(pattern, Behind):
        return Behind(f"{NO_WORD}$")
    silent = copy.copy(pattern)
    for method in ("search", "match", "fullmatch", "finditer", "sub"):
        setattr(silent, method, getattr(NEVER, method))
    return silent


@dataclass(frozen=True)
class Entry:
    """A list of words, or one of a list of mappings, by the keys that lead to it in a file of reference/."""

    file: str
    keys: tuple[str | int, ...]

    def __str__(self) -> str:
        return f"{self.file}:{'.'.join(map(str, self.keys))}"

    def take_out(self) -> None:
        """From now on the file is read without the entry."""
        text, parse = _text(self.file), yaml.load

        def load(stream: Any, *args: Any, **more: Any) -> Any:
            data = parse(stream, *args, **more)
            return self._without(data) if stream == text else data

        yaml.load = load
        clear_caches()

    def may_be_missed(self, item: pytest.Item) -> bool:
        """Whether a test's words, or those of its file where it has none of its own, hold a word of the entry."""
        given = repr(getattr(getattr(item, "callspec", None), "params", ""))
        text = given if re.search("[一-鿿]", given) else _source(str(item.path))
        return any(word in text for word in self.words())

    def words(self) -> set[str]:
        """What a text must hold for the entry to matter, so far as it is spelled out; `$school` is a list of its own."""
        data = _parsed(self.file)
        value = data
        for key in self.keys:
            value = value[key]
        spelled = set(_strings(value))
        named = {x for word in spelled if word.startswith("$") for x in data["classes"][word[1:]]}
        return {part for word in spelled | named for part in re.findall(r"[^\s!-~]+", word)} or {""}

    def _without(self, data: Any) -> Any:
        *path, last = self.keys
        holder = data
        for key in path:
            holder = holder[key]
        if isinstance(last, int):
            del holder[last]
        elif isinstance(holder[last], dict):
            holder[last] = {NO_WORD: next(iter(holder[last].values()))}
        else:
            holder[last] = NO_WORD if isinstance(holder[last], str) else [NO_WORD]
        return data


Rule = Pattern | Entry


def _returning(function: Callable[[], re.Pattern[str]], by: Callable[[Any], Any]) -> Callable[[], Any]:
    return lambda: by(function())


def _text(file: str) -> str:
    return files("edu_pipeline.reference").joinpath(file).read_text(encoding="utf-8")


@cache
def _parsed(file: str) -> Any:
    return yaml.load(_text(file), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def _source(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from _strings(part)


def clear_caches() -> None:
    """Forgets what the package has remembered, so that nothing read with a rule is used without it."""
    for module in [m for name, m in list(sys.modules.items()) if name.startswith("edu_pipeline")]:
        for value in list(vars(module).values()):
            if not isinstance(value, type) and callable(getattr(value, "cache_clear", None)):
                value.cache_clear()


def patterns(packages: Iterable[str] = PACKAGES) -> Iterator[Pattern]:
    """Every named pattern of the packages, each where it is defined first."""
    seen: set[int] = set()
    for package in map(importlib.import_module, packages):
        for info in sorted(pkgutil.walk_packages(package.__path__, f"{package.__name__}."), key=lambda i: i.name):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                if id(value) not in seen and _is_pattern(value, module.__name__):
                    seen.add(id(value))
                    yield Pattern(module.__name__, name)


def _is_pattern(value: object, module: str) -> bool:
    function = getattr(value, "__wrapped__", value)
    made = getattr(function, "__module__", None) == module and getattr(function, "__code__", None)
    if made and not made.co_argcount + made.co_kwonlyargcount:
        return str(function.__annotations__.get("return", "")).startswith(("re.Pattern", "Sweep", "Ahead"))
    return isinstance(value, PATTERNS)


def entries() -> Iterator[Entry]:
    """Every list of words of the reference files that rules are made of."""
    for file in WORD_LISTS:
        yield from (Entry(file, keys) for keys in _lists(_parsed(file), ()))


def _lists(data: Any, keys: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, dict) and any(isinstance(value, dict | list) for value in data.values()):
        for key, value in data.items():
            yield from _lists(value, (*keys, key))
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        yield from ((*keys, i) for i in range(len(data)))
    elif isinstance(data, dict | str) or (isinstance(data, list) and isinstance(data[0], str)):
        yield keys


def rules(narrowed: Sequence[str]) -> list[Rule]:
    every: list[Rule] = [*patterns(), *entries()]
    return [rule for rule in every if not narrowed or any(word in str(rule) for word in narrowed)]


class Watched:
    """A pattern that says when it has matched."""

    def __init__(self, pattern: re.Pattern[str], matched: Callable[[], None]) -> None:
        self.pattern, self.matched = pattern, matched

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.pattern, name)
        return self._telling(method, name) if callable(method) else method

    def _telling(self, method: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            result = method(*args, **more)
            if name == "finditer":
                result = list(result)
            changes = name in ("sub", "subn", "split")
            if self.pattern.search(args[-1]) if changes else result:
                self.matched()
            return iter(result) if name == "finditer" else result

        return call


class TakenOut:
    """A pytest plugin that runs the collected tests for each rule, without it, up to the first failure."""

    def __init__(self, chosen: Sequence[Rule], workers: int) -> None:
        self.chosen, self.workers = chosen, workers
        self.missed: list[Rule] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = self._watched(session.items)
        waiting = [(rule, items[rule]) for rule in self.chosen]
        for rule, first in self._all(waiting):
            print(f"{rule}: {first or 'MISSED BY NO TEST'}", flush=True)
            self.missed += [] if first else [rule]
        print(f"{len(self.chosen)} rules taken out, {len(self.missed)} missed by no test")
        return True

    def _watched(self, items: list[pytest.Item]) -> dict[Rule, list[pytest.Item]]:
        """The tests that may miss a rule: those in which a pattern matches (all, if it matches only when something is
        read once and remembered), or those that hold a word of the entry."""
        with os.fdopen(_forked(lambda: self._matching(items))[1], "rb") as answer:
            failing, indexes = pickle.loads(answer.read())  # noqa: S301
        if failing:
            pytest.exit(f"fails with every rule in its place: {failing}", returncode=2)
        os.wait()
        chosen = dict(zip(self.chosen, indexes, strict=True))
        holding = {rule: [i for i in items if rule.may_be_missed(i)] for rule in self.chosen if isinstance(rule, Entry)}
        return {
            rule: holding.get(rule, items) if found is None else [items[i] for i in found]
            for rule, found in chosen.items()
        }

    def _matching(self, items: list[pytest.Item]) -> tuple[str, list[list[int] | None]]:
        now: set[Rule] = set()
        for rule in self.chosen:
            if isinstance(rule, Pattern):
                rule.replace(lambda pattern, rule=rule: Watched(pattern, lambda: now.add(rule)))  # type: ignore[misc]
        seen: list[dict[Rule, list[int]]] = [{}, {}]
        for run in seen:
            for i, item in enumerate(items):
                now.clear()
                if failing := _first_failing([item]):
                    return failing, []
                for rule in now:
                    run.setdefault(rule, []).append(i)
        first, second = seen
        return "", [_may_miss(rule, first.get(rule, []), second.get(rule, [])) for rule in self.chosen]

    def _all(self, waiting: list[tuple[Rule, list[pytest.Item]]]) -> Iterator[tuple[Rule, str]]:
        """Each rule with the first test that fails without it, as the processes come back."""
        running: dict[int, tuple[Rule, int]] = {}
        while waiting or running:
            while waiting and len(running) < self.workers:
                rule, items = waiting.pop(0)
                pid, pipe = _forked(lambda rule=rule, items=items: _without(rule, items))  # type: ignore[misc]
                running[pid] = rule, pipe
            pid, _ = os.wait()
            rule, pipe = running.pop(pid)
            with os.fdopen(pipe, "rb") as answer:
                yield rule, pickle.loads(answer.read() or pickle.dumps("the process died"))  # noqa: S301


def _may_miss(rule: Rule, first: list[int], second: list[int]) -> list[int] | None:
    once = bool(first) and not second
    return None if isinstance(rule, Entry) or once else sorted({*first, *second})


def _without(rule: Rule, items: Iterable[pytest.Item]) -> str:
    rule.take_out()
    return _first_failing(items)[:4000]


def _first_failing(items: Iterable[pytest.Item]) -> str:
    """The first test that fails; empty when all pass."""
    for item in items:
        reports = runtestprotocol(item, log=False, nextitem=None)
        if any(report.failed for report in reports):
            return item.nodeid.encode().decode("unicode_escape").replace("\n", " ")
    return ""


def _forked(work: Callable[[], Any]) -> tuple[int, int]:
    """A process that does the work and writes what it returns; its id and the pipe to read from."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid:
        os.close(theirs)
        return pid, ours
    with os.fdopen(theirs, "wb") as answer:
        answer.write(pickle.dumps(work()))
    os._exit(0)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rules", nargs="*", help="only rules whose name contains one of these")
    parser.add_argument("--tests", nargs="+", type=Path, default=[TESTS / "language", TESTS / "indicators"])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    plugin = TakenOut(rules(given.rules), given.workers)
    machinery = [TESTS / "language" / f"test_{name}.py" for name in ("cues", "edges")]  # ask the patterns themselves
    options = [
        "-q",
        *(f"--ignore={path}" for path in machinery),
        "-k",
        "not costs_no_more and not missed_without",
        "-p",
        "no:xdist",
        "-p",
        "no:cacheprovider",
        "-m",
        "not slow",
        *map(str, given.tests),
    ]
    return int(pytest.main(options, plugins=[plugin])) or bool(plugin.missed)


if __name__ == "__main__":
    sys.exit(main())
