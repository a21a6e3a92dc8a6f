"""No pattern tries a long row of characters in every way: one such line would hold up a whole run.

What belongs here: the named patterns of the packages that read, each over rows of its own letters.  What does not: readers of
formats and what is sent to them to do harm (test_harm, test_fuzz_readers).
"""

from __future__ import annotations

import random
import re
import signal
from collections.abc import Iterator

import pytest
from taken_out import PACKAGES, patterns

from edu_pipeline.extract import extract_document

LONG = 80
TRIES = 100
SECONDS = 0.5
"""A search that is not endless takes some microseconds."""


def _rows(pattern: re.Pattern[str], seed: str) -> Iterator[str]:
    """Rows of one to three of the characters that a pattern is written with, behind one of its words or some of these."""
    chance = random.Random(seed)
    written = re.sub(r"\\[a-zA-Z]", "", pattern.pattern)
    pool = [*dict.fromkeys(c for c in written if not c.isascii() or c.isalnum())][:40] + [*"91年所，、 .,"]
    words = re.findall("[一-鿿]{2,4}", written) or [*"年所"]
    for _ in range(TRIES):
        some = "".join(chance.choices(pool, k=chance.choice((1, 1, 2, 2, 3))))
        piece = chance.choice((some, some, chance.choice(words), "9"))
        before = chance.choice((chance.choice(words), some, ""))
        yield before + piece * (LONG // len(piece)) + chance.choice(("!", "，", "一", "9", ""))


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
    every = {str(one): one.compiled for one in patterns(["edu_pipeline.reading", *PACKAGES])}
    named = {name: pattern for name, pattern in every.items() if isinstance(pattern.pattern, str)}  # some look at bytes
    assert len(named) > 700
    endless = [(name, row) for name, pattern in named.items() for row in _rows(pattern, name) if _endless(pattern, row)]
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
