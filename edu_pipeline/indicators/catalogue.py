"""The catalogue of indicators, and the levels, units and standards beside it, read from reference/*.yaml.

What belongs here: the shape of those files, and checking them.  What does not: which words mean what (the files
themselves), reading YAML (reference_files), and how a word in a text is linked to an indicator (lexicon, linking).

Everything is read once and never changes: the functions without an argument are cached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from edu_pipeline.indicators.reference_files import (
    Entry,
    Range,
    spellings,
    to_mapping,
    to_number,
    to_range,
    to_words,
)
from edu_pipeline.reference import CatalogueError, load
from edu_pipeline.schema import COMPARATORS, LEVELS, MEASURES

__all__ = ["Alias", "Catalogue", "CatalogueError", "Indicator", "Level", "Standard", "Unit", "catalogue", "levels"]
__all__ += ["spellings", "standards", "units"]

ACCOUNTING = ("stock", "flow", "rate")
OVER_100 = ("expected", "doubtful", "impossible", "not_applicable")
SCOPES = ("country", "county", "school")


class Alias(NamedTuple):
    """Words that documents use for an indicator.

    `level`, `measure` and `unit` are what the words themselves say (小学净入学率: primary), else None.
    A `weak` alias (教师, 资金) counts only together with a unit or verb that fits.
    """

    text: str
    level: str | None = None
    measure: str | None = None
    unit: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator; bounds are in `unit`, None where there is none.

    `units_allowed` are the units of its measure "level"; `allowed(measure)` gives those of the others.
    """

    code: str
    name_zh: str
    name_en: str
    group: str
    definition: str
    definition_source: str
    unit: str
    units_allowed: tuple[str, ...]
    accounting: str
    soft_min: float | None
    soft_max: float | None
    hard_min: float | None
    hard_max: float | None
    over_100: str
    bounds_source: str | None
    default_level: str
    allowed_levels: tuple[str, ...]
    level_bounds: Mapping[str, Range]
    aliases: tuple[Alias, ...]
    cues: tuple[str, ...]

    def allowed(self, measure: str) -> tuple[str, ...]:
        """Units that a value of this measure may carry."""
        if measure == "growth":
            return ("%",)
        if measure == "rank":
            return ("rank",)
        if measure in ("change", "gap") and self.unit == "%":
            return ("pp",)
        # the growth of a count may be compared too: 增幅高于全省3个百分点
        return (*self.units_allowed, "pp", "%") if measure == "gap" else self.units_allowed

    def soft_bounds(self, level: str) -> Range:
        """Soft bounds at one level of education."""
        return self.level_bounds.get(level, (self.soft_min, self.soft_max))


@dataclass(frozen=True, slots=True)
class Level:
    """A level of education; `words` name it in documents."""

    code: str
    name_zh: str
    name_en: str
    isced_2011: tuple[str, ...]
    description: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit; `words` maps a printed word to the factor that turns it into this unit."""

    code: str
    name_zh: str
    name_en: str
    dimension: str
    words: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Standard:
    """A norm or target that a national paper sets: `comparator` (ge, gt, le, lt, eq) `value` is what it asks for.

    `scope` says what it binds: a county's figure, every single school, or the country's average.
    """

    code: str
    name: str
    indicator: str
    level: str
    comparator: str
    value: float
    unit: str
    scope: str
    source: str
    valid_from: date
    valid_to: date | None
    note: str | None

    def met(self, value: float) -> bool:
        """Whether a value meets it."""
        tests = {
            "ge": value >= self.value,
            "gt": value > self.value,
            "le": value <= self.value,
            "lt": value < self.value,
            "eq": value == self.value,
        }
        return tests[self.comparator]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All indicators by code.

    `uncatalogued` are names of statistics that have no code; `decoys` strings in which a word of the catalogue or of
    a level only seems to stand (其中专任教师): words wholly inside one are not there.
    """

    indicators: Mapping[str, Indicator]
    groups: Mapping[str, str]
    uncatalogued: tuple[str, ...]
    decoys: tuple[str, ...]

    def __getitem__(self, code: str) -> Indicator:
        return self.indicators[code]

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators.values())

    def __len__(self) -> int:
        return len(self.indicators)


@cache
def catalogue() -> Catalogue:
    """The indicators of reference/catalogue.yaml; CatalogueError when the file is not sound."""
    return parse_catalogue(load("catalogue.yaml"))


@cache
def levels() -> dict[str, Level]:
    """The levels of reference/levels.yaml by code, in the order of schema.LEVELS."""
    return parse_levels(load("levels.yaml"))


@cache
def units() -> dict[str, Unit]:
    """The units of reference/units.yaml by code."""
    return parse_units(load("units.yaml"))


@cache
def standards() -> dict[str, Standard]:
    """The standards of reference/standards.yaml by code."""
    return parse_standards(load("standards.yaml"))


def parse_levels(data: object) -> dict[str, Level]:
    """Levels from the parsed file; a word may name one level only."""
    file = "levels.yaml"
    found: dict[str, Level] = {}
    owner: dict[str, str] = {}
    for code, body in to_mapping(file, data).items():
        entry = Entry(file, code, body)
        words = to_words(entry, "words")
        isced = tuple(str(v) for v in entry.list_("isced_2011"))
        found[code] = Level(
            code, entry.text("name_zh"), entry.text("name_en"), isced, entry.text("description"), tuple(words)
        )
        entry.done()
        for word in words:
            if owner.setdefault(word, code) != code:
                raise entry.fail("words", f"{word} already names {owner[word]}")
    if set(found) != set(LEVELS):
        raise CatalogueError(f"{file}: levels differ from schema.LEVELS: {sorted(set(found) ^ set(LEVELS))}")
    return {code: found[code] for code in LEVELS}


def parse_units(data: object) -> dict[str, Unit]:
    """Units from the parsed file; a printed word stands for one unit only."""
    file = "units.yaml"
    found: dict[str, Unit] = {}
    owner: dict[str, str] = {}
    for code, body in to_mapping(file, data).items():
        entry = Entry(file, code, body)
        words: dict[str, float] = {}
        for word in entry.list_("words"):
            plain = word if isinstance(word, dict) else {"text": word, "factor": 1}
            text = plain.get("text")
            if not isinstance(text, str) or not text:
                raise entry.fail("words", f"{text!r} is not a word (quote it?)")
            words[text] = to_number(entry, "words", plain.get("factor", 1))
            if owner.setdefault(text, code) != code:
                raise entry.fail("words", f"{text} already stands for {owner[text]}")
        found[code] = Unit(code, entry.text("name_zh"), entry.text("name_en"), entry.text("dimension"), words)
        entry.done()
    return found


def parse_catalogue(data: object) -> Catalogue:
    """Indicators from the parsed file; groups, units and levels that they name must exist."""
    file = "catalogue.yaml"
    top = Entry(file, "top", data)
    groups = to_mapping(f"{file}: groups", top.get("groups"))
    named = _by_length(word for level in levels().values() for word in level.words)
    level_of = {word: level.code for level in levels().values() for word in level.words}
    found: dict[str, Indicator] = {}
    for code, body in to_mapping(f"{file}: indicators", top.get("indicators")).items():
        found[code] = _indicator(Entry(file, f"indicators.{code}", body), code, groups, named, level_of)
    uncatalogued, decoys = tuple(to_words(top, "uncatalogued")), tuple(to_words(top, "decoys"))
    top.done()
    _unshared(file, found, uncatalogued)
    return Catalogue(found, groups, uncatalogued, decoys)


def _by_length(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))))


def _indicator(
    entry: Entry, code: str, groups: Mapping[str, str], named: re.Pattern[str], level_of: Mapping[str, str]
) -> Indicator:
    unit = entry.one_of("unit", units())
    allowed = entry.list_("units_allowed") or [unit]
    for other in allowed:
        if other not in units():
            raise entry.fail("units_allowed", f"{other!r} is not in units.yaml")
    soft, hard = to_range(entry, "soft", entry.get("soft")), to_range(entry, "hard", entry.get("hard"))
    _nested(entry, "soft", soft, hard)
    default_level = entry.one_of("default_level", LEVELS)
    allowed_levels = tuple(entry.list_("allowed_levels"))
    if set(allowed_levels) - set(LEVELS):
        raise entry.fail("allowed_levels", f"not levels: {sorted(set(allowed_levels) - set(LEVELS))}")
    indicator = Indicator(
        code=code,
        name_zh=entry.text("name_zh"),
        name_en=entry.text("name_en"),
        group=entry.one_of("group", groups),
        definition=entry.text("definition"),
        definition_source=entry.text("definition_source"),
        unit=unit,
        units_allowed=tuple(allowed),
        accounting=entry.one_of("accounting", ACCOUNTING),
        soft_min=soft[0],
        soft_max=soft[1],
        hard_min=hard[0],
        hard_max=hard[1],
        over_100=entry.one_of("over_100", OVER_100, None if unit == "%" else "not_applicable"),
        bounds_source=entry.optional("bounds_source"),
        default_level=default_level,
        allowed_levels=allowed_levels,
        level_bounds=_level_bounds(entry, hard),
        aliases=_aliases(entry, default_level, named, level_of),
        cues=tuple(to_words(entry, "cues")),
    )
    entry.done()
    if hard != (None, None) and indicator.bounds_source is None:
        raise entry.fail("bounds_source", "bounds need a source")
    return indicator


def _nested(entry: Entry, key: str, soft: Range, hard: Range) -> None:
    below = soft[0] is not None and hard[0] is not None and soft[0] < hard[0]
    above = soft[1] is not None and hard[1] is not None and soft[1] > hard[1]
    if below or above:
        raise entry.fail(key, f"soft bounds {soft} reach beyond the hard bounds {hard}")


def _level_bounds(entry: Entry, hard: Range) -> dict[str, Range]:
    """Soft bounds that hold at one level only: {level: [low, high]}."""
    data = entry.get("soft_by_level") or {}
    if not isinstance(data, dict) or set(data) - set(LEVELS):
        raise entry.fail("soft_by_level", "must map levels to [lowest, highest]")
    bounds = {level: to_range(entry, f"soft_by_level.{level}", value) for level, value in data.items()}
    for level, soft in bounds.items():
        _nested(entry, f"soft_by_level.{level}", soft, hard)
    return bounds


def _aliases(
    entry: Entry, default_level: str, named: re.Pattern[str], level_of: Mapping[str, str]
) -> tuple[Alias, ...]:
    """Aliases with their choices written out; a level word inside an alias gives it its level unless it says so itself."""
    found: dict[str, Alias] = {}
    for written in entry.list_("aliases"):
        body = written if isinstance(written, dict) else {"text": written}
        listed = body.get("text")
        texts = listed if isinstance(listed, list) else [listed]
        level, measure = body.get("level"), body.get("measure")
        if set(body) - {"text", "level", "measure", "unit", "weak"}:
            raise entry.fail("aliases", f"unknown key in {body!r}")
        if level not in {None, *LEVELS} or measure not in (None, *MEASURES) or body.get("unit") not in (None, *units()):
            raise entry.fail("aliases", f"unknown level, measure or unit in {body!r}")
        for text in texts:
            if not isinstance(text, str) or not text:
                raise entry.fail("aliases", f"{text!r} is not a text (quote it?)")
            for plain in spellings(text):
                inside = named.search(plain) if level is None else None
                own = level or (level_of[inside.group()] if inside else None)
                alias = Alias(plain, own, measure, body.get("unit"), body.get("weak") is True)
                if found.setdefault(plain, alias) != alias:
                    raise entry.fail("aliases", f"{plain} is written twice with different meanings")
    if not found:
        raise entry.fail("aliases", "an indicator needs words that documents use for it")
    return tuple(found.values())


def _unshared(file: str, found: Mapping[str, Indicator], uncatalogued: Iterable[str]) -> None:
    """A strong alias belongs to one indicator, or to several that their units keep apart; it is no uncatalogued word."""
    hidden = set(uncatalogued)
    owners: dict[str, list[Indicator]] = {}
    for indicator in found.values():
        for alias in indicator.aliases:
            if alias.weak:
                continue
            where = f"{file}: indicators.{indicator.code}: aliases: {alias.text}"
            if alias.text in hidden:
                raise CatalogueError(f"{where} is listed as uncatalogued too")
            for other in owners.setdefault(alias.text, []):
                if not set(other.units_allowed).isdisjoint(indicator.units_allowed):
                    raise CatalogueError(f"{where} belongs to {other.code} too, in the same unit")
            owners[alias.text].append(indicator)


def parse_standards(data: object) -> dict[str, Standard]:
    """Standards from the parsed file; indicator, level and unit must exist and fit."""
    file = "standards.yaml"
    found: dict[str, Standard] = {}
    for code, body in to_mapping(file, data).items():
        entry = Entry(file, code, body)
        indicator = entry.one_of("indicator", catalogue().indicators)
        valid_from, valid_to = entry.day("valid_from"), entry.day("valid_to")
        if valid_from is None:
            raise entry.fail("valid_from", "is missing")
        if valid_to is not None and valid_to < valid_from:
            raise entry.fail("valid_to", "lies before valid_from")
        found[code] = Standard(
            code=code,
            name=entry.text("name"),
            indicator=indicator,
            level=entry.one_of("level", LEVELS),
            comparator=entry.one_of("comparator", [c for c in COMPARATORS if c != "approx"]),
            value=entry.number("value"),
            unit=entry.one_of("unit", catalogue()[indicator].units_allowed, catalogue()[indicator].unit),
            scope=entry.one_of("scope", SCOPES),
            source=entry.text("source"),
            valid_from=valid_from,
            valid_to=valid_to,
            note=entry.optional("note"),
        )
        entry.done()
    return found
