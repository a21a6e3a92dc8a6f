"""All the words that link a number to an indicator, found in one pass over a paragraph.

What belongs here: the automaton over the aliases and levels of the catalogue and the classes and topics of
linking.yaml, and which of two overlapping words counts.  What does not: deciding anything with them (linking).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import Any

import ahocorasick

from edu_pipeline.indicators.catalogue import catalogue, levels
from edu_pipeline.indicators.links import links
from edu_pipeline.indicators.markers import without_marker
from edu_pipeline.language.cues import Cues, bits_of_words, patterns_made
from edu_pipeline.reference import alternation, under


@dataclass(slots=True)
class Word:
    """What a word of the lexicon may be; `size` is how many characters it takes.

    `phrase`: it swallows the words inside it; `holds`: they are its inner ones.  `sorted`: it is of a sort that is looked
    for by itself (a level, a name, a verb, a topic).
    """

    text: str
    size: int
    codes: list[tuple[str, str | None]] = field(default_factory=list)  # strong alias: (indicator, level)
    level: str | None = None
    topic: str | None = None
    uncatalogued: bool = False
    decoy: bool = False
    linking: bool = False
    verb: bool = False
    phrase: bool = False
    holds: bool = False
    sorted: bool = False


@dataclass(slots=True)
class Hit:
    """A word of the lexicon at its place.

    `inner`: a longer word that may link holds it.  `swallowed`: a longer name of an indicator holds it.
    """

    start: int
    end: int
    word: Word
    inner: bool = False
    swallowed: bool = False


class Located(Sequence[Hit]):
    """Hits by position."""

    __slots__ = ("_hits", "_starts")

    def __init__(self, hits: list[Hit]) -> None:
        self._hits = hits
        self._starts = [h.start for h in hits]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self._hits)

    def __getitem__(self, index: Any) -> Any:
        return self._hits[index]

    def __len__(self) -> int:
        return len(self._hits)

    def within(self, start: int, end: int) -> list[Hit]:
        """Hits that lie in [start, end)."""
        starts = self._starts
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        return [h for h in self._hits[first:last] if h.end <= end] if first < last else []


class Hits(Located):
    """The hits of one text; `levels`, `names` (of indicators) and `verbs` are those of one sort.

    `cues`: those of the rules' patterns, which are found in the same pass.
    """

    __slots__ = ("_spelled", "_topic_starts", "_topics", "cues", "levels", "names", "verbs")

    def __init__(self, hits: list[Hit], cues: Cues) -> None:
        super().__init__(hits)
        self.cues = cues
        levels: list[Hit] = []
        names: list[Hit] = []
        verbs: list[Hit] = []
        self._topic_starts: list[int] = []
        self._topics: list[str] = []
        self._spelled: set[str] | None = None
        for hit in hits:
            word = hit.word
            if not word.sorted:
                continue
            if word.level:
                levels.append(hit)
            if word.codes:
                names.append(hit)
            if word.verb:
                verbs.append(hit)
            if word.topic:
                self._topic_starts.append(hit.start)
                self._topics.append(word.topic)
        self.levels, self.names, self.verbs = Located(levels), Located(names), Located(verbs)

    def spell(self, words: frozenset[str]) -> bool:
        """Whether one of the words is among the hits."""
        if self._spelled is None:
            self._spelled = {h.word.text for h in self._hits}
        return not words.isdisjoint(self._spelled)

    def topic_before(self, at: int) -> str | None:
        """The topic of the nearest word before an offset that has one."""
        i = bisect_left(self._topic_starts, at)
        return self._topics[i - 1] if i else None

    def topic_start(self, at: int) -> int:
        """Where that word stands; -1 where there is none."""
        i = bisect_left(self._topic_starts, at)
        return self._topic_starts[i - 1] if i else -1


@cache
def yielding() -> frozenset[str]:
    """Indicators whose aliases give way to a firm link."""
    return frozenset(under("linking.yaml", "yielding"))


@cache
def shares() -> dict[str, str]:
    """Counts whose share of the whole has a code of its own."""
    return dict(under("linking.yaml", "shares"))


@cache
def counts_of_rates() -> dict[str, str]:
    """The count that a rate is of."""
    return dict(under("linking.yaml", "counts_of_rates"))


@cache
def parts() -> tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]:
    """Shares that have a code by the words of the part and of the whole."""
    return tuple((tuple(part), tuple(whole), code) for part, whole, code in under("linking.yaml", "parts"))


@cache
def graded() -> tuple[re.Pattern[str], dict[str, str]]:
    """What names a grade of schools and nothing else (其中省级示范性), and what such schools are, by level."""
    said = under("linking.yaml", "graded")
    given_by, grades = alternation(said["given_by"]), alternation(said["grades"])
    return re.compile(rf"[,，、;；(（]?(?:其中|有|含|和|创建)*(?:{given_by})?(?:{grades})(?:有|共)?"), said["codes"]


def counted_under(heading: str) -> str | None:
    """(二)学生情况, 2.学生。总数3.7万人: the indicator that the one noun of a heading counts."""
    counts: dict[str, str] = under("linking.yaml", "headings")
    noun = without_marker(heading).strip(" \u3000:：。")
    return counts.get(noun.removesuffix("情况").removesuffix("数"))


@cache
def campaigns() -> frozenset[str]:
    """Campaigns whose names stand for a level."""
    return frozenset(under("linking.yaml", "campaigns"))


@cache
def verbs_of_works() -> dict[str, str]:
    """Verbs that say by themselves what was done to schools, with the indicator that counts it."""
    classes = under("linking.yaml", "classes")
    return {
        verb: code for name, code in (("build", "schools_built"), ("merge", "schools_merged")) for verb in classes[name]
    }


@cache
def verbs_of_staff() -> frozenset[str]:
    """Verbs that say by themselves how many teachers were hired."""
    return frozenset(under("linking.yaml", "classes", "recruit"))


@cache
def _words() -> dict[str, Word]:
    """The words of the lexicon as they are written."""
    words: dict[str, Word] = {}

    def word(text: str) -> Word:
        if text not in words:
            words[text] = Word(text, len(text))
        return words[text]

    known = catalogue()
    for indicator in known.indicators.values():
        for alias in indicator.aliases:
            if not alias.weak:
                word(alias.text).codes.append((indicator.code, alias.level))
    for text in known.uncatalogued:
        word(text).uncatalogued = True
    for text in known.decoys:
        word(text).decoy = True
    for level in levels().values():
        for text in level.words:
            word(text).level = level.code
    for topic, listed in under("linking.yaml", "topics").items():
        for text in listed:
            word(text).topic = topic
    for link in links():
        for text in (*link.head, *link.verb, *link.near, *link.after, *link.unless, *link.beside):
            word(text).linking = True
        for text in link.verb:
            word(text).verb = True
    for text, entry in list(words.items()):
        entry.phrase, entry.holds = bool(entry.codes) or entry.uncatalogued, entry.linking or entry.uncatalogued
        entry.sorted = bool(entry.level or entry.codes or entry.verb or entry.topic)
        words.setdefault(text.replace("(", "（").replace(")", "）"), entry)
    return words


@cache
def _automaton(patterns: int) -> Any:
    """All words of the lexicon, and the cues of so many patterns: (the word or None, the bits or 0)."""
    words, bits = _words(), bits_of_words()
    automaton = ahocorasick.Automaton()
    for text in dict.fromkeys((*words, *bits)):
        automaton.add_word(text, (words.get(text), bits.get(text, 0)))
    automaton.make_automaton()
    return automaton


def named(text: str) -> list[tuple[str, str | None]]:
    """The indicators, with levels, that a text is the whole name of."""
    word = _words().get(text)
    return word.codes if word else []


def find_words(text: str) -> Hits:
    """Every word of the lexicon in the text, also those inside longer ones, and the cues of the rules."""
    found: list[tuple[int, int, Word]] = []
    ends, bits = [], []
    for end, (word, cues) in _automaton(patterns_made()).iter(text):
        if word is not None:
            found.append((end + 1 - word.size, ~end, word))
        if cues:
            ends.append(end)
            bits.append(cues)
    if _ASIDE.search(text):
        found += _across_asides(text)
    found.sort(key=_PLACE)
    hits: list[Hit] = []
    reach = phrase_reach = decoy_reach = -1
    for start, last, word in found:
        end = -last
        if word.decoy:
            decoy_reach = max(decoy_reach, end)
        elif end > decoy_reach:  # words that only chance made (中专 in 其中专任教师) lie inside a decoy
            hits.append(Hit(start, end, word, end <= reach, end <= phrase_reach))
            if word.holds and end > reach:
                reach = end
            if word.phrase and end > phrase_reach:
                phrase_reach = end
    return Hits(hits, Cues(ends, bits))


_PLACE = itemgetter(0, 1)
"""Begin, and the longer first."""


_ASIDE = re.compile(r"的|[(（][^()（）\d]{1,14}[)）]|(?<=[额”])[(（][^()（）]{1,14}[)）]")


def _across_asides(text: str) -> list[tuple[int, int, Word]]:
    """Names of indicators with 的 or a definition inside (教师的年平均工资, 大班额(56人以上)比例)."""
    pieces: list[str] = []
    joints, shifts = [], [0]  # where the text without asides skips one, and how much it lacks after that
    at = length = 0
    for aside in _ASIDE.finditer(text):
        pieces.append(text[at : aside.start()])
        length += aside.start() - at
        at = aside.end()
        joints.append(length)
        shifts.append(at - length)
    length += len(text) - at
    pieces.append(text[at:])
    joined, found = "".join(pieces), set()
    inner, longest = _inner_pairs()
    for joint in joints:
        if joined[joint - 1 : joint + 1] not in inner:
            continue
        near = (max(0, joint - longest), min(joint + longest, length))
        for last, (word, _) in _automaton(patterns_made()).iter(joined, *near):
            if word is not None and word.codes and (first := last + 1 - word.size) < joint <= last:
                start, end = bisect_right(joints, first), bisect_right(joints, last)
                found.add((first + shifts[start], ~(last + shifts[end]), word.text))
    return [(start, last, _words()[text]) for start, last, text in found]


@cache
def _inner_pairs() -> tuple[frozenset[str], int]:
    """Neighbouring characters of the names of indicators, and how long the longest name is."""
    texts = [text for text, word in _words().items() if word.codes]
    return frozenset(text[i : i + 2] for text in texts for i in range(len(text) - 1)), max(map(len, texts))
