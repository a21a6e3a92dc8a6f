"""Of whom or of what a statement speaks, beside its indicator and level: a key that keeps 省级 and 市级 apart.

What belongs here: a label reduced to the words that set its population apart.  What does not: those words
(reference/populations.yaml), and what follows from equal populations (relations, facts).

A label is what the text calls a number (遴选首批“大思政课”实践教学基地).  Its population is the set of words of the groups
of populations.yaml that it holds, and what is left of it when the indicator's own names, places, levels and filler are
taken away.  A remainder is kept as it is: an unknown word keeps statements apart rather than joins them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from edu_pipeline.indicators.catalogue import catalogue, levels
from edu_pipeline.indicators.reference_files import Entry, to_mapping, to_words
from edu_pipeline.reference import CatalogueError, load

UNKNOWN_GRADE = "unknown_grade"
_FILE = "populations.yaml"
_MARKS = re.compile(r"[\s“”\"'‘’《》〈〉「」【】,，。、;；:：!！?？·—\-]")
_BRACKETS = re.compile(r"[(（](?!略[)）])[^()（）]*[)）]")
_DATED = re.compile(r"[0-9０-９][0-9０-９.．]*|[“\"]?十[一二三四五]五[”\"]?(?:以来|期间|时期)?")


@dataclass(frozen=True, slots=True)
class Population:
    """`words`: group -> what the label says; `rest`: what no list knows; `firm`: whether it holds a name of its indicator
    that needs no other word beside it; `named`: whether it holds any name of it;
    `core`: the label without filler; `apart`: those of `words` that the indicator's own name has not."""

    words: tuple[tuple[str, str], ...]
    rest: str
    firm: bool
    named: bool
    core: str
    apart: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The population as one string; empty when the label says nothing but the indicator."""
        said = [f"{group}={word}" for group, word in self.words]
        return ";".join([*said, self.rest] if self.rest else said)

    @property
    def told(self) -> str | None:
        """The words that set it apart, as the table facts gives them: 民办、城区; None when no known word does."""
        return "、".join(self.apart) or None

    @property
    def others(self) -> str | None:
        """What else keeps it apart, as the table facts gives it: words that the indicator's own name has too, and the rest."""
        said = [word for _, met in self.words for word in met.split("+") if word not in self.apart]
        return "、".join([*said, self.rest] if self.rest else said) or None

    @property
    def redacted(self) -> bool:
        """Whether the grade was taken out of the text."""
        return any(group == UNKNOWN_GRADE for group, _ in self.words)

    def without(self, *groups: str) -> tuple[tuple[str, str], ...]:
        """The words of all groups but these."""
        return tuple((group, word) for group, word in self.words if group not in groups)

    def agrees(self, other: Population) -> bool:
        """Whether the words of no group contradict: each side may say more than the other."""
        mine, theirs = dict(self.words), dict(other.words)
        shared = (mine.keys() & theirs.keys()) - {UNKNOWN_GRADE}
        return all(set(mine[g].split("+")) & set(theirs[g].split("+")) for g in shared)


@dataclass(frozen=True)
class _Group:
    name: str
    pattern: re.Pattern[str]
    meaning: Mapping[str, str]
    only: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True)
class _Words:
    groups: tuple[_Group, ...]
    filler: re.Pattern[str]
    umbrella_levels: frozenset[str]
    umbrella_indicators: frozenset[str]
    divisions: Mapping[str, re.Pattern[str]]
    circles: re.Pattern[str]


@cache
def _words() -> _Words:
    top = Entry(_FILE, "top", load(_FILE))
    umbrella = to_mapping(f"{_FILE}: umbrella", top.get("umbrella"))
    named = [word for level in levels().values() for word in level.words]
    groups = tuple(_group(name, body) for name, body in to_mapping(f"{_FILE}: groups", top.get("groups")).items())
    found = _Words(
        groups,
        _longest_first([*to_words(top, "filler"), *named]),
        frozenset(umbrella["levels"]),
        frozenset(umbrella["indicators"]),
        {
            name: _longest_first(map(str, listed))
            for name, listed in to_mapping(f"{_FILE}: divisions", top.get("divisions")).items()
        },
        _longest_first(to_words(top, "circles")),
    )
    top.done()
    return found


def _group(name: str, body: object) -> _Group:
    entry = Entry(_FILE, f"groups.{name}", body)
    meaning: dict[str, str] = {}
    for same in entry.list_("same"):
        for word in same:
            if meaning.setdefault(_plain(word), str(same[0])) != same[0]:
                raise entry.fail("same", f"{word} is listed twice")
    only, unless = frozenset(entry.list_("only")), frozenset(entry.list_("unless"))
    entry.done()
    unknown = sorted((only | unless) - set(catalogue().indicators))
    if unknown:
        raise CatalogueError(f"{_FILE}: groups.{name}: not in the catalogue: {', '.join(unknown)}")
    return _Group(name, _longest_first(meaning), meaning, only, unless)


def _longest_first(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))))


def _plain(label: str) -> str:
    return _MARKS.sub("", _BRACKETS.sub("", label)).replace("（略）", "(略)")


@cache
def _names(indicator: str) -> re.Pattern[str] | None:
    """The names of an indicator that need no other word beside them."""
    names = {_plain(a.text) for a in catalogue()[indicator].aliases if not a.weak} - {""}
    return _longest_first(names) if names else None


@cache
def _weak_names(indicator: str) -> re.Pattern[str] | None:
    """The names of an indicator that need a fitting unit or verb beside them."""
    names = {_plain(a.text) for a in catalogue()[indicator].aliases if a.weak} - {""}
    return _longest_first(names) if names else None


@cache
def _own_words(indicator: str) -> frozenset[str]:
    """The words of groups that the name of an indicator holds: 骨干 of 骨干教师."""
    known = catalogue().indicators.get(indicator)
    return frozenset(
        group.meaning[word]
        for group in _words().groups
        for word in group.pattern.findall(_plain(known.name_zh) if known else "")
    )


@lru_cache(maxsize=200_000)
def population(indicator: str, label: str, place: str | None = None) -> Population:
    """The population that a label names; `place` is the statement's own region, whose name says nothing more."""
    words = _words()
    plain = _DATED.sub("", _plain(label))
    for name in _short_forms(place):
        plain = plain.replace(name, "")
    said: list[tuple[str, str]] = []
    rest = plain
    names = _names(indicator) if indicator in catalogue().indicators else None
    firm = names is not None and names.search(rest) is not None
    for group in words.groups:
        if indicator in group.unless or (group.only and indicator not in group.only):
            continue
        met = sorted({group.meaning[word] for word in group.pattern.findall(plain)})
        if met:
            said.append((group.name, "+".join(met)))
    if names is not None:
        rest = names.sub("\n", rest)
    for group in words.groups:
        rest = group.pattern.sub("\n", rest)
    rest = words.filler.sub("", rest).replace("\n", "")
    weak = _weak_names(indicator) if names is not None else None
    named = firm or (weak is not None and weak.search(plain) is not None)
    own = _own_words(indicator)
    apart = [word for _, met in said for word in met.split("+") if word not in own]
    return Population(tuple(said), rest, firm, named, words.filler.sub("", plain), tuple(apart))


def _short_forms(place: str | None) -> list[str]:
    """金昌市 -> 金昌市, 金昌: as long as two characters are left."""
    if not place:
        return []
    short = re.sub(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|省|市|县|区|州|盟|旗)$", "", place)
    return [place, short] if len(short) >= 2 and short != place else [place]


def circle(clause: str) -> frozenset[str]:
    """Whom the words before a number set apart, where its label does not: 民办普通小学128所,在校生19.75万人."""
    return frozenset(_words().circles.findall(clause))


def umbrella(indicator: str, level: str) -> bool:
    """Whether a level is only a word for all schools, at this indicator."""
    words = _words()
    return level in words.umbrella_levels and indicator in words.umbrella_indicators


def division(label: str) -> str | None:
    """By what a label divides a total: `kind` (新建), `state` (在建), None when by neither or both."""
    plain = _plain(label)
    met = [name for name, pattern in _words().divisions.items() if pattern.search(plain)]
    return met[0] if len(met) == 1 else None
