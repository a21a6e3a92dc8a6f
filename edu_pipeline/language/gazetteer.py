"""The names of China's divisions, ready to be looked up.

What belongs here: divisions.csv with the time each division stood, how a division is written in full and in
short, and which names a text may mean (`Name`, `scan`).  What does not: where a text names a place (places)
and what a number is about (place_scope).
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from edu_pipeline.reference import any_of, read, under, words

COUNTRY = "100000"
_RANKS = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "zone": 4}
_KIND = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|林区|特区|矿区|[省市县区旗盟州])$")


@dataclass(frozen=True, slots=True)
class Region:
    """A place: `code` by GB/T 2260 (None for a zone without one), full name, level, code of the place above it."""

    code: str | None
    name: str
    level: str
    parent_code: str | None


@dataclass(frozen=True, slots=True)
class Division:
    """One row of divisions.csv; `former` holds earlier names under the same code with their last day."""

    region: Region
    valid_from: date | None
    valid_to: date | None
    successor_code: str | None
    former: tuple[tuple[str, date], ...]

    def stood(self, on: date | None) -> bool:
        """Whether it stood on that day; on an unknown day, whether it stands now."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a written name.  `form`: full, short or former; `weak` needs the article's home beside it."""

    code: str
    form: str
    weak: bool
    common: bool


@cache
def _table() -> dict[str, Division]:
    rows = csv.DictReader(read("divisions.csv").splitlines())
    return {row["region_code"]: _division(row) for row in rows}


def _division(row: dict[str, str]) -> Division:
    region = Region(row["region_code"], row["name"], row["level"], row["parent_code"] or None)
    former = tuple(
        (name, date.fromisoformat(day))
        for name, _, day in (f.partition("@") for f in row["former_names"].split(";") if f)
    )
    return Division(region, _day(row["valid_from"]), _day(row["valid_to"]), row["successor_code"] or None, former)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def divisions() -> list[dict[str, Any]]:
    """All divisions as rows of the table `regions` (code_tables.py), in order of their codes."""
    return [
        {
            "region_code": code,
            "name": division.region.name,
            "level": division.region.level,
            "parent_code": division.region.parent_code,
            "valid_from": division.valid_from,
            "valid_to": division.valid_to,
            "successor_code": division.successor_code,
        }
        for code, division in sorted(_table().items())
    ]


def division(code: str) -> Division | None:
    """The division of that code, standing or abolished."""
    return _table().get(code)


def known(code: str) -> Division:
    """The division of a code that is surely one.  Raises KeyError."""
    return _table()[code]


@lru_cache(maxsize=8192)
def region(code: str, on: date | None = None) -> Region:
    """The place of that code under the name it bore on that day.

    Raises KeyError for a code that was never one.
    """
    found = _table()[code]
    if on is not None:
        for name, last in found.former:
            if on <= last:
                return Region(code, name, found.region.level, found.region.parent_code)
    return found.region


@lru_cache(maxsize=8192)
def chain(code: str | None) -> tuple[str, ...]:
    """The code and those of the places above it, the country last; empty for None."""
    codes: list[str] = []
    while code is not None and code in _table():
        codes.append(code)
        code = _table()[code].region.parent_code
    return tuple(codes)


def lineage(place: Region | None) -> tuple[str, ...]:
    """As `chain`, also for a zone without a code: then from the place it lies in."""
    if place is None:
        return ()
    return chain(place.code) if place.code else chain(place.parent_code)


def relation(place: Region, home: Region | None) -> str:
    """home, within it, above it, or elsewhere."""
    if home is None:
        return "elsewhere"
    if place.code == home.code if place.code is not None else place == home:
        return "home"
    above = lineage(place)
    if place.code is None:
        return "within" if home.code in above else "elsewhere"
    if home.code in above:
        return "within"
    return "above" if place.code in lineage(home) else "elsewhere"


def rank(level: str) -> int:
    """0 country, 1 province, 2 prefecture, 3 county, 4 zone."""
    return _RANKS[level]


def nearness(code: str, home: Region | None) -> int:
    """How near a division is to `home`: 0 itself, 1 within it, 2 above it, 3 a sibling in one prefecture,
    4 in the same province, 9 elsewhere (or no home)."""
    if home is None:
        return 9
    mine, its = chain(code), lineage(home)
    if not its:
        return 9
    if code == home.code:
        return 0
    if its[0] in mine:
        return 1
    if code in its:
        return 2
    return _kinship(mine, its)


def _kinship(mine: tuple[str, ...], its: tuple[str, ...]) -> int:
    shared = [code for code in mine if code in its and code != COUNTRY]
    if not shared:
        return 9
    return 3 if rank(_table()[shared[0]].region.level) == 2 else 4


@cache
def _stem_pattern() -> re.Pattern[str]:
    peoples = any_of("place_names.yaml", "peoples")
    return re.compile(rf"^(.{{2,}}?)(?:(?:{peoples})族?)+(?:自治[州县旗]|区)$")


def short_forms(name: str) -> tuple[str, ...]:
    """The usual short forms of a full name, the longer first: 道真仡佬族苗族自治县 is 道真自治县, 道真县 and 道真."""
    matched = _stem_pattern().match(name)
    if matched and not (name.endswith("区") and "族" not in name):
        stem = matched[1]
        full = (stem + name[-3:],) if name[-3:-1] == "自治" else ()
        return (*full, stem + name[-1], stem)
    if name.endswith(("自治县", "自治旗", "自治州")):
        stem = name[:-3].removesuffix("族")
        return (stem + name[-1], stem)
    stem = _KIND.sub("", name)
    return (stem,) if len(stem) >= 2 and stem != name else ()


def _written() -> Iterator[tuple[str, Name]]:
    """Every way of writing every division."""
    common = frozenset(words("common_words.yaml", "words"))
    short: dict[str, list[str]] = under("place_names.yaml", "short")
    for code, found in _table().items():
        if code == COUNTRY:
            continue
        county = found.region.level == "county"
        for name, form in [(found.region.name, "full"), *((name, "former") for name, _ in found.former)]:
            yield name, Name(code, form, len(name) < 3 or name in common, name in common)
            for brief in (*short_forms(name), *(short.get(code, ()) if form == "full" else ())):
                weak = brief in common or (county and brief[-1] not in "县旗")
                yield brief, Name(code, "short", weak, brief in common)


@cache
def names() -> dict[str, tuple[Name, ...]]:
    """Every written name with its readings."""
    gathered: dict[str, dict[str, Name]] = {}
    for written, name in _written():
        gathered.setdefault(written, {}).setdefault(name.code, name)
    return {written: tuple(readings.values()) for written, readings in gathered.items()}


def _not_names(known: dict[str, object]) -> Iterator[tuple[str, int]]:
    """Stretches of text that only look like a short name, and how much of them is no name: 扩大|连, 其中|山丹, 南通过|."""
    starting: dict[str, list[str]] = {}
    ending: dict[str, list[str]] = {}
    for name in known:
        if len(name) == 2:
            starting.setdefault(name[0], []).append(name)
            ending.setdefault(name[1], []).append(name)
    for word in words("common_words.yaml", "left"):
        yield from ((word + name[1:], len(word)) for name in starting.get(word[-1], ()))
    for word in words("common_words.yaml", "right"):
        yield from ((name[:-1] + word, len(name) - 1 + len(word)) for name in ending.get(word[0], ()))


@cache
def _heads() -> dict[str, tuple[tuple[str, object], ...]]:
    """Everything that is looked for, by its first two characters, the longest first."""
    known: dict[str, object] = dict(names())
    here: dict[str, list[str]] = under("place_names.yaml", "here")
    known.update({word: letter for letter, listed in here.items() for word in listed})
    for kind in ("zones", "zone_tails"):
        known.update({zone: kind for zone in words("place_names.yaml", kind) if zone not in known})
    for stretch, hidden in list(_not_names(known)):
        known.setdefault(stretch, hidden)
    heads: dict[str, list[tuple[str, object]]] = {}
    for name, value in known.items():
        heads.setdefault(name[:2], []).append((name, value))
    return {head: tuple(sorted(listed, key=lambda pair: -len(pair[0]))) for head, listed in heads.items()}


@cache
def _gate() -> re.Pattern[str]:
    """A character that a name can begin with, before one that can be its second."""
    first, second = (re.escape("".join({head[i] for head in _heads()})) for i in (0, 1))
    return re.compile(f"[{first}](?=[{second}])")


def scan(text: str, until: int = sys.maxsize) -> Iterator[tuple[int, int, object]]:
    """At each character before `until` the longest thing that starts there, if any: start, end and what it is.

    A tuple of Name; a str for an unnamed place (the letter 市, 省 …), a zone ("zones") or the end of a zone's name
    ("zone_tails"); for a stretch that only looks like a name, how much of it is none.  What overlaps is for the reader to drop.  Where a
    name can begin is told by its first two characters: with thousands of first ones this takes a third of the time of
    an Aho-Corasick automaton.
    """
    heads = _heads()
    for gate in _gate().finditer(text, 0, min(until, len(text)) + 1):
        start = gate.start()
        for name, value in heads.get(text[start : start + 2], ()):
            if text.startswith(name, start):
                yield start, start + len(name), value
                break
