"""Printed unit words and comparators: what they stand for.

What belongs here: the words of reference/units.yaml and classifiers.yaml, ready to be matched.  What does not: where a number
stands (quantities) and which unit an indicator has (indicators).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from edu_pipeline import reference
from edu_pipeline.language.edges import Ahead
from edu_pipeline.language.sweep import Sweep

_PER_PERSON = re.compile("生均|人均|每[名个]?学?生")
_PER_HUNDRED = re.compile("每百[名个]?")


@dataclass(frozen=True, slots=True)
class Words:
    """`units`: printed word -> (canonical unit, factor); `nouns`: noun -> unit of a weak classifier."""

    units: dict[str, tuple[str, float]]
    nouns: dict[str, str]
    before: dict[str, str]
    after: dict[str, str]


@cache
def words() -> Words:
    """The words of reference/units.yaml and reference/classifiers.yaml."""
    data = reference.load("classifiers.yaml")
    printed: dict[str, tuple[str, float]] = dict.fromkeys(data["weak"], ("weak", 1.0))
    for code, unit in reference.load("units.yaml").items():
        for word in unit["words"]:
            text, factor = (word["text"], word["factor"]) if isinstance(word, dict) else (word, 1)
            printed[str(text)] = (code, float(factor))
    return Words(
        printed,
        {noun: unit for unit, nouns in data["nouns"].items() for noun in nouns},
        {word: code for code, listed in data["comparators"]["before"].items() for word in listed},
        {word: code for code, listed in data["comparators"]["after"].items() for word in listed},
    )


def of_column(header: str) -> str | None:
    """The unit that the header of a column counts in by its last noun: 校舍面积 m2, 生均教辅用房 m2/person; else None."""
    found = [
        (at + len(noun), len(noun), unit)
        for unit, nouns in reference.load("classifiers.yaml")["columns"].items()
        for noun in nouns
        if (at := header.rfind(noun)) >= 0
    ]
    if not found:
        return None
    unit = max(found)[2]
    per = "/person" if _PER_PERSON.search(header) else "/100 students" if _PER_HUNDRED.search(header) else ""
    return f"{unit}{per}"


def alternation(listed: Iterable[str]) -> str:
    """A regular expression of the words, longest first; full-width brackets match as ASCII ones do."""
    return reference.alternation(listed).replace(r"\(", "[(（]").replace(r"\)", "[)）]").replace("/", "[/／]")


def canonical(printed: str) -> str:
    """The code of a printed unit, with or without a magnitude or brackets around it (万人, (所)); empty for none."""
    return words().units.get(normal(re.sub("^[万亿千百]+", "", printed.strip("()（） "))), ("", 1.0))[0]


def normal(word: str) -> str:
    """A printed unit word as the reference data spells it."""
    return word.replace("（", "(").replace("）", ")").replace("／", "/").replace(" ", "")


@cache
def noun_pattern() -> Sweep:
    """Nouns that give a weak classifier its unit."""
    return Sweep(alternation(dict(words().nouns)))


@cache
def comparator_before() -> Sweep:
    """Matches at the end of what stands before a number; group 1 is the comparator, 2 one that stands further off."""
    strict = alternation(
        [
            w
            for w in words().before
            if w.startswith(("不", "至少", "小于等", "小于或", "大于等", "大于或")) or w == "最高可达"
        ]
    )
    verbs = alternation(reference.words("classifiers.yaml", "comparators", "verbs"))
    return Sweep(
        rf"(?<![附最就邻签节履集])({alternation(words().before)})(?:每[年月生人天学期]{{1,4}}|[生人]均)?[了至到达为是在\s]*$|({strict})(?:(?:{verbs})[了过]?)?$|({strict})(?!(?:[一二三四五六七八九半]|[^,，。;；:：]{{0,8}}[升降高增减加])[成数]?)[^,，。;；:：\d]{{1,30}}(?:[总数额量]的|的|[一-鿿]{{2}})$"
    )


@cache
def comparator_after() -> Ahead:
    """Matches at the start of what stands after a number."""
    return Ahead(rf"\s*({alternation(words().after)})(?<!多(?=[0-9０-９]))")  # 比3.1万人多1000人
