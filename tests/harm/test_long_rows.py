"""No pattern tries a long row of characters in every way: one such line would hold up a whole run.

What belongs here: the named patterns of the packages that read, each over rows of its own letters.  What does not: readers of
formats and what is sent to them to do harm (test_harm, test_fuzz_readers).
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import signal
from collections.abc import Iterator
from types import ModuleType

import pytest

from edu_pipeline import indicators, language, reading
from edu_pipeline.extract import extract_document

LONG = 80
TRIES = 40
SECONDS = 2.0
"""A search that is not endless takes some microseconds."""


def _modules() -> Iterator[ModuleType]:
    for package in (reading, language, indicators):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(info.name)


def _patterns(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of a module by name, those within Cued, Ahead and Behind, and those that a function of it returns."""
    for name, value in vars(module).items():
        made = getattr(value, "__wrapped__", None)
        code = getattr(made, "__code__", None)
        if code and made.__module__ == module.__name__ and not code.co_argcount + code.co_kwonlyargcount:
            value = value() if "Pattern" in str(made.__annotations__.get("return")) else None
        pattern = value if isinstance(value, re.Pattern) else getattr(value, "pattern", None)
        if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
            yield name, pattern


def _rows(pattern: re.Pattern[str], seed: str) -> Iterator[str]:
    """Rows of one to three of the characters that a pattern is written with, behind others of them."""
    chance = random.Random(seed)
    letters = [*dict.fromkeys(c for c in re.sub(r"\\[a-zA-Z]", "", pattern.pattern) if not c.isascii() or c.isalnum())]
    pool = [*letters[:40], *"91年所，、 .,"]
    for _ in range(TRIES):
        piece = "".join(chance.choices(pool, k=chance.choice((1, 1, 2, 2, 3))))
        before = "".join(chance.choices(pool, k=chance.choice((0, 1, 3))))
        yield before + piece * (LONG // len(piece)) + chance.choice(("!", "一", "9", ""))


@pytest.fixture
def impatient() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def _endless(pattern: re.Pattern[str], row: str) -> bool:
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        pattern.search(row)
        pattern.match(row)
    except TimeoutError:
        return True
    signal.setitimer(signal.ITIMER_REAL, 0)
    return False


def test_an_endless_pattern_is_told(impatient: None) -> None:
    assert _endless(re.compile(r"(?:\d[\d.]*)*$"), "1" * 60 + "!")
    assert not _endless(re.compile(r"(?:\d[\d.]*+)*$"), "1" * 60 + "!")


def test_no_pattern_tries_a_row_of_its_letters_in_every_way(impatient: None) -> None:
    seen, endless = set(), []
    for module in _modules():
        for name, pattern in _patterns(module):
            if pattern not in seen:
                seen.add(pattern)
                endless += [(module.__name__, name, row) for row in _rows(pattern, name) if _endless(pattern, row)]
    assert len(seen) > 500
    assert not endless


@pytest.mark.parametrize(
    "text",
    [
        f"抽查了第{'9' * 50}届学校，全市调研，所学校12所。",  # a row of digits behind 抽查
        f"走访{'1.2,' * 30}，所学校12个。",
        f"{'有近' * 60}12所。",
        f"全市{'上内从现有共有' * 40}小学12所。",
        f"{'1、' * 60}学校12所。",
    ],
)
def test_a_document_with_such_a_row_is_read(text: str) -> None:
    rows = extract_document(text.encode(), "row.txt")
    assert any(q["text"].startswith("12") for q in rows["quantities"])


def test_a_rank_within_a_span_of_months_is_none() -> None:
    rows = extract_document("排名第12—1月。".encode(), "rank.txt")
    spans = sorted((q["start"], q["end"]) for q in rows["quantities"])
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
