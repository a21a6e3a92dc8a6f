"""Tables of rules: for each pattern sentences that are read by it, and sentences that it must leave alone.

    RULES = {
        "indicators.targets._BASE": Rule(                       # the pattern, by its module and name
            "a change's base is no target",                     # what a reader would say
            by=["优良率在58.3%的基础上再提高2个百分点 | 58.3% = fitness_excellent_rate _ 58.3 %", …],
            alone=["在现有基础上新建幼儿园8所 | 8所 = schools_built pre_primary 8 institution target", …],
        ),
    }

A line is a sentence and what its numbers state; how that is written is told where it is read (tests/indicators/conftest).
`by` needs its rule: with the pattern taken out, each of these lines comes out wrong.  `alone` are near misses, which come
out right.  A file of tables calls `table(RULES)` for its two tests.  One of lists of reference/, which stand first in their
rules and which taken_out.py takes out, calls `listed(RULES)` for its only one.

What belongs here: the form of such tables.  What does not: the sentences, and how they are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from taken_out import Pattern, never

LEAST_BY, LEAST_ALONE = 3, 2


@dataclass(frozen=True)
class Rule:
    """What a rule means, and its sentences; `paper` is what the reading is told of their document."""

    meaning: str
    by: Sequence[str]
    alone: Sequence[str]
    paper: Mapping[str, Any] = field(default_factory=dict)


@contextmanager
def without(name: str, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package as it is without a pattern."""
    with patch.context() as patched:
        module, _, pattern = name.rpartition(".")
        Pattern(f"edu_pipeline.{module}", pattern).replace(never, patched.setattr)
        yield


def parted(line: str) -> tuple[str, list[tuple[str, str]]]:
    """A line as its text (/ begins a new one) and the pairs of number and meaning."""
    text, *expected = re.split(r"\s*\|\s*", line.strip())
    pairs = [re.split(r"\s*=\s*", one, maxsplit=1) for one in expected]
    return text.replace("/", "\n"), [(number, meaning) for number, meaning in pairs]


def wrong(line: str, rule: Rule, reads: Callable[..., None]) -> str:
    """What is read otherwise than the line says; empty if nothing is."""
    text, expected = parted(line)
    try:
        reads(text, expected, **rule.paper)
    except AssertionError as error:
        return str(error) or "wrong"
    return ""


def listed(rules: Mapping[str, Rule]) -> Callable[..., None]:
    """The test of a table: that every line is right."""
    for name, rule in rules.items():
        assert len(set(rule.by)) >= LEAST_BY and len(set(rule.alone)) >= LEAST_ALONE, f"{name}: too few sentences"

    @pytest.mark.parametrize("name", rules)
    def right(name: str, reads: Callable[..., None]) -> None:
        found = [wrong(line, rules[name], reads) for line in (*rules[name].by, *rules[name].alone)]
        assert not any(found), "\n".join(filter(None, found))

    return right


def table(rules: Mapping[str, Rule]) -> tuple[Callable[..., None], Callable[..., None]]:
    """The tests of a table of patterns: that every line is right, and that those of a rule are wrong without it."""

    @pytest.mark.parametrize("name", rules)
    def missed(name: str, reads: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
        with without(name, monkeypatch):
            found = [line for line in rules[name].by if not wrong(line, rules[name], reads)]
        assert not found, f"{rules[name].meaning}: read without the rule as with it:\n" + "\n".join(found)

    return listed(rules), missed
